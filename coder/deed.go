package coder

import (
	"slices"
	"strings"

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
	if act.About == "treaty" {
		if sides := r.sides(row.Actor[0]); len(sides) > 0 {
			return sides
		}
	}
	object := r.object(act)
	if object < 0 {
		return nil
	}
	if t := &r.sentences[act.Sentence].Tokens[object]; t.UPOS == "PRON" && t.Lemma == "it" {
		return r.judged(act, row)
	}
	if who := r.named(act, row, object); len(who) > 0 {
		return who
	}
	if act.About == "step" || act.About == "deed" && row.Event == "SUPPORT" {
		return r.doer(row)
	}
	return nil
}

// named finds who did what the object of a judgement is the name of: what an earlier sentence calls by the same word
// ("announced the sale", "welcomed the sale"), else the last deed of the kind and mode that the noun stands for.
func (r *reading) named(act *relation.Candidate, row *event.Event, object int) []event.Entity {
	word := r.sentences[act.Sentence].Tokens[object].Lemma
	noun := slices.IndexFunc(r.acts, func(a relation.Candidate) bool {
		return a.Sentence == act.Sentence && a.Head == object && a.Event != row.Event && len(a.Actor) == 0
	})
	var mode []string
	if noun >= 0 {
		mode = slices.DeleteFunc(slices.Clone(r.acts[noun].Mode), func(m string) bool { return m == "means" }) // a weapon not named
	}
	var last []event.Entity
	for _, o := range slices.Backward(r.recent()) {
		who := slices.DeleteFunc(slices.Clone(o.Actor), func(e event.Entity) bool { return has(row.Actor, e) })
		fought := o.Event == "ASSAULT" && len(o.Recipient) == 0 && len(codes(o.Actor)) > 1 // none of them did it to the others
		if o.Aux != nil && *o.Aux != "future" || len(who) == 0 || fought || judges(&o) {
			continue
		}
		kind := noun >= 0 && o.Aux == nil && o.Event == r.acts[noun].Event
		known := others(who, row.Actor[0])
		switch {
		case act.About != "" && r.says(&o, word):
			return who
		case kind && slices.Equal(o.Mode, mode) && len(known) > 0:
			return known
		case kind && last == nil:
			last = known
		}
	}
	return last
}

// sides are the parties to the accord of which the report told last, first of one made, then of one to come; without the
// one who judges it.
func (r *reading) sides(judge event.Entity) []event.Entity {
	var coming []event.Entity
	for _, o := range slices.Backward(r.recent()) {
		both := slices.Concat(o.Actor, o.Recipient)
		if !accord(&o) || len(codes(both)) < 2 || o.Aux != nil && *o.Aux != "future" {
			continue
		}
		both = slices.DeleteFunc(both, func(e event.Entity) bool {
			return e.Code == nil || party(e) == party(judge) || code(e) == code(judge) && statesmen(judge.Sector)
		})
		if o.Aux == nil {
			return both
		}
		if coming == nil {
			coming = both
		}
	}
	return coming
}

// recent are the rows among which it is looked for what a description means: a bounded number, so that time is linear.
func (r *reading) recent() []event.Event { return r.rows[max(0, len(r.rows)-30):] }

// accord reports whether a row may tell of an accord between its parties.
func accord(row *event.Event) bool {
	switch row.Event {
	case "SUPPORT", "AGREE", "CONCEDE", "COOPERATE":
		return row.Event != "SUPPORT" || len(row.Recipient) == 0
	}
	return false
}

// doer finds who took the step that somebody judges: whoever the report is about, the one of its first row, unless all rows
// stand near, then of the last. Who only judged others took no step.
func (r *reading) doer(row *event.Event) []event.Entity {
	var last []event.Entity
	for _, o := range slices.Backward(r.recent()) {
		who := others(o.Actor, row.Actor[0])
		if len(who) == 0 || o.Aux != nil && *o.Aux != "future" {
			continue
		}
		if words := judges(&o) || o.Event == "THREATEN" || o.Event == "REQUEST"; !words && (last == nil || row.Sentence-o.Sentence > reach) {
			last = who
		}
	}
	return last
}

// judges reports whether a row only judges or answers what others do.
func judges(row *event.Event) bool {
	return row.Event == "ACCUSE" || row.Event == "REJECT" || row.Event == "SUPPORT" && len(row.Recipient) > 0
}

// says reports whether a word stands in or shortly after the predicate of a row.
func (r *reading) says(row *event.Event, word string) bool {
	return slices.ContainsFunc(r.sentences[row.Sentence].Tokens, func(t language.Token) bool {
		return t.Start >= row.Start && t.Start < row.End+near && t.Lemma == word
	})
}

// near is how many bytes after a predicate its object may begin.
const near = 25

// cosigners are the other side of a paper of which a participle or relative clause tells that it was signed: the other party
// to what the clause above says. "Peru extradited two men to Chad under a treaty signed in May" was signed by both.
func (r *reading) cosigners(act *relation.Candidate, row *event.Event) []event.Entity {
	clause := r.sentences[act.Sentence].Tokens[act.Head].Rel
	if row.Event != "SUPPORT" || len(row.Recipient) > 0 || len(codes(row.Actor)) != 1 || !strings.HasPrefix(act.Path, "actor S+with") || !strings.HasPrefix(clause, "acl") && clause != "advcl" {
		return nil
	}
	self := row.Actor[0]
	for _, o := range slices.Backward(r.rows) {
		if o.Sentence != row.Sentence {
			break
		}
		if has(o.Actor, self) || has(o.Recipient, self) {
			return others(slices.Concat(o.Actor, o.Recipient), self)
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
