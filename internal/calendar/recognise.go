package calendar

import (
	"fmt"
	"strings"

	"dyad/event"
	"dyad/internal/language"
)

// Recognised is something that the chronicle knows and the head of a report seems to tell as news.
type Recognised struct {
	Interval        // when it happened
	Row      string // file:line of the chronicle
}

// Recognise gives what the chronicle knows of the news that the head of a report tells, and makes a clue of it. Marks alone deceive, so the day
// must fit what the report says of it: the day and month of the dateline or of a date in the head, or the weekday told. states are
// the codes of all states that the head may mean (HeadOf says how far it goes).
func Recognise(text string, sents []language.Sentence, times []Time, dl *event.Dateline, states []string) ([]Recognised, []Clue) {
	return chronicles().recognise(text, sents, times, dl, states)
}

func (c chronicle) recognise(text string, sents []language.Sentence, times []Time, dl *event.Dateline, states []string) ([]Recognised, []Clue) {
	r := recogniser{sents: sents, times: times, dl: dl}
	if !r.dates() || r.remembers() {
		return nil, nil
	}
	rows := c.find(newHead(text, sents, states))
	clue := Clue{weight: countedWeight, basis: "reference"}
	found := r.keep(rows, &clue, r.onDate)
	if len(found) == 0 {
		clue.weight = supposedWeight
		found = r.keep(rows, &clue, r.onWeekday)
	}
	if len(found) == 0 {
		return nil, nil
	}
	clue.spans = joined(clue.spans)
	return found, []Clue{clue}
}

// keep gives the rows that a test gives days of the report for, and adds these days to a clue.
func (r *recogniser) keep(rows []*chronicled, c *Clue, test func(*chronicled) (days, bool)) []Recognised {
	var found []Recognised
	for _, x := range rows {
		if d, ok := test(x); ok {
			c.spans = append(c.spans, d)
			found = append(found, Recognised{x.interval(), fmt.Sprintf("%s:%d", x.file, x.line)})
		}
	}
	return found
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
	last := HeadOf(r.sents)
	for _, t := range r.times {
		if v, ok := t.value.(annual); ok && t.Sentence < last && t.dir != future && t.bound == 0 && v.unit == dayUnit && v.year == nil {
			r.annual = append(r.annual, v)
		}
	}
	r.told, _ = toldWeekday(r.times)
	return len(r.annual) > 0 || r.told != 0 || r.dl != nil && r.dl.Month != 0 && r.dl.Day != 0
}

// remembers says whether the head tells of an anniversary, which falls on the day and month of what it remembers.
func (r *recogniser) remembers() bool {
	known := happenings()
	for i := range r.sents[:HeadOf(r.sents)] {
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

// onDate gives the day of the report, if a day and month that it says are those of what happened.
func (r *recogniser) onDate(x *chronicled) (days, bool) {
	if r.dl != nil && r.dl.Month != 0 && r.dl.Day != 0 {
		return dateOn(x.days, r.dl.Month, r.dl.Day)
	}
	for _, v := range r.annual {
		for y := x.lo.year(); y <= x.hi.year(); y++ {
			if d, ok := civil(y, v.n, v.dom); ok && x.lo <= d && d <= x.hi {
				return days{d, d + leadDays}, true
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

// fewMarks is with how many states and words a row may be recognised by the weekday.
const fewMarks = 3

// onWeekday gives the days on which a report tells of what happened as news, if the weekday told is that of its first or last day.
func (r *recogniser) onWeekday(x *chronicled) (days, bool) {
	if r.dl != nil && r.dl.Month != 0 || len(r.annual) > 0 || r.told == 0 || len(x.states)+len(x.marks) < fewMarks || x.hi-x.lo > 2 {
		return days{}, false
	}
	return days{x.lo, x.hi + leadDays}, x.lo.weekday() == r.told || x.hi.weekday() == r.told
}
