package actor

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// compatible says whether an expression may refer to what another refers to.
func (r *resolver) compatible(e, a *expression) bool {
	c := a.chain
	if a.head == e.head && a.sentence == e.sentence || a.form == otherWord && e.form != they && e.form != he {
		return false
	}
	if e.gender != "" && c.gender != "" && e.gender != c.gender {
		return false
	}
	person := c.class == personClass || c.class == unknownClass || c.class == peopleClass && c.number == singular
	one := c.number != plural && !a.joined
	switch e.form {
	case he:
		return person && one && a.form != it && a.form != together && a.form != they && a.form != pointing
	case it:
		return c.class != personClass && !a.joined && c.number != plural && !(a.form <= spokenTo && a.form != it)
	case they:
		return a.form != it && a.form != he && a.form != speaking && a.form != pointing && (!one || c.class != placeClass && c.class != thingClass && (c.class != personClass || !c.named))
	case speaking:
		return person && one && a.form != it && a.form != together && a.form != they && a.form != pointing && a.form != plain
	case together:
		return a.form != it && a.form != he && a.form != spokenTo && a.form != pointing && c.class != placeClass && c.class != thingClass
	case spokenTo:
		return (c.class == personClass || c.class == peopleClass || c.class == unknownClass) && a.form != it && a.form != together && a.form != they && a.form != pointing
	case pointing:
		return !a.form.pronoun() && c.class != personClass && c.class != stateClass || a.form == pointing || a.form == it
	}
	return r.nominalFits(e, a)
}

// nominalFits says whether a name or noun phrase may refer to what an expression before refers to.
func (r *resolver) nominalFits(e, a *expression) bool {
	c := a.chain
	if a.form == pointing || a.form == together && e.form != plain && e.number != plural {
		return false
	}
	if e.number == plural != (c.number == plural || a.joined) && c.number != anyNumber && e.class != peopleClass && c.class != peopleClass && c.class != stateClass {
		return false
	}
	if e.form != name && slices.Contains(c.keys, e.key) {
		return true
	}
	return classesFit(e.class, c.class)
}

// classesFit says whether two classes may be of one referent.
func classesFit(a, b class) bool {
	if a == b || a == unknownClass || b == unknownClass {
		return a != thingClass && b != thingClass || a == b
	}
	human := func(x class) bool { return x == personClass || x == peopleClass }
	many := func(x class) bool { return x == peopleClass || x == bodyClass }
	land := func(x class) bool { return x == stateClass || x == placeClass }
	acts := func(x class) bool { return x == stateClass || x == bodyClass }
	return human(a) && human(b) || many(a) && many(b) || land(a) && land(b) || acts(a) && acts(b)
}

// apposed says whether one expression is the apposition of the other, by the parse.
func (r *resolver) apposed(e, a *expression) bool {
	if e.sentence != a.sentence || a.joined || e.joined {
		return false
	}
	ts := r.c.sents[e.sentence].Tokens
	return ts[e.head].Rel == "appos" && ts[e.head].Head >= a.first && ts[e.head].Head < a.end || e.first > a.head && strings.HasPrefix(ts[a.head].Rel, "nmod:desc") && ts[a.head].Head == e.head
}

// predicate says whether a noun is said of a subject: "she is a singer and a poet", "she became a singer", "she worked as a singer".
func (r *resolver) predicate(e, a *expression) bool {
	if e.sentence != a.sentence || a.rel != subject {
		return false
	}
	ts := r.c.sents[e.sentence].Tokens
	w := e.head
	for n := 0; n < 3 && ts[w].Rel == "conj" && ts[w].Head >= 0; n++ {
		w = ts[w].Head
	}
	verb := ts[a.head].Head
	if verb == w {
		return cased(ts, w, "cop", "")
	}
	return verb >= 0 && ts[w].Head == verb && (ts[w].Rel == "xcomp" || strings.HasPrefix(ts[w].Rel, "obl") && cased(ts, w, "case", "as"))
}

// cased says whether a word has a dependent of a relation before it, of that form if one is given.
func cased(ts []language.Token, w int, rel, form string) bool {
	for k := w - 1; k >= 0 && w-k < 12; k-- {
		if ts[k].Head == w && ts[k].Rel == rel {
			return form == "" || ts[k].Lemma == form
		}
	}
	return false
}
