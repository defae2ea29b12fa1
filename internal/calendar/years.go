package calendar

// Rules for years, decades, centuries, quarters and seasons.

// yearName reads a year that stands alone. It is a year only where nothing says that it is a number: not "2000 people",
// "resolution 1973", "$1990".
func (p *parser) yearName(i int) (match, bool) {
	y, ok := p.yearAt(i)
	if !ok || y >= 2100 {
		return match{}, false
	}
	v, ok := years(y, 1)
	m := match{end: i + 1, value: fixedOr(v, ok), kind: kindDate}
	if p.numbered(i) || p.people(i) && p.word(i-1) != "in" {
		return m, false
	}
	if p.word(i+1) == "s" && !p.ls[i+1].space {
		return m, false
	}
	prep := p.timely(i)
	switch {
	case len(p.ls) == 1:
		return m, true
	case y < 1900:
		return m, prep && !p.counts(i)
	case prep && !p.counts(i):
		return m, true
	case p.counts(i):
		_, softened := p.is(i-1, "approx")
		if _, vague := p.is(i-1, "vague"); vague || p.upos(i-1) == "VERB" {
			softened = true
		}
		return m, y >= 1945 && y <= 2050 && y%100 != 0 && !softened
	}
	return m, y <= 2050
}

// shortYear reads "'86", "the class of '68".
func (p *parser) shortYear(i int) (match, bool) {
	if p.word(i) != "'" || i+1 >= len(p.ls) || p.ls[i+1].space || p.ls[i+1].num < 0 || len(p.ls[i+1].word) != 2 || p.ls[i+1].suffix != "" || !p.ls[i].space || p.counts(i+1) {
		return match{}, false
	}
	y := 1900 + p.ls[i+1].num
	if y < 1930 {
		y += 100
	}
	v, ok := years(y, 1)
	return match{end: i + 2, value: fixedOr(v, ok), kind: kindDate}, p.timely(i) || p.word(i-1) == ","
}

// numbered reports whether the number at i is a name or an amount.
func (p *parser) numbered(i int) bool {
	if _, ok := p.is(i-1, "numbered"); ok {
		return true
	}
	switch p.word(i - 1) {
	case "#": // no row of a table can begin with it
		return true
	case "-":
		return i >= 2 && !p.ls[i].space && !p.ls[i-1].space && (p.ls[i-2].num >= 0 || p.word(i-2) == "s" || len(p.word(i-2)) <= 3 && p.ls[i-2].upper)
	case ".":
		return p.word(i-2) == "no"
	}
	if _, ok := p.is(i+1, "counted"); ok {
		return true
	}
	switch p.word(i + 1) {
	case "-", "/", ".":
		return i+2 < len(p.ls) && !p.ls[i+1].space && !p.ls[i+2].space && p.ls[i+2].num >= 0 && len(p.ls[i+2].word) != 4
	}
	return false
}

// timely reports whether the word before lexeme i lets a year follow.
func (p *parser) timely(i int) bool {
	j := i - 1
	if w := p.word(j); w == "the" || w == "year" || w == "(" || w == "early" || w == "late" || w == "mid" {
		return true
	}
	if _, ok := p.is(j, "bound"); ok {
		return true
	}
	if _, ok := p.is(j, "season"); ok {
		return true
	}
	_, ok := p.is(j, "at")
	return ok
}

// yearRange reads 2010-2012 and 2010-12.
func (p *parser) yearRange(i int) (match, bool) {
	y, ok := p.yearAt(i)
	if !ok || p.skipTight(i+1) == i+1 && p.word(i+1) != "/" || i+2 >= len(p.ls) || p.ls[i+2].space || p.numbered(i) && len(p.ls[i+2].word) == 4 {
		return match{}, false
	}
	to := &p.ls[i+2]
	z := to.num
	if to.suffix != "" || !to.plain || p.word(i+3) == "-" {
		return match{}, false
	}
	switch {
	case len(to.word) == 4 && z > y && z < 2100:
	case len(to.word) == 2 && z == (y+1)%100 || len(to.word) == 2 && z > 12 && z > y%100:
		z += y / 100 * 100
		if z < y {
			z += 100
		}
	default:
		return match{}, false
	}
	v, ok := years(y, z-y+1)
	return match{end: i + 3, value: fixedOr(v, ok), kind: kindPeriod}, true
}

