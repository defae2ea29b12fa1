package calendar

// Rules for expressions that name a place in the calendar: days, months, years.

// isoDay reads 2016-10-11, 2016/10/11, 11.10.2016 and 25/10/2016. Where day and month cannot be told apart it has no value.
func (p *parser) isoDay(i int) (match, bool) {
	if i+4 >= len(p.ls) || p.word(i+1) != p.word(i+3) || p.ls[i+1].space || p.ls[i+4].space {
		return match{}, false
	}
	a, b, c := &p.ls[i], &p.ls[i+2], &p.ls[i+4]
	if a.num < 0 || b.num < 0 || c.num < 0 || !a.plain || !b.plain || !c.plain || len(b.word) > 2 {
		return match{}, false
	}
	y, m, d := a.num, b.num, c.num
	switch sep := p.word(i + 1); {
	case len(a.word) == 4 && len(c.word) <= 2 && (sep == "-" || sep == "/"):
	case len(c.word) == 4 && len(a.word) <= 2 && (sep == "." || sep == "/" || sep == "-"):
		y, m, d = c.num, b.num, a.num
		if m > 12 && d <= 12 {
			m, d = d, m
		} else if sep == "/" && d <= 12 && m != d {
			return match{end: i + 5, kind: kindDate}, true
		}
	default:
		return match{}, false
	}
	match := match{end: i + 5, value: dated(y, m, d), kind: kindDate}
	switch c.suffix {
	case "":
	case "t": // 2016-10-11T10:30:00Z
		end, at, ok := p.digitClock(i + 5)
		if !ok {
			return match, false
		}
		match.end, match.clock = end, at
	default:
		return match, false
	}
	return match, true
}

// dated is the value of a full date, nil where the calendar has no such day.
func dated(y, m, d int) value {
	if v, ok := civil(y, m, d); ok {
		return fixed{v, v}
	}
	return nil
}

// dayOfMonth reads "Aug. 04", "Saturday, October 11, 2016", "4 August 1994", "the 4th of August", "May 3-5".
func (p *parser) dayOfMonth(i int) (match, bool) {
	weekday := 0
	if n, end, ok := p.weekdayAt(i); ok {
		weekday = n
		i = p.skip(end, ",")
	}
	if p.word(i-1) == "a" || p.word(i-1) == "an" { // a March 8 alliance
		return match{}, false
	}
	m, d, to, end := 0, 0, 0, 0
	if n, after, ok := p.monthAt(i); ok { // August 4
		m = n
		i = p.skip(after, "the")
		if d, ok = p.dayAt(i); !ok || p.ls[i].num < 0 && i != after+1 && i != after {
			return match{}, false
		}
		end = i + 1
		if p.timeOrCount(end, d) {
			return match{}, false
		}
		to, end = p.dayRange(end, d)
	} else { // the 4th of August
		i = p.skip(i, "the")
		n, ok := p.dayAt(i)
		if !ok {
			return match{}, false
		}
		d, i = n, i+1
		to, i = p.dayRange(i, d)
		if m, end, ok = p.monthAt(p.skip(i, "of")); !ok {
			return match{}, false
		}
	}
	if p.namesake(end) {
		return match{}, false // the March 14 alliance
	}
	return p.withYear(end, m, d, to, weekday), true
}

// dayRange reads the second day of "3-5"; end is behind the first day.
func (p *parser) dayRange(end, d int) (to, after int) {
	j := p.skip(end, "-", "/")
	if j == end {
		return 0, end
	}
	n, ok := p.dayAt(j)
	if !ok || n <= d || n > 31 {
		return 0, end
	}
	return n, j + 1
}

// timeOrCount reports whether the number before lexeme i is the hour of a clock ("May 5:30") or counts something.
func (p *parser) timeOrCount(i, d int) bool {
	if d > 31 && p.word(i) != "," {
		return d > 45
	}
	return p.word(i) == ":" && i+1 < len(p.ls) && p.ls[i+1].num >= 0
}

// withYear adds the year that follows a day and month, if one does.
func (p *parser) withYear(i, m, d, to, weekday int) match {
	if y, ok := p.yearAt(p.skip(i, ",", "of")); ok && p.yearFits(p.skip(i, ",", "of")) {
		v := dated(y, m, d)
		if to > 0 && v != nil {
			if hi, ok := civil(y, m, to); ok {
				v = fixed{v.(fixed).lo, hi}
			}
		}
		return match{end: p.skip(i, ",", "of") + 1, value: v, kind: kindOf(to)}
	}
	v := annual{unit: dayUnit, n: m, dom: d, weekday: weekday}
	end := i
	if y, after, ok := p.relativeYear(p.skip(i, ",", "of", "in")); ok {
		v.year, end = y, after
	}
	if to > d {
		return match{end: end, value: run{v, to - d}, kind: kindPeriod}
	}
	return match{end: end, value: v, kind: kindDate}
}

