package archive_test

import (
	"path/filepath"
	"testing"

	"dyad/event"
	"dyad/internal/archive"
)

// TestWideInterval checks that an event of which only many years are known is kept and listed, but stands in no year.
func TestWideInterval(t *testing.T) {
	a, err := archive.Open(filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	per, chl := "PER", "CHL"
	row := func(id, date, end string) event.Event {
		return event.Event{
			ID: id, Event: "CONSULT", Date: date, EndDate: end, DateBasis: "published", QuadCode: 1, EventScale: 2.5,
			Actor: []event.Entity{{Text: "Peru", End: 4, Code: &per}, {Text: "Chile", Start: 9, End: 14, Code: &chl}},
		}
	}
	r := event.Report{
		ID: "r", Text: "Peru and Chile met.", Sentences: []event.Sentence{{End: 19}},
		Events: []event.Event{row("wide", "1987-09-03", "2026-09-03"), row("year", "1990-01-01", "1990-12-31"), row("day", "1991-05-04", "1991-05-04")},
	}
	if _, err := a.Add(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		filter archive.Filter
		want   string
	}{
		{archive.Filter{}, "wide year day "},
		{archive.Filter{Since: "1980"}, "year day "},
		{archive.Filter{Since: "1987", Until: "1987"}, ""},
		{archive.Filter{Undated: true}, "wide "},
	} {
		got := ""
		for row, err := range a.Events(t.Context(), c.filter) {
			if err != nil {
				t.Fatal(err)
			}
			got += row.ID + " "
		}
		if got != c.want {
			t.Errorf("%+v lists %q, want %q", c.filter, got, c.want)
		}
	}
	dyads, _, err := a.Dyads(t.Context(), archive.DyadFilter{})
	if err != nil || len(dyads) != 1 || dyads[0].Undated != 1 || dyads[0].First != "1990" || dyads[0].Last != "1991" {
		t.Errorf("dyads %+v, %v: want 1990 to 1991 with one undated", dyads, err)
	}
}
