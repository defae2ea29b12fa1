package archive

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dyad/event"
)

func (w *writer) events(report int64, r *event.Report, text []rune) error {
	for i := range r.Events {
		e := &r.Events[i]
		if err := w.event(report, i, r, text); err != nil {
			return fmt.Errorf("event %d (id %q): %w", i, e.ID, err)
		}
	}
	return nil
}

func (w *writer) event(report int64, i int, r *event.Report, text []rune) error {
	e := &r.Events[i]
	var sentence event.Sentence
	if e.Sentence >= 0 && e.Sentence < len(r.Sentences) {
		sentence = r.Sentences[e.Sentence]
	}
	var planned *string
	if e.Planned != nil {
		planned = new(asJSON(e.Planned))
	}
	aux := ""
	if e.Aux != nil {
		aux = *e.Aux
	}
	seq, err := w.insert(insertEvent, e.ID, report, i, e.Event, join(e.Mode), join(e.Context), aux, e.Ongoing, e.Date, e.EndDate, e.DateBasis,
		planned, e.QuadCode, e.EventScale, e.Confidence, e.EventText, e.Start, e.End, e.RawStart, e.RawEnd,
		e.Sentence, sentence.Start, words(text, sentence.Start, sentence.End),
		asJSON(e.EventLoc), asJSON(e.ClaimedBy), asJSON(e.AlsoClaimedBy), e.Link, asJSON(e.Because))
	if err != nil {
		return err
	}
	for i := range e.Actor {
		if err := w.party(seq, "actor", i, &e.Actor[i]); err != nil {
			return err
		}
	}
	for i := range e.Recipient {
		if err := w.party(seq, "recipient", i, &e.Recipient[i]); err != nil {
			return err
		}
	}
	for _, pair := range Pairs(e) {
		if _, err := w.insert(insertPair, pair[0], pair[1], seq); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) party(event int64, role string, i int, p *event.Entity) error {
	_, err := w.insert(insertParty, event, role, i, p.Code, join(p.Sector), p.Name, p.Office, p.Text, p.Start, p.End, tokens(p.Name+" "+p.Text))
	return err
}

// Pairs lists the unordered pairs of codes that an event runs between, each once, in order: every actor with every
// recipient, or the actors among themselves where there is no recipient (a meeting, a clash). Two parties of one
// country make a pair of that code with itself.
func Pairs(e *event.Event) [][2]string {
	var pairs [][2]string
	link := func(x, y *event.Entity) {
		if x.Code == nil || y.Code == nil || *x.Code == "" || *y.Code == "" {
			return
		}
		pair := [2]string{min(*x.Code, *y.Code), max(*x.Code, *y.Code)}
		pairs = append(pairs, pair)
	}
	for i := range e.Actor {
		for j := range e.Recipient {
			link(&e.Actor[i], &e.Recipient[j])
		}
		if len(e.Recipient) == 0 {
			for j := i + 1; j < len(e.Actor); j++ {
				link(&e.Actor[i], &e.Actor[j])
			}
		}
	}
	slices.SortFunc(pairs, func(x, y [2]string) int { return slices.Compare(x[:], y[:]) })
	return slices.Compact(pairs)
}

func (w *writer) quotes(report int64, r *event.Report, text []rune) error {
	for i := range r.Quotes {
		q := &r.Quotes[i]
		code, name := "", ""
		if q.Speaker != nil {
			name = tokens(q.Speaker.Name + " " + q.Speaker.Text + " " + q.Speaker.Office)
			if q.Speaker.Code != nil {
				code = *q.Speaker.Code
			}
		}
		if _, err := w.insert(insertQuote, report, i, q.ID, q.Kind, q.Start, q.End, said(text, q), code, name, asJSON(q)); err != nil {
			return fmt.Errorf("quote %d (id %q): %w", i, q.ID, err)
		}
	}
	return nil
}

// said gives the words of a quote; the cue that splits it ("…", he said, "…") is left out and marked by an ellipsis.
func said(text []rune, q *event.Quote) string {
	if len(q.Parts) == 0 {
		return words(text, q.Start, q.End)
	}
	parts := make([]string, len(q.Parts))
	for i, p := range q.Parts {
		parts[i] = words(text, p.Start, p.End)
	}
	return strings.Join(parts, " … ")
}

// words cuts code points [start, end) out of a text. Offsets that lie outside of it are moved to its ends: the archive
// also reads reports that other programs wrote.
func words(text []rune, start, end int) string {
	start = min(max(start, 0), len(text))
	end = min(max(end, start), len(text))
	return string(text[start:end])
}

func join(values []string) string { return strings.Join(values, ";") }

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ";")
}

// asJSON writes a value of our own plain structs, which cannot fail.
func asJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return "null"
	}
	return string(data)
}
