package calendar

import (
	"cmp"
	"fmt"
	"strconv"
)

// day counts days of the proleptic Gregorian calendar; 0 is the 1st of January of year 1, a Monday.
type day int

// days is a stretch of days, both ends included. The ends beginning and endless stand for open ones.
type days struct{ lo, hi day }

const (
	firstYear, lastYear = 1, 9999
	beginning           = day(-1 << 40)
	endless             = day(1 << 40)
)

// civil makes the day of a date; false where the calendar has no such day.
func civil(year, month, dom int) (day, bool) {
	if year < firstYear || year > lastYear || month < 1 || month > 12 || dom < 1 || dom > monthLength(year, month) {
		return 0, false
	}
	y, m := year, month
	if m <= 2 { // count the year from March, so that the leap day comes last
		y--
		m += 12
	}
	return day(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + dom - 307), true
}

// date gives year, month and day of the month.
func (d day) date() (year, month, dom int) {
	z := int(d) + 306
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	dom = doy - (153*mp+2)/5 + 1
	month = mp + 3
	year = yoe + era*400
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, dom
}

// weekday gives 1 for Monday to 7 for Sunday, as ISO 8601 has it.
func (d day) weekday() int { return floorMod(int(d), 7) + 1 }

// valid reports whether the day can be written as an ISO 8601 day.
func (d day) valid() bool {
	low, _ := civil(firstYear, 1, 1)
	high, _ := civil(lastYear, 12, 31)
	return low <= d && d <= high
}

// String gives the ISO 8601 day, and nothing for an open end.
func (d day) String() string {
	if !d.valid() {
		return ""
	}
	y, m, n := d.date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, n)
}

// parseDay reads an ISO 8601 day.
func parseDay(s string) (day, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	y, err1 := strconv.Atoi(s[:4])
	m, err2 := strconv.Atoi(s[5:7])
	d, err3 := strconv.Atoi(s[8:])
	if cmp.Or(err1, err2, err3) != nil {
		return 0, false
	}
	return civil(y, m, d)
}

// interval writes the stretch as ISO days.
func (d days) interval() Interval { return Interval{d.lo.String(), d.hi.String()} }

// daysOf reads an interval; false where nothing is known.
func daysOf(i Interval) (days, bool) {
	d := days{beginning, endless}
	if v, ok := parseDay(i.Earliest); ok {
		d.lo = v
	}
	if v, ok := parseDay(i.Latest); ok {
		d.hi = v
	}
	return d, d.lo <= d.hi && (d.lo != beginning || d.hi != endless)
}

// single reports whether the stretch is one day.
func (d days) single() bool { return d.lo == d.hi }

// meet gives the days that both stretches hold.
func (d days) meet(e days) (days, bool) {
	m := days{max(d.lo, e.lo), min(d.hi, e.hi)}
	return m, m.lo <= m.hi
}

// hull gives the shortest stretch that holds both.
func (d days) hull(e days) days { return days{min(d.lo, e.lo), max(d.hi, e.hi)} }

func monthLength(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// months is the stretch of n months from the first of the given one, which may lie outside 1 to 12.
func months(year, month, n int) (days, bool) {
	year, month = year+floorDiv(month-1, 12), floorMod(month-1, 12)+1
	lo, ok1 := civil(year, month, 1)
	last := month + n - 1
	ly, lm := year+floorDiv(last-1, 12), floorMod(last-1, 12)+1
	hi, ok2 := civil(ly, lm, monthLength(ly, lm))
	return days{lo, hi}, ok1 && ok2
}

// years is the stretch of n whole years.
func years(year, n int) (days, bool) { return months(year, 1, 12*n) }

// addMonths moves a day by months; the 31st of a short month is its last day.
func (d day) addMonths(n int) (day, bool) {
	if !d.valid() || n < -12*lastYear || n > 12*lastYear {
		return 0, false
	}
	y, m, dom := d.date()
	m += n
	y, m = y+floorDiv(m-1, 12), floorMod(m-1, 12)+1
	return civil(y, m, min(dom, monthLength(y, m)))
}

func floorDiv(a, b int) int { return (a - floorMod(a, b)) / b }
func floorMod(a, b int) int { return (a%b + b) % b }
