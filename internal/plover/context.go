package plover

import (
	"slices"
	"strings"

	"dyad/internal/table"
)

// Context tells what an event or the passage around it is about.
type Context struct {
	Name, Definition string
	Cues             []string // lemmas; a cue of several words has blanks between them
}

// AllContexts returns the 37 contexts in PLOVER's order.
func AllContexts() []Context { return slices.Clone(ontology().contexts) }

// cue is the rest of a cue word after its first word, and the context it suggests.
type cue struct {
	rest    []string
	context int
}

func (t *tables) readContexts(rows []table.Row) error {
	t.cues = map[string][]cue{}
	for i, r := range rows {
		c := Context{Name: r.Get("name"), Definition: r.Get("definition"), Cues: r.List("cues")}
		if len(c.Cues) == 0 {
			return r.Errorf("cues", "the context has no cue word")
		}
		t.contexts = append(t.contexts, c)
		for _, words := range c.Cues {
			w := strings.Fields(strings.ToLower(words))
			t.cues[w[0]] = append(t.cues[w[0]], cue{w[1:], i})
		}
	}
	return nil
}

// Contexts returns the contexts whose cues stand in the words, which are lemmas in text order. Letter case does not
// count. The contexts come in PLOVER's order.
func Contexts(words []string) []string {
	t := ontology()
	lower := make([]string, len(words))
	for i, w := range words {
		lower[i] = strings.ToLower(w)
	}
	found := make([]bool, len(t.contexts))
	for i, w := range lower {
		for _, c := range t.cues[w] {
			if i+1+len(c.rest) <= len(lower) && slices.Equal(lower[i+1:i+1+len(c.rest)], c.rest) {
				found[c.context] = true
			}
		}
	}
	var names []string
	for i, ok := range found {
		if ok {
			names = append(names, t.contexts[i].Name)
		}
	}
	return names
}
