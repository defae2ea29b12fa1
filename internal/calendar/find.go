package calendar

import (
	"strings"
	"unicode/utf8"

	"dyad/event"
	"dyad/internal/language"
)

// bound is the number of a preposition that makes an expression the end point of a longer stretch (data/words.tsv).
type bound int

const (
	since bound = 1 + iota
	until
	before
	after
	by
	fromBound
)

// Find reads the time expressions of a text, in order. None overlap, and none crosses a sentence, but for the day after a clock
// time ("3:40 a.m. Thursday"), where the full stop is easily taken for the end of a sentence: it belongs to the first.
func Find(text string, sents []language.Sentence) []Time {
	v := tables()
	var times []Time
	q := quotation{text: text}
	surnames := map[string]bool{}
	taken := 0 // lexemes of the sentence that an expression of the sentence before has
	for i := range sents {
		s := &sents[i]
		p := parser{ls: lex(text, s, v), ts: s.Tokens, v: v, surnames: surnames}
		j, own := min(taken, len(p.ls)), len(p.ls)
		if i+1 < len(sents) && sents[i+1].Paragraph == s.Paragraph {
			p.lookAhead(text, &sents[i+1])
		}
		var before *match // the expression before, which a number may lean on
		joint := -1       // where it ends
		first := 0        // where it begins
		for j < own {
			m, ok := p.expression(j, 0)
			if !ok {
				m, ok = p.leaning(j, before)
			}
			if !ok {
				j++
				continue
			}
			before = &m
			t := p.time(text, j, m)
			t.Sentence, t.dir, t.quote = i, side(s, &t), q.at(t.Start)
			if _, named := t.value.(fixed); named {
				t.open = mayCome(s, &t)
			}
			if k := len(times) - 1; k >= 0 && times[k].bound == fromBound && times[k].Sentence == i && joint == j-1 && p.joins(j-1) {
				t.bound = until // "from Nov. 26 to 29", "between 1990 and 1995"
			}
			if k := len(times) - 1; k >= 0 && joint == j-1 && p.word(j-1) == "to" && ofStretch(&times[k], &t, p.word(first-1)) {
				times[k].bound, t.bound = fromBound, until // "the war of 1998 to 2000"
			}
			times = append(times, t)
			first = j
			j, joint = m.end, m.end
		}
		taken = max(j-own, 0)
	}
	return times
}

// ofStretch reports whether two expressions that "to" joins are the ends of a stretch, which a preposition stands before.
func ofStretch(a, b *Time, preposition string) bool {
	return a.bound == 0 && b.bound == 0 && a.Sentence == b.Sentence && (preposition == "of" || preposition == "in" || preposition == "during") && a.value != nil && b.value != nil && sameClass(a.value, b.value)
}

// lookAhead adds the first lexemes of the next sentence where this one ends with a.m. or p.m. and a day or time zone follows.
func (p *parser) lookAhead(text string, next *language.Sentence) {
	const reach = 6
	if len(p.ls) == 0 || len(next.Tokens) == 0 {
		return
	}
	last := &p.ls[len(p.ls)-1]
	if _, ok := last.is("meridiem"); !ok && last.suffix != "am" && last.suffix != "pm" {
		return
	}
	head := *next
	head.Tokens = nil
	head.End = min(next.End, next.Tokens[min(reach, len(next.Tokens))-1].End)
	more := parser{ls: lex(text, &head, p.v), v: p.v}
	_, _, weekday := more.weekdayAt(0)
	_, zone := more.is(0, "zone")
	m, month := more.dayOfMonth(0)
	if weekday || zone && more.ls[0].upper || month && m.value != nil {
		p.ls = append(p.ls, more.ls...)
	}
}

// time makes the Time of the lexemes [i, m.end).
func (p *parser) time(text string, i int, m match) Time {
	first, last := &p.ls[i], &p.ls[m.end-1]
	t := Time{
		Time: event.Time{
			Start: first.start, End: last.end, Text: text[first.start:last.end], Kind: m.kind,
			Value: m.text, Mod: m.mod, Calendar: m.calendar,
		},
		value: m.value,
		text:  m.text,
		clock: m.clock,
		bound: p.boundBefore(i),
		sure:  m.end > i+1 || p.timely(i),
	}
	for last.token < 0 && last.start > first.start { // a lexeme of the next sentence
		m.end--
		last = &p.ls[m.end-1]
	}
	if first.token >= 0 && last.token >= 0 {
		t.First, t.End = first.token, last.token+1
	}
	return t
}

// boundBefore gives the preposition that governs the expression at lexeme i, if it makes an end point of it.
func (p *parser) boundBefore(i int) bound {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if b, ok := p.is(j, "bound"); ok {
			return bound(b)
		}
		switch p.word(j) {
		case "the", "about", "around", "early", "late", "at", "least":
		default:
			return 0
		}
	}
	return 0
}

// quotation tells which quotation a place of the text stands in. A quotation ends at its closing mark or with its paragraph.
type quotation struct {
	text   string
	pos    int
	number int
	open   bool
}

// at gives the number of the quotation at a byte of the text, 0 outside; the bytes asked for must not go back.
func (q *quotation) at(i int) int {
	for q.pos < i && q.pos < len(q.text) {
		r, n := utf8.DecodeRuneInString(q.text[q.pos:])
		q.pos += n
		switch {
		case r == '\n':
			q.open = false
		case r == '"' && !q.open, strings.ContainsRune("“«„", r):
			q.number, q.open = q.number+1, true
		case r == '"', r == '”', r == '»':
			q.open = false
		}
	}
	if q.open {
		return q.number
	}
	return 0
}
