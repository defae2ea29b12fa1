// Package coder reads one news report and codes the political events in it: who did what to whom, when, where, and who
// says so. In goes an event.Document (the bytes of a report and what is known of it), out comes an event.Report.
//
// The method is the sequence of Coder.read: the text is cleaned, cut into sentences and parsed; parties, times,
// places and speech are found in it; predicates from a lexicon are matched against the parse and take the parties in
// their slots; each act is dated, placed and given its claimants. Nothing is learned from the outcome of a later stage,
// and every row names the words and the rule that made it.
//
// Coding is a pure function of the document: no clock, no network, no disk, no randomness. The same bytes give the
// same report on every machine and in any order. A Coder is safe for concurrent use.
package coder

import (
	"context"
	"fmt"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/calendar"
	"dyad/internal/clean"
	"dyad/internal/language"
	"dyad/internal/place"
	"dyad/internal/quote"
	"dyad/internal/relation"
	"dyad/internal/relation/linear"
)

// Options are the tables and models to code with. The zero value takes those that the program carries.
type Options struct {
	Language   *language.Model
	Dictionary *actor.Dictionary
	Gazetteer  *place.Gazetteer
	Lexicon    *relation.Lexicon
	Relations  *linear.Model // labels each act anew, from a user's own table (dyad train relations); nil: the acts keep their types
}

// A Coder codes reports.
type Coder struct {
	model      *language.Model
	dictionary *actor.Dictionary
	gazetteer  *place.Gazetteer
	lexicon    *relation.Lexicon
	relations  *linear.Model
}

// New returns a coder, with the program's own tables and models where the options name no other.
func New(o Options) (*Coder, error) {
	c := &Coder{o.Language, o.Dictionary, o.Gazetteer, o.Lexicon, o.Relations}
	var err error
	if c.model == nil {
		if c.model, err = language.Default(); err != nil {
			return nil, fmt.Errorf("language model: %w", err)
		}
	}
	if c.dictionary == nil {
		if c.dictionary, err = actor.Default(); err != nil {
			return nil, fmt.Errorf("actor dictionary: %w", err)
		}
	}
	if c.gazetteer == nil {
		if c.gazetteer, err = place.Default(); err != nil {
			return nil, fmt.Errorf("gazetteer: %w", err)
		}
	}
	if c.lexicon == nil {
		if c.lexicon, err = relation.Default(); err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
	}
	return c, nil
}

// Code codes one report. The error says that the document could not be read as text at all, or that ctx has ended.
func (c *Coder) Code(ctx context.Context, doc event.Document) (event.Report, error) {
	r, err := c.read(ctx, doc)
	if err != nil {
		return event.Report{}, err
	}
	return r.report(), nil
}

// A reading is what the stages have found in one document so far. Offsets are bytes.
type reading struct {
	doc        event.Document
	text       clean.Text
	sentences  []language.Sentence
	times      []calendar.Time
	published  event.Published
	dating     *calendar.Dating // dates the acts, made with the first of them
	candidates *actor.Candidates
	mentions   []actor.Mention                       // as of the day of publication
	past       map[calendar.Interval][]actor.Mention // as of days of which the report tells
	places     []place.Place
	quotes     []quote.Quote
	unsaid     *quote.Unsaid // what is told as not said
	acts       []relation.Candidate
	labels     []label // of the acts by a user's model of pairs; nil without one
	recognised []calendar.Recognised
	home       string // the state of the dateline's place, "" where there is none
	rows       []event.Event
	alike      map[string][]int // rows by what they would have in common if they told of one occurrence
	fates      []fate           // what became of each act, for Explain
}

// read takes a document through all stages: the whole method, in order.
func (c *Coder) read(ctx context.Context, doc event.Document) (*reading, error) {
	r := &reading{doc: doc}
	var err error
	if r.text, err = clean.Clean(doc); err != nil {
		return nil, err
	}
	text := r.text.Text

	r.sentences = c.model.Parse(text)
	if err := ctx.Err(); err != nil {
		return nil, err
	}

	// Who and when need each other: offices have terms, and the terms help to date the report.
	if r.text.Dateline != nil {
		r.home = c.gazetteer.State(r.text.Dateline.Place)
	}
	r.places = c.gazetteer.Find(text, r.sentences)
	r.candidates = c.dictionary.Find(text, r.sentences, actor.Context{Home: r.home, Places: r.places})
	r.times = calendar.Find(text, r.sentences)
	told := append(calendar.Clues(text, r.sentences, r.times), calendar.Standing(r.lives())...)
	known := evidence(r.text.Dates)
	var recognised []calendar.Recognised
	if !calendar.Dated(known) {
		var news []calendar.Clue
		recognised, news = calendar.Recognise(text, r.sentences, r.times, r.text.Dateline, r.candidates.Codes)
		told = append(told, news...)
	}
	r.published = calendar.Publish(known, r.text.Dateline, r.times, r.candidates.Terms(), told...)
	r.recognised = calendar.Confirmed(recognised, r.published)
	calendar.Resolve(r.times, r.today(), r.sentences)
	r.mentions = r.candidates.Settle(calendar.Interval{Earliest: r.published.Earliest, Latest: r.published.Latest})

	r.quotes = quote.Find(text, r.sentences, r.mentions)
	r.media()
	r.acts = c.lexicon.Find(text, r.sentences, r.mentions)
	c.relabel(r)
	r.code()
	return r, ctx.Err()
}

// lives gives the times of the states and organisations that the text tells of, and of those that issued it.
func (r *reading) lives() [][]calendar.Interval {
	lives := r.candidates.Lives()
	for _, day := range r.text.Founded {
		lives = append(lives, []calendar.Interval{{Earliest: day}})
	}
	return lives
}

// evidence hands what the cleaning knows of the publication day to the calendar.
func evidence(dates []clean.DateEvidence) []calendar.Evidence {
	known := make([]calendar.Evidence, len(dates))
	for i, d := range dates {
		known[i] = calendar.Evidence(d)
	}
	return known
}
