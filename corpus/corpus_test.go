package corpus_test

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"dyad/corpus"
	"dyad/internal/evaluate"
	"dyad/internal/plover"
)

// TestGold checks that the gold speaks of its reports: every string stands where it says, every type, mode and code
// exists, every date is one.
func TestGold(t *testing.T) {
	gold, err := evaluate.ReadGold(corpus.Reports())
	if err != nil {
		t.Fatal(err)
	}
	if len(gold) != 100 {
		t.Errorf("%d sample reports with gold, want 100", len(gold))
	}
	for _, g := range gold {
		t.Run(g.Report, func(t *testing.T) { checkGold(t, g) })
	}
}

func checkGold(t *testing.T, g evaluate.Gold) {
	raw, err := fs.ReadFile(corpus.Reports(), g.Report)
	if err != nil {
		t.Fatal(err)
	}
	text := blanks(string(raw))
	plain := path.Ext(g.Report) == ".txt" // elsewhere entities and escapes stand between the file and its text
	stands := func(what, s string) {
		if s == "" || strings.Contains(s, "\n") {
			t.Errorf("%s %q is empty or broken over lines", what, s)
		}
		if plain && !strings.Contains(text, blanks(s)) {
			t.Errorf("%s %q is not in the report", what, s)
		}
	}
	for _, s := range slices.Concat(g.Absent, g.Once) {
		stands("string", s)
	}
	for _, e := range g.Events {
		stands("event in", e.In)
		if !strings.Contains(e.In, e.Text) || e.Text == "" {
			t.Errorf("predicate %q is not in %q", e.Text, e.In)
		}
		checkType(t, e)
		for _, p := range slices.Concat(e.Actor, e.Recipient, e.ClaimedBy) {
			checkParty(t, p)
		}
		for _, d := range []string{e.Date, e.EndDate} {
			checkDay(t, d)
		}
		if len(e.Actor) == 0 {
			t.Errorf("event %q has no actor", e.Text)
		}
	}
	for _, q := range g.Quotes {
		stands("quote", q.Text)
		if q.Kind != "direct" && q.Kind != "indirect" {
			t.Errorf("quote kind %q", q.Kind)
		}
		if q.Speaker != "" {
			checkParty(t, q.Speaker)
		}
	}
	for _, n := range g.None {
		stands("none", n.In)
	}
	checkDay(t, g.Published.Earliest)
	checkDay(t, g.Published.Latest)
}

func checkType(t *testing.T, e evaluate.GoldEvent) {
	typ, ok := plover.Lookup(e.Event)
	if !ok {
		t.Errorf("event %q: no type %q", e.Text, e.Event)
	}
	for _, m := range e.Mode {
		if !slices.ContainsFunc(typ.Modes, func(x plover.Mode) bool { return x.Name == m }) {
			t.Errorf("event %q: %s has no mode %q", e.Text, e.Event, m)
		}
	}
	if e.Aux != nil && !slices.Contains([]string{"future", "historical", "hypothetical", "negation"}, *e.Aux) {
		t.Errorf("event %q: no aux %q", e.Text, *e.Aux)
	}
}

func checkParty(t *testing.T, p string) {
	code, sectors, _ := strings.Cut(p, ":")
	if len(code) != 3 || strings.ToUpper(code) != code {
		t.Errorf("party %q: the code is three capital letters or ---", p)
	}
	for s := range strings.SplitSeq(sectors, ";") {
		if s != "" && (len(s) != 3 || strings.ToUpper(s) != s) {
			t.Errorf("party %q: a sector is three capital letters", p)
		}
	}
}

func checkDay(t *testing.T, day string) {
	if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
		t.Errorf("%q is no day", day)
	}
}

// blanks makes every run of white space one blank.
func blanks(s string) string { return strings.Join(strings.Fields(s), " ") }
