package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lexer cuts chunks, the characters between white space, into pieces.
type lexer struct {
	text   string
	pieces []piece
	ex     *exceptions
	quoted bool // a single quotation mark is open
}

func (l *lexer) add(start, end int) {
	if end > start {
		l.pieces = append(l.pieces, piece{start: start, end: end})
	}
}

// maxLink bounds what is looked at as an address or an emoticon's word: longer chunks have no such reading.
const maxLink = 2048

// chunk cuts text[i:end], which holds no white space.
func (l *lexer) chunk(i, end int) {
	if end-i <= maxLink {
		if s := l.text[i:end]; l.ex.emoticons[strings.ToLower(s)] || l.ex.wholes[strings.ToLower(s)] {
			l.add(i, end)
			return
		}
		if a, b, ok := link(l.text[i:end]); ok {
			l.run(i, i+a)
			l.add(i+a, i+b)
			l.run(i+b, end)
			return
		}
	}
	l.run(i, end)
}

// run cuts text[i:end] from left to right into words and punctuation.
func (l *lexer) run(i, end int) {
	for i < end {
		r, size := utf8.DecodeRuneInString(l.text[i:end])
		switch {
		case isWordRune(r), l.signBefore(r, i, size, end):
			i = l.word(i, end)
		default:
			j := l.punctuation(r, i, size, end)
			l.add(i, j)
			i = j
		}
	}
}

// signBefore tells whether a sign belongs to the word or figure behind it: #tag, 'n, ’90s, +44.
func (l *lexer) signBefore(r rune, i, size, end int) bool {
	if i+size >= end {
		return false
	}
	next, _ := utf8.DecodeRuneInString(l.text[i+size : end])
	switch r {
	case '#', '@':
		return unicode.IsLetter(next)
	case '+': // of a telephone number
		return isDigit(next) && (i == 0 || l.text[i-1] <= ' ' || l.text[i-1] == '(')
	case '\'', '’':
		return isDigit(next) && i+size+2 <= end && isDigit(rune(l.text[i+size+1]))
	}
	return false
}

func isWordRune(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '`' || r == '´' }

// punctuation returns the end of the punctuation that begins at i: runs of the same sign are one token where the
// treebanks have them so.
func (l *lexer) punctuation(r rune, i, size, end int) int {
	j := i + size
	switch r {
	case '\'', '‘':
		if j < end && rune(l.text[j]) == r {
			return j + 1
		}
		if r == '‘' && strings.HasPrefix(l.text[j:end], "’") {
			return j + len("’")
		}
		l.quoted = !l.quoted
	case '’':
		if strings.HasPrefix(l.text[j:end], "’") {
			return j + size
		}
		l.quoted = false
	case '.', '!', '?', '…':
		for j < end && (l.text[j] == '.' && r != '…' || l.text[j] == '!' || l.text[j] == '?') {
			j++
		}
	case '[':
		if strings.HasPrefix(l.text[j:end], "...]") {
			return j + len("...]")
		}
	case '-', '*', '=', '_', '<', '>', '`', '~', '+', '$':
		for j < end && rune(l.text[j]) == r {
			j++
		}
	}
	return j
}

// word cuts the word or figure that begins at i, with its clitics and its full stop, and returns the end of what it cut.
func (l *lexer) word(i, end int) int {
	j := i
	_, size := utf8.DecodeRuneInString(l.text[j:end])
	j += size
	for j < end {
		r, size := utf8.DecodeRuneInString(l.text[j:end])
		if isWordRune(r) {
			j += size
			continue
		}
		k, inside := l.inside(r, i, j, size, end)
		if !inside {
			break
		}
		j = k
	}
	if l.text[j-1] != '-' && j < end && l.text[j] == '-' && j-i <= 2 && l.brokenOff(i, j, end) {
		j++
	}
	j, stop := l.fullStop(i, j, end)
	if k := l.unit(i, j); k > i && stop == noException {
		l.add(i, k)
		i = k
	}
	l.clitics(i, j)
	l.pieces[len(l.pieces)-1].stop = stop
	return l.possessive(j, end)
}

