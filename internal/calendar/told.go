package calendar

import (
	"slices"
	"time"

	"dyad/event"
)

// Clues from what stands beside every report: its dateline, the weekdays it tells of, the dates it names, the offices of
// the people in it, the notice of copyright.

// noticeBasis marks the year of a notice of copyright, which is weaker than what is known from outside otherwise.
const noticeBasis = "copyright"

// notice reads the year of a notice of copyright: the report is not of a later one. It may be of that one, which nothing but a
// dateline of which the weekday fits can confirm (see confirmed).
func (n *narrowing) notice(d days) Clue {
	if d.lo != beginning {
		n.noticed = append(n.noticed, d)
	}
	return Clue{[]days{{beginning, d.hi}}, pastWeight, "page"}
}

// confirmed makes clues of the years of notices in which a day of the dateline is one of the weekday told.
func (n *narrowing) confirmed(dated []Clue) []Clue {
	var clues []Clue
	for _, c := range dated {
		for _, year := range n.noticed {
			if c.basis == "weekday" && slices.ContainsFunc(c.spans, func(s days) bool { return year.lo <= s.lo && s.hi <= year.hi }) {
				clues = append(clues, Clue{[]days{year}, supposedWeight, "page"})
			}
		}
	}
	return clues
}

// changed reads the day on which a page was changed last: it is the report's, or that after, where the weekday that the
// report first tells of is the one or the other.
func (n *narrowing) changed(known []Evidence, times []Time) {
	told, _ := toldWeekday(times)
	if told == 0 || n.days.lo != beginning || n.days.hi == endless {
		return
	}
	if !slices.ContainsFunc(known, func(e Evidence) bool { return e.Earliest == "" && e.Basis != noticeBasis }) {
		return
	}
	if back := day(floorMod(n.days.hi.weekday()-told, 7)); back <= 1 {
		n.add(days{n.days.hi - back, n.days.hi}, "weekday")
	}
}

// leaving is for how many days after the end of a term a report may still call somebody by his office: he has resigned,
// was killed, or hands over.
const leaving = 10

// offices makes clues of the terms of one person: his term has begun, unless the words mean a namesake, and if nothing else
// tells of later days it has not ended.
func offices(terms []Interval) []Clue {
	var held []days
	for _, t := range terms {
		if d, ok := daysOf(t); ok {
			if d.hi != endless {
				d.hi += leaving
			}
			held = append(held, d)
		}
	}
	held = joined(held)
	if len(held) == 0 {
		return nil
	}
	return []Clue{{held, holdingWeight, "office"}, from(held[0].lo, pastWeight, "office")}
}

// Standing makes clues of the times of states and organisations that a report tells of as acting, each those of one name: they are
// there when it is written. What is no more may be told of all the same, and what is not yet there has had its name before; so
// all of them together speak once for an end, the latest, and the two that began last for a beginning.
func Standing(lives [][]Interval) []Clue {
	ends, first, second := beginning, beginning, beginning
	for _, l := range lives {
		whole := days{endless, beginning}
		for _, i := range l {
			if d, ok := daysOf(i); ok {
				whole = whole.hull(d)
			}
		}
		if whole.lo > whole.hi {
			continue
		}
		if whole.hi != endless {
			ends = max(ends, whole.hi+leaving)
		}
		switch {
		case whole.lo > first:
			first, second = whole.lo, first
		case whole.lo > second && whole.lo < first:
			second = whole.lo
		}
	}
	var clues []Clue
	if ends != beginning && ends >= first {
		clues = append(clues, Clue{[]days{{beginning, ends}}, supposedWeight, "reference"})
	}
	for _, d := range []day{first, second} {
		if d != beginning {
			clues = append(clues, from(d, holdingWeight, "reference"))
		}
	}
	return clues
}

// references reads the dates that the text names in full: the report is not older than the latest past one. A date that no tense
// puts into the past says so less surely.
func references(times []Time, within days) []Clue {
	var latest [2][2]day // of those surely past, of the others: the last and the last but one
	for k := range latest {
		latest[k] = [2]day{beginning, beginning}
	}
	for _, t := range times {
		f, ok := t.value.(fixed)
		if !ok || !t.sure || f.lo > within.hi || t.dir == future || t.open || t.bound == until || t.bound == by || t.Kind == kindPeriod {
			continue
		}
		l := &latest[0]
		if t.dir != past {
			l = &latest[1]
		}
		switch {
		case f.lo > l[0]:
			l[0], l[1] = f.lo, l[0]
		case f.lo > l[1] && f.lo < l[0]:
			l[1] = f.lo
		}
	}
	var clues []Clue
	for k, weight := range [...]int{pastWeight, holdingWeight} {
		for _, d := range latest[k] {
			if d != beginning {
				clues = append(clues, from(d, weight, "reference"))
			}
		}
	}
	return clues
}

