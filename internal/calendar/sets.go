package calendar

// Rules for what comes round: "every Friday", "daily", "twice a year", "Fridays".

// set reads them all.
func (p *parser) set(i int) (match, bool) {
	for _, rule := range []func(int) (match, bool){p.adverbSet, p.everySet, p.rate, p.daySet} {
		if m, ok := rule(i); ok {
			m.kind = kindRecurring
			return m, true
		}
	}
	return match{}, false
}

// adverbSet reads "daily", "annual": as an adverb or adjective, not in a name.
func (p *parser) adverbSet(i int) (match, bool) {
	u, ok := p.is(i, "adverbset")
	if !ok || p.ls[i].upper && (i > 0 || p.upos(i) == "PROPN") {
		return match{}, false
	}
	if i+1 < len(p.ls) && p.ls[i].upper && p.ls[i+1].upper {
		return match{}, false
	}
	m := match{end: i + 1, text: durationTimex(unit(u), quantity{n: 1})}
	switch p.upos(i) {
	case "ADV", "ADJ", "NOUN":
		return m, true
	case "":
		return m, len(p.ls) == 1
	}
	return match{}, false
}

// everySet reads "every Friday", "each year", "every two weeks", "every other day", "every few months".
func (p *parser) everySet(i int) (match, bool) {
	if _, ok := p.is(i, "every"); !ok {
		return match{}, false
	}
	j := p.skip(i+1, "other", "single")
	q := quantity{n: 1}
	if p.word(i+1) == "other" {
		q.n = 2
	}
	if n, ok := p.countAt(j); ok && p.word(j) != "a" && p.word(j) != "an" {
		q, j = n, n.end
	} else if n, ok := p.dayAt(j); ok {
		q.n, j = n, j+1
	}
	for _, class := range []string{"units", "unit"} {
		if u, ok := p.is(j, class); ok {
			return match{end: p.dayPart(j + 1), text: durationTimex(unit(u), q)}, true
		}
	}
	for _, class := range []string{"weekday", "month", "season", "daypart", "dayset"} {
		if n, ok := p.is(j, class); ok {
			return match{end: p.dayPart(j + 1), text: recurrence(class, n)}, true
		}
	}
	if _, end, ok := nameAt(p, j, p.v.feasts); ok {
		return match{end: end}, true
	}
	return match{}, false
}

// rate reads "once a week", "three times a year", "several times a month", and "a day" after what is counted: "barrels a day".
func (p *parser) rate(i int) (match, bool) {
	j := i
	if p.isAny(i, "times") {
		j = i + 1
	} else if q, ok := p.quantityAt(i); ok {
		if _, unit := p.is(q.end, "units"); unit || p.word(q.end) == "times" { // "seven days a week"
			j = q.end + 1
		}
	}
	if u, ok := p.is(j, "adverbset"); ok && j > i && p.word(i) != "once" { // "twice weekly"; "once" may be "formerly"
		return match{end: j + 1, text: durationTimex(unit(u), quantity{n: 1})}, true
	}
	k := p.skip(j, "a", "an", "per", "each", "every")
	if k == j {
		return match{}, false
	}
	u, ok := p.is(k, "unit")
	if !ok || j == i && (p.word(i) != "a" && p.word(i) != "an" || !p.counted(i-1)) {
		return match{}, false
	}
	return match{end: k + 1, text: durationTimex(unit(u), quantity{n: 1})}, true
}

// counted reports whether lexeme i is what is counted by the day or year: "barrels a day", "percent a year".
func (p *parser) counted(i int) bool {
	if i < 0 || p.ls[i].token < 0 {
		return false
	}
	switch p.word(i) {
	case "million", "billion", "trillion":
		return true
	}
	if p.ls[i].num >= 0 || p.ls[i].decimal {
		return true
	}
	if _, ok := p.is(i, "units"); ok {
		return true
	}
	if _, ok := p.is(i, "counted"); ok {
		return true
	}
	return p.ts[p.ls[i].token].XPOS == "NNS" && i > 0 && (p.ls[i-1].num >= 0 || p.upos(i-1) == "NUM" || p.word(i-1) == "million" || p.word(i-1) == "billion")
}

// daySet reads "Fridays", "Friday nights", "weekdays", "weekends".
func (p *parser) daySet(i int) (match, bool) {
	if n, ok := p.is(i, "weekdays"); ok && p.ls[i].upper {
		m := match{end: i + 1, text: recurrence("weekdays", n)}
		if p.word(i+1) == "and" {
			return m, true
		}
		return m, true
	}
	if n, _, ok := p.weekdayAt(i); ok {
		if _, ok := p.is(i+1, "dayparts"); ok {
			return match{end: i + 2, text: recurrence("weekday", n)}, true
		}
	}
	if _, ok := p.is(i, "daysets"); ok || p.word(i) == "weekends" {
		switch p.upos(i - 1) {
		case "NUM", "ADJ", "DET":
			return match{}, false
		}
		return match{end: i + 1}, true
	}
	return match{}, false
}
