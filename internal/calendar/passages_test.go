package calendar

import (
	"os"
	"strings"
	"testing"

	"dyad/event"
)

// passagesRight is the share of the acts in testdata/passages.txt that must get their days. Not all do: some hang on a word
// that the parser takes for another.
const passagesRight = 0.9

func TestPassages(t *testing.T) {
	file, err := os.ReadFile("testdata/passages.txt")
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for _, passage := range strings.Split(string(file), "\n== ")[1:] {
		day, rest, _ := strings.Cut(passage, "\n")
		pub := event.Published{Earliest: day, Latest: day}
		text, acts, _ := strings.Cut(rest, "\n? ")
		for _, act := range strings.Split(acts, "\n? ") {
			f := strings.Fields(act)
			if len(f) < 3 {
				t.Fatalf("%q: write the word, its kind and its days", act)
			}
			got := strings.Fields(dateOf(t, text, f[0], f[1], pub))
			want := f[2]
			if len(f) == 5 {
				want += " " + f[4]
			}
			have := got[0]
			if len(f) == 5 && len(got) == 4 {
				have += " " + got[3]
			}
			all++
			if have == want {
				right++
			} else {
				t.Logf("%q: got %s, want %s | %s", f[0], have, want, strings.ReplaceAll(text, "\n", " "))
			}
		}
	}
	if all < 80 || float64(right) < passagesRight*float64(all) {
		t.Errorf("%d of %d acts get their days; %.2f must", right, all, passagesRight)
	}
}
