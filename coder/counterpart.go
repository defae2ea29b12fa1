package coder

import (
	"slices"

	"dyad/event"
)

// implied is what a recipient that is read from the sentences before leaves of a row's confidence.
const implied = 0.7

// reach is how many sentences back a counterpart is looked for.
const reach = 4

// counterpart gives a row that names no recipient the one that its report implies: news tells an exchange between
// parties, and "Washington refused to apologise" answers whoever the sentences before set against Washington. The nearest
// row before in which the actor has a part gives the other side; else, the nearest row of somebody else gives its actor.
// Demonstrators turn on their own government where nobody else is set against them. A deed that has no addressee by its
// nature (a resignation, a mobilisation) gets none.
func (r *reading) counterpart(row *event.Event) {
	if len(row.Recipient) > 0 || len(row.Actor) != 1 || !addressed(row) {
		return
	}
	self := row.Actor[0]
	other := r.opposed(row, self)
	if len(other) == 0 && row.Event == "PROTEST" && self.Code != nil {
		other = []event.Entity{{Start: row.Start, End: row.Start, Code: self.Code, Sector: []string{"GOV"}}}
	}
	if len(other) == 0 {
		return
	}
	row.Recipient = other
	row.Confidence *= implied
	row.Because.Path += "; recipient implied by the sentences before"
}

// addressed reports whether a deed of this kind is done to or towards somebody.
func addressed(row *event.Event) bool {
	switch row.Event {
	case "MOBILIZE", "CONSULT", "COOPERATE":
		return false
	case "RETREAT":
		return slices.Contains(row.Mode, "release") || slices.Contains(row.Mode, "access") || len(row.Mode) == 0
	}
	return true
}

// opposed finds who stands on the other side of a party in the rows before.
func (r *reading) opposed(row *event.Event, self event.Entity) []event.Entity {
	var somebody []event.Entity
	for _, o := range slices.Backward(r.rows) {
		if row.Sentence-o.Sentence > reach || o.Sentence > row.Sentence {
			break
		}
		actor, recipient := has(o.Actor, self), has(o.Recipient, self)
		switch {
		case actor && len(o.Recipient) > 0:
			return others(o.Recipient, self)
		case actor:
			if rest := others(o.Actor, self); len(rest) > 0 {
				return rest
			}
		case recipient:
			return others(o.Actor, self)
		case somebody == nil:
			somebody = others(o.Actor, self)
		}
	}
	return somebody
}

// has reports whether a list holds a party of the same code.
func has(list []event.Entity, e event.Entity) bool {
	return slices.ContainsFunc(list, func(o event.Entity) bool { return code(o) == code(e) && o.Code != nil })
}

// others lists the parties with a code that is not that of a party.
func others(list []event.Entity, e event.Entity) []event.Entity {
	var rest []event.Entity
	for _, o := range list {
		if o.Code != nil && code(o) != code(e) {
			rest = append(rest, o)
		}
	}
	return rest
}
