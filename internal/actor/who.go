package actor

import (
	"cmp"
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/calendar"
)

// An Answer is one thing that a name may mean, and why.
type Answer struct {
	event.Entity
	Kind     Kind   `json:"kind"`
	From     string `json:"from,omitempty"` // first and last day of the row, "" = open
	To       string `json:"to,omitempty"`
	Holds    bool   `json:"holds"`   // on the day asked for
	Because  string `json:"because"` // what the words are to the entity
	Row      string `json:"row"`     // file:line of the table
	strength int    // full names before surnames before other spellings
}

// MarshalText prints a kind by its name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Who gives everything that a name of the tables may mean, in any time: what holds on the day first, then by how closely
// the name fits, then the latest first. A name that is written otherwise than in the tables is found by its
// transliteration key.
func (d *Dictionary) Who(name string, on calendar.Interval) []Answer {
	words, _ := cut(strings.TrimSpace(name))
	if len(words) == 0 {
		return nil
	}
	var found []Answer
	for _, e := range d.names[words[0]] {
		if !slices.Equal(e.words, words) {
			continue
		}
		for _, r := range e.readings {
			found = append(found, d.answers(r, on)...)
		}
	}
	if len(d.key(words)) < shortestKey {
		words = nil
	}
	for _, i := range d.spelled(d.key(words)) {
		found = append(found, d.terms(i, "another spelling of the name", 1, on)...)
	}
	if len(words) == 1 {
		for _, i := range d.spelled(" " + d.keyOf(words[0])) {
			found = append(found, d.terms(i, "another spelling of the surname; counts only with title and country", 2, on)...)
		}
	}
	slices.SortStableFunc(found, func(a, b Answer) int {
		return cmp.Or(-cmp.Compare(btoi(a.Holds), btoi(b.Holds)), cmp.Compare(a.strength, b.strength), -cmp.Compare(a.From, b.From))
	})
	seen := map[string]bool{}
	return slices.DeleteFunc(found, func(a Answer) bool {
		k := a.Row + a.Office
		again := seen[k]
		seen[k] = true
		return again
	})
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// shortestKey is the shortest key that names are told by: shorter ones are everybody's.
const shortestKey = 3

// because says what words of a sense are to the entity.
var because = map[sense]string{
	stateName: "the name of a state", stateAdjective: "the adjective of a state", demonym: "the people of a state",
	capitalCity: "a capital, which stands for the government", seat: "a seat of government, which stands for it",
	organisation: "the name of an organisation", personName: "the full name", surname: "the surname", roleNoun: "a role or title",
}

// answers gives what one reading of a name means.
func (d *Dictionary) answers(r reading, on calendar.Interval) []Answer {
	a := Answer{Because: because[r.sense]}
	switch r.sense {
	case stateName, stateAdjective, demonym, capitalCity, seat:
		s := &d.states[r.index]
		a.Entity = event.Entity{Name: s.name, Code: &s.code, Sector: []string{"GOV"}}
		if s.kind == "partial" {
			a.Sector = append(a.Sector, "PRE")
		}
		a.From, a.To, a.Row = s.from, s.to, s.at.String()
		if r.sense == capitalCity || r.sense == seat {
			a.Kind = Capital
		}
	case organisation:
		o := &d.orgs[r.index]
		a.Entity = event.Entity{Name: o.name, Code: &o.code, Sector: o.sectors}
		a.Kind, a.From, a.To, a.Row = Organisation, o.from, o.to, o.at.String()
	case roleNoun:
		ro := &d.roles[r.index]
		a.Entity = event.Entity{Name: ro.word, Sector: ro.sectors}
		a.Kind, a.Row = Person, ro.at.String()
		if ro.kind == "body" {
			a.Kind = Organisation
		} else if r.plural || ro.kind == "group" {
			a.Kind = Group
		}
	case personName:
		return d.terms(int(r.index), because[r.sense], 0, on)
	case surname:
		return d.terms(int(r.index), because[r.sense], 1, on)
	default:
		return nil
	}
	a.Holds = overlaps(a.From, a.To, on)
	return []Answer{a}
}

// terms gives the terms of a person.
func (d *Dictionary) terms(person int, because string, strength int, on calendar.Interval) []Answer {
	var list []Answer
	p := &d.people[person]
	for k := range p.terms {
		o := &p.terms[k]
		list = append(list, d.answer(p, o, because, strength, on))
	}
	return list
}

// answer gives one term of a person.
func (d *Dictionary) answer(p *person, o *office, because string, strength int, on calendar.Interval) Answer {
	a := Answer{
		Entity: event.Entity{Name: p.name, Code: &o.code, Sector: o.sectors}, Kind: Person, From: o.from, To: o.to,
		Holds: overlaps(o.from, o.to, on), Because: because, Row: o.at.String(), strength: strength,
	}
	if o.key != "" {
		a.Office = d.title(o)
	}
	return a
}

// HasCode says whether a code is that of a state of the tables.
func (d *Dictionary) HasCode(code string) bool {
	_, ok := d.byCode[code]
	return ok
}

// Holders gives, for a phrase that names offices ("the Russian president"), all terms in which somebody held them in an interval:
// one if the answer is certain, several where the office changed hands.
func (c *Candidates) Holders(on calendar.Interval) []Answer {
	s := newSettler(c, on)
	var list []Answer
	for _, f := range c.drafts {
		s.settle(f)
		ro := s.d.headRole(f)
		if ro == nil || f.modifier || f.who != nil {
			continue
		}
		owners := s.owners(f)
		if len(owners) == 0 && len(f.entities) == 1 {
			owners = f.entities
		}
		for _, of := range owners {
			for _, h := range s.d.holders[holderKey{s.officeOf(f, ro, of), s.d.ofName(of)}] {
				if o := s.d.office(h); overlaps(o.from, o.to, on) {
					list = append(list, s.d.answer(&s.d.people[h.person], o, "holds the office", 0, on))
				}
			}
		}
	}
	return list
}
