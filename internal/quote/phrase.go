package quote

// What a cue reports without a clause of its own to govern: in a phrase ("described the talks as frank"), or as the sentence
// that an "as" clause is put to ("as the governor put it, …").

// asClause gives what a cue in a clause with "as" says: "as the governor put it, …", "…, as he said on Friday".
func (t *tree) asClause(s speech) map[int]bool {
	as := t.child(s.token, "mark", "advmod")
	if s.speaker < 0 || as < 0 || as > s.speaker || as+maxDescription < s.token || t.form(as) != "as" || t.child(s.token, "ccomp", "xcomp") > s.token {
		return nil
	}
	if o := t.child(s.token, "obj"); o > s.last {
		return nil // "as he said goodbye"
	}
	last := s.last
	for i := range t.subtree(s.token, nil) {
		last = max(last, i)
	}
	for t.Tokens[last].UPOS == "PUNCT" {
		last--
	}
	end := t.lastWord()
	switch {
	case as == 0 && t.form(last+1) == ",":
		return span(last+2, end)
	case as > 2 && t.form(as-1) == "," && last >= end:
		return span(0, as-2)
	case as > 1 && t.form(as-1) == "," && t.form(last+1) == "," && t.Tokens[as-2].UPOS == "CCONJ" && as == 2: // "Yet, as he said, …"
		return span(last+2, end)
	case as > 1 && t.form(as-1) == "," && t.form(last+1) == ",":
		return without(span(0, end), as-1, last+1)
	}
	return nil
}

// governs gives what a cue verb says in a phrase: its object with what is predicated of it ("called the plan a gift"), or
// what its preposition governs ("complained about the noise").
func (r *reader) governs(t *tree, s *speech) map[int]bool {
	if s.speaker < 0 || r.passageAt(t.Tokens[s.token].Start) >= 0 || r.credits(t, s.token) {
		return nil
	}
	first, last := len(t.Tokens), -1
	for _, j := range t.kids[s.token] {
		if j <= s.last || !t.complement(j, s) {
			continue
		}
		first = min(first, t.leftmost(j, s.last))
		for i := range t.subtree(j, nil) {
			last = max(last, i)
		}
	}
	for last > first && t.Tokens[last].UPOS == "PUNCT" {
		last--
	}
	if last <= first || !s.cue.phrase && !r.repeats(t, first, last) {
		return nil
	}
	return span(first, last)
}

// credits reports whether a cue is a participle that names who told the speaker: "said, citing witnesses".
func (r *reader) credits(t *tree, i int) bool {
	o := t.child(i, "obj")
	return t.Tokens[i].XPOS == "VBG" && o > i && r.v.sources[t.lemma(o)]
}

// complement reports whether dependent j of a cue belongs to what is said: object, predicate, "as …", or behind the
// preposition of the cue.
func (t *tree) complement(j int, s *speech) bool {
	rel := relation(t.Tokens[j].Rel)
	c := t.child(j, "case", "mark")
	if s.last > s.token {
		return c == s.last
	}
	switch rel {
	case "obj", "xcomp", "ccomp":
		return true
	case "obl", "advcl":
		return c > s.last && (t.form(c) == "as" || t.form(c) == "to" || t.form(c) == "for" || t.form(c) == "of")
	}
	return false
}

// repeats reports whether a quotation begins between two tokens.
func (r *reader) repeats(t *tree, first, last int) bool {
	for i := first; i <= last; i++ {
		if n := r.passageAt(t.Tokens[i].Start); n >= 0 && r.passages[n].start >= t.Tokens[first].Start-3 {
			return true
		}
	}
	return false
}
