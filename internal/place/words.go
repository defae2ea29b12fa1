package place

import (
	"slices"
	"strings"

	"dyad/internal/table"
)

// lexicon is the tables of what binds a place to an event.
type lexicon struct {
	verbs  map[string]string   // lemma of a verb or event noun -> attack | motion | entry | departure | announcement | closing | judgement
	nouns  map[string]string   // lemma -> part | distance | occasion | paper | mission | dweller | seat | abstract
	preps  map[string]string   // preposition -> place | origin | goal | target | path | occasion | topic
	acts   map[string]string   // PLOVER type -> content | deal | deed
	fits   map[string][]string // noun of a description -> what it may mean
	kinds  map[string][]string // name of a place -> what it is: island, emirate …
	ashore map[string]bool     // kinds of places that one is on, not in
	seats  map[string]seat     // code, name or adjective of a state or region -> its capitals
	states map[string]int      // code of a state -> its entry as a place
}

// A seat is where a state is governed from.
type seat struct {
	state    string
	capitals []int // entries, the one of today first
}

// The closed sets of the tables.
var (
	verbUses = []string{"attack", "motion", "entry", "departure", "announcement", "closing", "judgement"}
	nounUses = []string{"part", "distance", "occasion", "paper", "mission", "dweller", "seat", "abstract"}
	prepUses = []string{"place", "origin", "goal", "target", "path", "occasion", "topic"}
	actUses  = []string{"content", "deal", "deed"}
)

// loadWords reads all tables but those of places.
func (g *Gazetteer) loadWords() (err error) {
	l := &g.lexicon
	for _, t := range []struct {
		file, key, value string
		into             *map[string]string
		allowed          []string
	}{
		{"verbs.tsv", "word", "use", &l.verbs, verbUses},
		{"nouns.tsv", "noun", "use", &l.nouns, nounUses},
		{"prepositions.tsv", "preposition", "use", &l.preps, prepUses},
		{"acts.tsv", "event", "words", &l.acts, actUses},
	} {
		if *t.into, err = readUses(t.file, t.key, t.value, t.allowed); err != nil {
			return err
		}
	}
	if err := l.loadKinds(); err != nil {
		return err
	}
	if err := l.loadFits(); err != nil {
		return err
	}
	return g.loadCapitals()
}

// readUses reads a table of words with one use each.
func readUses(file, key, value string, allowed []string) (map[string]string, error) {
	rs, err := rows(file, key, value)
	if err != nil {
		return nil, err
	}
	uses := make(map[string]string, len(rs))
	for _, r := range rs {
		word, use := r.Get(key), r.Get(value)
		if !slices.Contains(allowed, use) {
			return nil, r.Errorf(value, "%q is not known; expected one of %s", use, strings.Join(allowed, ", "))
		}
		if uses[word] != "" {
			return nil, r.Errorf(key, "%q stands twice; one row a word", word)
		}
		uses[word] = use
	}
	return uses, nil
}

func (l *lexicon) loadKinds() error {
	rs, err := rows("kinds.tsv", "kind", "on", "places")
	if err != nil {
		return err
	}
	l.kinds, l.ashore = map[string][]string{}, map[string]bool{}
	for _, r := range rs {
		l.ashore[r.Get("kind")] = r.Get("on") == "on"
		for _, name := range r.List("places") {
			l.kinds[name] = append(l.kinds[name], r.Get("kind"))
		}
	}
	return nil
}

func (l *lexicon) loadFits() error {
	rs, err := rows("descriptions.tsv", "noun", "fits")
	if err != nil {
		return err
	}
	l.fits = map[string][]string{}
	for _, r := range rs {
		l.fits[r.Get("noun")] = r.List("fits")
	}
	return nil
}

// loadCapitals reads where states and regions are governed from. Of rows that share a name or adjective the first counts.
func (g *Gazetteer) loadCapitals() error {
	rs, err := rows("capitals.tsv", "name", "state", "names", "adjectives", "capitals")
	if err != nil {
		return err
	}
	g.states = map[string]int{}
	for i := range g.entries {
		if e := &g.entries[i]; e.precision == "country" && e.state != "" {
			if _, ok := g.states[e.state]; !ok {
				g.states[e.state] = i
			}
		}
	}
	g.seats = make(map[string]seat, 4*len(rs))
	for _, r := range rs {
		s := seat{state: r.Get("state")}
		for _, c := range r.List("capitals") {
			if e := g.city(c, s.state); e >= 0 && !slices.Contains(s.capitals, e) {
				s.capitals = append(s.capitals, e)
			}
		}
		if len(s.capitals) == 0 {
			continue
		}
		for _, name := range slices.Concat([]string{r.Get("name")}, r.List("names"), r.List("adjectives"), []string{s.state}) {
			if _, ok := g.seats[name]; !ok {
				g.seats[name] = s
			}
		}
	}
	return nil
}

// city gives the place of a name in a state that is no country, -1 if there is none.
func (g *Gazetteer) city(name, state string) int {
	n := g.named(name)
	if n == nil {
		return -1
	}
	i := slices.IndexFunc(n.entries, func(e int) bool { return g.entries[e].state == state && g.entries[e].precision != "country" })
	if i < 0 {
		return -1
	}
	return n.entries[i]
}

func rows(file string, columns ...string) ([]table.Row, error) {
	return table.ReadFile(data, "internal/place", "data/"+file, columns...)
}
