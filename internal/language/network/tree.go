package network

import "math"

// spanningTree finds the heads of m words with the highest sum of scores that make a tree with one word under the root
// (Chu and Liu 1965, Edmonds 1967; one root by the reweighting of Stanojević and Cohen 2021). scores holds for each word
// those of all words as its head, then that of the root.
func spanningTree(scores []float32, m int) []int32 {
	heads := make([]int32, m)
	if m == 0 {
		return heads
	}
	n := m + 1
	low, high := float32(math.Inf(1)), float32(math.Inf(-1))
	for _, s := range scores {
		if !math.IsInf(float64(s), 0) && s == s {
			low, high = min(low, s), max(high, s)
		}
	}
	low, high = min(low, high), max(low, high)                   // where no score is finite they are the wrong way round
	cost := float64((float64(high)-float64(low))*float64(m)) + 1 // a second root never pays
	w := make([]float64, n*n)                                    // w[d*n+h]
	for d := range m {
		for h := range n {
			if s := scores[d*n+h]; s >= low { // neither infinite nor, in a damaged model, no number
				w[d*n+h] = float64(min(s, high))
			} else {
				w[d*n+h] = float64(low)
			}
		}
		w[d*n+m] -= cost
		w[d*n+d] = math.Inf(-1)
	}
	alive, best := make([]bool, n), make([]int, n)
	for d := range n {
		alive[d] = true
	}
	best[m] = -1
	for d := range m {
		best[d] = bestHead(w[d*n:(d+1)*n], d, alive)
	}
	for d, h := range breakCycles(w, n, m, alive, best) {
		if d < m {
			heads[d] = int32(h)
		}
	}
	return heads
}

// bestHead returns the living word with the highest score but d itself.
func bestHead(row []float64, d int, alive []bool) int {
	b := -1
	for h, s := range row {
		if h != d && alive[h] && (b < 0 || s > row[b]) {
			b = h
		}
	}
	return b
}

// breakCycles turns the best heads into a tree. A cycle is made one word, which is solved first and then taken apart:
// every cycle costs its length times n, so all of them at most n². head is overwritten.
func breakCycles(w []float64, n, root int, alive []bool, head []int) []int {
	cycle := findCycle(head, n, root)
	if cycle == nil {
		return head
	}
	in := make([]bool, n)
	for _, v := range cycle {
		in[v] = true
	}
	// The first word of the cycle stands for all of it; the others are dead until it is taken apart.
	c := cycle[0]
	into, outOf := make([]int, n), make([]int, n)
	saved := make([]float64, 2*n)
	for x := range n {
		saved[x], saved[n+x] = w[c*n+x], w[x*n+c]
	}
	around := make([]int, len(cycle)) // the heads in the cycle
	for i, v := range cycle {
		around[i] = head[v]
	}
	for x := range n {
		if in[x] || !alive[x] {
			continue
		}
		bestIn, bestOut := math.Inf(-1), math.Inf(-1)
		into[x], outOf[x] = c, c
		for i, v := range cycle {
			vIn, vOut := w[v*n+x]-w[v*n+around[i]], w[x*n+v]
			if v == c {
				vIn, vOut = saved[x]-saved[around[i]], saved[n+x]
			}
			if vIn > bestIn {
				bestIn, into[x] = vIn, v
			}
			if vOut > bestOut {
				bestOut, outOf[x] = vOut, v
			}
		}
		w[c*n+x], w[x*n+c] = bestIn, bestOut
		if head[x] >= 0 && in[head[x]] {
			head[x] = c // still the best
		}
	}
	for _, v := range cycle[1:] {
		alive[v], head[v] = false, -1
	}
	head[c] = bestHead(w[c*n:(c+1)*n], c, alive)
	head = breakCycles(w, n, root, alive, head)
	for x := range n {
		w[c*n+x], w[x*n+c] = saved[x], saved[n+x]
	}
	for x := range n {
		if !in[x] && alive[x] && x != root && head[x] == c {
			head[x] = outOf[x]
		}
	}
	enters := head[c]
	for i, v := range cycle {
		alive[v], head[v] = true, around[i]
	}
	head[into[enters]] = enters
	return head
}

// findCycle returns the words of a cycle, nil if there is none.
func findCycle(head []int, n, root int) []int {
	state := make([]int, n) // 0 new, else the walk it was met on
	for s := range n {
		if head[s] < 0 {
			continue
		}
		v := s
		for v != root && head[v] >= 0 && state[v] == 0 {
			state[v] = s + 1
			v = head[v]
		}
		if v != root && head[v] >= 0 && state[v] == s+1 {
			cycle := []int{v}
			for x := head[v]; x != v; x = head[x] {
				cycle = append(cycle, x)
			}
			return cycle
		}
	}
	return nil
}
