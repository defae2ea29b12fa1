package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/internal/language"
)

// lexeme is a word, number or sign. Time expressions are read from lexemes of our own, not from the tokens, because
// tokenizers differ on "mid-May", "1980s" and "10/11/2016", and a value must not depend on that.
type lexeme struct {
	start, end int    // bytes of the text
	word       string // in lower case; of a number its digits; every hyphen and dash is "-"
	suffix     string // of a number: st, th, s, pm …
	num        int    // of a number of at most nine digits without a decimal part, else -1
	plain      bool   // a number without thousands signs
	decimal    bool   // a number with a decimal part
	upper      bool   // begins with a capital
	space      bool   // white space before it
	token      int    // the token it stands in, -1
	senses     []sense
}

// is gives the number of the lexeme in a class of words.
func (l *lexeme) is(class string) (int, bool) {
	for _, s := range l.senses {
		if s.class == class {
			return s.value, true
		}
	}
	return 0, false
}

// hasClass reports whether a word has a use in a class.
func hasClass(senses []sense, class string) bool {
	for _, s := range senses {
		if s.class == class {
			return true
		}
	}
	return false
}

// lex reads the lexemes of one sentence.
func lex(text string, s *language.Sentence, v *vocabulary) []lexeme {
	end := min(s.End, len(text))
	var ls []lexeme
	token, space := 0, false
	for i := max(s.Start, 0); i < end; {
		r, n := utf8.DecodeRuneInString(text[i:end])
		if unicode.IsSpace(r) {
			space = true
			i += n
			continue
		}
		l := lexeme{start: i, num: -1, space: space, token: -1}
		switch {
		case r >= '0' && r <= '9':
			l.end = number(text[:end], i, &l)
		case unicode.IsLetter(r):
			l.end = word(text[:end], i)
			l.upper = unicode.IsUpper(r)
			l.word = strings.ReplaceAll(strings.ToLower(text[i:l.end]), ".", "")
		default:
			l.end = sign(text[:end], i, n, &l)
		}
		for token < len(s.Tokens) && s.Tokens[token].End <= l.start {
			token++
		}
		if token < len(s.Tokens) && s.Tokens[token].Start < l.end {
			l.token = token
		}
		l.senses = v.words[l.word]
		ls = append(ls, l)
		i, space = l.end, false
	}
	return ls
}

// word gives the end of a run of letters, with the stops of "a.m." but without the last one of "Aug.".
func word(text string, i int) int {
	j := i
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		j += n
	}
	initial := func() bool { // a full stop, and one letter behind it
		return j+1 < len(text) && text[j] == '.' && isLetter(text[j+1]) && (j+2 >= len(text) || !isLetter(text[j+2]))
	}
	if j != i+1 || !initial() {
		return j
	}
	for initial() { // letters with stops between: a.m.
		j += 2
	}
	if j < len(text) && text[j] == '.' {
		j++
	}
	return j
}

// number reads digits, thousands, a decimal part and letters that touch ("19th", "1980s", "5pm").
func number(text string, i int, l *lexeme) int {
	j := i
	for j < len(text) && isDigit(text[j]) {
		j++
	}
	l.plain = true
	for j+3 < len(text) && j-i <= 3 && text[j] == ',' && isDigit(text[j+1]) && isDigit(text[j+2]) && isDigit(text[j+3]) && (j+4 >= len(text) || !isDigit(text[j+4])) {
		j += 4
		l.plain = false
	}
	if j+1 < len(text) && text[j] == '.' && isDigit(text[j+1]) && !dotted(text, i, j) && (i < 2 || text[i-1] != '.' || !isDigit(text[i-2])) {
		l.decimal = true
		for j++; j < len(text) && isDigit(text[j]); j++ {
		}
	}
	if j-i <= 9 && !l.decimal {
		l.num = 0
		for _, c := range []byte(text[i:j]) {
			if c != ',' {
				l.num = 10*l.num + int(c-'0')
			}
		}
	}
	l.word = text[i:j]
	k := j
	for k < len(text) && isLetter(text[k]) && k-j < 4 {
		k++
		if k == j+1 && text[j] == 'T' && k < len(text) && isDigit(text[k]) { // 2016-10-11T10:30
			break
		}
	}
	l.suffix = strings.ToLower(text[j:k])
	return k
}

// dotted reports whether the number is the first of a date such as 11.10.2016.
func dotted(text string, i, j int) bool {
	k := j + 1
	for k < len(text) && isDigit(text[k]) && k-j <= 2 {
		k++
	}
	return j-i <= 2 && k+4 < len(text) && text[k] == '.' && isDigit(text[k+1]) && isDigit(text[k+4])
}

// sign reads one character that is no letter or digit; "'s" is one lexeme.
func sign(text string, i, n int, l *lexeme) int {
	switch c := text[i : i+n]; c {
	case "'", "’", "‘", "`":
		l.word = "'"
		if j := i + n; j < len(text) && text[j] == 's' && (j+1 >= len(text) || !isLetter(text[j+1]) && !isDigit(text[j+1])) {
			l.word = "'s"
			return j + 1
		}
	case "-", "–", "‐", "‑", "−", "—":
		l.word = "-"
	default:
		l.word = c
	}
	return i + n
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
