package calendar

import (
	"testing"

	"dyad/event"
	"dyad/internal/language"
)

// A clause has its own day before that of the deed it speaks of.
func TestDayOfSubject(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	pub := event.Published{Earliest: "2015-01-20", Latest: "2015-01-20"}
	for text, want := range map[string]string{
		"Russia's attack on Idlib on Sunday was condemned by France on Monday.": "2015-01-19",
		"Russia's attack on Idlib was condemned by France on Monday.":           "2015-01-19",
	} {
		sents := model.Parse(text)
		times := Find(text, sents)
		Resolve(times, pub, sents)
		for i, tok := range sents[0].Tokens {
			if tok.Form != "condemned" {
				continue
			}
			if got := eventDate(sents, Act{Predicate: i}, times, pub); got.Earliest != want || got.Latest != want {
				t.Errorf("%q: %+v, want %s", text, got, want)
			}
		}
	}
}

// eventDate says when one act of a report took place; Dating does so for many.
func eventDate(sents []language.Sentence, act Act, times []Time, published event.Published) When {
	return NewDating(sents, times, published).Date(act)
}
