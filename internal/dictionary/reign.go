package dictionary

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dyad/internal/actor"
	"dyad/internal/table"
)

// ReignNote says in the head of a table what its rows are.
const ReignNote = "Effective leaders of states after REIGN (Curtis Bell, One Earth Future), whatever their office; mostly surnames, one leader a state at a time, the last day to the month."

// reignColumns are the columns of the leader list that are read.
var reignColumns = []string{"ccode", "leader", "sdate", "smonth", "syear", "emonth", "eyear"}

// Reign reads the list of leaders of REIGN: comma-separated values with a header line. A line that cannot be read is refused.
func Reign(f Source) (*Import, error) {
	rs, err := table.ReadFile(actor.Tables(), "internal/actor", "data/states.tsv", stateColumns...)
	if err != nil {
		return nil, err
	}
	r := &reign{file: f.Name, states: map[string]string{}}
	for _, row := range rs {
		for _, number := range row.List("cow") {
			r.states[number] = row.Get("code")
		}
	}
	lines := newLines(f.Data, maxLine)
	for err := range lines.all(f.Name) {
		if err != nil {
			return nil, err
		}
		r.Lines++
		if err := r.line(lines); err != nil {
			return nil, err
		}
	}
	if r.at == nil {
		return nil, fmt.Errorf("%s: no header line; expected comma-separated columns, among them %s", f.Name, strings.Join(reignColumns, ", "))
	}
	return &r.Import, nil
}

type reign struct {
	Import
	file   string
	states map[string]string // number -> code
	at     map[string]int    // column -> its place
}

func (r *reign) line(l *lineReader) error {
	refuse := func(wrong, expected string) {
		r.Refused = append(r.Refused, Refusal{r.file, l.n, true, quoted(string(l.buf[:min(len(l.buf), 300)])), wrong, expected})
	}
	switch {
	case l.long:
		refuse("the line is too long", fmt.Sprintf("at most %d bytes", maxLine))
		return nil
	case len(strings.TrimSpace(string(l.buf))) == 0:
		return nil
	case !utf8.Valid(l.buf):
		refuse("the line is not valid UTF-8", "a file saved as UTF-8")
		return nil
	}
	reader := csv.NewReader(strings.NewReader(string(l.buf)))
	reader.LazyQuotes = true
	cells, err := reader.Read()
	if err != nil {
		refuse("no comma-separated values: "+err.Error(), "")
		return nil
	}
	if r.at == nil {
		return r.header(cells, l.n)
	}
	row, wrong, expected := r.row(cells)
	if wrong != "" {
		refuse(wrong, expected)
		return nil
	}
	r.Rows = append(r.Rows, row)
	return nil
}

func (r *reign) header(cells []string, n int) error {
	r.at = map[string]int{}
	for _, col := range reignColumns {
		i := slices.Index(cells, col)
		if i < 0 {
			return fmt.Errorf("%s:%d: no column %s; expected the columns %s", r.file, n, col, strings.Join(reignColumns, ", "))
		}
		r.at[col] = i
	}
	return nil
}

// row reads a leader; wrong says why it cannot be read.
func (r *reign) row(cells []string) (row Row, wrong, expected string) {
	get := func(col string) string {
		if i := r.at[col]; i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	code, ok := r.states[get("ccode")]
	if !ok {
		return row, fmt.Sprintf("column ccode: %q is no state", get("ccode")), "a number of the Correlates of War state system (column cow of internal/actor/data/states.tsv)"
	}
	name := leaderName(get("leader"))
	if name == "" {
		return row, fmt.Sprintf("column leader: %q is no name", get("leader")), "a name"
	}
	from, err := civil(get("syear"), get("smonth"), get("sdate"))
	if err != nil {
		return row, "columns sdate, smonth, syear: " + err.Error(), "day, month and year"
	}
	to := ""
	if get("eyear") != "" {
		if to, err = civil(get("eyear"), get("emonth"), ""); err != nil {
			return row, "columns emonth, eyear: " + err.Error(), "month and year, or nothing"
		}
		if first, _, _ := dateDays(from); first > lastDay(to) {
			return row, fmt.Sprintf("the term ends in %s before it begins on %s", to, from), ""
		}
	}
	return Row{Name: name, Kind: "person", Code: code, Sectors: []string{"GOV"}, From: from, To: to}, "", ""
}

func lastDay(date string) int {
	_, last, ok := dateDays(date)
	if !ok {
		return ever
	}
	return last
}

// leaderName brings a name to the order of speech and leaves remarks in parentheses out.
func leaderName(s string) string {
	s, _, _ = strings.Cut(s, "(")
	if last, first, ok := strings.Cut(s, ","); ok {
		s = strings.TrimRight(strings.TrimSpace(first), "-") + " " + last
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == ';' {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// civil makes a date of its parts, of which month and day may lack.
func civil(year, month, day string) (string, error) {
	y, err := strconv.Atoi(year)
	if err != nil || y < 1000 || y > 9999 {
		return "", fmt.Errorf("%q is no year", year)
	}
	if month == "" {
		return fmt.Sprintf("%04d", y), nil
	}
	m, err := strconv.Atoi(month)
	if err != nil || m < 1 || m > 12 {
		return "", fmt.Errorf("%q is no month", month)
	}
	if day == "" {
		return fmt.Sprintf("%04d-%02d", y, m), nil
	}
	d, err := strconv.Atoi(day)
	if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); err != nil || t.Day() != d {
		return "", fmt.Errorf("%s-%s-%s is no day of the calendar", year, month, day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), nil
}
