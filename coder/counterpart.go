package coder

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/plover"
	"dyad/internal/relation"
)

// implied is what a recipient that is read from the sentences before leaves of a row's confidence.
const implied = 0.7

// reach is how many sentences back a counterpart is looked for.
const reach = 4

// counterpart gives a row that names no recipient the one that its report implies, and lowers its confidence for it; it
// reports whether it found one.
//
//   - A withdrawal from another state's ground or a massing of troops on it is done to that state.
//   - Curfews, emergency rule and the cutting of power or news fall on the state's own people.
//   - News tells an exchange between parties, and "Washington refused to apologise" answers whoever the sentences before
//     set against Washington: the nearest row before in which the actor has a part gives the other side; else, the nearest
//     row of somebody else gives its actor.
//   - Demonstrators at a seat of their own authorities, or against a law, turn on these where nobody else is set against them.
//
// A deed that is done by several together, or has no addressee by its nature, gets none.
func (r *reading) counterpart(act *relation.Candidate, row *event.Event, after []event.Event) (found bool) {
	self := row.Actor[0]
	if act.Mutual {
		if len(row.Actor) == 1 { // "each side accused the other"
			row.Actor = r.quarrel(row)
		}
		return false
	}
	row.Actor = append(row.Actor, r.cosigners(act, row)...)
	other := r.author(act, row)
	if set := r.setOfOthers(act, row); len(set) > 0 {
		other = set
	}
	if len(other) == 0 && (len(row.Recipient) > 0 || mutual(act, row) && !r.asked(row, self)) {
		return false
	}
	if len(other) == 0 {
		other = r.understood(act, row, after)
	}
	other = slices.DeleteFunc(other, func(e event.Entity) bool { return len(row.Actor) > 1 && has(row.Actor, e) })
	if len(other) == 0 {
		return false
	}
	row.Recipient = other
	row.Confidence *= implied
	row.Because.Path += "; recipient implied"
	return true
}

// understood is whom a deed of its kind is done to where neither its clause nor a name for the deed tells.
func (r *reading) understood(act *relation.Candidate, row *event.Event, after []event.Event) (other []event.Entity) {
	self := row.Actor[0]
	switch {
	case onGround(row):
		if other = ground(row, self); len(other) == 0 && act.Aimed {
			other = r.opposed(row, self, after)
		}
	case policed(row) && len(r.demonstrators(row, self)) > 0:
		other = r.demonstrators(row, self)
	case act.Patient != "":
		if row.Event == "PROTEST" {
			other = r.opposed(row, self, after)
		}
		if len(other) == 0 {
			other = own(row, self, act.Patient)
		}
	case row.Event == "ASSAULT":
		if other = ground(row, self); len(other) == 0 {
			other = r.opposed(row, self, after)
		}
		if len(other) == 0 && has(grounds(row), self) { // a bridge blown up by rebels at home
			other = own(row, self, "")
		}
	case addressed(row) && !(act.Named && spoken(row)):
		other = r.opposed(row, self, after)
	}
	if len(other) == 0 {
		other = r.struck(act, row)
	}
	if len(other) == 0 && row.Event == "ACCUSE" { // "condemned the coup in Chad"
		other = ground(row, self)
	}
	if len(other) == 0 && dissent(row, self) { // "the opposition criticised the budget"
		other = own(row, self, "GOV")
	}
	return other
}

// dissent reports whether a row is blame or a threat by people who are set against the government of their state.
func dissent(row *event.Event, self event.Entity) bool {
	opponents := []string{"OPP", "PTY", "REB"}
	switch {
	case len(self.Sector) == 0 || self.Code == nil || plover.International(*self.Code):
		return false
	case row.Event == "ACCUSE" && slices.Contains(row.Mode, "disapprove"):
		opponents = append(opponents, "LEG", "CVL", "SOC", "REL", "JRN", "LAB", "JUD")
	case row.Event != "THREATEN":
		return false
	}
	return slices.ContainsFunc(self.Sector, func(s string) bool { return slices.Contains(opponents, s) }) && !slices.Contains(self.Sector, "GOV")
}

