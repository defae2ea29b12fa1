package quote

// What a cue reports. What stands before it is found by the comma that parts it from the cue, what follows by the clause
// that the cue governs; it ends with the sentence, or with the clause that the cue stands in, because news tells one thing
// a sentence, but for the acts and asides that the parse says are the speaker's.

// content gives what a cue verb reports: what follows it, what stands before it, or a phrase of weight.
func (r *reader) content(t *tree, s *speech) map[int]bool {
	if in := t.asClause(*s); in != nil {
		return in
	}
	if s.cue.clause {
		if in := r.aside(t, s); in != nil {
			return in
		}
		if start := t.begins(*s); start >= 0 {
			return span(start, t.ends(r, *s, start))
		}
	}
	if s.cue.object {
		if o := t.child(s.token, "obj"); o >= 0 && r.v.weights[t.lemma(o)] {
			return t.subtree(o, nil)
		}
	}
	if s.cue.phrase || s.cue.marked {
		return r.governs(t, s)
	}
	return nil
}

// begins gives the first token of a content that follows its cue: the one after "that", or the first of its clause; -1 if
// there is none.
func (t *tree) begins(s speech) int {
	if i := t.that(s); i >= 0 && i < t.lastWord() {
		return i + 1
	}
	c := -1
	for _, j := range t.kids[s.token] {
		if j > s.last && t.Tokens[j].Rel == "ccomp" && !t.apart(s.last+1, j) {
			c = j
			break
		}
	}
	if c < 0 {
		c = t.astray(s)
	}
	if c < 0 {
		return -1
	}
	first := t.leftmost(c, s.last)
	if j := t.child(s.token, "obj"); j > s.last && j < first { // a subject that the parser took for an object
		first = t.leftmost(j, s.last)
	}
	if j := t.child(c, "nsubj"); j < 0 { // its subject was taken for one of the cue
		for _, k := range t.kids[s.token] {
			if k > s.last && k < first && s.speaker < s.first && t.Tokens[k].Rel == "nsubj" && t.leftmost(k, s.last) == s.last+1 {
				first = s.last + 1
			}
		}
	}
	m := t.child(c, "mark")
	switch {
	case m == first && t.form(m) == "that":
		first++
	case m == first && t.form(m) != "whether" && t.form(m) != "if":
		return -1 // "said after talks ended": when, not what
	}
	if k := t.Tokens[first].UPOS; m < 0 && (k == "ADP" || k == "SCONJ" && t.form(first) != "that") || !t.finite(first, t.lastWord()) && m < 0 && t.child(c, "nsubj") < first {
		return -1
	}
	return first
}

// apart reports whether a semicolon stands in the tokens.
func (t *tree) apart(from, to int) bool {
	for i := from; i < to; i++ {
		if t.form(i) == ";" {
			return true
		}
	}
	return false
}

// leftmost gives the first word of the subtree of a token that stands after another.
func (t *tree) leftmost(c, after int) int {
	first := c
	for i := range t.subtree(c, func(j int) bool { return j <= after }) {
		first = min(first, i)
	}
	for first < c && t.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	return first
}

// that finds the "that" of a content after the cue: no verb stands between, and it begins a clause.
func (t *tree) that(s speech) int {
	for i := s.last + 1; i < len(t.Tokens) && i <= s.last+reach; i++ {
		k := &t.Tokens[i]
		if k.UPOS == "VERB" && (i > s.last+1 || k.XPOS == "VBG") || k.UPOS == "AUX" || t.form(i) == ";" {
			return -1
		}
		if t.form(i) != "that" {
			continue
		}
		switch {
		case s.cue.force == "denies" && i > s.last+1 && t.head(i-1) == s.token && relation(t.Tokens[i-1].Rel) == "obj":
			return -1 // "rejected the claim that …": the noun's
		case k.UPOS == "SCONJ":
			return i
		case relation(k.Rel) == "det" || i+1 >= len(t.Tokens):
			return -1
		case t.head(i) >= 0 && t.Tokens[t.head(i)].Rel == "acl:relcl" && t.head(i) == i+1:
			if i+2 >= len(t.Tokens) || t.Tokens[i+2].UPOS != "AUX" {
				return -1 // "told the party that won"
			}
			return i
		case s.cue.force != "says" || !t.finite(i+1, t.lastWord()) || t.Tokens[i+1].UPOS == "AUX":
			return -1
		case t.Tokens[i+1].UPOS != "VERB" || i+2 < len(t.Tokens) && t.Tokens[i+2].UPOS == "AUX": // "that suspects would", whatever the tagger says
			return i
		}
		return -1
	}
	return -1
}

// finite reports whether a finite verb stands in the tokens.
func (t *tree) finite(first, last int) bool {
	for i := max(first, 0); i <= last && i < len(t.Tokens); i++ {
		if k := &t.Tokens[i]; k.UPOS == "VERB" || k.UPOS == "AUX" {
			switch k.XPOS {
			case "VB", "VBG", "VBN":
			default:
				return true
			}
		}
	}
	return false
}

// segment gives the tokens around token i between semicolons.
func (t *tree) segment(i int) (first, last int) {
	first, last = i, i
	for first > 0 && t.form(first-1) != ";" && t.form(first-1) != ":" {
		first--
	}
	end := t.lastWord()
	for last < end && t.form(last+1) != ";" {
		last++
	}
	return first, last
}

