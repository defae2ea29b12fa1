package coder

import (
	"slices"
	"time"

	"dyad/event"
	"dyad/internal/place"
	"dyad/internal/plover"
	"dyad/internal/relation"
)

// venue completes a row by what its place tells, and its place by what the report told of the parties before.
//
// It parts guests from hosts where parties meet on the ground of some of them: the others are actors, the hosts are the
// recipient, and the meeting is a visit (plover.md, 1.4). relation does this where the parties and the place stand in
// mentions of their own; here it is done for several parties in one mention ("the leaders of both states met in Suva"), for
// cities, and for the place that news is sent from.
func (r *reading) venue(act *relation.Candidate, row *event.Event) {
	r.host(act, row)
	if len(row.EventLoc) == 0 {
		row.EventLoc = r.occasion(act, row)
	}
	if len(row.EventLoc) == 0 {
		row.EventLoc = r.crowd(act, row)
	}
	if len(row.EventLoc) == 0 {
		row.EventLoc = r.nationwide(row)
	}
}

// crowdReach is how many sentences behind a protest it is put down.
const crowdReach = 2

// crowd gives the place of a protest to what police and soldiers do to those who protest, shortly after it was told of:
// "Students marched in Lima. Police fired tear gas at them".
func (r *reading) crowd(act *relation.Candidate, row *event.Event) []event.Location {
	if row.Event != "ASSAULT" && row.Event != "COERCE" || row.Aux != nil {
		return []event.Location{}
	}
	at := r.index(act)
	for i := at - 1; i >= max(0, at-occasionActs) && act.Sentence-r.acts[i].Sentence <= crowdReach; i-- {
		o := &r.acts[i]
		if o.Rejected != "" || o.Aux != act.Aux || o.Event != "PROTEST" || r.sentences[o.Sentence].Paragraph != r.sentences[act.Sentence].Paragraph {
			continue
		}
		if locs := place.Locate(r.told(), place.Act{Sentence: o.Sentence, Head: o.Head, Event: o.Event}); len(locs) > 0 {
			return locs
		}
	}
	return []event.Location{}
}

// nationwide gives a state that puts its own people under a curfew or emergency rule as the place, where none is told.
func (r *reading) nationwide(row *event.Event) []event.Location {
	if row.Event != "COERCE" || row.Aux != nil || !slices.Contains(row.Mode, "curfew") && !slices.Contains(row.Mode, "martial-law") {
		return []event.Location{}
	}
	who := codes(slices.Concat(row.Actor, row.Recipient))
	if len(who) != 1 {
		return []event.Location{}
	}
	return place.Nationwide(r.told(), row.Sentence, who[0])
}

// host parts guests from hosts.
func (r *reading) host(act *relation.Candidate, row *event.Event) {
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

// The reach of an occasion: how many acts before one are looked at, how many sentences before it they may stand, and how long a
// visit or round of talks lasts at most.
const (
	occasionActs  = 12
	occasionReach = 6
	occasionAhead = 4 // the visit may be told of behind what was signed on it
	occasionDays  = 10
)

// occasion gives the place of a visit, of talks or of a deal that its own sentence does not tell, where it belongs to a visit or
// to talks of the same parties that the report tells of: "The king arrived in Oslo on Monday. He was received by the
// president", "signed an accord on the last day of the visit". A visit of the day to the state that a report was sent from
// takes place where the report was sent from.
func (r *reading) occasion(act *relation.Candidate, row *event.Event) []event.Location {
	none := []event.Location{}
	between := codes(slices.Concat(row.Actor, row.Recipient))
	if len(between) < 2 || row.Aux != nil || !faceToFace(row.Event, row.Mode, len(row.Recipient)) {
		return none
	}
	told := r.told()
	at := r.index(act)
	for n := 1; n <= 2*occasionActs; n++ { // those before, the nearest first, then those behind
		i := at - n
		if n > occasionActs {
			i = at + n - occasionActs
		}
		if i < 0 || i >= len(r.acts) {
			continue
		}
		o := &r.acts[i]
		if o.Rejected != "" || o.Aux != "" || act.Sentence-o.Sentence > occasionReach || o.Sentence-act.Sentence > occasionAhead || o.Event == "AGREE" || !faceToFace(o.Event, o.Mode, len(o.Recipient)) {
			continue
		}
		locs := place.Locate(told, place.Act{Sentence: o.Sentence, Head: o.Head, Event: o.Event})
		if len(locs) == 1 && locs[0].Role == "place" && slices.Equal(between, r.present(o, locs[0].Code)) && r.sameDays(row, o) {
			return locs
		}
	}
	if row.Event == "CONSULT" && !slices.Contains(row.Mode, "third-party") && slices.Contains(between, r.home) && !before(row.EndDate, r.published.Earliest, sceneWindow) {
		return place.Here(told)
	}
	return none
}

// faceToFace reports whether an act is one of people who are in one place: a visit, a meeting, a paper signed by both.
func faceToFace(kind string, mode []string, recipients int) bool {
	switch kind {
	case "CONSULT":
		return !slices.Contains(mode, "phone") && !slices.Contains(mode, "multilateral")
	case "SUPPORT", "AGREE":
		return recipients == 0
	}
	return false
}

// present are the codes of those who take part in an act, with the state that it takes place in.
func (r *reading) present(act *relation.Candidate, state string) []string {
	list := slices.Concat(parties(r.mentions, act.Actor), parties(r.mentions, act.Recipient))
	if len(codes(list)) < 2 {
		list = append(list, event.Entity{Code: &state})
	}
	return codes(list)
}

// sameDays reports whether an act can belong to the days of a row: both are of the same days, give or take a visit.
func (r *reading) sameDays(row *event.Event, act *relation.Candidate) bool {
	o := event.Event{Event: act.Event}
	r.date(&o, act)
	long := occasionDays * 24 * time.Hour
	if first, err := time.Parse(time.DateOnly, r.published.Earliest); err == nil { // days are as uncertain as that of the report
		if last, err := time.Parse(time.DateOnly, r.published.Latest); err == nil {
			long += last.Sub(first)
		}
	}
	return !before(o.EndDate, row.Date, long) && !before(row.EndDate, o.Date, long) && !before(o.Date, o.EndDate, long)
}

// index is the number of an act; acts are in the order of their sentences.
func (r *reading) index(act *relation.Candidate) int {
	i, _ := slices.BinarySearchFunc(r.acts, act.Sentence, func(a relation.Candidate, n int) int { return a.Sentence - n })
	for i < len(r.acts) && r.acts[i].Head != act.Head {
		i++
	}
	return i
}

// told is the report as the places of its events are looked for in it.
func (r *reading) told() place.Report {
	told := place.Report{Sentences: r.sentences, Places: r.places}
	if r.text.Dateline != nil {
		told.Dateline = r.text.Dateline.Place
	}
	return told
}
