package calendar

// Rules for expressions that are relative to the report or to a date named before, for durations, sets and parts.

// nearDay reads "today", "yesterday afternoon", "this morning", "last night", "the day before yesterday".
func (p *parser) nearDay(i int) (match, bool) {
	if j := p.skip(i, "the"); p.word(j) == "day" {
		if p.word(j+1) == "before" && p.word(j+2) == "yesterday" {
			return match{end: j + 3, value: shift{unit: dayUnit, n: -2}, kind: kindDate}, true
		}
		if p.word(j+1) == "after" && p.word(j+2) == "tomorrow" {
			return match{end: j + 3, value: shift{unit: dayUnit, n: 2}, kind: kindDate}, true
		}
	}
	if n, ok := p.is(i, "dayshift"); ok {
		if i > 0 && p.ls[i].upper && p.ls[i-1].upper && p.upos(i-1) == "PROPN" {
			return match{}, false // "Russia Today"
		}
		end := p.dayPart(i + 1)
		m := match{end: end, value: shift{unit: dayUnit, n: n}, kind: kindDate}
		if part, ok := p.is(end-1, "daypart"); ok && end > i+1 {
			m.clock = "T" + dayPartTimex(part)
		} else if p.word(i) == "tonight" {
			m.clock = "TNI"
		}
		return m, true
	}
	part, ok := p.is(i+1, "daypart")
	if !ok {
		return match{}, false
	}
	m := match{end: i + 2, kind: kindDate, clock: "T" + dayPartTimex(part)}
	switch p.word(i) {
	case "this":
		m.value = shift{unit: dayUnit}
		return m, true
	case "last":
		m.value = shift{unit: dayUnit, n: -1}
		return m, p.word(i+1) == "night" || p.word(i+1) == "evening"
	case "that":
		m.value = shift{unit: dayUnit, chained: true}
		return m, true
	}
	return match{}, false
}

// unitName reads one unit and which one: "last week", "this year", "the following month", "the same day", "the year before".
func (p *parser) unitName(i int) (match, bool) {
	j := p.skip(i, "the")
	the := j > i
	if u, ok := p.is(j, "unit"); ok && the {
		return p.theUnit(j, unit(u))
	}
	n, chained, ok := p.step(j, the)
	if !ok {
		return match{}, false
	}
	k := j + 1
	if p.word(k) == "same" && p.word(j) != "same" { // "that same day"
		k++
	}
	if w := p.word(j); w == "this" || w == "these" {
		if _, ok := p.is(k, "last"); ok {
			n, k = -1, k+1
		} else if _, ok := p.is(k, "next"); ok {
			n, k = 1, k+1
		} else if _, ok := p.is(k, "this"); ok || p.word(k) == "very" {
			k++
		}
	}
	if _, ok := p.is(k, "fiscal"); ok {
		k++
	}
	u, ok := p.is(k, "unit")
	if !ok || unit(u) == second || unit(u) == minute || unit(u) == hour {
		return match{}, false
	}
	if p.word(k+1) == "-" && !p.ls[k+1].space && p.word(k+2) != "ago" {
		return match{}, false // "last day-long meeting"
	}
	if (p.word(j) == "past" || p.word(j) == "last") && the && unit(u) != week && unit(u) != month && unit(u) != weekend {
		v := stretch{unit: unit(u), n: 1, dir: past}
		return match{end: k + 1, value: v, kind: kindPeriod}, unit(u) != night
	}
	end := k + 1
	if unit(u) == dayUnit || unit(u) == night {
		end = p.dayPart(end)
	}
	return match{end: end, value: shift{unit: unit(u), n: n, chained: chained}, kind: kindDate}, true
}

// step reads the word before a unit: how many units on, and whether from the date named last.
func (p *parser) step(j int, the bool) (n int, chained, ok bool) {
	if c, ok := p.is(j, "last"); ok && !p.isLasting(j) {
		return -1, c == 1, true
	}
	if c, ok := p.is(j, "next"); ok {
		return 1, c == 1 || the && p.word(j) == "next", true
	}
	if c, ok := p.is(j, "this"); ok && p.word(j) != "present" {
		return 0, c == 1, true
	}
	if p.word(j) == "latest" && the {
		return -1, false, true
	}
	return 0, false, false
}

// theUnit reads "the weekend", "the quarter", "the year before", "the day after".
func (p *parser) theUnit(j int, u unit) (match, bool) {
	switch w := p.word(j + 1); w {
	case "ahead":
		return match{end: j + 2, value: stretch{unit: u, n: 1, dir: future}, kind: kindPeriod}, u >= week && u <= decade && p.word(j+2) != "of"
	case "before", "after":
		if w == "before" && p.word(j+2) == "last" {
			return match{end: j + 3, value: shift{unit: u, n: -2}, kind: kindDate}, true
		}
		n := 1
		if w == "before" {
			n = -1
		}
		m := match{end: j + 2, value: shift{unit: u, n: n, chained: true}, kind: kindDate}
		if p.clauseFollows(j + 2) {
			return match{}, false // "the day before the talks": the talks say which
		}
		return m, true
	case "-":
		if p.word(j+2) == "ago" || p.word(j+2) == "earlier" {
			return p.yearAgo(j)
		}
	case "'s":
		return match{}, false
	}
	switch u {
	case weekend:
		return match{end: j + 1, value: shift{unit: weekend}, kind: kindDate}, true
	case quarter:
		return match{end: j + 1, value: shift{unit: quarter, n: -1}, kind: kindDate}, p.word(j+1) != "of"
	case year:
		return match{end: j + 1, value: shift{unit: year}, kind: kindDate}, len(p.ls) == j+1 && len(p.ls) <= 2
	}
	return match{}, false
}

