package language

import "dyad/internal/language/perceptron"

// parseFeatures bounds the features of one parsing decision.
const parseFeatures = 192

// A parseView is what the features see of a configuration: the words on top of the stack (s0, s1, s2), the first of the
// buffer (b0, b1, b2) and their outermost dependents (s0l, s0r, …). Every feature gets its own seed from its place in
// the list, so the order of the templates is part of the model's format.
type parseView struct {
	out        []uint32
	seed       uint32
	c          *config
	i0, i1, j0 int // where s0, s1 and b0 stand

	s0, s1, s2, b0, b1, b2 *node
	s0l, s0l2, s0r, s0r2   *node
	s1l, s1l2, s1r, s1r2   *node
	b0l, b0l2              *node
}

// appendParseFeatures makes the features of a configuration, after Zhang and Nivre (2011), with the markers (case, mark)
// of UD, word classes and what stands between. The result reuses out.
func appendParseFeatures(out []uint32, c *config) []uint32 {
	v := parseView{out: out, seed: 1000, c: c}
	v.look()
	v.words()
	v.pairs()
	v.tags()
	v.dependents()
	v.numbers()
	v.markers()
	v.neighbours()
	v.classes()
	v.alike()
	v.stretches()
	return v.out
}

// look finds the words at hand.
func (v *parseView) look() {
	c := v.c
	none := c.n + 1
	stackAt := func(k int) int {
		if k < len(c.stack) {
			return c.stack[len(c.stack)-1-k]
		}
		return none
	}
	bufferAt := func(k int) *node {
		if c.next+k <= c.n {
			return &c.nodes[c.next+k]
		}
		return &c.nodes[none]
	}
	v.i0, v.i1, v.j0 = stackAt(0), stackAt(1), c.next
	nodes := c.nodes
	v.s0, v.s1, v.s2 = &nodes[v.i0], &nodes[v.i1], &nodes[stackAt(2)]
	v.b0, v.b1, v.b2 = bufferAt(0), bufferAt(1), bufferAt(2)
	v.s0l, v.s0l2, v.s0r, v.s0r2 = &nodes[v.s0.left], &nodes[v.s0.left2], &nodes[v.s0.right], &nodes[v.s0.right2]
	v.s1l, v.s1l2, v.s1r, v.s1r2 = &nodes[v.s1.left], &nodes[v.s1.left2], &nodes[v.s1.right], &nodes[v.s1.right2]
	v.b0l, v.b0l2 = &nodes[v.b0.left], &nodes[v.b0.left2]
}

func (v *parseView) add(a, b uint32) {
	v.seed++
	v.out = append(v.out, perceptron.Mix(v.seed, a, b))
}

// three and four take small values before the last one.
func (v *parseView) three(a, b, c uint32) { v.add(a<<8|b, c) }

func (v *parseView) four(a, b, c, d uint32) { v.add(a<<8|b, c<<8|d) }

// neighbour is the tag d words from word i.
func (v *parseView) neighbour(i, d int) uint32 {
	if i == v.c.n+1 || i+d < 0 || i+d > v.c.n {
		return 0
	}
	return v.c.nodes[i+d].tag
}

// words: the words at hand, one by one.
func (v *parseView) words() {
	s0, s1, s2, b0, b1, b2 := v.s0, v.s1, v.s2, v.b0, v.b1, v.b2
	v.add(0, 0)
	for _, x := range [...]*node{s0, s1, s2, b0, b1, b2} {
		v.add(x.word, 0)
		v.add(x.tag, 0)
		v.add(x.both, 0)
	}
}

// pairs: two words.
func (v *parseView) pairs() {
	s0, s1, s2, b0, b1 := v.s0, v.s1, v.s2, v.b0, v.b1
	for _, x := range [...][2]*node{{s0, b0}, {s1, s0}} {
		a, b := x[0], x[1]
		v.add(a.both, b.both)
		v.add(a.both, b.word)
		v.add(a.word, b.both)
		v.add(a.both, b.tag)
		v.add(a.tag, b.both)
		v.add(a.word, b.word)
		v.add(a.tag, b.tag)
		v.add(a.pos, b.pos)
	}
	v.add(s1.tag, b0.tag)
	v.add(s1.both, b0.tag)
	v.add(s1.tag, b0.both)
	v.add(s1.word, b0.word)
	v.add(b0.tag, b1.tag)
	v.add(b0.word, b1.tag)
	v.add(b0.tag, b1.word)
	v.add(s2.tag, s1.tag)
	v.add(s0.word, b1.tag)
}

