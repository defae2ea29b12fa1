package quote

import "strings"

// Two speakers in one sentence: "Oslo said Riga “will not wait”, while Riga said that Oslo had left". The second cue has a content
// of its own; what stands before its conjunction, quotations with it, is the first speaker's.

// elsewhere reports whether a cue tells something else than the quotation that ends before token from, because the clause that begins
// there is joined to it: by a relative pronoun (“…”, which Riga denied), by a conjunction of contrast, or by another one and the cue
// governs what follows.
func (r *reader) elsewhere(t *tree, s speech, from int) bool {
	for from < s.first && t.Tokens[from].UPOS == "PUNCT" {
		from++
	}
	if from >= s.first {
		return false
	}
	switch k := &t.Tokens[from]; {
	case k.XPOS == "WDT" || k.XPOS == "WP" || k.XPOS == "WP$", r.v.contrasts[t.form(from)]:
		return true
	default:
		return (k.UPOS == "SCONJ" || k.UPOS == "CCONJ") && r.opens(t, s)
	}
}

// opens reports whether a clause or a quotation follows a cue as its content.
func (r *reader) opens(t *tree, s speech) bool {
	if t.begins(s) >= 0 {
		return true
	}
	for i := s.last + 1; i < len(t.Tokens) && i <= s.last+2; i++ {
		if r.passageAt(t.Tokens[i].Start) >= 0 {
			return true
		}
		if t.Tokens[i].UPOS != "PUNCT" {
			break
		}
	}
	return false
}

// unanswered leaves of what a speaker says the clause in which another is set beside him.
func (r *reader) unanswered(t *tree, s speech, in map[int]bool) map[int]bool {
	for j := s.last + 1; j < len(t.Tokens); j++ {
		if in[j] && r.answers(t, s, j) {
			return without(in, t.leftmost(j, s.last), len(t.Tokens)-1)
		}
	}
	return in
}

// answers reports whether token j is the cue of another speaker who is set beside speaker s behind a comma, be it that the parser
// hangs it on what s tells.
func (r *reader) answers(t *tree, s speech, j int) bool {
	if k := &t.Tokens[j]; k.UPOS != "VERB" || k.XPOS == "VBG" || t.backshifted(j) || r.passageAt(k.Start) >= 0 {
		return false
	}
	c, ok := r.verbCue(s.sentence, j)
	if !ok || !c.cue.clause || c.speaker <= s.last || c.speaker >= j || t.head(c.speaker) != j || !r.opens(t, c) {
		return false
	}
	first := t.leftmost(j, s.last)
	return r.v.contrasts[t.form(first)] && t.paused(first) && t.form(first+1) != "that"
}

// paused reports whether a comma stands before a token, be it inside the mark that ends a quotation.
func (t *tree) paused(i int) bool {
	i--
	if i > 0 && strings.ContainsAny(t.form(i), "\"”’'»") {
		i--
	}
	return t.form(i) == ","
}

// astray gives the verb of what a cue tells where the parser hung it beside the cue: its subject begins right behind the cue; -1 if
// there is none.
func (t *tree) astray(s speech) int {
	h := t.head(s.token)
	if h < 0 || t.child(s.token, "obj", "ccomp", "xcomp") > s.last {
		return -1
	}
	for _, k := range t.kids[h] {
		if k > s.last && clausal(t.Tokens[k].Rel) && t.child(k, "nsubj") > s.last && t.child(k, "mark") < 0 && t.leftmost(k, s.last) == s.last+1 {
			return k
		}
	}
	return -1
}
