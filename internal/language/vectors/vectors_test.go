package vectors

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
)

// toy makes sentences of a language of four classes of ten words: determiner, adjective or none, noun, verb. It returns
// the class of a word, too.
func toy(c *Counter, sentences int) (classOf func(word int) int) {
	r := rand.New(rand.NewPCG(7, 7))
	word := func(class int) uint32 { return uint32(1 + 10*class + r.IntN(10)) }
	for range sentences {
		s := []uint32{word(0)}
		if r.IntN(2) == 0 {
			s = append(s, word(1))
		}
		c.Add(append(s, word(2), word(3)))
	}
	return func(word int) int { return (word - 1) / 10 }
}

func cosine(v []float32, dims, a, b int) float64 {
	sum := 0.0
	for i := range dims {
		sum += float64(v[a*dims+i]) * float64(v[b*dims+i])
	}
	return sum
}

func TestVectorsOfClasses(t *testing.T) {
	const words, dims = 42, 4 // word 41 never comes
	c := NewCounter(words, 30)
	class := toy(c, 10000)
	v := c.Vectors(dims, 1)
	if len(v) != words*dims {
		t.Fatalf("%d numbers, expected %d", len(v), words*dims)
	}
	for a := 1; a <= 40; a++ {
		if n := cosine(v, dims, a, a); math.Abs(n-1) > 1e-5 {
			t.Errorf("the vector of word %d has the squared length %.6f", a, n)
		}
		for b := 1; b < a; b++ {
			same, cos := class(a) == class(b), cosine(v, dims, a, b)
			if same && cos < 0.8 || !same && cos > 0.6 {
				t.Errorf("words %d and %d, same class %t: cosine %.2f", a, b, same, cos)
			}
		}
	}
	for _, w := range []int{0, 41} {
		if cosine(v, dims, w, w) != 0 {
			t.Errorf("word %d has a vector", w)
		}
	}
}

// The number of cores does not matter, nor does it matter what ran before.
func TestVectorsAreTheSame(t *testing.T) {
	learn := func() []float32 {
		c := NewCounter(41, 20)
		toy(c, 500)
		return c.Vectors(24, 3)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	first := learn()
	for _, cores := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(cores)
		if !slices.Equal(first, learn()) {
			t.Errorf("other vectors on %d cores", cores)
		}
	}
}

// Whatever comes in, what comes out has the right size and is made of numbers.
func TestVectorsOfOddInput(t *testing.T) {
	for name, test := range map[string]struct {
		words, contexts, dims int
		sentences             [][]uint32
		size                  int
	}{
		"nothing":           {0, 0, 4, nil, 4},
		"negative":          {-1, -1, -1, nil, 0},
		"no dimensions":     {5, 5, 0, [][]uint32{{1, 2}}, 0},
		"no sentences":      {5, 5, 4, nil, 20},
		"empty sentences":   {5, 5, 4, [][]uint32{{}, nil, {0}}, 20},
		"one word":          {2, 1, 4, [][]uint32{{1}}, 8},
		"words too great":   {3, 3, 4, [][]uint32{{9, 1, 1 << 31, ^uint32(0), 2}}, 12},
		"no contexts":       {3, 0, 4, [][]uint32{{1, 2, 1}, {2}}, 12},
		"many dimensions":   {3, 3, 500, [][]uint32{{1, 2, 1}, {2}}, 1500},
		"one word repeated": {2, 1, 3, [][]uint32{{1, 1, 1, 1}}, 6},
	} {
		t.Run(name, func(t *testing.T) {
			c := NewCounter(test.words, test.contexts)
			for _, s := range test.sentences {
				c.Add(s)
			}
			v := c.Vectors(test.dims, 1)
			if len(v) != test.size {
				t.Errorf("%d numbers, expected %d", len(v), test.size)
			}
			for _, x := range v {
				if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
					t.Fatalf("not a number: %v", v)
				}
			}
		})
	}
}

func TestLog2(t *testing.T) {
	for _, x := range []float64{1e-9, 0.3, 0.5, 0.99, 1, 1.01, math.Sqrt2, 2, 3, 1000, 1e15} {
		if got, want := log2(x), math.Log2(x); math.Abs(got-want) > 1e-13*max(1, math.Abs(want)) {
			t.Errorf("log2(%g) is %.17g, expected %.17g", x, got, want)
		}
	}
}

func TestEigen(t *testing.T) {
	values, axes := eigen([][]float64{{2, 1, 0}, {1, 2, 0}, {0, 0, 5}})
	for i, want := range []float64{5, 3, 1} {
		if math.Abs(values[i]-want) > 1e-12 {
			t.Errorf("eigenvalue %d is %g, expected %g", i, values[i], want)
		}
	}
	if d := math.Abs(axes[1][0]); math.Abs(d-math.Sqrt(0.5)) > 1e-12 {
		t.Errorf("eigenvector %v, expected both parts %g", axes[1], math.Sqrt(0.5))
	}
}
