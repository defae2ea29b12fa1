package matrix

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

func random(rng *rand.Rand, n int) []float32 {
	s := make([]float32, n)
	for i := range s {
		s[i] = rng.Float32()*2 - 1
	}
	return s
}

func TestMulAdd(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for _, size := range [][3]int{{1, 1, 1}, {7, 5, 3}, {13, 300, 33}, {100, 257, 48}, {97, 20, 21}} {
		m, k, n := size[0], size[1], size[2]
		a, b, c := random(rng, m*k), random(rng, k*n), random(rng, m*n)
		want := make([]float64, m*n)
		for i := range m {
			for j := range n {
				want[i*n+j] = float64(c[i*n+j])
				for q := range k {
					want[i*n+j] += float64(a[i*k+q]) * float64(b[q*n+j])
				}
			}
		}
		turned := func(s []float32, rows, cols int) View {
			u := make([]float32, len(s))
			for i := range rows {
				for j := range cols {
					u[j*rows+i] = s[i*cols+j]
				}
			}
			return Of(u, rows).T()
		}
		for name, v := range map[string][2]View{
			"plain": {Of(a, k), Of(b, n)}, "a": {turned(a, m, k), Of(b, n)}, "b": {Of(a, k), turned(b, k, n)},
		} {
			got := append([]float32{}, c...)
			MulAdd(got, n, v[0], v[1], m, k, n)
			for i := range got {
				if math.Abs(float64(got[i])-want[i]) > 1e-4 {
					t.Fatalf("%v %s: element %d is %v, want %v", size, name, i, got[i], want[i])
				}
			}
		}
	}
}

func BenchmarkMulAdd(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	for _, size := range [][3]int{{1000, 512, 1536}, {512, 1000, 1536}, {23, 512, 1536}, {20, 128, 20}, {1, 384, 48}} {
		m, k, n := size[0], size[1], size[2]
		x, y, c := Of(random(rng, m*k), k), Of(random(rng, k*n), n), random(rng, m*n)
		p := Pack(y, k, n)
		measure := func(name string, mul func()) {
			b.Run(fmt.Sprint(name, size), func(b *testing.B) {
				for b.Loop() {
					mul()
				}
				b.ReportMetric(float64(m*k*n)*2*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFlop/s")
			})
		}
		measure("view", func() { MulAdd(c, n, x, y, m, k, n) })
		measure("packed", func() { p.MulAdd(c, n, x, m) })
		if fast && m < 1000 {
			fast = false
			measure("go", func() { p.MulAdd(c, n, x, m) })
			fast = true
		}
	}
}
