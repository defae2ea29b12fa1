package evaluate

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dyad/internal/language"
)

const goldQuotes = "../../../shared/gold/quotes"

// The floors are what this version reaches, rounded down. This gold also counts thoughts, plans and wishes, and acts told
// as such, which dyad does not, so recall is low by intent.
func TestQuotesGold(t *testing.T) {
	if _, err := os.Stat(goldQuotes); err != nil {
		t.Skip("no gold data of quotes: ", err)
	}
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	h, err := Quotes(goldQuotes, m.Parse)
	if err != nil {
		t.Fatal(err)
	}
	s := h.All()
	t.Logf("content overlap F1 %.3f (P %.3f R %.3f), exact F1 %.3f (P %.3f R %.3f), source F1 %.3f", s.Content.F1(),
		s.Content.Precision(), s.Content.Recall(), s.Exact.F1(), s.Exact.Precision(), s.Exact.Recall(), s.Source.F1())
	t.Logf("direct: F1 %.3f (P %.3f R %.3f), speaker %.3f of %d", s.Direct.F1(), s.Direct.Precision(), s.Direct.Recall(), s.Speaker.Recall(), s.Speaker.Gold)
	for _, f := range []struct {
		what         string
		share, floor float64
	}{
		{"content, overlap", s.Content.F1(), 0.67},
		{"content, exact", s.Exact.F1(), 0.52},
		{"source", s.Source.F1(), 0.61},
		{"direct", s.Direct.F1(), 0.91},
		{"speaker of direct", s.Speaker.Recall(), 0.94},
	} {
		if f.share < f.floor {
			t.Errorf("%s: %.3f, the floor is %.2f", f.what, f.share, f.floor)
		}
	}
	if os.Getenv("DYAD_MISSES") != "" {
		for _, m := range h.Odd.Misses {
			t.Logf("%s %s | cue %q\n  gold %s\n  got  %s", m.Path, m.Kind, m.Cue, m.Gold, m.Got)
		}
	}
}

// Our own sentences: a mixed attribution that two quotes answer, one between doubled apostrophes, and a wish.
func TestQuotes(t *testing.T) {
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{
		"The minister said that the plan “will bring peace to all of us” soon. The mayor wants to rest.",
		"''We will not sign this text,'' the mayor said. The mayor attacked his rival.",
	}
	type attribution struct{ source, cue, content, kind string }
	gold := [][]attribution{
		{{"The minister", "said", "that the plan “will bring peace to all of us” soon", "mixed"}, {"The mayor", "wants", "to rest", "indirect"}},
		{{"the mayor", "said", "''We will not sign this text,''", "indirect"}, {"The mayor", "attacked", "his rival", "indirect"}},
	}
	dir := t.TempDir()
	var input, answers strings.Builder
	for i, text := range texts {
		span := func(s string) string {
			at := strings.Index(text, s)
			from := len([]rune(text[:at]))
			return fmt.Sprintf("[[%d,%d]]", from, from+len([]rune(s)))
		}
		fmt.Fprintf(&input, "{\"path\":\"%d\",\"text\":%q}\n", i, text)
		var list []string
		for _, a := range gold[i] {
			list = append(list, fmt.Sprintf(`{"source":%s,"cue":%s,"content":%s,"kind":%q,"cue_text":%q}`, span(a.source), span(a.cue), span(a.content), a.kind, a.cue))
		}
		fmt.Fprintf(&answers, "{\"path\":\"%d\",\"quotes\":[%s]}\n", i, strings.Join(list, ","))
	}
	for name, s := range map[string]string{"input.jsonl": input.String(), "gold.jsonl": answers.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h, err := Quotes(dir, m.Parse)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := h.Odd.Exact, (Score{Right: 1, Found: 1, Gold: 2}); got != want {
		t.Errorf("a mixed attribution and a wish: %+v, want %+v", got, want)
	}
	if got, want := h.Odd.Said.Exact, (Score{Right: 1, Found: 1, Gold: 1}); got != want || h.Odd.Thoughts != 1 {
		t.Errorf("without the wish: %+v and %d wishes, want %+v and 1", got, h.Odd.Thoughts, want)
	}
	if h.Odd.Clauses.Exact != h.Odd.Said.Exact || h.Odd.Phrases != 0 {
		t.Errorf("clauses and marks alone: %+v and %d phrases, want %+v and none", h.Odd.Clauses.Exact, h.Odd.Phrases, h.Odd.Said.Exact)
	}
	if got, want := h.Even.Direct, (Score{Right: 1, Found: 1, Gold: 1}); got != want {
		t.Errorf("between doubled apostrophes: %+v, want %+v", got, want)
	}
	if got := h.Even.Speaker; got.Right != 1 {
		t.Errorf("speaker: %+v", got)
	}
	if all := h.All(); all.Exact.Gold != 4 || all.Direct.Gold != 1 || all.Phrases != 1 || all.Clauses.Exact.Gold != 2 {
		t.Errorf("both halves: %+v", all)
	}
}
