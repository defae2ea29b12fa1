package evaluate

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dyad/internal/language"
)

// readTreebank reads gold trees from a CoNLL-U file, compressed with gzip or not.
func readTreebank(path string) (*language.Treebank, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening gold trees: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return language.ReadConllu(filepath.Base(path), r)
}

// scoreTrees parses a treebank's text anew, from raw text and from gold tokens, and compares.
func scoreTrees(model *language.Model, gold *language.Treebank) (raw, tokens language.Scores, err error) {
	if raw, err = language.Score(gold.Sentences, model.Parse(gold.Text)); err != nil {
		return raw, tokens, err
	}
	system := make([]language.Sentence, len(gold.Sentences))
	for i, s := range gold.Sentences {
		system[i] = s
		system[i].Tokens = append([]language.Token{}, s.Tokens...)
	}
	model.Annotate(system)
	tokens, err = language.Score(gold.Sentences, system)
	return raw, tokens, err
}

// measures are the columns of a parse score, in order.
var measures = []struct {
	name string
	of   func(s language.Scores) language.Measure
}{
	{"tokens", func(s language.Scores) language.Measure { return s.Tokens }},
	{"sentences", func(s language.Scores) language.Measure { return s.Sentences }},
	{"words", func(s language.Scores) language.Measure { return s.Words }},
	{"UPOS", func(s language.Scores) language.Measure { return s.UPOS }},
	{"XPOS", func(s language.Scores) language.Measure { return s.XPOS }},
	{"lemmas", func(s language.Scores) language.Measure { return s.Lemmas }},
	{"UAS", func(s language.Scores) language.Measure { return s.UAS }},
	{"LAS", func(s language.Scores) language.Measure { return s.LAS }},
	{"CLAS", func(s language.Scores) language.Measure { return s.CLAS }},
}

// WriteParse scores one file of gold trees and writes the CoNLL 2018 measures in percent.
func WriteParse(w io.Writer, model *language.Model, path string) error {
	gold, err := readTreebank(path)
	if err != nil {
		return err
	}
	raw, tokens, err := scoreTrees(model, gold)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	fmt.Fprintf(w, "%s: %d sentences\n%-12s %9s %9s\n", path, len(gold.Sentences), "F1", "raw text", "gold tok.")
	for _, m := range measures {
		fmt.Fprintf(w, "%-12s %9.2f %9.2f\n", m.name, 100*m.of(raw).F1(), 100*m.of(tokens).F1())
	}
	return nil
}

// writeTreebanks writes the part of doc/accuracy.md on the treebanks of a folder.
func writeTreebanks(w io.Writer, dir string) error {
	model, err := language.Default()
	if err != nil {
		return err
	}
	fmt.Fprint(w, "## Trees\n\nThe language model on treebank parts that it was not trained on: F1 in percent by the measures of the CoNLL 2018 shared task, from raw text.\n\n| file |")
	for _, m := range measures {
		fmt.Fprintf(w, " %s |", m.name)
	}
	fmt.Fprint(w, "\n|---|"+strings.Repeat("---|", len(measures))+"\n")
	for _, name := range []string{"ewt-dev", "gum-dev", "gum-test"} {
		gold, err := readTreebank(filepath.Join(dir, name+".conllu.gz"))
		if err != nil {
			return err
		}
		raw, _, err := scoreTrees(model, gold)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(w, "| %s |", name)
		for _, m := range measures {
			fmt.Fprintf(w, " %.1f |", 100*m.of(raw).F1())
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w)
	return nil
}
