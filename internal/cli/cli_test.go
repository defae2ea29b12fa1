package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"dyad/internal/archive"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dyad": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts drives the real program; each script in testdata is one thing a user does.
func TestScripts(t *testing.T) {
	commands := map[string]func(*testscript.TestScript, bool, []string){"maketrees": makeTrees}
	testscript.Run(t, testscript.Params{Dir: "testdata", Cmds: commands, Condition: func(name string) (bool, error) {
		if name == "root" { // root may read what nobody may
			return os.Getuid() == 0, nil
		}
		return false, fmt.Errorf("no condition %q", name)
	}})
}

// line is one report of a JSON Lines stream.
func line(n int) string {
	return fmt.Sprintf(`{"text":"LIMA, May 3 – Peru's president met Chile's foreign minister in Lima on Tuesday for talk number %d.","published":"1994-05-04"}`+"\n", n)
}

func TestOneHugeLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 200 MB")
	}
	huge := io.MultiReader(
		strings.NewReader(line(1)+`{"text":"`),
		io.LimitReader(endless('x'), 200<<20),
		strings.NewReader(`"}`+"\n"+line(2)))
	var out, errOut bytes.Buffer
	if status := Run(t.Context(), []string{"code", "-"}, huge, &out, &errOut); status != 1 {
		t.Errorf("status %d, want 1", status)
	}
	if n := strings.Count(out.String(), "\n"); n != 2 {
		t.Errorf("%d reports coded, want the 2 good ones", n)
	}
	if e := errOut.String(); strings.Count(e, "\n") != 1 || !strings.Contains(e, "standard input:2") {
		t.Errorf("stderr %q, want one line that names line 2", e)
	}
}

// endless is a reader of one character for ever.
type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	var errOut bytes.Buffer
	if status := Run(t.Context(), []string{"code", "-"}, strings.NewReader(line(1)), full, &errOut); status != 1 {
		t.Errorf("status %d, want 1", status)
	}
	if e := errOut.String(); strings.Count(e, "\n") != 1 || !strings.Contains(e, "no space left") {
		t.Errorf("stderr %q, want one line that says that the disk is full", e)
	}
}

func TestInterruptedAdd(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	path := filepath.Join(t.TempDir(), "a.db")
	in, out := io.Pipe()
	go func() {
		for n := 0; ctx.Err() == nil; n++ {
			if _, err := io.WriteString(out, line(n)); err != nil {
				return
			}
			if n == 500 {
				cancel()
			}
		}
		out.Close()
	}()
	var errOut bytes.Buffer
	start := time.Now()
	status := Run(ctx, []string{"add", "--archive", path, "-"}, in, io.Discard, &errOut)
	in.CloseWithError(errors.New("done"))
	if status != 1 || !strings.Contains(errOut.String(), "interrupted") {
		t.Errorf("status %d, stderr %q", status, errOut.String())
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %v to stop", took)
	}
	a, err := archive.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	n, err := a.CountEvents(t.Context(), archive.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if n[archive.Happened] == 0 {
		t.Errorf("nothing of what was in hand was kept: %v", n)
	}
}

// TestDemo runs the README's first command: every sample report comes in, nothing is complained about, the pages answer.
func TestDemo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in, out := io.Pipe()
	var errOut bytes.Buffer
	status := make(chan int, 1)
	go func() {
		status <- Run(ctx, []string{"demo", "--addr", "127.0.0.1:0"}, nil, out, &errOut)
		out.Close()
	}()
	said, _ := bufio.NewReader(in).ReadString('\n')
	url := regexp.MustCompile(`http://[0-9.:]+/`).FindString(said)
	if url == "" {
		t.Fatalf("status %d, no address in %q, stderr %q", <-status, said, errOut.String())
	}
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || !strings.Contains(string(page), "<main") {
		t.Errorf("the first page: %v, %.200s", err, page)
	}
	cancel()
	if got := <-status; got != 0 {
		t.Errorf("status %d", got)
	}
	if e := errOut.String(); strings.Count(e, "\n") != 1 || !strings.Contains(e, "coded 100 sample reports") {
		t.Errorf("stderr %q, want one line that says what was coded", e)
	}
}

// TestInterruptedWait: Ctrl-C ends a command that waits for somebody to type.
func TestInterruptedWait(t *testing.T) {
	for _, command := range []string{"code", "explain", "parse"} {
		ctx, cancel := context.WithCancel(context.Background())
		in, out := io.Pipe() // nothing ever comes
		var errOut bytes.Buffer
		status := make(chan int, 1)
		go func() { status <- Run(ctx, []string{command, "-"}, in, io.Discard, &errOut) }()
		time.AfterFunc(300*time.Millisecond, cancel)
		select {
		case got := <-status:
			if e := errOut.String(); got != 1 || e != "dyad: interrupted; what was in hand was finished\n" {
				t.Errorf("%s: status %d, stderr %q", command, got, e)
			}
		case <-time.After(20 * time.Second):
			t.Errorf("%s still waits for its input", command)
		}
		out.Close()
	}
}

func TestHelpIsFast(t *testing.T) {
	var out bytes.Buffer
	start := time.Now()
	if status := Run(t.Context(), []string{"--help"}, nil, &out, io.Discard); status != 0 || !strings.Contains(out.String(), "demo") {
		t.Errorf("status %d, output %q", status, out.String())
	}
	if took := time.Since(start); took > 200*time.Millisecond { // a loaded model or table shows; a busy machine does not
		t.Errorf("--help took %v", took)
	}
}
