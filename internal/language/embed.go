package language

import (
	"unicode"

	"dyad/internal/language/network"
)

// wordTables are the tables of embeddings of the network. A word has a row in each: for itself, for its endings and
// beginnings, for how it is written, and for how it is written beside how running text writes it.
const wordTables = 8

var tableDims = [wordTables]int{100, 24, 32, 32, 16, 24, 24, 16}

// A style is how a sentence uses capitals.
type style uint32

const (
	plainStyle style = iota
	titleStyle       // most words have a capital, so that it tells little
	capsStyle        // all letters are capitals
)

func styleOf(ws []word) style {
	lower, upper, inCaps := 0, 0, true
	for i := range ws {
		r := firstRune(ws[i].form)
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r) && len(ws[i].form) > 3: // short words are written small in titles
			lower++
		}
		for _, r := range ws[i].form {
			inCaps = inCaps && !unicode.IsLower(r)
		}
	}
	switch {
	case upper > 0 && inCaps:
		return capsStyle
	case upper > 2 && upper > 3*lower:
		return titleStyle
	}
	return plainStyle
}

// keys are what a word is looked up by in the tables.
func (m *Model) keys(w *word, s style) [wordTables]uint32 {
	usual := uint32(0) // how running text writes it
	if e, ok := m.lemmas[lemmaKey(usualLemma, w.key, 0)]; ok {
		usual = uint32(e) + 1
	}
	return [wordTables]uint32{
		w.key, w.suffix[1], w.suffix[2], w.suffix[3], w.prefix[1], w.prefix[2], w.shape, usual<<16 | uint32(s)<<12 | w.shape&0xff + 1,
	}
}

// rowCount is how often a key must be in the training data to get a row of its own.
const rowCount = 2

// makeRows gives the words of the examples their rows.
func (m *Model) makeRows(examples []*example) {
	var counts [wordTables]map[uint32]int
	for t := range m.rows {
		m.rows[t], counts[t] = map[uint32]uint32{}, map[uint32]int{}
	}
	for _, ex := range examples {
		s := styleOf(ex.words)
		for i := range ex.words {
			for t, k := range m.keys(&ex.words[i], s) {
				if counts[t][k]++; k != 0 && counts[t][k] == rowCount {
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
	style := styleOf(ws)
	for i := range ws {
		for t, k := range m.keys(&ws[i], style) {
			s.Rows[t][i] = int32(m.rows[t][k])
		}
		s.Vectors[i] = int32(m.vectors[ws[i].key])
	}
	return s
}
