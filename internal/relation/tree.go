package relation

import (
	"slices"
	"strings"

	"dyad/internal/actor"
	"dyad/internal/language"
)

// tree is a parsed sentence with what the rules ask of it: who hangs on whom, and which mention stands at which word.
type tree struct {
	*language.Sentence
	index      int
	kids       [][]int
	lemmas     []string
	mentions   []actor.Mention // of the whole text
	byHead     []int           // token → mention that hangs by it, -1
	cover      []int           // token → smallest mention around it that is no modifier, -1
	companions []companion
}

// maxDepth bounds every walk over the tree, because a parse may be wrong in any way.
const maxDepth = 12

func newTree(l *Lexicon, s *language.Sentence, index int, mentions []actor.Mention, first, next int) *tree {
	s = joinHyphens(s, l) // a copy
	mend(s.Tokens)
	for i := range s.Tokens {
		mendNone(s.Tokens, i, l.cues["nobody"], l.cues["except"])
		mendExcept(s.Tokens, i, l.cues["whole"])
		mendPair(s.Tokens, i, l.cues["pair"])
		mendJoined(s.Tokens, i, func(lemma string) bool { return l.governors["v "+lemma] == "motion" })
	}
	n := len(s.Tokens)
	t := &tree{Sentence: s, index: index, kids: make([][]int, n), lemmas: make([]string, n), mentions: mentions, byHead: make([]int, n), cover: make([]int, n)}
	for i := range s.Tokens {
		t.byHead[i], t.cover[i] = -1, -1
		t.lemmas[i] = l.lemma(&s.Tokens[i])
		if h := s.Tokens[i].Head; h >= 0 && h < n && h != i {
			t.kids[h] = append(t.kids[h], i)
		}
	}
	for m := first; m < next; m++ {
		t.place(m)
	}
	t.findCompanions(l)
	return t
}

// place enters a mention at its words. Where two hang by one word, the one that is no modifier counts, then the longer.
func (t *tree) place(m int) {
	x := t.mentions[m]
	if x.Sentence != t.index || x.Head < 0 || x.Head >= len(t.Tokens) {
		return
	}
	if o := t.byHead[x.Head]; o < 0 || t.mentions[o].Modifier && !x.Modifier || t.mentions[o].Modifier == x.Modifier && x.End-x.First > t.mentions[o].End-t.mentions[o].First {
		t.byHead[x.Head] = m
	}
	if x.Modifier {
		return
	}
	for i := max(0, x.First); i < min(x.End, len(t.Tokens)); i++ {
		if o := t.cover[i]; o < 0 || x.End-x.First < t.mentions[o].End-t.mentions[o].First {
			t.cover[i] = m
		}
	}
}

// mention is the mention that a slot's head word stands for, -1 if none.
func (t *tree) mention(tok int) int {
	if m := t.byHead[tok]; m >= 0 && !t.mentions[m].Modifier {
		return m
	}
	if m := t.cover[tok]; m >= 0 && !t.apart(tok, m) {
		return m
	}
	return t.byHead[tok]
}

// apart reports whether a mention only happens to reach over a word that hangs outside of it.
func (t *tree) apart(tok, m int) bool {
	x := t.mentions[m]
	for i, steps := tok, 0; steps < maxDepth; steps++ {
		if i == x.Head {
			return false
		}
		h := t.head(i)
		if h < x.First || h >= x.End {
			return !t.within(x.Head, tok) && (h < 0 || h != t.head(x.Head)) // a name that the parse broke in two
		}
		i = h
	}
	return false
}

// within reports whether a word hangs below another.
func (t *tree) within(tok, top int) bool {
	for i, steps := tok, 0; i >= 0 && steps < 4*maxDepth; i, steps = t.head(i), steps+1 {
		if i == top {
			return true
		}
	}
	return false
}

func (t *tree) lemma(i int) string { return t.lemmas[i] }
func (t *tree) form(i int) string  { return strings.ToLower(t.Tokens[i].Form) }
func (t *tree) xpos(i int) string  { return t.Tokens[i].XPOS }
func (t *tree) upos(i int) string  { return t.Tokens[i].UPOS }

// head is the governor of a word, -1 at the root and where the parse is broken.
func (t *tree) head(i int) int {
	if h := t.Tokens[i].Head; h >= 0 && h < len(t.Tokens) && h != i {
		return h
	}
	return -1
}

// rel is the relation of a word to its governor without subtype.
func (t *tree) rel(i int) string {
	base, _, _ := strings.Cut(t.Tokens[i].Rel, ":")
	return base
}

func (t *tree) is(i int, rels ...string) bool {
	return slices.Contains(rels, t.Tokens[i].Rel) || slices.Contains(rels, t.rel(i))
}

// child returns the first dependent in one of the relations, given with or without subtype; -1 if there is none.
func (t *tree) child(i int, rels ...string) int {
	for _, k := range t.kids[i] {
		if t.is(k, rels...) {
			return k
		}
	}
	return -1
}

