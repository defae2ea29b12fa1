package relation

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dyad/event"
	"dyad/internal/clean"
)

type goldEvent struct {
	In, Text, Event  string
	Mode             []string
	Aux              *string
	Ongoing          bool
	Actor, Recipient []string
}

// sampleReports reads the odd-numbered sample reports, which are for development; the even ones are only measured.
func sampleReports(t *testing.T) map[string][]goldEvent {
	files, _ := filepath.Glob("../../corpus/reports/*[13579].gold.json")
	if len(files) == 0 {
		t.Skip("there are no sample reports")
	}
	reports := map[string][]goldEvent{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var g struct {
			Report string
			Events []goldEvent
		}
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatal(f, err)
		}
		if filepath.Ext(g.Report) == ".txt" {
			reports[filepath.Join(filepath.Dir(f), g.Report)] = g.Events
		}
	}
	return reports
}

// TestSampleReports measures the rows of each sentence against the gold of the odd sample reports in plain text. What
// needs the whole report (dates, merging of rows told twice) is measured by the evaluation of the coder.
func TestSampleReports(t *testing.T) {
	reports := sampleReports(t)
	w := open(t)
	names := make([]string, 0, len(reports))
	for n := range reports {
		names = append(names, n)
	}
	slices.Sort(names)
	var all tally
	for _, n := range names {
		raw, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		text, err := clean.Clean(event.Document{Raw: raw, Path: n})
		if err != nil {
			t.Fatal(err)
		}
		r := w.read(text.Text)
		want := map[int][]row{}
		for _, g := range reports[n] {
			aux := ""
			if g.Aux != nil {
				aux = *g.Aux
			}
			i := strings.Index(text.Text, g.In)
			want[r.sentence(i)] = append(want[r.sentence(i)], row{event: g.Event, mode: g.Mode, aux: aux, actor: g.Actor, recipient: g.Recipient})
		}
		for i := range r.sents {
			var rows []row
			for _, c := range r.found {
				if c.Sentence == i && c.Rejected == "" {
					rows = append(rows, r.row(c))
				}
			}
			for j, x := range want[i] { // the coder tells history by the date, which this package does not know
				if x.aux == "historical" && !slices.ContainsFunc(rows, func(y row) bool { return y.event == x.event && y.aux == x.aux }) {
					want[i][j].aux = ""
				}
			}
			s := compare(want[i], rows)
			all.add(s)
			if testing.Verbose() && (s.parties < s.n || s.extra > 0) {
				t.Log(r.explain(n, i, text.Text, want[i], rows))
			}
		}
	}
	t.Logf("%v", &all)
	if all.event*100 < 60*all.n || all.extra*100 > 20*all.n {
		t.Error("worse than what was reached")
	}
}

func (r reading) sentence(at int) int {
	for i, s := range r.sents {
		if at >= s.Start && at < s.End {
			return i
		}
	}
	return -1
}

func (r reading) explain(name string, i int, text string, want, rows []row) string {
	var b strings.Builder
	s := r.sents[i]
	fmt.Fprintf(&b, "%s %s\n", filepath.Base(name), text[s.Start:s.End])
	for _, e := range want {
		fmt.Fprintf(&b, "   want %v\n", e)
	}
	for _, g := range rows {
		fmt.Fprintf(&b, "   got  %v\n", g)
	}
	for _, c := range r.found {
		if c.Sentence == i {
			fmt.Fprintf(&b, "        %v (%s) %s\n", c, c.Rule, c.Path)
		}
	}
	if os.Getenv("PARSE") != "" {
		for j, k := range s.Tokens {
			fmt.Fprintf(&b, "        %d %s %s %s %d %s\n", j, k.Form, k.Lemma, k.XPOS, k.Head, k.Rel)
		}
	}
	return b.String()
}
