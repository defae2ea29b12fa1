// Package dictionary reads the dictionaries that others keep of actors and places, checks tables and compares them.
//
// In go files in the formats of the field: PETRARCH dictionaries of actors and agents (Petrarch), the JSON dump of
// Wikidata (Wikidata), the list of leaders of REIGN (Reign), GeoNames dumps (GeoNames). Out come the rows of an actors
// table, which dyad lays over its own tables, or of a table of places, together with a list of what was refused: every line
// of a file is read or named, so that nothing is lost silently. Check finds the faults of tables; Diff tells where two of
// them disagree.
package dictionary

import (
	"bufio"
	"embed"
	"fmt"
	"io"
	"strings"

	"dyad/internal/table"
)

//go:embed data/*.tsv
var data embed.FS

// rows reads a table that this package carries.
func rows(file string, columns ...string) ([]table.Row, error) {
	return table.ReadFile(data, "internal/dictionary", "data/"+file, columns...)
}

// A Source is an input: a file and its name for messages.
type Source struct {
	Name string
	Data io.Reader
}

// A Row is a row of an actors table: what a name means, and when.
type Row struct {
	Name    string // as it is printed
	Kind    string // state | person | organisation | body | group | role | none
	Code    string // ISO 3166-1 alpha-3, a PLOVER international code, or an own code
	Sectors []string
	Office  string   // of a person: an office of roles.tsv
	From    string   // first day, month or year; "" = open
	To      string   // last day, month or year; "" = open
	Names   []string // other names and spellings
}

// columns of an actors table, in this order.
var columns = []string{"name", "kind", "code", "sector", "office", "from", "to", "names"}

func (r *Row) cells() []string {
	return []string{r.Name, r.Kind, r.Code, strings.Join(r.Sectors, ";"), r.Office, r.From, r.To, strings.Join(r.Names, ";")}
}

const columnsExplained = `# name    the name that is printed; several rows of one name and kind hold at different times
# kind    state | person | organisation | body | group | role | none (a name that is no party)
# code    ISO 3166-1 alpha-3, a PLOVER international code, or an own code; for a person with an office it may be an organisation's name
# sector  PLOVER sectors, the primary one first
# office  of a person: an office of dyad's table of roles, or empty
# from, to  first and last day (YYYY, YYYY-MM or YYYY-MM-DD); empty = open
# names   other names and spellings; of a role its plurals
`

// Write writes an actors table. The notes, lines without "#", go above the columns: what the table is and where it is from.
func Write(w io.Writer, notes []string, rows []Row) error {
	out := NewWriter(w, notes)
	for i := range rows {
		if err := out.Write(rows[i]); err != nil {
			return err
		}
	}
	return out.Flush()
}

// A Writer writes an actors table row by row.
type Writer struct{ out *bufio.Writer }

// NewWriter begins a table with its notes and columns.
func NewWriter(w io.Writer, notes []string) *Writer {
	out := bufio.NewWriter(w)
	for _, n := range notes {
		fmt.Fprintf(out, "# %s\n", n)
	}
	fmt.Fprint(out, columnsExplained)
	fmt.Fprintln(out, strings.Join(columns, "\t"))
	return &Writer{out}
}

// Write writes a row.
func (w *Writer) Write(r Row) error {
	if _, err := fmt.Fprintln(w.out, strings.TrimRight(strings.Join(r.cells(), "\t"), "\t")); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

// Flush ends the table.
func (w *Writer) Flush() error {
	if err := w.out.Flush(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

// An Import is what came of reading foreign dictionaries.
type Import struct {
	Rows    []Row
	Places  []Place   // of GeoNames
	Refused []Refusal // in the order of the input
	Lines   int       // lines read
	Notes   []string  // for the head of the table
}

// Lost counts the lines of which something was refused.
func (im *Import) Lost() int {
	lines := map[string]bool{}
	for _, r := range im.Refused {
		if r.Lost {
			lines[fmt.Sprint(r.File, ":", r.Line)] = true
		}
	}
	return len(lines)
}
