package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"dyad/corpus"
	"dyad/internal/actor"
	"dyad/internal/calendar"
	"dyad/internal/clean"
	"dyad/internal/language"
	"dyad/internal/place"
	"dyad/internal/relation"
	"dyad/internal/source"
)

// phoenix is the folder of the dictionaries that the import is timed on, where it exists.
const phoenix = "../shared/dictionaries"

// who measures finding who is meant: how long its tables take, how much its stage gets through on one core, and the import of a
// large dictionary.
func (m *meter) who(w io.Writer) error {
	if _, err := place.Default(); err != nil {
		return err
	}
	start := time.Now()
	d, err := actor.Default()
	if err != nil {
		return err
	}
	ready := time.Since(start)
	rate, err := stage(d)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\nWho is meant, in this process:\n\n| what | measured | asked |\n|---|---|---|\n| tables of actors ready | %s | 60 ms |\n| mentions found and settled, tokens a second on one core | %.0f | 40000 |\n", millis(ready), rate)
	if _, err := os.Stat(phoenix); err != nil {
		return nil
	}
	r, err := m.time(nil, "dict", "import", "petrarch", phoenix, "-o", filepath.Join(m.dir, "phoenix.tsv"))
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "| `dyad dict import petrarch`, the Phoenix dictionaries | %s | 2000 ms |\n", millis(r.wall))
	return nil
}

// stage gives how many tokens a second of the sample reports the stage gets through, places included.
func stage(d *actor.Dictionary) (float64, error) {
	reports, tokens, err := parsed()
	if err != nil {
		return 0, err
	}
	rounds, took := again(func() {
		for _, r := range reports {
			d.Find(r.text, r.sents, actor.Context{}).Settle(aDay)
		}
	})
	return float64(rounds*tokens) / took.Seconds(), nil
}

var aDay = calendar.Interval{Earliest: "2005-05-10", Latest: "2005-05-10"}

// what measures finding what happened: how long its tables and model take, and how long the stage takes for a sentence on one core.
func (m *meter) what(w io.Writer) error {
	start := time.Now()
	lexicon, err := relation.Default()
	if err != nil {
		return err
	}
	ready := time.Since(start)
	reports, _, err := parsed()
	if err != nil {
		return err
	}
	dict, err := actor.Default()
	if err != nil {
		return err
	}
	mentions := make([][]actor.Mention, len(reports))
	sentences := 0
	for i, r := range reports {
		mentions[i] = dict.Find(r.text, r.sents, actor.Context{}).Settle(aDay)
		sentences += len(r.sents)
	}
	rounds, took := again(func() {
		for i, r := range reports {
			lexicon.Find(r.text, r.sents, mentions[i])
		}
	})
	each := took.Seconds() * 1000 / float64(rounds*sentences)
	fmt.Fprintf(w, "\nWhat happened, in this process:\n\n| what | measured | asked |\n|---|---|---|\n| lexicon and ranker ready | %s | |\n| acts found and judged, a sentence on one core | %.2f ms | 0.3 ms |\n", millis(ready), each)
	return nil
}

// again does a thing over and over for two seconds or more.
func again(do func()) (rounds int, took time.Duration) {
	const least = 2 * time.Second
	start := time.Now()
	for took < least {
		do()
		rounds++
		took = time.Since(start)
	}
	return rounds, took
}

// A report is a sample report, parsed.
type report struct {
	text  string
	sents []language.Sentence
}

// parsed parses the sample reports.
func parsed() (reports []report, tokens int, err error) {
	model, err := language.Default()
	if err != nil {
		return nil, 0, err
	}
	for doc, err := range source.OpenFS(context.Background(), corpus.Reports(), source.Options{}) {
		if err != nil {
			return nil, 0, err
		}
		text, err := clean.Clean(doc)
		if err != nil {
			return nil, 0, err
		}
		r := report{text.Text, model.Parse(text.Text)}
		for i := range r.sents {
			tokens += len(r.sents[i].Tokens)
		}
		reports = append(reports, r)
	}
	return reports, tokens, nil
}
