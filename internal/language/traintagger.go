package language

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"slices"

	"dyad/internal/language/perceptron"
)

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
		if total < 5 {
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
	if fold >= 0 { // one learner is good enough for the jackknife
		rng := rand.New(rand.NewPCG(opt.Seed, uint64(fold+2)))
		return m.trainTags(order, rng, opt).Freeze(tagScale, foldPrune)
	}
	var learners []*perceptron.Learner
	for n := range opt.Learners {
		learners = append(learners, m.trainTags(order, rand.New(rand.NewPCG(opt.Seed, uint64(100*n+fold+2))), opt))
	}
	return perceptron.Freeze(learners, tagScale, tagPrune)
}

func (m *Model) trainTags(order []*example, rng *rand.Rand, opt Training) *perceptron.Learner {
	learner := perceptron.NewLearner(len(m.tags), 1)
	scores := make([]int32, len(m.tags))
	var features []uint32
	for range opt.TagEpochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, ex := range order {
			ws := slices.Clone(ex.words)
			caps := allCaps(ws)
			m.lookUp(ws)
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
	return learner
}
