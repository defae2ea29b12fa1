package calendar

import (
	"dyad/event"
	"dyad/internal/language"
)

type value any
type bound int

// Find reads the time expressions of a text, in order.
func Find(text string, sents []language.Sentence) []Time { return nil }

// Publish dates the report from what there is, best evidence first.
func Publish(known []Evidence, dateline *event.Dateline, times []Time, terms []Interval) event.Published {
	return event.Published{}
}

// Resolve fills Earliest and Latest of the expressions, in place.
func Resolve(times []Time, published event.Published, sents []language.Sentence) {}

// EventDate says when the act of token predicate of a sentence took place.
func EventDate(sents []language.Sentence, sentence, predicate int, times []Time, published event.Published) When {
	return When{Basis: "none", Time: -1}
}
