package learn

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"dyad/internal/evaluate"
	"dyad/internal/relation"
)

// TrainingRows are the rows of a table as what a model is trained on.
func TrainingRows(rows []evaluate.PairRow) []Row {
	list := make([]Row, len(rows))
	for i, r := range rows {
		list[i] = Row{Text: r.Text, Pair: r.Pair, Label: r.Label}
	}
	return list
}

// CrossValidate labels the rows of each fold with a model that was trained on all others as dyad train relations does.
func CrossValidate(ctx context.Context, l *relation.Labeller, t *evaluate.PairTable) ([]string, error) {
	folds := map[string]bool{}
	if !slices.ContainsFunc(t.Rows, func(r evaluate.PairRow) bool { return r.Fold != "" }) {
		for i := range t.Rows { // no column fold: every fifth row
			t.Rows[i].Fold = strconv.Itoa(i % 5)
		}
	}
	for _, r := range t.Rows {
		folds[r.Fold] = true
	}
	if !t.Labelled || len(folds) < 2 || folds[""] {
		return nil, errors.New("cross-validation needs labels and a column fold with two values at least")
	}
	own, err := evaluate.ReadSentences("develop", "pairs")
	if err != nil {
		return nil, err
	}
	trainer, err := NewTrainer(l, TrainingRows(t.Rows), own)
	if err != nil {
		return nil, err
	}
	given := make([]string, len(t.Rows))
	for _, fold := range slices.Sorted(maps.Keys(folds)) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
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
