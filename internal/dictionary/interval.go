package dictionary

import "strings"

// A date of a table is the days that it may mean: one, a month or a year; open where it has none.
type date struct {
	text        string
	first, last int
}

func readDate(text string, open int) date {
	if first, last, ok := dateDays(text); ok {
		return date{text, first, last}
	}
	return date{"", open, open}
}

func (d date) open() bool { return d.text == "" }

// agrees reports whether two dates may mean the same day, or days no farther apart than some.
func (d date) agrees(o date, days int) bool {
	return d.first-days <= o.last && o.first-days <= d.last
}

// A term is the time between two dates.
type term struct{ from, to date }

func readTerm(r *Row) term { return term{readDate(r.From, always), readDate(r.To, ever)} }

// shared counts the days that two terms have in common at most.
func (t term) shared(o term) int {
	return min(t.to.last, o.to.last) - max(t.from.first, o.from.first) + 1
}

// follows reports whether a term goes on where another ends, or before.
func (t term) follows(o term) bool {
	const gap = 31 // days between two offices of one government
	return t.from.first <= o.to.last+gap
}

func (t term) String() string {
	if t.from.open() && t.to.open() {
		return ""
	}
	return strings.TrimSpace(t.from.text + " – " + t.to.text)
}
