package language

import "dyad/internal/language/perceptron"

// outside stands for the words before and behind a sentence.
var outside = word{exact: 1, key: 1, tag: 255, pos: 255}

// appendTagFeatures makes the features that choose the tag of word i; the tags before it are set. The result reuses out.
func appendTagFeatures(out []uint32, ws []word, i int, caps bool) []uint32 {
	at := func(k int) *word {
		if k < 0 || k >= len(ws) {
			return &outside
		}
		return &ws[k]
	}
	w, p1, p2, n1, n2 := &ws[i], at(i-1), at(i-2), at(i+1), at(i+2)
	seed := uint32(0)
	add := func(a, b uint32) {
		seed++
		out = append(out, perceptron.Mix(seed, a, b))
	}
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	if caps {
		first |= 2
	}
	t1, t2 := uint32(p1.tag), uint32(p2.tag)
	t12 := t1<<8 | t2
	add(0, 0)
	add(w.key, 0)
	add(w.exact, 0)
	add(w.kinds, 0)
	for _, s := range w.suffix {
		add(s, 0)
	}
	for _, s := range w.prefix {
		add(s, 0)
	}
	add(w.shape, first)
	add(w.shape, w.suffix[2])
	add(w.shape, p1.shape)
	add(w.shape, n1.shape)
	add(t1, 0)
	add(t12, 0)
	add(w.key, t1)
	add(w.key, t12)
	add(w.key, p1.key)
	add(w.key, n1.key)
	add(p1.key, t2)
	add(p1.key, n1.key)
	add(p1.key, 0)
	add(p2.key, 0)
	add(n1.key, 0)
	add(n2.key, 0)
	add(p1.key, p2.key)
	add(n1.key, n2.key)
	add(n1.kinds, w.kinds)
	add(n1.kinds, n2.kinds)
	add(n1.kinds, t1)
	add(n2.kinds, 0)
	add(t12, w.kinds)
	add(t12, n1.kinds)
	add(w.kinds<<8|t1, n1.kinds)
	add(w.key, n1.kinds)
	add(w.kinds, n1.key)
	add(w.kinds, p1.key)
	add(n1.suffix[2], n1.shape)
	add(n1.suffix[1], t1)
	add(p1.suffix[2], t1)
	add(w.suffix[2], t1)
	add(w.suffix[2], t12)
	add(w.suffix[2], n1.kinds)
	add(w.suffix[1], n1.suffix[1])
	add(n2.suffix[1], n1.kinds)
	add(w.prefix[2], w.suffix[2])
	// word classes
	add(w.fine, 0)
	add(p1.fine, 0)
	add(n1.fine, 0)
	add(w.fine, t1)
	add(w.fine, n1.fine)
	add(p1.fine, w.fine)
	add(w.fine, w.suffix[1])
	add(w.coarse<<16|t12, n1.coarse)
	add(n1.fine, t1)
	add(n1.coarse<<8|n2.coarse, w.kinds)
	add(n1.coarse<<8|n2.coarse, w.coarse)
	add(p1.coarse<<8|w.coarse, n1.coarse)
	add(n1.coarse, w.shape)
	add(p1.coarse<<8|n1.coarse, w.suffix[2])
	return out
}

// allCaps tells whether a sentence has no lower-case letters in its words, so that capitals tell nothing.
func allCaps(ws []word) bool {
	for i := range ws {
		if ws[i].form != "" && runeClass(rune(ws[i].form[len(ws[i].form)-1])) == 1 {
			return false
		}
	}
	return true
}

// tag sets the tags of the words, left to right.
func (m *Model) tag(ws []word, sc *scratch) {
	caps := allCaps(ws)
	m.lookUp(ws)
	scores := sc.scores[:len(m.tags)]
	for i := range ws {
		sc.features = appendTagFeatures(sc.features[:0], ws, i, caps)
		clear(scores)
		m.tagger.Score(sc.features, sc.rows, scores)
		ws[i].tag = uint8(best(scores))
		ws[i].pos = m.tagPos[ws[i].tag]
	}
}

// lookUp gives the words what the lexicon and the classes know of them.
func (m *Model) lookUp(ws []word) {
	for i := range ws {
		ws[i].kinds = m.lexicon[ws[i].key]
		classes := m.classes[ws[i].key]
		ws[i].fine, ws[i].coarse = classes>>8, classes&255
	}
}

func best(scores []int32) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}
