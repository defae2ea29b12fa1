package actor

import (
	"cmp"
	"strings"

	"dyad/event"
)

// state resolves the name, adjective, demonym, capital or seat of a state.
func (s *settler) state(f *draft) {
	if f.city != "" {
		f.entities = []event.Entity{{Name: s.c.text[f.start:f.stop], Code: &f.city}}
		return
	}
	best := s.stateOf(f)
	if best < 0 {
		return
	}
	st := &s.d.states[best]
	e := event.Entity{Name: st.name, Code: &st.code, Sector: []string{"GOV"}}
	if s.native(f) {
		if a := s.personOf(f, st.code); a != nil {
			s.stand(f, a)
			return
		}
		e.Sector = []string{"CVL"}
	}
	if s.people(f) || st.kind == "people" {
		e.Sector = []string{"CVL"}
	}
	if st.kind == "partial" {
		e.Sector = append(e.Sector, "PRE")
	}
	f.entities = []event.Entity{e}
}

// native reads where somebody without a title comes from, or whom he is with: "A. B. of Sweden".
// native says whether a demonym in the singular means one person: "the Norwegian plans a third trip".
func (s *settler) native(f *draft) bool {
	return f.has(demonym) && !f.has(stateName) && f.definite && !f.plural && !f.modifier && !s.c.attribute(f) && strings.HasPrefix(s.rel(f), "nsubj")
}

// personOf finds the person of a state named last before a mention.
func (s *settler) personOf(f *draft, code string) *draft {
	a, _ := s.antecedent(f, func(g *draft) bool {
		if g.kind != Person || g.plural {
			return false
		}
		s.settle(g)
		return len(g.entities) == 1 && g.entities[0].Code != nil && *g.entities[0].Code == code
	})
	return a
}

// stateOf gives the row of the state that a name means on the report's date, -1 if it means none. Of several states it is
// the one that the text names without doubt elsewhere, else the first of the tables.
func (s *settler) stateOf(f *draft) int {
	best, bestWeight := -1, 0
	for _, x := range f.readings {
		if x.sense > seat {
			continue
		}
		st := &s.d.states[x.index]
		weight := 0
		if overlaps(st.from, st.to, s.on) {
			weight = 1 << 20
		}
		if len(f.readings) > 1 {
			weight += s.named(st.code)
		}
		if best < 0 || weight > bestWeight {
			best, bestWeight = int(x.index), weight
		}
	}
	return best
}

// named counts how often a text names a state by words that mean no other.
func (s *settler) named(code string) int {
	if s.plain == nil {
		s.plain = map[string]int{}
		for _, f := range s.c.drafts {
			if c := s.d.plainCode(f); c != "" {
				s.plain[c]++
			}
		}
	}
	return s.plain[code]
}

// plainCode gives the code of the one state that a name may mean, "" if it means none or several.
func (d *Dictionary) plainCode(f *draft) string {
	if f.stance {
		return ""
	}
	code := f.city
	for _, x := range f.readings {
		c := ""
		switch {
		case x.sense <= seat:
			c = d.states[x.index].code
		case x.sense == organisation && international(d.orgs[x.index].code):
			c = d.orgs[x.index].code
		default:
			continue
		}
		if code != "" && code != c {
			return ""
		}
		code = c
	}
	return code
}

// people says whether a demonym means people and not their government: "two Russians", but not "the Russians".
func (s *settler) people(f *draft) bool {
	if !f.has(demonym) || f.has(stateName) || f.modifier {
		return false
	}
	if f.plural {
		return !f.definite || f.count > 0
	}
	if f.anyone && !s.c.attribute(f) {
		return true // "a Burundian who lives in Oslo"
	}
	t := &s.c.sents[f.sentence].Tokens[f.head]
	return t.UPOS != "ADJ" && (t.Rel != "compound" && t.Rel != "amod" || t.Head < f.head)
}

// seatOfOrganisation says whether a city where an organisation sits too ("Brussels") means the organisation: unless the text
// names the state and not the organisation.
func (s *settler) seatOfOrganisation(f *draft) bool {
	i := s.stateOf(f)
	return i < 0 || s.named(s.d.states[i].code) == 0 || s.named(s.d.orgs[f.get(organisation)[0]].code) > 0
}

// organisation resolves a body, alliance, group or firm by its own name.
func (s *settler) organisation(f *draft) {
	best := -1
	for _, i := range f.get(organisation) {
		o := &s.d.orgs[i]
		if best < 0 || overlaps(o.from, o.to, s.on) && !overlaps(s.d.orgs[best].from, s.d.orgs[best].to, s.on) {
			best = i
		}
	}
	o := &s.d.orgs[best]
	e := event.Entity{Name: o.name, Code: &o.code, Sector: o.sectors}
	if f.kind == Organisation && s.d.ambiguous[fold(s.c.text[f.start:f.stop])].states && s.named(o.code) == 0 { // other states have a Labour Party too
		e.Name, e.Code = s.c.text[f.start:f.stop], cmp.Or(s.sole(f), s.acting(f))
	}
	if of := s.owners(f); len(of) > 0 && o.code == "NGO" && !international(*of[0].Code) { // "the Belarusian Red Cross"
		e.Name, e.Code, e.Sector = s.c.text[f.start:f.stop], of[0].Code, []string{"SOC"}
	} else if len(of) > 0 && !international(o.code) && !international(*of[0].Code) && *of[0].Code != o.code {
		e.Name, e.Code = s.c.text[f.start:f.stop], of[0].Code // "the Indian Supreme Court" is not the one we know by that name
	}
	f.entities = []event.Entity{e}
}
