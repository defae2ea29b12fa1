package relation

import (
	"strings"

	"dyad/internal/language"
)

// mendInverted sets right two clauses whose auxiliary stands before the subject: a condition that was read as the main clause,
// "Had Chad attacked, Mali would have answered", and an infinitive that was read as an attribute of its subject, "Is Chad to
// leave?", "Were Chad to leave, …".
func mendInverted(tokens []language.Token, i int) {
	a := &tokens[i]
	v := a.Head
	if v >= 0 && v < i && a.Rel == "aux" {
		mendTrailing(tokens, i, v)
		return
	}
	if a.UPOS != "AUX" || v <= i || v >= len(tokens) {
		return
	}
	switch a.Rel {
	case "aux":
		mendCondition(tokens, i, v)
	case "cop":
		mendInvertedInfinitive(tokens, i, v)
	}
}

// mendTrailing gives an auxiliary that was hung on the verb before it to the verb of its condition: "would have sunk the ship
// had it crossed the line".
func mendTrailing(tokens []language.Token, aux, v int) {
	for k := aux + 1; k < len(tokens); k++ {
		if t := &tokens[k]; t.Head == v && (t.Rel == "advcl" || t.Rel == "ccomp") && t.XPOS == "VBN" {
			if aux > v && aux+1 < k && tokens[aux+1].UPOS != "VERB" && subject(tokens, k, -1) {
				tokens[aux].Head = k
			}
			return
		}
	}
}

// mendCondition makes the clause behind the comma the main one: only its verb has a "would".
func mendCondition(tokens []language.Token, aux, v int) {
	main := -1
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head == v && k < aux && t.Rel != "cc" && t.Rel != "punct":
			return // "Never had Chad attacked"
		case k > v && t.Head == v && t.Rel == "ccomp":
			main = k
		}
	}
	if main < 0 || tokens[v].Rel != "root" || !subject(tokens, v, -1) || aux > 0 && subjectBefore(tokens, v, aux) || !modal(tokens, main) {
		return
	}
	tokens[main].Head, tokens[main].Rel = tokens[v].Head, tokens[v].Rel
	tokens[v].Head, tokens[v].Rel = main, "advcl"
}

// subjectBefore reports whether a verb has a subject in front of a word, so that the word is not inverted.
func subjectBefore(tokens []language.Token, v, word int) bool {
	for k := range word {
		if tokens[k].Head == v && strings.HasPrefix(tokens[k].Rel, "nsubj") {
			return true
		}
	}
	return false
}

func modal(tokens []language.Token, v int) bool {
	for k := range v {
		if tokens[k].Head == v && tokens[k].XPOS == "MD" {
			return true
		}
	}
	return false
}

// mendInvertedInfinitive makes an infinitive the verb of the noun that it was hung on, and the copula its auxiliary.
func mendInvertedInfinitive(tokens []language.Token, cop, n int) {
	v := -1
	for k := n + 1; k < len(tokens) && v < 0; k++ {
		if tokens[k].Head == n && tokens[k].Rel == "acl" && tokens[k].XPOS == "VB" {
			v = k
		}
	}
	if v < 0 || tokens[n].UPOS != "PROPN" && tokens[n].UPOS != "NOUN" || subjectBefore(tokens, n, n) {
		return
	}
	first := cop
	for first > 0 && tokens[first-1].UPOS == "PUNCT" {
		first--
	}
	top, rel := tokens[n].Head, tokens[n].Rel
	if rel == "nsubj" { // of the main clause behind it
		rel = "advcl"
	}
	if first > 0 || rel != "root" && rel != "advcl" {
		return
	}
	tokens[v].Head, tokens[v].Rel = top, rel
	tokens[n].Head, tokens[n].Rel = v, "nsubj"
	tokens[cop].Head, tokens[cop].Rel = v, "aux"
	for k := range tokens {
		if t := &tokens[k]; t.Head == n && (t.Rel == "punct" || k > v) {
			t.Head = v
		}
	}
}
