package calendar

// Rules for parts of the day: "the night of 3 May", "dawn", "the early hours of Friday".

// partOfDay reads "the night of 3-4 May", "dawn on February 24", "the early hours of Friday", "the morning", "mid-morning".
func (p *parser) partOfDay(i, depth int) (match, bool) {
	if m, ok := p.hoursOf(i, depth); ok {
		return m, true
	}
	j := p.skip(i, "the", "that", "this")
	the := j > i
	if _, ok := p.is(j, "early"); ok {
		j = p.skip(j+1, "-")
	} else if p.word(j) == "pre" {
		j = p.skip(j+1, "-")
	} else if p.word(j) == "following" || p.word(j) == "next" || p.word(j) == "previous" || p.word(j) == "same" {
		return p.nextPart(j)
	} else if the && p.word(j) == "middle" && p.word(j+1) == "of" && p.word(j+2) == "the" {
		j += 3
	}
	n, ok := p.is(j, "daypart")
	if !ok || p.ls[j].upper && j > 0 {
		return match{}, false
	}
	if w := p.word(j + 1); the && (w == "before" || w == "after") && !p.clauseFollows(j+2) { // "the evening before"
		v := shift{unit: dayUnit, n: 1, chained: true}
		if w == "before" {
			v.n = -1
		}
		return match{end: j + 2, value: v, kind: kindDate, clock: "T" + dayPartTimex(n)}, true
	}
	at := "T" + dayPartTimex(n)
	if p.word(j) == "noon" || p.word(j) == "midday" || p.word(j) == "midnight" {
		_, at, _ = p.clockAt(j)
	}
	m := p.ofDay(j+1, at, depth)
	if _, bare := m.value.(timeOfDay); !bare {
		return m, true
	}
	m.end = j + 1
	return m, p.bareDayPart(i, j)
}

// nextPart reads "the following morning", "the previous evening", "the same evening".
func (p *parser) nextPart(j int) (match, bool) {
	n, ok := p.is(j+1, "daypart")
	if !ok || p.word(j-1) != "the" && p.word(j-1) != "that" {
		return match{}, false
	}
	days := 0
	switch p.word(j) {
	case "following", "next":
		days = 1
	case "previous":
		days = -1
	}
	return match{end: j + 2, value: shift{unit: dayUnit, n: days, chained: true}, kind: kindDate, clock: "T" + dayPartTimex(n)}, true
}

// bareDayPart reports whether a part of the day, named at lexeme j with its article at i, is a time by itself: "at dawn", "in the morning".
func (p *parser) bareDayPart(i, j int) bool {
	if _, clock := p.is(j, "clock"); clock {
		return false // the rule of clocks reads it
	}
	if p.word(j+1) == "of" || p.word(j+1) == "-" {
		return false
	}
	switch p.word(j) {
	case "dawn", "dusk":
		_, at := p.is(i-1, "at")
		_, bound := p.is(i-1, "bound")
		return at || bound
	}
	if j == i {
		return false
	}
	if p.word(i) == "mid" {
		return p.word(i-1) == "in" || p.word(i-1) == "by" || p.word(i-1) == "until"
	}
	switch p.word(i - 1) {
	case "in", "during", "of", "until", "by", "on", "over", "since", "through", "throughout":
		if p.upos(j+1) == "NOUN" {
			return false // "in the evening papers"
		}
		return p.word(i) == "the" && (j == i+1 || p.word(i+1) != "middle")
	}
	return p.word(i) == "that" || p.word(i) == "this"
}

// hoursOf reads "the early hours of Friday", "the small hours".
func (p *parser) hoursOf(i, depth int) (match, bool) {
	j := p.skip(i, "the")
	_, adj := p.is(j, "dayadj")
	_, part := p.is(j, "daypart")
	if !adj && !part || p.word(j+1) == "morning" && p.word(j+2) != "hours" {
		return match{}, false
	}
	k := j + 1
	if _, ok := p.is(k, "daypart"); ok {
		k++
	}
	if p.word(k) != "hours" {
		return match{}, false
	}
	end := k + 1
	if p.word(end) == "of" && p.word(end+1) == "the" {
		if _, ok := p.is(end+2, "daypart"); ok {
			end += 3
		}
	}
	m := p.ofDay(end, "", depth)
	_, bare := m.value.(timeOfDay)
	return m, !bare || j > i && p.word(end) != "of"
}
