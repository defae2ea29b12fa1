package clean

import (
	"slices"
	"testing"

	"dyad/event"
)

// Only those that issued a report say how old it can be, not those that it names.
func TestFounded(t *testing.T) {
	for raw, want := range map[string][]string{
		"TEHRAN, Aug. 4 (MNA) - The two ministers met on Saturday and spoke of trade.":                                     {"2003-06-22"},
		"TEHRAN, Aug. 4 (Reuters) - The two ministers met on Saturday and spoke of trade.":                                 nil,
		"TEHRAN, Aug. 4 (Reuters) - The two ministers met on Saturday, the Mehr News Agency reported, and spoke of trade.": nil,
		"https://www.presstv.ir/x/1/\n\nThe two ministers met on Saturday and spoke of trade.":                             {"2007-07-02"},
	} {
		text, err := Clean(event.Document{Raw: []byte(raw)})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(text.Founded, want) {
			t.Errorf("%s\ngot %v, want %v", raw, text.Founded, want)
		}
	}
}
