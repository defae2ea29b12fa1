package dictionary

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
)

// wikidataOf reads a dump and gives its rows.
func wikidataOf(t testing.TB, path string) ([]Row, *Dump) {
	t.Helper()
	var list []Row
	d, err := Wikidata(t.Context(), path, func(r Row) error { list = append(list, r); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return list, d
}

func TestWikidata(t *testing.T) {
	t.Chdir("testdata/wikidata")
	rows, d := wikidataOf(t, "dump.json")
	t.Chdir(packageDir)
	if d.Truncated != nil {
		t.Error(d.Truncated)
	}
	d.Rows = rows
	golden(t, "wikidata/dump.golden", written(t, &d.Import))
	faultless(t, &d.Import)
	if d.Offices != 7 || d.States != 3 || d.People != 9 {
		t.Errorf("%d offices, %d states, %d people", d.Offices, d.States, d.People)
	}
}

func TestWikidataPacked(t *testing.T) {
	plain, err := os.ReadFile("testdata/wikidata/dump.json")
	if err != nil {
		t.Fatal(err)
	}
	want, _ := wikidataOf(t, "testdata/wikidata/dump.json")
	packed := filepath.Join(t.TempDir(), "dump.json.gz")
	if err := os.WriteFile(packed, zipped(t, plain), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{packed, "testdata/wikidata/dump.json.bz2"} {
		got, d := wikidataOf(t, path)
		if s := cmp.Diff(want, got); s != "" || d.Truncated != nil {
			t.Errorf("%s: %v %s", path, d.Truncated, s)
		}
	}
}

func zipped(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A dump that breaks off anywhere gives what was told till then, and says so.
func TestWikidataTruncated(t *testing.T) {
	plain, err := os.ReadFile("testdata/wikidata/dump.json")
	if err != nil {
		t.Fatal(err)
	}
	all, _ := wikidataOf(t, "testdata/wikidata/dump.json")
	whole := map[string]bool{}
	for _, r := range all {
		whole[r.Name] = true
	}
	most := 0
	path := filepath.Join(t.TempDir(), "dump")
	for _, data := range [][]byte{plain, zipped(t, plain)} {
		for i := range 40 {
			cut := len(data) * i / 40
			if err := os.WriteFile(path, data[:cut], 0o644); err != nil {
				t.Fatal(err)
			}
			got, d := wikidataOf(t, path)
			if d.Truncated == nil || !strings.HasPrefix(d.Truncated.Error(), path) || !strings.Contains(d.Truncated.Error(), "breaks off") {
				t.Errorf("cut at %d: truncation %v", cut, d.Truncated)
			}
			for _, r := range got {
				if !whole[r.Name] {
					t.Errorf("cut at %d: %+v is not in the whole dump", cut, r)
				}
			}
			most = max(most, len(got))
		}
	}
	if most < len(all)/2 {
		t.Errorf("at most %d of %d rows were kept", most, len(all))
	}
}

func TestWikidataInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	d, err := Wikidata(ctx, "testdata/wikidata/dump.json", func(Row) error { return nil })
	if err != nil || d.Truncated == nil || !strings.Contains(d.Truncated.Error(), "context canceled") {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestWikidataErrors(t *testing.T) {
	if _, err := Wikidata(t.Context(), "missing.json", nil); err == nil || !strings.Contains(err.Error(), "missing.json") {
		t.Errorf("error %v, want one that names the file", err)
	}
	if _, err := Wikidata(t.Context(), "testdata/wikidata/dump.json", func(Row) error { return io.ErrShortWrite }); err == nil {
		t.Error("no error although the rows cannot be written")
	}
}

// Memory does not grow with the dump: a dump of many people takes what one of few takes.
func TestWikidataMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 60 MB")
	}
	plain, err := os.ReadFile("testdata/wikidata/dump.json")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(plain)), "\n")
	path := filepath.Join(t.TempDir(), "dump.json.gz")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := gzip.NewWriter(f)
	fmt.Fprintln(w, strings.Join(lines[:len(lines)-1], "\n")+",")
	filler := strings.Repeat("x", 1000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 60_000 {
		fmt.Fprintf(w, `{"type":"item","id":"Q%d","labels":{"en":{"language":"en","value":"Person %d %d"}},"claims":{"P39":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q900002"}}},"rank":"normal","qualifiers":{"P580":[{"snaktype":"value","datavalue":{"value":{"time":"+1990-01-01T00:00:00Z","precision":11}}}]}}]},"x":"%s"},`+"\n", 2_000_000+i, i, r.IntN(1000), filler)
	}
	fmt.Fprintln(w, "{}\n]")
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f.Close()
	var peak uint64
	n := 0
	_, err = Wikidata(t.Context(), path, func(Row) error {
		if n++; n%10_000 == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapAlloc)
		}
		return nil
	})
	if err != nil || n < 60_000 {
		t.Fatalf("%d rows, %v", n, err)
	}
	if peak > 48<<20 {
		t.Errorf("%d bytes were in use", peak)
	}
}

