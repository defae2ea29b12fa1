package relation

import (
	"fmt"
	"slices"

	"dyad/internal/actor"
	"dyad/internal/language"
	"dyad/internal/relation/linear"
)

// Verbs that the lexicon lacks, or lacks in the construction at hand: a model says from their complements, what governs them
// and the words around which type of event they tell, if any. Their parties stand where those of the type usually do
// (data/generic.tsv). The ranker then judges the row like any other.

// UnknownUse is what the model of unknown verbs is for (linear.Read).
const UnknownUse = "verbs that the lexicon lacks"

// NoEvent is the label of a verb that tells no event.
const NoEvent = "NONE"

// addFrom is how probable a type must be for a candidate of an unknown verb.
const addFrom = 0.4

// A Word is a verb, as the model of unknown verbs sees it.
type Word struct {
	Start, End int // bytes of the text
	Features   []linear.Feature
}

// Words gives the verbs of a text: what the model of unknown verbs is trained on.
func (l *Lexicon) Words(sents []language.Sentence, mentions []actor.Mention) []Word {
	var words []Word
	l.each(sents, mentions, func(r *reader) {
		for i, tok := range r.t.Tokens {
			if r.tellsAct(i) {
				words = append(words, Word{tok.Start, tok.End, r.describeVerb(i)})
			}
		}
	})
	return words
}

// tellsAct reports whether a word is a verb that may tell an act of somebody.
func (r *reader) tellsAct(i int) bool {
	return r.t.upos(i) == "VERB" && !r.t.is(i, "aux", "cop", "case", "mark", "fixed", "amod", "compound")
}

// considered reports whether the rules considered a word as an act, alone or as part of a predicate.
func (r *reader) considered(i int, list []Candidate) bool {
	return slices.ContainsFunc(list, func(c Candidate) bool {
		return (c.Head == i || slices.Contains(c.Predicate, i)) && c.Rejected != onlyContent
	})
}

func (r *reader) describeVerb(i int) []linear.Feature {
	d := r.describer(nil)
	d.predicate(i)
	return d.features
}

// unknown adds candidates for verbs that the rules did not consider.
func (r *reader) unknown(list []Candidate) []Candidate {
	m := r.lex.unknown
	if m == nil {
		return list
	}
	rules := len(list)
	for i := range r.t.Tokens {
		if !r.tellsAct(i) || r.blocked[i] != "" || r.considered(i, list[:rules]) {
			continue
		}
		event, p := m.Choose(r.describeVerb(i))
		e := r.lex.generic[[2]string{event, "v"}]
		if event == NoEvent || p < addFrom || e == nil {
			continue
		}
		a := &act{entry: e, frame: r.frame(i, "v"), event: event}
		r.classify(a)
		if c := r.settle(a); c.Rejected == "" {
			c.Score = p
			c.Rule = fmt.Sprintf("a verb that the lexicon lacks, like one of %s (%.2f)", event, p)
			list = append(list, c)
		}
	}
	return list
}
