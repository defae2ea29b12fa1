package network

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"sync"
)

// Training says how to train.
type Training struct {
	Seed   uint64
	Epochs int
	Batch  int     // words of a batch
	Rate   float64 // of learning at its highest; it falls in a line to a hundredth
	Drop   float64
	Hide   float64                       // the part of the words that is hidden, when learning from text
	Epoch  func(epoch int, loss float64) // called after each; may be nil
}

// shards is into how many parts a batch is cut; each has its own gradients, added in order, so that the number of
// processors changes nothing.
const shards = 2

// Train trains the network on sentences with gold trees.
func (n *Network) Train(sents []*Sentence, o Training) {
	n.train(sents, o, false)
}

// Pretrain prepares the layers on sentences without trees: some words are hidden, and the network learns to guess their
// vectors from the words around them.
func (n *Network) Pretrain(sents []*Sentence, o Training) {
	n.train(sents, o, true)
}

func (n *Network) train(sents []*Sentence, o Training, text bool) {
	words := 0
	for _, s := range sents {
		words += s.Len()
	}
	a := newAdam(n, text)
	var grads [shards]*Network
	var passes [shards]pass
	for k := range shards {
		grads[k] = n.like()
		passes[k].drop = float32(o.Drop)
	}
	rng := rand.New(rand.NewPCG(o.Seed, 2))
	steps, step := 0, 0
	for epoch := range o.Epochs {
		batches := batch(sents, o.Batch, rng)
		if epoch == 0 {
			steps = len(batches) * o.Epochs
		}
		loss := 0.0
		for _, b := range batches {
			var wg sync.WaitGroup
			total := 0
			for _, s := range b {
				total += s.Len()
			}
			for k := range shards {
				part := b[len(b)*k/shards : len(b)*(k+1)/shards]
				seed := rng.Uint64()
				passes[k].text = text
				wg.Go(func() {
					if len(part) == 0 {
						return
					}
					p := &passes[k]
					p.rng = rand.New(rand.NewPCG(seed, 3))
					p.loss = 0
					p.load(n, part)
					if text {
						p.trainGuess(grads[k], o.Hide, 1/float32(total))
					} else {
						p.train(grads[k], 1/float32(total))
					}
				})
			}
			wg.Wait()
			for k := range shards {
				loss += passes[k].loss
				passes[k].loss = 0
			}
			warm := min(1, float64(step+1)/float64(min(200, 1+steps/10)))
			left := 1 - float64(step)/float64(max(steps, 1))
			a.update(grads[:], o.Rate*warm*max(left, 0.01))
			step++
		}
		if o.Epoch != nil {
			o.Epoch(epoch+1, loss/float64(words))
		}
	}
}

// batch groups sentences of similar length, in random order. The two halves of a batch have about the same length.
func batch(sents []*Sentence, words int, rng *rand.Rand) [][]*Sentence {
	type item struct {
		s   *Sentence
		key float64
	}
	items := make([]item, len(sents))
	for i, s := range sents {
		items[i] = item{s, float64(s.Len()) * (0.7 + 0.6*rng.Float64())}
	}
	slices.SortStableFunc(items, func(x, y item) int { return cmp.Compare(x.key, y.key) })
	var list [][]*Sentence
	var now []*Sentence
	size := 0
	for _, it := range items {
		now = append(now, it.s)
		if size += it.s.Len(); size >= words {
			list = append(list, now)
			now, size = nil, 0
		}
	}
	if len(now) > 0 {
		list = append(list, now)
	}
	for _, b := range list {
		rng.Shuffle(len(b), func(i, j int) { b[i], b[j] = b[j], b[i] })
	}
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}
