package calendar

import (
	"testing"

	"dyad/internal/language"
)

// The year behind a feast is the feast's, whatever joins them.
func TestFeastInYear(t *testing.T) {
	for text, want := range map[string]string{
		"They met on Yom Kippur in 1973.":     "1973-10-06",
		"They met on Easter Sunday in 1982.":  "1982-04-11",
		"They met at Christmas, 1989.":        "1989-12-25",
		"They met at Christmas in Bucharest.": "2015-12-25",
	} {
		sents := language.Tokenize(text)
		times := Find(text, sents)
		given := []Evidence{{Earliest: "2016-08-17", Latest: "2016-08-17", Basis: "given"}}
		Resolve(times, Publish(given, nil, times, nil), sents)
		if len(times) != 1 || times[0].Earliest != want || times[0].Latest != want {
			t.Errorf("%q: %+v, want one expression of %s", text, times, want)
		}
	}
}
