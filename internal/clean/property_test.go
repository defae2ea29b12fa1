package clean

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
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
		if r == ' ' || r == '\n' {
			continue
		}
		if strings.HasPrefix(x.Raw[at:], string(r)) {
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

// checkRemoved checks that the removed passages lie in the input, in order, and hold nothing that was kept.
func checkRemoved(t *testing.T, x *Text) {
	t.Helper()
	kept := make([]bool, len(x.Raw)+1)
	for i, r := range x.Text {
		if r != ' ' && r != '\n' {
			kept[x.RawOffset(i)] = true
		}
	}
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
