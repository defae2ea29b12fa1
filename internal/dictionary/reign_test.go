package dictionary

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestReign(t *testing.T) {
	data, err := os.ReadFile("testdata/reign/leaders.csv")
	if err != nil {
		t.Fatal(err)
	}
	im, err := Reign(Source{"leaders.csv", bytes.NewReader(data)})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "reign/leaders.golden", written(t, im))
	faultless(t, im)
}

func TestReignHeader(t *testing.T) {
	for data, want := range map[string]string{
		"":                          "l.csv: no header line; expected comma-separated columns, among them ccode",
		"stateabb,ccode\nSWD,380\n": "l.csv:1: no column leader; expected the columns ccode",
	} {
		if _, err := Reign(Source{"l.csv", strings.NewReader(data)}); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", data, err, want)
		}
	}
}

// The list of leaders is not part of the project.
func TestReignLeaders(t *testing.T) {
	f, err := os.Open("../../../shared/facts/reign-leaders.csv")
	if err != nil {
		t.Skip("no list of leaders in ../shared")
	}
	defer f.Close()
	im, err := Reign(Source{"reign-leaders.csv", f})
	if err != nil {
		t.Fatal(err)
	}
	if len(im.Rows)+im.Lost() != im.Lines-1 || im.Lost() != 1 || im.Refused[0].Line != 2451 {
		t.Errorf("%d rows, %d refused of %d lines: %v", len(im.Rows), im.Lost(), im.Lines, im.Refused)
	}
	faultless(t, im)
}

func FuzzReign(f *testing.F) {
	data, err := os.ReadFile("testdata/reign/leaders.csv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		im, err := Reign(Source{"l.csv", bytes.NewReader(data)})
		if err != nil {
			return // a wrong header
		}
		var b bytes.Buffer
		if err := Write(&b, im.Notes, im.Rows); err != nil {
			t.Fatal(err)
		}
		table := b.String()
		if _, err := Check(Source{"imported", &b}, func(f Fault) {
			if !strings.Contains(f.Wrong, "overlaps") && !strings.Contains(f.Wrong, "again") { // what the list says twice
				t.Errorf("%v\n%s", f, lineOf(table, f.Line))
			}
		}); err != nil {
			t.Fatal(err)
		}
	})
}
