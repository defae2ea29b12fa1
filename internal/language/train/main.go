// Command train makes the embedded model of internal/language from the treebanks in ../shared/treebanks and our own in
// corpus/trees, and its card doc/models.md. It is run by go generate ./internal/language, in that folder.
//
// In go the training files of UD English EWT and GUM, without GUM's conversations, whose licence is not settled, our
// newswire sentences and running text; out comes model/english.zst. The same files give the same bytes.
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/zstd"

	"dyad/internal/language"
)

type options struct {
	banks, trees, text, model, card string
	scoreOnly, check                bool
	training                        language.Training
}

func main() {
	log.SetFlags(log.Ltime)
	var o options
	flag.StringVar(&o.banks, "treebanks", "../../../shared/treebanks", "folder of the treebanks")
	flag.StringVar(&o.trees, "trees", "../../corpus/trees", "folder of our own trees")
	flag.StringVar(&o.text, "text", "../../../shared/text/un-general-debate.jsonl.zst", "running text to learn word vectors from; empty: none")
	flag.StringVar(&o.model, "model", "model/english.zst", "file to write the model to")
	flag.StringVar(&o.card, "card", "../../doc/models.md", "file to write the card to; empty: none")
	flag.IntVar(&o.training.Epochs, "epochs", 0, "epochs of the network (0: the default)")
	flag.IntVar(&o.training.Hidden, "hidden", 0, "units of a layer in one direction (0: the default)")
	flag.IntVar(&o.training.TextPart, "text-part", 0, "prepare the network on every so manyth text (0: the default; -1: on none)")
	flag.Uint64Var(&o.training.Seed, "seed", 0, "seed (0: the default)")
	flag.BoolVar(&o.scoreOnly, "score", false, "do not train: score the model file and write the card")
	flag.BoolVar(&o.check, "check", false, "score the development files after every fifth epoch")
	flag.Parse()
	if err := run(o); err != nil {
		log.Fatal(err)
	}
}

func run(o options) error {
	began := time.Now()
	banks, err := trainingBanks(o)
	if err != nil {
		return err
	}
	c := &card{RelationNames: []string{"nsubj", "obj", "obl", "nmod", "appos", "conj", "acl", "advcl", "ccomp", "xcomp", "parataxis", "flat", "compound"}}
	for i, tb := range banks {
		words := 0
		for k := range tb.Sentences {
			words += len(tb.Sentences[k].Tokens)
		}
		c.Sentences, c.Words = c.Sentences+len(tb.Sentences), c.Words+words
		if i >= publicBanks {
			c.OwnSentences, c.OwnWords = c.OwnSentences+len(tb.Sentences), c.OwnWords+words
		}
	}
	if !o.scoreOnly {
		if err := train(o, banks); err != nil {
			return err
		}
		log.Printf("trained in %s", time.Since(began).Round(time.Second))
	}
	if c.File, err = newFile(o.model); err != nil {
		return err
	}
	packed, err := os.ReadFile(o.model)
	if err != nil {
		return err
	}
	m, err := language.Load(packed)
	if err != nil {
		return fmt.Errorf("%s: %w", o.model, err)
	}
	if err := score(o, m, c); err != nil || o.card == "" {
		return err
	}
	return c.write(o.card)
}

// held ends the names of those of our files that are for scoring alone.
const held = "-held"

// ourBanks are the names of our own files of trees, those to train on or those to score with.
func ourBanks(o options, toScore bool) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(o.trees, "*.conllu"))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), ".conllu")
		if strings.HasSuffix(name, held) == toScore {
			names = append(names, name)
		}
	}
	return names, nil
}

// publicBanks is how many of the banks to train on are not ours; they come first.
const publicBanks = 2

func trainingBanks(o options) ([]*language.Treebank, error) {
	own, err := ourBanks(o, false)
	if err != nil {
		return nil, err
	}
	var banks []*language.Treebank
	for _, name := range append([]string{"ewt-train", "gum-train"}, own...) {
		tb, err := read(o, name)
		if err != nil {
			return nil, err
		}
		banks = append(banks, tb)
	}
	return banks, nil
}

