package actor

import (
	"cmp"
	"slices"

	"dyad/event"
)

// A topic is a country of a report with the weight it has there.
type topic struct {
	code     string
	mentions int
	ground   bool // it or a place of it is named, and not only people and things of it: rebels who abduct an Italian are not of Italy
}

// topics counts how often a report names each country by name, adjective, capital or person, the most frequent first.
func (s *settler) topics() []topic {
	if s.counted {
		return s.counts
	}
	s.counted = true
	at := map[string]int{}
	for _, f := range s.c.drafts {
		if len(f.readings) == 0 && f.city == "" || f.stance || f.kind != State && f.kind != Capital {
			continue
		}
		code := f.city
		if i := s.stateOf(f); i >= 0 {
			code = s.d.states[i].code
		}
		if code == "" {
			continue
		}
		if _, ok := at[code]; !ok {
			at[code] = len(s.counts)
			s.counts = append(s.counts, topic{code: code})
		}
		t := &s.counts[at[code]]
		t.mentions++
		t.ground = t.ground || f.city != "" || f.place || !f.modifier
	}
	slices.SortStableFunc(s.counts, func(a, b topic) int { return cmp.Compare(b.mentions, a.mentions) })
	return s.counts
}

// home gives the country that a report is about: the only one that it names, or one that it names at least three times,
// and twice as often as any other.
func (s *settler) home() *string {
	ts := s.topics()
	if len(ts) == 0 || ts[0].mentions < 3 && len(ts) > 1 || len(ts) > 1 && ts[0].mentions < 2*ts[1].mentions {
		return nil
	}
	return &ts[0].code
}

// pair gives the n countries that a report is about, if they stand out from the others.
func (s *settler) pair(n int) []event.Entity {
	ts := s.topics()
	if len(ts) < n || ts[n-1].mentions < 2 || len(ts) > n && ts[n].mentions > ts[n-1].mentions/2 {
		return nil
	}
	var es []event.Entity
	for i := range ts[:n] {
		st, ok := s.d.byCode[ts[i].code]
		if !ok {
			return nil
		}
		es = append(es, event.Entity{Name: s.d.states[st].name, Code: &ts[i].code, Sector: []string{"GOV"}})
	}
	return es
}
