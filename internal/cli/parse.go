package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"dyad/coder"
	"dyad/event"
	"dyad/internal/clean"
	"dyad/internal/language"
	"dyad/internal/source"
)

type parseCommand struct {
	languageModel
	Paths  []string `arg:"" name:"path" help:"Reports, as for dyad code."`
	Format string   `default:"conllu" enum:"conllu,json,tree" help:"conllu; json: a report a line; or a tree drawn for a terminal."`
}

// Run prints the sentences of the cleaned texts with tags, lemmas and trees.
func (c *parseCommand) Run(s *session) error {
	model, err := c.load()
	if err != nil {
		return err
	}
	names := documentNames{}
	for doc, err := range source.Open(s.ctx, c.Paths, source.Options{Stdin: s.stdin}) {
		if s.ctx.Err() != nil {
			break
		}
		if err != nil {
			s.warn(err)
			continue
		}
		text, err := clean.Clean(doc)
		if err != nil {
			s.warn(fmt.Errorf("%s: %w", coder.Name(doc), err))
			continue
		}
		if err := writeTrees(s.out, c.Format, names.name(doc), text.Text, model.Parse(text.Text)); err != nil {
			return fmt.Errorf("writing the output: %w", err)
		}
	}
	return nil
}

func writeTrees(w io.Writer, format, id, text string, sentences []language.Sentence) error {
	switch format {
	case "json":
		return language.WriteJSON(w, id, text, sentences)
	case "tree":
		for i := range sentences {
			if err := sentences[i].Draw(w); err != nil {
				return err
			}
			fmt.Fprintln(w)
		}
		return nil
	}
	return language.WriteConllu(w, id, text, sentences)
}

// documentNames names the documents of a run, each differently: how often each name was given.
type documentNames map[string]int

// name is what a document is called in "# newdoc id" and at the head of its sentences' ids, which may hold no blank and
// no slash: the file's name, with the line in a file of many.
func (d documentNames) name(doc event.Document) string {
	name := "stdin"
	if doc.Path != "-" {
		name = filepath.Base(doc.Path)
	}
	if doc.Line > 0 {
		name += fmt.Sprintf(":%d", doc.Line)
	}
	name = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == '/' || r == unicode.ReplacementChar {
			return '_'
		}
		return r
	}, name)
	free := name
	for n := d[name] + 1; d[free] > 0; n++ {
		d[name] = n
		free = fmt.Sprintf("%s~%d", name, n)
	}
	d[free]++
	return free
}
