package calendar

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// published is the report's own date.
func (d *dating) published() When {
	if !d.dated {
		return d.none
	}
	return When{Interval: d.pub.interval(), Basis: "published", Time: -1}
}

// inferred is a date that was read from expression i of another clause or sentence.
func inferred(v days, i int) When {
	return When{Interval: v.interval(), Basis: "inherited", Time: i}
}

// inherited dates an act without an expression of its own.
func (d *dating) inherited(sentence, clause int, a aspect) When {
	s := &d.sents[sentence]
	if w, ok := d.beside(sentence, clause); ok {
		return w
	}
	if w, ok := d.fromAbove(sentence, clause, a); ok {
		return w
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
	return d.news(sentence)
}

// fromAbove dates an act by the clauses that govern its own; false where they say nothing of its time.
func (d *dating) fromAbove(sentence, clause int, a aspect) (When, bool) {
	s := &d.sents[sentence]
	if aspectOf(s, clause) == simplePast && marked(s, clause, "because") { // the reason lies before what it explains
		return d.none, true
	}
	for _, c := range aboveAll(s, clause) {
		if a == pastPerfect && !shares(s, clause) {
			return When{}, false
		}
		if a == presentPerfect && !shares(s, clause) {
			return When{}, false
		}
		if v, i := d.own(sentence, c, c); i >= 0 && a == presentPerfect && s.Tokens[clause].Rel == "conj" && aspectOf(s, c) == simplePast {
			return inferred(days{v.lo, max(v.lo, d.pub.hi)}, i), true // "seized them on Friday and has held them"
		}
		if gap, ok := d.apart(sentence, c); ok {
			return When{Interval: gap.Interval, Basis: "inherited", Time: gap.Time}, true
		}
		if v, i := d.own(sentence, c, c); i >= 0 && aspectOf(s, c) != ahead {
			if d.dated && !d.recent(v) && describes(s, clause) {
				return d.none, true
			}
			return inferred(v, i), true
		}
		if w, ok := d.beside(sentence, c); ok {
			return w, true
		}
		if k := opening(s, c, "ccomp"); k >= 0 && k < c && a == simplePast && s.Tokens[clause].Rel == "conj" {
			if v, i := d.own(sentence, k, k); i >= 0 && aspectOf(s, k) == simplePast { // "shots fell on Friday, police said, and people fled"
				return inferred(v, i), true
			}
		}
	}
	return When{}, false
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

// marked reports whether a clause opens with the conjunction.
func marked(s *language.Sentence, c int, conjunction string) bool {
	m := opening(s, c, "mark")
	return m >= 0 && strings.EqualFold(s.Tokens[m].Form, conjunction)
}

// shares reports whether a clause in the perfect can have the time of the one above it.
func shares(s *language.Sentence, c int) bool {
	return s.Tokens[c].Rel == "ccomp" || s.Tokens[c].Rel == "conj"
}

// negated reports whether a clause says that something has not happened.
func negated(s *language.Sentence, c int) bool {
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head == c && t.UPOS == "PART" && t.Lemma == "not" {
			return true
		}
	}
	return false
}

// untilNow dates an act in the present perfect: what has not happened, has not until the report; what opens the report is
// its news; what was done since the story began lies between its first day and the report; what only stands may be older.
func (d *dating) untilNow(sentence, clause int) When {
	switch {
	case d.act.Negated || negated(&d.sents[sentence], clause):
		return d.published()
	case d.sents[sentence].Paragraph == 0 && sentence == 0:
		return d.news(sentence)
	case d.act.Stands || d.act.Ongoing:
		return d.none
	}
	if v, i := d.begin(); i >= 0 && v.lo < d.pub.hi {
		return inferred(days{v.lo, d.pub.hi}, i)
	}
	return d.none
}

// beside gives the time of a clause that tells the same: who said it, at the end of the sentence ("…, officials said on
// Monday"), or what was done by it ("refused, saying on Tuesday that …").
func (d *dating) beside(sentence, clause int) (When, bool) {
	s := &d.sents[sentence]
	for _, c := range s.Children(clause) {
		t := &s.Tokens[c]
		if c < clause || t.UPOS != "VERB" || t.Rel == "conj" || strings.HasPrefix(t.Rel, "xcomp") || apartFrom(s, c) || hasRelative(s, c) {
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

// memory is how many sentences a date is carried along in one paragraph, so that a text without paragraphs costs linear
// time.
const memory = 32

// narrated dates an act told in the simple past: it goes on from the sentence before, or is the news. A day carries over
// to whatever follows in its paragraph; what somebody else answers or announces lies between it and the report; a time of the past
// carries over only to those it told of. What comes after a change to the present, in a paragraph that told of other
// times, is not dated.
func (d *dating) narrated(sentence int, announced bool) When {
	present, background := false, false
	for n := sentence - 1; n >= max(0, sentence-memory) && (d.sents[n].Paragraph == d.sents[sentence].Paragraph || n == sentence-1 && d.onward(sentence)); n-- {
		v, i := d.main(n)
		switch {
		case i < 0:
			present = present || !told(&d.sents[n])
		case d.dated && !d.recent(v) && present:
			background = true
		case d.dated && !d.recent(v) && announced:
		case d.dated && !d.recent(v) && !d.continues(n, sentence):
			return d.none
		case d.dated && (d.act.Answers || announced) && v.hi < d.pub.hi && !d.continues(n, sentence):
			return inferred(days{v.lo, d.pub.hi}, i)
		default:
			return inferred(v, i)
		}
	}
	if background && !announced {
		return d.none
	}
	return d.news(sentence)
}

// told reports whether the main clause of a sentence tells of the past, or is no clause.
func told(s *language.Sentence) bool {
	r := s.Root()
	if r < 0 {
		return true
	}
	a := aspectOf(s, r)
	return a == simplePast || a == pastPerfect || a == formless
}

// onward reports whether a sentence goes on from the one before by an adverb: "also", "then".
func (d *dating) onward(sentence int) bool {
	s := &d.sents[sentence]
	r := s.Root()
	return slices.ContainsFunc(s.Tokens, func(t language.Token) bool {
		return t.Head == r && t.UPOS == "ADV" && tables().onward[strings.ToLower(t.Lemma)]
	})
}

// news dates an act by the news of the report: it is of the time between the day that the report first tells of and the
// report itself; of that day, where the sentence goes on with who acted then. Where the report first tells of its own day,
// an act is of that day until the report has gone back to earlier ones.
func (d *dating) news(sentence int) When {
	v, i := d.first(sentence)
	if i < 0 {
		return d.published()
	}
	if (v.hi < d.pub.hi || v.lo < d.pub.lo) && v != d.pub {
		if !d.continues(d.times[i].Sentence, sentence) {
			v.hi = d.pub.hi
		}
		return inferred(v, i)
	}
	if w, j := d.earlier(sentence); j >= 0 {
		return inferred(days{w.lo, d.pub.hi}, j)
	}
	return d.published()
}

// day reads expression i as a day of the news, false if it is none.
func (d *dating) day(i int) (days, bool) {
	t := &d.times[i]
	v, ok := daysOf(Interval{t.Earliest, t.Latest})
	if _, hour := t.value.(timeOfDay); hour || t.Kind != kindDate && t.Kind != kindPeriod || t.bound == since {
		return v, false
	}
	return v, ok && t.dir != future && d.recent(v) && v.hi-v.lo <= 3
}

// first gives the first day of the news that is told before a sentence, and its expression, -1 if there is none.
func (d *dating) first(sentence int) (days, int) {
	for i := range d.times {
		if d.times[i].Sentence >= min(sentence, lead) || !d.dated {
			break
		}
		v, ok := d.day(i)
		if !ok {
			continue
		}
		if w, j := d.main(d.times[i].Sentence); j >= 0 && d.recent(w) && (j == i || d.reports(i, j)) {
			return w, j
		}
		return v, i
	}
	return days{}, -1
}

// reports reports whether expression j dates the telling of what expression i dates: "was bombed on Sunday, the
// government announced on Monday". The world answers what it has heard.
func (d *dating) reports(i, j int) bool {
	t := &d.times[i]
	s := &d.sents[t.Sentence]
	h := headOf(s, t.First, t.End)
	if h < 0 || j <= i {
		return false
	}
	c, _ := clauseOf(s, h)
	for _, up := range append([]int{c}, aboveAll(s, c)...) {
		if s.Tokens[up].Head == s.Root() {
			return s.Tokens[up].Rel == "ccomp" || s.Tokens[up].Rel == "parataxis"
		}
	}
	return false
}

// earlier gives the earliest day of the news that a main clause before the sentence tells of, and its expression; -1 if
// it is that of the report.
func (d *dating) earlier(sentence int) (best days, at int) {
	at = -1
	for i := range d.times {
		n := d.times[i].Sentence
		if n >= min(sentence, lead) {
			break
		}
		if v, ok := d.day(i); ok && v.hi < d.pub.hi && (at < 0 || v.lo < best.lo) {
			if r := d.sents[n].Root(); r >= 0 && aspectOf(&d.sents[n], r) == simplePast {
				if w, j := d.main(n); j == i {
					best, at = w, i
				}
			}
		}
	}
	return best, at
}

// begin gives the day on which the story of the report began: the earliest day that its first dated sentence tells of;
// where that is only the report's own, the earliest day of the news that it tells of at all.
func (d *dating) begin() (best days, at int) {
	at = -1
	opening := -1
	for i := range d.times {
		t := &d.times[i]
		if t.Sentence >= lead || !d.dated {
			break
		}
		if at >= 0 && t.Sentence != opening && best.lo < d.pub.hi {
			if t.Sentence > opening && d.times[at].Sentence == opening {
				break
			}
		}
		v, ok := d.day(i)
		if gap, far := t.value.(length); far && at >= 0 && t.Sentence == opening {
			v, ok = gapFrom(&d.sents[t.Sentence], t, gap, best)
		}
		if !ok || d.background(t) {
			continue
		}
		if opening < 0 {
			opening = t.Sentence
		}
		if at < 0 || v.lo < best.lo {
			best, at = v, i
		}
	}
	return best, at
}

// background reports whether an expression stands in a clause of the past perfect: what had happened before the story.
func (d *dating) background(t *Time) bool {
	s := &d.sents[t.Sentence]
	h := headOf(s, t.First, t.End)
	if h < 0 || len(s.Tokens) > maxTokens {
		return false
	}
	c, _ := clauseOf(s, h)
	for _, up := range append([]int{c}, aboveAll(s, c)...) {
		if aspectOf(s, up) == pastPerfect {
			return true
		}
	}
	return false
}

// recent reports whether the days lie shortly before the report.
func (d *dating) recent(v days) bool {
	return v.hi <= d.pub.hi && v.lo >= d.pub.lo-newsDays && v.lo != beginning
}

// lead is among how many sentences the day stands that a report tells its news of.
const lead = 64

// newsDays is how many days before the report the story that it tells may have begun.
const newsDays = 9

// main gives the days of the main clause of a sentence, where they are not ahead and no background.
func (d *dating) main(sentence int) (days, int) {
	s := &d.sents[sentence]
	r := s.Root()
	if r < 0 {
		return days{}, -1
	}
	if a := aspectOf(s, r); a == ahead || a == possible {
		return days{}, -1
	}
	v, i := d.own(sentence, r, r)
	if i >= 0 && (d.dated && v.lo > d.pub.hi || d.times[i].bound == since) {
		return v, -1
	}
	return v, i
}

// continues reports whether a sentence goes on with those named in an earlier one: its subject is a pronoun, stands
// there too, or sums them up ("the two governments", "both sides").
func (d *dating) continues(earlier, sentence int) bool { return d.continuing(earlier, sentence, 0) }

// maxChain bounds how many sentences a pronoun is followed back.
const maxChain = 8

func (d *dating) continuing(earlier, sentence, deep int) bool {
	s := &d.sents[sentence]
	c := s.Root()
	if sentence == d.act.Sentence {
		c = d.clause
	}
	for n := 0; n < maxClauses && c >= 0; n++ { // a clause without a subject has that of the one it is joined to
		found := false
		for _, j := range s.Children(c) {
			t := &s.Tokens[j]
			if !strings.HasPrefix(t.Rel, "nsubj") {
				continue
			}
			found = true
			if t.UPOS == "PRON" && (sentence-earlier < 2 || deep > maxChain) {
				return true
			}
			if t.UPOS == "PRON" && d.continuing(earlier, sentence-1, deep+1) || sumsUp(s, j) || slices.ContainsFunc(d.sents[earlier].Tokens, func(o language.Token) bool {
				return o.Form == t.Form && (t.UPOS == "PROPN" || t.UPOS == "NOUN") && o.Rel != "nmod:poss"
			}) {
				return true
			}
		}
		if found || s.Tokens[c].Rel == "ccomp" {
			return false
		}
		c = s.Tokens[c].Head
	}
	return false
}

// sumsUp reports whether a noun stands for parties named before: "both governments", "the two armies".
func sumsUp(s *language.Sentence, n int) bool {
	return slices.ContainsFunc(s.Children(n), func(j int) bool {
		t := &s.Tokens[j]
		return t.Lemma == "both" || t.UPOS == "NUM" && t.Rel == "nummod" && definite(s, n)
	})
}
