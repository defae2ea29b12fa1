package cli

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"

	"dyad/internal/archive"
	"dyad/internal/export"
	"dyad/internal/plover"
)

type eventsCommand struct {
	Archive    string   `default:"${archive}" type:"path" help:"The archive to read." placeholder:"FILE"`
	Between    []string `help:"Only events between two states, as IRN,RUS." placeholder:"A,B"`
	Actor      string   `help:"Only events with this actor: a code, or words of a name." placeholder:"WHO"`
	Recipient  string   `help:"Only events with this recipient: a code, or words of a name." placeholder:"WHO"`
	Type       []string `help:"Only these PLOVER types, as CONSULT,AGREE." placeholder:"TYPE"`
	Mode       []string `help:"Only events with one of these modes." placeholder:"MODE"`
	Context    []string `help:"Only events with one of these contexts." placeholder:"CONTEXT"`
	Quad       []int    `help:"Only these quad classes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict." placeholder:"N"`
	Status     []string `help:"Only these: happened, future, hypothetical, negation, historical. Without it, all but historical." placeholder:"STATUS"`
	Historical bool     `help:"Also what lies clearly before the news it is told in."`
	Since      string   `help:"From this day, month or year on." placeholder:"DATE"`
	Until      string   `help:"Up to this day, month or year, included." placeholder:"DATE"`
	Undated    bool     `help:"Only events without a date, or with one that is wider than a year."`
	Outlet     string   `help:"Only what this outlet published." placeholder:"NAME"`
	Confidence float64  `help:"Only events whose row is at least so probable to be right, as 0.7." placeholder:"P"`
	Limit      int      `help:"At most so many." placeholder:"N"`
	Format     string   `default:"table" enum:"table,csv,tsv,jsonl" help:"table, csv, tsv or jsonl."`
}

// Run lists events by date.
func (c *eventsCommand) Run(s *session) error {
	if c.Confidence < 0 || c.Confidence > 1 {
		return fmt.Errorf("--confidence %v: a probability, from 0 to 1", c.Confidence)
	}
	if c.Undated && (c.Since != "" || c.Until != "") {
		return errors.New("--undated asks for events that lie in no period: leave out --since and --until")
	}
	filter, err := c.filter()
	if err != nil {
		return err
	}
	a, err := openForReading(c.Archive)
	if err != nil {
		return err
	}
	defer a.Close()
	w, err := export.NewEventWriter(s.out, export.Format(c.Format))
	if err != nil {
		return err
	}
	n, err := writeAll(a.Events(s.ctx, filter), w.Write)
	if err != nil {
		return err
	}
	if n == 0 {
		s.note("%s", c.nothing())
	}
	if err := c.leftOut(s, a, filter); err != nil {
		return err
	}
	return w.Close()
}

// writeAll writes the rows of a list and counts them.
func writeAll[T any](rows iter.Seq2[T, error], write func(T) error) (n int, err error) {
	for row, err := range rows {
		if err != nil {
			return n, err
		}
		n++
		if err := write(row); err != nil {
			return n, fmt.Errorf("writing the output: %w", err)
		}
	}
	return n, nil
}

// nothing says that no event was found, and what in the question may be the reason.
func (c *eventsCommand) nothing() string {
	line := "dyad: no event fits"
	for _, code := range c.Between {
		if len(strings.TrimSpace(code)) != 3 {
			return line + fmt.Sprintf("; --between takes codes as IRN or UNO, %q is none", code)
		}
	}
	if len(c.Status) == 0 && !c.Historical {
		line += "; --historical asks for what is told as history too"
	}
	return line
}

// leftOut says how many events lie in no period because nobody knows their year.
func (c *eventsCommand) leftOut(s *session, a *archive.Archive, f archive.Filter) error {
	if f.Since == "" && f.Until == "" || f.Undated {
		return nil
	}
	f.Since, f.Until, f.Undated = "", "", true
	counts, err := a.CountEvents(s.ctx, f)
	if err != nil {
		return err
	}
	n := 0
	for _, k := range counts {
		n += k
	}
	if n > 0 {
		s.note("dyad: %d more without a date, or with one wider than a year, lie in no period: --undated lists them", n)
	}
	return nil
}

// filter turns the flags into what the archive is asked for.
func (c *eventsCommand) filter() (archive.Filter, error) {
	f := archive.Filter{
		MinConfidence: c.Confidence,
		Actor:         c.Actor, Recipient: c.Recipient, Type: upper(c.Type), Mode: c.Mode, Context: c.Context, Quad: c.Quad,
		Aux: c.Status, IncludeHistorical: c.Historical, Since: c.Since, Until: c.Until, Undated: c.Undated, Outlet: c.Outlet, Limit: c.Limit,
	}
	switch len(c.Between) {
	case 0:
	case 2:
		copy(f.Between[:], upper(c.Between))
	default:
		return f, fmt.Errorf("--between takes two states, as in --between IRN,RUS; it got %q", strings.Join(c.Between, ","))
	}
	var names []string
	for _, t := range plover.Types() {
		names = append(names, t.Name)
	}
	for _, t := range f.Type {
		if !slices.Contains(names, t) {
			return f, fmt.Errorf("%q is no PLOVER type; the types are %s", t, strings.Join(names, ", "))
		}
	}
	return f, nil
}

func upper(list []string) []string {
	var out []string
	for _, s := range list {
		out = append(out, strings.ToUpper(strings.TrimSpace(s)))
	}
	return out
}

// openForReading opens an archive that must exist.
func openForReading(path string) (*archive.Archive, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("%s: no archive there; make one with: dyad add --archive %s PATH…", path, path)
	}
	return archive.OpenReadOnly(path)
}
