// Package place finds where: the places that a report names, and which of them an event took place in.
package place

import (
	"dyad/event"
	"dyad/internal/language"
)

// Place is a stretch of a sentence that names a place.
type Place struct {
	event.Location     // byte offsets
	Sentence       int // index of its sentence
	First, End     int // tokens [First, End)
	Head           int // the token it hangs by
}

// Gazetteer is the table of places, ready for look-up.
type Gazetteer struct{}

// Default gives the gazetteer of the embedded table.
func Default() (*Gazetteer, error) { return &Gazetteer{}, nil }

// Find reads the places that a text names.
func (g *Gazetteer) Find(text string, sents []language.Sentence) []Place { return nil }

// Locate says which places an event took place in.
func Locate(s *language.Sentence, sentence, predicate int, places []Place) []event.Location {
	return nil
}
