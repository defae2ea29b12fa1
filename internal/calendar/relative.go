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
		end := p.dayPart(i + 1)
		if p.word(i+1) == "'s" && p.word(i) != "today" && len(p.ls) < i+1 {
			end = i + 1
		}
		return match{end: end, value: shift{unit: dayUnit, n: n}, kind: kindDate}, true
	}
	if _, ok := p.is(i+1, "daypart"); !ok {
		return match{}, false
	}
	switch p.word(i) {
	case "this":
		return match{end: i + 2, value: shift{unit: dayUnit}, kind: kindDate}, true
	case "last":
		return match{end: i + 2, value: shift{unit: dayUnit, n: -1}, kind: kindDate}, p.word(i+1) == "night" || p.word(i+1) == "evening"
	case "that":
		return match{end: i + 2, value: shift{unit: dayUnit, chained: true}, kind: kindDate}, true
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
	if c, ok := p.is(j, "last"); ok {
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
	case "before", "after":
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
func (p *parser) stretchName(i int) (match, bool) {
	j := i
	if p.word(i) == "at" && p.word(i+1) == "least" {
		j = i + 2
	}
	the := p.word(j) == "the"
	j = p.skip(j, "the", "these")
	if p.word(j) == "first" {
		return p.firstUnits(j)
	}
	dir, chained := unknown, false
	if c, ok := p.is(j, "last"); ok {
		dir, chained = past, c == 1
	} else if c, ok := p.is(j, "next"); ok {
		dir, chained = future, c == 1
	} else if _, ok := p.is(j, "recent"); ok {
		u, ok := p.is(j+1, "units")
		end := j + 2
		if p.word(end) == "and" {
			if v, more := p.is(end+1, "units"); more {
				u, end = v, end+2
			}
		}
		return match{end: end, value: stretch{unit: unit(u), vague: true, dir: past}, kind: kindPeriod}, ok
	} else {
		return match{}, false
	}
	if chained && !the {
		return match{}, false // "following several days of talks"
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
	return match{end: end, value: stretch{unit: unit(u), n: q.n, half: q.half, vague: q.vague, dir: dir, chained: chained}, kind: kindPeriod}, true
}

// firstUnits reads "the first nine months of 2016".
func (p *parser) firstUnits(j int) (match, bool) {
	q, ok := p.countAt(j + 1)
	if !ok {
		return match{}, false
	}
	u, ok := p.is(q.end, "units")
	if !ok {
		return match{}, false
	}
	m := match{end: q.end + 1, kind: kindDuration}
	k := p.skip(q.end+1, "of", "in")
	if y, isYear := p.yearAt(k); isYear && k > q.end+1 && q.n > 0 && q.n <= 12 {
		m.end, m.kind = k+1, kindPeriod
		switch unit(u) {
		case month:
			v, ok := months(y, 1, q.n)
			m.value = fixedOr(v, ok)
		case quarter:
			v, ok := months(y, 1, 3*min(q.n, 4))
			m.value = fixedOr(v, ok)
		}
	}
	return m, true
}
