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
	if t.UPOS == "VERB" && slices.ContainsFunc(l.entries[whole], func(e *entry) bool { return e.pos == "v" }) {
		joinVerb(tokens, i, whole)
		return
	}
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

// joinVerb makes one verb of "test-fired". Where its first part was read as the subject ("Iran test - fired"), the name or
// noun before it is the subject.
func joinVerb(tokens []language.Token, i int, whole string) {
	t, first := &tokens[i], &tokens[i-2]
	t.Lemma = whole
	if first.Head != i || first.Rel != "nsubj" && first.Rel != "nsubj:pass" {
		return
	}
	subject := -1
	for k := range tokens[:i-2] {
		if tokens[k].Head == i-2 && (tokens[k].UPOS == "PROPN" || tokens[k].UPOS == "NOUN") {
			subject = k
		}
	}
	if subject < 0 {
		return
	}
	for k := range tokens[:i-2] {
		if tokens[k].Head == i-2 {
			tokens[k].Head = subject
		}
	}
	tokens[subject].Head, tokens[subject].Rel = i, first.Rel
	first.Rel = "compound"
}
