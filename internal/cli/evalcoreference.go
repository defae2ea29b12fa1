package cli

import (
	"io"

	"dyad/internal/actor"
	"dyad/internal/evaluate"
	"dyad/internal/language"
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
	return coreference(s.out, model, dict, c.Gold, evaluate.CoreferenceOptions{Genres: c.Genre, Misses: misses})
}

// coreference resolves gold texts anew and writes how well.
func coreference(w io.Writer, model *language.Model, dict *actor.Dictionary, gold []string, o evaluate.CoreferenceOptions) error {
	return evaluate.WriteCoreference(w, gold, o, func(text string) []actor.Reference {
		return dict.Find(text, model.Parse(text), actor.Context{}).References()
	}, dict.IsState)
}
