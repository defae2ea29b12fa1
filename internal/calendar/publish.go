package calendar

import (
	"slices"
	"strings"
	"time"

	"dyad/event"
	"dyad/internal/language"
)

// The years that are searched where a day and month on a weekday are all that is known: those of news kept in digital
// form. A report that names an earlier date as its latest is searched for from there.
const firstNewsYear, lastNewsYear = 1985, 2028

// trust is the order in which evidence is trusted and listed.
var trust = []string{"given", "feed", "page", "url", "dateline", "weekday", "office", "reference"}

// Publish dates the report from what there is. Evidence comes in the order of trust: what is known from outside, best
// first; the dateline; the terms of the offices that people named in the text hold (for each of them its terms, which must
// not touch); the latest past date the text names.
// Evidence that agrees with what is more trusted narrows it; evidence that does not is left out. Basis lists what was
// used. Where several days remain they are candidates, and the interval holds them all.
func Publish(known []Evidence, dateline *event.Dateline, times []Time, terms [][]Interval) event.Published {
	n := narrowing{days: days{beginning, endless}}
	for _, e := range known {
		if d, ok := e.days(); ok {
			n.add(d, e.Basis)
		}
	}
	if dateline != nil && dateline.Year > 0 {
		if d, ok := datelineDays(dateline, dateline.Year); ok {
			n.add(d, "dateline")
		}
	}
	n.references(times)
	n.offices(terms)
	var candidates []day
	if dateline != nil && dateline.Year == 0 && !n.days.single() {
		candidates = n.candidates(dateline, times)
	}
	slices.SortFunc(n.basis, func(a, b string) int { return slices.Index(trust, a) - slices.Index(trust, b) })
	return n.published(candidates)
}

// narrowing is an interval that evidence makes shorter, and what was used for it.
type narrowing struct {
	days  days
	spans []days // the parts of days that terms of office leave; nil = all
	basis []string
}

// open says whether the terms of office leave a day.
func (n *narrowing) open(d day) bool {
	return n.spans == nil || slices.ContainsFunc(n.spans, func(s days) bool { return s.lo <= d && d <= s.hi })
}

func (n *narrowing) add(d days, basis string) bool {
	m, ok := n.days.meet(d)
	if !ok || m == n.days {
		return false
	}
	n.days = m
	if !slices.Contains(n.basis, basis) {
		n.basis = append(n.basis, basis)
	}
	return true
}

// offices takes the days on which most of the people named held their offices, the latest such days where there are
// several: somebody may be named for what he once was. Days that are as likely because one office has several terms ("President
// Bush") stay side by side.
func (n *narrowing) offices(terms [][]Interval) {
	held := make([][]days, len(terms))
	for i, alternatives := range terms {
		for _, t := range alternatives {
			if d, ok := daysOf(t); ok {
				if m, ok := d.meet(n.days); ok {
					held[i] = append(held[i], m)
				}
			}
		}
	}
	best, most := beginning, 0
	var bearers []int
	for _, h := range slices.Concat(held...) {
		holding := inOffice(held, h.lo)
		if c := len(holding); c > most || c == most && h.lo > best {
			best, most, bearers = h.lo, c, holding
		}
	}
	var spans []days
	for _, h := range slices.Concat(held...) {
		if !slices.Equal(inOffice(held, h.lo), bearers) {
			continue
		}
		span := n.days
		for _, i := range bearers {
			for _, d := range held[i] {
				if d.lo <= h.lo && h.lo <= d.hi {
					span, _ = span.meet(d)
				}
			}
		}
		spans = append(spans, span)
	}
	if len(spans) == 0 {
		return
	}
	whole := spans[0]
	for _, s := range spans {
		whole = days{min(whole.lo, s.lo), max(whole.hi, s.hi)}
	}
	if n.add(whole, "office") {
		n.spans = spans
	}
}

// inOffice lists the people of whom some term holds on a day.
func inOffice(held [][]days, on day) []int {
	var is []int
	for i, terms := range held {
		if slices.ContainsFunc(terms, func(d days) bool { return d.lo <= on && on <= d.hi }) {
			is = append(is, i)
		}
	}
	return is
}

// references takes the latest past day that the text names in full: the report cannot be older.
func (n *narrowing) references(times []Time) {
	latest := beginning
	for _, t := range times {
		f, ok := t.value.(fixed)
		if !ok || !t.sure || t.dir == future || t.bound == until || t.bound == by || t.Kind == kindPeriod {
			continue
		}
		if f.lo <= n.days.hi && f.lo > latest {
			latest = f.lo
		}
	}
	if latest != beginning {
		n.add(days{latest, endless}, "reference")
	}
}

