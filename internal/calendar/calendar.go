// Package calendar reads when: time expressions, the day a report was published, and the interval an event falls into.
//
// In go sentences and what is known of the report from outside; out come intervals of days, each with the basis it was
// read from. Every value is an interval, because words seldom name a day: "2010" is a year and stays one. Where nothing
// is said, nothing is given; no day is invented.
//
// Names of feasts and dates of the Hijri and the Persian calendar are converted by rule and table, and the record says from which
// calendar.
//
// The way through: Find reads the expressions of a text and keeps what they say unresolved ("Monday"). Publish dates the
// report. Resolve turns the expressions into intervals relative to that date. Dating picks the interval of each act.
package calendar

import (
	"dyad/event"
)

// Interval is a stretch of days, both ends included, as ISO 8601 days (YYYY-MM-DD). An empty end is open.
type Interval struct{ Earliest, Latest string }

// Time is a time expression of a text.
type Time struct {
	event.Time     // byte offsets; Earliest and Latest are filled by Resolve
	Sentence   int // index of its sentence
	First, End int // its tokens [First, End) of the sentence, without the preposition

	value value     // what the words say, before a date is known
	bound bound     // the preposition that turns it into an end point: since, until …
	text  string    // its TIMEX3 value, where that does not follow from its days
	clock string    // what the TIMEX3 value adds to its day: T10:30, TMO
	quote int       // the number of the quotation it stands in, 0 outside
	dir   direction // the side of the report that the tense of its clause puts it on
	sure  bool      // surely a date: not a bare number that may count something
	open  bool      // a date that may be one to come, though no tense says so
}

// Evidence is something known of the publication day: an interval and where it was read.
type Evidence struct {
	Earliest, Latest string // ISO days, or a date as a feed or user writes it
	Basis            string // given | feed | page | url
}

// When says when an act took place.
type When struct {
	Interval
	Basis   string    // expression | inherited | published | none
	Time    int       // index of the expression it was read from, -1
	Planned *Interval // the time for which a coming act was announced
}

// IsZero reports whether nothing is known.
func (i Interval) IsZero() bool { return i.Earliest == "" && i.Latest == "" }

// Contains reports whether every day of j lies in i.
func (i Interval) Contains(j Interval) bool {
	lowOK := i.Earliest == "" || j.Earliest != "" && j.Earliest >= i.Earliest
	highOK := i.Latest == "" || j.Latest != "" && j.Latest <= i.Latest
	return lowOK && highOK
}

// Intersect gives the days that both intervals hold; false where they share none.
func (i Interval) Intersect(j Interval) (Interval, bool) {
	if j.Earliest > i.Earliest {
		i.Earliest = j.Earliest
	}
	if j.Latest != "" && (i.Latest == "" || j.Latest < i.Latest) {
		i.Latest = j.Latest
	}
	if i.Earliest != "" && i.Latest != "" && i.Earliest > i.Latest {
		return Interval{}, false
	}
	return i, true
}
