package quote

// What a cue reports. The parse says where the content begins and which clauses leave it again; its end is that of the
// sentence, or of the clause that the cue stands in, because news tells one thing a sentence and parsers often cut a
// content short.

// accordingTo gives what "according to X" reports: the rest of the sentence where the phrase opens or closes it, else the
// clause it hangs on.
func (t *tree) accordingTo(s speech) map[int]bool {
	_, last := t.phrase(s.speaker)
	last = max(last, s.last)
	for last+1 < len(t.Tokens) && t.under(last+1, s.speaker) {
		last++
	}
	end := t.lastWord()
	switch {
	case s.first == 0 && last+1 < len(t.Tokens) && t.form(last+1) == ",":
		return span(last+2, end)
	case last >= end && s.first > 2:
		return span(0, s.first-1)
	}
	h := t.head(s.speaker)
	if h < 0 {
		return nil
	}
	for !clausal(t.Tokens[h].Rel) && t.head(h) >= 0 {
		h = t.head(h)
	}
	in := t.subtree(h, func(j int) bool { return j == s.speaker })
	for j := s.first; j <= last; j++ {
		delete(in, j)
	}
	if len(in) < 3 {
		return nil
	}
	return in
}

// under reports whether token i hangs on token h, near by.
func (t *tree) under(i, h int) bool {
	for n := 0; i >= 0 && n < 2*maxClimb; i, n = t.head(i), n+1 {
		if i == h {
			return true
		}
	}
	return false
}

// lastWord gives the last token that is no punctuation.
func (t *tree) lastWord() int {
	i := len(t.Tokens) - 1
	for i > 0 && t.Tokens[i].UPOS == "PUNCT" {
		i--
	}
	return i
}

func span(first, last int) map[int]bool {
	if first > last {
		return nil
	}
	in := make(map[int]bool, last-first+1)
	for i := first; i <= last; i++ {
		in[i] = true
	}
	return in
}

func clausal(rel string) bool {
	switch relation(rel) {
	case "root", "ccomp", "advcl", "acl", "parataxis", "conj":
		return true
	}
	return false
}

// content gives what a cue verb reports: what follows it, what stands before it, or a phrase of weight.
func (r *reader) content(t *tree, s speech) map[int]bool {
	if s.cue.clause {
		if start := t.begins(s); start >= 0 {
			return span(start, t.ends(r, s, start))
		}
		if in := t.before(s); in != nil {
			return in
		}
	}
	if s.cue.object {
		if o := t.child(s.token, "obj"); o >= 0 && r.v.weights[t.lemma(o)] {
			return t.subtree(o, nil)
		}
	}
	return nil
}

// begins gives the first token of a content that follows its cue: the one after "that", or the first of its clause; -1 if
// there is none.
func (t *tree) begins(s speech) int {
	if i := t.that(s); i >= 0 {
		return i + 1
	}
	c := -1
	for _, j := range t.kids[s.token] {
		if j > s.last && t.Tokens[j].Rel == "ccomp" {
			c = j
			break
		}
	}
	if c < 0 {
		if c = t.misread(s); c < 0 {
			return -1
		}
	}
	first := c
	for i := range t.subtree(c, func(j int) bool { return j <= s.last }) {
		first = min(first, i)
	}
	for first < c && t.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	if m := t.child(c, "mark"); m == first && t.form(m) == "that" {
		first++
	}
	if !t.finite(first, t.lastWord()) && t.child(c, "mark") < 0 {
		return -1
	}
	return first
}

// that finds the "that" of a content after the cue: no verb stands between, and it begins a clause.
func (t *tree) that(s speech) int {
	for i := s.last + 1; i < len(t.Tokens) && i <= s.last+reach; i++ {
		k := &t.Tokens[i]
		if k.UPOS == "VERB" && i > s.last+1 || t.form(i) == ";" {
			return -1
		}
		if t.form(i) != "that" {
			continue
		}
		switch {
		case k.UPOS == "SCONJ":
			return i
		case relation(k.Rel) == "det" || i+1 >= len(t.Tokens):
			return -1
		case t.head(i) >= 0 && t.Tokens[t.head(i)].Rel == "acl:relcl" && t.head(i) == i+1:
			return -1 // "told the party that won"
		case s.cue.force == "says" && t.finite(i+1, t.lastWord()) && t.Tokens[i+1].UPOS != "VERB" && t.Tokens[i+1].UPOS != "AUX":
			return i
		}
		return -1
	}
	return -1
}

