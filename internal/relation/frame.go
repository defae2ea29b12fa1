package relation

// frame is a predicate in its clause: where its slots are looked for.
type frame struct {
	head      int
	pos       string
	passive   bool     // of the verb, or of the light verb
	light     int      // the light verb that governs an event noun ("hold talks"), -1
	role      string   // what the light verb's subject is: actor | recipient
	meeting   bool     // the event noun is a meeting, so that who does something during it took part
	host      int      // the verb whose circumstance an event noun is ("said during a visit"), -1
	particles []string // of the entry, whose noun the parse may have taken for its complement
	anchors   []int    // words that prepositional phrases of the predicate may hang on
}

// frame reads the surroundings of a predicate word.
func (r *reader) frame(tok int, pos string) *frame {
	t := r.t
	f := &frame{head: tok, pos: pos, light: -1, host: -1, anchors: []int{tok}}
	if pos != "n" {
		f.passive = t.passive(tok)
		direct, _ := t.objects(tok)
		if direct >= 0 && direct > tok {
			f.anchors = append(f.anchors, direct)
		}
		if s := t.subject(tok); f.passive && direct < 0 && s >= 0 { // "relations between Chad and Togo were severed"
			f.anchors = append(f.anchors, s)
		}
		if c := t.child(tok, "compound:prt", "advmod"); c >= 0 && c > tok {
			f.anchors = append(f.anchors, c)
		}
		return f
	}
	top := r.partitive(tok)
	if top != tok {
		f.anchors = append(f.anchors, top)
	}
	f.light, f.role = r.lightVerb(tok, top)
	if f.light >= 0 {
		f.passive = t.passive(f.light)
		f.anchors = append(f.anchors, f.light)
		return f
	}
	if g := t.head(top); g >= 0 && t.is(top, "obl", "nmod", "advcl") && r.lex.cues["fact"][t.preposition(top)] {
		f.host = r.clauseVerb(g)
	}
	return f
}

// partitive climbs from "talks" to "round" in "a round of talks".
func (r *reader) partitive(n int) int {
	for steps := 0; steps < 3; steps++ {
		h := r.t.head(n)
		if h < 0 || !r.t.is(n, "nmod") || r.t.preposition(n) != "of" || !r.lex.classes["partitive"][r.t.lemma(h)] {
			break
		}
		n = h
	}
	return n
}

// clauseVerb climbs from a noun to the verb whose clause it stands in.
func (r *reader) clauseVerb(i int) int {
	for steps := 0; i >= 0 && steps < 4; i, steps = r.t.head(i), steps+1 {
		if r.t.verbal(i) || r.t.child(i, "cop") >= 0 {
			return i
		}
	}
	return -1
}

// lightVerb finds the verb that does an event noun: as its object ("hold talks"), its passive subject ("talks were
// held"), its prepositional object ("came under criticism"), or its participle ("the raid launched by").
func (r *reader) lightVerb(n, top int) (int, string) {
	t := r.t
	for steps := 0; t.is(top, "conj") && t.head(top) >= 0 && t.nominal(t.head(top)) && steps < 4; steps++ {
		top = t.head(top)
	}
	g := t.head(top)
	if g >= 0 && t.verbal(g) {
		key := r.verbWords(g)
		if t.is(top, "obl", "nmod", "xcomp", "advmod") {
			key += " " + t.preposition(top)
		}
		if t.is(top, "obj", "nsubj:pass", "obl", "nmod") || t.is(top, "nsubj") && t.passive(g) {
			if v, ok := r.lex.light[key]; ok {
				return g, v.role
			}
		}
	}
	if c := r.stay(g); c >= 0 && t.is(top, "obl", "nmod") {
		if v, ok := r.lex.light[t.lemma(c)+" "+t.preposition(top)]; ok && v.role == "actor" {
			return g, v.role
		}
	}
	for _, k := range t.kids[n] {
		if t.is(k, "acl") && t.verbal(k) {
			if v, ok := r.lex.light[r.verbWords(k)]; ok && !t.infinitive(k) && v.role == "actor" {
				return k, v.role
			}
		}
	}
	return -1, ""
}

// stay gives the copula of a place that somebody is in ("was in Ankara for talks"), -1 if the word is no such place.
func (r *reader) stay(place int) int {
	if place < 0 || r.t.upos(place) != "PROPN" || r.t.preposition(place) != "in" {
		return -1
	}
	return r.t.child(place, "cop")
}

