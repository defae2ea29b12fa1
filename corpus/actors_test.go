package corpus_test

import (
	"io/fs"
	"strings"
	"testing"

	"dyad/corpus"
	"dyad/internal/actor"
	"dyad/internal/evaluate"
	"dyad/internal/plover"
)

// Every row has a mention, known codes and sectors, and an id and a text of its own.
func TestActors(t *testing.T) {
	d, err := actor.Default()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	total := 0
	for _, name := range corpus.ActorFiles() {
		data, err := fs.ReadFile(corpus.Actors(), name)
		if err != nil {
			t.Fatal(err)
		}
		gold, err := evaluate.ReadMentions(name, strings.NewReader(string(data)))
		if err != nil {
			t.Fatal(err)
		}
		total += len(gold)
		for _, g := range gold {
			key := g.Text + " " + g.Text[:g.Start] + "|"
			if o := seen[key]; o != "" {
				t.Errorf("%s has the text and the mention of %s", g.ID, o)
			}
			if seen[g.ID] != "" {
				t.Errorf("id %s stands twice", g.ID)
			}
			seen[key], seen[g.ID] = g.ID, g.ID
			for _, c := range g.Codes {
				if !d.HasCode(c) && !plover.International(c) {
					t.Errorf("%s: code %q is not known", g.ID, c)
				}
			}
			if g.Sector != "" && !plover.Sector(g.Sector) {
				t.Errorf("%s: sector %q is not known", g.ID, g.Sector)
			}
		}
	}
	if total < 1000 {
		t.Errorf("%d mentions, expected 1,000 or more", total)
	}
}
