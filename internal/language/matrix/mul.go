// Package matrix multiplies matrices of float32 for the training of the language model, and of small integers for using it.
//
// Matrices are slices, row after row. On amd64 with AVX2 the inner loops are written in assembly; elsewhere the same
// loops run in Go. Sums are always taken in the same order, whatever the number of processors.
package matrix

import "sync"

// Blocks of the multiplication: rows of a kernel, columns of a panel, depth and rows that stay in the cache.
const (
	kernelRows = 6
	panel      = 16
	depthBlock = 256
	rowBlock   = 96
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

// MulAdd adds a·b to c: c is m×n with rows of ldc elements, a is m×k, b is k×n.
func MulAdd(c []float32, ldc int, a, b View, m, k, n int) {
	if m == 0 || k == 0 || n == 0 {
		return
	}
	buf := packs.Get().(*[]float32)
	defer packs.Put(buf)
	var edge [kernelRows * panel]float32
	panels := (n + panel - 1) / panel
	for k0 := 0; k0 < k; k0 += depthBlock {
		depth := min(depthBlock, k-k0)
		packed := pack(buf, b, k0, depth, n)
		for i0 := 0; i0 < m; i0 += rowBlock {
			i1 := min(i0+rowBlock, m)
			for p := range panels {
				bp := packed[p*depth*panel:]
				width := min(panel, n-p*panel)
				for i := i0; i < i1; {
					rows := 1
					if i+kernelRows <= i1 {
						rows = kernelRows
					}
					ap := a.Data[i*a.Row+k0*a.Col:]
					to := c[i*ldc+p*panel:]
					if width == panel {
						kernel(rows, depth, ap, a.Row, a.Col, bp, to, ldc)
					} else {
						clear(edge[:])
						kernel(rows, depth, ap, a.Row, a.Col, bp, edge[:], panel)
						for r := range rows {
							for j := range width {
								to[r*ldc+j] += edge[r*panel+j]
							}
						}
					}
					i += rows
				}
			}
		}
	}
}

// pack copies rows k0 to k0+depth of b into panels of 16 columns, filled up with zeros.
func pack(buf *[]float32, b View, k0, depth, n int) []float32 {
	panels := (n + panel - 1) / panel
	size := panels * depth * panel
	if cap(*buf) < size {
		*buf = make([]float32, size)
	}
	packed := (*buf)[:size]
	for p := range panels {
		width := min(panel, n-p*panel)
		to := packed[p*depth*panel : (p+1)*depth*panel]
		if width < panel {
			clear(to)
		}
		if b.Col == 1 {
			for q := range depth {
				from := b.Data[(k0+q)*b.Row+p*panel:]
				copy(to[q*panel:q*panel+width], from[:width])
			}
			continue
		}
		for j := range width {
			from := b.Data[k0*b.Row+(p*panel+j)*b.Col:]
			for q := range depth {
				to[q*panel+j] = from[q*b.Row]
			}
		}
	}
	return packed
}

// kernelGo adds rows×depth of a times a panel of b to c.
func kernelGo(rows, depth int, a []float32, rowStep, colStep int, b, c []float32, ldc int) {
	for r := range rows {
		to := c[r*ldc : r*ldc+panel]
		for q := range depth {
			x := a[r*rowStep+q*colStep]
			for j, y := range b[q*panel : q*panel+panel] {
				to[j] += x * y
			}
		}
	}
}
