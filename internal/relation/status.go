package relation

import "slices"

// status is what tense, mood, negation and governing words say of an act (plover.md, section 4).
type status struct {
	negations                         int
	future, hypothetical, conditional bool
	historical, ongoing, reported     bool
	announced, warned, will, saidSo   bool
	promised                          bool // "will" itself, not "would" or "may"
	// by a yielding announcement; by a warning; future or conditional; said by somebody
	perfect bool   // past perfect in a relative clause: told as background
	reject  string // why the act makes no row at all
	words   []int  // the verb group
	denier  []int  // who says that it is not so
}

// aux is the one status of a row: negation before hypothetical before future before historical.
func (s *status) aux() string {
	switch {
	case s.negations%2 == 1:
		return "negation"
	case s.hypothetical:
		return "hypothetical"
	case s.future:
		return "future"
	case s.historical:
		return "historical"
	}
	return ""
}

// status reads the words around a predicate, then climbs to the words that govern it: "plans to", "failed to", "denied
// having", "if".
func (r *reader) status(f *frame) *status {
	s := &status{words: []int{f.head}}
	v := f.head
	if f.pos == "n" {
		r.nounStatus(f, s)
		if f.light < 0 {
			r.background(f.head, s)
			return s
		}
		v = f.light
		s.words = append(s.words, v)
	}
	r.clause(v, true, s)
	r.background(v, s)
	r.sayer(v, s)
	for steps := 0; steps < maxDepth && s.reject == ""; steps++ {
		next := r.climb(v, s)
		if next < 0 {
			break
		}
		shared := r.t.is(v, "conj")
		v = next
		r.clause(v, !shared, s)
	}
	slices.Sort(s.words)
	s.words = slices.Compact(s.words)
	return s
}

// clause reads the auxiliaries, adverbs, negations and the introducing word of one verb. What a conjunct shares with it are
// not its own subject and object, nor its "neither".
func (r *reader) clause(v int, own bool, s *status) {
	t := r.t
	perfect := false
	s.hypothetical = s.hypothetical || r.asked(v) || r.supposed(v)
	for _, k := range t.kids[v] {
		w := t.lemma(k)
		switch {
		case t.is(k, "aux", "cop"):
			perfect = perfect || w == "have"
			r.auxiliary(v, k, s)
		case t.is(k, "advmod") && r.cue("almost", t.fixed(k)) && r.almost(v, k):
			s.negations++
		case t.is(k, "cc", "cc:preconj", "advmod") && k < v && r.cue("without", t.fixed(k)): // "rather than arrest them"
			s.negations++
		case (t.is(k, "advmod", "cc:preconj", "det", "discourse") || t.is(k, "cc") && k < v) && r.cue("negation", w):
			if !r.notOnly(k) && (own || !t.is(k, "cc")) {
				s.negations++
			}
		case own && t.is(k, "advmod") && k > 0 && t.form(k) == "longer" && r.cue("negation", t.form(k-1)): // "no longer"
			s.negations++
		case t.is(k, "advmod", "obl") && r.cue("often", w):
			s.ongoing = s.ongoing || perfect || r.cue("often", w)
		case t.is(k, "advmod") && r.cue("perhaps", w):
			s.hypothetical = true
		case t.is(k, "advmod") && r.cue("reported", w):
			s.reported = true
		case t.is(k, "nsubj", "obj") && r.noOne(k):
			if own {
				s.negations++
			}
		case own && t.is(k, "obl") && r.noOne(k) && r.cue("occasion", w): // "at no point"
			s.negations++
		case t.is(k, "mark") && r.cue("if", w):
			s.hypothetical = true
		}
	}
	if perfect && t.xpos(v) == "VBG" {
		s.ongoing = true
	}
	if p := t.preposition(v); r.cue("without", p) {
		s.negations++
	}
}

// auxiliary reads an auxiliary k of the verb v.
func (r *reader) auxiliary(v, k int, s *status) {
	t := r.t
	subject := t.child(v, "nsubj")
	s.words = append(s.words, k)
	switch w := t.lemma(k); {
	case r.cue("future", w):
		s.future, s.will, s.promised = true, true, true
	case w == "should" && r.supposed(v): // "Should the talks fail"
	case r.cue("possible", w):
		s.hypothetical, s.will = true, true
	case r.cue("conditional", w):
		s.conditional, s.will = true, true
		r.would(v, k, s)
		s.promised = s.promised || s.future
	case r.cue("obliged", w):
		s.reject = "what " + w + " be done is no act"
	case w == "be" && t.xpos(k) != "VBD" && t.xpos(v) == "VBG" && t.is(k, "aux"):
		s.ongoing = true
	case w == "be" && t.infinitive(v) && subject >= 0 && !t.is(v, "xcomp") && t.mention(subject) >= 0:
		s.future = true                                 // "is to visit"
		if t.xpos(v) == "VBN" && t.aux(v, "have") > k { // "was to have visited"
			s.negations++
		}
	case w == "be" && t.infinitive(v) && subject >= 0 && t.is(k, "cop"):
		s.reject = "only an aim (" + t.form(subject) + ")" // "their task is to defend the country"
	}
}

