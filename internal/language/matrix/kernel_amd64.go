package matrix

import "golang.org/x/sys/cpu"

var fast = cpu.X86.HasAVX2 && cpu.X86.HasFMA

// kernel6 adds six rows of a times a panel of 16 columns of b to c; steps are in bytes.
//
//go:noescape
func kernel6(depth int, a *float32, rowStep, colStep int, b, c *float32, ldc int)

// kernel1 does the same with one row.
//
//go:noescape
func kernel1(depth int, a *float32, colStep int, b, c *float32)

func kernel(rows, depth int, a []float32, rowStep, colStep int, b, c []float32, ldc int) {
	_, _, _ = a[(rows-1)*rowStep+(depth-1)*colStep], b[depth*panel-1], c[(rows-1)*ldc+panel-1]
	switch {
	case !fast:
		kernelGo(rows, depth, a, rowStep, colStep, b, c, ldc)
	case rows == kernelRows:
		kernel6(depth, &a[0], rowStep*4, colStep*4, &b[0], &c[0], ldc*4)
	default:
		kernel1(depth, &a[0], colStep*4, &b[0], &c[0])
	}
}
