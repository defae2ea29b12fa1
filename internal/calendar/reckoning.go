package calendar

import (
	"cmp"
	"slices"
	"strings"

	"dyad/internal/language"
)

// Clues that the text gives by reckoning from a known day: "six years after the 1988 ceasefire", "on the 20th anniversary of the
// treaty of 1972", "three days after the fall of the Berlin Wall", and by naming what has happened.

// Clues reads what a text tells of the day on which it was written, beside its dateline and the dates it names.
func Clues(text string, sents []language.Sentence, times []Time) []Clue {
	known := happenings()
	first, second, ahead := beginning, beginning, endless
	var clues []Clue
	var told pairs
	for i, next := 0, 0; i < len(sents); i++ {
		s := &sents[i]
		named := known.find(text, s)
		for _, n := range named {
			switch {
			case n.happening.kind != nameOnly && !hasHappened(s, n):
			case n.lo > first:
				first, second = n.lo, first
			case n.lo > second && n.lo < first:
				second = n.lo
			}
		}
		named = slices.DeleteFunc(named, func(n naming) bool { return n.happening.kind == nameOnly })
		r := reckoner{s: s, named: named}
		for ; next < len(times) && times[next].Sentence <= i; next++ {
			r.note(&times[next])
			told.note(s, times, next)
			if d, ok := saidDays(s, times, next); ok {
				clues = append(clues, Clue{[]days{d}, countedWeight, "reference"})
			}
			if d, ok := isAhead(s, &times[next]); ok && !toldOfOld(times, next) {
				ahead = min(ahead, d)
			}
		}
		if len(r.named) > 0 && reckons(s) {
			clues = append(clues, r.clues(text)...)
		}
		if len(clues) > maxClues {
			break
		}
	}
	clues = append(clues, told.clues()...)
	for _, d := range []day{first, second} {
		if d != beginning {
			clues = append(clues, from(d, countedWeight, "reference"))
		}
	}
	if ahead != endless {
		clues = append(clues, Clue{[]days{{beginning, ahead}}, countedWeight, "reference"})
	}
	return clues
}

// isAhead gives the last day of a coming date that is named with its year: "elections due in 2004". The tense alone deceives, so
// a word before it must say so too.
func isAhead(s *language.Sentence, t *Time) (day, bool) {
	v, ok := t.value.(fixed)
	if !ok || !t.sure || t.quote != 0 || t.dir != future || t.bound != 0 && t.bound != by && t.bound != until || t.Kind != kindDate || !v.hi.valid() {
		return 0, false
	}
	for j := t.First - 1; j >= 0 && j >= t.First-reachOfFuture && j < len(s.Tokens); j-- {
		w := strings.ToLower(s.Tokens[j].Form)
		if w == "of" && j == t.First-1 {
			return 0, false
		}
		if happenings().ahead[w] {
			return v.hi, true
		}
	}
	return 0, false
}

// toldOfOld reports whether the sentence of expression i says by a date with its year when that lay ahead: "in 1947 they were ordered to
// leave by May 1948".
func toldOfOld(times []Time, i int) bool {
	for j := i - 1; j >= max(0, i-maxReckonings) && times[j].Sentence == times[i].Sentence; j-- {
		if _, ok := times[j].value.(fixed); ok && times[j].dir == past && times[j].sure {
			return true
		}
	}
	return false
}

// reachOfFuture is within how many words before a date a word must say that it lies ahead.
const reachOfFuture = 12

// maxClues bounds how many reckonings of one text are weighed.
const maxClues = 200

// reckons says whether a sentence counts time at all.
func reckons(s *language.Sentence) bool {
	v, known := tables(), happenings()
	for i := range s.Tokens {
		w := strings.ToLower(s.Tokens[i].Form)
		if known.anniversaries[w] > 0 || strings.Contains(w, "-year") {
			return true
		}
		if slices.ContainsFunc(v.words[w], func(x sense) bool { return x.class == "unit" || x.class == "units" }) {
			return true
		}
	}
	return false
}

// reckoner reads the reckonings of one sentence.
type reckoner struct {
	p     parser
	s     *language.Sentence
	named []naming // in order of their place
	ahead []days   // the dates to come, named with their year
	today bool     // the sentence says today
	told  bool     // it names a weekday of its own
}

