package dictionary

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"dyad/internal/actor"
	"dyad/internal/plover"
	"dyad/internal/table"
)

// A cellCheck says what is wrong with a value and what was expected; "" is right.
type cellCheck func(v string) (wrong, expected string)

// A schema is what a kind of table must hold.
type schema struct {
	name     string
	columns  []string
	required []string             // columns that must not be empty
	lists    []string             // columns of several values
	checks   map[string]cellCheck // of each value of a column
	identity []string             // columns that say of what a row tells; its terms must not overlap
	title    string               // column of the printed name; "" = the table has no names to compare
	code     string               // column of what a name means
}

// A vocabulary is what cells may hold, from dyad's own tables.
type vocabulary struct {
	states, offices, organisations map[string]bool
	places                         map[string]bool // codes of states and of dependencies
}

// readVocabulary reads the tables once.
var readVocabulary = sync.OnceValues(makeVocabulary)

func makeVocabulary() (*vocabulary, error) {
	v := &vocabulary{states: map[string]bool{}, offices: map[string]bool{}, organisations: map[string]bool{}}
	for _, t := range []struct {
		into    map[string]bool
		column  string
		columns []string
		files   []string
	}{
		{v.states, "code", stateColumns, []string{"states.tsv"}},
		{v.offices, "office", roleColumns, []string{"roles.tsv"}},
		{v.organisations, "name", organisationColumns, []string{"organisations.tsv", "bodies.tsv", "groups.tsv"}},
	} {
		for _, f := range t.files {
			rs, err := table.ReadFile(actor.Tables(), "internal/actor", "data/"+f, t.columns...)
			if err != nil {
				return nil, err
			}
			for _, r := range rs {
				if s := r.Get(t.column); s != "" {
					t.into[s] = true
				}
			}
		}
	}
	rs, err := rows("heads.tsv", "part", "use", "code", "adds", "keeps")
	if err != nil {
		return nil, err
	}
	v.places = maps.Clone(v.states)
	for _, r := range rs {
		if r.Get("use") == "state" {
			v.places[r.Get("part")] = true
		}
	}
	return v, nil
}

var ownCode = regexp.MustCompile(`^[A-Z][A-Z0-9]{1,15}$`)

func oneOf(values ...string) cellCheck {
	return func(v string) (string, string) {
		if slices.Contains(values, v) {
			return "", ""
		}
		return strconv.Quote(v) + " is not known", "one of " + strings.Join(values, ", ")
	}
}

func checkSector(v string) (string, string) {
	if plover.Sector(v) {
		return "", ""
	}
	return strconv.Quote(v) + " is no sector of PLOVER", "GOV, MIL, REB … (doc/codebook.md)"
}

func checkCode(v string) (string, string) {
	if ownCode.MatchString(v) {
		return "", ""
	}
	return strconv.Quote(v) + " is no code", "ISO 3166-1 alpha-3, a PLOVER international code, or 2 to 16 capitals and digits of your own"
}

func checkDate(v string) (string, string) {
	if _, _, ok := dateDays(v); ok {
		return "", ""
	}
	return strconv.Quote(v) + " is no date", "YYYY, YYYY-MM or YYYY-MM-DD"
}

// dateDays gives the first and the last day that a date of a table may mean.
func dateDays(v string) (first, last int, ok bool) {
	layout := map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}[len(v)]
	t, err := time.Parse(layout, v)
	if layout == "" || err != nil {
		return 0, 0, false
	}
	end := t
	switch len(v) {
	case 4:
		end = t.AddDate(1, 0, -1)
	case 7:
		end = t.AddDate(0, 1, -1)
	}
	return dayNumber(t), dayNumber(end), true
}

// degrees checks a coordinate.
func degrees(limit float64) cellCheck {
	return func(v string) (string, string) {
		if x, err := strconv.ParseFloat(v, 64); err == nil && x >= -limit && x <= limit {
			return "", ""
		}
		return strconv.Quote(v) + " is no coordinate", "degrees from -" + strconv.Itoa(int(limit)) + " to " + strconv.Itoa(int(limit))
	}
}

var placeColumns = []string{"name", "state", "lat", "lon", "region", "names", "precision"}

// checkOffice, checkPlace and checkParty check cells by dyad's own tables.
func (v *vocabulary) checkOffice(s string) (string, string) {
	if v.offices[s] {
		return "", ""
	}
	return strconv.Quote(s) + " is no office", "an office of internal/actor/data/roles.tsv"
}

