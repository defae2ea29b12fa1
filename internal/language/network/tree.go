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
		if !math.IsInf(float64(s), 0) {
			low, high = min(low, s), max(high, s)
		}
	}
	cost := (high-low)*float32(m) + 1 // a second root never pays
	w := make([]float64, n*n)         // w[d*n+h]
	for d := range m {
		for h := range n {
			w[d*n+h] = float64(scores[d*n+h])
		}
		w[d*n+m] -= float64(cost)
		w[d*n+d] = math.Inf(-1)
	}
	alive := make([]bool, n)
	for i := range alive {
		alive[i] = true
	}
	for d, h := range arborescence(w, n, m, alive) {
		if d < m {
			heads[d] = int32(h)
		}
	}
	return heads
}

// arborescence contracts cycles one after the other: at most n contractions of n² steps each, mostly none.
func arborescence(w []float64, n, root int, alive []bool) []int {
	head := make([]int, n)
	for d := range n {
		head[d] = -1
		if d == root || !alive[d] {
			continue
		}
		for h := range n {
			if h != d && alive[h] && (head[d] < 0 || w[d*n+h] > w[d*n+head[d]]) {
				head[d] = h
			}
		}
	}
	cycle := findCycle(head, n, root)
	if cycle == nil {
		return head
	}
	in := make([]bool, n)
	for _, v := range cycle {
		in[v] = true
	}
	// The first word of the cycle stands for all of it; the others are dead until it is broken.
	c := cycle[0]
	intoFrom, outOf := make([]int, n), make([]int, n)
	saved := make([]float64, 2*n)
	for x := range n {
		saved[x], saved[n+x] = w[c*n+x], w[x*n+c]
	}
	for x := range n {
		if in[x] || !alive[x] {
			continue
		}
		bestIn, bestOut := math.Inf(-1), math.Inf(-1)
		into, out := c, c
		for _, v := range cycle {
			vIn, vOut := w[v*n+x]-w[v*n+head[v]], w[x*n+v]
			if v == c {
				vIn, vOut = saved[x]-saved[head[c]], saved[n+x]
			}
			if vIn > bestIn {
				bestIn, into = vIn, v
			}
			if vOut > bestOut {
				bestOut, out = vOut, v
			}
		}
		intoFrom[x], outOf[x] = into, out
		w[c*n+x], w[x*n+c] = bestIn, bestOut
	}
	for _, v := range cycle[1:] {
		alive[v] = false
	}
	rest := arborescence(w, n, root, alive)
	for _, v := range cycle[1:] {
		alive[v] = true
	}
	for x := range n {
		w[c*n+x], w[x*n+c] = saved[x], saved[n+x]
	}
	out := make([]int, n)
	copy(out, rest)
	for _, v := range cycle {
		out[v] = head[v]
	}
	enters := rest[c]
	out[intoFrom[enters]] = enters
	for x := range n {
		if !in[x] && alive[x] && x != root && rest[x] == c {
			out[x] = outOf[x]
		}
	}
	return out
}

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
