package calendar

import (
	"strings"

	"dyad/internal/language"
)

// side gives the side of the report that an expression lies on, by the tense of its clause and by its preposition.
func side(s *language.Sentence, t *Time) direction {
	d := tenseOf(s, t)
	h := headOf(s, t.First, t.End)
	if h < 0 || len(s.Tokens) > maxTokens {
		return t.deadline(d, false)
	}
	clause, _ := clauseOf(s, h)
	verb := &s.Tokens[clause]
	switch {
	case d == future:
		if preposition(s, h) == "of" && (verb.XPOS == "VBZ" || verb.XPOS == "VBP") {
			return unknown // "the declaration of Monday provides"
		}
	case isTo(s, clause):
		return future
	case t.bound == until && settles(s, clause):
		return future
	case appointed(s, h):
		if d == past {
			return unknown // "had been called for May 28"
		}
		return future // "is forecast for Sunday"
	}
	return t.deadline(d, verb.XPOS == "VB")
}

// deadline gives the side of what stands after "by" and "until", which lies ahead of what its clause tells: "promised houses by the end of
// January", "full until Monday", "told them to surrender by Monday".
func (t *Time) deadline(d direction, infinitive bool) direction {
	if t.bound != by && t.bound != until || d == future {
		return d
	}
	switch v := t.value.(type) {
	case annual:
		if d == past {
			return unknown
		}
	case dayOfWeek:
		if d == unknown || infinitive {
			return future
		}
	case shift:
		if v.unit == weekend && (d == unknown || infinitive) {
			return future
		}
	}
	return d
}

// settles reports whether what clause c brings about, or is to bring about, lasts from then on: "extended the truce until May". What had
// been brought about before may be over.
func settles(s *language.Sentence, c int) bool {
	k := &s.Tokens[c]
	if k.XPOS == "VBN" && (strings.HasPrefix(k.Rel, "xcomp") || has(s, c, "have")) { // "kept it shut until Monday"
		return false
	}
	switch k.XPOS {
	case "VBD", "VBN", "VB", "VBG":
		return verbTable().settle[k.Lemma]
	}
	return false
}

// appointed reports whether token h is what a participle was set for: "called for May 28".
func appointed(s *language.Sentence, h int) bool {
	v := s.Tokens[h].Head
	return v >= 0 && v < h && v < len(s.Tokens) && s.Tokens[v].XPOS == "VBN" && preposition(s, h) == "for"
}

// isTo reports whether clause c says what is to be: "the vote is to be held on Friday".
func isTo(s *language.Sentence, c int) bool {
	to, be := false, false
	for j := range c {
		t := &s.Tokens[j]
		if t.Head != c {
			continue
		}
		be = be || !to && t.Lemma == "be" && (t.XPOS == "VBZ" || t.XPOS == "VBP")
		to = to || t.Rel == "mark" && strings.EqualFold(t.Form, "to")
	}
	return to && be
}