// note keeps what a time expression of the sentence names.
func (r *reckoner) note(t *Time) {
	switch v := t.value.(type) {
	case fixed:
		if len(r.ahead) < maxReckonings && t.dir == future && t.Kind == kindDate {
			r.ahead = append(r.ahead, days(v))
		}
		if len(r.named) < 2*maxNamed && t.sure && t.Kind == kindDate && days(v).lo > beginning && days(v).hi < endless {
			r.named = append(r.named, naming{days(v), t.Start, t.Time.End, nil})
		}
	case shift:
		r.today = r.today || v.unit == dayUnit && v.n == 0 && !v.chained
	case dayOfWeek:
		r.told = r.told || t.dir != future && t.bound == 0 && v.rel == unknown && !v.chained
	}
}

// clues reads the sentence.
func (r *reckoner) clues(text string) []Clue {
	v := tables()
	r.p = parser{ls: lex(text, r.s, v), ts: r.s.Tokens, v: v}
	slices.SortFunc(r.named, func(a, b naming) int { return cmp.Compare(a.start, b.start) })
	var clues []Clue
	for i := 0; i < len(r.p.ls) && len(clues) < maxReckonings; {
		spans, end := r.anniversary(i)
		if len(spans) == 0 {
			spans, end = r.nthYear(i)
		}
		if len(spans) == 0 {
			spans, end = r.distance(i)
		}
		if len(spans) == 0 {
			i++
			continue
		}
		if spans = joined(spans); !r.comes(spans) {
			clues = append(clues, Clue{spans, countedWeight, "reference"})
		}
		i = end
	}
	return clues
}

// comes reports whether a date to come that the sentence names is the one counted to: "will mark its 20th anniversary in 2031" is not
// written in that year.
func (r *reckoner) comes(spans []days) bool {
	return slices.ContainsFunc(r.ahead, func(d days) bool {
		return slices.ContainsFunc(spans, func(s days) bool { _, ok := s.meet(d); return ok })
	})
}

// aroundAnniversary is for how many days before and after it a report tells of an anniversary.
const aroundAnniversary = 7

// distance reads "six years after the 1988 ceasefire", "in 1998, twenty years ago", "the eight-year-old war in X".
func (r *reckoner) distance(i int) ([]days, int) {
	p := &r.p
	if _, counted := p.is(i-1, "number"); counted {
		return nil, 0
	}
	l, end, ok := p.length(i)
	if !ok {
		l, end, ok = p.dayAfter(i)
	}
	if !ok {
		return nil, 0
	}
	exact := r.today
	if p.word(end) == "to" && p.word(end+1) == "the" && p.word(end+2) == "day" {
		end, exact = end+3, true
	}
	b, isBound := p.is(end, "bound")
	switch {
	case p.word(end) == "ago":
		return r.ago(i, end, l)
	case isBound && (bound(b) == after || bound(b) == since):
		reach := reachOfDates
		if l.months == 0 {
			reach = reachOfDays
		}
		n, ok := r.next(end+1, reach)
		if !ok || bound(b) == after && !r.isNews(i) || l.months < 12 && n.happening == nil && n.hi-n.lo > 31 || l.months == 0 && n.happening == nil && !n.single() {
			return nil, 0
		}
		if exact && l.months > 0 && l.months%12 == 0 {
			return l.exactly(n.days), end + 1
		}
		return l.behind(n.days), end + 1
	case p.skip(p.skipTight(end), "old") > end, p.word(end) == "of":
		n, ok := r.next(end+1, 6)
		if !ok || n.happening == nil || !n.happening.lasting {
			return nil, 0
		}
		l.less += 6
		return l.behind(days{n.lo, n.lo}), end + 1
	}
	return nil, 0
}

// ago reads the day that lies some time ago, which stands beside that.
func (r *reckoner) ago(i, end int, l lapse) ([]days, int) {
	n, ok := r.before(i)
	if !ok {
		n, ok = r.next(end+1, 3)
	}
	switch w := r.p.word(end + 1); {
	case !ok:
		return nil, 0
	case w == "today" || w == "this":
		return l.exactly(n.days), end + 1
	}
	return l.behind(n.days), end + 1
}

// reachOfDates is within how many words after "since" or "after" the date stands: "after the United States gave the islands
// back in 1972".
const reachOfDates = 14

// reachOfDays is the same for days and weeks: farther off stands the date of something else.
const reachOfDays = 7

// next gives what is named at or after lexeme i, not farther than reach lexemes; a happening stands nearer.
func (r *reckoner) next(i, reach int) (naming, bool) {
	if i >= len(r.p.ls) {
		return naming{}, false
	}
	last := r.p.ls[min(i+reach, len(r.p.ls))-1]
	for _, n := range r.named {
		if n.start < r.p.ls[i].start {
			continue
		}
		if n.start >= last.end || n.hi-n.lo > 366 && n.happening == nil {
			break
		}
		if n.hi == endless {
			n.hi = n.lo
		}
		return n, true
	}
	return naming{}, false
}

