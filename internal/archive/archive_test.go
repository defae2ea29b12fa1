package archive

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dyad/event"
	"dyad/internal/archive/archivetest"
)

func open(t testing.TB) *Archive {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "archive #1 100%?.db")) // characters that mean something in a URI
}

func openAt(t testing.TB, path string) *Archive {
	t.Helper()
	a, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func fill(t testing.TB, a *Archive, reports []event.Report) {
	t.Helper()
	for _, r := range reports {
		if added, err := a.Add(t.Context(), r); err != nil || !added {
			t.Fatalf("Add(%s) = %v, %v", r.ID, added, err)
		}
	}
}

// dump writes all that an archive holds as text, without the numbers that only say when a row came.
func dump(t testing.TB, a *Archive) string {
	t.Helper()
	var b strings.Builder
	for _, q := range []string{
		"SELECT id, revises, superseded_by, url, title, outlet, agency, published, events, quotes FROM report ORDER BY id",
		"SELECT e.*, r.id FROM event AS e JOIN report AS r ON r.seq = e.report ORDER BY e.id",
		"SELECT p.*, e.id FROM party AS p JOIN event AS e ON e.seq = p.event ORDER BY e.id, role, p.position",
		"SELECT p.a, p.b, e.id FROM pair AS p JOIN event AS e ON e.seq = p.event ORDER BY e.id, p.a, p.b",
		"SELECT q.*, r.id FROM quote AS q JOIN report AS r ON r.seq = q.report ORDER BY r.id, q.id",
		"SELECT * FROM dyad_month ORDER BY 1, 2, 3, 4, 5, 6",
		"SELECT * FROM event_month ORDER BY 1, 2",
		"SELECT r.id, s.title, s.text FROM search AS s JOIN report AS r ON r.seq = s.rowid ORDER BY 1",
	} {
		dumpQuery(t, a, &b, q)
	}
	reports, err := a.Reports(t.Context(), ReportFilter{IncludeSuperseded: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range reports {
		r, _, err := a.Report(t.Context(), info.ID)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, asJSON(r))
	}
	return b.String()
}

func dumpQuery(t testing.TB, a *Archive, b *strings.Builder, query string) {
	t.Helper()
	rows, err := a.read.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		for i, c := range columns {
			if c != "seq" && c != "report" && !(c == "event" && strings.HasPrefix(query, "SELECT p.")) {
				fmt.Fprintf(b, "%s=%v|", c, *values[i].(*any))
			}
		}
		b.WriteByte('\n')
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

func TestAddTwiceChangesNothing(t *testing.T) {
	a := open(t)
	reports := archivetest.Reports(1, 40)
	fill(t, a, reports)
	once := dump(t, a)
	for _, r := range reports {
		if added, err := a.Add(t.Context(), r); added || err != nil {
			t.Fatalf("second Add = %v, %v", added, err)
		}
	}
	if diff := cmp.Diff(once, dump(t, a)); diff != "" {
		t.Error(diff)
	}
}

func TestAnyOrderGivesTheSameContent(t *testing.T) {
	reports := archivetest.Reports(2, 60)
	forward, backward := open(t), open(t)
	fill(t, forward, reports)
	for i := range reports {
		fill(t, backward, reports[len(reports)-1-i:len(reports)-i])
	}
	if diff := cmp.Diff(dump(t, forward), dump(t, backward)); diff != "" {
		t.Error(diff)
	}
}

func TestReadersGiveBackWhatWasAdded(t *testing.T) {
	a := open(t)
	reports := archivetest.Reports(3, 50)
	fill(t, a, reports)
	opts := cmpopts.EquateEmpty()
	rows := map[string][]event.Event{}
	for row, err := range a.Events(t.Context(), Filter{IncludeHistorical: true}) {
		if err != nil {
			t.Fatal(err)
		}
		rows[row.Report.ID] = append(rows[row.Report.ID], row.Event)
		at := row.Because.Predicate.Start - row.SentenceStart
		if got := string([]rune(row.SentenceText)[at : at+len([]rune(row.EventText))]); got != row.EventText {
			t.Errorf("predicate of %s in its sentence is %q, want %q", row.ID, got, row.EventText)
		}
	}
	for _, want := range reports {
		got, _, err := a.Report(t.Context(), want.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, opts); diff != "" {
			t.Error(diff)
		}
		less := cmpopts.SortSlices(func(x, y event.Event) bool { return x.ID < y.ID })
		if diff := cmp.Diff(want.Events, rows[want.ID], opts, less); diff != "" {
			t.Error(diff)
		}
	}
	if _, _, err := a.Report(t.Context(), "none"); err != ErrNotFound {
		t.Errorf("Report(none): %v", err)
	}
}

func TestNewVersionSupersedes(t *testing.T) {
	a := open(t)
	first := archivetest.Reports(4, 1)[0]
	second := archivetest.Revise(first)
	third := archivetest.Revise(second)
	fill(t, a, []event.Report{first, second, third})
	r, info, err := a.Report(t.Context(), second.ID)
	if err != nil || r.Revises != first.ID || info.SupersededBy != third.ID {
		t.Errorf("second version: revises %q, superseded by %q, %v", r.Revises, info.SupersededBy, err)
	}
	alone := open(t)
	only := third
	fill(t, alone, []event.Report{only})
	var got, want strings.Builder
	dumpQuery(t, a, &got, "SELECT * FROM dyad_month ORDER BY 1, 2, 3, 4, 5, 6")
	dumpQuery(t, alone, &want, "SELECT * FROM dyad_month ORDER BY 1, 2, 3, 4, 5, 6")
	if diff := cmp.Diff(want.String(), got.String()); diff != "" {
		t.Errorf("the counts hold more than the current version:\n%s", diff)
	}
	for f, want := range map[bool]int{false: len(third.Events), true: len(first.Events) + len(second.Events) + len(third.Events)} {
		n := 0
		for row, err := range a.Events(t.Context(), Filter{IncludeHistorical: true, IncludeSuperseded: f}) {
			if err != nil {
				t.Fatal(err)
			}
			n++
			if row.Superseded() != (row.Report.ID != third.ID) {
				t.Errorf("%s: Superseded() = %v", row.ID, row.Superseded())
			}
		}
		if n != want {
			t.Errorf("superseded rows %v: %d events, want %d", f, n, want)
		}
	}
}

func TestEventIDsAreUnique(t *testing.T) {
	a := open(t)
	reports := archivetest.Reports(5, 2)
	fill(t, a, reports[:1])
	before := dump(t, a)
	reports[1].Events[0].ID = reports[0].Events[0].ID
	if _, err := a.Add(t.Context(), reports[1]); err == nil || !strings.Contains(err.Error(), reports[0].Events[0].ID) {
		t.Errorf("adding an event id twice: %v", err)
	}
	if diff := cmp.Diff(before, dump(t, a)); diff != "" {
		t.Errorf("the failed report left something behind:\n%s", diff)
	}
}

func TestAddSurvivesWrongOffsets(t *testing.T) {
	a := open(t)
	r := archivetest.Reports(6, 1)[0]
	r.Sentences[0].End = 1 << 40
	r.Events[0].Sentence = -3
	r.Quotes = append(r.Quotes, event.Quote{ID: "x", Start: -5, End: -9, Parts: []event.Span{{Start: 9, End: 3}}})
	fill(t, a, []event.Report{r})
}

func TestCancelledAdd(t *testing.T) {
	a := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if added, err := a.Add(ctx, archivetest.Reports(7, 1)[0]); added || err == nil {
		t.Errorf("Add with a cancelled context = %v, %v", added, err)
	}
	if c, err := a.Counts(t.Context()); err != nil || c.Reports != 0 {
		t.Errorf("Counts = %+v, %v", c, err)
	}
}

func TestRecordsAreJSON(t *testing.T) {
	a := open(t)
	r := archivetest.Reports(8, 1)[0]
	r.Extra = map[string]json.RawMessage{"desk": json.RawMessage(`{"a":[1,null]}`)}
	fill(t, a, []event.Report{r})
	got, _, err := a.Report(t.Context(), r.ID)
	if err != nil || string(got.Extra["desk"]) != `{"a":[1,null]}` {
		t.Errorf("extra = %s, %v", got.Extra["desk"], err)
	}
}

// TestARefusedReportCostsOnlyItself: a record that contradicts itself leaves nothing behind, is told from a broken
// archive, and does not keep the next report out.
func TestARefusedReportCostsOnlyItself(t *testing.T) {
	a := open(t)
	reports := archivetest.Reports(2, 20)
	good, bad := reports[0], reports[1]
	bad.Quotes = []event.Quote{{ID: "q", Kind: "direct"}, {ID: "q", Kind: "indirect"}}
	empty := dump(t, a)
	_, err := a.Add(t.Context(), bad)
	if !Refused(err) || !strings.Contains(err.Error(), bad.ID) {
		t.Errorf("two quotes of one id: %v", err)
	}
	if got := dump(t, a); got != empty {
		t.Errorf("something of the report was kept: %s", got)
	}
	fill(t, a, []event.Report{good})
	a.Close()
	if _, err := a.Add(t.Context(), reports[1]); err == nil || Refused(err) {
		t.Errorf("a closed archive: %v", err)
	}
	if Refused(nil) {
		t.Error("no error is a refusal")
	}
}

func TestDatesOfFilters(t *testing.T) {
	for text, want := range map[string]bool{
		"2016": true, "2016-05": true, "2016-02-29": true, "": false, "16": false, "2016-13": false, "2016-02-30": false, "2016-5": false, "may": false, "2016-05-09T00": false,
	} {
		if isDate(text) != want {
			t.Errorf("isDate(%q) is %v", text, !want)
		}
	}
}
