package calendar

// The Hijri calendar. Its months begin with the sight of the new moon: between 1389 and 1463 (1969 to 2041) they are those
// of data/hijri.tsv, before and after those of the arithmetic calendar with 11 leap years in 30, which can be a day off.

// hijriYear is a row of data/hijri.tsv: the first day of a year, and of the one after each of its months.
type hijriYear [13]day

// The Hijri years that a text can name, and the Persian ones.
const (
	firstHijri, lastHijri     = 1, 1600
	firstPersian, lastPersian = 1244, 1630 // the years for which the rule of leap years holds
)

// hijri gives the days of a Hijri date; of the whole month where dom is 0. Outside the table a day is the three that it can be.
func (v *vocabulary) hijri(year, month, dom int) (days, bool) {
	if year < firstHijri || year > lastHijri || month < 1 || month > 12 || dom < 0 || dom > 30 {
		return days{}, false
	}
	if y, ok := v.hijriYears[year]; ok {
		lo, next := y[month-1], y[month]
		if dom == 0 {
			return days{lo, next - 1}, true
		}
		return days{lo + day(dom-1), lo + day(dom-1)}, lo+day(dom-1) < next
	}
	lo, next := arithmeticHijri(year, month), arithmeticHijri(year+month/12, month%12+1)
	if dom == 0 {
		return days{lo, next - 1}, true
	}
	d := lo + day(dom-1)
	return days{d - 1, d + 1}, d <= next
}

// arithmeticHijri gives the first day of a month of the arithmetic ("civil") Hijri calendar: odd months have 30 days, even ones
// 29, and in 11 of 30 years the last one 30. It begins on 16 July 622 of the Julian calendar.
func arithmeticHijri(year, month int) day {
	return hijriEpoch + day(354*(year-1)+(3+11*year)/30+29*(month-1)+month/2)
}

// hijriEpoch is 19 July 622 of the Gregorian calendar.
var hijriEpoch, _ = civil(622, 7, 19)

// hijriAbout gives the Hijri year that begins in or before a Gregorian one.
func hijriAbout(gregorian int) int { return (gregorian - 622) * 33 / 32 }
