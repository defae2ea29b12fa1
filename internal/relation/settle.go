package relation

import (
	"fmt"
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/plover"
)

const onlyContent = "names what may be asked or promised, no act of its own"

// settle makes a candidate of an act: status, parties, the type that both lead to, and a first confidence.
func (r *reader) settle(a *act) Candidate {
	f := a.frame
	s := r.status(f)
	c := Candidate{
		Sentence: r.t.index, Head: f.head, Event: a.event, Mode: slices.Clone(a.mode), Aux: s.aux(), Ongoing: s.ongoing, Denier: s.denier,
		Rule: a.entry.where + " " + a.entry.pattern, Predicate: r.predicate(a, s),
	}
	switch {
	case a.none != "":
		c.Rejected = a.none
	case a.event == "" && a.class == "none":
		c.Rejected = "no act, as the lexicon says"
	case a.event == "":
		c.Rejected = onlyContent
	case r.blocked[f.head] != "":
		c.Rejected = r.blocked[f.head]
	case s.reject != "":
		c.Rejected = s.reject
	case (a.event == "MOBILIZE" || a.event == "ASSAULT") && f.pos == "v" && r.raid(f.head) >= 0:
		c.Rejected = "the force went on to attack"
	case r.misnamed(a):
		c.Rejected = "an attack, no stoppage"
	case a.event == "ASSAULT" && r.accident(f):
		c.Rejected = "an accident"
	case r.timeless(f, a.event):
		c.Rejected = "an imperative or a habit"
	}
	if a.aux != "" && c.Aux == "" {
		c.Aux = a.aux
	}
	r.correct(a, s, &c)
	r.fill(a, &c)
	if c.Rejected == "" && r.toItself(a) {
		c.Rejected = "done to itself"
	}
	if c.Rejected != "" {
		return c
	}
	r.means(a, &c)
	c.Meeting = c.Event == "CONSULT" || c.Event == "AGREE" && a.inner != nil && a.inner.event == "CONSULT"
	r.meeting(a, &c)
	r.retype(a, s, &c)
	r.complete(a, &c)
	c.Score = r.score(a, s, &c)
	return c
}

// timeless reports whether a verb tells no single act: an imperative, or a deed in the simple present of a speaker about
// himself ("We drop rice where we see washing").
func (r *reader) timeless(f *frame, event string) bool {
	t := r.t
	v := f.head
	if f.pos != "v" || t.child(v, "aux", "cop", "aux:pass") >= 0 || t.infinitive(v) || f.passive {
		return false
	}
	subject := t.subject(v)
	if t.xpos(v) == "VB" && t.is(v, "root") && t.child(v, "nsubj") < 0 {
		return true
	}
	kind, ok := plover.Lookup(event)
	return ok && kind.Quad%2 == 0 && (t.xpos(v) == "VBP" || t.xpos(v) == "VB") && subject >= 0 && r.cue("we", t.form(subject))
}

// correct mends the status by what the entry itself says.
func (r *reader) correct(a *act, s *status, c *Candidate) {
	if slices.ContainsFunc(a.entry.needs, func(n need) bool { return !n.not && (r.cue("negation", n.words[0]) || r.cue("nobody", n.words[0])) }) && c.Aux == "negation" {
		c.Aux = "" // the entry itself says what is not done
	}
	if class := a.class; (class == "support" || class == "help") && a.frame.pos == "v" && r.t.xpos(a.frame.head) == "VBN" && r.t.is(a.frame.head, "advcl", "acl") && r.t.child(a.frame.head, "aux", "aux:pass") < 0 {
		c.Ongoing = true // "backed by its allies": a state
	}
	if a.entry.operator != "" && a.inner == nil && c.Aux == "negation" && c.Rejected == "" && !(a.event == "AGREE" && len(a.at) > 0 && r.t.verbal(a.at[0])) {
		c.Rejected = "not done, and nothing is said of what"
	}
	if s.perfect && a.entry.operator != "" {
		c.Rejected = "only background"
	}
}

