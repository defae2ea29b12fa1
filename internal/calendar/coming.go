package calendar

import (
	"strings"

	"dyad/internal/language"
)

// mayCome reports whether a date with its year may be one to come, though no tense puts it ahead: it bounds the report from neither
// side.
//
//   - It is spoken without a finite verb of the past: "see you on …", "next stop: …", "the deadline is …".
//   - It is of what is spoken of long before: "chosen to host the 2030 World Cup", "set the target of no emissions in 2050".
//   - Something is moved or set to it, or due then: "put off the games to 2031", "the vote was called for …", "a term ending in 2031".
func mayCome(s *language.Sentence, t *Time) bool {
	h := headOf(s, t.First, t.End)
	if t.dir == future || h < 0 || len(s.Tokens) > maxTokens {
		return false
	}
	c, path := clauseOf(s, h)
	if isDue(s, t, c) || s.Tokens[c].XPOS == "VBG" && verbTable().appoint[s.Tokens[c].Lemma] && !hasRel(s, c, "aux") { // "for a term ending in 2002"
		return true
	}
	for n, i := range path {
		switch tables().foreseen[nounOf(s, i)] {
		case "aim":
			return true
		case "event":
			if i >= t.First && i < t.End {
				break
			}
			if looksAhead(s, i) || s.Tokens[i].Head == c && settles(s, c) || i != c && toInfinitive(s, c) || n+1 < len(path) && tables().foreseen[nounOf(s, path[n+1])] == "aim" {
				return true
			}
		}
	}
	for _, j := range s.Children(c) { // "set a target of no emissions in 2050"
		if s.Tokens[j].Rel == "obj" && tables().foreseen[nounOf(s, j)] == "aim" {
			return true
		}
	}
	switch preposition(s, h) {
	case "for":
		return len(path) > 1 && s.Tokens[path[1]].UPOS != "VERB" || appointed(s, h)
	case "to":
		return settles(s, c)
	case "of":
		return false
	}
	return t.dir == unknown && tenseless(s, c) && (len(path) <= 2 || c >= t.First && c < t.End)
}

// nounOf gives the singular of the noun at token i in small letters, "" if it is none.
func nounOf(s *language.Sentence, i int) string {
	t := &s.Tokens[i]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" {
		return ""
	}
	if w := strings.ToLower(t.Lemma); w != "" {
		return w
	}
	return strings.ToLower(t.Form)
}

// looksAhead reports whether the preposition of a noun says that what is told comes before it: "bids for the games".
func looksAhead(s *language.Sentence, i int) bool {
	switch preposition(s, i) {
	case "for", "before", "ahead", "towards", "toward":
		return true
	}
	return false
}

// tenseless reports whether a clause has no finite verb of the past: it is an order, a heading, or says what is.
func tenseless(s *language.Sentence, c int) bool {
	switch a := aspectOf(s, c); a {
	case present:
		return true
	case formless:
		return s.Tokens[c].XPOS != "VBN" && s.Tokens[c].XPOS != "VBG"
	}
	return false
}
