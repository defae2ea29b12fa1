package language

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Draw draws the tree of a sentence as indented text, a word a line below its head, with the words in the order of the
// text under each head.
func (s *Sentence) Draw(w io.Writer) error {
	b := bufio.NewWriter(w)
	kids := make([][]int, len(s.Tokens))
	root := -1
	for i, t := range s.Tokens {
		if t.Head < 0 || t.Head >= len(s.Tokens) {
			root = i
			continue
		}
		kids[t.Head] = append(kids[t.Head], i)
	}
	if root < 0 {
		return nil
	}
	width := 0
	s.walk(kids, root, func(i int, indent string) {
		width = max(width, utf8.RuneCountInString(indent)+min(utf8.RuneCountInString(s.Tokens[i].Form), drawForm))
	})
	s.walk(kids, root, func(i int, indent string) {
		t := &s.Tokens[i]
		form := t.Form
		if utf8.RuneCountInString(form) > drawForm {
			form = string([]rune(form)[:drawForm-1]) + "…"
		}
		pad := width - utf8.RuneCountInString(indent) - utf8.RuneCountInString(form)
		fmt.Fprintf(b, "%s%s%s  %-12s %-5s %s\n", indent, form, strings.Repeat(" ", max(pad, 0)), t.Rel, t.UPOS, t.Lemma)
	})
	return b.Flush()
}

// drawForm is how many characters of a word are drawn.
const drawForm = 40

// walk visits the words from the root down without recursion, because trees may be as deep as sentences are long. The
// branches are drawn for the first levels only; deeper words stand under them.
func (s *Sentence) walk(kids [][]int, root int, visit func(i int, indent string)) {
	type item struct {
		word, depth  int
		indent, rest string
	}
	todo := []item{{word: root}}
	for len(todo) > 0 {
		it := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		visit(it.word, it.indent)
		list := kids[it.word]
		for k := len(list) - 1; k >= 0; k-- {
			next := item{word: list[k], depth: it.depth + 1, indent: it.rest + "├─ ", rest: it.rest + "│  "}
			if k == len(list)-1 {
				next.indent, next.rest = it.rest+"└─ ", it.rest+"   "
			}
			if it.depth >= drawDepth {
				next.indent, next.rest = it.rest+"· ", it.rest
			}
			todo = append(todo, next)
		}
	}
}

// drawDepth is how many levels of a tree are indented.
const drawDepth = 30
