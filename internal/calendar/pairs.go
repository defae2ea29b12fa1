package calendar

import (
	"strings"

	"dyad/internal/language"
)

// Clues from a day and month that are told with their weekday but without the year: "on Friday, 3 March".

// pair is such a day: it comes in question in the years in which it is of the weekday.
type pair struct {
	month, dom, weekday int
	dir                 direction
}

// pairs are the clues of those that a text names: of its head, which tells the news, and of what follows.
type pairs struct {
	head, rest []Clue
	news       []days // the days around those of the head that are not ahead
}

const (
	// maxPairs bounds how many of one text are weighed.
	maxPairs = 16
	// headSentences is how many sentences the head of a report has at most.
	headSentences = 6
	// pairDays is for how many days before or after it the head of a report tells of such a day as news.
	pairDays = 7
	// pairReach is for how many days a report may tell of such a day without its year, and pairAhead from how many days on: what lies
	// farther off needs the year to be understood.
	pairReach, pairAhead = 61, 183
)

// note reads what expression i of a sentence names, with the weekday that stands beside it. Where the sentence counts years, the day
// may be of any.
func (p *pairs) note(s *language.Sentence, times []Time, i int) {
	t := &times[i]
	if len(p.head)+len(p.rest) >= 2*maxPairs || t.quote != 0 || t.bound == since || t.bound == before || t.bound == after {
		return
	}
	d, ok := pairAt(s, times, i)
	if !ok || countsYears(s) {
		return
	}
	if s.Paragraph > 1 || t.Sentence >= headSentences || t.Sentence < 0 || pastPerfectAt(s, t) {
		p.rest = append(p.rest, d.clue(pairReach, pairAhead, supposedWeight))
		return
	}
	if d.dir == future {
		p.head = append(p.head, d.clue(pairReach, pairAhead, countedWeight))
		return
	}
	p.head = append(p.head, d.clue(pairReach, pairReach, supposedWeight))
	p.news = append(p.news, d.days(pairDays, pairDays)...)
}

// clues gives them all. The news is of one of the days that the head tells of. What the rest of a text tells may be of any year; it
// counts only beside a head that tells such a day too.
func (p *pairs) clues() []Clue {
	if len(p.head) == 0 {
		return nil
	}
	if len(p.news) > 0 {
		p.head = append(p.head, Clue{joined(p.news), countedWeight, "weekday"})
	}
	return append(p.head, p.rest...)
}

// pairAt gives the day that expression i names with its weekday: in one ("Friday, 3 March"), or in two of which the second explains
// the first ("Friday (3 March)", "3 March, a Friday").
func pairAt(s *language.Sentence, times []Time, i int) (pair, bool) {
	t := &times[i]
	v, ok := t.value.(annual)
	if !ok || v.unit != dayUnit || v.year != nil || v.rel != unknown {
		return pair{}, false
	}
	d := pair{v.n, v.dom, v.weekday, t.dir}
	if d.weekday == 0 && i > 0 && beside(s, &times[i-1], t) {
		d.weekday = plainWeekday(&times[i-1])
		d.dir = times[i-1].dir
	}
	if d.weekday == 0 && i+1 < len(times) && beside(s, t, &times[i+1]) {
		d.weekday = plainWeekday(&times[i+1])
	}
	return d, d.weekday != 0
}

// plainWeekday gives the weekday that an expression names by itself, 0 if it names none.
func plainWeekday(t *Time) int {
	if v, ok := t.value.(dayOfWeek); ok && !v.chained && !v.inWeek {
		return v.n
	}
	return 0
}

// beside reports whether the second of two expressions of a sentence explains the first: nothing but a bracket, or a comma and an
// article, stands between them.
func beside(s *language.Sentence, a, b *Time) bool {
	if a.Sentence != b.Sentence || a.End > b.First || b.First-a.End > 2 || b.First > len(s.Tokens) {
		return false
	}
	for i := a.End; i < b.First; i++ {
		switch strings.ToLower(s.Tokens[i].Form) {
		case ",", "(", "a", "[":
		default:
			return false
		}
	}
	return b.First > a.End
}

func (p pair) clue(behind, ahead, weight int) Clue {
	return Clue{joined(p.days(behind, ahead)), weight, "weekday"}
}

// days gives those of the report: up to some days after one of the days in question, if it is past, before it, if it is to come.
func (p pair) days(behind, ahead int) []days {
	if p.dir == future {
		behind = 0
	}
	if p.dir == past {
		ahead = 0
	}
	var spans []days
	for y := firstYearAtAll; y <= lastNewsYear; y++ {
		if d, ok := civil(y, p.month, p.dom); ok && d.weekday() == p.weekday {
			spans = append(spans, days{d - day(ahead), d + day(behind)})
		}
	}
	return spans
}

// countsYears reports whether a sentence counts years, or tells of an anniversary.
func countsYears(s *language.Sentence) bool {
	for i := range s.Tokens {
		w := strings.ToLower(s.Tokens[i].Form)
		if w == "year" || w == "years" || w == "decade" || w == "decades" || strings.Contains(w, "-year") || happenings().anniversaries[w] > 0 {
			return true
		}
	}
	return false
}

// pastPerfectAt reports whether an expression stands in a clause of the past perfect, which may go far back.
func pastPerfectAt(s *language.Sentence, t *Time) bool {
	h := headOf(s, t.First, t.End)
	if h < 0 || len(s.Tokens) > maxTokens {
		return false
	}
	c, _ := clauseOf(s, h)
	return aspectOf(s, c) == pastPerfect
}
