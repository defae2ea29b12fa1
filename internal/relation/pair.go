package relation

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/language"
	"dyad/internal/relation/linear"
)

// Features describes a pair for the ranker: the words on the way from one to the other in the parse, what the lexicon
// and the rules say of them, and the words around.
func (l *Lexicon) Features(text string, sents []language.Sentence, mentions []actor.Mention, p Pair) []linear.Feature {
	if len(sents) == 0 {
		return nil
	}
	at, begin := 0, p.Source.Start
	if p.Source.End <= p.Source.Start {
		begin = p.Target.Start
	}
	for i := range sents {
		if sents[i].Start <= begin {
			at = i
		}
	}
	var list []actor.Mention // of the sentence, those within a marked party left out
	for _, m := range mentions {
		if m.Sentence == at && !within(m, p.Source) && !within(m, p.Target) {
			m.Antecedent = -1
			list = append(list, m)
		}
	}
	list = append(list, mark(&sents[at], at, mentions, p.Source, sourceCode, text)...)
	list = append(list, mark(&sents[at], at, mentions, p.Target, targetCode, text)...)
	slices.SortStableFunc(list, func(a, b actor.Mention) int { return a.Start - b.Start })
	r := l.newReader(newTree(l, &sents[at], at, list, 0, len(list)))
	r.things = map[string]thing{}
	d := r.describer(r.rules())
	d.describe(d.list, marked(list, sourceCode), marked(list, targetCode))
	return d.features
}

// The codes of marked parties, so that the rules take them for two.
const (
	sourceCode = "source"
	targetCode = "target"
)

// marked is the mention of a marked party, -1 if there is none.
func marked(list []actor.Mention, code string) int {
	return slices.IndexFunc(list, func(m actor.Mention) bool {
		return len(m.Entities) == 1 && m.Entities[0].Code != nil && *m.Entities[0].Code == code
	})
}

func within(m actor.Mention, s event.Span) bool { return m.Start >= s.Start && m.Stop <= s.End }

// mark makes a mention of a marked span of a sentence, none if no word of it lies there. It has the sectors of what it holds.
func mark(s *language.Sentence, at int, mentions []actor.Mention, span event.Span, code, text string) []actor.Mention {
	if span.End <= span.Start {
		return nil
	}
	first, end := -1, -1
	for i, tok := range s.Tokens {
		if tok.Start < span.End && tok.End > span.Start {
			if first < 0 {
				first = i
			}
			end = i + 1
		}
	}
	if first < 0 {
		return nil
	}
	var sectors []string
	head := headOf(s, first, end)
	for _, m := range mentions {
		if m.Sentence == at && within(m, span) && (m.Head == head || sectors == nil) && len(m.Entities) > 0 {
			sectors = m.Entities[0].Sector
		}
	}
	return []actor.Mention{{
		Sentence: at, First: first, End: end, Head: head, Start: span.Start, Stop: span.End, Kind: actor.Organisation,
		Entities: []event.Entity{{Code: &code, Sector: sectors, Text: text[span.Start:span.End]}}, Antecedent: -1,
	}}
}

// headOf is the word of a span that hangs on a word outside of it, the highest if there are several.
func headOf(s *language.Sentence, first, end int) int {
	best, depth := first, 1<<30
	for i := first; i < end; i++ {
		h := s.Tokens[i].Head
		if h >= first && h < end || s.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		n := 0
		for j := i; j >= 0 && n < 60; j = s.Tokens[j].Head {
			n++
		}
		if n < depth {
			best, depth = i, n
		}
	}
	return best
}

func (d *describer) describe(list []Candidate, source, target int) {
	t := d.t
	S, T := -1, -1
	if source >= 0 {
		S = t.mentions[source].Head
	}
	if target >= 0 {
		T = t.mentions[target].Head
	}
	d.rules(list, source, target)
	d.path(S, T)
	d.party("source", source)
	d.party("target", target)
	d.words(source, target)
}

