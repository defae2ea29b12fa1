package relation

import "dyad/internal/language"

// mendAside gives two verbs back their subjects where an aside stands between a subject and its verb, and the parse made the
// first the speaker: in "Chad, said the minister, bombed the town" the minister speaks, and Chad did it.
func mendAside(tokens []language.Token, i int) {
	v := &tokens[i]
	if v.UPOS != "VERB" || i < 2 || tokens[i-1].Form != "," {
		return
	}
	who, had, told, speaker := -1, -1, -1, -1
	for k := range tokens {
		switch t := &tokens[k]; {
		case t.Head != i:
		case t.Rel == "nsubj" && k < i:
			who = k
		case t.Rel == "ccomp" && k == i-2 && t.Form != "" && (t.Lemma == "have" || t.Lemma == "be"): // "Chad has, said the minister, bombed"
			had = k
		case t.Rel == "ccomp" && k > i:
			told = k
		}
	}
	if told < 0 || who < 0 && had < 0 {
		return
	}
	for k := range told {
		switch t := &tokens[k]; {
		case k < i-1 && t.Form == ",":
			return // "the envoy, a lawyer, said"
		case t.Head == told && t.Rel == "nsubj" && k > i:
			speaker = k
		case t.Head == had && t.Rel == "nsubj" && k < i && had >= 0:
			who = k
		}
	}
	if speaker < 0 || who < 0 || !parted(tokens, i, speaker, told) {
		return
	}
	v.Head, v.Rel, tokens[told].Head, tokens[told].Rel = told, "parataxis", v.Head, v.Rel
	tokens[who].Head, tokens[speaker].Head = told, i
	if had >= 0 {
		tokens[had].Head, tokens[had].Rel, tokens[had].UPOS = told, "aux", "AUX"
	}
}

// mendSpeaker makes a noun that was joined to the subject of what is told the speaker of the aside it stands in: "Chad and Mali,
// officials said, signed a treaty".
func mendSpeaker(tokens []language.Token, i int) {
	v := &tokens[i]
	if v.UPOS != "VERB" || i < 3 || subject(tokens, i, -1) {
		return
	}
	comma := i - 1
	for comma > 0 && tokens[comma].Form != "," {
		comma--
	}
	speaker := i - 1
	for range maxDepth {
		if h := tokens[speaker].Head; h > comma && h < i {
			speaker = h
		}
	}
	who := tokens[speaker].Head
	if comma == 0 || who < 0 || who >= comma || tokens[speaker].Rel != "conj" && tokens[speaker].Rel != "appos" || tokens[who].Rel != "nsubj" {
		return
	}
	told := tokens[who].Head
	if told <= i || told >= len(tokens) || tokens[told].Head != i || tokens[told].Rel != "ccomp" || !parted(tokens, i, i, told) {
		return
	}
	v.Head, v.Rel, tokens[told].Head, tokens[told].Rel = told, "parataxis", v.Head, v.Rel
	tokens[speaker].Head, tokens[speaker].Rel = i, "nsubj"
}

// parted reports whether one comma, which is not before the speaker, and no clause stands between a verb and what is told.
func parted(tokens []language.Token, said, speaker, told int) bool {
	commas := 0
	for k := said + 1; k < told; k++ {
		switch t := &tokens[k]; {
		case t.Form == ",":
			if commas++; k < speaker {
				return false
			}
		case t.UPOS == "VERB", t.UPOS == "SCONJ":
			return false
		}
	}
	return commas == 1
}
