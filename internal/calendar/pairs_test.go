package calendar

import (
	"slices"
	"strings"
	"testing"

	"dyad/event"
	"dyad/internal/language"
)

// publishedFrom dates a text from its words, its dateline and the time of an office.
func publishedFrom(model *language.Model, text string, dl *event.Dateline, terms [][]Interval) event.Published {
	sents := model.Parse(text)
	times := Find(text, sents)
	return Publish(nil, dl, times, terms, Clues(text, sents, times)...)
}

// A weekday with day and month in the head of a report leaves the years in which that day is that weekday.
func TestPairs(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	eighties, nineties := [][]Interval{{{"1981-01-20", "1989-01-20"}}}, [][]Interval{{{"1993-01-20", "2001-01-20"}}}
	for _, c := range []struct {
		name, text string
		dateline   *event.Dateline
		terms      [][]Interval
		want       string
	}{
		{name: "past", text: "The ministers met on Saturday, August 4, in Oslo.", terms: eighties, want: "1984-08-04..1984-08-11 weekday office"},
		{name: "alone", text: "The ministers met on Saturday, August 4, in Oslo.", want: "1945-08-04..2029-08-11 weekday"},
		{name: "day before month", text: "The ministers signed a treaty on Friday, 3 March.", terms: nineties, want: "1995-03-03..2000-03-10 weekday office"},
		{name: "in brackets", text: "The ministers met this week (Tuesday 5 July) in Oslo.", terms: nineties, want: "1994-07-05..1994-07-12 weekday office"},
		{name: "the date in brackets", text: "The ministers met on Friday (3 March) in Oslo.", terms: nineties, want: "1995-03-03..2000-03-10 weekday office"},
		{name: "the weekday behind", text: "The ministers met on 3 March, a Friday.", terms: nineties, want: "1995-03-03..2000-03-10 weekday office"},
		{name: "coming", text: "The ministers will meet on Saturday, August 4, in Oslo.", terms: eighties, want: "1984-02-03..1984-08-04 weekday office"},
		{name: "past and coming", text: "The ministers met on Friday, March 3, in Oslo.\n\nThe king was there.\n\nThey will meet again on Monday, March 6.", terms: nineties, want: "1995-03-03..2000-03-06 weekday office"},
		{name: "two that leave one year", text: "The ministers met on Wednesday, February 25, and on Tuesday, March 3, in Oslo.", terms: nineties, want: "1998-03-03..1998-03-10 weekday office"},
		{name: "with the dateline", text: "The ministers met on Friday, March 3, in Oslo.", dateline: &event.Dateline{Month: 3, Day: 5}, terms: nineties, want: "1995-03-05..2000-03-05 dateline weekday office 1995-03-05 2000-03-05"},
		{name: "weeks before the dateline", text: "The ministers met on Friday, March 3, in Oslo.", dateline: &event.Dateline{Month: 3, Day: 29}, terms: nineties, want: "1995-03-29..2000-03-29 dateline weekday office 1995-03-29 2000-03-29"},
		{name: "a weekday in the dateline", text: "The ministers met on Saturday, February 26, in Oslo.", dateline: &event.Dateline{Month: 3, Day: 1, Weekday: "Wednesday"}, terms: nineties, want: "2000-03-01..2000-03-01 dateline weekday office"},
		{name: "a dateline in another part of the year", text: "The ministers met on Friday, March 3, in Oslo.", dateline: &event.Dateline{Month: 10, Day: 2}, terms: [][]Interval{{{"1998-01-01", "1998-12-31"}}}, want: "1998-10-02..1998-10-02 dateline office"},
		// and what says nothing of the year
		{name: "years are counted", text: "The ministers met a year after the truce of Friday, March 3.", want: ".. "},
		{name: "far down", text: "The ministers met in Oslo.\n\nThe king was there.\n\nThey met on Friday, March 3, in Riga.", want: ".. "},
		{name: "in what somebody says", text: "“I met them on Friday, March 3,” the king said.", want: ".. "},
		{name: "no weekday", text: "The ministers met on March 3 in Oslo.", want: ".. "},
		{name: "another day beside it", text: "The ministers met on Friday and left on March 3.", want: ".. "},
		{name: "a day that does not come", text: "The ministers met on Friday, February 30.", want: ".. "},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := publishedFrom(model, c.text, c.dateline, c.terms)
			if got := p.Earliest + ".." + p.Latest + " " + strings.Join(slices.Concat(p.Basis, p.Candidates), " "); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}
