package dictionary

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// A Refusal names something of an input that is not in the table: a line that was refused, or, if Lost is false, a line
// that was read with a remark (a part of a code that PLOVER has no word for, a second entry of the same name).
type Refusal struct {
	File     string
	Line     int
	Lost     bool
	Text     string // what stands there, shortened
	Wrong    string // what is wrong with it
	Expected string // what was expected; "" where Wrong says it
}

func (r Refusal) String() string {
	s := fmt.Sprintf("%s:%d: %s", r.File, r.Line, r.Wrong)
	if r.Expected != "" {
		s += "; expected " + r.Expected
	}
	return s
}

// WriteRefusals writes a list of refusals as tab-separated values.
func WriteRefusals(w io.Writer, list []Refusal) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, `# Lines of the input that were refused, and lines that were read with a remark.
# what  refused | remark
file	line	what	text	wrong	expected
`)
	for _, r := range list {
		what := "remark"
		if r.Lost {
			what = "refused"
		}
		fmt.Fprintf(out, "%s\t%d\t%s\t%s\t%s\t%s\n", r.File, r.Line, what, r.Text, r.Wrong, r.Expected)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the list of refusals: %w", err)
	}
	return nil
}

// quoted shortens a text for a message and makes it printable.
func quoted(s string) string {
	const most = 80
	s = strings.ToValidUTF8(s, "�")
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '·'
		}
		return r
	}, s)
	if rs := []rune(s); len(rs) > most {
		s = string(rs[:most]) + "…"
	}
	return strings.TrimSpace(s)
}
