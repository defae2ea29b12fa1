package language

import (
	"dyad/internal/language/network"
)

// The tables of embeddings that a word is looked up in.
const wordTables = 8

// wordKeys are the keys of a word in the tables.
func wordKeys(w *word, m *Model) [wordTables]uint32 {
	c := m.classes[w.key]
	return [wordTables]uint32{w.key, w.suffix[1], w.suffix[2], w.suffix[3], w.prefix[1], w.prefix[2], w.shape, c >> 8}
}

var tableDims = [wordTables]int{100, 24, 32, 32, 16, 24, 24, 64}

// embedder finds the rows of words.
type embedder struct {
	rows    [wordTables]map[uint32]int32
	vectors map[uint32]int32
}

func newEmbedder(m *Model, sents []*example) *embedder {
	e := &embedder{vectors: map[uint32]int32{}}
	var counts [wordTables]map[uint32]int
	for t := range counts {
		counts[t] = map[uint32]int{}
	}
	for t := range counts {
		e.rows[t] = map[uint32]int32{}
		next := int32(1)
		for _, ex := range sents {
			for i := range ex.words {
				k := wordKeys(&ex.words[i], m)[t]
				if counts[t][k]++; counts[t][k] == 2 && k != 0 {
					e.rows[t][k] = next
					next++
				}
			}
		}
	}
	return e
}

func (e *embedder) sentence(ws []word, m *Model) *network.Sentence {
	s := &network.Sentence{Rows: make([][]int32, wordTables), Vectors: make([]int32, len(ws))}
	for t := range s.Rows {
		s.Rows[t] = make([]int32, len(ws))
	}
	for i := range ws {
		for t, k := range wordKeys(&ws[i], m) {
			s.Rows[t][i] = e.rows[t][k]
		}
		s.Vectors[i] = e.vectors[ws[i].key]
	}
	return s
}
