package network

import (
	"math"
	"sync"

	"dyad/internal/language/matrix"
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
	in, rel := make([]float32, 3*n.RelDim), make([]float32, n.Rels)
	for k, s := range p.spans {
		m := s.to - s.from
		t := &trees[k]
		t.Tags, t.Feats, t.Rels = make([]int32, m), make([]int32, m), make([]int32, m)
		t.Heads = spanningTree(p.arcs[k], m)
		for i := range m {
			scores := p.tag[(s.from+i)*(n.Tags+n.Feats):][:n.Tags+n.Feats]
			t.Tags[i] = int32(best(scores[:n.Tags]))
			b := -1
			for _, f := range allowed[t.Tags[i]] {
				if b < 0 || scores[n.Tags+int(f)] > scores[n.Tags+b] {
					b = int(f)
				}
			}
			t.Feats[i] = int32(max(b, 0))
			h := int(t.Heads[i])
			if h == m {
				t.Rels[i] = int32(root)
				continue
			}
			b2 := n.RelDim
			n.relInput(in, p.relD[(s.from+i)*b2:(s.from+i)*b2+b2], p.relH[(s.from+h)*b2:(s.from+h)*b2+b2])
			copy(rel, n.relOutB.w)
			matrix.MulAdd(rel, n.Rels, matrix.Of(in, 3*b2), matrix.Of(n.relOut.w, n.Rels), 1, 3*b2, n.Rels)
			rel[root] = float32(math.Inf(-1))
			t.Rels[i] = int32(best(rel))
		}
	}
	return trees
}

func best(scores []float32) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}
