package network

import (
	"math"
	"sync"

	"dyad/internal/language/perceptron"
)

// Tree is what the network says of a sentence.
type Tree struct {
	Tags  []int32
	Feats []int32
	Heads []int32 // the number of words stands for the root
	Rels  []int32
}

var passes = sync.Pool{New: func() any { return &pass{} }}

// Parse reads sentences. allowed gives the features that go with a tag, root is the relation of the root.
func (n *Network) Parse(sents []*Sentence, allowed [][]uint8, root int) []Tree {
	p := passes.Get().(*pass)
	defer passes.Put(p)
	p.load(n, sents)
	p.forward()
	trees := make([]Tree, len(sents))
	for k, s := range p.spans {
		m := s.to - s.from
		all := make([]int32, 3*m)
		trees[k] = Tree{Tags: all[:m], Feats: all[m : 2*m], Rels: all[2*m:], Heads: spanningTree(p.arcs[k], m)}
		for i := range m {
			scores := p.tag[(s.from+i)*(n.Tags+n.Feats):][:n.Tags+n.Feats]
			tag := perceptron.Best(scores[:n.Tags])
			trees[k].Tags[i], trees[k].Feats[i] = int32(tag), bestOf(scores[n.Tags:], allowed[tag])
		}
	}
	p.relations(trees, root)
	return trees
}

// relations chooses the relations of words with their heads.
func (p *pass) relations(trees []Tree, root int) {
	n, b := p.n, p.n.RelDim
	in := size(&p.spare[6], p.rows*3*b)
	for k, s := range p.spans {
		for i, h := range trees[k].Heads {
			r, head := s.from+i, n.relRoot.w
			if int(h) < s.to-s.from {
				head = p.relH[(s.from+int(h))*b : (s.from+int(h)+1)*b]
			}
			n.relInput(in[r*3*b:(r+1)*3*b], p.relD[r*b:(r+1)*b], head)
		}
	}
	p.dense(&p.spare[8], in, n.relOut, n.relOutB, false)
	for k, s := range p.spans {
		for i, h := range trees[k].Heads {
			scores := p.spare[8][(s.from+i)*n.Rels:][:n.Rels]
			if int(h) == s.to-s.from {
				trees[k].Rels[i] = int32(root)
				continue
			}
			scores[root] = float32(math.Inf(-1))
			trees[k].Rels[i] = int32(perceptron.Best(scores))
		}
	}
}

// bestOf returns which of the allowed classes has the highest score, 0 if none is allowed.
func bestOf(scores []float32, allowed []uint8) int32 {
	b := -1
	for _, f := range allowed {
		if b < 0 || scores[f] > scores[b] {
			b = int(f)
		}
	}
	return int32(max(b, 0))
}
