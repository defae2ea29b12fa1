package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"dyad/coder"
	"dyad/corpus"
	"dyad/internal/archive"
	"dyad/internal/source"
)

type demoCommand struct {
	codingTables
	Addr    string `default:"127.0.0.1:8080" help:"Address to serve on; a taken port is replaced by a free one." placeholder:"HOST:PORT"`
	Archive string `type:"path" help:"Keep the demo's archive in this file; it must not exist. Without it, a temporary one is deleted at the end." placeholder:"FILE"`
}

// Run codes the samples into a fresh archive and serves it until Ctrl-C.
func (c *demoCommand) Run(s *session) error {
	code, err := c.coder()
	if err != nil {
		return err
	}
	path := c.Archive
	if path == "" {
		dir, err := os.MkdirTemp("", "dyad-demo-")
		if err != nil {
			return fmt.Errorf("making a folder for the demo's archive: %w", err)
		}
		defer os.RemoveAll(dir)
		path = filepath.Join(dir, "demo.db")
	} else if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("%s: exists already; the demo fills a fresh archive, name another file or use dyad add", path)
	}
	a, err := archive.Open(path)
	if err != nil {
		return err
	}
	defer a.Close()
	if err := fill(s, code, a); err != nil || s.ctx.Err() != nil {
		return err
	}
	return serve(s, a, c.Addr, true)
}

// fill codes the sample reports into an archive.
func fill(s *session, code *coder.Coder, a *archive.Archive) error {
	collectLess()
	reports, events := 0, 0
	docs := source.OpenFS(s.ctx, corpus.Reports(), source.Options{})
	for report, err := range code.Stream(s.ctx, docs, runtime.GOMAXPROCS(0)) {
		if err != nil {
			s.warn(err)
			continue
		}
		_, err := a.Add(context.WithoutCancel(s.ctx), report)
		if archive.Refused(err) {
			s.warn(fmt.Errorf("%s: %w", report.Source.Path, err))
			continue
		}
		if err != nil {
			return err
		}
		reports++
		events += len(report.Events)
	}
	s.note("dyad: coded %d sample reports, %d events", reports, events)
	return nil
}
