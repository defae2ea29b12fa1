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
	case isNamed(t) && !appointed(s, h): // what was to come then may be past today: "extended the truce until May 1994"
	case t.bound == until && settles(s, clause), setTo(s, t, h) && settles(s, clause):
		return future
	case t.bound == by && tables().future[verb.Lemma+"/VERB"] && verb.XPOS == "VBD": // "ordered their release by Friday"
		return future
	case t.bound == fromBound && yearly(t) && settles(s, clause): // "banned them from June 1", which may be past or to come
		return unknown
	case appointed(s, h), dayLong(t) && preposition(s, h) == "for" && verb.UPOS == "VERB" && clause < h:
		if d == past && (verb.XPOS != "VBD" || !settles(s, clause)) {
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

// setTo reports whether an expression is the time to which something is moved: "adjourned the trial to June 6".
func setTo(s *language.Sentence, t *Time, h int) bool {
	if preposition(s, h) != "to" {
		return false
	}
	for j := t.First - 1; j >= max(0, t.First-reachOfFirst); j-- {
		if strings.EqualFold(s.Tokens[j].Form, "from") { // "from Monday to Friday"
			return false
		}
	}
	return true
}

// isNamed reports whether an expression names its days in full.
func isNamed(t *Time) bool {
	_, ok := t.value.(fixed)
	return ok
}

// yearly reports whether an expression names what comes round each year.
func yearly(t *Time) bool {
	_, ok := t.value.(annual)
	return ok
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
