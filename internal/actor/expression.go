package actor

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// An expression is a name, a noun phrase or a pronoun that may refer to somebody or something: every mention that the tables
// know, and all others, because a pronoun may stand for these as well.
type expression struct {
	sentence, first, end, head int // tokens
	start, stop                int // bytes
	draft                      *draft
	form                       form
	class                      class
	gender                     string // m | f | ""
	number                     number
	owner, self                bool     // his; himself
	key                        string   // the noun's lemma; of a name its last word
	words                      []string // the words of a name or noun phrase that tell it from others, folded
	rel                        relation
	quote                      int // number of the quotation that it stands in, 0 outside
	paragraph                  int
	tells                      bool // is the subject of a verb that says something: it has a clause for its object, or breaks into one
	asks                       bool // its paragraph ends with a question
	joined                     bool // several expressions joined by "and"
	after                      bool // a clause or phrase follows that tells which is meant

	antecedent int // index, -1
	chain      *chain
}

// A collector gathers the expressions of a text.
type collector struct {
	c      *Candidates
	list   []expression
	quote  int // number of the quotation that is open, 0 = none
	last   int // number of the last quotation
	para   int
	asks   map[int]bool   // paragraphs that end with a question
	heads  map[int]*draft // drafts of the sentence at hand, by head
	people []*draft       // and those of named persons
}

// expressions gives the expressions of a text in order.
func (c *Candidates) expressions() []expression {
	k := &collector{c: c, para: -1, heads: map[int]*draft{}, asks: map[int]bool{}}
	for i := range c.sents {
		s := &c.sents[i]
		k.asks[s.Paragraph] = s.End > s.Start && s.End <= len(c.text) && strings.HasSuffix(strings.TrimRight(c.text[s.Start:s.End], " \"”"), "?")
	}
	next := 0
	for i := range c.sents {
		clear(k.heads)
		k.people = k.people[:0]
		for ; next < len(c.drafts) && c.drafts[next].sentence == i; next++ {
			k.keep(c.drafts[next])
		}
		k.sentence(i)
	}
	return k.list
}

// keep remembers the draft of a head: of several the one that is no part of another, then the longest.
func (k *collector) keep(f *draft) {
	if f.who != nil && len(f.who.words) > 0 {
		k.people = append(k.people, f)
	}
	o := k.heads[f.head]
	if o == nil || o.modifier && !f.modifier || o.modifier == f.modifier && f.end-f.first > o.end-o.first {
		k.heads[f.head] = f
	}
}

// sentence gathers the expressions of a sentence.
func (k *collector) sentence(i int) {
	s := &k.c.sents[i]
	if s.Paragraph != k.para {
		k.para, k.quote = s.Paragraph, 0
	}
	joined := joins(s)
	from := len(k.list)
	for w := range s.Tokens {
		k.mark(s.Tokens[w].Form)
		if k.swallowed(s, w) {
			continue
		}
		e, ok := k.expression(s, i, w)
		if !ok {
			continue
		}
		k.list = append(k.list, e)
		if first := joined[w]; first > 0 {
			k.join(s, first-1, from)
		}
	}
}

// mark follows the quotation marks.
func (k *collector) mark(form string) {
	switch form {
	case "“", "``":
		k.last++
		k.quote = k.last
	case "”", "''":
		k.quote = 0
	case "\"":
		if k.quote > 0 {
			k.quote = 0
			return
		}
		k.last++
		k.quote = k.last
	}
}

// joins gives, for the last member of each coordination of nouns, the first member, as its index plus one.
func joins(s *language.Sentence) map[int]int {
	var last map[int]int
	for w := range s.Tokens {
		t := &s.Tokens[w]
		if t.Rel == "conj" && t.Head >= 0 && t.Head < w && noun(t) && noun(&s.Tokens[t.Head]) {
			if last == nil {
				last = map[int]int{}
			}
			last[t.Head] = w
		}
	}
	var of map[int]int
	for first, w := range last {
		if of == nil {
			of = map[int]int{}
		}
		of[w] = max(of[w], first+1)
	}
	return of
}

