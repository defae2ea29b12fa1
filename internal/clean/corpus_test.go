package clean

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
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
	for _, path := range golds {
		var gold struct {
			Report, Title, Outlet, Dateline string
			Agency, Absent, Once            []string
			Events                          []struct{ In string }
			Quotes                          []struct{ Text string }
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		t.Run(gold.Report, func(t *testing.T) {
			got, err := Clean(readSample(t, filepath.Join(filepath.Dir(path), gold.Report)))
			if err != nil {
				t.Fatal(err)
			}
			checkMap(t, &got)
			plain := regexp.MustCompile(`\s+`).ReplaceAllString(got.Text, " ")
			for _, s := range gold.Absent {
				if strings.Contains(plain, s) {
					t.Errorf("still in the text: %q", s)
				}
			}
			for _, s := range gold.Once {
				if n := strings.Count(plain, s); n != 1 {
					t.Errorf("%d times in the text, want once: %q", n, s)
				}
			}
			for _, e := range gold.Events {
				if n := strings.Count(got.Text, e.In); n != 1 {
					t.Errorf("%d times in the text: event in %q", n, e.In)
				}
			}
			for _, q := range gold.Quotes {
				if !strings.Contains(got.Text, q.Text) {
					t.Errorf("not in the text: quote %q", q.Text)
				}
			}
			if got.Source.Title != gold.Title {
				t.Errorf("title %q, want %q", got.Source.Title, gold.Title)
			}
			if got.Source.Outlet != gold.Outlet {
				t.Errorf("outlet %q (%s), want %q", got.Source.Outlet, got.Source.OutletBasis, gold.Outlet)
			}
			if a, b := strings.Join(got.Source.Agency, "; "), strings.Join(gold.Agency, "; "); a != b {
				t.Errorf("agency %q, want %q", a, b)
			}
			place := ""
			if got.Dateline != nil {
				place = got.Dateline.Place
			}
			if !strings.EqualFold(place, gold.Dateline) {
				t.Errorf("dateline %q, want %q", place, gold.Dateline)
			}
		})
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
