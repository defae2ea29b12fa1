// Package table reads and checks the plain-text tables that hold dyad's data: lexicon, dictionaries, ontology.
//
// A table is a UTF-8 file of tab-separated values. Lines that start with "#" explain it and are skipped, as are blank
// lines; the first other line names the columns. A row may leave out trailing empty cells. There is no quoting: no cell
// of ours holds a tab or a line break. Cells that hold several values separate them by ";" (see List).
//
// Every error names file, line and column, and says what was expected, because the readers of these messages are the
// people who mend the tables.
package table

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Row is one line of a table.
type Row struct {
	File string
	Line int // 1-based
	cols []string
	vals []string
}

// Get returns the cell under the named column, trimmed of blanks. The column must be one of those that Read was given.
func (r Row) Get(col string) string {
	i := slices.Index(r.cols, col)
	if i < 0 {
		panic("table: no column " + col + " in " + r.File) // a mistake in our code, found by the first test
	}
	if i >= len(r.vals) {
		return ""
	}
	return r.vals[i]
}

// List returns the values of a cell that holds several, separated by ";", without empty ones.
func (r Row) List(col string) []string {
	var list []string
	for v := range strings.SplitSeq(r.Get(col), ";") {
		if v = strings.TrimSpace(v); v != "" {
			list = append(list, v)
		}
	}
	return list
}

// Errorf makes an error that names the file, line and column of a cell.
func (r Row) Errorf(col, format string, args ...any) error {
	return fmt.Errorf("%s:%d: column %s: %w", r.File, r.Line, col, fmt.Errorf(format, args...))
}

// Where names the row as file:line, for messages and for the basis of a coded value.
func (r Row) Where() string { return fmt.Sprintf("%s:%d", r.File, r.Line) }

// maxLine bounds a line of a table: a longer one is a mistake, not a row.
const maxLine = 1 << 20

// ReadFile reads a table that a package carries: a file of its embedded file system, which messages name from the root of
// the repository, as folder/name.
func ReadFile(fsys fs.FS, folder, name string, columns ...string) ([]Row, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("reading a table of %s: %w", folder, err)
	}
	return Read(folder+"/"+name, data, columns...)
}

// Words reads the words of a table of one column that a package carries, as a set.
func Words(fsys fs.FS, folder, name, column string) (map[string]bool, error) {
	rows, err := ReadFile(fsys, folder, name, column)
	if err != nil {
		return nil, err
	}
	set := make(map[string]bool, len(rows))
	for _, r := range rows {
		set[r.Get(column)] = true
	}
	return set, nil
}

// Read reads a whole table. The header must hold exactly the columns given, in this order.
func Read(file string, data []byte, columns ...string) ([]Row, error) {
	_, rows, err := ReadFrom(file, bytes.NewReader(data), columns)
	return rows, err
}

// ReadFrom reads a table whose header is that of one of several kinds, and says of which: the index into kinds. It holds
// no more of the input than one line beside the rows.
func ReadFrom(file string, r io.Reader, kinds ...[]string) (kind int, rows []Row, err error) {
	kind = -1
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), maxLine)
	n := 0
	for sc.Scan() {
		n++
		line := strings.TrimSuffix(sc.Text(), "\r")
		if !utf8.ValidString(line) {
			return kind, nil, fmt.Errorf("%s:%d: the line is not valid UTF-8; save the table as UTF-8", file, n)
		}
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		vals := strings.Split(line, "\t")
		for i := range vals {
			vals[i] = strings.TrimSpace(vals[i])
		}
		if kind < 0 {
			kind = slices.IndexFunc(kinds, func(columns []string) bool { return slices.Equal(vals, columns) })
			if kind < 0 {
				return kind, nil, fmt.Errorf("%s:%d: the columns are %q, expected %s", file, n, vals, oneOf(kinds))
			}
			continue
		}
		columns := kinds[kind]
		if len(vals) > len(columns) {
			return kind, nil, fmt.Errorf("%s:%d: %d cells, expected at most %d (%s)", file, n, len(vals), len(columns), strings.Join(columns, ", "))
		}
		rows = append(rows, Row{File: file, Line: n, cols: columns, vals: vals})
	}
	if err := sc.Err(); err != nil {
		return kind, nil, fmt.Errorf("%s:%d: %w (a line may hold at most %d bytes)", file, n+1, err, maxLine)
	}
	if kind < 0 {
		return kind, nil, fmt.Errorf("%s: no header line, expected the columns %s", file, oneOf(kinds))
	}
	return kind, rows, nil
}

// oneOf lists the headers that a table may have.
func oneOf(kinds [][]string) string {
	var list []string
	for _, k := range kinds {
		list = append(list, fmt.Sprintf("%q", k))
	}
	return strings.Join(list, " or ")
}
