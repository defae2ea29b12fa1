package coder

import (
	"slices"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/plover"
	"dyad/internal/relation"
)

// standing mends the sectors where the deed, and not the words, tells as what somebody takes part in it (plover.md, 5.4,
// rule 1):
//
//   - A state that fights, moves forces or withdraws them does it by its forces.
//   - A state or city that is invaded or bombed is the whole country, without a sector.
//   - A city or province that speaks, receives or decides is its authorities.
//   - A state that a row names only by implication is meant as its government, unless the row is violence: nobody answers
//     a protest note to the other side's warships, although they were what the sentence before told of.
func (r *reading) standing(act *relation.Candidate, row *event.Event, implied bool) {
	r.owners(act, row)
	r.jointly(act, row)
	r.refuge(act, row)
	if byForces(row) {
		for i := range row.Actor {
			if e := &row.Actor[i]; e.Code != nil && len(e.Sector) > 0 && e.Sector[0] == "GOV" && !plover.International(*e.Code) {
				e.Sector = []string{"MIL"}
			}
		}
	}
	if row.Event == "ASSAULT" {
		for i := range row.Recipient {
			if r.bareState(act, &row.Recipient[i]) {
				row.Recipient[i].Sector = nil
			}
		}
		return
	}
	yields := row.Event == "CONCEDE" || row.Event == "RETREAT" // to prisoners and strikers as well
	if implied && act.Patient == "" && !yields && statesmen(row.Actor[0].Sector) {
		for i := range row.Recipient {
			if e := &row.Recipient[i]; e.Code != nil && !plover.International(*e.Code) && instrument(e.Sector) {
				e.Name, e.Office, e.Sector = "", "", []string{"GOV"}
			}
		}
	}
	if t, ok := plover.Lookup(row.Event); !ok || t.Quad != 1 && t.Quad != 3 {
		return
	}
	for _, list := range [][]event.Entity{row.Actor, row.Recipient} {
		for i := range list {
			if e := &list[i]; e.Code != nil && len(e.Sector) == 0 && !plover.International(*e.Code) {
				e.Sector = []string{"GOV"}
			}
		}
	}
}

// byForces reports whether a deed is one that a state does by its armed forces. Torture, killings and arrests are not.
func byForces(row *event.Event) bool {
	switch row.Event {
	case "MOBILIZE":
		return !slices.Contains(row.Mode, "police")
	case "RETREAT":
		return slices.Contains(row.Mode, "withdraw") || slices.Contains(row.Mode, "ceasefire")
	case "ASSAULT":
		return !slices.ContainsFunc(row.Mode, func(m string) bool { return !battle[m] })
	}
	return false
}

// battle are the modes of an attack that are those of armies.
var battle = map[string]bool{"aerial": true, "drone": true, "heavy-weapons": true, "firearms": true}

// bareState reports whether a recipient is named by the state's or city's own name, and not as owner of something.
func (r *reading) bareState(act *relation.Candidate, e *event.Entity) bool {
	return slices.Equal(e.Sector, []string{"GOV"}) && slices.ContainsFunc(act.Recipient, func(m int) bool {
		x := &r.mentions[m]
		t := &r.sentences[x.Sentence].Tokens[x.Head]
		return x.Start == e.Start && !x.Modifier && t.Rel != "amod" && t.Rel != "compound" && t.Rel != "nmod:poss" && (x.Kind == actor.State || x.Kind == actor.Capital)
	})
}

// statesmen reports whether a party of these sectors deals with states as such.
func statesmen(sectors []string) bool {
	return len(sectors) > 0 && (sectors[0] == "GOV" || sectors[0] == "LEG")
}

// instrument reports whether parties of these sectors are people and forces of a state that do not speak for it.
func instrument(sectors []string) bool {
	return len(sectors) > 0 && slices.Contains([]string{"MIL", "COP", "CVL", "BUS", "LAB", "EDU", "JRN", "AGR"}, sectors[0])
}
