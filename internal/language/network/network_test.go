package network

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

func tiny() (Shape, []float32) {
	s := Shape{
		Tables: []Table{{7, 3}, {5, 2}}, VectorDim: 2, Hidden: 4, Layers: 3, TagLayer: 2, TagHidden: 5,
		Tags: 4, Feats: 3, ArcDim: 5, RelDim: 4, Rels: 3,
	}
	return s, []float32{0, 0, 1, -1, 0.5, 0.3}
}

func randomSentence(rng *rand.Rand, n int) *Sentence {
	s := &Sentence{Rows: make([][]int32, 2)}
	for i := range n {
		s.Rows[0] = append(s.Rows[0], 1+rng.Int32N(6))
		s.Rows[1] = append(s.Rows[1], 1+rng.Int32N(4))
		s.Vectors = append(s.Vectors, rng.Int32N(3))
		s.Tags = append(s.Tags, s.Rows[0][i]%4)
		s.Feats = append(s.Feats, s.Rows[1][i]%4-1)
		h := int32(i) + 1
		if i == n-1 {
			h = int32(n)
		}
		s.Heads = append(s.Heads, h)
		s.Rels = append(s.Rels, s.Rows[0][i]%3)
	}
	return s
}

// TestGradient compares every gradient with the change of the loss.
func TestGradient(t *testing.T) {
	for name, train := range map[string]func(p *pass, g *Network){
		"trees": func(p *pass, g *Network) { p.train(g, 1) },
		"text": func(p *pass, g *Network) {
			p.text = true
			p.trainGuess(g, 0.5, 1)
		},
	} {
		t.Run(name, func(t *testing.T) { checkGradient(t, train) })
	}
}

func checkGradient(t *testing.T, train func(p *pass, g *Network)) {
	shape, vectors := tiny()
	n := New(shape, vectors, 1)
	rng := rand.New(rand.NewPCG(5, 5))
	for _, p := range append(n.params(), n.guess, n.guessB) {
		for i := range p.w {
			if p.w[i] == 0 {
				p.w[i] = rng.Float32() - 0.5
			}
		}
	}
	sents := []*Sentence{randomSentence(rng, 4), randomSentence(rng, 1), randomSentence(rng, 6)}
	loss := func(g *Network) float64 {
		p := &pass{drop: 0.3, rng: rand.New(rand.NewPCG(3, 3))}
		p.load(n, sents)
		train(p, g)
		return p.loss
	}
	g := n.like()
	loss(g)
	grads, params := append(g.params(), g.guess, g.guessB), append(n.params(), n.guess, n.guessB)
	for k, p := range params {
		for i := range p.w {
			if testing.Short() && i%11 != 0 {
				continue
			}
			close := false
			got, want := float64(grads[k].w[i]), 0.0
			for _, step := range []float32{4e-3, 1e-3} { // near a kink of an activation one of them misleads
				old := p.w[i]
				p.w[i] = old + step
				up := loss(n.like())
				p.w[i] = old - step
				down := loss(n.like())
				p.w[i] = old
				want = (up - down) / float64(2*step)
				close = close || math.Abs(got-want) < 0.03*(1+math.Abs(want))
			}
			if !close {
				t.Errorf("parameter %d element %d: gradient %v, want %v", k, i, got, want)
			}
		}
	}
}

func TestSpanningTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for m := 1; m <= 5; m++ {
		for range 300 {
			scores := make([]float32, m*(m+1))
			for i := range scores {
				scores[i] = rng.Float32()*10 - 5
			}
			for d := range m {
				scores[d*(m+1)+d] = float32(math.Inf(-1))
			}
			total := func(heads []int32) (sum float64) {
				for d, h := range heads {
					sum += float64(scores[d*(m+1)+int(h)])
				}
				return sum
			}
			got := spanningTree(scores, m)
			if !isTree(got) {
				t.Fatalf("%v is no tree with one root", got)
			}
			best := math.Inf(-1)
			heads := make([]int32, m)
			var try func(d int)
			try = func(d int) {
				if d == m {
					if isTree(heads) {
						best = max(best, total(heads))
					}
					return
				}
				for h := range m + 1 {
					heads[d] = int32(h)
					try(d + 1)
				}
			}
			try(0)
			if math.Abs(best-total(got)) > 1e-3 {
				t.Fatalf("%v has %v, the best has %v", got, total(got), best)
			}
		}
	}
}

