package actor

import (
	"fmt"
	"testing"
)

// What acts has its time; what a sentence tells of a year of the past, names as a place or always was has none.
func TestLives(t *testing.T) {
	d, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for data, want := range map[string]string{
		"Zaire|PROPN|nsubj|2 closed|VERB|root|0|close the|DET|det|4 border|NOUN|obj|2 ~.|PUNCT|punct|2":                                                                    "[[{1971-10-27 1997-05-17}]]",
		"Zaire|PROPN|nsubj|2 closed|VERB|root|0|close the|DET|det|4 border|NOUN|obj|2 in|ADP|case|6 1994|NUM|obl|2 ~.|PUNCT|punct|2":                                       "[]",
		"Troops|NOUN|nsubj|2 entered|VERB|root|0|enter Zaire|PROPN|obj|2 ~.|PUNCT|punct|2":                                                                                 "[]",
		"Sweden|PROPN|nsubj|2 closed|VERB|root|0|close the|DET|det|4 border|NOUN|obj|2 ~.|PUNCT|punct|2":                                                                   "[]",
		"The|DET|det|3 Soviet|ADJ|amod|3 Union|PROPN|nsubj|4 closed|VERB|root|0|close the|DET|det|6 border|NOUN|obj|4 ~.|PUNCT|punct|4":                                    "[[{ 1991-12-25}]]",
		"Zaire|PROPN|nsubj|2 warned|VERB|root|0|warn Zaire|PROPN|obj|2 ~.|PUNCT|punct|2\nZaire|PROPN|nsubj|2 closed|VERB|root|0|close schools|NOUN|obj|2 ~.|PUNCT|punct|2": "[[{1971-10-27 1997-05-17}]]",
	} {
		texts, sents := fixture(t, data)
		if got := fmt.Sprint(d.Find(texts[0], sents[0], Context{}).Lives()); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", texts[0], got, want)
		}
	}
}
