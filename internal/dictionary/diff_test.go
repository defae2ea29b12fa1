package dictionary

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// actors reads rows of an actors table from lines of words apart by ", ", with "-" for nothing.
func actors(t *testing.T, lines string) []Row {
	t.Helper()
	s := header
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		cells := strings.Split(strings.TrimSpace(line), ", ")
		for i, c := range cells {
			if c == "-" {
				cells[i] = ""
			}
		}
		s += strings.Join(cells, "\t") + "\n"
	}
	rows, err := Load(Source{"t.tsv", strings.NewReader(s)})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestDiff(t *testing.T) {
	const b = `
		Anna Berg, person, SWE, GOV, foreign minister, 2001-05-10, 2003-05-08, A. M. Berg
		Anna Berg, person, SWE, GOV, prime minister, 2003-05-08, 2007-02
		Otto Dahl, person, NOR, GOV, president, 1990, 1994
		Otto Vik, person, NOR, GOV, president, 1994, -
		Berg League, group, SWE, REB, -, -, -, BL
		farmhand, role, -, AGR`
	for _, c := range []struct {
		name, a string
		o       Options
		want    []string
	}{
		{"the same", b, Options{}, nil},
		{"dates that may be the same", "Anna Berg, person, SWE, GOV, -, 2001, 2003-05", Options{}, nil},
		{"several offices in a row", "Anna Berg, person, SWE, GOV, -, 2001-05, 2007-02-11", Options{}, nil},
		{"one term cut in two", "Otto Dahl, person, NOR, GOV, -, 1990, 1992-03\nOtto Dahl, person, NOR, GOV, -, 1992-03-05, 1994-01-02", Options{}, nil},
		{"another day", "Anna Berg, person, SWE, GOV, -, 2001-05-14, 2003-05-08", Options{}, []string{"Anna Berg SWE term: 2001-05-14 – 2003-05-08 / 2001-05-10 – 2003-05-08 (foreign minister)"}},
		{"another day that is near", "Anna Berg, person, SWE, GOV, -, 2001-05-14, 2003-05-08", Options{Days: 4}, nil},
		{"another day, settled", "Anna Berg, person, SWE, GOV, -, 2001-05-14, 2003-05-08", Options{Settled: []Settled{{Name: "Anna Berg", Of: "SWE", Theirs: "2001-05-14 – 2003-05-08"}}}, nil},
		{"another term, settled", "Anna Berg, person, SWE, GOV, -, 2001-05-14, 2003-05-08", Options{Settled: []Settled{{Name: "Anna Berg", Of: "SWE", Theirs: "1999"}}}, []string{"Anna Berg SWE term: 2001-05-14 – 2003-05-08 / 2001-05-10 – 2003-05-08 (foreign minister)"}},
		{"an end that one leaves open", "Otto Vik, person, NOR, GOV, -, 1994-05, 1998", Options{}, nil},
		{"by another name", "A.M. Berg, person, SWE, GOV, -, 2001-05, 2004", Options{}, []string{"Anna Berg SWE term: 2001-05 – 2004 / 2001-05-10 – 2003-05-08 (foreign minister)"}},
		{"by surname, state and time", "Berg, person, SWE, GOV, -, 2001-05-10, 2004", Options{}, []string{"Anna Berg SWE term: 2001-05-10 – 2004 / 2001-05-10 – 2003-05-08 (foreign minister)"}},
		{"in another spelling", "Ana Bergh, person, SWE, GOV, -, 2001-05-10, 2004", Options{}, []string{"Anna Berg SWE term: 2001-05-10 – 2004 / 2001-05-10 – 2003-05-08 (foreign minister)"}},
		{"a surname of another state", "Berg, person, NOR, GOV, -, 2001-05-10, 2004", Options{}, nil},
		{"the surname of two", "Otto, person, NOR, GOV, -, 1991, 1994", Options{}, []string{"Otto Dahl NOR term: 1991 – 1994 / 1990 – 1994 (president)"}},
		{"another code", "Anna Berg, person, NOR, GOV, -, 2001-05-10, 2003", Options{}, []string{"Anna Berg SWE code: NOR / SWE (foreign minister)"}},
		{"another sector", "Otto Dahl, person, NOR, MIL, -, 1990, 1994", Options{}, []string{"Otto Dahl NOR sector: MIL / GOV (president)"}},
		{"a time of which the other says nothing", "Anna Berg, person, SWE, OPP, -, 1990, 1995", Options{}, nil},
		{"out of office before what is known", "Anna Berg, person, SWE, ELI, -, -, 2002-01", Options{}, nil},
		{"a group", "BL, body, NOR, REB", Options{}, []string{"Berg League SWE code: NOR / SWE"}},
		{"a role", "farmhand, role, IGO, LAB", Options{}, []string{"farmhand  sector: LAB / AGR"}},
		{"the same role", "farmhand, role, IGO, AGR", Options{}, nil},
		{"nobody", "Alma Holm, person, SWE, GOV", Options{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			d, err := Diff(actors(t, c.a), actors(t, b), c.o)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range d.Disagreements {
				got = append(got, fmt.Sprintf("%s %s %s: %s / %s", x.Name, x.Of, x.What, x.A, x.B))
			}
			if s := cmp.Diff(c.want, got); s != "" {
				t.Errorf("(-want +got)\n%s", s)
			}
		})
	}
}

