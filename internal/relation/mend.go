package relation

import (
	"strings"

	"dyad/internal/language"
)

// mend sets right what the parser gets wrong in a way that the sentence itself shows; tokens are changed in place.
func mend(tokens []language.Token) {
	for i := range tokens {
		mendPast(tokens, i)
		mendPredicate(tokens, i)
		mendInfinitive(tokens, i)
		mendCase(tokens, i)
		mendSubject(tokens, i)
		mendList(tokens, i)
		mendAttribute(tokens, i)
		mendContent(tokens, i)
		mendInverted(tokens, i)
		mendTold(tokens, i)
		mendQuoted(tokens, i)
		mendAside(tokens, i)
		mendSpeaker(tokens, i)
		mendContrast(tokens, i)
		mendAllBut(tokens, i)
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

// mendSubject makes a participle the verb of its sentence, and the noun before it its subject, where the sentence would
// have no verb at all and is no headline: "Human Rights Watch called on Chad to free them."
func mendSubject(tokens []language.Token, i int) {
	v, n := &tokens[i], tokens[i].Head
	if v.Rel != "acl" || v.UPOS != "VERB" || v.XPOS != "VBN" && v.XPOS != "VBD" || n < 0 || n > i || tokens[n].Head >= 0 && tokens[n].Head != n || tokens[len(tokens)-1].Form != "." {
		return
	}
	if tokens[n].UPOS != "NOUN" && tokens[n].UPOS != "PROPN" {
		return
	}
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head == i && (t.Rel == "obl:agent" || t.Rel == "aux:pass" || t.Rel == "obl" && marker(tokens, k) == "by"):
			return
		case t.Head == i && strings.HasPrefix(t.Rel, "nsubj"):
			return // "reports that jets had bombed them": it has one
		case t.Head == n && (t.Rel == "cop" || t.Rel == "nsubj" || t.Rel == "parataxis" || t.Rel == "case"):
			return
		case k > n && k < i && t.Rel == "punct":
			return
		}
	}
	v.Head, v.Rel, v.XPOS, v.Feats = tokens[n].Head, tokens[n].Rel, "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
	tokens[n].Head, tokens[n].Rel = i, "nsubj"
	for k := range tokens {
		if t := &tokens[k]; t.Head == n && k > i {
			t.Head = i
			if t.Rel == "nmod" {
				t.Rel = "obl"
			}
		}
	}
}

// mendInfinitive gives the "to" that was read as the second half of "due to" back to the infinitive after it, and makes the
// adjective the predicate: "is due to arrive" says what is planned, as "is set to arrive" does.
func mendInfinitive(tokens []language.Token, i int) {
	to := &tokens[i]
	v, due := i+1, to.Head
	if to.XPOS != "TO" || to.Rel != "fixed" || v >= len(tokens) || tokens[v].XPOS != "VB" || due < 0 || due >= i {
		return
	}
	if tokens[due].Head == v && tokens[due].UPOS == "ADJ" {
		tokens[due].Head, tokens[due].Rel = tokens[v].Head, tokens[v].Rel
		tokens[v].Head = due
	}
	if tokens[v].Head != due {
		return
	}
	for k := range due { // subject and copula
		if tokens[k].Head == v {
			tokens[k].Head = due
		}
	}
	tokens[v].Rel = "xcomp"
	to.Head, to.Rel = v, "mark"
}

// mendCase gives a preposition that was read as the mark of a verb to the noun that follows it: "Without fanfare Peru …".
func mendCase(tokens []language.Token, i int) {
	p, v := &tokens[i], tokens[i].Head
	if p.Rel != "mark" || p.UPOS != "ADP" || v <= i+1 || v >= len(tokens) || tokens[v].XPOS == "VBG" {
		return
	}
	for k := i + 1; k < v; k++ {
		if t := &tokens[k]; t.Head == v {
			if strings.HasPrefix(t.Rel, "obl") && t.UPOS == "NOUN" && marker(tokens, k) == "" {
				p.Head, p.Rel = k, "case"
			}
			return
		}
	}
}

// mendContent makes a clause that was read as a relative clause of the one told what it is, the content: "warned the charities
// that their ships would be impounded". It has a subject of its own and nothing in it is left out for the noun to fill.
func mendContent(tokens []language.Token, i int) {
	v, n := &tokens[i], tokens[i].Head
	if !strings.HasPrefix(v.Rel, "acl") || v.UPOS != "VERB" && v.UPOS != "AUX" || n < 0 || n > i || tokens[n].Rel != "iobj" && (tokens[n].Rel != "obj" || v.Rel == "acl") {
		return // "rejected a demand that it be scrapped" has an acl rightly
	}
	g := tokens[n].Head
	that, whole := -1, false
	for k := n + 1; k < len(tokens); k++ {
		switch t := &tokens[k]; {
		case t.Head != i:
		case that < 0 && t.Lemma == "that" && k < i:
			that = k
		case that >= 0 && k < i && t.Rel == "nsubj:pass":
			whole = true
		case that >= 0 && k > i && t.Rel == "obj":
			whole = tokens[that].Rel == "mark" || subject(tokens, i, that)
		}
	}
	if g < 0 || g > n || that < 0 || !whole || tokens[g].UPOS != "VERB" {
		return
	}
	v.Head, v.Rel, tokens[that].Rel = g, "ccomp", "mark"
}

// subject reports whether a verb has a subject beside a word.
func subject(tokens []language.Token, v, beside int) bool {
	for k := range v {
		if k != beside && tokens[k].Head == v && tokens[k].Rel == "nsubj" {
			return true
		}
	}
	return false
}
