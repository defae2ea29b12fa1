package language

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"dyad/internal/language/perceptron"
)

// splitClasses are the parts of speech in the splitter's table of words, numbered from 1. An entry holds the one that the
// word mostly is in its lowest five bits, a second one in the next five, and above them how the word is written inside
// sentences: 1 in lower case, 2 with a capital, 3 both, 0 not known.
var splitClasses = []string{
	"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
}

const (
	classAux, classVerb = 4, 16
	classTop            = 31
	casingShift         = 10
)

// encode writes the splitter: its weights, then the hashes of its words and then what is known of them.
func (sp *splitter) encode() []byte {
	b := sp.weights.Append(nil)
	keys := slices.Sorted(maps.Keys(sp.words))
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-last))
		last = k
	}
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint16(b, sp.words[k])
	}
	return b
}

var errSplitter = errors.New("the sentence splitter is damaged")

// decodeSplitter reads a splitter that encode wrote.
func decodeSplitter(b []byte) (*splitter, error) {
	w, b, err := perceptron.Decode(b)
	if err != nil {
		return nil, err
	}
	n, size := binary.Uvarint(b)
	if w.Classes != 1 || size <= 0 || n > uint64(len(b)) {
		return nil, errSplitter
	}
	b = b[size:]
	keys := make([]uint32, n)
	last := uint64(0)
	for i := range keys {
		d, size := binary.Uvarint(b)
		if size <= 0 || last+d >= 1<<32 {
			return nil, errSplitter
		}
		last += d
		keys[i], b = uint32(last), b[size:]
	}
	if len(b) != 2*len(keys) {
		return nil, errSplitter
	}
	words := make(map[uint32]uint16, n)
	for i, k := range keys {
		words[k] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return &splitter{w, words}, nil
}