// tags: three and four tags, or tags and a word.
func (v *parseView) tags() {
	s0, s1, s2, b0, b1, b2 := v.s0, v.s1, v.s2, v.b0, v.b1, v.b2
	v.three(s0.tag, b0.tag, b1.tag)
	v.three(b0.tag, b1.tag, b2.tag)
	v.four(s0.tag, b0.tag, b1.tag, b2.tag)
	v.three(s1.tag, s0.tag, b0.tag)
	v.four(s1.tag, s0.tag, b0.tag, b1.tag)
	v.three(s2.tag, s1.tag, s0.tag)
	v.four(s2.tag, s1.tag, s0.tag, b0.tag)
	v.three(s1.pos, b0.tag, s0.word)
	v.three(s1.pos, s0.pos, b0.word)
	v.three(s0.pos, b0.pos, s1.word)
	v.three(s0.pos, b1.pos, b0.word)
	v.three(b0.pos, b1.pos, s0.word)
}

// dependents: the words with their outermost dependents.
func (v *parseView) dependents() {
	s0, s1, b0, s0l, s0l2, s0r, s0r2, s1l, s1l2, s1r, s1r2, b0l, b0l2 := v.s0, v.s1, v.b0, v.s0l, v.s0l2, v.s0r, v.s0r2, v.s1l, v.s1l2, v.s1r, v.s1r2, v.b0l, v.b0l2
	v.four(s0.tag, s0l.tag, b0.tag, s0l.rel)
	v.four(s0.tag, s0r.tag, b0.tag, s0r.rel)
	v.four(s0.tag, b0l.tag, b0.tag, b0l.rel)
	v.four(s1.tag, s0l.tag, s0.tag, s0l.rel)
	v.four(s1.tag, s0r.tag, s0.tag, s0r.rel)
	v.four(s1.tag, s1l.tag, s0.tag, s1l.rel)
	v.four(s1.tag, s1r.tag, s0.tag, s1r.rel)
	v.three(s0.tag, s0l.tag, s0l2.tag)
	v.three(s0.tag, s0r.tag, s0r2.tag)
	v.three(s1.tag, s1r.tag, s1r2.tag)
	v.three(s1.tag, s1l.tag, s1l2.tag)
	v.three(b0.tag, b0l.tag, b0l2.tag)
	v.three(s1r.pos, s1.pos, s0.word)
	v.three(s1.pos, s0.pos, s1r.word)
	v.three(s0l.rel, s0.pos, s1.word)
	v.three(s0l.rel, b0.pos, s0.word)
	for _, x := range [...]*node{s0l, s0r, s1l, s1r, b0l, s0l2, s0r2, s1r2, b0l2} {
		v.add(x.word, x.rel)
		v.add(x.tag, x.rel)
	}
	v.add(s0.tag, s0.leftRels)
	v.add(s0.tag, s0.rightRels)
	v.add(s1.tag, s1.leftRels)
	v.add(s1.tag, s1.rightRels)
	v.add(b0.tag, b0.leftRels)
	v.add(s0.word, s0.leftRels)
	v.add(s0.word, s0.rightRels)
	v.add(s1.word, s1.rightRels)
	v.add(b0.word, b0.leftRels)
	v.add(s0.leftRels*31+s0.tag, s1.rightRels*31+s1.tag)
	v.add(s0.leftRels*31+s0.tag, b0.leftRels*31+b0.tag)
}

// numbers: how many dependents they have, and their distance.
func (v *parseView) numbers() {
	s0, s1, b0 := v.s0, v.s1, v.b0
	v.add(s0.both, s0.lefts)
	v.add(s0.both, s0.rights)
	v.add(s0.tag, s0.lefts<<4|s0.rights)
	v.add(s1.both, s1.rights)
	v.add(s1.tag, s1.lefts<<4|s1.rights)
	v.add(b0.both, b0.lefts)
	v.add(b0.tag, b0.lefts)
	// distance
	d0, d1 := distance(v.i0, v.j0), distance(v.i1, v.i0)
	v.add(s0.both, d0)
	v.add(b0.both, d0)
	v.three(s0.tag, b0.tag, d0)
	v.three(s0.pos, d0, b0.word)
	v.add(s1.both, d1)
	v.add(s0.both, 100+d1)
	v.three(s1.tag, s0.tag, d1)
}

