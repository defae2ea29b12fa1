package calendar

// Precision names the unit of the calendar that the interval is: day, week, month, quarter, half-year, year, decade, century; "interval" for any
// other stretch of days, and for the news of a report that may be of several; "" where an end is open or nothing is known.
func (i Interval) Precision() string {
	d, ok := daysOf(i)
	if !ok || !d.lo.valid() || !d.hi.valid() {
		return ""
	}
	if d.single() {
		return "day"
	}
	if d.week() {
		return "week"
	}
	y, m, first := d.lo.date()
	if first != 1 {
		return "interval"
	}
	for _, u := range []struct {
		name   string
		months int
	}{{"month", 1}, {"quarter", 3}, {"half-year", 6}, {"year", 12}, {"decade", 120}, {"century", 1200}} {
		starts := (m-1)%min(u.months, 12) == 0 && (u.months <= 12 || y%(u.months/12) == 0)
		if whole, ok := months(y, m, u.months); ok && starts && whole == d {
			return u.name
		}
	}
	return "interval"
}
