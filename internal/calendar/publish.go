package calendar

import (
	"slices"
	"strings"

	"dyad/event"
)

// The years that are searched where a day and month on a weekday are what is known: those since the Second World War, unless the report
// is surely older, up to five years behind the last happening of the tables. No clock is asked, for a text must be read tomorrow as it
// is read today. A year that has not come yet is a candidate that a reader can strike out; one left out would cost him the true day. Later than
// that the tables are of no use, and each year makes every answer wider. A test says when the tables have grown and this has to.
const firstYearAtAll, lastNewsYear = 1945, 2031

// trust is the order in which evidence is trusted and listed.
var trust = []string{"given", "feed", "page", "url", "dateline", "weekday", "office", "reference"}

// Publish dates the report from what there is. Evidence comes in the order of trust: what is known from outside, best
// first; the dateline; the terms of the offices that people named in the text hold (for each of them its terms, which must
// not touch); the clues that the text gives (see Clues); the dates it names.
//
// What is known from outside, and a dateline in full, are taken as they stand: evidence that agrees with what is more trusted narrows
// it; evidence that does not is left out. What the text tells is weighed, because each of it may deceive: somebody is named for
// what he once was, a date is that of something to come. The days for which most speaks are the answer. Basis lists what
// was used. Where several days remain they are candidates, and the interval holds them all.
func Publish(known []Evidence, dateline *event.Dateline, times []Time, terms [][]Interval, told ...Clue) event.Published {
	n := narrowing{days: days{beginning, endless}}
	var clues []Clue
	for _, e := range known {
		d, ok := e.days()
		switch {
		case !ok:
		case e.Basis == noticeBasis:
			clues = append(clues, n.notice(d))
		default:
			n.add(d, e.Basis)
		}
	}
	n.changed(known, times)
	if dateline != nil && dateline.Year > 0 {
		if d, ok := datelineDays(dateline, dateline.Year); ok {
			n.add(d, "dateline")
		}
	}
	if n.days.single() {
		return n.published()
	}
	clues = append(clues, references(times, n.days)...)
	for _, t := range terms {
		clues = append(clues, offices(t)...)
	}
	clues = append(clues, told...)
	if dateline != nil {
		if d, ok := happenings().cities[strings.ToLower(dateline.Place)]; ok { // the city had the name
			clues = append(clues, Clue{[]days{d}, holdingWeight, "reference"})
		}
	}
	n.weigh(clues, dateline, times)
	return n.published()
}

// Dated reports whether what is known from outside names one day, so that nothing need be read from the text.
func Dated(known []Evidence) bool {
	return slices.ContainsFunc(known, func(e Evidence) bool {
		d, ok := e.days()
		return ok && d.single() && e.Basis != noticeBasis
	})
}

// narrowing is an interval that evidence makes shorter, and what was used for it.
type narrowing struct {
	days    days
	spans   []days // the parts of days that what the text tells leaves; nil = all
	basis   []string
	listed  bool   // spans are single days
	noticed []days // the years of notices of copyright
}

func (n *narrowing) add(d days, basis ...string) bool {
	m, ok := n.days.meet(d)
	if !ok || m == n.days {
		return false
	}
	n.days = m
	n.used(basis...)
	return true
}

func (n *narrowing) used(basis ...string) {
	for _, b := range basis {
		if !slices.Contains(n.basis, b) {
			n.basis = append(n.basis, b)
		}
	}
}

// weigh narrows the days to those for which most of the clues speak.
func (n *narrowing) weigh(clues []Clue, dl *event.Dateline, times []Time) {
	clues = firm(clues, n.days)
	spans := likeliest(clues, n.days)
	dated := n.dated(dl, times, whole(spans))
	clues = append(clues, dated...)
	clues = append(clues, n.confirmed(dated)...)
	spans = likeliest(clues, n.days)
	if len(dated) == 0 {
		spans, clues = n.toldWithin(spans, clues, times)
	}
	final := whole(spans)
	var tried []Clue
	before := []days{n.days}
	order := []string{"page", "dateline", "weekday", "office", "reference"}
	if len(dated) == 0 { // the weekday chooses of the days that the others leave
		order = []string{"page", "dateline", "office", "reference", "weekday"}
	}
	for _, basis := range order {
		speaks := false
		for _, c := range clues {
			if c.basis == basis {
				tried = append(tried, c)
				speaks = speaks || !slices.ContainsFunc(spans, func(s days) bool { return !c.speaksFor(s) })
			}
		}
		after := likeliest(tried, n.days)
		if speaks && !slices.Equal(after, before) {
			n.used(basis)
		}
		before = after
	}
	n.listed = fewDays(spans, len(dated) > 0)
	n.days, n.spans = final, spans
}

// maxListed is how many days are listed as candidates where they do not come from a dateline.
const maxListed = 7

// maxDated is how many days of a dateline are listed at most.
const maxDated = 40

// fewDays says whether what is left is so many single days that they can be listed.
func fewDays(spans []days, dated bool) bool {
	if spans[0].lo == beginning || spans[len(spans)-1].hi == endless {
		return false
	}
	total := day(0)
	for _, s := range spans {
		total += s.hi - s.lo + 1
	}
	return total > 1 && (total <= maxListed || dated && total == day(len(spans)) && total <= maxDated)
}

// published writes the result.
func (n *narrowing) published() event.Published {
	d := n.days
	if d.lo == beginning && d.hi == endless {
		return event.Published{}
	}
	slices.SortFunc(n.basis, func(a, b string) int { return slices.Index(trust, a) - slices.Index(trust, b) })
	v := d.interval()
	p := event.Published{Earliest: v.Earliest, Latest: v.Latest, Basis: n.basis}
	if d.single() {
		p.Weekday = weekdayName(d.lo)
		return p
	}
	if !n.listed {
		return p
	}
	for _, s := range n.spans {
		for c := s.lo; c <= s.hi; c++ {
			p.Candidates = append(p.Candidates, c.String())
		}
	}
	if !slices.ContainsFunc(n.spans, func(s days) bool { return !s.single() || s.lo.weekday() != d.lo.weekday() }) {
		p.Weekday = weekdayName(d.lo)
	}
	return p
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

// weekdayNumber reads the name of a weekday, also a short one; 0 where it is none.
func weekdayNumber(s string) int {
	for _, w := range tables().words[strings.ToLower(strings.TrimSuffix(strings.TrimSpace(s), "."))] {
		if w.class == "weekday" {
			return w.value
		}
	}
	return 0
}
