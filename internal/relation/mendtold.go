package relation

import (
	"strings"

	"dyad/internal/language"
)

// mendTold gives a clause its subject back where it stands before the cue that tells it, and the parse hung the subject on the cue,
// which then has two: "Chadian troops crossed the river, the minister said".
func mendTold(tokens []language.Token, i int) {
	if tokens[i].UPOS != "VERB" {
		return
	}
	first, told, speaker := -1, -1, -1
	for k := range i {
		switch t := &tokens[k]; {
		case t.Head != i:
		case t.Rel == "ccomp" && t.UPOS == "VERB" && told < 0 && first >= 0:
			told = k
		case !strings.HasPrefix(t.Rel, "nsubj"):
		case told < 0 && first < 0:
			first = k
		default:
			speaker = k
		}
	}
	if told < 0 || speaker < told || subject(tokens, told, first) || !comma(tokens, told, speaker) {
		return
	}
	tokens[first].Head = told
	if passive(tokens, told) {
		tokens[first].Rel = "nsubj:pass"
	}
}

// mendQuoted makes an auxiliary of a verb that begins a quotation what it is, where the parse took it for a verb of its own: "said
// Chad had “used gas”".
func mendQuoted(tokens []language.Token, i int) {
	a, v := &tokens[i], i+2
	if a.UPOS != "AUX" || a.Lemma != "have" || a.Rel != "ccomp" && a.Rel != "root" || v >= len(tokens) || tokens[i+1].UPOS != "PUNCT" ||
		tokens[v].XPOS != "VBN" && tokens[v].XPOS != "VBD" || !subject(tokens, i, -1) || subject(tokens, v, -1) {
		return
	}
	t := &tokens[v]
	if beside := t.Head == a.Head && t.Rel == "ccomp"; !beside && (t.Head != i || t.Rel != "xcomp" && t.Rel != "ccomp") {
		return
	}
	for k := range tokens {
		if tokens[k].Head == i {
			tokens[k].Head = v
		}
	}
	t.Head, t.Rel, t.XPOS = a.Head, a.Rel, "VBN"
	a.Head, a.Rel = v, "aux"
}

// comma reports whether a comma stands between two tokens.
func comma(tokens []language.Token, from, to int) bool {
	for k := from + 1; k < to; k++ {
		if tokens[k].Form == "," {
			return true
		}
	}
	return false
}

// passive reports whether a verb has the auxiliary of a passive.
func passive(tokens []language.Token, v int) bool {
	for k := range tokens {
		if tokens[k].Head == v && tokens[k].Rel == "aux:pass" {
			return true
		}
	}
	return false
}
