package calendar

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// maxTokens bounds the sentences in which expressions are tied to predicates: longer ones are lists and rubbish.
const maxTokens = 400

// governs says how closely an expression dates a predicate: 3 it hangs on the predicate itself ("the visit last week"),
// 2 it hangs on the predicate's clause, 1 it stands deeper in the clause, 0 it does not.
func governs(s *language.Sentence, t *Time, predicate, clause int) int {
	h := headOf(s, t.First, t.End)
	if h < 0 {
		return 0
	}
	c, path := clauseOf(s, h)
	if predicate != clause && slices.Contains(path, predicate) {
		return 3
	}
	of := preposition(s, h) == "of" || t.First > 0 && s.Tokens[t.First-1].Form == "of"
	if of && c == clause && setting(s, path) {
		return 1
	}
	if c >= t.First && c < t.End && s.Tokens[clause].Head == c { // the parser took the expression for the predicate
		return 2
	}
	if r := near(s, t, predicate); r > 0 && !of && c != clause {
		return r
	}
	if !of && (opens(s, t, c, clause) || bare(s, c, clause)) {
		return 2
	}
	if moved := placed(s, t, c); moved != c {
		if moved == clause && !of {
			return 2
		}
		return 0
	}
	switch {
	case c != clause || of:
		return 0
	case len(path) <= 2 || direct(s, path) || t.End <= clause && clause-t.End <= 2:
		return 2
	case predicate != clause:
		return 0
	}
	switch s.Tokens[h].Rel { // inside another part of the clause: "rejected last week's offer"
	case "nmod:poss", "compound", "amod", "nmod:desc":
		return 0
	}
	return 1
}

// hangs reports whether an expression hangs on a clause itself.
func hangs(s *language.Sentence, t *Time, clause int) bool {
	h := headOf(s, t.First, t.End)
	return h >= 0 && s.Tokens[h].Head == clause
}

// ofSubject reports whether an expression belongs to the noun that a clause is about: "the attack on Sunday was condemned on Monday".
func ofSubject(s *language.Sentence, t *Time, clause int) bool {
	h := headOf(s, t.First, t.End)
	if h < 0 || s.Tokens[h].Head < 0 {
		return false
	}
	noun := &s.Tokens[s.Tokens[h].Head]
	return noun.Head == clause && strings.HasPrefix(noun.Rel, "nsubj")
}

// opens reports whether an expression opens the sentence with its preposition: "On Monday soldiers fired", where a parser
// may take "Monday soldiers" together.
func opens(s *language.Sentence, t *Time, c, clause int) bool {
	return t.First == 1 && (s.Tokens[0].UPOS == "ADP" || s.Tokens[0].UPOS == "SCONJ") && t.End < len(s.Tokens) && s.Tokens[t.End].UPOS != "PART" && c == clause && s.Root() == clause
}

// bare reports whether clause c is the bare infinitive of another: "let them go on Friday".
func bare(s *language.Sentence, c, clause int) bool {
	k := &s.Tokens[c]
	return k.Head == clause && k.XPOS == "VB" && (k.Rel == "xcomp" || k.Rel == "ccomp") && !toInfinitive(s, c) && !hasRel(s, c, "aux")
}

// setting reports whether the expression belongs to a noun that sets the scene: "during the war of October 1973".
func setting(s *language.Sentence, path []int) bool {
	if len(path) != 3 || !strings.HasPrefix(s.Tokens[path[1]].Rel, "obl") {
		return false
	}
	switch preposition(s, path[1]) {
	case "in", "during", "at", "under":
		return true
	}
	return false
}

// near says whether the expression dates a verb by standing next to its words: no other verb and no comma between, and
// nothing that it modifies after it. It catches what the parse hangs elsewhere.
func near(s *language.Sentence, t *Time, predicate int) int {
	if s.Tokens[predicate].UPOS != "VERB" || s.Tokens[predicate].XPOS == "VB" || t.First > predicate && t.First < 1 {
		return 0
	}
	from, to := predicate+1, t.First
	if t.End <= predicate {
		from, to = t.End, predicate
	}
	for i := from; i < to; i++ {
		k := &s.Tokens[i]
		if k.UPOS == "VERB" || k.UPOS == "AUX" && k.Head != predicate || k.UPOS == "PUNCT" && k.Form != "-" || k.UPOS == "SCONJ" || k.UPOS == "PART" && k.Form == "to" {
			return 0
		}
	}
	if t.First > 0 && t.First > predicate && s.Tokens[t.First-1].UPOS == "ADP" && s.Tokens[t.First-1].Form != "of" {
		if t.End >= len(s.Tokens) {
			return 1
		}
		switch s.Tokens[t.End].UPOS {
		case "PUNCT", "ADP", "CCONJ", "SCONJ", "PART", "ADV":
			return 1
		}
	}
	if t.End <= predicate && t.First <= 1 {
		return 1
	}
	return 0
}

