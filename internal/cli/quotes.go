package cli

import (
	"dyad/internal/archive"
	"dyad/internal/export"
)

type quotesCommand struct {
	Archive string `default:"${archive}" type:"path" help:"The archive to read." placeholder:"FILE"`
	Speaker string `help:"Only this speaker: a code, or words of a name or title." placeholder:"WHO"`
	Kind    string `enum:"direct,indirect," default:"" help:"direct or indirect; without it, both." placeholder:"KIND"`
	Since   string `help:"Published from this day, month or year on." placeholder:"DATE"`
	Until   string `help:"Published up to this day, month or year, included." placeholder:"DATE"`
	Outlet  string `help:"Only what this outlet published." placeholder:"NAME"`
	Limit   int    `help:"At most so many." placeholder:"N"`
	Format  string `default:"table" enum:"table,csv,tsv,jsonl" help:"table, csv, tsv or jsonl."`
}

// Run lists quotations by the day of their report.
func (c *quotesCommand) Run(s *session) error {
	a, err := openForReading(c.Archive)
	if err != nil {
		return err
	}
	defer a.Close()
	w, err := export.NewQuoteWriter(s.out, export.Format(c.Format))
	if err != nil {
		return err
	}
	filter := archive.QuoteFilter{Speaker: c.Speaker, Kind: c.Kind, Since: c.Since, Until: c.Until, Outlet: c.Outlet, Limit: c.Limit}
	n, err := writeAll(a.Quotes(s.ctx, filter), w.Write)
	if err != nil {
		return err
	}
	if n == 0 {
		s.note("dyad: no quote fits")
	}
	return w.Close()
}
