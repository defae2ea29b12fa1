package evaluate

import (
	"io"
	"slices"
)

// WriteRelations prints the scores of a labelled table: of each half, where it has halves, else of all rows.
func WriteRelations(w io.Writer, rows []PairRow, given []string) {
	var halves []string
	for _, r := range rows {
		if !slices.Contains(halves, r.Half) {
			halves = append(halves, r.Half)
		}
	}
	slices.Sort(halves)
	if len(halves) > 1 {
		halves = append(halves, "all")
	}
	for _, half := range halves {
		var gold, got []string
		for i, r := range rows {
			if r.Half == half || half == "all" {
				gold, got = append(gold, r.Label), append(got, given[i])
			}
		}
		title := half
		if title == "" {
			title = "all"
		}
		ScoreRelations(gold, got).Write(w, title)
	}
}
