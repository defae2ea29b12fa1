package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dyad/internal/clean"
	"dyad/internal/language"
	"dyad/internal/source"
)

type trainCommand struct {
	Language  trainLanguageCommand  `cmd:"" help:"Train a language model on your own trees."`
	Relations trainRelationsCommand `cmd:"" help:"Train a model that labels what one party does to another, on your own table."`
}

type trainLanguageCommand struct {
	Trees []string `arg:"" name:"trees" help:"Trees to learn from, CoNLL-U (also .gz, .zst)."`
	Out   string   `required:"" type:"path" help:"File to write the model to." placeholder:"MODEL"`
	Text  []string `sep:"none" help:"Running text to learn word vectors from: text, HTML or JSON Lines files or folders, as for dyad code." placeholder:"PATH"`
	Units int      `default:"0" help:"Units of a layer of the network in one direction; fewer are quicker and less accurate (0: 200)." placeholder:"N"`
	Seed  uint64   `default:"1" help:"The same seed, trees and text make the same model." placeholder:"N"`
}

// Run trains a model and writes it. What can go wrong with files goes wrong before the training, which may take long.
func (c *trainLanguageCommand) Run(s *session) error {
	banks, err := readTrees(s, c.Trees)
	if err != nil {
		return err
	}
	if err := trainable(banks); err != nil {
		return err
	}
	if err := c.checkOut(); err != nil {
		return err
	}
	if c.Units < 0 || c.Units > maxUnits {
		return fmt.Errorf("--units %d: from 1 to %d", c.Units, maxUnits)
	}
	s.note("dyad: learning from %s", size(banks))
	text, err := readText(s.ctx, c.Text)
	if err != nil {
		return err
	}
	out, err := temporary(c.Out)
	if err != nil {
		return err
	}
	defer os.Remove(out.Name())
	defer out.Close()

	packed, err := c.train(s, banks, text)
	if err != nil {
		return err
	}
	if err := finish(out, packed, c.Out); err != nil {
		return fmt.Errorf("writing the model: %w", err)
	}
	s.note("dyad: %s: %d bytes; parse with it: dyad parse --language-model %s PATH…", c.Out, len(packed), c.Out)
	return nil
}

// maxUnits bounds the size of a network.
const maxUnits = 2000

// checkOut refuses a name that cannot become a model, or that would cost the user the trees.
func (c *trainLanguageCommand) checkOut() error {
	out, err := os.Stat(c.Out)
	if err != nil {
		return nil // nothing there yet, as it should be
	}
	if out.IsDir() {
		return fmt.Errorf("%s: a folder; name the file to write the model to", c.Out)
	}
	for _, path := range slices.Concat(c.Trees, c.Text) {
		if in, err := os.Stat(path); err == nil && os.SameFile(in, out) {
			return fmt.Errorf("%s: is read as well; name another file to write the model to", c.Out)
		}
	}
	return nil
}

// size tells how much there is to learn from.
func size(banks []*language.Treebank) string {
	sentences, words := 0, 0
	for _, bank := range banks {
		sentences += len(bank.Sentences)
		for i := range bank.Sentences {
			words += len(bank.Sentences[i].Tokens)
		}
	}
	return fmt.Sprintf("%d sentences, %d words", sentences, words)
}

// temporary makes a file beside the one that is to be written, so that a fault is known before the work.
func temporary(path string) (*os.File, error) {
	out, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.tmp")
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be written: %w", path, err)
	}
	return out, nil
}

// finish writes a temporary file and gives it its name: a model is there whole or not at all.
func finish(f *os.File, data []byte, name string) error {
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// train trains beside the command, so that Ctrl-C ends it at once.
func (c *trainLanguageCommand) train(s *session, banks []*language.Treebank, text []string) ([]byte, error) {
	opt := language.Training{Seed: c.Seed, Hidden: c.Units, Log: func(format string, args ...any) {
		if s.ctx.Err() == nil {
			s.note("dyad: "+format, args...)
		}
	}}
	if len(text) > 0 {
		opt.Text = slices.Values(text)
	}
	type result struct {
		packed []byte
		err    error
	}
	done := make(chan result, 1)
	go func() {
		packed, err := trainModel(banks, opt)
		done <- result{packed, err}
	}()
	select {
	case r := <-done:
		return r.packed, r.err
	case <-s.ctx.Done():
		s.failed = true
		return nil, errors.New("interrupted; no model was written")
	}
}

// trainModel is the one place that knows how a model is trained.
func trainModel(banks []*language.Treebank, opt language.Training) ([]byte, error) {
	model, err := language.Train(banks, opt)
	if err != nil {
		return nil, fmt.Errorf("training: %w", err)
	}
	return model.Save()
}

// longest is how many words a sentence may have that is trained on; the parser cuts longer ones.
const longest = 1000

// trainable says where trees lack what a model learns.
func trainable(banks []*language.Treebank) error {
	for _, bank := range banks {
		for i := range bank.Sentences {
			if err := trainableSentence(&bank.Sentences[i]); err != nil {
				return fmt.Errorf("%s:%d: the sentence that begins here: %w", bank.Name, bank.Lines[i], err)
			}
		}
	}
	return nil
}

func trainableSentence(s *language.Sentence) error {
	if n := len(s.Tokens); n > longest {
		return fmt.Errorf("%d words are too many to learn from; at most %d", n, longest)
	}
	for i, t := range s.Tokens {
		switch isRoot := strings.HasPrefix(t.Rel+":", "root:"); {
		case t.UPOS == "":
			return fmt.Errorf("word %d has no part of speech (column 4)", i+1)
		case t.Rel == "":
			return fmt.Errorf("word %d has no relation (column 8)", i+1)
		case t.Head < 0 && !isRoot:
			return fmt.Errorf("word %d has the head 0 and the relation %s, which must be root", i+1, t.Rel)
		case t.Head >= 0 && isRoot:
			return fmt.Errorf("word %d has the relation root and the head %d, which must be 0", i+1, t.Head+1)
		}
	}
	return nil
}

// maxTextFile bounds one file of running text; JSON Lines may be of any length.
const maxTextFile = 256 << 20

// readText reads the running text.
func readText(ctx context.Context, paths []string) ([]string, error) {
	var texts []string
	if len(paths) == 0 {
		return nil, nil
	}
	for doc, err := range source.Open(ctx, paths, source.Options{MaxBytes: maxTextFile}) {
		if err != nil {
			return nil, err
		}
		text := string(doc.Raw)
		if doc.HTML {
			page, err := clean.Clean(doc)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", doc.Path, err)
			}
			text = page.Text
		}
		texts = append(texts, strings.ToValidUTF8(text, " "))
	}
	return texts, nil
}
