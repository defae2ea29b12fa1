package dictionary

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"dyad/internal/table"
)

// A condition says which disagreements a cause settles, beside theirs and ours: dates of their term, or the value of either
// that is compared (a code, a first sector); empty is any.
type condition struct {
	what         string  // code | sector | term
	begins, ends *window // days from our date to theirs
	dates        string  // months: their term begins with a month and ends with one; month-end: it ends with one
	tells        term    // the time of which their source tells
	lacks        int     // our term's days in a row that none of their rows of this name has, at most; -1 is not asked
}

// conditionColumns stand behind those of a settled disagreement.
//
//	what    code | sector | term: what the tables say differently
//	begins  days from the beginning of our term to that of theirs: "-92..92", "..0", "31.."; "open" = theirs has none
//	ends    the same of the ends
//	dates   "months" = their term begins on the first day of a month and ends on the last of one; "month-end" = it ends so
//	tells   the time of which their source tells, "2003-01-01..2011-01-31"
//	lacks   of our term within this time at most so many days in a row are in none of their rows of the name
var conditionColumns = []string{"what", "begins", "ends", "dates", "tells", "lacks"}

func readCondition(r table.Row) (condition, error) {
	c := condition{what: r.Get("what"), dates: r.Get("dates"), lacks: -1, tells: term{readDate("", always), readDate("", ever)}}
	if !slices.Contains([]string{"", "code", "sector", "term"}, c.what) {
		return c, r.Errorf("what", "%q is nothing that is compared; expected code, sector or term", c.what)
	}
	if !slices.Contains([]string{"", "months", "month-end"}, c.dates) {
		return c, r.Errorf("dates", "%q is not known; expected months, month-end or nothing", c.dates)
	}
	for col, to := range map[string]**window{"begins": &c.begins, "ends": &c.ends} {
		w, ok := readWindow(r.Get(col))
		if !ok {
			return c, r.Errorf(col, "%q is no range of days; expected -31..31, ..0, 31.. or open", r.Get(col))
		}
		*to = w
	}
	if s := r.Get("tells"); s != "" {
		from, to, ok := strings.Cut(s, "..")
		c.tells = term{readDate(from, always), readDate(to, ever)}
		if !ok || (from != "" && c.tells.from.open()) || (to != "" && c.tells.to.open()) {
			return c, r.Errorf("tells", "%q is no time; expected two dates as 2003-01-01..2011-01-31", s)
		}
	}
	if s := r.Get("lacks"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return c, r.Errorf("lacks", "%q is no number of days", s)
		}
		c.lacks = n
	}
	return c, nil
}

// A window is a range of days, both included.
type window struct {
	least, most int
	open        bool // that a date is open
}

// readWindow reads a range; nil is any.
func readWindow(s string) (*window, bool) {
	if s == "" || s == "open" {
		if s == "" {
			return nil, true
		}
		return &window{open: true}, true
	}
	from, to, ok := strings.Cut(s, "..")
	w := &window{least: math.MinInt, most: math.MaxInt}
	for text, n := range map[string]*int{from: &w.least, to: &w.most} {
		if text == "" {
			continue
		}
		var err error
		if *n, err = strconv.Atoi(text); err != nil {
			return nil, false
		}
	}
	return w, ok && w.least <= w.most
}

// has reports whether the days from our date to theirs may be in the window.
func (w *window) has(theirs, ours date) bool {
	switch {
	case w == nil:
		return true
	case w.open:
		return theirs.open()
	}
	return theirs.last-ours.first >= w.least && theirs.first-ours.last <= w.most
}

// holds reports whether a cause settles a disagreement. Held is what the rows of A have of the name.
func (s *Settled) holds(d *told, held []span) bool {
	if s.what != d.What || s.Of != "" && s.Of != anyName && s.Of != d.Of {
		return false
	}
	if d.What != "term" {
		value := first
		if d.What == "code" {
			value = func(r *Row) string { return r.Code }
		}
		return matches(s.Theirs, value(d.theirs)) && matches(s.Ours, value(d.ours))
	}
	a, b := d.terms[0], d.terms[1]
	return s.means(d.A) && s.begins.has(a.from, b.from) && s.ends.has(a.to, b.to) && a.dated(s.dates) && (s.lacks < 0 || s.lacking(b, held) <= s.lacks)
}

func matches(want, value string) bool { return want == "" || want == anyName || want == value }

// dated reports whether a term has its dates as a condition asks. Some sources give all Februaries 28 days.
func (t term) dated(how string) bool {
	from, to := day(t.from.first), day(t.to.last)
	begins := t.from.open() || from.Day() == 1
	ends := t.to.open() || to.AddDate(0, 0, 1).Day() == 1 || to.Month() == time.February && to.Day() == 28
	return how == "" || ends && (begins || how == "month-end")
}

func day(n int) time.Time { return time.Unix(int64(n)*86400, 0).UTC() }

// lacking gives the most days in a row that a term has within the time of which a source tells and that the source's rows have
// not.
func (s *Settled) lacking(t term, held []span) int {
	most := 0
	from, to := max(t.from.last, s.tells.from.first), min(t.to.first, s.tells.to.last)
	if from > to {
		return 0
	}
	for _, left := range (span{from, to}).without(held) {
		most = max(most, left.to-left.from+1)
	}
	return most
}
