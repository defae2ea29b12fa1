package quote

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
	for n := 0; n < len(t.Tokens) && !clausal(t.Tokens[h].Rel) && t.head(h) >= 0; n++ {
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
