package calendar

import (
	"fmt"
	"strconv"
)

// Values of expressions as TIMEX3 writes them (TimeML 1.2.1; ISO 24617-1), which extends ISO 8601.

// The values of expressions that name no days.
const (
	presentRef = "PRESENT_REF"
	pastRef    = "PAST_REF"
	futureRef  = "FUTURE_REF"
)

// The qualifiers of a value.
const (
	modStart       = "START"
	modMid         = "MID"
	modEnd         = "END"
	modApprox      = "APPROX"
	modMoreThan    = "MORE_THAN"
	modLessThan    = "LESS_THAN"
	modEqualOrMore = "EQUAL_OR_MORE"
	modEqualOrLess = "EQUAL_OR_LESS"
)

// timex writes a stretch of days as the shortest value that names it: a day, week, month, quarter, season, half, year, decade or
// century; else its first and last day. An open stretch has none.
func (d days) timex() string {
	if !d.lo.valid() || !d.hi.valid() || d.lo > d.hi {
		return ""
	}
	if d.single() {
		return d.lo.String()
	}
	y, m, dom := d.lo.date()
	z, n, last := d.hi.date()
	if dom == 1 && last == monthLength(z, n) {
		if s := monthsTimex(y, m, 12*(z-y)+n-m+1); s != "" {
			return s
		}
	}
	if d.lo.weekday() == 1 && d.hi == d.lo+6 {
		return weekTimex(d.lo)
	}
	if d.lo.weekday() == 6 && d.hi == d.lo+1 {
		return weekTimex(d.lo) + "-WE"
	}
	return d.lo.String() + "/" + d.hi.String()
}

// unresolved writes what a name says that no year is known for: XXXX-08-04, XXXX-WXX-1. "" where it says nothing of the kind.
func unresolved(v value) string {
	switch v := v.(type) {
	case annual:
		if v.year != nil {
			return ""
		}
		switch v.unit {
		case dayUnit:
			if v.dom > monthLength(2000, v.n) {
				return ""
			}
			return fmt.Sprintf("XXXX-%02d-%02d", v.n, v.dom)
		case month:
			return recurrence("month", v.n)
		case season:
			return recurrence("season", v.n)
		}
	case dayOfWeek:
		return recurrence("weekday", v.n)
	}
	return ""
}

// monthsTimex writes n whole months from a month on, "" where they have no name.
func monthsTimex(y, m, n int) string {
	switch {
	case n == 1:
		return fmt.Sprintf("%04d-%02d", y, m)
	case n == 3 && m%3 == 1:
		return fmt.Sprintf("%04d-Q%d", y, m/3+1)
	case n == 3 && m == 12:
		return fmt.Sprintf("%04d-WI", y+1)
	case n == 3 && m%3 == 0:
		return fmt.Sprintf("%04d-%s", y, [...]string{"SP", "SU", "FA"}[m/3-1])
	case n == 6 && m%6 == 1:
		return fmt.Sprintf("%04d-H%d", y, m/6+1)
	case n == 12 && m == 1:
		return fmt.Sprintf("%04d", y)
	case n == 120 && m == 1 && y%10 == 0:
		return fmt.Sprintf("%03d", y/10)
	case n == 1200 && m == 1 && y%100 == 0:
		return fmt.Sprintf("%02d", y/100)
	}
	return ""
}

// weekTimex writes the week that holds a day: 2016-W33.
func weekTimex(d day) string {
	thursday := d - day(d.weekday()-4)
	y, _, _ := thursday.date()
	first, _ := civil(y, 1, 1)
	return fmt.Sprintf("%04d-W%02d", y, int(thursday-first)/7+1)
}

// designators are the letters of units in ISO 8601 durations, with what one unit counts for.
var designators = map[unit]struct {
	time   bool
	letter string
	times  int
}{
	second: {true, "S", 1}, minute: {true, "M", 1}, hour: {true, "H", 1}, dayUnit: {false, "D", 1}, night: {false, "D", 1}, week: {false, "W", 1},
	fortnight: {false, "W", 2}, month: {false, "M", 1}, quarter: {false, "M", 3}, halfYear: {false, "M", 6}, year: {false, "Y", 1},
	decade: {false, "Y", 10}, century: {false, "Y", 100}, millennium: {false, "Y", 1000}, weekend: {false, "W", 1},
}

// smaller is what half of a unit is counted in.
var smaller = map[unit]struct {
	unit unit
	half int
}{minute: {second, 30}, hour: {minute, 30}, dayUnit: {hour, 12}, year: {month, 6}, decade: {year, 5}, century: {year, 50}}

// durationTimex writes a quantity of a unit: P2D, PT4H, P18M; with an X for the number where it is not known.
func durationTimex(u unit, q quantity) string {
	d, ok := designators[u]
	if !ok {
		return ""
	}
	prefix := "P"
	if d.time {
		prefix = "PT"
	}
	if q.vague {
		return prefix + "X" + d.letter
	}
	if q.decimal != "" {
		if d.times != 1 {
			return ""
		}
		return prefix + q.decimal + d.letter
	}
	if q.half {
		s, ok := smaller[u]
		switch {
		case ok:
			return durationTimex(s.unit, quantity{n: (2*q.n + 1) * s.half})
		case d.times == 1:
			return prefix + strconv.Itoa(q.n) + ".5" + d.letter
		}
		return ""
	}
	return prefix + strconv.Itoa(q.n*d.times) + d.letter
}

// recurrence writes what comes round every weekday, month, season or feast, as far as TIMEX3 can.
func recurrence(class string, n int) string {
	switch class {
	case "weekday", "weekdays":
		return fmt.Sprintf("XXXX-WXX-%d", n)
	case "month":
		return fmt.Sprintf("XXXX-%02d", n)
	case "season":
		return "XXXX-" + [...]string{"SP", "SU", "FA", "WI"}[floorMod(n-1, 4)]
	case "daypart", "dayparts":
		return "XXXX-XX-XXT" + dayPartTimex(n)
	}
	return ""
}

// dayPartTimex is the code of a part of the day, by its number in data/words.tsv.
func dayPartTimex(n int) string {
	return [...]string{"DT", "MO", "MI", "AF", "EV", "NI"}[floorMod(n, 6)]
}
