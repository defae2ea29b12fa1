package cli

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"dyad/internal/source"
)

// handful is how many reports are read without a progress bar.
const handful = 8

// progress shows how far a command has come: a bar on a terminal, a line every ten seconds elsewhere, nothing for a
// handful of reports.
type progress struct {
	s    *session
	bar  *progressbar.ProgressBar
	n    int
	last time.Time
}

func newProgress(s *session, paths []string) *progress {
	p := &progress{s: s, last: time.Now()}
	total := source.Count(paths)
	if total >= 0 && total <= handful || !terminal(s.stderr) {
		return p
	}
	p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(s.stderr), progressbar.OptionSetDescription("coding"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("reports"),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	return p
}

func (p *progress) add() {
	p.n++
	switch {
	case p.bar != nil:
		p.bar.Add(1)
	case time.Since(p.last) >= 10*time.Second:
		p.last = time.Now()
		p.s.note("dyad: %d reports so far", p.n)
	}
}

func (p *progress) done() {
	if p.bar != nil {
		p.bar.Finish()
	}
}

// terminal reports whether a stream is somebody's screen.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
