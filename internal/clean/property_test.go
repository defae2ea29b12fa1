package clean

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"dyad/event"
)

// checkMap checks what must hold of every cleaned text: its form, and the map back to the input.
func checkMap(t *testing.T, x *Text) {
	t.Helper()
	if !utf8.ValidString(x.Raw) || !utf8.ValidString(x.Text) {
		t.Error("not valid UTF-8")
	}
	if s := strings.ReplaceAll(x.Text, "\n\n", ""); strings.ContainsAny(s, "\n\r\t\u00a0") || strings.Contains(x.Text, "  ") ||
		strings.Contains(x.Text, "\n ") || strings.Contains(x.Text, " \n") || strings.TrimSpace(x.Text) != x.Text {
		t.Errorf("not clean white space: %.200q", x.Text)
	}
	for i, r := range x.Text {
		at := x.RawOffset(i)
		if at < 0 || at > len(x.Raw) {
			t.Fatalf("byte %d maps to %d, outside of the input of %d bytes", i, at, len(x.Raw))
		}
		if r == ' ' || r == '\n' || strings.HasPrefix(x.Raw[at:], string(r)) {
			continue
		}
		if strings.HasPrefix(x.Raw[at:], "&") && strings.ContainsRune(html.UnescapeString(x.Raw[at:min(len(x.Raw), at+40)]), r) {
			continue
		}
		t.Fatalf("byte %d is %q, but maps to %.20q at %d", i, r, x.Raw[at:], at)
	}
	if at := x.RawOffset(len(x.Text)); at < 0 || at > len(x.Raw) {
		t.Errorf("the end maps to %d, outside of the input", at)
	}
	checkRemoved(t, x)
}

// keptBytes marks the bytes of the input that characters of the text map to.
func keptBytes(x *Text) []bool {
	kept := make([]bool, len(x.Raw)+1)
	for i, r := range x.Text {
		if r != ' ' && r != '\n' {
			at := x.RawOffset(i)
			for k := range utf8.RuneLen(r) {
				kept[min(at+k, len(x.Raw))] = true
			}
		}
	}
	return kept
}

// checkRemoved checks that the removed passages lie in the input, in order, and hold nothing that was kept.
func checkRemoved(t *testing.T, x *Text) {
	t.Helper()
	kept := keptBytes(x)
	last := 0
	for _, p := range x.Removed {
		if p.Start < last || p.End <= p.Start || p.End > len(x.Raw) {
			t.Fatalf("removed passage %+v is empty, out of order or outside of the input of %d bytes", p, len(x.Raw))
		}
		last = p.Start
		for i := p.Start; i < p.End; i++ {
			if kept[i] {
				t.Fatalf("byte %d is in the text and in removed passage %+v %.60q", i, p, x.Raw[p.Start:p.End])
			}
		}
	}
}

// checkNothingLost checks that every letter and digit of a text file is either kept or in a removed passage.
func checkNothingLost(t *testing.T, x *Text) {
	t.Helper()
	known := keptBytes(x)
	for _, p := range x.Removed {
		for i := p.Start; i < p.End; i++ {
			known[i] = true
		}
	}
	for i, r := range x.Raw {
		if (unicode.IsLetter(r) || unicode.IsDigit(r)) && !known[i] {
			t.Fatalf("lost: %.60q at byte %d is neither in the text nor in a removed passage", x.Raw[i:], i)
		}
	}
}

// checkAgain checks that cleaning a cleaned text takes nothing away but what may now look like its title.
func checkAgain(t *testing.T, x *Text) {
	t.Helper()
	again, err := Clean(event.Document{Raw: []byte(x.Text)})
	if err != nil {
		t.Fatal(err)
	}
	if again.Text == x.Text {
		return
	}
	if title, rest, ok := strings.Cut(x.Text, "\n\n"); ok && again.Text == rest && again.Source.Title == title {
		return
	}
	t.Errorf("cleaned again, the text changes: %+v", again.Removed)
	for _, p := range again.Removed {
		t.Logf("%s %.100q", p.Kind, again.Raw[p.Start:p.End])
	}
}

// TestRandomReports puts reports together of lines of every kind in any order, and checks what must hold of all.
func TestRandomReports(t *testing.T) {
	parts := []string{
		one, two, three, four, one + " " + two, two + " " + four, one + two, "Norway and Latvia sign treaty", "What comes next", "60", "3 comments", "latvia", "fishing treaty",
		"OSLO, May 14 (MNA) – " + one, "RIGA (Example Wire) - " + two, "NA/AK", two + " NA/AK", one + "   © 2011 Example Post. All rights reserved.", "Related:\n", "Cod prices rise", "Read more: x\n",
		"By Ann Writer", "14 May 2011", "https://example.org/2011/05/14/a", "The foreign ministers of Norway and Latvia signed", "treaty in Riga on Monday.", ", a Latvian official said.",
		one + "\u00a0 A treaty long awaited\u00a0 " + two, "He refused.", "- a commission", "(Reporting by Ann Writer; editing by Bo)", "Fjord Courier with agencies", "WORLD   SPORT   ENERGY", "", "", "",
		"All Content by Example News is licensed under a Creative Commons Attribution 4.0 International License. " + three, "(more)", "Tags: a, b\n", "“We", "”", "...", "—", "Q: Why?", "A: Because.",
	}
	ends := []string{"\n", "\n", "\n\n", " ", "\r\n", "\u00a0 ", "  ", "\u2029"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(parts[random.IntN(len(parts))])
			b.WriteString(ends[random.IntN(len(ends))])
		}
		checkRandomReport(t, b.String())
	}
}

func checkRandomReport(t *testing.T, raw string) {
	defer func() {
		if t.Failed() {
			t.Fatalf("of the report %q", raw)
		}
	}()
	x, err := Clean(event.Document{Raw: []byte(raw)})
	if err != nil {
		t.Fatal(err)
	}
	checkMap(t, &x)
	checkNothingLost(t, &x)
	for _, sentence := range []string{one, two, three, four} {
		if strings.Contains(raw, sentence) && !strings.Contains(x.Text, sentence) {
			t.Errorf("no copy is left of %q in %q", sentence, x.Text)
		}
	}
}

// TestShow cleans the files of $SHOW and prints what comes out: a tool for whoever writes rules.
func TestShow(t *testing.T) {
	if os.Getenv("SHOW") == "" {
		t.Skip("SHOW names no files")
	}
	paths, err := filepath.Glob(os.Getenv("SHOW"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no file matches %s", os.Getenv("SHOW"))
	}
	for _, path := range paths {
		x, err := Clean(readSample(t, path))
		if err != nil {
			t.Error(err)
			continue
		}
		t.Logf("== %s\nsource %+v\ndateline %+v\ndays %+v", path, x.Source, x.Dateline, x.Dates)
		for _, p := range x.Removed {
			t.Logf("   - %s %.90q", p.Kind, x.Raw[p.Start:p.End])
		}
		t.Logf("\n%s", x.Text)
	}
}
