package relation

import "slices"

// meeting decides who was whose guest. A meeting at the home of one party is a visit: the others are actors, the host is
// the recipient. On neutral ground it is third-party (plover.md 1.4, 2.7).
func (r *reader) meeting(a *act, c *Candidate) {
	if c.Event != "CONSULT" {
		return
	}
	if slices.Contains(c.Mode, "visit") {
		r.visit(a, c)
		return
	}
	if c.Meeting = !r.mediated(a.frame); !c.Meeting && len(c.Mode) == 0 {
		c.Mode = []string{"third-party"}
	}
	if len(c.Mode) > 0 || len(c.Recipient) > 0 || r.count(c.Actor) < 2 {
		return
	}
	if mode := r.atHome(a, c); mode != "" {
		c.Mode = []string{mode}
	}
}

// mediated reports whether somebody mediates a meeting or presides over it, who then takes part and is no host.
func (r *reader) mediated(f *frame) bool {
	return slices.ContainsFunc(r.clauseWords(r.verbOf(f)), func(i int) bool { return r.cue("mediated", r.t.lemma(i)) })
}

// atHome parts guests from hosts where a meeting takes place at home of one of its parties, and gives the mode: visit,
// third-party on neutral ground, "" where the place is not known.
func (r *reader) atHome(a *act, c *Candidate) string {
	place := r.placeOf(a.frame)
	if len(place) == 0 || r.codeOf(place[0]) == "" || r.count(c.Actor) < 2 {
		return ""
	}
	if slices.ContainsFunc(c.Actor, func(m int) bool { return len(r.t.mentions[m].Entities) > 1 }) {
		return "" // guests and hosts in one mention are parted by the coder, who sees entities
	}
	var guests, hosts []int
	for _, m := range c.Actor {
		if r.codeOf(m) == r.codeOf(place[0]) {
			hosts = append(hosts, m)
		} else {
			guests = append(guests, m)
		}
	}
	switch {
	case len(hosts) > 0 && len(guests) > 0:
		c.Actor, c.Recipient = guests, hosts
		return "visit"
	case len(hosts) == 0:
		return "third-party"
	}
	return ""
}

// visit drops journeys inside the own country and visits to nobody.
func (r *reader) visit(a *act, c *Candidate) {
	if len(c.Recipient) == 0 || len(c.Actor) == 0 {
		if c.Aux == "" || len(c.Recipient) == 0 {
			c.Rejected = "a visit needs a guest and a host"
		}
		return
	}
	home := r.codeOf(c.Recipient[0])
	if a.entry.recipient.names("S") && len(c.Actor) == 1 && len(c.Recipient) == 1 && r.codeOf(c.Actor[0]) == home && !r.t.mentions[c.Recipient[0]].Place && r.differ(c.Actor[0], c.Recipient[0]) {
		c.Actor, c.Recipient, c.Mode = append(c.Actor, c.Recipient...), nil, nil // "the president received the growers": a meeting at home
		return
	}
	if home != "" && !slices.ContainsFunc(c.Actor, func(m int) bool { return r.codeOf(m) != home }) {
		c.Rejected = "a journey inside the own country"
	}
}

// codeOf is the country or body of a mention that stands for one party, "" if that is not known.
func (r *reader) codeOf(m int) string {
	e := r.t.mentions[m].Entities
	if len(e) == 0 || e[0].Code == nil {
		return ""
	}
	for _, o := range e[1:] {
		if o.Code == nil || *o.Code != *e[0].Code {
			return ""
		}
	}
	return *e[0].Code
}
