package network

import (
	"math"
	"math/rand/v2"

	"dyad/internal/language/matrix"
)

// pass is the memory of one batch on its way through the network.
type pass struct {
	n     *Network
	sents []*Sentence
	spans []span
	rows  int

	x                []float32
	traces           []trace
	out              []float32 // of the last layer after dropout
	tagIn            []float32
	tagH             []float32
	tag              []float32 // scores: tags, then features
	arcD, arcH, arcQ []float32
	arcs             [][]float32 // by sentence: words × (words+1) scores
	relD, relH       []float32

	// training
	drop   float32
	rng    *rand.Rand
	masks  [][]float32 // by layer, then sentence
	spare  [8][]float32
	kept   [][]bool // by table: words whose embedding is kept
	text   bool     // learning from text
	loss   float64
	hidden []bool // words whose features are all hidden, when learning from text
}

func (p *pass) load(n *Network, sents []*Sentence) {
	p.n, p.sents, p.spans, p.rows = n, sents, p.spans[:0], 0
	for _, s := range sents {
		p.spans = append(p.spans, span{p.rows, p.rows + s.Len()})
		p.rows += s.Len()
	}
	if len(p.traces) != n.Layers {
		p.traces = make([]trace, n.Layers)
	}
}

// groupDrop is how often a group of features is hidden in training.
const groupDrop = 0.15

// embed fills the input.
func (p *pass) embed() {
	n, in := p.n, p.n.In()
	x := grow(&p.x, p.rows*in)
	groups := len(n.Tables) + 1
	if p.rng != nil {
		p.kept = p.kept[:0]
		for range groups {
			p.kept = append(p.kept, make([]bool, p.rows))
		}
	}
	for k, s := range p.sents {
		for i := range s.Len() {
			row := p.spans[k].from + i
			to := x[row*in:]
			at := 0
			for g := range groups {
				dim, from := n.VectorDim, []float32(nil)
				if g < len(n.Tables) {
					dim = n.Tables[g].Dim
					r := int(s.Rows[g][i])
					from = n.tables[g].w[r*dim : r*dim+dim]
				} else if dim > 0 {
					v := int(s.Vectors[i])
					from = n.Vectors[v*dim : v*dim+dim]
				}
				keep := true
				if p.rng != nil {
					keep = p.rng.Float32() >= groupDrop && !(p.text && p.hidden[row])
					p.kept[g][row] = keep
				}
				if keep {
					copy(to[at:at+dim], from)
				}
				at += dim
			}
		}
	}
}

// dropout multiplies the rows of a sentence with one mask.
func (p *pass) mask(layer, width int) []float32 {
	for len(p.masks) <= layer {
		p.masks = append(p.masks, nil)
	}
	m := grow(&p.masks[layer], len(p.spans)*width)
	for i := range m {
		if p.rng.Float32() >= p.drop {
			m[i] = 1 / (1 - p.drop)
		}
	}
	return m
}

func (p *pass) applyMask(x, m []float32, width int) {
	for k, s := range p.spans {
		mk := m[k*width : k*width+width]
		for i := s.from; i < s.to; i++ {
			row := x[i*width : i*width+width]
			for j := range row {
				row[j] *= mk[j]
			}
		}
	}
}

func (p *pass) forward() {
	p.encode()
	p.score()
}

// encode takes the words through the layers; the tags are scored on the way.
func (p *pass) encode() {
	n := p.n
	p.embed()
	x := p.x
	h2 := 2 * n.Hidden
	for l := range n.layers {
		t := &p.traces[l]
		t.x = append(t.x[:0], x...)
		if p.rng != nil {
			p.applyMask(t.x, p.mask(l, n.layers[l].in), n.layers[l].in)
		}
		n.layers[l].forward(t, p.spans, p.rows)
		x = t.h
		if l == n.TagLayer-1 && !p.text {
			p.tagIn = append(p.tagIn[:0], x...)
			if p.rng != nil {
				p.applyMask(p.tagIn, p.mask(n.Layers, h2), h2)
			}
			p.dense(&p.tagH, p.tagIn, n.tag1, n.tag1b, true)
			p.dense(&p.tag, p.tagH, n.tag2, n.tag2b, false)
		}
	}
	p.out = append(p.out[:0], x...)
	if p.rng != nil {
		p.applyMask(p.out, p.mask(n.Layers+1, h2), h2)
	}
}

