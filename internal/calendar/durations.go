package calendar

import (
	"strings"
)

// Rules for quantities of time: "two hours", "six-year-old", and "two weeks ago", "three days later".

// distance reads a quantity of units and on which side of what it lies.
func (p *parser) distance(i int) (match, bool) {
	if m, ok := p.yearAgo(i); ok {
		return m, true
	}
	if m, ok := p.quarterOf(i); ok {
		return m, true
	}
	if u, ok := p.is(i, "lasting"); ok {
		return match{end: i + 1, kind: kindDuration, text: durationTimex(unit(u), quantity{n: 1})}, true
	}
	q, ok := p.quantityAt(i)
	if !ok {
		return p.unitsAlone(i)
	}
	if j := p.skipTight(q.end); j > q.end {
		return p.hyphened(i, j, q)
	}
	u, end, ok := p.unitOf(q)
	if !ok {
		return p.longUnit(i)
	}
	if p.isAge(i, end) || p.namesake(end) || !p.isAny(end-1, "units") && !p.single(end-1, u) {
		return match{}, false // the Thirty Years War, "a second speech"
	}
	if p.andHalf(end) && !q.half && !q.vague {
		q.half, end = true, end+3
	}
	return p.lying(end, u, q), true
}

// unitOf gives the unit of a quantity and where it ends: one unit after "a" and "one", else a plural.
func (p *parser) unitOf(q quantity) (u unit, end int, ok bool) {
	j := q.end
	for range 3 {
		if p.isAny(j, "filler") {
			j++
		}
	}
	if n, ok := p.is(j, "units"); ok { // not "a decades-long conflict"
		w := p.word(q.end - 1)
		return unit(n), j + 1, q.vague || q.n != 1 || w != "a" && w != "an"
	}
	n, ok := p.is(j, "unit")
	return unit(n), j + 1, ok && !q.vague && (q.n == 1 || q.n == 0 && q.half)
}

// andHalf reports whether lexeme i begins "and a half".
func (p *parser) andHalf(i int) bool {
	return p.word(i) == "and" && p.word(i+1) == "a" && p.word(i+2) == "half"
}

// isAge reports whether the quantity of time in [i, end) is somebody's age.
func (p *parser) isAge(i, end int) bool {
	switch p.word(i - 1) {
	case "of":
		if p.word(i-2) == "age" {
			return true
		}
	case "as":
		return p.word(i) == "many"
	case "aged":
		return true
	}
	return p.word(end) == "old" || p.word(end) == "of" && p.word(end+1) == "age"
}

// lying reads what follows a quantity of units that ends before lexeme end: a smaller quantity, "or so", and which way it lies.
func (p *parser) lying(end int, u unit, q quantity) match {
	if p.word(end) == "or" && p.word(end+1) == "so" {
		q.mod, end = modApprox, end+2
	}
	text, exact := durationTimex(u, q), true
	if more, after, ok := p.andMore(end, u, q); ok {
		text, end, exact = text+more, after, false
	}
	m := p.sided(end, u, q, exact)
	if m.kind == kindDuration {
		m.text = text
	}
	m.mod = q.mod
	return m
}

// unitsAlone reads units without a number: "for years", "weeks later", "decades-long".
func (p *parser) unitsAlone(i int) (match, bool) {
	if m, ok := p.longUnit(i); ok {
		return m, true
	}
	u, ok := p.is(i, "units")
	if !ok || p.isAge(i, i+1) || p.namesake(i+1) {
		return match{}, false
	}
	if w := p.word(i + 1); w != "ago" && w != "later" && w != "earlier" && !p.bareUnits(i) {
		return match{}, false
	}
	return p.lying(i+1, unit(u), quantity{vague: true, end: i}), true
}

