package language

import (
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func defaultModel(tb testing.TB) *Model {
	tb.Helper()
	m, err := Default()
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// The card must name the file that is embedded.
func TestCardNamesTheModel(t *testing.T) {
	card, err := os.ReadFile("../../doc/models.md")
	if err != nil {
		t.Fatal(err)
	}
	sum := fmt.Sprintf("%x", sha256.Sum256(english))
	if !strings.Contains(string(card), fmt.Sprintf("english.zst` | %d | `%s`", len(english), sum)) {
		t.Errorf("doc/models.md does not name english.zst with SHA-256 %s; run go generate ./internal/language", sum)
	}
}

func treebank(tb testing.TB, name string) *Treebank {
	tb.Helper()
	f, err := os.Open(filepath.Join("../../../shared/treebanks", name+".conllu.gz"))
	if err != nil {
		tb.Skip("no treebanks: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	bank, err := ReadConllu(name, z)
	if err != nil {
		tb.Fatal(err)
	}
	return bank
}

// The committed model must be as good as its card says, within half a point. GUM test is not looked at here.
func TestModelScores(t *testing.T) {
	for _, c := range []struct {
		name                         string
		sentences, upos, lemmas, las float64
	}{
		{"ewt-dev", 88.7, 94.2, 96.0, 80.7},
		{"gum-dev", 95.9, 96.1, 97.7, 82.1},
	} {
		bank := treebank(t, c.name)
		s, err := Score(bank.Sentences, defaultModel(t).Parse(bank.Text))
		if err != nil {
			t.Fatal(c.name, err)
		}
		for _, m := range []struct {
			name string
			got  Measure
			want float64
		}{{"sentences", s.Sentences, c.sentences}, {"UPOS", s.UPOS, c.upos}, {"lemmas", s.Lemmas, c.lemmas}, {"LAS", s.LAS, c.las}} {
			if got := 100 * m.got.F1(); got < m.want {
				t.Errorf("%s: %s %.2f, expected at least %.1f", c.name, m.name, got, m.want)
			}
		}
	}
}

func TestLoadErrors(t *testing.T) {
	for _, bad := range [][]byte{nil, []byte("nonsense"), english[:len(english)/2]} {
		if _, err := Load(bad); err == nil {
			t.Errorf("no error for a model of %d bytes", len(bad))
		}
	}
}

func TestLoadIsQuick(t *testing.T) {
	began := time.Now()
	if _, err := Load(english); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 3*time.Second { // 0.3 s is the aim; machines of CI are slow and shared
		t.Errorf("loading the model took %s", took)
	}
}
