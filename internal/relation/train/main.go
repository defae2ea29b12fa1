// Command train makes the models of package relation from corpus/events/develop-*.tsv: model/ranker.zst, the ranker over
// the rules' candidates, model/unknown.zst, which finds acts of verbs that the lexicon lacks, and model/pairs.zst, which labels pairs of parties; and their card, doc/relations.md. It takes some
// minutes. Run it by go generate ./internal/relation after a change of the corpus, the lexicon, the rules or the features.
package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/klauspost/compress/zstd"

	"dyad/coder"
	"dyad/corpus"
	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/evaluate"
	"dyad/internal/language"
	"dyad/internal/place"
	"dyad/internal/relation"
	"dyad/internal/relation/learn"
	"dyad/internal/relation/linear"
	"dyad/internal/source"
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

	verbs := learn.Verbs(l, both[:len(own)], true) // every act of these sentences is coded
	more := learn.Verbs(l, both[len(own):], false)
	c.Verbs = count(verbs) + count(more)
	unknown := func(but int) *linear.Model { return learn.Unknown(append(half(verbs, but), more...)) }
	if c.Unknown, err = write("unknown.zst", unknown(-1), relation.UnknownUse, note(len(both))); err != nil {
		return err
	}

	// The ranker must see acts of unknown verbs as they are in new sentences: one half of ours is read with a model of the other.
	acts := make([][]linear.Example, len(own))
	for h := range 2 {
		list, err := actsOf(l, half(own, 1-h), unknown(h), true)
		if err != nil {
			return err
		}
		for i, a := range list {
			acts[2*i+h] = a
		}
	}
	paired, err := actsOf(l, both[len(own):], learn.Unknown(verbs), false)
	if err != nil {
		return err
	}
	acts = append(acts, paired...)
	odd, err := reportActs(l, unknown(-1))
	if err != nil {
		return err
	}
	c.Reports = len(odd)
	acts = append(acts, odd...)
	c.Sure = learn.Calibration(acts)
	c.Acts = count(acts)
	if c.Ranker, err = write("ranker.zst", learn.Ranker(acts), relation.RankerUse, note(len(both))+fmt.Sprintf(" and %d sample reports", c.Reports)); err != nil {
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

// half is the things with an even (0) or odd (1) number taken out; -1: all.
func half[T any](list []T, out int) []T {
	var rest []T
	for i, x := range list {
		if i%2 != out {
			rest = append(rest, x)
		}
	}
	return rest
}

func count(lists [][]linear.Example) int { return len(slices.Concat(lists...)) }

// actsOf codes sentences with a model of unknown verbs and describes the rows.
func actsOf(l *relation.Labeller, own []corpus.Sentence, unknown *linear.Model, whole bool) ([][]linear.Example, error) {
	lexicon := l.Lexicon.WithUnknown(unknown).WithRanker(nil)
	c, err := coder.New(coder.Options{Language: l.Language, Dictionary: l.Dictionary, Lexicon: lexicon})
	if err != nil {
		return nil, err
	}
	return learn.Acts(context.Background(), c, own, whole)
}

// reportActs describes the rows of the sample reports that rules may be developed on: those with odd numbers.
func reportActs(l *relation.Labeller, unknown *linear.Model) ([][]linear.Example, error) {
	all, err := evaluate.ReadGold(corpus.Reports())
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	var docs []event.Document
	var gold []evaluate.Gold
	for doc, err := range source.OpenFS(ctx, corpus.Reports(), source.Options{}) {
		if err != nil {
			return nil, err
		}
		for _, g := range all {
			if g.Report == filepath.Base(doc.Path) && g.Number()%2 == 1 {
				docs, gold = append(docs, doc), append(gold, g)
			}
		}
	}
	c, err := coder.New(coder.Options{Language: l.Language, Lexicon: l.Lexicon.WithUnknown(unknown).WithRanker(nil)})
	if err != nil {
		return nil, err
	}
	return learn.ReportActs(ctx, c, docs, gold)
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
