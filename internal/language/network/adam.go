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

// update moves the parameters and clears the gradients.
func (a *adam) update(grads []*Network, rate float64) {
	a.steps++
	lists := make([][]*param, len(grads))
	for k, g := range grads {
		lists[k] = g.params()
		if a.text {
			lists[k] = append(lists[k], g.guess, g.guessB)
		}
	}
	norms := make([]float64, len(a.params))
	each := func(do func(i int)) {
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
	each(func(i int) {
		sum := lists[0][i].w
		total := float32(0)
		for _, l := range lists[1:] {
			g := l[i].w
			for j, v := range g {
				if v != 0 {
					sum[j] += v
					g[j] = 0
				}
			}
		}
		for _, v := range sum {
			total += v * v
		}
		norms[i] = float64(total)
	})
	norm := 0.0
	for _, x := range norms {
		norm += x
	}
	scale := float32(1)
	if norm = math.Sqrt(norm); norm > clip {
		scale = float32(clip / norm)
	}
	c1, c2 := 1-math.Pow(beta1, float64(a.steps)), 1-math.Pow(beta2, float64(a.steps))
	lr := float32(rate / c1)
	each(func(i int) {
		p, g, m, v := a.params[i], lists[0][i].w, a.m[i], a.v[i]
		for r := range p.rows {
			row := g[r*p.cols : (r+1)*p.cols]
			if i < a.tables && (r == 0 || !used(row)) {
				clear(row)
				continue
			}
			w, m, v := p.w[r*p.cols:(r+1)*p.cols], m[r*p.cols:(r+1)*p.cols], v[r*p.cols:(r+1)*p.cols]
			for j, x := range row {
				x *= scale
				m[j] = beta1*m[j] + (1-beta1)*x
				v[j] = beta2*v[j] + (1-beta2)*x*x
				w[j] -= lr * m[j] / (float32(math.Sqrt(float64(v[j])/c2)) + 1e-8)
				row[j] = 0
			}
		}
	})
}

func used(row []float32) bool {
	for _, v := range row {
		if v != 0 {
			return true
		}
	}
	return false
}
