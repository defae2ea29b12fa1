package clean

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dyad/event"
	"dyad/internal/source"
)

// TestCorpus holds what was cleaned against the gold of the development half of the sample reports. The even half is
// only measured, by whoever did not write these rules.
func TestCorpus(t *testing.T) {
	golds, _ := filepath.Glob("../../corpus/reports/[0-9][0-9][13579].gold.json")
	if len(golds) == 0 {
		t.Skip("no sample reports in corpus/reports")
	}
	told, right := 0, 0 // what the reports tell of their source, and how much of it was read
	for _, path := range golds {
		var gold sampleGold
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		t.Run(gold.Report, func(t *testing.T) {
			doc := readSample(t, filepath.Join(filepath.Dir(path), gold.Report))
			got, err := Clean(doc)
			if err != nil {
				t.Fatal(err)
			}
			checkMap(t, &got)
			checkAgain(t, &got)
			if !doc.HTML {
				checkNothingLost(t, &got)
			}
			gold.checkText(t, got.Text)
			for _, f := range gold.facts(&got) {
				told++
				if strings.EqualFold(f.got, f.want) {
					right++
				} else {
					t.Logf("%s %q, want %q", f.name, f.got, f.want)
				}
			}
		})
	}
	t.Logf("%d of %d facts of the source", right, told)
	if right*100 < told*97 {
		t.Errorf("only %d of %d facts of the source are right", right, told)
	}
}

// sampleGold is the part of a gold file that concerns the cleaning.
type sampleGold struct {
	Report, Title, Outlet, Dateline string
	Agency, Absent, Once            []string
	Events                          []struct{ In string }
	Quotes                          []struct{ Text string }
}

func (g *sampleGold) checkText(t *testing.T, text string) {
	plain := strings.Join(strings.Fields(text), " ")
	for _, s := range g.Absent {
		if strings.Contains(plain, s) {
			t.Errorf("still in the text: %q", s)
		}
	}
	for _, s := range g.Once {
		if n := strings.Count(plain, s); n != 1 {
			t.Errorf("%d times in the text, want once: %q", n, s)
		}
	}
	for _, e := range g.Events {
		if n := strings.Count(text, e.In); n != 1 {
			t.Errorf("%d times in the text: event in %q", n, e.In)
		}
	}
	for _, q := range g.Quotes {
		if !strings.Contains(text, q.Text) {
			t.Errorf("not in the text: quote %q", q.Text)
		}
	}
}

type fact struct{ name, got, want string }

func (g *sampleGold) facts(got *Text) []fact {
	place := ""
	if got.Dateline != nil {
		place = got.Dateline.Place
	}
	return []fact{
		{"title", got.Source.Title, g.Title},
		{"outlet", got.Source.Outlet, g.Outlet},
		{"agency", strings.Join(got.Source.Agency, "; "), strings.Join(g.Agency, "; ")},
		{"dateline", place, g.Dateline},
	}
}

// readSample makes the document of a sample report.
func readSample(t *testing.T, path string) event.Document {
	t.Helper()
	for doc, err := range source.Open(t.Context(), []string{path}, source.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	t.Fatalf("%s: no document", path)
	return event.Document{}
}
