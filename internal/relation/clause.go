package relation

import (
	"slices"
	"strings"
)

// This file reads the grammar of a clause: who is its subject, what its object, also where the parse leaves it to be
// understood: in coordination, control, relative and participial clauses.

// passive reports whether a verb form is passive: by its auxiliary, as a bare participle, or by coordination.
func (t *tree) passive(v int) bool { return t.passiveAt(v, 0) }

func (t *tree) passiveAt(v, depth int) bool {
	if t.child(v, "aux:pass", "nsubj:pass", "csubj:pass") >= 0 {
		return true
	}
	if h := t.head(v); t.xpos(v) == "VBD" && t.is(v, "acl") && h >= 0 && t.is(h, "root") && t.child(v, "nsubj", "obj", "aux") < 0 {
		return true // a headline: "Two editors detained in Chad"
	}
	if t.xpos(v) != "VBN" || depth > maxDepth {
		return false
	}
	for _, k := range t.kids[v] {
		if t.is(k, "aux") {
			return false // "has arrested"
		}
	}
	switch {
	case t.is(v, "conj") && t.child(v, "nsubj") < 0 && t.head(v) >= 0:
		return t.passiveAt(t.head(v), depth+1)
	case t.is(v, "acl:relcl"):
		return t.child(v, "nsubj") < 0
	case t.is(v, "xcomp") && t.head(v) >= 0 && t.lemma(t.head(v)) == "have":
		return false // "having attacked"
	case t.is(v, "acl") && t.child(v, "obj") >= 0:
		return false // a finite verb read as a participle: "forces fired tear gas and turned"
	case t.is(v, "acl", "amod", "advcl", "xcomp", "dep"):
		return true
	case t.is(v, "root"):
		return t.child(v, "nsubj") < 0 || t.child(v, "obj") < 0 && t.agent(v) >= 0 // headline: "Envoy expelled"
	}
	return false
}

// sharesPassive reports whether a verb that was read as a past tense can be a participle that shares the auxiliary of a passive
// before it: "was convicted and sentenced to death". It is one if the verb asks for an object.
func (t *tree) sharesPassive(v int) bool {
	h := t.head(v)
	if t.xpos(v) != "VBD" || !t.is(v, "conj") || h < 0 || h > v || !t.verbal(h) || !strings.HasSuffix(t.form(v), "ed") {
		return false
	}
	return t.passive(h) && t.child(v, "nsubj", "nsubj:pass", "aux", "obj", "iobj", "ccomp", "xcomp") < 0
}

// sharedAgent is the "by" phrase of the passive that a participle is coordinated with, -1 if there is none.
func (t *tree) sharedAgent(v int) int {
	h := t.head(v)
	if !t.is(v, "conj") || h < 0 || h > v || !t.verbal(h) || !t.passive(h) || t.child(v, "nsubj", "nsubj:pass", "aux", "aux:pass") >= 0 {
		return -1
	}
	if a := t.agent(h); a < v {
		return a
	}
	return -1
}

// agent is the "by" phrase of a passive, -1 if there is none.
func (t *tree) agent(v int) int {
	for _, k := range t.kids[v] {
		if t.is(k, "obl", "nmod") && t.preposition(k) == "by" && t.Tokens[k].Rel != "obl:tmod" {
			return k
		}
	}
	return -1
}

// doer is the "by" phrase of a passive, also where the parse has hung it on what follows the verb: "was asked to go by Chad",
// "were refused a visit by Chad".
func (t *tree) doer(v int) int {
	if a := t.agent(v); a >= 0 {
		return a
	}
	for _, k := range t.kids[v] {
		if k < v || !t.is(k, "xcomp", "obj", "obl") || t.verbal(k) && t.passive(k) {
			continue
		}
		if a := t.agent(k); a > k && t.mention(a) >= 0 && !(t.nominal(k) && t.mention(k) >= 0) {
			return a
		}
	}
	return -1
}

// subject is the word in the surface subject's place, as written or understood; -1 if there is none.
func (t *tree) subject(v int) int { return t.subjectAt(v, 0) }

func (t *tree) subjectAt(v, depth int) int {
	if depth > maxDepth {
		return -1
	}
	h := t.head(v)
	if s := t.nearest(v, "nsubj"); s >= 0 {
		if h >= 0 && t.is(v, "acl") && slices.ContainsFunc(t.kids[v], func(k int) bool { return t.is(k, "nsubj") && t.relative(k) }) {
			return h
		}
		return s
	}
	if h < 0 {
		return -1
	}
	switch {
	case t.is(v, "conj"):
		if t.upos(h) == "VERB" || t.upos(h) == "AUX" || t.upos(h) == "ADJ" || t.child(h, "cop") >= 0 {
			return t.subjectAt(h, depth+1)
		}
	case t.is(v, "xcomp", "ccomp"):
		return t.controller(h, depth)
	case t.is(v, "acl:relcl"):
		return h
	case t.is(v, "acl"):
		if t.infinitive(v) {
			if t.is(h, "root") && t.byHead[h] >= 0 && t.child(h, "cop") < 0 {
				return h // a headline: "Chad to expel two diplomats"
			}
			return t.possessor(h, depth)
		}
		return h
	case t.is(v, "advcl"):
		if t.verbal(h) || t.child(h, "cop") >= 0 || t.upos(h) == "ADJ" {
			return t.subjectAt(h, depth+1)
		}
	}
	return -1
}

