package calendar

import (
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

// Find reads the time expressions of a text, in order. None overlap, and none crosses a sentence.
func Find(text string, sents []language.Sentence) []Time {
	v := tables()
	var times []Time
	for i := range sents {
		s := &sents[i]
		p := parser{ls: lex(text, s, v), ts: s.Tokens, v: v}
		for j := 0; j < len(p.ls); {
			m, ok := p.expression(j, 0)
			if !ok {
				j++
				continue
			}
			t := p.time(text, j, m)
			t.Sentence, t.dir = i, tense(s, t.First, t.End)
			times = append(times, t)
			j = m.end
		}
	}
	return times
}

// time makes the Time of the lexemes [i, m.end).
func (p *parser) time(text string, i int, m match) Time {
	first, last := &p.ls[i], &p.ls[m.end-1]
	t := Time{
		Time:  event.Time{Start: first.start, End: last.end, Text: text[first.start:last.end], Kind: m.kind},
		value: m.value,
		bound: p.boundBefore(i),
		sure:  m.end > i+1 || p.timely(i),
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
