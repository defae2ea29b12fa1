package cli

import (
	"fmt"
	"path/filepath"

	"dyad/coder"
	"dyad/internal/clean"
	"dyad/internal/language"
	"dyad/internal/source"
)

type parseCommand struct {
	Paths  []string `arg:"" name:"path" help:"Reports, as for dyad code."`
	Format string   `default:"conllu" enum:"conllu,tree" help:"conllu, or a tree drawn for a terminal."`
}

// Run prints the sentences of the cleaned texts with tags, lemmas and trees.
func (c *parseCommand) Run(s *session) error {
	model, err := language.Default()
	if err != nil {
		return err
	}
	for doc, err := range source.Open(s.ctx, c.Paths, source.Options{Stdin: s.stdin}) {
		if s.ctx.Err() != nil {
			break
		}
		if err != nil {
			s.warn(err)
			continue
		}
		text, err := clean.Clean(doc)
		if err != nil {
			s.warn(fmt.Errorf("%s: %w", coder.Name(doc), err))
			continue
		}
		sentences := model.Parse(text.Text)
		if c.Format == "tree" {
			for i := range sentences {
				sentences[i].Draw(s.out)
				fmt.Fprintln(s.out)
			}
			continue
		}
		if err := language.WriteConllu(s.out, filepath.Base(doc.Path), text.Text, sentences); err != nil {
			return fmt.Errorf("writing the output: %w", err)
		}
	}
	return nil
}
