package actor

import (
	"slices"
	"strings"

	"dyad/event"
)

// reach is how many sentences back a pronoun or role looks for what it stands for.
const reach = 3

// pronoun resolves a pronoun to the best of the mentions before it: one that agrees in number and person, the nearer
// sentence first, the subject before others.
func (s *settler) pronoun(f *draft) {
	value := s.d.words[f.word].value // "person m", "thing", "plural", "speaker"
	if strings.HasPrefix(value, "speaker") {
		return
	}
	if strings.HasPrefix(value, "plural") {
		if set := s.joined(f); set != nil {
			s.stand(f, set...)
			return
		}
	}
	if a := s.antecedent(f, func(g *draft) bool { return s.agrees(f, g, value) }); a != nil {
		s.stand(f, a)
	}
}

// stand gives a draft the entities of what it stands for.
func (s *settler) stand(f *draft, as ...*draft) {
	for _, a := range as {
		s.settle(a)
		for _, e := range a.entities {
			if !slices.ContainsFunc(f.entities, func(o event.Entity) bool { return equal(o, e) }) {
				f.entities = append(f.entities, e)
			}
		}
		f.antecedent = a
	}
}

func equal(a, b event.Entity) bool {
	return a.Name == b.Name && (a.Code == nil) == (b.Code == nil) && (a.Code == nil || *a.Code == *b.Code) && slices.Equal(a.Sector, b.Sector)
}

// agrees says whether a pronoun may stand for a mention.
func (s *settler) agrees(f, g *draft, value string) bool {
	switch {
	case strings.HasPrefix(value, "person"):
		if g.kind != Person || g.plural {
			return false
		}
		gender := strings.TrimSpace(strings.TrimPrefix(value, "person"))
		if g.who != nil && gender != "" && g.who.root().gender != "" {
			return g.who.root().gender == gender
		}
		return true
	case value == "thing":
		return !g.plural && (g.kind == State || g.kind == Capital || g.kind == Organisation)
	}
	return g.plural && (g.kind == Group || g.kind == State) || g.kind == Set || g.kind == Organisation && f.sentence == g.sentence
}

// antecedent looks back for the best mention that passes a test.
func (s *settler) antecedent(f *draft, ok func(*draft) bool) *draft {
	var best *draft
	score := -1 << 30
	for i := f.index - 1; i >= 0; i-- {
		g := s.c.drafts[i]
		if f.sentence-g.sentence > reach {
			break
		}
		if g.stop > f.start || g.kind == Pronoun && g.antecedent == nil || !ok(s.meant(g)) || s.coArgument(f, g) {
			continue
		}
		if n := s.salience(f, g); n > score {
			best, score = g, n
		}
	}
	return best
}

// meant follows a pronoun to the mention that it stands for.
func (s *settler) meant(g *draft) *draft {
	for g.kind == Pronoun && g.antecedent != nil {
		g = g.antecedent
	}
	return g
}

// salience weighs a mention as antecedent: recency by sentence, then grammatical rank.
func (s *settler) salience(f, g *draft) int {
	n := -12 * (f.sentence - g.sentence)
	t := &s.c.sents[g.sentence].Tokens[g.head]
	switch {
	case strings.HasPrefix(t.Rel, "nsubj"):
		n += 10
	case t.Rel == "obj", t.Rel == "iobj":
		n += 4
	case t.Rel == "root", t.Rel == "appos":
		n += 3
	}
	if g.modifier {
		n -= 8
	}
	if g.place && t.Rel == "obl" {
		n -= 4
	}
	if g.who != nil && len(g.who.root().drafts) > 1 {
		n += 2
	}
	return n
}

// coArgument says whether two mentions depend on the same verb: "he" in "he told him" is not "him".
func (s *settler) coArgument(f, g *draft) bool {
	if f.sentence != g.sentence {
		return false
	}
	ts := s.c.sents[f.sentence].Tokens
	t, u := &ts[f.head], &ts[g.head]
	return t.Head >= 0 && t.Head == u.Head && t.Rel != "nmod:poss"
}

// again resolves a role without party or name to an earlier mention of the same role: "the minister", "the ministry".
func (s *settler) again(f *draft) bool {
	if !f.definite && !f.bare || f.era != "" {
		return false
	}
	ro := s.d.headRole(f)
	a := s.antecedent(f, func(g *draft) bool {
		x := s.d.headRole(g)
		if x == nil && g.who != nil {
			x = s.titleOf(g.who.root())
		}
		return x != nil && g.plural == f.plural && (x == ro || refers(ro.word, x.word) || x.office != "" && x.office == ro.office)
	})
	if a == nil {
		return false
	}
	s.stand(f, a)
	return len(f.entities) > 0
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
