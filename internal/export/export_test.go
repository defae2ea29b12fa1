package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rivo/uniseg"

	"dyad/event"
	"dyad/internal/archive"
	"dyad/internal/archive/archivetest"
)

var update = flag.Bool("update", false, "write the golden files")

// awkward is an event whose values hold everything that means something to one of the formats.
func awkward() event.Report {
	aux, irn, none := "negation", "IRN", (*string)(nil)
	lat := 59.5
	return event.Report{
		ID: "r1", Text: "He said; \"no\",\tthen\nleft 中文 now.", Sentences: []event.Sentence{{Start: 0, End: 32}},
		Source:    event.Source{Title: "=cmd|' /C calc'!A0; \"x\"", Outlet: "Post, The;", Agency: []string{"Wire; One", "Two"}, URL: "https://a.example/?a=1;b"},
		Published: event.Published{Earliest: "2011-05-14", Latest: "2011-05-15"},
		Events: []event.Event{{
			ID: "0123456789abcdef", Event: "ACCUSE", Mode: []string{"allege", "disapprove"}, Aux: &aux, Ongoing: true, Date: "2011-05-09", EndDate: "2011-05-12",
			DateBasis: "expression", Planned: &event.Planned{Date: "2012-01-01"}, QuadCode: 3, EventScale: -3.5, Confidence: 0.25,
			Actor:     []event.Entity{{Text: "He;", Name: "A; \"B\"\tC", Code: &irn, Sector: []string{"GOV", "MIL"}}, {Text: "gunmen", Code: none, Sector: []string{"UAF"}}},
			EventLoc:  []event.Location{{Text: "Oslo", Lat: &lat, Role: "place"}, {Text: "sea", Name: "the Sea", Code: "NOR", Role: "target"}},
			EventText: "said", Start: 3, End: 7,
			ClaimedBy:     []event.Claimant{{Name: "a clerk", Code: &irn, Quote: "q"}, {Outlet: "Post, The;"}},
			AlsoClaimedBy: [][]event.Claimant{{{Name: "x"}}, {{Outlet: "y"}, {Outlet: "z"}}},
			Because:       event.Because{Rule: "lexicon/verbs.tsv:12 say"},
		}, {ID: "e2", Event: "AID", QuadCode: 2, DateBasis: "none", Actor: []event.Entity{{Text: "中文组织", Name: "中文组织"}}}},
	}
}

func write(t *testing.T, format Format, reports ...event.Report) string {
	t.Helper()
	var b bytes.Buffer
	w, err := NewEventWriter(&b, format)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		if err := w.WriteReport(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		os.MkdirAll("testdata", 0o755)
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (go test -update writes it anew):\n%s", path, diff)
	}
}

func TestEventsGolden(t *testing.T) {
	reports := append(archivetest.Reports(1, 3), awkward())
	for _, f := range Formats() {
		golden(t, "events."+string(f), write(t, f, reports...))
	}
}