// spokenYear reads "the year two thousand", "nineteen ninety-four", "the year 2000".
func (p *parser) spokenYear(i int) (match, bool) {
	j := p.skip(i, "the")
	year := false
	if p.word(j) == "year" {
		j, year = j+1, true
	}
	if y, ok := p.yearAt(j); ok && year {
		v, ok := years(y, 1)
		return match{end: j + 1, value: fixedOr(v, ok), kind: kindDate}, true
	}
	if p.word(j) == "two" && p.word(j+1) == "thousand" && year {
		q, _ := p.cardinal(j)
		v, ok := years(q.n, 1)
		return match{end: q.end, value: fixedOr(v, ok), kind: kindDate}, true
	}
	c, ok := p.is(j, "number")
	if !ok || c < 13 || c > 20 {
		return match{}, false
	}
	if _, tens := p.is(j+1, "tens"); !tens {
		return match{}, false
	}
	q, _ := p.cardinal(j + 1)
	v, ok := years(100*c+q.n, 1)
	return match{end: q.end, value: fixedOr(v, ok), kind: kindDate}, true
}

// decadeName reads "1980s", "'80s", "the eighties".
func (p *parser) decadeName(i int) (match, bool) {
	j := p.skip(i, "the")
	the := j > i || p.word(i-1) == "-" || p.word(i-1) == "the" || p.early(i-1) && p.word(i-2) == "the" || p.secondDecade(i)
	if n, ok := p.is(j, "decade"); ok {
		return match{end: j + 1, value: decadeOf(1900 + n), kind: kindDate}, the
	}
	if k := p.skip(j, "'"); k > j {
		j, the = k, true
	}
	if j >= len(p.ls) || p.ls[j].num < 0 || p.ls[j].num%10 != 0 || !p.ls[j].plain {
		return match{}, false
	}
	end := j + 1
	switch {
	case p.ls[j].suffix == "s":
	case p.word(end) == "'s" && !p.ls[end].space:
		end++
	default:
		return match{}, false
	}
	n := p.ls[j].num
	switch len(p.ls[j].word) {
	case 4:
		if n < 1000 || n >= 2100 {
			return match{}, false
		}
	case 2:
		if !the {
			return match{}, false
		}
		if n <= 20 {
			n += 100
		}
		n += 1900
	default:
		return match{}, false
	}
	return match{end: end, value: decadeOf(n), kind: kindDate}, true
}

// secondDecade reports whether a decade at lexeme i follows another: "the 1960s and 70s".
func (p *parser) secondDecade(i int) bool {
	if p.early(i - 1) {
		i--
	}
	if w := p.word(i - 1); i < 2 || w != "and" && w != "or" && w != "to" {
		return false
	}
	_, spoken := p.is(i-2, "decade")
	return spoken || p.ls[i-2].suffix == "s"
}

// early reports whether lexeme i is "early", "mid", "late".
func (p *parser) early(i int) bool {
	if p.word(i) == "-" {
		i--
	}
	_, ok := p.is(i, "early")
	return ok
}

func decadeOf(y int) value {
	v, ok := years(y, 10)
	return fixedOr(v, ok)
}

// centuryName reads "the 20th century", "19th-century".
func (p *parser) centuryName(i int) (match, bool) {
	j := p.skip(i, "the")
	n, ok := p.dayAt(j)
	if !ok || n < 1 || n > 30 || p.ls[j].num >= 0 && p.ls[j].suffix == "" {
		return match{}, false
	}
	if j = p.skip(j+1, "-"); p.word(j) != "century" {
		return match{}, false
	}
	if w := p.word(j + 1); w == "bc" || w == "bce" {
		return match{end: j + 2, kind: kindDate}, true
	}
	v, ok := years(max(100*(n-1), 1), 100)
	if n == 1 {
		v, ok = years(1, 99)
	}
	return match{end: j + 1, value: fixedOr(v, ok), kind: kindDate}, true
}

