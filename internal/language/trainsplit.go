package language

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"dyad/internal/language/perceptron"
)

const (
	splitLearners = 10 // perceptrons that are made one
	splitEpochs   = 8
)

// A splitExample is a place with what is right there.
type splitExample struct {
	features []uint32
	ends     bool
}

// minSeen is how often a word must be in the treebanks to be in the splitter's table.
const minSeen = 3

// A wordCount counts what a word is in the treebanks.
type wordCount struct {
	n, lower, inside int
	pos              [classTop + 1]int
}

// makeSplitTable makes the splitter's table of words: by hash, the part of speech that the word mostly is, a second one
// that it often is, and how it is written behind another word.
func makeSplitTable(banks []*Treebank) map[uint32]uint16 {
	counts := map[uint32]*wordCount{}
	for _, tb := range banks {
		for _, s := range tb.Sentences {
			for i, t := range s.Tokens {
				var w splitWord
				w.set(t.Form, nil)
				c := counts[w.key]
				if c == nil {
					c = &wordCount{}
					counts[w.key] = c
				}
				c.n++
				c.pos[slices.Index(splitClasses, t.UPOS)+1]++
				if unicode.IsLetter(w.first) && i > 0 && s.Tokens[i-1].UPOS != "PUNCT" {
					c.inside++
					c.lower += int(bit(unicode.IsLower(w.first)))
				}
			}
		}
	}
	table := map[uint32]uint16{}
	for k, c := range counts {
		if c.n >= minSeen {
			table[k] = c.entry()
		}
	}
	return table
}

func (c *wordCount) entry() uint16 {
	top, second := 0, 0
	for i, n := range c.pos {
		if n > c.pos[top] {
			top = i
		}
	}
	for i, n := range c.pos {
		if i != top && n*5 >= c.n && n > c.pos[second] {
			second = i
		}
	}
	casing := 3
	switch {
	case c.inside == 0:
		casing = 0
	case c.lower*10 >= c.inside*9:
		casing = 1
	case c.lower*10 <= c.inside:
		casing = 2
	}
	return uint16(top | second<<5 | casing<<casingShift)
}

// trainSplitter trains the sentence splitter on the texts of treebanks.
func trainSplitter(banks []*Treebank, opt Training) *splitter {
	banks = slices.Clone(banks)
	for i, tb := range banks {
		if !runs(tb) {
			banks[i] = joined(tb)
		}
	}
	sp := &splitter{words: makeSplitTable(banks)}
	var items []splitExample
	for _, tb := range banks {
		items = sp.appendExamples(items, tb)
	}
	var learners []*perceptron.Learner
	for n := range splitLearners {
		rng := rand.New(rand.NewPCG(opt.Seed, uint64(4000+n)))
		learner := perceptron.NewLearner(1, 0)
		for range splitEpochs {
			rng.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
			for _, it := range items {
				var score [1]int32
				learner.Score(it.features, score[:])
				if guess := score[0] > 0; guess != it.ends {
					learner.Update(it.features, 0, 2*int32(bit(it.ends))-1)
				}
				learner.Tick()
			}
		}
		learners = append(learners, learner)
	}
	sp.weights = perceptron.Freeze(learners, tagScale, 2)
	opt.Log("splitter: %d places, %d features, %d words", len(items), sp.weights.Features(), len(sp.words))
	return sp
}

// runs tells whether a treebank is running text.
func runs(tb *Treebank) bool {
	for i := 1; i < len(tb.Sentences); i++ {
		if tb.Sentences[i].Paragraph == tb.Sentences[i-1].Paragraph {
			return true
		}
	}
	return false
}

// joined makes paragraphs of a treebank whose sentences are paragraphs of their own, which would tell nothing of where
// sentences end: up to four that end in a full stop or the like go together. The tokens keep no offsets.
func joined(tb *Treebank) *Treebank {
	j := &Treebank{Name: tb.Name}
	var text strings.Builder
	run := 0
	for _, s := range tb.Sentences {
		form := tb.Text[s.Start:s.End]
		switch {
		case text.Len() == 0:
		case run > 0:
			text.WriteString(" ")
		default:
			text.WriteString("\n\n")
		}
		text.WriteString(form)
		j.Sentences = append(j.Sentences, Sentence{Start: text.Len() - len(form), End: text.Len(), Tokens: s.Tokens})
		if run++; run == 4 || !strings.HasSuffix(strings.TrimRight(form, "\"”’)"), ".") {
			run = 0
		}
	}
	j.Text = text.String()
	return j
}

// appendExamples adds the places of a treebank's text.
func (sp *splitter) appendExamples(items []splitExample, tb *Treebank) []splitExample {
	ends := map[int]bool{}
	for _, s := range tb.Sentences {
		ends[s.End] = true
	}
	var p place
	eachParagraph(tb.Text, func(_, start, end int) {
		p.load(tb.Text, appendPieces(nil, tb.Text, start, end), sp.words)
		for ; p.at+1 < len(p.pieces); p.step() {
			right := ends[p.pieces[p.at].end]
			if p.candidate() {
				items = append(items, splitExample{p.appendFeatures(nil), right})
			}
			if right {
				p.begin = p.at + 1
			}
		}
	})
	return items
}
