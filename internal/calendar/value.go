package calendar

// unit is a length of time that the calendar counts in. The numbers are those of data/words.tsv.
type unit int

const (
	second unit = 1 + iota
	minute
	hour
	dayUnit
	week
	fortnight
	month
	quarter
	halfYear
	year
	decade
	century
	millennium
	weekend
	night
)

// direction says which way a name without a year lies from the day of the report.
type direction int

const (
	past    direction = -1
	unknown direction = 0
	future  direction = 1
)

// anchor is what a relative value is resolved against.
type anchor struct {
	ref  day       // the day of the report
	prev days      // the stretch the text named last; the report's own before that
	dir  direction // by tense
}

// A value is what an expression says, before a date is known. It gives no days where the calendar has none ("February
// 30") or the words name none ("some years ago").
type value interface {
	days(a anchor) (days, bool)
}

// fixed is a stretch that the words name in full.
type fixed days

func (v fixed) days(anchor) (days, bool) { return days(v), true }

// annual is a name that comes round each year: a month, a day of one, a season, a quarter, a half.
type annual struct {
	unit    unit // dayUnit, month, quarter, halfYear; season is season
	n, dom  int  // the month, quarter, half or season; the day of the month
	rel     direction
	weekday int   // of a day of a month, where the text gives it; 0
	nearest bool  // "this winter": the one that is or lies nearest, whatever the tense
	year    value // the year it belongs to, where the text says; nil
}

// season is the unit of spring to winter, which the calendar shifts by years only.
const season unit = 100

func (v annual) in(y int) (days, bool) {
	switch v.unit {
	case dayUnit:
		d, ok := civil(y, v.n, v.dom)
		return days{d, d}, ok
	case month:
		return months(y, v.n, 1)
	case quarter:
		return months(y, 3*v.n-2, 3)
	case halfYear:
		return months(y, 6*v.n-5, 6)
	case season:
		if v.n == 4 { // winter of a year ends in its February
			return months(y-1, 12, 3)
		}
		return months(y, 3*v.n, 3)
	}
	return days{}, false
}

func (v annual) days(a anchor) (days, bool) {
	if v.year != nil {
		y, ok := v.year.days(a)
		if !ok || y.lo == beginning {
			return days{}, false
		}
		n, _, _ := y.lo.date()
		return v.in(n)
	}
	if v.nearest {
		a.dir = unknown
	}
	y, _, _ := a.ref.date()
	var best days
	found := false
	for n := y - 9; n <= y+9; n++ { // nine years hold every 29th of February
		d, ok := v.in(n)
		if !ok || v.weekday != 0 && d.lo.weekday() != v.weekday || !lies(d, v.rel, a) {
			continue
		}
		if !found || a.distance(d) < a.distance(best) {
			best, found = d, true
		}
	}
	return best, found
}

// lies reports whether a stretch lies on the side that the words (rel) or the tense ask for.
func lies(d days, rel direction, a anchor) bool {
	switch {
	case rel == past: // "last August" of an August is that of the year before
		return d.hi < a.ref
	case rel == future:
		return d.lo > a.ref
	case a.dir == past:
		return d.lo <= a.ref
	case a.dir == future:
		return d.hi >= a.ref
	}
	return true
}

// distance is how far a stretch lies from the day of the report. News tells mostly of what has been: what lies ahead
// counts twice.
func (a anchor) distance(d days) day {
	switch {
	case a.ref < d.lo:
		return 2 * (d.lo - a.ref)
	case a.ref > d.hi:
		return a.ref - d.hi
	}
	return 0
}

// dayOfWeek is a weekday without a date.
type dayOfWeek struct {
	n       int
	rel     direction
	chained bool // "the previous Friday", "the following Friday": from the stretch named last
	of      int  // -1, 0, 1: of last, this, next week, where the text says; only if inWeek
	inWeek  bool
	this    bool // "this Friday"
}

func (v dayOfWeek) days(a anchor) (days, bool) {
	ref := a.ref
	if v.chained {
		ref = a.prev.lo
	}
	if ref == beginning {
		return days{}, false
	}
	if v.inWeek {
		d := ref - day(ref.weekday()-1) + day(7*v.of+v.n-1)
		return days{d, d}, true
	}
	if v.this && a.dir != past { // of the week of the report, or ahead of it
		d := ref + day(v.n-ref.weekday())
		if a.dir == future && d < ref {
			d += 7
		}
		return days{d, d}, true
	}
	back := day(floorMod(ref.weekday()-v.n, 7)) // days since the last one, 0 = today
	d := ref - back
	switch {
	case v.rel == past && back == 0:
		d -= 7
	case v.rel == future, v.rel == unknown && a.dir == future && back != 0:
		d += 7
	}
	return days{d, d}, true
}

// shift is the unit that holds the day of the report, moved by n: "today", "last year", "next month".
type shift struct {
	unit    unit
	n       int
	chained bool // from the stretch named last: "the same day", "the following month"
}

func (v shift) days(a anchor) (days, bool) {
	switch {
	case v.chained:
		return a.prev.onward(v.unit, v.n)
	case v.unit == weekend && v.n == 0:
		return thisWeekend(a.ref, a.dir)
	}
	return around(a.ref, v.unit, v.n)
}

