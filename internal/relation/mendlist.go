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

// mendExcept makes what is excepted from a whole a part of its phrase, where the parse coordinated it or made it a subject of its
// own: "all but Chad condemned the raid", "everyone but Chad". The wholes are a cue.
func mendExcept(tokens []language.Token, i int, whole map[string]bool) {
	but, n := &tokens[i], tokens[i].Head
	if but.UPOS != "CCONJ" && but.UPOS != "ADP" || but.Lemma != "but" || i == 0 || n <= i || n >= len(tokens) {
		return
	}
	k := i - 1
	if tokens[k].Form == "," && k > 0 {
		k--
	}
	all := whole[tokens[k].Lemma]
	for d := max(0, k-reach); d < k && !all; d++ {
		all = tokens[d].Head == k && strings.HasPrefix(tokens[d].Rel, "det") && whole[tokens[d].Lemma]
	}
	switch {
	case all && tokens[k].Head == n: // "all" as an article of the name
		tokens[k].Head, tokens[k].Rel = tokens[n].Head, tokens[n].Rel
	case !all || tokens[n].Head != k && tokens[n].Head != tokens[k].Head:
		return
	}
	tokens[n].Head, tokens[n].Rel, but.Head, but.Rel = k, "nmod", n, "case"
}

// mendContrast takes a noun that is denied out of a coordination, and gives its place to the one behind "but": "condemned not Chad
// but Libya", "Chad but not Libya". Its "not" becomes a preposition, by which it is excepted.
func mendContrast(tokens []language.Token, i int) {
	b, a := &tokens[i], tokens[i].Head
	if b.Rel != "conj" || a < 0 || a >= i || tokens[a].UPOS == "VERB" || tokens[a].UPOS == "ADJ" || b.UPOS == "VERB" || b.UPOS == "ADJ" {
		return
	}
	first, second, but := -1, -1, false
	for k := range i {
		switch t := &tokens[k]; {
		case t.Lemma == "but":
			but = but || t.Head == i && k > a
		case t.Lemma != "not" || tokens[k+1].Lemma == "only" || tokens[k+1].Lemma == "just":
		case t.Head == a && k < a:
			first = k
		case t.Head == i && k > a:
			second = k
		}
	}
	switch {
	case second >= 0:
		b.Rel, tokens[second].Rel = "dep", "case"
	case first >= 0 && but:
		b.Head, b.Rel, tokens[a].Head, tokens[a].Rel = tokens[a].Head, tokens[a].Rel, i, "dep"
		tokens[first].Rel = "case"
	}
}

// mendNone gives the place of a noun phrase that denies itself to the one excepted from it: "nobody but Chad condemned the raid",
// "no state except Chad". Who denies and what excepts are cues.
func mendNone(tokens []language.Token, i int, none, except map[string]bool) {
	k, n := i-1, i+1
	if k > 0 && tokens[k].Form == "," {
		k--
	}
	if k < 0 || !except[strings.ToLower(tokens[i].Form)] || tokens[i].Lemma == "not" {
		return // "nobody, not even Chad" is nobody
	}
	denies := none[tokens[k].Lemma]
	for d := max(0, k-reach); d < k && !denies; d++ {
		denies = tokens[d].Head == k && tokens[d].Rel == "det" && none[tokens[d].Lemma]
	}
	for n < len(tokens) && tokens[n].UPOS != "VERB" && tokens[n].Head > n && tokens[n].Head < min(len(tokens), i+reach) && tokens[tokens[n].Head].UPOS != "VERB" {
		n = tokens[n].Head
	}
	if !denies || n >= len(tokens) || tokens[n].UPOS != "PROPN" && tokens[n].UPOS != "NOUN" || tokens[n].Head != k && tokens[n].Head != tokens[k].Head {
		return
	}
	tokens[n].Head, tokens[n].Rel = tokens[k].Head, tokens[k].Rel
	tokens[k].Head, tokens[k].Rel, tokens[i].Head, tokens[i].Rel = n, "dep", n, "dep"
}

// mendAllBut makes "all but" before a verb one adverb of it, where the parse read an article and a conjunction.
func mendAllBut(tokens []language.Token, i int) {
	if v := i + 2; v < len(tokens) && tokens[i].Lemma == "all" && tokens[i+1].Lemma == "but" && tokens[v].UPOS == "VERB" {
		tokens[i].Head, tokens[i].Rel, tokens[i].UPOS = v, "advmod", "ADV"
		tokens[i+1].Head, tokens[i+1].Rel = i, "fixed"
	}
}

// mendPair makes "the former" or "the latter" the subject of the verb behind it, where the parse read both as attributes of
// its object: "The former condemned Chad". The words are a cue.
func mendPair(tokens []language.Token, i int, pair map[string]bool) {
	v := i + 1
	if i < 1 || v+1 >= len(tokens) || !pair[tokens[i].Lemma] || tokens[i].UPOS != "ADJ" || tokens[i-1].Lemma != "the" || tokens[v].UPOS != "VERB" {
		return
	}
	n := tokens[i].Head
	if n <= v || n >= len(tokens) || tokens[len(tokens)-1].Form != "." {
		return
	}
	switch {
	case tokens[n].Head == v:
	case tokens[v].Head == n && tokens[v].Rel == "amod" && (tokens[n].Rel == "root" || tokens[n].Rel == "parataxis"):
		for k := range tokens {
			if t := &tokens[k]; t.Head == n && (t.Rel == "cop" || strings.HasPrefix(t.Rel, "nsubj") || t.Rel == "aux") {
				return
			} else if t.Head == n && k > n || t.Head == n && t.Rel == "punct" {
				t.Head, t.Rel = v, strings.Replace(t.Rel, "nmod", "obl", 1)
			}
		}
		tokens[v].Head, tokens[v].Rel = tokens[n].Head, tokens[n].Rel
		tokens[n].Head, tokens[n].Rel = v, "obj"
	default:
		return
	}
	tokens[v].XPOS = "VBD"
	tokens[i].Head, tokens[i].Rel, tokens[i].UPOS = v, "nsubj", "NOUN"
	tokens[i-1].Head = i
}
