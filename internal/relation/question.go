package relation

import "slices"

// This file tells what is asked or supposed by the order of words (plover.md, section 4, rule 4): "Did Chad attack?", "Had
// Chad attacked".

// asked reports whether the clause of a verb asks whether a thing is so. What asks for a circumstance or the doer supposes
// the deed: "Why did Chad attack?"
func (r *reader) asked(v int) bool {
	t := r.t
	if !r.marked(v) || r.interrogative(v) {
		return false
	}
	if r.inverted(v) >= 0 {
		return true
	}
	for _, k := range t.kids[v] { // "Chad has attacked, but will Mali answer?"
		if t.is(k, "conj", "parataxis", "ccomp") && (r.inverted(k) >= 0 || r.interrogative(k)) {
			return false
		}
	}
	return t.is(v, "root")
}

// marked reports whether a question mark ends what a verb stands in.
func (r *reader) marked(v int) bool {
	for _, t := range r.t.Tokens[v:] {
		switch t.Form {
		case "?", "?!":
			return true
		case ".", "!", ":", ";":
			return false
		}
	}
	return false
}

// interrogative reports whether a verb or its subject is asked for a circumstance.
func (r *reader) interrogative(v int) bool {
	t := r.t
	for i := max(0, v-30); i < v; i++ {
		if x := t.xpos(i); x == "WRB" || x == "WP" || x == "WDT" || x == "WP$" {
			if h := t.head(i); h == v || h >= 0 && t.head(h) == v && h < v {
				return true
			}
		}
	}
	return false
}

// inverted gives the auxiliary that stands before the subject of a verb, with nothing of the clause before it, -1 if there is
// none: "never had Chad attacked" is neither question nor condition.
func (r *reader) inverted(v int) int {
	t := r.t
	for _, k := range t.kids[v] {
		switch {
		case t.is(k, "aux", "cop") && k < t.child(v, "nsubj", "csubj") && t.child(v, "nsubj", "csubj") < max(v, k+1):
			return k
		case t.is(k, "aux", "cop", "nsubj") || k > v:
			return -1
		case t.is(k, "advmod", "obl", "obj") || t.is(k, "cc") && r.cue("negation", t.lemma(k)):
			return -1
		}
	}
	return -1
}

// supposed reports whether a verb is a condition by the order of its words: "Had Chad attacked", "Were Chad to attack".
func (r *reader) supposed(v int) bool {
	k := r.inverted(v)
	if k < 0 || !r.cue("inverted", r.t.form(k)) {
		return false
	}
	return r.t.is(v, "advcl") || r.t.is(v, "ccomp") && slices.ContainsFunc(r.t.kids[r.t.head(v)], func(i int) bool {
		return r.t.is(i, "aux") && r.cue("conditional", r.t.lemma(i)) // "would have answered had Chad attacked"
	})
}
