package relation

import (
	"slices"
	"strings"
)

// This file goes from the words in the slots to the parties they name.

// parties are the mentions in the first alternative of the slots that holds any, with the name of that alternative.
// Mentions that stand for the same party as an excepted one do not count.
func (r *reader) parties(f *frame, s slots, except ...int) ([]int, string) {
	for _, union := range s {
		var list []int
		for _, name := range union {
			for _, tok := range r.slot(f, name) {
				if name == "poss" && len(list) > 0 && f.host >= 0 && r.t.upos(tok) == "PRON" {
					continue // "during his meeting with X, Y said": he is Y
				}
				r.party(tok, name, &list)
			}
			if len(list) > 0 {
				for _, tok := range r.companions(f, name) {
					r.party(tok, name, &list)
				}
			}
		}
		list = r.without(list, except)
		if len(list) > 0 {
			return list, strings.Join(union, "+")
		}
	}
	return nil, ""
}

// excepted reports whether a word names somebody of whom the contrary is told: "all except Chad".
func (r *reader) excepted(tok int) bool {
	t := r.t
	for range maxDepth {
		h := t.head(tok)
		switch {
		case r.cue("except", t.preposition(tok)):
			return true
		case h < 0:
			return false
		case t.preposition(tok) == "of" && r.cue("except", t.lemma(h)): // "with the exception of Chad"
			return true
		case !t.is(tok, "conj"):
			return false
		}
		tok = h
	}
	return false
}

// aimed reports whether forces move towards something of somebody whom the clause does not name: it stands in a slot of the
// recipient ("shadowed the freighter", "flew through it"), or is a border. Who is named as the neighbour of that border is the
// recipient: "the frontier with Chad", "the Chadian border".
func (r *reader) aimed(a *act, c *Candidate) bool {
	t := r.t
	for _, tok := range r.clauseWords(r.verbOf(a.frame)) {
		if !t.is(tok, "obj", "obl", "nmod") || !r.inClass(tok, "border") {
			continue
		}
		for _, k := range append(r.adjectives(tok), t.complements(tok, "with")...) {
			r.party(k, "with", &c.Recipient)
		}
		c.Recipient = r.without(c.Recipient, c.Actor)
		c.Recipient = slices.DeleteFunc(c.Recipient, func(m int) bool { return slices.ContainsFunc(c.Actor, func(o int) bool { return r.alike(m, o) }) })
		return true
	}
	for _, union := range a.entry.recipient {
		for _, name := range union {
			if !r.cue("aimed", strings.ToLower(name)) {
				continue
			}
			for _, tok := range r.slot(a.frame, name) {
				if t.mention(tok) < 0 && t.upos(tok) != "PROPN" || t.upos(tok) == "PRON" {
					return true
				}
			}
		}
	}
	return false
}

// eachOther reports whether the object is reciprocal: "blamed each other", "each side accused the other".
func (r *reader) eachOther(a *act) bool {
	o := r.deepObject(a.frame)
	if o < 0 || a.frame.pos == "n" {
		return false
	}
	if s := r.deepSubject(a.frame); s >= 0 && r.cue("each", r.t.form(s)) && r.cue("other", r.t.form(o)) {
		return true // "each accusing the other"
	}
	if r.cue("each", r.t.form(o)) {
		return r.hasChild(o, "other")
	}
	return r.cue("other", r.t.form(o)) && (r.hasChild(o, "each") || r.hasChild(r.deepSubject(a.frame), "each"))
}

// hasChild reports whether a word of a cue hangs on a word.
func (r *reader) hasChild(i int, cue string) bool {
	return i >= 0 && slices.ContainsFunc(r.t.kids[i], func(k int) bool { return r.cue(cue, r.t.form(k)) })
}

// accredited adds the state that alone can send somebody's envoy home, where a passive leaves it out: that which he is
// accredited to, "Peru's ambassador to Chad was expelled".
func (r *reader) accredited(f *frame, list *[]int) {
	o := r.deepObject(f)
	if !f.passive || o < 0 || !r.inClass(o, "diplomat") {
		return
	}
	for _, p := range []string{"to", "in"} {
		for _, k := range r.t.complements(o, p) {
			r.party(k, p, list)
		}
	}
}

