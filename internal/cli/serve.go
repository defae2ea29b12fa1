package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"

	"dyad/internal/actor"
	"dyad/internal/archive"
	"dyad/internal/web"
)

type serveCommand struct {
	Archive string `arg:"" optional:"" default:"${archive}" type:"path" help:"The archive to show." placeholder:"FILE"`
	Addr    string `default:"127.0.0.1:8080" help:"Address to serve on." placeholder:"HOST:PORT"`
}

// Run shows an archive until Ctrl-C.
func (c *serveCommand) Run(s *session) error {
	a, err := openForReading(c.Archive)
	if err != nil {
		return err
	}
	defer a.Close()
	return serve(s, a, c.Addr, false)
}

// serve listens and answers until the context ends. The address goes to standard output, so that a script can read it.
func serve(s *session, a *archive.Archive, addr string, anyPort bool) error {
	listener, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) && anyPort {
		host, _, _ := net.SplitHostPort(addr)
		listener, err = net.Listen("tcp", net.JoinHostPort(host, "0"))
	}
	if err != nil {
		return fmt.Errorf("%w; choose another with --addr HOST:PORT", err)
	}
	names, err := actor.Default()
	if err != nil {
		return fmt.Errorf("names of states: %w", err)
	}
	server := &http.Server{Handler: web.Handler(a, web.Options{Name: names.Name}), ReadHeaderTimeout: 10 * time.Second}
	fmt.Fprintf(s.out, "dyad: serving http://%s/ (Ctrl-C ends it)\n", listener.Addr())
	if err := s.out.Flush(); err != nil {
		return fmt.Errorf("writing the address: %w", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serving: %w", err)
	case <-s.ctx.Done():
	}
	s.calm = true // Ctrl-C is how a server ends, no failure
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return server.Shutdown(ctx)
}
