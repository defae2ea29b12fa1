package language

import "dyad/internal/language/perceptron"

// parseFeatures bounds the features of one parsing decision.
const parseFeatures = 160

// appendParseFeatures makes the features of a configuration, after Zhang and Nivre (2011), with the markers (case, mark)
// of UD beside. The result reuses out.
func appendParseFeatures(out []uint32, c *config) []uint32 {
	none := c.n + 1
	stackAt := func(k int) int {
		if k < len(c.stack) {
			return c.stack[len(c.stack)-1-k]
		}
		return none
	}
	bufferAt := func(k int) int {
		if c.next+k <= c.n {
			return c.next + k
		}
		return none
	}
	i0, i1, i2 := stackAt(0), stackAt(1), stackAt(2)
	j0, j1, j2 := bufferAt(0), bufferAt(1), bufferAt(2)
	nodes := c.nodes
	s0, s1, s2 := &nodes[i0], &nodes[i1], &nodes[i2]
	b0, b1, b2 := &nodes[j0], &nodes[j1], &nodes[j2]
	s0l, s0l2, s0r, s0r2 := &nodes[s0.left], &nodes[s0.left2], &nodes[s0.right], &nodes[s0.right2]
	s1l, s1l2, s1r, s1r2 := &nodes[s1.left], &nodes[s1.left2], &nodes[s1.right], &nodes[s1.right2]
	b0l, b0l2 := &nodes[b0.left], &nodes[b0.left2]
	neighbour := func(i, d int) uint32 {
		if i == none || i+d < 0 || i+d > c.n {
			return 0
		}
		return nodes[i+d].tag
	}

	seed := uint32(1000)
	add := func(a, b uint32) {
		seed++
		out = append(out, perceptron.Mix(seed, a, b))
	}
	three := func(a, b, c uint32) {
		seed++
		out = append(out, perceptron.Mix(seed, a<<8|b, c))
	}
	four := func(a, b, c, d uint32) {
		seed++
		out = append(out, perceptron.Mix(seed, a<<8|b, c<<8|d))
	}

	add(0, 0)
	for _, x := range [...]*node{s0, s1, s2, b0, b1, b2} {
		add(x.word, 0)
		add(x.tag, 0)
		add(x.both, 0)
	}
	// pairs
	for _, x := range [...][2]*node{{s0, b0}, {s1, s0}} {
		a, b := x[0], x[1]
		add(a.both, b.both)
		add(a.both, b.word)
		add(a.word, b.both)
		add(a.both, b.tag)
		add(a.tag, b.both)
		add(a.word, b.word)
		add(a.tag, b.tag)
		add(a.pos, b.pos)
	}
	add(s1.tag, b0.tag)
	add(s1.both, b0.tag)
	add(s1.tag, b0.both)
	add(s1.word, b0.word)
	add(b0.tag, b1.tag)
	add(b0.word, b1.tag)
	add(b0.tag, b1.word)
	add(s2.tag, s1.tag)
	add(s0.word, b1.tag)
	// triples and more of tags
	three(s0.tag, b0.tag, b1.tag)
	three(b0.tag, b1.tag, b2.tag)
	four(s0.tag, b0.tag, b1.tag, b2.tag)
	three(s1.tag, s0.tag, b0.tag)
	four(s1.tag, s0.tag, b0.tag, b1.tag)
	three(s2.tag, s1.tag, s0.tag)
	four(s2.tag, s1.tag, s0.tag, b0.tag)
	three(s1.pos, b0.tag, s0.word)
	three(s1.pos, s0.pos, b0.word)
	three(s0.pos, b0.pos, s1.word)
	three(s0.pos, b1.pos, b0.word)
	three(b0.pos, b1.pos, s0.word)
	// with dependents
	four(s0.tag, s0l.tag, b0.tag, s0l.rel)
	four(s0.tag, s0r.tag, b0.tag, s0r.rel)
	four(s0.tag, b0l.tag, b0.tag, b0l.rel)
	four(s1.tag, s0l.tag, s0.tag, s0l.rel)
	four(s1.tag, s0r.tag, s0.tag, s0r.rel)
	four(s1.tag, s1l.tag, s0.tag, s1l.rel)
	four(s1.tag, s1r.tag, s0.tag, s1r.rel)
	three(s0.tag, s0l.tag, s0l2.tag)
	three(s0.tag, s0r.tag, s0r2.tag)
	three(s1.tag, s1r.tag, s1r2.tag)
	three(s1.tag, s1l.tag, s1l2.tag)
	three(b0.tag, b0l.tag, b0l2.tag)
	three(s1r.pos, s1.pos, s0.word)
	three(s1.pos, s0.pos, s1r.word)
	three(s0l.rel, s0.pos, s1.word)
	three(s0l.rel, b0.pos, s0.word)
	for _, x := range [...]*node{s0l, s0r, s1l, s1r, b0l, s0l2, s0r2, s1r2, b0l2} {
		add(x.word, x.rel)
		add(x.tag, x.rel)
	}
	add(s0.tag, s0.leftRels)
	add(s0.tag, s0.rightRels)
	add(s1.tag, s1.leftRels)
	add(s1.tag, s1.rightRels)
	add(b0.tag, b0.leftRels)
	add(s0.word, s0.leftRels)
	add(s0.word, s0.rightRels)
	add(s1.word, s1.rightRels)
	add(b0.word, b0.leftRels)
	add(s0.leftRels*31+s0.tag, s1.rightRels*31+s1.tag)
	add(s0.leftRels*31+s0.tag, b0.leftRels*31+b0.tag)
	// number of dependents
	add(s0.both, s0.lefts)
	add(s0.both, s0.rights)
	add(s0.tag, s0.lefts<<4|s0.rights)
	add(s1.both, s1.rights)
	add(s1.tag, s1.lefts<<4|s1.rights)
	add(b0.both, b0.lefts)
	add(b0.tag, b0.lefts)
	// distance
	d0, d1 := distance(i0, j0), distance(i1, i0)
	add(s0.both, d0)
	add(b0.both, d0)
	three(s0.tag, b0.tag, d0)
	three(s0.pos, d0, b0.word)
	add(s1.both, d1)
	add(s0.both, 100+d1)
	three(s1.tag, s0.tag, d1)
	// markers: the preposition or conjunction of a phrase tells where it goes
	three(s1.pos, s0.pos, s0.marker)
	add(s1.word, s0.marker)
	add(s1.both, s0.marker*31+s0.tag)
	add(s0.word, s0.marker)
	add(s0.marker, s1.marker)
	three(s0.pos, b0.tag, s0.marker)
	three(s1.pos, b0.tag, s0.marker)
	three(s1.pos, s0.pos, s1.marker)
	add(b0.word, s0.marker)
	add(b0.word, b0.marker)
	three(s0.pos, b0.pos, b0.marker)
	add(s0.word, b0.marker)
	// neighbours in the text
	four(s0.tag, neighbour(i0, 1), neighbour(j0, -1), b0.tag)
	four(s0.tag, neighbour(i0, -1), b0.tag, 0)
	three(s1.tag, neighbour(i1, 1), s0.tag)
	three(s0.tag, neighbour(i0, -1), neighbour(i0, 1))
	four(b0.tag, b1.tag, b2.tag, neighbour(j0, 3))
	return out
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

// parse finds the heads and relations of the words: it fills sc.config.
func (m *Model) parse(ws []word, sc *scratch) {
	c := &sc.config
	c.kinds = m.relKinds
	c.reset(ws)
	scores := sc.scores[:1+2*len(m.rels)]
	for !c.done() {
		sc.features = appendParseFeatures(sc.features[:0], c)
		clear(scores)
		m.parser.Score(sc.features, sc.rows, scores)
		class := m.bestTransition(c, scores)
		move, rel := m.transition(class)
		c.apply(move, rel)
	}
}

// transition takes a class of the parser apart: 0 is SHIFT, then LEFT and RIGHT with each relation.
func (m *Model) transition(class int) (move int, rel uint32) {
	n := len(m.rels)
	switch {
	case class == 0:
		return shift, 0
	case class <= n:
		return left, uint32(class - 1)
	}
	return right, uint32(class - 1 - n)
}

// bestTransition returns the best legal class. The relation to the root node is root, and only that.
func (m *Model) bestTransition(c *config, scores []int32) int {
	mayShift, mayLeft, mayRight := c.legal()
	if c.next == c.n && mayLeft {
		return 1 + m.rootRel
	}
	b := -1
	if mayShift {
		b = 0
	}
	n := len(m.rels)
	consider := func(from, to int) {
		for i := from; i < to; i++ {
			if (b < 0 || scores[i] > scores[b]) && i != 1+m.rootRel && i != 1+n+m.rootRel {
				b = i
			}
		}
	}
	if mayLeft {
		consider(1, 1+n)
	}
	if mayRight {
		consider(1+n, 1+2*n)
	}
	return b
}
