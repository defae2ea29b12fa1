package relation

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"dyad/internal/relation/linear"
)

// The rules propose, the ranker judges: from what the rules found at a predicate, its words, what governs it, the ways to its
// parties in the parse and the words around (describe.go), it says how probable it is that the row is right in type,
// parties and status. That is the confidence of the row; what is improbable makes none. It was learned from
// corpus/events and the odd sample reports, where it is known which rows are right. Where it holds other parties of the sentence clearly more
// probable than those that the rules found, it gives the act these.

// RankerUse is what the ranker's model is for (linear.Read).
const RankerUse = "rows of events"

// The labels of the ranker's model.
const (
	Right = "right"
	Wrong = "wrong"
)

// keepFrom is how probable a row must be. It was chosen on corpus/events/develop-*.tsv by cross-validation.
const keepFrom = 0.3

// judge gives the candidates that make a row their confidence.
func (r *reader) judge(list []Candidate) {
	m := r.lex.ranker
	if m == nil && !r.lex.describes {
		return
	}
	found := slices.Clone(list) // as the rules left it: what is judged first changes nothing for the next
	for i := range list {
		c := &list[i]
		if c.Rejected != "" {
			continue
		}
		c.Features = r.describeCandidate(c, found)
		if m == nil {
			continue
		}
		c.Score = Hundredth(r.vary(c, found, m.Probability(c.Features, Right)))
		if c.Score < keepFrom {
			c.Rejected = fmt.Sprintf("improbable (%.2f)", c.Score)
		}
	}
}

// Hundredth rounds a probability, so that the last bits of a machine's exponential do not show.
func Hundredth(p float64) float64 { return math.Round(100*p) / 100 }

// Reasons gives what spoke most for or against an act to the ranker; nothing for one that it did not judge.
func (l *Lexicon) Reasons(c *Candidate, most int) []linear.Reason {
	if l.ranker == nil {
		return nil
	}
	return l.ranker.Reasons(c.Features, Right, most)
}

// describeCandidate describes an act as the rules read it.
func (r *reader) describeCandidate(c *Candidate, list []Candidate) []linear.Feature {
	d := r.describer(list)
	if r.t.index > 0 { // parties may stand in the sentences before
		for _, name := range []string{"", c.Event} {
			d.add("later", name)
			d.add("later path", c.Path, name)
			d.add("later actors", few(len(c.Actor)), few(len(c.Recipient)), name)
		}
		d.add("later entry", entryOf(c.Rule))
		d.add("later rules", strconv.Itoa(int(10*c.Score)))
	}
	for _, name := range []string{"", c.Event} {
		d.add("type", name)
		d.add("entry", entryOf(c.Rule), name)
		d.add("aux", c.Aux, name)
		d.add("agent", c.Agent, name)
		d.add("actors", few(len(c.Actor)), name)
		d.add("recipients", few(len(c.Recipient)), name)
		d.add("path", c.Path, name)
		d.add("named", strconv.FormatBool(c.Named), strconv.FormatBool(c.Aimed), name)
		d.add("rules", strconv.Itoa(int(10*c.Score)), name)
	}
	for _, m := range c.Mode {
		d.add("mode", c.Event, m)
	}
	d.add("length", few(len(r.t.Tokens)/8))
	others := 0
	for i := range list {
		if o := &list[i]; o.Rejected == "" && o.Head != c.Head {
			others++
			d.add("beside", c.Event, o.Event)
		}
	}
	d.add("others", few(others))
	for tok := max(0, c.Head-reach); tok < min(len(r.t.Tokens), c.Head+reach); tok++ {
		m := r.t.byHead[tok]
		if m < 0 || len(r.t.mentions[m].Entities) == 0 {
			continue
		}
		r.describePart(d, c, m)
	}
	d.predicate(c.Head)
	return d.features
}

