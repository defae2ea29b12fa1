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

// A label is what a user's model of pairs calls an act.
type label struct {
	name        string
	probability float64
}

// relabel asks a user's model of pairs of parties for the labels of the acts. An act between whose parties nothing happens
// makes no row.
func (c *Coder) relabel(r *reading) {
	if c.relations == nil {
		return
	}
	r.labels = make([]label, len(r.acts))
	for i := range r.acts {
		act := &r.acts[i]
		if act.Rejected != "" {
			continue
		}
		name, p := c.relations.Choose(c.lexicon.Features(r.text.Text, r.sentences, r.mentions, r.pair(act)))
		if strings.EqualFold(name, noEvent) {
			act.Rejected = fmt.Sprintf("no event to the relation model (%.2f)", p)
		}
		r.labels[i] = label{name, relation.Hundredth(p)}
	}
}

// put gives a finished row its label, with the model's probability as confidence. Modes stay where the label has them.
func (l label) put(row *event.Event) {
	if l.name != row.Event {
		kind, _ := plover.Lookup(l.name)
		row.Mode = slices.DeleteFunc(row.Mode, func(m string) bool { _, has := kind.Mode(m); return !has })
		row.Because.Rule += "; not " + row.Event + " but " + l.name + " to the relation model"
		row.Event, row.QuadCode, row.EventScale = l.name, plover.Quad(l.name), plover.Scale(l.name, row.Mode)
	}
	row.Confidence = l.probability
}

// pair is the words of the first actor and of the first other party of an act, as far as its sentence names them.
func (r *reading) pair(act *relation.Candidate) relation.Pair {
	start := r.sentences[act.Sentence].Start
	span := func(list []int, i int) event.Span { // of no length where the sentence names no such party
		if i < len(list) && r.mentions[list[i]].Sentence == act.Sentence {
			return event.Span{Start: r.mentions[list[i]].Start, End: r.mentions[list[i]].Stop}
		}
		return event.Span{Start: start, End: start}
	}
	p := relation.Pair{Source: span(act.Actor, 0), Target: span(act.Recipient, 0)}
	if len(act.Recipient) == 0 {
		p.Target = span(act.Actor, 1)
	}
	return p
}
