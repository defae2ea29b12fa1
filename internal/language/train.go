package language

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"

	"dyad/internal/language/perceptron"
)

// Training says how to train. The zero value of a field means its default.
type Training struct {
	Seed        uint64
	TagEpochs   int
	ParseEpochs int
	Learners    int                              // of the tagger and the parser: perceptrons that are made one
	Folds       int                              // of the jackknife
	Text        iter.Seq[string]                 // running text to learn word classes from; may be nil
	Log         func(format string, args ...any) // may be nil
	Check       func(epoch int, m *Model)        // called with the model as it stands after parser epochs; may be nil
}

func (o *Training) defaults() {
	o.Seed = cmp.Or(o.Seed, 1)
	o.TagEpochs = cmp.Or(o.TagEpochs, 5)
	o.ParseEpochs = cmp.Or(o.ParseEpochs, 6)
	o.Learners = cmp.Or(o.Learners, 3)
	o.Folds = cmp.Or(o.Folds, 5)
	if o.Log == nil {
		o.Log = func(string, ...any) {}
	}
}

// Quantisation: weights are kept as multiples of 1/scale; those under prune units are dropped. With two learners
// parsePrune 22 made a model of 7.9 MB, 18 one of 10.3 MB with 0.1 points of LAS more, 30 one of 5.3 MB with 0.3 to 0.6 less.
const (
	tagScale, tagPrune     = 16, 10
	parseScale, parsePrune = 16, 18
	foldPrune              = 8 // of the taggers of the jackknife
)

// An example is a sentence in training.
type example struct {
	tokens []Token
	words  []word // with the tags that the parser sees
	gold   []uint8
	heads  []int // projective; len(tokens) for the root node
	rels   []uint32
	deps   [][]int // by head
}

// Train trains a model on trees. The same sentences and options give the same model on every machine.
func Train(sents []Sentence, opt Training) (*Model, error) {
	opt.defaults()
	if len(sents) < 2*opt.Folds {
		return nil, fmt.Errorf("%d sentences are too few to train on: give at least %d", len(sents), 2*opt.Folds)
	}
	m := &Model{}
	m.inventories(sents)
	if err := m.finish(); err != nil {
		return nil, err
	}
	m.trainClusters(sents, opt)
	examples := m.examples(sents)
	opt.Log("%d sentences, %d tags, %d relations, %d feature sets, %d edits", len(sents), len(m.tags), len(m.rels), len(m.featSets), len(m.edits))
	m.jackknife(examples, opt)
	m.lexicon = makeLexicon(examples, -1, 1)
	m.tagger = m.trainTagger(examples, -1, 1, opt)
	m.trainLemmatizer(examples, opt)
	m.trainMorph(examples, opt)
	m.trainParser(examples, opt)
	return m, nil
}

// ranked returns the keys of counts, the most frequent first.
func ranked(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}

func (m *Model) inventories(sents []Sentence) {
	tags, rels, feats, edits := map[string]int{}, map[string]int{"root": 1}, map[string]int{}, map[string]int{}
	byEdit := map[string]edit{}
	pairs := map[[2]string]int{}
	for i := range sents {
		for _, t := range sents[i].Tokens {
			tag, f := t.UPOS+" "+t.XPOS, keepFeats(t.Feats)
			tags[tag]++
			rels[t.Rel]++
			feats[f]++
			pairs[[2]string{tag, f}]++
			if t.Lemma != "" {
				e := editFor(t.Form, t.Lemma)
				s := fmt.Sprint(e)
				byEdit[s] = e
				edits[s]++
			}
		}
	}
	m.tags, m.rels, m.featSets = ranked(tags), ranked(rels), ranked(feats)
	m.tags = m.tags[:min(len(m.tags), 250)]
	m.rels = m.rels[:min(len(m.rels), 127)]
	m.featSets = m.featSets[:min(len(m.featSets), perceptron.MaxClasses)]
	for _, s := range ranked(edits) {
		if len(m.edits) < perceptron.MaxClasses {
			m.edits = append(m.edits, byEdit[s])
		}
	}
	for _, tag := range m.tags {
		var list []uint8
		most := 0
		for _, f := range m.featSets {
			most = max(most, pairs[[2]string{tag, f}])
		}
		for i, f := range m.featSets {
			if n := pairs[[2]string{tag, f}]; n > 0 && n*2000 >= most {
				list = append(list, uint8(i))
			}
		}
		m.tagFeats = append(m.tagFeats, list)
	}
}

func index[T cmp.Ordered](list []T) map[T]int {
	ix := map[T]int{}
	for i, v := range list {
		ix[v] = i
	}
	return ix
}

func (m *Model) examples(sents []Sentence) []*example {
	tags, rels := index(m.tags), index(m.rels)
	var list []*example
	for i := range sents {
		n := len(sents[i].Tokens)
		ex := &example{
			tokens: sents[i].Tokens, words: make([]word, n), gold: make([]uint8, n),
			heads: make([]int, n), rels: make([]uint32, n),
		}
		for k, t := range ex.tokens {
			ex.words[k].set(t.Form)
			ex.gold[k] = uint8(tags[t.UPOS+" "+t.XPOS]) // a tag beyond the 250 most frequent counts as the first
			ex.rels[k] = uint32(rels[t.Rel])
			ex.heads[k] = t.Head
			if t.Head < 0 {
				ex.heads[k] = n
			}
		}
		projectivise(ex.heads)
		ex.deps = make([][]int, n+1)
		for k, h := range ex.heads {
			ex.deps[h] = append(ex.deps[h], k)
		}
		list = append(list, ex)
	}
	return list
}

// projectivise lifts the arcs that cross others: a crossing arc, the shortest first, goes to its head's head until none
// crosses. heads[i] == len(heads) means the root node.
func projectivise(heads []int) {
	n := len(heads)
	for range 10 * n {
		worst := -1
		for d, h := range heads {
			if h == n || within(heads, d, h) {
				continue
			}
			if worst < 0 || span1(d, h) < span1(worst, heads[worst]) {
				worst = d
			}
		}
		if worst < 0 {
			return
		}
		heads[worst] = heads[heads[worst]]
	}
}

func span1(a, b int) int { return max(a, b) - min(a, b) }

// within tells whether all words between d and its head h descend from h.
func within(heads []int, d, h int) bool {
	for k := min(d, h) + 1; k < max(d, h); k++ {
		j := k
		for j != h && j != len(heads) {
			j = heads[j]
		}
		if j != h {
			return false
		}
	}
	return true
}
