package browsertests

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// site is the address of the pages under test, without a slash at the end.
var site string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if browser() == "" {
		return m.Run() // every test says that it is skipped, or fails
	}
	site = os.Getenv("DYAD_URL")
	if site == "" {
		stop, err := demo()
		if err != nil {
			fmt.Fprintln(os.Stderr, "browsertests:", err)
			return 1
		}
		defer stop()
	}
	return m.Run()
}

// demo builds the program, starts its demo and waits for the address.
func demo() (stop func(), err error) {
	dir, err := os.MkdirTemp("", "dyad-browsertests-")
	if err != nil {
		return nil, err
	}
	program := filepath.Join(dir, "dyad")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		os.RemoveAll(dir)
		return nil, fmt.Errorf("building dyad: %w\n%s", err, out)
	}
	serve := exec.Command(program, "demo", "--addr", "127.0.0.1:0")
	serve.Stderr = os.Stderr
	out, err := serve.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := serve.Start(); err != nil {
		return nil, err
	}
	stop = func() {
		serve.Process.Signal(os.Interrupt)
		serve.Wait()
		os.RemoveAll(dir)
	}
	address := regexp.MustCompile(`http://[^/\s]+`)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if site = address.FindString(lines.Text()); site != "" {
			return stop, nil
		}
	}
	stop()
	return nil, fmt.Errorf("dyad demo ended without printing an address: %v", lines.Err())
}

// browser finds a Chromium, "" where there is none.
func browser() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// tab opens a browser with an empty page.
func tab(t *testing.T) context.Context {
	t.Helper()
	path := browser()
	if path == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no Chromium found, and CI=true: install it (apt-get install chromium)")
		}
		t.Skip("no Chromium found: install it to test the pages in a browser (apt-get install chromium)")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium refuses to run as root with one
	}
	allocated, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	// The first call starts the browser, which lives as long as its context: only what follows may have a limit.
	limited, cancel := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	return limited
}
