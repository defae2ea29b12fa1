package evaluate

import (
	"cmp"
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/place"
)

// EventScores are the measures of event rows on some reports.
type EventScores struct {
	Type    Score            // type right, predicate in the gold passage
	Parties Score            // type, actors and recipients right (codes), anywhere in the report
	Row     Score            // the same, and aux
	ByType  map[string]Score // Row, by gold type for what should be found and by coded type for what was
	Acts    map[string]Score // Type, likewise

	// Of the rows right by Row: how many have these right as well.
	Matched, Mode, Sector, Date, Place, Claimant int
	Planned                                      Score
	DateInside                                   int              // the gold date lies inside the one given
	DateBy                                       map[string]Score // Date, by the basis that the row names: Right of Gold
	DayKnown                                     Score            // Date, of the rows of reports whose interval of publication is the gold one
	PlaceGiven, ClaimantGiven                    Score            // Place and Claimant, of the rows for which the gold or dyad gives one: Right of Gold
	Spurious, Nothing                            int              // rows in passages that must yield none, and the number of such passages
}

// ScoreEvents compares the rows of one report with its gold.
func ScoreEvents(g Gold, r event.Report) EventScores {
	s := EventScores{ByType: map[string]Score{}, Acts: map[string]Score{}, DateBy: map[string]Score{}}
	where := make([]event.Span, len(g.Events))
	for i, e := range g.Events {
		where[i] = find(r.Text, e.In)
	}
	inPlace := func(i, j int) bool { return overlaps(where[i], r.Events[j]) }

	acts := match(len(g.Events), len(r.Events), inPlace, func(i, j int) bool {
		return g.Events[i].Event == r.Events[j].Event && inPlace(i, j)
	})
	parties := match(len(g.Events), len(r.Events), inPlace, func(i, j int) bool { return sameParties(g.Events[i], r.Events[j]) })
	rows := match(len(g.Events), len(r.Events), inPlace, func(i, j int) bool {
		return sameParties(g.Events[i], r.Events[j]) && value(g.Events[i].Aux) == value(r.Events[j].Aux)
	})
	s.Type = Score{len(acts), len(r.Events), len(g.Events)}
	s.Parties = Score{len(parties), len(r.Events), len(g.Events)}
	s.Row = Score{len(rows), len(r.Events), len(g.Events)}
	for _, e := range g.Events {
		count(s.ByType, e.Event, Score{Gold: 1})
		count(s.Acts, e.Event, Score{Gold: 1})
	}
	for _, e := range r.Events {
		count(s.ByType, e.Event, Score{Found: 1})
		count(s.Acts, e.Event, Score{Found: 1})
	}
	for _, p := range acts {
		count(s.Acts, g.Events[p.gold].Event, Score{Right: 1})
	}
	for _, p := range rows {
		count(s.ByType, g.Events[p.gold].Event, Score{Right: 1})
		s.details(g.Events[p.gold], r.Events[p.found])
		if (GoldInterval{r.Published.Earliest, r.Published.Latest}) == g.Published {
			s.DayKnown.Add(Score{one(sameDate(g.Events[p.gold], r.Events[p.found])), 1, 1})
		}
	}
	s.nothing(g, r)
	return s
}

// RightReportRows says which rows of a report are right in type, parties and aux.
func RightReportRows(g Gold, r event.Report) []bool {
	right := make([]bool, len(r.Events))
	inPlace := func(i, j int) bool { return overlaps(find(r.Text, g.Events[i].In), r.Events[j]) }
	for _, p := range match(len(g.Events), len(r.Events), inPlace, func(i, j int) bool {
		return sameParties(g.Events[i], r.Events[j]) && value(g.Events[i].Aux) == value(r.Events[j].Aux)
	}) {
		right[p.found] = true
	}
	return right
}

// Add adds the counts of another report.
func (s *EventScores) Add(o EventScores) {
	s.Type.Add(o.Type)
	s.Parties.Add(o.Parties)
	s.Row.Add(o.Row)
	s.Planned.Add(o.Planned)
	if s.ByType == nil {
		s.ByType, s.Acts, s.DateBy = map[string]Score{}, map[string]Score{}, map[string]Score{}
	}
	for t, sc := range o.ByType {
		count(s.ByType, t, sc)
	}
	for t, sc := range o.Acts {
		count(s.Acts, t, sc)
	}
	for b, sc := range o.DateBy {
		count(s.DateBy, b, sc)
	}
	s.DayKnown.Add(o.DayKnown)
	s.PlaceGiven.Add(o.PlaceGiven)
	s.ClaimantGiven.Add(o.ClaimantGiven)
	s.DateInside += o.DateInside
	s.Matched += o.Matched
	s.Mode += o.Mode
	s.Sector += o.Sector
	s.Date += o.Date
	s.Place += o.Place
	s.Claimant += o.Claimant
	s.Spurious += o.Spurious
	s.Nothing += o.Nothing
}

func count(m map[string]Score, key string, add Score) {
	s := m[key]
	s.Add(add)
	m[key] = s
}