// addressee reports whether a common noun stands where the one addressed is named, or whom a promise is to help. One that
// has an owner ("pressed his guest") may be somebody known.
func (r *reader) addressee(a *act) bool {
	switch {
	case a.event == "AGREE" && a.inner != nil:
		a = a.inner
	case a.event == "AGREE":
		purpose := r.t.complement(a.frame.head)
		if purpose < 0 || !r.t.verbal(purpose) {
			return false
		}
		o := r.t.child(purpose, "obj")
		return o >= 0 && r.t.xpos(o) == "NNS" // "to help poor countries"
	case a.event != "REQUEST":
		return false
	}
	for _, union := range a.entry.recipient {
		for _, name := range union {
			for _, tok := range r.slot(a.frame, name) {
				if r.t.head(tok) == a.frame.head && name != "ctrl" && r.t.upos(tok) == "NOUN" && r.t.child(tok, "nmod:poss") < 0 && !slices.Contains(a.at, tok) {
					return true
				}
			}
		}
	}
	return false
}

// chased adds whom forces are sent to confront: "sent jets to track two Chadian planes".
func (r *reader) chased(f *frame, list *[]int) {
	t := r.t
	for _, k := range t.kids[r.verbOf(f)] {
		if t.is(k, "xcomp", "advcl", "acl") && t.infinitive(k) && r.cue("confront", t.lemma(k)) {
			if o, _ := t.objects(k); o >= 0 {
				r.party(o, "O", list)
			}
		}
	}
}

// companions are those who do something together with the party in the slot S, or suffer it with the one in O: "Chad,
// together with Mali, …", "Chad, joined by Mali, …", "…, and so did Mali".
func (r *reader) companions(f *frame, slot string) []int {
	if slot != "S" && slot != "O" || f.pos == "n" && f.light < 0 {
		return nil
	}
	t := r.t
	v := f.head
	if f.light >= 0 {
		v = f.light
	}
	var list []int
	for _, c := range t.companions {
		passive := f.passive && c.joins < v // "Togo, along with Chad, was condemned"
		if c.verb == v && (slot == "O") == (c.object || passive) && (f.meeting || !c.mediates) {
			list = append(list, c.head)
		}
	}
	return list
}

// A companion is a noun that joins a party of a verb without being coordinated with it.
type companion struct {
	head, verb int
	joins      int  // where the joining words stand
	object     bool // it joins the object
	mediates   bool // it mediates a meeting
}

// findCompanions looks for the words that join: an adverb before "with", a preposition like "alongside", a participle like
// "joined by", or the auxiliary of a clause that is cut short ("so did Mali").
func (t *tree) findCompanions(l *Lexicon) {
	for k := range t.Tokens {
		if !t.nominal(k) || t.head(k) < 0 {
			continue
		}
		first, last := t.cases(k)
		g, joins, mediates := t.head(k), first, false
		switch {
		case first < 0 && k < g || first < 0 && !t.is(g, "conj", "advcl"):
			continue
		case first < 0: // "…, and so did Mali"
			if t.lemma(g) != "do" || g == 0 || !l.cues["likewise"][t.form(g-1)] {
				continue
			}
			t.companions = append(t.companions, companion{head: k, verb: t.head(g), joins: g})
			continue
		case l.cues["joined"][t.lemma(g)] && t.form(last) == "by":
			joins, g = g, t.head(g)
		case l.cues["mediated"][t.lemma(g)] && t.form(last) == "by" && t.is(g, "acl", "advcl"):
			mediates, joins, g = true, g, t.head(g)
		case l.cues["alongside"][t.form(first)]:
		case t.form(last) == "with" && last > 0 && l.cues["together"][t.form(last-1)]:
			joins = last - 1
		case t.form(last) == "with" && last > 1 && t.form(last-2) == "in" && l.cues["in concert"][t.form(last-1)]:
			joins = last - 2
		default:
			continue
		}
		if g = t.clauseBefore(joins, g); g >= 0 && g != k {
			t.companions = append(t.companions, companion{k, g, joins, !mediates && t.joinsObject(g, joins), mediates})
		}
	}
}

// clauseBefore is the verb of the clause that a joining phrase follows, at the start of the sentence that of the word it
// hangs on: "troops who invaded Grenada, together with Jamaicans, fought" tells who invaded.
func (t *tree) clauseBefore(joins, g int) int {
	for i := joins - 1; i >= 0; i-- {
		if t.upos(i) != "PUNCT" {
			g = i
			break
		}
	}
	for steps := 0; g >= 0 && (!t.verbal(g) || t.is(g, "amod", "aux", "cop")) && steps < maxDepth; steps++ {
		g = t.head(g)
	}
	return g
}

// cases are the first and the last of the prepositions before a noun, -1 if it has none.
func (t *tree) cases(k int) (first, last int) {
	first, last = -1, -1
	for _, c := range t.kids[k] {
		if t.is(c, "case") && c < k {
			if first < 0 {
				first = c
			}
			last = c
		}
	}
	return first, last
}

