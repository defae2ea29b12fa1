package cli

import (
	"iter"

	"dyad/event"
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
	docs := source.Open(s.ctx, in.Paths, source.Options{Stdin: s.stdin})
	return c.Stream(s.ctx, docs, max(in.Workers, 1)), nil
}
