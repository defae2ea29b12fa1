package calendar

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/language"
)

// EventDate says when the act of token predicate of a sentence took place: by the expression that governs it; else by
// that of the clause or sentence it goes on from; else by the report's date, where its tense says that it is news; else
// not at all. An act that is only planned is dated when it was announced, and carries the planned time.
func EventDate(sents []language.Sentence, sentence, predicate int, times []Time, published event.Published) When {
	none := When{Basis: "none", Time: -1}
	if sentence < 0 || sentence >= len(sents) || predicate < 0 || predicate >= len(sents[sentence].Tokens) {
		return none
	}
	d := dating{sents: sents, times: times, none: none}
	d.pub, d.dated = daysOf(Interval{published.Earliest, published.Latest})
	if !d.dated {
		d.pub = days{beginning, endless}
	}
	s := &sents[sentence]
	clause, _ := clauseOf(s, predicate)
	a := aspectOf(s, clause)
	if gap, ok := d.apart(sentence, predicate); ok {
		return gap
	}
	own, i := d.own(sentence, predicate, clause)
	if i >= 0 && (a == ahead && d.coming(i, own) || d.dated && own.lo > d.pub.hi) {
		return d.plan(sentence, clause, own, i)
	}
	if i < 0 && predicate != clause {
		own, i = d.described(sentence, predicate)
	}
	if i >= 0 {
		return When{Interval: own.interval(), Basis: "expression", Time: i}
	}
	if a == possible {
		return none
	}
	if p, i := d.contentTime(sentence, clause); i >= 0 {
		return d.plan(sentence, clause, p, i)
	}
	return d.inherited(sentence, clause, a)
}

// dating holds what one event date is read from.
type dating struct {
	sents []language.Sentence
	times []Time
	pub   days
	dated bool
	none  When
}

// in gives the index range of the expressions of a sentence.
func (d *dating) in(sentence int) (from, to int) {
	cmp := func(t Time, n int) int { return t.Sentence - n }
	from, _ = slices.BinarySearchFunc(d.times, sentence, cmp)
	to, _ = slices.BinarySearchFunc(d.times, sentence+1, cmp)
	return from, to
}

// own gives the days of the expression that governs the predicate: one that hangs on the predicate itself, else one of
// its clause. The number of the expression is -1 where there is none.
func (d *dating) own(sentence, predicate, clause int) (days, int) {
	s := &d.sents[sentence]
	if clause < 0 || predicate < 0 {
		return days{}, -1
	}
	best, rank := -1, 0
	from, to := d.in(sentence)
	for i := from; i < to && len(s.Tokens) <= maxTokens; i++ {
		t := &d.times[i]
		if t.Earliest == "" && t.Latest == "" || t.Kind != kindDate && t.Kind != kindPeriod {
			continue
		}
		if r := governs(s, t, predicate, clause); r > rank {
			best, rank = i, r
		}
	}
	if best < 0 {
		return days{}, -1
	}
	return d.bounded(best, from, to), best
}

// bounded widens an expression by the preposition before it: "since 2012" runs to the day of the report.
func (d *dating) bounded(i, from, to int) days {
	v, _ := daysOf(Interval{d.times[i].Earliest, d.times[i].Latest})
	switch d.times[i].bound {
	case since:
		return days{v.lo, max(v.lo, d.pub.hi)}
	case before:
		return days{beginning, v.lo - 1}
	case until, by:
		if i > from && d.times[i-1].bound == fromBound {
			w, ok := daysOf(Interval{d.times[i-1].Earliest, d.times[i-1].Latest})
			if ok && w.lo <= v.hi {
				return days{w.lo, v.hi}
			}
		}
		return days{min(d.pub.lo, v.hi), v.hi}
	case fromBound:
		if i+1 < to {
			if w, ok := daysOf(Interval{d.times[i+1].Earliest, d.times[i+1].Latest}); ok && w.hi >= v.lo && d.times[i+1].Start-d.times[i].Time.End < 12 {
				return days{v.lo, w.hi}
			}
		}
	}
	return v
}

// plan dates an act that is planned for the days of expression i: when it was announced. A deadline leaves the time from
// then on.
func (d *dating) plan(sentence, clause int, v days, i int) When {
	w := d.announced(sentence, clause)
	p := v.interval()
	if b := d.times[i].bound; (b == by || b == until) && w.Earliest != "" {
		p.Earliest = min(w.Earliest, p.Latest)
	}
	w.Planned = &p
	return w
}

// described gives the days of a noun that a clause describes: "an apology that they offered on Sunday".
func (d *dating) described(sentence, noun int) (days, int) {
	s := &d.sents[sentence]
	for _, c := range s.Children(noun) {
		if strings.HasPrefix(s.Tokens[c].Rel, "acl") && c > noun {
			if v, i := d.own(sentence, c, c); i >= 0 && aspectOf(s, c) != ahead {
				return v, i
			}
		}
	}
	return days{}, -1
}

// coming reports whether an expression can lie ahead of the report: it does, or its clause puts it there.
func (d *dating) coming(i int, v days) bool {
	if s, ok := d.times[i].value.(stretch); ok && s.dir == past || d.times[i].bound == since {
		return false
	}
	return d.dated && v.lo > d.pub.hi || d.times[i].dir == future
}

