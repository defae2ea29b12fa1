package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"dyad/internal/dictionary"
)

type dictCommand struct {
	Import dictImportCommand `cmd:"" help:"Make a table of actors or places from a dictionary in a format of the field."`
	Check  dictCheckCommand  `cmd:"" help:"Find the faults of tables: file, line, column, what was expected."`
	Diff   dictDiffCommand   `cmd:"" help:"Show where two tables of actors disagree about the same name."`
}

type dictImportCommand struct {
	Petrarch importPetrarchCommand `cmd:"" help:"From PETRARCH dictionaries of actors and agents."`
	Geonames importGeonamesCommand `cmd:"" help:"From dumps of GeoNames: a table of places."`
	Reign    importReignCommand    `cmd:"" help:"From REIGN's list of leaders."`
	Wikidata importWikidataCommand `cmd:"" help:"From a JSON dump of Wikidata: terms of office."`
}

// imported is what every import has: where the table goes, and the list of what was refused.
type imported struct {
	Out     string `required:"" short:"o" type:"path" help:"File to write the table to." placeholder:"FILE"`
	Refused string `type:"path" help:"File for the list of lines that were refused or read with a remark." placeholder:"FILE"`
}

// check refuses a name that cannot become the table, or that would cost the user what is read.
func (c imported) check(inputs []string) error {
	for _, name := range []string{c.Out, c.Refused} {
		out, err := os.Stat(name)
		if name == "" || err != nil {
			continue // nothing there yet, as it should be
		}
		if out.IsDir() {
			return fmt.Errorf("%s: a folder; name the file to write to", name)
		}
		for _, path := range inputs {
			if in, err := os.Stat(path); err == nil && os.SameFile(in, out) {
				return fmt.Errorf("%s: is read as well; name another file to write to", name)
			}
		}
	}
	if c.Out == c.Refused {
		return fmt.Errorf("%s: -o and --refused name the same file", c.Out)
	}
	return nil
}

// write writes the table and the list of refusals, and says in a few lines what came of the import.
func (c imported) write(s *session, im *dictionary.Import, notes []string) error {
	table := func(w io.Writer) error { return dictionary.Write(w, slices.Concat(notes, im.Notes), im.Rows) }
	if im.Places != nil {
		table = func(w io.Writer) error { return dictionary.WritePlaces(w, slices.Concat(notes, im.Notes), im.Places) }
	}
	if err := writeWhole(c.Out, table); err != nil {
		return err
	}
	if c.Refused != "" {
		if err := writeWhole(c.Refused, func(w io.Writer) error { return dictionary.WriteRefusals(w, im.Refused) }); err != nil {
			return err
		}
	}
	c.summarise(s, im, len(im.Rows)+len(im.Places))
	return nil
}

// summarise names the first refusals and counts the others.
func (c imported) summarise(s *session, im *dictionary.Import, rows int) {
	const most = 5
	shown, remarks := 0, 0
	for _, r := range im.Refused {
		switch {
		case !r.Lost:
			remarks++
		case shown < most:
			s.note("%s", r)
			shown++
		}
	}
	lost := im.Lost()
	more := ""
	if c.Refused == "" && lost+remarks > 0 {
		more = "; --refused FILE lists all of them"
	}
	s.note("dyad: %s: %d rows from %d lines; %d lines refused, %d remarks%s", c.Out, rows, im.Lines, lost, remarks, more)
}

