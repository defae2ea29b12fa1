package relation

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// repair mends what a parser often gets wrong in newswire, where the tense of the first verb is ambiguous. It works on a
// copy and only where the reading it replaces is hardly possible in a whole sentence:
//
//   - "The ministry called in the envoy." read as one noun phrase, with "called" as a participle: the participle becomes
//     the main verb, if the sentence has no other and ends with a full stop;
//   - "Chad rules out talks." read as the noun "rules" with a particle: the noun becomes a verb;
//   - a noun or adjective with an object, or with a subject and no copula, is a verb ("undertook", "will free");
//   - a noun taken for a verb ("its arms embargo") becomes an object;
//   - a day at the beginning is parted from the subject that follows it;
//   - an object that hangs on a noun, which has none, moves to the verb above it;
//   - irregular past tenses that the tagger does not know ("overthrew") become verbs, with their subject and object;
//   - a participle after "has", or between a noun and what follows it, becomes the verb of its clause.
func repair(s *language.Sentence, l *Lexicon) *language.Sentence {
	c := *s
	c.Tokens = slices.Clone(s.Tokens)
	m := &mender{Sentence: &c, lex: l}
	m.index()
	for i := 2; i < len(c.Tokens); i++ {
		m.hyphenated(i)
	}
	for i := range c.Tokens {
		if m.mended < maxMended && (m.liftObject(i) || m.pastTense(i) || m.perfect(i) || m.toVerb(i) || m.actsAsVerb(i) || m.splitDay(i) || m.actsAsNoun(i)) {
			m.mended++
			m.index()
		}
	}
	if root := c.Root(); root >= 0 && m.whole() && m.nounAlone(root) && !m.rulesOut(root) {
		m.clauseOf(root)
	}
	for i, t := range c.Tokens {
		if t.Rel == "ccomp" && t.Head > i && m.nounAlone(i) { // "The prisoners promised to eat, the service said."
			m.clauseOf(i)
		}
	}
	return &c
}

// maxMended bounds the repairs of one sentence: where there is more to mend, the parse is hopeless.
const maxMended = 8

// mender is a sentence under repair.
type mender struct {
	*language.Sentence
	lex    *Lexicon
	kids   [][]int
	mended int
}

func (m *mender) index() {
	m.kids = make([][]int, len(m.Tokens))
	for i, t := range m.Tokens {
		if t.Head >= 0 && t.Head < len(m.Tokens) && t.Head != i {
			m.kids[t.Head] = append(m.kids[t.Head], i)
		}
	}
}

func (m *mender) has(i int, rels ...string) bool {
	return slices.ContainsFunc(m.kids[i], func(k int) bool { return slices.Contains(rels, m.Tokens[k].Rel) })
}

// bareObject makes the object of a noun that was taken for the complement of the object before it: "lifted its arms
// embargo".
func (m *mender) bareObject(k int) bool {
	t := &m.Tokens[k]
	if t.UPOS != "VERB" || t.Rel != "xcomp" || k == 0 || t.Head < 0 || m.has(k, "aux", "mark", "obj") || strings.HasSuffix(t.XPOS, "G") || strings.HasSuffix(t.XPOS, "N") {
		return false
	}
	n := m.Tokens[k-1]
	if n.Rel != "obj" || n.Head != t.Head || n.UPOS != "NOUN" || m.lex.governors["v "+m.Tokens[t.Head].Lemma] != "" || !m.lex.nouns[strings.ToLower(t.Lemma)] {
		return false
	}
	t.UPOS, t.XPOS, t.Rel = "NOUN", "NN", "obj"
	m.Tokens[k-1].Head, m.Tokens[k-1].Rel = k, "compound"
	for _, c := range m.kids[k-1] {
		m.Tokens[c].Head = k
	}
	return true
}

// actsAsNoun makes an object of a noun that was taken for a verb with the word before it as subject: "lifted its arms
// embargo", "suspended its military exchanges".
func (m *mender) actsAsNoun(k int) bool {
	t := &m.Tokens[k]
	if m.bareObject(k) {
		return true
	}
	if t.UPOS != "VERB" || t.XPOS != "VBP" && t.XPOS != "VBZ" || t.Rel != "ccomp" && t.Rel != "conj" || t.Head < 0 || t.Head >= k || k == 0 || m.has(k, "aux", "mark", "obj") {
		return false
	}
	v, n := t.Head, k-1
	if m.Tokens[v].UPOS != "VERB" || m.Tokens[n].Head != k || m.Tokens[n].Rel != "nsubj" || !m.has(n, "nmod:poss", "det", "amod") || m.lex.governors["v "+m.Tokens[v].Lemma] != "" {
		return false
	}
	lemma := strings.ToLower(t.Lemma)
	if !m.lex.nouns[lemma] || t.Rel == "ccomp" && m.has(v, "obj") {
		return false
	}
	t.UPOS, t.XPOS, t.Rel = "NOUN", "NN", "obj"
	for _, o := range m.kids[v] {
		if o < k && m.Tokens[o].Rel == "obj" { // "the flight ban and the arms embargo"
			t.Head, t.Rel = o, "conj"
		}
	}
	m.Tokens[n].Rel = "compound"
	for _, c := range m.kids[n] {
		m.Tokens[c].Head = k
	}
	return true
}

