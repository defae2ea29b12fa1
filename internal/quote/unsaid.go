package quote

import "dyad/internal/language"

// Unsaid tells what the sentences of a text name as not said. Each sentence is laid out once.
type Unsaid struct{ r *reader }

// NewUnsaid prepares the sentences of a text.
func NewUnsaid(sents []language.Sentence) *Unsaid { return &Unsaid{newReader("", sents, nil)} }

// At reports whether what a token tells stands in the content of a cue by which it is not said: "did not say that …", "no official
// said that …". A denial is said.
func (u *Unsaid) At(sentence, token int) bool {
	r, t := u.r, u.r.tree(sentence)
	for range maxClimb {
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
