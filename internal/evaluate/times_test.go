package evaluate

import (
	"os"
	"testing"

	"dyad/internal/language"
)

const goldTimes = "../../../shared/gold/times"

// The floors are what the first version reaches, rounded down: they keep a change from making it worse unseen.
func TestTimesGold(t *testing.T) {
	if _, err := os.Stat(goldTimes); err != nil {
		t.Skip("no gold data of time expressions: ", err)
	}
	parse := language.Tokenize
	if m, err := language.Default(); err == nil {
		parse = m.Parse
	}
	s, err := Times(goldTimes, parse)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("bare expressions: interval equal %.3f (%d of %d)", s.Bare.Recall(), s.Bare.Right, s.Bare.Gold)
	t.Logf("news: found %.3f (%d of %d), interval equal of those found %.3f (%d of %d)",
		s.Spans.Recall(), s.Spans.Right, s.Spans.Gold, s.Values.Precision(), s.Values.Right, s.Values.Found)
	for _, f := range []struct {
		what         string
		share, floor float64
	}{
		{"values of bare expressions", s.Bare.Recall(), 0.82},
		{"dates found in news", s.Spans.Recall(), 0.93},
		{"their values", s.Values.Precision(), 0.87},
	} {
		if f.share < f.floor {
			t.Errorf("%s: %.3f, the floor is %.2f", f.what, f.share, f.floor)
		}
	}
	if os.Getenv("DYAD_MISSES") != "" {
		for _, m := range s.Misses {
			t.Logf("%s %q: gold %s – %s, got %s – %s, found %v", m.Path, m.Text, m.Gold.Earliest, m.Gold.Latest, m.Got.Earliest, m.Got.Latest, m.Found)
		}
	}
}