// markers: the preposition or conjunction of a phrase, which tells where it goes.
func (v *parseView) markers() {
	s0, s1, b0 := v.s0, v.s1, v.b0
	v.three(s1.pos, s0.pos, s0.marker)
	v.add(s1.word, s0.marker)
	v.add(s1.both, s0.marker*31+s0.tag)
	v.add(s0.word, s0.marker)
	v.add(s0.marker, s1.marker)
	v.three(s0.pos, b0.tag, s0.marker)
	v.three(s1.pos, b0.tag, s0.marker)
	v.three(s1.pos, s0.pos, s1.marker)
	v.add(b0.word, s0.marker)
	v.add(b0.word, b0.marker)
	v.three(s0.pos, b0.pos, b0.marker)
	v.add(s0.word, b0.marker)
}

// neighbours: what stands beside the words in the text.
func (v *parseView) neighbours() {
	s0, s1, b0, b1, b2 := v.s0, v.s1, v.b0, v.b1, v.b2
	v.four(s0.tag, v.neighbour(v.i0, 1), v.neighbour(v.j0, -1), b0.tag)
	v.four(s0.tag, v.neighbour(v.i0, -1), b0.tag, 0)
	v.three(s1.tag, v.neighbour(v.i1, 1), s0.tag)
	v.three(s0.tag, v.neighbour(v.i0, -1), v.neighbour(v.i0, 1))
	v.four(b0.tag, b1.tag, b2.tag, v.neighbour(v.j0, 3))
}

// classes: word classes, which know words that the treebank does not have.
func (v *parseView) classes() {
	s0, s1, b0, b1, s1r := v.s0, v.s1, v.b0, v.b1, v.s1r
	v.add(s0.fine, b0.fine)
	v.add(s1.fine, s0.fine)
	v.add(s1.fine, b0.fine)
	v.add(s0.fine, b0.tag)
	v.add(s0.tag, b0.fine)
	v.add(s1.fine, s0.tag)
	v.add(s1.tag, s0.fine)
	v.add(s0.fine, s0.tag)
	v.add(b0.fine, b0.tag)
	v.add(b1.fine, b0.tag)
	v.three(s1.coarse, s0.coarse, b0.coarse)
	v.four(s1.coarse, s1.pos, s0.coarse, s0.pos)
	v.four(s0.coarse, s0.pos, b0.coarse, b0.pos)
	v.three(s1.coarse, s0.coarse, s0.marker)
	v.add(s1.fine, s0.marker)
	v.add(s0.fine, s0.marker)
	v.three(s1.coarse, b0.coarse, s0.marker)
	v.four(s1.pos, s1r.coarse, s0.coarse, s0.pos)
}

// alike: whether two words are alike, as conjuncts are.
func (v *parseView) alike() {
	s0, s1 := v.s0, v.s1
	alike := uint32(0)
	if s1.fine == s0.fine && s0.fine != 0 {
		alike |= 1
	}
	if s1.coarse == s0.coarse && s0.coarse != 0 {
		alike |= 2
	}
	if s1.tag == s0.tag {
		alike |= 4
	}
	v.add(s0.leftRels, alike<<8|s0.pos)
	v.three(s1.pos, s0.pos, alike<<16|s0.leftRels)
}

// stretches: the commas and verbs between two words and ahead.
func (v *parseView) stretches() {
	s0, s1, b0 := v.s0, v.s1, v.b0
	between1, between0 := between(s1, s0), between(s0, b0)
	v.three(s1.tag, s0.tag, between1)
	v.three(s0.tag, b0.tag, between0)
	v.add(s0.word, between1)
	v.add(s0.leftRels, between1<<8|s1.pos)
	verbsAhead := min(v.c.nodes[v.c.n].verbs-b0.verbs, 3)
	v.three(s0.pos, b0.pos, verbsAhead)
	v.four(s1.pos, s0.pos, verbsAhead, uint32(min(len(v.c.stack), 4)))
	v.three(s0.leftRels, s0.pos, verbsAhead)
}

// between tells how many commas and verbs stand between two words, up to three each.
func between(a, b *node) uint32 {
	return min(b.commas-a.commas, 3)<<2 | min(b.verbs-a.verbs, 3)
}

// distance puts distances into classes: 1, 2, 3, 4, 5–6, 7–10, more.
func distance(i, j int) uint32 {
	d := j - i
	switch {
	case d < 5:
		return uint32(max(d, 0))
	case d < 7:
		return 5
	case d < 11:
		return 6
	}
	return 7
}
