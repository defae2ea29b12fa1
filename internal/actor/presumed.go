package actor

import (
	"slices"
	"strings"

	"dyad/event"
)

// A news report leaves out whose official it is that speaks where its readers cannot mistake him: he is of the state of the
// dateline, if that is one of those the report is about, else of the state that acts in the sentence.

// presumed gives the country of an official, an officer or a body of a state whose country the text does not name, nil if
// that is open. A dateline counts only if the report is about its state: news of a meeting is sent from where it is held.
func (s *settler) presumed(f *draft) *string {
	ro := s.d.headRole(f)
	if f.weak != nil || len(f.parties) > 0 || f.plural || ro.is("stranger") || s.serves(f) {
		return nil
	}
	if code := s.sole(f); code != nil {
		return code
	}
	sectors := s.sectors(f, event.Entity{})
	if len(sectors) == 0 || !slices.Contains(officialSectors, sectors[0]) || sectors[0] == "MIL" && f.kind == Person {
		return nil
	}
	if home := s.c.context.Home; home != "" && s.about(home) && s.mayHave(f, home) {
		return &home
	}
	return s.acting(f)
}

// sole gives the state of a report that names no other.
func (s *settler) sole(f *draft) *string {
	if ts := s.topics(); len(ts) == 1 && s.mayHave(f, ts[0].code) {
		return &ts[0].code
	}
	return nil
}

// about says whether a country is one of the two that a report names most.
func (s *settler) about(code string) bool {
	for i, t := range s.topics() {
		if t.code == code {
			return t.mentions > 1 && (i < 2 || t.mentions == s.topics()[1].mentions)
		}
	}
	return false
}

// acting gives the country of the subject nearest to a mention in its sentence or the one before, nil if there is none.
func (s *settler) acting(f *draft) *string {
	var best *string
	near := 0
	for i := range s.c.drafts {
		g := s.c.drafts[i]
		if g.sentence > f.sentence {
			break
		}
		if f.sentence-g.sentence > 1 || g.modifier || g.kind != State && g.kind != Capital || !strings.HasPrefix(s.token(g).Rel, "nsubj") {
			continue
		}
		s.settle(g)
		if len(g.entities) != 1 || g.entities[0].Code == nil || !s.mayHave(f, *g.entities[0].Code) {
			continue
		}
		if d := max(f.start-g.stop, g.start-f.stop); best == nil || d < near {
			best, near = g.entities[0].Code, d
		}
	}
	return best
}

// mayHave says whether a state may have the body that a phrase names: some governments have departments, and no ministries.
func (s *settler) mayHave(f *draft, code string) bool {
	for _, t := range s.c.sents[f.sentence].Tokens[f.first:f.end] {
		if strings.HasPrefix(fold(t.Form), "ministr") && s.d.departments[fold(code)] {
			return false
		}
	}
	return !international(code)
}

// ofOffice gives the country of the office that an adjective names, if a holder of it was named before: "a presidential
// aide" is one of the president named last.
func (s *settler) ofOffice(f *draft) *string {
	office := ""
	for _, t := range s.c.sents[f.sentence].Tokens[f.first:f.end] {
		if o, ok := s.d.officeWords[fold(t.Form)]; ok {
			office = o
		}
	}
	if office == "" {
		return nil
	}
	for i := f.index - 1; i >= 0; i-- {
		g := s.c.drafts[i]
		if ro := s.d.headRole(g); g.kind != Person || g.era == "former" || ro == nil || ro.office != office {
			continue
		}
		s.settle(g)
		if len(g.entities) == 1 && g.entities[0].Code != nil {
			return g.entities[0].Code
		}
	}
	return nil
}

// ownForces gives the state of the dateline for its soldiers and police: "soldiers closed the port" in news from a capital
// that is about its state and no other.
func (s *settler) ownForces(f *draft) *string {
	home := s.c.context.Home
	ro := s.d.headRole(f)
	if home == "" || !f.bare || f.weak != nil || len(ro.sectors) == 0 || ro.sectors[0] != "MIL" && ro.sectors[0] != "COP" {
		return nil
	}
	if ts := s.topics(); len(ts) == 0 || ts[0].code != home || s.abroad(f, home) {
		return nil
	}
	return &home
}

// usual gives the state that a bare name of a body means where no other is near: "Congress" is that of the United States, if
// the report is about them and does not come from another state that it is about.
func (s *settler) usual(f *draft) *string {
	ro := s.d.headRole(f)
	code, ok := s.d.usual[ro.word]
	if !ok || f.plural || f.weak != nil || len(f.parties) > 0 || ro.office == "" && !s.about(code) && s.named(code) == 0 {
		return nil
	}
	if home := s.c.context.Home; home != "" && home != code && len(s.topics()) > 0 && s.topics()[0].code == home {
		return nil
	}
	return &code
}

// serves says whether a phrase tells whom its official serves, if in words that we cannot resolve: "a spokesman for the
// growers", "an alliance official".
func (s *settler) serves(f *draft) bool {
	ts := s.c.sents[f.sentence].Tokens
	if ro := s.d.headRole(f); ro.is("voices") && f.end < len(ts) && ts[f.end].Form == "for" {
		return true
	}
	for _, t := range ts[f.first:f.end] {
		if s.d.unions[fold(t.Form)] {
			return true
		}
	}
	return false
}
