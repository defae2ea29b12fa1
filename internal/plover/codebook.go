package plover

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

//go:generate go run ./codebook ../../doc/codebook.md

const preamble = `# Codebook

What the columns of dyad's events mean: the types, modes and contexts of PLOVER 2.0 as dyad uses them. This page is generated from the tables in
` + "`internal/plover/data`" + ` (` + "`go generate ./internal/plover`" + `); change those, not this.

**Licence.** This page and the tables adapt *PLOVER: Event, Actor and Data Interchange Specification, draft version 2.0*, © 2021 Open Event Data
Alliance, https://github.com/openeventdata/PLOVER, and are, like it, under the
[Creative Commons Attribution-ShareAlike 4.0 International licence](https://creativecommons.org/licenses/by-sa/4.0/) (CC BY-SA 4.0). The wording is ours; the
codes, names and numbers are PLOVER's, except where PLOVER contradicts itself or is silent. CAMEO is the codebook of the Event Data Project, Pennsylvania State
University; only its code numbers are used. The Goldstein-type values are those of the R package icews 1.0.3 (© 2022 Andreas Beger, MIT licence).

## Types

A row is one act: **actor** (who did it), **event** (what), **recipient** (to whom). The quad class follows from the type alone: 1 verbal cooperation, 2 material
cooperation, 3 verbal conflict, 4 material conflict. In a symmetric act (meet, sign with, clash) all parties are actors and there is no recipient; a recipient
that is required then means two different parties. CAMEO is the code a row is exported to if nothing else is known of it, with its Goldstein-type score.
`

// WriteCodebook writes doc/codebook.md: the ontology for people, made from the tables.
func WriteCodebook(w io.Writer) error {
	b := bufio.NewWriter(w)
	t := ontology()
	b.WriteString(preamble)
	b.WriteString("\n| type | quad | score | recipient | CAMEO | Goldstein | an event in which a party … |\n|---|--:|--:|---|---|--:|---|\n")
	for _, x := range t.types {
		required := "optional"
		if x.RecipientRequired {
			required = "required"
		}
		code, goldstein := cameoCells(x.Name, "")
		fmt.Fprintf(b, "| %s | %d | %s | %s | %s | %s | %s |\n", x.Name, x.Quad, number(x.Scale), required, code, goldstein, x.Definition)
	}
	b.WriteString("\n## Modes\n\nThe score of a row is that of its mode; of several modes the one farthest from 0; without a mode that of the type.\n\n" +
		"| type | mode | score | CAMEO | Goldstein | |\n|---|---|--:|---|--:|---|\n")
	for _, x := range t.types {
		for _, m := range x.Modes {
			code, goldstein := cameoCells(x.Name, m.Name)
			fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s |\n", x.Name, m.Name, number(m.Scale), code, goldstein, m.Definition)
		}
	}
	b.WriteString("\n## Status\n\n`aux` says that the act has not happened, has not happened yet, or belongs to the past; null: it is reported as having happened. If several " +
		"apply: negation, hypothetical, future, historical, in this order.\n\n")
	writeTerms(b, "aux", t.aux)
	b.WriteString("\n## Entities\n\nStates have their ISO 3166-1 alpha-3 code (Kosovo: KOS). Other codes:\n\n")
	writeTerms(b, "code", t.bodies)
	b.WriteString("\nSectors, the primary one first:\n\n")
	writeTerms(b, "sector", t.sectors)
	b.WriteString("\n## Contexts\n\nWhat the event, or the passage around it, is about. Any number may be set. The cues are lemmas that suggest the context.\n\n" +
		"| context | about | cues |\n|---|---|---|\n")
	for _, c := range t.contexts {
		fmt.Fprintf(b, "| %s | %s | %s |\n", c.Name, c.Definition, strings.Join(c.Cues, ", "))
	}
	return b.Flush()
}

func writeTerms(b *bufio.Writer, head string, terms []term) {
	fmt.Fprintf(b, "| %s | |\n|---|---|\n", head)
	for _, t := range terms {
		fmt.Fprintf(b, "| %s | %s |\n", t.name, t.definition)
	}
}

// cameoCells returns the plain export code of a type and mode, and its Goldstein-type score.
func cameoCells(event, mode string) (code, goldstein string) {
	e, ok := CAMEO(event, mode, nil, "", "")
	if !ok {
		return "", ""
	}
	if g, ok := Goldstein(e.Code); ok {
		goldstein = number(g)
	}
	return e.Code, goldstein
}

func number(f float64) string {
	return strings.Replace(strconv.FormatFloat(f, 'f', -1, 64), "-", "−", 1)
}