func kindOf(to int) string {
	if to > 0 {
		return kindPeriod
	}
	return kindDate
}

// yearFits reports whether a number after a day can be its year: not "On May 3, 2000 people".
func (p *parser) yearFits(i int) bool {
	y := p.ls[i].num
	return y%100 != 0 || !p.counts(i)
}

// counts reports whether the number at i counts the plural noun after it.
func (p *parser) counts(i int) bool {
	if i+1 >= len(p.ls) || p.ls[i+1].token < 0 {
		return false
	}
	t := &p.ts[p.ls[i+1].token]
	return t.XPOS == "NNS" || p.people(i)
}

// people reports whether the number at i counts what no year goes with: "2016 people".
func (p *parser) people(i int) bool {
	switch p.word(i + 1) {
	case "people", "per", "%":
		return true
	}
	return false
}

// relativeYear reads "last year", "this year", "next year", "the following year".
func (p *parser) relativeYear(i int) (value, int, bool) {
	j := p.skip(i, "the")
	n, chained := 0, j > i
	if _, ok := p.is(j, "last"); ok {
		n = -1
	} else if _, ok := p.is(j, "next"); ok {
		n = 1
	} else if w := p.word(j); w == "this" {
	} else if w == "that" || w == "same" {
		chained = true
	} else {
		return nil, 0, false
	}
	if p.word(j+1) != "year" {
		return nil, 0, false
	}
	return shift{unit: year, n: n, chained: chained}, j + 2, true
}

// monthName reads "August 1994", "last August", "August of this year", "May".
func (p *parser) monthName(i int) (match, bool) {
	rel, j, named := p.which(i)
	m, end, ok := p.monthAt(j)
	if !ok {
		return match{}, false
	}
	if y, ok := p.yearAt(p.skip(end, ",", "of")); ok && y < 2100 {
		v, ok := months(y, m, 1)
		return match{end: p.skip(end, ",", "of") + 1, value: fixedOr(v, ok), kind: kindDate}, true
	}
	if d, ok := p.dayAt(end); ok && d <= 31 && p.ls[end].num >= 0 && (p.word(i-1) == "a" || p.word(i-1) == "an" || p.namesake(end+1)) {
		return match{}, false // the March 14 alliance
	}
	v := annual{unit: month, n: m, rel: rel}
	if named && rel == unknown {
		v.year = shift{unit: year, chained: p.word(i) == "that"}
	}
	if y, after, ok := p.relativeYear(p.skip(end, ",", "of", "in")); ok {
		v.year, end = y, after
	} else if !named && !p.isMonth(i) {
		return match{}, false
	}
	if k := p.skipTight(end); k > end && p.ls[k].upper && !p.ls[k].space && !p.isAny(k, "month") || k > end && len(p.word(k)) == 1 {
		return match{}, false // "Mar-a-Lago"
	}
	return match{end: end, value: v, kind: kindDate}, true
}

func fixedOr(d days, ok bool) value {
	if !ok {
		return nil
	}
	return fixed(d)
}

// which reads the word that says which one of several is meant: last, this, next. named reports that there was one.
func (p *parser) which(i int) (rel direction, end int, named bool) {
	i0 := i
	i = p.skip(i, "the")
	if p.word(i) == "this" && i == i0 {
		if _, ok := p.is(i+1, "last"); ok {
			return past, i + 2, true
		}
		if _, ok := p.is(i+1, "next"); ok {
			return future, i + 2, true
		}
		return unknown, i + 1, true
	}
	if _, ok := p.is(i, "last"); ok {
		return past, i + 1, true
	}
	if _, ok := p.is(i, "next"); ok && (p.word(i) != "following" || p.word(i-1) == "the") { // not "following Monday's raid"
		return future, i + 1, true
	}
	if p.word(i) == "that" && i == i0 && p.upos(i) != "SCONJ" && p.upos(i) != "PRON" {
		return unknown, i + 1, true
	}
	return unknown, i0, false
}

// isMonth tells the months May and March from the words, and those that people are called after from people.
func (p *parser) isMonth(i int) bool {
	if p.titled(i) || p.called(i) {
		if p.surnames != nil {
			p.surnames[p.word(i)] = true
		}
		return false
	}
	if p.namesake(i+1) || i > 1 && p.ls[i-1].upper && p.isAny(i-1, "famous") {
		return false
	}
	if p.surnames[p.word(i)] && !p.in(i-1) {
		return false
	}
	switch p.word(i) {
	case "may", "march", "mar", "dec", "jan", "jun":
	case "april", "june", "august":
		return p.upos(i-1) != "VERB"
	default:
		return true
	}
	if p.isAny(i-1, "at") || p.isAny(i-1, "bound") || p.isAny(i-1, "early") || p.word(i-1) == "-" && i >= 2 {
		return true
	}
	if i > 0 && (p.ls[i-1].upper && p.upos(i-1) == "PROPN" || p.upos(i-1) == "VERB") {
		return false // "Fredric March", "they met May"
	}
	return len(p.ls) == 1 || p.upos(i) == "PROPN" && i > 0
}

