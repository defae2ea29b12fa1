package matrix

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

// hard are numbers whose products and sums often end halfway between two float32, are subnormal, zero or infinite.
func hard(rng *rand.Rand, n int) []float32 {
	s := make([]float32, n)
	for i := range s {
		sign := float64(1 - 2*rng.IntN(2))
		switch rng.IntN(12) {
		case 0:
			s[i] = float32(sign * 0)
		case 1:
			s[i] = float32(math.Ldexp(sign*float64(rng.IntN(1<<24)), -149))
		case 2:
			s[i] = float32(math.Ldexp(sign*(1+float64(rng.IntN(8))/(1<<23)), -rng.IntN(80)))
		case 3, 4, 5, 6:
			s[i] = float32(math.Ldexp(sign*(1+float64(rng.IntN(3)-1)/(1<<20)), -12))
		case 7, 8:
			s[i] = float32(sign * (1 + float64(rng.IntN(8))/(1<<23)))
		default:
			s[i] = rng.Float32()*2 - 1
		}
	}
	return s
}

// same says whether two slices have the same bits, except that every NaN is like every other.
func same(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool {
		return math.Float32bits(x) == math.Float32bits(y) || x != x && y != y
	})
}

// exact is x·y+z rounded once; the sign of a zero is that of the sum of float64.
func exact(x, y, z float32) float32 {
	sum := new(big.Float).SetPrec(1000).SetFloat64(float64(x) * float64(y))
	f, _ := sum.Add(sum, big.NewFloat(float64(z))).Float32()
	if f == 0 && sum.Sign() == 0 {
		return float32(float64(x)*float64(y) + float64(z))
	}
	return f
}

func TestFused(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 1))
	const n = 100_000
	twice := 0
	for _, numbers := range []func(*rand.Rand, int) []float32{random, hard} {
		x, y, z := numbers(rng, n), numbers(rng, n), numbers(rng, n)
		for i := range n {
			got, want := fused(float64(x[i]), y[i], z[i]), exact(x[i], y[i], z[i])
			if math.Float32bits(got) != math.Float32bits(want) {
				t.Fatalf("fused(%b, %b, %b) is %b, want %b", x[i], y[i], z[i], got, want)
			}
			if want != float32(float64(x[i])*float64(y[i])+float64(z[i])) {
				twice++
			}
		}
	}
	if twice == 0 {
		t.Error("no numbers of this test are wrong when rounded twice")
	}
	t.Logf("%d of %d numbers would be wrong when rounded twice", twice, 2*n)
}

func TestFusedEdges(t *testing.T) {
	inf, huge, tiny := float32(math.Inf(1)), float32(math.MaxFloat32), float32(math.SmallestNonzeroFloat32)
	zero := float32(math.Copysign(0, -1))
	for _, test := range []struct{ x, y, z, want float32 }{
		{huge, huge, 0, inf},
		{huge, huge, -huge, inf},
		{huge, 2, -huge, huge},
		{huge, 1, 0x1p103, inf},
		{huge, 1, 0x0.ffffffp103, huge},
		{tiny, tiny, 0, 0},
		{-tiny, tiny, 0, zero},
		{tiny, 0.5, 0, 0},
		{tiny, 0.5, tiny, 2 * tiny},
		{tiny, 0x0.ffffffp-1, tiny, tiny},
		{tiny, 0x1.000002p-1, 0, tiny},
		{1, -1, 1, 0},
		{zero, 1, zero, zero},
		{inf, 1, -huge, inf},
		{0x1p-12 * (1 + 0x1p-20), 0x1p-12 * (1 - 0x1p-20), 1 + 0x1p-23, 1 + 0x1p-23},
	} {
		for _, sign := range []float32{1, -1} {
			got, want := fused(float64(sign*test.x), test.y, sign*test.z), sign*test.want
			if got != want || want != 0 && math.Signbit(float64(got)) != math.Signbit(float64(want)) {
				t.Errorf("fused(%g, %g, %g) is %b, want %b", sign*test.x, test.y, sign*test.z, got, want)
			}
		}
	}
	if f := fused(float64(inf), 1, -inf); f == f {
		t.Errorf("∞-∞ is %v", f)
	}
}

