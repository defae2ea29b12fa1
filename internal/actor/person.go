package actor

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/calendar"
)

// A verdict is what a report's person was found to be.
type verdict struct {
	name    string
	code    *string
	sectors []string
	office  string
}

// A heading is what the text itself says of a person: the title before the name or in apposition.
type heading struct {
	draft *draft
	role  *role
	code  *string
	owner event.Entity
}

// person resolves a named person; all mentions of one person get one verdict.
func (s *settler) person(f *draft) event.Entity {
	w := f.who.root()
	if !w.settled {
		w.settled = true
		w.verdict = s.judge(w)
	}
	v := w.verdict
	return event.Entity{Name: v.name, Code: v.code, Sector: v.sectors, Office: v.office}
}

// judge decides who a person is: by the title in the text, then by the offices of those who bear the name.
func (s *settler) judge(w *individual) verdict {
	h := s.heading(w)
	v := verdict{name: w.text}
	switch {
	case h.role != nil:
		v.code, v.sectors = h.code, s.sectors(h.draft, h.owner)
	case h.code != nil: // a native of a state, or somebody of an organisation
		v.code, v.sectors = h.code, []string{"CVL"}
		if len(h.draft.parties) > 0 && (h.draft.parties[0].kind == Organisation || h.draft.kind == Organisation) {
			v.sectors = h.owner.Sector
		}
	}
	if h.role != nil && h.role.is("private") && len(w.people) == 0 {
		return v
	}
	p, o, inOffice := s.bearer(w, h)
	if p == nil {
		if o != nil && v.code == nil { // two bearers of the name, of one country
			v.code = &o.code
			if v.sectors == nil {
				v.sectors = o.sectors
			}
		}
		return v
	}
	v.name, v.code = p.name, &o.code
	switch {
	case h.role != nil && h.draft.era == "former" && !(s.past && inOffice):
		v.sectors = []string{"ELI"}
	case inOffice:
		rank := o.key != "" && h.role != nil && h.role.office == "" && len(h.role.sectors) > 0 && h.role.sectors[0] == "MIL" // "Colonel Gaddafi"
		if h.role == nil || o.key != "" && h.role.office == o.key || len(v.sectors) == 0 || rank {
			v.sectors = o.sectors
		}
		if o.key != "" && (h.role != nil && h.role.office == o.key || s.on != (calendar.Interval{}) && (h.role == nil || h.role.is("generic"))) {
			v.office = s.d.title(o)
		}
	case h.role == nil && o.to != "" && s.on.Earliest > o.to:
		v.sectors = []string{"ELI"}
	}
	return v
}

// heading finds the title that the text gives a person: the first one with a country, else the first.
func (s *settler) heading(w *individual) heading {
	var best heading
	for _, f := range w.drafts {
		ro := s.d.headRole(f)
		if ro == nil || ro.kind == "honorific" && len(ro.sectors) == 0 {
			if len(f.parties) > 0 && best.role == nil && best.code == nil {
				best.draft = f
			}
			continue
		}
		for _, m := range f.parties {
			s.settle(m)
		}
		h := heading{draft: f, role: ro}
		if os := s.owners(f); len(os) > 0 {
			h.code, h.owner = os[0].Code, os[0]
		} else if e, ok := s.unnamedBefore(f); ok {
			h.code, h.owner = e.Code, e
		}
		if best.role == nil || best.code == nil && h.code != nil {
			best = h
		}
	}
	if best.role == nil && best.draft == nil && len(w.people) == 0 {
		if h := s.leading(w); h.draft != nil {
			return h
		}
		return s.titledLater(w)
	}
	if best.role == nil && best.draft != nil { // "A. B. of Sweden"
		for _, m := range best.draft.parties {
			s.settle(m)
		}
		if os := s.owners(best.draft); len(os) > 0 {
			best.code, best.owner = os[0].Code, os[0]
		}
		return best
	}
	if best.role != nil && best.code == nil && len(best.draft.parties) == 0 && len(best.role.sectors) > 0 &&
		slices.Contains(officialSectors, best.role.sectors[0]) && len(w.people) == 0 && len(s.d.similar(w)) == 0 {
		if best.code = s.only(best.draft); best.code == nil {
			if best.code = s.usual(best.draft); best.code == nil && (!best.role.is("takes") || len(best.draft.roles) > 1) {
				best.code = s.presumed(best.draft)
			} else if best.code == nil && !s.serves(best.draft) {
				best.code = s.sole(best.draft)
			}
		}
	}
	return best
}