// nearest is the last dependent of a relation before a word, else the first after it: of two subjects that the parse gives a
// verb, what stands before the second is an apposition to something else ("Backed by allies, namely Chad, Mali struck").
func (t *tree) nearest(v int, rel string) int {
	best := -1
	for _, k := range t.kids[v] {
		if t.is(k, rel) && (best < 0 || k < v && t.preposition(k) == "") {
			best = k
		}
	}
	return best
}

// controller is the understood subject of a clausal complement: the object of "urge", the subject of "promise".
func (t *tree) controller(g, depth int) int {
	if !t.passive(g) {
		if o := t.child(g, "obj", "iobj"); o >= 0 && t.verbal(g) {
			return o
		}
	}
	return t.subjectAt(g, depth+1)
}

// possessor is the owner of a noun, or the subject of the verb that the noun is the object of ("made a promise to").
func (t *tree) possessor(n, depth int) int {
	if p := t.child(n, "nmod:poss"); p >= 0 {
		return p
	}
	for _, k := range t.kids[n] {
		if t.is(k, "nmod") && (t.preposition(k) == "by" || t.preposition(k) == "from") {
			return k
		}
	}
	for _, k := range t.kids[n] {
		if t.is(k, "amod", "compound") && t.byHead[k] >= 0 {
			return k
		}
	}
	if t.child(n, "cop") >= 0 && t.child(n, "nsubj") >= 0 { // "was the first country to recognise it"
		return t.child(n, "nsubj")
	}
	if g := t.head(n); g >= 0 && t.verbal(g) {
		if t.is(n, "obj") || t.is(n, "obl") || t.is(n, "xcomp") {
			return t.subjectAt(g, depth+1)
		}
	}
	return -1
}

// infinitive reports whether a verb is introduced by "to".
func (t *tree) infinitive(v int) bool {
	for _, k := range t.kids[v] {
		if k < v && (t.is(k, "mark") || t.is(k, "aux")) && t.form(k) == "to" {
			return t.xpos(v) != "VBG"
		}
	}
	return false
}

// gerund reports whether a verb is an -ing form, alone or as a perfect ("having paid").
func (t *tree) gerund(v int) bool {
	if t.xpos(v) == "VBG" {
		return true
	}
	a := t.child(v, "aux")
	return a >= 0 && t.xpos(a) == "VBG"
}

// objects are the direct and the indirect object of a verb, as written or understood; -1 where there is none.
func (t *tree) objects(v int) (direct, indirect int) {
	direct, indirect = -1, t.child(v, "iobj")
	for _, k := range t.kids[v] {
		if !t.is(k, "obj") {
			continue
		}
		if direct >= 0 && indirect < 0 { // "gave Niger two helicopters" with two objects
			indirect = direct
		}
		direct = k
	}
	if direct >= 0 && t.relative(direct) && t.is(v, "acl") && t.head(v) >= 0 {
		direct = t.head(v)
	}
	if direct < 0 {
		direct = t.bareObject(v, indirect)
	}
	if direct < 0 {
		direct = t.sharedObject(v)
	}
	return direct, indirect
}

// bareObject is a noun phrase after the verb without a preposition, which can only be what is given beside a receiver
// ("gave Niger six weeks") or the object of a verb with a particle ("called off their campaign").
func (t *tree) bareObject(v, indirect int) int {
	if indirect < 0 && t.child(v, "compound:prt") < 0 {
		return -1
	}
	for _, k := range t.kids[v] {
		if k > max(v, indirect) && t.is(k, "obl") && t.nominal(k) && t.preposition(k) == "" && (indirect >= 0 || t.Tokens[k].Rel == "obl") {
			return k
		}
	}
	return -1
}

// sharedObject is the object of a verb that has none of its own: the noun a relative clause hangs on ("the accord that
// they signed"), or the object of a conjunct ("condemned and rejected the plan").
func (t *tree) sharedObject(v int) int {
	h := t.head(v)
	if t.is(v, "acl:relcl") && h >= 0 && !t.passive(v) {
		if s := t.child(v, "nsubj"); s >= 0 && !t.relative(s) && t.child(v, "obl", "xcomp", "ccomp") < 0 {
			return h
		}
	}
	if t.is(v, "conj") && h >= 0 && t.verbal(h) && t.passive(h) == t.passive(v) {
		if o := t.child(h, "obj"); o > v {
			return o
		}
	}
	for _, k := range t.kids[v] {
		if t.is(k, "conj") && t.verbal(k) && k-v <= 3 {
			return t.child(k, "obj")
		}
	}
	return -1
}

// complement is the head of a verb's, adjective's or noun's clausal complement, -1 if it has none.
func (t *tree) complement(i int) int {
	for _, k := range t.kids[i] {
		if t.is(k, "xcomp", "ccomp") && (t.upos(k) == "VERB" || t.upos(k) == "AUX" || t.child(k, "cop", "mark", "nsubj") >= 0) {
			return k
		}
	}
	for _, k := range t.kids[i] {
		if t.is(k, "advcl", "acl", "csubj") && k > i && t.infinitive(k) {
			return k
		}
	}
	return -1
}

// complements are the words that hang on a word with a preposition: nouns ("with Chad") and gerunds ("of shelling").
func (t *tree) complements(i int, preposition string) []int {
	var list []int
	for _, k := range t.kids[i] {
		if t.preposition(k) != preposition || preposition == "with" && t.joint(k) {
			continue
		}
		if t.is(k, "obl", "nmod") || t.is(k, "advcl", "acl", "xcomp", "ccomp") && t.gerund(k) || t.is(k, "obj", "advmod", "dep") && t.nominal(k) {
			list = append(list, k)
		}
	}
	return list
}