// onward gives the unit n units after a stretch, or before it. Where the stretch is longer than the unit it gives every day that
// can be meant: "three days later" than a month or a week is no day; but the day after three days of talks is one.
func (d days) onward(u unit, n int) (days, bool) {
	first, ok := around(d.lo, u, n)
	if !ok || d.single() {
		return first, ok
	}
	last, ok := around(d.hi, u, n)
	switch {
	case !ok || first == last:
		return first, ok
	case (d.hi-d.lo > 7 || d.week()) && d.hi-d.lo > first.hi-first.lo:
		return first.hull(last), true
	case n > 0:
		return last, true
	}
	return first, true
}

// week reports whether a stretch is a week of the calendar.
func (d days) week() bool { return d.hi-d.lo == 6 && d.lo.weekday() == 1 }

// thisWeekend is the one that was, or lies ahead.
func thisWeekend(ref day, dir direction) (days, bool) {
	saturday := ref - day(floorMod(ref.weekday()-6, 7))
	if dir == future && ref > saturday+1 {
		saturday += 7
	}
	return days{saturday, saturday + 1}, true
}

// around gives the unit that holds a day, moved by n units.
func around(ref day, u unit, n int) (days, bool) {
	if !ref.valid() {
		return days{}, false
	}
	y, m, _ := ref.date()
	switch u {
	case second, minute, hour:
		return days{ref, ref}, n == 0
	case dayUnit, night:
		return days{ref + day(n), ref + day(n)}, (ref + day(n)).valid()
	case week, fortnight, weekend:
		monday := ref - day(ref.weekday()-1)
		switch u {
		case fortnight:
			return days{monday + day(14*n), monday + day(14*n) + 13}, true
		case weekend:
			return days{monday + day(7*n) + 5, monday + day(7*n) + 6}, true
		}
		return days{monday + day(7*n), monday + day(7*n) + 6}, true
	case month:
		return months(y, m+n, 1)
	case quarter:
		return months(y, (m-1)/3*3+1+3*n, 3)
	case halfYear:
		return months(y, (m-1)/6*6+1+6*n, 6)
	case year:
		return years(y+n, 1)
	case decade:
		return years((y/10+n)*10, 10)
	case century:
		return years((y/100+n)*100, 100)
	}
	return days{}, false
}

// ago is a distance from the day of the report: "two weeks ago", "three days later". Its answer is as exact as its unit:
// days give a day, months a month, years a year.
type ago struct {
	unit    unit
	n       int // negative: back
	half    bool
	chained bool
}

// maxHours is how many hours or minutes later it is still taken to be the same day.
const maxHours = 12

func (v ago) days(a anchor) (days, bool) {
	if v.half {
		return days{}, false
	}
	u, n := v.unit, v.n
	switch u {
	case second, minute, hour:
		if v.chained && v.n >= -maxHours && v.n <= maxHours && a.prev.single() {
			return a.prev, true // "three hours later"
		}
		return days{}, false // the day itself is not certain
	case week:
		u, n = dayUnit, 7*n
	case fortnight:
		u, n = dayUnit, 14*n
	case decade, century, millennium: // round numbers: nobody means the year
		return days{}, false
	}
	if n < -lastYear*12 || n > lastYear*12 {
		return days{}, false
	}
	if v.chained {
		return a.prev.onward(u, n)
	}
	return around(a.ref, u, n)
}

// stretch is a period that ends or begins at the day of the report: "the past five years", "the next two weeks".
type stretch struct {
	unit    unit
	n       int
	half    bool // and a half
	vague   bool // "the past few years": one end is open
	dir     direction
	chained bool
}

func (v stretch) days(a anchor) (days, bool) {
	ref := a.ref
	if v.chained {
		ref = a.prev.lo
	}
	far := day(0)
	if v.vague {
		far = day(v.dir) * endless
	} else if d, ok := v.end(ref); ok {
		far = d
	} else {
		return days{}, false
	}
	if v.dir == past {
		return days{far, ref}, true
	}
	return days{ref, far}, true
}

// end is the day that lies the length of the stretch away.
func (v stretch) end(ref day) (day, bool) {
	sign := int(v.dir)
	half := 0
	if v.half {
		half = 1
	}
	if v.n > lastYear {
		return 0, false
	}
	inMonths := map[unit]int{month: 1, quarter: 3, halfYear: 6, year: 12, decade: 120, century: 1200}
	inDays := map[unit]int{dayUnit: 1, night: 1, week: 7, fortnight: 14, weekend: 7}
	if m := inMonths[v.unit]; m > 0 {
		d, ok := ref.addMonths(sign * (m*v.n + half*m/2))
		return d, ok
	}
	if n := inDays[v.unit]; n > 0 {
		return ref + day(sign*(n*v.n+half*n/2)), true
	}
	return ref + day(sign*((v.n+23)/24)), v.unit == hour && v.n <= 24*365
}

// last is the last day of another value: "year-end".
type last struct{ of value }

func (v last) days(a anchor) (days, bool) {
	d, ok := v.of.days(a)
	return days{d.hi, d.hi}, ok
}

// run is a day of a year and the n days after it: "May 3-5".
type run struct {
	first annual
	n     int
}

func (v run) days(a anchor) (days, bool) {
	d, ok := v.first.days(a)
	end := v.first
	end.dom += v.n
	y, _, _ := d.lo.date()
	e, ok2 := end.in(y)
	return days{d.lo, e.hi}, ok && ok2
}

// length is a duration: it names no days, but tells how far two acts lie apart ("three days after …").
type length struct {
	unit unit
	n    int
}

func (v length) days(anchor) (days, bool) { return days{}, false }
