package dictionary

import (
	"slices"
	"strings"
	"sync"

	"dyad/internal/actor"
	"dyad/internal/table"
)

// kinds tells persons from bodies by the words of their names, because dictionaries of the PETRARCH format do not: it
// knows nouns for bodies and groups and the last words of the names of bodies from dyad's own tables, and given names.
type kinds struct {
	bodies map[string]bool
	given  map[string]bool
}

// Columns of dyad's own tables of actors.
var (
	stateColumns        = []string{"code", "cow", "name", "kind", "names", "adjectives", "people", "capitals", "seats", "from", "to"}
	organisationColumns = []string{"name", "code", "sector", "kind", "names", "seats", "from", "to"}
	roleColumns         = []string{"word", "plural", "kind", "sector", "office", "flags"}
	officeColumns       = []string{"name", "office", "of", "from", "to", "sector", "surname", "names"}
)

// readKinds reads the tables once.
var readKinds = sync.OnceValues(makeKinds)

func makeKinds() (*kinds, error) {
	k := &kinds{map[string]bool{}, map[string]bool{}}
	read := func(file string, each func(table.Row), columns ...string) error {
		rs, err := table.ReadFile(actor.Tables(), "internal/actor", "data/"+file, columns...)
		for _, r := range rs {
			each(r)
		}
		return err
	}
	if err := read("givennames.tsv", func(r table.Row) { k.given[strings.ToLower(r.Get("name"))] = true }, "name", "gender"); err != nil {
		return nil, err
	}
	err := read("roles.tsv", func(r table.Row) {
		if kind, w := r.Get("kind"), r.Get("word"); (kind == "body" || kind == "group") && len(w) > 4 && !strings.Contains(w, " ") {
			k.bodies[w], k.bodies[w+"s"] = true, true
		}
	}, roleColumns...)
	if err != nil {
		return nil, err
	}
	count := map[string]int{}
	for _, file := range []string{"organisations.tsv", "bodies.tsv", "groups.tsv"} {
		err := read(file, func(r table.Row) {
			if ws := strings.Fields(strings.ToLower(r.Get("name"))); len(ws) > 1 {
				count[ws[len(ws)-1]]++
			}
		}, organisationColumns...)
		if err != nil {
			return nil, err
		}
	}
	for w, n := range count {
		if n > 1 {
			k.bodies[w] = true
		}
	}
	return k, nil
}

// of tells the kind of a record that is no agent from its codes and names; governed are the own codes of which the dictionary
// knows a government, so that they are states.
func (k *kinds) of(r *record, governed map[string]bool) string {
	m, roled, dates := r.codes[0], false, false
	for _, c := range r.codes {
		if m.none && !c.none {
			m = c
		}
		roled = roled || len(c.sectors) > 0
		dates = dates || c.from > always || c.to < ever
	}
	switch {
	case m.none:
		return "none"
	case (m.state || governed[m.code]) && !roled:
		return "state"
	}
	armed := slices.ContainsFunc(m.sectors, func(s string) bool { return s == "REB" || s == "UAF" || s == "PRM" || s == "CRM" })
	switch {
	case k.person(r, dates && !armed): // what the dates of an armed group say is when it was one
		return "person"
	case armed:
		return "group"
	}
	if m.state {
		return "body"
	}
	return "organisation"
}

// person tells whether the first name of a record is a person's: one whose codes have dates, or whose first word is a
// given name, unless a word of it is a noun for a body that stands last or before "of" or "for".
func (k *kinds) person(r *record, dates bool) bool {
	ws := strings.FieldsFunc(strings.ToLower(r.phrases[0].text), func(r rune) bool { return r == ' ' || r == '-' })
	given := len(ws) > 1 && len(ws) < 5 && k.given[ws[0]]
	if given && dates && len(ws) < 4 {
		return true // Michael Church
	}
	for i, w := range ws {
		if k.bodies[w] && (i == len(ws)-1 || ws[i+1] == "of" || ws[i+1] == "for" || ws[i+1] == "on") {
			return false
		}
	}
	return dates || given
}
