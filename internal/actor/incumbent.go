package actor

import (
	"slices"

	"dyad/event"
	"dyad/internal/calendar"
)

// Who held an office is asked in several ways: by the office itself, as its acting holder, as one chosen for it, as the one
// driven from it, as the predecessor or successor of somebody named, or as "the leader" of a state or organisation.

// loadLeaders reads which office is meant by the leader of a state.
func (d *Dictionary) loadLeaders() error {
	rs, err := rows("leaders.tsv", "of", "office", "from", "to")
	if err != nil {
		return err
	}
	for _, r := range rs {
		l := office{key: r.Get("office"), of: r.Get("of")}
		if l.of == "*" || l.of == "?" {
			d.leaders[l.of] = append(d.leaders[l.of], l)
			continue
		}
		if _, ok := d.byCode[l.of]; !ok {
			return r.Errorf("of", "%q is no code of data/states.tsv", l.of)
		}
		if l.from, l.to, err = term(r); err != nil {
			return err
		}
		d.leaders[l.of] = append(d.leaders[l.of], l)
	}
	return nil
}

// indexOffices tells which offices a state or organisation has, and who has an office of a name.
func (d *Dictionary) indexOffices() {
	clear(d.offices)
	clear(d.bearers)
	for k, hs := range d.holders {
		if len(hs) > 0 {
			d.offices[k.of] = append(d.offices[k.of], k.key)
			d.bearers[k.key] = append(d.bearers[k.key], k.of)
		}
	}
	for _, index := range []map[string][]string{d.offices, d.bearers} {
		for _, list := range index {
			slices.Sort(list)
		}
	}
}

// ofName is what the tables of offices call a state or organisation: the code of a state, the name of anything else, be it of
// a state.
func (d *Dictionary) ofName(e event.Entity) string {
	if e.Code == nil || international(*e.Code) || d.body(e) {
		return e.Name
	}
	return *e.Code
}

// body says whether an entity is an organisation, party or body by its own name, and no state.
func (d *Dictionary) body(e event.Entity) bool {
	if e.Name == "" || e.Code == nil {
		return false
	}
	i, ok := d.byCode[*e.Code]
	return !ok || e.Name != d.states[i].name && d.bodies[e.Name]
}

// incumbent finds the one holder of an office in an interval, nil if there was none or several.
func (s *settler) incumbent(k holderKey, on calendar.Interval) *holder {
	if on.Earliest == "" || on.Latest == "" {
		return nil
	}
	var found *holder
	several := false
	hs := s.d.holders[k]
	for i := range hs {
		o := s.d.office(hs[i])
		if !overlaps(o.from, o.to, on) {
			continue
		}
		switch {
		case found == nil || s.d.office(*found).layer < o.layer:
			found, several = &hs[i], false
		case s.d.office(*found).layer == o.layer && found.person != hs[i].person:
			several = true
		}
	}
	if several {
		return nil
	}
	return found
}

// officeOf gives the office that a role is of a party: its own, that of whom it belongs to if it is a counterpart's, and
// that which rules if it is a leader's.
func (s *settler) officeOf(f *draft, ro *role, of event.Entity) string {
	switch {
	case ro.is("counterpart") && len(f.parties) > 1:
		return s.heldBy(f.parties[0])
	case ro.is("heads") && (of.Code == nil || s.d.ofName(of) != *of.Code), ro.is("leads"):
		return s.rulingOffice(of)
	}
	return ro.office
}

// heldBy gives the office of the person whom a mention stands for, by his title or by the tables.
func (s *settler) heldBy(f *draft) string {
	for g := f; g != nil; g = g.antecedent {
		if x := s.d.headRole(g); x != nil && x.office != "" {
			return x.office
		}
		if o := s.termOf(g); o != nil {
			return o.key
		}
	}
	return ""
}

// termOf gives the term in which a named person is or, if he is out of office, was last, nil if the tables have none.
func (s *settler) termOf(f *draft) *office {
	if len(f.entities) != 1 || f.entities[0].Name == "" || s.on.Earliest == "" {
		return nil
	}
	i, ok := s.d.personOf[f.entities[0].Name]
	if !ok {
		return nil
	}
	var last *office
	for k := range s.d.people[i].terms {
		o := &s.d.people[i].terms[k]
		if o.key != "" && o.from <= s.on.Latest && (last == nil || o.from > last.from) {
			last = o
		}
	}
	return last
}

