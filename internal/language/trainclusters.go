package language

import (
	"cmp"
	"maps"
	"slices"

	"dyad/internal/language/cluster"
)

// Word classes: how many, fine and coarse, and how often a word must stand in the text to get one.
const (
	fineClasses, coarseClasses = 400, 60
	classRounds                = 6
	classWords                 = 10
)

// trainClusters sorts the words of running text into classes, fine and coarse.
func (m *Model) trainClusters(sents []Sentence, opt Training) {
	m.classes = map[uint32]uint32{}
	if opt.Text == nil {
		return
	}
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
	for len(words) > 0 && counts[words[len(words)-1]] < classWords {
		words = words[:len(words)-1]
	}
	number := map[uint32]uint32{0: 0}
	for i, key := range words {
		number[key] = uint32(i + 1)
	}
	c := cluster.NewCounter(len(words) + 1)
	last := uint32(0)
	for _, key := range stream {
		n, known := number[key]
		if known {
			c.Add(last, n)
		}
		last = n // a rare word counts as a boundary
	}
	opt.Log("word classes: %d words of text, %d of them different and frequent", len(stream), len(words))
	fine := cluster.Run(c, fineClasses, classRounds, func(round, moved int) { opt.Log("fine classes %d: %d words moved", round, moved) })
	coarse := cluster.Run(c, coarseClasses, classRounds, func(round, moved int) { opt.Log("coarse classes %d: %d words moved", round, moved) })
	for i, key := range words {
		m.classes[key] = uint32(fine[i+1])<<8 | uint32(coarse[i+1])
	}
}
