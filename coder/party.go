package coder

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/language"
	"dyad/internal/plover"
	"dyad/internal/relation"
)

// parties lists what the mentions of a slot were resolved to, each party once. A name of which neither state nor sector
// is known is no party (plover.md, 5.4, rule 17).
func parties(mentions []actor.Mention, slot []int) []event.Entity {
	list := []event.Entity{}
	for _, m := range slot {
		for _, e := range mentions[m].Entities {
			known := slices.ContainsFunc(list, func(o event.Entity) bool { return party(o) == party(e) && o.Name == e.Name })
			if !known && (e.Code != nil || len(e.Sector) > 0) {
				list = append(list, e)
			}
		}
	}
	return list
}

// complete adds to a row what its words presuppose: the authority that arrests or sentences where none is named, and
// the state of a party that the text calls only by its role ("the police", "students"), which is that of the place
// where it acts (plover.md, 1.5). Both are inferred and lower the confidence.
func (r *reading) complete(act *relation.Candidate, row *event.Event) {
	state := r.state(row)
	victims := slices.DeleteFunc(codes(row.Recipient), func(c string) bool { return strings.HasPrefix(c, "---") || plover.International(c) })
	if state == "" && len(row.Actor) == 0 && act.Agent != "" && len(victims) == 1 {
		state = victims[0] // who is arrested where the text does not say is so by his own police
	}
	if len(row.Actor) == 0 && act.Agent != "" {
		agent := event.Entity{Start: row.Start, End: row.Start, Sector: []string{act.Agent}}
		if act.Agent != "UNK" && state != "" {
			agent.Code = &state
		}
		row.Actor = append(row.Actor, agent)
	}
	if organ := authority(row); organ != "" { // whom a state's police or courts take is at home there, unless the text says otherwise
		r.settleIn(row, row.Recipient, organ, resident)
	}
	r.rebels(row)
	if state != "" {
		r.settleIn(row, row.Recipient, state, func(s []string) bool { return resident(s) || soldiers(s) && slices.Contains(victims, state) })
		r.settleIn(row, row.Actor, state, func(s []string) bool {
			return domestic(s) || soldiers(s) && slices.Contains(codes(row.Recipient), state)
		})
	}
	if where := r.battleground(row); where != "" && !slices.Contains(row.Mode, "cyber") { // nobody knows where hackers sit
		r.settleIn(row, row.Actor, where, outlaw)
		r.settleIn(row, row.Recipient, where, outlaw)
	}
	r.captives(row)
	r.compatriots(row)
	r.foreigners(row)
}

// captives gives those whom rebels hold, fight and let go, and the gangs that police fight, the state of these: who is called only
// "four soldiers" is of the state that the rebels fight.
func (r *reading) captives(row *event.Event) {
	switch row.Event {
	case "AID", "CONSULT", "COOPERATE":
		return
	}
	if state := sole(row.Actor, func(e event.Entity) bool { return insurgent(e.Sector) }); state != "" {
		r.settleIn(row, row.Recipient, state, func(s []string) bool { return resident(s) || soldiers(s) })
	}
	if state := authority(row); state != "" && row.Event == "ASSAULT" {
		r.settleIn(row, row.Recipient, state, outlaw)
	}
}

// struck gives an attack, an arrest or a sentence that falls on somebody or something that is no party known ("fired on a
// minibus", "killed thirty") the state where it happens as recipient: whose they are.
func (r *reading) struck(act *relation.Candidate, row *event.Event) []event.Entity {
	if len(act.Recipient) > 0 || act.Mutual || len(row.Actor) > 1 || !bodily(row) {
		return nil
	}
	at := r.victim(act)
	if at < 0 {
		return nil
	}
	state := r.state(row)
	if self := sole(row.Actor, organ); state == "" && self != "" {
		state = self
		for _, s := range r.statesOf(row.Sentence) { // an army of one state on the ground of another
			if s != self && row.Event == "ASSAULT" && soldiers(row.Actor[0].Sector) {
				state = s
			}
		}
	}
	if state == "" {
		return nil
	}
	t := &r.sentences[act.Sentence].Tokens[at]
	e := event.Entity{Text: r.text.Text[t.Start:t.End], Start: t.Start, End: t.End, Code: &state}
	if t.UPOS == "NUM" || row.Event != "ASSAULT" {
		e.Sector = []string{"CVL"}
	}
	return []event.Entity{e}
}

// bodily reports whether a row tells what is done to bodies and buildings.
func bodily(row *event.Event) bool {
	return row.Event == "ASSAULT" || row.Event == "SANCTION" && slices.Contains(row.Mode, "convict") ||
		row.Event == "COERCE" && (slices.Contains(row.Mode, "arrest") || slices.Contains(row.Mode, "deport"))
}