// toItself reports whether the object is a reflexive pronoun, which makes no event between parties.
func (r *reader) toItself(a *act) bool {
	o := r.deepObject(a.frame)
	return o >= 0 && a.event != "PROTEST" && r.t.child(o, "conj") < 0 && a.frame.pos == "v" && r.cue("reflexive", r.t.form(o)) && !a.entry.asks("O")
}

// predicate is the words of the predicate: the verb group with its particle, or the light verb and the noun.
func (r *reader) predicate(a *act, s *status) []int {
	t, f := r.t, a.frame
	words := slices.Clone(s.words)
	if f.pos != "n" {
		if p := t.child(f.head, "compound:prt"); p >= 0 {
			words = append(words, p)
		}
		for _, k := range t.kids[f.head] {
			if t.is(k, "aux", "cop") {
				words = append(words, k)
			}
		}
	}
	slices.Sort(words)
	words = slices.Compact(words)
	if f.pos == "n" && f.light >= 0 && max(f.head, f.light)-min(f.head, f.light) > 8 {
		return []int{f.head}
	}
	first := max(0, slices.Index(words, f.head))
	last := first
	for first > 0 && words[first]-words[first-1] <= 8 { // what stands far away is no part of one phrase
		first--
	}
	for last+1 < len(words) && words[last+1]-words[last] <= 3 { // nor is a verb of saying at the end of the sentence
		last++
	}
	return words[first : last+1]
}

// fill puts the parties into the candidate.
func (r *reader) fill(a *act, c *Candidate) {
	f := a.frame
	var by, to string
	c.Symmetric = symmetric(a.entry)
	c.Actor, by = r.parties(f, a.entry.actor)
	if by == "in" { // "killed in an ambush in Chad"
		c.Actor = slices.DeleteFunc(c.Actor, func(m int) bool {
			x := &r.t.mentions[m]
			return x.Place && x.Head >= 0 && r.t.preposition(x.Head) == "in"
		})
	}
	c.Recipient, to = r.parties(f, a.entry.recipient, c.Actor...)
	if len(c.Recipient) == 0 && a.entry.recipient.names("content") && a.inner != nil {
		c.Recipient, to = r.partiesOfContent(a.inner, 0), "content"
		if a.event == "AGREE" && symmetric(a.inner.entry) && a.aux == "future" { // "plans to meet": a symmetric act to come
			c.Actor, c.Recipient, to = append(c.Actor, r.without(c.Recipient, c.Actor)...), nil, ""
			r.atHome(a.inner, c)
		}
	}
	if a.inner != nil && len(c.Actor) == 0 && (a.event == a.inner.event || a.entry.actor.names("content")) {
		c.Actor, by = r.parties(a.inner.frame, a.inner.entry.actor)
		if len(r.without(slices.Clone(c.Actor), c.Recipient)) == 0 { // "diplomats were told to leave Chad": the host told them
			c.Actor = r.without(r.partiesOfContent(a.inner, 0), c.Recipient)
		}
	}
	if symmetric(a.entry) && len(c.Recipient) == 0 {
		to = ""
	}
	if r.eachOther(a) {
		c.Actor, c.Recipient, c.Mutual, to = append(c.Actor, r.without(slices.Clone(c.Recipient), c.Actor)...), nil, true, ""
	}
	if c.Named = len(c.Recipient) == 0 && r.addressee(a); len(c.Recipient) == 0 && c.Event == "MOBILIZE" {
		if r.chased(f, &c.Recipient); len(c.Recipient) > 0 {
			to = "purpose"
		}
		c.Aimed = len(c.Recipient) == 0 && r.aimed(a, c)
	}
	if c.Event == "PROTEST" {
		c.Recipient = r.unstruck(f, c.Recipient)
	}
	if len(c.Recipient) == 0 && c.Event == "PROTEST" {
		if r.demanded(f, &c.Recipient); len(c.Recipient) > 0 {
			to = "demand"
		}
	}
	if own := r.deepObject(f); c.Event == "SUPPORT" && len(c.Recipient) == 0 && own >= 0 && r.t.mention(own) < 0 && !a.entry.asks("O") {
		if list := r.ownersOf(r.t.child(own, "nmod:poss"), "poss"); len(list) > 0 && len(r.without(list, c.Actor)) == 0 {
			a.none = "done to itself" // "defended its decision"
			c.Rejected = a.none
		}
	}
	c.Recipient = r.without(c.Recipient, c.Actor)
	if len(c.Recipient) == 0 && !c.Mutual && speech(c.Event) && len(c.Actor) > 0 && !symmetric(a.entry) {
		if c.Recipient, to = r.towards(a, c); len(c.Recipient) > 0 {
			c.Named = false
		}
	}
	c.Path = "actor " + orNone(by)
	if to != "" {
		c.Path += ", recipient " + to
	}
}

