package calendar

import (
	"fmt"
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/language"
)

// Recognised is something that the chronicle knows and the head of a report seems to tell as news.
type Recognised struct {
	Interval        // when it happened
	Row      string // file:line of the chronicle
}

// Recognise gives what the chronicle knows of the news that the head of a report tells, and makes clues of it. Marks alone deceive, so
// the day must fit what the report says of it:
//
//   - the day and month of its dateline, or of a date in its head, and the weekday told; then one word of several may be missing;
//   - without such a weekday the day and month, if there are four marks and more, or three of which one is a name in the lead;
//   - without such a date the weekday, if all marks stand in the lead. That counts only where other clues leave few years.
//
// states are the codes of all states that the first sentences may mean, up to the n-th.
func Recognise(text string, sents []language.Sentence, times []Time, dl *event.Dateline, states func(n int) []string) ([]Recognised, []Clue) {
	return chronicles().recognise(text, sents, times, dl, states)
}

func (c chronicle) recognise(text string, sents []language.Sentence, times []Time, dl *event.Dateline, states func(n int) []string) ([]Recognised, []Clue) {
	r := recogniser{sents: sents, times: times, dl: dl}
	if !r.dates() || r.remembers() {
		return nil, nil
	}
	var rows []telling
	read := 0 // the tokens of the head that rows were found in
	for _, t := range r.tiers() {
		if t.tokens != read {
			n := sentencesOf(sents, t.tokens)
			rows, read = c.find(newHead(text, sents[:n], dl, states(n)), r.month(), r.mayTell), t.tokens
		}
		if found, clue := r.take(rows, t); len(found) > 0 {
			return found, []Clue{clue}
		}
	}
	return nil, nil
}

// month is that of the dateline, 0 where it has no day.
func (r *recogniser) month() int {
	if r.onDateline() {
		return r.dl.Month
	}
	return 0
}

// mayTell says whether the day of a row fits, which is soon seen of most that it does not.
func (r *recogniser) mayTell(x *chronicled) bool {
	_, ok := r.fits(x)
	return ok
}

// A tier is what a row must have of its marks to count so much.
type tier struct {
	tokens  int  // in the first sentences up to so many tokens
	there   int  // so many states and words must stand
	missing int  // so many words may be missing
	named   bool // one of them must be a name
	once    bool // the rows must all be of the same days
	weight  int
}

// tiers are tried in order. None weighs much: whatever else is known goes before it. The bounds were set on the texts to develop on, in
// which of the rows with a date and a weekday that fit 98 of 100 were right where nothing was missing, all of 9 where one of six or more
// was, and 13 of 24 where it was one of five.
func (r *recogniser) tiers() []tier {
	switch {
	case !r.dated(): // such things happen again and again
		return []tier{{tokens: leadTokens, weight: tentativeWeight, once: true}}
	case r.told == 0:
		return []tier{{tokens: leadTokens, there: 3, named: true, weight: supposedWeight}, {tokens: headTokens, there: 4, weight: supposedWeight}}
	}
	return []tier{
		{tokens: headTokens, weight: supposedWeight},
		{tokens: headTokens, there: 5, missing: 1, weight: supposedWeight},
		{tokens: headTokens, there: 4, missing: 1, weight: tentativeWeight},
	}
}

// take gives the rows of a tier and the clue that they make.
func (r *recogniser) take(rows []telling, t tier) ([]Recognised, Clue) {
	var found []Recognised
	clue := Clue{weight: t.weight, basis: "reference"}
	for _, x := range rows {
		d, ok := r.fits(x.chronicled)
		if ok && x.missing <= t.missing && x.there >= t.there && (x.named || !t.named) && (x.there >= manyMarks || !r.after(x.chronicled, d.lo)) {
			clue.spans = append(clue.spans, d)
			found = append(found, Recognised{x.interval(), fmt.Sprintf("%s:%d", x.file, x.line)})
		}
	}
	clue.spans = joined(clue.spans)
	if t.once && len(clue.spans) > 1 {
		return nil, Clue{}
	}
	return found, clue
}