// victim is the noun or number that a deed falls on where it is no mention: its object, or what it is aimed at; -1 if there is
// none, or if a party stands in it.
func (r *reading) victim(act *relation.Candidate) int {
	ts := r.sentences[act.Sentence].Tokens
	for i := range ts {
		t := &ts[i]
		if t.Head != act.Head || t.UPOS != "NOUN" && t.UPOS != "NUM" || slices.Contains(act.Predicate, i) {
			continue
		}
		if t.Rel != "obj" && t.Rel != "nsubj:pass" && !(t.Rel == "obl" && r.aimed(act.Sentence, i)) {
			continue
		}
		if !slices.ContainsFunc(r.mentions, func(m actor.Mention) bool {
			return m.Sentence == act.Sentence && m.First <= i && i < m.End && len(m.Entities) > 0
		}) {
			return i
		}
	}
	return -1
}

// aimed reports whether a preposition of aim stands before a noun: "fired on", "opened fire at".
func (r *reading) aimed(sentence, token int) bool {
	return slices.ContainsFunc(r.sentences[sentence].Tokens, func(t language.Token) bool {
		return t.Head == token && t.Rel == "case" && (t.Lemma == "on" || t.Lemma == "at")
	})
}

// compatriots gives a party without a state that of the other side of what is an affair at home where nothing says otherwise:
// what a ministry refuses "the teachers", it refuses its own, and teachers complain to their own ministry.
func (r *reading) compatriots(row *event.Event) {
	switch row.Event {
	case "AID", "CONSULT", "COOPERATE", "ASSAULT", "MOBILIZE":
		return
	}
	if state := sole(row.Actor, organ); state != "" {
		r.settleIn(row, row.Recipient, state, func(s []string) bool { return resident(s) || soldiers(s) })
	} else if state := sole(row.Actor, private); state != "" {
		r.settleIn(row, row.Recipient, state, authorities)
	}
	if state := sole(row.Recipient, organ); state != "" {
		r.settleIn(row, row.Actor, state, domestic)
	} else if state := sole(row.Recipient, private); state != "" && row.Event == "COERCE" {
		r.settleIn(row, row.Actor, state, authorities)
	}
}

// foreigners gives a party without a state the other one of two states that alone its sentence names, if the parties with a state
// are of the first: "prosecutors spoke to their Honduran colleagues" where else only El Salvador is named.
func (r *reading) foreigners(row *event.Event) {
	both := r.statesOf(row.Sentence)
	known := sole(slices.DeleteFunc(slices.Concat(row.Actor, row.Recipient), func(e event.Entity) bool { return e.Code == nil }), anybody)
	if len(both) != 2 || !slices.Contains(both, known) {
		return
	}
	other := both[0]
	if other == known {
		other = both[1]
	}
	r.settleIn(row, row.Actor, other, func(s []string) bool { return authorities(s) || insurgent(s) })
	r.settleIn(row, row.Recipient, other, func(s []string) bool { return authorities(s) || row.Event == "AID" && resident(s) })
}

// sole is the one state of which all parties of a list are, "" if there are several, or some are not of a kind.
func sole(list []event.Entity, kind func(event.Entity) bool) string {
	state := ""
	for _, e := range list {
		if e.Code == nil || plover.International(*e.Code) || !kind(e) || state != "" && state != *e.Code {
			return ""
		}
		state = *e.Code
	}
	return state
}

func anybody(event.Entity) bool { return true }

// private reports whether a party are people or a body that is no part of the authorities.
func private(e event.Entity) bool { return domestic(e.Sector) && !organ(e) }

// authorities reports whether parties of these sectors are part of the authorities of a state.
func authorities(sectors []string) bool {
	return len(sectors) > 0 && organ(event.Entity{Sector: sectors})
}

// battleground is the state where rebels and gangs do what a row says: that of its places, else the one state of all places of
// its sentence.
func (r *reading) battleground(row *event.Event) string {
	if len(row.EventLoc) > 0 {
		return r.state(row)
	}
	var codes []string
	for _, p := range r.places {
		if p.Sentence == row.Sentence && p.Code != "" {
			codes = append(codes, p.Code)
		}
	}
	slices.Sort(codes)
	if codes = slices.Compact(codes); len(codes) == 1 {
		return codes[0]
	}
	return ""
}

// outlaw reports whether parties of these sectors belong to the ground they fight or rob on, unless the text says otherwise.
func outlaw(sectors []string) bool {
	return len(sectors) > 0 && (sectors[0] == "REB" || sectors[0] == "CRM" || sectors[0] == "PRM")
}

// rebels gives rebels without a state the one they fight.
func (r *reading) rebels(row *event.Event) {
	if enemy := r.enemy(row); enemy != "" {
		r.settleIn(row, row.Actor, enemy, insurgent)
		r.settleIn(row, row.Recipient, enemy, insurgent)
	}
}

