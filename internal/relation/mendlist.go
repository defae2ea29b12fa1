package relation

import (
	"strings"

	"dyad/internal/language"
)

// mendList coordinates two names with only a comma between them that the parse made two subjects of one verb: "Chad, Sudan sign
// a deal".
func mendList(tokens []language.Token, i int) {
	b := &tokens[i]
	if i != 2 || b.Rel != "nsubj" || b.UPOS != "PROPN" || b.Head < i || tokens[1].Form != "," {
		return
	}
	if a := &tokens[0]; (a.Rel == "nsubj" || a.Rel == "vocative") && a.Head == b.Head && a.UPOS == "PROPN" {
		a.Rel, b.Head, b.Rel = "nsubj", 0, "conj"
	}
}

// mendAttribute makes a participle before a noun its attribute, where the parse read it as a verb coordinated with the
// predicate and the nouns on both sides as two subjects: "the government and striking teachers agreed".
func mendAttribute(tokens []language.Token, i int) {
	p := &tokens[i]
	n := i + 1
	if p.Rel != "conj" || p.UPOS != "VERB" || p.Head <= n || n >= len(tokens) || tokens[n].Rel != "nsubj" || tokens[n].Head != p.Head || !strings.HasPrefix(tokens[n].UPOS, "N") {
		return
	}
	for k := range i {
		if t := &tokens[k]; t.Head == p.Head && t.Rel == "nsubj" {
			for c := range tokens { // "and"
				if tokens[c].Head == i {
					tokens[c].Head = n
				}
			}
			tokens[n].Head, tokens[n].Rel = k, "conj"
			p.Head, p.Rel, p.UPOS = n, "amod", "ADJ"
			return
		}
	}
}
