package relation

import "dyad/internal/language"

// mend sets right what the parser gets wrong in a way that the sentence itself shows; tokens are changed in place.
func mend(tokens []language.Token) {
	for i := range tokens {
		mendPast(tokens, i)
		mendPredicate(tokens, i)
	}
}

// mendPast makes a bare participle with a subject the past of its verb, where the subject has an article and the sentence
// a full stop: "The leader crossed into Tunisia." Only headlines, which have neither, leave out the auxiliary of a passive.
func mendPast(tokens []language.Token, i int) {
	v := &tokens[i]
	if v.Rel != "root" || v.XPOS != "VBN" || tokens[len(tokens)-1].Form != "." {
		return
	}
	subject, article := -1, false
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Rel == "det" && t.Head > k && tokens[t.Head].Rel == "nsubj:pass" && tokens[t.Head].Head == i:
			article = true
		case t.Head != i:
		case t.Rel == "nsubj:pass" && k < i:
			subject = k
		case t.Rel == "aux:pass", t.Rel == "aux", t.Rel == "obl:agent", t.Rel == "obl" && marker(tokens, k) == "by":
			return
		}
	}
	if subject >= 0 && article {
		tokens[subject].Rel = "nsubj"
		v.XPOS, v.Feats = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
	}
}

// marker is the preposition of a word.
func marker(tokens []language.Token, i int) string {
	for k := range tokens {
		if tokens[k].Head == i && tokens[k].Rel == "case" && tokens[k].UPOS != "ADJ" {
			return tokens[k].Lemma
		}
	}
	return ""
}

// mendPredicate makes an adjective that was read as a preposition the predicate that it is: "is due in Beijing".
func mendPredicate(tokens []language.Token, i int) {
	a, h := &tokens[i], tokens[i].Head
	if a.UPOS != "ADJ" || a.Rel != "case" || h < i || i == 0 || tokens[i-1].Rel != "cop" || tokens[i-1].Head != h || marker(tokens, h) == "" {
		return
	}
	a.Head, a.Rel = tokens[h].Head, tokens[h].Rel
	tokens[h].Head, tokens[h].Rel = i, "obl"
	for k := range tokens {
		inside := k > i && k < h || tokens[k].Rel == "case" || tokens[k].Rel == "conj"
		if tokens[k].Head == h && k != i && !inside {
			tokens[k].Head = i
		}
	}
}
