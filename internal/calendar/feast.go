package calendar

// Feasts: names of days that come round each year by a rule of their own.

// feast is such a name, or a day or month of a calendar that is not ours.
type feast struct {
	rule
	rel  direction
	year value // the Gregorian year it falls into, where the text says; nil
}

// rule says how the day of a feast is found. What month, dom and n mean depends on its name (data/holidays.tsv).
type rule struct {
	kind          string // fixed | weekday | easter | pascha | hijri | persian | hebrew | lunar | none
	month, dom, n int
	length        int    // days that it lasts, at least 1
	as            string // lunar: its name in data/lunar.tsv
}

// in gives the feasts of a rule that begin in a Gregorian year: none, one, or two of the Hijri calendar.
func (r rule) in(y int) []days {
	switch r.kind {
	case "fixed":
		d, ok := civil(y, r.month, r.dom)
		return r.lasting(d, ok)
	case "weekday":
		d, ok := nthWeekday(y, r.month, r.dom, r.n)
		return r.lasting(d, ok)
	case "easter":
		return r.lasting(easter(y)+day(r.n), true)
	case "pascha":
		return r.lasting(pascha(y)+day(r.n), true)
	case "hebrew":
		return r.lasting(hebrew(y, r.month, r.dom), true)
	case "lunar":
		if d, ok := tables().lunar[r.as][y]; ok {
			return []days{d}
		}
	case "hijri":
		return r.converted(y, hijriAbout(y), tables().hijri)
	case "persian":
		return r.converted(y, persianAbout(y), persian)
	}
	return nil
}

// lasting gives the days of a feast that begins on a day.
func (r rule) lasting(d day, ok bool) []days {
	if !ok {
		return nil
	}
	return []days{{d, d + day(max(r.length, 1)-1)}}
}

// converted gives the days of another calendar's date that begin in a Gregorian year; about is the other year near it.
func (r rule) converted(y, about int, convert func(year, month, dom int) (days, bool)) (list []days) {
	for n := about - 1; n <= about+2; n++ {
		d, ok := convert(n, r.month, r.dom)
		if !ok {
			continue
		}
		if got, _, _ := d.lo.date(); got == y {
			d.hi += day(max(r.length, 1) - 1)
			list = append(list, d)
		}
	}
	return list
}

func (v feast) days(a anchor) (days, bool) {
	if v.year != nil {
		y, ok := v.year.days(a)
		if !ok || !y.lo.valid() {
			return days{}, false
		}
		n, _, _ := y.lo.date()
		list := v.in(n)
		if len(list) == 0 {
			return days{}, false
		}
		return list[0], true
	}
	y, _, _ := a.ref.date()
	var best days
	found := false
	if len(v.in(y)) == 0 && (len(v.in(y-1)) == 0 || len(v.in(y+1)) == 0) {
		return best, false // outside its table
	}
	for n := y - 2; n <= y+2; n++ {
		for _, d := range v.in(n) {
			if lies(d, v.rel, a) && (!found || a.distance(d) < a.distance(best)) {
				best, found = d, true
			}
		}
	}
	return best, found
}

// nthWeekday gives the n-th of a weekday in a month, the last one for -1.
func nthWeekday(y, month, weekday, n int) (day, bool) {
	m, ok := months(y, month, 1)
	if !ok || n == 0 {
		return 0, false
	}
	if n < 0 {
		return m.hi - day(floorMod(m.hi.weekday()-weekday, 7)), true
	}
	d := m.lo + day(floorMod(weekday-m.lo.weekday(), 7)+7*(n-1))
	return d, d <= m.hi
}

// easter gives Easter Sunday of the western churches: the Gregorian computus in the anonymous form of 1876.
func easter(y int) day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	date, _ := civil(y, n/31, n%31+1)
	return date
}

// pascha gives Easter Sunday of the Orthodox churches, by Meeus's form of the Julian computus, as a Gregorian day.
func pascha(y int) day {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	date, _ := civil(y, n/31, n%31+1)
	return date + day(y/100-y/400-2) // the days by which the Julian calendar lags
}

// hebrew gives the day of a Hebrew date whose feast falls into a Gregorian year: months from Tishri = 1 in autumn, Adar (the
// second one of leap years) = 6, Nisan = 7 to Elul = 12 in spring and summer.
func hebrew(y, month, dom int) day {
	year := y + 3761 // the one that begins in autumn
	if month <= 5 {
		d := hebrewNewYear(year)
		for m := 1; m < month; m++ {
			d += day(hebrewMonth(year, m))
		}
		return d + day(dom-1)
	}
	// From Nisan on the months have 30 and 29 days by turns; Adar has 29.
	d := hebrewNewYear(year)
	for m := 12; m >= month; m-- {
		d -= day(29 + m%2)
	}
	return d + day(dom-1)
}

// hebrewMonth gives the length of Tishri, Heshvan, Kislev and Tevet.
func hebrewMonth(year, month int) int {
	length := int(hebrewNewYear(year+1) - hebrewNewYear(year))
	switch {
	case month == 2 && length%10 == 5, month == 3 && length%10 != 3:
		return 30
	case month == 2 || month == 4 || month == 3:
		return 29
	}
	return 30
}

// hebrewNewYear gives Rosh Hashanah of a Hebrew year.
func hebrewNewYear(year int) day { return hebrewEpoch + hebrewElapsed(year) }

// hebrewElapsed counts the days from the epoch to a new year of the Hebrew calendar. It is put off where a year would
// have 356 or 382 days.
func hebrewElapsed(year int) day {
	before, at, next := moladDay(year-1), moladDay(year), moladDay(year+1)
	switch {
	case next-at == 356:
		return at + 2
	case at-before == 382:
		return at + 1
	}
	return at
}

// moladDay is the day of the mean new moon of Tishri, put off where it is too late in the day or falls on a Sunday, Wednesday or
// Friday.
func moladDay(year int) day {
	months := (235*year - 234) / 19
	parts := 12084 + 13753*months
	d := 29*months + parts/25920
	if 3*(d+1)%7 < 3 {
		d++
	}
	return day(d)
}

// hebrewEpoch is where the count of days begins: Rosh Hashanah 5777 is 3 October 2016.
var hebrewEpoch = func() day {
	d, _ := civil(2016, 10, 3)
	return d - hebrewElapsed(5777)
}()
