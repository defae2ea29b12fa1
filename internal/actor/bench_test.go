package actor

import (
	"os"
	"strings"
	"testing"

	"dyad/internal/calendar"
)

func BenchmarkFindAndSettle(b *testing.B) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := dictionary(b)
	// One text of all sentences: coreference has something to look back at.
	texts, sents := fixture(b, strings.ReplaceAll(string(data), "\n\n", "\n"))
	tokens := 0
	for _, s := range sents[0] {
		tokens += len(s.Tokens)
	}
	on := calendar.Interval{Earliest: "2004-05-10", Latest: "2004-05-10"}
	for b.Loop() {
		d.Find(texts[0], sents[0], Context{}).Settle(on)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
