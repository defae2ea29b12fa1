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
//   - an object that hangs on a noun, which has none, moves to the verb above it.
func repair(s *language.Sentence, l *Lexicon) *language.Sentence {
	c := *s
	c.Tokens = slices.Clone(s.Tokens)
	m := &mender{Sentence: &c, lex: l}
	m.index()
	for i := range c.Tokens {
		if m.mended < maxMended && (m.liftObject(i) || m.actsAsVerb(i) || m.splitDay(i) || m.actsAsNoun(i)) {
			m.mended++
			m.index()
		}
	}
	root := c.Root()
	if root < 0 || !strings.ContainsAny(c.Tokens[len(c.Tokens)-1].Form, ".\"”’'") {
		return &c
	}
	if t := &c.Tokens[root]; t.UPOS != "NOUN" && t.UPOS != "PROPN" || m.has(root, "cop", "nsubj") {
		return &c
	}
	if m.rulesOut(root) {
		return &c
	}
	for _, k := range m.kids[root] {
		t := c.Tokens[k]
		if k > root && (t.Rel == "acl" || t.Rel == "conj") && t.XPOS == "VBN" && !m.byPhrase(k) && !m.has(k, "aux", "aux:pass", "nsubj") && strings.HasSuffix(t.Form, "ed") {
			m.promote(root, k)
			break
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

// actsAsVerb makes a verb of a noun or adjective that has an object, or a subject and no copula.
func (m *mender) actsAsVerb(i int) bool {
	t := &m.Tokens[i]
	if t.UPOS != "NOUN" && t.UPOS != "ADJ" || m.has(i, "cop", "det", "case", "amod", "nmod:poss") || !m.has(i, "obj", "mark") || !m.has(i, "obj", "nsubj", "aux") {
		return false
	}
	t.UPOS, t.XPOS = "VERB", "VBD"
	if m.has(i, "aux", "mark") {
		t.XPOS = "VB"
	}
	return true
}

// actsAsNoun makes an object of a noun that was taken for a verb with the word before it as subject: "lifted its arms
// embargo", "suspended its military exchanges".
func (m *mender) actsAsNoun(k int) bool {
	t := &m.Tokens[k]
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
		case k > v:
		case strings.HasPrefix(rel, "nsubj") && m.day(k):
			return m.nameOnDay(v, k, rel)
		case rel == "obl" && !m.has(v, "nsubj", "nsubj:pass"):
			if m.dayOnSubject(v, k) {
				return true
			}
		}
	}
	return false
}

func (m *mender) day(i int) bool { return m.lex.cues["day"][strings.ToLower(m.Tokens[i].Form)] }

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
	if h.UPOS != "NOUN" || h.Rel != "obj" || h.Head < 0 || h.Head >= len(m.Tokens) || m.Tokens[h.Head].UPOS != "VERB" {
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

// promote makes the participle k of the root noun the main verb and the noun its subject.
func (m *mender) promote(root, k int) {
	for _, j := range m.kids[root] {
		if j > k {
			m.Tokens[j].Head = k
		}
	}
	m.Tokens[k].Head, m.Tokens[k].Rel, m.Tokens[k].XPOS = -1, "root", "VBD"
	m.Tokens[root].Head, m.Tokens[root].Rel = k, "nsubj"
}

func (m *mender) byPhrase(v int) bool {
	return slices.ContainsFunc(m.kids[v], func(k int) bool {
		return m.Tokens[k].Rel == "obl:agent" || slices.ContainsFunc(m.kids[k], func(c int) bool { return m.Tokens[c].Rel == "case" && m.Tokens[c].Form == "by" })
	})
}
