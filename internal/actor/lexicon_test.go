package actor

import (
	"slices"
	"testing"
)

// The quick way to cut a name gives what the general way does.
func TestCutSimple(t *testing.T) {
	names := []string{"New Mexico", "Kim Jong-un", "U S A", "al-Assad", "IRA", "", " a  b ", "-", "McDonald", "G7", "24 Hours", "a/b"}
	for _, p := range dictionary(t).people {
		names = append(names, p.name)
	}
	tried := 0
	for _, n := range names {
		if !simple(n) {
			continue
		}
		tried++
		w1, s1 := cutSimple(n)
		w2, s2 := cutAny(n)
		if !slices.Equal(w1, w2) || !slices.Equal(s1, s2) {
			t.Errorf("%q: %q %v, and %q %v", n, w1, s1, w2, s2)
		}
	}
	if tried < 1000 {
		t.Errorf("only %d names tried", tried)
	}
}
