package web

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/event"
	"dyad/internal/archive"
)

var update = flag.Bool("update", false, "write the golden files")

// one is an archive with a single report that holds one of each: a quote around an event, a denial, a plan, a row
// without a date, a set of parties, an unknown party.
func one(t testing.TB) *archive.Archive {
	t.Helper()
	text := "“We met in Tromsø,” an envoy of Norway said. Kenya fired no shot at Norway.\n\nGunmen raided a depot, and Kenya & Peru may talk."
	party := func(code, words string, start int, sector string) event.Entity {
		e := event.Entity{Text: words, Name: words, Start: start, End: start + len([]rune(words)), Sector: []string{sector}}
		if code != "" {
			e.Code = &code
		}
		return e
	}
	envoy := party("NOR", "an envoy of Norway", 20, "GOV")
	because := func(start, end int) event.Because {
		return event.Because{Rule: "verbs.tsv:7 X", Path: "nsubj<X", Predicate: event.Span{Start: start, End: end}}
	}
	post := event.Claimant{Outlet: "Example Post"}
	r := event.Report{
		ID: "0011aa", Text: text, Source: event.Source{Title: "Talks & <shots>", Outlet: "Example Post", URL: "https://news.example/1?a=b&c=d", Agency: []string{"Example Wire"}, Language: "en"},
		Dateline: &event.Dateline{Place: "TROMSØ", Month: 5, Day: 14}, Published: event.Published{Earliest: "2011-05-14", Latest: "2011-05-14", Basis: []string{"dateline", "weekday", "given"}},
		Sentences: []event.Sentence{{Start: 0, End: 44}, {Start: 45, End: 75}, {Start: 77, End: 127, Paragraph: 1}},
		Removed:   []event.Removed{{Kind: "tag", RawStart: 1, RawEnd: 9}, {Kind: "url", RawStart: 10, RawEnd: 20}, {Kind: "tag", RawStart: 30, RawEnd: 31}},
		Quotes:    []event.Quote{{ID: "q1", Kind: "direct", Start: 0, End: 19, Speaker: &envoy, Cue: &event.Cue{Text: "said", Start: 39, End: 43, Force: "says"}}},
		Events: []event.Event{
			{
				ID: "aa1", Event: "CONSULT", Actor: []event.Entity{envoy, party("KEN", "Kenya", 45, "GOV")}, QuadCode: 1, EventScale: 2.5, Confidence: 0.91, Date: "2011-05-12", EndDate: "2011-05-14",
				DateBasis: "expression", EventText: "met", Start: 4, End: 7, ClaimedBy: []event.Claimant{{Name: "an envoy of Norway", Code: envoy.Code, Quote: "q1"}, post}, Because: because(4, 7),
			},
			{
				ID: "aa2", Event: "ASSAULT", Mode: []string{"firearms"}, Aux: new("negation"), Actor: []event.Entity{party("KEN", "Kenya", 45, "GOV")}, Recipient: []event.Entity{party("NOR", "Norway", 68, "GOV")},
				QuadCode: 4, EventScale: -9, Date: "2011-05-14", EndDate: "2011-05-14", DateBasis: "published", EventText: "fired", Start: 51, End: 56, Sentence: 1, ClaimedBy: []event.Claimant{post}, Because: because(51, 56),
			},
			{
				ID: "aa3", Event: "ASSAULT", Actor: []event.Entity{party("", "Gunmen", 77, "UAF")}, Recipient: []event.Entity{party("KEN", "a depot", 91, "MIL")}, QuadCode: 4, EventScale: -9, DateBasis: "none",
				EventText: "raided", Start: 84, End: 90, Sentence: 2, ClaimedBy: []event.Claimant{post}, Because: because(84, 90),
			},
			{
				ID: "aa4", Event: "CONSULT", Aux: new("hypothetical"), Ongoing: true, Actor: []event.Entity{party("KEN", "Kenya", 104, "GOV"), party("NOR", "Norway", 0, "GOV")}, QuadCode: 1, EventScale: 2.5, DateBasis: "none",
				Planned: &event.Planned{Date: "2012-01-01", EndDate: "2012-01-31"}, EventText: "talk", Start: 122, End: 126, Sentence: 2, ClaimedBy: []event.Claimant{post},
				AlsoClaimedBy: [][]event.Claimant{{{Name: "a clerk"}, {Name: "a paper"}, {Outlet: "Other Post"}}}, Because: because(122, 126),
			},
		},
	}
	a, err := archive.Open(filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	if _, err := a.Add(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestGolden keeps what the main part of each page says; the frame around it and the addresses of assets are left out.
func TestGolden(t *testing.T) {
	h := Handler(one(t), Options{Name: testName})
	for name, path := range map[string]string{
		"home": "/", "dyad": "/dyad/KEN-NOR", "dyad-filtered": "/dyad/KEN-NOR?from=2011-05&to=2011-05&type=CONSULT&order=oldest", "report": "/report/0011aa",
		"search": "/search?q=troms*+envoy", "reports": "/reports", "quotes": "/quotes?speaker=envoy", "not-found": "/report/none",
	} {
		body := get(t, h, path).Body.String()
		_, body, ok := strings.Cut(body, `<main id="main" tabindex="-1">`)
		body, _, ok2 := strings.Cut(body, "</main>")
		if !ok || !ok2 {
			t.Errorf("%s has no main part", path)
		}
		got := regexp.MustCompile(`\n\s*\n+`).ReplaceAllString(strings.TrimSpace(body), "\n") + "\n"
		file := filepath.Join("testdata", name+".html")
		if *update {
			os.MkdirAll("testdata", 0o755)
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (go test -update writes it anew):\n%s", file, diff)
		}
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[[2]string]string{
		{"2016-05-09", ""}: "9 May 2016", {"2016-05-09", "2016-05-09"}: "9 May 2016", {"2016-05-09", "2016-05-12"}: "9–12 May 2016",
		{"2016-05-30", "2016-06-02"}: "30 May – 2 June 2016", {"2016-12-30", "2017-01-02"}: "30 December 2016 – 2 January 2017",
		{"2016-02-01", "2016-02-29"}: "February 2016", {"2016-01-01", "2016-12-31"}: "2016", {"2014-01-01", "2016-12-31"}: "2014–2016",
		{"", ""}: "", {"2016", ""}: "2016", {"2016-05", ""}: "May 2016", {"soon", "later"}: "soon", {"2016-05-09", "2016-05-01"}: "9 May 2016", {"2016-01-01", "2016-01-31"}: "January 2016",
	} {
		if got := dateText(in[0], in[1]); got != want {
			t.Errorf("dateText(%q, %q) = %q, want %q", in[0], in[1], got, want)
		}
	}
	for in, want := range map[[2]string]string{
		{"2016-05-09", ""}: "from 9 May 2016 on", {"", "2016-05-09"}: "until 9 May 2016", {"2016-05-09", "2016-05-09"}: "9 May 2016", {"", ""}: "",
	} {
		if got := publishedText(in[0], in[1]); got != want {
			t.Errorf("publishedText(%q, %q) = %q, want %q", in[0], in[1], got, want)
		}
	}
	for in, want := range map[[2]string]string{
		{"", ""}: "", {"2016", "2016"}: "2016", {"2016-05", "2016-05"}: "May 2016", {"2014", ""}: "since 2014", {"", "2016-05"}: "until May 2016", {"2014", "2016-05-09"}: "2014 to 9 May 2016",
	} {
		if got := periodText(in[0], in[1]); got != want {
			t.Errorf("periodText(%q, %q) = %q, want %q", in[0], in[1], got, want)
		}
	}
}

func TestChart(t *testing.T) {
	series := []archive.Period{
		{Key: "1989", Quad: [5]int{0, 3, 1, 2, 0}, Mean: -0.04},
		{Key: "1991", Quad: [5]int{0, 0, 0, 0, 5}, Mean: -9, Open: map[string]int{"future": 1}},
		{Key: "1992", Open: map[string]int{"negation": 2}},
		{Key: "", Quad: [5]int{0, 7, 7, 7, 7}},
	}
	c := newChart(years(1989, 1992), series, "years", func(key string) string { return "?from=" + key }, "1990", "1991")
	if len(c.Bars) != 3 {
		t.Fatalf("%d bars, want 3: rows without a date stand in no chart", len(c.Bars))
	}
	for i, want := range []string{
		"1989: 4 cooperation (3 in words, 1 in deeds), 2 conflict (2 in words, 0 in deeds), mean score 0",
		"1991: 0 cooperation (0 in words, 0 in deeds), 5 conflict (0 in words, 5 in deeds), mean score −9.0; 1 to come",
		"1992: nothing reported as having happened; 2 denied",
	} {
		if c.Bars[i].Title != want {
			t.Errorf("bar %d: %q, want %q", i, c.Bars[i].Title, want)
		}
	}
	if c.Bars[0].Chosen || !c.Bars[0].Pale || !c.Bars[1].Chosen || c.Bars[1].Pale || c.Bars[2].Chosen {
		t.Error("1990 to 1991 is chosen, and the bars do not say so")
	}
	if b := c.Bars[0]; b.X != "0.000%" || b.Width != "25.000%" || b.Href != "?from=1989" || len(b.Parts) != 3 {
		t.Errorf("the first bar: %+v", b)
	}
	if newChart(nil, nil, "", nil, "", "") != nil {
		t.Error("a chart of no years")
	}
	for whole, want := range map[int]int{0: 1, 1: 1, 5: 1, 6: 2, 11: 5, 30: 10, 51: 20, 900: 200} {
		if got := niceStep(whole); got != want {
			t.Errorf("niceStep(%d) = %d, want %d", whole, got, want)
		}
	}
	for _, test := range []struct {
		key, from, to string
		want          bool
	}{
		{"1990", "1990", "1990", true},
		{"1990-05", "1990", "1990", true},
		{"1990", "1990-05", "1990-05", true},
		{"1991", "1990-05", "1990-12-31", false},
		{"1990-05", "1990-06", "", false},
		{"1990-05", "", "1990-05-03", true},
		{"1989", "1990", "", false},
		{"1989", "", "", true},
	} {
		if got := within(test.key, test.from, test.to); got != test.want {
			t.Errorf("within(%q, %q, %q) = %v", test.key, test.from, test.to, got)
		}
	}
}
