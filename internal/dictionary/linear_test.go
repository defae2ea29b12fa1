package dictionary

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

// Inputs made to be slow are read in about the time of ordinary ones of their length.
func TestNoInputIsSlow(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some MB")
	}
	const n = 50_000
	repeat := func(format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	check := func(data string) func() error {
		return func() error {
			_, err := Check(Source{"t.tsv", strings.NewReader(header + data)}, func(Fault) {})
			return err
		}
	}
	petrarch := func(data string) func() error {
		return func() error {
			im, err := Petrarch([]Source{{"t.txt", strings.NewReader(data)}})
			if err == nil {
				err = Write(io.Discard, nil, im.Rows)
			}
			return err
		}
	}
	for name, run := range map[string]func() error{
		"rows that are alike":         check(repeat("Berg%.0d\tperson\tSWE\t\t\t\t\tDahl;A\n")),
		"names of one another":        check(repeat("B%d\tgroup\tSWE\t\t\t\t\tA\n") + repeat("A%.0d\tgroup\tSWE\t\t\t\t\tB1;B2\n")),
		"a long chain of other names": check(repeat("B%[1]d\tgroup\tSWE\t\t\t\t\tB1%[1]d\n")),
		"a cell of many names":        check("Berg\tgroup\tSWE\t\t\t\t\t" + repeat("N%d;") + "\n"),
		"codes of one phrase":         petrarch("BERG_\n" + repeat("\t[SWEGOV 9001%02[1]d-9112%02[1]d]\n") + repeat("\t[SWEGOV >19%05d]\n")),
		"days of one phrase":          petrarch("BERG_\n" + strings.Repeat("\t[SWEGOV 900101-900101]\n\t[SWEMIL 910101-910105]\n", n)),
		"entries of one phrase":       petrarch(repeat("BERG_%.0d[SWEGOV]\n")),
		"names of one phrase":         petrarch("AL-BERG_ [SWEGOV]\n" + repeat("+AL-BERG%d_\n")),
		"words of a set":              petrarch("!A! = " + repeat("W%d, ") + "\n" + strings.Repeat("X!A! [~GOV]\n", 1000)),
		"comments":                    petrarch(strings.Repeat("<!-- -->", n) + strings.Repeat("<", n) + "\n"),
		"brackets":                    petrarch("BERG_ " + strings.Repeat("[SWEGOV]", n) + "\n"),
	} {
		start := time.Now()
		if err := run(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took > 15*time.Second {
			t.Errorf("%s: %v", name, took)
		} else {
			t.Log(name, took)
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string
	}{
		{"", ""},
		{"a\nb", "a|b|"},
		{"a\r\n\nb\n", "a||b|"},
		{"abcd\nabcde\nabcdef\r\nx", "abcd|abcd+|abcd+|x|"},
		{strings.Repeat("x", 200_000) + "\ny", "xxxx+|y|"},
	} {
		got := ""
		l := newLines(strings.NewReader(c.in), 4)
		for l.next() == nil {
			got += string(l.buf)
			if l.long {
				got += "+"
			}
			got += "|"
		}
		if got != c.want || l.size != int64(len(c.in)) {
			t.Errorf("%.20q: %q, want %q; %d bytes", c.in, got, c.want, l.size)
		}
	}
}