// Confirmed gives those of which a report of some days is the news: all its days lie shortly behind.
func Confirmed(found []Recognised, p event.Published) []Recognised {
	report, ok := daysOf(Interval{p.Earliest, p.Latest})
	return slices.DeleteFunc(slices.Clone(found), func(x Recognised) bool {
		d, known := daysOf(x.Interval)
		return !ok || !known || report.lo < d.lo || report.hi > d.hi+pairReach
	})
}

// recogniser holds what a report says of its own day.
type recogniser struct {
	sents  []language.Sentence
	times  []Time
	dl     *event.Dateline
	annual []annual // days of a month that the head tells as past
	told   int      // the weekday it tells
}

// dates reads what the head says of the day; false where it is nothing, or the year is known.
func (r *recogniser) dates() bool {
	if r.dl != nil && r.dl.Year != 0 {
		return false
	}
	last := sentencesOf(r.sents, headTokens)
	for _, t := range r.times {
		if v, ok := t.value.(annual); ok && t.Sentence < last && t.dir != future && t.bound == 0 && v.unit == dayUnit && v.year == nil {
			r.annual = append(r.annual, v)
		}
	}
	if r.told, _ = toldWeekday(r.times); r.told == 0 && r.dl != nil {
		r.told = weekdayNumber(r.dl.Weekday)
	}
	return r.dated() || r.told != 0
}

// dated says whether a day and month are known.
func (r *recogniser) dated() bool { return len(r.annual) > 0 || r.onDateline() }

func (r *recogniser) onDateline() bool { return r.dl != nil && r.dl.Month != 0 && r.dl.Day != 0 }

// remembers says whether the head tells of an anniversary, which falls on the day and month of what it remembers.
func (r *recogniser) remembers() bool {
	known := happenings()
	for i := range r.sents[:sentencesOf(r.sents, headTokens)] {
		for _, t := range r.sents[i].Tokens {
			for _, w := range []string{t.Lemma, strings.ToLower(t.Form)} {
				if known.anniversaries[w] > 0 || known.remembering[w] {
					return true
				}
			}
		}
	}
	return false
}

// fits gives the days that the report can be of if it tells of a row, as far as that agrees with what it says of its day.
func (r *recogniser) fits(x *chronicled) (days, bool) {
	switch {
	case r.onDateline():
		d, ok := dateOn(x.days, r.dl.Month, r.dl.Day)
		return d, ok && (r.told == 0 || newsOf(d.lo, r.told, longestDelay))
	case r.told != 0 && !x.on(r.told, len(r.annual) > 0):
		return days{}, false
	case len(r.annual) > 0:
		return r.onAnnual(x)
	}
	return days{x.lo, x.hi + leadDays}, x.hi-x.lo < shortly
}

// after says whether a row began only after the weekday told. The report tells something else of that day, then, and the row must have more
// marks.
func (r *recogniser) after(x *chronicled, report day) bool {
	return r.onDateline() && r.told != 0 && x.lo > report-day(floorMod(report.weekday()-r.told, 7))
}

// manyMarks is how many a row must have that began after the weekday told.
const manyMarks = 5

// shortly is of how many days at most a row may be to be known by a weekday alone.
const shortly = 3

// on says whether a weekday is that of one of the days, or if need not be exactly, of the day before or after.
func (d days) on(weekday int, about bool) bool {
	if about {
		d = days{d.lo - 1, d.hi + 1}
	}
	return floorMod(weekday-d.lo.weekday(), 7) <= int(d.hi-d.lo)
}

// onAnnual gives the days of the report if a date in its head is one of those of what happened. It may be a while ago.
func (r *recogniser) onAnnual(x *chronicled) (days, bool) {
	for _, v := range r.annual {
		for y := x.lo.year(); y <= x.hi.year(); y++ {
			if d, ok := civil(y, v.n, v.dom); ok && x.lo <= d && d <= x.hi {
				return days{d, d + pairReach}, true
			}
		}
	}
	return days{}, false
}

// dateOn gives the day of a dateline if it is one of the days of what happened, or shortly after.
func dateOn(x days, month, dom int) (days, bool) {
	for y := x.lo.year(); y <= x.hi.year()+1; y++ {
		if d, ok := civil(y, month, dom); ok && x.lo <= d && d <= x.hi+leadDays {
			return days{d, d}, true
		}
	}
	return days{}, false
}
