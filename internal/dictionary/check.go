package dictionary

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Fault is something wrong with a table.
type Fault struct {
	File     string
	Line     int
	Column   string // "" where the whole line is wrong
	Wrong    string
	Expected string
}

func (f Fault) Error() string {
	s := f.File
	if f.Line > 0 {
		s += ":" + strconv.Itoa(f.Line)
	}
	if f.Column != "" {
		s += ": column " + f.Column
	}
	s += ": " + f.Wrong
	if f.Expected != "" {
		s += "; expected " + f.Expected
	}
	return s
}

// Check finds the faults of a table and hands each of them to report, in the order of the lines as far as they show in one
// line; what shows in several comes last. It gives the number of rows. Only what cannot be read of the input itself is an
// error. No line takes more memory than a line may have.
func Check(f Source, report func(Fault)) (rows int, err error) {
	v, err := readVocabulary()
	if err != nil {
		return 0, err
	}
	c := &checker{file: f.Name, vocabulary: v, report: report, organisations: map[string]bool{}, ownStates: map[string]bool{}}
	lines := newLines(f.Data, maxLine)
	for err := range lines.all(f.Name) {
		if err != nil {
			return c.rows, err
		}
		c.line = lines.n
		if lines.mark && lines.n == 1 {
			c.fault("", "the file begins with a byte order mark", "a table saved as UTF-8 without one")
		}
		if !c.readLine(string(lines.buf), lines.long) {
			return c.rows, nil
		}
	}
	if c.schema == nil {
		c.line = 0
		c.fault("", "no header line", "one that names the columns, as "+strings.Join(columns, " ")+" between tabs")
		return 0, nil
	}
	c.compare()
	return c.rows, nil
}

// A checker reads one table.
type checker struct {
	*vocabulary
	file   string
	line   int
	report func(Fault)

	schema        *schema
	at            map[string]int // column -> its place in the file
	rows          int
	checked       []checkedRow
	organisations map[string]bool // names of organisations that the file itself has
	ownStates     map[string]bool // codes of states that it has
	employers     []checkedRow    // rows whose code may be the name of one
}

// A checkedRow is what the rows are compared by.
type checkedRow struct {
	line        int
	key, name   string   // identity; printed name
	kind, code  string   // what the name means
	names       []string // other names
	from, to    int      // first day that the first date may mean, last day that the last may
	begun, ends int      // days of which it is certain that the term has begun, and not ended
	whole       string   // the whole line
	hasOffice   bool
	personTitle string
}

func (c *checker) fault(column, wrong, expected string) {
	c.report(Fault{c.file, c.line, column, wrong, expected})
}

// readLine checks a line by itself; false ends the reading.
func (c *checker) readLine(s string, long bool) bool {
	if long {
		c.fault("", "the line is too long", fmt.Sprintf("at most %d bytes", maxLine))
		return c.schema != nil
	}
	if i := invalid(s); i >= 0 {
		c.fault(c.columnAt(s[:i]), fmt.Sprintf("byte %d is not valid UTF-8", i+1), "a table saved as UTF-8")
		return true
	}
	if strings.HasPrefix(s, "#") || strings.TrimSpace(s) == "" {
		return true
	}
	cells := strings.Split(s, "\t")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if c.schema == nil {
		return c.header(cells)
	}
	c.rows++
	c.row(cells)
	return true
}

