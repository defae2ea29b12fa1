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
		{"usual slot", r.usual}, {"within the content", r.inContent}, {"maker of the object", r.makers},
		{"condition", r.conditioned}, {"told so", r.told},
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

// usual reads the slots in which the type has its recipient, where they hold a party itself and no thing of a party.
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

// inContent looks through what is promised, refused or threatened; what is asked is asked of nobody whom it names.
func (r *reader) inContent(a *act, c *Candidate) []int {
	if c.Event == "REQUEST" {
		return nil
	}
	at := a.at
	if len(at) == 0 {
		at = some(r.t.complement(a.frame.head))
	}
	for _, tok := range at {
		if list := r.inClause(tok, c.Actor, 0); len(list) > 0 {
			return list
		}
	}
	return nil
}

// inClause is the first party besides those excepted that a clause or noun phrase names in a place where somebody gains or loses.
func (r *reader) inClause(tok int, except []int, depth int) []int {
	t := r.t
	if depth > 3 {
		return nil
	}
	try := func(k int, slot string) []int {
		var list []int
		if k >= 0 {
			r.party(k, slot, &list)
		}
		return r.without(list, except)
	}
	if !t.verbal(tok) {
		return try(tok, "O")
	}
	direct, indirect := t.objects(tok)
	if t.passive(tok) {
		direct = t.agent(tok)
	}
	for _, k := range []int{indirect, direct} {
		if list := try(k, "O"); len(list) > 0 {
			return list
		}
	}
	for _, p := range []string{"to", "with", "from", "for", "before", "between", "against", "on", "of", "by", "into"} {
		for _, k := range t.complements(tok, p) {
			if list := try(k, p); len(list) > 0 && !t.verbal(k) {
				return list
			}
		}
	}
	for _, k := range []int{t.complement(tok), direct} {
		if k >= 0 && k != tok && !t.verbal(k) {
			k = t.complement(k)
		}
		if k < 0 {
			continue
		}
		if list := r.inClause(k, except, depth+1); len(list) > 0 {
			return list
		}
	}
	return nil
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

// conditioned is the subject of the clause on which an act depends: "if Chad leaves", "as soon as Chad has paid".
func (r *reader) conditioned(a *act, c *Candidate) []int {
	t := r.t
	var list []int
	near := slices.Clone(t.kids[r.verbOf(a.frame)])
	for _, tok := range a.at {
		near = append(near, t.kids[tok]...)
	}
	for _, k := range near {
		if t.is(k, "advcl") && t.child(k, "nsubj") >= 0 && (r.cue("if", t.preposition(k)) || r.cue("condition", t.preposition(k))) {
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
