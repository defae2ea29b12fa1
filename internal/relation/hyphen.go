package relation

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// joinHyphens returns a copy of a sentence in which the last part of a word with a hyphen has the lemma of the whole, if
// the lexicon knows it as a noun: "cease-fire", "pull-back". The treebanks cut such words in three, so that the parser
// takes the part after the hyphen for a word of its own.
func joinHyphens(s *language.Sentence, l *Lexicon) *language.Sentence {
	c := *s
	c.Tokens = slices.Clone(s.Tokens)
	for i := 2; i < len(c.Tokens); i++ {
		l.joinHyphen(c.Tokens, i)
	}
	return &c
}

func (l *Lexicon) joinHyphen(tokens []language.Token, i int) {
	t := &tokens[i]
	if tokens[i-1].Form != "-" || tokens[i-2].End != tokens[i-1].Start || tokens[i-1].End != t.Start {
		return
	}
	whole := strings.ToLower(tokens[i-2].Form + "-" + t.Lemma)
	if !l.nouns[whole] && !slices.ContainsFunc(l.entries[whole], func(e *entry) bool { return e.pos == "n" }) {
		return
	}
	t.Lemma, t.UPOS, t.XPOS = whole, "NOUN", "NN"
	if first := &tokens[i-2]; t.Head == i-2 && first.Head != i { // the whole stands where its first part stood
		t.Head, t.Rel = first.Head, first.Rel
		for k := range tokens {
			if tokens[k].Head == i-2 && k != i {
				tokens[k].Head = i
			}
		}
		first.Head, first.Rel = i, "compound"
	}
	if h := t.Head; t.Rel == "advmod" && h >= 0 && h < i && tokens[h].UPOS == "VERB" {
		t.Rel = "obj" // read as the particle of a verb
	}
}
