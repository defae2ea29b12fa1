package actor

import (
	"slices"
)

// Antecedents are ranked. For each expression the chains of expressions before it that it may belong to are its candidates,
// each by its last expression; every candidate has a set of features (how far back, how it refers, what kind of referent it
// has, …), every feature a weight for each form that an expression can have, and the candidate with the greatest sum wins,
// unless "none of them" has a greater one. The weights are learned from the train part of GUM (internal/actor/train) by a
// log-linear model and stand in data/antecedents.tsv; they are whole numbers, so that the sums are the same on every machine.

// A chain is a referent as far as the text has told of it.
type chain struct {
	size    int
	last    int // the expression that stands for it: its last one
	class   class
	gender  string
	number  number
	named   bool
	forms   uint32   // which forms its expressions have had
	keys    []string // nouns and last names by which it was called
	words   []string // words of its names
	first   int      // its first expression
	subject int      // the last sentence in which it is the subject, -1
	before  int      // the sentence of its last expression but one
	at      int      // the sentence of its last expression
	heads   bool     // told of in the first paragraph
}

// How far back antecedents are looked for.
const (
	lookBack      = 70 // expressions
	lookSentences = 12
	maxCandidates = 24
)

//go:generate go run ./train

// A resolver links the expressions of one text.
type resolver struct {
	c       *Candidates
	refs    *referents
	list    []expression
	words   map[string][]int // chains by a word of their names or their noun, the last few
	seen    map[*chain]bool
	cands   []candidate
	longest [len(referentNames)]int // the size of the longest chain of each class
}

type candidate struct {
	chain    *chain
	by       int // the expression that stands for the chain
	features []feature
	score    int32
}

// refer links the expressions of the text: each gets its antecedent.
func (c *Candidates) refer() []expression {
	r := newResolver(c)
	for i := range r.list {
		r.candidates(i)
		r.link(i, r.best(i))
		if f := r.list[i].draft; f != nil && !r.list[i].joined {
			f.expression = i + 1
		}
	}
	return r.list
}

// chainBack bounds how many antecedents are followed.
const chainBack = 50

// ranked gives the mention that an expression stands for by the chain of its antecedents: the nearest that is no pronoun;
// and the nearest name or noun phrase of a person whether he is a party or not.
func (c *Candidates) ranked(f *draft) (g *draft, who *expression) {
	i := f.expression - 1
	for n := 0; n < chainBack && i >= 0; n++ {
		if i = c.references[i].antecedent; i < 0 {
			break
		}
		e := &c.references[i]
		if e.form.pronoun() {
			continue
		}
		if who == nil && e.class == personClass {
			who = e
		}
		if e.draft != nil && e.draft.kind != Pronoun && !e.joined {
			return e.draft, who
		}
	}
	return nil, who
}

func newResolver(c *Candidates) *resolver {
	return &resolver{c: c, refs: c.dict.refs, list: c.expressions(), words: map[string][]int{}, seen: map[*chain]bool{}}
}

// best gives the candidate with the greatest weight, -1 if none weighs more than nothing.
func (r *resolver) best(i int) int {
	f := r.list[i].form
	if int(f) >= forms {
		return -1
	}
	if k := r.certain(i); k >= 0 {
		return k
	}
	best, score := -1, int32(0)
	for k := range r.cands {
		c := &r.cands[k]
		c.score = 0
		for _, x := range c.features {
			c.score += r.refs.weights[x][f]
		}
		if best < 0 || c.score > score {
			best, score = k, c.score
		}
	}
	if best < 0 {
		return -1
	}
	none := int32(0)
	for _, x := range r.none(i, nil) {
		none += r.refs.weights[x][f]
	}
	if none >= score {
		return -1
	}
	return best
}

// certain gives the candidate that the tables or the report's own names tell to be the same person or party, -1 if none is.
func (r *resolver) certain(i int) int {
	if r.list[i].form != name {
		return -1
	}
	return slices.IndexFunc(r.cands, func(c candidate) bool {
		return slices.Contains(c.features, samePerson) || slices.Contains(c.features, sameParty)
	})
}

// link puts expression i into the chain of a candidate, or begins a new one for -1.
func (r *resolver) link(i, k int) {
	e := &r.list[i]
	if k < 0 {
		e.antecedent = -1
		e.chain = &chain{first: i, subject: -1, class: e.class, gender: e.gender, number: e.number, heads: e.paragraph == 0}
	} else {
		e.antecedent = r.cands[k].by
		e.chain = r.cands[k].chain
	}
	e.chain.add(e, i)
	r.longest[e.chain.class] = max(r.longest[e.chain.class], e.chain.size)
	if e.form == name || !e.form.pronoun() && e.form != otherWord {
		r.enter(e, i)
	}
}

