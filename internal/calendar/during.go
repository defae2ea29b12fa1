package calendar

import (
	"strings"

	"dyad/internal/language"
)

// during gives the days through which a clause in the present perfect has gone on: "for two months gunners have been shelling
// it" counts back from the report.
func (d *Dating) during(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if !d.dated || len(s.Tokens) > maxTokens {
		return days{}, -1
	}
	from, to := d.in(sentence)
	for i := from; i < to; i++ {
		t := &d.times[i]
		gap, ok := t.value.(length)
		if !ok || gap.n < 1 || t.First < 1 || !strings.EqualFold(s.Tokens[t.First-1].Form, "for") || !under(s, t.First, clause) {
			continue
		}
		if lo, ok := d.pub.hi.back(gap); ok {
			return days{lo, d.pub.hi}, i
		}
	}
	return days{}, -1
}

// back gives the day that lies a length of time before another.
func (d day) back(gap length) (day, bool) {
	switch gap.unit {
	case dayUnit:
		return d - day(gap.n), true
	case week:
		return d - day(7*gap.n), true
	case month:
		return d.addMonths(-gap.n)
	case year:
		return d.addMonths(-12 * gap.n)
	}
	return d, false
}

// counted leads the last day of what lasted some days back to the first: "three days of talks", "besieged it for a week until
// May 3".
func (d *Dating) counted(sentence, predicate int, v days, last int) days {
	s := &d.sents[sentence]
	from, to := d.in(sentence)
	for i := from; i < to && v.lo == v.hi; i++ {
		t := &d.times[i]
		gap, ok := t.value.(length)
		if !ok || i == last || gap.unit != dayUnit && gap.unit != week || gap.n < 1 || t.End > len(s.Tokens) {
			continue
		}
		of := s.Tokens[predicate].Head == t.End-1 && preposition(s, predicate) == "of"
		upTo := d.times[last].bound == until && t.First > 0 && strings.EqualFold(s.Tokens[t.First-1].Form, "for") && under(s, t.First, predicate)
		if !of && !upTo {
			continue
		}
		n := gap.n
		if gap.unit == week {
			n *= 7
		}
		v.lo = v.hi - day(n) + 1
	}
	return v
}

// narrower gives the expression that says more exactly what another one of the same clause says: "last week he telephoned
// them, on Friday".
func (d *Dating) narrower(sentence, predicate, clause, best int) int {
	s := &d.sents[sentence]
	v, ok := daysOf(Interval{d.times[best].Earliest, d.times[best].Latest})
	if !ok || d.times[best].bound != 0 || len(s.Tokens) > maxTokens {
		return best
	}
	from, to := d.in(sentence)
	for i := from; i < to; i++ {
		t := &d.times[i]
		w, ok := daysOf(Interval{t.Earliest, t.Latest})
		if _, part := t.value.(timeOfDay); part || !ok || t.Kind != kindDate || t.bound != 0 || w.lo < v.lo || w.hi > v.hi || w.hi-w.lo >= v.hi-v.lo {
			continue
		}
		if governs(s, t, predicate, clause) > 0 {
			best, v = i, w
		}
	}
	return best
}

// sinceThen gives the days from what was told last to the report, for a clause in the present perfect with "since" or "since
// then".
func (d *Dating) sinceThen(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if sentence == 0 || !d.dated || !hasSince(s, clause) {
		return days{}, -1
	}
	v, i := d.last(sentence - 1)
	if i < 0 || v.lo > d.pub.hi {
		return days{}, -1
	}
	return days{v.lo, d.pub.hi}, i
}

// hasSince reports whether "since" stands in a clause as an adverb, or before "then".
func hasSince(s *language.Sentence, clause int) bool {
	for j := range s.Tokens {
		if t := &s.Tokens[j]; strings.EqualFold(t.Form, "since") && (t.Rel == "advmod" && t.Head == clause || j+1 < len(s.Tokens) && strings.EqualFold(s.Tokens[j+1].Form, "then")) {
			return true
		}
	}
	return false
}
