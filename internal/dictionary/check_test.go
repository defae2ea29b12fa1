package dictionary

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const header = "name\tkind\tcode\tsector\toffice\tfrom\tto\tnames\n"

func faults(t *testing.T, data string) []string {
	t.Helper()
	var list []string
	if _, err := Check(Source{"t.tsv", strings.NewReader(data)}, func(f Fault) { list = append(list, f.Error()) }); err != nil {
		t.Fatal(err)
	}
	return list
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       []string // how each fault begins
	}{
		{"nothing wrong", header + "Anna Berg\tperson\tSWE\tGOV\tforeign minister\t2001\t2003-05-08\tA. Berg\nAnna Berg\tperson\tSWE\tGOV\tprime minister\t2003-05\nBerg League\tgroup\tBL2\tREB\n# aside\n\nfarmhand\trole\t\tAGR\nSleeping Sea\tnone\n", nil},
		{"an office of an organisation", header + "Ferry League\torganisation\tIGO\nAnna Berg\tperson\tFerry League\tGOV\tpresident\nOtto Dahl\tperson\tFerry Leag\tGOV\tpresident\n", []string{`t.tsv:4: column code: "Ferry Leag" is neither`}},
		{"bad dates", header + "Anna Berg\tperson\tSWE\t\t\t2001-13\t2001-02-30\n", []string{`t.tsv:2: column from: "2001-13" is no date; expected YYYY, `, `t.tsv:2: column to: "2001-02-30"`}},
		{"reversed", header + "Anna Berg\tperson\tSWE\t\t\t2004-05\t2004-04-30\n", []string{"t.tsv:2: column to: 2004-04-30 is before 2004-05 in column from"}},
		{"a year and its day", header + "Anna Berg\tperson\tSWE\t\t\t2004-05-10\t2004\n", nil},
		{"overlapping", header + "Anna Berg\tperson\tSWE\tGOV\t\t2001\t2003-05-08\nAnna Berg\tperson\tSWE\tOPP\t\t2003-04\t2004\n", []string{"t.tsv:3: column from: the term overlaps that of line 2"}},
		{"perhaps overlapping", header + "Anna Berg\tperson\tSWE\tGOV\t\t2001\t2003-05\nAnna Berg\tperson\tSWE\tOPP\t\t2003-05-08\t2004\n", nil},
		{"inside a longer term", header + "Anna Berg\tperson\tSWE\t\t\t1990\t2010\nAnna Berg\tperson\tSWE\tOPP\t\t1991\t1992\nAnna Berg\tperson\tSWE\tGOV\t\t2001\t2003\n", []string{"t.tsv:3: column from: the term overlaps that of line 2", "t.tsv:4: column from: the term overlaps that of line 2"}},
		{"successors may share a day", header + "Anna Berg\tperson\tSWE\tGOV\t\t\t2003-05-08\nAnna Berg\tperson\tSWE\tOPP\t\t2003-05-08\n", nil},
		{"twice", header + "Anna Berg\tperson\tSWE\nAnna Berg\tperson\tSWE\n", []string{"t.tsv:3: the row is that of line 2 again"}},
		{"two meanings", header + "Berg\tgroup\tSWE\nDahl\tbody\tNOR\t\t\t\t\tBERG\n", []string{`t.tsv:3: column names: "BERG" means Berg on line 2 too`}},
		{"namesakes", header + "Anna Berg\tperson\tSWE\t\t\t\t\tA. Berg\nAlma Berg\tperson\tNOR\t\t\t\t\tA. Berg\n", nil},
		{"one name, one after the other", header + "Berg\tgroup\tSWE\t\t\t\t1990\nDahl\tgroup\tNOR\t\t\t1991\t\tBerg\n", nil},
		{"a cycle of two", header + "Anna Berg\tperson\tSWE\t\t\t\t\tA. Dahl\nA. Dahl\tperson\tSWE\t\t\t\t\tAnna Berg\n", []string{`t.tsv:3: column names: "Anna Berg" is another name of "A. Dahl"`}},
		{"a cycle of three", header + "A\tperson\tSWE\t\t\t\t\tB\nB\tperson\tSWE\t\t\t\t\tC\nC\tperson\tSWE\t\t\t\t\tA\n", []string{`t.tsv:4: column names: "A" is another name of "C", which leads back to it from line 2: a cycle`}},
		{"unknown words", header + "Berg\tclub\tSWE\nDahl\tgroup\tsw\tREB;XYZ\nVik\tperson\tSWE\t\tferryman\nHolm\tbody\tSWE\t\tpresident\n", []string{`t.tsv:2: column kind: "club" is not known; expected one of state, person`, `t.tsv:3: column sector: "XYZ" is no sector`, `t.tsv:3: column code: "sw" is no code`, `t.tsv:4: column office: "ferryman" is no office`, "t.tsv:5: column office: a body holds no office"}},
		{"empty cells", header + "\tperson\tSWE\nferrywoman\trole\n", []string{"t.tsv:2: column name: the cell is empty", "t.tsv:3: column sector: the cell is empty"}},
		{"its own name", header + "Berg\tgroup\tSWE\t\t\t\t\tBerg;Dahl;Dahl\n", []string{`t.tsv:2: column names: "Dahl" stands there twice`, `t.tsv:2: column names: "Berg" is the printed name itself`}},
		{"too many cells", header + "Berg\tgroup\tSWE\t\t\t\t\t\t\tx\n", []string{"t.tsv:2: 10 cells; expected at most 8"}},
		{"bad UTF-8", header + "Berg\tgro\xffup\tSWE\nDahl\tclub\tSWE\n", []string{"t.tsv:2: column kind: byte 9 is not valid UTF-8", "t.tsv:3: column kind"}},
		{"an unknown column", "name\tkind\tcode\tsector\toffice\tsince\tto\tnames\nBerg\tclub\tSWE\n", []string{"t.tsv:1: column since: there is no such column in a table of actors; expected name, kind", "t.tsv:1: column from: the column is missing", "t.tsv:2: column kind"}},
		{"another order", "kind\tname\tcode\tsector\toffice\tfrom\tto\tnames\n", []string{"t.tsv:1: the columns stand in another order"}},
		{"a column twice", "name\tkind\tcode\tsector\toffice\tfrom\tfrom\tnames\n", []string{"t.tsv:1: column from: the column stands there twice", "t.tsv:1: column to: the column is missing"}},
		{"no header", "# only comments\n", []string{"t.tsv: no header line; expected one that names the columns"}},
		{"a byte order mark", "\ufeff" + header + "Berg\tgroup\tSWE\n", []string{"t.tsv:1: the file begins with a byte order mark"}},
		{"no table", "Berg\tDahl\nVik\tHolm\n", []string{"t.tsv:1: the columns Berg, Dahl are those of no table"}},
		{"a long line", header + strings.Repeat("x", maxLine+1) + "\nBerg\tclub\tSWE\n", []string{"t.tsv:2: the line is too long; expected at most 1048576 bytes", "t.tsv:3: column kind"}},
		{"places", "name\tstate\tlat\tlon\tregion\tnames\tprecision\nVik\tISL\t63.4\t-190\t\t\ttown\nVik\tXYZ\t63.4\t19\t\t\tcity\nSleeping Sea\t\t10\t20\t\t\tregion\n", []string{`t.tsv:2: column lon: "-190" is no coordinate; expected degrees from -180 to 180`, `t.tsv:2: column precision: "town"`, `t.tsv:3: column state: "XYZ"`}},
		{"offices", "name\toffice\tof\tfrom\tto\tsector\tsurname\tnames\nAnna Berg\tpresident\tFerries\t2001\t2003\nAnna Berg\tpresident\tSWE\t2002\t2004\nAnna Berg\tpresident\tSWE\t2003\n", []string{`t.tsv:2: column of: "Ferries" is neither`, "t.tsv:4: column from: the term overlaps that of line 3"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := faults(t, c.data)
			if len(got) != len(c.want) {
				t.Fatalf("%d faults, want %d:\n%s", len(got), len(c.want), strings.Join(got, "\n"))
			}
			for i, w := range c.want {
				if !strings.HasPrefix(got[i], w) {
					t.Errorf("fault %q, want %q…", got[i], w)
				}
			}
		})
	}
}

