package actor

import (
	"io"
	"regexp"
	"slices"
	"strings"

	"dyad/internal/place"
	"dyad/internal/plover"
	"dyad/internal/table"
)

// A File is a user's table.
type File struct {
	Name string // for messages
	Data io.Reader
}

// actorColumns are those of an actors table: states, persons, organisations, groups and roles in one file, for users.
//
//	name    the name that is printed; several rows of one name and kind hold at different times
//	kind    state | person | organisation | body | group | role | none (a name that is no party)
//	code    ISO 3166-1 alpha-3, a PLOVER international code, or any code of the user's own (capitals and digits); for a
//	        person with an office it may be the name of an organisation
//	sector  PLOVER sectors, the primary one first
//	office  of a person: an office of roles.tsv, or empty
//	from, to  first and last day (YYYY, YYYY-MM or YYYY-MM-DD); empty = open
//	names   other names and spellings; of a role its irregular plural
var actorColumns = []string{"name", "kind", "code", "sector", "office", "from", "to", "names"}

// With gives the dictionary of the embedded tables with the user's tables laid over it, the later over the earlier. Such
// a file is an actors table, or has the columns of states.tsv, organisations.tsv, roles.tsv or of data/offices. What it
// says of a name holds instead of what ours says: its rows of one printed name replace all of ours, and its other names no
// longer mean what they meant. A table with a fault is refused whole; the error names file, line and column. Cities are
// looked up in the gazetteer.
func With(places *place.Gazetteer, files ...File) (*Dictionary, error) {
	d, err := load(places)
	if err != nil {
		return nil, err
	}
	if err := d.lay(files...); err != nil {
		return nil, err
	}
	return d, nil
}

// lay lays tables over a dictionary that nobody uses yet.
func (d *Dictionary) lay(files ...File) error {
	for _, f := range files {
		d.layer++
		kind, rs, err := table.ReadFrom(f.Name, f.Data, actorColumns, stateColumns, organisationColumns, roleColumns, officeColumns)
		if err != nil {
			return err
		}
		o := &overlay{d, map[string]bool{}, len(d.states), len(d.orgs), len(d.roles), map[int]bool{}, map[string]int{}}
		for i := range d.roles {
			if w := fold(d.roles[i].word); o.known[w] == 0 {
				o.known[w] = i
			}
		}
		if err := o.lay(kind, rs); err != nil {
			return err
		}
	}
	d.sort()
	return nil
}

// An overlay is a dictionary while a user's table is laid over it.
type overlay struct {
	d                   *Dictionary
	taken               map[string]bool // the names of the file, cut and joined
	states, orgs, roles int             // how many rows there were before the file
	people              map[int]bool    // people whose terms the file has given
	known               map[string]int  // the role nouns there were before the file
}

func (o *overlay) lay(kind int, rs []table.Row) error {
	name := "name"
	if kind == 3 {
		name = "word"
	}
	for _, r := range rs {
		if r.Get(name) == "" {
			return r.Errorf(name, "the cell is empty; expected a name")
		}
		o.taken[joined(r.Get(name))] = true
		for _, col := range [][]string{{"names"}, {"names", "adjectives", "people", "capitals", "seats"}, {"names", "seats"}, {"plural"}, {"names"}}[kind] {
			for _, n := range r.List(col) {
				o.taken[joined(n)] = true
			}
		}
	}
	o.d.names.drop(o.taken)
	var err error
	switch kind {
	case 0:
		err = o.actors(rs)
	case 1:
		err = o.d.addStates(rs)
	case 2:
		err = o.d.addOrganisations(rs)
	case 3:
		o.d.addRoles(rs)
	case 4:
		for _, r := range rs {
			o.forget(r.Get("name"))
		}
		err = o.d.addOffices(rs)
	}
	o.redirect()
	return err
}

var ownCode = regexp.MustCompile(`^[A-Z][A-Z0-9]{1,15}$`)

// actors enters the rows of an actors table.
func (o *overlay) actors(rs []table.Row) error {
	// Offices may be of a state or organisation that the file brings: persons come last.
	rs = slices.Clone(rs)
	slices.SortStableFunc(rs, func(a, b table.Row) int { return btoi(a.Get("kind") == "person") - btoi(b.Get("kind") == "person") })
	var of employers
	for i, r := range rs {
		if err := o.check(r); err != nil {
			return err
		}
		if r.Get("kind") == "person" && (i == 0 || rs[i-1].Get("kind") != "person") {
			of = o.d.employers()
		}
		from, to, err := term(r)
		if err != nil {
			return err
		}
		name, names := r.Get("name"), r.List("names")
		switch kind := r.Get("kind"); kind {
		case "state":
			i := len(o.d.states)
			o.d.states = append(o.d.states, state{code: r.Get("code"), name: name, kind: "state", from: from, to: to, at: where(r)})
			if _, ok := o.d.byCode[r.Get("code")]; !ok {
				o.d.byCode[r.Get("code")] = i
			}
			o.d.enter(stateName, i, append(names, name)...)
			o.d.enter(stateAdjective, i, append(names, name)...)
		case "organisation", "body", "group":
			i := len(o.d.orgs)
			o.d.bodies[name] = true
			o.d.orgs = append(o.d.orgs, organisationRow{name, r.Get("code"), r.List("sector"), kind, from, to, where(r)})
			o.d.enter(organisation, i, append(names, name)...)
		case "person":
			if err := o.person(r, of, from, to); err != nil {
				return err
			}
		case "role":
			o.role(r)
		case "none":
			if _, ok := o.d.personOf[name]; ok {
				o.forget(name)
			}
			i := len(o.d.words)
			o.d.words = append(o.d.words, word{name, "notparty", ""})
			o.d.enter(notParty, i, append(names, name)...)
		}
	}
	return nil
}

