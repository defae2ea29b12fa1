package place

import (
	"slices"
	"strings"
	"testing"

	"dyad/internal/language"
	"dyad/internal/table"
)

// TestAmbiguous reads names that several places bear, in sentences that tell which is meant.
func TestAmbiguous(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	rs, err := table.ReadFile(testdata, "internal/place", "testdata/ambiguous.tsv", "name", "state", "text")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rs {
		text := r.Get("text")
		places := g.Find(text, m.Parse(text))
		i := slices.IndexFunc(places, func(p Place) bool { return strings.HasPrefix(p.Text, r.Get("name")) })
		switch {
		case i < 0:
			t.Errorf("%s: %s: %q is not found", r.Where(), text, r.Get("name"))
		case places[i].Code != r.Get("state") || places[i].Lat == nil:
			t.Errorf("%s: %s: %s is in %s, want %s", r.Where(), text, places[i].Name, places[i].Code, r.Get("state"))
		}
	}
}
