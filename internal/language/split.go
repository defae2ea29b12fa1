package language

import (
	"dyad/internal/language/perceptron"
)

// maxTokens is the length at which a sentence is cut, so that no text makes the parser slow: behind the last comma,
// semicolon, colon or dash among its last 64 tokens, or where there is none, behind the 512th, but never inside a
// written word.
const (
	maxTokens = 512
	cutWindow = 64
)

// A splitter decides where sentences end, with a classifier over the places between two pieces. Without weights,
// a paragraph is a sentence.
type splitter struct {
	weights *perceptron.Weights
	words   map[uint32]uint16 // what words are in the treebanks: see makeSplitTable
}

func isTerminal(form string) bool {
	switch firstRune(form) {
	case '.', '!', '?', '…':
		return !isWordRune(firstRune(form[1:])) || form[0] > 0x7f
	}
	return false
}

func isClosing(form string) bool {
	switch form {
	case "\"", "”", "’", "'", "''", "’’", "»", ")", "]":
		return true
	}
	return false
}

// split cuts the pieces of a paragraph into sentences.
func (sp *splitter) split(text string, pieces []piece) [][]piece {
	var sents [][]piece
	var p place
	p.load(text, pieces, sp.words)
	emit := func(end int) {
		for end-p.begin > maxTokens {
			cut := cutAt(text, pieces, p.begin)
			sents = append(sents, pieces[p.begin:cut])
			p.begin = cut
		}
		if end > p.begin {
			sents = append(sents, pieces[p.begin:end])
			p.begin = end
		}
	}
	var features, rows [96]uint32
	for ; p.at+1 < len(pieces) && sp.weights != nil; p.step() {
		if !p.candidate() {
			continue
		}
		var score [1]int32
		f := p.appendFeatures(features[:0])
		sp.weights.Score(f, rows[:], score[:])
		if score[0] > 0 {
			emit(p.at + 1)
		}
	}
	emit(len(pieces))
	return sents
}

// cutAt returns where to cut a sentence that is too long.
func cutAt(text string, pieces []piece, begin int) int {
	for k := begin + maxTokens; k > begin+maxTokens-cutWindow; k-- {
		switch text[pieces[k-1].start:pieces[k-1].end] {
		case ",", ";", ":", "--", "–", "—":
			return k
		}
	}
	k := begin + maxTokens
	for pieces[k].joined && k > begin+1 { // not through a written word: "do|n't"
		k--
	}
	return k
}
