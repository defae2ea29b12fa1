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
	for _, h := range table.list {
		if h.lo < low && h.kind != nameOnly {
			t.Errorf("%v is before the tables begin", h.lo)
		}
	}
	var check func(n *names, words ...string)
	check = func(n *names, words ...string) {
		if len(n.of) > 0 && len(words) == 1 && table.list[n.of[0]].kind != nameOnly && words[0][0] >= 'a' && words[0][0] <= 'z' {
			t.Errorf("%q is a common word", words[0])
		}
		for _, k := range n.of {
			if a, b := table.list[n.of[0]], table.list[k]; a.days != b.days {
				t.Errorf("%q stands at %v and %v", strings.Join(words, " "), a.lo, b.lo)
			}
		}
		for w, m := range n.next {
			check(m, append(slices.Clone(words), w)...)
		}
	}
	check(&table.names)
}

func TestFindHappenings(t *testing.T) {
	table := &happeningTable{skipped: map[string]bool{"the": true, "President": true}, list: []happening{{days{1, 1}, "end", false}, {days{2, 9}, "war", true}}}
	for name, of := range map[string]int{"fall of Lindfort Wall": 0, "Harbour War": 1, "war in Aland": 1} {
		n := &table.names
		for _, w := range strings.Fields(name) {
			n = n.enter(w)
		}
		n.of = []int{of}
	}
	if err := table.turns(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Three days after the fall of the Lindfort Wall they met.", "fall of the Lindfort Wall"},
		{"Fall of the Lindfort Wall remembered.", "Fall of the Lindfort Wall"},
		{"Since the fall of Lindfort Wall’s stones.", "fall of Lindfort Wall’s"},
		{"In the fall, of the Lindfort Wall nothing stood.", ""},
		{"The Harbour War, which began the war in Aland.", "Harbour War,|war in Aland."},
		{"The Harbour warden.", ""},
		{"A week after the Lindfort Wall fell they met.", "Lindfort Wall fell"},
		{"A week after the Lindfort Wall had been built they met.", ""},
		{"The fall of President Lindfort Wall.", "fall of President Lindfort Wall."},
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
