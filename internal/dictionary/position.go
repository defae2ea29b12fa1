package dictionary

import (
	"fmt"
	"strings"
	"sync"

	"dyad/internal/actor"
	"dyad/internal/table"
)

// positions knows which positions of Wikidata are which offices (data/positions.tsv).
type positions struct {
	byTitle map[string]held   // title in small letters, or number of an item
	states  map[string]string // name of a state, folded -> code
	peoples map[string]string // adjective of a state, folded -> code
	valid   map[string]bool   // codes of states
	words   map[string]bool   // first words of titles, so that other labels are soon let go
}

// A held office is what a position says: the office, and of what, "" if that is to be found out.
type held struct{ office, of string }

// readPositions reads the tables once.
var readPositions = sync.OnceValues(makePositions)

func makePositions() (*positions, error) {
	p := &positions{map[string]held{}, map[string]string{}, map[string]string{}, map[string]bool{}, map[string]bool{}}
	rs, err := rows("positions.tsv", "title", "office", "of")
	if err != nil {
		return nil, err
	}
	for _, r := range rs {
		p.byTitle[r.Get("title")] = held{r.Get("office"), r.Get("of")}
		for w := range strings.FieldsSeq(r.Get("title")) {
			p.words[w] = true
		}
	}
	if rs, err = table.ReadFile(actor.Tables(), "internal/actor", "data/states.tsv", stateColumns...); err != nil {
		return nil, err
	}
	for _, r := range rs {
		switch r.Get("kind") {
		case "state", "former", "territory":
		default:
			continue // who governs a region holds no office of the state
		}
		p.valid[r.Get("code")] = true
		for _, n := range append(r.List("names"), r.Get("name")) {
			p.states[actor.Folded(strings.TrimPrefix(n, "the "))] = r.Get("code")
		}
		for _, n := range r.List("adjectives") {
			p.peoples[actor.Folded(n)] = r.Get("code")
		}
	}
	return p, nil
}

// of gives the office that a position is by its number or label; ok is false if it is none that the table has.
func (p *positions) of(item, label string) (held, bool) {
	if h, ok := p.byTitle[item]; ok {
		return h, true
	}
	l := strings.ToLower(label)
	if !p.promising(l) {
		return held{}, false
	}
	if h, ok := p.byTitle[l]; ok {
		return h, true
	}
	if title, state, ok := strings.Cut(strings.TrimSuffix(l, ")"), " ("); ok {
		return p.titled(title, p.states[actor.Folded(strings.TrimPrefix(state, "the "))])
	}
	for at := len(l); at > 0; { // "president of the council of ministers of Italy": the last "of" first
		if at = strings.LastIndex(l[:at], " of "); at < 0 {
			break
		}
		state := strings.TrimPrefix(l[at+len(" of "):], "the ")
		if h, ok := p.titled(l[:at], p.states[actor.Folded(state)]); ok {
			return h, true
		}
	}
	for at := strings.IndexByte(l, ' '); at > 0; { // "Norwegian minister of defence", "Norway prime minister"
		name := actor.Folded(l[:at])
		code := p.peoples[name]
		if code == "" {
			code = p.states[name]
		}
		if h, ok := p.titled(l[at+1:], code); ok {
			return h, true
		}
		next := strings.IndexByte(l[at+1:], ' ')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return held{}, false
}

// promising reports whether a label has a word of a title.
func (p *positions) promising(l string) bool {
	if len(l) > 200 {
		return false
	}
	for w := range strings.FieldsSeq(l) {
		if len(w) > 3 && p.words[w] {
			return true
		}
	}
	return false
}

// titled gives the office of a title with the state that the label names.
func (p *positions) titled(title, code string) (held, bool) {
	h, ok := p.byTitle[strings.TrimPrefix(title, "the ")]
	if !ok || code == "" || h.of != "" && h.of != code {
		return held{}, false
	}
	h.of = code
	return h, true
}

// A position is an item that is an office, while its state may still stand behind the names of other items.
type position struct {
	held
	jurisdictions []string // P1001
	countries     []string // P17
}

// resolve finds the state of a position: its own, else that of its jurisdiction, else, if it names none, its country.
func (p *position) resolve(states map[string]string) string {
	if p.of != "" {
		return p.of
	}
	items := p.jurisdictions
	if len(items) == 0 {
		items = p.countries
	}
	return one(items, states)
}

// one gives the code of the items that are states, if they have one only.
func one(items []string, states map[string]string) string {
	code := ""
	for _, i := range items {
		if c := states[i]; c != "" {
			if code != "" && code != c {
				return ""
			}
			code = c
		}
	}
	return code
}

// maxPositions bounds how many offices are held in memory; Wikidata has some ten thousand of those that the table names.
const maxPositions = 500_000

// index is what the first reading of a dump leaves: its offices and states. Its size depends on how many of these there are,
// not on how long the dump is.
type index struct {
	*positions
	codes   *codes
	offices map[string]*position // item -> office
	states  map[string]string    // item -> code
}

func newIndex() (*index, error) {
	p, err := readPositions()
	if err != nil {
		return nil, err
	}
	c, err := readCodes()
	if err != nil {
		return nil, err
	}
	return &index{p, c, map[string]*position{}, map[string]string{}}, nil
}

// add keeps an item if it is a state or an office.
func (x *index) add(e *entity) error {
	for _, s := range e.Claims["P298"] {
		var code string
		if s.Rank == "deprecated" || !s.Mainsnak.text(&code) {
			continue
		}
		if h, ok := x.codes.heads[code]; ok && h.use == "state" {
			code = h.code
		}
		if x.valid[code] {
			x.states[e.ID] = code
		}
	}
	h, ok := x.of(e.ID, e.label())
	if !ok || e.is("Q5") {
		return nil
	}
	if len(x.offices) >= maxPositions {
		return fmt.Errorf("more than %d items are offices; is this a dump of Wikidata?", maxPositions)
	}
	x.offices[e.ID] = &position{h, e.items("P1001"), e.items("P17")}
	return nil
}
