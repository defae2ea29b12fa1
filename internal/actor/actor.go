// Package actor finds who: the parties that a report names, and what they stand for.
//
// In goes the cleaned text and its parsed sentences; out come mentions in text order, each resolved to entities with
// country or international code, PLOVER sectors, and the office held on the day of the report. It works in two steps,
// because offices and dates need each other: Find reads the text and proposes candidates, whose terms of office help to
// date the report (Candidates.Terms); Settle then chooses among the candidates for that date and resolves pronouns,
// roles and sets.
//
// Names are matched on whole words against tables that a political scientist can read and mend (data/*.tsv); the words
// around them decide the rest by rules, so that every resolution can be explained. A person or country that is not
// known stays unknown: a null code is better than a wrong one.
package actor

import (
	"slices"

	"dyad/event"
	"dyad/internal/calendar"
	"dyad/internal/language"
	"dyad/internal/place"
)

// Kind says what sort of words a mention is.
type Kind int

const (
	State        Kind = iota // the name, adjective or demonym of a state or region
	Capital                  // a city or seat that stands for a government
	Person                   // a person, by name or by a role in the singular
	Organisation             // an organisation, body, company or armed group by its own name, or a body by its role noun
	Group                    // role nouns for many: rebels, troops, lawmakers
	Pronoun                  // he, they, its
	Set                      // several parties named together: the two countries, both sides
)

var kindNames = [...]string{"state", "capital", "person", "organisation", "group", "pronoun", "set"}

func (k Kind) String() string {
	if k < 0 || int(k) >= len(kindNames) {
		return "unknown"
	}
	return kindNames[k]
}

// Mention is a stretch of a sentence that names a party.
type Mention struct {
	Sentence         int
	First, End, Head int // tokens [First, End) of the sentence; Head is the token the mention hangs by
	Start, Stop      int // bytes
	Kind             Kind
	Place            bool           // the words may also name a place
	Modifier         bool           // stands inside a larger mention, or in the name of a thing ("the Israel-Hamas war")
	Attribute        bool           // stands before a noun that is no party: "Swiss cheese", "Iranian missiles"
	Official         bool           // speaks or acts for a state or an organisation of states
	Entities         []event.Entity // one; several for sets; Code nil if the country is not known
	Antecedent       int            // index of the mention that it was resolved through, -1
}

// Context is what is known of a text from outside it.
type Context struct {
	Home   string        // the state of the dateline's place; "" where there is none
	Places []place.Place // the places of the text; nil = they are looked up
}

// Candidates are the mentions of one text before their date is known.
type Candidates struct {
	context    Context
	dict       *Dictionary
	text       string
	sents      []language.Sentence
	drafts     []*draft
	references []expression
}

// Find reads the mentions of a text.
func (d *Dictionary) Find(text string, sents []language.Sentence, context Context) *Candidates {
	c := &Candidates{context: context, dict: d, text: text, sents: sents}
	if context.Places == nil {
		context.Places = d.places.Find(text, sents)
	}
	places := context.Places
	for i := range sents {
		n := 0
		for n < len(places) && places[n].Sentence == i {
			n++
		}
		c.drafts = append(c.drafts, d.read(text, sents, i, places[:n])...)
		places = places[n:]
	}
	c.link()
	c.references = c.refer()
	return c
}

// Terms gives, for each person whom the text names with an office, the terms in which he or others of the name held it:
// evidence for the report's date. A former holder gives the time after it.
func (c *Candidates) Terms() [][]calendar.Interval {
	var terms [][]calendar.Interval
	for _, f := range c.drafts {
		ts := c.dict.termsOf(f)
		if len(ts) > 0 && !slices.ContainsFunc(terms, func(o []calendar.Interval) bool { return slices.Equal(o, ts) }) {
			terms = append(terms, ts)
		}
	}
	return terms
}

// Settle gives the final mentions in text order for a report published in the interval given.
func (c *Candidates) Settle(published calendar.Interval) []Mention {
	return c.settle(newSettler(c, published))
}

// On gives the same mentions as they were on a day of the past of which the report tells: the offices of that day, also for
// those whom the report calls by it as former holders.
func (c *Candidates) On(day calendar.Interval) []Mention {
	s := newSettler(c, day)
	s.past = true
	return c.settle(s)
}

func (c *Candidates) settle(s *settler) []Mention {
	mentions := make([]Mention, len(c.drafts))
	for i, f := range c.drafts {
		s.settle(f)
		mentions[i] = f.mention(c)
	}
	return mentions
}
