package language

import "dyad/internal/language/network"

// wordTables are the tables of embeddings of the network. A word has a row in each: for itself, for its endings and
// beginnings, and for how it is written.
const wordTables = 7

var tableDims = [wordTables]int{100, 24, 32, 32, 16, 24, 24}

// keys are what a word is looked up by in the tables.
func (w *word) keys() [wordTables]uint32 {
	return [wordTables]uint32{w.key, w.suffix[1], w.suffix[2], w.suffix[3], w.prefix[1], w.prefix[2], w.shape}
}

// rowCount is how often a key must be in the training data to get a row of its own.
const rowCount = 2

// makeRows gives the words of the examples their rows.
func (m *Model) makeRows(examples []*example) {
	for t := range m.rows {
		m.rows[t] = map[uint32]uint32{}
		counts := map[uint32]int{}
		for _, ex := range examples {
			for i := range ex.words {
				k := ex.words[i].keys()[t]
				if counts[k]++; k != 0 && counts[k] == rowCount {
					m.rows[t][k] = uint32(len(m.rows[t]) + 1)
				}
			}
		}
	}
}

// sentence is what the network reads of words.
func (m *Model) sentence(ws []word) *network.Sentence {
	n := len(ws)
	all := make([]int32, n*(wordTables+1))
	s := &network.Sentence{Rows: make([][]int32, wordTables), Vectors: all[wordTables*n:]}
	for t := range s.Rows {
		s.Rows[t] = all[t*n : t*n+n]
	}
	for i := range ws {
		for t, k := range ws[i].keys() {
			s.Rows[t][i] = int32(m.rows[t][k])
		}
		s.Vectors[i] = int32(m.vectors[ws[i].key])
	}
	return s
}
