package coder

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dyad/event"
	"dyad/internal/calendar"
)

// report writes what was read as the record, with offsets in code points and ids.
func (r *reading) report() event.Report {
	in, raw := newPoints(r.text.Text), newPoints(r.text.Raw)
	rawAt := func(i int) int { return raw.at(r.text.RawOffset(i)) }
	rawEnd := func(i int) int { // the raw end of a stretch is where its last character ends
		if i == 0 {
			return rawAt(0)
		}
		last := i - 1
		for last > 0 && r.text.Text[last]&0xC0 == 0x80 {
			last--
		}
		return rawAt(last) + 1
	}

	out := event.Report{
		ID:        hash(string(r.doc.Raw)),
		Extra:     r.doc.Extra,
		Source:    r.text.Source,
		Dateline:  r.text.Dateline,
		Published: r.published,
		Text:      r.text.Text,
		Removed:   []event.Removed{},
		Sentences: []event.Sentence{},
		Times:     []event.Time{},
		Quotes:    []event.Quote{},
		Events:    []event.Event{},
	}
	for _, p := range r.text.Removed {
		out.Removed = append(out.Removed, event.Removed{Kind: p.Kind, RawStart: raw.at(p.Start), RawEnd: raw.at(p.End)})
	}
	for _, s := range r.sentences {
		out.Sentences = append(out.Sentences, event.Sentence{
			Start: in.at(s.Start), End: in.at(s.End), Paragraph: s.Paragraph, RawStart: rawAt(s.Start), RawEnd: rawEnd(s.End),
		})
	}
	for _, t := range r.times {
		record := t.Time
		record.Start, record.End = in.at(record.Start), in.at(record.End)
		out.Times = append(out.Times, record)
	}
	ids := make([]string, len(r.quotes))
	for i, q := range r.quotes {
		ids[i] = hash(out.ID, q.Kind, strconv.Itoa(q.Start), strconv.Itoa(q.End))
		out.Quotes = append(out.Quotes, quoteRecord(q.Quote, ids[i], in))
	}
	seen := map[string]bool{}
	for _, e := range r.rows {
		out.Events = append(out.Events, eventRecord(e, out.ID, ids, seen, in, rawAt, rawEnd))
	}
	return out
}

// hash is the shortened SHA-256 by which reports, quotes and events are known outside the program.
func hash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x1f")))
	return hex.EncodeToString(sum[:8])
}

func quoteRecord(q event.Quote, id string, in points) event.Quote {
	q.ID = id
	q.Start, q.End = in.at(q.Start), in.at(q.End)
	q.Parts = slices.Clone(q.Parts)
	for j := range q.Parts {
		q.Parts[j] = event.Span{Start: in.at(q.Parts[j].Start), End: in.at(q.Parts[j].End)}
	}
	if q.Speaker != nil {
		s := entityRecord(*q.Speaker, in)
		q.Speaker = &s
	}
	if q.Cue != nil {
		c := *q.Cue
		c.Start, c.End = in.at(c.Start), in.at(c.End)
		q.Cue = &c
	}
	return q
}

func entityRecord(e event.Entity, in points) event.Entity {
	e.Start, e.End = in.at(e.Start), in.at(e.End)
	return e
}

// eventRecord gives a row its id (from the report, its words and what it says) and its offsets. Of two rows that
// would share an id the later one takes its number along, so that ids stay unique.
func eventRecord(e event.Event, report string, quotes []string, seen map[string]bool, in points, rawAt, rawEnd func(int) int) event.Event {
	key := []string{
		report, e.Event, value(e.Aux), strconv.Itoa(e.Start), strconv.Itoa(e.End),
		fmt.Sprint(codes(e.Actor)), fmt.Sprint(codes(e.Recipient)),
	}
	e.ID = hash(key...)
	for n := 2; seen[e.ID]; n++ {
		e.ID = hash(append(key, strconv.Itoa(n))...)
	}
	seen[e.ID] = true

	e.DatePrecision = calendar.Interval{Earliest: e.Date, Latest: e.EndDate}.Precision()
	e.RawStart, e.RawEnd = rawAt(e.Start), rawEnd(e.End)
	e.Start, e.End = in.at(e.Start), in.at(e.End)
	e.Because.Predicate = event.Span{Start: e.Start, End: e.End}
	if t := e.Because.When; t != nil {
		e.Because.When = &event.Span{Start: in.at(t.Start), End: in.at(t.End)}
	}
	for _, list := range [][]event.Entity{e.Actor, e.Recipient} {
		for i := range list {
			list[i] = entityRecord(list[i], in)
		}
	}
	for i := range e.EventLoc {
		e.EventLoc[i].Start, e.EventLoc[i].End = in.at(e.EventLoc[i].Start), in.at(e.EventLoc[i].End)
	}
	for _, claims := range append([][]event.Claimant{e.ClaimedBy}, e.AlsoClaimedBy...) {
		for i := range claims {
			if n, err := strconv.Atoi(claims[i].Quote); err == nil && n < len(quotes) {
				claims[i].Quote = quotes[n]
			}
		}
	}
	return e
}
