package quote

import (
	"sort"
	"strings"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/language"
)

// reader holds a text while its quotes are read.
type reader struct {
	text     string
	sents    []language.Sentence
	mentions []actor.Mention
	of       [][]int // mentions of each sentence
	trees    []*tree
	passages []passage
	turns    []turn // of an interview
	turn     int    // the one that inTurn is at
	v        *vocabulary
}

func newReader(text string, sents []language.Sentence, mentions []actor.Mention) *reader {
	r := &reader{text: text, sents: sents, mentions: mentions, v: tables(), passages: passages(text), turns: turns(text)}
	r.trees = make([]*tree, len(sents))
	r.of = make([][]int, len(sents))
	for i, m := range mentions {
		if m.Sentence >= 0 && m.Sentence < len(sents) {
			r.of[m.Sentence] = append(r.of[m.Sentence], i)
		}
	}
	return r
}

// tree is a sentence with the dependents of each token.
type tree struct {
	*language.Sentence
	kids [][]int
}

// tree gives the tree of a sentence, made once.
func (r *reader) tree(i int) *tree {
	if r.trees[i] == nil {
		s := &r.sents[i]
		t := &tree{Sentence: s, kids: make([][]int, len(s.Tokens))}
		for j := range s.Tokens {
			if h := s.Tokens[j].Head; h >= 0 && h < len(s.Tokens) && h != j {
				t.kids[h] = append(t.kids[h], j)
			}
		}
		r.trees[i] = t
	}
	return r.trees[i]
}

// child gives the first dependent of a token in one of the relations, whatever the subtype; -1 if none.
func (t *tree) child(i int, rels ...string) int {
	for _, j := range t.kids[i] {
		for _, r := range rels {
			if relation(t.Tokens[j].Rel) == r {
				return j
			}
		}
	}
	return -1
}

