package actor

import (
	"testing"
	"time"
)

func dictionary(t testing.TB) *Dictionary {
	t.Helper()
	d, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLoadIsQuick(t *testing.T) {
	dictionary(t)
	start := time.Now()
	if _, err := load(places(t)); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	t.Logf("dictionary ready in %v", took)
	if took > time.Second {
		t.Errorf("the dictionary took %v to load; it should take well under 100 ms on a free machine", took)
	}
}

// sideBySide are offices that two people held at one time: of the Soviet Union and of its republic Russia, or disputed.
var sideBySide = map[holderKey]bool{
	{"president", "RUS"}: true, {"foreign minister", "RUS"}: true, {"vice president", "RUS"}: true, {"president", "MDG"}: true,
	{"president", "SRB"}: true, {"prime minister", "SRB"}: true, // of Yugoslavia and of its republic Serbia
}

// within says whether day b is at most n days after day a.
func within(a, b string, n int) bool {
	x, err1 := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	return err1 == nil && err2 == nil && y.Sub(x) <= time.Duration(n)*24*time.Hour
}

// Terms of one person in one office must not overlap by more than the day of a hand-over.
func TestTermsDoNotOverlap(t *testing.T) {
	d := dictionary(t)
	for _, p := range d.people {
		for i, a := range p.terms {
			for _, b := range p.terms[:i] {
				if a.key == b.key && a.of == b.of && (a.from == "" || b.to == "" || a.from < b.to) && (b.from == "" || a.to == "" || b.from < a.to) {
					t.Errorf("%s: %s of %s from %s overlaps the term from %s", p.name, a.key, a.of, a.from, b.from)
				}
			}
		}
	}
	for k, hs := range d.holders {
		for i := 1; i < len(hs); i++ {
			a, b := d.office(hs[i-1]), d.office(hs[i])
			if sideBySide[k] || a.to != "" && within(b.from, a.to, 31) {
				continue // month precision
			}
			if a.to == "" || a.to > b.from {
				t.Errorf("%s of %s: %s (to %q) and %s (from %s) overlap", k.key, k.of, d.people[hs[i-1].person].name, a.to, d.people[hs[i].person].name, b.from)
			}
		}
	}
}
