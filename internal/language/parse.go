package language

import (
	"sync"

	"dyad/internal/language/perceptron"
)

// scratch is the memory that one Parse works in.
type scratch struct {
	words          []word
	features, rows []uint32
	scores         []int32
	config         config
}

func newScratch() *scratch {
	return &scratch{
		features: make([]uint32, 0, parseFeatures),
		rows:     make([]uint32, parseFeatures),
		scores:   make([]int32, perceptron.MaxClasses),
	}
}

var scratches = sync.Pool{New: func() any { return newScratch() }}

// Parse cuts a text into sentences of tokens and gives them their tags, lemmas, heads and relations. It is safe for
// concurrent use. Every sentence has exactly one root and its heads form a tree.
func (m *Model) Parse(text string) []Sentence {
	sents := Tokenize(text)
	m.Annotate(sents)
	return sents
}

// Annotate gives the tokens of sentences their tags, lemmas, heads and relations.
func (m *Model) Annotate(sents []Sentence) {
	sc := scratches.Get().(*scratch)
	defer scratches.Put(sc)
	for i := range sents {
		m.annotate(&sents[i], sc)
	}
	sc.words = sc.words[:cap(sc.words)]
	clear(sc.words) // hold on to no text
}

func (m *Model) annotate(s *Sentence, sc *scratch) {
	if len(s.Tokens) == 0 {
		return
	}
	ws := sc.load(s)
	m.tag(ws, sc)
	m.parse(ws, sc)
	for i := range s.Tokens {
		t, n := &s.Tokens[i], &sc.config.nodes[i]
		t.Head, t.Rel = int(n.head), m.rels[n.rel-1]
		if t.Head == len(ws) {
			t.Head = -1
		}
		t.UPOS, t.XPOS = m.upos[ws[i].tag], m.xpos[ws[i].tag]
		t.Lemma = m.lemma(&ws[i], i == 0, sc)
		t.Feats = m.featSets[m.feats(ws, i, sc)]
	}
}

// load makes the words of a sentence.
func (sc *scratch) load(s *Sentence) []word {
	if cap(sc.words) < len(s.Tokens) {
		sc.words = make([]word, len(s.Tokens)+32)
	}
	ws := sc.words[:len(s.Tokens)]
	for i := range ws {
		ws[i].set(s.Tokens[i].Form)
	}
	return ws
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
