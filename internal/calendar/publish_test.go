package calendar

import (
	"slices"
	"strings"
	"testing"

	"dyad/event"
	"dyad/internal/language"
)

func TestPublish(t *testing.T) {
	for _, c := range []struct {
		name     string
		known    []Evidence
		dateline *event.Dateline
		text     string
		terms    [][]Interval
		want     string // earliest..latest basis candidates
	}{
		{name: "nothing", want: ".. "},
		{name: "given", known: []Evidence{{"2011-05-18", "2011-05-18", "given"}}, want: "2011-05-18..2011-05-18 given"},
		{name: "RFC 3339 keeps its local day", known: []Evidence{{"2016-10-11T23:30:00-08:00", "2016-10-11T23:30:00-08:00", "feed"}}, want: "2016-10-11..2016-10-11 feed"},
		{name: "RFC 1123", known: []Evidence{{"Tue, 11 Oct 2016 08:00:00 GMT", "", "feed"}}, want: "2016-10-11.. feed"},
		{name: "RFC 1123 twice", known: []Evidence{{"Tue, 11 Oct 2016 08:00:00 GMT", "Tue, 11 Oct 2016 08:00:00 GMT", "feed"}}, want: "2016-10-11..2016-10-11 feed"},
		{name: "cut off behind the day", known: []Evidence{{"2016-10-11T", "2016-10-11T", "given"}}, want: ".. "},
		{name: "no such day", known: []Evidence{{"2011-02-30", "2011-02-30", "given"}}, want: ".. "},
		{name: "month and dateline", known: []Evidence{{"2016-10-01", "2016-10-31", "url"}}, dateline: &event.Dateline{Month: 10, Day: 11}, want: "2016-10-11..2016-10-11 url dateline"},
		{name: "the more trusted wins", known: []Evidence{{"2016-10-11", "2016-10-11", "given"}, {"2017-01-01", "2017-01-01", "page"}}, want: "2016-10-11..2016-10-11 given"},
		{name: "full dateline", dateline: &event.Dateline{Year: 1972, Month: 2, Day: 21}, want: "1972-02-21..1972-02-21 dateline"},
		{name: "day and month alone", dateline: &event.Dateline{Month: 8, Day: 4}, want: ".. "},
		{name: "weekday in the dateline", dateline: &event.Dateline{Month: 8, Day: 4, Weekday: "Saturday"}, want: "1945-08-04..2029-08-04 dateline weekday 1945-08-04 1951-08-04 1956-08-04 1962-08-04 1973-08-04 1979-08-04 1984-08-04 1990-08-04 2001-08-04 2007-08-04 2012-08-04 2018-08-04 2029-08-04"},
		{name: "weekday and office", dateline: &event.Dateline{Month: 8, Day: 4, Weekday: "Sat."}, terms: [][]Interval{{{"2013-08-03", "2021-08-03"}}}, want: "2018-08-04..2018-08-04 dateline weekday office"},
		{name: "told weekday may be the day before", dateline: &event.Dateline{Month: 3, Day: 19}, text: "They lifted it on Monday.", terms: [][]Interval{{{"1973-09-22", "1977-01-20"}}}, want: "1974-03-19..1974-03-19 dateline weekday office"},
		{name: "offices", terms: [][]Interval{{{"2013-08-03", "2021-08-03"}}, {{"2012-05-08", "2020-01-16"}}}, want: "2013-08-03..2020-01-26 office"},
		{name: "a former office", terms: [][]Interval{{{"1981-01-20", "1989-01-20"}}, {{"2013-08-03", "2021-08-03"}}, {{"2012-05-08", "2020-01-16"}}}, want: "2013-08-03..2020-01-26 office"},
		{name: "an office held twice", dateline: &event.Dateline{Month: 5, Day: 14, Weekday: "Tuesday"}, terms: [][]Interval{{{"1989-01-20", "1993-01-20"}, {"2001-01-20", "2009-01-20"}}}, want: "1991-05-14..2002-05-14 dateline weekday office 1991-05-14 2002-05-14"},
		{name: "a second person tells which term", terms: [][]Interval{{{"1989-01-20", "1993-01-20"}, {"2001-01-20", "2009-01-20"}}, {{"1985-03-11", "1991-12-25"}}}, want: "1989-01-20..1992-01-04 office"},
		{name: "reference", text: "They signed it on 3 May 2016, after talks in 2015.", want: "2016-05-03.. reference"},
		{name: "a number is no reference", text: "They sent 2016 tents.", want: ".. "},
	} {
		t.Run(c.name, func(t *testing.T) {
			times := Find(c.text, language.Tokenize(c.text))
			p := Publish(c.known, c.dateline, times, c.terms)
			got := p.Earliest + ".." + p.Latest + " " + strings.Join(slices.Concat(p.Basis, p.Candidates), " ")
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// The years that are searched go on for some time after the tables end, and not for long.
func TestLastNewsYear(t *testing.T) {
	last := 0
	for _, h := range happenings().list {
		if h.lo.valid() {
			last = max(last, h.lo.year())
		}
	}
	if lastNewsYear-last < 3 || lastNewsYear-last > 6 {
		t.Errorf("the tables end in %d: let lastNewsYear, which is %d, be five years later", last, lastNewsYear)
	}
}

// Evidence never makes the interval longer, and agreeing evidence keeps the day it names.
func TestPublishNarrows(t *testing.T) {
	days := []string{"1999-12-31", "2000-01-01", "2000-02-29", "2001-07-15"}
	for _, day := range days {
		for _, year := range []string{"1999", "2000", "2001"} {
			p := Publish([]Evidence{{year + "-01-01", year + "-12-31", "url"}, {day, day, "page"}}, nil, nil, nil)
			want := Interval{year + "-01-01", year + "-12-31"}
			if strings.HasPrefix(day, year) {
				want = Interval{day, day}
			}
			if got := (Interval{p.Earliest, p.Latest}); got != want {
				t.Errorf("%s within %s: got %v, want %v", day, year, got, want)
			}
		}
	}
}

// Whatever a text says, the days are in order, the basis is one of the words of the record, and every candidate lies inside.
func FuzzPublish(f *testing.F) {
	for _, s := range []string{
		"Six years after the 1988 ceasefire they met on Saturday, 12 March 1994.", "They met on the 20th anniversary of the fall of the Berlin Wall.",
		"In its third year since 9999 they met on Monday 300 years after 0001.", "a century ago, in 1 and a million years after 2000",
		"Three thousand years after the Korean War that began in 1950, ten years ago today.", "© 0000 today, 2999 years after 1 January 9999",
	} {
		f.Add(s, 8, 4, "Saturday", "", "2011-12-31")
	}
	f.Fuzz(func(t *testing.T, text string, month, dom int, weekday, earliest, latest string) {
		sents := language.Tokenize(text)
		times := Find(text, sents)
		for _, dl := range []*event.Dateline{nil, {Month: month, Day: dom, Weekday: weekday}} {
			p := Publish([]Evidence{{earliest, latest, "copyright"}}, dl, times, [][]Interval{{{earliest, latest}}},
				append(Clues(text, sents, times), Standing([][]Interval{{{earliest, latest}}})...)...)
			if p.Earliest != "" && p.Latest != "" && p.Earliest > p.Latest {
				t.Errorf("%s after %s", p.Earliest, p.Latest)
			}
			if len(p.Candidates) > maxDated || !slices.IsSorted(p.Candidates) {
				t.Errorf("candidates %v", p.Candidates)
			}
			for _, c := range p.Candidates {
				if c < p.Earliest || c > p.Latest {
					t.Errorf("%s outside %s..%s", c, p.Earliest, p.Latest)
				}
			}
			for _, b := range p.Basis {
				if !slices.Contains(trust, b) {
					t.Errorf("basis %q", b)
				}
			}
		}
	})
}

func TestDated(t *testing.T) {
	for _, c := range []struct {
		known []Evidence
		want  bool
	}{
		{nil, false},
		{[]Evidence{{"2016-10-11", "2016-10-11", "given"}}, true},
		{[]Evidence{{"2016-10-01", "2016-10-31", "url"}}, false},
		{[]Evidence{{"", "2016-10-11", "page"}}, false},
		{[]Evidence{{"2016-01-01", "2016-12-31", "url"}, {"2016-10-11", "2016-10-11", "page"}}, true},
	} {
		if got := Dated(c.known); got != c.want {
			t.Errorf("%v: got %v", c.known, got)
		}
	}
}
