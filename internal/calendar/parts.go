package calendar

// Rules for parts of other expressions, times of day and vague expressions.

// part reads a part of another expression: "early 2017", "mid-May", "the beginning of 2017", "later this week", "year-end".
// The value is that of the whole, because no calendar says where "early" ends.
func (p *parser) part(i, depth int) (match, bool) {
	j := p.skip(i, "the")
	if m, ok := p.yearEnd(j); ok {
		return m, true
	}
	if _, ok := p.is(j, "early"); ok {
		w := p.word(j)
		k := p.skip(j+1, "-")
		if (w == "earlier" || w == "later") && (p.word(k) == "in" || p.word(k) == "on") {
			return p.wholeUnit(k + 1)
		}
		if p.word(k) == "on" && w != "mid" {
			k++
		}
		if _, ok := p.is(k, "daypart"); ok && w == "mid" && p.word(k+1) != "" {
			if m, ok := p.expression(k+1, depth+1); ok {
				return m, true
			}
		}
		m, ok := p.expression(k, depth+1)
		if !ok || m.kind == kindDuration || m.kind == kindRecurring {
			return match{}, false
		}
		return m, true
	}
	for _, w := range []string{"very", "first", "second", "last", "final"} {
		j = p.skip(j, w)
	}
	if _, ok := p.is(j, "edge"); !ok && p.word(j) != "half" && p.word(j) != "part" && p.word(j) != "days" && p.word(j) != "week" && p.word(j) != "weeks" && p.word(j) != "months" {
		return match{}, false
	}
	if p.word(j+1) != "of" {
		return match{}, false
	}
	if m, ok := p.wholeUnit(j + 2); ok {
		return m, true
	}
	m, ok := p.expression(j+2, depth+1)
	if w := p.word(j); w == "week" && ok && m.value != nil && (p.word(j-1) == "last" || p.word(j-1) == "first") {
		return match{end: m.end, value: weekOf{m.value, p.word(j-1) == "first"}, kind: kindDate}, true
	}
	if !ok || m.kind == kindDuration || m.kind == kindRecurring || m.value == nil {
		return match{}, false
	}
	return m, true
}

// yearEnd reads "year-end", "year's end".
func (p *parser) yearEnd(j int) (match, bool) {
	if p.word(j) != "year" {
		return match{}, false
	}
	k := p.skip(j+1, "-", "'s")
	if p.word(k) != "end" {
		return match{}, false
	}
	return match{end: k + 1, value: last{shift{unit: year}}, kind: kindDate}, true
}

// wholeUnit reads "the year", "the month" where a part of it is spoken of.
func (p *parser) wholeUnit(i int) (match, bool) {
	j := p.skip(i, "the")
	u, ok := p.is(j, "unit")
	if !ok || j == i && p.word(j) != "year" || unit(u) < dayUnit {
		return match{}, false
	}
	for _, w := range []string{"before", "after"} {
		if p.word(j+1) == w {
			return match{}, false
		}
	}
	return match{end: j + 1, value: shift{unit: unit(u)}, kind: kindDate}, true
}

// vague reads "now", "recently", "at present", "these days", "the near future": expressions without a value.
func (p *parser) vague(i int) (match, bool) {
	m := match{end: i + 1, kind: kindDate}
	if _, ok := p.is(i, "now"); ok {
		pos := p.upos(i)
		return m, pos == "ADV" || pos == ""
	}
	if p.word(i) == "these" && p.word(i+1) == "days" {
		m.end = i + 2
		return m, true
	}
	if j := p.skip(i, "the"); j > i {
		j = p.skip(j, "near", "foreseeable")
		if p.word(j) == "future" {
			m.end = j + 1
			prev := p.word(i - 1)
			return m, prev == "in" || prev == "for"
		}
	}
	return match{}, false
}
