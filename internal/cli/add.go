package cli

import (
	"context"
	"fmt"

	"dyad/internal/archive"
)

type addCommand struct {
	input
	Archive string `default:"${archive}" type:"path" help:"The archive to add to; it is made where there is none." placeholder:"FILE"`
}

// Run codes reports into the archive, one transaction each, so that a run may be broken off and taken up again.
func (c *addCommand) Run(s *session) error {
	reports, err := c.reports(s)
	if err != nil {
		return err
	}
	a, err := archive.Open(c.Archive)
	if err != nil {
		return err
	}
	defer a.Close()
	bar := newProgress(s, c.Paths)
	defer bar.done()

	added, known, events := 0, 0, 0
	for report, err := range reports {
		bar.add()
		if err != nil {
			s.warn(err)
			continue
		}
		// A report in hand is finished when Ctrl-C comes: its transaction is not torn.
		fresh, err := a.Add(context.WithoutCancel(s.ctx), report)
		switch {
		case archive.Refused(err):
			s.warn(fmt.Errorf("%s: %w", report.Source.Path, err))
		case err != nil:
			return fmt.Errorf("%s: %w", report.Source.Path, err)
		case fresh:
			added++
			events += len(report.Events)
		default:
			known++
		}
	}
	s.note("%s: %d reports added with %d events, %d already known", c.Archive, added, events, known)
	return a.Close()
}
