package archive

import (
	"fmt"
	"strings"
	"time"
)

// FilterError says which value of a filter means nothing, and what would: a mistake of whoever asks, not of the archive.
type FilterError struct{ Value, Hint string }

func (e *FilterError) Error() string { return fmt.Sprintf("%q %s", e.Value, e.Hint) }

// where collects the conditions of a query with their values.
type where struct {
	conditions []string
	args       []any
}

func (w *where) add(condition string, args ...any) {
	w.conditions = append(w.conditions, condition)
	w.args = append(w.args, args...)
}

// oneOf demands that the expression has one of the values; no values demand nothing.
func oneOf[T any](w *where, expression string, values []T) {
	if len(values) == 0 {
		return
	}
	for _, v := range values {
		w.args = append(w.args, v)
	}
	w.conditions = append(w.conditions, expression+" IN (?"+strings.Repeat(", ?", len(values)-1)+")")
}

// listed demands that a list joined with ";" holds one of the values.
func (w *where) listed(column string, values []string) {
	if len(values) == 0 {
		return
	}
	alternatives := make([]string, len(values))
	for i, v := range values {
		alternatives[i] = "instr(';' || " + column + " || ';', ?) > 0"
		w.args = append(w.args, ";"+v+";")
	}
	w.conditions = append(w.conditions, "("+strings.Join(alternatives, " OR ")+")")
}

// named demands a code, or a name that holds every word asked for, both without regard to case.
func named(code, column, who string) (condition string, args []any) {
	condition, args = code+" = ?", []any{strings.ToUpper(strings.TrimSpace(who))}
	var all []string
	for _, t := range fold(who) {
		all = append(all, "instr("+column+", ?) > 0")
		args = append(args, " "+t+" ")
	}
	if len(all) > 0 {
		condition += " OR (" + strings.Join(all, " AND ") + ")"
	}
	return "(" + condition + ")", args
}

// between demands a day from since to until, both included; either may be a year, a month or a day, or empty. What has
// no date lies in no period.
func (w *where) between(column, since, until string) error {
	for _, day := range []string{since, until} {
		if day != "" && !isDate(day) {
			return &FilterError{day, "is no date: write a year, month or day as 2016, 2016-05 or 2016-05-09"}
		}
	}
	if since != "" && until != "" && since > until+"~" {
		return &FilterError{since, "lies behind " + until + ": no day is from the one to the other"}
	}
	if since != "" {
		w.add(column+" >= ?", since)
	}
	if until != "" {
		w.add(column+" <> '' AND "+column+" <= ?", until+"~") // "~" sorts after every digit and "-": the whole of that year or month
	}
	return nil
}

func isDate(s string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

func (w *where) String() string {
	if len(w.conditions) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.conditions, " AND ")
}
