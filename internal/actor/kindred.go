package actor

// byOffice finds the person named before, without a title, who holds the office that a role names: "the chancellor" after
// "Helmut Kohl".
func (s *settler) byOffice(f *draft) *draft {
	ro := s.d.headRole(f)
	if ro.office == "" || !f.definite || f.kind != Person || f.plural {
		return nil
	}
	a, _ := s.antecedent(f, func(g *draft) bool {
		if g.who == nil || g.kind != Person || g.modifier {
			return false
		}
		for _, p := range g.who.root().people {
			for i := range s.d.people[p].terms {
				if o := &s.d.people[p].terms[i]; o.key == ro.office && overlaps(o.from, o.to, s.on) {
					return true
				}
			}
		}
		return false
	})
	return a
}

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
