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
			if d, ok := isAhead(s, &times[next]); ok {
				ahead = min(ahead, d)
			}
			if d, ok := leadDay(s, &times[next]); ok {
				clues = append(clues, Clue{[]days{{d, d + leadDays}}, countedWeight, "reference"})
			}
		}
		if len(r.named) > 0 && reckons(s) {
			clues = append(clues, r.clues(text)...)
		}
		if len(clues) > maxClues {
			break
		}
	}
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
	if !ok || !t.sure || t.dir != future || t.bound != 0 && t.bound != by && t.bound != until || t.Kind != kindDate || !v.hi.valid() {
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

// leadDay gives the day that the head of a report names with its weekday and year: "on Tuesday, 12 July 2016".
func leadDay(s *language.Sentence, t *Time) (day, bool) {
	v, ok := t.value.(fixed)
	if !ok || s.Paragraph > 1 || v.lo != v.hi || t.dir == future || t.bound != 0 || t.quote != 0 {
		return 0, false
	}
	word, _, _ := strings.Cut(t.Text, " ")
	return v.lo, weekdayNumber(strings.TrimSuffix(word, ",")) != 0
}

// leadDays is for how many days after it a report tells of a day as news.
const leadDays = 3

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
	today bool     // the sentence says today
	told  bool     // it names a weekday of its own
}

// note keeps what a time expression of the sentence names.
func (r *reckoner) note(t *Time) {
	switch v := t.value.(type) {
	case fixed:
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
		clues = append(clues, Clue{joined(spans), countedWeight, "reference"})
		i = end
	}
	return clues
}

// maxReckonings bounds those of one sentence.
const maxReckonings = 8

// lapse is a length of time: months, or days where it is told in weeks or less.
type lapse struct {
	months, days int
	less, more   int // by how many months it may be meant shorter or longer than told; days where there are no months
}

// length reads "three days", "a month and a day", "half a century", "almost two decades" at lexeme i.
func (p *parser) length(i int) (lapse, int, bool) {
	l, end, ok := p.oneLength(i)
	if ok && p.word(end) == "and" {
		if more, after, ok := p.oneLength(end + 1); ok { // the smaller unit says how exact it is
			l.months, l.days, end = l.months+more.months, l.days+more.days, after
			if l.less, l.more = more.less, more.more; more.months == 0 && l.months > 0 {
				l.less, l.more = 0, 0
			}
		}
	}
	return l, end, ok
}

func (p *parser) oneLength(i int) (lapse, int, bool) {
	q, ok := p.quantityAt(i)
	if !ok || q.vague || q.decimal != "" || q.n > 3000 || q.n == 0 && !q.half {
		return lapse{}, 0, false
	}
	if p.word(q.end) == "and" && q.n > 0 && q.n%100 == 0 {
		if small, ok := p.cardinal(q.end + 1); ok && small.n < 100 {
			q.n, q.end = q.n+small.n, small.end
		}
	}
	j := p.skipTight(q.end)
	for {
		if _, ok := p.is(j, "filler"); !ok {
			break
		}
		j++
	}
	n, ok := p.is(j, "units")
	if !ok {
		n, ok = p.is(j, "unit")
	}
	if !ok {
		return lapse{}, 0, false
	}
	half := 0
	if q.half {
		half = 1
	}
	var l lapse
	switch u, twice := unit(n), 2*q.n+half; u {
	case dayUnit:
		l.days, l.less, l.more = q.n, 1, 2
	case week, fortnight:
		l.days, l.less, l.more = 7*q.n*int(u-week+1), 3, 5
	case month:
		l.months, l.more = q.n, 1
	case year:
		l.months, l.less, l.more = 6*twice, 6, 12
	case decade:
		l.months, l.less, l.more = 60*twice, 24, 36
	case century:
		l.months, l.less, l.more = 600*twice, 48, 60
	default:
		return lapse{}, 0, false
	}
	if l.months == 0 {
		return l, j + 1, l.days > 0
	}
	switch q.mod {
	case modMoreThan, modEqualOrMore:
		l.less, l.more = 0, l.more+max(12, l.months/8)
	case modLessThan, modEqualOrLess:
		l.less += max(12, l.months/8)
	case modApprox:
		l.less, l.more = l.less+max(12, l.months/10), l.more+max(12, l.months/10)
	}
	return l, j + 1, true
}

