package main

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"dyad/internal/language"
)

//go:embed card.md.tmpl
var cardTemplate string

// file is a line of the card's list of files.
type file struct {
	Path string
	Size int
	Sum  string
}

// card is what the template of doc/models.md is filled with.
type card struct {
	File                         file
	Sentences, Words             int
	OwnSentences, OwnWords       int
	Rows, GoldRows, RelationRows []string
	RelationNames                []string
	las                          map[string]string // by file
}

func newFile(path string) (file, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return file{}, err
	}
	return file{Path: "internal/language/" + filepath.ToSlash(path), Size: len(data), Sum: fmt.Sprintf("%x", sha256.Sum256(data))}, nil
}

func (c *card) add(name string, raw, gold language.Scores) {
	row := func(ms ...language.Measure) string {
		cells := []string{name}
		for _, m := range ms {
			cells = append(cells, percent(m))
		}
		return strings.Join(cells, " | ")
	}
	c.Rows = append(c.Rows, row(raw.Tokens, raw.Words, raw.Sentences, raw.UPOS, raw.XPOS, raw.Feats, raw.Lemmas, raw.UAS, raw.LAS, raw.CLAS))
	c.GoldRows = append(c.GoldRows, row(gold.UPOS, gold.XPOS, gold.Feats, gold.Lemmas, gold.UAS, gold.LAS, gold.CLAS))
	if c.las == nil {
		c.las = map[string]string{}
	}
	c.las[name] = percent(raw.LAS)
	var ms []language.Measure
	for _, rel := range c.RelationNames {
		ms = append(ms, raw.Relations[rel])
	}
	c.RelationRows = append(c.RelationRows, row(ms...))
}

func percent(m language.Measure) string { return fmt.Sprintf("%.1f", 100*m.F1()) }

func (c *card) write(path string) error {
	t, err := template.New("card").Parse(cardTemplate)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, c); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// LAS is the labelled attachment score of a file from raw text, in percent.
func (c *card) LAS(name string) string { return c.las[name] }
