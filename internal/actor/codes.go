package actor

import (
	"slices"
)

// Codes gives the codes of all states that the words of the first n sentences may mean, sorted: that of the dateline, their names,
// adjectives, peoples, capitals and other places, and those whose offices the persons named in them have held. It is too many rather than too few.
func (c *Candidates) Codes(n int) []string {
	codes := []string{c.context.Home}
	for _, f := range c.drafts {
		if f.sentence >= n {
			break
		}
		codes = append(codes, f.city)
		for _, x := range f.readings {
			switch x.sense {
			case stateName, stateAdjective, demonym, capitalCity, seat:
				codes = append(codes, c.dict.states[x.index].code)
			}
		}
		if f.who != nil {
			codes = append(codes, c.dict.served(f.who.root())...)
		}
	}
	for _, p := range c.context.Places {
		if p.Sentence < n {
			codes = append(codes, p.Code)
		}
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	return slices.DeleteFunc(codes, func(s string) bool { return s == "" })
}

// served gives the codes of the states in whose offices a person of the name has been.
func (d *Dictionary) served(w *individual) []string {
	var codes []string
	people := w.people
	if len(people) == 0 {
		people = w.short
	}
	for _, i := range people {
		for k := range d.people[i].terms {
			codes = append(codes, d.people[i].terms[k].code)
		}
	}
	return codes
}
