package actor

import (
	"slices"

	"dyad/event"
)

// ofSeveral gives the countries of a counted role: "both presidents", "the two armies".
func (s *settler) ofSeveral(f *draft) []event.Entity {
	var owners []event.Entity
	set := s.bearers(f, f.count)
	if set == nil {
		set = s.several(f, f.count, "states", 0)
	}
	if set == nil {
		if owners = s.pair(f.count); owners == nil {
			set = s.several(f, f.count, "states", reach)
		}
	}
	if set == nil && owners == nil {
		set = s.lastParties(f, f.count, "states")
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

// ministers resolves "the ministers" to the two people named last, if they have that role and no earlier mention is of several
// such.
func (s *settler) ministers(f *draft) bool {
	if f.kind != Group || s.d.headRole(f).kind != "person" {
		return false
	}
	set := s.bearers(f, 2)
	if a, _ := s.antecedent(f, func(g *draft) bool { return s.sameRole(f, g) }); set == nil || a != nil && a.index > set[0].index {
		return false
	}
	for _, g := range set {
		f.antecedent = g
		f.entities = append(f.entities, event.Entity{Code: g.entities[0].Code, Sector: g.entities[0].Sector})
	}
	return true
}

// bearers gives the people named last, as many as a counted role asks for, if one of them has that role: "the two
// ministers".
func (s *settler) bearers(f *draft, want int) []*draft {
	var found []*draft
	var codes []string
	fits := false
	for i := f.index - 1; i >= 0 && len(found) < want && f.sentence-s.c.drafts[i].sentence <= reach; i-- {
		g := s.c.drafts[i]
		if g.kind != Person || g.stop > f.start || g.plural {
			continue
		}
		s.settle(g)
		if len(g.entities) != 1 || g.entities[0].Code == nil || slices.Contains(codes, *g.entities[0].Code) {
			continue
		}
		ro, x := s.d.headRole(f), s.d.headRole(g)
		fits = fits || ro == nil || x != nil && (x == ro || refers(ro.word, x.word)) || s.inOfficeOf(g, ro)
		found, codes = append(found, g), append(codes, *g.entities[0].Code)
	}
	if len(found) < want || !fits {
		return nil
	}
	slices.Reverse(found)
	return found
}

// inOfficeOf says whether the tables have a named person in an office of that name: "the three ministers" after their names.
func (s *settler) inOfficeOf(g *draft, ro *role) bool {
	o := s.termOf(g)
	return o != nil && ro != nil && (o.key == ro.office || refers(ro.word, o.key))
}

// background gives the country of a role without party: of the body that its first noun names ("a ministry spokesman"), of
// the place it is said to be at, or, for "the government", of the one country of which the text is speaking.
func (s *settler) background(f *draft) event.Entity {
	if code := s.d.onlyOf(s.d.headRole(f)); code != nil {
		return event.Entity{Code: code}
	}
	if code := s.ofOffice(f); code != nil {
		return event.Entity{Code: code}
	}
	if (f.alien || s.d.headRole(f).is("unknown")) && f.weak == nil { // but "gunmen in Karachi"
		return event.Entity{}
	}
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
	if code := s.usual(f); code != nil {
		return event.Entity{Code: code}
	}
	if e := s.nearby(f); e.Code != nil && s.mayHave(f, *e.Code) || f.weak != nil {
		return e
	}
	if ro := s.d.headRole(f); f.definite && ro.kind == "body" && len(ro.sectors) > 0 && slices.Contains(officialSectors, ro.sectors[0]) {
		if code := s.only(f); code != nil && s.mayHave(f, *code) {
			return event.Entity{Code: code}
		}
	}
	if e, ok := s.moved(f); ok {
		return e
	}
	if f.kind != Person && (f.definite || f.bare || f.count > 0) && len(f.parties) == 0 {
		if code := s.home(); code != nil && s.mayHave(f, *code) && !(f.bare && s.outlaw(f) && !s.topics()[0].ground) && !s.inside(f) && !s.sentByOthers(f) && (f.definite || !s.abroad(f, *code)) {
			return event.Entity{Code: code}
		}
	}
	if code := s.ownForces(f); code != nil {
		return event.Entity{Code: code}
	}
	if ro := s.d.headRole(f); f.bare && f.kind == Group && len(ro.sectors) > 0 && (ro.sectors[0] == "GOV" || ro.sectors[0] == "COP") {
		return event.Entity{Code: s.acting(f)} // "Bolivia closed the border. Customs officers"
	}
	return event.Entity{Code: s.presumed(f)}
}

// outlaw says whether a mention is of rebels or criminals.
func (s *settler) outlaw(f *draft) bool {
	ro := s.d.headRole(f)
	return len(ro.sectors) > 0 && (ro.sectors[0] == "REB" || ro.sectors[0] == "CRM")
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

// sentByOthers says whether the sentence of a mention tells of an organisation of states: its inspectors are not those of the
// state that they visit.
func (s *settler) sentByOthers(f *draft) bool {
	return slices.ContainsFunc(s.sameSentence(f), func(g *draft) bool {
		return g != f && g.has(organisation) && international(s.d.orgs[g.get(organisation)[0]].code)
	})
}

// inside says whether a phrase holds the name of a state that it does not belong to: "Iran-backed militiamen".
func (s *settler) inside(f *draft) bool {
	return slices.ContainsFunc(s.sameSentence(f), func(g *draft) bool {
		return f.first <= g.first && g.end <= f.end && !g.stance && s.stateOf(g) >= 0
	})
}

// abroad says whether the sentence of a mention names another country than the one given.
func (s *settler) abroad(f *draft, code string) bool {
	return slices.ContainsFunc(s.sameSentence(f), func(g *draft) bool {
		i := s.stateOf(g)
		return !g.stance && i >= 0 && s.d.states[i].code != code || g.city != "" && g.city != code
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
	if len(where.entities) == 0 || where.kind == Organisation && len(where.roles) == 0 {
		return event.Entity{}
	}
	if code := s.d.courts[fold(s.c.text[where.start:where.stop])]; code != "" && s.judges(f) {
		return event.Entity{Code: &code}
	}
	return event.Entity{Code: where.entities[0].Code}
}

// judges says whether a phrase names a court or people of one.
func (s *settler) judges(f *draft) bool {
	ro := s.d.headRole(f)
	return len(ro.sectors) > 0 && ro.sectors[0] == "JUD"
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
		if s.reports(ts[g.head].Head, f) {
			continue
		}
		if found != nil {
			return nil
		}
		found = g
	}
	return found
}

// reports says whether a verb only tells of the clause that a mention stands in: "rebels agreed to a truce, an envoy said in
// Amman".
func (s *settler) reports(verb int, f *draft) bool {
	ts := s.c.sents[f.sentence].Tokens
	if verb < 0 || ts[verb].Rel == "parataxis" {
		return verb >= 0
	}
	for k, n := f.head, 0; k >= 0 && k != verb && n < len(ts); k, n = ts[k].Head, n+1 {
		if ts[k].Head == verb && (ts[k].Rel == "ccomp" || ts[k].Rel == "parataxis") {
			return true
		}
	}
	return false
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
