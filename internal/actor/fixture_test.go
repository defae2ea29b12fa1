package actor

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"dyad/event"
	"dyad/internal/calendar"
	"dyad/internal/language"
)

var update = flag.Bool("update", false, "write the golden files anew")

// fixture reads sentences that were parsed once, so that these tests do not move with the language model. A sentence is a
// line of tokens "form|UPOS|relation|head" or "form|UPOS|relation|head|lemma", the head 1-based, 0 for the root, and "~" before a token that touches the one
// before it; an empty line begins a new text.
func fixture(t testing.TB, data string) (texts []string, sents [][]language.Sentence) {
	t.Helper()
	for block := range strings.SplitSeq(strings.TrimSpace(data), "\n\n") {
		var text strings.Builder
		var ss []language.Sentence
		for line := range strings.SplitSeq(block, "\n") {
			if strings.HasPrefix(line, "#") || line == "" {
				continue
			}
			if text.Len() > 0 {
				text.WriteByte(' ')
			}
			s := language.Sentence{Start: text.Len()}
			for i, w := range strings.Fields(line) {
				tight := strings.HasPrefix(w, "~")
				f := strings.Split(strings.TrimPrefix(w, "~"), "|")
				if len(f) == 4 {
					f = append(f, strings.ToLower(f[0]))
				}
				if len(f) != 5 {
					t.Fatalf("token %q: expected form|UPOS|relation|head, and the lemma if it is another word", w)
				}
				if i > 0 && !tight {
					text.WriteByte(' ')
				}
				var head int
				if _, err := fmt.Sscan(f[3], &head); err != nil {
					t.Fatalf("token %q: %v", w, err)
				}
				start := text.Len()
				text.WriteString(f[0])
				s.Tokens = append(s.Tokens, language.Token{
					Start: start, End: text.Len(), Form: f[0], Lemma: f[4], UPOS: f[1], Rel: f[2], Head: head - 1,
				})
			}
			s.End = text.Len()
			ss = append(ss, s)
		}
		texts, sents = append(texts, text.String()), append(sents, ss)
	}
	return texts, sents
}

// show prints a mention on one line.
func show(text string, m *Mention) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-12s [%s]", m.Kind, text[m.Start:m.Stop])
	for _, f := range []struct {
		on   bool
		name string
	}{{m.Modifier, "modifier"}, {m.Place, "place"}, {m.Official, "official"}} {
		if f.on {
			b.WriteString(" " + f.name)
		}
	}
	if m.Antecedent >= 0 {
		fmt.Fprintf(&b, " <- %d", m.Antecedent)
	}
	for _, e := range m.Entities {
		b.WriteString(" = " + entity(e))
	}
	return b.String()
}

func entity(e event.Entity) string {
	s := "---"
	if e.Code != nil {
		s = *e.Code
	}
	s += ":" + strings.Join(e.Sector, ";")
	if e.Name != "" {
		s += " " + e.Name
	}
	if e.Office != "" {
		s += ", " + e.Office
	}
	return s
}

// TestMentions holds the mentions of parsed sentences against a golden file.
func TestMentions(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := dictionary(t)
	texts, sents := fixture(t, string(data))
	var b strings.Builder
	for i, text := range texts {
		fmt.Fprintf(&b, "# %s\n", text)
		on := calendar.Interval{Earliest: "2004-05-10", Latest: "2004-05-10"}
		for k, m := range d.Find(text, sents[i], Context{}).Settle(on) {
			fmt.Fprintf(&b, "%2d %s\n", k, show(text, &m))
		}
		b.WriteByte('\n')
	}
	golden(t, "testdata/mentions.golden", b.String())
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s:%d differs\n got %q\nwant %q\nlook at the change and, if it is right, run go test -update", file, i+1, at(g, i), at(w, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}
