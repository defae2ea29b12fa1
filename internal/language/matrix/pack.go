package matrix

// A Packed is a matrix on the right of products, copied once into the order in which the kernels read it. It does not
// change, so many goroutines may use it.
type Packed struct {
	data []float32
	k, n int
}

// Pack copies b, which is k×n.
func Pack(b View, k, n int) *Packed {
	k, n = max(k, 0), max(n, 0)
	if k == 0 || n == 0 {
		return &Packed{k: k, n: n}
	}
	p := &Packed{data: make([]float32, k*padded(n)), k: k, n: n}
	for k0 := 0; k0 < k; k0 += depthBlock {
		pack(p.block(k0), b.from(k0, 0), min(depthBlock, k-k0), n)
	}
	return p
}

// Size is the number of rows and columns of the matrix.
func (p *Packed) Size() (k, n int) { return p.k, p.n }

// MulAdd adds a·p to c, with the same bits as MulAdd of the matrix that was packed: c is m×n with rows of ldc elements, a
// is m×k.
func (p *Packed) MulAdd(c []float32, ldc int, a View, m int) {
	if m <= 0 || len(p.data) == 0 {
		return
	}
	for k0 := 0; k0 < p.k; k0 += depthBlock {
		mulBlock(c, ldc, a.from(0, k0), p.block(k0), m, min(depthBlock, p.k-k0), p.n)
	}
}

// block is the packed block of rows that starts with row k0.
func (p *Packed) block(k0 int) []float32 {
	return p.data[k0*padded(p.n) : min(k0+depthBlock, p.k)*padded(p.n)]
}

// padded is the number of columns in panels that hold n columns.
func padded(n int) int { return (n + panel - 1) / panel * panel }

// pack copies a block of b, which is depth×n, into panels of 16 columns, filled up with zeros.
func pack(packed []float32, b View, depth, n int) {
	for j0 := 0; j0 < n; j0 += panel {
		width := min(panel, n-j0)
		to := packed[j0*depth : (j0+panel)*depth]
		if width < panel {
			clear(to)
		}
		if b.Col == 1 {
			for q := range depth {
				copy(to[q*panel:q*panel+width], b.Data[q*b.Row+j0:][:width])
			}
			continue
		}
		for j := range width {
			from := b.Data[(j0+j)*b.Col:]
			for q := range depth {
				to[q*panel+j] = from[q*b.Row]
			}
		}
	}
}
