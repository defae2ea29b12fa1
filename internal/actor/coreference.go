package actor

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/language"
)

// How many sentences back a pronoun and a role look for what they stand for.
const (
	reach     = 3
	roleReach = 10
)

// pronoun resolves a pronoun to the best of the mentions before it: one that agrees in number and person, the nearer
// sentence first, the subject before others.
func (s *settler) pronoun(f *draft) {
	value := s.d.words[f.word].value // "person m", "thing", "plural", "speaker"
	t := s.token(f)
	possessive := t.Rel == "nmod:poss" || t.XPOS == "PRP$"
	if s.otherPronoun(f, value, possessive) {
		return
	}
	barred := s.fellows(f)
	a, score := s.antecedent(f, func(g *draft) bool { return s.agrees(f, g, value) && !slices.Contains(barred, s.origin(g)) })
	if b := s.controller(f); value == "plural" && (b == nil || !s.agrees(f, b, value)) {
		if set := s.joined(f); set != nil && (a == nil || s.salience(f, set[0])+1 > score) {
			s.stand(f, set...)
			return
		}
	}
	if strings.HasPrefix(value, "person") {
		a = s.bySex(f, a, value)
	}
	if b := s.controller(f); possessive && b != nil && s.agrees(f, b, value) {
		a = b
	}
	if strings.HasPrefix(value, "person") {
		if b := s.ahead(f); b != nil && possessive && (a == nil || a.sentence != f.sentence) {
			a = b
		}
		b, who := s.c.ranked(f)
		switch {
		case a == nil && b != nil && b.kind == Person:
			a = b
		case a != nil && b == nil && who != nil && who.start > a.start:
			return // a private person, told of since
		}
	}
	if a == nil && f.entities == nil {
		a = s.subjectAhead(f, value)
	}
	if a == nil && value == "plural" {
		s.stand(f, s.met(f)...)
		return
	}
	if a != nil {
		s.stand(f, a)
	}
}

// otherPronoun resolves the pronouns that look back in a way of their own, and lets alone those that mean no party. It says
// whether f is such a one.
func (s *settler) otherPronoun(f *draft, value string, possessive bool) bool {
	t := s.token(f)
	switch {
	case strings.HasPrefix(value, "speaker"):
		s.speaker(f, value == "speaker plural")
	case t.Rel == "expl":
	case s.d.reflexives[fold(t.Form)]:
		s.reflexive(f)
	case value == "reciprocal":
		s.reciprocal(f)
	case value == "thing" && !possessive && !strings.HasPrefix(t.Rel, "nsubj") && !s.addressed(f):
		// "denied it": as a rule an act, no party
	case possessive && !strings.HasPrefix(value, "person") && s.unnamedSubject(f) && !(value == "plural" && s.joinedHere(f)):
	// "the war entered its third year"
	default:
		return false
	}
	return true
}

// met gives the subject and the object of the sentence before, if they are two parties of one kind: "A met B. They".
func (s *settler) met(f *draft) []*draft {
	if f.sentence == 0 {
		return nil
	}
	ts := s.c.sents[f.sentence-1].Tokens
	root := s.c.sents[f.sentence-1].Root()
	var subject, object *draft
	for i := f.index - 1; i >= 0 && s.c.drafts[i].sentence >= f.sentence-1; i-- {
		g := s.c.drafts[i]
		if g.sentence == f.sentence || g.modifier || ts[g.head].Head != root || g.kind == Pronoun {
			continue
		}
		switch rel := ts[g.head].Rel; {
		case strings.HasPrefix(rel, "nsubj"):
			subject = g
		case rel == "obj", rel == "obl" && !s.atScene(g) && object == nil:
			object = g
		}
	}
	if subject == nil || object == nil || subject.kind != object.kind || subject.kind != Person && subject.kind != State {
		return nil
	}
	return []*draft{subject, object}
}

// subjectAhead finds the subject of the sentence for a pronoun in what stands before it: "Before she left, the minister
// signed", "In its reply, Iceland".
func (s *settler) subjectAhead(f *draft, value string) *draft {
	ts := s.c.sents[f.sentence].Tokens
	root := s.c.sents[f.sentence].Root()
	if f.head > root {
		return nil
	}
	for _, g := range s.sameSentence(f) {
		t := s.token(g)
		if g.first <= f.head || !strings.HasPrefix(t.Rel, "nsubj") || t.Head != root || g.kind == Pronoun || g.modifier {
			continue
		}
		if top := below(ts, f.head, root); top >= 0 && (ts[top].Rel == "advcl" || ts[top].Rel == "obl") && top < g.first && s.agrees(f, g, value) {
			return g
		}
	}
	return nil
}

