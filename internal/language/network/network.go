// Package network is the neural network of the language model: it reads the features of the words of a sentence and
// gives each word scores for its tag, its morphological features, its head and its relation.
//
// Embedded features and fixed word vectors go through layers of simple recurrent units in both directions (Lei, Zhang,
// Wang, Dai and Artzi 2018), which need no product of matrices from word to word. A small perceptron on the layer in the
// middle scores tags, a biaffine scorer on the last one scores heads (Dozat and Manning 2017) and relations; heads are
// the maximum spanning tree with one root.
package network

import (
	"math"
	"math/rand/v2"

	"dyad/internal/language/matrix"
)

// Shape is the size of a network.
type Shape struct {
	Tables    []Table // of embeddings; every word has one row of each
	VectorDim int     // of the fixed word vectors; 0: none
	Hidden    int     // units of a layer in one direction
	Layers    int
	TagLayer  int // the layer that tags are read from, from 1
	TagHidden int
	Tags      int
	Feats     int
	ArcDim    int
	RelDim    int
	Rels      int
}

// Table is the size of a table of embeddings. Row 0 stands for what is not known.
type Table struct{ Rows, Dim int }

// param is a matrix of parameters.
type param struct {
	rows, cols int
	w          []float32
	packed     *matrix.Packed // of a network that is trained no more; else nil
}

// mulAdd adds x·p to y; x has m rows.
func (p *param) mulAdd(y, x []float32, m int) {
	if p.packed != nil {
		p.packed.MulAdd(y, p.cols, matrix.Of(x, p.rows), m)
		return
	}
	matrix.MulAdd(y, p.cols, matrix.Of(x, p.rows), matrix.Of(p.w, p.cols), m, p.rows, p.cols)
}

// Network holds the parameters.
type Network struct {
	Shape
	Vectors []float32 // rows of VectorDim; row 0 is zero

	tables                   []*param
	layers                   []layer
	tag1, tag1b, tag2, tag2b *param
	arcD, arcDb, arcH, arcHb *param // projections of a word as dependent and as head
	arcU, arcB               *param // biaffine: dependent × head, and head alone
	arcRoot                  *param // the root as head
	arcDist                  *param // by signed distance
	relD, relDb, relH, relHb *param
	relOut, relOutB          *param // product, dependent and head to relations
	relRoot                  *param

	guess, guessB *param // of a hidden word's vector; used in learning from text alone
}

// layer is a bidirectional recurrent layer. The columns of w are, for each direction, the candidate, the forget and the
// reset gate, and in the first layer the highway.
type layer struct {
	in, hidden, parts int
	w, b, v           *param // b and v: for each direction, forget and reset
}

// embedScale is the range of the embeddings at the start. Small ones are learned sooner: with 0.5 LAS was 1.5 lower.
const embedScale = 0.05

// maxDist is where distances are cut.
const maxDist = 15

func newParam(list *[]*param, rows, cols int) *param {
	p := &param{rows: rows, cols: cols, w: make([]float32, rows*cols)}
	if list != nil {
		*list = append(*list, p)
	}
	return p
}

// New makes a network with random parameters.
func New(s Shape, vectors []float32, seed uint64) *Network {
	n := &Network{Shape: s, Vectors: vectors}
	rng := rand.New(rand.NewPCG(seed, 1))
	n.build()
	uniform := func(p *param, scale float64) {
		for i := range p.w {
			p.w[i] = float32((rng.Float64()*2 - 1) * scale)
		}
	}
	glorot := func(p *param) { uniform(p, math.Sqrt(6/float64(p.rows+p.cols))) }
	for _, t := range n.tables {
		uniform(t, embedScale)
		clear(t.w[:t.cols])
	}
	for _, l := range n.layers {
		uniform(l.w, math.Sqrt(3/float64(l.in)))
	}
	for _, p := range []*param{n.tag1, n.arcD, n.arcH, n.relD, n.relH} {
		glorot(p)
	}
	n.addGuess()
	glorot(n.guess)
	uniform(n.arcRoot, 0.3)
	uniform(n.relRoot, 0.3)
	glorot(n.arcU)
	return n
}

// In is the width of a word's embedding.
func (s *Shape) In() int {
	in := s.VectorDim
	for _, t := range s.Tables {
		in += t.Dim
	}
	return in
}

