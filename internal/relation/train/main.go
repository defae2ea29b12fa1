// Command train makes the models of package relation from corpus/events/develop-*.tsv: model/ranker.zst, the ranker over
// the rules' candidates, and model/pairs.zst, which labels pairs of parties. It takes half a minute. Run it by
// go generate ./internal/relation after a change of the corpus, the lexicon, the rules or the features.
package main

import (
	"bytes"
	"context"
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
	l, err := labeller()
	if err != nil {
		return err
	}
	note := fmt.Sprintf("trained on %d sentences of corpus/events (CC0)", len(own))
	c, err := coder.New(coder.Options{Language: l.Language, Dictionary: l.Dictionary, Lexicon: l.Lexicon.WithRanker(nil)})
	if err != nil {
		return err
	}
	ranker, err := learn.Ranker(context.Background(), c, own)
	if err != nil {
		return err
	}
	if err := write("ranker.zst", ranker, relation.RankerUse, note); err != nil {
		return err
	}
	return write("pairs.zst", learn.Fifteen(l, own), relation.PairUse, note)
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

func write(name string, m *linear.Model, use, note string) error {
	var text bytes.Buffer
	if err := m.Write(&text, use, note); err != nil {
		return err
	}
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	packed := enc.EncodeAll(text.Bytes(), nil)
	fmt.Printf("%s: %d features, %d bytes, packed %d\n", name, m.Size(), text.Len(), len(packed))
	return os.WriteFile(filepath.Join("model", name), packed, 0o644)
}
