package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/event"
)

// minPartial is the number of words from which a clause quoted inside somebody's indirect speech is a quote of its own; of
// what is no clause, twice as many.
const minPartial = 5

// utterance is a direct quote while it is put together.
type utterance struct {
	quote Quote
	cue   speech
	cued  bool
	lent  bool // the cue is that of the sentence before: one of its own outranks it
	last  passage
}

// directQuotes reads the passages that somebody speaks.
func (r *reader) directQuotes() []Quote {
	r.endOpen()
	var list []utterance
	for n := range r.passages {
		p := r.passages[n]
		if p.depth > 0 || p.innerEnd <= p.inner || r.inTurn(p.start) {
			continue
		}
		var before *utterance
		if len(list) > 0 {
			before = &list[len(list)-1]
		}
		cue, cued := r.cueOf(p)
		switch {
		case !p.continues && r.titled(p):
		case before != nil && p.continues && before.last.open:
			r.extend(before, p, cue, cued)
		case before != nil && r.split(before, p, cue, cued):
			before.add(p)
		case cued && r.coloured(p, cue):
		case cued:
			list = append(list, r.utter(p, cue))
		case r.signed(p):
			list = append(list, r.signature(p))
		case r.alone(p):
			if u, ok := r.uncued(p, before); ok {
				list = append(list, u)
			}
		}
	}
	quotes := make([]Quote, len(list))
	for i, u := range list {
		quotes[i] = u.quote
	}
	return quotes
}

// endOpen ends passages whose closing mark is missing at the comma before their cue: “We will not sign, the minister said.
// Those that the next paragraph reopens run on.
func (r *reader) endOpen() {
	for n := range r.passages {
		p := &r.passages[n]
		if !p.open || p.depth > 0 || n+1 < len(r.passages) && r.passages[n+1].continues {
			continue
		}
		s := r.sentenceAt(p.inner)
		if s < 0 {
			continue
		}
		t := r.tree(s)
		for i := t.tokenAt(p.inner); i+1 < len(t.Tokens) && i < maxTokens; i++ {
			if t.Tokens[i].UPOS == "PUNCT" && strings.ContainsAny(t.form(i), ",?!") && r.asideAt(s, i+1) {
				p.end, p.innerEnd, p.open = t.Tokens[i].End, t.Tokens[i].End, false
				break
			}
		}
	}
}

// asideAt reports whether a cue and its speaker, and not much else, follow from token i on.
func (r *reader) asideAt(sentence, i int) bool {
	t := r.tree(sentence)
	for j := i; j < len(t.Tokens) && j < i+reach/2; j++ {
		if t.Tokens[j].UPOS == "VERB" {
			c, ok := r.verbCue(sentence, j)
			return ok && t.finite(j, j) && (c.speaker >= i || c.speaker < 0 && r.beside(t, j, i) >= 0)
		}
		if t.Tokens[j].UPOS == "PUNCT" || t.Tokens[j].UPOS == "SCONJ" {
			return false
		}
	}
	return false
}

// coloured reports whether a passage is only the end of a sentence that its cue reports as a whole: “To wait would be “a
// mistake”, he said.”.
func (r *reader) coloured(p passage, cue speech) bool {
	t := r.tree(cue.sentence)
	at := t.tokenAt(p.start)
	if t.Start >= p.start || at < 1 || at >= cue.first || len(t.Tokens) > maxTokens || r.passageAt(t.Tokens[at-1].Start) >= 0 || strings.ContainsAny(t.form(at-1), ".?!:") {
		return false
	}
	if next := t.tokenAt(p.inner); at < 3 && !t.finite(next, next) { // “But “we wait”, he said.”: a conjunction is no part of what is said
		return false
	}
	_, in, ok := r.reported(cue.sentence, cue.token)
	return ok && in[at-1]
}

