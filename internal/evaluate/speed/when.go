package main

import (
	"fmt"
	"io"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/calendar"
	"dyad/internal/place"
	"dyad/internal/quote"
)

// when measures the stages that read when, where and who says so: how many tokens a second each gets through on one core, and the three
// together.
func (m *meter) when(w io.Writer) error {
	reports, tokens, err := parsed()
	if err != nil {
		return err
	}
	dict, err := actor.Default()
	if err != nil {
		return err
	}
	places, err := place.Default()
	if err != nil {
		return err
	}
	mentions := make([][]actor.Mention, len(reports))
	terms := make([][][]calendar.Interval, len(reports))
	lives := make([][][]calendar.Interval, len(reports))
	states := make([]func(int) []string, len(reports))
	for i, r := range reports {
		found := dict.Find(r.text, r.sents, actor.Context{})
		terms[i], lives[i], mentions[i] = found.Terms(), found.Lives(), found.Settle(aDay)
		states[i] = found.Codes
	}
	var all float64 // seconds a token
	fmt.Fprint(w, "\nWhen, where and who says so, tokens a second on one core, in this process:\n\n| what | measured | asked |\n|---|---|---|\n")
	for _, stage := range []struct {
		what string
		do   func(i int, r report)
	}{
		{"times found, report dated, times resolved", func(i int, r report) {
			times := calendar.Find(r.text, r.sents)
			told := append(calendar.Clues(r.text, r.sents, times), calendar.Standing(lives[i])...)
			dateline := &event.Dateline{Month: 5, Day: 10}
			_, news := calendar.Recognise(r.text, r.sents, times, dateline, states[i])
			told = append(told, news...)
			calendar.Resolve(times, calendar.Publish(nil, dateline, times, terms[i], told...), r.sents)
		}},
		{"places found", func(_ int, r report) { places.Find(r.text, r.sents) }},
		{"quotations and their speakers found", func(i int, r report) { quote.Find(r.text, r.sents, mentions[i]) }},
	} {
		rounds, took := again(func() {
			for i, r := range reports {
				stage.do(i, r)
			}
		})
		each := took.Seconds() / float64(rounds*tokens)
		all += each
		fmt.Fprintf(w, "| %s | %.0f | |\n", stage.what, 1/each)
	}
	fmt.Fprintf(w, "| the three together | %.0f | 60000 |\n", 1/all)
	return nil
}