// verbWords is a verb's lemma with its particle.
func (r *reader) verbWords(v int) string {
	if p := r.t.child(v, "compound:prt"); p >= 0 {
		return r.t.lemma(v) + " " + r.t.lemma(p)
	}
	return r.t.lemma(v)
}

// slot returns the head words that stand in a slot of the frame.
func (r *reader) slot(f *frame, name string) []int {
	t := r.t
	switch name {
	case "S":
		return some(r.deepSubject(f))
	case "O":
		return some(r.deepObject(f))
	case "IO":
		return some(r.indirect(f))
	case "R":
		if f.light >= 0 && f.role == "recipient" {
			return some(t.subject(f.light))
		}
		return nil
	case "comp", "that", "inf", "pred", "ctrl":
		return some(r.clauseSlot(f, name))
	case "poss":
		return r.owners(f.head)
	case "adj":
		return r.adjectives(f.head)
	case "btw":
		return r.complements(f, "between")
	case "loc":
		var list []int
		for _, p := range []string{"in", "at", "outside", "inside", "near", "through", "across", "to", "into"} {
			list = append(list, r.complements(f, p)...)
		}
		return list
	case "word":
		return r.clauseWords(f.head)
	case "modal", "clause":
		return r.complementWords(f, name)
	case "by":
		return r.byPhrase(f)
	}
	return r.complements(f, name)
}

// clauseSlot is the head of the clausal complement: any, finite ("that"), infinitive, the nominal predicate ("pred"), or
// the understood subject of the complement ("ctrl").
func (r *reader) clauseSlot(f *frame, name string) int {
	t := r.t
	c := t.complement(f.head)
	switch name {
	case "that":
		c = t.child(f.head, "ccomp")
		if c >= 0 && (t.infinitive(c) || t.child(c, "nsubj") < 0) {
			return -1
		}
	case "inf":
		if c >= 0 && !t.infinitive(c) {
			return -1
		}
	case "pred":
		c = t.child(f.head, "xcomp")
		if c >= 0 && t.verbal(c) {
			return -1
		}
	case "ctrl":
		if c >= 0 {
			return t.subject(c)
		}
	}
	return c
}

// complementWords are the words of the complement clause, or its auxiliaries alone.
func (r *reader) complementWords(f *frame, name string) []int {
	c := r.t.complement(f.head)
	var list []int
	if c < 0 {
		return nil
	}
	for _, i := range r.clauseWords(c) {
		if name == "clause" || r.t.is(i, "aux") && r.t.head(i) == c {
			list = append(list, i)
		}
	}
	return list
}

// clauseWords are the words below a predicate, without those of other clauses.
func (r *reader) clauseWords(head int) []int {
	var list []int
	r.t.subtree(head, func(i int) bool {
		list = append(list, i)
		return i == head || !r.t.is(i, "ccomp", "parataxis", "acl:relcl", "advcl") || r.t.is(i, "advcl") && r.t.infinitive(i) // "deported him to stand trial"
	})
	return list
}

// byPhrase is who does it, introduced by "by": of a passive, of a passive light verb, of an event noun.
func (r *reader) byPhrase(f *frame) []int {
	if f.pos != "n" {
		if d := r.t.doer(f.head); d >= 0 {
			return some(d)
		}
		if !f.passive {
			return nil
		}
		return some(r.t.sharedAgent(f.head))
	}
	if f.light >= 0 && f.passive {
		if a := r.t.agent(f.light); a >= 0 {
			return some(a)
		}
	}
	return r.complements(f, "by")
}

func some(i int) []int {
	if i < 0 {
		return nil
	}
	return []int{i}
}

// complements looks for a preposition at all places where the parse may have hung it.
func (r *reader) complements(f *frame, preposition string) []int {
	var list []int
	if f.light >= 0 && r.t.nominal(f.light) && r.t.preposition(f.light) == preposition { // "was in Cairo on a visit"
		list = append(list, f.light)
	}
	for _, a := range f.anchors {
		for _, c := range r.t.complements(a, preposition) {
			if !r.cue("day", r.t.form(c)) && !r.cue("month", r.t.form(c)) || r.t.child(c, "nmod:poss") >= 0 { // "on Friday" is no party
				list = append(list, c)
			}
		}
	}
	if len(list) > 0 || !r.cue("strays", preposition) {
		return list
	}
	for _, a := range f.anchors { // "the release of the unionist by Chad": the last phrase may hang on the one before, or on the last conjunct
		for _, k := range r.t.kids[a] {
			if (r.t.is(k, "nmod", "obl") || r.t.is(k, "conj") && r.t.nominal(k)) && k > a && (preposition != "of" || r.t.preposition(k) == "by") {
				list = append(list, r.t.complements(k, preposition)...)
			}
		}
	}
	return list
}

