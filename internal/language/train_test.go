package language

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// ownTrees makes sentences of ours of one pattern, with their trees.
func ownTrees(tb testing.TB) *Treebank {
	tb.Helper()
	var b strings.Builder
	row := func(id int, form, lemma, tag, feats string, head int, rel string) {
		upos, xpos, _ := strings.Cut(tag, " ")
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t_\n", id, form, lemma, upos, xpos, feats, head, rel)
	}
	for _, noun := range []string{"envoy", "minister", "general", "rebel"} {
		for _, verb := range []string{"reject", "accept", "demand"} {
			for _, object := range []string{"plan", "offer", "truce"} {
				b.WriteString("# newpar\n")
				row(1, "The", "the", "DET DT", "_", 2, "det")
				row(2, noun+"s", noun, "NOUN NNS", "Number=Plur", 3, "nsubj")
				row(3, verb+"ed", verb, "VERB VBD", "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin", 0, "root")
				row(4, "the", "the", "DET DT", "_", 5, "det")
				row(5, object, object, "NOUN NN", "Number=Sing", 3, "obj")
				row(6, ".", ".", "PUNCT .", "_", 3, "punct")
				b.WriteString("\n")
			}
		}
	}
	bank, err := ReadConllu("ours", strings.NewReader(b.String()))
	if err != nil {
		tb.Fatal(err)
	}
	return bank
}

// Bytes that make a model at all make one that parses.
func FuzzDecodeModel(f *testing.F) {
	m, err := Train([]*Treebank{ownTrees(f)}, Training{Hidden: 4})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(m.encode())
	f.Fuzz(func(t *testing.T, raw []byte) {
		if m, err := decode(raw); err == nil {
			text := "The envoys rejected the plan. No."
			for _, s := range m.Parse(text) {
				checkSentence(t, text, &s)
			}
		}
	})
}

// A model can be trained, packed and unpacked; it has learned its sentences, and twice the same bytes come out.
func TestTrain(t *testing.T) {
	bank := ownTrees(t)
	opt := Training{Hidden: 24, Text: slices.Values([]string{strings.Repeat(newsText+"\n\n", 12)})}
	m, err := Train([]*Treebank{bank}, opt)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := m.Save()
	if err != nil {
		t.Fatal(err)
	}
	if !testing.Short() {
		again, err := Train([]*Treebank{bank}, opt)
		if err != nil {
			t.Fatal(err)
		}
		if second, err := again.Save(); err != nil || !bytes.Equal(packed, second) {
			t.Errorf("trained twice, %d and %d bytes differ (%v)", len(packed), len(second), err)
		}
	}
	if m, err = Load(packed); err != nil {
		t.Fatal(err)
	}
	parsed := Bare(bank.Sentences)
	m.Annotate(parsed)
	s, err := Score(bank.Sentences, parsed)
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]Measure{"XPOS": s.XPOS, "features": s.Feats, "lemmas": s.Lemmas, "LAS": s.LAS} {
		if got.F1() != 1 {
			t.Errorf("%s: %.2f of its own sentences", name, got.F1())
		}
	}
	bare := Bare(bank.Sentences)
	for i := range bare {
		for k, tok := range bank.Sentences[i].Tokens {
			bare[i].Tokens[k].UPOS, bare[i].Tokens[k].Head, bare[i].Tokens[k].Rel = tok.UPOS, tok.Head, tok.Rel
		}
	}
	if testing.Short() {
		return
	}
	if m, err = Train([]*Treebank{{Text: bank.Text, Sentences: bare}}, Training{Hidden: 8}); err != nil {
		t.Error("trees without lemmas, tags of the Penn Treebank and features:", err)
	} else if got := m.Parse("The envoys left.")[0].Tokens[1].Lemma; got != "envoys" {
		t.Errorf("the lemma of one who never saw any is %q", got)
	}
	if _, err := Train([]*Treebank{{Sentences: bank.Sentences[:3]}}, Training{}); err == nil {
		t.Error("no error for three sentences")
	}
}

func TestEdits(t *testing.T) {
	for _, c := range []struct{ form, lemma string }{
		{"parties", "party"}, {"was", "be"}, {"Said", "say"}, {"BERLIN", "Berlin"}, {"Iranian", "Iranian"}, {"’s", "'s"}, {"’re", "be"}, {"Évian", "Évian"}, {"a", "a"},
	} {
		e := editFor(c.form, c.lemma)
		if got, ok := e.apply(c.form); !ok || got != c.lemma {
			t.Errorf("%s: %v makes %q, expected %q", c.form, e, got, c.lemma)
		}
	}
	if _, ok := (edit{'l', 4, ""}).apply("ab"); ok {
		t.Error("four characters cut off two")
	}
}
