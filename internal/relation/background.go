package relation

// This file reads the status of event nouns, and the cues of the past.

// nounStatus reads the adjectives and the preposition of an event noun.
func (r *reader) nounStatus(f *frame, s *status) {
	t := r.t
	for _, i := range f.anchors {
		if t.nominal(i) {
			r.attributes(i, f.light, s)
		}
	}
	if f.light >= 0 {
		return
	}
	if t.child(f.head, "cop") >= 0 && t.preposition(f.head) != "" && t.child(f.head, "nsubj") >= 0 { // "was in talks with"
		r.clause(f.head, true, s)
		return
	}
	top := r.partitive(f.head)
	p := t.preposition(top)
	switch {
	case r.cue("ahead", p):
		s.future = true
	case r.cue("without", p):
		s.negations++
	case r.cue("brings", r.t.lemma(max(0, t.head(top)))) && t.is(top, "obl") && (p == "to" || p == "in"): // "led to the release of"
		r.clauseOfNoun(t.head(top), s)
	case r.cue("topic", p):
		s.reject = "only a topic or purpose (" + p + ")"
	case t.is(top, "nmod") && f.host < 0 && !r.cue("fact", p):
		s.reject = "only the topic of " + t.form(max(0, t.head(top)))
	case t.is(top, "nsubj") && t.head(top) >= 0 && t.upos(t.head(top)) == "ADJ":
		r.planned(top, t.head(top), s)
	case t.is(top, "compound", "appos", "flat"):
		s.reject = "part of a name"
	case t.is(top, "obj", "nsubj", "nsubj:pass") && t.head(top) >= 0 && t.verbal(t.head(top)):
		v := t.head(top)
		if r.planned(top, v, s) {
			return
		}
		if k := r.governor(v); t.is(top, "obj") && (k == "wish" || k == "forecast" || k == "attempt") {
			s.reject = r.because(k, v)
			return
		}
		r.clauseOfNoun(v, s)
	}
}

// planned takes over what is said of an event as a subject: "talks are planned for June", "a visit is due", "is possible".
func (r *reader) planned(top, v int, s *status) bool {
	if !r.t.is(top, "nsubj") || r.t.verbal(v) && !r.t.passive(v) {
		return false
	}
	switch r.governor(v) {
	case "future":
		s.future = true
	case "hypothetical", "forecast":
		s.hypothetical = true
	default:
		return false
	}
	return true
}

// attributes reads the adjectives of an event noun: "planned", "possible", "repeated", "alleged".
func (r *reader) attributes(n, light int, s *status) {
	t := r.t
	if g := t.head(n); r.noOne(n) && !(g >= 0 && t.is(n, "nsubj", "obj") && t.verbal(g) && (g == light || r.cue("happen", t.lemma(g)))) {
		s.negations++ // elsewhere the clause says so
	}
	for _, k := range t.kids[n] {
		w := t.lemma(k)
		switch {
		case t.is(k, "amod", "acl") && r.cue("planned", w):
			s.future = true
		case t.is(k, "amod") && r.cue("possibility", w):
			s.hypothetical = true
		case t.is(k, "amod") && r.cue("repeated", w):
			s.ongoing = true
		case t.is(k, "amod") && r.cue("alleged", w):
			s.reject = "named only as " + w
		}
	}
}

// clauseOfNoun takes over the status of the verb whose subject or object an event noun is: "the visit will begin",
// "called off the visit". What a visit "will" do later does not make it a future one if it has an own date.
func (r *reader) clauseOfNoun(v int, s *status) {
	var own status
	r.clause(v, true, &own)
	if k := r.governor(v); k == "wish" || k == "forecast" {
		own.future = true
	}
	if !r.cue("happen", r.t.lemma(v)) {
		return
	}
	s.future = s.future || own.future
	s.hypothetical = s.hypothetical || own.hypothetical
	s.negations += own.negations
	s.ongoing = s.ongoing || own.ongoing
}

// background looks for cues of the past in the clause: "in 1978", "decades ago", a past perfect in a relative clause.
func (r *reader) background(v int, s *status) {
	t := r.t
	relative := t.is(v, "acl") || t.clauseOf(v, "acl:relcl")
	for _, k := range t.kids[v] {
		if relative && t.is(k, "aux") && t.form(k) == "had" {
			s.perfect = true
		}
	}
	t.subtree(v, func(i int) bool {
		if i != v && (t.is(i, "ccomp", "advcl", "parataxis", "acl") || t.is(i, "conj") && t.verbal(i)) {
			return false
		}
		switch {
		case r.year(i):
			switch p := t.preposition(i); {
			case p == "in" || p == "during" || p == "" && relative:
				s.historical = true
			case p == "since":
				s.ongoing = true
			}
		case t.form(i) == "ago" && r.longAgo(i):
			s.historical = true
		case r.cue("for weeks", t.lemma(i)) && t.is(i, "obl") && r.cue("span", t.preposition(i)):
			s.ongoing = s.ongoing || t.Tokens[i].Feats != "" && r.plural(i)
		}
		return true
	})
}

func (r *reader) plural(i int) bool { return r.t.xpos(i) == "NNS" || r.t.xpos(i) == "NNPS" }

func (r *reader) longAgo(i int) bool {
	for j := max(0, i-3); j < i; j++ {
		if r.cue("long ago", r.t.lemma(j)) {
			return true
		}
	}
	return false
}

// year reports whether a word is a year, or a decade ("1990s").
func (r *reader) year(i int) bool {
	w := r.t.form(i)
	if len(w) == 5 && w[4] == 's' {
		w = w[:4]
	}
	if len(w) != 4 || w[0] != '1' && w[0] != '2' {
		return false
	}
	for _, c := range w {
		if c < '0' || c > '9' {
			return false
		}
	}
	return w >= "1500" && w < "2100"
}
