package archive

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/event"
	"dyad/internal/archive/archivetest"
)

func entity(code_, name string, sector ...string) event.Entity {
	e := event.Entity{Name: name, Text: name, Sector: sector}
	if code_ != "" {
		e.Code = &code_
	}
	return e
}

// small is an archive whose rows can be counted by hand.
func small(t testing.TB) *Archive {
	t.Helper()
	a := open(t)
	irn, rus, tur := entity("IRN", "Iran", "GOV"), entity("RUS", "Russia", "GOV"), entity("TUR", "Türkiye", "GOV")
	army, rebels := entity("TUR", "Turkish army", "MIL"), entity("", "gunmen", "UAF")
	list := func(e ...event.Entity) []event.Entity { return e }
	aux := func(s string) *string { return &s }
	events := []event.Event{
		{ID: "visit", Event: "CONSULT", Mode: []string{"visit"}, Actor: list(irn), Recipient: list(rus), QuadCode: 1, EventScale: 4, Date: "2016-05-09", DateBasis: "expression", Confidence: 0.9},
		{ID: "talks", Event: "CONSULT", Mode: []string{"multilateral", "phone"}, Actor: list(rus, tur, irn), QuadCode: 1, EventScale: 2.5, Date: "2016-12-31", EndDate: "2017-01-02", DateBasis: "expression"},
		{ID: "blame", Event: "ACCUSE", Context: []string{"maritime"}, Actor: list(rus, tur), Recipient: list(irn), QuadCode: 3, EventScale: -3, Date: "2017-01-01", DateBasis: "published", Ongoing: true},
		{ID: "plan", Event: "AGREE", Aux: aux("future"), Actor: list(irn), Recipient: list(rus), QuadCode: 1, Date: "2017-02-01"},
		{ID: "denied", Event: "ASSAULT", Aux: aux("negation"), Actor: list(irn), Recipient: list(rus), QuadCode: 4},
		{ID: "maybe", Event: "ASSAULT", Aux: aux("hypothetical"), Actor: list(irn), Recipient: list(rus), QuadCode: 4, Date: "2017-02-03"},
		{ID: "treaty", Event: "COOPERATE", Aux: aux("historical"), Actor: list(irn, rus), QuadCode: 2, Date: "1921-02-26"},
		{ID: "raid", Event: "ASSAULT", Actor: list(rebels), Recipient: list(army), QuadCode: 4, EventScale: -9},
		{ID: "clash", Event: "ASSAULT", Actor: list(irn), Recipient: list(entity("IRN", "strikers", "LAB")), QuadCode: 4, EventScale: -9, Date: "2016-01-01"},
		{ID: "undated", Event: "AID", Actor: list(rus), Recipient: list(irn), QuadCode: 2, EventScale: 10},
	}
	fill(t, a, []event.Report{{ID: "r1", Source: event.Source{Outlet: "Example Post"}, Published: event.Published{Earliest: "2017-01-02"}, Events: events}})
	return a
}

