package archive

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"dyad/internal/archive/archivetest"
)

const killedEnv = "DYAD_TEST_ARCHIVE_TO_FILL"

// TestMain lets the test binary be the process that is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv(killedEnv); path != "" {
		a, err := Open(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		for _, r := range archivetest.Reports(9, 4000) {
			if _, err := a.Add(context.Background(), r); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			fmt.Print(".") // the parent counts
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// TestKill kills a process that adds reports, then adds them all again: nothing is half there, nothing is twice there.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	path := filepath.Join(t.TempDir(), "a.db")
	for i := range 3 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), killedEnv+"="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(out, make([]byte, 20+30*i)); err != nil {
			t.Fatalf("the process ended by itself: %v", err)
		}
		time.Sleep(time.Duration(i) * 300 * time.Microsecond) // into the middle of a transaction
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
	}
	reader, err := OpenReadOnly(path) // as the first thing after the crash
	if err != nil {
		t.Fatal(err)
	}
	if c, err := reader.Counts(t.Context()); err != nil || c.Reports < 20 {
		t.Errorf("a reader after the crash sees %d reports, %v", c.Reports, err)
	}
	reader.Close()
	a := openAt(t, path)
	var verdict string
	if err := a.read.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Fatalf("integrity: %s, %v", verdict, err)
	}
	c, err := a.Counts(t.Context())
	if err != nil || c.Reports == 0 || c.Reports == 4000 {
		t.Fatalf("the process was not killed in the middle: %d reports, %v", c.Reports, err)
	}
	reports := archivetest.Reports(9, 4000)[:c.Reports+10]
	fresh := 0
	for _, r := range reports {
		added, err := a.Add(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		if added {
			fresh++
		}
	}
	if fresh != 10 {
		t.Errorf("%d reports were added again, want 10", fresh)
	}
	whole := open(t)
	fill(t, whole, reports)
	if dump(t, whole) != dump(t, a) {
		t.Error("the content differs from an archive that was filled without being killed")
	}
}

func TestReadersWhileWriting(t *testing.T) {
	a := open(t)
	reports := archivetest.Reports(10, 120)
	fill(t, a, reports[:20])
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 4 {
		readers.Go(func() {
			last := 0
			for {
				c, err := a.Counts(t.Context())
				if err != nil || c.Reports < last {
					t.Errorf("Counts = %d after %d, %v", c.Reports, last, err)
					return
				}
				last = c.Reports
				for row, err := range a.Events(t.Context(), Filter{Between: [2]string{"IRN", "RUS"}, Limit: 30}) {
					if err != nil || row.ID == "" {
						t.Errorf("Events: %v", err)
						return
					}
				}
				if _, _, err := a.Search(t.Context(), "talks", 5, 0); err != nil {
					t.Errorf("Search: %v", err)
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	fill(t, a, reports[20:])
	close(done)
	readers.Wait()
}

// TestTwoWriters lets two archives of one file take turns, as two processes do.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a, b := openAt(t, path), openAt(t, path)
	reports := archivetest.Reports(11, 60)
	var writers sync.WaitGroup
	for _, archive := range []*Archive{a, b} {
		writers.Go(func() {
			for _, r := range reports {
				if _, err := archive.Add(context.Background(), r); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	whole := open(t)
	fill(t, whole, reports)
	if dump(t, whole) != dump(t, a) {
		t.Error("two writers made another content than one")
	}
}