// describePart describes what part a mention of the sentence has in an act, and how it stands to the predicate.
func (r *reader) describePart(d *describer, c *Candidate, m int) {
	x := &r.t.mentions[m]
	part := "outside"
	switch {
	case slices.Contains(c.Actor, m):
		part = "actor"
	case slices.Contains(c.Recipient, m):
		part = "recipient"
	case x.Modifier || x.Attribute:
		part = "modifier"
	}
	way := r.t.way(c.Head, x.Head)
	d.add(part, "way", way)
	d.add(part, "way", way, c.Event)
	d.add(part, "prep", r.t.preposition(x.Head), c.Event)
	d.add(part, "kind", x.Kind.String(), strconv.FormatBool(x.Place))
	for _, e := range x.Entities {
		country := strconv.FormatBool(e.Code != nil)
		sector := "-"
		if len(e.Sector) > 0 {
			sector = e.Sector[0]
		}
		d.add(part, "is", country, sector)
		d.add(part, "is", country, c.Event)
		d.add(part, "is", sector, c.Event)
	}
}

// entryOf is what a rule is called without its place in a file, which changes.
func entryOf(rule string) string {
	if _, pattern, ok := strings.Cut(rule, ".tsv:"); ok {
		_, pattern, _ = strings.Cut(pattern, " ")
		return pattern
	}
	name, _, _ := strings.Cut(rule, " (")
	return name
}

// few is a number, or "many".
func few(n int) string {
	if n > 4 {
		return "many"
	}
	return strconv.Itoa(n)
}

// varyFrom is how much more probable other parties must be than those of the rules. Of 0.05, 0.1, 0.15, 0.2, 0.3 and 0.4 it was best for the
// rows of one half of the sentences to develop on, judged by a ranker of the other half.
const varyFrom = 0.3

// A variant is an act with other parties than the rules gave it.
type variant struct {
	actor, recipient []int
	features         []linear.Feature
}

// variants are an act with another recipient, with none, with one more party, with another actor.
func (r *reader) variants(c *Candidate, list []Candidate) []variant {
	var all []variant
	try := func(actor, recipient []int) {
		v := *c
		v.Actor, v.Recipient = actor, recipient
		all = append(all, variant{actor, recipient, r.describeCandidate(&v, list)})
	}
	if len(c.Actor) > 0 && len(c.Recipient) > 0 {
		try(c.Actor, nil)
	}
	for tok := max(0, c.Head-reach); tok < min(len(r.t.Tokens), c.Head+reach) && len(all) < mostVariants; tok++ {
		x := r.t.byHead[tok]
		if x < 0 || len(r.t.mentions[x].Entities) == 0 || r.t.mentions[x].Modifier || slices.Contains(c.Actor, x) || slices.Contains(c.Recipient, x) || r.excepted(tok) || r.whyOnly(tok, c.Head) {
			continue
		}
		if len(c.Actor) > 0 && !r.same(x, c.Actor) {
			if !c.Symmetric {
				try(c.Actor, []int{x})
			}
			if len(c.Recipient) > 0 {
				try(c.Actor, append(slices.Clone(c.Recipient), x))
			} else {
				try(append(slices.Clone(c.Actor), x), nil)
			}
		}
		if !r.same(x, c.Recipient) {
			try([]int{x}, c.Recipient)
		}
	}
	return all
}

// mostVariants bounds how many variants of an act are tried.
const mostVariants = 30

// vary gives an act other parties if the ranker holds them clearly more probable, and returns the probability.
func (r *reader) vary(c *Candidate, list []Candidate, p float64) float64 {
	from := p
	if from+varyFrom >= 1 || len(c.Recipient) == 0 && r.count(c.Actor) > 1 {
		return p // nothing can be so much more probable; both sides of a symmetric act are known
	}
	for _, v := range r.variants(c, list) {
		if q := r.lex.ranker.Probability(v.features, Right); q > p && q > from+varyFrom {
			c.Actor, c.Recipient, c.Features, p = v.actor, v.recipient, v.features, q
		}
	}
	if p > from {
		c.Path += "; parties by the ranker"
	}
	return p
}
