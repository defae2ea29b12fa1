package evaluate

import (
	"os"
	"testing"

	"dyad/internal/language"
)

const goldQuotes = "../../../shared/gold/quotes"

func TestQuotesGold(t *testing.T) {
	if _, err := os.Stat(goldQuotes); err != nil {
		t.Skip("no gold data of quotes: ", err)
	}
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	s, err := Quotes(goldQuotes, m.Parse)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("content overlap F1 %.3f (P %.3f R %.3f), exact F1 %.3f (P %.3f R %.3f), source F1 %.3f", s.Content.F1(),
		s.Content.Precise/float64(max(1, s.Content.Found)), s.Content.Recalled/float64(max(1, s.Content.Gold)), s.Exact.F1(), s.Exact.Precision(), s.Exact.Recall(), s.Source.F1())
	t.Logf("direct: F1 %.3f (P %.3f R %.3f), speaker %.3f of %d", s.Direct.F1(), s.Direct.Precision(), s.Direct.Recall(), s.Speaker.Recall(), s.Speaker.Gold)
	if os.Getenv("DYAD_MISSES") != "" {
		for _, m := range s.Misses {
			t.Logf("%s %s | cue %q\n  gold %s\n  got  %s", m.Path, m.Kind, m.Cue, m.Gold, m.Got)
		}
	}
}