// below gives the word under a root that a word belongs to, -1 if it does not hang by that root.
func below(ts []language.Token, i, root int) int {
	for n := 0; n < 12 && i >= 0; n++ {
		if ts[i].Head == root {
			return i
		}
		i = ts[i].Head
	}
	return -1
}

// reflexive lets "itself" stand for the subject of its clause.
func (s *settler) reflexive(f *draft) {
	ts := s.c.sents[f.sentence].Tokens
	for verb, n := ts[f.head].Head, 0; verb >= 0 && n < 6; verb, n = ts[verb].Head, n+1 {
		for _, g := range s.sameSentence(f) {
			if g.stop <= f.start && ts[g.head].Head == verb && strings.HasPrefix(ts[g.head].Rel, "nsubj") && !g.modifier {
				s.stand(f, g)
				return
			}
		}
	}
}

// reciprocal lets "each other" stand for the subject of its clause, if that is several.
func (s *settler) reciprocal(f *draft) {
	var subject []*draft
	for _, g := range s.sameSentence(f) {
		if g.stop <= f.start && strings.HasPrefix(s.rel(g), "nsubj") && !g.modifier {
			if set := append([]*draft{g}, s.mates(g)...); len(set) > 1 || g.plural || g.kind == Set {
				subject = set
			}
		}
	}
	s.stand(f, subject...)
}

// controller finds the object that is told to do what a possessive stands in: "urged Kenya to open its border".
func (s *settler) controller(f *draft) *draft {
	ts := s.c.sents[f.sentence].Tokens
	verb := f.head
	for n := 0; n < 6 && verb >= 0 && ts[verb].Rel != "xcomp"; n++ {
		verb = ts[verb].Head
	}
	if verb < 0 || ts[verb].Rel != "xcomp" {
		return nil
	}
	for i := f.index - 1; i >= 0 && s.c.drafts[i].sentence == f.sentence; i-- {
		g := s.c.drafts[i]
		if t := &ts[g.head]; t.Head == ts[verb].Head && (t.Rel == "obj" || t.Rel == "iobj") && !g.modifier {
			return g
		}
	}
	return nil
}

// addressed says whether a pronoun is the object of a verb that is done to somebody and not to something: "asked it for help".
func (s *settler) addressed(f *draft) bool {
	ts := s.c.sents[f.sentence].Tokens
	t := &ts[f.head]
	return (t.Rel == "obj" || t.Rel == "iobj") && t.Head >= 0 && s.d.addresses[ts[t.Head].Lemma]
}

// joinedHere says whether parties are coordinated before a pronoun in its own sentence.
func (s *settler) joinedHere(f *draft) bool {
	set := s.joined(f)
	return set != nil && set[0].sentence == f.sentence
}

func (s *settler) token(f *draft) *language.Token { return &s.c.sents[f.sentence].Tokens[f.head] }

// unnamedSubject says whether the clause of a possessive has a subject before it that is no mention: then the pronoun is
// that thing's.
func (s *settler) unnamedSubject(f *draft) bool {
	ts := s.c.sents[f.sentence].Tokens
	verb := f.head
	for n := 0; n < 8 && verb >= 0 && ts[verb].UPOS != "VERB" && ts[verb].UPOS != "AUX"; n++ {
		verb = ts[verb].Head
	}
	for i := range f.head {
		if verb >= 0 && ts[i].Head == verb && strings.HasPrefix(ts[i].Rel, "nsubj") && ts[i].UPOS == "NOUN" {
			return !slices.ContainsFunc(s.sameSentence(f), func(g *draft) bool { return g.head == i })
		}
	}
	return false
}

