package calendar

// Rules for what is counted within something longer: "the first Friday of September", "the second week of May", "the last day of 2016".

// nth is the n-th weekday, day, week or weekend of another value; n is -1 for the last. A feast may go on for longer than the days that the
// tables know.
type nth struct {
	of      value
	unit    unit
	weekday int // of a weekday, whose unit is dayUnit; else 0
	n       int
}

func (v nth) days(a anchor) (days, bool) {
	d, ok := v.of.days(a)
	if !ok || !d.lo.valid() || !d.hi.valid() {
		return days{}, false
	}
	switch {
	case v.unit == week && v.n > 0: // weeks are counted from the first day
		w := days{d.lo + day(7*(v.n-1)), d.lo + day(7*v.n-1)}
		return days{w.lo, min(w.hi, d.hi)}, w.lo <= d.hi
	case v.unit == week:
		return days{d.hi - 6, d.hi}, true
	case v.unit == dayUnit && v.weekday == 0 && v.n > 0:
		w := d.lo + day(v.n-1)
		_, isFeast := v.of.(feast)
		return days{w, w}, w <= d.hi || isFeast
	case v.unit == dayUnit && v.weekday == 0:
		return days{d.hi, d.hi}, true
	}
	first := d.lo + day(floorMod(v.from()-d.lo.weekday(), 7)+7*(v.n-1))
	if v.n < 0 {
		first = d.hi - day(floorMod(d.hi.weekday()-v.from(), 7))
	}
	w := days{first, first}
	if v.unit == weekend {
		w.hi++
	}
	return w, w.lo >= d.lo && w.lo <= d.hi
}

// from gives the weekday that is counted.
func (v nth) from() int {
	if v.unit == weekend {
		return 6
	}
	return v.weekday
}

// dayOf is a day of the month that the text named last: "on the 23rd".
type dayOf int

func (v dayOf) days(a anchor) (days, bool) {
	y, m, _ := a.prev.lo.date()
	d, ok := civil(y, m, int(v))
	return days{d, d}, ok
}

// dayAlone reads "the 23rd" where it is a day: after a preposition and before no noun.
func (p *parser) dayAlone(i int) (match, bool) {
	if p.word(i) != "the" || i+1 >= len(p.ls) || p.ls[i+1].num < 1 || p.ls[i+1].num > 31 || p.ls[i+1].suffix == "" {
		return match{}, false
	}
	if _, ok := p.dayAt(i + 1); !ok {
		return match{}, false
	}
	if !p.isAny(i-1, "at") && !p.isAny(i-1, "bound") && !(p.word(i-1) == "of" && p.isAny(i-2, "daypart")) {
		return match{}, false
	}
	switch p.upos(i + 2) {
	case "NOUN", "PROPN", "ADJ", "NUM":
		return match{}, false
	}
	return match{end: i + 2, value: dayOf(p.ls[i+1].num), kind: kindDate}, p.word(i+2) != "-" && p.word(i+2) != "of" && p.word(i+2) != "'"
}

// ordinal reads "the first Friday of September", "the second week of May", "the last day of the year", "the week of May 3".
func (p *parser) ordinal(i, depth int) (match, bool) {
	j := p.skip(i, "the")
	n := 0
	if k, ok := p.dayAt(j); ok && (p.ls[j].num < 0 || p.ls[j].suffix != "") {
		n = k
	} else if w := p.word(j); w == "last" || w == "final" {
		n = -1
	} else if _, ok := p.is(j, "unit"); ok && j > i && p.word(j+1) == "of" {
		return p.weekOfDay(j, depth)
	} else {
		return match{}, false
	}
	j++
	if w := p.word(j); n > 0 && p.word(j-1) == "second" && w == "last" { // "the second last day"
		return match{}, false
	}
	j = p.skip(j, "full", "whole")
	v := nth{n: n}
	if u, ok := p.is(j, "unit"); ok {
		v.unit = unit(u)
	} else if w, _, ok := p.weekdayAt(j); ok {
		v.unit, v.weekday = dayUnit, w
	}
	end := p.dayPart(j + 1)
	of := p.word(end)
	if of != "of" && of != "in" || v.unit != week && v.unit != dayUnit && v.unit != weekend {
		return match{}, false
	}
	m, ok := p.wholeUnit(end + 1)
	if !ok {
		m, ok = p.expression(end+1, depth+1)
		_, isFeast := m.value.(feast)
		if !ok || m.kind != kindDate || m.value == nil || p.daily(m) && !(isFeast && v.unit == dayUnit && v.weekday == 0) {
			return match{}, false
		}
	}
	v.of = m.value
	return match{end: m.end, value: v, kind: kindDate, calendar: m.calendar}, true
}

// weekOfDay reads "the week of May 3", "the weekend of 7 October".
func (p *parser) weekOfDay(j, depth int) (match, bool) {
	u, _ := p.is(j, "unit")
	if unit(u) != week && unit(u) != weekend {
		return match{}, false
	}
	m, ok := p.expression(j+2, depth+1)
	if !ok || m.value == nil || !p.daily(m) {
		return match{}, false
	}
	return match{end: m.end, value: unitOf{m.value, unit(u)}, kind: kindDate}, true
}

// unitOf is the week or weekend that holds another value.
type unitOf struct {
	of   value
	unit unit
}

func (v unitOf) days(a anchor) (days, bool) {
	d, ok := v.of.days(a)
	if !ok {
		return days{}, false
	}
	return around(d.lo, v.unit, 0)
}

// halfOf is the first or second half of another value: of a decade, a century, a month.
type halfOf struct {
	of     value
	second bool
}

func (v halfOf) days(a anchor) (days, bool) {
	d, ok := v.of.days(a)
	if !ok || !d.lo.valid() || !d.hi.valid() {
		return days{}, false
	}
	y, m, dom := d.lo.date()
	z, n, _ := d.hi.date()
	count := 12*(z-y) + n - m + 1
	if dom != 1 || count%2 != 0 { // of a month: the days to the 15th, and the rest
		if count != 1 {
			return days{}, false
		}
		if v.second {
			return days{d.lo + 15, d.hi}, true
		}
		return days{d.lo, d.lo + 14}, true
	}
	if v.second {
		m += count / 2
	}
	return months(y, m, count/2)
}
