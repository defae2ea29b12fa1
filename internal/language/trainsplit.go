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

// TrainSplitter trains the sentence splitter on the texts of treebanks and packs it.
func TrainSplitter(banks []*Treebank, opt Training) ([]byte, error) {
	opt.defaults()
	var items []splitExample
	for _, tb := range banks {
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
				if guess := best(scores[:]); guess != it.ends {
					learner.Update(it.features, it.ends, 1)
					learner.Update(it.features, guess, -1)
				}
				learner.Tick()
			}
		}
		learners = append(learners, learner)
	}
	w := perceptron.Freeze(learners, tagScale, 2)
	opt.Log("splitter: %d places, %d features", len(items), w.Features())
	return pack(w.Append(nil))
}
