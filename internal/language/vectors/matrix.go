package vectors

import "math"

// A matrix is sparse: by word, what its contexts weigh.
type matrix struct {
	rows    []row
	columns int
}

// row holds the columns of a row that are not zero, in order, and what stands there.
type row struct {
	columns []uint32
	values  []float32
}

// weigh makes counts positive pointwise mutual information. n is the number of contexts of a place.
func (m *matrix) weigh(n int, opt options) {
	sums := make([]float64, m.columns)
	for _, r := range m.rows {
		for j, column := range r.columns {
			sums[column] += float64(r.values[j])
		}
	}
	totals := make([]float64, m.columns/n) // by place, of the smoothed sums
	for column, s := range sums {
		sums[column] = smoothed(s, opt.smooth)
		totals[column/n] += sums[column]
	}
	parallel(len(m.rows), func() func(int) {
		return func(w int) {
			m.rows[w].weigh(n, sums, totals, opt)
		}
	})
}

func smoothed(x float64, how int) float64 {
	switch how {
	case 1:
		return math.Sqrt(x) * math.Sqrt(math.Sqrt(x))
	case 2:
		return math.Sqrt(x)
	}
	return x
}

func (r *row) weigh(n int, sums, totals []float64, opt options) {
	word := make([]float64, len(totals)) // its occurrences by place
	for j, column := range r.columns {
		word[int(column)/n] += float64(r.values[j])
	}
	kept := 0
	for j, column := range r.columns {
		place := int(column) / n
		var v float64
		x := float64(r.values[j])
		switch opt.weight {
		case 0:
			v = log2(x*totals[place]/(word[place]*sums[column])) - opt.shift
		case 1: // hellinger
			v = math.Sqrt(x / word[place])
		case 2: // log
			v = log2(1 + x)
		case 3: // discounted PMI
			mn := min(word[place], sums[column])
			v = (log2(x*totals[place]/(word[place]*sums[column])) - opt.shift) * x / (x + 1) * mn / (mn + 1)
		case 4: // sqrt(x)/sqrt(word*context): CCA
			v = math.Sqrt(x) / math.Sqrt(math.Sqrt(word[place])*math.Sqrt(sums[column]))
		case 5: // hellinger with context scale
			v = math.Sqrt(x / (word[place] * math.Sqrt(sums[column])))
		}
		if v > 0 {
			r.columns[kept], r.values[kept] = column, float32(v)
			kept++
		}
	}
	r.columns, r.values = r.columns[:kept], r.values[:kept]
}

// log2 is the binary logarithm, the same on every machine, which math.Log2 is not.
func log2(x float64) float64 {
	f, e := math.Frexp(x)
	if f < math.Sqrt2/2 {
		f, e = 2*f, e-1
	}
	// log(f) = 2*atanh(y), y = (f-1)/(f+1), |y| < 0.172
	y := (f - 1) / (f + 1)
	y2 := y * y
	sum := 0.0
	for k := 21; k > 0; k -= 2 {
		sum = float64(sum*y2) + 1/float64(k)
	}
	return float64(e) + float64(2*y*sum)/math.Ln2
}
