package dictionary

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// expand puts the words of sets in the place of their labels.
func (p *petrarch) expand(s string) ([]string, error) {
	before, rest, ok := strings.Cut(s, "!")
	label, after, closed := strings.Cut(rest, "!")
	if !ok || !closed {
		return []string{s}, nil // "YAHOO!"
	}
	words, known := p.sets[strings.ToUpper(strings.TrimSpace(label))]
	if !known {
		return nil, fmt.Errorf("the set !%s! is not defined above", label)
	}
	if r, _ := utf8.DecodeRuneInString(after); strings.Contains(after, "!") || unicode.IsLetter(r) {
		return nil, errors.New("a set inside a word, or two in a phrase")
	}
	var list []string
	for _, w := range words {
		list = append(list, before+w+after)
	}
	return list, nil
}

// maxPhrase bounds a phrase in bytes: a name is no longer.
const maxPhrase = 200

// clean brings a phrase to words apart by one blank.
func clean(s string) (string, error) {
	if strings.Contains(s, "+_") {
		return "", errors.New(`"+_" inside a phrase: two phrases on a line`)
	}
	s = strings.TrimSpace(s)
	letters := 0
	for i, r := range s {
		switch {
		case r == utf8.RuneError || unicode.IsControl(r):
			return "", fmt.Errorf("a damaged letter in the phrase (byte %d)", i+1)
		case strings.ContainsRune("[]{}~=<>|\\", r):
			return "", fmt.Errorf("%q inside a phrase", r)
		case unicode.IsLetter(r):
			letters++
		}
	}
	if letters == 0 {
		return "", errors.New("a phrase without letters")
	}
	if len(s) > maxPhrase {
		return "", fmt.Errorf("the phrase is longer than %d bytes", maxPhrase)
	}
	s = strings.NewReplacer("_", " ", "`", "'", `"`, "").Replace(s)
	return strings.Join(strings.Fields(s), " "), nil
}

// parenthesis takes a part in parentheses out of a phrase. If it is one word, an abbreviation, it is a name as well.
func parenthesis(s string) (text, inside string, err error) {
	before, rest, opened := strings.Cut(s, "(")
	inside, after, closed := strings.Cut(rest, ")")
	if !opened && !strings.Contains(s, ")") {
		return s, "", nil
	}
	text = strings.Join(strings.Fields(before+" "+after), " ")
	if !opened || !closed || strings.ContainsAny(text, "()") || strings.ContainsAny(inside, "(") || text == "" {
		return "", "", errors.New("parentheses that do not match")
	}
	inside = strings.TrimSpace(inside)
	if strings.Contains(inside, " ") || strings.IndexFunc(inside, unicode.IsLetter) < 0 || len(inside) < 2 {
		inside = ""
	}
	return text, inside, nil
}