// invalid gives the place of the first byte that is no UTF-8 or a NUL, -1 if there is none.
func invalid(s string) int {
	for i, r := range s {
		if r == 0 {
			return i
		}
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}

// columnAt names the column in which a line is after the given beginning.
func (c *checker) columnAt(before string) string {
	if c.schema == nil || strings.HasPrefix(before, "#") {
		return ""
	}
	n := strings.Count(before, "\t")
	for name, at := range c.at {
		if at == n {
			return name
		}
	}
	return strconv.Itoa(n + 1)
}

// header finds out which kind of table this is, and names columns that are wrong.
func (c *checker) header(cells []string) bool {
	if c.schema = c.kindOf(cells); c.schema == nil {
		c.fault("", "the columns "+quoted(strings.Join(cells, ", "))+" are those of no table that can be checked", strings.Join(columns, ", ")+" (actors), or "+strings.Join(placeColumns, ", ")+" (places)")
		return false
	}
	c.at = map[string]int{}
	for i, name := range cells {
		switch _, twice := c.at[name]; {
		case twice:
			c.fault(name, "the column stands there twice", "")
		case !slices.Contains(c.schema.columns, name):
			c.fault(quoted(name), "there is no such column in a table of "+c.schema.name, strings.Join(c.schema.columns, ", "))
		default:
			c.at[name] = i
		}
	}
	for _, name := range c.schema.columns {
		if _, ok := c.at[name]; !ok {
			c.fault(name, "the column is missing", strings.Join(c.schema.columns, ", "))
		}
	}
	if len(c.at) == len(cells) && len(cells) == len(c.schema.columns) && !slices.Equal(cells, c.schema.columns) {
		c.fault("", "the columns stand in another order", strings.Join(c.schema.columns, ", "))
	}
	return true
}

// kindOf gives the kind of table that has these columns; of the larger ones also that with which it shares most of them.
func (c *checker) kindOf(cells []string) *schema {
	var like *schema
	best := 0
	for _, s := range c.schemas() {
		if slices.Equal(s.columns, cells) {
			return &s
		}
		n := 0
		for _, col := range s.columns {
			if slices.Contains(cells, col) {
				n++
			}
		}
		if len(s.columns) > 5 && 2*n > len(s.columns) && n > best {
			best, like = n, &s
		}
	}
	if like == nil {
		like = ownSchema(cells)
	}
	return like
}

// row checks the cells of a row and keeps what the comparison of rows needs.
func (c *checker) row(cells []string) {
	get := func(col string) string {
		if i, ok := c.at[col]; ok && i < len(cells) {
			return cells[i]
		}
		return ""
	}
	if most := len(c.schema.columns); len(cells) > most {
		c.fault("", fmt.Sprintf("%d cells", len(cells)), fmt.Sprintf("at most %d", most))
	}
	for _, col := range c.schema.columns {
		c.cell(col, get(col))
	}
	r := checkedRow{line: c.line, from: always, to: ever, name: get(c.schema.title), code: get(c.schema.code), kind: get("kind"), whole: strings.Join(cells, "\t"), hasOffice: get("office") != ""}
	if c.schema.name == "actors" {
		c.actorRow(&r, get)
	}
	c.term(&r, get("from"), get("to"))
	var key []string
	for _, col := range c.schema.identity {
		key = append(key, get(col))
	}
	if r.kind == "person" {
		key = append(key, r.code) // namesakes; who serves two parties at once
	}
	r.key = strings.Join(key, "\t")
	if c.schema.title != "" {
		r.names = list(get("names"))
	}
	c.checked = append(c.checked, r)
}

// cell checks a cell by itself.
func (c *checker) cell(col, v string) {
	if v == "" {
		if _, there := c.at[col]; there && slices.Contains(c.schema.required, col) {
			c.fault(col, "the cell is empty", "")
		}
		return
	}
	values := []string{v}
	if slices.Contains(c.schema.lists, col) {
		values = list(v)
		seen := map[string]bool{}
		for _, x := range values {
			if seen[x] {
				c.fault(col, strconv.Quote(x)+" stands there twice", "")
			}
			seen[x] = true
		}
	}
	if check := c.schema.checks[col]; check != nil {
		for _, x := range values {
			if wrong, expected := check(x); wrong != "" {
				c.fault(col, wrong, expected)
			}
		}
	}
}

func list(v string) []string {
	var out []string
	for x := range strings.SplitSeq(v, ";") {
		if x = strings.TrimSpace(x); x != "" {
			out = append(out, x)
		}
	}
	return out
}

// actorRow checks what cells of a row of an actors table ask of each other.
func (c *checker) actorRow(r *checkedRow, get func(string) string) {
	switch r.kind {
	case "person":
		if r.hasOffice && !c.states[r.code] {
			r.personTitle = get("office")
			c.employers = append(c.employers, *r)
		} else if wrong, expected := checkCode(r.code); wrong != "" {
			c.fault("code", wrong, expected)
		}
	case "state", "organisation", "body", "group":
		if wrong, expected := checkCode(r.code); wrong != "" {
			c.fault("code", wrong, expected)
		}
		if r.kind == "state" {
			c.ownStates[r.code] = true
		} else {
			c.organisations[r.name] = true
		}
	case "role":
		if get("sector") == "" {
			c.fault("sector", "the cell is empty", "a sector: a role says by it what it makes of whom it names")
		}
		if r.code != "" {
			if wrong, expected := checkCode(r.code); wrong != "" {
				c.fault("code", wrong, expected)
			}
		}
	}
	if r.hasOffice && r.kind != "person" {
		c.fault("office", "a "+r.kind+" holds no office", "the kind person, or an empty cell")
	}
	if slices.ContainsFunc(list(get("names")), func(n string) bool { return n == r.name }) {
		c.fault("names", strconv.Quote(r.name)+" is the printed name itself", "other names only")
	}
}

// term reads the days of a row; a term that ends before it begins is a fault.
func (c *checker) term(r *checkedRow, from, to string) {
	r.begun, r.ends = always, ever
	if first, last, ok := dateDays(from); ok {
		r.from, r.begun = first, last
	}
	if first, last, ok := dateDays(to); ok {
		r.to, r.ends = last, first
	}
	if r.from > r.to {
		c.fault("to", fmt.Sprintf("%s is before %s in column from", to, from), "the last day of the term")
		r.to, r.ends = ever, ever
	}
}
