package cluster

import (
	"math"
	"slices"
	"testing"
)

// Words that stand in the same places come into one class.
func TestRun(t *testing.T) {
	count := func() *Counter {
		c := NewCounter(9)
		// det (1, 2) noun (3, 4, 5) verb (6, 7, 8), in all combinations but one
		for det := uint32(1); det <= 2; det++ {
			for noun := uint32(3); noun <= 5; noun++ {
				for verb := uint32(6); verb <= 8; verb++ {
					if det == 2 && noun == 5 && verb == 8 {
						continue
					}
					last := uint32(0)
					for _, w := range []uint32{det, noun, verb, 0} {
						c.Add(last, w)
						last = w
					}
				}
			}
		}
		return c
	}
	class := Run(count(), 4, 10, func(int, int) {})
	for _, group := range [][]int{{1, 2}, {3, 4, 5}, {6, 7, 8}} {
		for _, w := range group {
			if class[w] != class[group[0]] {
				t.Errorf("words %d and %d are in classes %d and %d", group[0], w, class[group[0]], class[w])
			}
		}
	}
	if class[1] == class[3] || class[3] == class[6] || class[1] == class[6] {
		t.Errorf("the groups are not told apart: %v", class)
	}
	if again := Run(count(), 4, 10, func(int, int) {}); !slices.Equal(class, again) {
		t.Errorf("not the same twice: %v, %v", class, again)
	}
}

func TestEntropy(t *testing.T) {
	for _, n := range []int64{0, 1, 2, 3, 7, 8, 1000, 65536, 1 << 30} {
		want := 0.0
		if n > 0 {
			want = float64(n) * math.Log2(float64(n)) * 1024
		}
		if got := float64(entropy(n)); math.Abs(got-want) > float64(n)+1 {
			t.Errorf("entropy(%d) is %.0f, expected about %.0f", n, got, want)
		}
	}
}