func (r *reader) cue(name, word string) bool { return r.lex.cues[name][word] }

// noOne reports whether a noun phrase denies itself: "no agreement", "nobody", "none of them".
func (r *reader) noOne(k int) bool {
	if r.cue("nobody", r.t.lemma(k)) {
		return true
	}
	for _, d := range r.t.kids[k] { // "no agreement", "neither side", "neither Chad nor Togo", "not a single shell"
		if r.t.is(d, "advmod") && d < k && r.cue("negation", r.t.form(d)) && d+1 < len(r.t.Tokens) && r.cue("single", r.t.form(d+1)) {
			return true
		}
		if (r.t.is(d, "det") || r.t.is(d, "cc") && d < k) && r.cue("nobody", r.t.lemma(d)) {
			return true
		}
	}
	return false
}

// notOnly reports whether a negation belongs to "not only", or to a single phrase ("not the base but the town").
func (r *reader) notOnly(k int) bool {
	t := r.t
	if k+1 >= len(t.Tokens) {
		return false
	}
	return r.cue("only", t.form(k+1)) || t.upos(k+1) == "DET"
}

// almost reports whether "almost" says that a deed was not done. It stands before the verb itself, not before another word
// ("almost daily"), and the verb is none that has degrees ("nearly destroyed").
func (r *reader) almost(v, k int) bool {
	t := r.t
	for i := k + 1; i < v; i++ {
		if !t.is(i, "aux", "cop", "fixed") {
			return false
		}
	}
	return k < v && !r.cue("degrees", t.lemma(v))
}

// would is future seen from a report in the past ("said it would send"), else a condition; "would have sent" always is.
func (r *reader) would(v, k int, s *status) {
	t := r.t
	if t.xpos(v) == "VBN" && t.aux(v, "have") > k {
		s.hypothetical = true
		return
	}
	for i, steps := v, 0; i >= 0 && steps < 6; i, steps = t.head(i), steps+1 {
		if t.is(i, "ccomp") || t.child(i, "parataxis") >= 0 {
			s.future = true
			return
		}
	}
	s.hypothetical = true
}

// climb goes from a verb to the word that governs it and takes over what that says; -1 where a clause of its own begins.
func (r *reader) climb(v int, s *status) int {
	t := r.t
	g := t.head(v)
	if g < 0 {
		return -1
	}
	own := t.child(v, "nsubj", "aux", "cop") >= 0
	switch {
	case r.supposed(v):
		return -1
	case r.gainsaid(v) >= 0:
		s.negations++
		s.denier = r.denier(r.gainsaid(v))
		return -1
	case t.is(v, "conj"):
		if !own && (t.verbal(g) || t.upos(g) == "ADJ") {
			return r.sharing(v, g)
		}
		return -1
	case t.is(v, "acl:relcl", "parataxis"):
		return -1
	case t.is(v, "ccomp") && r.cue("question", t.preposition(v)):
		s.reject = "an open question"
		return -1
	case t.is(v, "xcomp"), t.is(v, "ccomp", "csubj"), t.is(v, "advcl", "acl") && t.infinitive(v), t.is(v, "acl", "obl", "advcl", "dep") && t.gerund(v) && t.preposition(v) != "":
		return r.governed(v, g, s)
	case t.is(v, "advcl", "dep", "obj") && t.gerund(v) && (v-g <= 2 || t.xpos(v) != "VBG") && r.governor(g) == "negation": // "denied deploying", "denied on Monday having deployed"
		return r.governed(v, g, s)
	case t.is(v, "advcl"):
		switch p := t.preposition(v); {
		case r.cue("if", p):
			s.hypothetical = true
		case r.cue("pending", p) && r.refusal(g):
			s.reject = "only what somebody waits for (" + p + ")"
		}
		return -1
	}
	return -1
}

// refusal reports whether a verb tells what is not or not yet done: "will not talk until they disarm".
func (r *reader) refusal(g int) bool {
	var s status
	r.clause(g, true, &s)
	return s.negations > 0 || s.future || s.conditional || r.governor(g) == "negation"
}

// sayer looks at who says so: "announced that it will", "…, it warned".
func (r *reader) sayer(v int, s *status) {
	t := r.t
	for _, k := range t.kids[v] {
		if t.is(k, "parataxis") && t.verbal(k) {
			s.saidSo = true
			r.warned(v, k, s)
		}
	}
	for i, steps := v, 0; t.head(i) >= 0 && steps < 3; i, steps = t.head(i), steps+1 {
		if t.is(i, "ccomp") {
			s.saidSo = true
			s.announced = r.cue("announce", t.lemma(t.head(i)))
			r.warned(i, t.head(i), s)
			return
		}
		if !t.is(i, "conj") {
			return
		}
	}
}