// build makes the parameters and returns all of them, in order.
func (n *Network) build() []*param {
	var all []*param
	for _, t := range n.Tables {
		n.tables = append(n.tables, newParam(&all, t.Rows, t.Dim))
	}
	in := n.In()
	h2 := 2 * n.Hidden
	for i := range n.Layers {
		parts := 3
		if i == 0 {
			parts = 4
		}
		l := layer{in: in, hidden: n.Hidden, parts: parts}
		l.w = newParam(&all, in, 2*parts*n.Hidden)
		l.b = newParam(&all, 1, 4*n.Hidden)
		l.v = newParam(&all, 1, 4*n.Hidden)
		n.layers = append(n.layers, l)
		in = h2
	}
	n.tag1, n.tag1b = newParam(&all, h2, n.TagHidden), newParam(&all, 1, n.TagHidden)
	n.tag2, n.tag2b = newParam(&all, n.TagHidden, n.Tags+n.Feats), newParam(&all, 1, n.Tags+n.Feats)
	n.arcD, n.arcDb = newParam(&all, h2, n.ArcDim), newParam(&all, 1, n.ArcDim)
	n.arcH, n.arcHb = newParam(&all, h2, n.ArcDim), newParam(&all, 1, n.ArcDim)
	n.arcU, n.arcB = newParam(&all, n.ArcDim, n.ArcDim), newParam(&all, 1, n.ArcDim)
	n.arcRoot, n.arcDist = newParam(&all, 1, n.ArcDim), newParam(&all, 1, 2*maxDist+1)
	n.relD, n.relDb = newParam(&all, h2, n.RelDim), newParam(&all, 1, n.RelDim)
	n.relH, n.relHb = newParam(&all, h2, n.RelDim), newParam(&all, 1, n.RelDim)
	n.relOut, n.relOutB = newParam(&all, 3*n.RelDim, n.Rels), newParam(&all, 1, n.Rels)
	n.relRoot = newParam(&all, 1, n.RelDim)
	return all
}

// addGuess makes the parameters for learning from text, which are not kept.
func (n *Network) addGuess() {
	n.guess, n.guessB = newParam(nil, 2*n.Hidden, n.VectorDim), newParam(nil, 1, n.VectorDim)
}

// params returns all parameters in the order of build.
func (n *Network) params() []*param {
	all := append([]*param{}, n.tables...)
	for _, l := range n.layers {
		all = append(all, l.w, l.b, l.v)
	}
	return append(all, n.tag1, n.tag1b, n.tag2, n.tag2b, n.arcD, n.arcDb, n.arcH, n.arcHb, n.arcU, n.arcB, n.arcRoot, n.arcDist,
		n.relD, n.relDb, n.relH, n.relHb, n.relOut, n.relOutB, n.relRoot)
}

// like makes a network of the same shape with all parameters zero: for gradients.
func (n *Network) like() *Network {
	g := &Network{Shape: n.Shape}
	g.build()
	g.addGuess()
	return g
}

// Sentence is what the network reads: for every word a row of each table, and of the vectors. The gold is for training.
type Sentence struct {
	Rows    [][]int32 // by table, then word
	Vectors []int32   // by word
	Tags    []int32   // gold; -1: not known
	Feats   []int32
	Heads   []int32 // the number of words stands for the root
	Rels    []int32
}

func (s *Sentence) Len() int { return len(s.Vectors) }

// Sigmoids are read from a table with straight lines between its points: the gates need very many of them.
const (
	sigmoidEnd  = 10  // beyond it the value is that at the end
	sigmoidStep = 128 // points to one
)

var sigmoids = func() (t [2*sigmoidEnd*sigmoidStep + 2]float32) {
	for i := range t {
		t[i] = float32(1 / (1 + math.Exp(sigmoidEnd-float64(i)/sigmoidStep)))
	}
	return t
}()

func sigmoid(x float32) float32 {
	if !(x > -sigmoidEnd) { // or is no number, in a damaged model
		return sigmoids[0]
	}
	x = min(x, sigmoidEnd)
	at := (x + sigmoidEnd) * sigmoidStep
	i := int(at)
	a := sigmoids[i]
	return a + float32((at-float32(i))*(sigmoids[i+1]-a))
}
