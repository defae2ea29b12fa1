package language

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// conlluColumns names the columns of CoNLL-U.
var conlluColumns = [...]string{"ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"}

// checkColumns says what is wrong with the columns of a line, whatever they hold.
func checkColumns(cols []string) error {
	if len(cols) != len(conlluColumns) {
		switch {
		case strings.TrimSpace(strings.Join(cols, "")) == "":
			return fmt.Errorf("the line holds blanks alone; a sentence ends with an empty line")
		case len(cols) == 1 && len(strings.Fields(cols[0])) >= len(conlluColumns):
			return fmt.Errorf("the columns are separated by blanks, expected tabs")
		}
		return fmt.Errorf("%d columns, expected %d separated by tabs", len(cols), len(conlluColumns))
	}
	for i, c := range cols {
		if c == "" {
			return fmt.Errorf("column %d (%s) is empty; what is not known is written _", i+1, conlluColumns[i])
		}
	}
	if form := cols[1]; strings.TrimFunc(form, isBlank) == "" {
		return fmt.Errorf("the form (column 2) holds blanks or invisible characters alone")
	} else if strings.TrimSpace(form) != form {
		return fmt.Errorf("the form %q begins or ends with a blank", short(form))
	}
	return nil
}

// checkCharacters says what a line holds that no line of text may.
func checkCharacters(line string) error {
	for i, c := range line {
		switch {
		case c == utf8.RuneError && !strings.HasPrefix(line[i:], string(utf8.RuneError)):
			return fmt.Errorf("byte %d (%#x) is not valid UTF-8", i+1, line[i])
		case c < ' ' && c != '\t' || c == 0x7f:
			return fmt.Errorf("byte %d is a control character (%U)", i+1, c)
		}
	}
	return nil
}

// treeError says what is wrong with a tree, and at which word.
type treeError struct {
	word int // its index
	what string
}

func (e treeError) Error() string { return e.what }

// checkTree says what is wrong where the heads do not form a tree with one root, as a treeError.
func checkTree(tokens []Token) error {
	wrong := func(word int, format string, args ...any) error { return treeError{word, fmt.Sprintf(format, args...)} }
	root := -1
	for i, t := range tokens {
		switch {
		case t.Head >= len(tokens):
			return wrong(i, "word %d: head %d is outside the sentence of %d words", i+1, t.Head+1, len(tokens))
		case t.Head < 0 && root >= 0:
			return wrong(i, "words %d and %d are both roots", root+1, i+1)
		case t.Head < 0:
			root = i
		}
	}
	if root < 0 {
		return wrong(0, "no word is the root (head 0) of the sentence that begins here")
	}
	state := make([]byte, len(tokens)) // 1 on the present path, 2 known to reach the root
	state[root] = 2
	for i := range tokens {
		j := i
		for state[j] == 0 {
			state[j] = 1
			j = tokens[j].Head
		}
		if state[j] == 1 {
			return wrong(j, "word %d is in a cycle of heads", j+1)
		}
		for k := i; state[k] == 1; k = tokens[k].Head {
			state[k] = 2
		}
	}
	return nil
}

// checkText compares a sentence's comment "# text", where it has one, with the text that its words make. Of blanks it
// asks only whether there are any.
func checkText(comments []string, made string) error {
	said, ok := value(comments, "text")
	if !ok {
		return nil
	}
	said, made = strings.Join(strings.Fields(said), " "), strings.Join(strings.Fields(made), " ")
	if said == made {
		return nil
	}
	at := 0
	for at < len(said) && at < len(made) && said[at] == made[at] {
		at++
	}
	return fmt.Errorf("\"# text\" is not what the words make: %q there, %q here (SpaceAfter=No too much or missing?)", around(said, at), around(made, at))
}

// value returns the value of the last comment "key = value".
func value(comments []string, key string) (string, bool) {
	for i := len(comments) - 1; i >= 0; i-- {
		if k, v, ok := strings.Cut(comments[i], "="); ok && strings.TrimSpace(k) == key {
			return strings.TrimSpace(v), true
		}
	}
	return "", false
}

// around shows what stands about a byte of a text, in a message.
func around(s string, at int) string {
	const most = 16
	from, to := max(at-most, 0), min(at+most, len(s))
	for from > 0 && !utf8.RuneStart(s[from]) {
		from--
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	return s[from:to]
}

// short shows the beginning of a value in a message.
func short(s string) string {
	const most = 40
	if len(s) <= most {
		return s
	}
	return cutRunes(s, most) + "…"
}
