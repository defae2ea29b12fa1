package relation

import (
	"slices"

	"dyad/internal/actor"
	"dyad/internal/language"
	"dyad/internal/relation/linear"
)

// The rules propose, the ranker judges. For every word that may be a predicate it gives each type, and "none", a probability,
// from what the rules found there and what stands around (describe.go). What the rules accepted and it holds improbable is rejected; an
// act of a predicate that the lexicon lacks is added where it is sure. Its weights are learned from corpus/events alone.

// None is the label of a word that is no predicate of an event.
const None = "NONE"

// A Word is a word that may be a predicate, as the ranker sees it.
type Word struct {
	Start, End int // bytes of the text
	Features   []linear.Feature
}

// Words gives the words of a sentence that may be predicates, with their features: what the ranker is trained on.
func (l *Lexicon) Words(sents []language.Sentence, mentions []actor.Mention) []Word {
	var words []Word
	l.each(sents, mentions, func(r *reader) {
		list := r.rules()
		for i, tok := range r.t.Tokens {
			if r.possible(i, list) {
				words = append(words, Word{tok.Start, tok.End, r.describeWord(i, list)})
			}
		}
	})
	return words
}

// each makes a reader for each sentence.
func (l *Lexicon) each(sents []language.Sentence, mentions []actor.Mention, do func(r *reader)) {
	next := 0
	things := map[string]thing{}
	for i := range sents {
		first := next
		for next < len(mentions) && mentions[next].Sentence <= i {
			next++
		}
		r := l.newReader(newTree(l, &sents[i], i, mentions, first, next))
		r.things = things
		do(r)
	}
}

// possible reports whether a word may be a predicate: a verb, or a word that the lexicon has.
func (r *reader) possible(i int, list []Candidate) bool {
	t := r.t
	if t.is(i, "aux", "cop", "case", "mark", "det", "fixed", "punct") {
		return false
	}
	switch t.upos(i) {
	case "VERB":
		return !t.is(i, "amod", "compound") || slices.ContainsFunc(list, func(c Candidate) bool { return c.Head == i })
	case "NOUN", "ADJ", "PROPN":
		return slices.ContainsFunc(list, func(c Candidate) bool { return c.Head == i })
	}
	return false
}

func (r *reader) describeWord(i int, list []Candidate) []linear.Feature {
	d := r.describer(list)
	d.predicate(i)
	return d.features
}

// What the ranker must hold an act for: to keep one of the rules, to give it another type, to add one that the rules lack.
const (
	keepFrom  = 0.25
	otherFrom = 0.75
	addFrom   = 0.6
)

// rank judges the candidates of the rules and adds to them.
func (r *reader) rank(list []Candidate) []Candidate {
	m := r.lex.ranker
	if m == nil {
		return list
	}
	rules := len(list)
	for i := range r.t.Tokens {
		if !r.possible(i, list[:rules]) {
			continue
		}
		p := m.Probabilities(r.describeWord(i, list[:rules]))
		none := slices.Index(m.Labels, None)
		best := 0
		for k := range p {
			if p[k] > p[best] {
				best = k
			}
		}
		known := false
		for k := range list[:rules] {
			c := &list[k]
			if c.Head != i || c.Rejected != "" {
				known = known || c.Head != i && slices.Contains(c.Predicate, i) && c.Rejected == ""
				continue
			}
			known = true
			if x := slices.Index(m.Labels, c.Event); x >= 0 {
				c.Score = p[x]
				if p[x] < keepFrom && p[none] > 0.5 {
					c.Rejected = "improbable"
				}
			}
		}
		if !known && best != none && p[best] >= addFrom {
			if c := r.generic(i, m.Labels[best]); c != nil {
				c.Score = p[best]
				list = append(list, *c)
			}
		}
	}
	return list
}

// generic reads a word as a predicate of a type by the slots that the type usually has.
func (r *reader) generic(i int, event string) *Candidate {
	pos := "v"
	switch r.t.upos(i) {
	case "NOUN", "PROPN":
		pos = "n"
	case "ADJ":
		pos = "a"
	}
	e := r.lex.generic[[2]string{event, pos}]
	if e == nil {
		return nil
	}
	r.blocked[i] = ""
	a := &act{entry: e, frame: r.frame(i, pos), event: event}
	r.classify(a)
	c := r.settle(a)
	if c.Rejected != "" {
		return nil
	}
	return &c
}