// dated makes clues of a dateline without year: its day and month in every year that comes into question, and of these days
// those on which the weekday fits. likely is what the other clues leave.
func (n *narrowing) dated(dl *event.Dateline, times []Time, likely days) []Clue {
	if dl == nil || dl.Year != 0 || dl.Month == 0 || dl.Day == 0 {
		return nil
	}
	named := weekdayNumber(dl.Weekday)
	told, doubtful := toldWeekday(times)
	said := told != 0
	if named == 0 && !said && (likely.lo == beginning || likely.hi == endless) {
		return nil // a day and month alone say nothing of the year
	}
	first, last := firstYearAtAll, lastNewsYear
	if likely.hi != endless && likely.hi.year() < first {
		first = likely.hi.year() - longestOffice
	}
	if likely.lo != beginning {
		last = max(last, likely.lo.year())
	}
	var all, fit, near []days
	for y := first; y <= last; y++ {
		d, ok := civil(y, dl.Month, dl.Day)
		if !ok {
			continue
		}
		all = append(all, days{d, d})
		// What is told of a weekday is often printed the day after, and a wrong day is worse than two candidates.
		if d.weekday() == named || named == 0 && said && (newsOf(d, told, 1) || newsOf(d, doubtful, 1)) {
			fit = append(fit, days{d, d})
		}
		if named == 0 && said && newsOf(d, told, longestDelay) {
			near = append(near, days{d, d})
		}
	}
	clues := []Clue{{all, datedWeight, "dateline"}}
	switch {
	case named > 0 && len(fit) > 0:
		clues = append(clues, Clue{fit, datedWeight, "weekday"})
	case len(fit) > 0:
		clues = append(clues, Clue{near, supposedWeight, "weekday"}, Clue{fit, delayWeight, "weekday"})
	}
	return clues
}

// longestDelay is for how many days a report may tell of a weekday as news.
const longestDelay = 3

// longestOffice is for how many years before the latest day a report is searched for that is older than news kept in digital form.
const longestOffice = 40

// year gives the year of a day that can be written.
func (d day) year() int {
	y, _, _ := d.date()
	return y
}

// fewWeeks is how long a stretch may be for the weekday told to choose days of it without a dateline.
const fewWeeks = 14

// toldWithin narrows a stretch of some days to those that fit the weekday the report first tells of: that day and the one
// after.
func (n *narrowing) toldWithin(spans []days, clues []Clue, times []Time) ([]days, []Clue) {
	d := whole(spans)
	told, doubtful := toldWeekday(times)
	if told == 0 || d.hi-d.lo > fewWeeks || d.hi-d.lo < 2 {
		return spans, clues
	}
	var fit []days
	for at := d.lo; at <= d.hi; at++ {
		if newsOf(at, told, 1) || newsOf(at, doubtful, 1) {
			fit = append(fit, days{at, at})
		}
	}
	with := append(slices.Clone(clues), Clue{joined(fit), countedWeight, "weekday"})
	narrow := likeliest(with, n.days)
	if whole(narrow).single() { // at the edge of what is likely: too little for one day
		return spans, clues
	}
	return narrow, with
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

// toldWeekday is the weekday that the report first tells its news of: without "last" or "next", not ahead. One that its first
// sentence seems to tell of ahead may be that of the news too; it is doubtful, 0 where there is none.
func toldWeekday(times []Time) (told, doubtful int) {
	for _, t := range times {
		v, ok := t.value.(dayOfWeek)
		switch {
		case !ok || v.rel != unknown || v.chained || v.inWeek || t.bound != 0:
		case t.Sentence > 2:
			return 0, 0
		case t.dir != future:
			return v.n, doubtful
		case t.Sentence == 0 && doubtful == 0:
			doubtful = v.n
		}
	}
	return 0, 0
}

// newsOf says whether a report of a day tells of a weekday as news of at most some days ago.
func newsOf(d day, weekday, delay int) bool {
	return weekday != 0 && floorMod(d.weekday()-weekday, 7) <= delay
}

func weekdayName(d day) string { return time.Weekday(d.weekday() % 7).String() }
