package calendar

import "testing"

// What goes on from a week of the calendar is any day as far from it; what goes on from days that something lasted is of their end.
func TestOnward(t *testing.T) {
	at := func(y, m, d int) day { x, _ := civil(y, m, d); return x }
	for _, c := range []struct {
		name   string
		from   days
		unit   unit
		n      int
		lo, hi day
	}{
		{"a day", days{at(2015, 1, 14), at(2015, 1, 14)}, dayUnit, 2, at(2015, 1, 16), at(2015, 1, 16)},
		{"a week of the calendar", days{at(2015, 1, 12), at(2015, 1, 18)}, dayUnit, 2, at(2015, 1, 14), at(2015, 1, 20)},
		{"before a week", days{at(2015, 1, 12), at(2015, 1, 18)}, dayUnit, -1, at(2015, 1, 11), at(2015, 1, 17)},
		{"three days of talks", days{at(2015, 1, 13), at(2015, 1, 15)}, dayUnit, 1, at(2015, 1, 16), at(2015, 1, 16)},
		{"before three days of talks", days{at(2015, 1, 13), at(2015, 1, 15)}, dayUnit, -1, at(2015, 1, 12), at(2015, 1, 12)},
		{"a month", days{at(2015, 1, 1), at(2015, 1, 31)}, dayUnit, 3, at(2015, 1, 4), at(2015, 2, 3)},
	} {
		got, ok := c.from.onward(c.unit, c.n)
		if !ok || got != (days{c.lo, c.hi}) {
			t.Errorf("%s: got %s–%s, %v, want %s–%s", c.name, got.lo, got.hi, ok, c.lo, c.hi)
		}
	}
}
