package plover

import (
	"slices"
	"strconv"

	"dyad/internal/table"
)

// A Label is a type of a variant of PLOVER: of Fifteen, CONCEDE and RETREAT are YIELD. Its quad class is the variant's own
// (plover.md 7.3).
type Label struct {
	Name  string
	Quad  int
	Types []string // the types of PLOVER 2.0 that it stands for where nothing else is known
}

// Fifteen gives the labels of the 15-type variant that public test sets use.
func Fifteen() []Label { return slices.Clone(ontology().variants["fifteen"]) }

// Root15 gives the label of the 15-type variant for a type, "" for what is no type.
func Root15(event string) string {
	for _, l := range ontology().variants["fifteen"] {
		if slices.Contains(l.Types, event) {
			return l.Name
		}
	}
	return ""
}

// Quad gives the quad class of a type, or else of a label of the 15-type variant; 0 for what is neither.
func Quad(label string) int {
	if t, ok := Lookup(label); ok {
		return t.Quad
	}
	for _, l := range ontology().variants["fifteen"] {
		if l.Name == label {
			return l.Quad
		}
	}
	return 0
}

func (t *tables) readVariants(rows []table.Row) error {
	t.variants = map[string][]Label{}
	for _, r := range rows {
		quad, err := strconv.Atoi(r.Get("quad"))
		if err != nil || quad < 1 || quad > 4 {
			return r.Errorf("quad", "%q is not one of 1, 2, 3, 4", r.Get("quad"))
		}
		for _, name := range r.List("types") {
			if !slices.ContainsFunc(t.types, func(x Type) bool { return x.Name == name }) {
				return r.Errorf("types", "%q is no type of type.tsv", name)
			}
		}
		v := r.Get("variant")
		t.variants[v] = append(t.variants[v], Label{r.Get("label"), quad, r.List("types")})
	}
	return nil
}
