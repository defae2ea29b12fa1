package evaluate

import (
	"fmt"
	"io"
	"strings"

	"dyad/event"
)

// WriteMisses lists, for one report, the gold rows that were not coded and the coded rows that gold does not have, each
// with its words. It is meant for the odd half alone: who reads the misses of the even half can no longer measure on it.
func WriteMisses(w io.Writer, g Gold, r event.Report) {
	where := make([]event.Span, len(g.Events))
	for i, e := range g.Events {
		where[i] = find(r.Text, e.In)
	}
	rows := match(len(g.Events), len(r.Events), func(i, j int) bool { return overlaps(where[i], r.Events[j]) }, func(i, j int) bool {
		return sameParties(g.Events[i], r.Events[j]) && value(g.Events[i].Aux) == value(r.Events[j].Aux)
	})
	matchedGold, matchedRow := map[int]bool{}, map[int]bool{}
	for _, p := range rows {
		matchedGold[p.gold], matchedRow[p.found] = true, true
	}
	for i, e := range g.Events {
		if matchedGold[i] {
			continue
		}
		note := ""
		if where[i].Start < 0 {
			note = "  (the passage is not in the cleaned text)"
		}
		fmt.Fprintf(w, "%s  missed  %s | %s -> %s | %q in %q%s\n", g.Report, kindOf(e.Event, e.Mode, e.Aux, e.Ongoing),
			strings.Join(e.Actor, ", "), strings.Join(e.Recipient, ", "), e.Text, e.In, note)
	}
	text := []rune(r.Text)
	for j, e := range r.Events {
		if matchedRow[j] {
			continue
		}
		s := r.Sentences[e.Sentence]
		fmt.Fprintf(w, "%s  extra   %s | %s -> %s | %q in %q  (%s)\n", g.Report, kindOf(e.Event, e.Mode, e.Aux, e.Ongoing),
			partyWords(e.Actor), partyWords(e.Recipient), e.EventText, string(text[s.Start:s.End]), e.Because.Rule)
	}
	for _, p := range rows {
		writeDetailMisses(w, g.Report, g.Events[p.gold], r.Events[p.found])
	}
}

// writeDetailMisses names what is wrong about a row whose type, parties and aux are right.
func writeDetailMisses(w io.Writer, report string, g GoldEvent, e event.Event) {
	say := func(what, got, want string) {
		fmt.Fprintf(w, "%s  %-7s %q has %s, gold %s | in %q\n", report, what, e.EventText, got, want, g.In)
	}
	if g.Date != e.Date || g.EndDate != e.EndDate {
		say("date", e.Date+"/"+e.EndDate+" ("+e.DateBasis+")", g.Date+"/"+g.EndDate)
	}
	if strings.Join(sorted(g.Mode), ",") != strings.Join(sorted(e.Mode), ",") {
		say("mode", strings.Join(e.Mode, ","), strings.Join(g.Mode, ","))
	}
	if !samePlaces(g.Place, e.EventLoc) {
		var places []string
		for _, l := range e.EventLoc {
			places = append(places, l.Name+":"+l.Code)
		}
		say("place", strings.Join(places, ", "), strings.Join(g.Place, ", "))
	}
	if a, b := sectors(g.Actor)+" -> "+sectors(g.Recipient), entitySectors(e.Actor)+" -> "+entitySectors(e.Recipient); a != b {
		say("sector", b, a)
	}
}

func kindOf(event string, mode []string, aux *string, ongoing bool) string {
	s := event
	if len(mode) > 0 {
		s += " " + strings.Join(mode, ",")
	}
	if aux != nil {
		s += " " + *aux
	}
	if ongoing {
		s += " ongoing"
	}
	return s
}

func partyWords(list []event.Entity) string {
	var words []string
	for _, e := range list {
		words = append(words, code(e.Code)+":"+strings.Join(e.Sector, ";")+" ("+e.Text+")")
	}
	return strings.Join(words, ", ")
}
