package dictionary

import (
	"fmt"
	"io/fs"
	"slices"

	"dyad/internal/actor"
	"dyad/internal/table"
)

// Load reads a table for comparison: an actors table, or one with the columns of dyad's own tables of states,
// organisations, roles or offices.
func Load(f Source) ([]Row, error) {
	kind, rs, err := table.ReadFrom(f.Name, f.Data, columns, stateColumns, organisationColumns, roleColumns, officeColumns)
	if err != nil {
		return nil, err
	}
	o := &ours{codes: map[string]string{}, sectors: map[string][]string{}}
	if kind == 4 {
		if err := o.employers(); err != nil {
			return nil, err
		}
	}
	return o.rows(kind, rs), nil
}

// Ours gives dyad's own tables as rows of an actors table.
func Ours() ([]Row, error) {
	o := &ours{codes: map[string]string{}, sectors: map[string][]string{}}
	if err := o.employers(); err != nil {
		return nil, err
	}
	offices, err := fs.Glob(actor.Tables(), "data/offices/*.tsv")
	if err != nil {
		return nil, fmt.Errorf("dyad's own offices: %w", err)
	}
	list := o.held
	for _, file := range offices {
		rs, err := table.ReadFile(actor.Tables(), "internal/actor", file, officeColumns...)
		if err != nil {
			return nil, err
		}
		list = append(list, o.rows(4, rs)...)
	}
	return list, nil
}

// ours turns rows of dyad's tables into rows of an actors table.
type ours struct {
	codes   map[string]string   // name of an organisation -> its code
	sectors map[string][]string // office or organisation -> sectors
	held    []Row               // states, organisations and roles
}

// employers reads the tables that say which code and sectors an office has.
func (o *ours) employers() error {
	for _, t := range []struct {
		file string
		kind int
		cols []string
	}{{"states.tsv", 1, stateColumns}, {"organisations.tsv", 2, organisationColumns}, {"bodies.tsv", 2, organisationColumns}, {"groups.tsv", 2, organisationColumns}, {"roles.tsv", 3, roleColumns}} {
		rs, err := table.ReadFile(actor.Tables(), "internal/actor", "data/"+t.file, t.cols...)
		if err != nil {
			return err
		}
		o.held = append(o.held, o.rows(t.kind, rs)...)
		for _, r := range rs {
			switch {
			case t.kind == 2 && o.codes[r.Get("name")] == "":
				o.codes[r.Get("name")], o.sectors[r.Get("name")] = r.Get("code"), r.List("sector")
			case t.kind == 3 && r.Get("office") != "" && o.sectors[r.Get("office")] == nil:
				o.sectors[r.Get("office")] = r.List("sector")
			}
		}
	}
	return nil
}

// rows turns rows of one table; kind is the place of its columns in the list that Load gives.
func (o *ours) rows(kind int, rs []table.Row) []Row {
	var list []Row
	for _, r := range rs {
		switch kind {
		case 0:
			list = append(list, Row{r.Get("name"), r.Get("kind"), r.Get("code"), r.List("sector"), r.Get("office"), r.Get("from"), r.Get("to"), r.List("names")})
		case 1:
			names := slices.Concat(r.List("names"), r.List("adjectives"), r.List("people"), r.List("capitals"), r.List("seats"))
			list = append(list, Row{r.Get("name"), "state", r.Get("code"), nil, "", r.Get("from"), r.Get("to"), names})
		case 2:
			list = append(list, Row{r.Get("name"), r.Get("kind"), r.Get("code"), r.List("sector"), "", r.Get("from"), r.Get("to"), slices.Concat(r.List("names"), r.List("seats"))})
		case 3:
			list = append(list, Row{Name: r.Get("word"), Kind: "role", Sectors: r.List("sector"), Names: r.List("plural")})
		case 4:
			list = append(list, o.term(r))
		}
	}
	return list
}

// term turns a row of a table of offices.
func (o *ours) term(r table.Row) Row {
	row := Row{r.Get("name"), "person", r.Get("of"), r.List("sector"), r.Get("office"), r.Get("from"), r.Get("to"), slices.Concat(r.List("names"), r.List("surname"))}
	if code := o.codes[row.Code]; code != "" {
		if len(row.Sectors) == 0 {
			row.Sectors = o.sectors[row.Code]
		}
		row.Code = code
	} else if len(row.Sectors) == 0 {
		row.Sectors = o.sectors[row.Office]
	}
	return row
}
