package evaluate

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"dyad/corpus"
	"dyad/event"
)

// SentenceScores are the measures of rows coded from bare sentences of corpus/events.
type SentenceScores struct {
	Sentences int
	Type      Score // type right, in the sentence
	Parties   Score // type and the codes of all actors and recipients
	Row       Score // the same, and aux
	Sector    Score // the same, and the primary sectors
	Mode      Score // of the rows right: modes equal
	ByType    map[string]Score
	Nothing   int            // sentences that hold no event
	Spurious  int            // rows coded from them
	Errors    map[string]int // kinds of error, in words
	Sure      [10]Score      // by tenths of confidence: rows, and how many are right
}

// From scores only the rows with a confidence of so many tenths or more.
func (s *SentenceScores) From(tenths int) Score {
	x := Score{Gold: s.Row.Gold}
	for _, b := range s.Sure[tenths:] {
		x.Right += b.Right
		x.Found += b.Found
	}
	return x
}

// ReadSentences reads the tables of corpus/events whose names begin with one of some prefixes: "develop", "pairs" (where not every
// act is coded), "measured".
func ReadSentences(prefixes ...string) ([]corpus.Sentence, error) {
	var names []string
	for _, prefix := range prefixes {
		list, err := fs.Glob(corpus.Events(), prefix+"*.tsv")
		if err != nil {
			return nil, fmt.Errorf("listing the sentences: %w", err)
		}
		names = append(names, list...)
	}
	var list []corpus.Sentence
	for _, name := range names {
		f, err := corpus.Events().Open(name)
		if err != nil {
			return nil, fmt.Errorf("reading the sentences: %w", err)
		}
		s, err := corpus.ReadSentences("corpus/events/"+name, f)
		f.Close()
		if err != nil {
			return nil, err
		}
		list = append(list, s...)
	}
	return list, nil
}

// SentenceDocument is a sentence of corpus/events as a report of its own.
func SentenceDocument(s *corpus.Sentence) event.Document {
	return event.Document{Raw: []byte(s.Text), Path: s.Where, Published: corpus.SentenceDay}
}

// Sentences codes each sentence and compares. What is wrong goes to misses if that is not nil.
func Sentences(gold []corpus.Sentence, read func(event.Document) (event.Report, error), misses io.Writer) (*SentenceScores, error) {
	s := &SentenceScores{ByType: map[string]Score{}, Errors: map[string]int{}}
	for i := range gold {
		r, err := read(SentenceDocument(&gold[i]))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", gold[i].Where, err)
		}
		if told := s.add(&gold[i], r.Events); misses != nil && len(told) > 0 {
			fmt.Fprintf(misses, "%s %s\n", gold[i].Where, gold[i].Text)
			for _, e := range gold[i].Events {
				fmt.Fprintf(misses, "\twant %s\n", describe(goldEvent(e)))
			}
			for _, e := range r.Events {
				fmt.Fprintf(misses, "\tread %s %q %s\n", describe(rowEvent(e)), e.EventText, e.Because.Rule)
			}
			fmt.Fprintf(misses, "\t     %s (%s)\n", strings.Join(told, "; "), gold[i].Kind)
		}
	}
	return s, nil
}

func goldEvent(e corpus.Event) GoldEvent {
	g := GoldEvent{Event: e.Type, Mode: e.Mode, Actor: partyStrings(e.Actor), Recipient: partyStrings(e.Recipient)}
	if e.Aux != "" {
		g.Aux = &e.Aux
	}
	return g
}

func partyStrings(list []corpus.Party) []string {
	var out []string
	for _, p := range list {
		s := p.Code
		if len(p.Sector) > 0 {
			s += ":" + strings.Join(p.Sector, ";")
		}
		out = append(out, s)
	}
	return out
}

func rowEvent(e event.Event) GoldEvent {
	list := func(entities []event.Entity) []string {
		var out []string
		for _, x := range entities {
			s := code(x.Code)
			if len(x.Sector) > 0 {
				s += ":" + strings.Join(x.Sector, ";")
			}
			out = append(out, s)
		}
		return out
	}
	return GoldEvent{Event: e.Event, Mode: e.Mode, Aux: e.Aux, Actor: list(e.Actor), Recipient: list(e.Recipient)}
}

func describe(g GoldEvent) string {
	return strings.TrimSpace(fmt.Sprintf("%s %s %s", g.Event, strings.Join(g.Mode, ","), value(g.Aux))) + " | " +
		strings.Join(g.Actor, ",") + " | " + strings.Join(g.Recipient, ",")
}

