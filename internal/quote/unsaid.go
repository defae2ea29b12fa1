package quote

import "dyad/internal/language"

// Unsaid reports whether what a token tells stands in the content of a cue by which it is not said: "did not say that …", "no official
// said that …". A denial is said.
func Unsaid(s *language.Sentence, token int) bool {
	r := newReader("", []language.Sentence{*s}, nil)
	t := r.tree(0)
	for n := 0; n < maxClimb; n++ {
		h := t.head(token)
		if h < 0 {
			return false
		}
		if relation(t.Tokens[token].Rel) == "ccomp" && t.Tokens[h].UPOS == "VERB" {
			c := r.v.find(t.lemma(h), t.form(h))
			who := t.subject(h, 0)
			if c != nil && c.force != "" && c.force != "denies" && (t.negated(h) || r.nobody(t, speech{speaker: who})) {
				return true
			}
		}
		token = h
	}
	return false
}
