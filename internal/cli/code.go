package cli

import (
	"encoding/json"
	"fmt"

	"dyad/internal/export"
)

type codeCommand struct {
	input
	Format string `default:"jsonl" enum:"jsonl,table,csv,tsv" help:"jsonl: whole reports, one a line; table, csv, tsv: their events, one a line."`
}

// Run is the main path: open the source, code each document, write.
func (c *codeCommand) Run(s *session) error {
	reports, err := c.reports(s)
	if err != nil {
		return err
	}
	bar := newProgress(s, c.Paths)
	defer bar.done()

	write := json.NewEncoder(s.out)
	write.SetEscapeHTML(false)
	var table export.EventWriter
	if c.Format != "jsonl" {
		if table, err = export.NewEventWriter(s.out, export.Format(c.Format)); err != nil {
			return err
		}
	}
	for report, err := range reports {
		bar.add()
		if err != nil {
			s.warn(err)
			continue
		}
		if table == nil {
			err = write.Encode(report)
		} else {
			err = table.WriteReport(report)
		}
		if err != nil {
			return fmt.Errorf("writing the output: %w", err)
		}
	}
	if table != nil {
		return table.Close()
	}
	return nil
}
