package calendar

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/language"
)

// EventDate says when an act took place: by the expression that governs it; else by that of the clause or sentence it
// goes on from; else by the news that the report tells, where its tense says that it is news; else not at all. An act that
// is only planned is dated when it was announced, and carries the planned time; one that is only possible has no date.
func EventDate(sents []language.Sentence, act Act, times []Time, published event.Published) When {
	none := When{Basis: "none", Time: -1}
	sentence, predicate := act.Sentence, act.Predicate
	if sentence < 0 || sentence >= len(sents) || predicate < 0 || predicate >= len(sents[sentence].Tokens) {
		return none
	}
	d := dating{sents: sents, times: times, act: act, none: none}
	d.pub, d.dated = daysOf(Interval{published.Earliest, published.Latest})
	if !d.dated {
		d.pub = days{beginning, endless}
	}
	s := &sents[sentence]
	clause, _ := clauseOf(s, predicate)
	d.clause = clause
	if c, ok := denied(s, predicate, clause); ok {
		return d.denial(sentence, c)
	}
	if gap, ok := d.apart(sentence, predicate); ok {
		return gap
	}
	when := d.date(sentence, predicate, clause)
	if t := d.term(sentence, clause); t >= 0 && when.Planned == nil {
		when.Planned = d.within(t, when.Interval)
	}
	return when
}

// date dates a predicate whose clause is known.
func (d *dating) date(sentence, predicate, clause int) When {
	a := aspectOf(&d.sents[sentence], clause)
	own, i := d.own(sentence, predicate, clause)
	if a == possible {
		if i >= 0 && d.dated && own.hi <= d.pub.hi && d.times[i].dir != future {
			return When{Interval: own.interval(), Basis: "expression", Time: i}
		}
		return d.none
	}
	if i >= 0 && (a == ahead && d.coming(i, own) || d.dated && own.lo > d.pub.hi) {
		return d.plan(sentence, clause, own, i)
	}
	if i < 0 && predicate != clause {
		own, i = d.described(sentence, predicate)
	}
	if i < 0 {
		own, i = d.subordinate(sentence, clause)
	}
	if i >= 0 {
		return When{Interval: own.interval(), Basis: "expression", Time: i}
	}
	if p, i := d.contentTime(sentence, clause); i >= 0 {
		return d.plan(sentence, clause, p, i)
	}
	if own, i = d.answered(sentence, clause); i >= 0 {
		return inferred(days{own.lo, max(own.lo, d.pub.hi)}, i)
	}
	if own, i = d.together(sentence, clause); i >= 0 {
		return When{Interval: own.interval(), Basis: "expression", Time: i}
	}
	return d.inherited(sentence, clause, a)
}

// dating holds what one event date is read from.
type dating struct {
	sents  []language.Sentence
	times  []Time
	act    Act
	clause int // the act's
	pub    days
	dated  bool
	none   When
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
		if _, hour := t.value.(timeOfDay); hour || t.Earliest == "" && t.Latest == "" || t.Kind != kindDate && t.Kind != kindPeriod {
			continue
		}
		if r := governs(s, t, predicate, clause); r > rank {
			best, rank = i, r
		}
	}
	if best < 0 {
		if best = d.shifted(s, clause, from, to); best < 0 {
			return days{}, -1
		}
	}
	if predicate != clause && d.times[best].First < predicate {
		best = d.behind(s, predicate, best, to)
	}
	v := d.bounded(best, from, to)
	if d.times[best].bound == since && aspectOf(s, clause) == pastPerfect {
		v.hi = max(v.lo, d.before(sentence))
	}
	return d.lasting(s, clause, v, from, to), best
}

// shifted gives the expression that a parser has hung on what an act is for, though it can only date the act: "set up a
// panel to look into the case last week". -1 if there is none.
func (d *dating) shifted(s *language.Sentence, clause, from, to int) int {
	if a := aspectOf(s, clause); a != simplePast && a != pastPerfect || len(s.Tokens) > maxTokens {
		return -1
	}
	for i := from; i < to; i++ {
		t := &d.times[i]
		v, ok := daysOf(Interval{t.Earliest, t.Latest})
		h := headOf(s, t.First, t.End)
		if !ok || h < 0 || t.Kind != kindDate || t.bound != 0 || v.hi >= d.pub.lo || t.dir == future {
			continue
		}
		if c, path := clauseOf(s, h); len(path) <= 2 && toInfinitive(s, c) && above(s, c) == clause {
			return i
		}
	}
	return -1
}

