package calendar

import (
	"strings"

	"dyad/internal/language"
)

// tense says on which side of the report the clause of the words [first, end) lies: "will meet on Friday" ahead, "met on
// Friday" behind it.
func tense(s *language.Sentence, first, end int) direction {
	h := headOf(s, first, end)
	if h < 0 {
		return unknown
	}
	for range len(s.Tokens) {
		if d := tenseAt(s, h); d != unknown {
			return d
		}
		if h = s.Tokens[h].Head; h < 0 || h >= len(s.Tokens) {
			return unknown
		}
	}
	return unknown
}

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
	if v.future[t.Lemma+"/"+t.UPOS] && t.XPOS != "VB" && i > 0 && dependent(s, i) {
		return future
	}
	d := unknown
	for j := range s.Tokens {
		a := &s.Tokens[j]
		if a.Head != i {
			continue
		}
		switch {
		case a.Rel == "aux" || a.Rel == "cop" || a.Rel == "aux:pass":
			switch strings.ToLower(a.Form) {
			case "will", "shall", "'ll", "wo", "’ll":
				return future
			case "would":
				return future
			case "may", "might", "could", "should", "must", "can":
				if d == unknown && !has(s, i, "have") {
					d = future
				}
			case "was", "were", "had", "did":
				d = past
			case "has", "have", "'ve", "’ve":
				d = past
			}
		case a.Rel == "mark" && strings.EqualFold(a.Form, "to") && t.XPOS == "VB":
			if t.Head >= 0 && t.Head < len(s.Tokens) {
				h := &s.Tokens[t.Head]
				if v.future[h.Lemma+"/"+h.UPOS] || t.Rel == "acl" || t.Rel == "root" {
					return future
				}
			} else {
				return future // "Ministers to meet on Friday"
			}
		}
	}
	if d != unknown {
		return d
	}
	switch t.XPOS {
	case "VBD":
		return past
	case "VBN":
		if t.Rel == "acl" {
			return past
		}
	}
	return unknown
}

// dependent reports whether anything hangs on token i as its content or time: a bare "due" governs nothing.
func dependent(s *language.Sentence, i int) bool {
	for j := range s.Tokens {
		if s.Tokens[j].Head != i {
			continue
		}
		switch r := s.Tokens[j].Rel; {
		case strings.HasPrefix(r, "obl"), strings.HasPrefix(r, "nmod"):
			l := s.Tokens[i].Lemma
			return l == "schedule" || l == "due" || l == "plan" || l == "set" || l == "slate" || l == "expect" || l == "book"
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