// writeWhole writes a file that is there whole or not at all.
func writeWhole(name string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*.tmp")
	if err != nil {
		return fmt.Errorf("%s: cannot be written: %w", name, err)
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if err := write(f); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := finish(f, nil, name); err != nil {
		return fmt.Errorf("%s: cannot be written: %w", name, err)
	}
	return nil
}

type importPetrarchCommand struct {
	Paths []string `arg:"" name:"path" help:"Dictionaries, or folders of them (files that end in .txt)."`
	imported
}

// Run imports PETRARCH dictionaries.
func (c *importPetrarchCommand) Run(s *session) error {
	paths, err := dictionaries(c.Paths)
	if err != nil {
		return err
	}
	if err := c.check(paths); err != nil {
		return err
	}
	files, closeAll, err := open(paths)
	defer closeAll()
	if err != nil {
		return err
	}
	im, err := dictionary.Petrarch(files)
	if err != nil {
		return err
	}
	from := "Imported by dyad dict import petrarch from " + strings.Join(names(paths), ", ") + "."
	return c.write(s, im, append([]string{from}, dictionary.PetrarchNotes...))
}

// dictionaries gives the files of paths; of a folder those that end in .txt, by name.
func dictionaries(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("reading a dictionary: %w", err) // names the file
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		found, err := fs.Glob(os.DirFS(path), "*.txt")
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, f := range found {
			files = append(files, filepath.Join(path, f))
		}
	}
	if len(files) == 0 {
		return nil, errors.New("no file that ends in .txt in " + strings.Join(paths, ", ") + "; name the dictionaries")
	}
	return files, nil
}

// open opens files; closeAll is to be called in any case.
func open(paths []string) (files []dictionary.Source, closeAll func(), err error) {
	var opened []*os.File
	closeAll = func() {
		for _, f := range opened {
			f.Close()
		}
	}
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, closeAll, err // names the file
		}
		opened = append(opened, f)
		files = append(files, dictionary.Source{Name: path, Data: f})
	}
	return files, closeAll, nil
}

func names(paths []string) []string {
	var list []string
	for _, p := range paths {
		list = append(list, filepath.Base(p))
	}
	return list
}

type importGeonamesCommand struct {
	Files         []string `arg:"" name:"file" help:"Dumps (.txt or .zip), and admin1CodesASCII.txt, which names the regions."`
	MinPopulation int      `default:"15000" help:"Leave out places with fewer inhabitants; capitals, regions and states stay." placeholder:"N"`
	imported
}

// Run imports dumps of GeoNames.
func (c *importGeonamesCommand) Run(s *session) error {
	if err := c.check(c.Files); err != nil {
		return err
	}
	im, err := dictionary.GeoNames(c.Files, c.MinPopulation)
	if err != nil {
		return err
	}
	return c.write(s, im, []string{"Imported by dyad dict import geonames from " + strings.Join(names(c.Files), ", ") + ".", dictionary.GeoNamesNote})
}

type importReignCommand struct {
	File string `arg:"" help:"REIGN's list of leaders, comma-separated."`
	imported
}

// Run imports REIGN's list of leaders.
func (c *importReignCommand) Run(s *session) error {
	if err := c.check([]string{c.File}); err != nil {
		return err
	}
	f, err := os.Open(c.File)
	if err != nil {
		return err // names the file
	}
	defer f.Close()
	im, err := dictionary.Reign(dictionary.Source{Name: c.File, Data: f})
	if err != nil {
		return err
	}
	return c.write(s, im, []string{"Imported by dyad dict import reign from " + filepath.Base(c.File) + ".", dictionary.ReignNote})
}

type importWikidataCommand struct {
	File string `arg:"" help:"A JSON dump of Wikidata, one entity a line (also .gz, .bz2). It is read twice."`
	imported
}

// Run imports terms of office from a dump of Wikidata. What a dump that breaks off has told till then is kept.
func (c *importWikidataCommand) Run(s *session) error {
	if err := c.check([]string{c.File}); err != nil {
		return err
	}
	var d *dictionary.Dump
	rows := 0
	err := writeWhole(c.Out, func(out io.Writer) (err error) {
		w := dictionary.NewWriter(out, []string{"Imported by dyad dict import wikidata from " + filepath.Base(c.File) + ".", dictionary.WikidataNote})
		d, err = dictionary.Wikidata(s.ctx, c.File, func(r dictionary.Row) error { rows++; return w.Write(r) })
		if err != nil {
			return err
		}
		return w.Flush()
	})
	if err != nil {
		return err
	}
	if c.Refused != "" {
		if err := writeWhole(c.Refused, func(w io.Writer) error { return dictionary.WriteRefusals(w, d.Refused) }); err != nil {
			return err
		}
	}
	if d.Truncated != nil {
		s.warn(d.Truncated)
	}
	s.note("dyad: %d offices, %d states, %d people who held one", d.Offices, d.States, d.People)
	if d.Unlisted > 0 {
		s.note("dyad: %d more refusals and remarks are not listed", d.Unlisted)
	}
	c.summarise(s, &d.Import, rows)
	return nil
}

