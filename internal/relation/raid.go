package relation

// This file tells the purpose of a motion that was a deed: "flew from Chad to bomb Libya". What is told of troops who went to
// fight, and not that they turned back, is that they fought; a purpose of anybody else is none (plover.md, section 4, rule 7).

// raids reports whether a verb is the purpose of the motion of an armed force that is told in the past.
func (r *reader) raids(v, motion int) bool {
	t := r.t
	if !t.is(v, "advcl", "xcomp") || !t.infinitive(v) || v < motion || r.governor(motion) != "motion" || t.passive(v) || !r.past(motion) {
		return false
	}
	for _, k := range t.kids[v] {
		if t.is(k, "nsubj") {
			return false
		}
	}
	for _, k := range append(t.kids[motion][:len(t.kids[motion]):len(t.kids[motion])], t.kids[v]...) {
		if c := t.child(k, "cc"); t.is(k, "conj") && t.verbal(k) && c >= 0 && r.cue("but", t.form(c)) {
			return false // "took off to bomb them but turned back"
		}
	}
	subject := t.subject(motion)
	if subject < 0 || r.weapon(subject) == "" && !r.partyIs(some(subject), "S", "MIL", armed) {
		return false
	}
	a := r.read(v)
	return a != nil && (a.event == "ASSAULT" || a.event == "COERCE")
}

// armed are the sectors that fight, beside the army.
var armed = []string{"REB", "IMG", "PRM", "UAF", "COP", "CRM"}

// past reports whether a verb tells what is over: a past tense, or a perfect.
func (r *reader) past(v int) bool {
	return r.t.xpos(v) == "VBD" || r.t.xpos(v) == "VBN" && r.t.aux(v, "have") >= 0 && r.t.aux(v, "will") < 0
}

// raid is the deed that is the purpose of a motion, -1 if there is none.
func (r *reader) raid(motion int) int {
	for _, k := range r.t.kids[motion] {
		if r.raids(k, motion) {
			return k
		}
	}
	return -1
}