// single reports whether "a" or "one" with the unit at lexeme j is a length of time: not "a second speech", "a quarter of them", "a day
// of the month".
func (p *parser) single(j int, u unit) bool {
	article := p.word(j-1) == "a" || p.word(j-1) == "an" || p.word(j-1) == "the" || p.word(j-1) == "another"
	next := p.word(j + 1)
	switch {
	case p.word(j-1) == "the":
		return false
	case u == second:
		return !article && next != "of"
	case u == quarter && article:
		return next == "ago" || next == "earlier" || next == "later"
	case article && next == "of" && (u == dayUnit || u == night):
		return false
	case article && next == "-":
		return false
	}
	return true
}

// bareUnits reports whether a plural without a number is a length of time where it stands: "for years", "lasted hours", "weeks of
// talks".
func (p *parser) bareUnits(i int) bool {
	if u, _ := p.is(i, "units"); unit(u) == weekend {
		return false
	}
	if p.ls[i].upper && i > 0 || p.word(i+1) == "-" || p.word(i+1) == "'" && p.word(i+2) == "" {
		return false
	}
	if p.ls[i].token < 0 || p.upos(i) == "" {
		return p.word(i-1) == "for" || p.word(i-1) == "of"
	}
	if i == 0 {
		return p.word(i+1) == "of" || p.word(i+1) == "after" || p.word(i+1) == "before"
	}
	if p.isAny(i-1, "dayadj") {
		return false // "the closing weeks"
	}
	switch p.upos(i - 1) {
	case "ADP", "CCONJ", "VERB", "PART", "SCONJ":
		return true
	case "ADV":
		return p.word(i-1) != "early"
	case "AUX":
		return true
	case "PUNCT":
		return p.word(i-1) != "-" && p.word(i-1) != "'" && (p.word(i+1) == "after" || p.word(i+1) == "before" || p.word(i+1) == "of")
	}
	return false
}

// longUnit reads "decade-long", "years-long", "weeks-old".
func (p *parser) longUnit(i int) (match, bool) {
	u, one := p.is(i, "unit")
	many := false
	if !one {
		u, many = p.is(i, "units")
	}
	k := p.skipTight(i + 1)
	if !one && !many || k == i+1 || p.word(k) != "long" && p.word(k) != "old" || p.word(i-1) == "-" || p.person(k+1) && p.word(k) == "old" {
		return match{}, false
	}
	return match{end: k + 1, kind: kindDuration, text: durationTimex(unit(u), quantity{n: 1, vague: many})}, true
}

// quarterOf reads "a quarter of a century", "three quarters of an hour".
func (p *parser) quarterOf(i int) (match, bool) {
	q, ok := p.quantityAt(i)
	if !ok || q.vague || q.n < 1 || q.n > 3 || p.word(q.end) != "quarter" && p.word(q.end) != "quarters" || p.word(q.end+1) != "of" {
		return match{}, false
	}
	k := p.skip(q.end+2, "a", "an")
	u, ok := p.is(k, "unit")
	if !ok || k == q.end+2 {
		return match{}, false
	}
	m := match{end: k + 1, kind: kindDuration, mod: q.mod}
	switch unit(u) {
	case hour:
		m.text = durationTimex(minute, quantity{n: 15 * q.n})
	case year:
		m.text = durationTimex(month, quantity{n: 3 * q.n})
	case century:
		m.text = durationTimex(year, quantity{n: 25 * q.n})
	}
	return m, true
}

// andMore reads what a smaller unit adds to a quantity: "two years and three months", "one hour, 20 minutes".
func (p *parser) andMore(end int, u unit, q quantity) (text string, after int, ok bool) {
	j := p.skip(end, ",")
	j = p.skip(j, "and")
	if j == end || q.vague || q.half {
		return "", 0, false
	}
	r, ok := p.countAt(j)
	if !ok || r.vague || r.half || r.decimal != "" || r.n == 0 || p.word(j) == "a" || p.word(j) == "an" {
		return "", 0, false
	}
	v, ok := p.is(r.end, "units")
	if !ok {
		v, ok = p.is(r.end, "unit")
	}
	if !ok || unit(v) >= u || unit(v) > month || p.word(r.end+1) == "ago" {
		return "", 0, false
	}
	d, whole := designators[unit(v)], designators[u]
	text = durationTimex(unit(v), r)[1:]
	if d.time && whole.time {
		text = text[1:]
	}
	return text, r.end + 1, true
}

