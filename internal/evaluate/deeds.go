package evaluate

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"dyad/corpus"
	"dyad/event"
)

// DeedScores tell how well deeds of known date and place are dated and placed (corpus/when).
type DeedScores struct {
	Deeds, Found int // marked; with a row at the predicate
	Date, Inside int // of those found: interval equal; the true one inside
	Place        int
	Planned      Score
	ByBasis      map[string]Score // Date by the basis that the row names: Right of Gold
}

// Deeds codes reports whose deeds are marked and compares dates and places. What is wrong is listed where misses is not nil.
func Deeds(reports []corpus.DatedReport, code Coder, misses io.Writer) (DeedScores, error) {
	s := DeedScores{ByBasis: map[string]Score{}}
	for _, t := range reports {
		r, err := code(event.Document{Path: t.ID + ".txt", Raw: []byte(t.Text), Published: t.Published})
		if err != nil {
			return s, fmt.Errorf("%s: %w", t.Where, err)
		}
		for _, d := range t.Deeds {
			s.deed(&t, d, &r, misses)
		}
	}
	return s, nil
}

// deed compares the row at the predicate of a deed, if there is one.
func (s *DeedScores) deed(t *corpus.DatedReport, d corpus.DatedDeed, r *event.Report, misses io.Writer) {
	s.Deeds++
	from, to := utf8.RuneCountInString(t.Text[:d.Start]), utf8.RuneCountInString(t.Text[:d.End])
	for _, e := range r.Events {
		if e.RawStart >= to || from >= e.RawEnd {
			continue
		}
		s.Found++
		same := one(d.Date == e.Date && d.EndDate == e.EndDate)
		s.Date += same
		s.Inside += one(inside(GoldInterval{d.Date, d.EndDate}, GoldInterval{e.Date, e.EndDate}))
		count(s.ByBasis, e.DateBasis, Score{same, 1, 1})
		places := one(samePlaces(d.Places, e.EventLoc))
		s.Place += places
		planned := GoldInterval{d.Planned, d.PlannedEnd}
		got := GoldInterval{}
		if e.Planned != nil {
			got = GoldInterval{e.Planned.Date, e.Planned.EndDate}
		}
		s.Planned.Add(Score{one(planned == got && planned != GoldInterval{}), one(got != GoldInterval{}), one(planned != GoldInterval{})})
		if misses != nil && (same == 0 || planned != got || places == 0) {
			var names []string
			for _, l := range e.EventLoc {
				names = append(names, l.Name+":"+l.Code)
			}
			fmt.Fprintf(misses, "%s  %q %s/%s (%s) planned %s/%s at %s, gold %s/%s planned %s/%s at %s | %s\n", t.ID, t.Text[d.Start:d.End], e.Date, e.EndDate, e.DateBasis,
				got.Earliest, got.Latest, strings.Join(names, ";"), d.Date, d.EndDate, d.Planned, d.PlannedEnd, strings.Join(d.Places, ";"), neighbourhood(t.Text, d.Start, d.End))
		}
		return
	}
}

// WriteDeeds writes the part of doc/accuracy.md on deeds of known date and place.
func WriteDeeds(w io.Writer, s DeedScores) {
	fmt.Fprint(w, "## Dates and places of deeds\n\nShort reports of ours with the date and place of their deeds (corpus/when), to develop on; the day of publication is given.\n"+
		"They were written for variety: there is more in them that is hard than in news.\n\n")
	WriteDeedsOf(w, s)
}

// WriteDeedsOf writes the table of one file.
func WriteDeedsOf(w io.Writer, s DeedScores) {
	fmt.Fprintf(w, "Compared are the %d of %d marked deeds that have a row.\n\n| measure | share |\n|---|---|\n", s.Found, s.Deeds)
	line := func(name, share string) { fmt.Fprintf(w, "| %s | %s |\n", name, share) }
	line("date interval equal", percent(s.Date, s.Found))
	line("true interval inside the one given", percent(s.Inside, s.Found))
	for _, basis := range []string{"expression", "inherited", "published", "none"} {
		b := s.ByBasis[basis]
		line(fmt.Sprintf("date interval equal, of the %d whose basis is %s", b.Gold, basis), percent(b.Right, b.Gold))
	}
	line("planned time, F1", fmt.Sprintf("%.2f", s.Planned.F1()))
	line("places equal", percent(s.Place, s.Found))
	fmt.Fprintln(w)
}
