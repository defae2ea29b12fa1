package calendar

import (
	"strings"

	"dyad/internal/language"
)

// plan dates an act that is planned for the days of expression i: when it was announced. A deadline leaves the time from
// then on. When a standing offer ("has invited them to a meeting on Friday") was made is not known.
func (d *Dating) plan(sentence, clause int, v days, i int) When {
	w := d.announced(sentence, clause)
	p := d.planned(v, i, w.Interval)
	if d.act.Stands && aspectOf(&d.sents[sentence], clause) == presentPerfect {
		w = d.none
	}
	w.Planned = p
	if w.Time < 0 {
		w.Time = i
	}
	return w
}

// planned gives the time that expression i says an act is planned for: a deadline leaves all days from its announcement.
func (d *Dating) planned(v days, i int, from Interval) *Interval {
	if raw, ok := daysOf(Interval{d.times[i].Earliest, d.times[i].Latest}); ok && d.times[i].bound == before {
		v = raw
	}
	if d.dated && v.lo < d.pub.lo && v.hi >= d.pub.lo { // "later this week": what is left of it
		v.lo = d.pub.lo
	}
	p := v.interval()
	if d.deadline(i) && from.Earliest != "" {
		p.Earliest = min(from.Earliest, p.Latest)
	}
	return &p
}

// announced dates the telling of a plan: by the clause above, else by the report.
func (d *Dating) announced(sentence, clause int) When {
	s := &d.sents[sentence]
	for _, c := range aboveAll(s, clause) {
		if s.Tokens[clause].Rel == "conj" && s.Tokens[clause].Head == c && (aspectOf(s, c) == pastPerfect || aspectOf(s, clause) == present) { // "had met in May and will meet again", "met on Monday and meet again in June"
			return d.published()
		}
		if v, i := d.own(sentence, c, c); i >= 0 && aspectOf(s, c) != ahead && v.lo <= d.pub.hi {
			return inferred(v, i)
		}
	}
	if v, i := d.first(sentence); i >= 0 && v.hi < d.pub.hi && d.continues(d.times[i].Sentence, sentence) {
		return inferred(v, i)
	}
	return d.published()
}

// deadline reports whether expression i says until when: "by Friday", "before the vote on Friday".
func (d *Dating) deadline(i int) bool {
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

// given dates what somebody is given time for ("gave them until Friday to leave"): when that was done, with the deadline. Clause c is
// that above it.
func (d *Dating) given(sentence, clause, c int) (When, bool) {
	s := &d.sents[sentence]
	if !d.dated || !toInfinitive(s, clause) || s.Tokens[clause].Head != c || aspectOf(s, c) != simplePast {
		return When{}, false
	}
	from, to := d.in(sentence)
	for i := from; i < to; i++ {
		t := &d.times[i]
		v, ok := daysOf(Interval{t.Earliest, t.Latest})
		if !ok || t.bound != until || v.hi <= d.pub.hi || t.End > clause || t.First < c || !under(s, t.First, c) {
			continue
		}
		w := d.date(sentence, c, c)
		if w.Basis == "expression" {
			w.Basis = "inherited"
		}
		w.Planned = d.planned(v, i, w.Interval)
		return w, true
	}
	return When{}, false
}

// coming reports whether an expression can lie ahead of the report: it does, or its clause puts it there.
func (d *Dating) coming(i int, v days) bool {
	if d.dated && v.hi < d.pub.lo && !d.deadline(i) {
		return false
	}
	if s, ok := d.times[i].value.(stretch); ok && s.dir == past || d.times[i].bound == since {
		return false
	}
	return d.dated && (v.lo > d.pub.hi || d.deadline(i) && v.hi > d.pub.hi) || d.times[i].dir == future
}

// contentTime gives the expression in what a predicate plans: "agreed to meet on Friday".
func (d *Dating) contentTime(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	list := content(s, clause)
	for _, n := range s.Children(clause) { // "accepted an invitation to visit them in June"
		if s.Tokens[n].Rel != "obj" {
			continue
		}
		for _, c := range s.Children(n) {
			if s.Tokens[c].Rel == "acl" && toInfinitive(s, c) {
				list = append(list, c)
			}
		}
	}
	for _, c := range list {
		if aspectOf(s, c) != ahead {
			continue
		}
		if v, i := d.own(sentence, c, c); i >= 0 && d.coming(i, v) {
			return v, i
		}
	}
	if len(list) == 0 && aspectOf(s, clause) == ahead { // "talks set for Friday will go ahead"
		for _, n := range s.Children(clause) {
			if s.Tokens[n].Rel == "advcl" { // "will be signed when he comes on Friday"
				if v, i := d.own(sentence, n, n); i >= 0 && d.coming(i, v) {
					return v, i
				}
			}
			if !strings.HasPrefix(s.Tokens[n].Rel, "nsubj") {
				continue
			}
			for _, c := range s.Children(n) {
				if v, i := d.own(sentence, c, c); s.Tokens[c].Rel == "acl" && i >= 0 && d.coming(i, v) {
					return v, i
				}
			}
		}
	}
	return days{}, -1
}

// term gives the length of time within which an act is planned ("will reopen it within two months"), as the number of its
// expression; -1 if there is none.
func (d *Dating) term(sentence, clause int) int {
	s := &d.sents[sentence]
	from, to := d.in(sentence)
	for i := from; i < to && len(s.Tokens) <= maxTokens; i++ {
		t := &d.times[i]
		if _, ok := t.value.(length); !ok || !withinAt(s, t.First) && !inAt(s, t.First) {
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

// inAt reports whether "in" stands right before token i: "in two weeks".
func inAt(s *language.Sentence, i int) bool {
	return i > 0 && strings.EqualFold(s.Tokens[i-1].Form, "in")
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
func (d *Dating) within(i int, from Interval) *Interval {
	gap, ok := d.times[i].value.(length)
	v, known := daysOf(from)
	if !ok || !known || v.hi == endless || v.lo == beginning {
		return nil
	}
	if inAt(&d.sents[d.times[i].Sentence], d.times[i].First) {
		if v, ok = (ago{unit: gap.unit, n: gap.n}).days(anchor{ref: d.pub.hi, prev: d.pub}); !ok || d.act.Negated || aspectOf(&d.sents[d.act.Sentence], d.clause) != ahead {
			return nil
		}
		p := v.interval()
		return &p
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
