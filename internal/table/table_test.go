package table

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestRead(t *testing.T) {
	rows, err := Read("t.tsv", []byte("# what it is\nname\tcode\tothers\n\nFrance\tFRA\tthe Republic; Gaul;\r\n# aside\nChad\tTCD\n"), "name", "code", "others")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[0].Get("code") != "FRA" || rows[1].Get("others") != "" || rows[1].Where() != "t.tsv:6" {
		t.Errorf("rows: %+v", rows)
	}
	if got := rows[0].List("others"); len(got) != 2 || got[0] != "the Republic" || got[1] != "Gaul" {
		t.Errorf("list: %q", got)
	}
	if got := rows[1].Errorf("code", "no state %q", "TCD").Error(); got != `t.tsv:6: column code: no state "TCD"` {
		t.Errorf("error: %s", got)
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", "t.tsv: no header line"},
		{"only comments", "# a\n", "t.tsv: no header line"},
		{"wrong columns", "a\tc\n", `t.tsv:1: the columns are ["a" "c"]`},
		{"too many cells", "a\tb\n1\t2\t3\n", "t.tsv:2: 3 cells, expected at most 2"},
		{"bad UTF-8", "a\tb\n\xff\n", "t.tsv:2: the line is not valid UTF-8"},
		{"long line", "a\tb\n" + strings.Repeat("x", maxLine+1), "t.tsv:2: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read("t.tsv", []byte(c.data), "a", "b")
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("error %v, want %q…", err, c.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("a\tb\n1\t2\n"))
	f.Add([]byte("#\n\n\ta\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := Read("t.tsv", data, "a", "b")
		if err != nil && !strings.HasPrefix(err.Error(), "t.tsv") {
			t.Errorf("the error does not name the file: %v", err)
		}
		for _, r := range rows {
			r.List("a")
			r.Get("b")
		}
	})
}

func TestReadFile(t *testing.T) {
	files := fstest.MapFS{"data/a.tsv": {Data: []byte("a\tb\n1\t2\n")}}
	rows, err := ReadFile(files, "internal/x", "data/a.tsv", "a", "b")
	if err != nil || len(rows) != 1 || rows[0].Where() != "internal/x/data/a.tsv:2" {
		t.Errorf("%+v, %v", rows, err)
	}
	if _, err := ReadFile(files, "internal/x", "data/b.tsv", "a"); err == nil || !strings.Contains(err.Error(), "data/b.tsv") {
		t.Errorf("error %v, want one that names the file", err)
	}
}
