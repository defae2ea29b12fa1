package relation

import "strings"

// frame is a predicate in its clause: where its slots are looked for.
type frame struct {
	head      int
	pos       string
	passive   bool     // of the verb, or of the light verb
	light     int      // the light verb that governs an event noun ("hold talks"), -1
	role      string   // what the light verb's subject is: actor | recipient
	meeting   bool     // the event noun is a meeting, so that who does something during it took part
	host      int      // the verb whose circumstance an event noun is ("said during a visit"), -1
	particles []string // of the entry, whose noun the parse may have taken for its complement
	anchors   []int    // words that prepositional phrases of the predicate may hang on
}

// frame reads the surroundings of a predicate word.
func (r *reader) frame(tok int, pos string) *frame {
	t := r.t
	f := &frame{head: tok, pos: pos, light: -1, host: -1, anchors: []int{tok}}
	if pos != "n" {
		f.passive = t.passive(tok)
		direct, _ := t.objects(tok)
		if direct >= 0 && direct > tok {
			f.anchors = append(f.anchors, direct)
		}
		if c := t.child(tok, "compound:prt", "advmod"); c >= 0 && c > tok {
			f.anchors = append(f.anchors, c)
		}
		return f
	}
	top := r.partitive(tok)
	if top != tok {
		f.anchors = append(f.anchors, top)
	}
	f.light, f.role = r.lightVerb(tok, top)
	if f.light >= 0 {
		f.passive = t.passive(f.light)
		f.anchors = append(f.anchors, f.light)
		return f
	}
	if g := t.head(top); g >= 0 && t.is(top, "obl", "nmod", "advcl") && r.lex.cues["fact"][t.preposition(top)] {
		f.host = r.clauseVerb(g)
	}
	return f
}

// partitive climbs from "talks" to "round" in "a round of talks".
func (r *reader) partitive(n int) int {
	for steps := 0; steps < 3; steps++ {
		h := r.t.head(n)
		if h < 0 || !r.t.is(n, "nmod") || r.t.preposition(n) != "of" || !r.lex.classes["partitive"][r.t.lemma(h)] {
			break
		}
		n = h
	}
	return n
}

// clauseVerb climbs from a noun to the verb whose clause it stands in.
func (r *reader) clauseVerb(i int) int {
	for steps := 0; i >= 0 && steps < 4; i, steps = r.t.head(i), steps+1 {
		if r.t.verbal(i) || r.t.child(i, "cop") >= 0 {
			return i
		}
	}
	return -1
}

// lightVerb finds the verb that does an event noun: as its object ("hold talks"), its passive subject ("talks were
// held"), its prepositional object ("came under criticism"), or its participle ("the raid launched by").
func (r *reader) lightVerb(n, top int) (int, string) {
	t := r.t
	for steps := 0; t.is(top, "conj") && t.head(top) >= 0 && t.nominal(t.head(top)) && steps < 4; steps++ {
		top = t.head(top)
	}
	g := t.head(top)
	if g >= 0 && t.verbal(g) {
		key := r.verbWords(g)
		if t.is(top, "obl", "nmod", "xcomp", "advmod") {
			key += " " + t.preposition(top)
		}
		if t.is(top, "obj", "nsubj:pass", "obl", "nmod") || t.is(top, "nsubj") && t.passive(g) {
			if v, ok := r.lex.light[key]; ok {
				return g, v.role
			}
		}
	}
	for _, k := range t.kids[n] {
		if t.is(k, "acl") && t.verbal(k) {
			if v, ok := r.lex.light[r.verbWords(k)]; ok && !t.infinitive(k) && v.role == "actor" {
				return k, v.role
			}
		}
	}
	return -1, ""
}

// verbWords is a verb's lemma with its particle.
func (r *reader) verbWords(v int) string {
	if p := r.t.child(v, "compound:prt"); p >= 0 {
		return r.t.lemma(v) + " " + r.t.lemma(p)
	}
	return r.t.lemma(v)
}

// slot returns the head words that stand in a slot of the frame.
func (r *reader) slot(f *frame, name string) []int {
	t := r.t
	switch name {
	case "S":
		return some(r.deepSubject(f))
	case "R":
		if f.light >= 0 && f.role == "recipient" {
			return some(t.subject(f.light))
		}
		return nil
	case "O":
		return some(r.deepObject(f))
	case "IO":
		return some(r.indirect(f))
	case "comp":
		return some(t.complement(f.head))
	case "inf":
		if c := t.complement(f.head); c >= 0 && t.infinitive(c) {
			return some(c)
		}
		return nil
	case "that":
		if c := t.child(f.head, "ccomp"); c >= 0 && !t.infinitive(c) && t.child(c, "nsubj") >= 0 {
			return some(c)
		}
		return nil
	case "ctrl":
		if c := t.complement(f.head); c >= 0 {
			return some(t.subject(c))
		}
		return nil
	case "poss":
		return r.owners(f.head)
	case "adj":
		return r.adjectives(f.head)
	case "btw":
		return r.complements(f, "between")
	case "loc":
		var list []int
		for _, p := range []string{"in", "at", "outside", "inside", "near", "through", "across", "to", "into"} {
			list = append(list, r.complements(f, p)...)
		}
		return list
	case "word":
		var list []int
		t.subtree(f.head, func(i int) bool {
			list = append(list, i)
			return i == f.head || !t.is(i, "ccomp", "parataxis", "acl:relcl", "advcl")
		})
		return list
	case "by":
		if f.pos == "n" {
			if f.light >= 0 && f.passive {
				if a := t.agent(f.light); a >= 0 {
					return some(a)
				}
			}
			return r.complements(f, "by")
		}
		return some(t.agent(f.head))
	}
	return r.complements(f, name)
}

