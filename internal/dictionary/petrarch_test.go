package dictionary

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s (-want +got):\n%s", file, d)
	}
}

// table writes what an import gave: the rows, and what was refused.
func written(t *testing.T, im *Import) []byte {
	t.Helper()
	var b bytes.Buffer
	err := Write(&b, im.Notes, im.Rows)
	if im.Places != nil {
		b.Reset()
		err = WritePlaces(&b, im.Notes, im.Places)
	}
	if err != nil {
		t.Fatal(err)
	}
	b.WriteString("\n")
	if err := WriteRefusals(&b, im.Refused); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPetrarch(t *testing.T) {
	for _, name := range []string{"actors", "agents", "faults"} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile("testdata/petrarch/" + name + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			im, err := Petrarch([]Source{{name + ".txt", bytes.NewReader(data)}})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, "petrarch/"+name+".golden", written(t, im))
			everyLine(t, name+".txt", data)
			faultless(t, im)
		})
	}
}

// everyLine tells whether each line of a dictionary that says something is in the table or in the list of refusals.
func everyLine(t *testing.T, name string, data []byte) {
	t.Helper()
	p, err := newPetrarch()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.read(Source{name, bytes.NewReader(data)}); err != nil {
		t.Fatal(err)
	}
	told := map[int]bool{}
	for _, r := range p.records {
		for _, f := range r.phrases {
			told[f.line] = true
		}
		for _, c := range r.codes {
			told[c.line] = true
		}
	}
	for _, r := range p.Refused {
		if r.Lost {
			told[r.Line] = true
		}
	}
	q := &petrarch{}
	for i, line := range strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n") {
		q.line = i + 1
		if len(line) > maxLine {
			continue
		}
		text := strings.TrimSpace(q.uncomment(strings.TrimSuffix(line, "\r")))
		if text != "" && !told[q.line] && !strings.HasPrefix(text, "!") {
			t.Errorf("%s:%d: neither read nor refused: %q", name, q.line, text)
		}
	}
}

// faultless tells whether an imported table stands the check of tables.
func faultless(t *testing.T, im *Import) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, im.Notes, im.Rows); err != nil {
		t.Fatal(err)
	}
	table := b.String()
	if _, err := Check(Source{"imported", &b}, func(f Fault) { t.Errorf("%v\n%s", f, lineOf(table, f.Line)) }); err != nil {
		t.Fatal(err)
	}
}

func lineOf(s string, n int) string {
	if lines := strings.Split(s, "\n"); n > 0 && n <= len(lines) {
		return lines[n-1]
	}
	return ""
}

// phoenix opens the dictionaries of the Phoenix pipeline, which are not part of the project.
func phoenix(tb testing.TB) map[string][]byte {
	tb.Helper()
	files, _ := filepath.Glob("../../../shared/dictionaries/*.txt")
	if len(files) == 0 {
		tb.Skip("no dictionaries in ../shared")
	}
	data := map[string][]byte{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		data[filepath.Base(f)] = b
	}
	return data
}

func sources(data map[string][]byte) []Source {
	var list []Source
	for _, name := range []string{"Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt", "Phoenix.agents.txt"} {
		list = append(list, Source{name, bytes.NewReader(data[name])})
	}
	return list
}

func TestPhoenix(t *testing.T) {
	data := phoenix(t)
	im, err := Petrarch(sources(data))
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range data {
		everyLine(t, name, b)
	}
	faultless(t, im)
	if im.Lines < 76000 || len(im.Rows) < 36000 || im.Lost() > 500 {
		t.Errorf("%d lines, %d rows, %d lines refused", im.Lines, len(im.Rows), im.Lost())
	}
	has := func(want Row) {
		for _, r := range im.Rows {
			if r.Name == want.Name && r.From == want.From {
				if r.Kind != want.Kind || r.Code != want.Code || fmt.Sprint(r.Sectors) != fmt.Sprint(want.Sectors) || r.To != want.To {
					t.Errorf("%+v, want %+v", r, want)
				}
				return
			}
		}
		t.Errorf("no row of %s from %s", want.Name, want.From)
	}
	has(Row{Name: "Armenia", Kind: "state", Code: "ARM", From: "1991-12-21"})
	has(Row{Name: "Esko Aho", Kind: "person", Code: "FIN", Sectors: []string{"GOV"}, From: "1991-04-26", To: "1995-04-13"})
	has(Row{Name: "ASEAN", Kind: "organisation", Code: "IGO"})
	has(Row{Name: "combatant", Kind: "role", Sectors: []string{"UAF"}})
}

func BenchmarkPhoenix(b *testing.B) {
	data := phoenix(b)
	for b.Loop() {
		if _, err := Petrarch(sources(data)); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzPetrarch(f *testing.F) {
	for _, name := range []string{"actors", "agents", "faults"} {
		data, err := os.ReadFile("testdata/petrarch/" + name + ".txt")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		im, err := Petrarch([]Source{{"f.txt", bytes.NewReader(data)}})
		if err != nil {
			t.Fatal(err)
		}
		everyLine(t, "f.txt", data)
		faultless(t, im)
	})
}