// ends gives the last token of a content that begins at start.
func (t *tree) ends(r *reader, s speech, start int) int {
	_, end := t.segment(start)
	if !t.main(s.token) {
		last := start
		for i := range t.subtree(s.token, nil) {
			last = max(last, i)
		}
		if c := t.astray(s); c >= 0 {
			for i := range t.subtree(c, nil) {
				last = max(last, i)
			}
		}
		end = min(end, last)
	}
	for _, j := range t.kids[s.token] {
		if j > start && r.leaves(t, s, j) {
			end = t.before(j, start, end)
		}
	}
	if c := t.child(s.token, "ccomp"); c >= start && t.backshifted(c) {
		for j := c + 1; j <= end; j++ {
			if relation(t.Tokens[j].Rel) == "conj" && t.Tokens[j].XPOS == "VBD" && !t.helped(j) && t.afterComma(j) {
				end = t.before(j, start, end) // "said he had sent troops, and ruled out talks": his own next act
			}
		}
	}
	for j := start + 1; j <= end; j++ {
		if r.asides(t, s, j) {
			end = t.before(j, start, end)
		}
	}
	for end > start && t.Tokens[end].UPOS == "PUNCT" {
		end--
	}
	return end
}

// asides reports whether what hangs on token j behind a comma is no part of a content, wherever the parser hangs it: a
// further act of speech ("…, arguing that …"), or what the report itself adds to something that is denied (", in which …").
func (r *reader) asides(t *tree, s speech, j int) bool {
	switch k := &t.Tokens[j]; {
	case k.Rel == "advcl" && k.XPOS == "VBG":
		c, ok := r.verbCue(s.sentence, j)
		return ok && c.cue.clause && t.form(t.leftmost(j, s.last)-1) == ","
	case k.Rel == "acl:relcl":
		return s.cue.force == "denies" && t.form(t.leftmost(j, s.last)-1) == ","
	}
	return false
}

// before gives the last token of a content that starts at start before what its dependent j begins, or end if that is less.
func (t *tree) before(j, start, end int) int {
	in := t.subtree(j, nil)
	first := j
	for first > start && (in[first-1] || t.Tokens[first-1].UPOS == "PUNCT") && t.form(first) != "," {
		first--
	}
	for first > start+1 && (t.Tokens[first-1].UPOS == "PUNCT" || t.Tokens[first-1].UPOS == "CCONJ") {
		first--
	}
	if first > start+1 && first-1 < end {
		return first - 1
	}
	return end
}

// helped reports whether a verb has an auxiliary or copula.
func (t *tree) helped(i int) bool { return t.child(i, "aux", "cop") >= 0 }

// backshifted reports whether a clause stands in a tense of reported speech: "had", "would".
func (t *tree) backshifted(i int) bool {
	j := t.child(i, "aux")
	return j >= 0 && (t.Tokens[j].XPOS == "MD" || t.lemma(j) == "have" && t.Tokens[j].XPOS == "VBD")
}

// afterComma reports whether a comma stands before the conjunction of a clause.
func (t *tree) afterComma(j int) bool {
	i := t.leftmost(j, 0) - 1
	for i > 0 && t.Tokens[i].UPOS == "CCONJ" {
		i--
	}
	return t.form(i) == ","
}

// leaves reports whether dependent j of the cue is no more of what is reported: another act of the speaker, or an aside
// after a comma.
func (r *reader) leaves(t *tree, s speech, j int) bool {
	first := t.leftmost(j, s.last)
	comma := first > 0 && t.paused(first)
	switch relation(t.Tokens[j].Rel) {
	case "conj":
		if t.child(j, "mark") >= 0 && t.form(t.child(j, "mark")) == "that" {
			return false
		}
		if c := t.child(s.token, "ccomp"); c >= 0 && t.backshifted(c) && t.backshifted(j) && !t.helped(s.token) {
			return false // "said troops had crossed the line and had attacked"
		}
		return t.Tokens[j].UPOS == "VERB" && r.passageAt(t.Tokens[j].Start) < 0
	case "parataxis":
		_, cue := r.verbCue(s.sentence, j)
		return cue
	case "advcl", "obl":
		return comma
	}
	return false
}

// main reports whether a verb carries its sentence: the root, or joined to it.
func (t *tree) main(i int) bool {
	for n := 0; n < maxClimb; n++ {
		switch relation(t.Tokens[i].Rel) {
		case "root":
			return true
		case "conj", "parataxis":
			if i = t.head(i); i < 0 {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// between gives the head of the noun phrase that ends right before a cue and begins after a comma; -1 if none does.
func (t *tree) between(cue, from int) int {
	for j := cue - 1; j >= from; j-- {
		if nominal(&t.Tokens[j]) {
			return t.top(j, from-1)
		}
		if k := t.Tokens[j].UPOS; k != "ADV" && k != "AUX" && k != "ADJ" {
			return -1
		}
	}
	return -1
}

// without takes the tokens from first to last out of a set.
func without(in map[int]bool, first, last int) map[int]bool {
	for i := first; i <= last; i++ {
		delete(in, i)
	}
	return in
}