// Our own tables of places are known to the check; those of actors are held against it by the people who write them.
func TestOurPlaces(t *testing.T) {
	for _, name := range []string{"countries.tsv", "known.tsv"} {
		f, err := os.Open(filepath.Join("../place/data", name))
		if err != nil {
			t.Fatal(err)
		}
		n, err := Check(Source{name, f}, func(f Fault) { t.Error(f) })
		if err != nil || n < 100 {
			t.Errorf("%s: %d rows, %v", name, n, err)
		}
		f.Close()
	}
}

// endless is a reader of one letter for ever.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// A line of a gigabyte costs no more memory than a line may have.
func TestHugeLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 1 GB")
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	data := io.MultiReader(strings.NewReader(header), io.LimitReader(endless{}, 1<<30), strings.NewReader("\nBerg\tclub\tSWE\n"))
	var got []int
	if _, err := Check(Source{"t.tsv", data}, func(f Fault) { got = append(got, f.Line) }); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if d := cmp.Diff([]int{2, 3}, got); d != "" {
		t.Errorf("lines with faults: %s", d)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 32<<20 {
		t.Errorf("%d bytes used", used)
	}
}

func FuzzCheck(f *testing.F) {
	f.Add([]byte(header + "Anna Berg\tperson\tSWE\t\t\t2001\t2003\tB\nB\tbody\tNOR\tGOV;X\tking\t\t\tAnna Berg\n"))
	f.Add([]byte("name\tstate\tlat\tlon\tregion\tnames\tprecision\nVik\tISL\t63\t19\t\t\tcity\n"))
	f.Add([]byte("code\tname\tkind\tnames\tadjectives\tpeople\tcapitals\tseats\tfrom\tto\nSWE\tSweden\tstate\t\t\t\t\t\t2001\t2000\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := bytes.Count(data, []byte("\n")) + 1
		_, err := Check(Source{"t.tsv", bytes.NewReader(data)}, func(f Fault) {
			if f.File != "t.tsv" || f.Line < 0 || f.Line > lines || f.Wrong == "" {
				t.Errorf("a fault that says nothing: %+v", f)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
