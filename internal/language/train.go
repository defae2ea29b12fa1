package language

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"

	"dyad/internal/language/perceptron"
)

// Training says how to train. The zero value of a field means its default.
type Training struct {
	Seed        uint64
	TagEpochs   int
	ParseEpochs int
	Folds       int                              // of the jackknife
	Log         func(format string, args ...any) // may be nil
	Check       func(epoch int, m *Model)        // called with the model as it stands after parser epochs; may be nil
}

func (o *Training) defaults() {
	o.Seed = cmp.Or(o.Seed, 1)
	o.TagEpochs = cmp.Or(o.TagEpochs, 8)
	o.ParseEpochs = cmp.Or(o.ParseEpochs, 12)
	o.Folds = cmp.Or(o.Folds, 5)
	if o.Log == nil {
		o.Log = func(string, ...any) {}
	}
}

// Quantisation: weights are kept as multiples of 1/scale; those under prune units are dropped.
const (
	tagScale, tagPrune     = 16, 3
	parseScale, parsePrune = 16, 6
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

// makeLexicon counts the tags of words, leaving out the examples of one fold.
func makeLexicon(examples []*example, fold, folds int) map[uint32]uint32 {
	counts := map[uint32]map[uint8]int{}
	for i, ex := range examples {
		if i*folds/len(examples) == fold {
			continue
		}
		for k := range ex.words {
			c := counts[ex.words[k].key]
			if c == nil {
				c = map[uint8]int{}
				counts[ex.words[k].key] = c
			}
			c[ex.gold[k]]++
		}
	}
	lexicon := map[uint32]uint32{}
	for key, c := range counts {
		total := 0
		for _, n := range c {
			total += n
		}
		if total < 3 {
			continue // as good as unknown, and so the tagger learns what unknown words look like
		}
		tags := slices.SortedFunc(maps.Keys(c), func(a, b uint8) int {
			return cmp.Or(cmp.Compare(c[b], c[a]), cmp.Compare(a, b))
		})
		kinds := uint32(0)
		for k, t := range tags {
			if k < 3 && c[t]*12 >= total {
				kinds = kinds<<8 | uint32(t) + 1
			}
		}
		lexicon[key] = kinds
	}
	return lexicon
}

// jackknife gives the words of each fold the tags of a tagger trained on the others, so that the parser learns from tags
// as good as it will get.
func (m *Model) jackknife(examples []*example, opt Training) {
	right, total := 0, 0
	for fold := range opt.Folds {
		m.lexicon = makeLexicon(examples, fold, opt.Folds)
		m.tagger = m.trainTagger(examples, fold, opt.Folds, opt)
		sc := newScratch()
		for i, ex := range examples {
			if i*opt.Folds/len(examples) != fold {
				continue
			}
			m.tag(ex.words, sc)
			for k := range ex.words {
				total++
				if ex.words[k].tag == ex.gold[k] {
					right++
				}
			}
		}
		opt.Log("jackknife %d/%d: tags %.2f %%", fold+1, opt.Folds, 100*float64(right)/float64(total))
	}
}

// trainTagger trains on all examples but those of one fold, with the model's lexicon.
func (m *Model) trainTagger(examples []*example, fold, folds int, opt Training) *perceptron.Weights {
	var order []*example
	for i, ex := range examples {
		if i*folds/len(examples) != fold {
			order = append(order, ex)
		}
	}
	rng := rand.New(rand.NewPCG(opt.Seed, uint64(fold+2)))
	learner := perceptron.NewLearner(len(m.tags), 1)
	scores := make([]int32, len(m.tags))
	var features []uint32
	for range opt.TagEpochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, ex := range order {
			ws := slices.Clone(ex.words)
			caps := allCaps(ws)
			for i := range ws {
				ws[i].kinds = m.kinds(ws[i].key)
			}
			for i := range ws {
				features = appendTagFeatures(features[:0], ws, i, caps)
				clear(scores)
				learner.Score(features, scores)
				guess := best(scores)
				if gold := int(ex.gold[i]); guess != gold {
					learner.Update(features, gold, 1)
					learner.Update(features, guess, -1)
				}
				learner.Tick()
				ws[i].tag = uint8(guess)
			}
		}
	}
	return learner.Freeze(tagScale, tagPrune)
}

// trainLemmatizer fills the table of lemmas and trains the classifier for the words that it does not know.
func (m *Model) trainLemmatizer(examples []*example, opt Training) {
	edits := map[string]int{}
	for i, e := range m.edits {
		edits[fmt.Sprint(e)] = i
	}
	type item struct {
		w     word
		first bool
		edit  int
	}
	var items []item
	counts := map[uint32]map[int]int{}
	for _, ex := range examples {
		for k, t := range ex.tokens {
			e, known := edits[fmt.Sprint(editFor(t.Form, t.Lemma))]
			if !known || t.Lemma == "" {
				continue
			}
			w := ex.words[k]
			w.tag, w.pos = ex.gold[k], m.tagPos[ex.gold[k]]
			key := lemmaKey(&w)
			if counts[key] == nil {
				counts[key] = map[int]int{}
			}
			if counts[key][e]++; counts[key][e] <= 3 {
				items = append(items, item{w, k == 0, e})
			}
		}
	}
	m.lemmas = map[uint32]uint8{}
	for key, c := range counts {
		b := -1
		for _, e := range slices.Sorted(maps.Keys(c)) {
			if b < 0 || c[e] > c[b] {
				b = e
			}
		}
		m.lemmas[key] = uint8(b)
	}
	rng := rand.New(rand.NewPCG(opt.Seed, 1000))
	learner := perceptron.NewLearner(len(m.edits), 1)
	scores := make([]int32, len(m.edits))
	var features []uint32
	for range 6 {
		rng.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		for i := range items {
			features = appendLemmaFeatures(features[:0], &items[i].w, items[i].first)
			clear(scores)
			learner.Score(features, scores)
			if guess := best(scores); guess != items[i].edit {
				learner.Update(features, items[i].edit, 1)
				learner.Update(features, guess, -1)
			}
			learner.Tick()
		}
	}
	m.lemmatizer = learner.Freeze(tagScale, 2)
	opt.Log("lemmatizer: %d words in the table, %d features", len(m.lemmas), m.lemmatizer.Features())
}

// trainMorph trains the choice of morphological features, on gold trees.
func (m *Model) trainMorph(examples []*example, opt Training) {
	sets := index(m.featSets)
	rng := rand.New(rand.NewPCG(opt.Seed, 2000))
	learner := perceptron.NewLearner(len(m.featSets), 1)
	scores := make([]int32, len(m.featSets))
	order := slices.Clone(examples)
	sc := newScratch()
	for range 4 {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, ex := range order {
			m.goldTree(ex, sc)
			for i, t := range ex.tokens {
				allowed := m.tagFeats[ex.gold[i]]
				gold, known := sets[keepFeats(t.Feats)]
				if len(allowed) < 2 || !known || !slices.Contains(allowed, uint8(gold)) {
					continue
				}
				sc.features = appendFeatFeatures(sc.features[:0], sc.words, &sc.config, i)
				clear(scores)
				learner.Score(sc.features, scores)
				guess := int(allowed[0])
				for _, f := range allowed {
					if scores[f] > scores[guess] {
						guess = int(f)
					}
				}
				if guess != gold {
					learner.Update(sc.features, gold, 1)
					learner.Update(sc.features, guess, -1)
				}
				learner.Tick()
			}
		}
	}
	m.morph = learner.Freeze(tagScale, 2)
}
