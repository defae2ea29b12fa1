package language

import (
	"unicode"

	"dyad/internal/language/perceptron"
)

// maxTokens is the length at which a sentence is cut, so that no text makes the parser slow: behind the last comma,
// semicolon, colon or dash among its last 64 tokens, or where there is none, behind the 512th.
const (
	maxTokens = 512
	cutWindow = 64
)

// A splitter decides where sentences end, with a classifier over the places between two pieces. Without weights, a
// paragraph is a sentence.
type splitter struct{ weights *perceptron.Weights }

// place is the gap between two pieces of a paragraph, where a sentence may end.
type place struct {
	text      string
	pieces    []piece
	at, begin int  // the piece before the gap; the first of the sentence
	closed    bool // the paragraph ends with a full stop or the like
}

func (p *place) form(i int) string {
	if i < 0 || i >= len(p.pieces) {
		return ""
	}
	return p.text[p.pieces[i].start:min(p.pieces[i].end, p.pieces[i].start+maxForm)]
}

// candidate tells whether a sentence may end at the place: not between two words in lower case.
func (p *place) candidate() bool {
	a, b := firstRune(p.form(p.at)), firstRune(p.form(p.at+1))
	return p.pieces[p.at].stop != noException || !isWordRune(a) || !(unicode.IsLower(b) || p.pieces[p.at+1].joined)
}

// appendSplitFeatures makes the features of a place.
func appendSplitFeatures(out []uint32, p *place) []uint32 {
	var a, b, c, z word
	a.set(p.form(p.at))
	b.set(p.form(p.at + 1))
	c.set(p.form(p.at + 2))
	z.set(p.form(p.at - 1))
	seed := uint32(5000)
	add := func(x, y uint32) {
		seed++
		out = append(out, perceptron.Mix(seed, x, y))
	}
	bit := func(t bool) uint32 {
		if t {
			return 1
		}
		return 0
	}
	last, next := p.pieces[p.at], p.pieces[p.at+1]
	blank := bit(next.start > last.end)
	blankBefore := bit(p.at > 0 && last.start > p.pieces[p.at-1].end)
	closed := bit(p.closed)
	length := uint32(min((p.at-p.begin+1)/3, 8))
	rest := uint32(min(len(p.pieces)-1-p.at, 4))
	stop := uint32(last.stop)
	kind := closed<<3 | blank<<2 | blankBefore<<1 | bit(p.hasTerminal())
	capital := bit(unicode.IsUpper(firstRune(p.form(p.begin))))
	add(0, 0)
	add(a.key, blank)
	add(a.key, kind)
	add(a.shape, kind)
	add(b.key, kind)
	add(b.shape, kind)
	add(a.key, b.shape)
	add(a.key, b.key)
	add(a.shape, b.shape)
	add(a.shape, b.key)
	add(a.shape*31+b.shape, kind)
	add(z.key, a.key)
	add(z.shape, a.key)
	add(z.shape, a.key*31+b.shape)
	add(z.key, a.key*31+b.shape)
	add(a.key*31+b.shape, c.shape)
	add(a.key*31+b.key, c.shape)
	add(b.key, c.key)
	add(b.shape, c.shape*31+kind)
	add(a.shape, b.shape*31+c.shape)
	add(stop, b.shape)
	add(stop, b.key)
	add(stop, z.shape*31+b.shape)
	add(length, kind)
	add(length, a.key)
	add(length, a.shape*31+b.shape)
	add(rest, a.shape*31+b.shape)
	add(capital, a.key*31+b.shape)
	add(capital<<4|kind, a.shape*31+b.shape)
	add(a.suffix[2], b.shape)
	add(uint32(min(len(a.form), 6)), a.key*31+stop)
	add(b.suffix[2], a.key)
	add(z.suffix[2], a.key*31+b.shape)
	return out
}

// hasTerminal tells whether the last piece, or the one before closing marks, ends sentences.
func (p *place) hasTerminal() bool {
	for i := p.at; i > p.begin && i > p.at-3; i-- {
		f := p.form(i)
		if isTerminal(f) {
			return true
		}
		if !isClosing(f) {
			return false
		}
	}
	return false
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

// newPlace begins the walk through a paragraph.
func newPlace(text string, pieces []piece) *place {
	p := &place{text: text, pieces: pieces}
	p.at = len(pieces) - 1
	p.closed = p.hasTerminal()
	p.at = 0
	return p
}

// split cuts the pieces of a paragraph into sentences.
func (sp *splitter) split(text string, pieces []piece) [][]piece {
	var sents [][]piece
	p := newPlace(text, pieces)
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
	var features, rows [64]uint32
	for ; p.at+1 < len(pieces) && sp.weights != nil; p.at++ {
		if !p.candidate() {
			continue
		}
		var scores [2]int32
		f := appendSplitFeatures(features[:0], p)
		sp.weights.Score(f, rows[:], scores[:])
		if scores[1] > scores[0] {
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
	return begin + maxTokens
}
