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
	model, err := language.Default()
	if err != nil {
		return 0, err
	}
	type report struct {
		text  string
		sents []language.Sentence
	}
	var reports []report
	tokens := 0
	for doc, err := range source.OpenFS(context.Background(), corpus.Reports(), source.Options{}) {
		if err != nil {
			return 0, err
		}
		text, err := clean.Clean(doc)
		if err != nil {
			return 0, err
		}
		r := report{text.Text, model.Parse(text.Text)}
		for i := range r.sents {
			tokens += len(r.sents[i].Tokens)
		}
		reports = append(reports, r)
	}
	on := calendar.Interval{Earliest: "2005-05-10", Latest: "2005-05-10"}
	const least = 2 * time.Second
	done := 0
	start := time.Now()
	for time.Since(start) < least {
		for _, r := range reports {
			d.Find(r.text, r.sents, actor.Context{}).Settle(on)
		}
		done += tokens
	}
	return float64(done) / time.Since(start).Seconds(), nil
}