// score scores the arcs and prepares the relations.
func (p *pass) score() {
	n := p.n
	p.dense(&p.arcD, p.out, n.arcD, n.arcDb, true)
	p.dense(&p.arcH, p.out, n.arcH, n.arcHb, true)
	p.dense(&p.relD, p.out, n.relD, n.relDb, true)
	p.dense(&p.relH, p.out, n.relH, n.relHb, true)
	a := n.ArcDim
	if p.rng != nil {
		p.applyMask(p.arcD, p.mask(n.Layers+2, a), a)
		p.applyMask(p.arcH, p.mask(n.Layers+3, a), a)
		p.applyMask(p.relD, p.mask(n.Layers+4, n.RelDim), n.RelDim)
		p.applyMask(p.relH, p.mask(n.Layers+5, n.RelDim), n.RelDim)
	}
	q := grow(&p.arcQ, p.rows*a)
	matrix.MulAdd(q, a, matrix.Of(p.arcD, a), matrix.Of(n.arcU.w, a), p.rows, a, a)
	for i := range p.rows {
		add(q[i*a:i*a+a], n.arcB.w)
	}
	for len(p.arcs) < len(p.sents) {
		p.arcs = append(p.arcs, nil)
	}
	for k, s := range p.spans {
		m := s.to - s.from
		sc := grow(&p.arcs[k], m*(m+1))
		matrix.MulAdd(sc, m+1, matrix.Of(q[s.from*a:], a), matrix.Of(p.arcH[s.from*a:], a).T(), m, a, m)
		for i := range m {
			row := sc[i*(m+1) : (i+1)*(m+1)]
			row[m] = dot(q[(s.from+i)*a:(s.from+i)*a+a], n.arcRoot.w)
			for h := range m {
				row[h] += n.arcDist.w[distance(i, h)]
			}
			row[i] = float32(math.Inf(-1))
		}
	}
}

func distance(i, h int) int { return min(max(h-i, -maxDist), maxDist) + maxDist }

func add(to, from []float32) {
	for j, v := range from {
		to[j] += v
	}
}

func dot(a, b []float32) (sum float32) {
	for j, v := range a {
		sum += v * b[j]
	}
	return sum
}

// leak is the slope of the activation under zero.
const leak = 0.1

