package evaluate

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"dyad/internal/language"
)

// scoreTrees parses a treebank's text anew, from raw text and from gold tokens, and compares.
func scoreTrees(model *language.Model, gold *language.Treebank) (raw, tokens language.Scores, err error) {
	if raw, err = language.Score(gold.Sentences, model.Parse(gold.Text)); err != nil {
		return raw, tokens, fmt.Errorf("%s: %w", gold.Name, err)
	}
	bare := language.Bare(gold.Sentences)
	model.Annotate(bare)
	if tokens, err = language.Score(gold.Sentences, bare); err != nil {
		return raw, tokens, fmt.Errorf("%s: %w", gold.Name, err)
	}
	return raw, tokens, nil
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
	{"feats", func(s language.Scores) language.Measure { return s.Feats }},
	{"lemmas", func(s language.Scores) language.Measure { return s.Lemmas }},
	{"UAS", func(s language.Scores) language.Measure { return s.UAS }},
	{"LAS", func(s language.Scores) language.Measure { return s.LAS }},
	{"CLAS", func(s language.Scores) language.Measure { return s.CLAS }},
}

// ParseOptions say what of gold trees is scored and what is written.
type ParseOptions struct {
	Genres    []string // only documents of these; without any, all
	Pool      bool     // one score of all files together
	Relations bool     // a table of the relations too
}

// A parseScore is what one table shows.
type parseScore struct {
	name                        string
	documents, sentences, words int
	raw, tokens                 language.Scores // from raw text, from gold tokens
}

// WriteParse scores gold trees and writes the CoNLL 2018 measures in percent, of each file or of all together.
func WriteParse(w io.Writer, model *language.Model, banks []*language.Treebank, opt ParseOptions) error {
	if err := checkGenres(banks, opt.Genres); err != nil {
		return err
	}
	var scores []parseScore
	for _, bank := range banks {
		s, err := scoreBank(model, bank, opt.Genres)
		if err != nil {
			return err
		}
		scores = append(scores, s)
	}
	if opt.Pool {
		scores = []parseScore{pool(scores)}
	}
	for i := range scores {
		writeScore(w, &scores[i], opt)
	}
	return nil
}

// longest is how many words a gold sentence may have: heads take memory with the square of it.
const longest = 2000

// scoreBank scores the documents of some genres.
func scoreBank(model *language.Model, bank *language.Treebank, genres []string) (parseScore, error) {
	docs := bank.Documents()
	if len(genres) > 0 {
		docs = slices.DeleteFunc(docs, func(d language.Document) bool { return !slices.Contains(genres, d.Genre) })
		bank = bank.Pick(docs)
	}
	s := parseScore{name: bank.Name, documents: len(docs), sentences: len(bank.Sentences)}
	for i := range bank.Sentences {
		n := len(bank.Sentences[i].Tokens)
		if s.words += n; n > longest {
			return s, fmt.Errorf("%s:%d: a sentence of %d words is longer than can be parsed from gold words (%d): cut it", bank.Name, bank.Lines[i], n, longest)
		}
	}
	var err error
	s.raw, s.tokens, err = scoreTrees(model, bank)
	return s, err
}

// pool makes the scores of several texts one.
func pool(scores []parseScore) parseScore {
	var all parseScore
	var names []string
	for _, s := range scores {
		names = append(names, s.name)
		all.documents, all.sentences, all.words = all.documents+s.documents, all.sentences+s.sentences, all.words+s.words
		all.raw.Add(s.raw)
		all.tokens.Add(s.tokens)
	}
	all.name = strings.Join(names, " + ")
	return all
}

