package dictionary

import (
	"regexp"
	"slices"
	"strings"

	"dyad/internal/table"
)

// A Settled disagreement is one that somebody has looked into; it is not told again. Theirs is written by hand: where it has
// dates, one or both, only terms with these are meant.
type Settled struct{ Name, Of, Theirs, Ours string }

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

var settledColumns = []string{"source", "name", "of", "theirs", "ours", "verdict", "note"}

// LoadSettled reads a table of settled disagreements.
func LoadSettled(f Source) ([]Settled, error) {
	_, rs, err := table.ReadFrom(f.Name, f.Data, settledColumns)
	if err != nil {
		return nil, err
	}
	var list []Settled
	for _, r := range rs {
		list = append(list, Settled{r.Get("name"), r.Get("of"), r.Get("theirs"), r.Get("ours")})
	}
	return list, nil
}