// aux is the auxiliary of a verb that has the lemma, -1 if there is none.
func (t *tree) aux(v int, lemma string) int {
	for _, k := range t.kids[v] {
		if t.is(k, "aux") && t.lemma(k) == lemma {
			return k
		}
	}
	return -1
}

func (t *tree) verbal(i int) bool { return t.upos(i) == "VERB" || t.upos(i) == "AUX" }
func (t *tree) nominal(i int) bool {
	return t.upos(i) == "NOUN" || t.upos(i) == "PROPN" || t.upos(i) == "PRON" || t.upos(i) == "NUM"
}

// relative reports whether a word is a relative pronoun.
func (t *tree) relative(i int) bool {
	return strings.Contains(t.Tokens[i].Feats, "PronType=Rel") || t.xpos(i) == "WDT" || t.xpos(i) == "WP" && t.clauseOf(i, "acl:relcl")
}

// clauseOf reports whether a word hangs directly or by one step in a clause of the relation.
func (t *tree) clauseOf(i int, rel string) bool {
	for h, steps := t.head(i), 0; h >= 0 && steps < 3; h, steps = t.head(h), steps+1 {
		if t.is(h, rel) {
			return true
		}
	}
	return false
}

// preposition is what introduces a noun phrase or a clause: "with", "because of", "after", "to"; "" if nothing does.
func (t *tree) preposition(i int) string {
	p := ""
	for _, k := range t.kids[i] {
		if !t.is(k, "case", "mark") || k > i {
			continue
		}
		p = t.form(k) // of "out of" the last counts
		for _, f := range t.kids[k] {
			if t.is(f, "fixed") {
				p += " " + t.form(f)
			}
		}
		p = strings.TrimPrefix(p, "out ")
	}
	return p
}

// fixed is a word with those that it is fixed with: "rather than".
func (t *tree) fixed(i int) string {
	w := t.form(i)
	for _, k := range t.kids[i] {
		if t.is(k, "fixed") {
			w += " " + t.form(k)
		}
	}
	return w
}

// conjuncts is a word and what is coordinated with it, also with the name that a title goes before: "Ministers A. B. and
// C. D." hangs the second name on the first.
func (t *tree) conjuncts(i int) []int {
	list := []int{i}
	for n := 0; n < len(list) && n < 40; n++ {
		for _, k := range t.kids[list[n]] {
			if t.is(k, "conj") && (t.nominal(k) == t.nominal(i) || t.mention(k) >= 0 && t.mention(i) >= 0) {
				list = append(list, k)
			}
			if m := t.mention(list[n]); m >= 0 && t.is(k, "appos", "flat") && t.cover[k] == m {
				for _, c := range t.kids[k] {
					if t.is(c, "conj") && t.mention(c) >= 0 {
						list = append(list, c)
					}
				}
			}
		}
	}
	return list
}

// downward lists the words from the root to the leaves, level by level.
func (t *tree) downward() []int {
	list := make([]int, 0, len(t.Tokens))
	seen := make([]bool, len(t.Tokens))
	for i := range t.Tokens {
		if t.head(i) < 0 {
			list, seen[i] = append(list, i), true
		}
	}
	for n := 0; n < len(list); n++ {
		for _, k := range t.kids[list[n]] {
			if !seen[k] {
				list, seen[k] = append(list, k), true
			}
		}
	}
	for i := range t.Tokens { // a broken parse may hold a cycle: its words come last
		if !seen[i] {
			list = append(list, i)
		}
	}
	return list
}

// subtree calls f for every word below and including top; where f returns false the branch is left out.
func (t *tree) subtree(top int, f func(i int) bool) {
	stack := []int{top}
	for steps := 0; len(stack) > 0 && steps <= len(t.Tokens); steps++ {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if f(i) {
			stack = append(stack, t.kids[i]...)
		}
	}
}

// way writes the way from one word to another in the tree: relations up, then relations down with their prepositions.
func (t *tree) way(from, to int) string {
	up, down := t.ancestors(from), t.ancestors(to)
	k := -1
	for i, a := range up {
		if k = slices.Index(down, a); k >= 0 {
			up = up[:i]
			break
		}
	}
	if k < 0 || len(up)+k > 6 {
		return "far"
	}
	var b strings.Builder
	for _, i := range up {
		b.WriteString("<" + t.rel(i))
	}
	for j := k - 1; j >= 0; j-- {
		b.WriteString(">" + t.Tokens[down[j]].Rel)
		if p := t.preposition(down[j]); p != "" {
			b.WriteString(":" + p)
		}
	}
	return b.String()
}

// ancestors lists a word and what it hangs on, upwards.
func (t *tree) ancestors(i int) []int {
	var list []int
	for n := 0; i >= 0 && n < 40; i, n = t.head(i), n+1 {
		list = append(list, i)
	}
	return list
}
