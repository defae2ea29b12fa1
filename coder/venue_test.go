package coder_test

import (
	"strings"
	"testing"

	"dyad/coder"
	"dyad/event"
)

// TestVenue holds the places that several sentences tell together: those of a visit, of talks, of a protest put down, and of
// measures in a whole state. The row asked for is the last one of its type.
func TestVenue(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ name, text, event, want string }{
		{"a reception on a visit", "MALE, May 3 - The president of Ghana arrived in Lima on Monday. On Tuesday the president of Ghana was received by the president of Peru.", "CONSULT", "Lima:PER"},
		{"another visit", "MALE, May 3 - The president of Ghana arrived in Lima on Monday. The king of Norway was received by the president of Chile.", "CONSULT", ""},
		{"a deal on a visit", "MALE, May 3 - The president of Ghana met the president of Peru in Lima on Monday. Ghana and Peru signed an accord on Tuesday.", "SUPPORT", "Lima:PER"},
		{"a deal of others", "MALE, May 3 - The president of Ghana met the president of Peru in Lima on Monday. Ghana and Chile signed an accord on Tuesday.", "SUPPORT", ""},
		{"a deal of long ago", "MALE, May 3 - The president of Ghana met the president of Peru in Lima on Monday. Ghana and Peru signed an accord in 1994.", "SUPPORT", ""},
		{"a visit told of at its place", "LIMA, May 3 - The president of Peru received the president of Ghana on Monday.", "CONSULT", "Lima:PER"},
		{"a visit told of elsewhere", "MALE, May 3 - The president of Peru received the president of Ghana on Monday.", "CONSULT", ""},
		{"a telephone call", "LIMA, May 3 - The president of Peru telephoned the president of Ghana on Monday.", "CONSULT", ""},
		{"a protest put down", "MALE, May 3 - Peruvian students marched in Lima on Monday. Peruvian police fired tear gas at the students.", "ASSAULT", "Lima:PER"},
		{"a protest of another paragraph", "MALE, May 3 - Peruvian students marched in Lima on Monday.\n\nPeruvian police fired tear gas at miners.", "ASSAULT", ""},
		{"a curfew", "MALE, May 3 - Peru's government imposed a curfew on Monday.", "COERCE", "Peru:PER"},
		{"a curfew in a town", "MALE, May 3 - Peru's government imposed a curfew in Lima on Monday.", "COERCE", "Lima:PER"},
		{"a curfew in a town of no table", "MALE, May 3 - Peru's government imposed a curfew on the town of Qaqaqa on Monday.", "COERCE", ""},
		{"a palace where the report was sent from", "LIMA, May 3 - Peruvian students pelted the presidential palace with stones on Monday.", "PROTEST", "Lima:PER"},
		{"a palace elsewhere", "MALE, May 3 - Peruvian students pelted the presidential palace with stones on Monday.", "PROTEST", ""},
	} {
		report, err := c.Code(t.Context(), event.Document{Raw: []byte(x.text)})
		if err != nil {
			t.Fatal(err)
		}
		got, found := "", false
		for _, e := range report.Events {
			if e.Event != x.event {
				continue
			}
			var list []string
			for _, l := range e.EventLoc {
				list = append(list, l.Name+":"+l.Code)
			}
			got, found = strings.Join(list, ";"), true
		}
		if !found || got != x.want {
			t.Errorf("%s: %s: got %q (row: %v), want %q", x.name, x.text, got, found, x.want)
		}
	}
}
