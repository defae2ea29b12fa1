package actor

import (
	"slices"
	"strings"
)

// A Reference is an expression of a text that refers to somebody or something, and the one before it that refers to the
// same: whatever a name, noun phrase or pronoun of the text stands for, party or not.
type Reference struct {
	Sentence         int
	First, End, Head int // tokens, without what follows the noun
	Start, Stop      int // bytes
	HeadStart        int // where the head word begins
	Pronoun, Name    bool
	Referent         string // person | people | organisation | state | place | thing, as far as the words of the whole chain tell; "" = they do not
	Antecedent       int    // index of the reference before it that means the same, -1 = none
}

// References gives all expressions of the text in order.
func (c *Candidates) References() []Reference {
	list := make([]Reference, len(c.references))
	for i := range c.references {
		e := &c.references[i]
		list[i] = Reference{
			Sentence: e.sentence, First: e.first, End: e.end, Head: e.head, Start: e.start, Stop: e.stop, HeadStart: c.sents[e.sentence].Tokens[e.head].Start,
			Pronoun: e.form.pronoun(), Name: e.form == name, Referent: referentNames[e.chain.class], Antecedent: e.antecedent,
		}
	}
	return list
}

var referentNames = [...]string{"", "person", "people", "organisation", "state", "place", "thing"}

// IsState says whether a name is that of a state, now or once.
func (d *Dictionary) IsState(name string) bool {
	ps := make([]piece, 0, 4)
	for w := range strings.FieldsSeq(name) {
		ps = append(ps, piece{key: fold(w), text: w})
	}
	if len(ps) == 0 {
		return false
	}
	h, ok := d.names.match(ps, 0)
	return ok && h.end == len(ps) && h.has(stateName) && !slices.ContainsFunc(h.readings, func(r reading) bool {
		return r.sense == stateName && d.states[r.index].kind == "region"
	})
}
