package dictionary

import (
	"regexp"
	"slices"
	"strings"

	"dyad/internal/actor"
	"dyad/internal/table"
)

// A Settled disagreement is one that somebody has looked into; it is not told again. Theirs is written by hand: where it has
// dates, one or both, only terms with these are meant. Of the name "*" it is a cause: it settles every disagreement for which
// its condition holds.
type Settled struct {
	Name, Of, Theirs, Ours string
	Verdict, Note          string
	condition
}

// anyName is the name of a cause.
const anyName = "*"

// means reports whether a term has every date of a settled one.
func (s Settled) means(term string) bool {
	have := datesOf(term)
	for _, d := range datesOf(s.Theirs) {
		if !slices.ContainsFunc(have, func(h string) bool { return strings.HasPrefix(h, d) || strings.HasPrefix(d, h) }) {
			return false
		}
	}
	return true
}

var anyDate = regexp.MustCompile(`\d{4}-\d\d(-\d\d)?|\d{8}|\d{6}|\d{4}`)

// datesOf finds the dates in a text, also those of six or eight digits.
func datesOf(s string) []string {
	list := anyDate.FindAllString(s, -1)
	for i, d := range list {
		if strings.Contains(d, "-") || len(d) == 4 {
			continue
		}
		if n, err := petrarchDay(d); err == nil {
			list[i] = dayText(n)
		}
	}
	return list
}

// settledColumns are those of a table of settled disagreements; a table with causes has those of conditions behind them.
var (
	settledColumns = []string{"source", "name", "of", "theirs", "ours", "verdict", "note"}
	causeColumns   = slices.Concat(settledColumns, conditionColumns)
)

// LoadSettled reads a table of settled disagreements.
func LoadSettled(f Source) ([]Settled, error) {
	kind, rs, err := table.ReadFrom(f.Name, f.Data, settledColumns, causeColumns)
	if err != nil {
		return nil, err
	}
	var list []Settled
	for _, r := range rs {
		s := Settled{Name: r.Get("name"), Of: r.Get("of"), Theirs: r.Get("theirs"), Ours: r.Get("ours"), Verdict: r.Get("verdict"), Note: r.Get("note")}
		if kind == 1 {
			if s.condition, err = readCondition(r); err != nil {
				return nil, err
			}
		}
		if s.Name == anyName && s.what == "" {
			return nil, r.Errorf("name", "%q is a cause and says not of what; expected code, sector or term in the column what", s.Name)
		}
		list = append(list, s)
	}
	return list, nil
}

// A settler finds what settles a disagreement.
type settler struct {
	list   []Settled
	of     map[string][]int // name and code -> rows of the list
	causes []int
	held   map[string][]span // name and code in B -> the days that A's rows of it have
	hits   []int             // how many disagreements each row of the list has settled
}

func newSettler(list []Settled) *settler {
	s := &settler{list: list, of: map[string][]int{}, held: map[string][]span{}, hits: make([]int, len(list))}
	for i, x := range list {
		if x.Name == anyName {
			s.causes = append(s.causes, i)
			continue
		}
		key := person(x.Name, x.Of)
		s.of[key] = append(s.of[key], i)
	}
	return s
}

func person(name, code string) string { return actor.Folded(name) + "\t" + code }

// hold notes the days of a row of A that was held against one of B.
func (s *settler) hold(r, o *Row) {
	t, key := readTerm(r), person(o.Name, o.Code)
	s.held[key] = append(s.held[key], span{t.from.first, t.to.last})
}

// settles reports whether a disagreement is settled: under its own names, else by the first cause that holds.
func (s *settler) settles(d *told) bool {
	names := []string{person(d.ours.Name, d.ours.Code), person(d.theirs.Name, d.ours.Code)}
	for _, key := range names {
		for _, i := range s.of[key] {
			if x := &s.list[i]; x.named(d) {
				s.hits[i]++
				return true
			}
		}
	}
	for _, i := range s.causes {
		if s.list[i].holds(d, s.held[names[0]]) {
			s.hits[i]++
			return true
		}
	}
	return false
}

// named reports whether a row that names a disagreement means this one.
func (s *Settled) named(d *told) bool {
	return (s.what == "" || s.what == d.What) && (d.What != "term" || s.means(d.A))
}
