package actor

import (
	"slices"
	"strings"

	"dyad/event"
)

// set resolves "the two countries", "both sides", "the country" to the parties named before.
func (s *settler) set(f *draft) {
	value := s.d.words[f.word].value
	if value == "counted" {
		value = "sides"
	}
	if of := s.owners(f); len(f.parties) > 0 {
		if len(of) == 1 && value == "one state" && !international(*of[0].Code) {
			if i, ok := s.d.byCode[*of[0].Code]; ok {
				f.entities = []event.Entity{{Name: s.d.states[i].name, Code: of[0].Code, Sector: []string{"GOV"}}}
			}
		}
		return
	}
	if codes, ok := strings.CutPrefix(value, "fixed "); ok {
		for code := range strings.FieldsSeq(codes) {
			if i, ok := s.d.byCode[code]; ok {
				st := &s.d.states[i]
				f.entities = append(f.entities, event.Entity{Name: st.name, Code: &st.code, Sector: []string{"GOV"}})
			}
		}
		return
	}
	if codes, ok := strings.CutPrefix(value, "short "); ok {
		s.shortName(f, strings.Fields(codes))
		return
	}
	if value == "first" || value == "last" {
		s.ofTwo(f, value == "last")
		return
	}
	if value == "one state" && f.count > 1 {
		value = "states"
	}
	if kind, single := strings.CutPrefix(value, "one "); single && f.count < 2 {
		s.single(f, kind)
		return
	}
	s.joint(f, value)
}

// single resolves "the country", "the agency", "the alliance".
func (s *settler) single(f *draft, kind string) {
	a, _ := s.antecedent(f, func(g *draft) bool {
		if kind != "state" {
			return g.has(organisation) && !g.plural && (kind != "alliance" || international(s.d.orgs[g.get(organisation)[0]].code))
		}
		return (g.kind == State || g.kind == Capital) && s.ofKind(f, g)
	})
	if a == nil && kind == "alliance" {
		a = s.allianceAhead(f)
	}
	if a != nil {
		s.stand(f, a)
	}
}

// joint resolves a set of several: to those named together in its sentence, to the pair that the report is about, to those
// named together before, to the parties named last.
func (s *settler) joint(f *draft, value string) {
	persons := value == "persons"
	set := s.several(f, f.count, value, 0)
	if set == nil && !persons && f.count == 2 {
		f.entities = s.pair(2)
	}
	if set == nil && f.entities == nil {
		set = s.several(f, f.count, value, reach)
	}
	if set == nil && f.entities == nil && !persons {
		f.entities = s.pair(max(f.count, 2))
	}
	if set == nil && f.entities == nil && !persons {
		set = s.lastParties(f, max(f.count, 2), value)
	}
	if set == nil && f.entities == nil && persons && f.count > 1 { // "the two leaders" of states that the text names without theirs
		s.leaders(f)
		return
	}
	s.stand(f, set...)
	if value == "sides" || value == "states" {
		for i, e := range f.entities { // "Israelis and Palestinians": their sides are those of their leaders
			if len(e.Sector) == 1 && e.Sector[0] == "CVL" && e.Name != "" {
				f.entities[i].Sector = []string{"GOV"}
			}
		}
	}
}

// ofTwo resolves "the former" and "the latter" of two parties named together.
func (s *settler) ofTwo(f *draft, last bool) {
	which := btoi(last)
	set := s.several(f, 2, "any", 1)
	if len(set) == 2 {
		s.stand(f, set[which])
		return
	}
	if len(set) == 1 { // several named in one phrase
		s.settle(set[0])
		if es := set[0].entities; len(es) == 2 {
			f.entities, f.antecedent = []event.Entity{es[which]}, set[0]
			return
		}
	}
	if two := s.lastParties(f, 2, "any"); len(two) == 2 && f.sentence-two[0].sentence <= 1 { // "Chile's consul met a Peruvian; the latter"
		s.stand(f, two[which])
	}
}

// leaders lets a set of persons stand for the governments of the states that it would mean as a set of states.
func (s *settler) leaders(f *draft) {
	f.entities = s.ofSeveral(f)
	for i := range f.entities {
		f.entities[i].Name, f.entities[i].Sector = "", []string{"GOV"}
	}
}

// allianceAhead finds the organisation of states that the rest of a sentence or the next one names: "the alliance sent planes;
// NATO had planned it".
func (s *settler) allianceAhead(f *draft) *draft {
	for _, g := range s.c.drafts[f.index+1:] {
		if g.sentence > f.sentence+1 {
			break
		}
		if g.has(organisation) && interstate(s.d.orgs[g.get(organisation)[0]].code) {
			return g
		}
	}
	return nil
}

// shortReach is how many mentions back a state may have been named that is called by a part of its name.
const shortReach = 300

// shortName resolves "the North" to the state of that name of which the report told last.
func (s *settler) shortName(f *draft, codes []string) {
	for _, g := range slices.Backward(s.c.drafts[max(0, f.index-shortReach):f.index]) {
		if g.kind != State || g.word >= 0 {
			continue
		}
		s.settle(g)
		if len(g.entities) == 1 && g.entities[0].Code != nil && slices.Contains(codes, *g.entities[0].Code) {
			s.stand(f, g)
			return
		}
	}
	for _, code := range codes { // "South Korea answered the North"
		i, ok := s.d.byCode[code]
		if ok && slices.ContainsFunc(s.topics(), func(t topic) bool { return s.d.halves(i, t.code) }) {
			st := &s.d.states[i]
			f.entities = []event.Entity{{Name: st.name, Code: &st.code, Sector: []string{"GOV"}}}
			return
		}
	}
}

