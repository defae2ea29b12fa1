package cli

import (
	"fmt"
	"iter"

	"dyad/coder"
	"dyad/event"
	"dyad/internal/clean"
	"dyad/internal/source"
)

// input is what every command that reads reports takes.
type input struct {
	codingTables
	Paths   []string `arg:"" name:"path" help:"Text, HTML or JSON Lines files (also .gz, .zst), folders, globs, or - for standard input."`
	Workers int      `default:"${workers}" help:"How many reports to code at once." placeholder:"N"`
}

// reports codes the input and yields the reports in its order.
func (in input) reports(s *session) (iter.Seq2[event.Report, error], error) {
	c, err := in.coder()
	if err != nil {
		return nil, err
	}
	collectLess()
	docs := datable(source.Open(s.ctx, in.Paths, source.Options{Stdin: s.stdin}))
	return c.Stream(s.ctx, docs, max(in.Workers, 1)), nil
}

// datable says of which reports the day of publication that is given with them cannot be read; they are read without it.
func datable(docs iter.Seq2[event.Document, error]) iter.Seq2[event.Document, error] {
	return func(yield func(event.Document, error) bool) {
		for doc, err := range docs {
			if err == nil && doc.Published != "" && !clean.IsDate(doc.Published) {
				bad := fmt.Errorf("%s: %q in \"published\" is no day from 1800 to 2200 and is left out; write it as 2016-10-11", coder.Name(doc), doc.Published)
				if doc.Published = ""; !yield(event.Document{}, bad) {
					return
				}
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}
