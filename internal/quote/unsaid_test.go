package quote

import (
	"testing"

	"dyad/internal/language"
)

// What nobody says, or somebody is said not to say, is not said; a denial is.
func TestUnsaid(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	sents := model.Parse("The minister said that Chad had bombed the town. The minister did not say that Chad had bombed the town. No official said that Chad had bombed the town. The minister denied that Chad had bombed the town.")
	if len(sents) != 4 {
		t.Fatalf("%d sentences", len(sents))
	}
	u := NewUnsaid(sents)
	for i, want := range []bool{false, true, true, false} {
		for k, tok := range sents[i].Tokens {
			if tok.Form == "bombed" && u.At(i, k) != want {
				t.Errorf("sentence %d: unsaid is %v, want %v", i+1, !want, want)
			}
		}
	}
}
