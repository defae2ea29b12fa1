package actor

import (
	"cmp"
	"embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dyad/internal/place"
	"dyad/internal/table"
)

//go:embed data/*.tsv data/offices/*.tsv
var data embed.FS

// Dictionary is the tables of this package, ready for look-up. It is read-only and safe for concurrent use.
type Dictionary struct {
	states        []state
	orgs          []organisationRow
	people        []person
	bodies        map[string]bool // names of organisations
	personOf      map[string]int  // name -> row of people
	layer         int             // the file that is being read: 0 = our tables
	roles         []role
	words         []word
	anySet        int        // a row of words for a set of parties of any kind
	refs          *referents // how coreference reads nouns and pronouns, and weighs antecedents
	names         lexicon
	byCode        map[string]int         // code -> row of the state that is printed for it
	holders       map[holderKey][]holder // office and party -> who held it, in time
	numbers       map[string]int         // number words of sets: two, both
	scenes        map[string]bool        // prepositions that say where something happened
	setAdjectives map[string]bool        // adjectives that leave a set what it is: the two neighbouring countries
	moves         map[string]bool        // verbs of which one's own troops are the object
	departments   map[string]bool        // states whose government has departments and no ministries
	officeWords   map[string]string      // adjectives of an office, folded, and the office: presidential
	usual         map[string]string      // bodies whose bare name is usually that of one state, and its code
	courts        map[string]string      // cities where courts of several states sit, folded, and the code of these
	kinds         map[string][]string    // nouns for states of a kind, folded, and the codes of these: emirate
	addresses     map[string]bool        // verbs whose object is somebody: ask, urge
	bodyNouns     map[string]bool        // nouns for an organisation named before: agency, group
	unions        map[string]bool        // nouns for an organisation of states named before: alliance, bloc
	heads         map[string]bool        // lemmas of verbs that say whom somebody is with: head, lead
	indefinite    map[string]bool        // determiners that do not point back: a, every
	relational    map[string]bool        // nouns for persons that may be said of states: neighbour
	reflexives    map[string]bool        // itself, themselves
	prefixes      map[string]bool        // before a hyphen: anti, pro
	descents      map[string]bool        // before a nationality that is none: ethnic
	aliens        map[string]bool        // adjectives of somebody who is not of where he is: foreign
	particles     map[string]bool        // small words inside names: al, bin, van
	genders       map[string]string      // folded given name -> m | f
	leaders       map[string][]office    // state -> the office that rules, where it is not the president
	offices       map[string][]string    // state or organisation -> its offices
	ranks         map[string]int         // office -> its place in roles.tsv: heads of state and government first
	bearers       map[string][]string    // office -> states and organisations that have it
	titles        map[holderKey]string   // what an office is called where the rule does not give it
	articles      map[string]bool        // names of states and organisations that are used with "the"
	ambiguous     map[string]ambiguity   // folded state name that is a name of persons as well
	common        map[string]bool        // folded surnames that need a title or full name
	spellings     []spelling
	nameArticles  []string    // words before a surname that its key leaves out
	spelt         *speltIndex // people by the key of their names
	places        *place.Gazetteer
}

var (
	once       sync.Once
	standard   *Dictionary
	standardOf error
)

// Default gives the dictionary of the embedded tables; it is made once.
func Default() (*Dictionary, error) {
	once.Do(func() {
		var places *place.Gazetteer
		if places, standardOf = place.Default(); standardOf == nil {
			standard, standardOf = load(places)
		}
	})
	return standard, standardOf
}

// The columns of the tables.
var (
	stateColumns        = []string{"code", "cow", "name", "kind", "names", "adjectives", "people", "capitals", "seats", "from", "to"}
	organisationColumns = []string{"name", "code", "sector", "kind", "names", "seats", "from", "to"}
	officeColumns       = []string{"name", "office", "of", "from", "to", "sector", "surname", "names"}
	roleColumns         = []string{"word", "plural", "kind", "sector", "office", "flags"}
)

// How much room the tables need, so that it is made once; they may hold more.
const (
	manyNames   = 32_000 // first words of names
	manyPeople  = 10_000
	manyOffices = 2_000
)

// empty gives a dictionary without tables.
func empty(places *place.Gazetteer) *Dictionary {
	return &Dictionary{
		names: make(lexicon, manyNames), personOf: make(map[string]int, manyPeople), people: make([]person, 0, manyPeople), bodies: map[string]bool{}, byCode: map[string]int{}, holders: make(map[holderKey][]holder, manyOffices), genders: map[string]string{},
		numbers: map[string]int{}, particles: map[string]bool{}, prefixes: map[string]bool{}, descents: map[string]bool{}, aliens: map[string]bool{}, reflexives: map[string]bool{}, relational: map[string]bool{}, indefinite: map[string]bool{}, heads: map[string]bool{}, departments: map[string]bool{}, unions: map[string]bool{}, bodyNouns: map[string]bool{}, addresses: map[string]bool{}, usual: map[string]string{}, courts: map[string]string{}, kinds: map[string][]string{}, officeWords: map[string]string{}, moves: map[string]bool{}, setAdjectives: map[string]bool{}, scenes: map[string]bool{}, titles: map[holderKey]string{}, articles: map[string]bool{}, ambiguous: map[string]ambiguity{}, common: map[string]bool{}, places: places, spelt: &speltIndex{}, leaders: map[string][]office{}, ranks: map[string]int{}, offices: map[string][]string{}, bearers: map[string][]string{},
	}
}

