package calendar

import "testing"

func TestPrecision(t *testing.T) {
	for _, c := range []struct{ lo, hi, want string }{
		{"2016-08-15", "2016-08-15", "day"},
		{"2016-08-15", "2016-08-21", "week"},
		{"2016-08-16", "2016-08-22", "interval"},
		{"2016-08-01", "2016-08-31", "month"},
		{"2016-08-01", "2016-08-30", "interval"},
		{"2016-07-01", "2016-09-30", "quarter"},
		{"2016-06-01", "2016-08-31", "interval"},
		{"2016-07-01", "2016-12-31", "half-year"},
		{"2016-01-01", "2016-12-31", "year"},
		{"2010-01-01", "2019-12-31", "decade"},
		{"2011-01-01", "2020-12-31", "interval"},
		{"1900-01-01", "1999-12-31", "century"},
		{"2016-08-01", "", ""},
		{"", "", ""},
	} {
		if got := (Interval{c.lo, c.hi}).Precision(); got != c.want {
			t.Errorf("%s–%s: %q, want %q", c.lo, c.hi, got, c.want)
		}
	}
}
