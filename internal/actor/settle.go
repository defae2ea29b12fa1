package actor

import (
	"slices"

	"dyad/event"
	"dyad/internal/calendar"
)

// A settler chooses what each draft stands for on the report's date.
type settler struct {
	c  *Candidates
	d  *Dictionary
	on calendar.Interval

	counted bool // topics were counted
	counts  []topic
}

func newSettler(c *Candidates, on calendar.Interval) *settler {
	for _, f := range c.drafts {
		f.settled, f.entities, f.official, f.antecedent = false, nil, false, nil
		if f.who != nil {
			f.who.settled = false
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
	case f.has(organisation) && f.kind == Organisation:
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
	if s.people(f) {
		e.Sector = []string{"CVL"}
	}
	if st.kind == "partial" {
		e.Sector = append(e.Sector, "PRE")
	}
	f.entities = []event.Entity{e}
}

// stateOf gives the row of the state that a name means on the report's date, -1 if it means none.
func (s *settler) stateOf(f *draft) int {
	best := -1
	for _, x := range f.readings {
		if x.sense > seat {
			continue
		}
		st := &s.d.states[x.index]
		if best < 0 || overlaps(st.from, st.to, s.on) && !overlaps(s.d.states[best].from, s.d.states[best].to, s.on) {
			best = int(x.index)
		}
	}
	return best
}

// people says whether a demonym means people and not their government: "two Russians", but not "the Russians".
func (s *settler) people(f *draft) bool {
	if !f.has(demonym) || f.has(stateName) || f.modifier {
		return false
	}
	if f.plural {
		return !f.definite || f.count > 0
	}
	t := &s.c.sents[f.sentence].Tokens[f.head]
	return t.UPOS != "ADJ" && (t.Rel != "compound" && t.Rel != "amod" || t.Head < f.head)
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
	if of := s.owners(f); len(of) > 0 && !international(o.code) && !international(*of[0].Code) && *of[0].Code != o.code {
		e.Name, e.Code = s.c.text[f.start:f.stop], of[0].Code // "the Indian Supreme Court" is not the one we know by that name
	}
	f.entities = []event.Entity{e}
}

// role resolves a role noun without a name: "the Russian president", "Chile's army", "rebels in Syria".
func (s *settler) role(f *draft) {
	ro := s.d.headRole(f)
	owners := s.owners(f)
	if len(owners) == 0 && len(f.parties) == 0 && f.weak == nil {
		if f.plural && f.count > 1 {
			owners = s.ofSeveral(f)
		} else if s.again(f) {
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
	}
	for _, o := range owners {
		e := event.Entity{Code: o.Code, Sector: s.sectors(f, o)}
		if o.Code != nil && ro.office != "" && f.era == "" && f.kind == Person {
			if h, ok := s.holder(ro.office, o); ok {
				e.Name, e.Office = h.name, h.office
			}
		}
		f.entities = append(f.entities, e)
	}
}

// owners gives the parties that a phrase belongs to: all of them if they are joined, else the first with a code.
func (s *settler) owners(f *draft) []event.Entity {
	var all []event.Entity
	parties := f.parties
	if ro := s.d.headRole(f); ro != nil && ro.is("counterpart") && len(parties) > 1 {
		parties = parties[1:] // "his French counterpart" is French
	}
	for _, m := range parties {
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

// sectors decides the sectors of a role: its own, or those of the party for which a spokesman, leader or official stands.
func (s *settler) sectors(f *draft, owner event.Entity) []string {
	ro := s.d.headRole(f)
	if f.era == "former" && ro.kind == "person" && !ro.is("private") {
		return []string{"ELI"}
	}
	own := ro.sectors
	if ro.is("counterpart") && len(f.parties) > 0 && len(f.parties[0].entities) == 1 {
		return f.parties[0].entities[0].Sector
	}
	if ro.is("takes") || len(own) == 0 {
		if of := s.partySectors(f); of != nil {
			own = of
		}
	}
	if owner.Code != nil && international(*owner.Code) {
		kept := owner.Sector
		if len(own) > 0 && own[0] != "GOV" {
			kept = own
		}
		return kept
	}
	if slices.Contains(owner.Sector, "PRE") && !slices.Contains(own, "PRE") {
		own = append(slices.Clip(own), "PRE")
	}
	return own
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

type held struct{ name, office string }

// holder finds who held an office on the report's date; nobody if it may have been two.
func (s *settler) holder(key string, of event.Entity) (held, bool) {
	who := of.Name
	if !international(*of.Code) {
		who = *of.Code
	}
	var found *holder
	hs := s.d.holders[holderKey{key, who}]
	for i := range hs {
		o := s.d.office(hs[i])
		if s.on.Earliest == "" || s.on.Latest == "" || !overlaps(o.from, o.to, s.on) {
			continue
		}
		if found != nil && found.person != hs[i].person {
			return held{}, false
		}
		found = &hs[i]
	}
	if found == nil {
		return held{}, false
	}
	return held{s.d.people[found.person].name, s.d.title(s.d.office(*found))}, true
}

// ofSeveral gives the countries of a counted role: "both presidents", "the two armies".
func (s *settler) ofSeveral(f *draft) []event.Entity {
	var owners []event.Entity
	set := s.bearers(f)
	if set == nil {
		set = s.several(f, "states")
	}
	if set == nil {
		if owners = s.pair(f.count); owners == nil {
			set = s.lastParties(f, f.count, "states")
		}
	}
	for _, g := range set {
		s.settle(g)
		f.antecedent = g
		for _, e := range g.entities {
			if e.Code != nil {
				owners = append(owners, event.Entity{Code: e.Code, Name: e.Name})
			}
		}
	}
	return owners
}

// bearers gives the people named last, as many as a counted role asks for, if one of them has that role: "the two
// ministers".
func (s *settler) bearers(f *draft) []*draft {
	var found []*draft
	var codes []string
	fits := false
	for i := f.index - 1; i >= 0 && len(found) < f.count && f.sentence-s.c.drafts[i].sentence <= reach; i-- {
		g := s.c.drafts[i]
		if g.kind != Person || g.stop > f.start || g.plural {
			continue
		}
		s.settle(g)
		if len(g.entities) != 1 || g.entities[0].Code == nil || slices.Contains(codes, *g.entities[0].Code) {
			continue
		}
		ro, x := s.d.headRole(f), s.d.headRole(g)
		fits = fits || x != nil && (x == ro || refers(ro.word, x.word))
		found, codes = append(found, g), append(codes, *g.entities[0].Code)
	}
	if len(found) < f.count || !fits {
		return nil
	}
	slices.Reverse(found)
	return found
}

// background gives the country of a role without party: of the body that its first noun names ("a ministry spokesman"), of
// the place it is said to be at, or, for "the government", of the one country of which the text is speaking.
func (s *settler) background(f *draft) event.Entity {
	if n := len(f.roles); n > 1 {
		body := &s.d.roles[f.roles[n-2]]
		a, _ := s.antecedent(f, func(g *draft) bool {
			x := s.d.headRole(g)
			return x != nil && (x == body || refers(body.word, x.word))
		})
		if a != nil {
			s.settle(a)
			if len(a.entities) == 1 && a.entities[0].Code != nil {
				return event.Entity{Code: a.entities[0].Code}
			}
		}
	}
	if e := s.nearby(f); e.Code != nil || f.weak != nil {
		return e
	}
	if ro := s.d.headRole(f); f.definite && ro.kind == "body" && len(ro.sectors) > 0 && slices.Contains(officialSectors, ro.sectors[0]) {
		if code := s.only(f); code != nil {
			return event.Entity{Code: code}
		}
	}
	if e, ok := s.moved(f); ok {
		return e
	}
	if f.kind != Person && (f.definite || f.bare || f.count > 0) && len(f.parties) == 0 {
		if code := s.home(); code != nil && (f.definite || !s.abroad(f, *code)) {
			return event.Entity{Code: code}
		}
	}
	return event.Entity{}
}

// moved gives troops that somebody sends, moves or withdraws to him: "Kenya sent soldiers".
func (s *settler) moved(f *draft) (event.Entity, bool) {
	ts := s.c.sents[f.sentence].Tokens
	t := &ts[f.head]
	ro := s.d.headRole(f)
	if f.kind != Group || len(ro.sectors) == 0 || ro.sectors[0] != "MIL" || t.Rel != "obj" || t.Head < 0 || !s.d.moves[ts[t.Head].Lemma] {
		return event.Entity{}, false
	}
	for _, g := range s.sameSentence(f) {
		if u := &ts[g.head]; u.Head == t.Head && u.Rel == "nsubj" && !g.modifier {
			s.settle(g)
			if len(g.entities) == 1 && g.entities[0].Code != nil {
				return event.Entity{Code: g.entities[0].Code}, true
			}
		}
	}
	return event.Entity{}, false
}

// abroad says whether the sentence of a mention names another country than the one given.
func (s *settler) abroad(f *draft, code string) bool {
	return slices.ContainsFunc(s.sameSentence(f), func(g *draft) bool {
		i := s.stateOf(g)
		return i >= 0 && s.d.states[i].code != code || g.city != "" && g.city != code
	})
}

// only gives the country of all mentions in a sentence and those before it, nil if there are several or none.
func (s *settler) only(f *draft) *string {
	var code *string
	for i := f.index - 1; i >= 0 && f.sentence-s.c.drafts[i].sentence <= 2*reach; i-- {
		g := s.c.drafts[i]
		if g.stop > f.start {
			continue
		}
		s.settle(g)
		for _, e := range g.entities {
			if e.Code == nil {
				continue
			}
			if international(*e.Code) || code != nil && *code != *e.Code {
				return nil
			}
			code = e.Code
		}
	}
	return code
}

// nearby gives the country of a group or body that the text places somewhere: "rebels in Syria", "in Berlin police
// arrested".
func (s *settler) nearby(f *draft) event.Entity {
	where := f.weak
	if where == nil && f.kind != Person {
		where = s.scene(f)
	}
	if where == nil {
		return event.Entity{}
	}
	s.settle(where)
	if len(where.entities) == 0 || where.kind == Organisation {
		return event.Entity{}
	}
	return event.Entity{Code: where.entities[0].Code}
}

// scene finds the place that the sentence of a mention names with a preposition of place, the one of its own verb first.
func (s *settler) scene(f *draft) *draft {
	ts := s.c.sents[f.sentence].Tokens
	var found *draft
	for _, g := range s.sameSentence(f) {
		if g.modifier || !s.atScene(g) {
			continue
		}
		if ts[g.head].Head == ts[f.head].Head {
			return g
		}
		if found != nil {
			return nil
		}
		found = g
	}
	return found
}

// atScene says whether a mention is where something happens: "in Kano", "near Tunis".
func (s *settler) atScene(g *draft) bool {
	ts := s.c.sents[g.sentence].Tokens
	if !g.place || ts[g.head].Rel != "obl" {
		return false
	}
	for k := g.head - 1; k >= 0 && k >= g.head-3; k-- {
		if ts[k].Head == g.head && ts[k].Rel == "case" {
			return s.d.scenes[fold(ts[k].Form)]
		}
	}
	return false
}

// sameSentence gives the drafts of the sentence of a draft.
func (s *settler) sameSentence(f *draft) []*draft {
	a, b := f.index, f.index+1
	for a > 0 && s.c.drafts[a-1].sentence == f.sentence {
		a--
	}
	for b < len(s.c.drafts) && s.c.drafts[b].sentence == f.sentence {
		b++
	}
	return s.c.drafts[a:b]
}
