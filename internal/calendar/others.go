package calendar

import (
	"strings"

	"dyad/internal/language"
)

// What stands in a clause, but dates something else in it.

// others reports whether an expression dates something else than a predicate and its clause.
func (d *Dating) others(s *language.Sentence, t *Time, predicate, clause int) bool {
	switch {
	case sinceFirst(s, t):
		return true
	case predicate != clause || sinceNoun(s, t):
		return false
	case t.End > clause && inNoun(s, t), isDue(s, t, clause):
		return true
	case ofPassive(s, t, clause), d.act.Answers && topical(s, t, clause):
		return true
	}
	return d.over(t) && has(s, clause, "have") && aspectOf(s, clause) == presentPerfect
}

// sinceFirst reports whether an expression with "since" counts no time that a deed lasts: "the first visit since 1994".
func sinceFirst(s *language.Sentence, t *Time) bool {
	if t.bound != since {
		return false
	}
	for j := t.First - 1; j >= max(0, t.First-reachOfFirst); j-- {
		switch k := &s.Tokens[j]; {
		case k.UPOS == "VERB" || k.UPOS == "PUNCT":
			return false
		case k.XPOS == "JJS" || k.XPOS == "RBS" || strings.EqualFold(k.Form, "first"):
			return true
		}
	}
	return false
}

// nounBefore gives the noun that stands before an expression and its preposition, -1 if none does.
func nounBefore(s *language.Sentence, t *Time) int {
	n := t.First - 2
	if n < 0 || s.Tokens[t.First-1].UPOS != "ADP" || s.Tokens[n].UPOS != "NOUN" {
		return -1
	}
	return n
}

// inNoun reports whether an expression stands among the words of a noun: "welcomed the release on Sunday of two sailors".
func inNoun(s *language.Sentence, t *Time) bool {
	n := nounBefore(s, t)
	if n < 0 || t.End >= len(s.Tokens) || s.Tokens[t.End].Form != "of" {
		return false
	}
	of := s.Tokens[t.End].Head
	if of < 0 || of >= len(s.Tokens) || s.Tokens[of].UPOS != "NOUN" && s.Tokens[of].UPOS != "PROPN" {
		return false
	}
	up := s.Tokens[of].Head
	return up == n || up >= t.First && up < t.End // a parser may hang "of sailors" on "Sunday"
}

// isDue reports whether an expression is the day for which a noun is set: "the vote, due on Monday, was put off".
func isDue(s *language.Sentence, t *Time, clause int) bool {
	j := t.First - 1
	if j > 0 && s.Tokens[j].UPOS == "ADP" {
		j--
	}
	return j > 0 && j != clause && s.Tokens[j].UPOS == "ADJ" && tables().future[s.Tokens[j].Lemma+"/ADJ"] && !hasRel(s, j, "cop")
}

// sinceNoun reports whether an expression is that of a noun from which a clause counts: "since the raid on May 3".
func sinceNoun(s *language.Sentence, t *Time) bool {
	n := nounBefore(s, t)
	return n >= 0 && t.bound == 0 && preposition(s, n) == "since" && !sinceFirst(s, &Time{First: n, bound: since}) // not "the first vote since the war on Monday"
}

// reachOfFirst is within how many words before "since" the word stands that says it is the first, or the most.
const reachOfFirst = 8

// over reports whether an expression names a day that is over, which no present perfect has for its own: in "has blamed them for the
// raid on May 3" it is the raid's.
func (d *Dating) over(t *Time) bool {
	v, ok := daysOf(Interval{t.Earliest, t.Latest})
	return ok && d.dated && t.bound == 0 && t.Kind == kindDate && v.single() && v.hi < d.pub.lo
}

// ofPassive reports whether an expression belongs to the noun to which something is done: "the meeting on Sunday was put off".
func ofPassive(s *language.Sentence, t *Time, clause int) bool {
	h := headOf(s, t.First, t.End)
	if h < 0 || s.Tokens[h].Head < 0 || h > clause {
		return false
	}
	n := s.Tokens[h].Head
	return n < h && s.Tokens[n].Head == clause && s.Tokens[n].Rel == "nsubj:pass" && s.Tokens[n].UPOS == "NOUN" && preposition(s, h) != ""
}

// topical reports whether an expression belongs to the noun that an answer is about: "blamed them for an attack on Sunday in which …".
func topical(s *language.Sentence, t *Time, clause int) bool {
	h := headOf(s, t.First, t.End)
	if h < 0 || s.Tokens[h].Rel != "nmod" {
		return false
	}
	n := s.Tokens[h].Head
	if n < 0 || n > h || s.Tokens[n].Head != clause || !strings.HasPrefix(s.Tokens[n].Rel, "obl") {
		return false
	}
	switch preposition(s, n) {
	case "for", "over", "against", "about", "at", "after", "to", "with":
		return s.Tokens[n].UPOS == "NOUN"
	}
	return false
}
