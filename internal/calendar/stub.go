package calendar

import (
	"dyad/event"
	"dyad/internal/language"
)

// EventDate says when the act of token predicate of a sentence took place.
func EventDate(sents []language.Sentence, sentence, predicate int, times []Time, published event.Published) When {
	return When{Basis: "none", Time: -1}
}