// halves says whether a state and that of a code have two names of one country: North Korea and South Korea.
func (d *Dictionary) halves(i int, code string) bool {
	k, ok := d.byCode[code]
	if !ok || i == k {
		return false
	}
	one, _ := cut(d.states[i].name)
	other, _ := cut(d.states[k].name)
	return len(one) == 2 && len(other) == 2 && one[1] == other[1]
}

// several finds the parties that a set means in its own sentence and some sentences back: the nearest coordination or
// earlier set of the number wanted, 0 = any.
func (s *settler) several(f *draft, want int, value string, back int) []*draft {
	for sent := f.sentence; sent >= 0 && f.sentence-sent <= back; sent-- {
		if set := s.joinedIn(f, sent); set != nil && fitsSet(set, value) && (want == 0 || len(set) == want) {
			return set
		}
		for i := f.index - 1; i >= 0 && s.c.drafts[i].sentence >= sent; i-- {
			g := s.c.drafts[i]
			if g.sentence == sent && (g.kind == Set || g.plural && len(g.parties) > 1 && value != "states") && g.stop <= f.start {
				s.settle(g)
				if n := len(g.entities); n == want || want == 0 && n > 1 {
					return []*draft{g}
				}
			}
		}
	}
	return nil
}

// fitsSet says whether all mentions may be members of the set: states for "countries", parties of any kind for "sides", with
// persons for "trio".
func fitsSet(set []*draft, value string) bool {
	return !slices.ContainsFunc(set, func(g *draft) bool { return !member(g, value) })
}

func member(g *draft, value string) bool {
	switch value {
	case "states":
		return g.kind == State || g.kind == Capital
	case "persons":
		return g.kind == Person
	case "any":
		return g.kind == State || g.kind == Capital || g.kind == Organisation || g.kind == Person
	}
	return g.kind == State || g.kind == Capital || g.kind == Organisation || value == "sides" && (g.kind == Group || g.kind == Person)
}

// joined finds the nearest coordination before a draft: "Iran and Russia", "Iran-Russia", the subject before others.
func (s *settler) joined(f *draft) []*draft {
	for sent := f.sentence; sent >= 0 && f.sentence-sent < reach; sent-- {
		if set := s.joinedIn(f, sent); set != nil {
			return set
		}
	}
	return nil
}

// joinedIn finds a coordination of one sentence that stands before a draft.
func (s *settler) joinedIn(f *draft, sent int) []*draft {
	var best []*draft
	for i := f.index - 1; i >= 0 && s.c.drafts[i].sentence >= sent; i-- {
		g := s.c.drafts[i]
		if g.sentence != sent || g.stop > f.start {
			continue
		}
		mates := s.mates(g)
		if len(mates) == 0 || mates[len(mates)-1].stop > f.start {
			continue
		}
		if best == nil || strings.HasPrefix(s.rel(g), "nsubj") && !strings.HasPrefix(s.rel(best[0]), "nsubj") {
			best = append([]*draft{g}, mates...)
		}
	}
	return best
}

func (s *settler) rel(g *draft) string { return s.c.sents[g.sentence].Tokens[g.head].Rel }

// mates gives the mentions that are coordinated with a mention and follow it.
func (s *settler) mates(g *draft) []*draft {
	var ms []*draft
	ts := s.c.sents[g.sentence].Tokens
	for i := g.index + 1; i < len(s.c.drafts) && s.c.drafts[i].sentence == g.sentence; i++ {
		h := s.c.drafts[i]
		if h.kind == Pronoun || h.modifier != g.modifier {
			continue
		}
		if ts[h.head].Rel == "conj" && ts[h.head].Head == g.head || h.first == g.end && h.start-g.stop == 1 && isHyphen(s.c.text[g.stop:h.start]) ||
			h.first == g.end+1 && isHyphen(s.c.text[g.stop:h.start]) {
			ms = append(ms, h)
		}
	}
	return ms
}

// lastParties gives the parties named last before a draft, each country once, in text order: those that stand for themselves,
// where they are enough.
func (s *settler) lastParties(f *draft, want int, value string) []*draft {
	if set := s.lastOnes(f, want, func(g *draft) bool { return member(g, value) && !g.modifier }); set != nil {
		return set
	}
	return s.lastOnes(f, want, func(g *draft) bool { return member(g, value) })
}

// lastOnes gives the parties named last that pass a test, each country once, in text order.
func (s *settler) lastOnes(f *draft, want int, ok func(*draft) bool) []*draft {
	var found []*draft
	var codes []string
	for i := f.index - 1; i >= 0 && len(found) < want; i-- {
		g := s.c.drafts[i]
		if f.sentence-g.sentence > 2*reach {
			break
		}
		if g.stop > f.start || !ok(g) || g.kind == Set || s.atScene(g) {
			continue
		}
		s.settle(g)
		if len(g.entities) != 1 || g.entities[0].Code == nil {
			continue
		}
		k := *g.entities[0].Code
		if international(k) {
			k = g.entities[0].Name
		}
		if !slices.Contains(codes, k) {
			codes, found = append(codes, k), append(found, g)
		}
	}
	if len(found) < want {
		return nil
	}
	slices.Reverse(found)
	return found
}

// ofKind says whether a mention is a state that the noun of a set may stand for: "the emirate" is no republic.
func (s *settler) ofKind(f, g *draft) bool {
	codes, ok := s.d.kinds[fold(s.d.words[f.word].text)]
	if !ok {
		return true
	}
	s.settle(g)
	return len(g.entities) == 1 && g.entities[0].Code != nil && slices.Contains(codes, *g.entities[0].Code)
}