// candidates lists the days that the day and month of the dateline can be.
func (n *narrowing) candidates(dl *event.Dateline, times []Time) []day {
	if dl.Month == 0 || dl.Day == 0 {
		return nil
	}
	bounded := n.days.lo != beginning && n.days.hi != endless
	within := n.days
	if within.hi == endless {
		within.hi, _ = civil(lastNewsYear, 12, 31)
	}
	if within.lo == beginning {
		within.lo, _ = civil(firstNewsYear, 1, 1)
	}
	named := weekdayNumber(dl.Weekday)
	told, said := toldWeekday(times)
	var same, next []day
	first, _, _ := max(within.lo, 0).date()
	last, _, _ := max(within.hi, 0).date()
	for y := first; y <= last; y++ {
		d, ok := civil(y, dl.Month, dl.Day)
		switch {
		case !ok || d < within.lo || d > within.hi || !n.open(d):
		case named > 0 && d.weekday() != named:
		case named > 0 || !said || d.weekday() == told:
			same = append(same, d)
		case (d - 1).weekday() == told: // told a day later
			next = append(next, d)
		}
	}
	switch {
	case named == 0 && !said && !bounded:
		return nil // a day and month alone say nothing of the year
	case named == 0 && said:
		// What is told of a weekday is often printed the day after, and a wrong day is worse than two candidates.
		same = append(same, next...)
		slices.Sort(same)
	}
	if len(same) > 0 {
		n.basis = append(n.basis, "dateline")
		if named > 0 || said {
			n.basis = append(n.basis, "weekday")
		}
	}
	return same
}

// published writes the result.
func (n *narrowing) published(candidates []day) event.Published {
	d := n.days
	if len(candidates) > 0 {
		d = days{candidates[0], candidates[len(candidates)-1]}
	}
	if d.lo == beginning && d.hi == endless {
		return event.Published{}
	}
	p := event.Published{Earliest: d.lo.String(), Latest: d.hi.String(), Basis: n.basis}
	if d.single() {
		p.Weekday = weekdayName(d.lo)
		return p
	}
	for _, c := range candidates {
		p.Candidates = append(p.Candidates, c.String())
	}
	if len(candidates) > 0 && !slices.ContainsFunc(candidates, func(c day) bool { return c.weekday() != candidates[0].weekday() }) {
		p.Weekday = weekdayName(candidates[0])
	}
	return p
}

// datelineDays is what the dateline says in the given year: a day or a month.
func datelineDays(dl *event.Dateline, y int) (days, bool) {
	switch {
	case dl.Month == 0:
		return years(y, 1)
	case dl.Day == 0:
		return months(y, dl.Month, 1)
	}
	d, ok := civil(y, dl.Month, dl.Day)
	return days{d, d}, ok
}

// toldWeekday is the weekday that the report first tells its news of: without "last" or "next", not ahead.
func toldWeekday(times []Time) (int, bool) {
	for _, t := range times {
		v, ok := t.value.(dayOfWeek)
		if ok && v.rel == unknown && !v.chained && !v.inWeek && t.dir != future && t.bound == 0 {
			return v.n, t.Sentence <= 2
		}
	}
	return 0, false
}

func weekdayName(d day) string { return time.Weekday(d.weekday() % 7).String() }

// weekdayNumber reads the name of a weekday, also a short one; 0 where it is none.
func weekdayNumber(s string) int {
	for _, w := range tables().words[strings.ToLower(strings.TrimSuffix(strings.TrimSpace(s), "."))] {
		if w.class == "weekday" {
			return w.value
		}
	}
	return 0
}

// days reads the two ends of the evidence; an end that is missing is that of the other.
func (e Evidence) days() (days, bool) {
	lo, ok1 := written(e.Earliest)
	hi, ok2 := written(e.Latest)
	switch {
	case ok1 && ok2:
		return days{lo.lo, hi.hi}, lo.lo <= hi.hi
	case ok1 && e.Latest == "":
		return days{lo.lo, endless}, true
	case ok2 && e.Earliest == "":
		return days{beginning, hi.hi}, true
	}
	return days{}, false
}

// written reads a date as users, feeds and pages write it: ISO 8601 and RFC 3339, RFC 1123, or in words. The day is the
// local one that is written, whatever the zone.
func written(s string) (days, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 64 {
		s = strings.ToValidUTF8(s[:64], "")
	}
	if d, ok := digits(s); ok {
		return d, true
	}
	for _, t := range Find(s, []language.Sentence{{End: len(s)}}) {
		if f, ok := t.value.(fixed); ok {
			return days(f), true
		}
	}
	return days{}, false
}

// digits reads 20161011, 2016-10 and the like, which a text would not hold as a date.
func digits(s string) (days, bool) {
	var n []int
	for f := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '-' || r == '/' }) {
		v := 0
		for _, c := range []byte(f) {
			if !isDigit(c) || v > 1e8 {
				return days{}, false
			}
			v = 10*v + int(c-'0')
		}
		n = append(n, v)
	}
	switch {
	case len(n) == 1 && len(s) == 8:
		d, ok := civil(n[0]/10000, n[0]/100%100, n[0]%100)
		return days{d, d}, ok
	case len(n) == 1 && len(s) == 4:
		return years(n[0], 1)
	case len(n) == 2 && len(s) == 7:
		return months(n[0], n[1], 1)
	}
	return days{}, false
}
