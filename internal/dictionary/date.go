package dictionary

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Days are counted from 1 January of the year 1; an open end is one of these.
const (
	always = -1 << 30
	ever   = 1 << 30
)

func dayNumber(t time.Time) int { return int(t.Unix() / 86400) }

// dayText writes a day as YYYY-MM-DD, "" for an open end.
func dayText(d int) string {
	if d <= always || d >= ever {
		return ""
	}
	return time.Unix(int64(d)*86400, 0).UTC().Format("2006-01-02")
}

// pivot is the last year of two digits that is read as of this century, as the coders of the format do: 30 is 2030, 31
// is 1931.
const pivot = 30

// petrarchDay reads a date of a PETRARCH dictionary: YYMMDD or YYYYMMDD.
func petrarchDay(s string) (int, error) {
	full := s
	switch len(s) {
	case 6:
		yy, err := strconv.Atoi(s[:2])
		if err != nil {
			return 0, fmt.Errorf("%q is no date", s)
		}
		full = "20" + s
		if yy > pivot {
			full = "19" + s
		}
	case 8:
	default:
		return 0, fmt.Errorf("the date %s has %d digits", s, len(s))
	}
	t, err := time.Parse("20060102", full)
	if err != nil {
		return 0, fmt.Errorf("%s is no day of the calendar", s)
	}
	return dayNumber(t), nil
}

// petrarchTerm reads the dates of a code: "" (always), "<D" (until), ">D" (since) or "D-D".
func petrarchTerm(s string) (from, to int, err error) {
	from, to = always, ever
	switch {
	case s == "":
		return from, to, nil
	case s[0] == '<':
		to, err = petrarchDay(s[1:])
		return from, to, err
	case s[0] == '>':
		from, err = petrarchDay(s[1:])
		return from, to, err
	}
	a, b, ok := strings.Cut(s, "-")
	if !ok {
		return from, to, fmt.Errorf("%q is a single date without < or >", s)
	}
	if from, err = petrarchDay(a); err != nil {
		return from, to, err
	}
	if to, err = petrarchDay(b); err != nil {
		return from, to, err
	}
	if from > to {
		err = fmt.Errorf("the term ends on %s before it begins on %s", b, a)
	}
	return from, to, err
}

// A span is the days from one to another, both included.
type span struct{ from, to int }

// without gives what is left of a span outside others. A single shared day, that on which one term ends and the next begins, is
// left to both.
func (s span) without(others []span) []span {
	left := []span{s}
	for _, o := range others {
		var next []span
		for _, l := range left {
			if min(l.to, o.to) <= max(l.from, o.from) && (l.from != l.to || l.from < o.from || l.to > o.to) {
				next = append(next, l) // apart, or touching
				continue
			}
			if l.from < o.from {
				next = append(next, span{l.from, o.from - 1})
			}
			if l.to > o.to {
				next = append(next, span{o.to + 1, l.to})
			}
		}
		left = next
	}
	return left
}
