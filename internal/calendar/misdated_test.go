package calendar

import (
	"testing"

	"dyad/event"
	"dyad/internal/language"
)

// The n-th day of a feast, and parts of a day that only its number names.
func TestDaysOfFeasts(t *testing.T) {
	for text, want := range map[string]string{
		"They met on the first day of Diwali.":            "2016-10-30",
		"They met on the third day of Ramadan.":           "2016-06-08",
		"They met on the last day of March.":              "2016-03-31",
		"They met on the afternoon of the 23rd.":          "2016-10-23",
		"They met on the first day of the talks, of all.": "",
	} {
		sents := language.Tokenize(text)
		times := Find(text, sents)
		Resolve(times, event.Published{Earliest: "2016-10-31", Latest: "2016-10-31"}, sents)
		got := ""
		if len(times) > 0 {
			got = times[0].Earliest
		}
		if got != want {
			t.Errorf("%s got %q, want %q", text, got, want)
		}
	}
}

// A feast outside its table has no day, rather than that of the nearest year.
func TestFeastOutsideItsTable(t *testing.T) {
	text := "Diwali was quiet."
	sents := language.Tokenize(text)
	times := Find(text, sents)
	Resolve(times, event.Published{Earliest: "1968-10-31", Latest: "1968-10-31"}, sents)
	if len(times) != 1 || times[0].Earliest != "" {
		t.Errorf("got %+v", times)
	}
}

// A day that there cannot have been is no date, and the deed is not dated by the report as if nothing had been said.
func TestImpossibleDays(t *testing.T) {
	for text, want := range map[string]bool{
		"On February 30 they met.": true, "On 45 May they met.": true, "On 22 May 2557 they met.": true,
		"On February 29 they met.": false, "On 22 May 2001 they met.": false, "On Monday they met.": false,
	} {
		times := Find(text, language.Tokenize(text))
		if len(times) != 1 || times[0].impossible() != want {
			t.Errorf("%s %+v", text, times)
		}
	}
}
