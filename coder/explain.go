package coder

import (
	"context"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/calendar"
	"dyad/internal/language"
	"dyad/internal/place"
	"dyad/internal/quote"
	"dyad/internal/relation"
	"dyad/internal/relation/linear"
)

// An Explanation shows how a report was read: the parse, what was found in it, and what became of every act considered.
// Offsets within it are bytes of Report.Text; those of Report itself are code points.
type Explanation struct {
	Report    event.Report
	Sentences []language.Sentence
	Mentions  []actor.Mention
	Times     []calendar.Time
	Places    []place.Place
	Quotes    []quote.Quote
	Decisions []Decision

	Recognised []calendar.Recognised // the news, by which the report was dated
}

// A Decision says what became of one act: the event row it made, or why it made none.
type Decision struct {
	Act relation.Candidate
	Row *event.Event // nil if there is none
	Why string       // why there is none, or what was done to it

	Reasons []linear.Reason // what spoke most for or against the act to the ranker
}

// reasons is how many are shown of what decided the ranker.
const reasons = 6

// Explain codes a report as Code does and returns what it was coded from.
func (c *Coder) Explain(ctx context.Context, doc event.Document) (Explanation, error) {
	r, err := c.read(ctx, doc)
	if err != nil {
		return Explanation{}, err
	}
	x := Explanation{r.report(), r.sentences, r.mentions, r.times, r.places, r.quotes, nil, r.recognised}
	for i, f := range r.fates {
		d := Decision{Act: r.acts[i], Why: f.why}
		if c.relations == nil {
			d.Reasons = c.lexicon.Reasons(&r.acts[i], reasons)
		}
		if f.row >= 0 {
			d.Row = &x.Report.Events[f.row]
		}
		x.Decisions = append(x.Decisions, d)
	}
	return x, nil
}
