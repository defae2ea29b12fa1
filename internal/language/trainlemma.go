package language

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"

	"dyad/internal/language/perceptron"
)

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
			if guess := perceptron.Best(scores); guess != items[i].edit {
				learner.Update(features, items[i].edit, 1)
				learner.Update(features, guess, -1)
			}
			learner.Tick()
		}
	}
	m.lemmatizer = learner.Freeze(tagScale, 2)
	opt.Log("lemmatizer: %d words in the table, %d features", len(m.lemmas), m.lemmatizer.Features())
}
