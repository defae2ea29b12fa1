package calendar

// Rules for parts of other expressions, times of day and vague expressions.

// part reads a part of another expression: "early 2017", "mid-May", "the beginning of 2017", "later this week", "year-end".
// The value is that of the whole, because no calendar says where "early" ends.
func (p *parser) part(i, depth int) (match, bool) {
	j := p.skip(i, "the")
	if m, ok := p.yearEnd(j); ok {
		return m, true
	}
	if p.isAny(j, "early") {
		return p.earlyPart(j, depth)
	}
	for range 2 { // the very last days
		j = p.skip(j, "very", "first", "second", "last", "final", "opening", "closing")
	}
	n, edge := p.is(j, "edge")
	if !edge && !p.someUnits(j) && p.word(j) != "half" && p.word(j) != "part" || p.word(j+1) != "of" {
		return match{}, false
	}
	m, ok := p.wholeUnit(j + 2)
	if !ok {
		m, ok = p.expression(j+2, depth+1)
	}
	if !ok || m.kind == kindDuration || m.kind == kindRecurring || m.value == nil {
		return match{}, false
	}
	m.mod = ""
	if edge {
		m.mod = edgeMods[n]
	}
	if s, relative := m.value.(shift); p.word(j) == "turn" && relative && s.unit >= decade {
		m.value = nil // the century that began, or the one that ended
	}
	return m, true
}

// earlyPart reads "early 2017", "mid-May", "late on Sunday", "later this week", "the early days of May" from its first word.
func (p *parser) earlyPart(j, depth int) (match, bool) {
	n, _ := p.is(j, "early")
	w, k := p.word(j), p.skip(j+1, "-")
	comparative := w == "earlier" || w == "later"
	if comparative && (p.word(k) == "in" || p.word(k) == "on") {
		return p.wholeUnit(k + 1)
	}
	if w != "mid" {
		k = p.skip(k, "on")
	} else if p.isAny(k, "daypart") { // mid-morning on Friday
		if m, ok := p.expression(k+1, depth+1); ok {
			return m, true
		}
	}
	if p.someUnits(k) && p.word(k+1) == "of" {
		k += 2
	}
	m, ok := p.expression(k, depth+1)
	if !ok || m.kind == kindDuration || m.kind == kindRecurring {
		return match{}, false
	}
	if !comparative && w != "sometime" {
		m.mod = edgeMods[n]
	}
	return m, true
}

// someUnits reports whether lexeme i is "days", "weeks", "months" or "years", of which an edge of something consists.
func (p *parser) someUnits(i int) bool {
	u, ok := p.is(i, "units")
	switch unit(u) {
	case dayUnit, week, month, year:
		return ok
	}
	return false
}

// edgeMods are the TIMEX3 qualifiers of parts of a stretch, by the numbers of data/words.tsv.
var edgeMods = map[int]string{1: modStart, 2: modMid, 3: modEnd}

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
	m := match{end: i + 1, kind: kindDate, text: presentRef}
	if n, ok := p.is(i, "now"); ok {
		if n < 0 {
			m.text = pastRef
		}
		pos := p.upos(i)
		if p.ls[i].upper && i > 0 && !p.quoteBefore(i) || p.word(i) == "now" && (p.word(i+1) == "that" || p.word(i-1) == "every" || p.word(i+1) == "and" && p.word(i+2) == "then") {
			return match{}, false // "Unite Now", "now that"
		}
		return m, pos == "ADV" || pos == ""
	}
	switch p.word(i) {
	case "these":
		m.end = i + 2
		return m, p.word(i+1) == "days"
	case "at":
		j := p.skip(i+1, "the")
		m.end = j + 1
		if p.word(j) == "moment" {
			return m, j > i+1 && p.word(j+1) != "of" && p.word(j+1) != "when"
		}
		m.end = i + 2
		return m, p.word(i+1) == "present"
	case "the":
		return p.pastOrFuture(i + 1)
	}
	return match{}, false
}

// pastOrFuture reads "the past", "the near future", "the present" as nouns.
func (p *parser) pastOrFuture(i int) (match, bool) {
	j := p.skip(i, "near", "nearer", "foreseeable", "distant", "recent", "immediate", "not")
	m := match{end: j + 1, kind: kindDate}
	switch p.word(j) {
	case "future":
		m.text = futureRef
	case "past":
		m.text = pastRef
	default:
		return match{}, false
	}
	if j > i {
		return m, true
	}
	switch p.word(i - 2) {
	case "in", "for", "of", "from", "about", "with", "into":
	default:
		return match{}, false
	}
	switch p.upos(j + 1) {
	case "NOUN", "ADJ", "NUM", "PROPN":
		return m, p.word(j) == "future" && p.word(i-2) == "in"
	}
	return m, p.word(j+1) != "of" && p.word(j+1) != "'s"
}

// quoteBefore reports whether a mark of quotation stands before lexeme i, so that it begins a sentence.
func (p *parser) quoteBefore(i int) bool {
	switch p.word(i - 1) {
	case "“", "\"", "«", "„", "'", ":", "-", "‘":
		return true
	}
	return false
}
