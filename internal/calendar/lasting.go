package calendar

import (
	"strconv"
	"strings"

	"dyad/internal/language"
)

// bounded widens an expression by what stands beside it: "since 2012" runs to the day of the report, "in March and
// April" are both.
func (d *Dating) bounded(i, from, to int) days {
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
	if strings.EqualFold(d.times[i].Text, "overnight") && v.single() { // the night has two days
		v.lo--
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
func (d *Dating) next(i, to int) (days, bool) {
	if i+1 >= to {
		return days{}, false
	}
	v, ok1 := daysOf(Interval{d.times[i].Earliest, d.times[i].Latest})
	w, ok2 := daysOf(Interval{d.times[i+1].Earliest, d.times[i+1].Latest})
	return w, ok1 && ok2 && w.hi >= v.lo
}

// before gives the day on which what had been going on until the story ended: the first day of the news.
func (d *Dating) before(sentence int) day {
	if v, i := d.first(sentence); i >= 0 {
		return v.hi
	}
	if v, i := d.first(lead); i >= 0 {
		return v.hi
	}
	return d.pub.hi
}

// coordinated reports whether two expressions make one time: "and" stands between them and no verb, and none comes after
// that the second belongs to: "on Tuesday and Wednesday", "one on Sunday and three more a day later", "between Monday
// and Friday".
func coordinated(s *language.Sentence, a, b *Time) bool {
	h := headOf(s, b.First, b.End)
	if h < 0 || a.End < 0 || b.First-a.End > maxJoint || b.End < len(s.Tokens) && s.Tokens[b.End].UPOS == "VERB" {
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
func (d *Dating) lasting(sentence, clause int, v days) days {
	s := &d.sents[sentence]
	from, to := d.in(sentence)
	if v.lo != v.hi || clause < 0 || !verbTable().end[s.Tokens[clause].Lemma] && !verbTable().end[strings.ToLower(s.Tokens[clause].Form)] {
		return v
	}
	for i := from; i < to; i++ {
		t := &d.times[i]
		gap, ok := lengthOf(t)
		if !ok || gap.unit != dayUnit || gap.n < 2 || t.End >= len(s.Tokens) || !under(s, t.First, clause) {
			continue
		}
		v.lo = v.hi - day(gap.n) + 1
		break
	}
	return v
}

// lengthOf gives the length of time that an expression names, also as "two-day".
func lengthOf(t *Time) (length, bool) {
	if v, ok := t.value.(length); ok {
		return v, true
	}
	if !strings.HasPrefix(t.text, "P") || len(t.text) < 3 || t.Kind != kindDuration {
		return length{}, false
	}
	n, err := strconv.Atoi(t.text[1 : len(t.text)-1])
	unit, ok := map[byte]unit{'D': dayUnit, 'W': week, 'M': month, 'Y': year}[t.text[len(t.text)-1]]
	return length{unit, n}, ok && err == nil && n > 0 && n < lastYear
}
