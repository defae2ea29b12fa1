package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is a token as the network and the lemmatizer see it: everything is a number, so that features are made without
// building strings.
type word struct {
	form, lower string
	exact       uint32 // hash of the form, figures made equal
	key         uint32 // hash of the lower-case form, figures made equal
	suffix      [4]uint32
	prefix      [4]uint32
	shape       uint32
	tag         uint8 // index in Model.tags
	pos         uint8 // index of its universal part of speech
}

// hash is FNV-1a, 32 bits.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		c := s[i]
		if c >= '0' && c <= '9' {
			c = '7' // all figures are alike
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// maxForm bounds how much of a word is looked at: a megabyte without a blank is not a word.
const maxForm = 64

func (w *word) set(form string) {
	w.form = form
	if len(form) > maxForm {
		form = cutRunes(form, maxForm)
	}
	w.lower = strings.ToLower(form)
	w.exact, w.key = hash(form), hash(w.lower)
	if isApostropheWord(form) { // one form for ’s and 's
		w.lower = strings.Map(straight, w.lower)
		w.exact, w.key = hash(strings.Map(straight, form)), hash(w.lower)
	}
	w.shape = shape(form)
	i, j := 0, len(w.lower)
	for n := range w.suffix {
		if n < len(w.prefix) {
			w.prefix[n] = 0
		}
		w.suffix[n] = 0
	}
	for n := 0; n < len(w.suffix) && j > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(w.lower[:j])
		j -= size
		w.suffix[n] = hash(w.lower[j:])
	}
	for n := 0; n < len(w.prefix) && i < len(w.lower); n++ {
		_, size := utf8.DecodeRuneInString(w.lower[i:])
		i += size
		w.prefix[n] = hash(w.lower[:i])
	}
}

func isApostropheWord(s string) bool { return strings.Contains(s, "’") || strings.Contains(s, "‘") }

func straight(r rune) rune {
	if r == '’' || r == '‘' {
		return '\''
	}
	return r
}

// cutRunes returns the first runes of s, at most n bytes.
func cutRunes(s string, n int) string {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// shape packs how a word is written: the classes of its characters, runs made one, at most six.
func shape(form string) uint32 {
	s, last, n := uint32(0), uint32(0), 0
	for _, r := range form {
		c := runeClass(r)
		if c == last {
			s |= 1 << 31 // a run somewhere
			continue
		}
		last = c
		s = s<<4 | c
		if n++; n == 6 {
			break
		}
	}
	return s
}

func runeClass(r rune) uint32 {
	switch {
	case r >= 'a' && r <= 'z':
		return 1
	case r >= 'A' && r <= 'Z':
		return 2
	case r >= '0' && r <= '9':
		return 3
	case r == '-':
		return 4
	case r == '.':
		return 5
	case r == '\'' || r == '’':
		return 6
	case unicode.IsLower(r):
		return 1
	case unicode.IsUpper(r):
		return 2
	case unicode.IsLetter(r):
		return 7
	}
	return 8
}

// Vector gives the vector of a word, learned from running text: words that are used alike have vectors near each other.
// It is nil for a word without one, and must not be changed.
func (m *Model) Vector(form string) []float32 {
	var w word
	w.set(form)
	row, dim := int(m.vectors[w.key]), m.net.VectorDim
	if row == 0 {
		return nil
	}
	return m.net.Vectors[row*dim : row*dim+dim]
}
