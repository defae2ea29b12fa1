// Package plover is the ontology as tables: the event types of PLOVER 2.0 with their modes, quad classes and scores, the
// contexts with their cue words, and the crosswalk to CAMEO codes and Goldstein-type scores.
//
// In go the tables of data/ (read once, on first use), out come plain values. Nothing here looks at a text except
// Contexts, which finds cue words. The tables are an adaptation of PLOVER (© 2021 Open Event Data Alliance) and are
// under CC BY-SA 4.0, as is the codebook that WriteCodebook makes of them.
package plover

import (
	"embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"sync"

	"dyad/internal/table"
)

//go:embed data/*.tsv
var data embed.FS

// Type is one of the 16 event types.
type Type struct {
	Name              string
	Quad              int     // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	Scale             float64 // PLOVER score of the type, -10 … +10
	RecipientRequired bool    // for a symmetric act: two different parties
	Modes             []Mode
	Definition        string
}

// Mode is a manner or content that belongs to one type.
type Mode struct {
	Name       string
	Scale      float64
	Definition string
}

// Mode returns the mode of that name.
func (t Type) Mode(name string) (Mode, bool) {
	for _, m := range t.Modes {
		if m.Name == name {
			return m, true
		}
	}
	return Mode{}, false
}

// Types returns the 16 types in PLOVER's order, from most cooperative to most conflictual.
func Types() []Type { return slices.Clone(ontology().types) }

// Lookup returns the type of that name.
func Lookup(name string) (Type, bool) {
	for _, t := range ontology().types {
		if t.Name == name {
			return t, true
		}
	}
	return Type{}, false
}

// International reports whether a code is one of PLOVER's for what is no state: UNO, IGO, NGO …
func International(code string) bool {
	return slices.ContainsFunc(ontology().bodies, func(b term) bool { return b.name == code })
}

// Sector reports whether a code is one of PLOVER's sectors.
func Sector(code string) bool {
	return slices.ContainsFunc(ontology().sectors, func(b term) bool { return b.name == code })
}

// Scale is the PLOVER score of a row: that of its mode, of several modes the one farthest from 0, without a mode that of
// the type.
func Scale(event string, modes []string) float64 {
	t, ok := Lookup(event)
	if !ok {
		return 0
	}
	scale, found := 0.0, false
	for _, name := range modes {
		if m, ok := t.Mode(name); ok && (!found || math.Abs(m.Scale) > math.Abs(scale)) {
			scale, found = m.Scale, true
		}
	}
	if !found {
		return t.Scale
	}
	return scale
}

// term is a name with its definition, for the codebook.
type term struct{ name, definition string }

type tables struct {
	types                []Type
	contexts             []Context
	cues                 map[string][]cue
	exports              []export
	imports              map[string]Import
	goldstein            map[string]float64
	variants             map[string][]Label
	aux, sectors, bodies []term
}

// ontology reads the embedded tables once. They are part of the program: a mistake in them stops the first test.
var ontology = sync.OnceValue(func() *tables {
	t, err := read(func(name string) ([]byte, error) { return data.ReadFile("data/" + name) })
	if err != nil {
		panic(err)
	}
	return t
})

func read(file func(string) ([]byte, error)) (*tables, error) {
	t := &tables{}
	for _, step := range []struct {
		name    string
		columns []string
		read    func([]table.Row) error
	}{
		{"type.tsv", []string{"name", "quad", "scale", "recipient", "definition"}, t.readTypes},
		{"mode.tsv", []string{"type", "name", "scale", "definition"}, t.readModes},
		{"context.tsv", []string{"name", "definition", "cues"}, t.readContexts},
		{"status.tsv", []string{"name", "definition"}, readTerms("name", &t.aux)},
		{"sector.tsv", []string{"code", "definition"}, readTerms("code", &t.sectors)},
		{"code.tsv", []string{"code", "definition"}, readTerms("code", &t.bodies)},
		{"import.tsv", importColumns, t.readImports},
		{"export.tsv", exportColumns, t.readExports},
		{"variant.tsv", []string{"variant", "label", "quad", "types"}, t.readVariants},
		{"goldstein.tsv", []string{"cameo", "goldstein", "origin", "older"}, t.readGoldstein},
	} {
		raw, err := file(step.name)
		if err != nil {
			return nil, fmt.Errorf("plover: %w", err)
		}
		rows, err := table.Read("internal/plover/data/"+step.name, raw, step.columns...)
		if err != nil {
			return nil, err
		}
		if err := step.read(rows); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *tables) readTypes(rows []table.Row) error {
	for _, r := range rows {
		quad, err := strconv.Atoi(r.Get("quad"))
		if err != nil || quad < 1 || quad > 4 {
			return r.Errorf("quad", "%q is not one of 1, 2, 3, 4", r.Get("quad"))
		}
		scale, err := score(r, "scale")
		if err != nil {
			return err
		}
		t.types = append(t.types, Type{Name: r.Get("name"), Quad: quad, Scale: scale, RecipientRequired: r.Get("recipient") == "yes", Definition: r.Get("definition")})
	}
	return nil
}

func (t *tables) readModes(rows []table.Row) error {
	for _, r := range rows {
		scale, err := score(r, "scale")
		if err != nil {
			return err
		}
		i := slices.IndexFunc(t.types, func(x Type) bool { return x.Name == r.Get("type") })
		if i < 0 {
			return r.Errorf("type", "%q is not a type of type.tsv", r.Get("type"))
		}
		t.types[i].Modes = append(t.types[i].Modes, Mode{r.Get("name"), scale, r.Get("definition")})
	}
	return nil
}

func readTerms(key string, into *[]term) func([]table.Row) error {
	return func(rows []table.Row) error {
		for _, r := range rows {
			*into = append(*into, term{r.Get(key), r.Get("definition")})
		}
		return nil
	}
}

// score reads a score, which PLOVER and Goldstein both keep between -10 and +10.
func score(r table.Row, column string) (float64, error) {
	f, err := strconv.ParseFloat(r.Get(column), 64)
	if err != nil || !(f >= -10 && f <= 10) {
		return 0, r.Errorf(column, "%q is not a score between -10 and 10", r.Get(column))
	}
	return f, nil
}
