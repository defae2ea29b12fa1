package language

import (
	"strings"
	"unicode/utf8"
)

// A lemma is made from a form by an edit: the form is written in lower case, in capitals, with a capital, as it is, or
// without the commas of its number; characters are cut off its end and others put there. Edits are written "case cut
// add": "l 3 y" makes "parties" "party". Apostrophes are straight in every lemma.
type edit struct {
	letters byte // one of editLetters
	cut     int  // bytes
	add     string
}

// editLetters are the ways of writing a form, the one that is chosen first where several make the same: lower case, upper
// case, a capital and lower case, kept, without commas. So "Rome", "ROME" and "rome" have one edit, and share what is
// known of them.
const editLetters = "luckn"

// editFor finds the edit that makes lemma of form.
func editFor(form, lemma string) edit {
	best, most := edit{}, -1
	for _, letters := range []byte(editLetters) {
		base := recase(form, letters)
		if k := common(base, lemma); k > most {
			best, most = edit{letters, len(base) - k, lemma[k:]}, k
		}
	}
	return best
}

// apply makes the lemma; ok is false where the form is too short to cut.
func (e edit) apply(form string) (lemma string, ok bool) {
	form = recase(form, e.letters)
	k := len(form) - e.cut
	if k < 0 || k < len(form) && !utf8.RuneStart(form[k]) || k+len(e.add) == 0 {
		return "", false
	}
	return form[:k] + e.add, true
}

// recase writes a form as an edit says.
func recase(form string, letters byte) string {
	if isApostropheWord(form) {
		form = strings.Map(straight, form)
	}
	switch letters {
	case 'l':
		return strings.ToLower(form)
	case 'c':
		return capital(form)
	case 'u':
		return strings.ToUpper(form)
	case 'n':
		return strings.ReplaceAll(form, ",", "")
	}
	return form
}

func capital(form string) string {
	_, size := utf8.DecodeRuneInString(form)
	return strings.ToUpper(form[:size]) + strings.ToLower(form[size:])
}

// common returns how many bytes of whole characters two strings begin with alike.
func common(a, b string) int {
	k := 0
	for k < len(a) && k < len(b) && a[k] == b[k] {
		k++
	}
	for k > 0 && (k < len(a) && !utf8.RuneStart(a[k]) || k < len(b) && !utf8.RuneStart(b[k])) {
		k--
	}
	return k
}
