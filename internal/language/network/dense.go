package network

import (
	"math"

	"dyad/internal/language/matrix"
)

// add adds a vector to another.
func add(to, from []float32) {
	for j, v := range from {
		to[j] += v
	}
}

func dot(a, b []float32) (sum float32) {
	for j, v := range a {
		sum += float32(v * b[j])
	}
	return sum
}

// leak is the slope of the activation under zero.
const leak = 0.1

func (p *pass) dense(to *[]float32, x []float32, w, b *param, activate bool) {
	y := size(to, p.rows*w.cols)
	for i := range p.rows {
		copy(y[i*w.cols:], b.w)
	}
	w.mulAdd(y, x, p.rows)
	if activate {
		for i, v := range y {
			if v < 0 {
				y[i] = v * leak
			}
		}
	}
}

// denseBack adds the gradients of a dense layer; y is its output after dropout, whose sign tells the slope.
func (p *pass) denseBack(dy, y, x []float32, w, b, gw, gb *param, activate bool, dx []float32) {
	if activate {
		for i, v := range y {
			if v < 0 {
				dy[i] *= leak
			}
		}
	}
	for i := range p.rows {
		add(gb.w, dy[i*w.cols:(i+1)*w.cols])
	}
	matrix.MulAdd(gw.w, w.cols, matrix.Of(x, w.rows).T(), matrix.Of(dy, w.cols), w.rows, p.rows, w.cols)
	matrix.MulAdd(dx, w.rows, matrix.Of(dy, w.cols), matrix.Of(w.w, w.cols).T(), p.rows, w.cols, w.rows)
}

// softmaxGrad turns scores into the gradient of the cross entropy and returns the loss.
func softmaxGrad(scores []float32, gold int, scale float32) float64 {
	m := scores[0]
	for _, s := range scores {
		m = max(m, s)
	}
	sum := float32(0)
	for i, s := range scores {
		e := float32(math.Exp(float64(s - m)))
		scores[i] = e
		sum += e
	}
	loss := -math.Log(float64(scores[gold]/sum) + 1e-30)
	for i := range scores {
		scores[i] *= scale / sum
	}
	scores[gold] -= scale
	return loss
}
