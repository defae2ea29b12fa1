package evaluate

import (
	"math"
	"testing"
)

// The first case is the example by which the measures are explained in most papers (Luo 2005): gold {1 2 3 4 5} {6 7} {8 9 10 11 12},
// response {1 2 3 4 5} {6 7 8 9 10 11 12}; the values of the others were worked out by hand.
func TestScoreChains(t *testing.T) {
	for _, c := range []struct {
		name           string
		gold, response [][]int
		muc, b3, ceaf  [2]float64 // precision, recall
	}{
		{
			"two chains made one",
			[][]int{{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}},
			[][]int{{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}},
			[2]float64{9. / 10, 1},
			[2]float64{(5 + 29./7) / 12, 1},
			[2]float64{(1 + 10./12) / 2, (1 + 10./12) / 3},
		},
		{"the same", [][]int{{1, 2}, {3, 4, 5}}, [][]int{{5, 4, 3}, {2, 1}}, [2]float64{1, 1}, [2]float64{1, 1}, [2]float64{1, 1}},
		{
			"one mention missed, one too many",
			[][]int{{1, 2, 3}},
			[][]int{{1, 2, 9}},
			[2]float64{1. / 2, 1. / 2},
			[2]float64{4. / 9, 4. / 9},
			[2]float64{2. / 3, 2. / 3},
		},
		{
			"a chain cut in two",
			[][]int{{1, 2, 3, 4}},
			[][]int{{1, 2}, {3, 4}},
			[2]float64{1, 2. / 3},
			[2]float64{1, 1. / 2},
			[2]float64{2. / 3 / 2, 2. / 3},
		},
		{"nothing found", [][]int{{1, 2}}, nil, [2]float64{0, 0}, [2]float64{0, 0}, [2]float64{0, 0}},
		{"nothing to find", nil, [][]int{{1, 2}}, [2]float64{0, 0}, [2]float64{0, 0}, [2]float64{0, 0}},
		{"nothing at all", nil, nil, [2]float64{0, 0}, [2]float64{0, 0}, [2]float64{0, 0}},
	} {
		s := ScoreChains(c.gold, c.response)
		for _, m := range []struct {
			name string
			got  Ratio
			want [2]float64
		}{{"MUC", s.MUC, c.muc}, {"B³", s.B3, c.b3}, {"CEAF", s.CEAF, c.ceaf}} {
			if !near(m.got.Precision(), m.want[0]) || !near(m.got.Recall(), m.want[1]) {
				t.Errorf("%s: %s is P %.4f R %.4f, want P %.4f R %.4f", c.name, m.name, m.got.Precision(), m.got.Recall(), m.want[0], m.want[1])
			}
		}
		if want := (f1(c.muc) + f1(c.b3) + f1(c.ceaf)) / 3; !near(s.CoNLL(), want) {
			t.Errorf("%s: CoNLL F1 is %.4f, want %.4f", c.name, s.CoNLL(), want)
		}
	}
}

func f1(pr [2]float64) float64 { return quotient(2*pr[0]*pr[1], pr[0]+pr[1]) }

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// TestAssign holds the pairing against every other one.
func TestAssign(t *testing.T) {
	for _, m := range [][][]float64{
		{{0.5}},
		{{0, 1}, {1, 0}},
		{{0.9, 0.8}, {0.8, 0.1}},
		{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}},
		{{0.2, 0.4, 0.1, 0}, {0.3, 0.9, 0.8, 0.1}, {0.5, 0.6, 0.7, 0.2}, {0, 0.3, 0.1, 0.9}},
	} {
		best := 0.0
		every(len(m), func(order []int) {
			sum := 0.0
			for i, j := range order {
				sum += m[i][j]
			}
			best = max(best, sum)
		})
		if got := assign(m); !near(got, best) {
			t.Errorf("assign(%v) = %v, want %v", m, got, best)
		}
	}
}

// every calls do with each order of n numbers.
func every(n int, do func([]int)) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	var swap func(int)
	swap = func(k int) {
		if k == n {
			do(order)
			return
		}
		for i := k; i < n; i++ {
			order[k], order[i] = order[i], order[k]
			swap(k + 1)
			order[k], order[i] = order[i], order[k]
		}
	}
	swap(0)
}