func some(i int) []int {
	if i < 0 {
		return nil
	}
	return []int{i}
}

// complements looks for a preposition at all places where the parse may have hung it.
func (r *reader) complements(f *frame, preposition string) []int {
	var list []int
	for _, a := range f.anchors {
		list = append(list, r.t.complements(a, preposition)...)
	}
	if len(list) > 0 || !r.cue("strays", preposition) {
		return list
	}
	for _, a := range f.anchors { // "the release of the unionist by Chad": the last phrase may hang on the one before
		for _, k := range r.t.kids[a] {
			if r.t.is(k, "nmod", "obl") && k > a && (preposition != "of" || r.t.preposition(k) == "by") {
				list = append(list, r.t.complements(k, preposition)...)
			}
		}
	}
	return list
}

// deepSubject is who does it: the subject of an active verb, the "by" phrase of a passive, the subject of a light verb.
func (r *reader) deepSubject(f *frame) int {
	t := r.t
	switch {
	case f.pos == "n" && f.light >= 0:
		if f.role == "recipient" {
			return -1
		}
		if f.passive {
			return t.agent(f.light)
		}
		return t.subject(f.light)
	case f.pos == "n" && f.host >= 0 && f.meeting:
		if s := t.subject(f.host); s >= 0 && !t.within(f.head, s) {
			return s
		}
		return -1
	case f.pos == "n":
		return -1
	case f.passive && f.pos == "v":
		return t.agent(f.head)
	}
	return t.subject(f.head)
}

// deepObject is whom it is done to: the object of an active verb, the subject of a passive that has no object left.
func (r *reader) deepObject(f *frame) int {
	if f.pos == "n" {
		return -1
	}
	direct, indirect := r.t.objects(f.head)
	if !f.passive {
		if direct < 0 && indirect < 0 && len(f.particles) > 0 { // "called in the envoy" read as "in the envoy"
			if list := r.complements(f, f.particles[len(f.particles)-1]); len(list) > 0 {
				return list[0]
			}
		}
		if direct < 0 {
			return indirect
		}
		return direct
	}
	if direct >= 0 && !r.t.is(f.head, "acl") {
		return direct
	}
	return r.t.subject(f.head)
}

// indirect is the receiver: "gave NIGER two helicopters", "NIGER was given two helicopters".
func (r *reader) indirect(f *frame) int {
	if f.pos == "n" {
		return -1
	}
	direct, indirect := r.t.objects(f.head)
	if f.passive && direct >= 0 && !r.t.is(f.head, "acl") {
		return r.t.subject(f.head)
	}
	if direct < 0 || indirect >= 0 {
		return indirect
	}
	return r.swallowed(direct)
}

// swallowed finds a receiver that the parse took for part of the object: "sold Moldova six vehicles".
func (r *reader) swallowed(direct int) int {
	t := r.t
	for n, k := range t.kids[direct] {
		if !t.is(k, "compound", "nmod") || t.upos(k) != "PROPN" || t.preposition(k) != "" || t.mention(k) < 0 {
			continue
		}
		for _, j := range t.kids[direct][n+1:] {
			if j < direct && t.is(j, "nummod", "det") {
				return k
			}
		}
	}
	return -1
}

// owners are the possessor and the adjectives of an event noun: "Kenya's demand", "the Kenyan demand".
func (r *reader) owners(n int) []int {
	var list []int
	for _, k := range r.t.kids[n] {
		if r.t.is(k, "nmod:poss") {
			list = append(list, k)
		}
	}
	if len(list) > 0 {
		return list
	}
	return r.adjectives(n)
}

func (r *reader) adjectives(n int) []int {
	var list []int
	for _, k := range r.t.kids[n] {
		if r.t.is(k, "amod", "compound", "nmod:unmarked", "nmod:desc") && r.t.preposition(k) == "" && r.t.mention(k) >= 0 {
			list = append(list, k)
			list = append(list, r.adjectives(k)...) // "Chad-Sudan relations"
		}
	}
	return list
}

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
		}
		list = r.without(list, except)
		if len(list) > 0 {
			return list, strings.Join(union, "+")
		}
	}
	return nil, ""
}

// party adds the mentions that a slot's head word and its conjuncts stand for.
func (r *reader) party(tok int, slot string, list *[]int) {
	for _, c := range r.t.conjuncts(tok) {
		r.owner(c, slot, 0, list)
	}
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
	return r.below(tok, slot, depth, list, "with", "between", "to", "in", "at", "near")
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
