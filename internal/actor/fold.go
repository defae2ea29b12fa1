package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dyad/internal/language"
)

// A piece is a word as the tables know it: a token, or a part of one between hyphens or slashes ("Israel-Hamas" is
// three pieces, however the tokeniser cut it).
type piece struct {
	key        string // folded: lower case, without accents and dots
	text       string
	token      int
	start, end int // bytes of the text
}

// pieces cuts a sentence into pieces.
func pieces(s *language.Sentence) []piece {
	ps := make([]piece, 0, len(s.Tokens)+8)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !strings.ContainsAny(t.Form, "-–—/") || strings.Contains(t.Form, "://") || strings.Count(t.Form, "/") > 1 {
			ps = append(ps, piece{fold(t.Form), t.Form, i, t.Start, t.End})
			continue
		}
		for at := 0; at < len(t.Form); {
			n := strings.IndexAny(t.Form[at:], "-–—/")
			if n == 0 {
				_, n = utf8.DecodeRuneInString(t.Form[at:])
			} else if n < 0 {
				n = len(t.Form) - at
			}
			ps = append(ps, piece{fold(t.Form[at : at+n]), t.Form[at : at+n], i, t.Start + at, t.Start + at + n})
			at += n
		}
	}
	return ps
}

func isHyphen(s string) bool { return s == "-" || s == "–" || s == "—" || s == "/" }

// folded holds the letters that Unicode does not decompose.
var folded = strings.NewReplacer("ı", "i", "ø", "o", "đ", "d", "ł", "l", "ß", "ss", "æ", "ae", "œ", "oe", "ð", "d", "þ", "th",
	"’", "'", "‘", "'", "ʻ", "'", "ʼ", "'", "`", "'")

// fold brings a word to the form in which it is looked up: lower case, no accents, no dots, plain apostrophes.
func fold(s string) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == '.' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	if t := strings.ReplaceAll(s, ".", ""); t != "" {
		s = t
	}
	s = strings.ToLower(s)
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return folded.Replace(stripMarks(s))
		}
	}
	return s
}

func stripMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

// A shape is the capitals that a word of a table asks for in the text.
type shape uint8

const (
	anyCase  shape = iota
	initial        // begins with a capital
	capitals       // an abbreviation: all letters are capitals
)

func shapeOf(word string) shape {
	upper, lower := 0, 0
	first := true
	starts := false
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			upper++
			starts = starts || first
		case unicode.IsLower(r):
			lower++
		}
		if unicode.IsLetter(r) {
			first = false
		}
	}
	switch {
	case upper >= 2 && lower == 0 && upper <= 6:
		return capitals
	case starts:
		return initial
	}
	return anyCase
}

// fits says whether a word of the text has the capitals that a table asks for.
func (s shape) fits(text string) bool {
	switch s {
	case capitals:
		return shapeOf(text) == capitals
	case initial:
		return capitalised(text)
	}
	return true
}

func capitalised(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
