package language

import "dyad/internal/language/perceptron"

// featNames are the features that the coder needs; the others are dropped.
var featNames = map[string]bool{
	"Tense": true, "Mood": true, "VerbForm": true, "Voice": true, "Number": true, "Person": true, "Polarity": true,
}

// appendFeatFeatures makes the features that choose the morphological features of word i. They are found after the
// parse, because the subject and the auxiliaries decide person, number, mood and voice of a verb.
func appendFeatFeatures(out []uint32, ws []word, c *config, i int) []uint32 {
	n := &c.nodes[i]
	tag := n.tag
	seed := uint32(4000)
	add := func(a, b uint32) {
		seed++
		out = append(out, perceptron.Mix(seed, a*31+tag, b))
	}
	add(0, 0)
	add(ws[i].key, 0)
	add(ws[i].exact, 0)
	add(n.rel, 0)
	add(ws[i].suffix[1], 0)
	add(ws[i].suffix[2], 0)
	add(n.leftRels, 0)
	add(n.rightRels, 0)
	add(n.leftRels, n.rightRels)
	for _, k := range [...]int{i - 1, i + 1, i - 2, int(n.head), int(n.left), int(n.right), int(n.left2)} {
		if k < 0 {
			k = c.n + 1
		}
		x := &c.nodes[k]
		add(x.word, x.rel)
		add(x.tag, x.rel)
		add(x.tag, n.rel)
	}
	// The subject: its own, or that of the verb it is an auxiliary or a conjunct of.
	s := n.subject
	if int(s) == c.n+1 && n.head >= 0 {
		s = c.nodes[n.head].subject
	}
	subject := &c.nodes[s]
	coordinated := uint32(0)
	if c.nodes[subject.right].pos == subject.pos {
		coordinated = 1
	}
	add(subject.tag, 0)
	add(subject.word, 0)
	add(subject.tag, coordinated<<8|n.rel)
	return out
}

// feats returns the index of the features of word i.
func (m *Model) feats(ws []word, i int, sc *scratch) int {
	allowed := m.tagFeats[ws[i].tag]
	if len(allowed) == 1 {
		return int(allowed[0])
	}
	sc.features = appendFeatFeatures(sc.features[:0], ws, &sc.config, i)
	scores := sc.scores[:len(m.featSets)]
	clear(scores)
	m.morph.Score(sc.features, sc.rows, scores)
	b := -1
	for _, f := range allowed {
		if b < 0 || scores[f] > scores[b] {
			b = int(f)
		}
	}
	return max(b, 0)
}
