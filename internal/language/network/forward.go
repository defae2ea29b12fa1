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
	arcs             [][]float32 // by sentence: words × (words+1) scores, in arcScores
	arcScores        []float32
	relD, relH       []float32

	// training
	drop   float32
	rng    *rand.Rand
	masks  [][]float32 // by layer, then sentence
	spare  [14][]float32
	kept   [][]bool // by table: words whose embedding is kept
	text   bool     // learning from text
	loss   float64
	hidden []bool // words whose features are all hidden, when learning from text
}

// load takes sentences up.
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

// mask draws what dropout leaves, for each sentence once.
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

// applyMask multiplies the rows of a sentence with its mask.
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

// forward fills in all scores but those of relations.
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
	n.arcU.mulAdd(q, p.arcD, p.rows)
	for i := range p.rows {
		add(q[i*a:i*a+a], n.arcB.w)
	}
	total := 0
	for _, s := range p.spans {
		total += (s.to - s.from) * (s.to - s.from + 1)
	}
	rest := grow(&p.arcScores, total)
	p.arcs = p.arcs[:0]
	for _, s := range p.spans {
		m := s.to - s.from
		sc := rest[:m*(m+1)]
		rest = rest[m*(m+1):]
		p.arcs = append(p.arcs, sc)
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

// distance is the element of arcDist for a word and its head.
func distance(i, h int) int { return min(max(h-i, -maxDist), maxDist) + maxDist }

// relInput fills in what the relation of a word with a head is scored from.
func (n *Network) relInput(in, d, h []float32) {
	b := n.RelDim
	for j := range b {
		in[j] = d[j] * h[j]
	}
	copy(in[b:], d)
	copy(in[2*b:], h)
}
