package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"dyad/coder"
	"dyad/corpus"
	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/evaluate"
)

type evalEventsCommand struct {
	tables
	Gold   []string `arg:"" optional:"" name:"gold" help:"Tables of sentences in the format of corpus/events; without one those that the program carries."`
	Misses bool     `help:"Also list what is wrong; of our own tables only of develop-*.tsv."`
}

// Run prints how many rows of bare sentences are right.
func (c *evalEventsCommand) Run(s *session) error {
	var misses io.Writer
	if c.Misses {
		misses = s.out
	}
	code, err := c.sentenceCoder()
	if err != nil {
		return err
	}
	read := func(d event.Document) (event.Report, error) { return code.Code(s.ctx, d) }
	if len(c.Gold) == 0 {
		develop, measured, err := ownSentences(read, misses)
		if err != nil {
			return err
		}
		evaluate.WriteSentenceScores(s.out, "develop", develop)
		evaluate.WriteSentenceScores(s.out, "measured", measured)
		return nil
	}
	for _, name := range c.Gold {
		f, err := openFile(name)
		if err != nil {
			return fmt.Errorf("table of sentences: %w", err)
		}
		gold, err := corpus.ReadSentences(name, f)
		f.Close()
		if err != nil {
			return err
		}
		list := misses
		if strings.HasPrefix(filepath.Base(name), "measured") {
			list = nil
		}
		scores, err := evaluate.Sentences(gold, read, list)
		if err != nil {
			return err
		}
		evaluate.WriteSentenceScores(s.out, filepath.Base(name), scores)
	}
	return nil
}

// sentenceCoder is a coder that also knows the invented states of corpus/events.
func (t tables) sentenceCoder() (*coder.Coder, error) {
	o, err := t.options()
	if err != nil {
		return nil, err
	}
	if len(t.Actors) > 0 {
		return coder.New(o)
	}
	f, err := corpus.Events().Open("states.tsv")
	if err != nil {
		return nil, fmt.Errorf("invented states: %w", err)
	}
	defer f.Close()
	if o.Dictionary, err = actor.With(o.Gazetteer, actor.File{Name: "corpus/events/states.tsv", Data: f}); err != nil {
		return nil, err
	}
	return coder.New(o)
}

// writeSentences measures on the program's own sentences.
func (t tables) writeSentences(ctx context.Context, w io.Writer) error {
	code, err := t.sentenceCoder()
	if err != nil {
		return err
	}
	read := func(d event.Document) (event.Report, error) { return code.Code(ctx, d) }
	develop, measured, err := ownSentences(read, nil)
	if err != nil {
		return err
	}
	third, err := evaluate.ReadSentences("measured-3")
	if err != nil {
		return err
	}
	last, err := evaluate.Sentences(third, read, nil)
	if err != nil {
		return err
	}
	first, err := evaluate.ReadSentences("measured")
	if err != nil {
		return err
	}
	second, err := evaluate.ReadSentences("second")
	if err != nil {
		return err
	}
	evaluate.WriteSentencesPage(w, develop, measured, last, evaluate.Agree(first, second))
	return nil
}

// ownSentences scores both parts of corpus/events.
func ownSentences(read func(event.Document) (event.Report, error), misses io.Writer) (develop, measured *evaluate.SentenceScores, err error) {
	for _, part := range []struct {
		prefix string
		into   **evaluate.SentenceScores
		misses io.Writer
	}{{"develop", &develop, misses}, {"measured", &measured, nil}} {
		gold, err := evaluate.ReadSentences(part.prefix)
		if err != nil {
			return nil, nil, err
		}
		if *part.into, err = evaluate.Sentences(gold, read, part.misses); err != nil {
			return nil, nil, err
		}
	}
	return develop, measured, nil
}
