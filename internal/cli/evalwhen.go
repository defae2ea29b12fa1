package cli

import (
	"context"
	"fmt"
	"io"
	"path"

	"dyad/corpus"
	"dyad/event"
	"dyad/internal/evaluate"
)

type evalTimesCommand struct {
	languageModel
	Gold   []string `arg:"" optional:"" name:"gold" help:"Reports with marked time expressions in the format of corpus/times; without one those that the program carries."`
	Misses bool     `help:"Also list what is missed, too many or read otherwise; of our own reports only in those to develop on."`
}

// Run prints how many time expressions are found and read right.
func (c *evalTimesCommand) Run(s *session) error {
	var misses io.Writer
	if c.Misses {
		misses = s.out
	}
	if len(c.Gold) == 0 {
		return c.writeTimes(s.out, misses)
	}
	for _, name := range c.Gold {
		scores, err := c.timeReports(name, openFile, misses)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.out, "%s: %d reports, strict F1 %.3f, relaxed %.3f, with value %.3f\n", path.Base(name), scores.Reports, scores.Strict.F1(), scores.Relaxed.F1(), scores.Value.F1())
	}
	return nil
}

// writeTimes writes the page's part on the time expressions of our own reports.
func (m languageModel) writeTimes(w, misses io.Writer) error {
	develop, err := m.timeReports("develop.txt", corpus.Times().Open, misses)
	if err != nil {
		return err
	}
	measured, err := m.timeReports("measured.txt", corpus.Times().Open, nil)
	if err != nil {
		return err
	}
	evaluate.WriteTimeReports(w, develop, measured)
	return nil
}

func (m languageModel) timeReports(name string, open opener, misses io.Writer) (evaluate.TimeReportScores, error) {
	model, err := m.load()
	if err != nil {
		return evaluate.TimeReportScores{}, err
	}
	reports, err := readWith(name, open, corpus.ReadTimes)
	return evaluate.TimeReports(reports, model.Parse, misses), err
}

type evalDatesCommand struct {
	codingTables
	Gold   []string `arg:"" optional:"" name:"gold" help:"Texts of known days in the format of corpus/dates; without one those that the program carries."`
	Misses bool     `help:"Also list wrong and wide intervals; of our own texts only in those to develop on."`
}

// Run prints how well the days of reports without metadata are known.
func (c *evalDatesCommand) Run(s *session) error {
	var misses io.Writer
	if c.Misses {
		misses = s.out
	}
	if len(c.Gold) == 0 {
		return c.writeDates(s.ctx, s.out, misses)
	}
	for _, name := range c.Gold {
		kinds, _, err := c.dates(s.ctx, name, openFile, misses)
		if err != nil {
			return err
		}
		evaluate.WriteDatesOf(s.out, path.Base(name), kinds)
	}
	return nil
}

// writeDates writes the page's part on the days of reports without metadata.
func (c codingTables) writeDates(ctx context.Context, w, misses io.Writer) error {
	develop, _, err := c.dates(ctx, "develop.txt", corpus.Dates().Open, misses)
	if err != nil {
		return err
	}
	measured, bases, err := c.dates(ctx, "measured.txt", corpus.Dates().Open, nil)
	if err != nil {
		return err
	}
	news, _, err := c.dates(ctx, "news.txt", corpus.Dates().Open, nil)
	if err != nil {
		return err
	}
	evaluate.WriteDates(w, develop, measured, bases)
	evaluate.WriteNews(w, news)
	return nil
}

func (c codingTables) dates(ctx context.Context, name string, open opener, misses io.Writer) (byKind, byBasis map[string]evaluate.DateScore, err error) {
	texts, err := readWith(name, open, corpus.ReadDates)
	if err != nil {
		return nil, nil, err
	}
	code, err := c.coder()
	if err != nil {
		return nil, nil, err
	}
	return evaluate.Dates(texts, func(d event.Document) (event.Report, error) { return code.Code(ctx, d) }, misses)
}

type evalWhenCommand struct {
	codingTables
	Gold   []string `arg:"" optional:"" name:"gold" help:"Reports with dated deeds in the format of corpus/when; without one those that the program carries."`
	Misses bool     `help:"Also list the deeds whose date, planned time or places are wrong."`
}

// Run prints how many deeds have the right date and places.
func (c *evalWhenCommand) Run(s *session) error {
	var misses io.Writer
	if c.Misses {
		misses = s.out
	}
	if len(c.Gold) == 0 {
		return c.writeDeeds(s.ctx, s.out, misses)
	}
	for _, name := range c.Gold {
		scores, err := c.deeds(s.ctx, name, openFile, misses)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.out, "%s\n\n", path.Base(name))
		evaluate.WriteDeedsOf(s.out, scores)
	}
	return nil
}

// writeDeeds writes the page's part on the dates and places of deeds.
func (c codingTables) writeDeeds(ctx context.Context, w, misses io.Writer) error {
	scores, err := c.deeds(ctx, "develop.txt", corpus.When().Open, misses)
	if err != nil {
		return err
	}
	evaluate.WriteDeeds(w, scores)
	return nil
}

func (c codingTables) deeds(ctx context.Context, name string, open opener, misses io.Writer) (evaluate.DeedScores, error) {
	reports, err := readWith(name, open, corpus.ReadDeeds)
	if err != nil {
		return evaluate.DeedScores{}, err
	}
	code, err := c.coder()
	if err != nil {
		return evaluate.DeedScores{}, err
	}
	return evaluate.Deeds(reports, func(d event.Document) (event.Report, error) { return code.Code(ctx, d) }, misses)
}
