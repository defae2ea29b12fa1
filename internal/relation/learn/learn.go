// Package learn trains what judges relations: the ranker over the rules' candidates, and models that label a pair of
// marked parties.
//
// In go sentences whose events are known (corpus/events, the program's own; or a user's table of pairs), out come linear
// models. Both are trained on the features that package relation gives; nothing is read but what is handed in.
package learn

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"

	"dyad/coder"
	"dyad/corpus"
	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/calendar"
	"dyad/internal/evaluate"
	"dyad/internal/plover"
	"dyad/internal/relation"
	"dyad/internal/relation/linear"
)

// A Row is a pair of a user's table with its label.
type Row struct {
	Text  string
	Pair  relation.Pair
	Label string
}

// ownWeight is how much a sentence of ours counts beside a row of the user's. In cross-validation on the half of the public
// data that may be looked at, 0.1, 0.3 and 0.6 gave macro-F1 0.841, 0.847 and 0.841: it does not matter much.
const ownWeight = 0.2

// A Trainer trains models of pairs on a user's rows. Where his labels are PLOVER's types, or those of the 15-type variant,
// our own sentences help him.
type Trainer struct {
	rows, own []linear.Example
}

// NewTrainer describes the rows and our sentences, which takes longer than the training.
func NewTrainer(l *relation.Labeller, rows []Row, own []corpus.Sentence) (*Trainer, error) {
	count := map[string]int{}
	for _, r := range rows {
		count[r.Label]++
	}
	if len(count) < 2 {
		return nil, errors.New("a model needs rows of two labels at least")
	}
	t := &Trainer{rows: describePairs(l, rows, 1)}
	if label := labelling(count); label != nil {
		t.own = describePairs(l, PairsOf(own, label), ownWeight)
	}
	return t, nil
}

// Features are those of a row.
func (t *Trainer) Features(i int) []linear.Feature { return t.rows[i].Features }

// Train trains on the rows that keep says. What the user should know of them comes back as notes.
func (t *Trainer) Train(keep func(i int) bool) (m *linear.Model, notes []string, err error) {
	count := map[string]int{}
	var examples []linear.Example
	for i, r := range t.rows {
		if keep(i) {
			count[r.Label]++
			examples = append(examples, r)
		}
	}
	for _, label := range slices.Sorted(maps.Keys(count)) {
		if count[label] == 1 {
			notes = append(notes, fmt.Sprintf("the label %s has one row only: trained without it", label))
		}
	}
	rare := func(e linear.Example) bool { return count[e.Label] < 2 }
	examples = slices.DeleteFunc(examples, rare)
	if left := len(count) - len(notes); left < 2 {
		return nil, notes, fmt.Errorf("%d label(s) have two rows or more; a model needs two such labels", left)
	}
	help := slices.DeleteFunc(slices.Clone(t.own), rare)
	if len(help) > 0 {
		notes = append(notes, fmt.Sprintf("%d pairs of the program's own sentences help", len(help)))
	}
	return linear.Train(append(examples, help...), linear.Usual), notes, nil
}

// Pairs trains a model of pairs on a user's rows.
func Pairs(l *relation.Labeller, rows []Row, own []corpus.Sentence) (*linear.Model, []string, error) {
	t, err := NewTrainer(l, rows, own)
	if err != nil {
		return nil, nil, err
	}
	return t.Train(func(int) bool { return true })
}

// labelling says which labels of ours a user's labels are, nil if neither those of PLOVER nor those of the variant.
func labelling(count map[string]int) func(corpus.Event) string {
	fifteen, sixteen := true, true
	for label := range count {
		_, ok := plover.Lookup(label)
		sixteen = sixteen && ok
		fifteen = fifteen && slices.ContainsFunc(plover.Fifteen(), func(l plover.Label) bool { return l.Name == label })
	}
	switch {
	case fifteen && sixteen: // either: what both call the same
		return func(e corpus.Event) string {
			if e.Type == e.Root15 {
				return e.Type
			}
			return ""
		}
	case fifteen:
		return Root15
	case sixteen:
		return func(e corpus.Event) string { return e.Type }
	}
	return nil
}

