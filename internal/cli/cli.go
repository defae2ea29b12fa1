// Package cli holds dyad's commands, one file each, without logic of their own: a command opens its input, calls the
// package that does the work, and writes. Errors are printed once, here, on stderr, a line each.
//
// Exit status: 0 all went well; 1 something failed (the rest was done all the same); 2 the command line is wrong.
package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

// program is the tree of commands.
type program struct {
	Demo    demoCommand    `cmd:"" help:"Code the sample reports that the program carries and show them in a browser."`
	Code    codeCommand    `cmd:"" help:"Code reports and print them as JSON Lines, or their events as a table."`
	Actors  actorsCommand  `cmd:"" help:"Say who a name or office means on a day, and which row of which table says so."`
	Explain explainCommand `cmd:"" help:"Show, sentence by sentence, what was read in a report and why each row was or was not made."`
	Add     addCommand     `cmd:"" help:"Code reports and keep them in an archive."`
	Events  eventsCommand  `cmd:"" help:"List events of an archive."`
	Quotes  quotesCommand  `cmd:"" help:"List quotations of an archive."`
	Serve   serveCommand   `cmd:"" help:"Show an archive as pages."`
	Parse   parseCommand   `cmd:"" help:"Print the words, tags and trees of texts as CoNLL-U or JSON."`
	Train   trainCommand   `cmd:"" help:"Train models on your own data."`
	Eval    evalCommand    `cmd:"" help:"Measure dyad on gold data."`
	Dict    dictCommand    `cmd:"" help:"Import, check and compare dictionaries of actors and places."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// A session is what a command works with: its streams and the context that ends at Ctrl-C.
type session struct {
	ctx    context.Context
	stdin  io.Reader
	out    *bufio.Writer
	stdout io.Writer
	stderr io.Writer
	failed bool // something was reported on stderr
	calm   bool // ending at Ctrl-C is the ordinary way
}

// warn prints an error line and lets the command go on; the exit status will be 1.
func (s *session) warn(err error) {
	s.failed = true
	fmt.Fprintf(s.stderr, "dyad: %s\n", strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", " "))
}

// note prints a line that is no error.
func (s *session) note(format string, args ...any) {
	fmt.Fprintf(s.stderr, format+"\n", args...)
}

// exit is thrown by kong's own --help and --version and caught in Main.
type exit int

// Main runs the program and returns its exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) (status int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	return Run(ctx, args, stdin, stdout, stderr)
}

// Run is Main with a context of the caller's.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (status int) {
	defer func() {
		switch thrown := recover().(type) {
		case nil:
		case exit:
			status = int(thrown)
		default: // a fault of ours: never pass it over in silence
			panic(thrown)
		}
	}()
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parser, err := kong.New(&program{}, kong.Name("dyad"),
		kong.Description("Codes political events from news reports: who did what to whom, when, where, and who says so.\nTry it: dyad demo"),
		kong.Writers(stdout, stderr), kong.Exit(func(code int) { panic(exit(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.ShortUsageOnError(),
		kong.Vars{"archive": "dyad.db", "workers": fmt.Sprint(runtime.GOMAXPROCS(0))})
	if err != nil {
		fmt.Fprintf(stderr, "dyad: %v\n", err)
		return 1
	}
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(stderr, "dyad: %v; see: dyad --help\n", err)
		return 2
	}
	s := &session{ctx: ctx, stdin: stdin, out: bufio.NewWriterSize(stdout, 64<<10), stdout: stdout, stderr: stderr}
	err = command.Run(s)
	if ferr := s.out.Flush(); err == nil && ferr != nil {
		err = fmt.Errorf("writing the output: %w", ferr)
	}
	switch {
	case errors.Is(err, syscall.EPIPE): // the reader has had enough ("dyad code … | head")
	case err != nil:
		s.warn(err)
	case ctx.Err() != nil && !s.failed && !s.calm:
		s.warn(errors.New("interrupted; what was in hand was finished"))
	}
	if s.failed {
		return 1
	}
	return 0
}

// collectLess lets the collector run less often: coding makes much short-lived garbage and keeps little. Where a report
// of megabytes keeps much after all, memory counts for more than speed; GOMEMLIMIT in the environment sets another bound.
func collectLess() {
	debug.SetGCPercent(200)
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(1 << 30)
	}
}
