package place

import (
	"slices"

	"dyad/event"
)

// aimed gives the targets of an act whose purpose is a blow: "flew from Hamadan to strike in Syria", "sailed from Aden to shell Massawa".
func (r *reader) aimed(act int) []event.Location {
	var locs []event.Location
	if kind := r.g.kind(&r.s.Tokens[act]); kind != "motion" && kind != "departure" {
		return nil
	}
	for i := act + 1; i < len(r.s.Tokens) && i <= act+aimReach; i++ {
		t := &r.s.Tokens[i]
		if t.Head != act || t.Rel != "advcl" && t.Rel != "xcomp" || r.g.kind(t) != "attack" || !r.purpose(i) {
			continue
		}
		for _, l := range r.bound(i, "deed") {
			if l.Role != "origin" && !slices.ContainsFunc(locs, func(o event.Location) bool { return o.Name == l.Name && o.Code == l.Code }) {
				l.Role = "target"
				locs = append(locs, l)
			}
		}
	}
	return locs
}

// aimReach is how many tokens behind a verb its purpose is looked for.
const aimReach = 40

// purpose reports whether a verb is an infinitive with "to".
func (r *reader) purpose(verb int) bool {
	for i := verb - 1; i >= 0 && i >= verb-3; i-- {
		if r.s.Tokens[i].Head == verb && r.s.Tokens[i].UPOS == "PART" {
			return true
		}
	}
	return false
}