// mutual reports whether several parties do to or with each other what the row says, be it that one of them is not known.
func mutual(act *relation.Candidate, row *event.Event) bool {
	if row.Event == "CONSULT" || row.Event == "COOPERATE" || strings.HasPrefix(act.Path, "actor S+with") || strings.HasPrefix(act.Path, "actor btw") {
		return true
	}
	t, ok := plover.Lookup(row.Event)
	return len(codes(row.Actor)) > 1 && (!ok || t.Quad <= 2 || row.Event == "ASSAULT")
}

// quarrel is all who have a part in what was told last between several, else the actor.
func (r *reading) quarrel(row *event.Event) []event.Entity {
	for _, o := range slices.Backward(r.recent()) {
		if both := slices.Concat(o.Actor, o.Recipient); row.Sentence-o.Sentence <= reach && len(codes(both)) > 1 {
			return both
		}
	}
	return row.Actor
}

// asked reports whether one party promises something right after another has asked it of it or offered it.
func (r *reading) asked(row *event.Event, self event.Entity) bool {
	if row.Event != "AGREE" || len(codes(row.Actor)) > 1 || len(r.rows) == 0 {
		return false
	}
	last := r.rows[len(r.rows)-1]
	return row.Sentence-last.Sentence <= 1 && (last.Event == "REQUEST" || last.Event == "AGREE") && has(last.Recipient, self)
}

// addressed reports whether a deed of this kind is done to or towards somebody.
func addressed(row *event.Event) bool {
	switch row.Event {
	case "MOBILIZE":
		return false
	case "RETREAT":
		return slices.Contains(row.Mode, "release") || slices.Contains(row.Mode, "access") || len(row.Mode) == 0
	case "REQUEST": // an organisation of states calls on all concerned
		return !plover.International(code(row.Actor[0]))
	}
	return true
}

// spoken reports whether a deed of this kind is words to somebody, whom its clause names if it names anybody at all.
func spoken(row *event.Event) bool { return row.Event == "REQUEST" || row.Event == "AGREE" }

// onGround reports whether a deed is done to the ground it happens on.
func onGround(row *event.Event) bool {
	return row.Event == "MOBILIZE" || row.Event == "RETREAT" && slices.Contains(row.Mode, "withdraw")
}

// ground is the one foreign state on whose ground a row happens.
func ground(row *event.Event, self event.Entity) []event.Entity {
	if list := others(grounds(row), self); len(list) == 1 {
		return list
	}
	return nil
}

// grounds are the states on whose ground a row happens.
func grounds(row *event.Event) []event.Entity {
	var list []event.Entity
	for _, l := range row.EventLoc {
		if l.Code != "" && !has(list, event.Entity{Code: &l.Code}) {
			list = append(list, event.Entity{Text: l.Text, Start: l.Start, End: l.End, Name: l.Name, Code: &l.Code})
		}
	}
	return list
}

// policed reports whether a row is what police do to people on the street.
func policed(row *event.Event) bool {
	return row.Event == "ASSAULT" && slices.Contains(row.Mode, "crowd-control") || row.Event == "COERCE" && slices.Contains(row.Mode, "arrest") ||
		row.Event == "COERCE" && slices.Contains(row.Mode, "restrict")
}

// demonstrators are those of a party's own state who took to the street in the sentences before.
func (r *reading) demonstrators(row *event.Event, self event.Entity) []event.Entity {
	for _, o := range slices.Backward(r.rows) {
		if row.Sentence-o.Sentence > 2 || o.Sentence > row.Sentence {
			break
		}
		if o.Event == "PROTEST" && has(o.Actor, self) {
			return slices.Clone(o.Actor)
		}
	}
	return nil
}

