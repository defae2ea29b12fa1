package coder

import (
	"fmt"
	"slices"
	"strings"

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
		if strings.EqualFold(label, noEvent) {
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

// pair is the words of the first actor and of the first other party of an act, as far as its sentence names them.
func (r *reading) pair(act *relation.Candidate) (p relation.Pair, ok bool) {
	span := func(list []int, i int) (s event.Span) { // of a party that the sentence names
		if i < len(list) && r.mentions[list[i]].Sentence == act.Sentence {
			s = event.Span{Start: r.mentions[list[i]].Start, End: r.mentions[list[i]].Stop}
		}
		return s
	}
	p.Source, p.Target = span(act.Actor, 0), span(act.Recipient, 0)
	if len(act.Recipient) == 0 {
		p.Target = span(act.Actor, 1)
	}
	return p, p.Source.End > 0 || p.Target.End > 0
}