// TestKernel compares the assembly with Go, bit for bit.
func TestKernel(t *testing.T) {
	if !fast {
		t.Skip("no assembly for this processor")
	}
	rng := rand.New(rand.NewPCG(3, 1))
	for range 300 {
		rows, depth := 1+rng.IntN(kernelRows), 1+rng.IntN(60)
		ldc := panel + rng.IntN(10)
		rowStep, colStep := depth+rng.IntN(3), 1
		if rng.IntN(2) == 0 {
			rowStep, colStep = 1, rows+rng.IntN(3)
		}
		numbers := random
		if rng.IntN(2) == 0 {
			numbers = hard
		}
		a, b, c := numbers(rng, rows*rowStep+depth*colStep), numbers(rng, depth*panel), numbers(rng, rows*ldc)
		if rng.IntN(10) == 0 {
			a[0], b[0] = float32(math.Inf(1)), float32(math.Inf(-1))
		}
		want := slices.Clone(c)
		kernelGo(rows, depth, a, rowStep, colStep, b, want, ldc)
		kernel(rows, depth, a, rowStep, colStep, b, c, ldc)
		if !same(c, want) {
			t.Fatalf("%d rows, depth %d, steps %d %d: the kernel in assembly differs from that in Go", rows, depth, rowStep, colStep)
		}
	}
}

// chain multiplies element by element, as the package promises it.
func chain(c []float32, ldc int, a, b View, m, k, n int) {
	for i := range m {
		for j := range n {
			for q := range k {
				c[i*ldc+j] = fused(float64(a.from(i, q).Data[0]), b.from(q, j).Data[0], c[i*ldc+j])
			}
		}
	}
}

// eachPath runs a test on the assembly, if there is one, and on the loops in Go.
func eachPath(t *testing.T, test func(*testing.T)) {
	if fast {
		t.Run("assembly", test)
		defer func() { fast = true }()
		fast = false
	}
	t.Run("go", test)
}

// TestSameBits checks that every way to multiply gives the bits of a chain of fused multiply-adds.
func TestSameBits(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(4, 1))
		for range 60 {
			m, k, n := 1+rng.IntN(40), 1+rng.IntN(40), 1+rng.IntN(50)
			if rng.IntN(5) == 0 {
				k += depthBlock * rng.IntN(3)
			}
			if rng.IntN(10) == 0 {
				m += rowBlock
			}
			ldc := n + rng.IntN(5)
			a, b := Of(hard(rng, m*k), k), Of(hard(rng, k*n), n)
			if rng.IntN(2) == 0 {
				a = Of(a.Data, m).T()
			}
			if rng.IntN(2) == 0 {
				b = Of(b.Data, k).T()
			}
			c := hard(rng, (m-1)*ldc+n)
			want, packed := slices.Clone(c), slices.Clone(c)
			chain(want, ldc, a, b, m, k, n)
			MulAdd(c, ldc, a, b, m, k, n)
			Pack(b, k, n).MulAdd(packed, ldc, a, m)
			if !same(c, want) {
				t.Fatalf("%d×%d×%d: MulAdd differs from the chain", m, k, n)
			}
			if !same(packed, want) {
				t.Fatalf("%d×%d×%d: Packed.MulAdd differs from the chain", m, k, n)
			}
		}
	})
}

// TestGolden checks that all processors have the same bits.
func TestGolden(t *testing.T) {
	const want = 0x758803099529fe2e
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(6, 1))
		const m, k, n = 53, 300, 37
		c := random(rng, m*n)
		MulAdd(c, n, Of(random(rng, m*k), k), Of(random(rng, k*n), n), m, k, n)
		sum := fnv.New64a()
		if err := binary.Write(sum, binary.LittleEndian, c); err != nil {
			t.Fatal(err)
		}
		if got := sum.Sum64(); got != want {
			t.Errorf("the sum of the bits is %#x, want %#x", got, uint64(want))
		}
	})
}

func TestEmpty(t *testing.T) {
	for _, size := range [][3]int{{0, 2, 2}, {2, 0, 2}, {2, 2, 0}, {0, 0, 0}} {
		m, k, n := size[0], size[1], size[2]
		a, b, c := Of(make([]float32, m*k), k), Of(make([]float32, k*n), n), make([]float32, m*n)
		MulAdd(c, n, a, b, m, k, n)
		p := Pack(b, k, n)
		p.MulAdd(c, n, a, m)
		if pk, pn := p.Size(); pk != k || pn != n {
			t.Errorf("Pack of %d×%d has size %d×%d", k, n, pk, pn)
		}
	}
}

func TestPackedAllocatesNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 1))
	p := Pack(Of(random(rng, 30*20), 20), 30, 20)
	a, c := Of(random(rng, 9*30), 30), make([]float32, 9*20)
	if n := testing.AllocsPerRun(10, func() { p.MulAdd(c, 20, a, 9) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
