package language

import (
	"math/bits"
	"unicode"

	"dyad/internal/language/perceptron"
)

// A splitWord is a piece as the splitter sees it.
type splitWord struct {
	key, shape, suffix uint32
	class, casing      uint32 // from the splitter's table
	first              rune
	length             int
	terminal, closing  bool
}

// A place is the gap between two pieces of a paragraph, where a sentence may end.
type place struct {
	text      string
	pieces    []piece
	words     []splitWord
	next      []int32 // by piece: the next piece that ends sentences, from it on
	verbs     []int32 // by piece: how many verbs stand before it
	at, begin int     // the piece before the gap; the first of the sentence
	quotes    bool    // quotation marks are open
	brackets  int     // brackets that are open
	closed    uint32  // 1: the paragraph ends with a full stop or the like
}

var noWord splitWord

func (p *place) word(i int) *splitWord {
	if i < 0 || i >= len(p.words) {
		return &noWord
	}
	return &p.words[i]
}

// load begins the walk through a paragraph.
func (p *place) load(text string, pieces []piece, table map[uint32]uint16) {
	p.text, p.pieces = text, pieces
	p.at, p.begin, p.quotes, p.brackets = 0, 0, false, 0
	n := len(pieces)
	if cap(p.words) < n+1 {
		p.words, p.next, p.verbs = make([]splitWord, 2*n+1), make([]int32, 2*n+1), make([]int32, 2*n+1)
	}
	p.words, p.next, p.verbs = p.words[:n], p.next[:n+1], p.verbs[:n+1]
	verbs := int32(0)
	for i := range p.words {
		p.words[i].set(text[pieces[i].start:pieces[i].end], table)
		p.verbs[i] = verbs
		if top := p.words[i].class & classTop; top == classVerb || top == classAux {
			verbs++
		}
	}
	p.verbs[n], p.next[n] = verbs, int32(n)
	for i := n - 1; i >= 0; i-- {
		p.next[i] = p.next[i+1]
		if p.words[i].terminal {
			p.next[i] = int32(i)
		}
	}
	p.closed = bit(p.terminated(0, n-1))
}