// quarterName reads "the third quarter of 2016", "Q3 2016", "this year's first half", "the 1988 second quarter".
func (p *parser) quarterName(i, depth int) (match, bool) {
	var of value
	j := p.skip(i, "the", "its", "their")
	if y, ok := p.yearAt(j); ok {
		of = wholeYear(y)
		j = p.skip(j+1, "'s")
	} else if y, after, ok := p.relativeYear(i); ok && p.word(after) == "'s" {
		of, j = y, after+1
	}
	if _, ok := p.is(j, "fiscal"); ok {
		j = p.skip(j+1, "-")
	}
	u, n, end, ok := p.numberedPart(j)
	if !ok {
		return match{}, false
	}
	if of == nil {
		k := p.skip(end, "of", "in")
		if _, ok := p.is(k, "fiscal"); ok {
			k++
		}
		if y, ok := p.yearAt(k); ok && !p.counts(k) {
			of, end = wholeYear(y), k+1
		} else if y, after, ok := p.relativeYear(k); ok {
			of, end = y, after
		} else if p.word(k) == "the" && p.word(k+1) == "year" && k > end {
			of, end = shift{unit: year}, k+2
		} else if d, ok := p.expression(k, depth+1); ok && k > end && u == halfYear && d.kind == kindDate && d.value != nil && !p.daily(d) {
			return match{end: d.end, value: halfOf{d.value, n == 2}, kind: kindDate}, true
		} else if d, ok := p.wholeUnit(k); ok && k > end && u == halfYear {
			return match{end: d.end, value: halfOf{d.value, n == 2}, kind: kindDate}, true
		}
	}
	if of == nil && p.word(end) == "of" {
		return match{}, false // "the third quarter of the match"
	}
	return match{end: end, value: annual{unit: u, n: n, year: of}, kind: kindDate}, true
}

func wholeYear(y int) value {
	v, ok := years(y, 1)
	return fixedOr(v, ok)
}

// numberedPart reads "third quarter", "second-quarter", "Q3", "last half".
func (p *parser) numberedPart(j int) (u unit, n, end int, ok bool) {
	if w := p.word(j); (w == "q" || w == "h") && j+1 < len(p.ls) && !p.ls[j+1].space && p.ls[j+1].num > 0 {
		n = p.ls[j+1].num
		if w == "q" {
			return quarter, n, j + 2, n <= 4
		}
		return halfYear, n, j + 2, n <= 2
	}
	n, isOrdinal := p.dayAt(j)
	final := p.word(j) == "last" || p.word(j) == "final"
	if j >= len(p.ls) || !isOrdinal && !final || isOrdinal && p.ls[j].num >= 0 && p.ls[j].suffix == "" {
		return 0, 0, 0, false
	}
	j = p.skip(j+1, "-")
	switch p.word(j) {
	case "quarter":
		u, ok = quarter, n <= 4
		if final {
			n = 4
		}
	case "half":
		u, ok = halfYear, n <= 2
		if final {
			n = 2
		}
		ok = ok && p.word(j+1) == "of"
	}
	return u, n, j + 1, ok && n > 0
}

// seasonName reads "last summer", "the winter of 1994", "spring 2016".
func (p *parser) seasonName(i int) (match, bool) {
	rel, j, named := p.which(i)
	if !named {
		j = p.skip(i, "the")
	}
	n, ok := p.is(j, "season")
	if !ok || p.upos(j) == "VERB" {
		return match{}, false
	}
	k := p.skip(j+1, "of", ",")
	if y, ok := p.yearAt(k); ok && !p.counts(k) {
		v := annual{unit: season, n: n, year: wholeYear(y)}
		return match{end: k + 1, value: v, kind: kindDate}, true
	}
	if y, after, ok := p.relativeYear(k); ok {
		return match{end: after, value: annual{unit: season, n: n, year: y}, kind: kindDate}, true
	}
	if !named && (p.word(j+1) == "of" || !p.seasonal(i, j)) {
		return match{}, false
	}
	v := annual{unit: season, n: n, rel: rel}
	if p.word(i) == "that" {
		v.year = shift{unit: year, chained: true}
	}
	if p.word(i) == "this" && rel == unknown {
		if v.nearest = n == 4; n < 4 { // "this winter" in December is that of the coming year
			v.year = shift{unit: year}
		}
	}
	return match{end: j + 1, value: v, kind: kindDate}, true
}

// seasonal tells a bare season from "spring" and "fall" in other senses and from names like the Prague Spring.
func (p *parser) seasonal(i, j int) bool {
	if p.ls[j].upper && j > 0 {
		return false
	}
	if j == 0 {
		return len(p.ls) == 1 || p.word(j) == "summer" || p.word(j) == "winter"
	}
	switch p.word(j - 1) {
	case "in", "this", "during", "by", "until", "since", "throughout", "early", "late", "mid":
		return true
	case "the":
		switch p.word(i - 1) {
		case "in", "during", "over", "before", "by", "until", "since", "after", "throughout", "for":
			return true
		}
		return i == 0
	case "-":
		return p.word(j-2) == "mid"
	}
	return false
}
