package web

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"dyad/internal/archive"
	"dyad/internal/archive/archivetest"
	"dyad/internal/table"
)

// TestServe shows a made-up archive in a browser, or the one that DYAD_ARCHIVE names, for whoever works on the pages:
//
//	DYAD_SHOW=127.0.0.1:8099 go test ./internal/web -run TestServe -timeout 0
func TestServe(t *testing.T) {
	addr := os.Getenv("DYAD_SHOW")
	if addr == "" {
		t.Skip("set DYAD_SHOW to an address to look at the pages")
	}
	a := (*archive.Archive)(nil)
	if path := os.Getenv("DYAD_ARCHIVE"); path != "" {
		var err error
		if a, err = archive.OpenReadOnly(path); err != nil {
			t.Fatal(err)
		}
		defer a.Close()
	} else {
		a = filled(t, 300)
	}
	t.Fatal(http.ListenAndServe(addr, Handler(a, Options{Name: stateNames(t)})))
}

// stateNames reads the names of states from the actor's table.
func stateNames(t *testing.T) func(code string) string {
	const file = "../actor/data/states.tsv"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Read(file, data, "code", "cow", "name", "kind", "names", "adjectives", "people", "capitals", "seats", "from", "to")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, r := range rows {
		if code := r.Get("code"); names[code] == "" {
			names[code] = r.Get("name")
		}
	}
	return func(code string) string { return names[code] }
}

func filled(t testing.TB, n int) *archive.Archive {
	t.Helper()
	a, err := archive.Open(filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	reports := archivetest.Reports(1, n)
	reports = append(reports, archivetest.Revise(reports[0]))
	for _, r := range reports {
		if _, err := a.Add(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

func testName(code string) string {
	return map[string]string{
		"IRN": "Iran", "RUS": "Russia", "NOR": "Norway", "CIV": "Côte d’Ivoire", "TUR": "Türkiye", "KEN": "Kenya", "PER": "Peru", "VNM": "Viet Nam",
	}[code]
}

func errorf(format string, args ...any) error { return fmt.Errorf(format, args...) }
