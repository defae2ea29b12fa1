package actor

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/calendar"
)

// A settler chooses what each draft stands for on the report's date.
type settler struct {
	c    *Candidates
	d    *Dictionary
	on   calendar.Interval
	past bool // the day is one of which the report tells, not that of the report

	judged, politics bool           // whether the report is of politics was asked, and is
	plain            map[string]int // how often the text names each state by words that mean no other; nil = not yet counted
	counted          bool           // topics were counted
	counts           []topic
}

func newSettler(c *Candidates, on calendar.Interval) *settler {
	for _, f := range c.drafts {
		f.settled, f.entities, f.official, f.antecedent = false, nil, false, nil
		if f.who != nil {
			f.who.settled, f.who.verdict = false, verdict{}
		}
	}
	return &settler{c: c, d: c.dict, on: on}
}

// settle fills the entities of a draft; those it depends on come first.
func (s *settler) settle(f *draft) {
	if f.settled {
		return
	}
	f.settled = true
	for _, m := range f.parties {
		s.settle(m)
	}
	switch {
	case f.who != nil:
		f.entities = []event.Entity{s.person(f)}
	case f.kind == Pronoun:
		s.pronoun(f)
	case f.word >= 0:
		s.set(f)
	case len(f.roles) > 0:
		s.role(f)
	case f.has(organisation) && (f.kind == Organisation || f.kind == Capital && s.seatOfOrganisation(f)):
		s.organisation(f)
	default:
		s.state(f)
	}
	f.official = f.official || len(f.entities) > 0 && !slices.ContainsFunc(f.entities, func(e event.Entity) bool { return !official(e) })
}

// officialSectors are those of people and bodies that act for a state.
var officialSectors = []string{"GOV", "MIL", "LEG", "JUD", "COP", "SPY"}

// official says whether an entity acts for a state or an organisation of states.
func official(e event.Entity) bool {
	if e.Code != nil && interstate(*e.Code) {
		return true
	}
	return len(e.Sector) > 0 && slices.Contains(officialSectors, e.Sector[0])
}

func interstate(code string) bool { return code == "UNO" || code == "EUR" || code == "IGO" }

// international says whether a code is no country's.
func international(code string) bool {
	switch code {
	case "UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC":
		return true
	}
	return false
}

// role resolves a role noun without a name: "the Russian president", "Chile's army", "rebels in Syria".
func (s *settler) role(f *draft) {
	ro := s.d.headRole(f)
	if s.kin(f) {
		return
	}
	owners := s.owners(f)
	if len(owners) == 0 && len(f.parties) == 0 && f.weak == nil {
		switch {
		case f.plural && f.count > 1:
			owners = s.ofSeveral(f)
		case f.plural && f.definite && s.ministers(f):
			return
		case s.again(f):
			return
		}
	}
	if len(owners) == 1 {
		if a := s.namedBefore(f, *owners[0].Code); a != nil {
			s.stand(f, a)
			return
		}
	}
	if len(owners) == 0 {
		owners = []event.Entity{s.background(f)}
	} else if international(ro.code) && ro.code != "NGO" { // "Rwandan peacekeepers" are the UN's, unless they are the African Union's
		of := event.Entity{Code: &ro.code}
		if i := slices.IndexFunc(owners, func(o event.Entity) bool { return international(*o.Code) }); i >= 0 {
			of = owners[i]
		}
		owners = []event.Entity{of}
	}
	for _, o := range owners {
		e := event.Entity{Code: o.Code, Sector: s.sectors(f, o)}
		if key := s.officeOf(f, ro, o); o.Code != nil && key != "" && f.kind == Person && !f.anyone {
			s.fill(&e, f, holderKey{key, s.d.ofName(o)})
		}
		if e.Name == "" && f.kind == Person {
			if e.Name = s.namedLater(f); e.Name == "" {
				s.introduced(&e, f)
			}
		}
		f.entities = append(f.entities, e)
	}
}

// introduced names the source of a report's lead, "a veteran diplomat will take over", by the person whom one of the next two
// sentences is the first to name in full, as its subject, if nobody else comes between and their roles agree.
func (s *settler) introduced(e *event.Entity, f *draft) {
	if f.sentence > 0 || f.definite || f.bare || f.plural || f.modifier || f.who != nil || !strings.HasPrefix(s.rel(f), "nsubj") {
		return
	}
	for _, g := range s.c.drafts[f.index+1:] {
		if g.sentence > 2 || g.sentence == 0 && g.who != nil {
			return
		}
		if g.sentence == 0 || g.modifier || g.kind != Person {
			continue
		}
		if g.who == nil || len(g.who.root().words) < 2 || g.who.root().drafts[0] != g || !strings.HasPrefix(s.rel(g), "nsubj") || !s.mayBe(f, g) {
			return
		}
		e.Name = g.who.root().text
		if e.Code == nil {
			if s.settle(g); len(g.entities) == 1 {
				e.Code = g.entities[0].Code
			}
		}
		return
	}
}