// Root15 is the label of an event in the 15-type variant.
func Root15(e corpus.Event) string { return e.Root15 }

// PairsOf makes rows of our sentences: each actor with each recipient; of symmetric acts each actor with each other; an
// act with one party, that party alone.
func PairsOf(own []corpus.Sentence, label func(corpus.Event) string) []Row {
	var rows []Row
	for i := range own {
		s := &own[i]
		for _, e := range slices.Concat(s.Events, s.Pairs) {
			name := label(e)
			if name == "" {
				continue
			}
			add := func(a, b corpus.Span) {
				rows = append(rows, Row{s.Text, relation.Pair{Source: event.Span(a), Target: event.Span(b)}, name})
			}
			a, b := named(e.Actor), named(e.Recipient)
			switch {
			case len(e.Recipient) == 0 && len(a) > 1:
				for j := range a {
					for k := range a {
						if j != k {
							add(a[j], a[k])
						}
					}
				}
			case len(a) == 0 || len(b) == 0:
				for _, x := range a {
					add(x, corpus.Span{})
				}
				for _, x := range b {
					add(corpus.Span{}, x)
				}
			default:
				for _, x := range a {
					for _, y := range b {
						add(x, y)
					}
				}
			}
		}
	}
	return rows
}

func named(parties []corpus.Party) []corpus.Span {
	var list []corpus.Span
	for _, p := range parties {
		if p.Span.End > p.Span.Start {
			list = append(list, p.Span)
		}
	}
	return list
}

// Verbs describes every verb of our sentences, with the type of the event that it tells. Of sentences not all of whose events
// are coded only the verbs of those that are.
func Verbs(l *relation.Labeller, own []corpus.Sentence, whole bool) [][]linear.Example {
	lists := make([][]linear.Example, len(own))
	parallel(len(own), func(i int) {
		s := &own[i]
		sents := l.Language.Parse(s.Text)
		day := calendar.Interval{Earliest: corpus.SentenceDay, Latest: corpus.SentenceDay}
		mentions := l.Dictionary.Find(s.Text, sents, actor.Context{}).Settle(day)
		for _, w := range l.Lexicon.Words(sents, mentions) {
			label := relation.NoEvent
			if e := slices.IndexFunc(s.Events, func(e corpus.Event) bool { return w.Start < e.Predicate.End && e.Predicate.Start < w.End }); e >= 0 {
				label = s.Events[e].Type
			}
			if label != relation.NoEvent || whole {
				lists[i] = append(lists[i], linear.Example{Features: w.Features, Label: label})
			}
		}
	})
	return lists
}

// Unknown trains the model of verbs that the lexicon lacks.
func Unknown(verbs [][]linear.Example) *linear.Model {
	return linear.Train(slices.Concat(verbs...), linear.Usual)
}

// RankerOptions are those of the ranker. In cross-validation on corpus/events the penalty of 30, of 0.3, 1, 3, 10, 30 and 100,
// gave probabilities that are those of what then happens, without a correction.
var RankerOptions = linear.Options{Penalty: 30, Least: 2, Steps: 150}

// Ranker trains the ranker on acts.
func Ranker(acts [][]linear.Example) *linear.Model {
	return linear.Train(slices.Concat(acts...), RankerOptions)
}

// Calibration is, by tenths of the probability that the ranker gives a row in four-fold cross-validation, how many rows there are and how many are
// right.
func Calibration(acts [][]linear.Example) (sure [10]evaluate.Score) {
	const folds = 4
	for fold := range folds {
		var rest [][]linear.Example
		for i, list := range acts {
			if i%folds != fold {
				rest = append(rest, list)
			}
		}
		m := Ranker(rest)
		for i, list := range acts {
			if i%folds != fold {
				continue
			}
			for _, e := range list {
				s := &sure[min(int(10*m.Probability(e.Features, relation.Right)), 9)]
				s.Found++
				if e.Label == relation.Right {
					s.Right++
				}
			}
		}
	}
	return sure
}

