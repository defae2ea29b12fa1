package language

// parse finds the heads and relations of the words: it fills sc.config.
func (m *Model) parse(ws []word, sc *scratch) {
	c := &sc.config
	c.kinds, c.tagKinds = m.relKinds, m.tagKinds
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
