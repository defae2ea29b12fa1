package coder

import (
	"testing"

	"dyad/event"
	"dyad/internal/calendar"
	"dyad/internal/relation"
)

func TestMergeDates(t *testing.T) {
	row := func(date, basis string) event.Event {
		return event.Event{Date: date, EndDate: date, DateBasis: basis}
	}
	plan := &event.Planned{Date: "2011-06-01", EndDate: "2011-06-30"}
	for _, c := range []struct {
		name        string
		row, again  event.Event
		date, basis string
	}{
		{"a date for none", row("", "none"), row("2011-05-16", "inherited"), "2011-05-16", "inherited"},
		{"none for a date", row("2011-05-16", "inherited"), row("", "none"), "2011-05-16", "inherited"},
		{"what is said beats what is inferred", row("2011-05-18", "published"), row("2011-05-16", "expression"), "2011-05-16", "expression"},
		{"what is said stays", row("2011-05-16", "expression"), row("2011-05-17", "expression"), "2011-05-16", "expression"},
		{"what is inferred beats nothing said", row("2011-05-16", "expression"), row("2011-05-18", "published"), "2011-05-16", "expression"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.again.Planned = plan
			mergeDates(&c.row, &c.again)
			if c.row.Date != c.date || c.row.EndDate != c.date || c.row.DateBasis != c.basis {
				t.Errorf("got %s..%s %s, want %s %s", c.row.Date, c.row.EndDate, c.row.DateBasis, c.date, c.basis)
			}
			if c.row.Planned != plan {
				t.Error("the planned time is lost")
			}
		})
	}
}

func TestTimed(t *testing.T) {
	for _, c := range []struct {
		event string
		want  calendar.Act
	}{
		{"ACCUSE", calendar.Act{Answers: true}},
		{"REQUEST", calendar.Act{Answers: true}},
		{"AGREE", calendar.Act{Answers: true, Stands: true}},
		{"ASSAULT", calendar.Act{}},
	} {
		if got := timed(&relation.Candidate{Event: c.event}); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.event, got, c.want)
		}
	}
	if got := timed(&relation.Candidate{Event: "ASSAULT", Aux: "negation", Ongoing: true, Sentence: 2, Head: 3}); got != (calendar.Act{Sentence: 2, Predicate: 3, Negated: true, Ongoing: true}) {
		t.Errorf("got %+v", got)
	}
}

// A report speaks of its days as seen from its dateline, though it was printed a day later.
func TestDaysFromTheDateline(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Code(t.Context(), event.Document{
		Raw:       []byte("OSLO, March 3 (Fjord Wire) - Norway expelled two Chilean diplomats two days ago."),
		Published: "1994-03-04",
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Times) != 1 || r.Times[0].Earliest != "1994-03-01" || len(r.Events) != 1 || r.Events[0].Date != "1994-03-01" {
		t.Errorf("times %+v, events %+v", r.Times, r.Events)
	}
}

// What is only possible has not happened on any day.
func TestHypotheticalHasNoDay(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Code(t.Context(), event.Document{
		Raw:       []byte("OSLO - Chile would have bombed the port on Monday if Peru had expelled its ambassador, a Norwegian newspaper wrote."),
		Published: "1994-03-04",
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Events) == 0 {
		t.Fatal("no event")
	}
	for _, e := range r.Events {
		if e.Aux == nil || *e.Aux != "hypothetical" || e.Date != "" || e.DateBasis != "none" {
			t.Errorf("%s %v: %s (%s)", e.Event, e.Aux, e.Date, e.DateBasis)
		}
	}
}