// inside tells whether the sign r at j, between two parts of what began at i, is part of the word, and where to go on.
func (l *lexer) inside(r rune, i, j, size, end int) (int, bool) {
	if j+size >= end {
		return j, false
	}
	before, _ := utf8.DecodeLastRuneInString(l.text[i:j])
	after, _ := utf8.DecodeRuneInString(l.text[j+size : end])
	if !isWordRune(after) {
		return j, false
	}
	digits := isDigit(before) && isDigit(after)
	ok := false
	switch r {
	case '.':
		ok = l.innerStop(before, after, i, j, end)
	case ',':
		ok = digits && j+4 <= end && isDigit(rune(l.text[j+2])) && isDigit(rune(l.text[j+3])) && (j+4 == end || !isDigit(rune(l.text[j+4])))
	case ':':
		ok = digits
	case '/':
		ok = digits
	case '\'', '’', '`', '´':
		ok = true // clitics are cut off afterwards
	case '_':
		ok = true
	case '&':
		ok = unicode.IsUpper(before) && unicode.IsUpper(after)
	case '@':
		ok = unicode.IsLetter(before) && unicode.IsLetter(after)
	case '-', '‐', '‑':
		ok = l.hyphen(i, j, j+size, end)
	}
	return j + size, ok
}

// innerStop tells whether a full stop between two word characters is part of a word (U.S., 3.5, report.doc) and not the
// end of a sentence whose blank is missing (year.He).
func (l *lexer) innerStop(before, after rune, i, j, end int) bool {
	if isDigit(before) {
		return !unicode.IsUpper(after)
	}
	if !unicode.IsUpper(after) || j-i <= 1 {
		return true
	}
	// An acronym: single letters between full stops, or Ph.D
	prev := strings.LastIndexByte(l.text[max(i, j-8):j], '.')
	if prev >= 0 {
		return true
	}
	return j-i <= 2 && unicode.IsUpper(rune(l.text[i]))
}

// hyphen tells whether the hyphen at j (behind it: k) stays inside the word.
func (l *lexer) hyphen(i, j, k, end int) bool {
	if j-i <= l.ex.longest && l.ex.prefixes[strings.ToLower(l.text[i:j])] {
		return true
	}
	// telephone numbers and dates in figures: at least three groups of figures, or seven figures
	if !isDigit(rune(l.text[i])) {
		return false
	}
	return l.figures(i, end)
}

// figures tells whether text[i:end] begins with figures in groups that make a telephone number or a date.
func (l *lexer) figures(i, end int) bool {
	groups, length, j := 0, 0, i
	for j < end && j-i < 20 && (isDigit(rune(l.text[j])) || l.text[j] == '-') {
		if l.text[j] == '-' {
			groups++
			length = 0
		} else {
			length++
		}
		j++
	}
	return groups >= 2 && length >= 1 || groups == 1 && length == 4 && j-i == 8
}

// brokenOff tells whether a hyphen at j ends a word that the speaker broke off: "th- the".
func (l *lexer) brokenOff(i, j, end int) bool {
	return unicode.IsLetter(firstRune(l.text[i:j])) && (j+1 == end || l.text[j+1] == ',')
}

// unit returns where the unit begins that is written on to a figure (5pm, 35mm, 10k), or i.
func (l *lexer) unit(i, j int) int {
	if j-i > 16 || !isDigit(rune(l.text[i])) {
		return i
	}
	k := j
	for k > i && (l.text[k-1] >= 'a' && l.text[k-1] <= 'z' || l.text[k-1] >= 'A' && l.text[k-1] <= 'Z') {
		k--
	}
	for _, c := range l.text[i:k] {
		if !isDigit(c) && c != '.' && c != ',' && c != ':' {
			return i
		}
	}
	if k < j && l.ex.units[strings.ToLower(l.text[k:j])] {
		return k
	}
	return i
}

