package relation

import (
	"strings"

	"dyad/internal/language"
)

// A tagger's lemma may be wrong for a rare verb ("shelled": "shel"). The lexicon knows its verbs, so it can name their
// forms itself: the regular ones by rule, the irregular ones by irregular.tsv.

// lemma is the lemma of a token in lower case; that of the lexicon, where the token's own is no word of it.
func (l *Lexicon) lemma(t *language.Token) string {
	lemma := strings.ToLower(t.Lemma)
	if t.UPOS == "VERB" {
		form := strings.ToLower(t.Form)
		known, ok := l.forms[form]
		if ok && (doubled(form) && strings.HasSuffix(lemma, "e") || !l.verb(lemma)) { // "rapped" is no form of "rape"
			return known
		}
	}
	if t.UPOS == "NOUN" && !l.nouns[lemma] && strings.HasSuffix(lemma, "s") && l.nouns[lemma[:len(lemma)-1]] {
		return lemma[:len(lemma)-1] // "troops" where the tagger knows no singular
	}
	if t.UPOS == "NOUN" && !l.nouns[lemma] && strings.HasSuffix(lemma, "ies") && l.nouns[lemma[:len(lemma)-3]+"y"] {
		return lemma[:len(lemma)-3] + "y"
	}
	return lemma
}

// doubled reports whether a form doubles the last consonant of its verb: "rapped", "rapping".
func doubled(form string) bool {
	stem, ok := strings.CutSuffix(form, "ed")
	if !ok {
		stem, ok = strings.CutSuffix(form, "ing")
	}
	n := len(stem)
	return ok && n > 2 && stem[n-1] == stem[n-2]
}

func (l *Lexicon) verb(lemma string) bool { return l.forms[lemma] == lemma }

// inflect notes the forms of all verbs of the lexicon.
func (l *Lexicon) inflect() {
	for _, class := range l.classes {
		for word := range class {
			l.nouns[word] = true
		}
	}
	for lemma, list := range l.entries {
		for _, e := range list {
			if e.pos == "v" {
				l.note(lemma)
				break
			}
		}
	}
	for words := range l.light {
		verb, _, _ := strings.Cut(words, " ")
		l.note(verb)
	}
	for verb := range l.cues["instrument"] {
		l.note(verb)
	}
	for words := range l.governors {
		if verb, ok := strings.CutPrefix(words, "v "); ok {
			l.note(verb)
		}
	}
}

func (l *Lexicon) note(verb string) {
	if l.forms[verb] == verb || verb == "" {
		return
	}
	l.forms[verb] = verb
	for _, f := range regular(verb) {
		if _, taken := l.forms[f]; !taken {
			l.forms[f] = verb
		}
	}
}

// regular lists the possible regular forms of a verb, with and without doubling of the last consonant.
func regular(verb string) []string {
	last := verb[len(verb)-1:]
	stem := verb
	switch {
	case last == "e":
		stem = verb[:len(verb)-1]
		return []string{verb + "s", verb + "d", stem + "ing"}
	case last == "y" && len(verb) > 1 && !strings.ContainsAny(verb[len(verb)-2:len(verb)-1], "aeiou"):
		stem = verb[:len(verb)-1]
		return []string{stem + "ies", stem + "ied", verb + "ing"}
	}
	return []string{verb + "s", verb + "es", verb + "ed", verb + "ing", verb + last + "ed", verb + last + "ing"}
}
