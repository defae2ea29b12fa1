package place

import (
	"slices"
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