// behind gives the days that lie the length behind some days; of what lasted longer, behind its beginning and its end.
func (l lapse) behind(d days) []days {
	if d.hi-d.lo > 400 || d.hi-d.lo > 31 && l.months == 0 {
		return append(l.behind(days{d.lo, d.lo}), l.behind(days{d.hi, d.hi})...)
	}
	if !d.lo.valid() || !d.hi.valid() {
		return nil
	}
	if l.months == 0 {
		return []days{{d.lo + day(l.days-l.less), d.hi + day(l.days+l.more)}}
	}
	lo, ok1 := d.lo.addMonths(l.months - l.less)
	hi, ok2 := d.hi.addMonths(l.months + l.more)
	if !ok1 || !ok2 {
		return nil
	}
	return []days{{lo + day(l.days) - 3, hi + day(l.days) + 3}}
}

// exactly gives the days around the one on which the length is just over; of a year, the year.
func (l lapse) exactly(d days) []days {
	lo, ok1 := d.lo.addMonths(l.months)
	hi, ok2 := d.hi.addMonths(l.months)
	if !ok1 || !ok2 {
		return nil
	}
	around := day(aroundAnniversary)
	if d.hi-d.lo > 31 {
		around = 0
	}
	return []days{{lo + day(l.days) - around, hi + day(l.days) + around}}
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
		n, ok := r.before(i)
		if !ok {
			n, ok = r.next(end+1, 3)
		}
		if !ok {
			return nil, 0
		}
		if p.word(end+1) == "today" || p.word(end+1) == "this" {
			return l.exactly(n.days), end + 1
		}
		return l.behind(n.days), end + 1
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

// dayAfter reads "the day", "the week", "the morning" before "after".
func (p *parser) dayAfter(i int) (lapse, int, bool) {
	if b, ok := p.is(i+2, "bound"); p.word(i) != "the" || !ok || bound(b) != after {
		return lapse{}, 0, false
	}
	if _, ok := p.is(i+1, "daypart"); ok {
		return lapse{days: 1, less: 1, more: 2}, i + 2, true
	}
	switch n, _ := p.is(i+1, "unit"); unit(n) {
	case dayUnit:
		return lapse{days: 1, less: 1, more: 2}, i + 2, true
	case week:
		return lapse{days: 7, less: 3, more: 7}, i + 2, true
	case month:
		return lapse{months: 1, less: 1, more: 1}, i + 2, true
	case year:
		return lapse{months: 12, less: 6, more: 12}, i + 2, true
	}
	return lapse{}, 0, false
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

// count reads an ordinal: 20th, twentieth, twenty-fifth.
func (p *parser) count(i int) (n, end int, ok bool) {
	if i < 0 || i >= len(p.ls) {
		return 0, 0, false
	}
	if l := &p.ls[i]; l.num > 0 {
		return l.num, i + 1, l.num < 1000 && l.plain && (l.suffix == "th" || l.suffix == "st" || l.suffix == "nd" || l.suffix == "rd")
	}
	if n, ok := p.is(i, "tens"); ok {
		one, ok := p.is(p.skip(i+1, "-"), "ordinal")
		return n + one, p.skip(i+1, "-") + 1, ok && one < 10
	}
	if n, ok := p.is(i, "ordinal"); ok {
		return n, i + 1, true
	}
	n, ok = happenings().ordinals[p.word(i)]
	return n, i + 1, ok
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
