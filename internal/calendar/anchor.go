package calendar

// What expressions go on from: "the same day", "two weeks later", "that evening", "9 a.m.".

// narrative is what a text has named so far, for expressions that go on from it.
type narrative struct {
	pub   days
	last  named // the last date
	day   named // the last of at most a week
	news  named // the last of at most a week that lies not long before the report
	ahead named // the last that lies after the report
	today named // the last single day, that of the report too
}

// named is a date that the text named.
type named struct {
	days
	ok                  bool
	sentence, paragraph int
}

// newsReach is how many days before the report the days lie that it tells its news of: what is older is history, told aside.
const newsReach = 30

// add notes a date. What is wide or vague is nothing to go on from.
func (n *narrative) add(t *Time, d days, paragraph int) {
	if t.Kind != kindDate || !d.lo.valid() || !d.hi.valid() {
		return
	}
	w := named{d, true, t.Sentence, paragraph}
	if d.single() {
		n.today = w
	}
	if background(t.value) {
		return
	}
	if n.pub.hi.valid() && d.lo > n.pub.hi {
		n.ahead = w
		return
	}
	n.last = w
	if d.hi-d.lo < 8 {
		n.day = w
		if n.recent(d) {
			n.news = w
		}
	}
}

func (n *narrative) recent(d days) bool {
	return n.pub.lo.valid() && d.lo >= n.pub.lo-newsReach
}

// background reports whether a value is too wide to be what "the next day" goes on from.
func background(v value) bool {
	switch v := v.(type) {
	case shift:
		return v.unit == dayUnit && v.n == 0 && !v.chained || v.unit > year && v.unit < weekend
	case fixed:
		return v.hi-v.lo > 366
	}
	return false
}

// anchor gives the days that an expression goes on from: the date named last that is fine enough, in the time its clause
// tells of. History told in another paragraph is passed over. Where nothing was named, it is the day of the report.
func (n *narrative) anchor(t *Time, paragraph int) days {
	from := named{days: n.pub}
	u, chained := chain(t.value)
	switch {
	case !chained:
		if n.last.ok {
			from = n.last
		}
	case u == hour: // a time of day: of the day its paragraph tells of
		if n.today.ok && n.today.paragraph == paragraph && (n.today.lo <= n.pub.hi || n.today.sentence == t.Sentence || t.dir == future) {
			from = n.today
		}
	case n.ahead.ok && n.ahead.paragraph == paragraph && (t.dir == future && t.Sentence-n.ahead.sentence <= 1 || !n.last.ok):
		from = n.ahead
	case u < month || u == weekend || u == night:
		from = n.dayBefore(paragraph)
	case n.last.ok:
		from = n.last
	}
	return from.days
}

// dayBefore gives the day named last, or what else was named last where no day was.
func (n *narrative) dayBefore(paragraph int) named {
	switch {
	case n.day.ok && n.news.ok && n.day.paragraph != paragraph && !n.recent(n.day.days):
		return n.news
	case n.day.ok:
		return n.day
	case n.last.ok:
		return n.last
	}
	return named{days: n.pub}
}

// chain gives the unit in which a value goes on from what was named before; hour for a time of day.
func chain(v value) (unit, bool) {
	switch v := v.(type) {
	case timeOfDay:
		return hour, true
	case ago:
		if v.unit <= hour {
			return dayUnit, v.chained
		}
		return v.unit, v.chained
	case shift:
		return v.unit, v.chained
	case dayOfWeek:
		return dayUnit, v.chained
	case stretch:
		return v.unit, v.chained
	case annual:
		if v.year != nil {
			return chain(v.year)
		}
	case nth:
		return chain(v.of)
	case halfOf:
		return chain(v.of)
	case part:
		return chain(v.of)
	case dayOf:
		return month, true
	case feast:
		if v.year != nil {
			return chain(v.year)
		}
	case last:
		return chain(v.of)
	}
	return 0, false
}

// timeOfDay is a clock time without a day: that of the day it belongs to.
type timeOfDay struct{}

func (timeOfDay) days(a anchor) (days, bool) {
	if a.prev.single() {
		return a.prev, true
	}
	return days{a.ref, a.ref}, true
}