// longestChain bounds the words that are kept of a chain.
const longestChain = 12

// add makes an expression the last of a chain and lets the chain learn from it.
func (c *chain) add(e *expression, i int) {
	c.size++
	c.before, c.at = c.at, e.sentence
	if e.rel == subject {
		c.subject = e.sentence
	}
	c.last = i
	c.forms |= 1 << e.form
	if c.gender == "" {
		c.gender = e.gender
	}
	if e.class != unknownClass && (c.class == unknownClass || c.class == thingClass) {
		c.class = e.class
	}
	if c.number == anyNumber {
		c.number = e.number
	}
	if e.key != "" && !slices.Contains(c.keys, e.key) && len(c.keys) < longestChain {
		c.keys = append(c.keys, e.key)
	}
	if e.form != name {
		return
	}
	c.named = true
	for _, w := range e.words {
		if !slices.Contains(c.words, w) && len(c.words) < longestChain {
			c.words = append(c.words, w)
		}
	}
}

// sameWord bounds how many expressions are remembered for one word.
const sameWord = 4

// enter remembers an expression by its noun and by the words of its name.
func (r *resolver) enter(e *expression, i int) {
	put := func(w string) {
		is := r.words[w]
		if len(is) >= sameWord {
			copy(is, is[1:])
			is = is[:sameWord-1]
		}
		r.words[w] = append(is, i)
	}
	if e.form != name {
		if e.key != "" {
			put(e.key)
		}
		return
	}
	for n, w := range e.words {
		if !slices.Contains(e.words[:n], w) {
			put(w)
		}
	}
}

// candidates gathers the candidates of expression i with their features, the nearest first.
func (r *resolver) candidates(i int) {
	e := &r.list[i]
	r.cands = r.cands[:0]
	if e.joined || e.form == otherWord {
		return
	}
	clear(r.seen)
	if e.form != name {
		r.around(i)
	}
	if !e.form.pronoun() {
		r.alike(i)
	}
	here, prev := false, false // a subject was passed in this sentence, in the one before
	for k := range r.cands {
		a := &r.list[r.cands[k].by]
		fs := r.features(r.cands[k].features[:0], i, k)
		if here {
			fs = append(fs, passedHere)
		}
		if prev && a.sentence < e.sentence-1 {
			fs = append(fs, passedPrev)
		}
		r.cands[k].features = fs
		if a.rel == subject && a.class == e.class {
			here, prev = here || a.sentence == e.sentence, prev || a.sentence == e.sentence-1
		}
	}
}

// around considers the expressions before expression i as far as pronouns and noun phrases look back.
func (r *resolver) around(i int) {
	for j := i - 1; j >= 0 && i-j <= lookBack && len(r.cands) < maxCandidates; j-- {
		if r.list[i].sentence-r.list[j].sentence > lookSentences {
			break
		}
		r.consider(i, j)
	}
}

// alike considers what was called by a word of a name or by the noun of a noun phrase, wherever in the text, and for a name
// what it is said of in its sentence.
func (r *resolver) alike(i int) {
	e := &r.list[i]
	for n := len(e.words) - 1; n >= 0; n-- {
		if e.form != name && e.words[n] != e.key {
			continue
		}
		is := r.words[e.words[n]]
		for k := len(is) - 1; k >= 0; k-- {
			r.consider(i, is[k])
		}
	}
	if e.form != name {
		return
	}
	for j := i - 1; j >= 0 && r.list[j].sentence == e.sentence; j-- {
		if r.apposed(e, &r.list[j]) || r.predicate(e, &r.list[j]) {
			r.consider(i, j)
		}
	}
}

// consider makes the chain of expression j a candidate of i, if they may belong together.
func (r *resolver) consider(i, j int) {
	e, a := &r.list[i], &r.list[j]
	if a.chain == nil || r.seen[a.chain] || !r.compatible(e, a) && !r.predicate(e, a) && !r.apposed(e, a) {
		return
	}
	r.seen[a.chain] = true
	n := len(r.cands)
	if n < cap(r.cands) {
		r.cands = r.cands[:n+1]
		r.cands[n].chain, r.cands[n].by = a.chain, j
		return
	}
	r.cands = append(r.cands, candidate{chain: a.chain, by: j})
}
