package relation

import (
	"slices"

	"dyad/internal/plover"
)

// prefer keeps one of two readings of one act in a sentence: rows of one type and status whose parties agree. The row
// with a mode, with more parties, with the better score stays.
func (r *reader) prefer(found []Candidate) {
	for i := range found {
		for j := range found {
			a, b := &found[i], &found[j]
			if i != j && a.Rejected == "" && b.Rejected == "" && r.joined(a, b) {
				continue
			}
			if i == j || a.Rejected != "" || b.Rejected != "" || a.Event != b.Event || a.Aux != b.Aux && a.Event != "CONSULT" {
				continue
			}
			if !r.oneAct(a, b) || better(a, b) {
				continue
			}
			if !better(b, a) && i < j {
				continue
			}
			a.Rejected = "told again by " + r.t.form(b.Head)
		}
	}
}

// joined makes one row of two tellings of one attack ("a bomb destroyed the airliner, killing 270"): the modes are put
// together; a killing by nobody known gives way to an attack with a known actor.
func (r *reader) joined(a, b *Candidate) bool {
	if a.Event == "COERCE" && b.Event == "ASSAULT" && slices.Contains(a.Mode, "restrict") && slices.Contains(b.Mode, "crowd-control") && r.among(a.Actor, b.Actor) {
		a.Rejected = "the means are named: " + r.t.form(b.Head)
		if len(b.Recipient) == 0 {
			b.Recipient = a.Recipient
		}
		return true
	}
	if a.Event != "ASSAULT" || b.Event != "ASSAULT" || a.Aux != b.Aux {
		return false
	}
	nameless := a.Agent != "" && len(a.Actor) == 0
	switch {
	case nameless && b.Agent == "" && len(b.Actor) > 0:
	case a.Agent == b.Agent && slices.Equal(a.Actor, b.Actor) && a.Head > b.Head && r.clauseTop(a.Head) == r.clauseTop(b.Head) && (len(a.Mode) == 0 || nameless || slices.Equal(a.Recipient, b.Recipient)):
	default:
		return false
	}
	a.Rejected = "told again by " + r.t.form(b.Head)
	for _, m := range a.Mode {
		if !slices.Contains(b.Mode, m) {
			b.Mode = append(b.Mode, m)
		}
	}
	if len(b.Recipient) == 0 {
		b.Recipient = r.without(slices.Clone(a.Recipient), b.Actor)
	}
	return true
}

// oneAct reports whether two rows may be the same act: the modes do not exclude each other, and all parties of one are
// among those of the other.
func (r *reader) oneAct(a, b *Candidate) bool {
	if t, ok := plover.Lookup(a.Event); ok && t.Quad%2 == 0 && r.apart(a.Head, b.Head) {
		return false
	}
	if len(a.Mode) > 0 && len(b.Mode) > 0 && !slices.ContainsFunc(a.Mode, func(m string) bool { return slices.Contains(b.Mode, m) }) && a.Event != "CONSULT" {
		return false
	}
	if len(a.Recipient) > 0 && len(b.Recipient) > 0 && !r.among(a.Actor, b.Actor) && !r.among(b.Actor, a.Actor) {
		return false // tit for tat
	}
	x, y := slices.Concat(a.Actor, a.Recipient), slices.Concat(b.Actor, b.Recipient)
	return r.among(x, y) || r.among(y, x)
}

// apart reports whether two predicates of deeds tell two deeds: they stand in different clauses, or are coordinated verbs
// with an object each ("broke off relations and froze the assets").
func (r *reader) apart(a, b int) bool {
	if r.clauseTop(a) != r.clauseTop(b) {
		return true
	}
	if !r.t.verbal(a) || !r.t.verbal(b) {
		return false
	}
	x, _ := r.t.objects(a)
	y, _ := r.t.objects(b)
	return x >= 0 && y >= 0 && x != y
}

// clauseTop is the head of the clause that a word stands in; a participle without a subject belongs to the clause above.
func (r *reader) clauseTop(i int) int {
	t := r.t
	for steps := 0; steps < 4*maxDepth && t.head(i) >= 0; steps++ {
		if t.is(i, "acl:relcl", "parataxis", "ccomp") || t.is(i, "advcl") && t.child(i, "nsubj") >= 0 {
			break
		}
		i = t.head(i)
	}
	return i
}

func (r *reader) among(x, y []int) bool {
	return !slices.ContainsFunc(x, func(m int) bool { return !slices.ContainsFunc(y, func(o int) bool { return r.alike(m, o) }) })
}

// alike compares two mentions by their country, because one may be a city and the other its government.
func (r *reader) alike(m, o int) bool {
	return m == o || r.codeOf(m) != "" && r.codeOf(m) == r.codeOf(o)
}

func better(a, b *Candidate) bool {
	if x, y := len(a.Actor)+len(a.Recipient), len(b.Actor)+len(b.Recipient); x != y {
		return x > y
	}
	if a.Event == "CONSULT" && slices.Equal(a.Mode, b.Mode) {
		return a.Head < b.Head
	}
	if len(a.Mode) != len(b.Mode) {
		return len(a.Mode) > len(b.Mode)
	}
	return a.Score > b.Score
}
