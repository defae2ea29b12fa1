package web

import (
	"strconv"
	"strings"
	"time"
)

// dateText writes a day or an interval of days for people: "9 May 2016", "9–12 May 2016", "May 2016", "1951". What is no
// ISO date is given back as it is.
func dateText(from, to string) string {
	a, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return short(from)
	}
	b, err := time.Parse(time.DateOnly, to)
	if err != nil || !b.After(a) {
		return day(a)
	}
	switch {
	case a.YearDay() == 1 && b.Month() == time.December && b.Day() == 31:
		if a.Year() == b.Year() {
			return strconv.Itoa(a.Year())
		}
		return strconv.Itoa(a.Year()) + "–" + strconv.Itoa(b.Year())
	case a.Day() == 1 && b.Equal(a.AddDate(0, 1, -1)):
		return a.Format("January 2006")
	case a.Year() == b.Year() && a.Month() == b.Month():
		return strconv.Itoa(a.Day()) + "–" + day(b)
	case a.Year() == b.Year():
		return a.Format("2 January") + " – " + day(b)
	}
	return day(a) + " – " + day(b)
}

// publishedText writes the day of a report, of which an end may be open: "from 9 May 2016 on".
func publishedText(from, to string) string {
	switch {
	case from != "" && to == "":
		return "from " + dateText(from, "") + " on"
	case from == "" && to != "":
		return "until " + dateText(to, "")
	}
	return dateText(from, to)
}

func day(t time.Time) string { return t.Format("2 January 2006") }

// short writes a month or year: "2016-05" -> "May 2016".
func short(period string) string {
	if t, err := time.Parse("2006-01", period); err == nil {
		return t.Format("January 2006")
	}
	return period
}

// periodText names what a filter chose: "May 2016", "2014 to May 2016", "since 2014".
func periodText(from, to string) string {
	text := func(s string) string {
		if len(s) == len(time.DateOnly) {
			return dateText(s, "")
		}
		return short(s)
	}
	switch {
	case from == "" && to == "":
		return ""
	case from == to:
		return text(from)
	case from == "":
		return "until " + text(to)
	case to == "":
		return "since " + text(from)
	}
	return text(from) + " to " + text(to)
}

// year reads the year of an ISO date, 0 where there is none.
func year(s string) int {
	digits, _, _ := strings.Cut(s, "-")
	n, err := strconv.Atoi(digits)
	if err != nil || len(digits) != 4 {
		return 0
	}
	return n
}

func monthName(m int) string { return time.Month(m).String() }