// utter makes the utterance of a passage and its cue.
func (r *reader) utter(p passage, cue speech) utterance {
	u := utterance{cue: cue, cued: true, last: p}
	u.quote = Quote{Quote: event.Quote{Kind: direct, Start: p.start, End: p.end}}
	r.fill(&u.quote, cue)
	return u
}

// add makes a passage a part of the utterance.
func (u *utterance) add(p passage) {
	q := &u.quote
	if len(q.Parts) == 0 {
		q.Parts = []event.Span{{Start: q.Start, End: q.End}}
	}
	q.Parts = append(q.Parts, event.Span{Start: p.start, End: p.end})
	q.End = p.end
	u.last = p
}

// extend goes on with an utterance in the next paragraph; the cue may come only there.
func (r *reader) extend(u *utterance, p passage, cue speech, cued bool) {
	u.add(p)
	if cued && (u.lent || u.quote.Speaker == nil || u.quote.Cue == nil) {
		r.fill(&u.quote, cue)
		u.cue, u.cued, u.lent = cue, true, false
	}
}

// split reports whether a passage goes on with the utterance before it, after the cue: in the same sentence, or as the
// next sentence of the paragraph.
func (r *reader) split(u *utterance, p passage, cue speech, cued bool) bool {
	if !u.cued || u.cue.first < 0 {
		return false
	}
	t := r.tree(u.cue.sentence)
	between := t.Tokens[u.cue.first].Start >= u.quote.Start && t.Tokens[u.cue.first].Start < p.start
	if cued {
		same := cue.sentence == u.cue.sentence && cue.token == u.cue.token
		away := cue.sentence == u.cue.sentence && !t.introduces(cue.last, t.tokenAt(p.start)) && strings.HasSuffix(strings.TrimSpace(r.text[:u.last.innerEnd]), ",")
		return between && (same || away && t.form(t.tokenAt(p.start)-1) == ",")
	}
	s := r.sentenceAt(p.start)
	if between && s == u.cue.sentence && t.form(t.tokenAt(p.start)-1) == "," && strings.HasSuffix(strings.TrimSpace(r.text[:u.last.innerEnd]), ",") {
		return true // “…,” said X, who …, “…”
	}
	return between && s >= 0 && r.sents[s].Paragraph == t.Paragraph && s <= u.cue.sentence+1 && r.alone(p) &&
		t.Tokens[u.cue.first].Start >= u.last.end
}

// introduces reports whether a cue stands right before what begins at token to, but for adverbs: "adding later, “…”".
func (t *tree) introduces(cue, to int) bool {
	for i := cue + 1; i < to; i++ {
		if k := t.Tokens[i].UPOS; k != "PUNCT" && k != "ADV" {
			return false
		}
	}
	return true
}

// alone reports whether the passage fills its sentences: nothing else stands before or after it in them.
func (r *reader) alone(p passage) bool {
	a, b := r.sentenceAt(p.inner), r.sentenceAt(p.innerEnd-1)
	if a < 0 || b < 0 {
		return false
	}
	front := ""
	if s := r.sents[a].Start; s < p.start {
		front = r.text[s:p.start]
	}
	back := ""
	if e := min(r.sents[b].End, len(r.text)); e > p.end {
		back = r.text[p.end:e]
	}
	return strings.Trim(front, " .,\u00a0'\"“”") == "" && strings.Trim(back, " .,;\u00a0'\"“”") == ""
}

