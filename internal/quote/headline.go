package quote

import (
	"strings"

	"dyad/event"
)

// maxHeadline bounds the tokens of a headline.
const maxHeadline = 30

// headline reads a headline that names its speaker before a colon ("Doe: Talks have failed") or behind a dash ("Talks have
// failed - Doe"). Such a label is as often a topic, so the same name must speak in the text below.
func (r *reader) headline(quotes []Quote) (Quote, bool) {
	if len(r.turns) > 0 || len(r.sents) < 2 {
		return Quote{}, false
	}
	t := r.tree(0)
	if len(t.Tokens) > maxHeadline {
		return Quote{}, false
	}
	if r.sents[0].Paragraph == r.sents[1].Paragraph {
		return r.splitHeadline(quotes)
	}
	n := t.lastWord()
	for i := 1; i < n; i++ {
		dash := strings.Contains("-–—|", t.form(i))
		switch {
		case t.form(i) == ":" && r.label(t, 0, i-1, quotes) && t.finite(i+1, n):
			return r.titleQuote(t, i-1, i, t, i+1, n), true
		case (dash || t.form(i) == ":") && i > 2 && r.label(t, i+1, n, quotes) && t.finite(0, i-1):
			return r.titleQuote(t, n, i, t, 0, i-1), true
		}
	}
	return Quote{}, false
}

// splitHeadline reads a headline whose colon ends a sentence for the tokenizer.
func (r *reader) splitHeadline(quotes []Quote) (Quote, bool) {
	t, u := r.tree(0), r.tree(1)
	n, m := t.lastWord(), u.lastWord()
	switch {
	case len(r.sents) < 3 || r.sents[2].Paragraph == u.Paragraph || n+2 != len(t.Tokens) || t.form(n+1) != ":" || m < 0:
		return Quote{}, false
	case r.label(t, 0, n, quotes) && u.finite(0, m):
		return r.titleQuote(t, n, n+1, u, 0, m), true
	case r.label(u, 0, m, quotes) && t.finite(0, n):
		q := r.titleQuote(t, n, n+1, t, 0, n)
		q.Speaker, q.Mention = r.speaker(speech{sentence: 1, token: -1, first: -1, last: -1, speaker: m})
		return q, true
	}
	return Quote{}, false
}

// label reports whether the tokens are a name, with or without a title, that somebody who speaks in the text bears.
func (r *reader) label(t *tree, first, last int, quotes []Quote) bool {
	if first > last || last-first > 3 || t.Tokens[last].UPOS != "PROPN" {
		return false
	}
	for i := first; i <= last; i++ {
		if !nominal(&t.Tokens[i]) {
			return false
		}
	}
	for _, q := range quotes {
		if q.Speaker != nil && q.Sentence > 0 && r.names(q, t.Tokens[last].Form) {
			return true
		}
	}
	return false
}

// names reports whether a word is one of the words that name the speaker of a quote.
func (r *reader) names(q Quote, name string) bool {
	t := r.tree(q.Sentence)
	for i := t.tokenAt(q.Speaker.Start); i < len(t.Tokens) && t.Tokens[i].Start < q.Speaker.End; i++ {
		if t.Tokens[i].Form == name {
			return true
		}
		if t.Tokens[i].UPOS == "PUNCT" || t.Tokens[i].UPOS == "ADP" {
			break
		}
	}
	return false
}

// titleQuote makes the quote of a headline: speaker and cue in one sentence, first and last token of what is said in u.
func (r *reader) titleQuote(t *tree, speaker, cue int, u *tree, first, last int) Quote {
	for u.Tokens[first].UPOS == "PUNCT" && first < last {
		first++
	}
	q := Quote{Quote: event.Quote{Kind: indirect, Start: u.Tokens[first].Start, End: u.Tokens[last].End}}
	r.closeMarks(&q)
	r.fill(&q, speech{sentence: 0, token: cue, first: cue, last: cue, cue: &colon, speaker: speaker})
	return q
}

// colon is the cue of a headline: a mark instead of a verb.
var colon = cue{force: "says"}
