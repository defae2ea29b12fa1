package language

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
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
	path := filepath.Join("../../../shared/treebanks", name+".conllu.gz")
	if _, err := os.Stat(path); err != nil {
		tb.Skip("no treebanks: ", err)
	}
	bank, err := ReadConlluFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return bank
}

// cardFigures reads the first table of figures of the card: F1 in percent by file and measure.
func cardFigures(t *testing.T) map[string]map[string]float64 {
	t.Helper()
	card, err := os.ReadFile("../../doc/models.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(card), "\n| | tokens |")
	if !ok {
		t.Fatal("doc/models.md has no table that begins with tokens")
	}
	table, _, _ = strings.Cut("| | tokens |"+table, "\n\n")
	cells := func(line string) []string {
		list := strings.Split(strings.Trim(line, "|"), "|")
		for i := range list {
			list[i] = strings.TrimSpace(list[i])
		}
		return list
	}
	lines := strings.Split(table, "\n")
	names := cells(lines[0])
	figures := map[string]map[string]float64{}
	for _, line := range lines[2:] {
		row := cells(line)
		figures[row[0]] = map[string]float64{}
		for i := 1; i < len(row) && i < len(names); i++ {
			if figures[row[0]][names[i]], err = strconv.ParseFloat(row[i], 64); err != nil {
				t.Fatal(err)
			}
		}
	}
	return figures
}

// The committed model must be as good as its card says, within half a point: on our held-out sentences, which are always
// there, and on the development files, where they are. GUM test is not looked at here.
func TestModelScores(t *testing.T) {
	figures := cardFigures(t)
	check := func(t *testing.T, name string, banks ...*Treebank) {
		t.Helper()
		var sum Scores
		for _, bank := range banks {
			s, err := Score(bank.Sentences, defaultModel(t).Parse(bank.Text))
			if err != nil {
				t.Fatal(err)
			}
			sum.Add(s)
		}
		for measure, got := range map[string]Measure{"sentences": sum.Sentences, "UPOS": sum.UPOS, "lemmas": sum.Lemmas, "LAS": sum.LAS} {
			want, ok := figures[name][measure]
			if !ok {
				t.Fatalf("doc/models.md has no figure for %s on %s", measure, name)
			}
			if f := 100 * got.F1(); f < want-0.5 || f > want+0.5 {
				t.Errorf("%s is %.2f, the card says %.1f: run go generate ./internal/language", measure, f, want)
			}
		}
	}
	t.Run("ours-held", func(t *testing.T) {
		paths, err := filepath.Glob("../../corpus/trees/*-held.conllu")
		if err != nil || len(paths) == 0 {
			t.Fatal("no held-out trees", err)
		}
		var banks []*Treebank
		for _, path := range paths {
			bank, err := ReadConlluFile(path)
			if err != nil {
				t.Fatal(err)
			}
			banks = append(banks, bank)
		}
		check(t, "ours-held", banks...)
	})
	for _, name := range []string{"ewt-dev", "gum-dev"} {
		t.Run(name, func(t *testing.T) { check(t, name, treebank(t, name)) })
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
