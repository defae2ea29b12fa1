package cli

import (
	"io"

	"dyad/internal/actor"
	"dyad/internal/evaluate"
)

type evalCoreferenceCommand struct {
	languageModel
	Gold   []string `arg:"" name:"gold" help:"Gold chains: CoNLL-U with Entity= in its last column, as GUM writes it (also .gz, .zst)."`
	Genre  []string `help:"Only documents of these genres, as \"# meta::genre = news\" at their heads says." placeholder:"GENRE"`
	Misses bool     `help:"Also list what was resolved wrongly or not at all."`
}

// Run prints CoNLL F1 and the accuracy of antecedents of each file, from raw text.
func (c *evalCoreferenceCommand) Run(s *session) error {
	model, err := c.load()
	if err != nil {
		return err
	}
	dict, err := actor.Default()
	if err != nil {
		return err
	}
	var misses io.Writer
	if c.Misses {
		misses = s.out
	}
	resolve := func(text string) []actor.Reference {
		return dict.Find(text, model.Parse(text), actor.Context{}).References()
	}
	return evaluate.WriteCoreference(s.out, c.Gold, evaluate.CoreferenceOptions{Genres: c.Genre, Misses: misses}, resolve, dict.IsState)
}
