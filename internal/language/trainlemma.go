package language

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"

	"dyad/internal/language/perceptron"
)

// editCounts counts edits by key of the table of lemmas.
type editCounts map[uint32]map[int]int

func (c editCounts) add(key uint32, e, n int) {
	if c[key] == nil {
		c[key] = map[int]int{}
	}
	c[key][e] += n
}

// sum returns how often a key was counted.
func (c editCounts) sum(key uint32) int {
	n := 0
	for _, k := range c[key] {
		n += k
	}
	return n
}

// most returns the most frequent edit of a key less those of another key, counted from 1; 0 for none.
func (c editCounts) most(key uint32, less map[int]int) uint32 {
	b, n := -1, 0
	for e, k := range c[key] {
		if k -= less[e]; k > n || k == n && k > 0 && e < b {
			b, n = e, k
		}
	}
	return uint32(b + 1)
}

// rareForm is how many times more frequent the word in all its spellings must be for one spelling's lemma not to count.
const rareForm = 10

// A lemmaItem is a word in the training of the lemmatizer.
type lemmaItem struct {
	w     word
	first bool
	edit  int
	lemma string
	back  backoff
}

// trainLemmatizer fills the table of lemmas and trains the classifier for the words that it does not know.
func (m *Model) trainLemmatizer(examples []*example, opt Training) {
	m.fitLemmas(examples, countForms(examples, opt.Text), opt)
}

// fitLemmas is trainLemmatizer with the forms of running text counted.
func (m *Model) fitLemmas(examples []*example, forms map[string]*formCount, opt Training) {
	counts := editCounts{}
	items := m.lemmaItems(examples, counts)
	m.lemmas = map[uint32]uint8{}
	for key := range counts {
		m.lemmas[key] = uint8(counts.most(key, nil) - 1)
	}
	m.dropRareForms(items, counts)
	m.usualSpellings(forms)
	for i := range items { // as if the table did not know the word with this tag
		w := &items[i].w
		own := counts[lemmaKey(lowerTagLemma, w.key, uint32(w.tag))]
		items[i].back = m.lemmaBackoff(w)
		items[i].back.pos = counts.most(lemmaKey(lowerPosLemma, w.key, uint32(w.pos)), own)
		items[i].back.any = counts.most(lemmaKey(lowerLemma, w.key, 0), own)
	}
	m.lemmatizer = m.trainEdits(items, opt)
	opt.Log("lemmatizer: %d entries in the table, %d features", len(m.lemmas), m.lemmatizer.Features())
}

// dropRareForms takes out of the table what a spelling has done rarely, as against the word in all its spellings, and what
// the lower-case form tells as well.
func (m *Model) dropRareForms(items []lemmaItem, counts editCounts) {
	for i := range items {
		w := &items[i].w
		exact, lower := lemmaKey(exactTagLemma, w.exact, uint32(w.tag)), lemmaKey(lowerTagLemma, w.key, uint32(w.tag))
		if m.lemmas[exact] == m.lemmas[lower] || counts.sum(exact)*rareForm < counts.sum(lower) {
			delete(m.lemmas, exact)
		}
	}
}

// editWords is how many different words an edit must be of for others to be given it.
const editWords = 4