func noun(t *language.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" }

// join adds the whole of a coordination whose first member is the word given.
func (k *collector) join(s *language.Sentence, first, from int) {
	n := len(k.list) - 1
	if n < from {
		return
	}
	for i := range k.list[from:] {
		if e := &k.list[from+i]; e.head == first && !e.joined {
			j := *e
			j.end, j.stop, j.joined, j.number, j.gender = k.list[n].end, k.list[n].stop, true, plural, ""
			j.key, j.words, j.draft, j.after = "", nil, nil, false
			if j.form.pronoun() {
				j.form = plain
			}
			if j.class == unknownClass {
				j.class = k.list[n].class
			}
			k.list = append(k.list, j)
			return
		}
	}
}

// expression reads the expression whose head is word w; ok is false if there is none.
func (k *collector) expression(s *language.Sentence, sent, w int) (expression, bool) {
	t := &s.Tokens[w]
	e := expression{
		sentence: sent, head: w, first: w, end: w + 1, rel: relationOf(t.Rel), quote: k.quote, paragraph: s.Paragraph,
		draft: k.heads[w], antecedent: -1, asks: k.asks[s.Paragraph],
	}
	base, _, _ := strings.Cut(t.Rel, ":")
	switch {
	case t.UPOS == "PRON" || t.UPOS == "DET" && e.rel == possessor:
		if base == "expl" || strings.HasPrefix(t.XPOS, "W") || !k.pronoun(&e, t) {
			return e, false
		}
	case t.UPOS == "NOUN" || t.UPOS == "PROPN":
		if base == "flat" || base == "fixed" || base == "goeswith" || t.Rel == "nmod:desc" && t.Head > w || e.rel == compound && !k.named(s, w) {
			return e, false
		}
		k.phrase(&e, s)
	case e.draft != nil && e.rel != compound && (t.UPOS == "ADJ" || t.UPOS == "X" || t.UPOS == "NUM"):
		k.phrase(&e, s)
	default:
		return e, false
	}
	e.start, e.stop = s.Tokens[e.first].Start, s.Tokens[e.end-1].End
	k.classify(&e, s)
	e.tells = e.rel == subject && tells(s, t.Head)
	return e, true
}

// swallowed says whether a word belongs to the title or name of a person whose mention hangs by another word, however the parse
// cuts it: "US Under Secretary of State A. B.".
func (k *collector) swallowed(s *language.Sentence, w int) bool {
	t := &s.Tokens[w]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" || k.heads[w] != nil {
		return false
	}
	for _, f := range k.people {
		if w < f.first || w >= f.end {
			continue
		}
		word := fold(t.Form)
		if slices.Contains(f.who.words, word) {
			return true
		}
		for _, r := range f.roles {
			if slices.Contains(strings.Fields(fold(k.c.dict.roles[r].word)), word) {
				return true
			}
		}
	}
	return false
}

// tells says whether a verb has a clause for its object or breaks into one: "he said that …", "…, he said".
func tells(s *language.Sentence, verb int) bool {
	if verb < 0 || s.Tokens[verb].UPOS != "VERB" {
		return false
	}
	if base, _, _ := strings.Cut(s.Tokens[verb].Rel, ":"); base == "parataxis" {
		return true
	}
	for i := range s.Tokens {
		if s.Tokens[i].Head == verb && s.Tokens[i].Rel == "ccomp" {
			return true
		}
	}
	return false
}

// named says whether a word before a noun is a name of its own: "the Obama administration", but not "Security Council".
func (k *collector) named(s *language.Sentence, w int) bool {
	t := &s.Tokens[w]
	return t.UPOS == "PROPN" && t.Head > w && s.Tokens[t.Head].UPOS == "NOUN"
}

// pronoun reads the row of a pronoun.
func (k *collector) pronoun(e *expression, t *language.Token) bool {
	p, ok := k.c.dict.refs.pronouns[fold(t.Form)]
	if !ok {
		return false
	}
	e.form, e.gender, e.number, e.owner, e.self = p.use, p.gender, p.number, p.owner, p.self
	if e.rel == possessor {
		e.owner = true
	}
	return true
}