// fullStop decides whether the full stop at j, after the word text[i:j], belongs to it.
func (l *lexer) fullStop(i, j, end int) (int, exception) {
	if j >= end || l.text[j] != '.' || j+1 < end && (l.text[j+1] == '.' || l.text[j+1] == '!' || l.text[j+1] == '?') {
		return j, noException
	}
	word := l.text[i:j]
	if kind := l.stopKind(word); kind == number {
		if l.figureFollows(j + 1) {
			return j + 1, number
		}
	} else if kind == inner {
		if !l.sentenceFollows(j + 1) {
			return j + 1, inner
		}
	} else if kind != noException {
		return j + 1, kind
	}
	if strings.IndexByte(word[max(0, len(word)-8):], '.') >= 0 && isAcronym(word) {
		return j + 1, abbreviation
	}
	if utf8.RuneCountInString(word[:min(len(word), 5)]) == 1 && unicode.IsUpper(firstRune(word)) && word != "I" {
		return j + 1, title // an initial
	}
	return j, noException
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func (l *lexer) stopKind(word string) exception {
	if len(word) > l.ex.longest {
		return noException
	}
	if kind, ok := l.ex.stops[word]; ok && kind != abbreviation && kind != month {
		return kind
	}
	kind := l.ex.stops[strings.ToLower(word)]
	return kind
}

// figureFollows tells whether the next character behind blanks is a figure.
func (l *lexer) figureFollows(i int) bool {
	for i < len(l.text) && l.text[i] == ' ' {
		i++
	}
	return i < len(l.text) && isDigit(rune(l.text[i]))
}

// sentenceFollows tells whether a capital, a line break or the end of the text is the next thing behind blanks.
func (l *lexer) sentenceFollows(i int) bool {
	for i < len(l.text) && l.text[i] == ' ' {
		i++
	}
	return i == len(l.text) || l.text[i] == '\n' || l.text[i] == '\r' || unicode.IsUpper(firstRune(l.text[i:min(i+utf8.UTFMax, len(l.text))]))
}

// isAcronym tells whether a word is made of single letters between full stops: U.S, a.k.a; or of short parts: Ph.D.
func isAcronym(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		if n := utf8.RuneCountInString(part); n == 0 || n > 2 || !unicode.IsLetter(firstRune(part)) {
			return false
		}
	}
	return true
}

// clitics adds the word text[i:j] as one piece, or as two where it holds a clitic or is a contraction.
func (l *lexer) clitics(i, j int) {
	word := l.text[i:j]
	if at := l.cliticAt(word); at > 0 {
		l.add(i, i+at)
		l.pieces = append(l.pieces, piece{start: i + at, end: j, joined: true})
		return
	}
	l.add(i, j)
}

// cliticAt returns where in the word its clitic begins, 0 if it has none.
func (l *lexer) cliticAt(word string) int {
	if len(word) <= l.ex.longest {
		if at := l.ex.contractions[strings.ToLower(word)]; at > 0 {
			return at
		}
	}
	tail := word[max(0, len(word)-8):]
	k := strings.LastIndexFunc(tail, isApostrophe)
	if k < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(tail[k:])
	at, clitic := len(word)-len(tail)+k, strings.ToLower(tail[k+size:])
	if at == 0 || l.ex.wholes[strings.ToLower(word[max(0, len(word)-l.ex.longest):])] {
		return 0
	}
	if clitic == "t" && at > 1 && (word[at-1] == 'n' || word[at-1] == 'N') {
		return at - 1
	}
	if !l.ex.clitics[clitic] || clitic == "s" && isDigit(rune(word[at-1])) {
		return 0
	}
	return at
}

// possessive adds the apostrophe at j as a word of its own where it marks the genitive of a plural: "the envoys' talks".
func (l *lexer) possessive(j, end int) int {
	r, size := utf8.DecodeRuneInString(l.text[j:end])
	last := l.text[j-1]
	if r != '\'' && r != '’' || last != 's' && last != 'S' && last != 'x' && last != 'z' || l.quoted {
		return j
	}
	if j+size < end && (l.text[j+size] == '\'' || isWordRune(firstRune(l.text[j+size:end]))) {
		return j
	}
	l.pieces = append(l.pieces, piece{start: j, end: j + size, joined: true})
	return j + size
}
