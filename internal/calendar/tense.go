package calendar

import (
	"strings"

	"dyad/internal/language"
)

// tense says on which side of the report the clause of the words [first, end) lies: "will meet on Friday" ahead, "met on
// Friday" behind it.
func tense(s *language.Sentence, first, end int) direction {
	return tenseOf(s, &Time{First: first, End: end})
}

// tenseOf says so of the words of an expression.
func tenseOf(s *language.Sentence, t *Time) direction {
	first, end := t.First, t.End
	h := headOf(s, first, end)
	if h < 0 || len(s.Tokens) > maxTokens {
		return unknown
	}
	if first > 0 && end+1 < len(s.Tokens) && strings.EqualFold(s.Tokens[end].Form, "to") && s.Tokens[end+1].XPOS == "VB" {
		switch strings.ToLower(s.Tokens[first-1].Form) {
		case "until", "till", "by":
			return future // "gave them until Friday to leave"
		}
	}
	if c, _ := clauseOf(s, h); c != h {
		if up := placed(s, t, c); up != c {
			h = up
		}
	}
	noun := false
	for n := 0; n < maxClimb && h >= 0 && h < len(s.Tokens); n, h = n+1, s.Tokens[h].Head {
		t := &s.Tokens[h]
		if h < first && t.UPOS == "VERB" && (noun && tables().future[t.Lemma+"/VERB"] || invites(s, h, first)) {
			return future // "invited them to a meeting on Friday"
		}
		if d := tenseAt(s, h); d != unknown {
			return d
		}
		noun = t.UPOS == "NOUN" && n > 0
	}
	return unknown
}

// maxClimb bounds the way from an expression up to the predicate whose tense tells.
const maxClimb = 40

// headOf gives the token of [first, end) whose head lies outside, -1 where the sentence has no parse.
func headOf(s *language.Sentence, first, end int) int {
	if first < 0 || end > len(s.Tokens) {
		return -1
	}
	for i := first; i < end; i++ {
		if s.Tokens[i].Rel == "" {
			return -1
		}
		if h := s.Tokens[i].Head; h < first || h >= end {
			if s.Tokens[i].Rel != "punct" {
				return i
			}
		}
	}
	return -1
}

// tenseAt reads the tense of the predicate at token i from itself, its auxiliaries and what governs it.
func tenseAt(s *language.Sentence, i int) direction {
	t := &s.Tokens[i]
	v := tables()
	d, sure := auxiliaryTense(s, i)
	if v.future[t.Lemma+"/"+t.UPOS] && scheduled(s, i) {
		if had(s, i) { // "had been due on Friday"
			return unknown
		}
		return future
	}
	if sure {
		return d
	}
	if toInfinitive(s, i) {
		if t.Head < 0 || t.Head >= len(s.Tokens) {
			return future // "Ministers to meet on Friday"
		}
		h := &s.Tokens[t.Head]
		if v.future[h.Lemma+"/"+h.UPOS] || t.Rel == "acl" || t.Rel == "root" {
			return future
		}
	}
	if d != unknown {
		return d
	}
	switch verbForm(s, i) {
	case "VBD":
		return past
	case "VBZ", "VBP": // "ministers meet on Thursday"
		if t.UPOS == "VERB" {
			return future
		}
	case "VBN":
		if t.Rel == "acl" {
			return past
		}
	}
	return unknown
}

// auxiliaryTense reads the tense of a predicate from its auxiliaries; sure where they leave no doubt.
func auxiliaryTense(s *language.Sentence, i int) (d direction, sure bool) {
	for j := range s.Tokens {
		a := &s.Tokens[j]
		if a.Head != i || a.Rel != "aux" && a.Rel != "cop" && a.Rel != "aux:pass" {
			continue
		}
		switch strings.ToLower(a.Form) {
		case "will", "shall", "'ll", "wo", "’ll", "would":
			return future, true
		case "may", "might", "could", "should", "must", "can":
			if d == unknown && !has(s, i, "have") {
				d = future
			}
		case "was", "were":
			if d = past; toInfinitive(s, i) {
				return future, true // "was to leave on Friday"
			}
		case "had", "did", "has", "have", "'ve", "’ve":
			d = past
		}
	}
	return d, false
}

