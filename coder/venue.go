package coder

import (
	"slices"
	"time"

	"dyad/event"
	"dyad/internal/place"
	"dyad/internal/plover"
	"dyad/internal/relation"
)

// venue parts guests from hosts where parties meet on the ground of some of them: the others are actors, the hosts are the
// recipient, and the meeting is a visit (plover.md, 1.4). relation does this where the parties and the place stand in
// mentions of their own; here it is done for several parties in one mention ("the leaders of both states met in Suva"), for
// cities, and for the place that news is sent from.
func (r *reading) venue(act *relation.Candidate, row *event.Event) {
	if !act.Meeting || act.Aux == "negation" || len(row.Recipient) > 0 || len(codes(row.Actor)) < 2 || slices.ContainsFunc(row.Mode, elsewhere) {
		return
	}
	place, named := r.scene(row)
	at := func(e event.Entity) bool { return code(e) == place }
	switch guests := slices.DeleteFunc(slices.Clone(row.Actor), at); {
	case place == "" || len(guests) == 0:
	case len(guests) < len(row.Actor):
		hosts := slices.DeleteFunc(slices.Clone(row.Actor), func(e event.Entity) bool { return !at(e) })
		row.Actor, row.Recipient = guests, hosts
		if row.Event == "CONSULT" {
			row.Mode = []string{"visit"}
			row.EventScale = plover.Scale(row.Event, row.Mode)
		}
		if !named {
			row.Confidence *= inferred
		}
	case named && row.Event == "CONSULT":
		row.Mode = []string{"third-party"}
		row.EventScale = plover.Scale(row.Event, row.Mode)
	}
}

// elsewhere reports whether a meeting of this mode has no guests and hosts.
func elsewhere(mode string) bool {
	return mode == "phone" || mode == "multilateral" || mode == "visit" || mode == "third-party"
}

// sceneWindow is how long before publication a meeting may lie that is told from where it took place.
const sceneWindow = 7 * 24 * time.Hour

// scene is the state where a meeting takes place, and whether the clause names it: the one state of its places, else for a
// meeting of the day that of the dateline.
func (r *reading) scene(row *event.Event) (state string, named bool) {
	if here := grounds(row); len(here) > 0 {
		if len(here) > 1 {
			return "", true
		}
		return code(here[0]), true
	}
	if row.Event != "CONSULT" || row.Aux != nil || before(row.EndDate, r.published.Earliest, sceneWindow) {
		return "", false
	}
	return r.home, false
}

// told is the report as the places of its events are looked for in it.
func (r *reading) told() place.Report {
	told := place.Report{Sentences: r.sentences, Places: r.places}
	if r.text.Dateline != nil {
		told.Dateline = r.text.Dateline.Place
	}
	return told
}
