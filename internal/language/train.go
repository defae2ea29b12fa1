package language

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"dyad/internal/language/perceptron"
)

// Training says how to train. The zero value of a field means its default.
type Training struct {
	Seed     uint64
	Epochs   int                              // of the network on the trees
	Hidden   int                              // units of a layer of the network in one direction
	Text     iter.Seq[string]                 // running text, read several times: for word vectors, spellings and to prepare the network; may be nil
	TextPart int                              // the network is prepared on every so manyth text; 0: on some seven million words; negative: on none
	Log      func(format string, args ...any) // may be nil
	Check    func(epoch int, m *Model)        // called with the model as it stands after an epoch; may be nil
}

func (o *Training) defaults() {
	o.Seed = cmp.Or(o.Seed, 1)
	o.Epochs = cmp.Or(o.Epochs, 24)
	o.Hidden = cmp.Or(o.Hidden, 200)
	if o.Log == nil {
		o.Log = func(string, ...any) {}
	}
}

// Sizes of the network and how it is trained; doc/models.md tells what else was tried.
const (
	layers    = 3
	tagLayer  = 2
	tagHidden = 128
	arcDim    = 160
	relDim    = 128
	batchSize = 500   // words
	rate      = 0.005 // of learning
	dropout   = 0.2
	tagScale  = 16 // weights of perceptrons are kept as multiples of 1/tagScale
)

// An example is a sentence in training.
type example struct {
	tokens []Token
	words  []word
	gold   []uint8 // tags
}

// leastSentences is how many there must be to train on.
const leastSentences = 10

// Train trains a model on treebanks: the splitter on those that are running text, all else on all sentences. The same
// treebanks and options give the same model.
func Train(banks []*Treebank, opt Training) (*Model, error) {
	opt.defaults()
	var sents []Sentence
	for _, tb := range banks {
		sents = append(sents, tb.Sentences...)
	}
	if len(sents) < leastSentences {
		return nil, fmt.Errorf("%d sentences are too few to train on: give at least %d", len(sents), leastSentences)
	}
	m := &Model{}
	m.inventories(sents)
	if len(m.rels) < 2 {
		return nil, errors.New("the trees have no relation but root: every word needs its relation to its head (column 8)")
	}
	if err := m.finish(); err != nil {
		return nil, err
	}
	examples := m.examples(sents)
	opt.Log("%d sentences, %d tags, %d relations, %d feature sets, %d edits", len(sents), len(m.tags), len(m.rels), len(m.featSets), len(m.edits))
	m.splitter = *trainSplitter(banks, opt)
	var vecs []float32
	var words int
	if m.vectors, vecs, words = wordVectors(sents, opt); opt.TextPart == 0 {
		opt.TextPart = max(1, words/textWords)
	}
	m.trainLemmatizer(examples, opt)
	m.makeRows(examples)
	m.trainNetwork(examples, vecs, opt)
	packed, err := m.Save()
	if err != nil {
		return nil, err
	}
	return Load(packed) // with the weights as they are kept
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
	m.tags = m.tags[:min(len(m.tags), maxTags)]
	m.rels = m.rels[:min(len(m.rels), maxRels)]
	m.featSets = m.featSets[:min(len(m.featSets), perceptron.MaxClasses)]
	for _, s := range ranked(edits) {
		if len(m.edits) < perceptron.MaxClasses {
			m.edits = append(m.edits, byEdit[s])
		}
	}
	if len(m.edits) == 0 { // trees without lemmas: the form is the lemma
		m.edits = []edit{{letters: 'k'}}
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
		if len(list) == 0 { // its sets are too rare to be kept
			list = []uint8{0}
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
	tags := index(m.tags)
	list := make([]*example, len(sents))
	for i := range sents {
		n := len(sents[i].Tokens)
		ex := &example{tokens: sents[i].Tokens, words: make([]word, n), gold: make([]uint8, n)}
		for k, t := range ex.tokens {
			ex.words[k].set(t.Form)
			ex.gold[k] = uint8(tags[t.UPOS+" "+t.XPOS])
		}
		list[i] = ex
	}
	return list
}
