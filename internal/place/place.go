// Package place finds where: the places that a report names, and which of them an event took place in.
//
// In goes the text with its parsed sentences; out come place mentions with state and coordinates, and, for a
// predicate, the locations of its event with their role. A place is an event's when the words bind it to the predicate
// ("met in Oslo", "shelled Aleppo", "arrived from Minsk"), name or describe it ("on the island", "in the Chinese capital",
// "here"), or when the clauses that the event is told with share it. What an act of words is about is not where it took place
// ("condemned the coup in Niger"), and neither is, without a word like "here", the place that the report was sent from.
package place

import (
	"cmp"
	"embed"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dyad/event"
	"dyad/internal/table"
)

// Place is a stretch of a sentence that names a place.
type Place struct {
	event.Location      // byte offsets
	Sentence       int  // index of its sentence
	First, End     int  // tokens [First, End)
	Head           int  // the token it hangs by
	Explains       bool // it only says where the place before it lies: "Texas" in "Paris, Texas"
}

// An entry is a row of the tables of places.
type entry struct {
	name, state, region, precision string
	lat, lon                       *float64
	user                           bool // from a user's table: its names mean nothing else
	lesser                         bool // from towns.tsv: meant only where the words behind it say so
	minor                          bool // from given.tsv or minor.tsv: meant only where a preposition puts something there
}

// name is a name of one place or several, cut into words.
type name struct {
	words   []string // as written
	entries []int    // the most reported first
}

// Gazetteer is the tables of places, ready for look-up. It is read-only and safe for concurrent use.
type Gazetteer struct {
	entries []entry
	byWord  map[string][]name       // first word -> names, the longest first
	folded  func() map[string][]int // folded name -> entries; made when first asked for
	lexicon
}

//go:embed data/*.tsv
var data embed.FS

var (
	once     sync.Once
	standard *Gazetteer
	failed   error
)

// Default gives the gazetteer of the embedded tables; it is made once.
func Default() (*Gazetteer, error) {
	once.Do(func() { standard, failed = load() })
	return standard, failed
}

// A File is a user's table of places, with the columns of data/known.tsv.
type File struct {
	Name string // for messages
	Data io.Reader
}

// With gives the gazetteer of the embedded tables with the user's places before them: a name of theirs means their place.
// A table with a fault is refused whole; the error names file, line and column.
func With(files ...File) (*Gazetteer, error) { return load(files...) }

var columns = []string{"name", "state", "lat", "lon", "region", "names", "precision"}

func load(files ...File) (*Gazetteer, error) {
	// Sizes that save growing while the tables are read.
	g := &Gazetteer{entries: make([]entry, 0, 13000), byWord: make(map[string][]name, 14000)}
	for _, f := range slices.Backward(files) {
		_, rs, err := table.ReadFrom(f.Name, f.Data, columns)
		if err != nil {
			return nil, err
		}
		if err := g.add(rs, entry{user: true}); err != nil {
			return nil, err
		}
	}
	for _, file := range []string{"countries.tsv", "known.tsv", "cities.tsv", "towns.tsv", "given.tsv", "minor.tsv"} {
		rs, err := rows(file, columns...)
		if err != nil {
			return nil, err
		}
		if err := g.add(rs, entry{lesser: file == "towns.tsv", minor: file == "given.tsv" || file == "minor.tsv"}); err != nil {
			return nil, err
		}
	}
	for _, ns := range g.byWord {
		slices.SortStableFunc(ns, func(a, b name) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	g.folded = sync.OnceValue(g.fold)
	return g, g.loadWords()
}

// add enters the rows of a table of places; of says what all of them are.
func (g *Gazetteer) add(rs []table.Row, of entry) (err error) {
	for _, r := range rs {
		e := of
		e.name, e.state, e.region, e.precision = r.Get("name"), r.Get("state"), r.Get("region"), r.Get("precision")
		if e.precision != "country" && e.precision != "region" && e.precision != "city" {
			return r.Errorf("precision", "%q is not known; expected country, region or city", e.precision)
		}
		if e.lat, err = degrees(r, "lat", 90); err != nil {
			return err
		}
		if e.lon, err = degrees(r, "lon", 180); err != nil {
			return err
		}
		g.enter(e, append([]string{e.name}, r.List("names")...))
	}
	return nil
}

func degrees(r table.Row, col string, limit float64) (*float64, error) {
	s := r.Get(col)
	if s == "" {
		return nil, nil
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || x < -limit || x > limit {
		return nil, r.Errorf(col, "%q is no coordinate; expected degrees from %v to %v", s, -limit, limit)
	}
	return &x, nil
}

// enter adds a place under its names. Of places with one name all are kept, in the order of the tables; a user's place keeps
// its name for itself.
func (g *Gazetteer) enter(e entry, names []string) {
	i := len(g.entries)
	g.entries = append(g.entries, e)
	for _, text := range names {
		ws := words(text)
		n := g.of(ws)
		if n == nil && len(ws) > 0 {
			g.byWord[ws[0]] = append(g.byWord[ws[0]], name{ws, []int{i}})
		} else if n != nil && !g.entries[n.entries[0]].user && n.entries[len(n.entries)-1] != i {
			n.entries = append(n.entries, i)
		}
	}
}

// words cuts a name as the tokeniser may: at blanks, hyphens, commas and before a possessive.
func words(s string) []string {
	if strings.ContainsAny(s, "'’,") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "’", "'"), "'s", " 's")
		s = strings.ReplaceAll(s, ",", " , ")
	}
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '–' })
}

// Famous gives what State does, for places that a bare name means: a name that only small towns have is more likely somebody's.
func (g *Gazetteer) Famous(place string) string {
	if n := g.named(place); n != nil && g.entries[n.entries[0]].minor {
		return ""
	}
	return g.State(place)
}

// State gives the code of the state of the place that a name means, "" if the tables have no such city or region. The name may
// say where it is ("Hyderabad, Pakistan").
func (g *Gazetteer) State(place string) string {
	if n := g.named(place); n != nil {
		if e := &g.entries[n.entries[0]]; e.precision != "country" {
			return e.state
		}
		return ""
	}
	if town, region, ok := strings.Cut(place, ","); ok && g.named(town) != nil {
		state, _ := g.Within(town, region)
		return state
	}
	return ""
}
