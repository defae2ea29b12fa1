package place

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/language"
)

// Locate says which places an event took place in: those that its predicate, or a noun that depends on it, binds by a
// preposition of place, or, under a verb of attack, as its object; else those that the root of the sentence binds. The
// places are those of Find.
func Locate(s *language.Sentence, sentence, predicate int, places []Place) []event.Location {
	g, err := Default()
	if err != nil || predicate < 0 || predicate >= len(s.Tokens) {
		return nil
	}
	locs := g.bound(s, sentence, predicate, places)
	if len(locs) == 0 {
		if root := s.Root(); root >= 0 && root != predicate && clauseOf(s, predicate) != root {
			locs = g.bound(s, sentence, root, places)
			locs = slices.DeleteFunc(locs, func(l event.Location) bool { return l.Role != "place" })
		}
	}
	return locs
}

// bound gives the places that hang by a predicate or by the verb of its clause, without what only says where they lie.
func (g *Gazetteer) bound(s *language.Sentence, sentence, predicate int, places []Place) []event.Location {
	var locs []event.Location
	clause := clauseOf(s, predicate)
	before := false // the place before is one of the event's
	first, _ := slices.BinarySearchFunc(places, sentence, func(p Place, n int) int { return p.Sentence - n })
	for i := first; i < len(places) && places[i].Sentence == sentence; i++ {
		p := &places[i]
		role := g.role(s, p, predicate, clause)
		if role != "" && !(before && p.Explains) {
			l := p.Location
			l.Role = role
			locs = append(locs, l)
		}
		before = role != "" || before && p.Explains
	}
	return locs
}

// clauseOf gives the verb that a nominal predicate belongs to ("held talks": held), or the predicate itself.
func clauseOf(s *language.Sentence, i int) int {
	for n := 0; n < 6 && s.Tokens[i].UPOS != "VERB" && s.Tokens[i].Head >= 0; n++ {
		rel, _, _ := strings.Cut(s.Tokens[i].Rel, ":")
		if rel != "obj" && rel != "obl" && rel != "nmod" && rel != "nsubj" && rel != "conj" && rel != "xcomp" {
			break
		}
		i = s.Tokens[i].Head
	}
	return i
}

// role says what a place is to a predicate: place, origin or target; "" if it is not bound to it.
func (g *Gazetteer) role(s *language.Sentence, p *Place, predicate, clause int) string {
	noun := p.Head
	prep := g.preposition(s, noun)
	// Climb from the place over nouns ("in the city of Homs", "near the airport in Kano") to the predicate.
	for n := 0; n < 6; n++ {
		t := &s.Tokens[noun]
		rel, _, _ := strings.Cut(t.Rel, ":")
		switch {
		case t.Head < 0:
			return ""
		case t.Head == predicate || t.Head == clause:
			return g.roleOf(s, t, rel, prep, t.Head)
		case rel == "nmod" && g.preps[prep] == "target" && g.kind(&s.Tokens[t.Head]) == "attack":
			return "target" // "killed in a raid on Homs"
		case rel == "nmod" || rel == "appos" || rel == "compound" || rel == "conj" || rel == "flat":
			noun = t.Head
			if q := g.preposition(s, noun); q != "" && (prep == "" || prep == "of" || rel == "conj" || rel == "appos") {
				prep = q
			}
		default:
			return ""
		}
	}
	return ""
}

// roleOf decides the role of a place whose phrase depends on the predicate directly.
func (g *Gazetteer) roleOf(s *language.Sentence, t *language.Token, rel, prep string, head int) string {
	kind := g.kind(&s.Tokens[head])
	if prep == "" {
		if kind == "attack" && (rel == "obj" || rel == "nsubj" && strings.HasSuffix(t.Rel, ":pass")) {
			return "target"
		}
		switch {
		case kind == "motion" && rel == "obj":
			return "place"
		case kind == "departure" && rel == "obj":
			return "origin"
		}
		return ""
	}
	if rel == "nsubj" && g.preps[prep] != "place" {
		return "" // but "police in Kano arrested"
	}
	switch g.preps[prep] {
	case "place":
		return "place"
	case "target":
		if kind == "attack" {
			return "target"
		}
		if prep == "at" {
			return "place"
		}
	case "origin":
		if kind != "" {
			return "origin"
		}
	case "goal":
		if kind == "motion" || kind == "departure" {
			return "place"
		}
	}
	return ""
}

// kind says whether a word attacks or moves. Lemmas of rare verbs may be wrong, so that the form is tried as well.
func (g *Gazetteer) kind(t *language.Token) string {
	if k := g.verbs[t.Lemma]; k != "" {
		return k
	}
	form := strings.ToLower(t.Form)
	for _, ending := range []string{"ed", "ing", "s"} {
		if stem, ok := strings.CutSuffix(form, ending); ok && g.verbs[stem] != "" {
			return g.verbs[stem]
		}
	}
	return ""
}

// preposition gives the preposition of a noun, "" if it has none.
func (g *Gazetteer) preposition(s *language.Sentence, noun int) string {
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == noun && t.Rel == "case" && t.UPOS == "ADP" {
			return strings.ToLower(t.Form)
		}
	}
	return ""
}
