package relation

import (
	"strings"

	"dyad/internal/language"
)

// mendJoined sets right two places where the parser hangs a verb too high, so that it would share the wrong subject. motion
// tells of a lemma whether it is a motion, after which another deed is often told.
func mendJoined(tokens []language.Token, i int, motion func(lemma string) bool) {
	mendReported(tokens, i)
	mendConjunct(tokens, i, motion)
}

// mendReported makes a participle the clause that is said, and the noun before it its subject, where the verb of saying would
// have a second subject behind it: "Chad said Libyan troops crossed into Niger".
func mendReported(tokens []language.Token, i int) {
	v, n := &tokens[i], tokens[i].Head
	if v.Rel != "acl" || v.UPOS != "VERB" || v.XPOS != "VBN" && v.XPOS != "VBD" || n < 0 || n > i || tokens[n].Rel != "nsubj" {
		return
	}
	g := tokens[n].Head
	if g < 0 || g > n || tokens[g].UPOS != "VERB" || !subjectBefore(tokens, g, g) {
		return
	}
	for k := n + 1; k < len(tokens); k++ {
		switch t := &tokens[k]; {
		case k < i && t.UPOS == "PUNCT", t.Head == i && (strings.HasPrefix(t.Rel, "nsubj") || t.Rel == "obl:agent" || strings.HasPrefix(t.Rel, "aux")), t.Head == g && t.Rel == "ccomp":
			return
		}
	}
	v.Head, v.Rel, v.XPOS, v.Feats = g, "ccomp", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
	tokens[n].Head = i
}

// mendConjunct hangs a verb that is joined by a bare "and" on the verb of motion in the clause right before it: who "entered Libya and
// bombed a town" is one.
func mendConjunct(tokens []language.Token, i int, motion func(lemma string) bool) {
	v, g := &tokens[i], tokens[i].Head
	if v.Rel != "conj" || v.UPOS != "VERB" || v.XPOS != "VBD" && v.XPOS != "VBN" || g < 0 || g > i {
		return
	}
	and := -1
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != i:
		case t.Rel == "cc" && k < i && and < 0:
			and = k
		case strings.HasPrefix(t.Rel, "nsubj"), strings.HasPrefix(t.Rel, "aux"):
			return
		}
	}
	if and < 1 || tokens[and].Lemma != "and" || tokens[and-1].UPOS == "PUNCT" {
		return
	}
	for c := and - 1; c > g; c-- {
		t := &tokens[c]
		if t.Head == g && (t.Rel == "advcl" || t.Rel == "ccomp") && t.XPOS == "VBD" && motion(t.Lemma) && subject(tokens, c, -1) {
			v.Head, v.XPOS = c, "VBD"
			return
		}
	}
}