// oursTimes is how often our sentences are trained on in an epoch: they are few.
const oursTimes = 2

func train(o options, banks []*language.Treebank) error {
	o.training.Log = log.Printf
	for _, tb := range banks[publicBanks:] {
		for range oursTimes - 1 {
			banks = append(banks, tb)
		}
	}
	if o.check {
		o.training.Check = func(epoch int, m *language.Model) {
			if epoch%5 != 0 {
				return
			}
			if err := score(o, m, &card{}); err != nil {
				log.Print(err)
			}
		}
	}
	speeches, err := readSpeeches(o.text)
	if err != nil {
		return err
	}
	if speeches != nil {
		o.training.Text = slices.Values(speeches)
	}
	m, err := language.Train(banks, o.training)
	if err != nil {
		return err
	}
	packed, err := m.Save()
	if err != nil {
		return err
	}
	log.Printf("%s: %d bytes", o.model, len(packed))
	return os.WriteFile(o.model, packed, 0o644)
}

// read reads a treebank: ours from its folder, the others packed and without what may not be trained on.
func read(o options, name string) (*language.Treebank, error) {
	if !strings.HasPrefix(name, "ewt-") && !strings.HasPrefix(name, "gum-") {
		return language.ReadConlluFile(filepath.Join(o.trees, name+".conllu"))
	}
	path := filepath.Join(o.banks, name+".conllu.gz")
	if !strings.HasSuffix(name, "-train") {
		return language.ReadConlluFile(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var b bytes.Buffer
	if _, err := io.Copy(&b, z); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return language.ReadConllu(name, strings.NewReader(keep(b.String())))
}

// keep drops the documents of GUM's conversations and GUM_court_carpet, a transcript of the same corpus.
func keep(data string) string {
	const newdoc = "# newdoc id = "
	var kept strings.Builder
	for doc := range strings.SplitSeq(data, newdoc) {
		id, _, _ := strings.Cut(doc, "\n")
		if id == "" || id == "GUM_court_carpet" || strings.Contains(doc, "\n# meta::genre = conversation\n") {
			continue
		}
		kept.WriteString(newdoc + doc)
	}
	return kept.String()
}

// readSpeeches returns the texts of a file of JSON Lines. Every line of a speech is a paragraph.
func readSpeeches(path string) ([]string, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer z.Close()
	var texts []string
	for d := json.NewDecoder(z); ; {
		var speech struct{ Text string }
		if err := d.Decode(&speech); err == io.EOF {
			return texts, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: speech %d: %w", path, len(texts)+1, err)
		}
		texts = append(texts, strings.ReplaceAll(speech.Text, "\n", "\n\n"))
	}
}

// score measures the model on the files that it was not trained on, our held-out ones as one.
func score(o options, m *language.Model, c *card) error {
	own, err := ourBanks(o, true)
	if err != nil {
		return err
	}
	for _, set := range []struct {
		name  string
		files []string
	}{{"ewt-dev", []string{"ewt-dev"}}, {"gum-dev", []string{"gum-dev"}}, {"gum-test", []string{"gum-test"}}, {"ours-held", own}} {
		var raw, gold language.Scores
		var took time.Duration
		for _, name := range set.files {
			tb, err := read(o, name)
			if err != nil {
				return err
			}
			began := time.Now()
			parsed := m.Parse(tb.Text)
			took += time.Since(began)
			r, err := language.Score(tb.Sentences, parsed)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			raw.Add(r)
			retagged := language.Bare(tb.Sentences)
			m.Annotate(retagged)
			g, err := language.Score(tb.Sentences, retagged)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			gold.Add(g)
		}
		c.add(set.name, raw, gold)
		log.Printf("%s; from gold words: %s; %.0f words/s", c.Rows[len(c.Rows)-1], c.GoldRows[len(c.GoldRows)-1], float64(raw.Words.System)/took.Seconds())
	}
	return nil
}
