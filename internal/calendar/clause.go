package calendar

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// clauseOf gives the predicate of the clause that token i stands in, and the tokens passed on the way up, i first, the
// predicate last.
func clauseOf(s *language.Sentence, i int) (head int, path []int) {
	for range len(s.Tokens) {
		path = append(path, i)
		t := &s.Tokens[i]
		if t.Head < 0 || t.Head >= len(s.Tokens) || clausal(s, i) {
			return i, path
		}
		i = t.Head
	}
	return i, path
}

// clausal reports whether token i is the predicate of a clause of its own.
func clausal(s *language.Sentence, i int) bool {
	t := &s.Tokens[i]
	switch rel, _, _ := strings.Cut(t.Rel, ":"); rel {
	case "root", "ccomp", "xcomp", "advcl", "csubj", "parataxis":
		return true
	case "acl":
		return true
	case "conj", "appos", "dep":
		return t.UPOS == "VERB" || t.UPOS == "AUX" || hasRel(s, i, "cop")
	}
	return false
}

// hasRel reports whether token i has a dependent in the relation, whatever its subtype.
func hasRel(s *language.Sentence, i int, rel string) bool {
	for j := range s.Tokens {
		if r, _, _ := strings.Cut(s.Tokens[j].Rel, ":"); s.Tokens[j].Head == i && r == rel {
			return true
		}
	}
	return false
}

// aspect is what the form of a predicate says of its time.
type aspect int

const (
	formless       aspect = iota // no finite verb: a heading, a participle
	present                      // is holding, holds
	presentPerfect               // has signed
	simplePast                   // signed
	pastPerfect                  // had signed
	ahead                        // will sign, is to sign, plans to sign
	possible                     // may sign, could sign
)

// aspectOf reads the form of the predicate of a clause.
func aspectOf(s *language.Sentence, c int) aspect {
	if modal(s, c) {
		return possible
	}
	form := verbForm(s, c)
	if d := tenseAt(s, c); d == future && form != "VBZ" && form != "VBP" {
		return ahead
	}
	if a := joinedAspect(s, c); a != formless {
		return a
	}
	a := formless
	switch form {
	case "VBD":
		a = simplePast
	case "VBZ", "VBP":
		a = present
	}
	for j := range s.Tokens {
		aux := &s.Tokens[j]
		if aux.Head != c || !strings.HasPrefix(aux.Rel, "aux") && aux.Rel != "cop" {
			continue
		}
		switch {
		case aux.Lemma == "have" && aux.XPOS == "VBD":
			return pastPerfect
		case aux.Lemma == "have" && (aux.XPOS == "VBZ" || aux.XPOS == "VBP"):
			return presentPerfect
		case aux.XPOS == "VBD":
			a = simplePast
		case aux.XPOS == "VBZ" || aux.XPOS == "VBP":
			a = present
			if aux.Lemma == "be" && (toInfinitive(s, c) || goingTo(s, c)) {
				return ahead // "is to visit", "is going to visit"
			}
		}
	}
	return a
}

// joinedAspect gives the form that a predicate shares with the one it is joined to: "have opposed it and called for …",
// "to meet and sign". It is formless where it shares none.
func joinedAspect(s *language.Sentence, c int) aspect {
	t := &s.Tokens[c]
	h := t.Head
	if t.Rel != "conj" || h < 0 || h >= c {
		return formless
	}
	if t.XPOS == "VBN" && !hasRel(s, c, "aux") && opening(s, h, "aux:pass") >= 0 && aspectOf(s, h) == simplePast { // "six were killed and ten wounded"
		return simplePast
	}
	if hasRel(s, c, "nsubj") {
		return formless
	}
	switch {
	case (t.XPOS == "VBD" || t.XPOS == "VBN") && !hasRel(s, c, "aux") && !setOff(s, c):
		if a := aspectOf(s, t.Head); a == presentPerfect || a == pastPerfect {
			return a
		}
	case t.XPOS == "VB":
		if aspectOf(s, t.Head) == ahead {
			return ahead
		}
	}
	return formless
}

// setOff reports whether a comma sets a past off from the perfect it is joined to: "had resisted it for weeks, and voted for it in the
// end".
func setOff(s *language.Sentence, c int) bool {
	cc := opening(s, c, "cc")
	return s.Tokens[c].XPOS == "VBD" && cc > 0 && cc < c && s.Tokens[cc-1].Form == ","
}

// goingTo reports whether a predicate is "going" with an infinitive: "is going to visit".
func goingTo(s *language.Sentence, c int) bool {
	t := &s.Tokens[c]
	return t.XPOS == "VBG" && t.Lemma == "go" && slices.ContainsFunc(content(s, c), func(k int) bool { return toInfinitive(s, k) })
}

// modal reports whether the predicate is only possible.
func modal(s *language.Sentence, c int) bool {
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head == c && t.Rel == "aux" {
			switch t.Lemma {
			case "may", "might", "could":
				return true
			}
		}
	}
	return false
}

// toInfinitive reports whether the predicate is an infinitive with "to".
func toInfinitive(s *language.Sentence, c int) bool {
	if s.Tokens[c].XPOS != "VB" {
		return false
	}
	return c > 0 && strings.EqualFold(s.Tokens[c-1].Form, "to") || slices.ContainsFunc(s.Tokens, func(t language.Token) bool {
		return t.Head == c && t.Rel == "mark" && strings.EqualFold(t.Form, "to")
	})
}

// content gives the clauses that say what the predicate of clause c plans: its open complements.
func content(s *language.Sentence, c int) []int {
	var list []int
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head == c && (t.Rel == "xcomp" || t.Rel == "ccomp" || t.Rel == "advcl" && j > c && toInfinitive(s, j)) {
			list = append(list, j)
		}
	}
	return list
}

// above gives the clause that governs clause c, -1 at the root.
func above(s *language.Sentence, c int) int {
	h := s.Tokens[c].Head
	if h < 0 || h >= len(s.Tokens) {
		return -1
	}
	c, _ = clauseOf(s, h)
	return c
}

// maxClauses bounds how many clauses up a time is looked for. It also ends the way in a tree that is none.
const maxClauses = 12

// aboveAll gives the clauses that govern a clause, from the nearest on.
func aboveAll(s *language.Sentence, c int) []int {
	var list []int
	for c = above(s, c); c >= 0 && len(list) < maxClauses; c = above(s, c) {
		list = append(list, c)
	}
	return list
}

// under reports whether token i hangs on the clause of predicate c, not deeper in another clause.
func under(s *language.Sentence, i, c int) bool {
	h, _ := clauseOf(s, i)
	return h == c
}