// titledLater gives somebody whom a sentence names without a title, as its subject, the role with which the next begins: "A. B.
// is leaving Lisbon. The Uruguayan consul". His state must be new to the text: of one named before he may be the guest.
func (s *settler) titledLater(w *individual) heading {
	f := w.drafts[0]
	if len(w.words) < 2 || !strings.HasPrefix(s.rel(f), "nsubj") {
		return heading{}
	}
	for _, g := range s.c.drafts[f.index+1:] {
		if g.sentence > f.sentence+1 || g.who != nil && g.who.root() != w && !g.modifier {
			break
		}
		if g.sentence == f.sentence || g.modifier {
			continue
		}
		ro := s.d.headRole(g)
		if g.kind != Person || g.plural || !g.definite || ro == nil || len(g.parties) == 0 || g.parties[0].kind == Pronoun || !strings.HasPrefix(s.rel(g), "nsubj") {
			break
		}
		for _, m := range g.parties {
			s.settle(m)
		}
		if os := s.owners(g); len(os) == 1 && ro.office == "" && !s.namedUntil(f, *os[0].Code) {
			return heading{draft: g, role: ro, code: os[0].Code, owner: os[0]}
		}
		break
	}
	return heading{}
}

// namedUntil says whether a state is named before a mention or in its sentence.
func (s *settler) namedUntil(f *draft, code string) bool {
	for _, g := range s.c.drafts {
		if g.sentence > f.sentence {
			break
		}
		if i := s.stateOf(g); i >= 0 && s.d.states[i].code == code {
			return true
		}
	}
	return false
}

// leading gives somebody without a title whom he is said to lead: "A. B. leads the Zambian delegation", "rebels led by A. B.".
func (s *settler) leading(w *individual) heading {
	for _, f := range w.drafts {
		ts := s.c.sents[f.sentence].Tokens
		t := &ts[f.head]
		if t.Head < 0 || !s.d.heads[ts[t.Head].Lemma] {
			continue
		}
		for _, g := range s.sameSentence(f) {
			u := &ts[g.head]
			object := strings.HasPrefix(t.Rel, "nsubj") && u.Rel == "obj" || strings.HasPrefix(t.Rel, "obl") && u.Rel == "nsubj:pass"
			led := u.Head == t.Head && object || strings.HasPrefix(t.Rel, "obl") && ts[t.Head].Rel == "acl" && ts[t.Head].Head == g.head
			if !led || g.kind != Organisation && g.kind != Group || g.modifier {
				continue
			}
			if s.settle(g); len(g.entities) == 1 && g.entities[0].Code != nil {
				return heading{draft: &draft{parties: []*draft{g}, kind: Organisation}, code: g.entities[0].Code, owner: g.entities[0]}
			}
		}
	}
	return heading{}
}

// unnamedBefore finds what an earlier sentence said of somebody whom it did not name yet: "a senior adviser to the
// Iranian president", then "the adviser, A. B.".
func (s *settler) unnamedBefore(f *draft) (event.Entity, bool) {
	if !f.definite {
		return event.Entity{}, false
	}
	a, _ := s.antecedent(f, func(g *draft) bool { return g.who == nil && g.kind == Person && s.sameRole(f, g) })
	if a == nil {
		return event.Entity{}, false
	}
	s.settle(a)
	if len(a.entities) != 1 || a.entities[0].Code == nil {
		return event.Entity{}, false
	}
	return event.Entity{Code: a.entities[0].Code}, true
}
