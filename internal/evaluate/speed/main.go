// Command speed measures how fast dyad is and how much memory it takes, and writes doc/performance.md:
//
//	go run ./internal/evaluate/speed -write doc/performance.md
//
// It builds the program and times it from outside, as a user meets it: whole processes, the median of several runs, peak
// memory as the operating system accounts it. The input is the sample reports, given over and over with a line of their
// own each, so that no two are the same. The figures hold for the machine they were measured on.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"dyad/corpus"
	"dyad/event"
	"dyad/internal/source"
)

func main() {
	write := flag.String("write", "", "file to write the page to; standard output without it")
	runs := flag.Int("runs", 5, "runs of each command; the median counts")
	flag.Parse()
	if err := measure(*write, *runs); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

func measure(write string, runs int) error {
	dir, err := os.MkdirTemp("", "dyad-speed-")
	if err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	defer os.RemoveAll(dir)
	m := &meter{dir: dir, bin: filepath.Join(dir, "dyad"), runs: runs}
	if out, err := exec.Command("go", "build", "-o", m.bin, ".").CombinedOutput(); err != nil {
		return fmt.Errorf("building: %w: %s", err, out)
	}
	var page bytes.Buffer
	if err := m.page(&page); err != nil {
		return err
	}
	if write == "" {
		_, err = page.WriteTo(os.Stdout)
		return err
	}
	return os.WriteFile(write, page.Bytes(), 0o644)
}

// A meter runs the program and times it.
type meter struct {
	dir, bin string
	runs     int
}

// A run is what one process took.
type run struct {
	wall, cpu time.Duration
	peak      int64 // bytes
	out       []byte
}

// time runs the program with the arguments several times and returns the run of median wall time, with the largest peak memory of all.
func (m *meter) time(env []string, args ...string) (run, error) {
	var all []run
	for range m.runs {
		r, err := m.once(env, args...)
		if err != nil {
			return run{}, err
		}
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b run) int { return int(a.wall - b.wall) })
	median := all[len(all)/2]
	for _, r := range all {
		median.peak = max(median.peak, r.peak)
	}
	return median, nil
}

func (m *meter) once(env []string, args ...string) (run, error) {
	cmd := exec.Command(m.bin, args...)
	cmd.Env = append(os.Environ(), env...)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if err != nil {
		return run{}, fmt.Errorf("dyad %s: %w: %s", strings.Join(args, " "), err, errOut.String())
	}
	state := cmd.ProcessState
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return run{}, errors.New("this system does not account a process's memory")
	}
	return run{wall, state.UserTime() + state.SystemTime(), usage.Maxrss << 10, out.Bytes()}, nil
}

// size is what a pile of reports holds.
type size struct{ reports, sentences, words, bytes int }

// pile writes copies of the sample reports as JSON Lines, each report with a last line of its own.
func (m *meter) pile(copies int) (string, error) {
	path := filepath.Join(m.dir, fmt.Sprintf("pile-%d.jsonl", copies))
	f, err := os.Create(path)
	if err != nil {
		return "", fmt.Errorf("making input: %w", err)
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	for i := range copies {
		for doc, err := range source.OpenFS(context.Background(), corpus.Reports(), source.Options{}) {
			if err != nil {
				return "", fmt.Errorf("reading samples: %w", err)
			}
			line := map[string]string{"path": doc.Path, "published": doc.Published, "outlet": doc.Outlet}
			line[kind(doc)] = string(doc.Raw) + fmt.Sprintf("\n\nThis was copy number %d.\n", i+1)
			if err := enc.Encode(line); err != nil {
				return "", fmt.Errorf("making input: %w", err)
			}
		}
	}
	return path, nil
}

func kind(doc event.Document) string {
	if doc.HTML {
		return "html"
	}
	return "text"
}

// count reads what the program printed.
func count(out []byte) (size, error) {
	s := size{bytes: 0}
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var r event.Report
		if err := dec.Decode(&r); err == io.EOF {
			return s, nil
		} else if err != nil {
			return s, fmt.Errorf("reading what dyad code printed: %w", err)
		}
		s.reports++
		s.sentences += len(r.Sentences)
		s.words += len(strings.Fields(r.Text))
		s.bytes += len(r.Text)
	}
}

// A task is one thing that is timed.
type task struct {
	what string
	do   func() (run, error)
}