// invites reports whether the verb calls somebody to something that stands before token first: "called the envoys to a
// meeting on Friday".
func invites(s *language.Sentence, verb, first int) bool {
	if !verbTable().invite[s.Tokens[verb].Lemma] {
		return false
	}
	for i := verb + 1; i < first; i++ {
		t := &s.Tokens[i]
		if t.UPOS == "VERB" {
			return false
		}
		if c := tables().foreseen[nounOf(s, i)]; (c == "event" || c == "gathering") && preposition(s, i) == "to" { // not "to the ministry on Friday"
			return true
		}
	}
	return false
}

// verbForm gives the Penn tag of a verb. Where a tagger takes a past for a present of the same or a rare form, what stands
// around it tells: "Turkey shut", "broke off relations and froze assets"; "soldiers beat them" is news, and past.
func verbForm(s *language.Sentence, i int) string {
	t := &s.Tokens[i]
	if t.XPOS == "VBN" && t.UPOS == "VERB" && active(s, i) { // "shells killed two soldiers"
		return "VBD"
	}
	if t.XPOS != "VBP" || t.UPOS != "VERB" {
		return t.XPOS
	}
	if verbTable().same[t.Lemma] || irregular(t) {
		return "VBD"
	}
	subject := false
	for _, j := range s.Children(i) {
		if !strings.HasPrefix(s.Tokens[j].Rel, "nsubj") {
			continue
		}
		subject = true
		if x := s.Tokens[j].XPOS; (x == "NN" || x == "NNP") && !hasRel(s, j, "conj") {
			return "VBD"
		}
	}
	if h := t.Head; !subject && t.Rel == "conj" && h >= 0 && h < i && s.Tokens[h].XPOS == "VBD" {
		return "VBD"
	}
	return t.XPOS
}

// had reports whether a predicate has the auxiliary of the past perfect.
func had(s *language.Sentence, i int) bool {
	for j := range s.Tokens {
		if a := &s.Tokens[j]; a.Head == i && a.Lemma == "have" && a.XPOS == "VBD" && strings.HasPrefix(a.Rel, "aux") {
			return true
		}
	}
	return false
}

// active reports whether a verb has a subject that acts, and no auxiliary.
func active(s *language.Sentence, i int) bool {
	subject := false
	for _, j := range s.Children(i) {
		switch t := &s.Tokens[j]; {
		case strings.HasPrefix(t.Rel, "aux") || t.Rel == "cop":
			return false
		case t.Rel == "nsubj" && j < i:
			subject = true
		}
	}
	return subject
}

// irregular reports whether the form of a verb is no form of its present: "froze", "swore".
func irregular(t *language.Token) bool {
	return t.Lemma != "be" && t.Lemma != "have" && t.Lemma != "" && !strings.EqualFold(t.Form, t.Lemma) && !strings.HasPrefix(t.Form, "'") && !strings.HasPrefix(t.Form, "’")
}

// scheduled reports whether the word puts its own time ahead: "is due on Friday", "set for Friday".
func scheduled(s *language.Sentence, i int) bool {
	t := &s.Tokens[i]
	if t.UPOS == "ADJ" {
		return hasRel(s, i, "obl") || hasRel(s, i, "xcomp") || i+2 < len(s.Tokens) && toInfinitive(s, i+2)
	}
	if t.XPOS != "VBN" || has(s, i, "have") {
		return false
	}
	for j := range s.Tokens { // "is expected in Riga on Friday"
		if a := &s.Tokens[j]; a.Head == i && a.Lemma == "be" && (a.XPOS == "VBZ" || a.XPOS == "VBP") && hasRel(s, i, "obl") {
			return true
		}
	}
	for j := range s.Tokens {
		if s.Tokens[j].Head == i && s.Tokens[j].Rel == "obl" && preposition(s, j) == "for" {
			return true
		}
	}
	return false
}

// has reports whether token i has an auxiliary of the lemma.
func has(s *language.Sentence, i int, lemma string) bool {
	for j := range s.Tokens {
		if s.Tokens[j].Head == i && s.Tokens[j].Lemma == lemma && strings.HasPrefix(s.Tokens[j].Rel, "aux") {
			return true
		}
	}
	return false
}
