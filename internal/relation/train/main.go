// Command train makes the models of package relation from corpus/events/develop-*.tsv: model/ranker.zst, the ranker over
// the rules' candidates, and model/pairs.zst, which labels pairs of parties; and their card, doc/relations.md. It takes some
// minutes. Run it by go generate ./internal/relation after a change of the corpus, the lexicon, the rules or the features.
package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"

	"dyad/coder"
	"dyad/corpus"
	"dyad/internal/actor"
	"dyad/internal/evaluate"
	"dyad/internal/language"
	"dyad/internal/place"
	"dyad/internal/relation"
	"dyad/internal/relation/learn"
	"dyad/internal/relation/linear"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run() error {
	own, err := evaluate.ReadSentences("develop")
	if err != nil {
		return err
	}
	measured, err := evaluate.ReadSentences("measured")
	if err != nil {
		return err
	}
	l, err := labeller()
	if err != nil {
		return err
	}
	both, err := evaluate.ReadSentences("develop", "pairs")
	if err != nil {
		return err
	}
	c := card{Develop: len(own), Both: len(both), Measured: len(measured)}
	note := func(n int) string { return fmt.Sprintf("trained on %d sentences of corpus/events (CC0)", n) }

	code, err := coder.New(coder.Options{Language: l.Language, Dictionary: l.Dictionary, Lexicon: l.Lexicon.WithRanker(nil)})
	if err != nil {
		return err
	}
	acts, err := learn.Acts(context.Background(), code, own)
	if err != nil {
		return err
	}
	c.Sure = learn.Calibration(acts)
	for _, list := range acts {
		c.Acts += len(list)
	}
	if c.Ranker, err = write("ranker.zst", learn.Ranker(acts), relation.RankerUse, note(len(own))); err != nil {
		return err
	}

	pairs, tests := learn.Describe(l, both), learn.Describe(l, measured)
	c.Pairs = len(pairs)
	var model *linear.Model
	if c.Curve, model, err = learn.Curve(pairs, tests); err != nil {
		return err
	}
	if c.PairModel, err = write("pairs.zst", model, relation.PairUse, note(len(both))); err != nil {
		return err
	}
	return c.write("../../doc/relations.md")
}

// labeller describes with the rules alone, and knows the invented states of the corpus.
func labeller() (*relation.Labeller, error) {
	l := &relation.Labeller{}
	var err error
	if l.Language, err = language.Default(); err != nil {
		return nil, err
	}
	places, err := place.Default()
	if err != nil {
		return nil, err
	}
	states, err := corpus.Events().Open("states.tsv")
	if err != nil {
		return nil, err
	}
	defer states.Close()
	if l.Dictionary, err = actor.With(places, actor.File{Name: "states.tsv", Data: states}); err != nil {
		return nil, err
	}
	l.Lexicon, err = relation.Rules()
	return l, err
}

// A file is a model as it was written.
type file struct {
	Features, Bytes int
	Sum             string
}

func write(name string, m *linear.Model, use, note string) (file, error) {
	var text bytes.Buffer
	if err := m.Write(&text, use, note); err != nil {
		return file{}, err
	}
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return file{}, err
	}
	packed := enc.EncodeAll(text.Bytes(), nil)
	return file{m.Size(), len(packed), fmt.Sprintf("%x", sha256.Sum256(packed))}, os.WriteFile(filepath.Join("model", name), packed, 0o644)
}