// warned notes that an act is told as a warning; one of what the other side will do is only a possibility.
func (r *reader) warned(v, by int, s *status) {
	switch {
	case !r.cue("warns", r.t.lemma(by)):
	case r.ofOther(v, by):
		s.hypothetical = s.hypothetical || s.future
	default:
		s.warned = true
	}
}

// sharing lets a conjunct without auxiliary share the status of the first ("will meet and sign"), unless the forms
// differ ("has met and will").
func (r *reader) sharing(v, g int) int {
	if r.t.xpos(v) == r.t.xpos(g) || r.t.xpos(v) == "VB" || r.t.xpos(v) == "VBN" {
		return g
	}
	return -1
}

// governed applies the entry of governor.tsv for the governing word.
func (r *reader) governed(v, g int, s *status) int {
	t := r.t
	kind := r.having(v, g, r.governor(g))
	if kind == "motion" {
		if kind = ""; r.raids(v, g) {
			kind = "through"
		}
	}
	finite := t.is(v, "ccomp") && t.child(v, "nsubj") >= 0 && !t.infinitive(v)
	switch kind {
	case "future":
		s.future = true
	case "negation":
		s.negations++
	case "hypothetical":
		s.hypothetical = true
	case "ongoing":
		s.ongoing = true
	case "reported":
		s.reported = true
	case "attempt", "wish", "ability", "cause":
		s.reject = r.because(kind, g)
	case "forecast":
		if s.future || s.hypothetical || s.conditional || !finite || r.t.xpos(v) == "VBZ" || r.t.xpos(v) == "VBP" {
			s.reject = r.because(kind, g)
		}
	case "":
		if finite || t.is(v, "xcomp") && !t.infinitive(v) {
			return -1 // a reporting verb: its clause stands for itself
		}
		if t.is(v, "ccomp") {
			return -1
		}
		if t.is(g, "root") && t.is(v, "acl") && t.infinitive(v) && t.mention(g) >= 0 && t.child(g, "cop") < 0 {
			s.future = true // a headline: "Chad to expel two diplomats"
			return -1
		}
		p := t.preposition(v)
		if noun := t.child(g, "xcomp"); t.infinitive(v) && (r.first(g) || noun >= 0 && t.nominal(noun) && r.first(noun)) {
			return -1 // "became the first country to recognise it"
		}
		if t.nominal(g) && t.is(v, "acl") && t.gerund(v) && p != "" && !r.cue("telling", p) || p == "to" || p == "for" || t.infinitive(v) {
			s.reject = "only the purpose or content of " + t.form(g)
		}
		return -1
	}
	s.words = append(s.words, g)
	if finite {
		return -1
	}
	return g
}

// first reports whether a noun is singled out by an ordinal, so that the infinitive after it tells what it did.
func (r *reader) first(g int) bool {
	for _, k := range r.t.kids[g] {
		if r.t.is(k, "amod", "nummod") && r.cue("ordinal", r.t.form(k)) {
			return true
		}
	}
	return r.cue("ordinal", r.t.form(g))
}

// having tells "has yet to expel" (not done) and "having expelled" (a form of the verb) from "has to expel".
func (r *reader) having(v, g int, kind string) string {
	t := r.t
	if kind != "ability" || t.lemma(g) != "have" {
		return kind
	}
	if y := t.child(g, "advmod"); y >= 0 && r.cue("yet", t.lemma(y)) {
		return "negation"
	}
	if t.xpos(v) == "VBN" || t.xpos(v) == "VBD" {
		return "through"
	}
	return kind
}

// because puts the status of a governing word in words for the reader of "explain".
func (r *reader) because(kind string, g int) string {
	w := r.t.form(g)
	switch kind {
	case "attempt":
		return "only tried (" + w + ")"
	case "forecast":
		return "a forecast (" + w + ")"
	case "wish":
		return "only wished (" + w + ")"
	case "cause":
		return "what is brought about (" + w + ") is no act of its subject"
	}
	return "only said to be possible (" + w + ")"
}

// governor looks a governing word up: verbs as v, passives as p, adjectives as a, nouns as n.
func (r *reader) governor(g int) string {
	t := r.t
	pos := "v"
	if n := g + 1; n < len(t.Tokens) && t.head(n) == g && t.is(n, "advmod", "xcomp") { // "came close to"
		if k := r.lex.governors["v "+t.lemma(g)+" "+t.lemma(n)]; k != "" {
			return k
		}
	}
	switch {
	case t.upos(g) == "VERB" && t.passive(g) || t.upos(g) == "VERB" && t.child(g, "cop") >= 0:
		pos = "p"
	case t.upos(g) == "ADJ" || t.upos(g) == "ADV":
		pos = "a"
	case t.nominal(g):
		pos = "n"
	}
	for _, words := range []string{r.verbWords(g), t.lemma(g)} {
		if k := r.lex.governors[pos+" "+words]; k != "" {
			return k
		}
	}
	if pos == "p" || pos == "a" {
		if k := r.lex.governors["a "+t.form(g)]; k != "" {
			return k
		}
		return r.lex.governors["p "+t.lemma(g)]
	}
	return ""
}
