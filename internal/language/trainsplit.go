package language

import (
	"math/rand/v2"

	"dyad/internal/language/perceptron"
)

// splitLearners is how many perceptrons are made one.
const splitLearners = 4

// A splitExample is a place with what is right there.
type splitExample struct {
	features []uint32
	ends     int
}

// trainSplitter trains the sentence splitter on the texts of treebanks.
func (m *Model) trainSplitter(banks []*Treebank, opt Training) {
	var items []splitExample
	for _, tb := range banks {
		if !runs(tb) {
			continue
		}
		ends := map[int]bool{}
		for _, s := range tb.Sentences {
			ends[s.End] = true
		}
		eachParagraph(tb.Text, func(_, start, end int) {
			p := newPlace(tb.Text, appendPieces(nil, tb.Text, start, end))
			for ; p.at+1 < len(p.pieces); p.at++ {
				right := 0
				if ends[p.pieces[p.at].end] {
					right = 1
				}
				if p.candidate() {
					items = append(items, splitExample{appendSplitFeatures(nil, p), right})
				}
				if right == 1 {
					p.begin = p.at + 1
				}
			}
		})
	}
	var learners []*perceptron.Learner
	for n := range splitLearners {
		rng := rand.New(rand.NewPCG(opt.Seed, uint64(4000+n)))
		learner := perceptron.NewLearner(2, 1)
		for range 8 {
			rng.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
			for _, it := range items {
				var scores [2]int32
				learner.Score(it.features, scores[:])
				if guess := perceptron.Best(scores[:]); guess != it.ends {
					learner.Update(it.features, it.ends, 1)
					learner.Update(it.features, guess, -1)
				}
				learner.Tick()
			}
		}
		learners = append(learners, learner)
	}
	m.splitter.weights = perceptron.Freeze(learners, tagScale, 2)
	opt.Log("splitter: %d places, %d features", len(items), m.splitter.weights.Features())
}

// runs tells whether a treebank is running text. One whose sentences are paragraphs of their own tells nothing of where
// sentences end.
func runs(tb *Treebank) bool {
	for i := 1; i < len(tb.Sentences); i++ {
		if tb.Sentences[i].Paragraph == tb.Sentences[i-1].Paragraph {
			return true
		}
	}
	return false
}
