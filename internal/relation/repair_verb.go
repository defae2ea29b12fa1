package relation

import (
	"slices"
	"strings"
)

// This file mends clauses whose verb the parse did not see: nouns, adjectives and participles that must be verbs.

// whole reports whether the words are a sentence and no headline.
func (m *mender) whole() bool {
	return strings.ContainsAny(m.Tokens[len(m.Tokens)-1].Form, ".\"”’'")
}

// nounAlone reports whether a noun stands for a clause without a verb of its own.
func (m *mender) nounAlone(i int) bool {
	t := m.Tokens[i]
	name := t.UPOS == "AUX" && !m.lex.cues["auxiliary"][strings.ToLower(t.Form)]
	return (t.UPOS == "NOUN" || t.UPOS == "PROPN" || name) && !m.has(i, "cop", "nsubj")
}

// clauseOf finds the participle that must be the verb of a noun without one and promotes it: it hangs on the noun or on
// its apposition, or on the noun's object ("Turkish aircraft bombed positions").
func (m *mender) clauseOf(noun int) {
	if m.wholeClause(noun) {
		return
	}
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

// wholeClause makes a clause of a noun before which its verb and its subject hang as modifiers: "The Red Cross distributed
// food".
func (m *mender) wholeClause(noun int) bool {
	verb, subject := -1, -1
	for _, k := range m.kids[noun] {
		t := m.Tokens[k]
		switch {
		case k > noun:
		case t.Rel == "amod" && t.UPOS == "VERB" && (t.XPOS == "VBN" || t.XPOS == "VBD") && strings.HasSuffix(t.Form, "ed"):
			verb = k
		case verb < 0 && (t.Rel == "compound" || t.Rel == "nmod:desc" || t.Rel == "nmod") && (t.UPOS == "PROPN" || t.UPOS == "NOUN") && !m.has(k, "case"):
			subject = k
		}
	}
	if verb < 0 || subject < 0 || verb != subject+1 {
		return false
	}
	top := m.Tokens[noun]
	m.Tokens[verb].Head, m.Tokens[verb].Rel, m.Tokens[verb].XPOS = top.Head, top.Rel, "VBD"
	for _, k := range m.kids[noun] {
		if k < verb {
			m.Tokens[k].Head = verb
		}
	}
	m.Tokens[noun].Head, m.Tokens[noun].Rel = verb, "obj"
	m.index()
	m.splitBefore(verb, subject)
	return true
}

// perfect makes a verb of a participle after "has" that was taken for a modifier of its object: "has let inspectors in".
func (m *mender) perfect(i int) bool {
	t := m.Tokens[i]
	if t.Lemma != "have" || t.UPOS != "VERB" {
		return false
	}
	for _, o := range m.kids[i] {
		if m.Tokens[o].Rel != "obj" || o < i {
			continue
		}
		for _, v := range m.kids[o] {
			if x := m.Tokens[v]; x.Rel != "amod" || x.UPOS != "VERB" || x.XPOS != "VBN" && x.XPOS != "VBD" || v < i || v > i+2 {
				continue
			}
			if v == i+2 && m.Tokens[i+1].UPOS != "ADV" {
				return false
			}
			m.asPerfect(i, v, o)
			return true
		}
	}
	return false
}

func (m *mender) asPerfect(have, v, object int) {
	m.Tokens[v].Head, m.Tokens[v].Rel, m.Tokens[v].XPOS = m.Tokens[have].Head, m.Tokens[have].Rel, "VBN"
	for _, k := range m.kids[have] {
		m.Tokens[k].Head = v
	}
	m.Tokens[have].Head, m.Tokens[have].Rel, m.Tokens[have].UPOS = v, "aux", "AUX"
	m.Tokens[object].Head, m.Tokens[object].Rel = v, "obj"
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

// hyphenated gives the last part of a word with a hyphen the lemma of the whole, if the lexicon knows it as a noun:
// "cease-fire", "pull-back".
func (m *mender) hyphenated(i int) {
	t := &m.Tokens[i]
	if m.Tokens[i-1].Form != "-" || m.Tokens[i-2].End != m.Tokens[i-1].Start || m.Tokens[i-1].End != t.Start {
		return
	}
	whole := strings.ToLower(m.Tokens[i-2].Form + "-" + t.Lemma)
	if !m.lex.nouns[whole] && !slices.ContainsFunc(m.lex.entries[whole], func(e *entry) bool { return e.pos == "n" }) {
		return
	}
	t.Lemma, t.UPOS, t.XPOS = whole, "NOUN", "NN"
	if h := t.Head; t.Rel == "advmod" && h >= 0 && h < i && m.Tokens[h].UPOS == "VERB" && !m.has(h, "obj") {
		t.Rel = "obj"
	}
}

// pastTense makes a verb of a past tense that the tagger does not know and took for a modifier of what is its object:
// "soldiers overthrew the president", "and on Saturday froze assets".
func (m *mender) pastTense(i int) bool {
	t := &m.Tokens[i]
	if t.UPOS == "VERB" || t.UPOS == "AUX" || m.has(i, "cop") {
		return false
	}
	if form := strings.ToLower(t.Form); !m.lex.cues["past"][form] && (!m.has(i, "obj") || t.UPOS != "NOUN" || m.lex.forms[form] == "") {
		return false
	}
	if m.swallowedSubject(i) {
		return true
	}
	if m.has(i, "det") {
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

// swallowedSubject makes a verb of a past tense that was taken for a noun with its subject as modifier: "The minister flew
// to Kampala".
func (m *mender) swallowedSubject(i int) bool {
	subject := -1
	for _, k := range m.kids[i] {
		if k < i && (m.Tokens[k].Rel == "compound" || m.Tokens[k].Rel == "nmod:desc") && (m.Tokens[k].UPOS == "NOUN" || m.Tokens[k].UPOS == "PROPN") {
			subject = k
		}
	}
	if subject < 0 || m.Tokens[i].UPOS != "NOUN" {
		return false
	}
	m.Tokens[i].UPOS, m.Tokens[i].XPOS = "VERB", "VBD"
	m.splitBefore(i, subject)
	return true
}

// splitBefore makes a word the subject of the verb i and hangs on it what stood before it.
func (m *mender) splitBefore(i, subject int) {
	for _, k := range m.kids[i] {
		switch t := &m.Tokens[k]; {
		case k < subject && t.Rel != "cc" && t.Rel != "mark" && t.Rel != "obl" && t.Rel != "punct":
			t.Head = subject
		case k > i && t.Rel == "nmod":
			t.Rel = "obl"
		}
	}
	m.Tokens[subject].Head, m.Tokens[subject].Rel = i, "nsubj"
	m.index()
}

// toVerb makes an infinitive of an adjective after "to" that is also a verb: "promised to free the hostages".
func (m *mender) toVerb(i int) bool {
	t := &m.Tokens[i]
	if t.UPOS != "ADJ" && t.UPOS != "NOUN" || i == 0 || t.Head < 0 || t.Head >= i || m.lex.forms[strings.ToLower(t.Form)] != strings.ToLower(t.Form) {
		return false
	}
	if to := m.Tokens[i-1]; strings.ToLower(to.Form) != "to" || to.Head != i || m.Tokens[t.Head].UPOS != "VERB" {
		return false
	}
	next := -1
	for _, k := range m.kids[t.Head] { // its object hangs beside it
		if k > i && m.Tokens[k].Rel == "obj" {
			next = k
			break
		}
	}
	if next < 0 || next > i+5 {
		return false
	}
	m.Tokens[next].Head = i
	m.Tokens[i-1].Rel = "mark"
	t.UPOS, t.XPOS, t.Rel = "VERB", "VB", "xcomp"
	return true
}

// takePlace puts the verb i where its object stood: what came before goes with the verb, the noun that the object hung on
// is its subject unless a conjunction parts them.
func (m *mender) takePlace(i, object int) {
	t, o := &m.Tokens[i], m.Tokens[object]
	joined := false
	for _, k := range m.kids[object] {
		if n := m.Tokens[k]; k == i-1 && (n.Rel == "compound" || n.Rel == "nmod:desc") && (n.UPOS == "NOUN" || n.UPOS == "PROPN") {
			m.Tokens[k].Rel = "nsubj"
		}
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
