package coder

import (
	"fmt"
	"slices"

	"dyad/event"
	"dyad/internal/plover"
	"dyad/internal/relation"
)

// noEvent is the label of a user's table for pairs between which nothing happens.
const noEvent = "NONE"

// relabel gives the acts the labels of a user's model of pairs of parties, with the model's probability as confidence.
// Modes stay where the label has them.
func (c *Coder) relabel(r *reading) {
	if c.relations == nil {
		return
	}
	for i := range r.acts {
		act := &r.acts[i]
		if act.Rejected != "" {
			continue
		}
		pair, ok := r.pair(act)
		if !ok {
			continue
		}
		label, p := c.relations.Choose(c.lexicon.Features(r.text.Text, r.sentences, r.mentions, pair))
		if label == noEvent {
			act.Rejected = fmt.Sprintf("no event to the relation model (%.2f)", p)
			continue
		}
		if label != act.Event {
			kind, _ := plover.Lookup(label)
			act.Mode = slices.DeleteFunc(act.Mode, func(m string) bool { _, has := kind.Mode(m); return !has })
			act.Rule += "; not " + act.Event + " but " + label + " to the relation model"
			act.Event = label
		}
		act.Score = relation.Hundredth(p)
	}
}

// pair is the words of the first actor and of the first other party of an act.
func (r *reading) pair(act *relation.Candidate) (p relation.Pair, ok bool) {
	parties := slices.Concat(act.Actor, act.Recipient)
	if len(act.Actor) == 0 || len(parties) == 0 {
		return p, false
	}
	span := func(m int) event.Span { return event.Span{Start: r.mentions[m].Start, End: r.mentions[m].Stop} }
	p.Source = span(act.Actor[0])
	switch {
	case len(act.Recipient) > 0:
		p.Target = span(act.Recipient[0])
	case len(act.Actor) > 1:
		p.Target = span(act.Actor[1])
	}
	return p, r.mentions[act.Actor[0]].Sentence == act.Sentence
}