func (v *vocabulary) checkPlace(s string) (string, string) {
	if v.places[s] {
		return "", ""
	}
	return strconv.Quote(s) + " is no code of a state", "ISO 3166-1 alpha-3, or a code of internal/actor/data/states.tsv"
}

func (v *vocabulary) checkParty(s string) (string, string) {
	if v.states[s] || v.organisations[s] {
		return "", ""
	}
	return strconv.Quote(s) + " is neither a state's code nor an organisation of dyad's tables", "a code of states.tsv, or a name of organisations.tsv, bodies.tsv or groups.tsv"
}

// during adds the checks of the days from and to which a row holds.
func during(checks map[string]cellCheck) map[string]cellCheck {
	checks["from"], checks["to"] = checkDate, checkDate
	return checks
}

// schemas are the tables that can be checked, told apart by their columns.
func (v *vocabulary) schemas() []schema {
	return []schema{
		{
			name: "actors", columns: columns, required: []string{"name", "kind"}, lists: []string{"sector", "names"},
			checks: during(map[string]cellCheck{
				"kind":   oneOf("state", "person", "organisation", "body", "group", "role", "none"),
				"sector": checkSector, "office": v.checkOffice,
			}),
			identity: []string{"name", "kind", "office"}, title: "name", code: "code",
		},
		{
			name: "states", columns: stateColumns, required: []string{"code", "name", "kind"},
			lists: []string{"names", "adjectives", "people", "capitals", "seats"},
			checks: during(map[string]cellCheck{
				"kind": oneOf("state", "former", "territory", "dependency", "partial", "region", "capital"),
				"code": checkCode,
			}),
			identity: []string{"name", "kind", "capitals"}, title: "name", code: "code",
		},
		{
			name: "organisations", columns: organisationColumns, required: []string{"name", "code", "kind"},
			lists:    []string{"sector", "names", "seats"},
			checks:   during(map[string]cellCheck{"kind": oneOf("organisation", "body", "group"), "sector": checkSector, "code": checkCode}),
			identity: []string{"name"}, title: "name", code: "code",
		},
		{
			name: "roles", columns: roleColumns, required: []string{"word", "kind"}, lists: []string{"plural", "sector", "flags"},
			checks:   map[string]cellCheck{"kind": oneOf("person", "group", "body", "honorific"), "sector": checkSector},
			identity: []string{"word", "kind", "sector"},
		},
		{
			name: "offices", columns: officeColumns, required: []string{"name", "office", "of"}, lists: []string{"sector", "surname", "names"},
			checks:   during(map[string]cellCheck{"office": v.checkOffice, "of": v.checkParty, "sector": checkSector}),
			identity: []string{"name", "office", "of"},
		},
		{
			name: "places", columns: placeColumns, required: []string{"name", "precision"}, lists: []string{"names"},
			checks:   map[string]cellCheck{"state": v.checkPlace, "lat": degrees(90), "lon": degrees(180), "precision": oneOf("country", "region", "city")},
			identity: []string{"name", "state", "region", "lat", "lon"},
		},
		{
			name: "titles", columns: []string{"office", "of", "title"}, required: []string{"office", "title"},
			checks: map[string]cellCheck{"office": v.checkOffice, "of": v.checkParty}, identity: []string{"office", "of"},
		},
		{
			name: "given names", columns: []string{"name", "gender"}, required: []string{"name"},
			checks: map[string]cellCheck{"gender": oneOf("m", "f")}, identity: []string{"name"},
		},
	}
}

// ownSchema gives the schema of a table of dyad's that has these columns and no meaning for a user: its rows are only counted
// and must not stand there twice.
func ownSchema(cells []string) *schema {
	files, err := fs.Glob(actor.Tables(), "data/*.tsv")
	if err != nil {
		return nil
	}
	for _, file := range files {
		data, err := fs.ReadFile(actor.Tables(), file)
		if err != nil {
			continue
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimRight(line, "\r\n"); line == "" || line[0] == '#' {
				continue
			}
			if slices.Equal(strings.Split(line, "\t"), cells) {
				return &schema{name: path.Base(file), columns: cells, required: cells[:1], identity: cells}
			}
			break
		}
	}
	return nil
}
