package place

import "testing"

// A name that only small towns have places a dateline, and makes no place of somebody's surname.
func TestFamous(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	minor := 0
	for _, c := range []struct {
		name          string
		state, famous string
	}{{"Oslo", "NOR", "NOR"}, {"Mbale", "UGA", ""}, {"Hyderabad, Pakistan", "PAK", "PAK"}, {"Nowhere-at-all", "", ""}} {
		if got := g.State(c.name); got != c.state {
			t.Errorf("State(%q) = %q, want %q", c.name, got, c.state)
		}
		if got := g.Famous(c.name); got != c.famous {
			t.Errorf("Famous(%q) = %q, want %q", c.name, got, c.famous)
		}
		if c.state != c.famous {
			minor++
		}
	}
	if minor == 0 {
		t.Error("no minor town was tried")
	}
}
