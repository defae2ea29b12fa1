package relation

import (
	"slices"

	"dyad/internal/plover"
)

// lookBack is how many sentences a description may point back over.
const lookBack = 2

// refer finds whom "welcomed the step", "condemned the attack" or "praised it" is about: a definite description or "it"
// without a party of its own refers back to the act told last, in this sentence or the two before, and the author of that
// act is the recipient. Only words of approval and disapproval refer so. What else a report leaves to be understood is
// the coder's, who knows the rows before.
func (r *reader) refer(list, before []Candidate) {
	near := len(before)
	for near > 0 && len(list) > 0 && list[0].Sentence-before[near-1].Sentence <= lookBack {
		near--
	}
	before = before[near:]
	told := slices.Concat(before, list)
	for i := range list {
		c := &list[i]
		a := r.acts[c.Head]
		if c.Event == "SUPPORT" && c.Rejected == noActor && a != nil && symmetric(a.entry) {
			r.signatories(c, told[:len(before)+i])
			told[len(before)+i] = *c
			continue
		}
		if c.Rejected != "" || a == nil || symmetric(a.entry) || len(c.Recipient) > 0 || len(c.Actor) == 0 {
			continue
		}
		c.About = r.about(a, c)
		if len(c.Recipient) == 0 && !c.Mutual && (c.Event == "ACCUSE" || c.Event == "SUPPORT") && r.definite(c) {
			r.author(c, told[:len(before)+i])
		}
		told[len(before)+i] = *c
	}
}

// about tells what a judgement is of whose object is no party: a paper, whose parties are meant, somebody's step,
// or a deed that the text told of before. Of
// "the bargain that Chad had made" Chad is the recipient.
func (r *reader) about(a *act, c *Candidate) string {
	if c.Event != "ACCUSE" && c.Event != "SUPPORT" && c.Event != "REJECT" {
		return ""
	}
	for _, union := range a.entry.recipient {
		for _, name := range union {
			for _, tok := range r.slot(a.frame, name) {
				if r.t.mention(tok) >= 0 {
					continue
				}
				if r.maker(tok, name, &c.Recipient); len(c.Recipient) > 0 {
					return ""
				}
				for _, class := range []string{"treaty", "step"} {
					if r.inClass(tok, class) {
						return class
					}
				}
				if d := r.t.child(tok, "det"); d >= 0 && r.cue("definite", r.t.form(d)) {
					return "deed"
				}
			}
		}
	}
	return ""
}

// maker adds who does what a relative clause says of a thing: "the bargain that Chad had made".
func (r *reader) maker(tok int, slot string, list *[]int) {
	t := r.t
	for _, k := range t.kids[tok] {
		if s := t.child(k, "nsubj"); t.is(k, "acl:relcl") && t.verbal(k) && s >= 0 && !t.relative(s) && t.upos(s) != "PRON" && !t.passive(k) && t.mention(s) >= 0 {
			r.party(s, slot, list)
		}
	}
}

// signatories gives a signature or a joint paper without a named author ("an accord was initialled", "no communique was
// issued") to the two sides that the text told of last: those who met, agreed or signed, or a guest and his host.
func (r *reader) signatories(c *Candidate, told []Candidate) {
	for _, x := range slices.Backward(told) {
		if c.Sentence-x.Sentence > lookBack {
			return
		}
		if x.Rejected != "" || x.Event != "CONSULT" && x.Event != "SUPPORT" && x.Event != "AGREE" {
			continue
		}
		sides := slices.Clone(x.Actor)
		if slices.Contains(x.Mode, "visit") || x.Event == "AGREE" {
			sides = append(sides, r.without(slices.Clone(x.Recipient), x.Actor)...)
		}
		if r.count(sides) >= 2 {
			c.Actor, c.Rejected, c.Score = sides, "", 0.4
			c.Path += ", actor: the sides of the act before (" + x.Event + ")"
			return
		}
	}
}

// author makes the actor of the last act of the kind that one approves or disapproves of the recipient.
func (r *reader) author(c *Candidate, told []Candidate) {
	for _, x := range slices.Backward(told) {
		if c.Sentence-x.Sentence > lookBack {
			break
		}
		t, ok := plover.Lookup(x.Event)
		if !ok || c.Event == "SUPPORT" && t.Quad > 2 || c.Event == "ACCUSE" && t.Quad < 4 {
			continue
		}
		if authors := r.without(slices.Clone(x.Actor), c.Actor); x.Rejected == "" && x.Agent == "" && x.Aux != "historical" && len(authors) > 0 {
			c.Recipient = authors
			c.Path += ", recipient: author of the act before (" + x.Event + ")"
			c.Score -= 0.15
			return
		}
	}
}

// definite reports whether the object of a predicate is a definite description of a thing, or "it", "this".
func (r *reader) definite(c *Candidate) bool {
	t := r.t
	o, _ := t.objects(c.Head)
	if t.passive(c.Head) {
		o = t.subject(c.Head)
	}
	if o < 0 {
		return false
	}
	if r.cue("it", t.form(o)) {
		return true
	}
	d := t.child(o, "det")
	return t.mention(o) < 0 && d >= 0 && r.cue("definite", t.form(d)) && t.child(o, "nmod:poss") < 0
}

// A thing is something of a party, told of with its owner: "a Turkish ship".
type thing struct {
	owners   []int
	sentence int
}

// thingReach is how many sentences later a thing may be called by its bare noun.
const thingReach = 6

// remember keeps the things of the sentence that have an owner.
func (r *reader) remember() {
	t := r.t
	for i := range t.Tokens {
		if t.upos(i) != "NOUN" || t.byHead[i] >= 0 || t.cover[i] >= 0 {
			continue
		}
		var owners []int
		for _, k := range r.owners(i) {
			if m := t.mention(k); m >= 0 && t.upos(k) != "PRON" {
				add(&owners, m)
			}
		}
		if len(owners) > 0 {
			r.things[t.lemma(i)] = thing{owners, t.index}
		}
	}
}

// known adds the owner of a thing that the text has told of before and now calls by its bare noun: "the ship".
func (r *reader) known(tok int, list *[]int) bool {
	x, ok := r.things[r.t.lemma(tok)]
	d := r.t.child(tok, "det")
	if !ok || r.t.upos(tok) != "NOUN" || d < 0 || !r.cue("definite", r.t.form(d)) || r.t.index-x.sentence > thingReach {
		return false
	}
	for _, m := range x.owners {
		add(list, m)
	}
	return true
}
