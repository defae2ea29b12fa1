package vectors

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// width is how many columns of a dense matrix lie side by side.
const width = 16

// A panel is width columns of a dense matrix, by row. The products of panels are made one panel after the other, each by
// one worker, so that their sums do not depend on who works.
type panel [][width]float32

// rounds of the search for the dimensions.
const rounds = 4

// reduce returns the rows of the matrix in few dimensions, each of length 1.
func (m *matrix) reduce(dims int, seed uint64) []float32 {
	panels := (dims + width/2 + width - 1) / width
	panels = min(panels, (m.columns+width-1)/width)
	q := random(panels, m.columns, seed)
	orthonormalise(q)
	for range rounds {
		q = m.back(m.times(q))
		orthonormalise(q)
	}
	b := m.times(q)
	values, axes := eigen(gram(b))
	return rotate(b, values, axes, dims)
}

func random(panels, rows int, seed uint64) []panel {
	r := rand.New(rand.NewPCG(seed, 0))
	q := make([]panel, panels)
	for i := range q {
		q[i] = make(panel, rows)
		for j := range q[i] {
			for k := range width {
				q[i][j][k] = float32(r.IntN(2)*2 - 1)
			}
		}
	}
	return q
}

// times multiplies the matrix with panels.
func (m *matrix) times(x []panel) []panel {
	y := make([]panel, len(x))
	parallel(len(x), func() func(int) {
		return func(i int) {
			y[i] = make(panel, len(m.rows))
			for w := range m.rows {
				m.rows[w].gather(x[i], &y[i][w])
			}
		}
	})
	return y
}

func (r *row) gather(x panel, sum *[width]float32) {
	values := r.values[:len(r.columns)]
	for j, column := range r.columns {
		v, p := values[j], &x[column]
		for k := range width {
			sum[k] += float32(v * p[k])
		}
	}
}

// back multiplies the transposed matrix with panels.
func (m *matrix) back(y []panel) []panel {
	x := make([]panel, len(y))
	parallel(len(y), func() func(int) {
		return func(i int) {
			x[i] = make(panel, m.columns)
			for w := range m.rows {
				m.rows[w].scatter(&y[i][w], x[i])
			}
		}
	})
	return x
}

func (r *row) scatter(y *[width]float32, x panel) {
	values := r.values[:len(r.columns)]
	for j, column := range r.columns {
		v, p := values[j], &x[column]
		for k := range width {
			p[k] += float32(v * y[k])
		}
	}
}

// orthonormalise makes the columns of panels orthogonal and of length 1, by Gram and Schmidt, twice for exactness.
func orthonormalise(q []panel) {
	columns := columnsOf(q)
	for range 2 {
		for i, c := range columns {
			unit(c)
			rest := columns[i+1:]
			parallel(len(rest), func() func(int) {
				return func(j int) {
					f := dot(c, rest[j])
					for k, v := range c {
						rest[j][k] -= float64(f * v)
					}
				}
			})
		}
	}
	for i, c := range columns {
		for j, v := range c {
			q[i/width][j][i%width] = float32(v)
		}
	}
}

func columnsOf(q []panel) [][]float64 {
	columns := make([][]float64, len(q)*width)
	for i := range columns {
		c := make([]float64, len(q[0]))
		for j := range c {
			c[j] = float64(q[i/width][j][i%width])
		}
		columns[i] = c
	}
	return columns
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += float64(v * b[i])
	}
	return sum
}

// unit makes a vector of length 1; one that is next to nothing becomes zero.
func unit(a []float64) {
	n := math.Sqrt(dot(a, a))
	for i := range a {
		if n > 1e-12 {
			a[i] /= n
		} else {
			a[i] = 0
		}
	}
}

// gram returns the inner products of the columns of panels.
func gram(b []panel) [][]float64 {
	columns := columnsOf(b)
	g := make([][]float64, len(columns))
	for i := range g {
		g[i] = make([]float64, len(columns))
	}
	parallel(len(columns), func() func(int) {
		return func(i int) {
			for j := 0; j <= i; j++ {
				g[i][j] = dot(columns[i], columns[j])
			}
		}
	})
	for i := range g {
		for j := range i {
			g[j][i] = g[i][j]
		}
	}
	return g
}

// eigen returns the eigenvalues of a symmetric matrix, the greatest first, and its eigenvectors as rows, by Jacobi's
// rotations. The matrix is overwritten.
func eigen(a [][]float64) (values []float64, axes [][]float64) {
	n := len(a)
	v := make([][]float64, n)
	for i := range v {
		v[i] = make([]float64, n)
		v[i][i] = 1
	}
	for range 12 {
		for p := range n {
			for q := p + 1; q < n; q++ {
				turn(a, v, p, q)
			}
		}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(a[j][j], a[i][i]) })
	for _, i := range order {
		values = append(values, max(a[i][i], 0))
		axes = append(axes, v[i])
	}
	return values, axes
}

// turn makes a[p][q] zero by a rotation, which the rows of v go along with.
func turn(a, v [][]float64, p, q int) {
	if a[p][q] == 0 {
		return
	}
	theta := (a[q][q] - a[p][p]) / (2 * a[p][q])
	t := 1 / (math.Abs(theta) + math.Sqrt(float64(theta*theta)+1))
	if theta < 0 {
		t = -t
	}
	c := 1 / math.Sqrt(float64(t*t)+1)
	s := t * c
	for k := range a {
		x, y := a[k][p], a[k][q]
		a[k][p], a[k][q] = float64(c*x)-float64(s*y), float64(s*x)+float64(c*y)
	}
	for _, m := range [][][]float64{a, v} {
		for k := range m {
			x, y := m[p][k], m[q][k]
			m[p][k], m[q][k] = float64(c*x)-float64(s*y), float64(s*x)+float64(c*y)
		}
	}
}

// rotate turns the rows of panels to the axes, divides each dimension by the root of its singular value, so that the
// first ones do not outweigh all others, and makes every row of length 1.
func rotate(b []panel, values []float64, axes [][]float64, dims int) []float32 {
	rows := len(b[0])
	scale := make([]float64, min(dims, len(values)))
	for d := range scale {
		if s := math.Sqrt(values[d]); s > 1e-6*math.Sqrt(values[0]) {
			scale[d] = 1 / math.Sqrt(s)
		}
	}
	vectors := make([]float32, rows*dims)
	parallel(rows, func() func(int) {
		x := make([]float64, len(axes))
		y := make([]float64, dims)
		return func(w int) {
			for i := range x {
				x[i] = float64(b[i/width][w][i%width])
			}
			for d, s := range scale {
				y[d] = float64(s * dot(axes[d], x))
			}
			unit(y)
			for d, v := range y {
				vectors[w*dims+d] = float32(v)
			}
		}
	})
	return vectors
}
