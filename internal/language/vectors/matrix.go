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
func (m *matrix) weigh(n int) {
	contexts := make([]float64, m.columns) // how frequent they are
	for _, r := range m.rows {
		for j, column := range r.columns {
			contexts[column] += float64(r.values[j])
		}
	}
	totals := make([]float64, m.columns/n) // by place
	for column, x := range contexts {
		contexts[column] = smoothed(x)
		totals[column/n] += contexts[column]
	}
	parallel(len(m.rows), func() func(int) {
		return func(w int) { m.rows[w].weigh(n, contexts, totals) }
	})
}

// smoothed is x to the power of 0.75: rare contexts count as less rare than they are, lest they say too much.
func smoothed(x float64) float64 { return float64(math.Sqrt(x) * math.Sqrt(math.Sqrt(x))) }

func (r *row) weigh(n int, contexts, totals []float64) {
	word := make([]float64, len(totals)) // its occurrences by place
	for j, column := range r.columns {
		word[int(column)/n] += float64(r.values[j])
	}
	kept := 0
	for j, column := range r.columns {
		place := int(column) / n
		v := log2(float64(r.values[j]) * totals[place] / (word[place] * contexts[column]))
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
	return float64(e) + 2*y*sum/math.Ln2
}
