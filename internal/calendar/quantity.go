package calendar

import (
	"strings"
)

// quantity is a number of units: "five and a half", "a couple of", "several".
type quantity struct {
	n       int
	half    bool
	vague   bool   // no number: few, several
	decimal string // "1.5"
	mod     string // what softens it, as a TIMEX3 qualifier
	end     int
}

// quantityAt reads a quantity with what softens it ("nearly", "more than", "at least").
func (p *parser) quantityAt(i int) (quantity, bool) {
	i, mod := p.softener(i)
	i = p.skip(i, "the")
	q, ok := p.countAt(i)
	if !ok {
		return q, false
	}
	q.mod = mod
	if p.word(q.end) == "-" && p.word(q.end+1) == "and" && p.word(q.end+2) == "-" && p.word(q.end+4) == "-" && p.word(q.end+5) == "half" {
		q.half, q.end = true, q.end+6 // two-and-a-half-year
	} else if p.word(q.end) == "and" && p.word(q.end+1) == "a" && p.word(q.end+2) == "half" {
		q.half, q.end = true, q.end+3
	} else if p.word(q.end) == "1" && p.word(q.end+1) == "/" && p.word(q.end+2) == "2" {
		q.half, q.end = true, q.end+3
	} else if w := p.word(q.end); (w == "to" || w == "or" || w == "-" || w == "and") && !q.vague {
		if r, ok := p.countAt(q.end + 1); ok && r.n > q.n { // "two to three weeks": the number is not certain
			q = quantity{n: r.n, vague: true, mod: mod, end: r.end}
		}
	}
	return q, true
}

// softener skips "about", "more than", "at least", "up to" before a number, and gives the qualifier they stand for.
func (p *parser) softener(i int) (int, string) {
	mod := ""
	for range 3 {
		switch w := p.word(i); {
		case w == "more" && p.word(i+1) == "than":
			i, mod = i+2, modMoreThan
		case (w == "less" || w == "fewer") && p.word(i+1) == "than":
			i, mod = i+2, modLessThan
		case w == "no" && (p.word(i+1) == "more" || p.word(i+1) == "less") && p.word(i+2) == "than":
			mod = modEqualOrMore
			if p.word(i+1) == "more" {
				mod = modEqualOrLess
			}
			i += 3
		case (w == "just" || w == "well" || w == "slightly" || w == "little" || w == "not") && p.softens(i+1):
			i++
		case w == "a" && (p.word(i+1) == "little" || p.word(i+1) == "bit") && p.softens(i+2):
			i += 2
		case w == "close" && p.word(i+1) == "to":
			i, mod = i+2, modApprox
		case w == "at" && p.word(i+1) == "least":
			i, mod = i+2, modEqualOrMore
		case w == "at" && p.word(i+1) == "most", w == "up" && p.word(i+1) == "to":
			i, mod = i+2, modEqualOrLess
		default:
			n, ok := p.is(i, "approx")
			if !ok {
				return i, mod
			}
			i++
			mod = [...]string{modApprox, modMoreThan, modLessThan}[floorMod(n, 3)]
		}
	}
	return i, mod
}

// softens reports whether lexeme i softens the number after it: "over", "more than".
func (p *parser) softens(i int) bool {
	switch p.word(i) {
	case "over", "under":
		return true
	case "more", "less", "fewer":
		return p.word(i+1) == "than"
	}
	return false
}

// countAt reads a number in digits or words, or an article.
func (p *parser) countAt(i int) (quantity, bool) {
	if i >= len(p.ls) {
		return quantity{}, false
	}
	l := &p.ls[i]
	switch {
	case l.suffix == "" && l.num >= 0:
		return quantity{n: l.num, end: i + 1}, true
	case l.suffix == "" && l.decimal && len(l.word) <= 6 && strings.Count(l.word, ".") == 1:
		return quantity{decimal: l.word, end: i + 1}, true
	case l.word == "half":
		if k := p.skip(i+1, "a", "an"); k > i+1 || p.word(k) == "-" {
			return quantity{half: true, end: k}, true
		}
	case l.word == "another", l.word == "a" && p.word(i+1) == "further":
		return p.anotherAt(p.skip(i+1, "further"))
	case l.word == "a", l.word == "an":
		return p.articleAt(i)
	case p.isAny(i, "couple"):
		return quantity{n: 2, end: p.skip(i+1, "of")}, true
	case p.isAny(i, "vague"):
		return quantity{vague: true, end: i + 1}, true
	}
	return p.cardinal(i)
}

// anotherAt reads what "another" counts: one, or the number at lexeme i.
func (p *parser) anotherAt(i int) (quantity, bool) {
	switch p.word(i) {
	case "a", "an", "another":
	default:
		if q, ok := p.countAt(i); ok {
			return q, true
		}
	}
	return quantity{n: 1, end: i}, true
}

// articleAt reads "a", "a couple of", "a few", "a dozen", "a half" at the article.
func (p *parser) articleAt(i int) (quantity, bool) {
	switch {
	case p.isAny(i+1, "couple"):
		return quantity{n: 2, end: p.skip(i+2, "of")}, true
	case p.isAny(i+1, "vague"):
		return quantity{vague: true, end: i + 2}, true
	case p.isAny(i+1, "hundred"), p.word(i+1) == "dozen":
		return p.cardinal(i + 1)
	case p.word(i+1) == "half":
		return quantity{half: true, end: p.skip(i+2, "-")}, true
	}
	return quantity{n: 1, end: i + 1}, true
}

// cardinal reads a number in words: "twenty-four", "two hundred".
func (p *parser) cardinal(i int) (quantity, bool) {
	total, begun := 0, false
	for range 6 {
		if n, ok := p.is(i, "tens"); ok {
			total, begun = total+n, true
			i++
			if j := p.skip(i, "-"); j <= i+1 {
				if one, ok := p.is(j, "number"); ok && one < 10 {
					total, i = total+one, j+1
				}
			}
		} else if n, ok := p.is(i, "number"); ok && (!begun || total%100 == 0) {
			total, begun, i = total+n, true, i+1
		} else if n, ok := p.is(i, "hundred"); ok && total < 1000 {
			total, begun, i = max(total, 1)*n, true, i+1
		} else {
			break
		}
	}
	return quantity{n: total, end: i}, begun
}