// own is a party of the actor's own state.
func own(row *event.Event, self event.Entity, sector string) []event.Entity {
	if self.Code == nil {
		return nil
	}
	e := event.Entity{Start: row.Start, End: row.Start, Code: self.Code}
	if sector != "" {
		e.Sector = []string{sector}
	}
	return []event.Entity{e}
}

// opposed finds who stands on the other side of a party: in what the same sentence tells next of it ("recalled its
// envoy and condemned Malta"), else in the rows before.
func (r *reading) opposed(row *event.Event, self event.Entity, after []event.Event) []event.Entity {
	for _, o := range after {
		if o.Event != "" && o.Sentence != row.Sentence {
			break
		}
		if o.Event != "" && has(o.Actor, self) && len(others(o.Recipient, self)) > 0 {
			return others(o.Recipient, self)
		}
	}
	others := others
	if row.QuadCode == 4 || row.Event == "AID" { // nobody arrests or feeds an organisation of states
		others = otherStates
	}
	var somebody []event.Entity
	for _, o := range slices.Backward(r.rows) {
		if row.Sentence-o.Sentence > reach || o.Sentence > row.Sentence {
			break
		}
		actor, recipient := has(o.Actor, self), has(o.Recipient, self)
		if rest := within(&o, self); len(rest) > 0 {
			return rest
		}
		switch {
		case actor && len(o.Recipient) > 0:
			if rest := others(o.Recipient, self); len(rest) > 0 || !slices.ContainsFunc(o.Recipient, organisation) {
				return rest
			}
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
	return r.newcomer(row, self, somebody)
}

// newcomer is whom a party turns on that has no part in the rows before: whoever the report blames most, else who acted last.
// What a newcomer promises or welcomes concerns nobody in particular, and people march against their own government.
func (r *reading) newcomer(row *event.Event, self event.Entity, somebody []event.Entity) []event.Entity {
	if row.Event == "PROTEST" || row.QuadCode == 1 {
		return nil
	}
	if blamed := r.blamed(self); row.QuadCode >= 3 && len(blamed) > 0 {
		return blamed
	}
	return somebody
}

// within is the other side of a quarrel inside a party's own state: of the authorities the people, rebels or opponents, and the
// other way round; none if the row tells of no such quarrel.
func within(row *event.Event, self event.Entity) []event.Entity {
	if self.Code == nil || !slices.Equal(codes(row.Actor), []string{code(self)}) || !slices.Equal(codes(row.Recipient), []string{code(self)}) {
		return nil
	}
	ours := func(list []event.Entity) bool {
		return slices.ContainsFunc(list, func(e event.Entity) bool { return code(e) == code(self) && organ(e) == organ(self) })
	}
	switch actor, recipient := ours(row.Actor), ours(row.Recipient); {
	case actor && !recipient:
		return slices.Clone(row.Recipient)
	case recipient && !actor:
		return slices.Clone(row.Actor)
	}
	return nil
}

// organ reports whether a party is part of the authorities of its state.
func organ(e event.Entity) bool {
	return len(e.Sector) == 0 || slices.Contains([]string{"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PRM"}, e.Sector[0])
}

// blamed is the party that the report so far sets most deeds of conflict against, if these are several.
func (r *reading) blamed(self event.Entity) []event.Entity {
	times := map[string]int{}
	var best []event.Entity
	most := 1
	for _, o := range r.rows {
		if o.QuadCode < 3 {
			continue
		}
		for _, e := range others(o.Recipient, self) {
			if times[party(e)]++; times[party(e)] > most {
				best, most = []event.Entity{e}, times[party(e)]
			}
		}
	}
	return best
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

// otherStates is others without organisations of states.
func otherStates(list []event.Entity, e event.Entity) []event.Entity {
	return slices.DeleteFunc(others(list, e), organisation)
}

// organisation reports whether a party is an organisation of states.
func organisation(e event.Entity) bool { return plover.International(code(e)) }
