package calendar

// Rules for names of feasts and for dates of other calendars.

// The calendars that dates are converted from, as event.Time names them.
const (
	hijriCalendar   = "hijri"
	persianCalendar = "persian"
)

// foreignMonth is the name of a month of another calendar.
type foreignMonth struct {
	calendar string
	month    int
	alone    bool // it stands for the month by itself
}

// nameAt reads the longest name that begins at lexeme i and that a table holds. Hyphens and apostrophes in it are passed over.
func nameAt[T any](p *parser, i int, table map[string]T) (found T, end int, ok bool) {
	if i >= len(p.ls) || !p.ls[i].upper || !p.v.begins[p.ls[i].word] {
		return found, 0, false
	}
	name, words := "", 0
	for j := i; j < len(p.ls) && words < p.v.longest; j++ {
		if w := p.ls[j].word; w == "-" || w == "'" || w == "." {
			continue
		}
		if words > 0 {
			name += " "
		}
		name += p.ls[j].word
		words++
		if v, in := table[name]; in {
			found, end, ok = v, j+1, true
		}
	}
	return found, end, ok
}

// holidayName reads "Christmas", "New Year's Day 2016", "last Ramadan", "Easter next year".
func (p *parser) holidayName(i int) (match, bool) {
	rel, j, named := p.which(i)
	if !named {
		j = i
		if p.word(i) == "the" && p.word(i+1) == "new" && p.word(i+2) == "year" && p.upos(i+3) != "NOUN" {
			j = i + 1
		}
	}
	r, end, ok := nameAt(p, j, p.v.feasts)
	if last := end - 1; !ok || p.isName(j, end) || !p.ls[last].upper && p.word(last) != "'s" && p.word(last-1) != "-" {
		return match{}, false // "the Jewish new year" is written so where no feast is meant
	}
	if r.kind == "none" {
		return match{end: end, kind: kindDate}, true
	}
	m := r.match(end)
	k := p.skip(end, ",", "of", "in")
	if y, ok := p.yearAt(k); ok && y > lastHijri && y < 2100 && p.yearFits(k) {
		return m.of(r, y, k+1), true
	}
	v := feast{rule: r, rel: rel}
	if named && rel == unknown {
		v.year = shift{unit: year, chained: p.word(j-1) == "that"}
	}
	if y, after, ok := p.relativeYear(k); ok && p.word(end) != "," {
		v.year, m.end = y, after
	}
	m.value = v
	if r.kind == "fixed" {
		m.value = annual{unit: dayUnit, n: r.month, dom: r.dom, rel: rel, year: v.year}
	}
	return m, true
}

// match makes the match of a feast, or of a day or month of another calendar, without its value.
func (r rule) match(end int) match {
	m := match{end: end, kind: kindDate}
	switch r.kind {
	case hijriCalendar:
		m.calendar, m.mod = r.kind, modApprox // the month began when the moon was seen
	case persianCalendar:
		m.calendar = r.kind
	}
	return m
}

// of gives the match of a feast with the Gregorian year it falls into.
func (m match) of(r rule, year, end int) match {
	m.end = end
	if list := r.in(year); len(list) > 0 {
		m.value = fixed(list[0])
	}
	return m
}

// isName reports whether the name of a day or month in [i, end) is part of another name: Tariq Ramadan, the Good Friday Agreement.
func (p *parser) isName(i, end int) bool {
	if p.namesake(end) {
		return true
	}
	if p.titled(i) {
		return true
	}
	if i < 1 || !p.ls[i-1].upper || !p.ls[i].space {
		return false
	}
	return p.upos(i-1) == "PROPN" && p.upos(i) == "PROPN" && p.sameName(i-1, i)
}

// sameName reports whether two neighbouring lexemes are one name by the parse.
func (p *parser) sameName(i, j int) bool {
	a, b := p.ls[i].token, p.ls[j].token
	if a < 0 || b < 0 {
		return false
	}
	return p.ts[b].Rel == "flat" && p.ts[b].Head == a || p.ts[a].Rel == "flat" && p.ts[a].Head == b || p.ts[b].Rel == "flat" && p.ts[b].Head == p.ts[a].Head
}

// namesake reports whether lexeme i begins what was named after the day before it: "alliance", "Agreement".
func (p *parser) namesake(i int) bool {
	n, ok := p.is(i, "namesake")
	return ok && (n == 0 || p.ls[i].upper)
}

// foreignDate reads a date of the Hijri or the Persian calendar: "12 Rabi al-awwal 1444", "22 Bahman 1357", "Bahman 22", "the month of
// Shawwal".
func (p *parser) foreignDate(i int) (match, bool) {
	fm, dom, end, ok := p.foreignDay(i)
	if !ok {
		return match{}, false
	}
	r := rule{kind: fm.calendar, month: fm.month, dom: dom}
	m := r.match(end)
	k := p.skip(end, ",", "of")
	y, dated := p.yearAt(k)
	switch {
	case dated && y <= lastHijri:
		m.end = p.era(k + 1)
		if d, ok := r.of(y); ok {
			m.value = fixed(d)
		}
		return m, true
	case dated && y < 2100 && p.yearFits(k):
		return m.of(r, y, k+1), fm.alone || dom > 0
	case dated && dom > 0:
		m.end = k + 1 // no calendar has such a year
		return m, true
	case dom == 0 && !fm.alone && !(p.word(i-1) == "of" && p.word(i-2) == "month"):
		return match{}, false
	case dom <= 31:
		m.value = feast{rule: r}
	}
	return m, true
}

// foreignDay reads a month of another calendar and the day before or after it; 0 where none is named.
func (p *parser) foreignDay(i int) (fm foreignMonth, dom, end int, ok bool) {
	j := p.skip(i, "the")
	if d, ok := p.dayAt(j); ok {
		dom, j = d, p.skip(j+1, "of")
	} else {
		j = i
	}
	fm, end, ok = nameAt(p, j, p.v.months)
	if !ok || dom == 0 && p.isName(j, end) {
		return fm, 0, 0, false
	}
	k := p.skip(end, "the")
	if d, ok := p.dayAt(k); ok && dom == 0 && p.ls[k].num >= 0 {
		dom, end = d, k+1
	}
	return fm, dom, end, true
}

// of gives the days of a date in a year of its own calendar.
func (r rule) of(year int) (days, bool) {
	if r.kind == persianCalendar {
		return persian(year, r.month, r.dom)
	}
	return tables().hijri(year, r.month, r.dom)
}

// era skips AH after a Hijri year and AP, SH after a Persian one.
func (p *parser) era(i int) int {
	switch p.word(i) {
	case "ah", "ap", "sh", "hijri", "hs", "h":
		return i + 1
	}
	return i
}