// page times everything and writes doc/performance.md.
func (m *meter) page(w io.Writer) error {
	small, err := m.pile(1)
	if err != nil {
		return err
	}
	large, err := m.pile(20)
	if err != nil {
		return err
	}
	command := func(env []string, args ...string) func() (run, error) {
		return func() (run, error) { return m.time(env, args...) }
	}
	tasks := []task{
		{"`dyad --help`", command(nil, "--help")},
		{"`dyad code` of one report (loads all tables and the model)", command(nil, "code", m.first())},
		{"`dyad code`, the sample reports once, all cores", command(nil, "code", small)},
		{"`dyad parse` (trees alone, as CoNLL-U), the sample reports 20 times, one core", command([]string{"GOMAXPROCS=1"}, "parse", large)},
		{"`dyad code`, the sample reports 20 times, one core", command([]string{"GOMAXPROCS=1"}, "code", "--workers", "1", large)},
		{"`dyad code`, the sample reports 20 times, all cores", command(nil, "code", large)},
		{"`dyad add`, the same, into a fresh archive", func() (run, error) { return m.add(large) }},
	}
	fmt.Fprintf(w, `# Performance

Generated by `+"`go run ./internal/evaluate/speed -write doc/performance.md`"+`; do not edit. Whole processes, the median of %d runs, on
%s/%s, %d cores (%s), %s. Peak memory is the largest resident size of any run. A word is a stretch without blanks.

| what | time | CPU time | peak memory |
|---|---|---|---|
`, m.runs, runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), processor(), runtime.Version())
	var runs []run
	for _, t := range tasks {
		r, err := t.do()
		if err != nil {
			return err
		}
		runs = append(runs, r)
		fmt.Fprintf(w, "| %s | %s | %s | %d MB |\n", t.what, millis(r.wall), millis(r.cpu), r.peak>>20)
	}
	if err := m.rates(w, runs[len(runs)-4:]); err != nil {
		return err
	}
	if err := m.who(w); err != nil {
		return err
	}
	if err := m.what(w); err != nil {
		return err
	}
	return m.when(w)
}

// rates writes how much the last runs got through in a second: parsing, coding on one core, on all, and adding.
func (m *meter) rates(w io.Writer, runs []run) error {
	n, err := count(runs[2].out)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%d reports, %d sentences, %d words (%.1f MB of text):\n\n| | parsed, one core | coded, one core | coded, all cores | added to an archive |\n|---|---|---|---|---|\n",
		n.reports, n.sentences, n.words, float64(n.bytes)/1e6)
	for _, unit := range []struct {
		name string
		n    int
	}{{"reports", n.reports}, {"sentences", n.sentences}, {"words", n.words}} {
		fmt.Fprintf(w, "| %s a second |", unit.name)
		for _, r := range runs {
			fmt.Fprintf(w, " %.0f |", float64(unit.n)/r.wall.Seconds())
		}
		fmt.Fprintln(w)
	}
	info, err := os.Stat(m.bin)
	if err != nil {
		return fmt.Errorf("the binary: %w", err)
	}
	fmt.Fprintf(w, "\nThe binary is %.1f MB.\n", float64(info.Size())/1e6)
	return nil
}

// add times filling an archive; each run fills a new one.
func (m *meter) add(input string) (run, error) {
	var all []run
	for i := range min(m.runs, 3) {
		r, err := m.once(nil, "add", "--archive", filepath.Join(m.dir, fmt.Sprintf("speed-%d.db", i)), input)
		if err != nil {
			return run{}, err
		}
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b run) int { return int(a.wall - b.wall) })
	return all[len(all)/2], nil
}

// first writes the first sample report as a file of its own.
func (m *meter) first() string {
	path := filepath.Join(m.dir, "first.txt")
	for doc, err := range source.OpenFS(context.Background(), corpus.Reports(), source.Options{}) {
		if err == nil {
			os.WriteFile(path, doc.Raw, 0o644)
			break
		}
	}
	return path
}

func millis(d time.Duration) string {
	if d >= 10*time.Second {
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return fmt.Sprintf("%d ms", d.Milliseconds())
}

// processor is the name the system gives its processor, as far as it says.
func processor() string {
	data, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "processor unknown"
	}
	for line := range strings.SplitSeq(string(data), "\n") {
		if name, ok := strings.CutPrefix(line, "model name"); ok {
			return strings.TrimSpace(strings.TrimLeft(name, " \t:"))
		}
	}
	return "processor unknown"
}