func orNone(s string) string {
	if s == "" {
		return "not named"
	}
	return s
}

// asks reports whether an entry has a need on a slot.
func (e *entry) asks(slot string) bool {
	return slices.ContainsFunc(e.needs, func(n need) bool { return n.slot == slot && !n.not })
}

// symmetric reports whether an entry puts all parties into the actor's slot.
func symmetric(e *entry) bool {
	return len(e.recipient) == 0 && slices.ContainsFunc(e.actor, func(u []string) bool { return len(u) > 1 || u[0] == "btw" })
}

// partiesOfContent are whom a content is about: its recipient, or the other side of a symmetric act.
func (r *reader) partiesOfContent(a *act, depth int) []int {
	list, _ := r.parties(a.frame, a.entry.recipient)
	if len(list) == 0 && symmetric(a.entry) {
		for _, name := range []string{"with", "btw", "O"} {
			if a.entry.actor.names(name) {
				list, _ = r.parties(a.frame, slots{{name}})
			}
			if len(list) > 0 {
				break
			}
		}
	}
	if len(list) == 0 && a.inner != nil && depth < 3 {
		return r.partiesOfContent(a.inner, depth+1)
	}
	return list
}

// without drops the mentions that stand for the same party as one of the others.
func (r *reader) without(list, others []int) []int {
	return slices.DeleteFunc(list, func(m int) bool { return r.same(m, others) })
}

// same reports whether a mention is among others, or all it stands for has the code and sectors of something they stand
// for, unless both are named as different people or bodies of one state ("the president dismissed the interior minister").
func (r *reader) same(m int, others []int) bool {
	if slices.Contains(others, m) {
		return true
	}
	entities := r.t.mentions[m].Entities
	for _, e := range entities {
		if !slices.ContainsFunc(others, func(o int) bool {
			return !r.differ(m, o) && slices.ContainsFunc(r.t.mentions[o].Entities, func(x event.Entity) bool { return one(e, x) })
		}) {
			return false
		}
	}
	return len(entities) > 0
}

// differ reports whether two mentions in one sentence are called by nouns of their own that are not the same, so that they are
// two parties though of one sector.
func (r *reader) differ(m, o int) bool {
	a, b := &r.t.mentions[m], &r.t.mentions[o]
	if a.Sentence != r.t.index || b.Sentence != r.t.index || a.Antecedent >= 0 || b.Antecedent >= 0 {
		return false
	}
	if a.First < b.End && b.First < a.End {
		return false
	}
	own := func(x *actor.Mention) bool {
		if p := r.t.child(x.Head, "nmod:poss"); p >= 0 && r.t.upos(p) == "PRON" && (r.t.head(x.Head) < 0 || !r.t.verbal(r.t.head(x.Head))) {
			return false // "the expulsion of its diplomats": its own
		}
		return x.Kind == actor.Person || x.Kind == actor.Organisation || x.Kind == actor.Group
	}
	return own(a) && own(b) && r.t.lemma(a.Head) != r.t.lemma(b.Head)
}

