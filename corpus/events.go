package corpus

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dyad/internal/plover"
	"dyad/internal/table"
)

// A Sentence is one of corpus/events, with the events that it yields; none, if it holds no event.
type Sentence struct {
	Where  string // file:line
	Text   string
	Level  int
	Kind   string // the construction or the trap
	Events []Event
	Pairs  []Event // what is no event, but has a label in the 15-type variant; their Type is empty
}

// An Event is what a sentence of corpus/events yields. Spans are bytes of its text.
type Event struct {
	Type             string
	Mode             []string
	Aux              string
	Actor, Recipient []Party
	Predicate        Span
	Root15           string // its label in the variant of fifteen types (plover.md 7.3)
}

// A Party is an actor or a recipient; its span is empty where no words stand for it.
type Party struct {
	Span   Span
	Code   string // "---" where the country is unknown
	Sector []string
}

// A Span is a stretch of a sentence, in bytes.
type Span struct{ Start, End int }

// SentenceDay is the day on which every sentence is taken to be published.
const SentenceDay = "2024-05-15"

var sentenceColumns = []string{"sentence", "event", "mode", "aux", "actor", "recipient", "predicate", "level", "kind", "root15"}

// ReadSentences reads a table of corpus/events; its README.md describes the columns.
func ReadSentences(file string, r io.Reader) ([]Sentence, error) {
	_, rows, err := table.ReadFrom(file, r, sentenceColumns)
	if err != nil {
		return nil, err
	}
	var list []Sentence
	for _, row := range rows {
		again := row.Get("sentence") == "^"
		if again && len(list) == 0 {
			return nil, row.Errorf("sentence", "there is no sentence before that ^ could repeat")
		}
		if !again {
			list = append(list, Sentence{Where: row.Where(), Text: row.Get("sentence"), Kind: row.Get("kind")})
			if list[len(list)-1].Level, err = strconv.Atoi(row.Get("level")); err != nil || list[len(list)-1].Level < 1 || list[len(list)-1].Level > 3 {
				return nil, row.Errorf("level", "%q is none of 1, 2, 3", row.Get("level"))
			}
		}
		s := &list[len(list)-1]
		if row.Get("event") == "NONE" {
			if row.Get("root15") != "" {
				e, err := readEvent(row, s.Text)
				if err != nil {
					return nil, err
				}
				s.Pairs = append(s.Pairs, e)
			}
			continue
		}
		e, err := readEvent(row, s.Text)
		if err != nil {
			return nil, err
		}
		s.Events = append(s.Events, e)
	}
	return list, nil
}

func readEvent(row table.Row, text string) (e Event, err error) {
	kind, ok := plover.Lookup(row.Get("event"))
	if !ok && row.Get("event") != "NONE" {
		return e, row.Errorf("event", "%q is no PLOVER type and not NONE", row.Get("event"))
	}
	e = Event{Type: kind.Name, Mode: row.List("mode"), Aux: row.Get("aux"), Root15: row.Get("root15")}
	for _, m := range e.Mode {
		if _, ok := kind.Mode(m); !ok {
			return e, row.Errorf("mode", "%q is no mode of %s", m, kind.Name)
		}
	}
	if !slices.Contains([]string{"", "future", "historical", "hypothetical", "negation"}, e.Aux) {
		return e, row.Errorf("aux", "%q is none of future, historical, hypothetical, negation", e.Aux)
	}
	if e.Actor, err = readParties(row, "actor", text); err != nil {
		return e, err
	}
	if e.Recipient, err = readParties(row, "recipient", text); err != nil {
		return e, err
	}
	if len(e.Actor) == 0 {
		return e, row.Errorf("actor", "expected one or more, as words=CODE:SECTOR,SECTOR")
	}
	if e.Root15 == "" {
		e.Root15 = plover.Root15(e.Type)
	}
	if kind.Name == "" && row.Get("predicate") == "" {
		return e, nil
	}
	if e.Predicate, err = locate(text, row.Get("predicate")); err != nil {
		return e, row.Errorf("predicate", "%w", err)
	}
	return e, nil
}

func readParties(row table.Row, column, text string) ([]Party, error) {
	var list []Party
	for _, cell := range row.List(column) {
		i := strings.LastIndexByte(cell, '=')
		if i <= 0 {
			return nil, row.Errorf(column, "%q is not words=CODE:SECTOR,SECTOR", cell)
		}
		code, sectors, _ := strings.Cut(cell[i+1:], ":")
		p := Party{Code: code}
		for s := range strings.SplitSeq(sectors, ",") {
			if s = strings.TrimSpace(s); s != "" {
				p.Sector = append(p.Sector, s)
			}
		}
		if words := cell[:i]; words != "-" {
			var err error
			if p.Span, err = locate(text, words); err != nil {
				return nil, row.Errorf(column, "%w", err)
			}
		}
		list = append(list, p)
	}
	return list, nil
}

var occurrence = regexp.MustCompile(`^(.*)#([1-9])$`)

// locate finds words in a text; "Chad#2" is the second Chad.
func locate(text, words string) (Span, error) {
	n := 1
	if m := occurrence.FindStringSubmatch(words); m != nil {
		words = m[1]
		n = int(m[2][0] - '0')
	}
	at := -1
	for range n {
		i := strings.Index(text[at+1:], words)
		if i < 0 || words == "" {
			return Span{}, fmt.Errorf("%q does not stand in the sentence", words)
		}
		at += 1 + i
	}
	return Span{at, at + len(words)}, nil
}