// relation is a relation without its subtype.
func relation(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// head gives the head of a token, -1 for the root.
func (t *tree) head(i int) int {
	if h := t.Tokens[i].Head; h >= 0 && h < len(t.Tokens) {
		return h
	}
	return -1
}

// lemma gives the lemma of a token in lower case, "" outside the sentence.
func (t *tree) lemma(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return strings.ToLower(t.Tokens[i].Lemma)
}

// form gives the form of a token in lower case, "" outside the sentence.
func (t *tree) form(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return strings.ToLower(t.Tokens[i].Form)
}

// subtree marks token i and all that hangs on it, but for the branches that cut refuses.
func (t *tree) subtree(i int, cut func(int) bool) map[int]bool {
	in := map[int]bool{i: true}
	for stack := []int{i}; len(stack) > 0; {
		k := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, j := range t.kids[k] {
			if !in[j] && (cut == nil || !cut(j)) {
				in[j] = true
				stack = append(stack, j)
			}
		}
	}
	return in
}

// bounds gives the first and last token of a set, without marks of punctuation at its ends.
func (t *tree) bounds(in map[int]bool) (first, last int, ok bool) {
	first, last = len(t.Tokens), -1
	for i := range in {
		if i < len(t.Tokens) && t.Tokens[i].UPOS != "PUNCT" {
			first, last = min(first, i), max(last, i)
		}
	}
	return first, last, first <= last
}

// sentenceAt gives the sentence that holds byte i, or the last one before it; -1 if none.
func (r *reader) sentenceAt(i int) int {
	return sort.Search(len(r.sents), func(n int) bool { return r.sents[n].Start > i }) - 1
}

// tokenAt gives the first token of a sentence that ends after byte i; it may be the number of tokens.
func (t *tree) tokenAt(i int) int {
	return sort.Search(len(t.Tokens), func(n int) bool { return t.Tokens[n].End > i })
}

// passageAt gives the outermost passage that holds byte i, -1 if none.
func (r *reader) passageAt(i int) int {
	n := sort.Search(len(r.passages), func(n int) bool { return r.passages[n].start > i }) - 1
	for ; n >= 0 && r.passages[n].depth > 0; n-- {
	}
	if n < 0 || i >= r.passages[n].end {
		return -1
	}
	return n
}

// speaker makes the entity of the speaker whose head is a token, and gives his mention, -1 if none. His words are the whole
// phrase that names him, but not the cue.
func (r *reader) speaker(s speech) (*event.Entity, int) {
	head := s.speaker
	if head < 0 {
		return nil, -1
	}
	t := r.tree(s.sentence)
	if t.form(head) == "it" && t.Tokens[head].Rel == "nsubj:pass" {
		return nil, -1 // "it was announced": by nobody named
	}
	first, last := t.phrase(head)
	for i := head; i > first; i-- { // a phrase does not run into the quotation before it
		if r.passageAt(t.Tokens[i-1].Start) >= 0 && r.passageAt(t.Tokens[head].Start) < 0 {
			first = i
			break
		}
	}
	last = max(last, r.described(t, s, last))
	if head < s.first && last >= s.first { // nor into its verb
		last = s.first - 1
	}
	last = r.timeless(t, head, last)
	for last > head && t.Tokens[last].UPOS == "PUNCT" && t.form(last) != ")" {
		last--
	}
	e := event.Entity{Start: t.Tokens[first].Start, End: t.Tokens[last].End}
	m := r.mention(s.sentence, head)
	if m < 0 || r.mentions[m].Head != head || !known(r.mentions[m]) {
		if a := r.author(s.sentence, head); a >= 0 {
			m = a
		}
	}
	if m >= 0 && len(r.mentions[m].Entities) > 0 {
		e = r.mentions[m].Entities[0]
		e.Start, e.End = t.Tokens[first].Start, t.Tokens[last].End
	}
	if e.Start >= 0 && e.End <= len(r.text) {
		e.Text = r.text[e.Start:e.End]
	}
	return &e, m
}

// timeless gives the last token of a speaker's phrase before a time that ends it: "a panel in 2001 found", "the court on Monday said".
func (r *reader) timeless(t *tree, head, last int) int {
	k := t.head(last)
	if w := t.form(last); !r.v.days[w] && !(len(w) == 4 && t.Tokens[last].XPOS == "CD" && w >= "1500" && w < "2100") {
		return last
	}
	if c := t.child(last, "case"); c == last-1 && c > head && k >= 0 {
		if f := t.form(c); f == "on" || f == "in" {
			return c - 1
		}
	}
	return last
}

// maxDescription bounds how many tokens may describe a speaker.
const maxDescription = 40

// described gives the last token of what describes a speaker behind his name, which ends with token last: an apposition,
// a relative clause, a party and state in brackets.
func (r *reader) described(t *tree, s speech, last int) int {
	in := t.subtree(s.speaker, func(j int) bool {
		if j == s.token || t.Tokens[j].Rel == "acl" && t.form(t.leftmost(j, s.speaker)-1) == "," {
			return true // "Doe, speaking in Riga, said"
		}
		if r.further(t, s, j) {
			return true
		}
		switch rel := relation(t.Tokens[j].Rel); rel {
		case "ccomp", "advcl", "cop", "nsubj", "aux", "case", "mark", "parataxis", "dep":
			return t.head(j) == s.speaker && !t.bracketed(j) && t.Tokens[j].UPOS != "NUM" // "Doe, 82, said"
		}
		return false
	})
	end := last
	for i := last + 1; i < len(t.Tokens) && i <= last+maxDescription; i++ {
		switch {
		case s.speaker < s.first && i >= s.first, i >= s.first && i <= s.last, r.passageAt(t.Tokens[i].Start) >= 0, t.form(i) == "(" && !t.party(i):
			return end
		case in[i] && t.Tokens[i].UPOS != "PUNCT", t.form(i) == ")" && end > last:
			end = i
		case t.Tokens[i].UPOS != "PUNCT":
			return end
		}
	}
	return end
}

// further reports whether a dependent in a speaker's phrase goes beyond his description: what describes a thing in it ("a lawyer at the
// council, one of the …"), or a clause that tells what else he says ("Doe, who stressed that …").
func (r *reader) further(t *tree, s speech, j int) bool {
	h := t.head(j)
	switch rel := t.Tokens[j].Rel; {
	case rel == "appos" && h != s.speaker:
		top := t.Tokens[h].Rel == "appos" && t.head(h) == s.speaker || t.Tokens[h].Rel == "flat" || t.Tokens[h].Rel == "conj"
		return !top && t.form(t.leftmost(j, h)-1) == ","
	case rel == "acl:relcl" && t.Tokens[j].UPOS == "VERB":
		c, ok := r.verbCue(s.sentence, j)
		return ok && c.cue.clause && t.child(j, "ccomp") > j
	}
	return false
}

// party reports whether the bracket that opens at token i closes soon and holds no verb: "(R-Ga.)", not "(a view I share)".
func (t *tree) party(i int) bool {
	for j := i + 1; j < len(t.Tokens) && j <= i+reach/2; j++ {
		if t.form(j) == ")" {
			return true
		}
		if t.Tokens[j].UPOS == "VERB" {
			return false
		}
	}
	return false
}

// bracketed reports whether token j stands in round brackets.
func (t *tree) bracketed(j int) bool {
	for i := t.leftmost(j, -1) - 1; i >= 0 && i >= j-reach; i-- {
		if t.form(i) == "(" {
			return true
		}
		if t.Tokens[i].UPOS != "PUNCT" {
			break
		}
	}
	return false
}

// mention gives the mention that a token is the head of, else the shortest that holds it, -1 if none.
func (r *reader) mention(sentence, token int) int {
	best := -1
	for _, i := range r.of[sentence] {
		m := &r.mentions[i]
		if m.Modifier || token < m.First || token >= m.End {
			continue
		}
		if m.Head == token {
			return i
		}
		if best < 0 || m.End-m.First < r.mentions[best].End-r.mentions[best].First {
			best = i
		}
	}
	return best
}

// phrase gives the words of a noun phrase around its head, without relative clauses, appositions and asides.
func (t *tree) phrase(head int) (first, last int) {
	in := t.subtree(head, func(j int) bool {
		switch rel := relation(t.Tokens[j].Rel); rel {
		case "acl":
			return true
		case "appos": // "the spokeswoman Jane Doe", not "Jane Doe, a spokeswoman"
			return t.Tokens[max(t.leftmost(j, head), 1)-1].UPOS == "PUNCT"
		case "parataxis", "ccomp", "advcl", "dep", "cop", "nsubj", "aux", "case", "mark":
			return t.head(j) == head
		}
		return false
	})
	first, last = head, head
	for first > 0 && in[first-1] {
		first--
	}
	for last+1 < len(t.Tokens) && in[last+1] {
		last++
	}
	for first < head && t.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	for nominal(&t.Tokens[last]) && last+1 < len(t.Tokens) && t.Tokens[last+1].UPOS == "PROPN" && t.beside(head, last+1) {
		last++ // a name that the parser leaves outside its title: "the chairman | Jane Doe said"
	}
	for last > head && t.Tokens[last].UPOS == "PUNCT" && !strings.ContainsAny(t.Tokens[last].Form, ".)") {
		last--
	}
	return first, last
}

// beside reports whether a name and a head are dependents of one token in the same relation, or parts of such a name.
func (t *tree) beside(head, name int) bool {
	for h := t.head(name); h > head && h < name && t.Tokens[h].UPOS == "PROPN"; h = t.head(name) {
		name = h
	}
	return t.head(name) >= 0 && t.head(name) == t.head(head) && t.Tokens[name].Rel == t.Tokens[head].Rel
}