type dictCheckCommand struct {
	Files []string `arg:"" name:"file" help:"Tables of actors or places, or dyad's own."`
}

// Run checks tables; every fault is a line, and the exit status is 1 if there is one.
func (c *dictCheckCommand) Run(s *session) error {
	for _, path := range c.Files {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		if err := checkTable(s, path); err != nil {
			s.warn(err)
		}
	}
	return nil
}

func checkTable(s *session, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err // names the file
	}
	defer f.Close()
	faults := 0
	rows, err := dictionary.Check(dictionary.Source{Name: path, Data: f}, func(fault dictionary.Fault) {
		faults++
		s.warn(fault)
	})
	if err == nil && faults == 0 {
		fmt.Fprintf(s.out, "%s: %d rows, no fault\n", path, rows)
	}
	return err
}

type dictDiffCommand struct {
	A       string   `arg:"" help:"A table of actors, or one with the columns of dyad's own; ours means dyad's own tables."`
	B       string   `arg:"" help:"The table to hold it against, or ours."`
	Settled []string `sep:"none" help:"Tables of disagreements that were looked into (columns source, name, of, theirs, ours, verdict, note); these are not shown." placeholder:"FILE"`
	Days    int      `help:"Dates that are at most so many days apart agree." placeholder:"N"`
	Only    bool     `help:"Show the names that only one of the two has as well."`
	Format  string   `default:"table" enum:"table,tsv" help:"table or tsv."`
}

// Run shows the disagreements of two tables and sums them up.
func (c *dictDiffCommand) Run(s *session) error {
	a, err := loadTable(c.A)
	if err != nil {
		return err
	}
	b, err := loadTable(c.B)
	if err != nil {
		return err
	}
	o := dictionary.Options{Days: c.Days}
	for _, path := range c.Settled {
		list, err := load(path, dictionary.LoadSettled)
		if err != nil {
			return err
		}
		o.Settled = append(o.Settled, list...)
	}
	d, err := dictionary.Diff(a, b, o)
	if err != nil {
		return err
	}
	list := d.Disagreements
	if c.Only {
		list = slices.Concat(list, d.Lone)
	}
	if err := c.print(s.out, list); err != nil {
		return fmt.Errorf("writing the output: %w", err)
	}
	s.note("dyad: %s", d.Summary(c.A, c.B))
	return nil
}

// print writes disagreements, a line each.
func (c *dictDiffCommand) print(out io.Writer, list []dictionary.Disagreement) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	if c.Format == "table" {
		out = w
	}
	fmt.Fprintf(out, "name\tof\twhat\t%s\t%s\n", filepath.Base(c.A), filepath.Base(c.B))
	for _, d := range list {
		if _, err := fmt.Fprintln(out, strings.Join([]string{d.Name, d.Of, d.What, d.A, d.B}, "\t")); err != nil {
			return err
		}
	}
	return w.Flush()
}

// loadTable reads a table for comparison.
func loadTable(path string) ([]dictionary.Row, error) {
	if path == "ours" {
		return dictionary.Ours()
	}
	return load(path, dictionary.Load)
}

func load[T any](path string, read func(dictionary.Source) (T, error)) (T, error) {
	f, err := os.Open(path)
	if err != nil {
		var none T
		return none, err // names the file
	}
	defer f.Close()
	return read(dictionary.Source{Name: path, Data: f})
}