func load(places *place.Gazetteer) (*Dictionary, error) {
	d := empty(places)
	for _, step := range []func() error{d.loadStates, d.loadOrganisations, d.loadRoles, d.loadSpellings, d.loadOffices, d.loadPeople, d.loadTitles, d.loadLeaders, d.loadWords, d.loadNames, d.loadReferents} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	d.sort()
	return d, nil
}

// sort brings names and holders of offices into the order in which they are looked up.
func (d *Dictionary) sort() {
	d.names.sort()
	d.indexOffices()
	for _, hs := range d.holders {
		slices.SortFunc(hs, func(a, b holder) int { return cmp.Compare(d.office(a).from, d.office(b).from) })
	}
}

// rows reads an embedded table.
func rows(file string, columns ...string) ([]table.Row, error) {
	return table.ReadFile(data, "internal/actor", "data/"+file, columns...)
}

// A state is a row of states.tsv.
type state struct {
	code, name, kind string
	from, to         string // first and last day, "" = open
	at               origin
}

// An origin says which row of which table something stands in.
type origin struct {
	file string
	line int
}

func (o origin) String() string { return o.file + ":" + strconv.Itoa(o.line) }

func where(r table.Row) origin { return origin{r.File, r.Line} }

func (d *Dictionary) loadStates() error {
	rs, err := rows("states.tsv", stateColumns...)
	if err != nil {
		return err
	}
	return d.addStates(rs)
}

func (d *Dictionary) addStates(rs []table.Row) (err error) {
	for _, r := range rs {
		i := len(d.states)
		s := state{code: r.Get("code"), name: r.Get("name"), kind: r.Get("kind"), at: where(r)}
		if s.from, s.to, err = term(r); err != nil {
			return err
		}
		d.states = append(d.states, s)
		d.enter(capitalCity, i, r.List("capitals")...)
		d.enter(seat, i, r.List("seats")...)
		if s.kind == "capital" {
			continue // the row is for its cities only
		}
		if _, ok := d.byCode[s.code]; !ok && s.kind != "dependency" && s.kind != "partial" && s.kind != "region" && s.kind != "people" {
			d.byCode[s.code] = i
		}
		if s.kind != "people" { // whose row has no name that texts use
			d.enter(stateName, i, append(r.List("names"), s.name)...)
		}
		d.articles[s.name] = slices.Contains(r.List("names"), "the "+s.name)
		d.enter(stateAdjective, i, r.List("adjectives")...)
		d.enterPeople(i, r.List("adjectives"), r.List("people"))
	}
	return nil
}

func (d *Dictionary) enter(s sense, index int, names ...string) {
	for _, n := range names {
		d.names.add(n, reading{s, int32(index), false})
	}
}

// enterPeople enters demonyms: those given, else those made from the adjectives.
func (d *Dictionary) enterPeople(i int, adjectives, people []string) {
	for _, p := range people {
		d.names.add(p, reading{demonym, int32(i), strings.HasSuffix(p, "s") || strings.HasSuffix(p, "men")})
	}
	if len(people) > 0 {
		return
	}
	for _, a := range adjectives {
		if shapeOf(a) == capitals {
			continue
		}
		d.names.add(a, reading{demonym, int32(i), false})
		if strings.ContainsAny(a[len(a)-1:], "nikow") {
			d.names.add(a+"s", reading{demonym, int32(i), true})
		}
	}
}

// An organisationRow is a row of organisations.tsv, bodies.tsv or groups.tsv. An organisation whose code or sector
// changed has several rows with the same name and different terms.
type organisationRow struct {
	name, code string
	sectors    []string
	kind       string
	from, to   string
	at         origin
}

func (d *Dictionary) loadOrganisations() error {
	for _, file := range []string{"organisations.tsv", "bodies.tsv", "groups.tsv"} {
		rs, err := rows(file, organisationColumns...)
		if err != nil {
			return err
		}
		if err := d.addOrganisations(rs); err != nil {
			return err
		}
	}
	return nil
}

func (d *Dictionary) addOrganisations(rs []table.Row) (err error) {
	for _, r := range rs {
		o := organisationRow{name: r.Get("name"), code: r.Get("code"), sectors: r.List("sector"), kind: r.Get("kind"), at: where(r)}
		if o.from, o.to, err = term(r); err != nil {
			return err
		}
		i := len(d.orgs)
		d.orgs = append(d.orgs, o)
		d.bodies[o.name] = true
		d.enter(organisation, i, append(r.List("names"), o.name)...)
		d.articles[o.name] = slices.Contains(r.List("names"), "the "+o.name)
		d.enter(organisation, i, r.List("seats")...)
	}
	return nil
}

// term reads the columns from and to of a row as first and last day.
func term(r table.Row) (from, to string, err error) {
	if from, err = day(r.Get("from"), false); err != nil {
		return "", "", r.Errorf("from", "%w", err)
	}
	if to, err = day(r.Get("to"), true); err != nil {
		return "", "", r.Errorf("to", "%w", err)
	}
	if from != "" && to != "" && from > to {
		return "", "", r.Errorf("to", "%s is before %s in column from", r.Get("to"), r.Get("from"))
	}
	return from, to, nil
}