// set makes a word from its form. The hashes do not tell figures nor, in ASCII, capitals apart.
func (w *splitWord) set(form string, table map[uint32]uint16) {
	f := form
	if len(f) > maxForm {
		f = cutRunes(f, maxForm)
	}
	*w = splitWord{first: firstRune(f), length: len(f), shape: shape(f)}
	w.terminal, w.closing = isTerminal(form), isClosing(form)
	h, tail := uint32(2166136261), max(0, len(f)-3)
	s := h
	for i := range len(f) {
		c := f[i]
		switch {
		case c >= '0' && c <= '9':
			c = '7'
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
		if i >= tail {
			s = (s ^ uint32(c)) * 16777619
		}
	}
	w.key, w.suffix = h, s
	e := uint32(table[h])
	w.class, w.casing = e&(1<<casingShift-1), e>>casingShift
}

// step moves to the next gap.
func (p *place) step() {
	switch w := &p.words[p.at]; w.first {
	case '"':
		p.quotes = !p.quotes
	case '“', '„', '«':
		p.quotes = true
	case '”', '»':
		p.quotes = false
	case '(', '[':
		p.brackets++
	case ')', ']':
		p.brackets = max(0, p.brackets-1)
	}
	p.at++
}

// candidate tells whether a sentence may end at the place: not between two words in lower case.
func (p *place) candidate() bool {
	a, b := p.words[p.at].first, p.words[p.at+1].first
	if p.pieces[p.at+1].joined {
		return false
	}
	return p.pieces[p.at].stop != noException || !isWordRune(a) || unicode.IsUpper(a) || !unicode.IsLower(b) || isDigit(a)
}

func bit(t bool) uint32 {
	if t {
		return 1
	}
	return 0
}

// terminated tells whether the piece at last, or one before closing marks, ends sentences; the first piece is not
// looked at.
func (p *place) terminated(first, last int) bool {
	for i := last; i > first && i > last-3; i-- {
		if p.words[i].terminal {
			return true
		}
		if !p.words[i].closing {
			return false
		}
	}
	return false
}

// capitals counts the words with capitals on either side of the gap, at most four.
func (p *place) capitals() (left, right uint32) {
	for i := p.at; i >= p.begin && left < 4 && unicode.IsUpper(p.words[i].first); i-- {
		left++
	}
	for i := p.at + 1; i < len(p.words) && right < 4 && unicode.IsUpper(p.words[i].first); i++ {
		right++
	}
	return left, right
}

// appendFeatures makes the features of a place.
func (p *place) appendFeatures(out []uint32) []uint32 {
	z, a, b, c := p.word(p.at-1), p.word(p.at), p.word(p.at+1), p.word(p.at+2)
	seed := uint32(5000)
	add := func(x, y uint32) {
		seed++
		out = append(out, perceptron.Mix(seed, x, y))
	}
	last, next := p.pieces[p.at], p.pieces[p.at+1]
	blank := bit(next.start > last.end)
	blankBefore := bit(p.at > 0 && last.start > p.pieces[max(0, p.at-1)].end)
	length := uint32(min((p.at-p.begin+1)/3, 8))
	rest := uint32(min(len(p.pieces)-1-p.at, 4))
	stop := uint32(last.stop)
	kind := p.closed<<3 | blank<<2 | blankBefore<<1 | bit(p.terminated(p.begin, p.at))
	capital := bit(unicode.IsUpper(p.words[p.begin].first))
	shapes := a.shape*31 + b.shape
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
	add(shapes, kind)
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
	add(length, shapes)
	add(rest, shapes)
	add(capital, a.key*31+b.shape)
	add(capital<<4|kind, shapes)
	add(a.suffix, b.shape)
	add(uint32(min(a.length, 6)), a.key*31+stop)
	add(b.suffix, a.key)
	add(z.suffix, a.key*31+b.shape)

	p.addWords(add, shapes, kind)
	p.addVerbs(add, shapes, kind, length)
	p.addRest(add, shapes, kind)
	return out
}

// addWords adds the features of what the words are in the treebanks.
func (p *place) addWords(add func(x, y uint32), shapes, kind uint32) {
	a, b := p.word(p.at), p.word(p.at+1)
	var top [6]uint32 // parts of speech of the words from the third before the gap to the third behind it
	for i := range top {
		top[i] = p.word(p.at-2+i).class & classTop
	}
	before, after := top[1]<<5|top[2], top[3]<<5|top[4]
	add(top[2]<<5|top[3], kind)
	add(a.class, b.shape)
	add(a.shape, b.class)
	add(a.key, b.class)
	add(a.key, after)
	add(after<<5|top[5], a.key)
	add(after<<5|top[5], kind)
	add(top[0]<<15|before<<5|top[3], kind)
	add(before<<10|after, shapes)
	add(top[1]<<10|after, a.key)
	add(b.casing, a.key)
	add(b.casing<<2|a.casing, shapes)
	add(b.casing<<4|kind, shapes)
}

// addVerbs adds whether there is a verb on either side of the gap, as far as the sentence may go.
func (p *place) addVerbs(add func(x, y uint32), shapes, kind, length uint32) {
	a, end := p.word(p.at), p.next[p.at+1]
	before := uint32(min(p.verbs[p.at+1]-p.verbs[p.begin], 2))
	after := uint32(min(p.verbs[end]-p.verbs[p.at+1], 2))
	ahead := uint32(bits.Len(uint(end) - uint(p.at)))
	verbs := before*3 + after
	add(verbs, kind)
	add(verbs, a.key)
	add(verbs, shapes)
	add(verbs<<4|ahead, kind)
	add(verbs<<4|ahead, a.key)
	add(verbs, length<<4|ahead)
	add(ahead, shapes)
}

// addRest adds what is open at the gap and how many capitals stand around it.
func (p *place) addRest(add func(x, y uint32), shapes, kind uint32) {
	a, b := p.word(p.at), p.word(p.at+1)
	open := bit(p.quotes)<<2 | uint32(min(p.brackets, 3))
	add(open, kind)
	add(open, shapes)
	add(open, a.key*31+b.shape)
	add(open, a.key*31+b.key)
	left, right := p.capitals()
	whole := bit(int(left) > p.at-p.begin) // nothing but capitals so far
	capitals := whole<<8 | left<<4 | right
	add(capitals, kind)
	add(capitals, a.key)
	add(capitals, shapes)
	add(capitals, b.class&classTop)
}