// in reports whether lexeme i is a preposition that stands before times and hardly before people.
func (p *parser) in(i int) bool {
	switch p.word(i) {
	case "in", "since", "until", "during", "early", "late", "mid", "-":
		return true
	}
	return false
}

// titled reports whether a title stands before lexeme i: "Ms. May", "Prime Minister May".
func (p *parser) titled(i int) bool {
	j := i - 1
	if p.word(j) == "." {
		j--
	}
	return j >= 0 && p.ls[j].upper && p.isAny(j, "title")
}

// called reports whether a name at lexeme i is somebody's: "whose brother is called August", "April Glaspie".
func (p *parser) called(i int) bool {
	if w := p.word(i - 1); w == "called" || w == "named" {
		return true
	}
	if _, ok := p.is(i-1, "at"); ok {
		return false
	}
	if _, ok := p.is(i-1, "bound"); ok {
		return false
	}
	after := i+1 < len(p.ls) && p.ls[i+1].upper && p.ls[i+1].space && p.upos(i+1) == "PROPN" && p.sameName(i, i+1)
	return after || i > 0 && p.ls[i-1].upper && p.sameName(i-1, i)
}

// weekdayName reads "Monday", "last Friday", "Tuesday evening", "Monday of last week", "Fridays".
func (p *parser) weekdayName(i int) (match, bool) {
	rel, j, named := p.which(i)
	if !named && p.word(i) == "the" {
		return p.weekdayBeside(i + 1)
	}
	n, end, ok := p.weekdayAt(j)
	if !ok {
		return match{}, false
	}
	if p.namesake(end) || !named && j > 0 && (p.ls[j-1].upper && p.isFamous(j-1) || p.word(j-1) == "the" && end < len(p.ls) && p.ls[end].upper && p.ls[end].token >= 0) {
		return match{}, false // Bloody Sunday, the Sunday Times
	}
	v := dayOfWeek{n: n, rel: rel, this: p.word(i) == "this" && rel == unknown}
	if p.word(i) == "that" {
		v.chained = true
	}
	if chain, ok := p.is(j-1, "last"); named && ok && chain == 1 {
		v.chained = true
	} else if chain, ok := p.is(j-1, "next"); named && ok && (chain == 1 || p.word(i) == "the") {
		v.chained = true
	}
	if !named {
		if of, after, ok := p.ofWeek(end); ok {
			v.inWeek, v.of, end = true, of, after
		}
	}
	if named && p.word(end) == "," { // "next Monday, July 8"
		if m, ok := p.dayOfMonth(end + 1); ok && m.kind == kindDate && m.value != nil && p.isAny(end+1, "month") {
			return m, true
		}
	}
	m := match{end: p.dayPart(end), value: v, kind: kindDate}
	if n, ok := p.is(m.end-1, "daypart"); ok && m.end > end {
		m.clock = "T" + dayPartTimex(n)
	}
	return m, true
}

// weekdayBeside reads "the Friday before", "the Sunday after", from the weekday on.
func (p *parser) weekdayBeside(j int) (match, bool) {
	n, end, ok := p.weekdayAt(j)
	w := p.word(end)
	if !ok || w != "before" && w != "after" || p.clauseFollows(end+1) {
		return match{}, false
	}
	v := dayOfWeek{n: n, rel: past, chained: true}
	if w == "after" {
		v.rel = future
	}
	return match{end: end + 1, value: v, kind: kindDate}, true
}

// isFamous reports whether the day after lexeme i is one that history named: Bloody Sunday.
func (p *parser) isFamous(i int) bool {
	_, ok := p.is(i, "famous")
	return ok
}

// ofWeek reads "of last week", "next week" after a weekday.
func (p *parser) ofWeek(i int) (of, end int, ok bool) {
	j := p.skip(i, "of")
	rel, end, named := p.which(j)
	if !named || p.word(end) != "week" {
		return 0, 0, false
	}
	return int(rel), end + 1, true
}

// dayPart skips "morning", "evening" after a day.
func (p *parser) dayPart(i int) int {
	j := i
	if _, ok := p.is(j, "early"); ok {
		j++
	}
	if _, ok := p.is(j, "daypart"); ok {
		return j + 1
	}
	return i
}