func TestPositions(t *testing.T) {
	p, err := readPositions()
	if err != nil {
		t.Fatal(err)
	}
	for label, want := range map[string]held{
		"Minister of Foreign Affairs of Norway": {"foreign minister", "NOR"}, "Norwegian Minister of Foreign Affairs": {"foreign minister", "NOR"},
		"Minister of Foreign Affairs (Norway)": {"foreign minister", "NOR"}, "President of the United States": {"president", "USA"},
		"Prime Minister of the United Kingdom": {"prime minister", "GBR"}, "prime minister": {"prime minister", ""}, "President of the Council of Ministers of Italy": {"prime minister", "ITA"},
		"King of Saudi Arabia": {"king", "SAU"}, "Saudi Arabian Minister of the Interior": {"interior minister", "SAU"}, "president of the Senate of France": {}, "President of Catalonia": {}, "Premier of Quebec": {},
		"Secretary-General of the United Nations": {"secretary-general", "United Nations"}, "ferry inspector of Norway": {}, "vice president of Norway": {"vice president", "NOR"},
		"Taoiseach": {"prime minister", "IRL"}, "Taoiseach of Norway": {}, "": {}, " of ": {}, "president of": {}, "minister (": {},
	} {
		got, ok := p.of("Q1", label)
		if got != want || ok != (want != held{}) {
			t.Errorf("%q: %+v %v, want %+v", label, got, ok, want)
		}
	}
	if got, _ := p.of("Q11696", "whatever"); got != (held{"president", "USA"}) {
		t.Errorf("Q11696: %+v", got)
	}
}

// The offices of the table of positions are ours, and so are the organisations and states that it names.
func TestPositionTable(t *testing.T) {
	p, err := readPositions()
	if err != nil {
		t.Fatal(err)
	}
	v, err := readVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	for title, h := range p.byTitle {
		if !v.offices[h.office] {
			t.Errorf("%s: %q is no office of roles.tsv", title, h.office)
		}
		if h.of != "" && !v.states[h.of] && !v.organisations[h.of] {
			t.Errorf("%s: %q is neither a state nor an organisation of ours", title, h.of)
		}
		if title != strings.ToLower(title) && !strings.HasPrefix(title, "Q") {
			t.Errorf("%s: not in small letters", title)
		}
	}
}

func FuzzWikidata(f *testing.F) {
	plain, err := os.ReadFile("testdata/wikidata/dump.json")
	if err != nil {
		f.Fatal(err)
	}
	lines := bytes.Split(plain, []byte("\n"))
	for _, l := range lines[:min(len(lines), 12)] {
		f.Add(slices.Concat([]byte("[\n"), l, []byte("\n]\n")))
	}
	path := filepath.Join(f.TempDir(), "dump")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(path, slices.Concat(data, plain), 0o644); err != nil {
			t.Fatal(err)
		}
		rows, d := wikidataOf(t, path)
		d.Rows = rows
		var b bytes.Buffer
		if err := Write(&b, nil, rows); err != nil {
			t.Fatal(err)
		}
		table := b.String()
		if _, err := Check(Source{"imported", &b}, func(f Fault) {
			// Two people may be called alike; in one person nothing overlaps.
			if !strings.Contains(f.Wrong, "overlaps") && !strings.Contains(f.Wrong, "again") && !strings.Contains(f.Wrong, "other name") {
				t.Errorf("%v\n%s", f, lineOf(table, f.Line))
			}
		}); err != nil {
			t.Fatal(err)
		}
	})
}
