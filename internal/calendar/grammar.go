package calendar

import (
	"dyad/internal/language"
)

// Kinds of expressions, as event.Time names them.
const (
	kindDate      = "date"
	kindPeriod    = "period"
	kindRecurring = "recurring"
	kindDuration  = "duration"
)

// match is an expression that ends before lexeme end.
type match struct {
	end      int
	value    value // nil: it says no days ("two hours", "recently")
	kind     string
	text     string // its TIMEX3 value, where that does not follow from the days: of durations and sets, PAST_REF
	clock    string // what follows the day in its TIMEX3 value: T10:30, TMO
	mod      string // its TIMEX3 qualifier
	calendar string // what it was converted from
}

// parser reads expressions from the lexemes of one sentence. A rule is a method that takes the index of a lexeme and says
// whether its expression begins there; each looks at a bounded number of lexemes.
type parser struct {
	ls []lexeme
	ts []language.Token
	v  *vocabulary

	// surnames are the names of months that the text has used as names of people: May, after "Mrs. May". nil: none are kept.
	surnames map[string]bool
}

// maxDepth bounds expressions in expressions: "the beginning of the end of last year".
const maxDepth = 3

// expression gives the longest expression that begins at lexeme i; of two that are as long, the one whose rule is asked first.
func (p *parser) expression(i, depth int) (match, bool) {
	if depth > maxDepth || i >= len(p.ls) {
		return match{}, false
	}
	var l longest
	if n := &p.ls[i]; n.num >= 0 || n.decimal {
		l.try(p.isoDay(i))
		l.try(p.dayOfMonth(i))
		l.try(p.yearRange(i))
		l.try(p.yearName(i))
	} else if !p.begins(i) {
		return match{}, false
	}
	p.names(i, depth, &l)
	p.relations(i, depth, &l)
	if l.found {
		if m, ok := p.dashed(l.match, depth); ok {
			return m, true
		}
	}
	return l.match, l.found
}

// longest keeps the longest of several matches.
type longest struct {
	match
	found bool
}

func (l *longest) try(m match, ok bool) {
	if ok && (!l.found || m.end > l.end) {
		l.match, l.found = m, true
	}
}

// names tries the rules for names of days, months, years, seasons and feasts.
func (p *parser) names(i, depth int, l *longest) {
	l.try(p.dayOfMonth(i))
	l.try(p.dayAlone(i))
	l.try(p.weekdayName(i))
	l.try(p.monthName(i))
	l.try(p.spokenYear(i))
	l.try(p.shortYear(i))
	l.try(p.decadeName(i))
	l.try(p.centuryName(i))
	l.try(p.quarterName(i, depth))
	l.try(p.seasonName(i))
	l.try(p.holidayName(i))
	l.try(p.foreignDate(i))
}

// relations tries the rules for what is relative, for durations, sets, parts and times of day.
func (p *parser) relations(i, depth int, l *longest) {
	l.try(p.nearDay(i))
	l.try(p.unitName(i))
	l.try(p.stretchName(i, depth))
	l.try(p.clock(i, depth))
	l.try(p.set(i))
	l.try(p.distance(i))
	l.try(p.fiscalYear(i))
	l.try(p.ordinal(i, depth))
	l.try(p.part(i, depth))
	l.try(p.partOfDay(i, depth))
	l.try(p.vague(i))
}

// begins reports whether the word at lexeme i can begin an expression, which most words cannot: it saves asking every rule.
func (p *parser) begins(i int) bool {
	l := &p.ls[i]
	if n, ok := l.is("opener"); ok && i+1 < len(p.ls) {
		next := &p.ls[i+1]
		switch n {
		case 1: // an article
			return next.num >= 0 || next.decimal || len(next.senses) > 0 && p.v.starts[next.word] || next.upper && p.v.begins[next.word]
		case 2: // "at"
			return next.word == "least" || next.word == "most" || next.word == "present" || next.word == "the"
		}
		return true
	}
	return len(l.senses) > 0 && p.v.starts[l.word] || l.upper && p.v.begins[l.word]
}

func (p *parser) word(i int) string {
	if i < 0 || i >= len(p.ls) {
		return ""
	}
	return p.ls[i].word
}

// is gives the number of lexeme i in a class.
func (p *parser) is(i int, class string) (int, bool) {
	if i < 0 || i >= len(p.ls) {
		return 0, false
	}
	return p.ls[i].is(class)
}

// isAny reports whether lexeme i is in a class.
func (p *parser) isAny(i int, class string) bool {
	_, ok := p.is(i, class)
	return ok
}

// skip gives the index after lexeme i if it is one of the words, else i.
func (p *parser) skip(i int, words ...string) int {
	for _, w := range words {
		if p.word(i) == w {
			return i + 1
		}
	}
	return i
}

// skipTight skips a hyphen that touches both sides.
func (p *parser) skipTight(i int) int {
	if p.word(i) == "-" && !p.ls[i].space && i+1 < len(p.ls) {
		return i + 1
	}
	return i
}

// upos gives the part of speech of the token that lexeme i stands in, "" where there is none.
func (p *parser) upos(i int) string {
	if i < 0 || i >= len(p.ls) || p.ls[i].token < 0 {
		return ""
	}
	return p.ts[p.ls[i].token].UPOS
}

// monthAt reads the name of a month and its stop. Names of months are written with a capital.
func (p *parser) monthAt(i int) (n, end int, ok bool) {
	n, ok = p.is(i, "month")
	if !ok || !p.ls[i].upper {
		return 0, 0, false
	}
	end = i + 1
	if p.word(end) == "." && !p.ls[end].space && len(p.word(i)) <= 4 && !p.fullName(i) && end < len(p.ls)-1 {
		end++
	}
	return n, end, true
}

// fullName reports whether the short name of a month at lexeme i is no abbreviation.
func (p *parser) fullName(i int) bool {
	switch p.word(i) {
	case "may", "june", "july":
		return true
	}
	return false
}

// weekdayAt reads the name of a weekday and its stop.
func (p *parser) weekdayAt(i int) (n, end int, ok bool) {
	n, ok = p.is(i, "weekday")
	if !ok || !p.ls[i].upper {
		return 0, 0, false
	}
	end = i + 1
	if len(p.word(i)) <= 5 {
		if p.word(end) == "." && !p.ls[end].space {
			return n, end + 1, true
		}
		if next, _, month := p.monthAt(p.skip(end, ",")); p.word(i) == "sun" || p.word(i) == "sat" {
			return n, end, month && next > 0
		}
	}
	return n, end, true
}

// yearAt reads a number of four digits that may be a year.
func (p *parser) yearAt(i int) (int, bool) {
	if i >= len(p.ls) {
		return 0, false
	}
	l := &p.ls[i]
	return l.num, l.num >= 1000 && l.num <= lastYear && l.plain && l.suffix == "" && len(l.word) == 4
}

// dayAt reads the number of a day of a month: 4, 04, 4th, fourth. It need not exist: the 45th of May has no value.
func (p *parser) dayAt(i int) (int, bool) {
	if i >= len(p.ls) {
		return 0, false
	}
	l := &p.ls[i]
	if l.num >= 0 {
		switch l.suffix {
		case "", "st", "nd", "rd", "th":
			return l.num, l.num <= 99 && l.plain && len(l.word) <= 2
		}
		return 0, false
	}
	return l.is("ordinal")
}
