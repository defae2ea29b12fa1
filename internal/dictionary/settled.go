package dictionary

import (
	"dyad/internal/table"
)

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
