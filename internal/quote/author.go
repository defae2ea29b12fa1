package quote

import "dyad/internal/actor"

// maxBack is how many sentences back the author of a document is looked for.
const maxBack = 4

// known reports whether it is known whom a mention means.
func known(m actor.Mention) bool {
	return len(m.Entities) > 0 && (m.Entities[0].Code != nil || len(m.Entities[0].Sector) > 0)
}

// author gives the mention of who issued the document that a token names as a speaker ("the statement said"), -1 if it is
// none or nobody is named: its owner here, or the owner or subject of the same noun in the sentences before.
func (r *reader) author(sentence, head int) int {
	t := r.tree(sentence)
	noun := t.lemma(head)
	if c := r.v.nouns[noun]; c == nil || c.force != "says" || t.Tokens[head].UPOS != "NOUN" {
		return -1
	}
	if m := r.owner(sentence, head); m >= 0 {
		return m
	}
	if d := t.child(head, "det"); d < 0 || t.form(d) != "the" {
		return -1
	}
	for s := sentence - 1; s >= 0 && s >= sentence-maxBack; s-- {
		u := r.tree(s)
		if len(u.Tokens) > maxTokens {
			continue
		}
		for i := len(u.Tokens) - 1; i >= 0; i-- {
			if u.Tokens[i].UPOS != "NOUN" || u.lemma(i) != noun {
				continue
			}
			if m := r.owner(s, i); m >= 0 {
				return m
			}
			h, rel := u.head(i), relation(u.Tokens[i].Rel)
			if h >= 0 && (rel == "obl" && u.form(u.child(i, "case")) == "in" || rel == "obj" && r.v.light[u.lemma(h)]) { // "in a statement, X …", "X issued a statement"
				if who := u.subject(h, 0); who >= 0 {
					return r.mention(s, who)
				}
			}
			return -1
		}
	}
	return -1
}

// owner gives the mention of the possessor or author of a noun: "the ministry's statement", "a statement by the ministry".
func (r *reader) owner(sentence, noun int) int {
	t := r.tree(sentence)
	for _, j := range t.kids[noun] {
		rel := t.Tokens[j].Rel
		c := t.form(t.child(j, "case"))
		if rel == "nmod:poss" || rel == "nmod" && (c == "by" || c == "from" || c == "of") {
			if m := r.mention(sentence, j); m >= 0 {
				return m
			}
		}
	}
	return -1
}
