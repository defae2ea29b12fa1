package place

import (
	"slices"
	"strings"
	"testing"

	"dyad/internal/language"
	"dyad/internal/table"
)

// TestRules reads sentences for each rule by which a place belongs to an act, and for its opposite.
func TestRules(t *testing.T) {
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	rs, err := table.ReadFile(testdata, "internal/place", "testdata/rules.tsv", "rule", "dateline", "event", "text", "places")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rs {
		if got, want := located(t, m, r.Get("text"), r.Get("dateline"), r.Get("event")), wanted(r.List("places")); !slices.Equal(got, want) {
			t.Errorf("%s: %s: %s: got %q, want %q", r.Where(), r.Get("rule"), r.Get("text"), got, want)
		}
	}
}

// BenchmarkPlaces finds and locates what the sentences of the rules tell, an act a sentence.
func BenchmarkPlaces(b *testing.B) {
	m, err := language.Default()
	if err != nil {
		b.Fatal(err)
	}
	g, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	rs, err := table.ReadFile(testdata, "internal/place", "testdata/ambiguous.tsv", "name", "state", "text")
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for _, r := range rs {
		text.WriteString(r.Get("text") + "\n\n")
	}
	sents := m.Parse(text.String())
	tokens := 0
	for i := range sents {
		tokens += len(sents[i].Tokens)
	}
	for b.Loop() {
		report := Report{Sentences: sents, Places: g.Find(text.String(), sents), Dateline: "Kano"}
		for i := range sents {
			Locate(report, Act{Sentence: i, Head: max(0, sents[i].Root()), Event: "ASSAULT"})
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