func TestDiffSummary(t *testing.T) {
	d, err := Diff(actors(t, "Anna Berg, person, SWE, GOV, -, 2001, 2003\nAlma Holm, person, SWE, GOV\nOtto Vik, person, NOR, GOV, -, 1994, 1998"), actors(t, "Anna Berg, person, SWE, GOV, -, 2002, 2003\nOtto Vik, person, NOR, GOV, -, 1994\nBerg League, group, SWE, REB"),
		Options{Settled: []Settled{{Name: "Anna Berg", Of: "SWE"}}})
	if err != nil {
		t.Fatal(err)
	}
	want := "2 names in both, 2 terms held against each other, 0 disagreements beside 1 that are settled; 1 terms are open in one only; only in a.tsv: 1 person; only in b.tsv: 1 group"
	if got := d.Summary("a.tsv", "b.tsv"); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if len(d.Lone) != 2 || d.Lone[0].Name != "Alma Holm" || d.Lone[1].Name != "Berg League" {
		t.Errorf("names in one only: %+v", d.Lone)
	}
}

// Our own tables can be compared, and agree with themselves.
func TestOurs(t *testing.T) {
	rows, err := Ours()
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for _, r := range rows {
		kinds[r.Kind]++
		if r.Code == "" && r.Kind != "role" || r.Kind == "person" && len(r.Sectors) == 0 && r.Code != "IGO" && r.Code != "UNO" && r.Code != "EUR" && r.Code != "NGO" {
			t.Errorf("a row that says too little: %+v", r)
		}
	}
	for _, k := range []string{"state", "organisation", "body", "group", "person", "role"} {
		if kinds[k] < 100 {
			t.Errorf("%d rows of kind %s", kinds[k], k)
		}
	}
	self, err := Diff(rows, rows, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range self.Disagreements {
		if d.What == "term" {
			t.Errorf("%+v", d)
		}
	}
}

func TestSettledMeans(t *testing.T) {
	const term = "1990-02-03 – 1994-05"
	for theirs, want := range map[string]bool{
		"": true, "all of it": true, "1990-02-03 – 1994-05": true, "1990-02-03": true, "to 1994-05-12": true, "900203-940512": true, "since 1990": true, ">19900203": true,
		"1990-02-04": false, "1990-02-03 – 1995": false, "1994-06": false,
	} {
		if got := (Settled{Theirs: theirs}).means(term); got != want {
			t.Errorf("%q means %s: %v", theirs, term, got)
		}
	}
}

func TestLoadSettled(t *testing.T) {
	list, err := LoadSettled(Source{"s.tsv", strings.NewReader("source\tname\tof\ttheirs\tours\tverdict\tnote\nREIGN\tAnna Berg\tSWE\t2001\t2002\tours\tsworn in\n")})
	if want := (Settled{Name: "Anna Berg", Of: "SWE", Theirs: "2001", Ours: "2002", Verdict: "ours", Note: "sworn in"}); err != nil || len(list) != 1 || list[0] != want {
		t.Errorf("%v, error %v", list, err)
	}
	if _, err := LoadSettled(Source{"s.tsv", strings.NewReader("name\tnote\n")}); err == nil || !strings.HasPrefix(err.Error(), "s.tsv:1: ") {
		t.Errorf("error %v, want one that names the line", err)
	}
}

func FuzzDiff(f *testing.F) {
	f.Add(header+"Anna Berg\tperson\tSWE\tGOV\t\t2001\t2003\n", header+"A. Berg\tperson\tSWE\tGOV\tpresident\t2002\t\tAnna Berg;Berg\n")
	f.Add(header+"Berg\tperson\tSWE\tELI\nBerg\tgroup\tNOR\n", header+"Anna Berg\tperson\tSWE\nBerg\tbody\tSWE\tGOV;MIL\n")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, errX := Load(Source{"a.tsv", strings.NewReader(a)})
		y, errY := Load(Source{"b.tsv", strings.NewReader(b)})
		if errX != nil || errY != nil {
			return
		}
		d, err := Diff(x, y, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range d.Disagreements {
			if x.A == x.B {
				t.Errorf("no disagreement: %+v", x)
			}
		}
	})
}