// rules says which candidates the rules have, by how they take the parties.
func (d *describer) rules(list []Candidate, source, target int) {
	fits := 0
	for i := range list {
		c := &list[i]
		a, b := slices.Contains(c.Actor, source), slices.Contains(c.Recipient, target) || slices.Contains(c.Actor, target)
		x, y := slices.Contains(c.Recipient, source), slices.Contains(c.Actor, target) && !a
		kind := "other"
		switch {
		case a && b:
			kind = "both"
		case x && y:
			kind = "turned"
		case a:
			kind = "source"
		case b:
			kind = "target"
		}
		if c.Rejected != "" {
			kind += "-rejected"
		} else if a {
			fits++
		}
		aux := c.Aux
		d.add("rule", kind, c.Event)
		d.add("rule", kind, c.Event, strings.Join(c.Mode, ","))
		if kind == "both" || kind == "source" {
			d.add("rule", kind, c.Event, strings.Join(c.Mode, ","), "aux", aux)
			if file, _, ok := strings.Cut(c.Rule, ".tsv"); ok {
				d.add("rulefile", kind, file, c.Event, aux)
			}
		}
	}
	if fits == 0 {
		d.add("rule none")
	}
}

// path describes the way from one party to the other.
func (d *describer) path(S, T int) {
	t := d.t
	if S < 0 {
		return
	}
	up := t.ancestors(S)
	if T < 0 {
		d.add("no target")
		for _, i := range up[1:min(len(up), 3)] {
			d.node("pivot", i)
		}
		if t.verbal(up[len(up)-1]) {
			d.chain(up[len(up)-1], -1)
		}
		return
	}
	down := t.ancestors(T)
	top := -1
	for _, i := range up {
		if slices.Contains(down, i) {
			top = i
			break
		}
	}
	if top < 0 {
		top = up[len(up)-1]
	}
	pivot := top
	if top == S || top == T {
		d.add("nested")
		if h := t.head(top); h >= 0 {
			d.node("above", h)
			pivot = h
		}
	}
	d.node("pivot", pivot)
	for _, i := range up {
		if i == top {
			break
		}
		if i != S {
			d.node("up", i)
		}
	}
	var words []string
	k := slices.Index(down, top)
	for j := k; j >= 1; j-- {
		i := down[j]
		words = append(words, t.lemma(i))
		if i != top {
			d.node("down", i)
		}
		if j == 1 {
			d.node("over", i)
			d.add("over", t.lemma(i), t.rel(T), t.preposition(T))
		}
	}
	if len(words) > 0 && len(words) < 6 {
		d.add("path", strings.Join(words, ">"))
	}
	d.add("target as", t.Tokens[T].Rel, t.preposition(T))
	d.add("source as", t.Tokens[S].Rel, t.preposition(S))
	d.chain(pivot, T)
}

// chain describes a verb and the verbs below it that it shares its subject with: "will consider lifting".
func (d *describer) chain(v, T int) {
	t := d.t
	var words []string
	for n := 0; v >= 0 && n < 5; n++ {
		words = append(words, t.lemma(v))
		d.node("chain", v)
		next := t.child(v, "xcomp", "ccomp")
		v = next
	}
	for i := range words {
		if i > 0 {
			d.add("chain", words[i-1]+">"+words[i])
		}
	}
}

func (d *describer) party(role string, m int) {
	if m < 0 {
		return
	}
	x := &d.t.mentions[m]
	d.add(role, "head", d.t.lemma(x.Head))
	for _, s := range x.Entities[0].Sector {
		d.add(role, "sector", s)
	}
	for i := x.First; i < x.End; i++ {
		if d.t.upos(i) != "PUNCT" && d.t.upos(i) != "PROPN" {
			d.add(role, "word", d.t.lemma(i))
		}
	}
}

// words are those of the sentence, by where they stand.
func (d *describer) words(source, target int) {
	t := d.t
	inside := func(i, m int) bool {
		return m >= 0 && i >= t.mentions[m].First && i < t.mentions[m].End
	}
	last := ""
	for i := range t.Tokens {
		if inside(i, source) || inside(i, target) || t.upos(i) == "PUNCT" {
			last = ""
			continue
		}
		w := t.lemma(i)
		if t.upos(i) == "PROPN" && t.mention(i) >= 0 {
			w = "#name"
		}
		d.add("w", w)
		if last != "" {
			d.add("ww", last, w)
		}
		last = w
		if source >= 0 && target >= 0 {
			a, b := t.mentions[source], t.mentions[target]
			lo, hi := min(a.End, b.End), max(a.First, b.First)
			if i >= lo && i < hi {
				d.add("between", w)
			}
		}
	}
}
