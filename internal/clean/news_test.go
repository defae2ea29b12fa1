package clean

import (
	"os"
	"path/filepath"
	"testing"

	"dyad/event"
)

func TestShow(t *testing.T) {
	paths, _ := filepath.Glob(os.Getenv("SHOW"))
	for _, p := range paths {
		b, _ := os.ReadFile(p)
		x, err := Clean(event.Document{Raw: b, Path: p, HTML: filepath.Ext(p) == ".html"})
		if err != nil {
			t.Error(err)
			continue
		}
		t.Logf("== %s\nsource %+v\ndateline %+v\ndates %+v\n", p, x.Source, x.Dateline, x.Dates)
		for _, r := range x.Removed {
			t.Logf("   - %s %.90q", r.Kind, x.Raw[r.Start:r.End])
		}
		t.Logf("\n%s", x.Text)
	}
}
