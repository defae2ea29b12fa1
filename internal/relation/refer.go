package relation

import (
	"slices"

	"dyad/internal/plover"
)

// This file finds recipients that a sentence leaves to be understood from the acts told just before it.
//
//   - "Welcomed the step", "condemned the attack", "praised it": a definite description or "it" without a party of its
//     own refers to the act told last, and the author of that act is the recipient. Only approval and disapproval refer so.
//   - "India summoned the envoy of Pakistan and demanded that fugitives be handed over": an act that must have an
//     addressee and names none keeps the other party of the last act that its actor had a part in.
//
// Both look back over this and two sentences at most, say in Path what they did, and lower the score.

const lookBack = 2

func (r *reader) refer(list, before []Candidate) {
	told := slices.Concat(before, list)
	for i := range list {
		c := &list[i]
		told[len(before)+i] = *c
		a := r.acts[c.Head]
		lacking := c.Event == "SANCTION" && c.Rejected == c.Event+needsRecipient
		if c.Rejected != "" && !lacking || a == nil || symmetric(a.entry) || len(c.Recipient) > 0 || len(c.Actor) == 0 {
			continue
		}
		from := told[:len(before)+i]
		switch {
		case (c.Event == "ACCUSE" || c.Event == "SUPPORT") && r.definite(c) && r.author(c, from):
		case r.lex.cues["addressed"][c.Event]:
			r.otherParty(c, from)
			if lacking && len(c.Recipient) > 0 {
				c.Rejected = ""
			}
		}
		told[len(before)+i] = *c
	}
}

// author makes the actor of the last act of the kind that one approves or disapproves of the recipient.
func (r *reader) author(c *Candidate, told []Candidate) bool {
	for _, x := range slices.Backward(told) {
		if c.Sentence-x.Sentence > lookBack {
			break
		}
		t, ok := plover.Lookup(x.Event)
		if !ok || c.Event == "SUPPORT" && t.Quad > 2 || c.Event == "ACCUSE" && t.Quad < 4 {
			continue
		}
		if authors := r.without(slices.Clone(x.Actor), c.Actor); x.Rejected == "" && x.Agent == "" && x.Aux != "historical" && len(authors) > 0 {
			c.Recipient = authors
			c.Path += ", recipient: author of the act before (" + x.Event + ")"
			c.Score -= 0.15
			return true
		}
	}
	return false
}

// otherParty makes the other side of the last act that the actor had a part in the recipient.
func (r *reader) otherParty(c *Candidate, told []Candidate) {
	for _, x := range slices.Backward(told) {
		if c.Sentence-x.Sentence > lookBack {
			return
		}
		if x.Rejected != "" || x.Agent != "" || x.Aux == "historical" {
			continue
		}
		side, other := x.Actor, x.Recipient
		if !r.involved(c.Actor, side) {
			side, other = other, side
		}
		if len(x.Recipient) == 0 { // a symmetric act
			other = slices.DeleteFunc(slices.Clone(x.Actor), func(m int) bool { return r.involved([]int{m}, c.Actor) })
		}
		if rest := r.without(slices.Clone(other), c.Actor); r.involved(c.Actor, side) && len(rest) > 0 {
			c.Recipient = rest
			c.Path += ", recipient: the other party of the act before (" + x.Event + ")"
			c.Score -= 0.2
			return
		}
	}
}

// involved reports whether the first of some parties is, by its country, among others.
func (r *reader) involved(list, others []int) bool {
	code := ""
	if len(list) > 0 {
		code = r.codeOf(list[0])
	}
	return code != "" && slices.ContainsFunc(others, func(m int) bool { return r.codeOf(m) == code })
}

// definite reports whether the object of a predicate is a definite description of a thing, or "it", "this".
func (r *reader) definite(c *Candidate) bool {
	t := r.t
	o, _ := t.objects(c.Head)
	if t.passive(c.Head) {
		o = t.subject(c.Head)
	}
	if o < 0 {
		return false
	}
	if r.cue("it", t.form(o)) {
		return true
	}
	d := t.child(o, "det")
	return t.mention(o) < 0 && d >= 0 && r.cue("definite", t.form(d)) && t.child(o, "nmod:poss") < 0
}