func one(a, b event.Entity) bool {
	return a.Code != nil && b.Code != nil && *a.Code == *b.Code && slices.Equal(a.Sector, b.Sector)
}

const noActor = "no actor is named"

// complete supplies the actor that an act presupposes where the text names none, or says which party is missing.
func (r *reader) complete(a *act, c *Candidate) {
	if len(c.Actor) == 0 && c.Event == "SANCTION" {
		r.accredited(a.frame, &c.Actor)
	}
	if len(c.Actor) == 0 {
		c.Agent = r.agent(a, c)
		if c.Agent == "" {
			c.Rejected = noActor
			return
		}
	}
	if len(c.Recipient) == 0 && c.Rejected == "" {
		for _, m := range c.Mode {
			c.Patient = r.lex.patients[[2]string{c.Event, m}]
		}
		switch o := r.deepObject(a.frame); {
		case c.Event == "PROTEST":
			if seat := r.evident(a.frame); seat != "" {
				c.Patient = seat
			}
		case c.Event == "THREATEN" && len(c.Actor) > 0 && !slices.ContainsFunc(c.Actor, func(m int) bool { return !r.civic(m) }):
			c.Patient = "GOV" // whom growers threaten who "will block roads from Monday"
		case c.Event == "CONCEDE" && o >= 0 && (r.inClass(o, "curfew") || r.inClass(o, "emergency") || r.inClass(o, "ban")):
			c.Patient = "CVL" // on whom it lay
		}
	}
	parties := r.count(c.Actor)
	switch {
	case symmetric(a.entry) && len(c.Recipient) == 0 && parties < 2 && c.Agent == "" && r.mutual(c):
		c.Rejected = "only one party is named"
	case c.Agent != "" && len(c.Recipient) == 0 && (c.Agent == "UNK" || a.frame.pos == "n" && c.Event != "PROTEST" || !r.placed(a.frame)):
		c.Rejected = "no party is named"
	}
}

// mutual reports whether a row of symmetric wording says nothing unless it names two parties.
func (r *reader) mutual(c *Candidate) bool {
	switch c.Event {
	case "CONSULT":
		return !slices.Contains(c.Mode, "multilateral")
	case "COOPERATE", "ASSAULT", "RETREAT", "SANCTION":
		return true
	}
	return false
}

// count is the number of different parties among mentions. A noun for several ("two rivals", "both sides") stands for two.
func (r *reader) count(mentions []int) int {
	n := 0
	seen := map[string][]int{}
	for _, m := range mentions {
		if r.several(m) && len(r.t.mentions[m].Entities) == 1 {
			n++
		}
		for _, e := range r.t.mentions[m].Entities {
			key := strings.Join(e.Sector, ";") + "\x00"
			if e.Code != nil {
				key += *e.Code
			} else {
				key += e.Text
			}
			if before := seen[key]; len(before) == 0 || !slices.ContainsFunc(before, func(o int) bool { return o == m || !r.differ(o, m) }) {
				n++
			}
			seen[key] = append(seen[key], m)
		}
	}
	return n
}

// several reports whether a mention is a plural that is said to be of more sides than one: "two rivals", "both sides".
func (r *reader) several(m int) bool {
	x := &r.t.mentions[m]
	return x.Sentence == r.t.index && x.Head >= 0 && x.Head < len(r.t.Tokens) && r.plural(x.Head) &&
		slices.ContainsFunc(r.t.kids[x.Head], func(k int) bool { return r.cue("sides", r.t.form(k)) })
}

