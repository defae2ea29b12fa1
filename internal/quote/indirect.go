package quote

import (
	"slices"
	"sort"

	"dyad/event"
)

// maxTokens bounds the sentences that indirect speech is read from: longer ones are lists and rubbish.
const maxTokens = 1000

// indirectQuotes reads the indirect speech of one sentence. The direct quotes say what is told already.
func (r *reader) indirectQuotes(sentence int, told []Quote) []Quote {
	t := r.tree(sentence)
	if len(t.Tokens) > maxTokens {
		return nil
	}
	var list []Quote
	for i := range t.Tokens {
		s, in, ok := r.reported(sentence, i)
		if !ok {
			continue
		}
		first, last, ok := t.bounds(r.within(t, i, in))
		if !ok || last-first < 1 && !s.cue.object || r.quoted(t, first, last) || r.marks(told, t, i) || r.ownVoice(t, s) {
			continue
		}
		q := Quote{Quote: event.Quote{Kind: indirect, Start: t.Tokens[first].Start, End: t.Tokens[last].End}}
		r.closeMarks(&q)
		r.fill(&q, s)
		if q.Cue.Start > q.Start && q.Cue.End < q.End {
			q.Parts = t.parts(in, first, last)
		}
		list = append(list, q)
	}
	return list
}

// within leaves of a content what stands in the quotation that its cue stands in.
func (r *reader) within(t *tree, cue int, in map[int]bool) map[int]bool {
	if n := r.passageAt(t.Tokens[cue].Start); n >= 0 {
		for i := range in {
			if t.Tokens[i].Start < r.passages[n].inner || t.Tokens[i].End > r.passages[n].innerEnd {
				delete(in, i)
			}
		}
	}
	return in
}

// reduced reports whether a cue is a passive participle without its agent: in "asked whether …, he left" somebody else asks.
func (t *tree) reduced(i int) bool {
	return t.Tokens[i].XPOS == "VBN" && relation(t.Tokens[i].Rel) == "advcl" && !t.helped(i) && t.agent(i) < 0
}

// conditional reports whether a cue is only supposed: "if he says that …", "should they find that …".
func (t *tree) conditional(i int) bool {
	if m := t.child(i, "mark"); m >= 0 && m < i && (t.form(m) == "if" || t.form(m) == "unless") {
		return true
	}
	a, s := t.child(i, "aux"), t.child(i, "nsubj")
	return a >= 0 && a < s && s < i && t.form(a) == "should"
}

// closeMarks takes in the marks of a quotation that a content begins or ends with.
func (r *reader) closeMarks(q *Quote) {
	if n := r.passageAt(q.End - 1); n >= 0 && r.passages[n].start >= q.Start && r.passages[n].innerEnd <= q.End+1 {
		q.End = r.passages[n].end
	}
	if n := r.passageAt(q.Start); n >= 0 && r.passages[n].inner == q.Start && r.passages[n].end <= q.End {
		q.Start = r.passages[n].start
	}
}

// marks reports whether the cue at token i marks a direct quote already.
func (r *reader) marks(told []Quote, t *tree, i int) bool {
	at := t.Tokens[i].Start
	n := sort.Search(len(told), func(n int) bool { return told[n].End > at })
	for k := max(n-2, 0); k < len(told) && k <= n+2; k++ {
		if c := told[k].Cue; c != nil && c.Start <= at && at < c.End {
			return true
		}
	}
	return false
}

// ownVoice reports whether the cue stands in a direct quotation and its speaker is the one who is quoted, or whoever he
// speaks to.
func (r *reader) ownVoice(t *tree, s speech) bool {
	if r.passageAt(t.Tokens[s.token].Start) < 0 {
		return false
	}
	return s.speaker < 0 || t.Tokens[s.speaker].UPOS == "PRON" && slices.Contains([]string{"i", "we", "you"}, t.form(s.speaker))
}

// quoted reports whether the content is a direct quotation as a whole.
func (r *reader) quoted(t *tree, first, last int) bool {
	p := r.passageAt(t.Tokens[first].Start)
	if p < 0 {
		return false
	}
	return t.Tokens[last].Start < r.passages[p].end
}

// parts gives the stretches of a content that its cue splits.
func (t *tree) parts(in map[int]bool, first, last int) []event.Span {
	var parts []event.Span
	for i := first; i <= last; i++ {
		if !in[i] {
			continue
		}
		j := i
		for j < last && in[j+1] {
			j++
		}
		a, b := i, j
		for a < b && t.Tokens[a].UPOS == "PUNCT" {
			a++
		}
		for b > a && t.Tokens[b].UPOS == "PUNCT" {
			b--
		}
		if t.Tokens[a].UPOS != "PUNCT" {
			parts = append(parts, event.Span{Start: t.Tokens[a].Start, End: t.Tokens[b].End})
		}
		i = j
	}
	if len(parts) < 2 {
		return nil
	}
	return parts
}

