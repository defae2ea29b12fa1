package language

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// WriteConllu writes sentences as CoNLL-U; text is what their offsets point into. A sentence gets its sent_id from the
// prefix and its number, "# newpar" where a paragraph begins, "# text", and SpaceAfter=No where nothing stands between
// two tokens. Tokens that continue a written word become part of a multiword token.
func WriteConllu(w io.Writer, prefix, text string, sents []Sentence) error {
	b := bufio.NewWriter(w)
	for i := range sents {
		s := &sents[i]
		if len(s.Tokens) == 0 {
			continue
		}
		if i == 0 || s.Paragraph != sents[i-1].Paragraph {
			b.WriteString("# newpar\n")
		}
		fmt.Fprintf(b, "# sent_id = %s-%d\n# text = %s\n", prefix, i+1, s.line(text))
		next := len(text)
		if i+1 < len(sents) {
			next = sents[i+1].Start
		}
		s.writeWords(b, text, next)
		b.WriteByte('\n')
	}
	return b.Flush()
}

// line is the sentence in one line, as its tokens and their blanks make it: what "# text" must hold.
func (s *Sentence) line(text string) string {
	var b strings.Builder
	for i, t := range s.Tokens {
		if i > 0 && t.Start > s.Tokens[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(text[t.Start:t.End])
	}
	return b.String()
}

func (s *Sentence) writeWords(b *bufio.Writer, text string, next int) {
	misc := func(i int) string {
		follows := next
		if i+1 < len(s.Tokens) {
			follows = s.Tokens[i+1].Start
		}
		if follows == s.Tokens[i].End && follows < len(text) {
			return "SpaceAfter=No"
		}
		return "_"
	}
	last := -1 // the last word of the multiword token that is open
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if i > last {
			last = i
			for last+1 < len(s.Tokens) && s.Tokens[last+1].Joined {
				last++
			}
			if last > i {
				fmt.Fprintf(b, "%d-%d\t%s%s\t%s\n", i+1, last+1, text[t.Start:s.Tokens[last].End], strings.Repeat("\t_", 7), misc(last))
			}
			if last == i {
				last = -1
			}
		}
		m := "_"
		if last < i {
			m = misc(i)
		}
		fmt.Fprintf(b, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", i+1, column(t.Form), column(t.Lemma), column(t.UPOS), column(t.XPOS),
			column(t.Feats), t.Head+1, column(t.Rel), m)
	}
}

// column is a value as CoNLL-U holds it.
func column(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

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
			form = cutRunes(form, drawForm-1) + "…"
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