// deepSubject is who does it: the subject of an active verb, the "by" phrase of a passive, the subject of a light verb.
func (r *reader) deepSubject(f *frame) int {
	t := r.t
	switch {
	case f.pos == "n" && f.light >= 0:
		if f.role == "recipient" {
			return -1
		}
		if f.passive {
			return t.agent(f.light)
		}
		return t.subject(f.light)
	case f.pos == "n" && f.host >= 0 && f.meeting:
		if s := t.subject(f.host); s >= 0 && !t.within(f.head, s) {
			return s
		}
		return -1
	case f.pos == "n" && t.child(f.head, "cop") >= 0 && t.preposition(f.head) != "": // "was on a visit to"
		return t.subject(f.head)
	case f.pos == "n":
		return -1
	case f.passive && f.pos == "v":
		if d := t.doer(f.head); d >= 0 {
			return d
		}
		return t.sharedAgent(f.head)
	}
	return t.subject(f.head)
}

// deepObject is whom it is done to: the object of an active verb, the subject of a passive that has no object left.
func (r *reader) deepObject(f *frame) int {
	if f.pos == "n" {
		return -1
	}
	direct, indirect := r.t.objects(f.head)
	if !f.passive {
		if direct < 0 && indirect < 0 && len(f.particles) > 0 { // "called in the envoy" read as "in the envoy"
			if list := r.complements(f, f.particles[len(f.particles)-1]); len(list) > 0 {
				return list[0]
			}
		}
		if direct < 0 {
			return indirect
		}
		return direct
	}
	if direct >= 0 && !r.t.is(f.head, "acl") {
		return direct
	}
	return r.t.subject(f.head)
}

// indirect is the receiver: "gave NIGER two helicopters", "NIGER was given two helicopters".
func (r *reader) indirect(f *frame) int {
	if f.pos == "n" {
		return -1
	}
	direct, indirect := r.t.objects(f.head)
	if f.passive && direct >= 0 && !r.t.is(f.head, "acl") {
		return r.t.subject(f.head)
	}
	if indirect < 0 && direct > f.head && len(r.complements(f, "to")) == 0 {
		return r.receiver(f.head, direct)
	}
	return indirect
}

// receiver is a state's or person's name that the parse has joined to the object after it ("gave [Niger two helicopters]"):
// it follows the verb at once and hangs on the object as if it were part of its name.
func (r *reader) receiver(verb, object int) int {
	t := r.t
	for _, k := range t.kids[object] {
		if !t.is(k, "compound", "nmod", "flat", "appos") && t.Tokens[k].Rel != "nmod:unmarked" || t.is(k, "nmod:poss") || k > object || t.upos(k) != "PROPN" || t.preposition(k) != "" {
			continue
		}
		m := t.mention(k)
		if m >= 0 && t.mentions[m].First == verb+1 && t.mentions[m].End <= object {
			return k
		}
	}
	return -1
}

// owners are the possessor and the adjectives of an event noun: "Kenya's demand", "the Kenyan demand".
func (r *reader) owners(n int) []int {
	var list []int
	for _, k := range r.t.kids[n] {
		if r.t.is(k, "nmod:poss") {
			list = append(list, k)
		}
	}
	if len(list) == 1 && r.t.upos(list[0]) == "PRON" { // "his Sudanese colleague" is Sudan's, not his
		if a := r.adjectives(n); len(a) > 0 {
			return a
		}
	}
	if len(list) > 0 {
		return list
	}
	return r.adjectives(n)
}

func (r *reader) adjectives(n int) []int { return r.adjectivesAt(n, 0) }

func (r *reader) adjectivesAt(n, depth int) []int {
	var list []int
	if depth > 3 {
		return nil
	}
	for _, k := range r.t.kids[n] {
		if r.t.is(k, "amod", "compound", "nmod:unmarked", "nmod:desc") && r.t.preposition(k) == "" {
			if r.t.mention(k) >= 0 {
				list = append(list, k)
			}
			list = append(list, r.adjectivesAt(k, depth+1)...) // "Chad-Sudan relations", "the Spanish fishing fleet"
		}
	}
	return list
}
