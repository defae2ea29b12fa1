package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A piece is a token before it gets its tags.
type piece struct {
	start, end int
	joined     bool      // continues the written word of the piece before: "n't", "'s"
	stop       exception // how its full stop was kept
}

// Tokenize is Model.Tokenize of the embedded model.
func Tokenize(text string) []Sentence {
	m, err := Default()
	if err != nil { // the tests of this package load the model
		m = &Model{}
	}
	return m.Tokenize(text)
}

// Tokenize cuts a text into sentences of tokens, without tags and heads: Head is -1 and Rel empty throughout.
func (m *Model) Tokenize(text string) []Sentence {
	var sents []Sentence
	var pieces []piece
	eachParagraph(text, func(n, start, end int) {
		pieces = appendPieces(pieces[:0], text, start, end)
		for _, s := range m.splitter.split(text, pieces) {
			sents = append(sents, newSentence(text, n, s))
		}
	})
	return sents
}

func newSentence(text string, paragraph int, pieces []piece) Sentence {
	s := Sentence{Start: pieces[0].start, End: pieces[len(pieces)-1].end, Paragraph: paragraph}
	s.Tokens = make([]Token, len(pieces))
	for i, p := range pieces {
		s.Tokens[i] = Token{Start: p.start, End: p.end, Form: text[p.start:p.end], Joined: p.joined, Head: -1}
	}
	return s
}

// eachParagraph calls f for the parts of the text between blank lines that hold more than white space.
func eachParagraph(text string, f func(n, start, end int)) {
	n, start := 0, 0
	emit := func(end int) {
		if strings.TrimFunc(text[start:end], isBlank) != "" {
			f(n, start, end)
			n++
		}
	}
	for i := 0; i < len(text); {
		if text[i] != '\n' {
			i++
			continue
		}
		lines, j := 0, i
		for j < len(text) && (text[j] == '\n' || text[j] == '\r' || text[j] == ' ' || text[j] == '\t') {
			if text[j] == '\n' {
				lines++
			}
			j++
		}
		if lines > 1 {
			emit(i)
			start = j
		}
		i = j
	}
	emit(len(text))
}

// isBlank tells what stands between tokens and belongs to none: white space and invisible marks.
func isBlank(r rune) bool {
	switch {
	case r < 0x80:
		return r <= ' ' || r == 0x7f
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff, r == 0xad:
		return true // zero-width characters, direction marks, soft hyphens
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

// appendPieces cuts text[start:end] at white space and each chunk by the rules of lexer.
func appendPieces(pieces []piece, text string, start, end int) []piece {
	lx := lexer{text: text, pieces: pieces, ex: loadExceptions()}
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if isBlank(r) {
			i += size
			continue
		}
		j := i
		for j < end {
			r, size := utf8.DecodeRuneInString(text[j:end])
			if isBlank(r) {
				break
			}
			j += size
		}
		lx.chunk(i, j)
		i = j
	}
	return lx.pieces
}
