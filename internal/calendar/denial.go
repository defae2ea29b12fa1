package calendar

import (
	"strings"

	"dyad/internal/language"
)

// denied gives the clause of the act that somebody denies, where the predicate is that act or the denial of it; false
// where nothing is denied.
func denied(s *language.Sentence, predicate, clause int) (int, bool) {
	deny := verbTable().deny
	if clause >= 0 && s.Tokens[clause].UPOS == "VERB" && deny[s.Tokens[clause].Lemma] {
		if predicate != clause && predicate > clause {
			return predicate, true
		}
		for _, c := range content(s, clause) {
			return c, true
		}
		for c := range s.Tokens { // "denied having attacked it", which a parser may hang on otherwise
			if t := &s.Tokens[c]; t.Head == clause && t.XPOS == "VBG" && c > clause {
				return c, true
			}
		}
		return -1, false
	}
	for _, c := range aboveAll(s, clause) {
		t := &s.Tokens[c]
		if t.UPOS == "VERB" && deny[t.Lemma] && clause > c {
			return clause, true
		}
		if t.UPOS == "VERB" {
			break
		}
	}
	return -1, false
}

// denial dates an act that somebody denies: by the expression of its own clause, else, where it is told as done once and
// to something known ("denied that they had attacked it"), by what the sentences before tell of it. The day of the denial
// is not that of the act, and a general denial ("has denied arming them") has no day.
func (d *Dating) denial(sentence, content int) When {
	s := &d.sents[sentence]
	if v, i := d.own(sentence, content, content); i >= 0 {
		return When{Interval: v.interval(), Basis: "expression", Time: i}
	}
	if !finished(s, content) || !known(s, content) {
		return d.none
	}
	from, to := d.in(sentence)
	if sentence > 0 {
		from, _ = d.in(sentence - 1)
		if aspectOf(s, content) == pastPerfect { // it goes back to what was told
			from, _ = d.in(max(0, sentence-denialReach))
		}
	}
	for i := to - 1; i >= from; i-- {
		t := &d.times[i]
		if t.Sentence == sentence && t.First > content || t.Kind != kindDate && t.Kind != kindPeriod || t.dir == future || t.Latest == "" {
			continue
		}
		v, ok := daysOf(Interval{t.Earliest, t.Latest})
		if d.saying(i) {
			continue
		}
		if !ok || d.dated && v.lo > d.pub.hi {
			continue
		}
		if t.bound == until || t.bound == fromBound {
			v = d.bounded(i, from, to)
		}
		return inferred(v, i)
	}
	return d.none
}

// denialReach is within how many sentences before a denial the deed is told.
const denialReach = 2

// saying reports whether expression i tells when something was said, of which the sentence tells another time: "…, the
// army said on Friday".
func (d *Dating) saying(i int) bool {
	t := &d.times[i]
	s := &d.sents[t.Sentence]
	r := s.Root()
	h := headOf(s, t.First, t.End)
	if r < 0 || h < 0 || len(s.Tokens) > maxTokens {
		return false
	}
	if c, _ := clauseOf(s, h); c != r {
		return false
	}
	k := opening(s, r, "ccomp")
	if k < 0 {
		return false
	}
	_, j := d.own(t.Sentence, k, k)
	return j >= 0 && j != i
}

// finished reports whether a clause tells of an act as done: "having attacked", "that they had attacked", "that they
// attacked".
func finished(s *language.Sentence, c int) bool {
	switch aspectOf(s, c) {
	case simplePast:
		return s.Tokens[c].XPOS != "VBG"
	case pastPerfect:
		return s.Tokens[c].XPOS != "VBG"
	}
	return s.Tokens[c].XPOS == "VBN" && has(s, c, "have")
}

// known reports whether the object of a clause is something that was named before: a pronoun, or a noun with "the".
func known(s *language.Sentence, c int) bool {
	for _, want := range []string{"obj", "obl", "nsubj:pass"} {
		for _, j := range s.Children(c) {
			t := &s.Tokens[j]
			if rel, _, _ := strings.Cut(t.Rel, ":"); t.Rel != want && rel != want || t.Rel == "obl:unmarked" {
				continue
			}
			if t.UPOS == "PRON" || want != "obl" && definite(s, j) {
				return true
			}
			if want == "obj" {
				return false
			}
		}
	}
	return false
}

// definite reports whether a noun has the definite article or a demonstrative.
func definite(s *language.Sentence, n int) bool {
	for _, j := range s.Children(n) {
		switch strings.ToLower(s.Tokens[j].Form) {
		case "the", "this", "that", "these", "those":
			if s.Tokens[j].Rel == "det" {
				return true
			}
		}
	}
	return false
}
