package calendar

import (
	"testing"
	"time"
)

// The library's calendar is the oracle for ours, over 400 years and at both ends of the range.
func TestDayAgainstTime(t *testing.T) {
	epoch := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	check := func(at time.Time) {
		d, ok := civil(at.Year(), int(at.Month()), at.Day())
		if !ok || d.String() != at.Format(time.DateOnly) {
			t.Fatalf("civil(%s) = %d (%s), %v", at.Format(time.DateOnly), d, d, ok)
		}
		if want := (int(at.Weekday())+6)%7 + 1; d.weekday() != want {
			t.Fatalf("%s: weekday %d, want %d", d, d.weekday(), want)
		}
		if y, m, n := d.date(); y != at.Year() || m != int(at.Month()) || n != at.Day() {
			t.Fatalf("date(%s) = %d %d %d", d, y, m, n)
		}
	}
	for i := range 400 * 366 {
		check(time.Date(1800, 1, 1+i, 0, 0, 0, 0, time.UTC))
	}
	check(epoch)
	check(time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC))
}

func TestNoSuchDay(t *testing.T) {
	for _, c := range [][3]int{{2011, 2, 29}, {2012, 2, 30}, {1900, 2, 29}, {2010, 13, 1}, {2010, 0, 1}, {2010, 4, 31}, {0, 1, 1}, {10000, 1, 1}, {2010, 5, 0}, {-4, 5, 45}} {
		if d, ok := civil(c[0], c[1], c[2]); ok {
			t.Errorf("civil(%v) = %s, want none", c, d)
		}
	}
	for _, s := range []string{"2011-02-30", "0000-01-01", "2011-1-1", "yesterday", "", "2011-05-4x"} {
		if d, ok := parseDay(s); ok {
			t.Errorf("parseDay(%q) = %s, want none", s, d)
		}
	}
}
