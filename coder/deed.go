package coder

import (
	"slices"

	"dyad/event"
	"dyad/internal/language"
	"dyad/internal/relation"
)

// author finds who is blamed or praised for a deed that is only named again: "condemned the invasion" is said of whoever
// invaded, however long ago the report told of it, and "regretted it" after that of the same.
func (r *reading) author(act *relation.Candidate, row *event.Event) []event.Entity {
	if row.Event != "ACCUSE" && row.Event != "SUPPORT" && row.Event != "REJECT" || slices.ContainsFunc(act.Recipient, r.here(act)) {
		return nil
	}
	object := r.object(act)
	if object < 0 {
		return nil
	}
	if t := &r.sentences[act.Sentence].Tokens[object]; t.UPOS == "PRON" && t.Lemma == "it" {
		return r.judged(act, row)
	}
	named := slices.IndexFunc(r.acts, func(a relation.Candidate) bool {
		return a.Sentence == act.Sentence && a.Head == object && a.Event != row.Event && len(a.Actor) == 0
	})
	if named < 0 {
		return nil
	}
	for _, o := range slices.Backward(r.rows) {
		if who := others(o.Actor, row.Actor[0]); o.Event == r.acts[named].Event && o.Aux == nil && len(who) > 0 {
			return who
		}
	}
	return nil
}

// here tells of a mention whether it names a party in the act's own sentence.
func (r *reading) here(act *relation.Candidate) func(int) bool {
	return func(m int) bool { return r.mentions[m].Sentence == act.Sentence && len(r.mentions[m].Entities) > 0 }
}

// object is the token of an act's direct object, -1 if it has none.
func (r *reading) object(act *relation.Candidate) int {
	return slices.IndexFunc(r.sentences[act.Sentence].Tokens, func(t language.Token) bool { return t.Head == act.Head && t.Rel == "obj" })
}

// judged is who was blamed or praised in the clause or sentence before by somebody else.
func (r *reading) judged(act *relation.Candidate, row *event.Event) []event.Entity {
	if len(r.rows) == 0 {
		return nil
	}
	o := r.rows[len(r.rows)-1]
	if act.Sentence-o.Sentence > 1 || o.Event != "ACCUSE" && o.Event != "SUPPORT" || has(o.Actor, row.Actor[0]) {
		return nil
	}
	return others(o.Recipient, row.Actor[0])
}