// mayBe says whether a person of a role may be one whom the text gives another: their sectors agree, or one of the roles is a
// general one.
func (s *settler) mayBe(f, g *draft) bool {
	ro, x := s.d.headRole(f), s.titleOf(g.who.root())
	if x == nil || x == ro || ro.is("generic") || x.is("generic") {
		return true
	}
	return len(ro.sectors) > 0 && len(x.sectors) > 0 && ro.sectors[0] == x.sectors[0]
}

// namedLater gives the name of somebody whom a lead brings in by his role alone and a later sentence names: "a senior adviser
// … says", then "the adviser, A. B.,".
func (s *settler) namedLater(f *draft) string {
	if f.definite || f.bare || f.plural {
		return ""
	}
	for _, g := range s.c.drafts[f.index+1:] {
		if g.sentence-f.sentence > reach || g.who == nil && !g.definite && s.sameRole(f, g) {
			return "" // another one of the kind
		}
		if g.who != nil && g.definite && len(g.roles) > 0 && s.sameRole(f, g) {
			return g.who.root().text
		}
	}
	return ""
}

// owners gives the parties that a phrase belongs to: all of them if they are joined, else the first with a code.
func (s *settler) owners(f *draft) []event.Entity {
	var all []event.Entity
	parties := f.parties
	if ro := s.d.headRole(f); ro != nil && ro.is("counterpart") && len(parties) > 1 {
		parties = parties[1:] // "his French counterpart" is French
	}
	for _, m := range parties {
		if s.benches(f, m) {
			continue
		}
		for _, e := range m.entities {
			if e.Code != nil && !slices.ContainsFunc(all, func(o event.Entity) bool { return *o.Code == *e.Code }) {
				all = append(all, e)
			}
		}
	}
	if len(all) > 1 && !f.plural {
		all = all[:1]
	}
	return all
}

// benches says whether a set is that of the parties in a parliament: "lawmakers of both parties".
func (s *settler) benches(f, m *draft) bool {
	ro := s.d.headRole(f)
	return m.kind == Set && s.d.words[m.word].value == "sides" && ro != nil && len(ro.sectors) > 0 && ro.sectors[0] == "LEG"
}

// sectors decides the sectors of a role: its own, or those of the party for which a spokesman, leader or official stands.
func (s *settler) sectors(f *draft, owner event.Entity) []string {
	ro := s.d.headRole(f)
	if f.era == "former" && ro.kind == "person" && !ro.is("private") {
		return []string{"ELI"}
	}
	if ro.is("family") && owner.Code != nil && !official(owner) && !slices.Contains(owner.Sector, "ELI") {
		return []string{"CVL"} // not the family of an official
	}
	own := s.employed(f, ro.sectors)
	if ro.is("counterpart") && len(f.parties) > 0 && len(f.parties[0].entities) == 1 {
		return f.parties[0].entities[0].Sector
	}
	if ro.is("takes") || len(own) == 0 || s.d.body(owner) && ro.office != "" || (ro.is("private") || ro.kind == "honorific") && f.employed() {
		if of := s.partySectors(f); of != nil {
			own = of
		}
	}
	if owner.Code != nil && international(*owner.Code) {
		if len(own) == 0 || own[0] == "GOV" || ro.kind != "body" && ofStaff(own[0], ro) {
			return owner.Sector
		}
		return own
	}
	if len(own) > 0 && (own[0] == "UAF" || own[0] == "MIL") && ro.kind == "group" && rebel(owner) {
		return owner.Sector // the gunmen of rebels are rebels
	}
	if slices.Contains(owner.Sector, "PRE") && !slices.Contains(own, "PRE") {
		own = append(slices.Clip(own), "PRE")
	}
	return own
}

// ofStaff reports whether those of a role are of an international organisation by their trade alone: its experts and
// investigators are the organisation itself, its soldiers, policemen and judges are not (plover.md 5.2).
func ofStaff(sector string, ro *role) bool {
	return sector == "EDU" || sector == "CVL" || sector == "COP" && ro.is("takes")
}

func rebel(e event.Entity) bool { return len(e.Sector) > 0 && e.Sector[0] == "REB" }

// employed says whether a phrase names the body that somebody works for behind his trade: "an engineer of the army".
func (f *draft) employed() bool {
	n := len(f.parties)
	return n > 0 && (f.parties[n-1].kind == Organisation || f.parties[n-1].kind == Group) && f.parties[n-1].first > f.head
}

// partySectors gives the sectors of the body that stands inside the phrase: of "army" in "army spokesman", of Hamas in
// "Hamas leader". Nil if there is none but a state.
func (s *settler) partySectors(f *draft) []string {
	if n := len(f.roles); n > 1 {
		return s.d.roles[f.roles[n-2]].sectors
	}
	for i := len(f.parties) - 1; i >= 0; i-- {
		m := f.parties[i]
		if len(m.entities) == 0 || m.kind == State || m.kind == Capital {
			continue
		}
		if e := m.entities[0]; len(e.Sector) > 0 {
			return e.Sector
		}
	}
	return nil
}
