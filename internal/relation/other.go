package relation

import "slices"

// This file finds whom an act of words is done to where its own slots name nobody: in the slots that the type usually has,
// within what is promised, refused or asked, in the relative clause of a thing ("the plan that Chad had tabled"), in the
// condition ("if Chad leaves"), and in the clause above ("told Chad that it would not").

// towards looks for the other party of an act of words and says where it was found.
func (r *reader) towards(a *act, c *Candidate) (list []int, where string) {
	for _, step := range []struct {
		name string
		find func(*act, *Candidate) []int
	}{
		{"usual slot", r.usual},
		{"within the content", r.inContent},
		{"maker of the object", r.makers},
		{"condition", r.conditioned},
		{"told so", r.told},
	} {
		if list = r.without(step.find(a, c), c.Actor); len(list) > 0 {
			return list, step.name
		}
	}
	return nil, ""
}

// speech reports whether an act is done by words to somebody: of the verbal types all but those with their own rules.
func speech(event string) bool {
	switch event {
	case "AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN":
		return true
	}
	return false
}

// usual reads the slots in which the type has its recipient, where they hold a party itself and, but for the object, no thing
// of a party.
func (r *reader) usual(a *act, c *Candidate) []int {
	e := r.lex.generic[[2]string{c.Event, a.entry.pos}]
	if e == nil {
		return nil
	}
	for _, union := range e.recipient {
		for _, name := range union {
			var list []int
			if name == "content" {
				continue
			}
			for _, tok := range r.slot(a.frame, name) {
				if name == "O" && c.Event != "REQUEST" { // "revoked two laws adopted by the assembly"
					r.party(tok, name, &list)
				}
				for _, k := range r.t.conjuncts(tok) {
					if m := r.t.mention(k); m >= 0 && !r.t.mentions[m].Place {
						add(&list, m)
					}
				}
			}
			if list = r.without(list, c.Actor); len(list) > 0 {
				return list
			}
		}
	}
	return nil
}

// inContent looks through what is promised, refused or threatened for a party of another state, else for one that is no
// fellow organ of the actor's own. What is asked is asked of nobody whom it names, but for an audience or by a passive.
func (r *reader) inContent(a *act, c *Candidate) []int {
	at := a.at
	if len(at) == 0 {
		at = some(r.t.complement(a.frame.head))
	}
	var lists [][]int
	for _, tok := range at {
		if c.Event != "REQUEST" || slices.Contains(c.Mode, "meet") {
			r.inClause(tok, 0, &lists)
		} else if r.t.verbal(tok) && r.t.passive(tok) && r.t.agent(tok) >= 0 { // "asked to be heard by Chad"
			lists = append(lists, r.ownersOf(r.t.agent(tok), "by"))
		}
	}
	for _, foreign := range []bool{true, false} {
		for _, list := range lists {
			list = slices.DeleteFunc(r.without(list, c.Actor), func(m int) bool {
				home := slices.ContainsFunc(c.Actor, func(x int) bool { return r.alike(x, m) })
				return foreign && (home || r.codeOf(m) == "") || home && r.organ(m) && slices.ContainsFunc(c.Actor, r.organ)
			})
			if len(list) > 0 {
				return list
			}
		}
	}
	return nil
}

// organ reports whether a mention is part of the authorities of a state.
func (r *reader) organ(m int) bool {
	return ofSector(r.t.mentions[m], "GOV", []string{"MIL", "COP", "LEG", "JUD", "SPY"})
}

// ownersOf are the parties that a word and its conjuncts stand for.
func (r *reader) ownersOf(tok int, slot string) (list []int) {
	if tok >= 0 {
		r.party(tok, slot, &list)
	}
	return list
}

// inClause collects the parties that a clause or noun phrase names in places where somebody gains or loses, the likeliest first.
func (r *reader) inClause(tok, depth int, lists *[][]int) {
	t := r.t
	if depth > 3 || tok < 0 {
		return
	}
	if !t.verbal(tok) {
		*lists = append(*lists, r.ownersOf(tok, "O"))
		r.inPhrase(tok, depth, lists)
		return
	}
	direct, indirect := t.objects(tok)
	if t.passive(tok) {
		direct = t.agent(tok)
	}
	*lists = append(*lists, r.ownersOf(indirect, "IO"), r.ownersOf(direct, "O"))
	r.inPhrase(tok, depth, lists)
	if direct >= 0 {
		r.inPhrase(direct, depth, lists)
	}
	r.inClause(t.complement(tok), depth+1, lists)
}

