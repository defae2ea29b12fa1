package network

import (
	"math"
	"sync"
)

// adam is the optimiser (Kingma and Ba 2015).
type adam struct {
	params []*param
	m, v   [][]float32
	steps  int
	text   bool
	tables int // the first parameters are tables: only rows that were used are moved
}

const (
	beta1, beta2 = 0.9, 0.95
	clip         = 5
)

func newAdam(n *Network, text bool) *adam {
	a := &adam{params: n.params(), tables: len(n.tables), text: text}
	if text {
		a.params = append(a.params, n.guess, n.guessB)
	}
	for _, p := range a.params {
		a.m = append(a.m, make([]float32, len(p.w)))
		a.v = append(a.v, make([]float32, len(p.w)))
	}
	return a
}

// update moves the parameters and clears the gradients, which are added in order.
func (a *adam) update(grads []*Network, rate float64) {
	a.steps++
	lists := make([][]*param, len(grads))
	for k, g := range grads {
		lists[k] = g.params()
		if a.text {
			lists[k] = append(lists[k], g.guess, g.guessB)
		}
	}
	squares := make([]float64, len(a.params))
	a.each(func(i int) { squares[i] = float64(sum(lists, i)) })
	norm := 0.0
	for _, x := range squares {
		norm += x
	}
	scale := float32(1)
	if norm = math.Sqrt(norm); norm > clip {
		scale = float32(clip / norm)
	}
	correct1, correct2 := 1-math.Pow(beta1, float64(a.steps)), 1-math.Pow(beta2, float64(a.steps))
	a.each(func(i int) { a.step(i, lists[0][i].w, scale, float32(rate/correct1), correct2) })
}

// each calls do for every parameter, some at a time.
func (a *adam) each(do func(i int)) {
	var wg sync.WaitGroup
	for k := range shards {
		wg.Go(func() {
			for i := k; i < len(a.params); i += shards {
				do(i)
			}
		})
	}
	wg.Wait()
}

// sum adds up the gradients of parameter i in the first list, clears the others and returns the sum of the squares.
func sum(lists [][]*param, i int) (squares float32) {
	total := lists[0][i].w
	for _, l := range lists[1:] {
		g := l[i].w
		for j, v := range g {
			if v != 0 {
				total[j] += v
				g[j] = 0
			}
		}
	}
	for _, v := range total {
		squares += v * v
	}
	return squares
}

// step moves parameter i and clears its gradient.
func (a *adam) step(i int, grad []float32, scale, rate float32, correct2 float64) {
	p := a.params[i]
	for r := range p.rows {
		from, to := r*p.cols, (r+1)*p.cols
		g := grad[from:to]
		if i < a.tables && (r == 0 || !used(g)) {
			clear(g)
			continue
		}
		w, m, v := p.w[from:to], a.m[i][from:to], a.v[i][from:to]
		for j, x := range g {
			x *= scale
			m[j] = beta1*m[j] + (1-beta1)*x
			v[j] = beta2*v[j] + (1-beta2)*x*x
			w[j] -= rate * m[j] / (float32(math.Sqrt(float64(v[j])/correct2)) + 1e-8)
			g[j] = 0
		}
	}
}

func used(row []float32) bool {
	for _, v := range row {
		if v != 0 {
			return true
		}
	}
	return false
}