// enemy is the state whose armed opposition rebels are that a row names without a state: the one state whose authorities or
// forces have a part in it, if it happens on no other's ground.
func (r *reading) enemy(row *event.Event) string {
	state := ""
	for _, e := range slices.Concat(row.Actor, row.Recipient) {
		if e.Code == nil || plover.International(*e.Code) {
			continue
		}
		if state != "" && state != *e.Code || len(e.Sector) > 0 && !slices.Contains([]string{"GOV", "MIL", "COP", "PRM"}, e.Sector[0]) {
			return ""
		}
		state = *e.Code
	}
	if here := grounds(row); slices.ContainsFunc(here, func(e event.Entity) bool { return code(e) != state }) {
		return ""
	}
	return state
}

// insurgent reports whether parties of these sectors fight their own state.
func insurgent(sectors []string) bool { return len(sectors) > 0 && sectors[0] == "REB" }

// settleIn gives parties without a state the one they belong to, if their sectors are such that it may be presumed.
func (r *reading) settleIn(row *event.Event, list []event.Entity, state string, at func(sectors []string) bool) {
	for i := range list {
		if e := &list[i]; e.Code == nil && at(e.Sector) && !alien(e.Text) {
			e.Code = &state
			row.Confidence *= inferred
		}
	}
}

// alien reports whether the words of a party say that it is of another state than the one it is in: "foreign retailers".
func alien(text string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool { return owned[[2]string{"alien", w}] != "" })
}

// authority is the state whose police or courts alone do what a row says, "" if others do.
func authority(row *event.Event) string {
	state := ""
	for _, e := range row.Actor {
		if e.Code == nil || plover.International(*e.Code) || len(e.Sector) == 0 || e.Sector[0] != "COP" && e.Sector[0] != "JUD" || state != "" && state != *e.Code {
			return ""
		}
		state = *e.Code
	}
	return state
}

// distinct drops the recipients that are the actor itself: nobody does to himself what a row says, but one sector of a
// state may to another, and one minister to another (plover.md, 1.2). Who are two of one sector, relation has told by their names.
// A place of one's own that forces are moved to or leave is nobody either.
func distinct(row *event.Event) {
	moves := row.Event == "MOBILIZE" || row.Event == "RETREAT"
	row.Recipient = slices.DeleteFunc(row.Recipient, func(e event.Entity) bool {
		return e.Code != nil && slices.ContainsFunc(row.Actor, func(a event.Entity) bool {
			return moves && len(e.Sector) == 0 && code(a) == code(e) || party(a) == party(e) && (e.Text == "" || e.Text == a.Text || e.Name != "" && e.Name == a.Name)
		})
	})
}

// inferred is what a state that is read from the place leaves of a row's confidence.
const inferred = 0.8

// state is where a row happens: the one state of its places, else that of the dateline, else the only one that its sentence
// names; "" where none of them says.
func (r *reading) state(row *event.Event) string {
	var codes []string
	for _, l := range row.EventLoc {
		if l.Code != "" {
			codes = append(codes, l.Code)
		}
	}
	slices.Sort(codes)
	if codes = slices.Compact(codes); len(codes) == 1 {
		return codes[0]
	}
	if len(codes) > 1 {
		return ""
	}
	if r.home != "" {
		return r.home
	}
	if all := r.statesOf(row.Sentence); len(all) == 1 {
		return all[0]
	}
	return ""
}

// statesOf are the states that a sentence names, by whatever words.
func (r *reading) statesOf(sentence int) []string {
	var states []string
	add := func(code string) {
		if code != "" && !plover.International(code) && !slices.Contains(states, code) {
			states = append(states, code)
		}
	}
	for _, p := range r.places {
		if p.Sentence == sentence {
			add(p.Code)
		}
	}
	first, _ := slices.BinarySearchFunc(r.mentions, sentence, func(m actor.Mention, n int) int { return m.Sentence - n })
	for i := first; i < len(r.mentions) && r.mentions[i].Sentence == sentence; i++ {
		for _, e := range r.mentions[i].Entities {
			add(value(e.Code))
		}
	}
	return states
}

// soldiers reports whether parties of these sectors are armed forces. They may be those of another state, unless those they
// turn on are at home where it happens.
func soldiers(sectors []string) bool { return len(sectors) > 0 && sectors[0] == "MIL" }

// domestic reports whether parties of these sectors belong to the state they act in, unless the text says otherwise.
// Of the armed, the criminal and the unknown nothing may be presumed.
func domestic(sectors []string) bool {
	if len(sectors) == 0 {
		return false
	}
	switch sectors[0] {
	case "GOV", "LEG", "JUD", "COP", "PTY", "OPP", "CVL", "EDU", "LAB", "AGR", "MED", "SOC", "REL":
		return true
	}
	return false
}

// resident reports whether parties of these sectors, if something is done to them, are of the state it is done in.
func resident(sectors []string) bool {
	return domestic(sectors) || len(sectors) > 0 && (sectors[0] == "JRN" || sectors[0] == "ELI" || sectors[0] == "BUS")
}
