package actor

import (
	"slices"
	"strings"
)

// kindred finds the person called by a narrower word before whom a broad one means: "the officer" after "a Cambodian
// captain", "the diplomat" after "Sweden's envoy".
func (s *settler) kindred(f *draft) *draft {
	ro := s.d.headRole(f)
	if !ro.is("generic") && !ro.is("broad") || ro.is("private") || !f.definite || f.kind != Person || f.plural || len(ro.sectors) == 0 {
		return nil
	}
	a, _ := s.antecedent(f, func(g *draft) bool {
		x := s.d.headRole(g)
		return x != nil && x != ro && x.kind == "person" && g.kind == Person && !g.plural && !g.modifier && !x.is("private") &&
			len(x.sectors) > 0 && x.sectors[0] == ro.sectors[0] && x.office == ""
	})
	return a
}

// again resolves a role without party or name to an earlier mention: of the same role ("the minister", "the ministry"),
// or of a person whom it may describe ("the diplomat", "the analyst").
func (s *settler) again(f *draft) bool {
	if !f.definite && !f.bare || f.era != "" && f.era != "former" || f.bare && f.kind != Organisation && !s.bodily(f) {
		return false
	}
	a, _ := s.antecedent(f, func(g *draft) bool { return s.sameRole(f, g) || s.holds(f, g) })
	if a == nil && f.definite && f.kind == Person {
		a, _ = s.antecedent(f, func(g *draft) bool { return s.describes(f, g) })
		if a == nil {
			a = s.kindred(f)
		}
		if a == nil {
			a = s.alike(f)
		}
	}
	if a == nil && f.definite && f.kind == Organisation && s.d.bodyNouns[fold(s.d.headRole(f).word)] { // "the agency"
		a, _ = s.antecedent(f, func(g *draft) bool {
			return g.has(organisation) && g.kind == Organisation && f.sentence-g.sentence <= reach
		})
	}
	if a == nil && f.era == "former" && f.definite && f.kind == Person && !f.driven {
		if a, _ = s.antecedent(f, func(g *draft) bool { return g.who != nil && g.kind == Person && f.sentence-g.sentence <= 1 }); a != nil {
			s.stand(f, a) // "the former teacher" is whom the sentence before named
			return len(f.entities) > 0
		}
	}
	if a == nil || f.bare && f.kind == Group && a.bare {
		return false
	}
	s.stand(f, a)
	if f.era == "former" { // "the ousted president"
		for i := range f.entities {
			f.entities[i].Sector, f.entities[i].Office = []string{"ELI"}, ""
		}
	}
	return len(f.entities) > 0
}

// sameRole says whether an earlier mention has the role of a later one, or a longer form of it.
func (s *settler) sameRole(f, g *draft) bool {
	ro, x := s.d.headRole(f), s.d.headRole(g)
	if x == nil && g.who != nil {
		x = s.titleOf(g.who.root())
	}
	if x == nil && f.definite && g.has(organisation) { // "the council" after "Security Council"
		return strings.HasSuffix(fold(s.d.orgs[g.get(organisation)[0]].name), " "+fold(ro.word))
	}
	return x != nil && g.plural == f.plural && g.kind != Pronoun &&
		(x == ro || refers(ro.word, x.word) || x.office != "" && x.office == ro.office)
}

// holds says whether the tables have a person named before in the office that a role names: "the chancellor" after "Helmut
// Kohl".
func (s *settler) holds(f, g *draft) bool {
	if g.who == nil || g.kind != Person || f.kind != Person || f.era != "" {
		return false
	}
	s.settle(g)
	if len(g.entities) != 1 {
		return false
	}
	i, ok := s.d.personOf[g.entities[0].Name]
	if !ok {
		return false
	}
	ro := s.d.headRole(f)
	return slices.ContainsFunc(s.d.people[i].terms, func(o office) bool {
		return overlaps(o.from, o.to, s.on) && s.d.calls(ro.word, &o) && (ro.office != "" && ro.office == o.key || ro.office == "" && refers(ro.word, o.key))
	})
}

// calls says whether a word may be what an office is called: only that of the United States is a secretary of state.
func (d *Dictionary) calls(word string, o *office) bool {
	title := fold(word)
	if title == o.key {
		return true
	}
	for k, t := range d.titles {
		if k.key == o.key && k.of != "" && fold(t) == title {
			return fold(d.titles[holderKey{o.key, o.of}]) == title
		}
	}
	return true
}

// alikeReach is how many sentences back a role may stand for another of its sector.
const alikeReach = 2

// alike finds the one person before a role, of those with a country, whose own role has the same sector: "the diplomat" after
// "Sweden's envoy and a Ugandan colonel". Nobody if there are two.
func (s *settler) alike(f *draft) *draft {
	ro := s.d.headRole(f)
	if len(ro.sectors) == 0 || (ro.is("takes") || ro.office != "") && !ro.is("generic") { // the president is no premier
		return nil
	}
	var found *draft
	for _, g := range slices.Backward(s.c.drafts[:f.index]) {
		if f.sentence-g.sentence > alikeReach {
			break
		}
		x := s.d.headRole(g)
		if g.kind != Person || g.plural || g.modifier || x == nil || s.coArgument(f, g) {
			continue
		}
		s.settle(g)
		if len(g.entities) != 1 || g.entities[0].Code == nil || len(g.entities[0].Sector) == 0 || g.entities[0].Sector[0] != ro.sectors[0] {
			continue
		}
		if found != nil && !equal(found.entities[0], g.entities[0]) {
			return nil
		}
		found = g
	}
	return found
}

// describes says whether a role may stand for a person named before under another: both private, or the role a general
// one.
func (s *settler) describes(f, g *draft) bool {
	ro := s.d.headRole(f)
	if g.who == nil || g.kind != Person || g.modifier {
		return false
	}
	x := s.titleOf(g.who.root())
	return x != nil && (ro.is("private") && x.is("private") || ro.is("generic") && !x.is("private"))
}

// titleOf gives a role by which the text has called a person.
func (s *settler) titleOf(w *individual) *role {
	for _, f := range w.drafts {
		if ro := s.d.headRole(f); ro != nil && ro.kind == "person" {
			return ro
		}
	}
	return nil
}

// refers says whether a short role may stand for a longer one: "minister" for "foreign minister".
func refers(short, long string) bool {
	return strings.HasSuffix(fold(long), " "+fold(short)) || strings.HasPrefix(fold(long), fold(short)+" of ")
}

// namedBefore finds the person whom a role with a country means: "the Russian minister" after "Defence Minister A. B.".
func (s *settler) namedBefore(f *draft, code string) *draft {
	if !f.definite || f.kind != Person || f.era != "" {
		return nil
	}
	a, _ := s.antecedent(f, func(g *draft) bool {
		if g.who == nil || !s.sameRole(f, g) && !s.describes(f, g) {
			return false
		}
		s.settle(g)
		return len(g.entities) == 1 && g.entities[0].Code != nil && *g.entities[0].Code == code
	})
	return a
}
