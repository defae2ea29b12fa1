package plover

import (
	"slices"

	"dyad/internal/table"
)

var (
	importColumns = []string{"cameo", "event", "mode", "context", "act", "act_mode", "roles", "printed_event", "printed_mode", "printed_context", "root_event", "event_2016", "root_15", "label", "note"}
	exportColumns = []string{"event", "mode", "context", "act", "act_mode", "cameo", "roles", "mirror", "soft", "root_15", "label", "note"}
)

// Import is what a CAMEO code becomes in PLOVER.
type Import struct {
	Event    string // "" = no PLOVER event
	Mode     string
	Contexts []string // a default that the text overrules
	Roles    string   // same | swap (the CAMEO source is the recipient) | pool (both are actors)
	Root15   string   // its type in the 15-type variant
}

// FromCAMEO translates a CAMEO code, a string with its leading zero.
func FromCAMEO(code string) (Import, bool) {
	i, ok := ontology().imports[code]
	return i, ok
}

// Export is the CAMEO code of a row.
type Export struct {
	Code   string
	Mirror string // code of the reverse pair, for visits
	Soft   string // CAMEO 02 code, where the request is an appeal, not a demand
	Roles  string // same | swap | pool
}

type export struct {
	Export
	event, mode, act, actMode string
	contexts                  []string
}

// CAMEO returns the code for a row of one mode (or none). Act is what is promised, asked, refused or threatened: a
// PLOVER type or a keyword of export.tsv, with its mode; both may be empty. Of the rows whose conditions are all
// fulfilled the one with most conditions is taken, the first on a tie.
func CAMEO(event, mode string, contexts []string, act, actMode string) (Export, bool) {
	var best Export
	most := -1
	for _, e := range ontology().exports {
		if e.event != event || e.mode != mode || e.act != "" && e.act != act || e.actMode != "" && e.actMode != actMode {
			continue
		}
		if slices.ContainsFunc(e.contexts, func(c string) bool { return !slices.Contains(contexts, c) }) {
			continue
		}
		weight := len(e.contexts)
		if e.act != "" {
			weight += 10
		}
		if e.actMode != "" {
			weight += 5
		}
		if weight > most {
			best, most = e.Export, weight
		}
	}
	return best, most >= 0
}

// Goldstein returns the Goldstein-type score of a CAMEO code.
func Goldstein(cameo string) (float64, bool) {
	g, ok := ontology().goldstein[cameo]
	return g, ok
}

func (t *tables) readImports(rows []table.Row) error {
	t.imports = map[string]Import{}
	for _, r := range rows {
		i := Import{r.Get("event"), r.Get("mode"), r.List("context"), r.Get("roles"), r.Get("root_15")}
		if err := t.check(r, i.Event, i.Mode); err != nil {
			return err
		}
		if _, twice := t.imports[r.Get("cameo")]; twice {
			return r.Errorf("cameo", "the code %s stands twice", r.Get("cameo"))
		}
		t.imports[r.Get("cameo")] = i
	}
	return nil
}

func (t *tables) readExports(rows []table.Row) error {
	for _, r := range rows {
		e := export{
			Export: Export{r.Get("cameo"), r.Get("mirror"), r.Get("soft"), r.Get("roles")},
			event:  r.Get("event"), mode: r.Get("mode"), act: r.Get("act"), actMode: r.Get("act_mode"), contexts: r.List("context"),
		}
		if err := t.check(r, e.event, e.mode); err != nil {
			return err
		}
		t.exports = append(t.exports, e)
	}
	return nil
}

func (t *tables) readGoldstein(rows []table.Row) error {
	t.goldstein = map[string]float64{}
	for _, r := range rows {
		g, err := score(r, "goldstein")
		if err != nil {
			return err
		}
		t.goldstein[r.Get("cameo")] = g
	}
	return nil
}

// check says whether a row of a crosswalk names a type and mode that exist.
func (t *tables) check(r table.Row, event, mode string) error {
	if event == "" {
		return nil
	}
	i := slices.IndexFunc(t.types, func(x Type) bool { return x.Name == event })
	if i < 0 {
		return r.Errorf("event", "%q is not a PLOVER type", event)
	}
	if _, ok := t.types[i].Mode(mode); mode != "" && !ok {
		return r.Errorf("mode", "%q is not a mode of %s", mode, event)
	}
	return nil
}