// before gives what is named right before lexeme i: "in 1998, twenty years ago".
func (r *reckoner) before(i int) (naming, bool) {
	at := i
	for at > 0 && i-at < 3 {
		if _, soft := r.p.is(at-1, "approx"); soft || happenings().adjoins[r.p.word(at-1)] {
			at--
			continue
		}
		break
	}
	if at == 0 || at >= len(r.p.ls) {
		return naming{}, false
	}
	for _, n := range r.named {
		if n.end >= r.p.ls[at-1].end && n.start < r.p.ls[at].start && n.hi-n.lo <= 366 {
			return n, true
		}
	}
	return naming{}, false
}

// isNews says whether a sentence tells of the time of the report: it stands at the head of it, names today or a weekday, and no
// other date stands before lexeme i.
func (r *reckoner) isNews(i int) bool {
	for _, n := range r.named {
		if n.happening == nil && n.end <= r.p.ls[i].start {
			return false
		}
	}
	return r.s.Paragraph <= 1 || r.today || r.told
}

// anniversary reads "on the 20th anniversary of the treaty of 1972", "next year's tenth anniversary of the war".
func (r *reckoner) anniversary(i int) ([]days, int) {
	p := &r.p
	n, end, ok := p.count(i)
	switch {
	case ok && happenings().anniversaries[p.word(end)] == 1:
		end++
	default:
		if n = happenings().anniversaries[p.word(i)]; n < 2 {
			return nil, 0
		}
		end = i + 1
	}
	of, ok := r.next(end, reachOfDates)
	if !ok {
		return nil, 0
	}
	if of.happening != nil && !of.single() { // of what lasted, the beginning
		of.hi = of.lo
	}
	l := lapse{months: 12 * n}
	if j := i - 1; p.word(j) == "the" && p.word(j-1) == "on" || r.today {
		return l.exactly(of.days), end
	}
	switch {
	case p.word(i-1) == "'s" && p.word(i-2) == "year" && p.word(i-3) == "next":
		l.months -= 12
	case p.word(i-1) == "'s" && p.word(i-2) == "year" && p.word(i-3) == "last":
		l.months += 12
	}
	l.less, l.more = 12, 9
	return l.behind(of.days), end
}

// nthYear reads "in its eighth year" of a war that began on a day named before or behind.
func (r *reckoner) nthYear(i int) ([]days, int) {
	p := &r.p
	n, end, ok := p.count(i)
	if w := p.word(i - 1); !ok || p.word(end) != "year" || w != "its" && w != "their" && w != "the" || p.word(i-2) != "in" && p.word(i-2) != "into" {
		return nil, 0
	}
	var began naming
	found := false
	for _, d := range r.named {
		if d.end <= p.ls[i].start && d.hi-d.lo <= 366 || d.happening != nil && d.happening.lasting {
			began, found = d, true
		}
	}
	if !found {
		return nil, 0
	}
	return lapse{months: 12*n - 12, less: 3, more: 18}.behind(days{began.lo, min(began.hi, began.lo+366)}), end + 1
}

// hasHappened says whether a sentence tells of what it names as having been: not what is feared or planned.
func hasHappened(s *language.Sentence, n naming) bool {
	first, end := tokensOf(s, n.start, n.end)
	if first == end {
		return true
	}
	switch tense(s, first, end) {
	case future:
		return false
	case past:
		return !supposed(s, first)
	}
	return !kindsOfHappenings[n.happening.kind] && !supposed(s, first)
}

// tokensOf gives the tokens within some bytes.
func tokensOf(s *language.Sentence, start, end int) (first, last int) {
	for first < len(s.Tokens) && s.Tokens[first].End <= start {
		first++
	}
	last = first
	for last < len(s.Tokens) && s.Tokens[last].Start < end {
		last++
	}
	return first, last
}

// supposed says whether the words before token i make what follows a thing that is only thought of: "a", "fears of", "if".
func supposed(s *language.Sentence, i int) bool {
	words := happenings().supposed
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if words[s.Tokens[j].Lemma] || words[strings.ToLower(s.Tokens[j].Form)] {
			return true
		}
		if s.Tokens[j].UPOS == "PUNCT" {
			return false
		}
	}
	return false
}
