package calendar

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// inferred is a date that was read from expression i of another clause or sentence.
func inferred(v days, i int) When {
	return When{Interval: v.interval(), Basis: "inherited", Time: i}
}

// inherited dates an act without an expression of its own.
func (d *Dating) inherited(sentence, clause int, a aspect) When {
	s := &d.sents[sentence]
	if w, ok := d.beside(sentence, clause); ok {
		return w
	}
	if w, ok := d.fromAbove(sentence, clause, a); ok {
		return w
	}
	if d.dated && a == present && s.Tokens[clause].XPOS == "VBG" { // "is sending them"
		return d.published()
	}
	main := a
	if r := s.Root(); r >= 0 && (a == formless || a == ahead) {
		main = aspectOf(s, r)
	}
	switch main {
	case pastPerfect:
		return d.none
	case presentPerfect:
		return d.untilNow(sentence, clause)
	case simplePast, ahead:
		return d.narrated(sentence, a == ahead)
	}
	return d.recently(sentence)
}

// fromAbove dates an act by the clauses that govern its own; false where they say nothing of its time.
func (d *Dating) fromAbove(sentence, clause int, a aspect) (When, bool) {
	s := &d.sents[sentence]
	if aspectOf(s, clause) == simplePast && marked(s, clause, "because") { // the reason lies before what it explains
		return d.none, true
	}
	for _, c := range aboveAll(s, clause) {
		if otherStatement(s, clause, c) {
			continue
		}
		if (a == pastPerfect || a == presentPerfect) && !shares(s, clause) {
			return When{}, false
		}
		if v, i := d.own(sentence, c, c); i >= 0 && a == presentPerfect && s.Tokens[clause].Rel == "conj" && aspectOf(s, c) == simplePast {
			return inferred(days{v.lo, max(v.lo, d.pub.hi)}, i), true // "seized them on Friday and has held them"
		}
		if gap, ok := d.apart(sentence, c); ok {
			return When{Interval: gap.Interval, Basis: "inherited", Time: gap.Time}, true
		}
		if w, ok := d.given(sentence, clause, c); ok {
			return w, true
		}
		if v, i := d.own(sentence, c, c); i >= 0 && aspectOf(s, c) != ahead && !(d.times[i].bound == since && s.Tokens[clause].Rel == "conj" && hasRel(s, clause, "nsubj")) {
			if d.dated && describes(s, clause) && (!d.recent(v) || d.older(sentence, clause)) {
				return d.none, true
			}
			if d.act.Answers && d.dated && v.hi < d.pub.hi && d.recent(v) && apartSubject(s, clause) { // "rebels attacked it on Monday, and Norway condemned them"
				v.hi = d.pub.hi
			}
			if d.act.Answers && d.dated && v == d.pub && s.Tokens[clause].Rel == "advcl" && apartSubject(s, clause) { // "Norway objected on Wednesday, while Latvia praised it"
				return d.recently(sentence), true
			}
			if d.times[i].bound == since && adverbial(s, clause) { // "since Friday, when they came"
				v, _ = daysOf(Interval{d.times[i].Earliest, d.times[i].Latest})
			}
			return inferred(v, i), true
		}
		if w, ok := d.around(sentence, clause, c, a); ok {
			return w, true
		}
	}
	return When{}, false
}

// around dates a clause by what stands around clause c above it: who said so, what it happened with, what it is told of.
func (d *Dating) around(sentence, clause, c int, a aspect) (When, bool) {
	s := &d.sents[sentence]
	if w, ok := d.beside(sentence, c); ok {
		return w, true
	}
	if v, i := d.subordinate(sentence, c); i >= 0 && s.Tokens[clause].Rel == "conj" && a == aspectOf(s, c) { // "were killed and wounded when they attacked on Monday"
		return inferred(v, i), true
	}
	if v, i := d.fromNoun(sentence, c); i >= 0 {
		return inferred(v, i), true
	}
	if k := opening(s, c, "ccomp"); k >= 0 && k < c && a == simplePast && s.Tokens[clause].Rel == "conj" {
		if v, i := d.own(sentence, k, k); i >= 0 && aspectOf(s, k) == simplePast { // "shots fell on Friday, police said, and people fled"
			return inferred(v, i), true
		}
	}
	return When{}, false
}

// otherStatement reports whether a semicolon stands between the predicates of a clause and of a later one.
func otherStatement(s *language.Sentence, c, later int) bool {
	return later > c && slices.ContainsFunc(s.Tokens[c:later], func(k language.Token) bool { return k.Form == ";" })
}

// adverbial reports whether a clause opens with "when" or "where".
func adverbial(s *language.Sentence, c int) bool {
	return slices.ContainsFunc(s.Children(c), func(j int) bool { return s.Tokens[j].XPOS == "WRB" })
}

