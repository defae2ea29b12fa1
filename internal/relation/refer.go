package relation

import "dyad/internal/plover"

// refer finds whom "welcomed the step", "condemned the attack" or "praised it" is about: a definite description or "it"
// without a party of its own refers back to the act told last, in this sentence or the two before, and the author of that
// act is the recipient. Only words of approval and disapproval refer so.
func (r *reader) refer(list, before []Candidate) {
	for i := range list {
		c := &list[i]
		a := r.acts[c.Head]
		if c.Rejected != "" || a == nil || symmetric(a.entry) || len(c.Recipient) > 0 || len(c.Actor) == 0 || c.Event != "ACCUSE" && c.Event != "SUPPORT" || !r.definite(c) {
			continue
		}
		told := r.toldLast(c, list[:i])
		if told == nil {
			told = r.toldLast(c, before)
		}
		if told == nil {
			continue
		}
		c.Recipient = r.without(append([]int{}, told.Actor...), c.Actor)
		c.Path += ", recipient: author of the act before (" + told.Event + ")"
		c.Score -= 0.15
	}
}

// toldLast is the last row of this or the two sentences before whose actor is somebody else.
func (r *reader) toldLast(c *Candidate, list []Candidate) *Candidate {
	for i := len(list) - 1; i >= 0; i-- {
		x := &list[i]
		if c.Sentence-x.Sentence > 2 {
			return nil
		}
		if t, ok := plover.Lookup(x.Event); !ok || (t.Quad <= 2) != (c.Event == "SUPPORT") {
			continue // one approves of cooperation and disapproves of conflict
		}
		if x.Rejected == "" && x.Agent == "" && x.Aux != "historical" && len(x.Actor) > 0 && len(r.without(append([]int{}, x.Actor...), c.Actor)) > 0 {
			return x
		}
	}
	return nil
}

// definite reports whether the object of a predicate is a definite description of a thing, or "it", "this".
func (r *reader) definite(c *Candidate) bool {
	t := r.t
	o, _ := t.objects(c.Head)
	if t.passive(c.Head) {
		o = t.subject(c.Head)
	}
	if o < 0 || t.mention(o) >= 0 {
		return o >= 0 && r.cue("it", t.form(o))
	}
	if r.cue("it", t.form(o)) {
		return true
	}
	d := t.child(o, "det")
	return d >= 0 && r.cue("definite", t.form(d)) && t.child(o, "nmod:poss") < 0
}
