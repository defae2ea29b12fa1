//go:build amd64 || arm64

package matrix

// kernel6 adds six rows of a times a panel of 16 columns of b to c; steps are in bytes, depth is at least 1.
//
//go:noescape
func kernel6(depth int, a *float32, rowStep, colStep int, b, c *float32, ldc int)

// kernel1 does the same with one row.
//
//go:noescape
func kernel1(depth int, a *float32, colStep int, b, c *float32)

// kernel adds rows×depth of a times a panel of b to c, with the same bits as kernelGo.
func kernel(rows, depth int, a []float32, rowStep, colStep int, b, c []float32, ldc int) {
	if !fast {
		kernelGo(rows, depth, a, rowStep, colStep, b, c, ldc)
		return
	}
	// The assembly checks no bounds: here are the last elements that it touches.
	_, _, _ = a[(rows-1)*rowStep+(depth-1)*colStep], b[depth*panel-1], c[(rows-1)*ldc+panel-1]
	if rows == kernelRows {
		kernel6(depth, &a[0], rowStep*4, colStep*4, &b[0], &c[0], ldc*4)
		return
	}
	for r := range rows {
		kernel1(depth, &a[r*rowStep], colStep*4, &b[0], &c[r*ldc])
	}
}
