package calendar

import (
	"dyad/event"
	"dyad/internal/language"
)

// Publish dates the report from what there is, best evidence first.
func Publish(known []Evidence, dateline *event.Dateline, times []Time, terms []Interval) event.Published {
	return event.Published{Earliest: known[0].Earliest, Latest: known[0].Latest}
}

// EventDate says when the act of token predicate of a sentence took place.
func EventDate(sents []language.Sentence, sentence, predicate int, times []Time, published event.Published) When {
	return When{Basis: "none", Time: -1}
}