// agent is the sector that an act without a named actor presupposes: police for an arrest, a court for a sentence,
// somebody unknown for a killing. A subject that is neither party nor weapon nor crowd presupposes nobody.
func (r *reader) agent(a *act, c *Candidate) string {
	sector, ok := "", false
	for _, m := range c.Mode {
		if sector, ok = r.lex.agents[[2]string{c.Event, m}]; ok {
			break
		}
	}
	if !ok {
		sector = r.lex.agents[[2]string{c.Event, ""}]
	}
	if sector == "" || c.Aux == "future" || c.Aux == "hypothetical" || c.Aux == "negation" || a.frame.role == "recipient" {
		return ""
	}
	if a.frame.pos == "n" && a.frame.light < 0 && !r.t.is(r.partitive(a.frame.head), "nsubj") {
		return ""
	}
	for _, tok := range r.slot(a.frame, "S") {
		if a.frame.pos == "n" && a.frame.light < 0 {
			break
		}
		if r.weapon(tok) == "" && !r.inClass(tok, "crowd") && !r.inClass(tok, "partitive") && !(sector == "UNK" && r.inClass(tok, "attacker")) && !(c.Event == "PROTEST" && r.plural(tok)) {
			return ""
		}
	}
	return sector
}

// placed reports whether the clause names a place, from which the coder can give an unnamed actor a country.
func (r *reader) placed(f *frame) bool {
	t := r.t
	found := false
	top := r.verbOf(f)
	if g := t.head(top); f.pos == "n" && t.is(top, "nsubj") && t.verbal(g) { // "riots broke out in Karachi"
		top = g
	}
	t.subtree(top, func(i int) bool {
		p := t.preposition(i)
		if h := t.head(i); h >= 0 && t.is(i, "nmod", "amod", "compound") { // "in the Nigerien town of Tillabéri"
			if q := t.preposition(h); q != "" {
				p = q
			}
		}
		found = found || (t.upos(i) == "PROPN" || t.mention(i) >= 0) && (p == "in" || p == "at" || p == "outside" || p == "across" || p == "through" || p == "near")
		return true
	})
	return found
}

// placeOf is the place where an act is said to have happened: a state, capital or seat that the mentions know.
func (r *reader) placeOf(f *frame) []int {
	t := r.t
	place := -1
	t.subtree(r.verbOf(f), func(i int) bool {
		if t.is(i, "ccomp", "parataxis", "acl:relcl", "advcl") && i != f.head && i != f.light {
			return false
		}
		if p := t.preposition(i); (p == "in" || p == "at" || p == "outside") && (place < 0 || i < place) {
			if m := t.mention(i); m >= 0 && t.mentions[m].Place && len(t.mentions[m].Entities) == 1 {
				place = i
			}
		}
		return true
	})
	if place < 0 {
		return nil
	}
	return []int{t.mention(place)}
}

// verbOf is the verb of a frame: the predicate, its light verb, or the verb whose circumstance it is.
func (r *reader) verbOf(f *frame) int {
	switch {
	case f.light >= 0:
		return f.light
	case f.host >= 0:
		return f.host
	}
	return f.head
}

// score is a first confidence: what the parse gave directly counts for more than what was inferred. A later ranker
// replaces it.
func (r *reader) score(a *act, s *status, c *Candidate) float64 {
	points := 60 + 3*min(a.entry.weight, 5)
	if a.frame.pos == "n" && a.frame.light < 0 {
		points -= 15
	}
	if len(c.Recipient) > 0 || symmetric(a.entry) {
		points += 10
	} else if len(a.entry.recipient) > 0 {
		points -= 10
	}
	if c.Agent != "" {
		points -= 20
	}
	if a.entry.operator != "" && a.inner == nil {
		points -= 15
	}
	if len(c.Actor) == 0 && c.Agent == "" {
		points -= 20
	}
	if s.reported {
		points -= 10
	}
	if c.Aux == "hypothetical" || c.Aux == "negation" {
		points -= 5
	}
	return float64(min(max(points, 5), 95)) / 100
}

// String is for tests and explanations.
func (c Candidate) String() string {
	if c.Rejected != "" {
		return fmt.Sprintf("- %s %s: %s", c.Event, strings.Join(c.Mode, ","), c.Rejected)
	}
	return fmt.Sprintf("+ %s %s %s %v %v", c.Event, strings.Join(c.Mode, ","), c.Aux, c.Actor, c.Recipient)
}
