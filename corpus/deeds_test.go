package corpus_test

import (
	"strings"
	"testing"

	"dyad/corpus"
)

func TestReadDeeds(t *testing.T) {
	const file = "== a | 1998-05-14\nShe {arrived|1998-05-12||Riga:LVA} and {will sign|1998-05|1998-06-01..1998-06-03|Riga:LVA;Oslo:NOR}, it {denied|||}.\n"
	got, err := corpus.ReadDeeds("f.txt", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].Text != "She arrived and will sign, it denied.\n" || len(got[0].Deeds) != 3 {
		t.Fatalf("got %+v", got)
	}
	d := got[0].Deeds[1]
	if got[0].Text[d.Start:d.End] != "will sign" || d.Date != "1998-05-01" || d.EndDate != "1998-05-31" || d.Planned != "1998-06-01" || d.PlannedEnd != "1998-06-03" || len(d.Places) != 2 {
		t.Errorf("got %+v", d)
	}
	if d := got[0].Deeds[2]; d.Date != "" || d.EndDate != "" || d.Places != nil {
		t.Errorf("got %+v, want a deed of unknown day and place", d)
	}
	if _, err := corpus.ReadDeeds("f.txt", strings.NewReader("== a | 1998-05-14\nShe {arrived|1998-05-12||}.\nHe {left|12 May||}.\n")); err == nil || !strings.HasPrefix(err.Error(), "f.txt:3: a: {left|12 May||}") {
		t.Errorf("got %v, want an error that names the mark", err)
	}
}

// The deeds that the program carries are in their format, and places are written Name:STATE.
func TestDeeds(t *testing.T) {
	f, err := corpus.When().Open("develop.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reports, err := corpus.ReadDeeds("develop.txt", f)
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) < 70 {
		t.Errorf("%d reports, want 70", len(reports))
	}
	for _, r := range reports {
		if len(r.Deeds) == 0 {
			t.Errorf("%s: no deed is marked", r.Where)
		}
		for _, d := range r.Deeds {
			for _, p := range d.Places {
				if name, state, _ := strings.Cut(p, ":"); name == "" || len(state) != 3 {
					t.Errorf("%s: %q is not Name:STATE", r.Where, p)
				}
			}
		}
	}
}