// behind gives the expression that stands in the words behind a noun, which dates it rather than the one before it does:
// "blocked the port on Monday in protest at the entry of troops on Saturday". Else it gives the other back.
func (d *dating) behind(s *language.Sentence, noun, other, to int) int {
	for i := other + 1; i < to; i++ {
		t := &d.times[i]
		if t.First < noun || t.Kind != kindDate || t.Latest == "" {
			continue
		}
		for j := noun + 1; j < t.First; j++ {
			if u := s.Tokens[j].UPOS; u == "VERB" || u == "AUX" || u == "PUNCT" || u == "CCONJ" || u == "SCONJ" {
				return other
			}
		}
		return i
	}
	return other
}

// before gives the day on which what had been going on until the story ended: the first day of the news.
func (d *dating) before(sentence int) day {
	if v, i := d.first(sentence); i >= 0 {
		return v.hi
	}
	if v, i := d.first(lead); i >= 0 {
		return v.hi
	}
	return d.pub.hi
}

// bounded widens an expression by what stands beside it: "since 2012" runs to the day of the report, "in March and
// April" are both.
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
		if w, ok := d.next(i, to); ok && d.times[i+1].Start-d.times[i].Time.End < 12 {
			return days{v.lo, w.hi}
		}
	}
	if w, ok := d.next(i, to); ok && v.hi-v.lo == w.hi-w.lo || ok && d.times[i+1].First-d.times[i].End < 3 {
		if coordinated(&d.sents[d.times[i].Sentence], &d.times[i], &d.times[i+1]) {
			v.hi = max(v.hi, w.hi)
		}
	}
	if i > from && v.lo == v.hi { // "in the night to Friday"
		night := &d.times[i-1]
		s := &d.sents[night.Sentence]
		if _, ok := night.value.(timeOfDay); ok && night.End == d.times[i].First-1 && strings.EqualFold(s.Tokens[night.End].Form, "to") {
			v.lo--
		}
	}
	return v
}

// next gives the days of the expression after i, where it has some that do not end before those of i begin.
func (d *dating) next(i, to int) (days, bool) {
	if i+1 >= to {
		return days{}, false
	}
	v, ok1 := daysOf(Interval{d.times[i].Earliest, d.times[i].Latest})
	w, ok2 := daysOf(Interval{d.times[i+1].Earliest, d.times[i+1].Latest})
	return w, ok1 && ok2 && w.hi >= v.lo
}

// coordinated reports whether two expressions make one time: "and" stands between them and no verb, and none comes after
// that the second belongs to: "on Tuesday and Wednesday", "one on Sunday and three more a day later", "between Monday
// and Friday".
func coordinated(s *language.Sentence, a, b *Time) bool {
	h := headOf(s, b.First, b.End)
	if h < 0 || a.End < 0 || b.First-a.End > maxJoint {
		return false
	}
	and := false
	for i := a.End; i < b.First; i++ {
		switch t := &s.Tokens[i]; {
		case t.Lemma == "and":
			and = true
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PUNCT" || t.UPOS == "SCONJ":
			return false
		}
	}
	if and && a.First > 0 && strings.EqualFold(s.Tokens[a.First-1].Form, "between") {
		return true
	}
	return and && s.Tokens[h].Head <= b.End
}

// maxJoint is how many words may stand between two expressions that make one time.
const maxJoint = 8

// lasting leads the last day of what had lasted some days back to the first: "ended three days of talks on Tuesday".
func (d *dating) lasting(s *language.Sentence, clause int, v days, from, to int) days {
	if v.lo != v.hi || clause < 0 || !verbTable().end[s.Tokens[clause].Lemma] && !verbTable().end[strings.ToLower(s.Tokens[clause].Form)] {
		return v
	}
	for i := from; i < to; i++ {
		t := &d.times[i]
		gap, ok := t.value.(length)
		if !ok || gap.unit != dayUnit || gap.n < 2 || t.End >= len(s.Tokens) || !under(s, t.First, clause) {
			continue
		}
		v.lo = v.hi - day(gap.n) + 1
		break
	}
	return v
}

// plan dates an act that is planned for the days of expression i: when it was announced. A deadline leaves the time from
// then on. When a standing offer ("has invited them to a meeting on Friday") was made is not known.
func (d *dating) plan(sentence, clause int, v days, i int) When {
	w := d.announced(sentence, clause)
	p := v.interval()
	if d.deadline(i) && w.Earliest != "" {
		p.Earliest = min(w.Earliest, p.Latest)
	}
	if d.act.Stands && aspectOf(&d.sents[sentence], clause) == presentPerfect {
		w = d.none
	}
	w.Planned = &p
	return w
}

// deadline reports whether expression i says until when: "by Friday", "before the vote on Friday".
func (d *dating) deadline(i int) bool {
	t := &d.times[i]
	if t.bound == by || t.bound == until || t.bound == before {
		return true
	}
	s := &d.sents[t.Sentence]
	n := t.First - 1
	if n > 0 && s.Tokens[n].UPOS == "ADP" {
		n--
	}
	if n < 0 || s.Tokens[n].UPOS != "NOUN" && s.Tokens[n].UPOS != "PROPN" {
		return false
	}
	switch preposition(s, n) {
	case "before", "by", "until":
		return true
	}
	return false
}

