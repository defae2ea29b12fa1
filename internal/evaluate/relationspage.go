package evaluate

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"dyad/internal/relation"
	"dyad/internal/relation/learn"
)

// TrainingRows are the rows of a table as what a model is trained on.
func TrainingRows(rows []PairRow) []learn.Row {
	list := make([]learn.Row, len(rows))
	for i, r := range rows {
		list[i] = learn.Row{Text: r.Text, Pair: r.Pair, Label: r.Label}
	}
	return list
}

// CrossValidate labels the rows of each fold with a model that was trained on all others as dyad train relations does.
func CrossValidate(l *relation.Labeller, t *PairTable) ([]string, error) {
	folds := map[string]bool{}
	for _, r := range t.Rows {
		folds[r.Fold] = true
	}
	if !t.Labelled || len(folds) < 2 || folds[""] {
		return nil, errors.New("cross-validation needs labels and a column fold with two values at least")
	}
	own, err := ReadSentences("develop")
	if err != nil {
		return nil, err
	}
	trainer, err := learn.NewTrainer(l, TrainingRows(t.Rows), own)
	if err != nil {
		return nil, err
	}
	given := make([]string, len(t.Rows))
	for fold := range folds {
		out := func(i int) bool { return t.Rows[i].Fold == fold }
		model, _, err := trainer.Train(func(i int) bool { return !out(i) })
		if err != nil {
			return nil, fmt.Errorf("fold %s: %w", fold, err)
		}
		for i := range t.Rows {
			if out(i) {
				given[i], _ = model.Choose(trainer.Features(i))
			}
		}
	}
	return given, nil
}

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
