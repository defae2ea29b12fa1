package calendar

// Rules for two expressions that bound one stretch, and for numbers that lean on the date beside them.

// span is the stretch from one value to another: "3 May–5 June", "Monday-Friday".
type span struct{ from, to value }

func (v span) days(a anchor) (days, bool) {
	hi, ok := v.to.days(a)
	if !ok {
		return days{}, false
	}
	from := v.from
	if f, bare := from.(annual); bare && f.year == nil { // it lies in the year of its end, or the one before
		y, _, _ := hi.lo.date()
		lo, ok := f.in(y)
		if !ok || lo.lo > hi.lo {
			lo, ok = f.in(y - 1)
		}
		return days{lo.lo, hi.hi}, ok && lo.lo <= hi.hi
	}
	lo, ok := from.days(a)
	if !ok {
		return days{}, false
	}
	if _, weekday := from.(dayOfWeek); weekday && lo.lo > hi.lo {
		lo.lo -= 7
	}
	return days{lo.lo, hi.hi}, lo.lo <= hi.hi
}

// dashed reads a second expression that a dash joins to the first: "April 29-May 3", "June–August 2016".
func (p *parser) dashed(m match, depth int) (match, bool) {
	k := p.skipTight(m.end)
	if k == m.end || p.ls[k].space || m.value == nil || m.kind != kindDate {
		return m, false
	}
	class := class(m.value)
	if class == 0 {
		return m, false
	}
	n, ok := p.expression(k, depth+1)
	if !ok || n.value == nil || n.kind != kindDate || !sameClass(m.value, n.value) {
		return m, false
	}
	return match{end: n.end, value: span{m.value, n.value}, kind: kindPeriod}, true
}

// class tells days, weekdays and months apart: only the same are joined by a dash. 0 is none of them.
func class(v value) unit {
	switch v := v.(type) {
	case annual:
		return v.unit
	case dayOfWeek:
		return weekend
	case fixed:
		switch {
		case v.lo == v.hi:
			return dayUnit
		case v.hi-v.lo < 31:
			return month
		case v.hi-v.lo > 3000:
			return decade
		}
	}
	return 0
}

func sameClass(v, w value) bool { return class(v) == class(w) }

// leaning reads the number of a day or year that leans on a date of the same range: "from {26} to 29 November", "from Nov. 26 to
// {29}", "{3}, {5} and 9 May".
func (p *parser) leaning(i int, before *match) (match, bool) {
	if m, ok := p.leaningClock(i); ok {
		return m, true
	}
	d, ok := p.dayAt(i)
	if !ok || d < 1 || d > 31 || p.ls[i].num < 0 {
		return match{}, false
	}
	if m, ok := p.leansBack(i, d, before); ok {
		return m, true
	}
	return p.leansOn(i, d)
}

// joins reports whether lexeme i joins the ends of a stretch.
func (p *parser) joins(i int) bool { return p.isAny(i, "joins") }

// leansBack reads a day after the date that names its month.
func (p *parser) leansBack(i, d int, before *match) (match, bool) {
	if before == nil || before.end != i-1 {
		return match{}, false
	}
	if !p.joins(i-1) && p.word(i-1) != "," && p.word(i-1) != "or" || !p.freeNumber(i) {
		return match{}, false
	}
	switch v := before.value.(type) {
	case annual:
		if v.unit == dayUnit && d > v.dom {
			v.dom, v.weekday = d, 0
			return match{end: i + 1, value: v, kind: kindDate}, true
		}
	case fixed:
		if y, m, dom := v.lo.date(); v.lo == v.hi && d > dom {
			return match{end: i + 1, value: dated(y, m, d), kind: kindDate}, true
		}
	}
	return match{}, false
}

// leansOn reads a day before the date that names its month: of "from 26 to 29 November", "between 3 and 5 May", "on 3, 5 and 9 May".
func (p *parser) leansOn(i, d int) (match, bool) {
	prev := p.word(i - 1)
	if prev != "from" && prev != "between" && prev != "on" && prev != "," && prev != "to" {
		return match{}, false
	}
	j := i
	for range 4 { // the numbers up to the last one, which has the month
		j = p.skip(p.skip(j+1, ","), "and", "to", "or", "until")
		n, ok := p.dayAt(j)
		if !ok || n <= d || n > 31 || p.ls[j].num < 0 || !p.ls[j].space {
			return match{}, false
		}
		if m, ok := p.dayOfMonth(j); ok && m.value != nil {
			switch v := m.value.(type) {
			case annual:
				v.dom, v.weekday = d, 0
				return match{end: i + 1, value: v, kind: kindDate}, true
			case fixed:
				y, month, _ := v.lo.date()
				return match{end: i + 1, value: dated(y, month, d), kind: kindDate}, true
			}
			return match{}, false
		}
	}
	return match{}, false
}

// leaningClock reads an hour before the clock time that says which half of the day it is: "between {2} and 4 p.m.".
func (p *parser) leaningClock(i int) (match, bool) {
	if w := p.word(i - 1); w != "from" && w != "between" || !p.joins(i+1) || p.ls[i].num < 1 || p.ls[i].num > 12 || p.ls[i].suffix != "" || !p.ls[i].plain {
		return match{}, false
	}
	if _, at, ok := p.clockAt(i + 2); !ok || at == "" || p.ls[i+2].num < 0 {
		return match{}, false
	}
	return match{end: i + 1, value: timeOfDay{}, kind: kindDate}, true
}

// freeNumber reports whether the number at lexeme i counts nothing that follows it.
func (p *parser) freeNumber(i int) bool {
	if i+1 >= len(p.ls) {
		return true
	}
	n := &p.ls[i+1]
	if n.num >= 0 || n.word == "%" || n.word == ":" || n.word == "-" || n.word == "'" || n.word == "million" || n.word == "billion" {
		return false
	}
	switch p.upos(i + 1) {
	case "NOUN", "ADJ", "PROPN", "NUM", "SYM":
		return false
	}
	return p.ls[i].plain && p.ls[i].suffix == "" && len(p.ls[i].word) <= 2
}