// reported reads the cue at token i and the tokens of what it reports.
func (r *reader) reported(sentence, i int) (speech, map[int]bool, bool) {
	t := r.tree(sentence)
	if s, ok := r.phraseCue(sentence, i); ok && s.speaker >= 0 {
		in := t.accordingTo(s)
		return s, r.unanswered(t, s, in), in != nil
	}
	if s, ok := r.verbCue(sentence, i); ok {
		if t.negated(i) && s.cue.force != "denies" || t.conditional(i) || t.reduced(i) || r.nobody(t, s) {
			return s, nil, false
		}
		in := r.content(t, &s)
		return s, r.unanswered(t, s, in), in != nil
	}
	if s, ok := r.nounCue(sentence, i); ok {
		in := t.thatClause(i)
		return s, in, in != nil
	}
	return speech{}, nil, false
}

// nounCue reads a cue noun at token i: "his claim that", "expressed hope that".
func (r *reader) nounCue(sentence, i int) (speech, bool) {
	t := r.tree(sentence)
	tok := &t.Tokens[i]
	c := r.v.nouns[t.lemma(i)]
	if tok.UPOS != "NOUN" || c == nil {
		return speech{}, false
	}
	s := speech{sentence: sentence, token: i, first: i, last: i, cue: c, speaker: -1}
	h := t.head(i)
	switch {
	case h >= 0 && r.v.light[t.lemma(h)] && relation(tok.Rel) == "obj":
		s.speaker = t.subject(h, 0)
		if h < i && i-h <= 4 {
			s.first = h
		}
	default:
		for _, j := range t.kids[i] {
			if rel := t.Tokens[j].Rel; rel == "nmod:poss" || rel == "nmod" && j > i && (t.form(t.child(j, "case")) == "of" || t.form(t.child(j, "case")) == "by") {
				s.speaker = j
				break
			}
		}
	}
	return s, s.speaker >= 0
}

// thatClause gives the clause that a noun governs with "that": one that the parser marks with it, or one behind it.
func (t *tree) thatClause(i int) map[int]bool {
	for _, c := range t.kids[i] {
		rel := relation(t.Tokens[c].Rel)
		if c < i || rel != "acl" && rel != "ccomp" {
			continue
		}
		if m := t.child(c, "mark"); m >= 0 && t.form(m) == "that" && t.Tokens[c].Rel != "acl:relcl" {
			in := t.subtree(c, func(j int) bool { return j == i })
			delete(in, m)
			return in
		}
		first := t.leftmost(c, i)
		if t.form(first) == "that" {
			first++
		}
		if t.form(first-1) != "that" || t.Tokens[first-1].XPOS != "IN" || t.child(c, "nsubj") < first {
			continue
		}
		in := t.subtree(c, func(j int) bool { return j < first })
		if _, last, ok := t.bounds(in); ok {
			return span(first, last)
		}
	}
	return nil
}

// partialQuotes makes quotes of their own of the quotations inside indirect speech that are long enough. The quotes are
// those found so far, direct before indirect, each in order.
func (r *reader) partialQuotes(spoken, reported []Quote) []Quote {
	var list []Quote
	n := 0
	for _, p := range r.passages {
		for n < len(spoken) && spoken[n].End <= p.start {
			n++
		}
		switch {
		case p.depth > 0 || p.innerEnd <= p.inner || r.words(p) < minPartial || r.words(p) < 2*minPartial && !r.clause(p):
			continue
		case n < len(spoken) && spoken[n].Start <= p.start && p.end <= spoken[n].End:
			continue
		}
		if q, ok := r.holder(reported, p); ok {
			list = append(list, Quote{
				Quote:    event.Quote{Kind: direct, Start: p.start, End: p.end, Speaker: q.Speaker, Cue: q.Cue},
				Sentence: q.Sentence, Mention: q.Mention,
			})
		}
	}
	return list
}

// holder gives the indirect quote of its sentence that a passage stands in, or the cue verb it is an object of.
func (r *reader) holder(quotes []Quote, p passage) (Quote, bool) {
	s := r.sentenceAt(p.inner)
	if s < 0 {
		return Quote{}, false
	}
	from := sort.Search(len(quotes), func(n int) bool { return quotes[n].Sentence >= s })
	for ; from < len(quotes) && quotes[from].Sentence == s; from++ {
		if q := quotes[from]; q.Start < p.innerEnd && p.inner < q.End {
			return q, true
		}
	}
	t := r.tree(s)
	if len(t.Tokens) > maxTokens {
		return Quote{}, false
	}
	for i := t.tokenAt(p.inner); i < len(t.Tokens) && t.Tokens[i].Start < p.innerEnd; i++ {
		h := t.head(i)
		for n := 0; h >= 0 && n < 2; h, n = t.head(h), n+1 {
			if at := t.Tokens[h].Start; at >= p.start && at < p.end {
				continue
			}
			c, ok := r.verbCue(s, h)
			if !ok {
				c, ok = r.nounCue(s, h)
			}
			if ok && c.speaker >= 0 {
				var q Quote
				r.fill(&q, c)
				return q, true
			}
		}
	}
	return Quote{}, false
}