// checkGenres says which genre no document has, and which there are.
func checkGenres(banks []*language.Treebank, genres []string) error {
	known := map[string]bool{}
	for _, bank := range banks {
		for _, d := range bank.Documents() {
			known[d.Genre] = true
		}
	}
	delete(known, "")
	for _, g := range genres {
		switch {
		case known[g]:
		case len(known) == 0:
			return fmt.Errorf("no document says what its genre is; a comment \"# meta::genre = %s\" at its head does", g)
		default:
			return fmt.Errorf("no document of the genre %q; there are %s", g, strings.Join(slices.Sorted(maps.Keys(known)), ", "))
		}
	}
	return nil
}

func writeScore(w io.Writer, s *parseScore, opt ParseOptions) {
	fmt.Fprintf(w, "%s: %d documents", s.name, s.documents)
	if len(opt.Genres) > 0 {
		fmt.Fprintf(w, " (%s)", strings.Join(opt.Genres, ", "))
	}
	fmt.Fprintf(w, ", %d sentences, %d words\n", s.sentences, s.words)
	if s.sentences == 0 {
		return
	}
	fmt.Fprintf(w, "%-12s %9s %9s\n", "F1", "raw text", "gold tok.")
	for _, m := range measures {
		fmt.Fprintf(w, "%-12s %9.2f %9.2f\n", m.name, 100*m.of(s.raw).F1(), 100*m.of(s.tokens).F1())
	}
	if opt.Relations {
		writeRelations(w, s)
	}
}

// writeRelations writes how well each relation is found, the most frequent first.
func writeRelations(w io.Writer, s *parseScore) {
	relations := slices.SortedFunc(maps.Keys(s.raw.Relations), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.raw.Relations[b].Gold, s.raw.Relations[a].Gold), cmp.Compare(a, b))
	})
	fmt.Fprintf(w, "%-12s %7s %7s %7s %7s %7s %9s\n", "relation", "gold", "found", "P", "R", "F1", "gold tok.")
	for _, rel := range relations {
		m := s.raw.Relations[rel]
		fmt.Fprintf(w, "%-12s %7d %7d %7.2f %7.2f %7.2f %9.2f\n", rel, m.Gold, m.System,
			100*m.Precision(), 100*m.Recall(), 100*m.F1(), 100*s.tokens.Relations[rel].F1())
	}
}

// writeTreebanks writes the part of doc/accuracy.md on the treebanks of a folder.
func writeTreebanks(w io.Writer, dir string, model *language.Model) error {
	fmt.Fprint(w, "## Trees\n\nThe language model on treebank parts that it was not trained on: F1 in percent by the measures of the CoNLL 2018 shared task, from raw text (feats: the seven features that dyad keeps).\n[`models.md`](models.md) has the same on the held-out fifth of our own trees, and by relation.\n\n| file |")
	for _, m := range measures {
		fmt.Fprintf(w, " %s |", m.name)
	}
	fmt.Fprint(w, "\n|---|"+strings.Repeat("---|", len(measures))+"\n")
	var news []parseScore
	for _, name := range []string{"ewt-dev", "gum-dev", "gum-test"} {
		gold, err := language.ReadConlluFile(filepath.Join(dir, name+".conllu.gz"))
		if err != nil {
			return err
		}
		all, err := scoreBank(model, gold, nil)
		if err != nil {
			return err
		}
		writeTreebank(w, name, &all)
		if strings.HasPrefix(name, "gum-") {
			of, err := scoreBank(model, gold, []string{"news", "interview"})
			if err != nil {
				return err
			}
			news = append(news, of)
		}
	}
	both := pool(news)
	writeTreebank(w, fmt.Sprintf("news and interviews of the gum files (%d documents, %d words)", both.documents, both.words), &both)
	fmt.Fprintln(w)
	return nil
}

// writeTreebank writes a row of the table of treebanks.
func writeTreebank(w io.Writer, name string, s *parseScore) {
	fmt.Fprintf(w, "| %s |", name)
	for _, m := range measures {
		fmt.Fprintf(w, " %.1f |", 100*m.of(s.raw).F1())
	}
	fmt.Fprintln(w)
}