func TestEventsFilter(t *testing.T) {
	a := small(t)
	tests := []struct {
		name string
		f    Filter
		want string
	}{
		{"default", Filter{}, "clash visit talks blame plan maybe denied raid undated"},
		{"newest", Filter{Newest: true}, "maybe plan blame talks visit clash denied raid undated"},
		{"historical too", Filter{IncludeHistorical: true, Between: [2]string{"rus", "IRN"}}, "treaty visit talks blame plan maybe denied undated"},
		{"between, either order", Filter{Between: [2]string{"IRN", "RUS"}}, "visit talks blame plan maybe denied undated"},
		{"co-actors with a recipient are no dyad", Filter{Between: [2]string{"RUS", "TUR"}}, "talks"},
		{"within one country", Filter{Between: [2]string{"IRN", "IRN"}}, "clash"},
		{"one of a pair", Filter{Between: [2]string{"", "TUR"}}, "talks blame raid"},
		{"actor by code", Filter{Actor: "tur"}, "talks blame"},
		{"actor by name", Filter{Actor: "Turkiye"}, "talks blame"},
		{"recipient by words of a name", Filter{Recipient: "ARMY turkish"}, "raid"},
		{"actor without country", Filter{Actor: "gunmen"}, "raid"},
		{"no such actor", Filter{Actor: "%"}, ""},
		{"type", Filter{Type: []string{"AID", "ACCUSE"}}, "blame undated"},
		{"mode", Filter{Mode: []string{"phone"}}, "talks"},
		{"context", Filter{Context: []string{"maritime"}}, "blame"},
		{"quad", Filter{Quad: []int{2, 3}}, "blame undated"},
		{"happened", Filter{Aux: []string{"happened"}}, "clash visit talks blame raid undated"},
		{"status", Filter{Aux: []string{"negation", "historical"}}, "treaty denied"},
		{"since a year", Filter{Since: "2017"}, "blame plan maybe"},
		{"until a year holds all of it", Filter{Until: "2016"}, "clash visit talks"},
		{"a month", Filter{Since: "2017-02", Until: "2017-02"}, "plan maybe"},
		{"a day", Filter{Since: "2017-01-01", Until: "2017-01-01"}, "blame"},
		{"undated", Filter{Undated: true}, "denied raid undated"},
		{"ongoing", Filter{Ongoing: true}, "blame"},
		{"outlet", Filter{Outlet: "example post", Limit: 1}, "clash"},
		{"page", Filter{Limit: 2, Offset: 2}, "talks blame"},
		{"confidence", Filter{MinConfidence: 0.5}, "visit"},
		{"id", Filter{ID: "raid"}, "raid"},
	}
	for _, test := range tests {
		var ids []string
		for row, err := range a.Events(t.Context(), test.f) {
			if err != nil {
				t.Fatalf("%s: %v", test.name, err)
			}
			ids = append(ids, row.ID)
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		n := 0
		counts, err := a.CountEvents(t.Context(), test.f)
		for _, c := range counts {
			n += c
		}
		if err != nil || test.f.Limit == 0 && n != len(ids) {
			t.Errorf("%s: CountEvents = %v, %v", test.name, counts, err)
		}
	}
	for _, f := range []Filter{{Since: "yesterday"}, {Until: "2016-5"}, {Until: "16-05-2016"}, {Aux: []string{"done"}}} {
		for _, err := range a.Events(t.Context(), f) {
			if err == nil {
				t.Errorf("%+v: no error", f)
			}
		}
	}
}

func TestEventByItsBeginning(t *testing.T) {
	a := open(t)
	list := []event.Event{{ID: "abcdef01"}, {ID: "abcdef02"}, {ID: "abcdef02+"}, {ID: "abd", Aux: new("historical")}, {ID: "fedcba9876"}}
	fill(t, a, []event.Report{{ID: "r1", Events: list}})
	for id, want := range map[string]string{
		"abcdef01": "abcdef01", "abcdef02": "abcdef02", "abcdef": "", "abcdef0": "", "abd": "abd", "ab": "", "fedcba": "fedcba9876", "fedcb": "", "": "", "%": "", "______": "",
	} {
		row, err := a.Event(t.Context(), id)
		if row.ID != want || (err == nil) != (want != "") {
			t.Errorf("Event(%q) = %q, %v, want %q", id, row.ID, err, want)
		}
	}
}

func TestDyadsAndSeries(t *testing.T) {
	a := small(t)
	dyads, total, err := a.Dyads(t.Context(), DyadFilter{})
	if err != nil || total != 3 {
		t.Fatal(total, err)
	}
	want := []Dyad{
		{A: "IRN", B: "RUS", Happened: 4, Open: 3, Historical: 1, Quad: [5]int{0, 2, 1, 1, 0}, First: "2016", Last: "2017", Undated: 1, Years: []YearCount{{"2016", 2, 0}, {"2017", 0, 1}}},
		{A: "IRN", B: "TUR", Happened: 2, Quad: [5]int{0, 1, 0, 1, 0}, First: "2016", Last: "2017", Years: []YearCount{{"2016", 1, 0}, {"2017", 0, 1}}},
		{A: "RUS", B: "TUR", Happened: 1, Quad: [5]int{0, 1, 0, 0, 0}, First: "2016", Last: "2016", Years: []YearCount{{"2016", 1, 0}}},
	}
	if diff := cmp.Diff(want, dyads); diff != "" {
		t.Error(diff)
	}
	for unit, want := range map[Unit]string{
		Year:  "1921 [0 0 0 0] map[historical:1] 0, 2016 [2 0 0 0] map[] 3.25, 2017 [0 0 1 0] map[future:1 hypothetical:1] -3,  [0 1 0 0] map[negation:1] 10",
		Month: "1921-02 [0 0 0 0] map[historical:1] 0, 2016-05 [1 0 0 0] map[] 4, 2016-12 [1 0 0 0] map[] 2.5, 2017-01 [0 0 1 0] map[] -3, 2017-02 [0 0 0 0] map[future:1 hypothetical:1] 0,  [0 1 0 0] map[negation:1] 10",
	} {
		series, err := a.Series(t.Context(), "rus", "IRN", unit, SeriesFilter{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range series {
			got = append(got, fmt.Sprintf("%s %v %v %v", p.Key, p.Quad[1:], p.Open, p.Mean))
		}
		if joined := strings.Join(got, ", "); joined != want {
			t.Errorf("%d: %s, want %s", unit, joined, want)
		}
	}
}

// sameWords compares without regard to order.
func sameWords(x, y string) bool {
	a, b := strings.Fields(x), strings.Fields(y)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func TestCounts(t *testing.T) {
	c, err := small(t).Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := Counts{
		Reports: 1, Events: map[string]int{"happened": 6, "future": 1, "negation": 1, "hypothetical": 1, "historical": 1},
		Undated: 3, Dyads: 3, First: "2016", Last: "2017", Outlets: 1,
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}
}

func TestQuotes(t *testing.T) {
	a := open(t)
	text := "“Yes,” said Ömer Örnek, “we can.” A clerk said no."
	speaker := entity("TUR", "Ömer Örnek", "GOV")
	fill(t, a, []event.Report{
		{ID: "late", Text: text, Published: event.Published{Earliest: "2011-05-14"}, Quotes: []event.Quote{
			{ID: "q1", Kind: "direct", Start: 0, End: 33, Parts: []event.Span{{Start: 0, End: 6}, {Start: 24, End: 33}}, Speaker: &speaker},
			{ID: "q2", Kind: "indirect", Start: 47, End: 49, Speaker: &event.Entity{Text: "A clerk"}},
		}},
		{ID: "early", Text: text, Published: event.Published{Earliest: "2009-05-14"}, Quotes: []event.Quote{{ID: "q1", Kind: "direct", Start: 0, End: 6}}},
		{ID: "undated", Text: text, Quotes: []event.Quote{{ID: "q1", Kind: "direct", Start: 0, End: 6}}},
	})
	tests := []struct {
		f    QuoteFilter
		want string
	}{
		{QuoteFilter{}, "early “Yes,”|late “Yes,” … “we can.”|late no|undated “Yes,”"},
		{QuoteFilter{Speaker: "ornek"}, "late “Yes,” … “we can.”"},
		{QuoteFilter{Speaker: "ÖRNEK, Ömer"}, "late “Yes,” … “we can.”"},
		{QuoteFilter{Speaker: "tur"}, "late “Yes,” … “we can.”"},
		{QuoteFilter{Speaker: "Orn"}, ""},
		{QuoteFilter{Speaker: "clerk"}, "late no"},
		{QuoteFilter{Kind: "indirect"}, "late no"},
		{QuoteFilter{Until: "2010"}, "early “Yes,”"},
		{QuoteFilter{Since: "2010", Kind: "direct"}, "late “Yes,” … “we can.”"},
	}
	for _, test := range tests {
		var got []string
		for q, err := range a.Quotes(t.Context(), test.f) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, q.Report.ID+" "+q.Words)
		}
		if joined := strings.Join(got, "|"); joined != test.want {
			t.Errorf("%+v: %s, want %s", test.f, joined, test.want)
		}
		if n, err := a.CountQuotes(t.Context(), test.f); err != nil || n != len(got) {
			t.Errorf("%+v: CountQuotes = %d, %v", test.f, n, err)
		}
	}
}

func TestOpening(t *testing.T) {
	long := strings.Repeat("nine æther ", 9)
	for in, want := range map[string]string{
		"": "", "Short.": "Short.", "One line.\n\nAnother.": "One line.", long: strings.TrimSuffix(long[:strings.LastIndex(long[:98], " ")], " ") + " …",
		strings.Repeat("中", 200): strings.Repeat("中", 90) + " …",
	} {
		if got := opening(in); got != want {
			t.Errorf("opening(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSearch(t *testing.T) {
	a := open(t)
	for i, text := range []string{"The envoy crossed the Caspian Sea.", "A ministry in Abidjan spoke of Côte d’Ivoire’s cocoa.", "Sea talks, seaports & caviar <b>trade</b>.", "محادثات جديدة في الشمال"} {
		fill(t, a, []event.Report{{ID: fmt.Sprint(i), Text: text, Source: event.Source{Title: "Title of " + fmt.Sprint(i)}}})
	}
	for query, want := range map[string]string{
		"sea": "2 0", "sea caspian": "0", `"caspian sea"`: "0", `"sea caspian"`: "", "sea*": "2 0", "seap*": "2", "cote": "1", "sea -talks": "0", `sea -"caspian sea"`: "2",
		"محادثات": "3", "title:sea": "", `"`: "", "AND": "", "sea OR cocoa": "", "": "", "-sea": "", "(": "", "*": "", "NEAR(sea": "", "title 1": "1", "d’ivoire": "1",
	} {
		hits, total, err := a.Search(t.Context(), query, 0, 0)
		if err != nil {
			t.Errorf("%q: %v", query, err)
		}
		var ids []string
		for _, h := range hits {
			ids = append(ids, h.Report.ID)
		}
		got := strings.Join(ids, " ")
		if query == "sea" || query == "sea*" { // the order is SQLite's ranking
			if !sameWords(got, want) {
				t.Errorf("%q: %s, want %s", query, got, want)
			}
		} else if got != want {
			t.Errorf("%q: %s, want %s", query, got, want)
		}
		if total != len(hits) {
			t.Errorf("%q: total %d, %d hits", query, total, len(hits))
		}
	}
	hits, _, err := a.Search(t.Context(), "trade", 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := []Segment{{"Sea talks, seaports & caviar <b>", false}, {"trade", true}, {"</b>.", false}}
	if diff := cmp.Diff(want, hits[0].Snippet); diff != "" {
		t.Error(diff)
	}
}

func FuzzSearch(f *testing.F) {
	a := open(f)
	fill(f, a, archivetest.Reports(12, 5))
	for _, seed := range []string{"gas", `"a b`, "AND OR NOT", "NEAR(a b, 3)", "^a", "a:b", "{a b}:c", "a + b", "*", `""`, "\x00", "'", "a*b*", "-", "--x", "“q”", "\xff", "a\x00b", "٣"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		if _, _, err := a.Search(t.Context(), query, 3, 0); err != nil {
			t.Errorf("%q: %v", query, err)
		}
		for _, err := range a.Events(t.Context(), Filter{Actor: query, Outlet: query, Limit: 1}) {
			if err != nil {
				t.Errorf("%q: %v", query, err)
			}
		}
		for _, err := range a.Quotes(t.Context(), QuoteFilter{Speaker: query, Limit: 1}) {
			if err != nil {
				t.Errorf("%q: %v", query, err)
			}
		}
	})
}