// inPhrase collects the parties in the prepositional phrases and infinitives of a word.
func (r *reader) inPhrase(tok, depth int, lists *[][]int) {
	t := r.t
	for _, p := range []string{"to", "with", "from", "for", "before", "between", "against", "on", "of", "by", "into"} {
		for _, k := range t.complements(tok, p) {
			if t.verbal(k) {
				r.inClause(k, depth+1, lists)
				continue
			}
			*lists = append(*lists, r.ownersOf(k, p))
		}
	}
	if !t.verbal(tok) {
		r.inClause(t.complement(tok), depth+1, lists)
	}
}

// makers are who does what a relative clause says of the object or of the content's object.
func (r *reader) makers(a *act, c *Candidate) []int {
	t := r.t
	var list []int
	at := append(some(r.deepObject(a.frame)), a.at...)
	for _, tok := range at {
		if t.verbal(tok) {
			tok, _ = t.objects(tok)
		}
		if tok < 0 {
			continue
		}
		for _, k := range t.kids[tok] {
			if !t.is(k, "acl") || !t.verbal(k) || t.passive(k) {
				continue
			}
			if s := t.child(k, "nsubj"); s >= 0 && !t.relative(s) {
				r.party(s, "S", &list)
			}
		}
	}
	return list
}

// conditioned is the subject of the clause on which an act depends, or which a concession or refusal answers: "if Chad leaves",
// "as soon as Chad has paid", "after Chad had asked for it".
func (r *reader) conditioned(a *act, c *Candidate) []int {
	t := r.t
	var list []int
	near := slices.Clone(t.kids[r.verbOf(a.frame)])
	for _, tok := range a.at {
		near = append(near, t.kids[tok]...)
	}
	for _, k := range near {
		p := t.preposition(k)
		answer := (c.Event == "CONCEDE" || c.Event == "REJECT") && r.cue("telling", p) && !r.cue("because", p) // "ended their strike after Chad gave in"
		if t.is(k, "advcl") && t.child(k, "nsubj") >= 0 && (r.cue("if", p) || r.cue("condition", p) || answer) {
			r.party(t.child(k, "nsubj"), "S", &list)
		}
	}
	return list
}

// told is to whom the act is announced: "told Chad that it would not leave".
func (r *reader) told(a *act, c *Candidate) []int {
	t := r.t
	v := r.verbOf(a.frame)
	for steps := 0; steps < 4 && t.head(v) >= 0 && t.is(v, "conj", "xcomp"); steps++ {
		v = t.head(v)
	}
	g := t.head(v)
	if c.Event == "REQUEST" || g < 0 || !t.is(v, "ccomp") || !t.verbal(g) || t.passive(g) {
		return nil
	}
	var list []int
	direct, indirect := t.objects(g)
	for _, k := range append([]int{indirect, direct}, t.complements(g, "to")...) {
		if k >= 0 && k != v {
			r.party(k, "O", &list)
		}
	}
	return slices.DeleteFunc(list, func(m int) bool { return ofSector(t.mentions[m], "JRN", []string{"LEG"}) })
}

// evident is the sector of the authorities whom a protest without a named target plainly means: it is held at their seat
// or against what only they decide, a law or a tax. "" if the clause tells neither.
func (r *reader) evident(f *frame) string {
	t := r.t
	sector := ""
	for _, i := range r.clauseWords(r.verbOf(f)) {
		if !t.is(i, "obj", "obl", "nmod", "nsubj:pass", "conj") || t.preposition(i) == "by" {
			continue
		}
		for _, s := range []string{"LEG", "JUD", "COP", "GOV"} {
			if r.cue("seat "+s, t.lemma(i)) {
				return s
			}
		}
		if r.cue("topic", t.preposition(i)) {
			t.subtree(i, func(k int) bool {
				if r.cue("policy", t.lemma(k)) {
					sector = "GOV"
				}
				return k == i || !t.verbal(k)
			})
		}
	}
	return sector
}