// splitDay parts a day from the subject that follows it: "On Tuesday Chadian youths threw stones", where the parse takes
// "Tuesday" for a part of the subject's name or for its head.
func (m *mender) splitDay(v int) bool {
	if m.Tokens[v].UPOS != "VERB" {
		return false
	}
	for _, k := range m.kids[v] {
		rel := m.Tokens[k].Rel
		switch {
		case k > v && rel != "obl":
		case strings.HasPrefix(rel, "nsubj") && m.day(k):
			return m.nameOnDay(v, k, rel)
		case rel == "obl" && m.day(k) && k > v && m.placeOnDay(v, k):
			return true
		case rel == "obl" && k < v && !m.has(v, "nsubj", "nsubj:pass"):
			if m.dayOnSubject(v, k) {
				return true
			}
		}
	}
	return false
}

func (m *mender) day(i int) bool { return m.lex.cues["day"][strings.ToLower(m.Tokens[i].Form)] }

// placeOnDay parts a place from the time that follows it: "to Beijing next month" read as one phrase.
func (m *mender) placeOnDay(v, k int) bool {
	place, to := -1, -1
	for _, d := range m.kids[k] {
		switch t := m.Tokens[d]; {
		case d < k && t.Rel == "case":
			to = d
		case d < k && t.Rel == "compound" && t.UPOS == "PROPN" && !m.day(d) && to >= 0 && d > to:
			place = d
		}
	}
	if place < 0 || place+1 == k {
		return false
	}
	m.Tokens[place].Head, m.Tokens[place].Rel = v, "obl"
	m.Tokens[to].Head = place
	m.Tokens[k].Rel = "obl:unmarked"
	return true
}

// nameOnDay makes the name that hangs on a day the subject.
func (m *mender) nameOnDay(v, k int, rel string) bool {
	for _, f := range m.kids[k] {
		if f > k && (m.Tokens[f].Rel == "flat" || m.Tokens[f].Rel == "appos") {
			for _, o := range m.kids[k] {
				if o > f {
					m.Tokens[o].Head = f
				}
			}
			m.Tokens[f].Head, m.Tokens[f].Rel, m.Tokens[k].Rel = v, rel, "obl"
			return true
		}
	}
	return false
}

// dayOnSubject makes the phrase k the subject and the day that hangs on it a phrase of its own.
func (m *mender) dayOnSubject(v, k int) bool {
	for _, d := range m.kids[k] {
		if d > k && m.day(k) && m.Tokens[d].Rel == "nmod" && !m.has(d, "case") && (m.Tokens[d].UPOS == "NOUN" || m.Tokens[d].UPOS == "PROPN") { // "On the same day his minister offered"
			m.Tokens[d].Head, m.Tokens[d].Rel = v, "nsubj"
			return true
		}
		if d < k && m.Tokens[d].Rel == "compound" && m.day(d) {
			for _, c := range m.kids[k] {
				if c < d && m.Tokens[c].Rel == "case" {
					m.Tokens[c].Head = d
				}
			}
			m.Tokens[d].Head, m.Tokens[d].Rel, m.Tokens[k].Rel = v, "obl", "nsubj"
			return true
		}
	}
	return false
}

// liftObject moves the object of a noun to the verb that the noun itself is an object of.
func (m *mender) liftObject(i int) bool {
	t := m.Tokens[i]
	if t.Rel != "obj" || t.Head < 0 || t.Head >= len(m.Tokens) {
		return false
	}
	h := m.Tokens[t.Head]
	if h.UPOS != "NOUN" && (h.UPOS != "PROPN" || t.UPOS == "PROPN") || h.Rel != "obj" || h.Head < 0 || h.Head >= len(m.Tokens) || m.Tokens[h.Head].UPOS != "VERB" {
		return false
	}
	m.Tokens[i].Head = h.Head
	return true
}

// rulesOut makes a verb of a root noun that has a particle.
func (m *mender) rulesOut(root int) bool {
	if !m.has(root, "compound:prt") {
		return false
	}
	m.Tokens[root].UPOS, m.Tokens[root].XPOS = "VERB", "VBZ"
	for _, k := range m.kids[root] {
		t := &m.Tokens[k]
		switch {
		case t.Rel == "compound" && k < root:
			t.Rel = "nsubj"
		case t.Rel == "acl":
			t.Rel = "xcomp"
		}
	}
	return true
}
