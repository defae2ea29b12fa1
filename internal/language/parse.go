package language

import (
	"sync"

	"dyad/internal/language/network"
	"dyad/internal/language/perceptron"
)

// scratch is the memory that one Parse works in.
type scratch struct {
	words          []word
	features, rows []uint32
	scores         []int32
}

func newScratch() *scratch {
	return &scratch{rows: make([]uint32, 64), scores: make([]int32, perceptron.MaxClasses)}
}

var scratches = sync.Pool{New: func() any { return newScratch() }}

// batchWords is about how many words go through the network at once: matrices of many rows are quicker, but take memory.
const batchWords = 256

// Parse cuts a text into sentences of tokens and gives them their tags, lemmas, heads and relations. It is safe for
// concurrent use. Every sentence has exactly one root and its heads form a tree.
func (m *Model) Parse(text string) []Sentence {
	sents := m.Tokenize(text)
	m.Annotate(sents)
	return sents
}

// Annotate gives the tokens of sentences their tags, lemmas, heads and relations. What a sentence gets does not depend on
// the others.
func (m *Model) Annotate(sents []Sentence) {
	sc := scratches.Get().(*scratch)
	defer scratches.Put(sc)
	from, words := 0, 0
	for i := range sents {
		words += len(sents[i].Tokens)
		if words >= batchWords || i == len(sents)-1 {
			m.annotate(sents[from:i+1], words, sc)
			from, words = i+1, 0
		}
	}
	sc.words = sc.words[:cap(sc.words)]
	clear(sc.words) // hold on to no text
}

func (m *Model) annotate(sents []Sentence, words int, sc *scratch) {
	if cap(sc.words) < words {
		sc.words = make([]word, words+32)
	}
	ws := sc.words[:words]
	in := make([]*network.Sentence, len(sents))
	at := 0
	for i := range sents {
		begin := at
		for k := range sents[i].Tokens {
			ws[at].set(sents[i].Tokens[k].Form)
			at++
		}
		in[i] = m.sentence(ws[begin:at])
	}
	at = 0
	for i, tree := range m.net.Parse(in, m.tagFeats, m.rootRel) {
		for k := range sents[i].Tokens {
			t, w := &sents[i].Tokens[k], &ws[at]
			if t.Head = int(tree.Heads[k]); t.Head == len(sents[i].Tokens) {
				t.Head = -1
			}
			w.tag = uint8(tree.Tags[k])
			w.pos = m.tagPos[w.tag]
			t.Rel, t.UPOS, t.XPOS, t.Feats = m.rels[tree.Rels[k]], m.upos[w.tag], m.xpos[w.tag], m.featSets[tree.Feats[k]]
			t.Lemma = m.lemma(w, k == 0, sc)
			at++
		}
	}
}

// Bare returns copies of sentences whose tokens have nothing but their forms: what Annotate fills, for scoring it alone.
func Bare(sents []Sentence) []Sentence {
	bare := make([]Sentence, len(sents))
	for i, s := range sents {
		bare[i] = s
		bare[i].Tokens = make([]Token, len(s.Tokens))
		for k, t := range s.Tokens {
			bare[i].Tokens[k] = Token{Start: t.Start, End: t.End, Form: t.Form, Joined: t.Joined, Head: -1}
		}
	}
	return bare
}
