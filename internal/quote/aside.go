package quote

// What a cue reports that stands before it or around it, parted from it by commas: "…, X said", "…, X said, …".

// aside gives the clause that a cue and its speaker stand behind or in the middle of, parted from it by commas: "…, X
// said", "…, X said, …", "…, threatened the general".
func (r *reader) aside(t *tree, s *speech) map[int]bool {
	from, to := t.segment(s.token)
	comma := t.commaBefore(*s, from)
	if comma <= from {
		return nil
	}
	who := r.beforeCue(t, *s, comma)
	if who < 0 {
		return nil
	}
	last := t.closes(*s, max(s.last, who), to)
	for from < comma && t.Tokens[from].UPOS == "CCONJ" { // "But the talks, he said, …"
		from++
	}
	end := -1 // of what the parse says is told
	for i := range t.told(*s) {
		end = max(end, i)
	}
	switch {
	case t.form(last+1) == "," && t.finite(last+2, end):
		end = min(end, to)
	case t.form(last+1) == "," && (t.child(s.token, "ccomp") > last || t.subordinate(from)) && t.finite(last+2, to):
		end = to
	case t.subordinate(from) && t.lone(from, comma-1): // "When talks failed, Oslo said enough"
		return nil
	case end >= 0 || t.begins(*s) < 0 && t.child(s.token, "obj", "xcomp") < last && t.agent(s.token) < 0 && t.finite(from, comma-1):
		end = comma - 1
	default:
		return nil
	}
	s.speaker = who
	return without(span(from, end), comma, last)
}

// told gives the clause that a cue governs or is an aside of, where it begins before the cue.
func (t *tree) told(s speech) map[int]bool {
	for _, j := range t.kids[s.token] {
		if t.Tokens[j].Rel == "ccomp" && t.leftmost(j, -1) < s.first {
			return t.subtree(j, nil)
		}
	}
	h := t.head(s.token)
	if h < 0 || relation(t.Tokens[s.token].Rel) != "parataxis" {
		return nil
	}
	in := t.subtree(h, func(k int) bool { return k == s.token })
	if first, _, ok := t.bounds(in); !ok || first > s.first {
		return nil
	}
	return in
}

// closes gives the token before the comma that closes an aside, else its last one that is sure: "…, he told us on Friday, …".
func (t *tree) closes(s speech, last, to int) int {
	for i := last + 1; i <= to && i <= last+reach && !t.finite(i, i); i++ {
		if t.form(i) == "," {
			return i - 1
		}
	}
	return last
}

// beforeCue gives the head of who speaks in an aside that begins after a comma; -1 if nobody does.
func (r *reader) beforeCue(t *tree, s speech, comma int) int {
	who := s.speaker
	switch {
	case who < 0:
		who = r.beside(t, s.token, comma+1)
	case who < comma: // the parser took a subject of what is told
		who = t.between(s.first, comma+1)
	case who < s.first:
		who = t.top(who, comma)
	}
	if who >= 0 && who < s.first && t.led(comma+1, who) {
		return -1
	}
	return who
}

// commaBefore finds the comma before the speaker and the cue; -1 if there is none or another verb comes between.
func (t *tree) commaBefore(s speech, from int) int {
	for i := s.first - 1; i > from && i >= s.first-reach; i-- {
		switch t.form(i) {
		case ",":
			if s.speaker >= 0 && i > s.speaker && s.speaker < s.first && s.speaker > from+1 {
				continue // a comma after the speaker's name: "Doe, a senator, said"
			}
			return i
		case "that", "who", "which", ":":
			return -1
		}
		if k := &t.Tokens[i]; (k.UPOS == "VERB" || k.UPOS == "AUX") && t.finite(i, i) && t.head(i) != s.token {
			return -1
		}
	}
	return -1
}

// led reports whether something other than the speaker follows the comma: "…, a day after Oslo announced …".
func (t *tree) led(from, speaker int) bool {
	first, _ := t.phrase(speaker)
	for i := from; i < first; i++ {
		switch t.Tokens[i].UPOS {
		case "ADP", "SCONJ", "VERB":
			return true
		}
	}
	return false
}

// subordinate reports whether the words from a token on begin a clause that only leads to the content: "Unless …", "Should
// talks fail".
func (t *tree) subordinate(i int) bool {
	switch v := t.head(i); {
	case t.Tokens[i].UPOS == "SCONJ":
		return true
	case v <= i:
		return false
	case t.Tokens[i].UPOS == "AUX" && t.child(v, "nsubj") > i:
		f := t.form(i)
		return f == "should" || f == "had" || f == "were"
	default:
		return t.Tokens[i].XPOS == "WRB" && relation(t.Tokens[v].Rel) == "advcl"
	}
}

// lone reports whether no other clause stands beside the subordinate one that a token begins, up to the last.
func (t *tree) lone(first, last int) bool {
	v := t.head(first)
	if v < first || relation(t.Tokens[v].Rel) != "advcl" && t.Tokens[first].UPOS != "AUX" {
		return false // "So talks failed, he said"
	}
	in := t.subtree(v, nil)
	for i := first; i <= last; i++ {
		if t.form(i) == "," && i > v && t.finite(i+1, last) || !in[i] && t.finite(i, i) {
			return false
		}
	}
	return true
}