// longestName bounds the words of an expression that are compared.
const longestName = 8

// phrase finds where a noun phrase begins and ends, without what follows its noun, and its words.
func (k *collector) phrase(e *expression, s *language.Sentence) {
	t := &s.Tokens[e.head]
	e.form = plain
	proper := t.UPOS == "PROPN"
	for i := e.head - 1; i >= 0 && e.head-i < 12; i-- {
		u := &s.Tokens[i]
		top := i
		for n := 0; n < 4 && s.Tokens[top].Head > i && s.Tokens[top].Head < e.head; n++ {
			top = s.Tokens[top].Head
		}
		base, _, _ := strings.Cut(s.Tokens[top].Rel, ":")
		if s.Tokens[top].Head != e.head || base == "conj" || base == "nsubj" || base == "cop" || base == "case" && top == i || base == "punct" || base == "cc" || base == "advmod" && top == i && u.UPOS != "ADV" || base == "mark" || base == "aux" || base == "acl" || base == "advcl" || base == "parataxis" || base == "obl" || base == "discourse" {
			break
		}
		e.first = i
		k.determine(e, s, i, base)
	}
	for i := e.head + 1; i < len(s.Tokens); i++ {
		u := &s.Tokens[i]
		base, _, _ := strings.Cut(u.Rel, ":")
		if u.Head >= e.head && u.Head < e.end && (base == "flat" || base == "compound" && u.UPOS == "PROPN" || base == "fixed" || base == "goeswith") {
			e.end = i + 1
			proper = proper || u.UPOS == "PROPN"
			continue
		}
		e.after = u.Head == e.head && (base == "acl" || base == "nmod") || u.UPOS == "ADP" && i+1 < len(s.Tokens)
		break
	}
	if f := e.draft; f != nil && f.who != nil && f.first <= e.head && e.head < f.end && !k.described(f, s) {
		proper, e.first, e.end = true, min(e.first, f.first), max(e.end, f.end)
	}
	if proper {
		e.form = name
	}
	k.content(e, s)
	if f := e.draft; proper && f != nil && f.who != nil && len(f.who.words) > 0 {
		e.key = f.who.words[len(f.who.words)-1]
	}
}

// described says whether a mention of a named person holds no word of his name: "the Swedish envoy" behind "A. B.,".
func (k *collector) described(f *draft, s *language.Sentence) bool {
	for i := f.first; i < f.end; i++ {
		if slices.Contains(f.who.words, fold(s.Tokens[i].Form)) {
			return false
		}
	}
	return true
}

// determine reads how a determiner or possessor before the noun makes it refer.
func (k *collector) determine(e *expression, s *language.Sentence, i int, base string) {
	u := &s.Tokens[i]
	if u.Head != e.head {
		return
	}
	switch {
	case base == "nmod" && strings.HasSuffix(u.Rel, ":poss"):
		e.form = owned
	case base == "det" && e.form == plain:
		if strings.Contains(u.Feats, "PronType=Dem") || k.c.dict.refs.pronouns[fold(u.Form)].use == pointing && len(u.Form) > 3 {
			e.form = pointed
		} else if u.Lemma == "the" {
			e.form = definite
		}
	}
}

// content gathers the words of a noun phrase that tell it from others.
func (k *collector) content(e *expression, s *language.Sentence) {
	for i := e.first; i < e.end && len(e.words) < longestName; i++ {
		u := &s.Tokens[i]
		switch u.UPOS {
		case "PROPN", "NOUN", "ADJ", "NUM", "X":
			if u.UPOS == "PROPN" || i != e.head {
				e.words = append(e.words, fold(u.Form))
			} else {
				e.words = append(e.words, fold(u.Lemma))
			}
		}
	}
	e.key = fold(s.Tokens[e.head].Lemma)
	if e.form == name && len(e.words) > 0 {
		e.key = e.words[len(e.words)-1]
	}
}
