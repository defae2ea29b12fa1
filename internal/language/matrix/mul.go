// Package matrix multiplies matrices of float32 for the language model.
//
// Matrices are slices, row after row. On amd64 with AVX2 and on arm64 the inner loops are written in assembly; elsewhere
// the same loops run in Go. The results have the same bits on all of them: each element is a chain of fused multiply-adds
// that starts with what was there and goes up the depth, whatever the sizes, the other elements and the processor.
package matrix

import "sync"

// Blocks of the multiplication: rows of a kernel, columns of a panel, depth and rows that stay in the cache.
const (
	kernelRows = 6
	panel      = 16
	depthBlock = 256
	rowBlock   = 16 * kernelRows
)

var packs = sync.Pool{New: func() any { b := make([]float32, 0, depthBlock*1024); return &b }}

// A View is a matrix of float32: element (i, j) is at Data[i*Row+j*Col].
type View struct {
	Data     []float32
	Row, Col int
}

// Of views a slice as a matrix with so many columns.
func Of(data []float32, columns int) View { return View{data, columns, 1} }

// T is the transposed matrix.
func (v View) T() View { return View{v.Data, v.Col, v.Row} }

// from is the matrix without its first i rows and j columns.
func (v View) from(i, j int) View { return View{v.Data[i*v.Row+j*v.Col:], v.Row, v.Col} }

// MulAdd adds a·b to c: c is m×n with rows of ldc elements, a is m×k, b is k×n.
func MulAdd(c []float32, ldc int, a, b View, m, k, n int) {
	if m <= 0 || k <= 0 || n <= 0 {
		return
	}
	buf := packs.Get().(*[]float32)
	defer packs.Put(buf)
	for k0 := 0; k0 < k; k0 += depthBlock {
		depth := min(depthBlock, k-k0)
		if size := padded(n) * depth; cap(*buf) < size {
			*buf = make([]float32, size)
		}
		packed := (*buf)[:padded(n)*depth]
		pack(packed, b.from(k0, 0), depth, n)
		mulBlock(c, ldc, a.from(0, k0), packed, m, depth, n)
	}
}

// mulBlock adds a times a packed block to c.
func mulBlock(c []float32, ldc int, a View, b []float32, m, depth, n int) {
	whole := m - m%kernelRows
	for i := 0; i < whole; i += rowBlock {
		mulRows(c[i*ldc:], ldc, a.from(i, 0), b, min(rowBlock, whole-i), depth, n)
	}
	switch rest := m - whole; {
	case rest == 0:
	case rest == 1 || !fast:
		mulRows(c[whole*ldc:], ldc, a.from(whole, 0), b, rest, depth, n)
	default:
		mulRest(c[whole*ldc:], ldc, a.from(whole, 0), b, rest, depth, n)
	}
}

// mulRest is mulRows for two to five rows: six rows at once, some of them zeros, are faster than one row after another.
func mulRest(c []float32, ldc int, a View, b []float32, m, depth, n int) {
	var rows [kernelRows * depthBlock]float32
	for i := range m {
		for q := range depth {
			rows[i*depth+q] = a.Data[i*a.Row+q*a.Col]
		}
	}
	var tile [kernelRows * panel]float32
	for j := 0; j < n; j += panel {
		width := min(panel, n-j)
		copyRows(tile[:], panel, c[j:], ldc, m, width)
		kernel(kernelRows, depth, rows[:], depth, 1, b[j*depth:], tile[:], panel)
		copyRows(c[j:], ldc, tile[:], panel, m, width)
	}
}

// mulRows adds rows of a, which are a multiple of six or fewer than six, times a packed block to c.
func mulRows(c []float32, ldc int, a View, b []float32, m, depth, n int) {
	var tile [kernelRows * panel]float32
	for j := 0; j < n; j += panel {
		width := min(panel, n-j)
		for i := 0; i < m; i += kernelRows {
			rows := min(kernelRows, m-i)
			to := c[i*ldc+j:]
			if width == panel {
				kernel(rows, depth, a.Data[i*a.Row:], a.Row, a.Col, b[j*depth:], to, ldc)
				continue
			}
			copyRows(tile[:], panel, to, ldc, rows, width)
			kernel(rows, depth, a.Data[i*a.Row:], a.Row, a.Col, b[j*depth:], tile[:], panel)
			copyRows(to, ldc, tile[:], panel, rows, width)
		}
	}
}

func copyRows(to []float32, toStep int, from []float32, fromStep, rows, width int) {
	for r := range rows {
		copy(to[r*toStep:r*toStep+width], from[r*fromStep:r*fromStep+width])
	}
}
