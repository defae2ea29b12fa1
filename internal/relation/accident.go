package relation

import "slices"

// misnamed reports whether a strike is an attack: it kills or wounds, or somebody is killed in it.
func (r *reader) misnamed(a *act) bool {
	if a.event != "PROTEST" || a.frame.pos != "n" || a.frame.light >= 0 || !slices.Contains(a.mode, "strike") {
		return false
	}
	t := r.t
	top := r.partitive(a.frame.head)
	g := t.head(top)
	if g < 0 || !t.verbal(g) || !t.is(top, "nsubj", "obl") || t.is(top, "obl") && t.preposition(top) != "in" {
		return false
	}
	deed := r.read(g)
	return deed != nil && deed.event == "ASSAULT"
}

// accident reports whether the clause that tells how somebody was killed names a mishap and neither a weapon nor an
// attack: "12 were killed when a bus plunged into a ravine".
func (r *reader) accident(f *frame) bool {
	t := r.t
	if f.pos != "v" || !f.passive || t.doer(f.head) >= 0 {
		return false
	}
	for _, k := range t.kids[f.head] {
		if !t.is(k, "advcl") || !r.cue("mishap", t.lemma(k)) {
			continue
		}
		harmless := true
		t.subtree(k, func(i int) bool {
			harmless = harmless && r.weapon(i) == "" && !r.inClass(i, "attacknoun") && !r.inClass(i, "attacker") && (i == k || !r.harms(i))
			return true
		})
		if harmless {
			return true
		}
	}
	return false
}

// harms reports whether a word is the verb of an attack.
func (r *reader) harms(i int) bool {
	if !r.t.verbal(i) {
		return false
	}
	a := r.read(i)
	return a != nil && a.event == "ASSAULT"
}
