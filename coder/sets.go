package coder

import (
	"slices"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/relation"
)

// setOfOthers reads a set in the predicate of a clause anew where it was read as if the subject were in it: whom "Tunis
// thanked both countries" thanks are two others. They are the parties of the rows before, the nearest first, if these give
// the number asked for; nil where the set is well read.
func (r *reading) setOfOthers(act *relation.Candidate, row *event.Event) []event.Entity {
	want := 0
	if row.QuadCode%2 == 0 { // only words are addressed to sets so often
		return nil
	}
	first, _ := slices.BinarySearchFunc(r.mentions, act.Sentence, func(m actor.Mention, n int) int { return m.Sentence - n })
	for i := first; i < len(r.mentions) && r.mentions[i].Sentence == act.Sentence; i++ {
		m := &r.mentions[i]
		if m.Head < 0 || m.Head >= len(r.sentences[act.Sentence].Tokens) {
			continue
		}
		if t := &r.sentences[act.Sentence].Tokens[m.Head]; m.Kind == actor.Set && t.Head == act.Head && m.Head > act.Head && (t.Rel == "obj" || t.Rel == "obl") && t.UPOS == "NOUN" &&
			slices.ContainsFunc(m.Entities, func(e event.Entity) bool { return has(row.Actor, e) }) {
			want = len(m.Entities)
		}
	}
	if want < 2 {
		return nil
	}
	var set []event.Entity
	for _, o := range slices.Backward(r.recent()) {
		for _, e := range slices.Concat(o.Actor, o.Recipient) {
			if e.Code != nil && !has(row.Actor, e) && !has(set, e) {
				set = append(set, e)
			}
		}
		if len(set) == want {
			return set
		}
		if len(set) > want || row.Sentence-o.Sentence > reach {
			return nil
		}
	}
	return nil
}