// details counts what else is right about a row whose type, parties and aux are.
func (s *EventScores) details(g GoldEvent, e event.Event) {
	s.Matched++
	if slices.Equal(sorted(g.Mode), sorted(e.Mode)) {
		s.Mode++
	}
	if sectors(g.Actor) == entitySectors(e.Actor) && sectors(g.Recipient) == entitySectors(e.Recipient) {
		s.Sector++
	}
	s.Date += one(sameDate(g, e))
	s.DateInside += one(inside(GoldInterval{g.Date, g.EndDate}, GoldInterval{e.Date, e.EndDate}))
	count(s.DateBy, e.DateBasis, Score{one(sameDate(g, e)), 1, 1})
	places, claimant := one(samePlaces(g.Place, e.EventLoc)), one(sameClaimant(g.ClaimedBy, e.ClaimedBy))
	s.Place += places
	s.Claimant += claimant
	if len(g.Place)+len(e.EventLoc) > 0 {
		s.PlaceGiven.Add(Score{places, 1, 1})
	}
	if len(g.ClaimedBy) > 0 || !sameClaimant(nil, e.ClaimedBy) {
		s.ClaimantGiven.Add(Score{claimant, 1, 1})
	}
	if g.Planned != nil {
		s.Planned.Gold++
	}
	if e.Planned != nil {
		s.Planned.Found++
	}
	if g.Planned != nil && e.Planned != nil && *g.Planned == *e.Planned {
		s.Planned.Right++
	}
}

func sameDate(g GoldEvent, e event.Event) bool { return g.Date == e.Date && g.EndDate == e.EndDate }

// nothing counts the rows whose predicate stands in a passage that must yield none.
func (s *EventScores) nothing(g Gold, r event.Report) {
	for _, n := range g.None {
		s.Nothing++
		span := find(r.Text, n.In)
		if slices.ContainsFunc(r.Events, func(e event.Event) bool { return overlaps(span, e) && !claimed(g, r.Text, e) }) {
			s.Spurious++
		}
	}
}

// claimed reports whether a gold row stands where a coded row does, as when a passage that yields no row of one kind
// lies in the sentence of another.
func claimed(g Gold, text string, e event.Event) bool {
	return slices.ContainsFunc(g.Events, func(ge GoldEvent) bool {
		return ge.Event == e.Event && overlaps(find(text, ge.In), e)
	})
}

type pair struct{ gold, found int }

// match pairs gold with found rows one to one where same holds, first those in the same place, then the others in order.
func match(gold, found int, inPlace, same func(i, j int) bool) []pair {
	var pairs []pair
	for i := range gold {
		for j := range found {
			if same(i, j) {
				pairs = append(pairs, pair{i, j})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		rank := func(p pair) int {
			if inPlace(p.gold, p.found) {
				return 0
			}
			return 1
		}
		return cmp.Compare(rank(a), rank(b))
	})
	usedGold, usedFound := make([]bool, gold), make([]bool, found)
	kept := pairs[:0]
	for _, p := range pairs {
		if !usedGold[p.gold] && !usedFound[p.found] {
			usedGold[p.gold], usedFound[p.found] = true, true
			kept = append(kept, p)
		}
	}
	return kept
}

// find locates a stretch of text, in code points; an empty span where it is not there.
func find(text, part string) event.Span {
	i := strings.Index(text, part)
	if i < 0 || part == "" {
		return event.Span{Start: -1, End: -1}
	}
	start := len([]rune(text[:i]))
	return event.Span{Start: start, End: start + len([]rune(part))}
}

func overlaps(s event.Span, e event.Event) bool { return e.Start < s.End && s.Start < e.End }

func sameParties(g GoldEvent, e event.Event) bool {
	return g.Event == e.Event && slices.Equal(goldCodes(g.Actor), entityCodes(e.Actor)) &&
		slices.Equal(goldCodes(g.Recipient), entityCodes(e.Recipient))
}

// goldCodes lists the codes of parties given as CODE:SECTOR;SECTOR, sorted, each once.
func goldCodes(parties []string) []string {
	var codes []string
	for _, p := range parties {
		code, _, _ := strings.Cut(p, ":")
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func entityCodes(list []event.Entity) []string {
	var codes []string
	for _, e := range list {
		codes = append(codes, code(e.Code))
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func code(c *string) string {
	if c == nil {
		return "---"
	}
	return *c
}

// sectors writes parties as CODE:PRIMARY, sorted.
func sectors(parties []string) string {
	var list []string
	for _, p := range parties {
		primary, _, _ := strings.Cut(p, ";")
		list = append(list, primary)
	}
	return strings.Join(slices.Compact(sorted(list)), " ")
}

func entitySectors(entities []event.Entity) string {
	var list []string
	for _, e := range entities {
		p := code(e.Code)
		if len(e.Sector) > 0 {
			p += ":" + e.Sector[0]
		}
		list = append(list, p)
	}
	return strings.Join(slices.Compact(sorted(list)), " ")
}

// samePlaces compares places by what the gazetteer says they mean: a name and its state, two names of one place being equal.
func samePlaces(gold []string, locs []event.Location) bool {
	var found []string
	for _, l := range locs {
		if p := l.Name + ":" + l.Code; !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	return samePlaceNames(gold, found)
}

// samePlaceNames compares two lists of places, each written Name:STATE, one to one.
func samePlaceNames(gold, found []string) bool {
	g, err := place.Default()
	if err != nil {
		return false
	}
	pairs := match(len(gold), len(found), func(i, j int) bool { return gold[i] == found[j] }, func(i, j int) bool { return g.Same(gold[i], found[j]) })
	return len(pairs) == len(gold) && len(pairs) == len(found)
}

// sameClaimant compares the first speaker, or the absence of one, by code and primary sector.
func sameClaimant(gold []string, chain []event.Claimant) bool {
	var first string
	for _, c := range chain {
		if c.Outlet == "" {
			first = entitySectors([]event.Entity{{Code: c.Code, Sector: c.Sector}})
			break
		}
	}
	if len(gold) == 0 {
		return first == ""
	}
	return sectors(gold[:1]) == first
}

func sorted(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return list
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
