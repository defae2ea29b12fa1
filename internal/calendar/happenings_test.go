package calendar

import (
	"slices"
	"strings"
	"testing"

	"dyad/internal/language"
)

// Every row of the tables is read, and no form means two days.
func TestHappeningTables(t *testing.T) {
	table, err := loadHappenings()
	if err != nil {
		t.Fatal(err)
	}
	if len(table.list) == 0 {
		t.Fatal("no happenings")
	}
	low, _ := civil(1945, 1, 1)
	for _, fs := range table.forms {
		for i, f := range fs {
			h := table.list[f.of]
			if h.lo < low {
				t.Errorf("%s: %v is before the tables begin", strings.Join(f.words, " "), h.lo)
			}
			if len(f.words) == 1 && f.words[0][0] >= 'a' && f.words[0][0] <= 'z' {
				t.Errorf("%q is a common word", f.words[0])
			}
			for _, g := range fs[:i] {
				if slices.Equal(f.words, g.words) && table.list[g.of].days != h.days {
					t.Errorf("%q stands at %v and %v", strings.Join(f.words, " "), table.list[g.of].lo, h.lo)
				}
			}
		}
	}
}

func TestFindHappenings(t *testing.T) {
	table := &happeningTable{
		list:  []happening{{days{1, 1}, "end", false}, {days{2, 9}, "war", true}},
		forms: map[string][]form{"fall": {{[]string{"fall", "of", "Lindfort", "Wall"}, 0}}, "Harbour": {{[]string{"Harbour", "War"}, 1}}, "war": {{[]string{"war", "in", "Aland"}, 1}}},
	}
	for _, c := range []struct{ text, want string }{
		{"Three days after the fall of the Lindfort Wall they met.", "fall of the Lindfort Wall"},
		{"Fall of the Lindfort Wall remembered.", "Fall of the Lindfort Wall"},
		{"Since the fall of Lindfort Wall’s stones.", "fall of Lindfort Wall’s"},
		{"In the fall, of the Lindfort Wall nothing stood.", ""},
		{"The Harbour War, which began the war in Aland.", "Harbour War,|war in Aland."},
		{"The Harbour warden.", ""},
		{"the fall of", ""},
		{"", ""},
	} {
		var got []string
		for _, d := range table.find(c.text, &language.Sentence{End: len(c.text)}) {
			got = append(got, c.text[d.start:d.end])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}