// ahead finds the subject of the sentence that a possessive before it stands for: "In his speech, A. B. said".
func (s *settler) ahead(f *draft) *draft {
	root := s.c.sents[f.sentence].Root()
	for i := f.index + 1; i < len(s.c.drafts) && s.c.drafts[i].sentence == f.sentence; i++ {
		g := s.c.drafts[i]
		t := s.token(g)
		if g.first <= f.first && f.end <= g.end {
			continue // "his wife" is not he
		}
		if g.kind == Person && (g.who != nil || g.definite) && strings.HasPrefix(t.Rel, "nsubj") && t.Head == root && f.head < root {
			return g
		}
	}
	return nil
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

// agrees says whether a pronoun may stand for a mention. A pronoun agrees with the same pronoun before it.
func (s *settler) agrees(f, g *draft, value string) bool {
	if g.kind == Pronoun {
		return g.antecedent != nil && s.d.words[g.word].value == value
	}
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
	return g.plural && (g.kind == Group || g.kind == State) || g.kind == Set || g.kind == Group && s.manifold(g) ||
		g.kind == Organisation && f.sentence == g.sentence
}

// bodily says whether a group's noun names a body of the state that is one and the same through a report: police,
// authorities.
func (s *settler) bodily(g *draft) bool {
	ro := s.d.headRole(g)
	return ro != nil && ro.kind == "group" && len(ro.sectors) > 0 && (ro.sectors[0] == "COP" || ro.sectors[0] == "GOV")
}

// manifold says whether a group's noun is plural by nature: police, people, authorities.
func (s *settler) manifold(g *draft) bool {
	ro := s.d.headRole(g)
	return ro != nil && ro.kind == "group"
}

// antecedent looks back for the best mention that passes a test, and gives its weight.
func (s *settler) antecedent(f *draft, ok func(*draft) bool) (*draft, int) {
	var best *draft
	score := -1 << 30
	back := reach
	if len(f.roles) > 0 {
		back = roleReach
	}
	for i := f.index - 1; i >= 0; i-- {
		g := s.c.drafts[i]
		if f.sentence-g.sentence > back {
			break
		}
		if g.stop > f.start || !ok(g) || s.coArgument(f, g) {
			continue
		}
		if n := s.salience(f, g); n > score {
			best, score = g, n
		}
	}
	return best, score
}

// salience weighs a mention as antecedent: recency by sentence, then grammatical rank.
func (s *settler) salience(f, g *draft) int {
	n := -12 * (f.sentence - g.sentence)
	t := s.token(g)
	switch {
	case strings.HasPrefix(t.Rel, "nsubj"):
		n += 10
		if t.Head != s.c.sents[g.sentence].Root() && f.sentence != g.sentence {
			n -= 3 // the subject of a clause is less likely taken up than that of the sentence
		}
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
	t, u := s.token(f), s.token(g)
	return t.Head >= 0 && t.Head == u.Head && t.Rel != "nmod:poss"
}

// bySex gives, for an antecedent whose name tells nothing of his or her sex, one of the same sentence whose name tells that
// it is the pronoun's; else the same antecedent.
func (s *settler) bySex(f, a *draft, value string) *draft {
	if a == nil || a.kind != Person || genderOf(a) != "" || value == "person" {
		return a
	}
	b, _ := s.antecedent(f, func(g *draft) bool {
		return g.sentence == a.sentence && genderOf(g) != "" && s.agrees(f, g, value) && !s.c.chained(a, g)
	})
	if b == nil {
		return a
	}
	return b
}

// chained says whether two mentions refer to one by the ranked antecedents: "the police chief, General A. B.".
func (c *Candidates) chained(f, g *draft) bool {
	return f.expression > 0 && g.expression > 0 && c.references[f.expression-1].chain == c.references[g.expression-1].chain
}

// genderOf gives what is known of the sex of a named person: m, f or nothing.
func genderOf(f *draft) string {
	if f.who == nil {
		return ""
	}
	return f.who.root().gender
}

// fellows gives whom the other arguments of a pronoun's verb mean, if these are pronouns: in "he asked him" he is not him.
func (s *settler) fellows(f *draft) []*draft {
	var list []*draft
	for _, g := range s.sameSentence(f) {
		if g.kind == Pronoun && g.stop <= f.start && s.coArgument(f, g) {
			s.settle(g)
			list = append(list, s.origin(g))
		}
	}
	return list
}

// origin gives the mention that a pronoun stands for in the end; of a named person the first.
func (s *settler) origin(g *draft) *draft {
	for g.kind == Pronoun && g.antecedent != nil && g.antecedent.index < g.index {
		g = g.antecedent
	}
	if g.who != nil && len(g.who.root().drafts) > 0 {
		return g.who.root().drafts[0]
	}
	return g
}