// direct reports whether an expression that hangs on a noun of the clause can date the clause all the same: a parser
// often hangs "on Monday" on the noun before it.
func direct(s *language.Sentence, path []int) bool {
	for _, i := range path[1 : len(path)-1] {
		switch rel, _, _ := strings.Cut(s.Tokens[i].Rel, ":"); rel {
		case "nsubj", "csubj", "conj":
			return false
		}
	}
	t := &s.Tokens[path[0]]
	return t.Rel == "nmod" || strings.HasPrefix(t.Rel, "nmod:") && t.Rel != "nmod:poss" || strings.HasPrefix(t.Rel, "obl")
}

// placed corrects the clause that the parse gives an expression by where it stands: what opens a sentence dates its main
// clause, what stands before a conjunction is not of the clause behind it, and what stands between a conjunction and a
// verb is of that verb.
func placed(s *language.Sentence, t *Time, c int) int {
	r := s.Root()
	if t.First <= 1 && r > t.First && c != r && !within(s, t.First, c) {
		return r
	}
	if k := said(s, t, c); k >= 0 {
		return k
	}
	if up := habit(s, t, c); up >= 0 {
		return up
	}
	if m := opening(s, c, "mark"); m > t.First {
		if up := above(s, c); up >= 0 {
			return up
		}
	}
	for k := t.End; k < len(s.Tokens) && k < t.End+12; k++ {
		if s.Tokens[k].Rel == "conj" && clausal(s, k) {
			if cc := opening(s, k, "cc"); cc >= 0 && cc < t.First && t.First-cc <= 3 {
				return k
			}
		}
	}
	return c
}

// habit gives the clause around a relative clause that says what is always so, to which a day at its end belongs: "shut the pipes that
// carry oil there on Tuesday". What is fixed for a day ("the summit that opens on Tuesday") keeps it. -1 if not so.
func habit(s *language.Sentence, t *Time, c int) int {
	k := &s.Tokens[c]
	if k.Rel != "acl:relcl" || k.UPOS != "VERB" || aspectOf(s, c) != present || k.XPOS == "VBG" || t.First < c || verbTable().appoint[k.Lemma] || !dayLong(t) {
		return -1
	}
	for i := k.Head + 1; i < t.First && i > 0; i++ {
		if s.Tokens[i].Form == "," {
			return -1
		}
	}
	if up := above(s, c); up >= 0 && aspectOf(s, up) == simplePast {
		return up
	}
	return -1
}

// dayLong reports whether an expression names a day.
func dayLong(t *Time) bool {
	switch v := t.value.(type) {
	case dayOfWeek:
		return true
	case annual:
		return v.unit == dayUnit
	case shift:
		return v.unit == dayUnit
	}
	return false
}

// said gives the clause of what was said, where an expression stands in it, before the comma and who said so, and the
// parser has hung it on the saying: "He is due in Riga on Sunday for talks, his office said". -1 if not so.
func said(s *language.Sentence, t *Time, c int) int {
	if c <= t.First {
		return -1
	}
	comma := false
	for i := t.End; i < c; i++ {
		comma = comma || s.Tokens[i].UPOS == "PUNCT" && s.Tokens[i].Form == ","
		if strings.HasPrefix(s.Tokens[i].Rel, "nsubj") && s.Tokens[i].Head == c && comma {
			if k := opening(s, c, "ccomp"); k >= 0 && k < i {
				return k
			}
		}
	}
	return -1
}

// within reports whether a clause opens the sentence together with the expression: "On Monday, when they met, …".
func within(s *language.Sentence, first, c int) bool {
	m := opening(s, c, "mark")
	return m >= 0 && m <= first
}

// opening gives the first dependent of a clause in the relation, -1 if none.
func opening(s *language.Sentence, c int, rel string) int {
	for j := range s.Tokens {
		if s.Tokens[j].Head == c && s.Tokens[j].Rel == rel {
			return j
		}
	}
	return -1
}

// preposition gives the preposition of a token, "" if it has none.
func preposition(s *language.Sentence, h int) string {
	if j := opening(s, h, "case"); j >= 0 {
		return strings.ToLower(s.Tokens[j].Form)
	}
	return ""
}

// hasRelative reports whether a clause describes a noun: it has a relative pronoun.
func hasRelative(s *language.Sentence, c int) bool {
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head == c && (t.XPOS == "WDT" || t.XPOS == "WP" || t.XPOS == "WRB" || t.UPOS == "PRON" && strings.Contains(t.Feats, "PronType=Rel")) {
			return true
		}
	}
	return false
}
