package language

import (
	"math/rand/v2"
	"slices"

	"dyad/internal/language/perceptron"
)

// oracle is the dynamic oracle of arc-hybrid parsing (Goldberg and Nivre 2013): for any configuration it tells how many
// gold arcs each transition puts out of reach.
type oracle struct {
	ex      *example
	onStack []bool
}

func (o *oracle) reset(ex *example) {
	o.ex = ex
	o.onStack = slices.Grow(o.onStack[:0], len(ex.heads)+1)[:len(ex.heads)+1]
	clear(o.onStack)
}

// costs returns the cost of each transition.
func (o *oracle) costs(c *config) (costs [3]int) {
	heads, deps := o.ex.heads, o.ex.deps
	s0, s1, b0 := -1, -1, c.next
	if n := len(c.stack); n > 0 {
		s0 = c.stack[n-1]
		if n > 1 {
			s1 = c.stack[n-2]
		}
	}
	if b0 < c.n {
		// SHIFT: the new top can no longer take dependents from the stack, nor have a head under the present top.
		if h := heads[b0]; h < b0 && o.onStack[h] && h != s0 {
			costs[shift]++
		}
		for _, d := range deps[b0] {
			if d < b0 && o.onStack[d] {
				costs[shift]++
			}
		}
	}
	if s0 < 0 {
		return costs
	}
	lost := 0 // dependents in the buffer
	for _, d := range deps[s0] {
		if d >= b0 {
			lost++
		}
	}
	costs[left], costs[right] = lost, lost
	if h := heads[s0]; h == s1 || h > b0 {
		costs[left]++
	}
	if h := heads[s0]; h >= b0 {
		costs[right]++
	}
	return costs
}

func (o *oracle) apply(c *config, move int, rel uint32) {
	if move == shift {
		o.onStack[c.next] = true
	} else {
		o.onStack[c.stack[len(c.stack)-1]] = false
	}
	c.apply(move, rel)
}

// bestGold returns the class with the highest score among the transitions that lose least.
func (m *Model) bestGold(c *config, o *oracle, scores []int32) int {
	costs := o.costs(c)
	var may [3]bool
	may[shift], may[left], may[right] = c.legal()
	least := 1 << 30
	for move, ok := range may {
		if ok {
			least = min(least, costs[move])
		}
	}
	b := -1
	consider := func(class int) {
		if b < 0 || scores[class] > scores[b] {
			b = class
		}
	}
	if may[shift] && costs[shift] == least {
		consider(0)
	}
	for _, move := range [...]int{left, right} {
		if !may[move] || costs[move] != least {
			continue
		}
		s0 := c.stack[len(c.stack)-1]
		head := c.next
		if move == right {
			head = c.stack[len(c.stack)-2]
		}
		rel := m.rels[o.ex.rels[s0]]
		switch {
		case head == c.n:
			consider(1 + m.rootRel)
		case rel == "root" && head != o.ex.heads[s0]:
			consider(1 + (move-1)*len(m.rels) + m.anyRel()) // the gold root cannot be the root any more
		default:
			consider(1 + (move-1)*len(m.rels) + int(o.ex.rels[s0]))
		}
	}
	return b
}

// anyRel is the relation of a word whose gold relation cannot be had.
func (m *Model) anyRel() int {
	if i := slices.Index(m.rels, "parataxis"); i >= 0 {
		return i
	}
	if m.rootRel == 0 {
		return 1
	}
	return 0
}

// trainParser trains several perceptrons in different orders and makes one of them.
func (m *Model) trainParser(examples []*example, opt Training) {
	var learners []*perceptron.Learner
	for n := range opt.Learners {
		learners = append(learners, perceptron.NewLearner(1+2*len(m.rels), leastUpdates))
		m.trainTransitions(learners, examples, rand.New(rand.NewPCG(opt.Seed, uint64(3000+n))), opt)
	}
	m.parser = perceptron.Freeze(learners, parseScale, parsePrune)
	opt.Log("parser: %d features", m.parser.Features())
}

// leastUpdates is how many mistakes a feature of the parser must be part of before it counts.
const leastUpdates = 3

// trainTransitions trains the last learner, with exploration: after the first epoch it mostly follows its own
// transitions, right or wrong.
func (m *Model) trainTransitions(learners []*perceptron.Learner, examples []*example, rng *rand.Rand, opt Training) {
	learner := learners[len(learners)-1]
	scores := make([]int32, 1+2*len(m.rels))
	order := slices.Clone(examples)
	var features []uint32
	var c config
	var o oracle
	c.kinds, c.tagKinds = m.relKinds, m.tagKinds
	for epoch := range opt.ParseEpochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong, total := 0, 0
		for _, ex := range order {
			c.reset(ex.words)
			o.reset(ex)
			for !c.done() {
				if c.next == c.n && len(c.stack) == 1 {
					o.apply(&c, left, uint32(m.rootRel))
					break
				}
				features = appendParseFeatures(features[:0], &c)
				clear(scores)
				learner.Score(features, scores)
				guess, gold := m.bestTransition(&c, scores), m.bestGold(&c, &o, scores)
				total++
				if guess != gold {
					wrong++
					learner.Update(features, gold, 1)
					learner.Update(features, guess, -1)
				}
				learner.Tick()
				follow := gold
				if epoch > 0 && rng.IntN(10) != 0 {
					follow = guess
				}
				move, rel := m.transition(follow)
				o.apply(&c, move, rel)
			}
		}
		opt.Log("parser %d, epoch %d: %.2f %% of %d transitions wrong", len(learners), epoch+1, 100*float64(wrong)/float64(total), total)
		if opt.Check != nil {
			m.parser = perceptron.Freeze(learners, parseScale, parsePrune)
			opt.Check(epoch+1, m)
		}
	}
}

// goldTree puts the gold tree of an example into the scratch's configuration, as parse would.
func (m *Model) goldTree(ex *example, sc *scratch) {
	sc.words = slices.Clone(ex.words)
	for i := range sc.words {
		sc.words[i].tag, sc.words[i].pos = ex.gold[i], m.tagPos[ex.gold[i]]
	}
	c := &sc.config
	c.kinds, c.tagKinds = m.relKinds, m.tagKinds
	c.reset(sc.words)
	var o oracle
	o.reset(ex)
	scores := make([]int32, 1+2*len(m.rels))
	for !c.done() {
		move, rel := m.transition(m.bestGold(c, &o, scores))
		o.apply(c, move, rel)
	}
}
