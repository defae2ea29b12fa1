package relation

import (
	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/calendar"
	"dyad/internal/language"
	"dyad/internal/relation/linear"
)

// A Labeller says what the first of two marked parties does to the second. It is safe for concurrent use.
type Labeller struct {
	Language   *language.Model
	Dictionary *actor.Dictionary
	Lexicon    *Lexicon
	Model      *linear.Model
}

// PairUse is what a model of pairs is for (linear.Read).
const PairUse = "pairs of parties"

// Features describes a pair for the model.
func (l *Labeller) Features(text string, p Pair) []linear.Feature {
	sents := l.Language.Parse(text)
	if len(sents) == 0 {
		return nil
	}
	mentions := l.Dictionary.Find(text, sents, actor.Context{}).Settle(calendar.Interval{})
	return l.Lexicon.Features(text, sents, mentions, p)
}

// Label gives a pair its most probable label, and the probability.
func (l *Labeller) Label(text string, p Pair) (string, float64) {
	label, probability := l.Model.Choose(l.Features(text, p))
	return label, probability
}

// A Pair is two parties marked in a text, of which one label says what the first does to the second. The spans are bytes;
// a span of no length is a party that the text does not name.
type Pair struct{ Source, Target event.Span }