// contentTime gives the expression in what a predicate plans: "agreed to meet on Friday".
func (d *dating) contentTime(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	for _, c := range content(s, clause) {
		if aspectOf(s, c) != ahead {
			continue
		}
		if v, i := d.own(sentence, c, c); i >= 0 && d.coming(i, v) {
			return v, i
		}
	}
	return days{}, -1
}

// announced dates the telling of a plan: by the clause above, else by the report.
func (d *dating) announced(sentence, clause int) When {
	s := &d.sents[sentence]
	for _, c := range aboveAll(s, clause) {
		if v, i := d.own(sentence, c, c); i >= 0 && aspectOf(s, c) != ahead && v.lo <= d.pub.hi {
			return When{Interval: v.interval(), Basis: "inherited", Time: i}
		}
	}
	return d.news(sentence)
}

// published is the report's own date.
func (d *dating) published() When {
	if !d.dated {
		return d.none
	}
	return When{Interval: d.pub.interval(), Basis: "published", Time: -1}
}

// inherited dates an act without an expression of its own.
func (d *dating) inherited(sentence, clause int, a aspect) When {
	s := &d.sents[sentence]
	if w, ok := d.beside(sentence, clause); ok {
		return w
	}
	for _, c := range aboveAll(s, clause) {
		if a == pastPerfect && !shares(s, clause) {
			break
		}
		if v, i := d.own(sentence, c, c); i >= 0 && aspectOf(s, c) != ahead {
			return When{Interval: v.interval(), Basis: "inherited", Time: i}
		}
		if w, ok := d.beside(sentence, c); ok {
			return w
		}
	}
	main := a
	if r := s.Root(); r >= 0 && (a == formless || a == ahead) {
		main = aspectOf(s, r)
	}
	switch main {
	case pastPerfect:
		return d.none
	case presentPerfect:
		if negated(s, clause) {
			return d.published()
		}
		if d.sents[sentence].Paragraph > 0 && sentence > 2 {
			return d.none
		}
	case simplePast:
		return d.narrated(sentence)
	}
	return d.news(sentence)
}

// shares reports whether a clause in the past perfect can have the time of the one above it.
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
			return When{Interval: v.interval(), Basis: "inherited", Time: i}, true
		}
	}
	return When{}, false
}

// memory is how many sentences a date is carried along in one paragraph, so that a text without paragraphs costs linear
// time.
const memory = 32

// narrated dates an act told in the simple past: it goes on from the sentence before, or is the news. What comes after a
// change to the present, in a paragraph that told of other times, is not dated.
func (d *dating) narrated(sentence int) When {
	present, background := false, false
	for n := sentence - 1; n >= max(0, sentence-memory) && (d.sents[n].Paragraph == d.sents[sentence].Paragraph || n == sentence-1 && d.onward(sentence)); n-- {
		v, i := d.main(n)
		switch {
		case i < 0:
			present = present || !told(&d.sents[n])
		case d.dated && !d.recent(v) && present:
			background = true
		default:
			return When{Interval: v.interval(), Basis: "inherited", Time: i}
		}
	}
	if background {
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
// report itself; of that day, where the sentence goes on with who acted then.
func (d *dating) news(sentence int) When {
	for i := range d.times {
		t := &d.times[i]
		if t.Sentence >= min(sentence, lead) || !d.dated {
			break
		}
		v, ok := daysOf(Interval{t.Earliest, t.Latest})
		if !ok || t.Kind != kindDate || t.dir == future || !d.recent(v) || v.hi-v.lo > 1 {
			continue
		}
		if v.hi < d.pub.lo && !d.continues(t.Sentence, sentence) {
			v.hi = d.pub.hi
		}
		if v == d.pub {
			break
		}
		return When{Interval: v.interval(), Basis: "inherited", Time: i}
	}
	return d.published()
}

// recent reports whether the days lie in the week before the report.
func (d *dating) recent(v days) bool {
	return v.hi <= d.pub.hi && v.lo >= d.pub.lo-newsDays && v.lo != beginning
}

// lead is among how many sentences the day stands that a report tells its news of.
const lead = 64

// newsDays is how many days before the report the day lies that it tells its news of.
const newsDays = 7

// main gives the days of the main clause of a sentence, where they are not ahead.
func (d *dating) main(sentence int) (days, int) {
	s := &d.sents[sentence]
	r := s.Root()
	if r < 0 || aspectOf(s, r) == ahead {
		return days{}, -1
	}
	v, i := d.own(sentence, r, r)
	if i >= 0 && d.dated && v.lo > d.pub.hi {
		return v, -1
	}
	return v, i
}

// continues reports whether a sentence goes on with somebody named in an earlier one: its subject is a pronoun or
// stands there too.
func (d *dating) continues(earlier, sentence int) bool {
	s := &d.sents[sentence]
	r := s.Root()
	for j := range s.Tokens {
		t := &s.Tokens[j]
		if t.Head != r || !strings.HasPrefix(t.Rel, "nsubj") {
			continue
		}
		if t.UPOS == "PRON" {
			return true
		}
		return slices.ContainsFunc(d.sents[earlier].Tokens, func(o language.Token) bool {
			return o.Form == t.Form && (t.UPOS == "PROPN" || t.UPOS == "NOUN")
		})
	}
	return false
}
