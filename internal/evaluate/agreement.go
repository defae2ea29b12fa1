package evaluate

import (
	"slices"

	"dyad/corpus"
)

// An Agreement says how far a second reader of some sentences, who did not know what the first had coded, came to the same
// events: what a program can be asked for. P is the share of his events that the first has, R that of the first's.
type Agreement struct {
	Sentences                  int
	Type, Parties, Row, Sector Score
}

// Agree compares the sentences of a second reader with those of the first, by their texts.
func Agree(first, second []corpus.Sentence) Agreement {
	var a Agreement
	known := map[string]*corpus.Sentence{}
	for i := range first {
		known[first[i].Text] = &first[i]
	}
	for i := range second {
		g := known[second[i].Text]
		if g == nil {
			continue
		}
		a.Sentences++
		x, y := goldEvents(g.Events), goldEvents(second[i].Events)
		score := func(s *Score, same func(p, q GoldEvent) bool) {
			pairs := match(len(x), len(y), func(int, int) bool { return false }, func(i, j int) bool { return x[i].Event == y[j].Event && same(x[i], y[j]) })
			s.Add(Score{len(pairs), len(y), len(x)})
		}
		codes := func(p, q GoldEvent) bool {
			return slices.Equal(goldCodes(p.Actor), goldCodes(q.Actor)) && slices.Equal(goldCodes(p.Recipient), goldCodes(q.Recipient))
		}
		row := func(p, q GoldEvent) bool { return codes(p, q) && value(p.Aux) == value(q.Aux) }
		score(&a.Type, func(GoldEvent, GoldEvent) bool { return true })
		score(&a.Parties, codes)
		score(&a.Row, row)
		score(&a.Sector, func(p, q GoldEvent) bool {
			return row(p, q) && sectors(p.Actor) == sectors(q.Actor) && sectors(p.Recipient) == sectors(q.Recipient)
		})
	}
	return a
}

func goldEvents(list []corpus.Event) []GoldEvent {
	out := make([]GoldEvent, len(list))
	for i, e := range list {
		out[i] = goldEvent(e)
	}
	return out
}