// check says what is wrong with a row of an actors table.
func (o *overlay) check(r table.Row) error {
	for _, s := range r.List("sector") {
		if !plover.Sector(s) {
			return r.Errorf("sector", "%q is no sector of PLOVER", s)
		}
	}
	code := r.Get("code")
	switch kind := r.Get("kind"); kind {
	case "state", "organisation", "body", "group":
		if !ownCode.MatchString(code) {
			return r.Errorf("code", "%q is no code; expected capitals and digits, as in ISO 3166-1 alpha-3", code)
		}
	case "person":
		if r.Get("office") == "" && !ownCode.MatchString(code) {
			return r.Errorf("code", "%q is no code; expected capitals and digits, as in ISO 3166-1 alpha-3", code)
		}
	case "role":
		if len(r.List("sector")) == 0 {
			return r.Errorf("sector", "the cell is empty; a role says by its sector what it makes of whom it names")
		}
	case "none":
	default:
		return r.Errorf("kind", "%q is not known; expected state, person, organisation, body, group, role or none", kind)
	}
	if r.Get("office") != "" && r.Get("kind") != "person" {
		return r.Errorf("office", "only persons hold an office")
	}
	return nil
}

// person enters a term of a person. The first row of a name takes the place of the terms that our tables give it.
func (o *overlay) person(r table.Row, of employers, from, to string) error {
	t := office{key: r.Get("office"), of: r.Get("code"), code: r.Get("code"), sectors: r.List("sector"), from: from, to: to, at: where(r)}
	if t.key != "" {
		if err := of.fill(r, "code", &t); err != nil {
			return err
		}
	}
	name := r.Get("name")
	o.forget(name)
	o.d.enterPerson(name, t, []string{lastName(name)}, r.List("names"))
	return nil
}

// forget takes from a person the terms that are not the file's.
func (o *overlay) forget(name string) {
	i, ok := o.d.personOf[name]
	if !ok {
		i = len(o.d.people) // will be the person's row
	}
	if o.people[i] {
		return
	}
	o.people[i] = true
	if !ok {
		return
	}
	for _, t := range o.d.people[i].terms {
		k := holderKey{t.key, t.of}
		o.d.holders[k] = slices.DeleteFunc(o.d.holders[k], func(h holder) bool { return h.person == i })
	}
	o.d.people[i].terms = nil
}

// role enters a noun; what our tables know of its use in the sentence stays.
func (o *overlay) role(r table.Row) {
	ro := role{word: r.Get("name"), kind: "person", sectors: r.List("sector"), at: where(r)}
	if i, ok := o.known[fold(ro.word)]; ok {
		old := &o.d.roles[i]
		ro.kind, ro.office, ro.flags = old.kind, old.office, slices.DeleteFunc(slices.Clone(old.flags), func(f string) bool { return f == "private" })
	}
	i := len(o.d.roles)
	o.d.roles = append(o.d.roles, ro)
	o.d.names.add(ro.word, reading{roleNoun, int32(i), ro.kind == "group"})
	for _, p := range plurals(ro.word, r.Get("names")) {
		o.d.names.add(p, reading{roleNoun, int32(i), true})
	}
}

// redirect lets the names of our rows that the file has replaced mean the file's rows.
func (o *overlay) redirect() {
	states, orgs, roles := o.d.states, o.d.orgs, o.d.roles
	stateRows := replaced(len(states), o.states, func(i int) string { return states[i].name })
	to := map[sense]map[int32][]int32{
		organisation: replaced(len(orgs), o.orgs, func(i int) string { return orgs[i].name }),
		roleNoun:     replaced(len(roles), o.roles, func(i int) string { return roles[i].word }),
	}
	for _, s := range []sense{stateName, stateAdjective, demonym, capitalCity, seat} {
		to[s] = stateRows
	}
	for code, i := range o.d.byCode {
		if is := stateRows[int32(i)]; len(is) > 0 && states[is[0]].code == code {
			o.d.byCode[code] = int(is[0])
		}
	}
	o.d.names.redirect(to)
}

// replaced tells which of the rows before first have a name that rows from first on have too, and which these are.
func replaced(n, first int, name func(int) string) map[int32][]int32 {
	added := map[string][]int32{}
	for i := first; i < n; i++ {
		added[fold(name(i))] = append(added[fold(name(i))], int32(i))
	}
	to := map[int32][]int32{}
	for i := range first {
		if is := added[fold(name(i))]; len(is) > 0 {
			to[int32(i)] = is
		}
	}
	return to
}

// drop takes names out of a lexicon: what names parties; pronouns and the nouns of sets stay.
func (l lexicon) drop(names map[string]bool) {
	for first, es := range l {
		l[first] = slices.DeleteFunc(es, func(e *lexEntry) bool {
			if !names[strings.Join(e.words, " ")] {
				return false
			}
			e.readings = slices.DeleteFunc(e.readings, func(r reading) bool { return r.sense <= notParty })
			return len(e.readings) == 0
		})
	}
}

// redirect replaces rows that a name means by others of the same kind.
func (l lexicon) redirect(to map[sense]map[int32][]int32) {
	for _, es := range l {
		for _, e := range es {
			var rs []reading
			for _, r := range e.readings {
				is, ok := to[r.sense][r.index]
				if !ok {
					is = []int32{r.index}
				}
				for _, i := range is {
					if n := (reading{r.sense, i, r.plural}); !slices.Contains(rs, n) {
						rs = append(rs, n)
					}
				}
			}
			e.readings = rs
		}
	}
}

// joined is a name as the lexicon compares it.
func joined(name string) string {
	words, _ := cut(name)
	return strings.Join(words, " ")
}
