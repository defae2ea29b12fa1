package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	"dyad/coder"
	"dyad/corpus"
	"dyad/event"
	"dyad/internal/evaluate"
	"dyad/internal/language"
	"dyad/internal/source"
)

type evalCommand struct {
	Samples evalSamplesCommand `cmd:"" default:"withargs" help:"Code the sample reports and compare with their gold (the default)."`
	Parse   evalParseCommand   `cmd:"" help:"Parse texts anew and compare with gold trees: tokens, tags, lemmas, attachment."`
}

type evalSamplesCommand struct {
	Shared string `type:"path" help:"Folder with the public gold data (gold/, treebanks/) to measure on as well, where it exists." placeholder:"DIR"`
	Misses bool   `help:"List what is missed, too many or wrong in the odd-numbered samples, instead of the page."`
	Write  string `type:"path" help:"Write the page to a file instead of standard output." placeholder:"FILE"`
}

// Run prints the page of doc/accuracy.md.
func (c *evalSamplesCommand) Run(s *session) error {
	code, err := coder.New(coder.Options{})
	if err != nil {
		return err
	}
	gold, err := evaluate.ReadGold(corpus.Reports())
	if err != nil {
		return err
	}
	docs, err := samples(s.ctx)
	if err != nil {
		return err
	}
	var misses io.Writer
	if c.Misses {
		misses = s.out
	}
	odd, even, err := evaluate.Samples(gold, docs, func(d event.Document) (event.Report, error) { return code.Code(s.ctx, d) }, misses)
	if err != nil || c.Misses {
		return err
	}
	var page bytes.Buffer
	evaluate.WriteHead(&page)
	evaluate.WriteSamples(&page, odd, even)
	if err := evaluate.WritePublic(&page, c.Shared); err != nil {
		return err
	}
	if c.Write == "" {
		_, err = s.out.Write(page.Bytes())
		return err
	}
	if err := os.WriteFile(c.Write, page.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return nil
}

// samples reads the sample reports that the program carries, in the order of their names.
func samples(ctx context.Context) ([]event.Document, error) {
	var docs []event.Document
	for doc, err := range source.OpenFS(ctx, corpus.Reports(), source.Options{}) {
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	return docs, nil
}

type evalParseCommand struct {
	Gold []string `arg:"" type:"existingfile" help:"Gold trees, CoNLL-U (also .gz)."`
}

// Run prints the CoNLL 2018 measures of each file, from raw text and from gold tokens.
func (c *evalParseCommand) Run(s *session) error {
	model, err := language.Default()
	if err != nil {
		return err
	}
	for _, path := range c.Gold {
		if err := evaluate.WriteParse(s.out, model, path); err != nil {
			return err
		}
	}
	return nil
}