// term gives the length of time within which an act is planned ("will reopen it within two months"), as the number of its
// expression; -1 if there is none.
func (d *dating) term(sentence, clause int) int {
	s := &d.sents[sentence]
	from, to := d.in(sentence)
	for i := from; i < to && len(s.Tokens) <= maxTokens; i++ {
		t := &d.times[i]
		if _, ok := t.value.(length); !ok || !withinAt(s, t.First) {
			continue
		}
		c, _ := clauseOf(s, t.First)
		for n := 0; c >= 0 && n < maxClauses; n, c = n+1, above(s, c) {
			if c == clause {
				return i
			}
			if aspectOf(s, c) != ahead {
				break
			}
		}
	}
	return -1
}

// withinAt reports whether "within" stands shortly before token i: "within at most two months".
func withinAt(s *language.Sentence, i int) bool {
	for j := i - 1; j >= max(0, i-6); j-- {
		if strings.EqualFold(s.Tokens[j].Form, "within") {
			return true
		}
		if s.Tokens[j].UPOS == "VERB" {
			return false
		}
	}
	return false
}

// within gives the time from a day to the end of the length of time that expression i names.
func (d *dating) within(i int, from Interval) *Interval {
	gap, ok := d.times[i].value.(length)
	v, known := daysOf(from)
	if !ok || !known || v.hi == endless || v.lo == beginning {
		return nil
	}
	y, m, dom := v.hi.date()
	hi := v.hi
	switch gap.unit {
	case dayUnit:
		hi += day(gap.n)
	case week:
		hi += day(7 * gap.n)
	case month:
		m += gap.n
		y, m = y+(m-1)/12, (m-1)%12+1
		hi, ok = civil(y, m, min(dom, monthLength(y, m)))
	case year:
		hi, ok = civil(y+gap.n, m, min(dom, monthLength(y+gap.n, m)))
	default:
		return nil
	}
	if !ok {
		return nil
	}
	p := days{v.lo, hi}.interval()
	return &p
}

// answered gives the days of a thing that an act answers: "turned down an apology that they had offered on Sunday".
func (d *dating) answered(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if !d.act.Answers || aspectOf(s, clause) == ahead {
		return days{}, -1
	}
	for _, c := range s.Children(clause) {
		if s.Tokens[c].Rel != "obj" {
			continue
		}
		if v, i := d.described(sentence, c); i >= 0 && d.dated && d.recent(v) {
			return v, i
		}
	}
	return days{}, -1
}

// together gives the days of a second predicate that shares what follows with the first: "bombed and wrecked a reactor on
// Sunday".
func (d *dating) together(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if clause+2 >= len(s.Tokens) {
		return days{}, -1
	}
	c := clause + 2
	if s.Tokens[clause+1].UPOS != "CCONJ" || s.Tokens[c].Rel != "conj" || s.Tokens[c].Head != clause || s.Tokens[c].UPOS != "VERB" {
		return days{}, -1
	}
	return d.own(sentence, c, c)
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
	return d.dated && (v.lo > d.pub.hi || d.deadline(i) && v.hi > d.pub.hi) || d.times[i].dir == future
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
			return inferred(v, i)
		}
	}
	if v, i := d.first(sentence); i >= 0 && v.hi < d.pub.hi && d.continues(d.times[i].Sentence, sentence) {
		return inferred(v, i)
	}
	return d.published()
}

// subordinate gives the days of the clause by which the predicate's own is set in time: "stopped when he took office in
// 2008", "has given arms since the war broke out in March".
func (d *dating) subordinate(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	for _, c := range s.Children(clause) {
		if s.Tokens[c].Rel != "advcl" {
			continue
		}
		v, i := d.own(sentence, c, c)
		if i < 0 || d.dated && v.lo > d.pub.hi {
			continue
		}
		switch m := opening(s, c, "mark"); {
		case m < 0:
			for _, j := range s.Children(c) {
				if s.Tokens[j].XPOS == "WRB" && strings.EqualFold(s.Tokens[j].Form, "when") {
					return v, i
				}
			}
		case strings.EqualFold(s.Tokens[m].Form, "since"):
			return days{v.lo, max(v.lo, d.pub.hi)}, i
		case strings.EqualFold(s.Tokens[m].Form, "after") || strings.EqualFold(s.Tokens[m].Form, "when") || strings.EqualFold(s.Tokens[m].Form, "as"):
			if strings.EqualFold(s.Tokens[m].Form, "after") && aspectOf(s, c) == pastPerfect {
				continue
			}
			return v, i
		}
	}
	return days{}, -1
}