// rulingOffice gives the office whose holder reports call the leader of a state or the head of an organisation, "" if that
// cannot be told.
func (s *settler) rulingOffice(of event.Entity) string {
	name := s.d.ofName(of)
	for _, l := range s.d.leaders[name] {
		if overlaps(l.from, l.to, s.on) {
			return l.key
		}
	}
	offices := s.d.offices[name]
	if _, ok := s.d.byCode[name]; !ok {
		if len(offices) == 1 {
			return offices[0]
		}
		return ""
	}
	for _, l := range s.d.leaders["*"] {
		if slices.Contains(offices, l.key) && s.incumbent(holderKey{l.key, name}, s.on) != nil {
			return l.key
		}
	}
	found := ""
	for _, l := range s.d.leaders["?"] {
		if slices.Contains(offices, l.key) {
			if found != "" {
				return ""
			}
			found = l.key
		}
	}
	return found
}

// tookOffice is how long after an election the winner takes office.
const tookOffice = 250

// chosen gives who next takes an office that he is chosen for.
func (s *settler) chosen(k holderKey) *holder {
	hs := s.d.holders[k]
	for i := range hs {
		if o := s.d.office(hs[i]); s.on.Latest != "" && o.from > s.on.Latest && !laterThan(o.from, s.on.Latest, tookOffice) {
			return &hs[i]
		}
	}
	return nil
}

// drivenOut is for how many days after his fall somebody is called ousted without being named.
const drivenOut = 3 * 365

// driven gives who held an office last before him who holds it now, if somebody does.
func (s *settler) driven(k holderKey) *holder {
	var last *holder
	hs := s.d.holders[k]
	now := s.incumbent(k, s.on)
	for i := range hs {
		o := s.d.office(hs[i])
		if o.to == "" || s.on.Earliest == "" || o.to > s.on.Latest || now != nil && now.person == hs[i].person || laterThan(s.on.Latest, o.to, drivenOut) {
			continue
		}
		if last == nil || o.to > s.d.office(*last).to {
			last = &hs[i]
		}
	}
	return last
}

// neighbour gives who held the office of a person before (by = -1) or after him (by = 1).
func (s *settler) neighbour(f *draft, by int) *holder {
	o := s.termOf(f)
	if o == nil {
		return nil
	}
	hs := s.d.holders[holderKey{o.key, o.of}]
	at := slices.IndexFunc(hs, func(h holder) bool { return s.d.office(h) == o })
	if at < 0 {
		return nil
	}
	for i := at + by; i >= 0 && i < len(hs); i += by {
		if hs[i].person != hs[at].person {
			return &hs[i]
		}
	}
	return nil
}

// kin resolves "his predecessor" and "her successor".
func (s *settler) kin(f *draft) bool {
	ro := s.d.headRole(f)
	by := map[bool]int{true: 1, false: -1}[ro.is("successor")]
	if !ro.is("predecessor") && !ro.is("successor") || len(f.parties) == 0 || f.plural {
		return false
	}
	h := s.neighbour(f.parties[0], by)
	if h == nil {
		return false
	}
	o := s.d.office(*h)
	e := event.Entity{Name: s.d.people[h.person].name, Code: &o.code, Sector: []string{"ELI"}}
	if overlaps(o.from, o.to, s.on) {
		e.Sector, e.Office = o.sectors, s.d.title(o)
	}
	f.entities = []event.Entity{e}
	return true
}

// fill gives the holder of the office that a role names, as its era says.
func (s *settler) fill(e *event.Entity, f *draft, k holderKey) {
	var h *holder
	switch f.era {
	case "", "acting":
		h = s.incumbent(k, s.on)
	case "then":
		if s.past {
			h = s.incumbent(k, s.on)
		}
	case "elect":
		if h = s.chosen(k); h != nil {
			e.Name = s.d.people[h.person].name
		}
		return
	case "former":
		if f.driven {
			if h = s.driven(k); h != nil {
				e.Name = s.d.people[h.person].name
			}
		}
		return
	}
	if h != nil {
		e.Name, e.Office = s.d.people[h.person].name, s.d.title(s.d.office(*h))
	}
}

// onlyOf gives the state or organisation that alone has an office of that name: a pope, a taoiseach.
func (d *Dictionary) onlyOf(ro *role) *string {
	if ro.code != "" {
		return &ro.code
	}
	if of := d.bearers[ro.office]; ro.office != "" && len(of) == 1 {
		if i, ok := d.byCode[of[0]]; ok {
			return &d.states[i].code
		}
	}
	return nil
}
