package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dyad/corpus"
	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/evaluate"
	"dyad/internal/language"
	"dyad/internal/source"
)

type evalCommand struct {
	Samples     evalSamplesCommand     `cmd:"" default:"withargs" help:"Code the sample reports and compare with their gold (the default)."`
	Actors      evalActorsCommand      `cmd:"" help:"Read mentions of parties in our own passages and compare with whom they mean."`
	Events      evalEventsCommand      `cmd:"" help:"Code the sentences of our own corpus and compare with their events."`
	Times       evalTimesCommand       `cmd:"" help:"Find time expressions in our own reports with all of them marked, and compare spans and values."`
	Dates       evalDatesCommand       `cmd:"" help:"Date reports without metadata and compare with the true day."`
	When        evalWhenCommand        `cmd:"" help:"Code reports with marked deeds and compare dates, planned times and places."`
	Relations   evalRelationsCommand   `cmd:"" help:"Label pairs of marked parties and compare with a table's labels."`
	Parse       evalParseCommand       `cmd:"" help:"Parse texts anew and compare with gold trees: tokens, tags, lemmas, attachment."`
	Coreference evalCoreferenceCommand `cmd:"" help:"Resolve pronouns and names of gold texts anew and compare: CoNLL F1, accuracy of antecedents."`
}

type evalSamplesCommand struct {
	codingTables
	Shared string `type:"path" help:"Folder with the public gold data (gold/, treebanks/) to measure on as well, where it exists." placeholder:"DIR"`
	Misses bool   `help:"List what is missed, too many or wrong in the odd-numbered samples, instead of the page."`
	Write  string `type:"path" help:"Write the page to a file instead of standard output." placeholder:"FILE"`
}

// Run prints the page of doc/accuracy.md.
func (c *evalSamplesCommand) Run(s *session) error {
	code, err := c.coder()
	if err != nil {
		return err
	}
	gold, err := evaluate.ReadGold(corpus.Reports())
	if err != nil {
		return err
	}
	second, err := evaluate.ReadSecond(corpus.Reports(), gold)
	if err != nil {
		return err
	}
	docs, err := samples(s.ctx)
	if err != nil {
		return err
	}
	var misses io.Writer
	if c.Misses {
		misses = s.out
	}
	odd, even, err := evaluate.Samples(gold, docs, func(d event.Document) (event.Report, error) { return code.Code(s.ctx, d) }, misses)
	if err != nil || c.Misses {
		return err
	}
	model, err := c.load()
	if err != nil {
		return err
	}
	var page bytes.Buffer
	evaluate.WriteHead(&page)
	evaluate.WriteSamples(&page, odd, even, evaluate.CompareSecond(second))
	if err := c.writeSentences(s.ctx, &page); err != nil {
		return err
	}
	if err := c.writeRelations(s.ctx, &page, c.Shared); err != nil {
		return err
	}
	evaluate.WriteMentionsHead(&page)
	if err := c.writeMentions(&page, nil, nil); err != nil {
		return err
	}
	if err := c.writeTimes(&page, nil); err != nil {
		return err
	}
	if err := c.writeDates(s.ctx, &page, nil); err != nil {
		return err
	}
	if err := c.writeDeeds(s.ctx, &page, nil); err != nil {
		return err
	}
	if err := evaluate.WritePublic(&page, c.Shared, model); err != nil {
		return err
	}
	if err := c.writeCoreference(&page, model); err != nil {
		return err
	}
	if c.Write == "" {
		_, err = s.out.Write(page.Bytes())
		return err
	}
	if err := os.WriteFile(c.Write, page.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return nil
}

// writeCoreference measures on the open treebank, where it is.
func (c *evalSamplesCommand) writeCoreference(w io.Writer, model *language.Model) error {
	var files []string
	for _, name := range []string{"gum-dev.conllu.gz", "gum-test.conllu.gz"} {
		path := filepath.Join(c.Shared, "treebanks", name)
		if _, err := os.Stat(path); c.Shared == "" || err != nil {
			return nil
		}
		files = append(files, path)
	}
	dict, err := actor.Default()
	if err != nil {
		return err
	}
	fmt.Fprint(w, "## Coreference\n\nPronouns and nouns of the news, interviews, speeches and biographies of GUM, resolved from raw text; gum-dev may be looked at, gum-test is only measured.\nAsked for: the antecedent of 0.75 of the pronouns and role nouns (\"all\" below); role nouns alone stay behind.\n\n")
	return coreference(w, model, dict, files, evaluate.CoreferenceOptions{Genres: []string{"news", "interview", "speech", "bio"}})
}

// samples reads the sample reports that the program carries, in the order of their names.
func samples(ctx context.Context) ([]event.Document, error) {
	var docs []event.Document
	for doc, err := range source.OpenFS(ctx, corpus.Reports(), source.Options{}) {
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	return docs, nil
}

type evalParseCommand struct {
	languageModel
	Gold      []string `arg:"" name:"gold" help:"Gold trees, CoNLL-U (also .gz, .zst)."`
	Genre     []string `help:"Only documents of these genres, as \"# meta::genre = news\" at their heads says." placeholder:"GENRE"`
	Pool      bool     `help:"One score of all files together."`
	Relations bool     `help:"Also precision, recall and F1 of each relation."`
}

// Run prints the CoNLL 2018 measures of each file, from raw text and from gold tokens.
func (c *evalParseCommand) Run(s *session) error {
	banks, err := readTrees(s, c.Gold)
	if err != nil {
		return err
	}
	model, err := c.load()
	if err != nil {
		return err
	}
	return evaluate.WriteParse(s.out, model, banks, evaluate.ParseOptions{Genres: c.Genre, Pool: c.Pool, Relations: c.Relations})
}

// readTrees reads CoNLL-U files. What is not quite right with them is said; every file that cannot be read or is empty is named.
func readTrees(s *session, paths []string) ([]*language.Treebank, error) {
	var banks []*language.Treebank
	var failed error
	for _, path := range paths {
		bank, err := language.ReadConlluFile(path)
		if err == nil && len(bank.Sentences) == 0 {
			err = fmt.Errorf("%s: no tree in it", path)
		}
		if err != nil {
			if failed != nil {
				s.warn(failed)
			}
			failed = err
			continue
		}
		for _, n := range bank.Notes {
			s.note("dyad: %s", n)
		}
		banks = append(banks, bank)
	}
	return banks, failed
}
