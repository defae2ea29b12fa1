package calendar

import (
	"strings"

	"dyad/internal/language"
)

// side gives the side of the report that an expression lies on, by the tense of its clause and by its preposition.
func side(s *language.Sentence, t *Time) direction {
	d := tense(s, t.First, t.End)
	if d != future && isTo(s, t.First, t.End) {
		return future
	}
	if d == future {
		if h := headOf(s, t.First, t.End); h >= 0 && preposition(s, h) == "of" {
			c, _ := clauseOf(s, h)
			if x := s.Tokens[c].XPOS; x == "VBZ" || x == "VBP" {
				return unknown // "the declaration of Monday provides"
			}
		}
	}
	if t.bound != by && t.bound != until {
		return d
	}
	switch t.value.(type) {
	case annual:
		if d == past {
			return unknown // "promised houses by the end of January"
		}
		return d
	case dayOfWeek:
		if d == unknown {
			return future // "hotels are full until Monday"
		}
	case shift:
		if v := t.value.(shift); v.unit == weekend && d == unknown {
			return future
		}
	}
	return d
}

// isTo reports whether the clause of the words [first, end) says what is to be: "the vote is to be held on Friday".
func isTo(s *language.Sentence, first, end int) bool {
	h := headOf(s, first, end)
	if h < 0 || len(s.Tokens) > maxTokens {
		return false
	}
	c, _ := clauseOf(s, h)
	to, be := false, false
	for j := range s.Tokens {
		t := &s.Tokens[j]
		if t.Head != c || j >= c {
			continue
		}
		to = to || t.Rel == "mark" && strings.EqualFold(t.Form, "to")
		be = be || t.Lemma == "be" && (t.XPOS == "VBZ" || t.XPOS == "VBP") && !to
	}
	return to && be
}
