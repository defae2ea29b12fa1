package language

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Verbs of news get the lemmas that a dictionary gives them, whether the treebanks have the form or not.
func TestVerbLemmas(t *testing.T) {
	m := defaultModel(t)
	sc := newScratch()
	for _, c := range []struct{ form, tag, lemma string }{
		{"shelled", "VBN", "shell"},
		{"shelling", "VBG", "shell"},
		{"vetoed", "VBD", "veto"},
		{"vetoes", "VBZ", "veto"},
		{"fled", "VBD", "flee"},
		{"freed", "VBN", "free"},
		{"Freed", "VBN", "free"},
		{"ceded", "VBD", "cede"},
		{"shot", "VBD", "shoot"},
		{"exploded", "VBD", "explode"},
		{"postponed", "VBD", "postpone"},
		{"retreated", "VBD", "retreat"},
		{"expelled", "VBN", "expel"},
		{"compelled", "VBD", "compel"},
		{"barred", "VBN", "bar"},
		{"agreed", "VBD", "agree"},
		{"occupied", "VBN", "occupy"},
		{"overthrown", "VBN", "overthrow"},
		{"forbade", "VBD", "forbid"},
		{"kidnapped", "VBN", "kidnap"},
		{"massed", "VBN", "mass"},
		{"sank", "VBD", "sink"},
		{"razed", "VBN", "raze"},
		{"eased", "VBD", "ease"},
		{"signalling", "VBG", "signal"},
	} {
		s := Sentence{Tokens: []Token{{Form: c.form}}}
		ws := sc.load(&s)
		m.lookUp(ws)
		ws[0].tag = 255
		for i, tag := range m.tags {
			if tag == "VERB "+c.tag {
				ws[0].tag, ws[0].pos = uint8(i), m.tagPos[i]
			}
		}
		if ws[0].tag == 255 {
			t.Fatalf("no tag %s", c.tag)
		}
		if got := m.lemma(&ws[0], false, sc); got != c.lemma {
			t.Errorf("%s %s: lemma %q, expected %q", c.form, c.tag, got, c.lemma)
		}
	}
}

func TestReadVerbs(t *testing.T) {
	for _, bad := range []string{"form\tlemma\nFled\tflee\n", "form\tlemma\nfled\t\n", "form\tlemma\nfled\tflee\nfled\tflea\n", "form\n"} {
		if _, err := readVerbs("verbs.tsv", []byte(bad)); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
	verbs, err := readVerbs("verbs.tsv", verbsTable)
	if err != nil || verbs["fled"] != "flee" {
		t.Errorf("fled is a form of %q, error %v", verbs["fled"], err)
	}
}

// Our own trees are well formed and projective, none is on both sides, and the model does well on the held-out fifth.
func TestOwnTrees(t *testing.T) {
	read := func(name string) *Treebank {
		f, err := os.Open(filepath.Join("../../corpus/trees", name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		bank, err := ReadConllu(name, f)
		if err != nil {
			t.Fatal(err)
		}
		return bank
	}
	text := func(b *Treebank, i int) string { return b.Text[b.Sentences[i].Start:b.Sentences[i].End] }
	train, held := read("news.conllu"), read("news-held.conllu")
	seen := map[string]bool{}
	for _, bank := range []*Treebank{train, held} {
		for i, s := range bank.Sentences {
			if seen[text(bank, i)] {
				t.Errorf("twice: %s", text(bank, i))
			}
			seen[text(bank, i)] = true
			heads := make([]int, len(s.Tokens))
			for k, tok := range s.Tokens {
				heads[k] = tok.Head
				if tok.Head < 0 {
					heads[k] = len(heads)
				}
				if tok.Lemma == "" || tok.UPOS == "" || tok.XPOS == "" || (tok.Head < 0) != (tok.Rel == "root") {
					t.Errorf("%s: word %d, %s, lacks a column or is a false root", text(bank, i), k+1, tok.Form)
				}
			}
			for k, h := range heads {
				if h < len(heads) && !within(heads, k, h) {
					t.Errorf("%s: the arc of word %d crosses another", text(bank, i), k+1)
				}
			}
			if !strings.Contains(strings.Join(bank.Comments[i], "\n"), "text = "+text(bank, i)) {
				t.Errorf("the comment of %q has another text", text(bank, i))
			}
		}
	}
	s, err := Score(held.Sentences, defaultModel(t).Parse(held.Text))
	if err != nil {
		t.Fatal(err)
	}
	if got := 100 * s.LAS.F1(); got < 90 {
		t.Errorf("LAS %.1f of the held-out sentences, expected at least 90", got)
	}
}
