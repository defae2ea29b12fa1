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
		if m.mended < maxMended && (m.liftObject(i) || m.pastTense(i) || m.actsAsVerb(i) || m.splitDay(i) || m.actsAsNoun(i)) {
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

// whole reports whether the words are a sentence and no headline.
func (m *mender) whole() bool {
	return strings.ContainsAny(m.Tokens[len(m.Tokens)-1].Form, ".\"”’'")
}

// nounAlone reports whether a noun stands for a clause without a verb of its own.
func (m *mender) nounAlone(i int) bool {
	return (m.Tokens[i].UPOS == "NOUN" || m.Tokens[i].UPOS == "PROPN") && !m.has(i, "cop", "nsubj")
}

// clauseOf finds the participle that must be the verb of a noun without one and promotes it: it hangs on the noun or on
// its apposition, or on the noun's object ("Turkish aircraft bombed positions").
func (m *mender) clauseOf(noun int) {
	for _, n := range append([]int{noun}, m.kids[noun]...) {
		if n != noun && (n < noun || m.Tokens[n].Rel != "appos" && m.Tokens[n].Rel != "obj") {
			continue
		}
		for _, k := range m.kids[n] {
			t := m.Tokens[k]
			after := n != noun && m.Tokens[n].Rel == "obj" && t.Rel == "amod" && k < n
			if k > noun && (t.Rel == "acl" && k > n || t.Rel == "conj" && n == noun || after) && (t.XPOS == "VBN" || t.XPOS == "VBD") && t.UPOS == "VERB" && !m.byPhrase(k) && !m.has(k, "aux", "aux:pass", "nsubj") && strings.HasSuffix(t.Form, "ed") {
				if after {
					m.Tokens[n].Head, m.Tokens[n].Rel = k, "obj"
				}
				m.promote(noun, k)
				return
			}
		}
	}
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
	if t.UPOS != "NOUN" && t.UPOS != "ADJ" || m.has(i, "cop", "det", "case", "amod", "nmod:poss") {
		return false
	}
	if m.has(i, "aux") && m.has(i, "nsubj") { // "Havana will free 53 prisoners, it said"
		m.takeObject(i)
	} else if !m.has(i, "obj", "mark") || !m.has(i, "obj", "nsubj", "aux") {
		return false
	}
	t.UPOS, t.XPOS = "VERB", "VBD"
	if m.has(i, "aux", "mark") {
		t.XPOS = "VB"
	}
	return true
}

// pastTense makes a verb of a past tense that the tagger does not know and took for a modifier of what is its object:
// "soldiers overthrew the president", "and on Saturday froze assets".
func (m *mender) pastTense(i int) bool {
	t := &m.Tokens[i]
	if t.UPOS == "VERB" || t.UPOS == "AUX" || !m.lex.cues["past"][strings.ToLower(t.Form)] || m.has(i, "det", "cop") {
		return false
	}
	object := t.Head
	switch {
	case object > i && (t.Rel == "amod" || t.Rel == "compound" || t.Rel == "case" || t.Rel == "nmod:desc"):
	case object >= 0 && object < i: // "Soldiers overthrew the president": all hangs on the first noun
		noun := object
		t.UPOS, t.XPOS = "VERB", "VBD"
		for _, k := range m.kids[i] {
			if k > i && (m.Tokens[k].UPOS == "NOUN" || m.Tokens[k].UPOS == "PROPN") && m.Tokens[k].Rel != "obl" {
				m.Tokens[k].Rel = "obj"
				break
			}
		}
		if m.nounAlone(noun) {
			m.promote(noun, i)
		}
		return true
	default:
		return false
	}
	m.takePlace(i, object)
	return true
}

// takePlace puts the verb i where its object stood: what came before goes with the verb, the noun that the object hung on
// is its subject unless a conjunction parts them.
func (m *mender) takePlace(i, object int) {
	t, o := &m.Tokens[i], m.Tokens[object]
	joined := false
	for _, k := range m.kids[object] {
		if k < i {
			m.Tokens[k].Head = i
			joined = joined || m.Tokens[k].Rel == "cc"
		}
	}
	t.UPOS, t.XPOS, t.Head, t.Rel = "VERB", "VBD", o.Head, o.Rel
	m.Tokens[object].Head, m.Tokens[object].Rel = i, "obj"
	h := o.Head
	if joined { // a second verb
		for steps := 0; h >= 0 && m.Tokens[h].UPOS != "VERB" && steps < maxDepth; steps++ {
			h = m.Tokens[h].Head
		}
		if h >= 0 {
			t.Head, t.Rel = h, "conj"
		}
		return
	}
	if h >= 0 && h < i && m.nounAlone(h) {
		t.Head, t.Rel = m.Tokens[h].Head, "advcl"
		if t.Head < 0 {
			t.Rel = "root"
		}
		m.Tokens[h].Head, m.Tokens[h].Rel = i, "nsubj"
	}
}

// takeObject gives a verb the noun after it that the parse hung on "said" as what is said.
func (m *mender) takeObject(i int) {
	for _, p := range m.kids[i] {
		if m.Tokens[p].Rel != "parataxis" {
			continue
		}
		for _, k := range m.kids[p] {
			if t := &m.Tokens[k]; k > i && k < p && t.Rel == "ccomp" && (t.UPOS == "NOUN" || t.UPOS == "PROPN") && !m.has(k, "cop", "nsubj") {
				t.Head, t.Rel = i, "obj"
				return
			}
		}
	}
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

// promote makes the participle k the verb of the clause that a noun stood for, and the noun its subject.
func (m *mender) promote(root, k int) {
	for _, j := range m.kids[root] {
		if j > k {
			m.Tokens[j].Head = k
		}
	}
	top := m.Tokens[root]
	m.Tokens[k].Head, m.Tokens[k].Rel, m.Tokens[k].XPOS = top.Head, top.Rel, "VBD"
	m.Tokens[root].Head, m.Tokens[root].Rel = k, "nsubj"
	m.index()
}

func (m *mender) byPhrase(v int) bool {
	return slices.ContainsFunc(m.kids[v], func(k int) bool {
		return m.Tokens[k].Rel == "obl:agent" || slices.ContainsFunc(m.kids[k], func(c int) bool { return m.Tokens[c].Rel == "case" && m.Tokens[c].Form == "by" })
	})
}