// Describe makes examples of the pairs of our sentences, with the labels of the 15-type variant.
func Describe(l *relation.Labeller, own []corpus.Sentence) []linear.Example {
	return describePairs(l, PairsOf(own, Root15), 1)
}

// Curve trains on a sixteenth, an eighth … and all of the examples, in an order of chance, and scores each model. The last is
// returned as well.
func Curve(examples, tests []linear.Example) ([]evaluate.CurvePoint, *linear.Model, error) {
	if len(examples) < 16 || len(tests) == 0 {
		return nil, nil, errors.New("too few sentences for a learning curve")
	}
	drawn := slices.Clone(examples)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(drawn), func(i, j int) { drawn[i], drawn[j] = drawn[j], drawn[i] })
	var curve []evaluate.CurvePoint
	var model *linear.Model
	for part := 16; part >= 1; part /= 2 {
		some := drawn[:len(drawn)/part]
		if part == 1 {
			some = examples
		}
		model = linear.Train(some, linear.Usual)
		gold, given := make([]string, len(tests)), make([]string, len(tests))
		for i, e := range tests {
			gold[i] = e.Label
			given[i], _ = model.Choose(e.Features)
		}
		curve = append(curve, evaluate.NewCurvePoint(len(some), gold, given))
	}
	return curve, model, nil
}

// A reading is how a text was read: which of its rows are right, and which of them are examples (nil: all).
type reading struct {
	coder.Explanation
	right, counts []bool
}

// Acts makes examples, sentence by sentence, of the acts that become a row: right or wrong. Of sentences not all of whose acts are
// coded (whole is false) only the rows that stand where a coded event does.
func Acts(ctx context.Context, c *coder.Coder, own []corpus.Sentence, whole bool) ([][]linear.Example, error) {
	return acts(len(own), func(i int) (reading, error) {
		x, err := c.Explain(ctx, evaluate.SentenceDocument(&own[i]))
		r := reading{Explanation: x, right: evaluate.RightRows(&own[i], x.Report.Events)}
		if !whole {
			r.counts = evaluate.AtEvents(&own[i], x.Report.Events)
		}
		return r, err
	})
}

// ReportActs makes examples of the rows of reports whose gold is known, report by report.
func ReportActs(ctx context.Context, c *coder.Coder, docs []event.Document, gold []evaluate.Gold) ([][]linear.Example, error) {
	return acts(len(docs), func(i int) (reading, error) {
		x, err := c.Explain(ctx, docs[i])
		return reading{Explanation: x, right: evaluate.RightReportRows(gold[i], x.Report)}, err
	})
}

// acts makes examples of n texts.
func acts(n int, read func(i int) (reading, error)) ([][]linear.Example, error) {
	lists := make([][]linear.Example, n)
	errs := make([]error, n)
	parallel(n, func(i int) {
		var r reading
		if r, errs[i] = read(i); errs[i] != nil {
			return
		}
		for _, d := range r.Decisions {
			if d.Row == nil || d.Why != "" {
				continue
			}
			j := slices.IndexFunc(r.Report.Events, func(e event.Event) bool { return e.ID == d.Row.ID })
			if j < 0 || r.counts != nil && !r.counts[j] {
				continue
			}
			label := relation.Wrong
			if r.right[j] {
				label = relation.Right
			}
			lists[i] = append(lists[i], linear.Example{Features: d.Act.Features, Label: label})
		}
	})
	return lists, errors.Join(errs...)
}

func describePairs(l *relation.Labeller, rows []Row, weight float32) []linear.Example {
	list := make([]linear.Example, len(rows))
	parallel(len(rows), func(i int) {
		list[i] = linear.Example{Features: l.Features(rows[i].Text, rows[i].Pair), Label: rows[i].Label, Weight: weight}
	})
	return list
}

// parallel does n things on all cores.
func parallel(n int, do func(i int)) {
	var wait sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}
