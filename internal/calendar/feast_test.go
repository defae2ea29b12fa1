package calendar

import (
	"testing"
)

// Known days of movable feasts.
func TestFeasts(t *testing.T) {
	for _, c := range []struct {
		name, want string
		year       int
	}{
		{"easter", "1978-03-26", 1978},
		{"easter", "2008-03-23", 2008},
		{"easter", "2011-04-24", 2011},
		{"good friday", "2016-03-25", 2016},
		{"whit monday", "2019-06-10", 2019},
		{"orthodox easter", "2016-05-01", 2016},
		{"orthodox easter", "2017-04-16", 2017},
		{"orthodox easter", "1983-05-08", 1983},
		{"thanksgiving", "2018-11-22", 2018},
		{"labor day", "2015-09-07", 2015},
		{"memorial day", "2016-05-30", 2016},
		{"eid al fitr", "2016-07-06", 2016},
		{"eid al fitr", "2006-10-23", 2006},
		{"eid al fitr", "2023-04-21", 2023},
		{"eid al adha", "2015-09-24", 2015},
		{"eid al adha", "2021-07-20", 2021},
		{"ramadan", "2015-06-18", 2015},
		{"ashura", "2016-10-11", 2016},
		{"nowruz", "2016-03-20", 2016},
		{"nowruz", "2017-03-21", 2017},
		{"nowruz", "2021-03-21", 2021},
		{"nowruz", "1979-03-21", 1979},
		{"passover", "2016-04-23", 2016},
		{"passover", "2019-04-20", 2019},
		{"yom kippur", "1973-10-06", 1973},
		{"rosh hashanah", "2020-09-19", 2020},
		{"purim", "2016-03-24", 2016},
		{"hanukkah", "2016-12-25", 2016},
		{"hanukkah", "2021-11-29", 2021},
		{"tet", "1985-01-21", 1985},
		{"chinese new year", "2020-01-25", 2020},
		{"diwali", "2016-10-30", 2016},
	} {
		list := tables().feasts[c.name].in(c.year)
		if len(list) == 0 || list[0].lo.String() != c.want {
			t.Errorf("%s %d: got %v, want %s", c.name, c.year, list, c.want)
		}
	}
}

// The same day in two calendars.
func TestConversions(t *testing.T) {
	for _, c := range []struct {
		calendar         string
		year, month, dom int
		want             string // "" = no such day
	}{
		{persianCalendar, 1357, 11, 22, "1979-02-11"},
		{persianCalendar, 1400, 1, 1, "2021-03-21"},
		{persianCalendar, 1399, 12, 30, "2021-03-20"},
		{persianCalendar, 1400, 12, 30, ""},
		{persianCalendar, 1358, 8, 13, "1979-11-04"},
		{persianCalendar, 1395, 7, 31, ""},
		{persianCalendar, 900, 1, 1, ""},
		{hijriCalendar, 1444, 3, 12, "2022-10-08"},
		{hijriCalendar, 1410, 9, 15, "1990-04-11"},
		{hijriCalendar, 1437, 13, 1, ""},
		{hijriCalendar, 1437, 1, 31, ""},
		{hijriCalendar, 0, 1, 1, ""},
	} {
		convert := tables().hijri
		if c.calendar == persianCalendar {
			convert = persian
		}
		d, ok := convert(c.year, c.month, c.dom)
		if got := d.lo.String(); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s %d-%d-%d: got %s (%v), want %s", c.calendar, c.year, c.month, c.dom, got, ok, c.want)
		}
	}
	if d, ok := tables().hijri(1300, 1, 1); !ok || d.hi-d.lo != 2 { // before the table: three days
		t.Errorf("1 Muharram 1300: %v, want three days", d)
	}
}