// apartSubject reports whether a clause stands beside the one above it and has somebody else for its subject.
func apartSubject(s *language.Sentence, c int) bool {
	switch s.Tokens[c].Rel {
	case "conj", "parataxis":
	case "advcl":
		if !marked(s, c, "while") && !marked(s, c, "whereas") {
			return false
		}
	default:
		return false
	}
	for _, j := range s.Children(c) {
		if t := &s.Tokens[j]; strings.HasPrefix(t.Rel, "nsubj") {
			return t.UPOS != "PRON"
		}
	}
	before := c - 1 // the parser may have hung the subject elsewhere
	return before > 0 && (s.Tokens[before].UPOS == "PROPN" || s.Tokens[before].UPOS == "NOUN")
}

// describes reports whether a clause tells something of a noun by the way ("…, which gave up its claim"), at any
// time.
func describes(s *language.Sentence, c int) bool {
	if !strings.HasPrefix(s.Tokens[c].Rel, "acl") {
		return false
	}
	for _, j := range s.Children(c) {
		if s.Tokens[j].XPOS == "WRB" {
			return false
		}
		if k := &s.Tokens[j]; j > 0 && j < c && (k.XPOS == "WDT" || k.XPOS == "WP") {
			return s.Tokens[j-1].Form == ","
		}
	}
	return false
}

// older reports whether a date that stands in a clause lies before the news: "which broke off relations after the war of 1999".
func (d *Dating) older(sentence, clause int) bool {
	from, to := d.in(sentence)
	return slices.ContainsFunc(d.times[from:to], func(t Time) bool {
		v, ok := daysOf(Interval{t.Earliest, t.Latest})
		return ok && t.Kind == kindDate && v.hi < d.pub.lo-newsDays && hangsOn(&d.sents[sentence], t.First, clause)
	})
}

// marked reports whether a clause opens with the conjunction.
func marked(s *language.Sentence, c int, conjunction string) bool {
	m := opening(s, c, "mark")
	return m >= 0 && strings.EqualFold(s.Tokens[m].Form, conjunction)
}

// shares reports whether a clause in the perfect can have the time of the one above it.
func shares(s *language.Sentence, c int) bool {
	return s.Tokens[c].Rel == "ccomp" || s.Tokens[c].Rel == "conj"
}

// manyTimes reports whether a clause says that something was done more than once: "has protested dozens of times".
func manyTimes(s *language.Sentence, c int) bool {
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Lemma == "time" && t.XPOS == "NNS" && under(s, j, c) {
			return true
		}
	}
	return false
}

// beside gives the time of a clause that tells the same: who said it, at the end of the sentence ("…, officials said on
// Monday"), or what was done by it ("refused, saying on Tuesday that …").
func (d *Dating) beside(sentence, clause int) (When, bool) {
	s := &d.sents[sentence]
	if v, i := d.meanwhile(sentence, clause); i >= 0 {
		return inferred(v, i), true
	}
	for _, c := range s.Children(clause) {
		t := &s.Tokens[c]
		if c < clause || t.UPOS != "VERB" || t.Rel == "conj" || strings.HasPrefix(t.Rel, "xcomp") || apartFrom(s, c) || hasRelative(s, c) {
			continue
		}
		if otherStatement(s, clause, c) {
			continue
		}
		if !clausal(s, c) || t.XPOS != "VBD" && t.XPOS != "VBG" {
			continue
		}
		if v, i := d.own(sentence, c, c); i >= 0 && (!d.dated || v.lo <= d.pub.hi) {
			return inferred(v, i), true
		}
	}
	return When{}, false
}

// untilNow dates an act in the present perfect: what has not happened, has not until the report; what opens the report is
// its news; what was done since the story began lies between its first day and the report; what only stands may be older.
func (d *Dating) untilNow(sentence, clause int) When {
	if v, i := d.sinceThen(sentence, clause); i >= 0 {
		return inferred(v, i)
	}
	switch {
	case d.act.Negated || negated(&d.sents[sentence], clause):
		return d.published()
	case d.sents[sentence].Paragraph == 0 && sentence == 0:
		return d.recently(sentence)
	case d.act.Stands && !d.adds(sentence, clause) || d.act.Ongoing || manyTimes(&d.sents[sentence], clause):
		return d.none
	}
	if v, i := d.begin(); i >= 0 && v.lo < d.pub.hi {
		return inferred(days{v.lo, d.pub.hi}, i)
	}
	return d.none
}

// adds reports whether a clause says that its deed comes to others that were told: "have offered help too".
func (d *Dating) adds(sentence, clause int) bool {
	s := &d.sents[sentence]
	return slices.ContainsFunc(s.Children(clause), func(j int) bool {
		w := strings.ToLower(s.Tokens[j].Form)
		return w == "too" || w == "also"
	})
}

