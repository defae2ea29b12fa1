package actor

import (
	"slices"

	"dyad/event"
)

// A draft is a mention in the making: what the words say, before date and context have decided what they stand for.
type draft struct {
	sentence         int
	first, end, head int // tokens
	start, stop      int // bytes
	kind             Kind
	place, modifier  bool
	stance           bool // "anti-Russian", "US-backed": what something is to a state, not the state

	readings []reading   // what the tables offer for a name of a state, city or organisation
	word     int         // row of words.tsv for pronouns, sets and the like; -1
	roles    []int       // rows of roles.tsv, the head noun last
	parties  []*draft    // the modifiers that tell whose it is: "Iranian", "Russia's", "of Chile"
	weak     *draft      // where a group without such modifiers is said to be: "rebels in Syria"
	who      *individual // the person named
	city     string      // code of the state of a city that is no capital

	apposed  bool   // its roles stand in apposition to its name
	anyone   bool   // "an American president", "every president": not the one in office
	alien    bool   // "foreign reporters": not of where they are
	driven   bool   // from office: "the ousted president"
	era      string // former | then | acting | elect; "" = none
	plural   bool
	definite bool
	bare     bool // no determiner, modifier or name: "police", "troops"
	count    int  // "the two presidents" = 2

	settled    bool
	entities   []event.Entity
	official   bool
	antecedent *draft
	index      int // in Candidates.drafts
	expression int // in Candidates.references, plus one; 0 = none
}

// headRole gives the role that counts, nil if there is none: the noun that ends the phrase, but among the titles before
// a name the one that is an office, else the last that is no mere way of address ("President General A. B.").
func (d *Dictionary) headRole(f *draft) *role {
	if len(f.roles) == 0 {
		return nil
	}
	last := &d.roles[f.roles[len(f.roles)-1]]
	if f.who == nil || f.apposed || last.is("takes") {
		return last
	}
	var best *role
	for _, i := range f.roles {
		r := &d.roles[i]
		if r.is("under") && r != last {
			continue
		}
		if r.kind != "honorific" && (best == nil || best.office == "" && best.kind != "person" || best.office == "" && r.office != "") {
			best = r
		}
	}
	if best == nil {
		return last
	}
	return best
}

func (f *draft) has(s sense) bool {
	return slices.ContainsFunc(f.readings, func(r reading) bool { return r.sense == s })
}

// get returns the rows of all readings of that sense.
func (f *draft) get(s sense) []int {
	var is []int
	for _, r := range f.readings {
		if r.sense == s {
			is = append(is, int(r.index))
		}
	}
	return is
}

// mention makes the public form of a settled draft.
func (f *draft) mention(c *Candidates) Mention {
	m := Mention{
		Sentence: f.sentence, First: f.first, End: f.end, Head: f.head, Start: f.start, Stop: f.stop,
		Kind: f.kind, Place: f.place, Modifier: f.modifier, Attribute: c.attribute(f), Official: f.official, Antecedent: -1,
	}
	if f.antecedent != nil {
		m.Antecedent = f.antecedent.index
	}
	for _, e := range f.entities {
		e.Text, e.Start, e.End = c.text[f.start:f.stop], f.start, f.stop
		m.Entities = append(m.Entities, e)
	}
	return m
}

// attribute says whether the name or adjective of a state or city stands before a noun that is no mention.
func (c *Candidates) attribute(f *draft) bool {
	if f.kind != State && f.kind != Capital || len(f.readings) == 0 && f.city == "" {
		return false
	}
	ts := c.sents[f.sentence].Tokens
	t := &ts[f.head]
	if t.Rel != "amod" && t.Rel != "compound" && t.Rel != "nmod:unmarked" || t.Head < f.end {
		return false
	}
	return ts[t.Head].UPOS == "NOUN" || ts[t.Head].UPOS == "PROPN"
}