func TestQuotesGolden(t *testing.T) {
	a, err := archive.Open(filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for _, r := range archivetest.Reports(2, 8) {
		if _, err := a.Add(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range Formats() {
		var b bytes.Buffer
		w, err := NewQuoteWriter(&b, f)
		if err != nil {
			t.Fatal(err)
		}
		for row, err := range a.Quotes(t.Context(), archive.QuoteFilter{}) {
			if err != nil {
				t.Fatal(err)
			}
			if err := w.Write(row); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		golden(t, "quotes."+string(f), b.String())
	}
}

func TestHeaderMatchesTheData(t *testing.T) {
	reports := append(archivetest.Reports(3, 30), awkward())
	rows, err := csv.NewReader(strings.NewReader(write(t, CSV, reports...))).ReadAll() // fails where a row is longer or shorter
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(write(t, TSV, reports...), "\n"), "\n")
	if len(lines) != len(rows) {
		t.Fatalf("%d lines of TSV, %d rows of CSV", len(lines), len(rows))
	}
	for i, line := range lines {
		if cells := strings.Split(line, "\t"); len(cells) != len(eventHeader) || len(rows[i]) != len(eventHeader) {
			t.Errorf("row %d has %d cells in TSV and %d in CSV, the header %d", i, len(cells), len(rows[i]), len(eventHeader))
		}
	}
	column := func(name string) string {
		for i, h := range rows[0] {
			if h == name {
				return rows[len(rows)-2][i] // the first event of the awkward report
			}
		}
		t.Fatalf("no column %s", name)
		return ""
	}
	for name, want := range map[string]string{
		"actor_code": "IRN;---", "actor_sector": "GOV,MIL;UAF", "actor_name": "A, \"B\"\tC;gunmen", "recipient_code": "", "aux": "negation", "ongoing": "true",
		"location_lat": "59.5;", "location_name": "Oslo;the Sea", "claimed_by": "a clerk (IRN) < Post, The,", "also_claimed_by": "x;y < z", "agency": "Wire, One;Two",
		"sentence_text": "He said; \"no\",\tthen\nleft 中文 now.", "planned_date": "2012-01-01", "mode": "allege;disapprove", "event_scale": "-3.5",
	} {
		if got := column(name); got != want {
			t.Errorf("%s = %q, want %q", name, got, want)
		}
	}
}

func TestOpenPeriod(t *testing.T) {
	for in, want := range map[[2]string]string{
		{"2016-05-09", ""}: "2016-05-09/..", {"", "2016-05-09"}: "../2016-05-09", {"2016-05-09", "2016-05-09"}: "2016-05-09", {"2016-05-09", "2016-05-10"}: "2016-05-09/2016-05-10", {"", ""}: "",
	} {
		if got := openPeriod(in[0], in[1]); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestJSONLinesHoldTheEvent(t *testing.T) {
	r := awkward()
	lines := strings.Split(strings.TrimSuffix(write(t, JSONL, r), "\n"), "\n")
	for i, line := range lines {
		var got event.Event
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r.Events[i], got, cmpopts.EquateEmpty()); diff != "" {
			t.Error(diff)
		}
		if strings.Contains(line, `"recipient":null`) {
			t.Errorf("an empty list is written as null: %s", line)
		}
	}
}

func TestTableIsAligned(t *testing.T) {
	out := write(t, Table, append(archivetest.Reports(4, 300), awkward())...)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	at := strings.Index(lines[0], "ACTOR")
	for _, line := range lines[:400] {
		if before, _, ok := strings.Cut(line, "  "); !ok || len(before) > at {
			t.Errorf("not aligned: %q", line)
		}
		if uniseg.StringWidth(line) > 7*(maxWidth+2) {
			t.Errorf("too wide: %q", line)
		}
	}
	if got := write(t, Table); got != "" {
		t.Errorf("a table without rows: %q", got)
	}
	if strings.ContainsAny(write(t, Table, event.Report{Text: "", Events: []event.Event{{ID: "e", Event: "A\x1b[31m\r\u0085"}}}), "\x1b\r\u0085") {
		t.Error("a control character reached the terminal")
	}
}

func TestFormats(t *testing.T) {
	for _, f := range Formats() {
		if got, err := ParseFormat(strings.ToUpper(string(f))); got != f || err != nil {
			t.Errorf("ParseFormat(%s) = %s, %v", f, got, err)
		}
	}
	for _, name := range []string{"", "xml", "json"} {
		_, err := ParseFormat(name)
		if err == nil || !strings.Contains(err.Error(), "table, csv, tsv, jsonl") {
			t.Errorf("ParseFormat(%q): %v", name, err)
		}
		if _, err := NewEventWriter(nil, Format(name)); err == nil {
			t.Errorf("NewEventWriter(%q): no error", name)
		}
		if _, err := NewQuoteWriter(nil, Format(name)); err == nil {
			t.Errorf("NewQuoteWriter(%q): no error", name)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWriteErrorsAreReported(t *testing.T) {
	for _, f := range Formats() {
		w, err := NewEventWriter(full{}, f)
		if err != nil {
			t.Fatal(err)
		}
		err = w.WriteReport(awkward())
		if closing := w.Close(); err == nil && closing == nil {
			t.Errorf("%s: no error from a full disk", f)
		}
	}
}
