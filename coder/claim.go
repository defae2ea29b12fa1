package coder

import (
	"strconv"
	"strings"

	"dyad/event"
	"dyad/internal/quote"
	"dyad/internal/relation"
)

// speakers gives the quotes that the act's predicate stands in, innermost first.
func (r *reading) speakers(act *relation.Candidate) []int {
	return quote.Speakers(r.quotes, r.sentences[act.Sentence].Tokens[act.Head].Start)
}

// claimants is the chain of who says so: from the first speaker over the agencies to the outlet. The outlet alone means
// that it is told in the report's own voice.
func (r *reading) claimants(speakers []int) []event.Claimant {
	list := []event.Claimant{}
	for _, q := range speakers {
		s := r.quotes[q].Speaker
		if s == nil {
			continue
		}
		name := s.Name
		if name == "" {
			name = s.Text
		}
		list = append(list, event.Claimant{Name: name, Code: s.Code, Sector: s.Sector, Quote: strconv.Itoa(q)})
	}
	source := r.text.Source
	for _, agency := range source.Agency {
		if agency != source.Outlet {
			list = append(list, event.Claimant{Outlet: agency})
		}
	}
	if source.Outlet != "" {
		list = append(list, event.Claimant{Outlet: source.Outlet})
	}
	return list
}

// chain is a key by which two chains of claimants are the same.
func chain(list []event.Claimant) string {
	var b strings.Builder
	for _, c := range list {
		b.WriteString(c.Outlet + "\x1f" + c.Name + "\x1f" + value(c.Code) + "\x1e")
	}
	return b.String()
}
