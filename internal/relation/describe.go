package relation

import (
	"slices"
	"strconv"
	"strings"

	"dyad/internal/relation/linear"
)

// A describer collects the features of one thing that the ranker judges: a predicate, or a pair of parties.
type describer struct {
	r        *reader
	t        *tree
	list     []Candidate // what the rules found in the sentence
	features []linear.Feature
	seen     map[string]bool
}

func (r *reader) describer(list []Candidate) *describer {
	d := &describer{r: r, t: r.t, list: list, seen: map[string]bool{}}
	d.add("bias")
	return d
}

// add adds a feature that is there, once.
func (d *describer) add(parts ...string) {
	name := strings.Join(parts, " ")
	if !d.seen[name] {
		d.seen[name] = true
		d.features = append(d.features, linear.Feature{Name: name, Value: 1})
	}
}

// predicate describes a word as a predicate: what the rules made of it, its form, its slots and who stands in them, what governs it,
// and the words around.
func (d *describer) predicate(i int) {
	t := d.t
	pos := t.upos(i)
	d.add("pos", pos)
	d.add("form", t.xpos(i), t.rel(i))
	d.rulesAt(i)
	d.node("p", i)
	d.slots(i)
	d.governor(i)
	for n, v := 0, i; n < 3; n++ { // verbs below that share the subject
		next := t.child(v, "xcomp", "ccomp")
		if next < 0 {
			break
		}
		d.add("below", strconv.Itoa(n), t.lemma(next))
		for _, e := range d.senses(next) {
			d.add("below", strconv.Itoa(n), "sense", e)
		}
		v = next
	}
	d.near(i)
}

// rulesAt says what the rules found at a word, and above and below it.
func (d *describer) rulesAt(i int) {
	none := true
	for k := range d.list {
		c := &d.list[k]
		switch {
		case c.Head == i || slices.Contains(c.Predicate, i):
			none = false
			where := "rule"
			if c.Head != i {
				where = "rule part"
			}
			if c.Rejected != "" {
				where += " no"
				words := strings.Fields(c.Rejected)
				d.add(where, "why", strings.Join(words[:min(2, len(words))], " "))
			}
			d.add(where, c.Event)
			d.add(where, c.Event, strings.Join(c.Mode, ","))
			d.add(where, c.Event, c.Aux)
			d.add(where, c.Event, "parties", strconv.FormatBool(len(c.Actor) > 0), strconv.FormatBool(len(c.Recipient) > 0))
			if at := strings.IndexByte(c.Rule, ' '); at > 0 {
				d.add(where, c.Rule[at:])
			}
		case c.Rejected == "" && d.t.within(i, c.Head):
			d.add("rule above", c.Event)
		case c.Rejected == "" && d.t.within(c.Head, i):
			d.add("rule below", c.Event)
		}
	}
	if none {
		d.add("rule none")
	}
}

// node describes a word by itself, its voice, its complements and its auxiliaries.
func (d *describer) node(role string, i int) {
	t := d.t
	lemma := t.lemma(i)
	d.add(role, lemma)
	if t.verbal(i) && t.passive(i) {
		d.add(role, lemma, "passive")
		d.add(role, "passive")
	}
	for _, k := range t.kids[i] {
		switch {
		case t.is(k, "obj", "iobj"):
			d.add(role, lemma, "obj", t.lemma(k))
			d.add(role, "obj", t.lemma(k))
		case t.is(k, "nsubj"):
			d.add(role, "subj", t.lemma(k))
			if t.upos(i) != "VERB" || t.passive(i) {
				d.add(role, lemma, "subj", t.lemma(k))
			}
		case t.is(k, "compound:prt"):
			d.add(role, lemma, t.form(k))
		case t.is(k, "obl", "nmod"):
			d.add(role, lemma, t.preposition(k))
			d.add(role, lemma, t.preposition(k), t.lemma(k))
			d.add(role, t.preposition(k), t.lemma(k))
		case t.is(k, "aux"):
			d.add(role, "aux", t.lemma(k))
		case t.is(k, "advmod") && d.r.cue("negation", t.form(k)):
			d.add(role, "not")
		case t.is(k, "xcomp", "ccomp"):
			d.add(role, lemma, "comp", t.lemma(k))
		case t.is(k, "amod", "compound"):
			d.add(role, lemma, "mod", t.lemma(k))
		}
	}
	for _, e := range d.senses(i) {
		d.add(role, "sense", e)
	}
}

// senses are the types that the lexicon has for a word in any sense.
func (d *describer) senses(i int) []string {
	var list []string
	for _, e := range d.r.lex.entries[d.t.lemma(i)] {
		x := e.event
		if e.operator != "" {
			x = "=" + e.operator
		}
		if x != "" && !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

// slots says who stands in the slots of a predicate.
func (d *describer) slots(i int) {
	t := d.t
	say := func(slot string, tok int) {
		m := t.mention(tok)
		if m < 0 {
			d.add("slot", slot, t.lemma(tok))
			return
		}
		d.add("slot", slot, "party")
		for _, e := range t.mentions[m].Entities {
			for _, s := range e.Sector {
				d.add("slot", slot, s)
			}
		}
	}
	if t.verbal(i) {
		if s := t.subject(i); s >= 0 {
			say("S", s)
		} else {
			d.add("slot S nobody")
		}
		if o, _ := t.objects(i); o >= 0 {
			say("O", o)
		}
	}
	for _, k := range t.kids[i] {
		if t.is(k, "obl", "nmod") {
			say(t.preposition(k), k)
		}
		if t.is(k, "nmod:poss", "amod", "compound") && t.mention(k) >= 0 {
			say("owner", k)
		}
	}
}

// governor says what a predicate hangs on.
func (d *describer) governor(i int) {
	t := d.t
	g := t.head(i)
	if g < 0 {
		d.add("root")
		return
	}
	d.add("under", t.rel(i))
	d.add("under", t.Tokens[i].Rel, t.lemma(g))
	d.add("under", t.Tokens[i].Rel, t.preposition(i))
	for _, k := range t.kids[i] {
		if t.is(k, "mark") {
			d.add("mark", t.form(k))
		}
	}
	for _, e := range d.senses(g) {
		d.add("under sense", t.rel(i), e)
	}
	if h := t.head(g); h >= 0 {
		d.add("under2", t.rel(i), t.rel(g), t.lemma(h))
	}
}

// reach is how many words from a predicate others are looked at.
const reach = 40

// near says which words stand about a predicate.
func (d *describer) near(i int) {
	t := d.t
	for k := max(0, i-4); k < min(len(t.Tokens), i+6); k++ {
		if k != i && t.upos(k) != "PUNCT" && t.mention(k) < 0 {
			d.add("near", t.lemma(k))
		}
	}
	for k := max(0, i-reach); k < min(len(t.Tokens), i+reach); k++ {
		if p := t.upos(k); (p == "NOUN" || p == "VERB") && t.mention(k) < 0 {
			d.add("in", t.lemma(k))
		}
	}
}
