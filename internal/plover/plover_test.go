package plover

import (
	"bytes"
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestTypesAndModes(t *testing.T) {
	modes := 0
	for _, x := range Types() {
		modes += len(x.Modes)
		if x.Definition == "" {
			t.Errorf("%s has no definition", x.Name)
		}
	}
	if len(Types()) != 16 || modes != 67 || len(AllContexts()) != 37 {
		t.Errorf("%d types, %d modes, %d contexts; PLOVER has 16, 67, 37", len(Types()), modes, len(AllContexts()))
	}
}

func TestScale(t *testing.T) {
	for _, c := range []struct {
		event string
		modes []string
		want  float64
	}{
		{"CONSULT", nil, 2.5},
		{"CONSULT", []string{"visit"}, 4},
		{"ASSAULT", []string{"beat", "primitive"}, -8},
		{"ASSAULT", []string{"no such mode"}, -9},
		{"REQUEST", []string{"meet"}, 0},
		{"NONE", nil, 0},
	} {
		if got := Scale(c.event, c.modes); got != c.want {
			t.Errorf("Scale(%s, %v) = %v, want %v", c.event, c.modes, got, c.want)
		}
	}
}

// The scores of the reference stand in a csv block of its section 6.2.
func TestScoresAreThoseOfTheReference(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/design/plover.md")
	if err != nil {
		t.Skip("the reference is not beside the repository: ", err)
	}
	_, block, _ := strings.Cut(string(raw), "```csv\n")
	block, _, ok := strings.Cut(block, "```")
	rows, err := csv.NewReader(strings.NewReader(block)).ReadAll()
	if !ok || err != nil || len(rows) != 84 {
		t.Fatalf("the block of scores was not understood: %d rows, %v", len(rows), err)
	}
	for _, r := range rows[1:] {
		want, _ := strconv.ParseFloat(r[2], 64)
		var modes []string
		if r[1] != "" {
			modes = []string{r[1]}
		}
		x, _ := Lookup(r[0])
		if _, ok := x.Mode(r[1]); r[1] != "" && !ok {
			t.Errorf("%s %s is missing", r[0], r[1])
		}
		if got := Scale(r[0], modes); got != want {
			t.Errorf("%s %s: score %v, want %v", r[0], r[1], got, want)
		}
		if strconv.Itoa(x.Quad) != r[3] || x.RecipientRequired != (r[4] == "1") {
			t.Errorf("%s: quad %d, recipient required %v; want %s, %s", r[0], x.Quad, x.RecipientRequired, r[3], r[4])
		}
	}
}

func TestContexts(t *testing.T) {
	for _, c := range []struct {
		words, want string
	}{
		{"police fire tear gas at the student", "repression"},
		{"the gas price rise", "natural_resource"},
		{"the Human Rights Watch report", "human_rights"},
		{"the tearful farewell", ""},
		{"tear", ""},
		{"a navy officer take bribe", "military corruption"},
	} {
		got := Contexts(strings.Fields(c.words))
		want := strings.Fields(c.want)
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("Contexts(%s) = %v, without %s", c.words, got, w)
			}
		}
		if c.want == "" && len(got) > 0 {
			t.Errorf("Contexts(%s) = %v, want none", c.words, got)
		}
	}
}

func TestCrosswalk(t *testing.T) {
	for _, c := range []struct {
		event, mode string
		contexts    []string
		act, code   string
	}{
		{"CONSULT", "visit", nil, "", "042"},
		{"AGREE", "", nil, "COOPERATE", "031"},
		{"AGREE", "", []string{"economic", "legal"}, "COOPERATE", "0311"},
		{"AGREE", "", nil, "", "030"},
		{"COERCE", "cyber", nil, "", "176"},
	} {
		if got, ok := CAMEO(c.event, c.mode, c.contexts, c.act, ""); !ok || got.Code != c.code {
			t.Errorf("CAMEO(%s %s %v %s) = %v, want %s", c.event, c.mode, c.contexts, c.act, got, c.code)
		}
	}
	// Every type and every mode has a code without further conditions, and every code a score.
	for _, x := range Types() {
		for _, m := range append([]Mode{{}}, x.Modes...) {
			e, ok := CAMEO(x.Name, m.Name, nil, "", "")
			if _, scored := Goldstein(e.Code); !ok || !scored {
				t.Errorf("%s %s: code %q, scored %v", x.Name, m.Name, e.Code, scored)
			}
		}
	}
	if i, ok := FromCAMEO("043"); !ok || i.Event != "CONSULT" || i.Roles != "swap" {
		t.Errorf("FromCAMEO(043) = %+v", i)
	}
}

func TestReadNamesTheFaultyCell(t *testing.T) {
	for _, c := range []struct{ file, content, want string }{
		{"type.tsv", "name\tquad\tscale\trecipient\tdefinition\nAGREE\t7\t1\tno\tx\n", "type.tsv:2: column quad"},
		{"mode.tsv", "type\tname\tscale\tdefinition\nAGREES\tvisit\t1\tx\n", "mode.tsv:2: column type"},
		{"mode.tsv", "type\tname\tscale\tdefinition\nAGREE\tvisit\t99\tx\n", "mode.tsv:2: column scale"},
		{"context.tsv", "name\tdefinition\tcues\nlegal\tx\t\n", "context.tsv:2: column cues"},
		{"goldstein.tsv", "cameo\tgoldstein\torigin\tolder\n01\tnone\n", "goldstein.tsv:2: column goldstein"},
	} {
		_, err := read(func(name string) ([]byte, error) {
			if name == c.file {
				return []byte(c.content), nil
			}
			return data.ReadFile("data/" + name)
		})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one that names %s", c.file, err, c.want)
		}
	}
}

func TestCodebookIsNotStale(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCodebook(&b); err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile("../../doc/codebook.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(old, b.Bytes()) {
		t.Error("doc/codebook.md is not what the tables say; run: go generate ./internal/plover")
	}
}
