package evaluate

// The measures of coreference, as the CoNLL-2012 shared task counts them (Pradhan, Luo, Recasens, Hovy, Ng, Strube: Scoring
// coreference partitions of predicted mentions, ACL 2014). A partition is a list of chains, a chain a list of the numbers of its
// mentions; a mention of the gold and one of the response that are the same have the same number. Chains of one mention are
// left out before.
//
//   - MUC (Vilain et al. 1995) counts the links that a chain needs: all its mentions but one.
//   - B³ (Bagga and Baldwin 1998) averages over mentions what share of its chain each has around it.
//   - CEAF-φ4 (Luo 2005) pairs the chains one to one so that they are most alike.
//
// The CoNLL F1 is the mean of the three.

// A Ratio is a sum over documents of numerators and denominators for precision and recall, as the measures define them.
type Ratio struct{ PrecisionOver, PrecisionUnder, RecallOver, RecallUnder float64 }

// Add adds the sums of another document.
func (r *Ratio) Add(o Ratio) {
	r.PrecisionOver += o.PrecisionOver
	r.PrecisionUnder += o.PrecisionUnder
	r.RecallOver += o.RecallOver
	r.RecallUnder += o.RecallUnder
}

// Precision is 0 where there is nothing to divide by.
func (r Ratio) Precision() float64 { return quotient(r.PrecisionOver, r.PrecisionUnder) }

// Recall is 0 where there is nothing to divide by.
func (r Ratio) Recall() float64 { return quotient(r.RecallOver, r.RecallUnder) }

// F1 is the harmonic mean of precision and recall.
func (r Ratio) F1() float64 {
	p, q := r.Precision(), r.Recall()
	return quotient(2*p*q, p+q)
}

func quotient(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// ChainScores are the three measures.
type ChainScores struct{ MUC, B3, CEAF Ratio }

// Add adds the sums of another document.
func (s *ChainScores) Add(o ChainScores) {
	s.MUC.Add(o.MUC)
	s.B3.Add(o.B3)
	s.CEAF.Add(o.CEAF)
}

// CoNLL is the mean of the F1 of the three measures.
func (s ChainScores) CoNLL() float64 { return (s.MUC.F1() + s.B3.F1() + s.CEAF.F1()) / 3 }

// ScoreChains compares the chains of a response with those of the gold.
func ScoreChains(gold, response [][]int) ChainScores {
	var s ChainScores
	g, r := chainOf(gold), chainOf(response)
	s.MUC.RecallOver, s.MUC.RecallUnder = links(gold, r)
	s.MUC.PrecisionOver, s.MUC.PrecisionUnder = links(response, g)
	s.B3.RecallOver, s.B3.RecallUnder = around(gold, response, r)
	s.B3.PrecisionOver, s.B3.PrecisionUnder = around(response, gold, g)
	alike := alignment(gold, response, r)
	s.CEAF = Ratio{alike, float64(len(response)), alike, float64(len(gold))}
	return s
}

// chainOf tells of each mention in which chain it is.
func chainOf(chains [][]int) map[int]int {
	of := map[int]int{}
	for c, ms := range chains {
		for _, m := range ms {
			of[m] = c
		}
	}
	return of
}

// links gives how many links of the chains the other partition has, and how many they are.
func links(chains [][]int, other map[int]int) (over, under float64) {
	for _, ms := range chains {
		parts := map[int]bool{}
		alone := 0
		for _, m := range ms {
			if c, ok := other[m]; ok {
				parts[c] = true
			} else {
				alone++
			}
		}
		over += float64(len(ms) - len(parts) - alone)
		under += float64(len(ms) - 1)
	}
	return over, under
}

// around sums, over the mentions of the chains, the share of their chain that stands with them in the other partition.
func around(chains, others [][]int, other map[int]int) (over, under float64) {
	for _, ms := range chains {
		shared := map[int]int{}
		for _, m := range ms {
			if c, ok := other[m]; ok {
				shared[c]++
			}
		}
		for c := range others { // in order, so that the sum is the same in every run
			if n := shared[c]; n > 0 {
				over += float64(n*n) / float64(len(ms))
			}
		}
		under += float64(len(ms))
	}
	return over, under
}

// alignment gives the likeness of the chains in the best one-to-one pairing: twice the mentions that two chains share, over
// the mentions of both.
func alignment(gold, response [][]int, inResponse map[int]int) float64 {
	n := max(len(gold), len(response))
	if n == 0 {
		return 0
	}
	like := make([][]float64, n)
	for i := range like {
		like[i] = make([]float64, n)
	}
	for i, ms := range gold {
		shared := map[int]int{}
		for _, m := range ms {
			if c, ok := inResponse[m]; ok {
				shared[c]++
			}
		}
		for c, k := range shared {
			like[i][c] = 2 * float64(k) / float64(len(ms)+len(response[c]))
		}
	}
	return assign(like)
}

// assign gives the greatest sum of a square matrix with one cell of each row and column (Kuhn 1955, Munkres 1957), in cubic
// time.
func assign(value [][]float64) float64 {
	n := len(value)
	const far = 1e18
	rowPrice, colPrice := make([]float64, n+1), make([]float64, n+1)
	rowOf, from := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		least, seen := make([]float64, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = far
		}
		at := 0
		for rowOf[at] != 0 {
			seen[at] = true
			row, delta, next := rowOf[at], far, 0
			for j := 1; j <= n; j++ {
				if seen[j] {
					continue
				}
				if cost := -value[row-1][j-1] - rowPrice[row] - colPrice[j]; cost < least[j] {
					least[j], from[j] = cost, at
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := range least {
				if seen[j] {
					rowPrice[rowOf[j]] += delta
					colPrice[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			rowOf[at] = rowOf[from[at]]
			at = from[at]
		}
	}
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum += value[rowOf[j]-1][j-1]
	}
	return sum
}
