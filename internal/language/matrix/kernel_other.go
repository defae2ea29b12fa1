//go:build !amd64 && !arm64

package matrix

var fast = false

func kernel(rows, depth int, a []float32, rowStep, colStep int, b, c []float32, ldc int) {
	kernelGo(rows, depth, a, rowStep, colStep, b, c, ldc)
}