// Scores that make many cycles in long sentences take no longer than others, but for a factor.
func TestSpanningTreeIsQuick(t *testing.T) {
	const m = 1000
	scores := make([]float32, m*(m+1))
	for d := range m {
		for h := range m {
			scores[d*(m+1)+h] = -float32(max(d-h, h-d)) // everybody's best head is a neighbour
		}
		scores[d*(m+1)+d] = float32(math.Inf(-1))
	}
	began := time.Now()
	if !isTree(spanningTree(scores, m)) {
		t.Error("no tree")
	}
	if took := time.Since(began); took > 5*time.Second { // 0.1 s on a quiet machine
		t.Errorf("took %s", took)
	}
}

func isTree(heads []int32) bool {
	roots := 0
	for d, h := range heads {
		if int(h) == len(heads) {
			roots++
		}
		seen := []int32{int32(d)}
		for int(h) < len(heads) {
			if slices.Contains(seen, h) {
				return false
			}
			seen = append(seen, h)
			h = heads[h]
		}
	}
	return roots == 1
}

func TestTrain(t *testing.T) {
	shape, vectors := tiny()
	rng := rand.New(rand.NewPCG(9, 9))
	var sents []*Sentence
	for range 20 {
		sents = append(sents, randomSentence(rng, 1+rng.IntN(8)))
	}
	train := func() (*Network, []float64) {
		n := New(shape, vectors, 1)
		var losses []float64
		n.Train(sents, Training{Seed: 1, Epochs: 60, Batch: 20, Rate: 0.02, Drop: 0.1, Epoch: func(_ int, loss float64) { losses = append(losses, loss) }})
		return n, losses
	}
	a, losses := train()
	if last := losses[len(losses)-1]; last > losses[0]/2 {
		t.Errorf("the loss only fell from %v to %v", losses[0], last)
	}
	if testing.Short() {
		return
	}
	b, _ := train()
	for k, p := range a.params() {
		if !slices.Equal(p.w, b.params()[k].w) {
			t.Errorf("parameter %d differs between two trainings", k)
		}
	}
}

// Bytes that make a network at all make one that parses: trees with one root, no panic.
func FuzzDecode(f *testing.F) {
	shape, vectors := tiny()
	whole := New(shape, vectors, 1).Append(nil)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		n, _, err := Decode(b)
		if err != nil || len(n.Tables) != 2 || n.Rels < 2 {
			return
		}
		s := &Sentence{Rows: [][]int32{{0, 0, 0}, {0, 0, 0}}, Vectors: []int32{0, 0, 0}}
		if n.VectorDim > 0 && n.VectorRows() == 0 {
			return
		}
		for _, tree := range n.Parse([]*Sentence{s}, make([][]uint8, n.Tags), 0) {
			if !isTree(tree.Heads) {
				t.Errorf("%v is no tree", tree.Heads)
			}
		}
	})
}

func TestDecode(t *testing.T) {
	shape, vectors := tiny()
	packed := New(shape, vectors, 1).Append(nil)
	n, rest, err := Decode(append(slices.Clone(packed), "rest"...))
	if err != nil || string(rest) != "rest" {
		t.Fatal(err, rest)
	}
	if again := n.Append(nil); !slices.Equal(again, packed) {
		t.Error("written again, the bytes differ")
	}
	for cut := range len(packed) {
		if _, _, err := Decode(packed[:cut]); err == nil {
			t.Fatalf("no error for %d of %d bytes", cut, len(packed))
		}
	}
}