// demanded are those of whom a protest demands something: "marched to urge the government to act".
func (r *reader) demanded(f *frame, list *[]int) {
	t := r.t
	for _, k := range t.kids[r.verbOf(f)] {
		if s := t.child(k, "nsubj"); t.is(k, "advcl") && s >= 0 && (r.cue("condition", t.preposition(k)) || r.cue("because", t.preposition(k))) {
			for _, m := range r.ownersOf(s, "S") { // "until the ministry pays"
				if ofSector(t.mentions[m], "GOV", protestable) {
					add(list, m)
				}
			}
		}
		if !t.is(k, "advcl", "xcomp", "acl") || !t.infinitive(k) && t.xpos(k) != "VBG" {
			continue
		}
		if a := r.read(k); a != nil && (a.event == "REQUEST" || a.event == "ACCUSE" || a.event == "PROTEST") {
			r.blockBelow(k, "the demand of a protest") // shouted in the street
			*list, _ = r.parties(a.frame, a.entry.recipient)
			if o, _ := t.objects(k); len(*list) == 0 && a.event == "REQUEST" { // "demanding the president's resignation"
				*list = r.ownersOf(o, "O")
			}
			*list = slices.DeleteFunc(*list, func(m int) bool { // nor the prisoners whose release is demanded
				return t.mentions[m].Place || !ofSector(t.mentions[m], "GOV", protestable)
			})
			if c := t.complement(k); len(*list) == 0 && c >= 0 {
				*list = r.ownersOf(t.subject(c), "S")
			}
		}
		if len(*list) > 0 {
			return
		}
	}
	r.protested(f, list)
}

// protested adds the authors of what a protest is about: "over the sacking of two clerks by the president", "in anger at a
// decree of the junta", "to oppose a wage freeze imposed by Chad". Of a deed only who did it counts, not whom it struck.
func (r *reader) protested(f *frame, list *[]int) {
	t := r.t
	about := func(i int) {
		if t.verbal(i) || t.mention(i) >= 0 && t.mentions[t.mention(i)].Place {
			return
		}
		var found []int
		if a := r.read(i); a != nil && deed(a.event) {
			found, _ = r.parties(a.frame, a.entry.actor)
		} else {
			r.party(i, "O", &found)
		}
		for _, m := range found {
			if ofSector(t.mentions[m], "GOV", protestable) {
				add(list, m)
			}
		}
	}
	for _, i := range r.clauseWords(r.verbOf(f)) {
		switch g := t.head(i); {
		case g < 0:
		case t.is(i, "obl", "nmod") && (r.cue("protested", t.preposition(i)) || r.cue("angered", t.preposition(i)) && r.cue("anger", t.lemma(g))):
			about(i)
		case t.is(i, "obj") && t.infinitive(g) && r.cue("oppose", t.lemma(g)):
			about(i)
		}
		if len(*list) > 0 {
			return
		}
	}
}

// protestable are the sectors that people protest against, beside the government.
var protestable = []string{"LEG", "JUD", "COP", "MIL", "SPY", "BUS", "MNC", "EUR", "UNO", "IGO", "REB", "EDU", "MED"}

// civic reports whether a mention is people or a body of them that faces its own government when it threatens to act.
func (r *reader) civic(m int) bool {
	x := r.t.mentions[m]
	return ofSector(x, "LAB", []string{"AGR", "OPP", "EDU", "MED", "CVL", "SOC"}) && !r.organ(m)
}

// deed reports whether an act strikes somebody, so that a protest against it is none against him.
func deed(event string) bool {
	switch event {
	case "COERCE", "ASSAULT", "SANCTION", "ACCUSE":
		return true
	}
	return false
}

// unstruck drops those whom the deed struck that a protest is against: "in protest at the arrest of a preacher".
func (r *reader) unstruck(f *frame, list []int) []int {
	for _, i := range r.clauseWords(r.verbOf(f)) {
		if p := r.t.preposition(i); !r.cue("protested", p) && !r.cue("angered", p) || r.t.mention(i) >= 0 || r.t.verbal(i) {
			continue
		}
		if a := r.read(i); a != nil && deed(a.event) {
			struck, _ := r.parties(a.frame, a.entry.recipient)
			list = slices.DeleteFunc(list, func(m int) bool { return slices.Contains(struck, m) })
		}
	}
	return list
}