// clauseFollows reports whether lexeme i begins what "before" or "after" governs.
func (p *parser) clauseFollows(i int) bool {
	if i >= len(p.ls) {
		return false
	}
	switch w := p.word(i); w {
	case ".", ",", ";", ")", "!", "?", "\"", "”", "-", ":", "and", "but", "in", "when", "to", "at", "on", "with", "by", "or":
		return false
	}
	return true
}

// yearAgo reads "year-ago quarter", "year-earlier period" from its first word.
func (p *parser) yearAgo(j int) (match, bool) {
	u, ok := p.is(j, "unit")
	k := p.skipTight(j + 1)
	if !ok || k == j+1 || p.word(k) != "ago" && p.word(k) != "earlier" {
		return match{}, false
	}
	end := k + 1
	switch p.word(end) {
	case "period", "quarter":
		end++
	}
	return match{end: end, value: ago{unit: unit(u), n: -1}, kind: kindDate}, true
}

// stretchName reads "the past five and a half years", "the next few weeks", "recent months", "the coming days".
func (p *parser) stretchName(i, depth int) (match, bool) {
	j := i
	if p.word(i) == "at" && p.word(i+1) == "least" {
		j = i + 2
	}
	the := p.word(j) == "the"
	j = p.skip(j, "the", "these")
	if m, ok := p.firstUnits(j, the, depth); ok {
		return m, true
	}
	if m, ok := p.unitsAhead(j, the); ok {
		return m, true
	}
	if m, ok := p.recentUnits(j); ok {
		return m, true
	}
	v := stretch{dir: past}
	c, ok := p.is(j, "last")
	if !ok {
		v.dir = future
		c, ok = p.is(j, "next")
	}
	v.chained = c == 1
	if !ok || p.isLasting(j) || v.chained && !the { // "following several days of talks"
		return match{}, false
	}
	q, ok := p.quantityAt(j + 1)
	if !ok || p.word(j+1) == "the" {
		q = quantity{vague: true, end: j + 1}
	}
	u, ok := p.is(q.end, "units")
	if !ok {
		if u, ok = p.is(q.end, "unit"); !ok || q.n != 1 || q.vague {
			return match{}, false
		}
	}
	end := q.end + 1
	if p.word(end) == "or" && p.word(end+1) == "so" {
		end += 2
	}
	v.unit, v.n, v.half, v.vague = unit(u), q.n, q.half, q.vague
	m := match{end: end, value: v, kind: kindPeriod}
	if q.vague {
		m.text = durationTimex(v.unit, q)
	}
	return m, true
}

// isLasting reports whether "last" is a verb: "the war would last five years".
func (p *parser) isLasting(i int) bool { return p.word(i) == "last" && p.upos(i) == "VERB" }

// recentUnits reads "recent months", "recent weeks and months".
func (p *parser) recentUnits(j int) (match, bool) {
	u, ok := p.is(j+1, "units")
	if !ok || !p.isAny(j, "recent") {
		return match{}, false
	}
	end := j + 2
	if v, more := p.is(end+1, "units"); more && p.word(end) == "and" {
		u, end = v, end+2
	}
	return match{end: end, value: stretch{unit: unit(u), vague: true, dir: past}, kind: kindPeriod, text: durationTimex(unit(u), quantity{vague: true})}, true
}

// firstUnits reads "the first nine months of 2016", "the last ten days of June"; of what is no time, "the last two weeks of the
// campaign", the length alone.
func (p *parser) firstUnits(j int, the bool, depth int) (match, bool) {
	w := p.word(j)
	if w != "first" && (!the || w != "last" && w != "final") {
		return match{}, false
	}
	q, ok := p.countAt(j + 1)
	u, plural := p.is(q.end, "units")
	if !ok || !plural {
		return match{}, false
	}
	alone := match{end: q.end + 1, kind: kindDuration, text: durationTimex(unit(u), q)}
	before := p.word(q.end + 1)
	if before != "of" && before != "in" {
		return alone, w == "final"
	}
	of, ok := p.wholeUnit(q.end + 2)
	if !ok {
		of, ok = p.expression(q.end+2, depth+1)
	}
	if !ok || of.value == nil || of.kind != kindDate || q.vague || q.half || q.decimal != "" {
		return alone, w == "final" || w == "last" && before == "of" && p.word(q.end+2) == "the"
	}
	return match{end: of.end, kind: kindPeriod, value: part{of.value, unit(u), q.n, w != "first"}}, true
}

// part is the first or last n units of another value.
type part struct {
	of   value
	unit unit
	n    int
	last bool
}

func (v part) days(a anchor) (days, bool) {
	d, ok := v.of.days(a)
	if !ok || !d.lo.valid() || !d.hi.valid() {
		return days{}, false
	}
	w := d
	if v.last {
		w.lo, ok = stretch{unit: v.unit, n: v.n, dir: past}.end(d.hi + 1)
	} else {
		w.hi, ok = stretch{unit: v.unit, n: v.n, dir: future}.end(d.lo)
		w.hi--
	}
	return w, ok && w.lo >= d.lo && w.hi <= d.hi && w.lo <= w.hi
}

// unitsAhead reads "the days ahead", "the weeks to come".
func (p *parser) unitsAhead(j int, the bool) (match, bool) {
	u, ok := p.is(j, "units")
	if !ok || !the {
		return match{}, false
	}
	m := match{kind: kindPeriod, value: stretch{unit: unit(u), vague: true, dir: future}, text: durationTimex(unit(u), quantity{vague: true})}
	switch {
	case p.word(j+1) == "ahead" && p.word(j+2) != "of":
		m.end = j + 2
	case p.word(j+1) == "to" && p.word(j+2) == "come":
		m.end = j + 3
	}
	return m, m.end > 0
}
