//go:build !amd64

package matrix

func kernel(rows, depth int, a []float32, rowStep, colStep int, b, c []float32, ldc int) {
	kernelGo(rows, depth, a, rowStep, colStep, b, c, ldc)
}
