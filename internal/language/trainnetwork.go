package language

import (
	"slices"

	"dyad/internal/language/network"
)

// Pretraining on text.
const (
	textWords       = 7_000_000 // of the text, about
	textBatch       = 1000      // words
	textRate        = 0.002
	textDropout     = 0.1
	hideWords       = 0.2
	maxTextSentence = 80
)

// vectorScale is the length of the word vectors: their elements are about half, and count more at the start than the
// embeddings that are still to be learned.
const vectorScale = 5

// trainNetwork trains tags, features, heads and relations at once.
func (m *Model) trainNetwork(examples []*example, vecs []float32, opt Training) {
	shape := network.Shape{
		Hidden: opt.Hidden, Layers: layers, TagLayer: tagLayer, TagHidden: tagHidden, Tags: len(m.tags), Feats: len(m.featSets),
		ArcDim: arcDim, RelDim: relDim, Rels: len(m.rels), VectorDim: vectorDim,
	}
	for t, rows := range m.rows {
		shape.Tables = append(shape.Tables, network.Table{Rows: len(rows) + 1, Dim: tableDims[t]})
	}
	for i := range vecs {
		vecs[i] *= vectorScale
	}
	m.net = network.New(shape, vecs, opt.Seed)
	if text := m.textSentences(opt); len(text) > 0 {
		m.net.Pretrain(text, network.Training{
			Seed: opt.Seed, Epochs: 1, Batch: textBatch, Rate: textRate, Drop: textDropout, Hide: hideWords,
			Epoch: func(_ int, loss float64) { opt.Log("pretraining on text: squared error %.3f a word", loss) },
		})
	}
	gold := m.goldSentences(examples)
	batch, epochs := schedule(gold, opt)
	m.net.Train(gold, network.Training{
		Seed: opt.Seed, Epochs: epochs, Batch: batch, Rate: rate, Drop: dropout,
		Epoch: func(epoch int, loss float64) {
			opt.Log("network, epoch %d of %d: loss %.3f a word", epoch, epochs, loss)
			if opt.Check != nil {
				opt.Check(epoch, m)
			}
		},
	})
}

// leastBatches is how many batches a network needs to learn at all, however few the trees are.
const leastBatches = 400

// schedule makes batches smaller and epochs more where there are few words.
func schedule(gold []*network.Sentence, opt Training) (batch, epochs int) {
	words := 0
	for _, s := range gold {
		words += s.Len()
	}
	batch = max(40, min(batchSize, words/40))
	return batch, max(opt.Epochs, leastBatches*batch/max(words, 1))
}

// textSentences are those of the running text that the network is prepared on: of every so manyth text.
func (m *Model) textSentences(opt Training) []*network.Sentence {
	if opt.Text == nil || opt.TextPart < 1 {
		return nil
	}
	var list []*network.Sentence
	var ws []word
	n, words := 0, 0
	for text := range opt.Text {
		if n++; n%opt.TextPart != 0 {
			continue
		}
		for _, s := range m.Tokenize(text) {
			if len(s.Tokens) < 3 || len(s.Tokens) > maxTextSentence {
				continue
			}
			ws = slices.Grow(ws[:0], len(s.Tokens))[:len(s.Tokens)]
			for i := range ws {
				ws[i].set(s.Tokens[i].Form)
			}
			list = append(list, m.sentence(ws))
			words += len(ws)
		}
	}
	if len(list) == 0 && n > 0 && n < opt.TextPart { // few texts, each of them long
		opt.TextPart = n
		return m.textSentences(opt)
	}
	opt.Log("pretraining on %d sentences with %d words of text", len(list), words)
	return list
}

// goldSentences are the examples as the network learns from them.
func (m *Model) goldSentences(examples []*example) []*network.Sentence {
	sets, rels := index(m.featSets), index(m.rels)
	list := make([]*network.Sentence, 0, len(examples))
	for _, ex := range examples {
		if len(ex.tokens) == 0 {
			continue
		}
		s := m.sentence(ex.words)
		for k, t := range ex.tokens {
			head, feats := t.Head, -1
			if head < 0 {
				head = len(ex.tokens)
			}
			if i, ok := sets[keepFeats(t.Feats)]; ok {
				feats = i
			}
			s.Tags, s.Feats = append(s.Tags, int32(ex.gold[k])), append(s.Feats, int32(feats))
			s.Heads, s.Rels = append(s.Heads, int32(head)), append(s.Rels, int32(rels[t.Rel]))
		}
		list = append(list, s)
	}
	return list
}
