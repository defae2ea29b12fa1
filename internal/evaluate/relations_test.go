package evaluate

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestReadPairs(t *testing.T) {
	const head = "uid\tsentence\tmarked_sentence\tsource\ttarget\tgold_root\thalf\tfold\n"
	table, err := ReadPairs("t.tsv", strings.NewReader(head+
		"a\t\t<s>Chad</s> met <t>Togo</t>.\tChad\tTogo\tCONSULT\tdevelop\t0\n"+
		"b\t\t\"<t>Togo</t> said \"\"no\"\" to <s>Chad</s>\"\t\t\tREJECT\tmeasure\t1\n"+
		"c\t\t<s>Chad met <t>Togo</t>.\t\t\tCONSULT\tdevelop\t0\n"+
		"d\tChad left.\t\tChad\ta recipient\tYIELD\tdevelop\t2\n"+
		"e\t\t\t\t\tYIELD\tdevelop\t2\n"+
		"f\t\t<s>Chad</s> met <t>Togo</t>.\t\t\t\tdevelop\t0\n"+
		"g\t\t<s>Chad</s> met <t>Togo</t>, and <t>Togo</t> left.\t\t\tCONSULT\tdevelop\t0\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 4 || !table.Labelled {
		t.Fatalf("%d rows, want 4", len(table.Rows))
	}
	if g := table.Rows[3]; g.Text != "Chad met Togo, and Togo left." || g.Pair.Target.Start != 9 {
		t.Errorf("g, whose target is marked twice: %+v", g)
	}
	a, b, d := table.Rows[0], table.Rows[1], table.Rows[2]
	if a.Text != "Chad met Togo." || a.Text[a.Pair.Target.Start:a.Pair.Target.End] != "Togo" || a.Fold != "0" {
		t.Errorf("a: %+v", a)
	}
	if b.Text != `Togo said "no" to Chad` || b.Text[b.Pair.Source.Start:b.Pair.Source.End] != "Chad" {
		t.Errorf("b: %+v", b)
	}
	if d.Pair.Target.End != 0 || d.Pair.Source.End != 4 {
		t.Errorf("d: a target that is not in the sentence has a span: %+v", d.Pair)
	}
	var told []string
	for _, f := range table.Faults {
		told = append(told, f.Error())
	}
	for _, want := range []string{"t.tsv:4: a mark <s> is not opened and closed equally often", "t.tsv:6: no sentence", "t.tsv:7: no label"} {
		if !strings.Contains(strings.Join(told, "\n"), want) {
			t.Errorf("no fault %q in %q", want, told)
		}
	}
}

func TestReadPairsRefusesOtherTables(t *testing.T) {
	for text, want := range map[string]string{
		"":                               "empty",
		"predicate\tpos\n":               "expected a column marked_sentence",
		"sentence\tsource\nChad\tChad\n": "expected a column marked_sentence",
	} {
		if _, err := ReadPairs("t.tsv", strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "t.tsv") {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func FuzzReadPairs(f *testing.F) {
	f.Add("uid\tmarked_sentence\tgold_root\na\t<s>Chad</s> met <t>Togo</t>\tCONSULT\n")
	f.Add("sentence\tsource\ttarget\n\"a \"\"b\"\tb\tc\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := ReadPairs("t", strings.NewReader(text))
		if err != nil {
			return
		}
		for _, r := range table.Rows {
			if s := r.Pair.Source; s.Start < 0 || s.End < s.Start || s.End > len(r.Text) {
				t.Fatalf("%q: span %v", r.Text, s)
			}
			if s := r.Pair.Target; s.Start < 0 || s.End < s.Start || s.End > len(r.Text) {
				t.Fatalf("%q: span %v", r.Text, s)
			}
		}
	})
}

func TestScoreRelations(t *testing.T) {
	gold := []string{"YIELD", "YIELD", "AID", "ASSAULT"}
	given := []string{"YIELD", "AID", "AID", "COERCE"}
	s := ScoreRelations(gold, given)
	// F1: YIELD 2/3, AID 2/3, ASSAULT 0
	if got := s.MacroF1(); got < 0.444 || got > 0.445 {
		t.Errorf("macro-F1 %v, want 0.444", got)
	}
	if s.Accuracy() != 0.5 || s.Confused[[2]string{"ASSAULT", "COERCE"}] != 1 {
		t.Errorf("%+v", s)
	}
	if s.Quads == nil || s.Quads.Accuracy() != 1 {
		t.Error("all four are right in their quad class")
	}
	if s.Low > s.MacroF1() || s.High < s.MacroF1() {
		t.Errorf("interval %v to %v does not hold %v", s.Low, s.High, s.MacroF1())
	}
	var b bytes.Buffer
	s.Write(&b, "four")
	if !strings.Contains(b.String(), "| ASSAULT | 1 | – | 0.00 | 0.00 | COERCE 1 |") {
		t.Error(b.String())
	}
	if ScoreRelations([]string{"friend"}, []string{"foe"}).Quads != nil {
		t.Error("own labels have no quad classes")
	}
}

func TestWordsOfParties(t *testing.T) {
	for _, x := range []struct {
		text, source, target string
		s, t                 string
	}{
		{"Nigeria was accused by Niger.", "Niger", "Nigeria", "23:28", "0:7"},
		{"Chad shelled Chad.", "Chad", "Chad", "0:4", "13:17"},
		{"Togo left.", "Togo", "nobody", "0:4", "0:0"},
	} {
		_, p, err := spans(x.text, x.source, x.target)
		if err != nil {
			t.Fatal(err)
		}
		if s, g := fmt.Sprintf("%d:%d", p.Source.Start, p.Source.End), fmt.Sprintf("%d:%d", p.Target.Start, p.Target.End); s != x.s || g != x.t {
			t.Errorf("%s: source %s, target %s; want %s, %s", x.text, s, g, x.s, x.t)
		}
	}
	if _, _, err := spans("Iranians marched.", "Iran", "Iraq"); err == nil {
		t.Error("a part of a word was taken for a party")
	}
}

func TestReadPairsNamesAnOpenQuote(t *testing.T) {
	table, err := ReadPairs("t.tsv", strings.NewReader("uid\tmarked_sentence\tlabel\n1\t\"We go, said <s>Chad</s> to <t>Togo</t>.\tA\n2\t<s>Chad</s> met <t>Togo</t>, it \"\"said\"\".\"\tB\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 0 || len(table.Faults) == 0 || !strings.Contains(table.Faults[0].Error(), "quotation mark") && !strings.Contains(table.Faults[0].Error(), "equally often") {
		t.Errorf("%d rows, faults %v", len(table.Rows), table.Faults)
	}
}