// hyphened reads "six-year", "six-year-old", "two-day", "two-and-a-half-year" after the number.
func (p *parser) hyphened(i, j int, q quantity) (match, bool) {
	if w := p.word(i); (w == "a" || w == "an") && !q.half {
		return match{}, false // "a hundred-day plan"
	}
	if p.word(i) == "the" || q.n == 1 && p.word(i) != "one" && p.word(i) != "1" && p.word(q.end-1) != "one" && p.word(q.end-1) != "1" {
		return match{}, false
	}
	u, ok := p.is(j, "unit")
	if !ok || p.ls[j].space || p.ls[j].upper && j+1 < len(p.ls) && p.ls[j+1].upper {
		return match{}, false
	}
	end := j + 1
	for _, w := range []string{"old", "long"} {
		if k := p.skipTight(end); k > end && p.word(k) == w {
			if w == "old" && p.person(k+1) {
				return match{}, false // the age of somebody is no time
			}
			end = k + 1
		}
	}
	if k := p.skipTight(end); k > end && (p.word(k) == "olds" || p.word(k) == "term") {
		return match{}, false
	}
	return match{end: end, kind: kindDuration, text: durationTimex(unit(u), q), mod: q.mod}, true
}

// person reports whether the word at lexeme i, after "40-year-old", is a person: by the table, or by what the tagger says: nothing, a name.
func (p *parser) person(i int) bool {
	if i >= len(p.ls) || p.ls[i].num >= 0 {
		return true
	}
	thing := false
	for k := i; k < i+4; k++ { // "a six-year-old Syrian boy", "the eight-year-old Paris accord"
		if p.isAny(k, "person") || hasClass(p.v.words[strings.TrimSuffix(p.word(k), "s")], "person") {
			return true
		}
		pos := p.upos(k)
		if pos != "ADJ" && pos != "PROPN" && pos != "NOUN" {
			break
		}
		thing = pos == "NOUN" || pos == "ADJ" && k == i
	}
	if thing {
		return false
	}
	switch p.upos(i) {
	case "PROPN":
		return p.ls[i].upper
	case "VERB", "AUX", "ADP", "PRON", "CCONJ", "ADV":
		return p.word(i) != "and"
	}
	return p.word(i) == "," || p.word(i) == "."
}

// sided reads which way a quantity of units lies: ago, earlier, later; without such a word it is a duration.
func (p *parser) sided(i int, u unit, q quantity, exact bool) match {
	m := match{end: i + 1, kind: kindDate}
	v := ago{unit: u, n: q.n, half: q.half}
	switch p.word(i) {
	case "ago":
		v.n = -v.n
		if q.vague {
			m.text = pastRef
		}
	case "earlier", "before", "previously":
		v.n, v.chained = -v.n, true
		if p.word(i) == "before" && p.clauseFollows(i+1) {
			return duration(i, u, q, exact)
		}
	case "later", "afterwards", "afterward":
		v.chained = true
	case "after":
		v.chained = true
		if p.clauseFollows(i + 1) {
			return duration(i, u, q, exact)
		}
	case "hence":
	case "from":
		if p.word(i+1) != "now" && p.word(i+1) != "today" {
			return duration(i, u, q, exact)
		}
		m.end = i + 2
	default:
		return duration(i, u, q, exact)
	}
	if !q.vague && q.decimal == "" && exact {
		m.value = v
	}
	return m
}

// duration makes the match of a quantity of units that stands for itself.
func duration(end int, u unit, q quantity, exact bool) match {
	m := match{end: end, kind: kindDuration}
	if !q.vague && !q.half && q.decimal == "" && exact {
		m.value = length{u, q.n}
	}
	return m
}