func (p *pass) dense(to *[]float32, x []float32, w, b *param, activate bool) {
	y := grow(to, p.rows*w.cols)
	for i := range p.rows {
		copy(y[i*w.cols:], b.w)
	}
	matrix.MulAdd(y, w.cols, matrix.Of(x, w.rows), matrix.Of(w.w, w.cols), p.rows, w.rows, w.cols)
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

// relScores adds the scores of the relations of a word with a head to out; the three parts of its input are left in in.
func (n *Network) relScores(out, in, d, h []float32) {
	b := n.RelDim
	for j := range b {
		in[j] = d[j] * h[j]
	}
	copy(in[b:], d)
	copy(in[2*b:], h)
	copy(out, n.relOutB.w)
	matrix.MulAdd(out, n.Rels, matrix.Of(in, 3*b), matrix.Of(n.relOut.w, n.Rels), 1, 3*b, n.Rels)
}

// train goes forward and backward and adds the gradients to g. scale is the weight of a word.
func (p *pass) train(g *Network, scale float32) {
	n := p.n
	p.forward()
	h2, a, b := 2*n.Hidden, n.ArcDim, n.RelDim
	dout := grow(&p.spare[0], p.rows*h2)
	dq := grow(&p.spare[1], p.rows*a)
	dH := grow(&p.spare[2], p.rows*a)
	dD := grow(&p.spare[3], p.rows*a)
	dRelD, dRelH := grow(&p.spare[4], p.rows*b), grow(&p.spare[5], p.rows*b)
	// relations: all words at once
	in := make([]float32, p.rows*3*b)
	relScores := make([]float32, p.rows*n.Rels)
	headOf := func(k, i int) []float32 {
		s := p.spans[k]
		if h := int(p.sents[k].Heads[i]); h < s.to-s.from {
			return p.relH[(s.from+h)*b : (s.from+h)*b+b]
		}
		return n.relRoot.w
	}
	for k, s := range p.spans {
		for i := range s.to - s.from {
			r := s.from + i
			d, h := p.relD[r*b:r*b+b], headOf(k, i)
			v := in[r*3*b : (r+1)*3*b]
			for j := range b {
				v[j] = d[j] * h[j]
			}
			copy(v[b:], d)
			copy(v[2*b:], h)
			copy(relScores[r*n.Rels:], n.relOutB.w)
		}
	}
	matrix.MulAdd(relScores, n.Rels, matrix.Of(in, 3*b), matrix.Of(n.relOut.w, n.Rels), p.rows, 3*b, n.Rels)
	for k, s := range p.spans {
		sent := p.sents[k]
		m := s.to - s.from
		for i := range m {
			r := s.from + i
			row := relScores[r*n.Rels : (r+1)*n.Rels]
			p.loss += softmaxGrad(row, int(sent.Rels[i]), scale)
			add(g.relOutB.w, row)
			arc := p.arcs[k][i*(m+1) : (i+1)*(m+1)]
			p.loss += softmaxGrad(arc, int(sent.Heads[i]), scale)
			for h := range m {
				g.arcDist.w[distance(i, h)] += arc[h]
			}
		}
	}
	din := make([]float32, p.rows*3*b)
	matrix.MulAdd(g.relOut.w, n.Rels, matrix.Of(in, 3*b).T(), matrix.Of(relScores, n.Rels), 3*b, p.rows, n.Rels)
	matrix.MulAdd(din, 3*b, matrix.Of(relScores, n.Rels), matrix.Of(n.relOut.w, n.Rels).T(), p.rows, n.Rels, 3*b)
	for k, s := range p.spans {
		m := s.to - s.from
		for i := range m {
			r := s.from + i
			d, h := p.relD[r*b:r*b+b], headOf(k, i)
			dd, dh := dRelD[r*b:r*b+b], g.relRoot.w
			if hh := int(p.sents[k].Heads[i]); hh < m {
				dh = dRelH[(s.from+hh)*b : (s.from+hh)*b+b]
			}
			v := din[r*3*b : (r+1)*3*b]
			for j := range b {
				dd[j] += v[j]*h[j] + v[b+j]
				dh[j] += v[j]*d[j] + v[2*b+j]
			}
		}
		// arcs
		sc := p.arcs[k]
		q, hd := p.arcQ[s.from*a:], p.arcH[s.from*a:]
		matrix.MulAdd(dq[s.from*a:], a, matrix.Of(sc, m+1), matrix.Of(hd, a), m, m, a)
		matrix.MulAdd(dH[s.from*a:], a, matrix.Of(sc, m+1).T(), matrix.Of(q, a), m, m, a)
		for i := range m {
			x := sc[i*(m+1)+m]
			for j := range a {
				dq[(s.from+i)*a+j] += x * n.arcRoot.w[j]
				g.arcRoot.w[j] += x * q[i*a+j]
			}
		}
	}
	for i := range p.rows {
		add(g.arcB.w, dq[i*a:i*a+a])
	}
	matrix.MulAdd(g.arcU.w, a, matrix.Of(p.arcD, a).T(), matrix.Of(dq, a), a, p.rows, a)
	matrix.MulAdd(dD, a, matrix.Of(dq, a), matrix.Of(n.arcU.w, a).T(), p.rows, a, a)
	for i, dy := range [][]float32{dD, dH, dRelD, dRelH} {
		width := a
		if i > 1 {
			width = b
		}
		p.applyMask(dy, p.masks[n.Layers+2+i], width)
	}
	p.denseBack(dD, p.arcD, p.out, n.arcD, n.arcDb, g.arcD, g.arcDb, true, dout)
	p.denseBack(dH, p.arcH, p.out, n.arcH, n.arcHb, g.arcH, g.arcHb, true, dout)
	p.denseBack(dRelD, p.relD, p.out, n.relD, n.relDb, g.relD, g.relDb, true, dout)
	p.denseBack(dRelH, p.relH, p.out, n.relH, n.relHb, g.relH, g.relHb, true, dout)
	p.applyMask(dout, p.masks[n.Layers+1], h2)
	p.backLayers(g, dout, scale)
}

// tagGrad makes the gradient of the layer that tags are read from.
func (p *pass) tagGrad(g *Network, scale float32) []float32 {
	n := p.n
	for k, s := range p.spans {
		for i := range s.to - s.from {
			row := p.tag[(s.from+i)*(n.Tags+n.Feats):][:n.Tags+n.Feats]
			if t := p.sents[k].Tags[i]; t >= 0 {
				p.loss += softmaxGrad(row[:n.Tags], int(t), scale)
			} else {
				clear(row[:n.Tags])
			}
			if f := p.sents[k].Feats[i]; f >= 0 {
				p.loss += softmaxGrad(row[n.Tags:], int(f), scale)
			} else {
				clear(row[n.Tags:])
			}
		}
	}
	dh := make([]float32, p.rows*n.TagHidden)
	dx := make([]float32, p.rows*2*n.Hidden)
	p.denseBack(p.tag, nil, p.tagH, n.tag2, n.tag2b, g.tag2, g.tag2b, false, dh)
	p.denseBack(dh, p.tagH, p.tagIn, n.tag1, n.tag1b, g.tag1, g.tag1b, true, dx)
	p.applyMask(dx, p.masks[n.Layers], 2*n.Hidden)
	return dx
}

// backLayers takes the gradient of the last layer's output down to the embeddings.
func (p *pass) backLayers(g *Network, dh []float32, scale float32) {
	n := p.n
	for l := n.Layers - 1; l >= 0; l-- {
		if l == n.TagLayer-1 && !p.text {
			add(dh, p.tagGrad(g, scale))
		}
		la := &n.layers[l]
		du := grow(&p.spare[6], p.rows*2*la.parts*la.hidden)
		dx := make([]float32, p.rows*la.in)
		la.backward(&g.layers[l], &p.traces[l], p.spans, p.rows, dh, du, dx)
		p.applyMask(dx, p.masks[l], la.in)
		dh = dx
	}
	in := n.In()
	for k, s := range p.sents {
		for i := range s.Len() {
			row := p.spans[k].from + i
			d := dh[row*in:]
			at := 0
			for t := range n.Tables {
				dim := n.Tables[t].Dim
				if p.kept[t][row] {
					r := int(s.Rows[t][i])
					add(g.tables[t].w[r*dim:r*dim+dim], d[at:at+dim])
				}
				at += dim
			}
		}
	}
}
