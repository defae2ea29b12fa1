package relation

import "slices"

// This file tells a warning of what the other side may do, which is a forecast, from one of own harm, which is a threat: "Chad may
// attack Libya, Libya warned" (plover.md, section 4, rules 10 and 11).

// foretells reports whether a warning tells of harm that another party than the one who warns may do.
func (r *reader) foretells(a *act) bool {
	if a.event != "THREATEN" || a.frame.pos != "v" || !r.cue("warns", r.t.lemma(a.frame.head)) {
		return false
	}
	c := r.t.child(a.frame.head, "ccomp")
	if c < 0 {
		return false
	}
	inner := r.read(c)
	return inner != nil && r.content(inner).class == "harm" && r.ofOther(c, a.frame.head)
}

// ofOther reports whether the agent of a verb is known to be of another state than the subject of the verb by which it is told.
func (r *reader) ofOther(v, told int) bool {
	t := r.t
	if t.passive(v) || t.child(v, "nsubj") < 0 {
		return false
	}
	does, says := r.states(t.subject(v)), r.states(t.subject(told))
	return len(does) > 0 && len(says) > 0 && !slices.ContainsFunc(does, func(s string) bool { return slices.Contains(says, s) })
}

// states are the codes of the parties that a subject names; none if one has no code.
func (r *reader) states(subject int) []string {
	if subject < 0 {
		return nil
	}
	var list []int
	r.party(subject, "S", &list)
	var codes []string
	for _, m := range list {
		for _, e := range r.t.mentions[m].Entities {
			if e.Code == nil {
				return nil
			}
			codes = append(codes, *e.Code)
		}
	}
	return codes
}

// whyOnly reports whether a word stands in a clause that tells why the act of a verb was done.
func (r *reader) whyOnly(tok, verb int) bool {
	t := r.t
	for i, steps := tok, 0; i >= 0 && i != verb && steps < maxDepth; i, steps = t.head(i), steps+1 {
		if t.is(i, "advcl") && t.head(i) == verb && r.cue("because", t.preposition(i)) {
			return true
		}
	}
	return false
}
