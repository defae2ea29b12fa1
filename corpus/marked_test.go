package corpus_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dyad/corpus"
)

func TestReadTimes(t *testing.T) {
	const file = "# explains\n\n== a | 2016-08-16\nOn {Monday|date|2016-08-15} in {March|date|2016-03}, {two days|duration|P2D}.\n\nEnd {soonish|date|}.\n== b | 2016-08-17\nNothing since {2012|period|2012-02..}.\n"
	got, err := corpus.ReadTimes("f.txt", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Where != "f.txt:3" || got[0].Text != "On Monday in March, two days.\n\nEnd soonish.\n" {
		t.Fatalf("got %+v", got)
	}
	var list []string
	for _, r := range got {
		for _, m := range r.Times {
			list = append(list, fmt.Sprintf("%s %s %s/%s %s", r.Text[m.Start:m.End], m.Kind, m.Earliest, m.Latest, m.Value))
		}
	}
	want := []string{"Monday date 2016-08-15/2016-08-15 ", "March date 2016-03-01/2016-03-31 ", "two days duration / P2D", "soonish date / ", "2012 period 2012-02-01/ "}
	if !slices.Equal(list, want) {
		t.Errorf("got %q, want %q", list, want)
	}
}

// A fault names the file and the line of its text.
func TestReadTimesFaults(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"day", "== a | 2016-02-30\nx\n", `f.txt:1: "2016-02-30" is no day; write YYYY-MM-DD`},
		{"fields", "== a\nx\n", `f.txt:1: "== a" is no head of a text; write == ID | DAY`},
		{"text before", "x\n== a | 2016-02-03\n", `f.txt:1: text before the first head; write == ID | DAY`},
		{"twice", "== a | 2016-02-03\nx\n== a | 2016-02-03\nx\n", "f.txt:3: there are two texts a"},
		{"mark", "== a | 2016-02-03\nOn {Monday|date}.\n", "f.txt:2: a: {Monday|date}.: a mark is written {words|kind|value}"},
		{"kind", "== a | 2016-02-03\nOn {Monday|day|2016-02-01}.\n", `f.txt:2: a: {Monday|day|2016-02-01}: kind "day" is none of date, period, recurring, duration`},
		{"value", "== a | 2016-02-03\nOn {Monday|date|2016-02-31}.\n", `f.txt:2: a: {Monday|date|2016-02-31}: "2016-02-31" is no day, month or year`},
		{"backwards", "== a | 2016-02-03\nOn {Monday|date|2016-02-03..2016-02-01}.\n", "f.txt:2: a: {Monday|date|2016-02-03..2016-02-01}: 2016-02-03..2016-02-01 ends before it begins"},
		{"later line", "== a | 2016-02-03\n\nOn Monday.\n\nOn {Tuesday|x|}.\n", `f.txt:5: a: {Tuesday|x|}: kind "x" is none of date, period, recurring, duration`},
		{"duration", "== a | 2016-02-03\n{three days|duration|3 days}\n", `f.txt:2: a: {three days|duration|3 days}: "3 days" is no duration; write P2D, P3W, PT4H, or nothing`},
		{"recurring", "== a | 2016-02-03\n{daily|recurring|P1D}\n", `f.txt:2: a: {daily|recurring|P1D}: what recurs has no value`},
		{"nested", "== a | 2016-02-03\n{early {May|date|2016-05}\n", `f.txt:2: a: {early {May|date|2016-05}: a mark is written {words|kind|value}`},
		{"stray", "== a | 2016-02-03\nOn Monday} {May|date|2016-05}\n", "f.txt:2: a: a } that closes no mark"},
		{"no text", "== a | 2016-02-03\n\n== b | 2016-02-03\nx\n", "f.txt:1: a has no text"},
		{"no id", "== | 2016-02-03\nx\n", `f.txt:1: "== | 2016-02-03" is no head of a text; write == ID | DAY`},
		{"another format", "== a | 2016-02-03 | weekday | x\nx\n", `f.txt:1: "== a | 2016-02-03 | weekday | x" is no head of a text; write == ID | DAY`},
		{"nothing", "", "f.txt: no text in it; the head of a text is written == ID | DAY"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := corpus.ReadTimes("f.txt", strings.NewReader(c.file)); err == nil || err.Error() != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// The marked reports and the dated texts that the program carries are in their format.
func TestMarkedFiles(t *testing.T) {
	for name, least := range map[string]int{"develop.txt": 40, "measured.txt": 60} {
		f, err := corpus.Times().Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		reports, err := corpus.ReadTimes(name, f)
		if err != nil {
			t.Fatal(err)
		}
		if len(reports) < least {
			t.Errorf("times/%s: %d reports, want %d", name, len(reports), least)
		}
		for _, r := range reports {
			if len(r.Times) == 0 || strings.ContainsAny(r.Text, "{}|") {
				t.Errorf("times/%s: %d marks, and the text is %q", r.Where, len(r.Times), r.Text)
			}
		}
	}
	for name, least := range map[string]int{"develop.txt": 60, "measured.txt": 200, "news.txt": 100} {
		kinds := corpus.DateKinds()
		if name == "news.txt" {
			kinds = corpus.NewsKinds()
		}
		f, err := corpus.Dates().Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		texts, err := corpus.ReadDates(name, f)
		if err != nil {
			t.Fatal(err)
		}
		if len(texts) < least {
			t.Errorf("dates/%s: %d texts, want %d", name, len(texts), least)
		}
		for _, d := range texts {
			if !slices.Contains(kinds, d.Kind) || len(strings.Fields(d.Text)) < 30 {
				t.Errorf("dates/%s: kind %q, %d words", d.Where, d.Kind, len(strings.Fields(d.Text)))
			}
		}
	}
}

// Whatever stands in a file, it is read or refused, and marks lie in their text.
func FuzzReadMarked(f *testing.F) {
	f.Add("== a | 2016-08-16\nOn {Monday|date|2016-08-15}.\n")
	f.Add("# x\n== a | 2016-08-16 | office | n\n{|}\n")
	f.Add("== a | 2016-08-16\n{a|duration|}{b|date|..2016}{")
	f.Fuzz(func(t *testing.T, file string) {
		reports, err := corpus.ReadTimes("f", strings.NewReader(file))
		for _, r := range reports {
			for _, m := range r.Times {
				if err != nil || m.Start < 0 || m.Start >= m.End || m.End > len(r.Text) {
					t.Fatalf("%q: %+v, %v", file, m, err)
				}
			}
		}
		_, _ = corpus.ReadDates("f", strings.NewReader(file))
	})
}
