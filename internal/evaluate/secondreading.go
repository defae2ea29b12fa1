package evaluate

import (
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"dyad/event"
	"dyad/internal/table"
)

// A SecondAnswer is what a second reader of a sample report said of one of its events, beside the first reader's gold. Of
// Second only the dates, the planned time, the places and the claimants are filled.
type SecondAnswer struct {
	Report       string
	Number       int // of the event in the gold's list, from 1
	Gold, Second GoldEvent
}

// ReadSecond reads the second reading (second.tsv) of a folder of sample reports, whose gold is given. A report of which some
// events are missing is a fault as well: its gold has changed, and the numbers may mean other events.
func ReadSecond(reports fs.FS, gold []Gold) ([]SecondAnswer, error) {
	rows, err := table.ReadFile(reports, "corpus/reports", "second.tsv", "report", "event", "date", "enddate", "planned", "plannedend", "place", "claimed_by")
	if err != nil {
		return nil, err
	}
	known := map[string][]GoldEvent{}
	for _, g := range gold {
		known[g.Report] = g.Events
	}
	var list []SecondAnswer
	seen, answers := map[string]table.Row{}, map[string]int{}
	for _, r := range rows {
		a, err := secondAnswer(r, known)
		if err != nil {
			return nil, err
		}
		key := fmt.Sprintf("%s %d", a.Report, a.Number)
		if first, twice := seen[key]; twice {
			return nil, r.Errorf("event", "event %d of %s stands already in %s; take one out", a.Number, a.Report, first.Where())
		}
		seen[key] = r
		answers[a.Report]++
		list = append(list, a)
	}
	for _, r := range rows {
		if name := r.Get("report"); answers[name] != len(known[name]) {
			return nil, r.Errorf("event", "%d of the %d events of %s are answered; a changed gold needs its events numbered anew here", answers[name], len(known[name]), name)
		}
	}
	return list, nil
}

// secondAnswer reads one row of the second reading.
func secondAnswer(r table.Row, known map[string][]GoldEvent) (SecondAnswer, error) {
	a := SecondAnswer{Report: r.Get("report")}
	events, ok := known[a.Report]
	if !ok {
		return a, r.Errorf("report", "no gold of a report %q; give its file name", a.Report)
	}
	var err error
	if a.Number, err = strconv.Atoi(r.Get("event")); err != nil || a.Number < 1 || a.Number > len(events) {
		return a, r.Errorf("event", "%q is no event of %s; give a number from 1 to %d", r.Get("event"), a.Report, len(events))
	}
	a.Gold = events[a.Number-1]
	if a.Second.Date, a.Second.EndDate, err = secondDays(r, "date", "enddate"); err != nil {
		return a, err
	}
	from, to, err := secondDays(r, "planned", "plannedend")
	if err != nil {
		return a, err
	}
	if from != "" {
		a.Second.Planned = &event.Planned{Date: from, EndDate: to}
	}
	for _, p := range r.List("place") {
		if strings.Index(p, ":") < 1 {
			return a, r.Errorf("place", "%q is no Name:STATE", p)
		}
		a.Second.Place = append(a.Second.Place, p)
	}
	if cell := r.Get("claimed_by"); cell != "" {
		for c := range strings.SplitSeq(cell, ",") {
			c = strings.TrimSpace(c)
			if code, _, _ := strings.Cut(c, ":"); len(code) != 3 {
				return a, r.Errorf("claimed_by", "%q is no CODE:SECTOR, with a code of three characters", c)
			}
			a.Second.ClaimedBy = append(a.Second.ClaimedBy, c)
		}
	}
	return a, nil
}

// secondDays reads the first and last day of an interval, both empty where there is none.
func secondDays(r table.Row, first, last string) (from, to string, err error) {
	from, to = r.Get(first), r.Get(last)
	if from == "" && to == "" {
		return "", "", nil
	}
	for _, col := range []string{first, last} {
		if _, err := time.Parse(time.DateOnly, r.Get(col)); err != nil {
			return "", "", r.Errorf(col, "%q is no day; write YYYY-MM-DD, or leave both ends empty", r.Get(col))
		}
	}
	if to < from {
		return "", "", r.Errorf(last, "%s lies before %s; exchange them", to, from)
	}
	return from, to, nil
}

// A SecondReading says how far a second reader of some sample reports came to the same dates, planned times, places and
// claimants of their events: what a program can be asked for.
type SecondReading struct {
	Reports, Events                int
	Date, Planned, Place, Claimant SecondShare
}

// A SecondShare counts the events of which both readers say the same. Most have no planned time, place or claimant, and saying
// so is easy; Given counts those to which at least one reader gives something.
type SecondShare struct{ Same, Given, SameGiven int }

func (s *SecondShare) add(same, given bool) {
	s.Same += one(same)
	s.Given += one(given)
	s.SameGiven += one(same && given)
}

// CompareSecond compares a second reading with the gold, as rows are compared with it.
func CompareSecond(list []SecondAnswer) SecondReading {
	var s SecondReading
	reports := map[string]bool{}
	for _, a := range list {
		g, o := a.Gold, a.Second
		reports[a.Report] = true
		s.Events++
		s.Date.add(g.Date == o.Date && g.EndDate == o.EndDate, g.Date+g.EndDate+o.Date+o.EndDate != "")
		s.Planned.add(planned(g) == planned(o), g.Planned != nil || o.Planned != nil)
		s.Place.add(samePlaceNames(g.Place, o.Place), len(g.Place)+len(o.Place) > 0)
		s.Claimant.add(firstClaimant(g) == firstClaimant(o), len(g.ClaimedBy)+len(o.ClaimedBy) > 0)
	}
	s.Reports = len(reports)
	return s
}

// planned is the planned time of an event, empty where it has none.
func planned(e GoldEvent) event.Planned {
	if e.Planned == nil {
		return event.Planned{}
	}
	return *e.Planned
}

// firstClaimant is the code and primary sector of the first who claims an event, "" where nobody does.
func firstClaimant(e GoldEvent) string { return sectors(e.ClaimedBy[:min(1, len(e.ClaimedBy))]) }

// writeSecond says how far two readers agree on what else is right about a row.
func writeSecond(w io.Writer, s SecondReading) {
	share := func(c SecondShare) string { return percent(c.Same, s.Events) }
	given := func(c SecondShare) string { return fmt.Sprintf("%s of %d", percent(c.SameGiven, c.Given), c.Given) }
	fmt.Fprintf(w, "How far two careful readers agree: %d events of %d reports of the even half were dated, placed and attributed a second time by somebody who had only the corpus's README and the events, without these answers: "+
		"date %s, place %s, claimant %s, planned time %s; of the events to which either gives one: place %s, claimant %s, planned time %s.\n\n",
		s.Events, s.Reports, share(s.Date), share(s.Place), share(s.Claimant), share(s.Planned), given(s.Place), given(s.Claimant), given(s.Planned))
}