// lemmaItems counts the edits of the examples and returns their words, at most three with the same form and tag.
func (m *Model) lemmaItems(examples []*example, counts editCounts) []lemmaItem {
	edits := map[string]int{}
	for i, e := range m.edits {
		edits[fmt.Sprint(e)] = i
	}
	var items []lemmaItem
	seen := map[uint32]int{}
	words := map[int]map[uint32]bool{} // by edit
	for _, ex := range examples {
		for k, t := range ex.tokens {
			if t.Lemma == "" {
				continue
			}
			e, known := edits[fmt.Sprint(editFor(t.Form, t.Lemma))]
			if !known {
				continue
			}
			w := ex.words[k]
			w.tag, w.pos = ex.gold[k], m.tagPos[ex.gold[k]]
			tag := uint32(w.tag)
			exact := lemmaKey(exactTagLemma, w.exact, tag)
			counts.add(exact, e, 1)
			counts.add(lemmaKey(lowerTagLemma, w.key, tag), e, 1)
			counts.add(lemmaKey(lowerPosLemma, w.key, uint32(w.pos)), e, 1)
			counts.add(lemmaKey(lowerLemma, w.key, 0), e, 1)
			if words[e] == nil {
				words[e] = map[uint32]bool{}
			}
			words[e][w.key] = true
			if seen[exact]++; seen[exact] <= 3 {
				items = append(items, lemmaItem{w: w, first: k == 0, edit: e, lemma: t.Lemma})
			}
		}
	}
	return slices.DeleteFunc(items, func(it lemmaItem) bool { return len(words[it.edit]) < editWords })
}

// unknown is what is known of a word that training has with no tag at all.
func (b backoff) unknown() backoff { return backoff{usual: b.usual, stems: b.stems, tail: b.tail} }

// trainEdits trains the classifier.
func (m *Model) trainEdits(items []lemmaItem, opt Training) *perceptron.Weights {
	rng := rand.New(rand.NewPCG(opt.Seed, 1000))
	learner := perceptron.NewLearner(len(m.edits), 1)
	scores := make([]int32, len(m.edits))
	var features []uint32
	for range 6 {
		rng.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		for i := range items {
			it := &items[i]
			back := it.back
			if rng.IntN(2) == 0 { // as if no tag were known
				back = back.unknown()
			}
			features = m.appendLemmaFeatures(features[:0], &it.w, it.first, back)
			clear(scores)
			learner.Score(features, scores)
			guess := perceptron.Best(scores)
			if lemma, _ := m.edits[guess].apply(it.w.form); lemma != it.lemma { // other edits may make the same lemma
				learner.Update(features, it.edit, 1)
				learner.Update(features, guess, -1)
			}
			learner.Tick()
		}
	}
	return learner.Freeze(tagScale, 2)
}

// usualWords is how often running text must have a word for its spelling to count.
const usualWords = 5

// A formCount is how often a form stands inside sentences and at their beginning, where capitals tell nothing.
type formCount struct{ inside, first int }

// countForms counts the forms of running text, which may be nil, and of the examples.
func countForms(examples []*example, text iter.Seq[string]) map[string]*formCount {
	counts := map[string]*formCount{}
	first := true
	add := func(form string) {
		c := counts[form]
		if c == nil {
			c = new(formCount)
			counts[strings.Clone(form)] = c
		}
		if first {
			c.first++
		} else {
			c.inside++
		}
		first = strings.ContainsAny(form, ".?!:\"“”‘•*")
	}
	if text != nil {
		var pieces []piece
		for t := range text {
			eachParagraph(t, func(_, start, end int) {
				first = true
				pieces = appendPieces(pieces[:0], t, start, end)
				for _, p := range pieces {
					add(t[p.start:p.end])
				}
			})
		}
	}
	for _, ex := range examples {
		first = true
		for _, t := range ex.tokens {
			add(t.Form)
		}
	}
	return counts
}

// usualSpellings puts into the table how frequent words are written.
func (m *Model) usualSpellings(counts map[string]*formCount) {
	letters := map[byte]int{}
	for i, e := range m.edits {
		if e.cut == 0 && e.add == "" {
			letters[e.letters] = i
		}
	}
	spellings, total := editCounts{}, map[uint32]int{}
	for form, c := range counts {
		var w word
		w.set(form)
		key := lemmaKey(usualLemma, w.key, 0)
		total[key] += c.inside + c.first
		for _, l := range []byte("luck") {
			if i, ok := letters[l]; ok && recase(form, l) == form && c.inside > 0 {
				spellings.add(key, i, c.inside)
				break
			}
		}
	}
	for key := range spellings {
		if total[key] >= usualWords {
			m.lemmas[key] = uint8(spellings.most(key, nil) - 1)
		}
	}
}
