package main

import (
	_ "embed"
	"fmt"
	"os"
	"strings"
	"text/template"

	"dyad/internal/evaluate"
)

// A card says what the models are: what doc/relations.md is filled with.
type card struct {
	Develop, Both, Measured, Acts, Pairs, Verbs, Reports int
	Ranker, PairModel, Unknown                           file
	Sure                                                 [10]evaluate.Score
	Curve                                                []evaluate.CurvePoint
}

//go:embed card.md
var cardText string

func (c *card) write(path string) error {
	t, err := template.New("card").Funcs(template.FuncMap{"share": share, "tenth": tenth}).Parse(cardText)
	if err != nil {
		return err
	}
	var b strings.Builder
	if err := t.Execute(&b, c); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

func share(s evaluate.Score) string {
	if s.Found == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", s.Precision())
}

func tenth(i int) string { return fmt.Sprintf("%.1f", float64(i)/10) }

// Labels are those of the curve's columns.
func (c *card) Labels() []string { return c.Curve[0].Labels }
