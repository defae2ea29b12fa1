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
	own, i := d.own(sentence, predicate, clause)
	if i >= 0 && (a == ahead || d.dated && own.lo > d.pub.hi) {
		w := d.announced(sentence, clause)
		w.Planned = d.planned(own)
		return w
	}
	if i >= 0 {
		return When{Interval: own.interval(), Basis: "expression", Time: i}
	}
	if p, i := d.contentTime(sentence, clause); i >= 0 {
		w := d.announced(sentence, clause)
		w.Planned = d.planned(p)
		return w
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
	best, rank := -1, 0
	from, to := d.in(sentence)
	for i := from; i < to; i++ {
		t := &d.times[i]
		if t.Earliest == "" && t.Latest == "" || t.Kind != kindDate && t.Kind != kindPeriod {
			continue
		}
		h := headOf(s, t.First, t.End)
		if h < 0 {
			continue
		}
		c, path := clauseOf(s, h)
		r := 0
		switch {
		case predicate != clause && slices.Contains(path, predicate): // "the visit last week"
			r = 3
		case c == clause && (len(path) <= 2 || direct(s, path)):
			r = 2
		case c == clause && predicate == clause:
			r = 1 // inside another part of the clause: "rejected the offer of last week"
			if s.Tokens[path[0]].Rel == "nmod:poss" || s.Tokens[path[0]].Rel == "compound" || s.Tokens[path[0]].Rel == "amod" {
				r = 0
			}
		}
		if r > rank {
			best, rank = i, r
		}
	}
	if best < 0 {
		return days{}, -1
	}
	return d.bounded(best, from, to), best
}

// direct reports whether an expression that hangs on a noun of the clause can date the clause all the same: a parser
// often hangs "on Monday" on the noun before it.
func direct(s *language.Sentence, path []int) bool {
	for _, i := range path[1 : len(path)-1] {
		switch rel, _, _ := strings.Cut(s.Tokens[i].Rel, ":"); rel {
		case "nsubj", "csubj", "conj":
			return false
		}
	}
	t := &s.Tokens[path[0]]
	return t.Rel == "nmod" || strings.HasPrefix(t.Rel, "nmod:") && t.Rel != "nmod:poss" || strings.HasPrefix(t.Rel, "obl")
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

// planned writes the days a coming act is planned for.
func (d *dating) planned(v days) *Interval {
	p := v.interval()
	return &p
}

// contentTime gives the expression in what a predicate plans: "agreed to meet on Friday".
func (d *dating) contentTime(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	for _, c := range content(s, clause) {
		if aspectOf(s, c) != ahead {
			continue
		}
		if v, i := d.own(sentence, c, c); i >= 0 && (!d.dated || v.hi >= d.pub.lo) {
			return v, i
		}
	}
	return days{}, -1
}

// announced dates the telling of a plan: by the clause above, else by the report.
func (d *dating) announced(sentence, clause int) When {
	s := &d.sents[sentence]
	for c := above(s, clause); c >= 0; c = above(s, c) {
		if v, i := d.own(sentence, c, c); i >= 0 && aspectOf(s, c) != ahead && v.lo <= d.pub.hi {
			return When{Interval: v.interval(), Basis: "inherited", Time: i}
		}
	}
	return d.published()
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
	for c := above(s, clause); c >= 0; c = above(s, c) {
		if v, i := d.own(sentence, c, c); i >= 0 && aspectOf(s, c) != ahead {
			return When{Interval: v.interval(), Basis: "inherited", Time: i}
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
		if d.sents[sentence].Paragraph > 0 && sentence > 2 {
			return d.none
		}
	case simplePast:
		return d.narrated(sentence)
	}
	return d.published()
}

// narrated dates an act told in the simple past: it goes on from the sentence before in its paragraph; else it is of the
// time between the day the report tells its news of and the report itself.
func (d *dating) narrated(sentence int) When {
	for n := sentence - 1; n >= 0 && d.sents[n].Paragraph == d.sents[sentence].Paragraph; n-- {
		if v, i := d.main(n); i >= 0 {
			return When{Interval: v.interval(), Basis: "inherited", Time: i}
		}
	}
	for n := range sentence {
		v, i := d.main(n)
		if i < 0 || !d.dated || v.hi > d.pub.hi || v.lo < d.pub.lo-newsDays {
			continue
		}
		if d.continues(n, sentence) {
			return When{Interval: v.interval(), Basis: "inherited", Time: i}
		}
		return When{Interval: days{v.lo, d.pub.hi}.interval(), Basis: "inherited", Time: i}
	}
	return d.published()
}

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
