package relation

// This file finds the words by which somebody says that what is told is not so: "it is untrue that Chad bombed Libya", "reports
// that it had bombed Libya are false", "there was no truth in reports that …", "dismissed reports that …", "called it a lie that …".
// An act that stands in what is denied was not done (plover.md, section 4). The words are in cue.tsv: untrue, true, told, refute.

// gainsaid is the word that says of a verb's clause that it is not true, -1 if there is none.
func (r *reader) gainsaid(v int) int {
	t := r.t
	g := t.head(v)
	if g < 0 {
		return -1
	}
	marked := t.child(v, "mark") >= 0 && t.preposition(v) == "that"
	if marked && t.is(v, "csubj", "ccomp", "acl", "advcl") && r.untrue(g) {
		return g // "it is untrue that", "called it a lie that"
	}
	if !t.is(v, "acl") && !(t.is(v, "ccomp") && t.is(g, "obj", "nsubj")) || !r.tellsContent(v, marked) { // "disputed claims that"
		return -1
	}
	for _, k := range t.kids[v] { // hung on the verb before it: "called the report that it had bombed them false"
		if k > v && t.is(k, "xcomp", "ccomp") && t.child(k, "nsubj") < 0 && r.cue("told", t.lemma(g)) && r.untrue(k) {
			return k
		}
	}
	return r.refuted(g)
}

// tellsContent reports whether the clause that hangs on a noun tells its content: it is introduced by "that" or by nothing, and
// nothing in it is left out for the noun to fill.
func (r *reader) tellsContent(v int, marked bool) bool {
	t := r.t
	if marked {
		return true
	}
	subject := t.child(v, "nsubj", "csubj")
	if subject < 0 || t.relative(subject) {
		return false
	}
	for _, k := range t.kids[v] {
		if k > v && t.is(k, "obj") {
			return true
		}
	}
	return t.is(subject, "nsubj:pass")
}

// refuted is the word by which a noun, like "report", is said to tell what is not true, -1 if there is none.
func (r *reader) refuted(n int) int {
	t := r.t
	h := t.head(n)
	if h >= 0 && t.verbal(h) && r.refuses(h) && (t.is(n, "nsubj:pass") || t.is(n, "obj") && !t.passive(h)) && (r.cue("told", t.lemma(n)) || r.governor(h) == "negation") {
		return h // "dismissed reports", "the reports were dismissed"
	}
	if !r.cue("told", t.lemma(n)) {
		return -1
	}
	for _, k := range t.kids[n] {
		if k > n && t.is(k, "acl") && t.child(k, "aux:pass") >= 0 && r.refuses(k) {
			return k // "Reports that … were dismissed", read as a headline
		}
	}
	if h >= 0 && t.is(n, "nsubj", "nmod", "obl") && r.untrue(h) {
		return h // "reports are false", "no truth in reports"
	}
	if h < 0 || !t.is(n, "nsubj", "obj") {
		return -1
	}
	for _, k := range t.kids[h] { // "called the reports false", "dismissed them as lies", "the reports have no basis"
		own := k > n && t.is(k, "xcomp", "ccomp") && t.child(k, "nsubj") < 0 // a parser may give the subject to "said"
		if (own || t.is(k, "obl", "advcl") && t.preposition(k) == "as" || t.is(k, "obj") && r.cue("true", t.lemma(k))) && r.untrue(k) {
			return k
		}
	}
	return -1
}

// refuses reports whether a verb denies what is told, and is not denied itself: "dismissed", not "did not deny".
func (r *reader) refuses(v int) bool {
	t := r.t
	return (r.cue("refute", t.lemma(v)) || r.governor(v) == "negation") && !r.negated(v)
}

// untrue reports whether a word says that something is not so: "false", "a lie", "not true", "no truth", "without foundation".
func (r *reader) untrue(k int) bool {
	t := r.t
	is := func(cue string) bool { return r.cue(cue, t.lemma(k)) || r.cue(cue, t.form(k)) }
	no := r.negated(k) || r.noOne(k) || r.cue("without", t.preposition(k))
	return is("untrue") && !no || is("true") && no
}

// negated reports whether a word has a negation of its own.
func (r *reader) negated(k int) bool {
	for _, d := range r.t.kids[k] {
		if r.t.is(d, "advmod", "cc", "det") && d < k && r.cue("negation", r.t.lemma(d)) {
			return true
		}
	}
	return false
}

// denier is who says so, where the word that denies is a verb of his or its complement: "Libya dismissed …", "Libya called it a lie …".
func (r *reader) denier(word int) []int {
	t := r.t
	v := word
	for n := 0; n < maxDepth && !t.verbal(v); n++ {
		if !t.is(v, "xcomp", "obl", "advcl") || t.head(v) < 0 {
			return nil
		}
		v = t.head(v)
	}
	who := t.subject(v)
	if t.passive(v) {
		who = t.agent(v)
	}
	var list []int
	if t.verbal(v) && who >= 0 {
		r.party(who, "S", &list)
	}
	return list
}
