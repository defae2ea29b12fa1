package calendar

// The Persian solar calendar. A year begins at the spring equinox; its leap years follow a cycle of 33, which agrees with the
// equinox from 1244 to 1630 (1865 to 2251).

// persianLeap reports whether a year of the Persian calendar has 366 days.
func persianLeap(year int) bool {
	switch year % 33 {
	case 1, 5, 9, 13, 17, 22, 26, 30:
		return true
	}
	return false
}

// nowruz gives the first day of a year of the Persian calendar.
func nowruz(year int) day {
	cycle, rest := (year-1)/33, (year-1)%33
	d := day(12053*cycle + 365*rest)
	for y := 1; y <= rest; y++ {
		if persianLeap(y) {
			d++
		}
	}
	return persianEpoch + d
}

// persianEpoch is the day on which the cycle of 33 years would begin: 1 Farvardin 1400 is 21 March 2021.
var persianEpoch = func() day {
	d, _ := civil(2021, 3, 21)
	leaps := 0
	for y := 1; y < 1400; y++ {
		if persianLeap(y) {
			leaps++
		}
	}
	return d - day(365*1399+leaps)
}()

// persian gives the days of a Persian date; of the whole month where dom is 0.
func persian(year, month, dom int) (days, bool) {
	if year < firstPersian || year > lastPersian || month < 1 || month > 12 || dom < 0 {
		return days{}, false
	}
	length := 31
	switch {
	case month == 12 && !persianLeap(year):
		length = 29
	case month > 6:
		length = 30
	}
	lo := nowruz(year) + day(30*(month-1)+min(month-1, 6))
	if dom == 0 {
		return days{lo, lo + day(length-1)}, true
	}
	return days{lo + day(dom-1), lo + day(dom-1)}, dom <= length
}

// persianAbout gives the Persian year that begins in a Gregorian one.
func persianAbout(gregorian int) int { return gregorian - 621 }
