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
	if ok && p.word(end) == "'" && p.word(end-1) != "'s" && p.ls[end-1].word != "s" && end < len(p.ls) && !p.ls[end].space && plural(p.ls[end-1].word) && p.word(end+1) != "" {
		return found, end, true
	}
	return found, end, ok
}

func plural(s string) bool { return len(s) > 2 && s[len(s)-1] == 's' }

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
		return match{}, false
	}
	m := match{end: end, kind: kindDate}
	switch r.kind {
	case "none":
		return m, true
	case hijriCalendar, persianCalendar:
		m.calendar = r.kind
		if r.kind == hijriCalendar {
			m.mod = modApprox
		}
	}
	k := p.skip(end, ",", "of", "in")
	if y, ok := p.yearAt(k); ok && y > lastHijri && y < 2100 && p.yearFits(k) && (k == end || p.word(end) != "in") {
		m.end, m.value = k+1, nil
		if list := r.in(y); len(list) > 0 {
			m.value = fixed(list[0])
		}
		return m, true
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
	j := p.skip(i, "the")
	dom := 0
	if d, ok := p.dayAt(j); ok {
		dom, j = d, p.skip(j+1, "of")
	} else {
		j = i
	}
	fm, end, ok := nameAt(p, j, p.v.months)
	if !ok || p.isName(j, end) && dom == 0 {
		return match{}, false
	}
	if d, ok := p.dayAt(p.skip(end, "the")); ok && dom == 0 && p.ls[p.skip(end, "the")].num >= 0 {
		dom, end = d, p.skip(end, "the")+1
	}
	r := rule{kind: fm.calendar, month: fm.month, dom: dom}
	m := match{end: end, kind: kindDate, calendar: fm.calendar}
	if fm.calendar == hijriCalendar {
		m.mod = modApprox
	}
	k := p.skip(end, ",", "of")
	if y, ok := p.yearAt(k); ok && y <= lastHijri {
		m.end = p.era(k + 1)
		convert := p.v.hijri
		if fm.calendar == persianCalendar {
			convert = persian
		}
		if d, ok := convert(y, r.month, r.dom); ok {
			m.value = fixed(d)
		}
		return m, true
	} else if ok && y < 2100 && p.yearFits(k) {
		m.end = k + 1
		if list := r.in(y); len(list) > 0 {
			m.value = fixed(list[0])
		}
		return m, fm.alone || dom > 0
	} else if ok && dom > 0 {
		m.end = k + 1 // no calendar has such a year
		return m, true
	}
	if dom == 0 && !fm.alone && !(p.word(i-1) == "of" && p.word(i-2) == "month") {
		return match{}, false
	}
	if dom <= 31 {
		m.value = feast{rule: r}
	}
	return m, true
}

// era skips AH after a Hijri year and AP, SH after a Persian one.
func (p *parser) era(i int) int {
	switch p.word(i) {
	case "ah", "ap", "sh", "hijri", "hs", "h":
		return i + 1
	}
	return i
}
