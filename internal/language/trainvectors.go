package language

import (
	"cmp"
	"maps"
	"slices"

	"dyad/internal/language/vectors"
)

// Word vectors: their dimensions, how often a word must stand in the text to get one, and how many frequent words are
// contexts.
const (
	vectorDim      = 96
	vectorWords    = 5
	vectorContexts = 3000
)

// wordVectors learns vectors for the words of running text and of the trees. The map gives the row of a word; total is the
// number of words that were read.
func wordVectors(sents []Sentence, opt Training) (rows map[uint32]uint32, vecs []float32, total int) {
	var stream []uint32 // keys of the words, 0 between sentences
	var w word
	keys := map[string]uint32{} // many words come again and again
	add := func(form string) {
		key, ok := keys[form]
		if !ok {
			w.set(form)
			key = w.key
			keys[form] = key
		}
		stream = append(stream, key)
	}
	if opt.Text != nil {
		for text := range opt.Text {
			var pieces []piece
			eachParagraph(text, func(_, start, end int) {
				pieces = appendPieces(pieces[:0], text, start, end)
				for _, p := range pieces {
					add(text[p.start:p.end])
				}
				stream = append(stream, 0)
			})
		}
	}
	for i := range sents {
		for _, t := range sents[i].Tokens {
			add(t.Form)
		}
		stream = append(stream, 0)
	}
	counts := map[uint32]int{}
	for _, key := range stream {
		counts[key]++
	}
	delete(counts, 0)
	words := slices.SortedFunc(maps.Keys(counts), func(a, b uint32) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for len(words) > 0 && counts[words[len(words)-1]] < vectorWords {
		words = words[:len(words)-1]
	}
	rows = make(map[uint32]uint32, len(words))

	for i, key := range words {
		rows[key] = uint32(i + 1)
	}
	c := vectors.NewCounter(len(words)+1, min(vectorContexts, len(words)))
	var sentence []uint32
	for _, key := range stream {
		if key != 0 {
			sentence = append(sentence, rows[key])
			continue
		}
		c.Add(sentence)
		sentence = sentence[:0]
	}
	opt.Log("word vectors: %d words of text, %d of them different and frequent", len(stream), len(words))
	return rows, c.Vectors(vectorDim, opt.Seed), len(stream)
}
