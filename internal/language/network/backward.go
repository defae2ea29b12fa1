package network

import "dyad/internal/language/matrix"

// train goes forward and backward and adds the gradients to g. scale is the weight of a word.
func (p *pass) train(g *Network, scale float32) {
	n := p.n
	p.forward()
	h2 := 2 * n.Hidden
	arcD, arcH := p.arcGrad(g, scale)
	relD, relH := p.relGrad(g, scale)
	dout := grow(&p.spare[0], p.rows*h2)
	for i, part := range []struct {
		dy, y        []float32
		w, b, gw, gb *param
	}{
		{arcD, p.arcD, n.arcD, n.arcDb, g.arcD, g.arcDb},
		{arcH, p.arcH, n.arcH, n.arcHb, g.arcH, g.arcHb},
		{relD, p.relD, n.relD, n.relDb, g.relD, g.relDb},
		{relH, p.relH, n.relH, n.relHb, g.relH, g.relHb},
	} {
		p.applyMask(part.dy, p.masks[n.Layers+2+i], part.w.cols)
		p.denseBack(part.dy, part.y, p.out, part.w, part.b, part.gw, part.gb, true, dout)
	}
	p.applyMask(dout, p.masks[n.Layers+1], h2)
	p.backLayers(g, dout, scale)
}

// arcGrad makes the gradients of the words as dependents and as heads of arcs.
func (p *pass) arcGrad(g *Network, scale float32) (dD, dH []float32) {
	n, a := p.n, p.n.ArcDim
	dq := grow(&p.spare[1], p.rows*a)
	dD, dH = grow(&p.spare[2], p.rows*a), grow(&p.spare[3], p.rows*a)
	for k, s := range p.spans {
		m := s.to - s.from
		sc := p.arcs[k]
		q := p.arcQ[s.from*a:]
		for i := range m {
			row := sc[i*(m+1) : (i+1)*(m+1)]
			p.loss += softmaxGrad(row, int(p.sents[k].Heads[i]), scale)
			for h := range m {
				g.arcDist.w[distance(i, h)] += row[h]
			}
			x := row[m]
			for j := range a {
				dq[(s.from+i)*a+j] += x * n.arcRoot.w[j]
				g.arcRoot.w[j] += x * q[i*a+j]
			}
		}
		matrix.MulAdd(dq[s.from*a:], a, matrix.Of(sc, m+1), matrix.Of(p.arcH[s.from*a:], a), m, m, a)
		matrix.MulAdd(dH[s.from*a:], a, matrix.Of(sc, m+1).T(), matrix.Of(q, a), m, m, a)
	}
	for i := range p.rows {
		add(g.arcB.w, dq[i*a:i*a+a])
	}
	matrix.MulAdd(g.arcU.w, a, matrix.Of(p.arcD, a).T(), matrix.Of(dq, a), a, p.rows, a)
	matrix.MulAdd(dD, a, matrix.Of(dq, a), matrix.Of(n.arcU.w, a).T(), p.rows, a, a)
	return dD, dH
}

// relGrad makes the gradients of the words as dependents and as heads of relations.
func (p *pass) relGrad(g *Network, scale float32) (dD, dH []float32) {
	n, b := p.n, p.n.RelDim
	dD, dH = grow(&p.spare[4], p.rows*b), grow(&p.spare[5], p.rows*b)
	in, din := grow(&p.spare[6], p.rows*3*b), grow(&p.spare[7], p.rows*3*b)
	scores := grow(&p.spare[8], p.rows*n.Rels)
	for k, s := range p.spans {
		for i := range s.to - s.from {
			r := s.from + i
			n.relInput(in[r*3*b:(r+1)*3*b], p.relD[r*b:r*b+b], p.goldHead(k, i))
			copy(scores[r*n.Rels:], n.relOutB.w)
		}
	}
	n.relOut.mulAdd(scores, in, p.rows)
	for k, s := range p.spans {
		for i := range s.to - s.from {
			row := scores[(s.from+i)*n.Rels : (s.from+i+1)*n.Rels]
			p.loss += softmaxGrad(row, int(p.sents[k].Rels[i]), scale)
			add(g.relOutB.w, row)
		}
	}
	matrix.MulAdd(g.relOut.w, n.Rels, matrix.Of(in, 3*b).T(), matrix.Of(scores, n.Rels), 3*b, p.rows, n.Rels)
	matrix.MulAdd(din, 3*b, matrix.Of(scores, n.Rels), matrix.Of(n.relOut.w, n.Rels).T(), p.rows, n.Rels, 3*b)
	for k, s := range p.spans {
		for i := range s.to - s.from {
			r := s.from + i
			d, h := p.relD[r*b:r*b+b], p.goldHead(k, i)
			dd, dh := dD[r*b:r*b+b], g.relRoot.w
			if head := int(p.sents[k].Heads[i]); head < s.to-s.from {
				dh = dH[(s.from+head)*b : (s.from+head)*b+b]
			}
			v := din[r*3*b : (r+1)*3*b]
			for j := range b {
				dd[j] += v[j]*h[j] + v[b+j]
				dh[j] += v[j]*d[j] + v[2*b+j]
			}
		}
	}
	return dD, dH
}

// goldHead is the gold head of word i of sentence k, as the head of a relation.
func (p *pass) goldHead(k, i int) []float32 {
	s, b := p.spans[k], p.n.RelDim
	if h := int(p.sents[k].Heads[i]); h < s.to-s.from {
		return p.relH[(s.from+h)*b : (s.from+h)*b+b]
	}
	return p.n.relRoot.w
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
	dh, dx := grow(&p.spare[9], p.rows*n.TagHidden), grow(&p.spare[10], p.rows*2*n.Hidden)
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
		du := grow(&p.spare[11], p.rows*2*la.parts*la.hidden)
		dx := grow(&p.spare[12+l%2], p.rows*la.in)
		la.backward(&g.layers[l], &p.traces[l], p.spans, p.rows, dh, du, dx)
		p.applyMask(dx, p.masks[l], la.in)
		dh = dx
	}
	p.embedBack(g, dh)
}

// embedBack adds the gradients of the embeddings.
func (p *pass) embedBack(g *Network, dx []float32) {
	n := p.n
	in := n.In()
	for k, s := range p.sents {
		for i := range s.Len() {
			row := p.spans[k].from + i
			d := dx[row*in:]
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
