package evaluate

import (
	"os"
	"testing"

	"dyad/internal/language"
)

const goldQuotes = "../../../shared/gold/quotes"

// The floors are what the first version reaches, rounded down. This gold also counts thoughts, plans and wishes, which dyad
// does not, so recall is low by intent.
func TestQuotesGold(t *testing.T) {
	if _, err := os.Stat(goldQuotes); err != nil {
		t.Skip("no gold data of quotes: ", err)
	}
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	h, err := Quotes(goldQuotes, m.Parse)
	if err != nil {
		t.Fatal(err)
	}
	s := h.All()
	t.Logf("content overlap F1 %.3f (P %.3f R %.3f), exact F1 %.3f (P %.3f R %.3f), source F1 %.3f", s.Content.F1(),
		s.Content.Precision(), s.Content.Recall(), s.Exact.F1(), s.Exact.Precision(), s.Exact.Recall(), s.Source.F1())
	t.Logf("direct: F1 %.3f (P %.3f R %.3f), speaker %.3f of %d", s.Direct.F1(), s.Direct.Precision(), s.Direct.Recall(), s.Speaker.Recall(), s.Speaker.Gold)
	for _, f := range []struct {
		what         string
		share, floor float64
	}{
		{"content, overlap", s.Content.F1(), 0.60},
		{"content, exact", s.Exact.F1(), 0.46},
		{"source", s.Source.F1(), 0.51},
		{"direct", s.Direct.F1(), 0.86},
		{"speaker of direct", s.Speaker.Recall(), 0.94},
	} {
		if f.share < f.floor {
			t.Errorf("%s: %.3f, the floor is %.2f", f.what, f.share, f.floor)
		}
	}
	if os.Getenv("DYAD_MISSES") != "" {
		for _, m := range h.Odd.Misses {
			t.Logf("%s %s | cue %q\n  gold %s\n  got  %s", m.Path, m.Kind, m.Cue, m.Gold, m.Got)
		}
	}
}