// add compares the rows of one sentence with its gold, and tells the errors.
func (s *SentenceScores) add(g *corpus.Sentence, rows []event.Event) []string {
	s.Sentences++
	want := make([]GoldEvent, len(g.Events))
	for i, e := range g.Events {
		want[i] = goldEvent(e)
	}
	inPlace := func(i, j int) bool { return inPlace(g, i, rows[j]) }
	typed := match(len(want), len(rows), inPlace, func(i, j int) bool { return want[i].Event == rows[j].Event })
	parties := match(len(want), len(rows), inPlace, func(i, j int) bool { return sameParties(want[i], rows[j]) })
	right := match(len(want), len(rows), inPlace, func(i, j int) bool {
		return sameParties(want[i], rows[j]) && value(want[i].Aux) == value(rows[j].Aux)
	})
	s.Type.Add(Score{len(typed), len(rows), len(want)})
	s.Parties.Add(Score{len(parties), len(rows), len(want)})
	s.Row.Add(Score{len(right), len(rows), len(want)})
	for _, r := range rows {
		s.Sure[tenth(r)].Found++
	}
	sector := Score{0, len(rows), len(want)}
	for _, p := range right {
		w, r := want[p.gold], rows[p.found]
		s.Sure[tenth(r)].Right++
		count(s.ByType, w.Event, Score{Right: 1})
		s.Mode.Gold++
		if slices.Equal(sorted(w.Mode), sorted(r.Mode)) {
			s.Mode.Right++
		}
		if sectors(w.Actor) == entitySectors(r.Actor) && sectors(w.Recipient) == entitySectors(r.Recipient) {
			sector.Right++
		}
	}
	s.Sector.Add(sector)
	for _, w := range want {
		count(s.ByType, w.Event, Score{Gold: 1})
	}
	for _, r := range rows {
		count(s.ByType, r.Event, Score{Found: 1})
	}
	if len(want) == 0 {
		s.Nothing++
		s.Spurious += len(rows)
	}
	told := s.errors(g, want, rows, typed, right, inPlace)
	for _, e := range told {
		s.Errors[e]++
	}
	return told
}

func tenth(e event.Event) int { return min(max(int(e.Confidence*10), 0), 9) }

// RightRows says which rows of a sentence are right in type, parties and aux.
func RightRows(g *corpus.Sentence, rows []event.Event) []bool {
	right := make([]bool, len(rows))
	for _, p := range match(len(g.Events), len(rows), func(i, j int) bool { return inPlace(g, i, rows[j]) }, func(i, j int) bool {
		w := goldEvent(g.Events[i])
		return sameParties(w, rows[j]) && value(w.Aux) == value(rows[j].Aux)
	}) {
		right[p.found] = true
	}
	return right
}

// AtEvents says which rows of a sentence stand where one of its events does, right or wrong.
func AtEvents(g *corpus.Sentence, rows []event.Event) []bool {
	at := make([]bool, len(rows))
	for j := range rows {
		for i := range g.Events {
			at[j] = at[j] || inPlace(g, i, rows[j])
		}
	}
	return at
}

// inPlace reports whether the predicate of a row stands where that of gold event i does.
func inPlace(g *corpus.Sentence, i int, row event.Event) bool {
	at := g.Events[i].Predicate
	return overlaps(event.Span{Start: runes(g.Text, at.Start), End: runes(g.Text, at.End)}, row)
}

// runes is the offset in code points of an offset in bytes.
func runes(text string, at int) int { return len([]rune(text[:at])) }

// errors says in words what is wrong with the rows of a sentence.
func (s *SentenceScores) errors(g *corpus.Sentence, want []GoldEvent, rows []event.Event, typed, right []pair, inPlace func(i, j int) bool) []string {
	var told []string
	usedGold, usedRow := map[int]bool{}, map[int]bool{}
	for _, p := range right {
		usedGold[p.gold], usedRow[p.found] = true, true
	}
	for _, p := range typed {
		if usedGold[p.gold] || usedRow[p.found] {
			continue
		}
		usedGold[p.gold], usedRow[p.found] = true, true
		w, r := want[p.gold], rowEvent(rows[p.found])
		if value(w.Aux) != value(r.Aux) {
			told = append(told, fmt.Sprintf("%s: %s taken for %s", w.Event, aux(w), aux(r)))
		}
		told = append(told, partyErrors(w.Event+": actor", w.Actor, r.Actor)...)
		told = append(told, partyErrors(w.Event+": recipient", w.Recipient, r.Recipient)...)
	}
	for i, w := range want {
		if usedGold[i] {
			continue
		}
		found := -1
		for j := range rows {
			if !usedRow[j] && inPlace(i, j) {
				found = j
			}
		}
		if found >= 0 {
			usedRow[found] = true
			told = append(told, fmt.Sprintf("%s taken for %s", w.Event, rows[found].Event))
			continue
		}
		told = append(told, w.Event+" not seen")
	}
	for j, r := range rows {
		switch {
		case usedRow[j]:
		case len(want) == 0:
			told = append(told, r.Event+" where nothing happened")
		default:
			told = append(told, r.Event+" beside the events told")
		}
	}
	return told
}

func aux(g GoldEvent) string {
	if g.Aux == nil {
		return "done"
	}
	return *g.Aux
}

// partyErrors says how parties differ, by their codes.
func partyErrors(role string, want, read []string) []string {
	a, b := goldCodes(want), goldCodes(read)
	if slices.Equal(a, b) {
		return nil
	}
	missing, extra := 0, 0
	for _, x := range a {
		if !slices.Contains(b, x) {
			missing++
		}
	}
	for _, x := range b {
		if !slices.Contains(a, x) {
			extra++
		}
	}
	switch {
	case missing > 0 && extra > 0 && slices.Contains(a, "---"):
		return []string{role + " given a country where none is known"}
	case missing > 0 && extra > 0 && slices.Contains(b, "---"):
		return []string{role + " without its country"}
	case missing > 0 && extra > 0:
		return []string{role + " wrong"}
	case missing > 0:
		return []string{role + " missing"}
	}
	return []string{role + " too many"}
}
