package network

import "dyad/internal/language/matrix"

// highwayScale keeps the variance of a deep stack of highways (Lei et al. 2018).
const highwayScale = 1.7320508

// A span is a sentence's words in a batch: rows [from, to).
type span struct{ from, to int }

// trace is what a layer's forward pass leaves for the backward pass.
type trace struct {
	x       []float32 // input after dropout
	u       []float32 // x·w
	f, r, c []float32 // gates and cells: rows × 2 hidden
	h       []float32
}

// grow makes a slice of n zeros.
func grow(s *[]float32, n int) []float32 {
	clear(size(s, n))
	return *s
}

// size makes a slice of n elements that hold anything.
func size(s *[]float32, n int) []float32 {
	if cap(*s) < n {
		*s = make([]float32, n+n/4)
	}
	*s = (*s)[:n]
	return *s
}

// forward reads t.x and fills the rest.
func (l *layer) forward(t *trace, spans []span, rows int) {
	h2, width := 2*l.hidden, 2*l.parts*l.hidden
	u := grow(&t.u, rows*width)
	l.w.mulAdd(u, t.x, rows)
	size(&t.f, rows*h2)
	size(&t.r, rows*h2)
	size(&t.c, rows*h2)
	size(&t.h, rows*h2)
	for _, s := range spans {
		for dir := range 2 {
			l.run(t, s, dir)
		}
	}
}

// step gives the order of the words in a direction.
func (s span) step(dir int) (first, step int) {
	if dir == 0 {
		return s.from, 1
	}
	return s.to - 1, -1
}

func (l *layer) run(t *trace, s span, dir int) {
	h, h2, width := l.hidden, 2*l.hidden, 2*l.parts*l.hidden
	bf, br := l.b.w[dir*h2:dir*h2+h], l.b.w[dir*h2+h:dir*h2+h2]
	vf, vr := l.v.w[dir*h2:dir*h2+h], l.v.w[dir*h2+h:dir*h2+h2]
	zero := make([]float32, h)
	last := zero
	i, step := s.step(dir)
	for range s.to - s.from {
		u := t.u[i*width+dir*l.parts*h : i*width+(dir+1)*l.parts*h]
		cand, uf, ur := u[:h], u[h:2*h], u[2*h:3*h]
		way := l.way(t, u, i, dir)
		at := i*h2 + dir*h
		f, r, c, out := t.f[at:at+h], t.r[at:at+h], t.c[at:at+h], t.h[at:at+h]
		for j := range out {
			fj := sigmoid(uf[j] + float32(vf[j]*last[j]) + bf[j])
			rj := sigmoid(ur[j] + float32(vr[j]*last[j]) + br[j])
			cj := float32(fj*last[j]) + float32((1-fj)*cand[j])
			f[j], r[j], c[j] = fj, rj, cj
			out[j] = float32(rj*cj) + float32((1-rj)*highwayScale*way[j])
		}
		last = c
		i += step
	}
}

// way is the input that goes past the cell.
func (l *layer) way(t *trace, u []float32, i, dir int) []float32 {
	h := l.hidden
	if l.parts == 4 {
		return u[3*h : 4*h]
	}
	return t.x[i*l.in+dir*h : i*l.in+(dir+1)*h]
}

// backward takes the gradient of the output, adds those of the parameters to g and that of the input to dx.
func (l *layer) backward(g *layer, t *trace, spans []span, rows int, dh, du, dx []float32) {
	width := 2 * l.parts * l.hidden
	for _, s := range spans {
		for dir := range 2 {
			l.runBack(g, t, s, dir, dh, du, dx)
		}
	}
	matrix.MulAdd(g.w.w, width, matrix.Of(t.x, l.in).T(), matrix.Of(du, width), l.in, rows, width)
	matrix.MulAdd(dx, l.in, matrix.Of(du, width), matrix.Of(l.w.w, width).T(), rows, width, l.in)
}

func (l *layer) runBack(g *layer, t *trace, s span, dir int, dh, du, dx []float32) {
	h, h2, width := l.hidden, 2*l.hidden, 2*l.parts*l.hidden
	vf, vr := l.v.w[dir*h2:dir*h2+h], l.v.w[dir*h2+h:dir*h2+h2]
	gbf, gbr := g.b.w[dir*h2:dir*h2+h], g.b.w[dir*h2+h:dir*h2+h2]
	gvf, gvr := g.v.w[dir*h2:dir*h2+h], g.v.w[dir*h2+h:dir*h2+h2]
	carry, zero := make([]float32, h), make([]float32, h)
	i, step := s.step(1 - dir)
	for range s.to - s.from {
		at := i*h2 + dir*h
		last := zero
		if k := i + step; k >= s.from && k < s.to {
			last = t.c[k*h2+dir*h : k*h2+dir*h+h]
		}
		u := t.u[i*width+dir*l.parts*h : i*width+(dir+1)*l.parts*h]
		d := du[i*width+dir*l.parts*h : i*width+(dir+1)*l.parts*h]
		way := l.way(t, u, i, dir)
		var dway []float32
		if l.parts == 4 {
			dway = d[3*h : 4*h]
		} else {
			dway = dx[i*l.in+dir*h : i*l.in+(dir+1)*h]
		}
		f, r, c, out := t.f[at:at+h], t.r[at:at+h], t.c[at:at+h], dh[at:at+h]
		cand := u[:h]
		dcand, df, dr := d[:h], d[h:2*h], d[2*h:3*h]
		for j, dj := range out {
			fj, rj := f[j], r[j]
			dc := carry[j] + dj*rj
			rPre := dj * (c[j] - highwayScale*way[j]) * rj * (1 - rj)
			dway[j] += dj * (1 - rj) * highwayScale
			fPre := dc * (last[j] - cand[j]) * fj * (1 - fj)
			dcand[j], df[j], dr[j] = dc*(1-fj), fPre, rPre
			carry[j] = dc*fj + fPre*vf[j] + rPre*vr[j]
			gbf[j] += fPre
			gbr[j] += rPre
			gvf[j] += fPre * last[j]
			gvr[j] += rPre * last[j]
		}
		i += step
	}
}