// misread finds a content that the parser took for objects: "say the program … has brought".
func (t *tree) misread(s speech) int {
	if s.cue.force != "says" || s.last+3 >= len(t.Tokens) {
		return -1
	}
	i := s.last + 1
	for _, j := range t.kids[s.token] {
		if j < i || t.Tokens[j].UPOS == "VERB" {
			continue
		}
		switch relation(t.Tokens[j].Rel) {
		case "obj", "nsubj", "parataxis", "dep":
			first := j
			for k := range t.subtree(j, nil) {
				first = min(first, k)
			}
			if first == i && t.finite(j+1, t.lastWord()) && t.Tokens[j].UPOS != "PUNCT" && t.form(j) != "so" && t.form(j) != "this" {
				return j
			}
		}
	}
	return -1
}

// finite reports whether a finite verb stands in the tokens.
func (t *tree) finite(first, last int) bool {
	for i := first; i <= last && i < len(t.Tokens); i++ {
		switch t.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// ends gives the last token of a content that begins at start.
func (t *tree) ends(r *reader, s speech, start int) int {
	end := t.lastWord()
	if !t.main(s.token) {
		end = start
		for i := range t.subtree(s.token, nil) {
			end = max(end, i)
		}
	}
	for _, j := range t.kids[s.token] {
		if j <= start {
			continue
		}
		switch relation(t.Tokens[j].Rel) {
		case "conj":
			_, cue := r.verbCue(s.sentence, j)
			if t.child(j, "nsubj") >= 0 && !cue {
				continue
			}
		case "parataxis":
			if _, cue := r.verbCue(s.sentence, j); !cue {
				continue
			}
		case "advcl", "obl":
		default:
			continue
		}
		first := j
		for i := range t.subtree(j, nil) {
			first = min(first, i)
		}
		comma := first > 0 && t.form(first-1) == ","
		if relation(t.Tokens[j].Rel) != "conj" && !comma {
			continue
		}
		if first > start+1 && first-1 < end {
			end = first - 1
		}
	}
	for end > start && t.Tokens[end].UPOS == "PUNCT" {
		end--
	}
	return end
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

// before gives a content that stands before its cue: "…, X said", and "…, X said, …" in the middle of it.
func (t *tree) before(s speech) map[int]bool {
	if s.speaker < 0 {
		return nil
	}
	first, last := t.phrase(s.speaker)
	if first > s.last && first > s.last+3 || last < s.first-6 {
		return nil
	}
	first, last = min(first, s.first), max(last, s.last)
	if first < 3 || t.form(first-1) != "," && t.form(first-1) != "-" && t.form(first-1) != "–" {
		return nil
	}
	if h := t.head(s.token); relation(t.Tokens[s.token].Rel) == "parataxis" && h > last {
		return without(span(0, t.lastWord()), first-1, last)
	}
	if !t.finite(0, first-2) {
		if t.form(last+1) == "," && t.finite(last+2, t.lastWord()) && t.Tokens[s.token].Rel != "root" {
			return without(span(0, t.lastWord()), first-1, last)
		}
		return nil
	}
	if rel := relation(t.Tokens[s.token].Rel); rel != "root" && rel != "parataxis" && rel != "ccomp" && rel != "conj" {
		return nil
	}
	if t.child(s.token, "obj") > last || t.child(s.token, "xcomp") > last {
		return nil
	}
	return span(0, first-2)
}

// without takes the tokens from first to last out of a set.
func without(in map[int]bool, first, last int) map[int]bool {
	for i := first; i <= last; i++ {
		delete(in, i)
	}
	return in
}
