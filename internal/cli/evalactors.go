package cli

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"dyad/corpus"
	"dyad/internal/actor"
	"dyad/internal/evaluate"
	"dyad/internal/language"
)

type evalActorsCommand struct {
	tables
	Gold   []string `arg:"" optional:"" name:"gold" help:"Tables of mentions in the format of corpus/actors; without one those that the program carries."`
	Misses bool     `help:"Also list what is wrong; of our own tables only in develop.tsv."`
}

// Run prints how many mentions were resolved to the right country, sector and person.
func (c *evalActorsCommand) Run(s *session) error {
	var misses io.Writer
	if c.Misses {
		misses = s.out
	}
	return c.writeMentions(s.out, c.Gold, misses)
}

// writeMentions scores tables of mentions, without any those that the program carries. Of these no faults are listed of the
// half that is only measured.
func (t tables) writeMentions(w io.Writer, names []string, misses io.Writer) error {
	open := openFile
	if len(names) == 0 {
		names, open = corpus.ActorFiles(), corpus.Actors().Open
	}
	for _, name := range names {
		f, err := open(name)
		if err != nil {
			return fmt.Errorf("table of mentions: %w", err)
		}
		gold, err := evaluate.ReadMentions(name, f)
		f.Close()
		if err != nil {
			return err
		}
		list := misses
		if path.Base(name) == "measured.tsv" {
			list = nil
		}
		if err := t.mentions(w, path.Base(name), gold, list); err != nil {
			return err
		}
	}
	return nil
}

func openFile(name string) (fs.File, error) { return os.Open(name) }

// mentions scores one table and prints it.
func (t tables) mentions(w io.Writer, name string, gold []evaluate.GoldMention, misses io.Writer) error {
	model, err := t.load()
	if err != nil {
		return err
	}
	places, err := t.gazetteer()
	if err != nil {
		return err
	}
	d, err := t.dictionary(places)
	if err != nil {
		return err
	}
	all, types, difficulties := evaluate.Mentions(gold, func(g *evaluate.GoldMention) ([]actor.Mention, []language.Sentence) {
		sentences := model.Parse(g.Text)
		return d.Find(g.Text, sentences, actor.Context{}).Settle(g.Day), sentences
	}, d, misses)
	evaluate.WriteMentions(w, mentionTitle[strings.TrimSuffix(name, ".tsv")], all, types, difficulties)
	return nil
}

// mentionTitle heads the tables of our own files.
var mentionTitle = map[string]string{
	"develop":  "Who is meant: the half to develop on",
	"measured": "Who is meant: the half that is only measured",
}
