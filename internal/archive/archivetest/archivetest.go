// Package archivetest makes coded reports for tests of what stands behind the coder: the archive, the exports, the
// pages. A seed goes in, the same reports come out every time. The texts are invented; the states are real so that codes
// can be shown, and nothing in the texts happened.
//
// The reports hold what real ones may hold and code tends to forget: characters of several bytes and right-to-left
// script, markup in titles and texts, spans that overlap, parties without a country, sets of parties, intervals, missing
// dates, split quotes, chains of claims, later versions at the same URL.
package archivetest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
	"unicode/utf8"

	"dyad/event"
	"dyad/internal/calendar"
)

// Reports makes n reports from a seed.
func Reports(seed uint64, n int) []event.Report {
	random := rand.New(rand.NewPCG(seed, 1))
	reports := make([]event.Report, 0, n)
	for i := range n {
		reports = append(reports, report(random, i))
	}
	return reports
}

var outlets = []string{"Example Post", "The Harbour Gazette", "Nordlys Avis", "Invented Times & Tribune", "صحيفة المثال"}

// report makes one report of a few paragraphs.
func report(random *rand.Rand, i int) event.Report {
	var w writer
	day := time.Date(1972, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, random.IntN(51*365))
	w.published = day.Format(time.DateOnly)
	w.outlet = outlets[random.IntN(len(outlets))]
	w.r.Source = event.Source{
		URL: fmt.Sprintf("https://news.example/%d/%d.html?a=1&b=2", day.Year(), i), Outlet: w.outlet,
		OutletBasis: "given", Language: "en", Genre: "news", Licence: "CC0-1.0", Byline: "A. Reporter",
	}
	if random.IntN(3) == 0 {
		w.r.Source.Agency = []string{"Example Wire"}
	}
	w.r.Published = event.Published{Earliest: w.published, Latest: w.published, Weekday: day.Weekday().String(), Basis: []string{"given", "dateline"}}
	a, b := pick(random)
	w.title(random, a, b)
	for range 2 + random.IntN(3) {
		w.paragraph(random, a, b)
		if random.IntN(4) == 0 {
			a, b = pick(random)
		}
	}
	if random.IntN(12) == 0 {
		w.undate()
	}
	w.r.Removed = []event.Removed{{Kind: "dateline", RawStart: 0, RawEnd: 14}, {Kind: "boilerplate", RawStart: 400, RawEnd: 470}}
	return w.finish(fmt.Sprint("report ", i))
}

// Revise makes a later version of a report: one more sentence, other bytes, the same URL.
func Revise(r event.Report) event.Report {
	w := writer{r: r, outlet: r.Source.Outlet, published: r.Published.Earliest, length: utf8.RuneCountInString(r.Text)}
	w.text.WriteString(r.Text)
	w.r.Events, w.r.Quotes, w.r.Sentences = nil, nil, nil // what the coder found in the old bytes; the new ones are coded afresh
	w.newParagraph()
	w.begin()
	w.say("Correction: ")
	actor := w.party(states[0], "foreign minister")
	w.say(" ")
	s, e := w.say("called off")
	w.say(" a visit to ")
	recipient := w.party(states[1], "")
	w.end(".")
	w.event(event.Event{
		Event: "REJECT", Mode: []string{"meet"}, Actor: []event.Entity{actor}, Recipient: []event.Entity{recipient},
		QuadCode: 3, EventScale: -2, Date: w.published, EndDate: w.published, DateBasis: "published",
	}, s, e)
	return w.finish("revision of " + r.ID)
}

// writer writes a text and keeps the offsets of what it writes, in code points.
type writer struct {
	r          event.Report
	text       strings.Builder
	length     int // code points so far
	paragraphs int
	start      int // of the sentence
	outlet     string
	published  string
}

func (w *writer) say(s string) (start, end int) {
	start = w.length
	w.text.WriteString(s)
	w.length += utf8.RuneCountInString(s)
	return start, w.length
}

func (w *writer) newParagraph() {
	if w.length > 0 {
		w.say("\n\n")
		w.paragraphs++
	}
}

func (w *writer) begin() {
	if w.length > 0 && !strings.HasSuffix(w.text.String(), "\n") {
		w.say(" ")
	}
	w.start = w.length
}

func (w *writer) end(s string) {
	w.say(s)
	w.r.Sentences = append(w.r.Sentences, event.Sentence{
		Start: w.start, End: w.length, Paragraph: w.paragraphs, RawStart: w.start + 20, RawEnd: w.length + 20,
	})
}

// event adds an event of the sentence that ended last; its predicate stands at [start, end).
func (w *writer) event(e event.Event, start, end int) {
	e.Start, e.End, e.RawStart, e.RawEnd = start, end, start+20, end+20
	e.Sentence = len(w.r.Sentences) - 1
	e.EventText = string([]rune(w.text.String())[start:end])
	e.Because = event.Because{Rule: "lexicon/verbs.tsv:12 " + e.EventText, Predicate: event.Span{Start: start, End: end}, Path: "nsubj<VERB>obl"}
	if e.Confidence == 0 {
		e.Confidence = 0.9
	}
	e.ClaimedBy = append(e.ClaimedBy, event.Claimant{Outlet: w.outlet})
	w.r.Events = append(w.r.Events, e)
}

func (w *writer) undate() {
	w.r.Published = event.Published{}
	for i := range w.r.Events {
		if w.r.Events[i].DateBasis == "published" {
			w.r.Events[i].Date, w.r.Events[i].EndDate, w.r.Events[i].DateBasis = "", "", "none"
		}
	}
}

func (w *writer) finish(bytes string) event.Report {
	w.r.Text = w.text.String()
	sum := sha256.Sum256([]byte(bytes + w.r.Text))
	w.r.ID = hex.EncodeToString(sum[:8])
	for i := range w.r.Events {
		e := &w.r.Events[i]
		e.ID = fmt.Sprintf("%s-e%d", w.r.ID, i+1)
		e.DatePrecision = calendar.Interval{Earliest: e.Date, Latest: e.EndDate}.Precision()
	}
	for i := range w.r.Quotes {
		old := w.r.Quotes[i].ID
		w.r.Quotes[i].ID = fmt.Sprintf("%s-q%d", w.r.ID, i+1)
		for j := range w.r.Events {
			for k := range w.r.Events[j].ClaimedBy {
				if c := &w.r.Events[j].ClaimedBy[k]; c.Quote == old && old != "" {
					c.Quote = w.r.Quotes[i].ID
				}
			}
		}
	}
	return w.r
}