// uncued gives a passage that stands alone its speaker: by the colon of the sentence before, the cue of that sentence, or
// the quote it goes on from.
func (r *reader) uncued(p passage, before *utterance) (utterance, bool) {
	s := r.sentenceAt(p.inner)
	if s > 0 {
		prev := r.text[r.sents[s-1].Start:min(r.sents[s-1].End, len(r.text))]
		colon := strings.HasSuffix(strings.TrimSpace(prev), ":")
		if c, ok := r.lastCue(s - 1); ok && c.speaker >= 0 && (colon || r.sents[s-1].Paragraph == r.sents[s].Paragraph && r.passageAt(r.sents[s-1].Start) < 0) {
			u := r.utter(p, c)
			u.lent = true
			return u, true
		}
	}
	u := utterance{last: p, quote: Quote{Quote: event.Quote{Kind: direct, Start: p.start, End: p.end}, Sentence: max(s, 0), Mention: -1}}
	if before != nil && s >= 0 {
		from := r.sentenceAt(before.quote.End - 1)
		if s-from <= 2 && r.sents[s].Paragraph-r.sents[max(from, 0)].Paragraph <= 1 && before.quote.Speaker != nil {
			e := *before.quote.Speaker
			u.quote.Speaker, u.quote.Mention = &e, before.quote.Mention
			return u, true
		}
	}
	return u, r.clause(p) && r.words(p) >= minPartial
}

// signed reports whether a passage is followed by a dash and a name: “…” – Jane Doe.
func (r *reader) signed(p passage) bool {
	rest := strings.TrimLeft(r.text[p.end:min(len(r.text), p.end+200)], " \u00a0\n")
	dash, n := utf8.DecodeRuneInString(rest)
	name := strings.TrimLeft(rest[n:], " \u00a0")
	first, _ := utf8.DecodeRuneInString(name)
	return strings.ContainsRune("―—–-", dash) && unicode.IsUpper(first) && r.words(p) >= minPartial
}

// signature makes the utterance of a passage that a name is put under.
func (r *reader) signature(p passage) utterance {
	u := utterance{last: p, quote: Quote{Quote: event.Quote{Kind: direct, Start: p.start, End: p.end}, Mention: -1}}
	u.quote.Sentence = max(r.sentenceAt(p.inner), 0)
	for s := u.quote.Sentence; s < len(r.sents) && s <= u.quote.Sentence+16; s++ {
		t := r.tree(s)
		for i := t.tokenAt(p.end); i < len(t.Tokens); i++ {
			if nominal(&t.Tokens[i]) {
				u.quote.Speaker, u.quote.Mention = r.speaker(speech{sentence: s, token: -1, first: -1, last: -1, speaker: i})
				return u
			}
		}
	}
	return u
}

// words counts the words of a passage.
func (r *reader) words(p passage) int { return len(strings.Fields(r.text[p.inner:p.innerEnd])) }

// clause reports whether a passage holds a finite verb.
func (r *reader) clause(p passage) bool {
	for s := r.sentenceAt(p.inner); s >= 0 && s < len(r.sents) && r.sents[s].Start < p.innerEnd; s++ {
		t := r.tree(s)
		for i := t.tokenAt(p.inner); i < len(t.Tokens) && t.Tokens[i].Start < p.innerEnd; i++ {
			switch t.Tokens[i].XPOS {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
		}
	}
	return false
}

// titled reports whether a passage is the name of a work or programme: a few words, each with a capital, without a verb,
// in the middle of a sentence.
func (r *reader) titled(p passage) bool {
	s := r.sentenceAt(p.inner)
	if s < 0 || r.words(p) > 10 {
		return false
	}
	if r.alone(p) { // a heading
		upper := 0
		for i, w := range strings.Fields(r.text[p.inner:p.innerEnd]) {
			if first, _ := utf8.DecodeRuneInString(w); i > 0 && unicode.IsUpper(first) && w != "I" {
				upper++
			}
		}
		return upper > 1 && r.capitals(p)
	}
	if strings.TrimSpace(r.text[r.sents[s].Start:max(p.start, r.sents[s].Start)]) == "" {
		return false
	}
	before := strings.TrimSpace(r.text[r.sents[s].Start:p.start])
	if strings.HasSuffix(before, ",") || strings.HasSuffix(before, ":") {
		return false
	}
	return r.capitals(p)
}

// capitals reports whether all words of a passage begin with a capital, but for short ones.
func (r *reader) capitals(p passage) bool {
	for w := range strings.FieldsSeq(r.text[p.inner:p.innerEnd]) {
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(first) && len(w) > 3 {
			return false
		}
	}
	return true
}
