package calendar

import (
	"strings"

	"dyad/internal/language"
)

// Clues from what one expression says of the report, with those beside it.

// saidDays gives the days of the report that expression i says: the year that it is, or those after a day that the head tells of.
func saidDays(s *language.Sentence, times []Time, i int) (days, bool) {
	if d, ok := yearTold(s, times, i); ok {
		return d, true
	}
	d, ok := leadDay(s, &times[i])
	return days{d, d + leadDays}, ok
}

// leadDay gives the day that the head of a report names with its weekday and year: "on Tuesday, 12 July 2016".
func leadDay(s *language.Sentence, t *Time) (day, bool) {
	v, ok := t.value.(fixed)
	if !ok || s.Paragraph > 1 || v.lo != v.hi || t.dir == future || t.open || t.bound != 0 || t.quote != 0 {
		return 0, false
	}
	word, _, _ := strings.Cut(t.Text, " ")
	return v.lo, weekdayNumber(strings.TrimSuffix(word, ",")) != 0
}

// leadDays is for how many days after it a report tells of a day as news.
const leadDays = 3

// yearTold gives the year of the report where expression i, which tells a year from it, stands beside a year that is named: "this year,
// 1997", "in 1998, next year", "next year's 2004 games".
func yearTold(s *language.Sentence, times []Time, i int) (days, bool) {
	t := &times[i]
	v, ok := t.value.(shift)
	if !ok || v.unit != year || v.chained || v.n < -1 || v.n > 1 || t.quote != 0 {
		return days{}, false
	}
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(times) {
			continue
		}
		first, second := t, &times[j]
		if j < i {
			first, second = second, first
		}
		y, ok := namedYear(&times[j])
		if !ok || !besideYear(s, first, second, j > i) {
			continue
		}
		return years(y-v.n, 1)
	}
	return days{}, false
}

// namedYear gives the year that an expression names by its number and nothing else.
func namedYear(t *Time) (int, bool) {
	v, ok := t.value.(fixed)
	if !ok || len(t.Text) != 4 || !v.lo.valid() {
		return 0, false
	}
	y := v.lo.year()
	d, ok := years(y, 1)
	return y, ok && d == days(v)
}

// besideYear reports whether nothing stands between two expressions of a sentence but a comma, a bracket or a dash; owns
// says that the second is the year: "next year's 2004 games".
func besideYear(s *language.Sentence, a, b *Time, owns bool) bool {
	if a.Sentence != b.Sentence || a.End > b.First || b.First-a.End > 1 || b.First > len(s.Tokens) {
		return false
	}
	if a.End == b.First { // a tokenizer may leave the mark with the word
		return owns
	}
	switch strings.ToLower(s.Tokens[a.End].Form) {
	case ",", "(", "[", "-", "–", "—", ":":
		return !owns || b.End >= len(s.Tokens) || s.Tokens[b.End].UPOS != "NOUN" && s.Tokens[b.End].UPOS != "ADJ" // "this year, 1997 people fled"
	case "'s", "’s":
		return owns
	}
	return false
}
