package archive

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold splits a name or a query into its words, without case and diacritics: "Jonas Gahr Støre" -> jonas gahr støre.
func fold(s string) []string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r): // the accent that decomposing split off
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// tokens is what a column of folded words holds: each word between blanks, each once.
func tokens(s string) string {
	seen := map[string]bool{}
	var b strings.Builder
	for _, w := range fold(s) {
		if !seen[w] {
			seen[w] = true
			b.WriteByte(' ')
			b.WriteString(w)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return b.String() + " "
}