// joinsObject reports whether what stands before a position is the verb's object and a party: "condemned Togo along with Chad".
func (t *tree) joinsObject(v, at int) bool {
	o := t.child(v, "obj")
	return o > v && at > 0 && t.within(at-1, o) && (t.byHead[o] >= 0 || t.cover[o] >= 0)
}

// joint reports whether a word is a companion, and so no complement of its own.
func (t *tree) joint(k int) bool {
	return slices.ContainsFunc(t.companions, func(c companion) bool { return c.head == k })
}

// party adds the mentions that a slot's head word and its conjuncts stand for.
func (r *reader) party(tok int, slot string, list *[]int) {
	if whole := r.whole(tok); whole >= 0 {
		tok = whole
	}
	for _, c := range r.t.conjuncts(tok) {
		r.owner(c, slot, 0, list)
	}
}

// whole is what a bare quantity is taken of: "villagers, several of whom", "the two sides, each accusing the other"; -1 if the
// word is none.
func (r *reader) whole(tok int) int {
	t := r.t
	v := t.head(tok)
	if v < 0 || t.mention(tok) >= 0 || !t.verbal(v) || !t.is(tok, "nsubj", "obj") {
		return -1
	}
	for _, k := range t.complements(tok, "of") {
		if t.relative(k) && t.is(v, "acl:relcl") {
			return t.head(v)
		}
	}
	if g := t.head(v); r.cue("each", t.form(tok)) && g >= 0 && t.is(v, "advcl", "parataxis", "conj") && t.child(tok, "nmod") < 0 {
		return t.subject(g)
	}
	return -1
}

// owner adds the mention at a word; where the word names none, the mention it belongs to: "the offices of a weekly",
// "Kenya's bid", "Ethiopian jets", "drones launched by the rebels".
func (r *reader) owner(tok int, slot string, depth int, list *[]int) bool {
	t := r.t
	if m := t.mention(tok); m >= 0 {
		add(list, m)
		return true
	}
	if depth > 3 || t.upos(tok) == "PRON" {
		return false
	}
	if r.lex.classes["partitive"][t.lemma(tok)] && r.below(tok, slot, depth, list, "of") {
		return true
	}
	found := false
	for _, near := range [][]int{t.modifiers(tok), r.owners(tok)} {
		for _, k := range near {
			for _, c := range t.conjuncts(k) {
				found = r.owner(c, slot, depth+1, list) || found
			}
		}
		if found {
			return true
		}
	}
	for _, k := range t.kids[tok] {
		if t.is(k, "acl") && r.cue("belongs", t.lemma(k)) && slot != "S" { // "a yacht belonging to Chad"
			if n := len(*list); r.below(k, slot, depth, list, "to", "with") || len(*list) > n {
				return true
			}
		}
		if t.is(k, "acl") && t.agent(k) >= 0 {
			if n := len(*list); slot != "S" || r.lex.cues["instrument"][r.verbWords(k)] {
				r.party(t.agent(k), slot, list)
				return len(*list) > n
			}
		}
	}
	if r.below(tok, slot, depth, list, "by", "of", "from") {
		return true
	}
	if r.below(tok, slot, depth, list, "with", "between", "to", "in", "at", "near") {
		return true
	}
	return depth == 0 && r.known(tok, list)
}

// below looks for a party in the prepositional phrases of a word.
func (r *reader) below(tok int, slot string, depth int, list *[]int, prepositions ...string) bool {
	for _, p := range prepositions {
		n := len(*list)
		for _, k := range r.t.complements(tok, p) {
			for _, c := range r.t.conjuncts(k) {
				r.owner(c, slot, depth+1, list)
			}
		}
		if g := r.t.head(tok); len(*list) == n && p == "by" && g >= 0 && r.t.verbal(g) && !r.t.passive(g) && slot != "S" {
			if a := r.t.agent(g); a > tok { // "looks into killings by the police", hung on the verb
				r.owner(a, slot, depth+1, list)
			}
		}
		if len(*list) > n {
			return true
		}
	}
	return false
}

// modifiers are the appositions and names that hang on a word.
func (t *tree) modifiers(tok int) []int {
	var list []int
	for _, k := range t.kids[tok] {
		if t.is(k, "appos", "flat") && (t.byHead[k] >= 0 || t.cover[k] >= 0) {
			list = append(list, k)
		}
	}
	return list
}

func add(list *[]int, m int) {
	for _, o := range *list {
		if o == m {
			return
		}
	}
	*list = append(*list, m)
}
