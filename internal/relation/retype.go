package relation

import "slices"

// This file applies the rule that a single type is preferred to a type with a status (plover.md, section 4, rule 1).

// retype applies the rule that a single type is preferred to a type with a status: what is still to come is AGREE,
// CONCEDE or THREATEN (plover.md, section 4, rule 1).
func (r *reader) retype(a *act, s *status, c *Candidate) {
	r.settleType(a, s, c)
	if commits := c.Event == "AGREE" || c.Event == "CONCEDE" || c.Event == "THREATEN"; commits && c.Aux == "future" && s.saidSo && s.will && a.frame.pos == "v" && r.condition(a.frame.head) >= 0 {
		c.Aux = "" // "said it would free them if the army left": the commitment has been made (rule 10)
	}
}

func (r *reader) settleType(a *act, s *status, c *Candidate) {
	class := r.content(&act{event: c.Event, mode: c.Mode}).class
	if c.Aux == "negation" && s.promised && r.declined(class, c) {
		return
	}
	if class == "harm" && r.threatened(a, s, c) || c.Aux != "future" {
		return
	}
	switch {
	case c.Event == "AGREE" || c.Event == "THREATEN":
	case class == "meet" || class == "support" || class == "coop" || class == "help":
		c.Event, c.Mode = "AGREE", nil
	case class == "yield" || c.Event == "RETREAT":
		c.Event, c.Mode = "CONCEDE", nil
		if s.announced {
			c.Aux = "" // the announcement of a yielding act has happened
		}
	case c.Event == "SANCTION" && slices.Contains(c.Mode, "withdraw") && r.organisations(c.Recipient): // to leave an alliance is no threat
	case class == "harm" && len(c.Recipient) > 0 && c.Event != "PROTEST":
		c.Mode = list(r.threat(&act{event: c.Event, mode: c.Mode}))
		c.Event = "THREATEN"
		r.speakerActs(a, c)
	}
}

// organisations reports whether all mentions are international bodies.
func (r *reader) organisations(mentions []int) bool {
	return len(mentions) > 0 && !slices.ContainsFunc(mentions, func(m int) bool {
		return !ofSector(r.t.mentions[m], "IGO", []string{"EUR", "UNO"})
	})
}

// declined makes a refusal of what a party says it will not do: "will not lift its sanctions".
func (r *reader) declined(class string, c *Candidate) bool {
	o, ok := r.lex.operators[[2]string{"refuse", class}]
	if !ok || class == "harm" || class == "words" || o.event == "" {
		return false
	}
	c.Event, c.Mode, c.Aux = o.event, list(o.mode), ""
	return true
}

// threatened makes a threat of own harm that hangs on a condition or is told with "warned": "would attack if France sent
// troops". The threat was made, so it has no status; who must fear the condition is its recipient.
func (r *reader) threatened(a *act, s *status, c *Candidate) bool {
	if v := a.frame.head; a.frame.pos != "v" || !s.will || !s.saidSo || r.t.xpos(v) == "VBN" && r.t.aux(v, "have") >= 0 { // "would have attacked if"
		return false
	}
	condition := r.condition(a.frame.head)
	if condition < 0 && !s.warned {
		return false
	}
	c.Mode = list(r.threat(&act{event: c.Event, mode: c.Mode}))
	c.Event, c.Aux = "THREATEN", ""
	if condition >= 0 {
		r.blockBelow(condition, "the condition of a threat")
	}
	r.speakerActs(a, c)
	if subject := -1; condition >= 0 && len(c.Recipient) == 0 {
		if subject = r.t.subject(condition); subject >= 0 {
			r.party(subject, "S", &c.Recipient)
		}
	}
	return true
}

// speakerActs makes the speaker the actor of an announced act whose agent is left out: "charities will be expelled, Chad
// said".
func (r *reader) speakerActs(a *act, c *Candidate) {
	v := a.frame.head
	if len(c.Actor) > 0 || a.frame.pos != "v" {
		return
	}
	g := r.t.head(v)
	if !r.t.is(v, "ccomp") {
		g = r.t.child(v, "parataxis")
	}
	if g >= 0 {
		if subject := r.t.subject(g); subject >= 0 {
			r.party(subject, "S", &c.Actor)
		}
	}
}

// condition is the verb of the if-clause of a verb, -1 if it has none.
func (r *reader) condition(v int) int {
	near := r.t.kids[v]
	if g := r.t.head(v); g >= 0 && r.t.is(v, "ccomp") { // "unless …, charities will be expelled, Chad said"
		near = append(slices.Clone(near), r.t.kids[g]...)
	}
	for _, k := range near {
		if r.t.is(k, "advcl", "ccomp") && k != v && r.cue("if", r.t.preposition(k)) {
			return k
		}
	}
	return -1
}
