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

// reach is how many tokens a cue may stand from the quotation it marks.
const reach = 16

// maxNickname is how many words in quotation marks may stand in a speaker's name: Jane “Jay” Doe.
const maxNickname = 2

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

// lastCue gives the last cue verb of a sentence that stands outside quotation marks and has a speaker: one that carries
// the sentence, if there is any.
func (r *reader) lastCue(sentence int) (speech, bool) {
	t := r.tree(sentence)
	var best speech
	found := false
	for i := len(t.Tokens) - 1; i >= 0; i-- {
		c, ok := r.verbCue(sentence, i)
		if !ok || c.speaker < 0 || r.passageAt(t.Tokens[i].Start) >= 0 || t.Tokens[i].Rel == "acl" || t.Tokens[i].Rel == "amod" {
			continue // "the role undertaken by Rome" tells of no speech
		}
		if t.main(i) {
			return c, true
		}
		if !found {
			best, found = c, true
		}
	}
	return best, found
}

// cueOf finds the cue of a passage in its own sentences: by the parse, else by what stands beside the marks.
func (r *reader) cueOf(p passage) (speech, bool) {
	a, b := r.sentenceAt(p.inner), r.sentenceAt(p.innerEnd-1)
	if a < 0 || b < 0 {
		return speech{}, false
	}
	if c, ok := r.cueAfter(b, p); ok {
		return c, true
	}
	if c, ok := r.cueBefore(a, p); ok {
		if t := r.tree(a); c.speaker >= 0 && t.Tokens[c.speaker].Start >= p.start { // a subject of what is said
			c.speaker = t.between(c.first, 0)
			if h := t.head(c.token); c.speaker < 0 && h >= 0 && h < c.token {
				c.speaker = t.subject(h, 0)
			}
		}
		return c, true
	}
	return speech{}, false
}

// cueAfter finds a cue behind the closing mark: “…,” said X; “…,” X said; “…,” according to X. A question or cry may end
// the sentence before its cue.
func (r *reader) cueAfter(sentence int, p passage) (speech, bool) {
	t := r.tree(sentence)
	from := t.tokenAt(p.end)
	inside := strings.TrimRight(r.text[p.inner:p.innerEnd], " \u00a0'’”\"›»")
	last, _ := utf8.DecodeLastRuneInString(inside)
	if from >= len(t.Tokens) {
		if sentence+1 == len(r.sents) || r.sents[sentence+1].Paragraph != t.Paragraph || !strings.ContainsRune("?!,—…-.", last) {
			return speech{}, false
		}
		t = r.tree(sentence + 1)
		if last == '.' && len(t.Tokens) > reach/2 {
			return speech{}, false
		}
		return r.scanAfter(sentence+1, 0)
	}
	if !strings.ContainsRune("?!,—….-", last) && t.form(from) != "," {
		return speech{}, false
	}
	return r.scanAfter(sentence, from)
}

// scanAfter finds the first cue from a token on, before the next quotation; farther off, one whose speaker stands right
// there and is only described at length: “…,” Jane Doe, a member of …, said.
func (r *reader) scanAfter(sentence, from int) (speech, bool) {
	t := r.tree(sentence)
	for i := from; i < len(t.Tokens) && i < from+2*maxDescription; i++ {
		if n := r.passageAt(t.Tokens[i].Start); n >= 0 && r.words(r.passages[n]) > maxNickname || t.form(i) == ";" {
			break
		}
		if c, ok := r.phraseCue(sentence, i); ok && i <= from+2 {
			return c, true
		}
		c, ok := r.verbCue(sentence, i)
		if !ok || t.form(c.last+1) == "that" { // "adding that …" has a content of its own
			continue
		}
		if near := i < from+reach || t.form(i-1) == ","; near && (c.speaker < 0 || r.passageAt(t.Tokens[c.speaker].Start) >= 0) {
			c.speaker = r.beside(t, i, from)
		}
		if c.speaker >= from && c.speaker < from+reach || c.speaker >= 0 && i < from+reach {
			return c, true
		}
	}
	return speech{}, false
}

// beside finds a speaker whom the parse does not give: the noun phrase between the closing mark and the cue, else the one
// right after the cue.
func (r *reader) beside(t *tree, cue, from int) int {
	for j := from; j < cue; j++ {
		if h := t.head(j); nominal(&t.Tokens[j]) && (h < from || h >= cue) {
			return j
		}
	}
	best := -1
	for j := cue + 1; j < len(t.Tokens) && j <= cue+reach/2+2; j++ {
		k := &t.Tokens[j]
		if k.UPOS == "PUNCT" && t.form(j) != "-" || k.UPOS == "ADP" || k.UPOS == "SCONJ" || r.passageAt(k.Start) >= 0 {
			break
		}
		if nominal(k) {
			best = j
		}
	}
	return best
}

// cueBefore finds a cue before the opening mark: X said, “…”; X said: “…”; X said that “…”; X called it “…”.
func (r *reader) cueBefore(sentence int, p passage) (speech, bool) {
	t := r.tree(sentence)
	to := t.tokenAt(p.start)
	if to == 0 || to > len(t.Tokens) {
		return speech{}, false
	}
	last := t.form(to - 1)
	stop := last == "," || last == ":" || last == "-" || last == "–" || last == "—"
	verbs := 0
	for i := to - 1; i >= 0 && i > to-1-reach; i-- {
		if r.passageAt(t.Tokens[i].Start) >= 0 {
			break
		}
		if c, ok := r.phraseCue(sentence, i); ok && stop && c.speaker >= 0 && c.speaker < to {
			return c, true
		}
		c, ok := r.verbCue(sentence, i)
		if !ok {
			if t.Tokens[i].UPOS == "VERB" {
				if verbs++; verbs > 1 && last != ":" {
					break
				}
			}
			continue
		}
		switch {
		case last == ":", i == to-1 && (stop || c.cue.clause || r.clause(p) || r.words(p) >= 2*minPartial), i == to-2 && stop:
			return c, true
		case stop && verbs == 0 && !t.parted(i, to-1):
			return c, true
		}
		if last != ":" {
			break
		}
	}
	return speech{}, false
}

// parted reports whether a comma or clause stands between a cue and what it introduces.
func (t *tree) parted(i, to int) bool {
	for j := i + 1; j < to; j++ {
		if t.form(j) == "," || t.form(j) == "that" {
			return true
		}
	}
	return false
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
	if s < 0 || r.words(p) > 10 || r.alone(p) || strings.TrimSpace(r.text[r.sents[s].Start:max(p.start, r.sents[s].Start)]) == "" {
		return false
	}
	before := strings.TrimSpace(r.text[r.sents[s].Start:p.start])
	if strings.HasSuffix(before, ",") || strings.HasSuffix(before, ":") {
		return false
	}
	for w := range strings.FieldsSeq(r.text[p.inner:p.innerEnd]) {
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(first) && len(w) > 3 {
			return false
		}
	}
	return true
}