// negated reports whether a clause says that something has not happened.
func negated(s *language.Sentence, c int) bool {
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head == c && (t.UPOS == "PART" && t.Lemma == "not" || t.UPOS == "PRON" && strings.HasPrefix(t.Lemma, "no")) { // "nothing", "nobody"
			return true
		}
	}
	return false
}

// narrated dates an act told in the simple past: it goes on from the sentence before, or is the news. A day carries over
// to whatever follows in its paragraph; what somebody else answers or announces lies between it and the report; a time of the past
// carries over only to those it told of. What comes after a change to the present, in a paragraph that told of other
// times, is not dated.
func (d *Dating) narrated(sentence int, announced bool) When {
	present, background := false, false
	for n := sentence - 1; n >= max(0, sentence-memory) && (d.sents[n].Paragraph == d.sents[sentence].Paragraph || n == sentence-1 && d.onward(sentence)); n-- {
		v, i := d.last(n)
		switch {
		case i >= 0 && d.dated && !d.recent(v) && d.aside(n): // "They had met in 1994."
		case i < 0:
			present = present || !tellsPast(&d.sents[n])
		case d.dated && !d.recent(v) && present:
			background = true
		case d.dated && !d.recent(v) && announced:
		case d.dated && !d.recent(v) && !d.continues(n, sentence):
			return d.none
		case d.dated && (d.act.Answers || announced) && v.hi < d.pub.hi && !d.continues(n, sentence) && !d.occasion(sentence, d.clause):
			return inferred(days{v.lo, d.pub.hi}, i)
		default:
			return inferred(v, i)
		}
	}
	if background && !announced {
		return d.none
	}
	return d.recently(sentence)
}

// meanwhile gives the days of a participle before the predicate of a clause that tells what its subject was doing: "the
// ministers, meeting in Riga on Monday, banned it".
func (d *Dating) meanwhile(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if aspectOf(s, clause) != simplePast {
		return days{}, -1
	}
	for c := 0; c < clause; c++ {
		t := &s.Tokens[c]
		if t.XPOS != "VBG" || has(s, c, "have") || opening(s, c, "mark") >= 0 || t.Head < 0 || t.Head >= len(s.Tokens) {
			continue
		}
		subject := strings.HasPrefix(s.Tokens[t.Head].Rel, "nsubj") && s.Tokens[t.Head].Head == clause
		if !(t.Rel == "advcl" && t.Head == clause || strings.HasPrefix(t.Rel, "acl") && subject) {
			continue
		}
		if v, i := d.own(sentence, c, c); i >= 0 && d.dated && d.recent(v) {
			return v, i
		}
	}
	return days{}, -1
}

// memory is how many sentences a date is carried along in one paragraph, so that a text without paragraphs costs linear
// time.
const memory = 32

// last gives the days of the last main clause of a sentence that tells some: "closed it on Monday and reopened it on
// Friday" ends on Friday.
func (d *Dating) last(n int) (days, int) {
	if m := &d.lasts[n]; !m.done {
		v, i := d.readLast(n)
		*m = told{days: v, time: i, done: true}
	}
	return d.lasts[n].days, d.lasts[n].time
}

func (d *Dating) readLast(n int) (days, int) {
	v, i := d.main(n)
	s := &d.sents[n]
	r := s.Root()
	if i < 0 || len(s.Tokens) > maxTokens {
		return v, i
	}
	for _, c := range s.Children(r) {
		if s.Tokens[c].Rel != "conj" || !clausal(s, c) || aspectOf(s, c) != simplePast {
			continue
		}
		if w, j := d.own(n, c, c); j > i && w.hi <= d.pub.hi && d.times[j].bound != since {
			v, i = w, j
		}
	}
	return v, i
}

// aside reports whether a sentence tells, in the past perfect, of what had been before.
func (d *Dating) aside(n int) bool {
	r := d.sents[n].Root()
	return r >= 0 && aspectOf(&d.sents[n], r) == pastPerfect
}

// tellsPast reports whether the main clause of a sentence tells of the past, or is no clause.
func tellsPast(s *language.Sentence) bool {
	r := s.Root()
	if r < 0 {
		return true
	}
	a := aspectOf(s, r)
	return a == simplePast || a == pastPerfect || a == formless
}

// onward reports whether a sentence goes on from the one before by an adverb: "also", "then".
func (d *Dating) onward(sentence int) bool {
	s := &d.sents[sentence]
	r := s.Root()
	return slices.ContainsFunc(s.Tokens, func(t language.Token) bool {
		return t.Head == r && t.UPOS == "ADV" && tables().onward[strings.ToLower(t.Lemma)]
	})
}
