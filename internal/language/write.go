package language

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteConllu writes the sentences of one document as CoNLL-U; text is what their offsets point into. The document
// gets "# newdoc id", where id is not empty; a paragraph "# newpar"; a sentence a sent_id of the id and its number, "# text",
// and SpaceAfter=No where nothing stands between two tokens. Tokens that continue a written word become part of a
// multiword token.
func WriteConllu(w io.Writer, id, text string, sents []Sentence) error {
	b := bufio.NewWriter(w)
	fresh := true
	for i := range sents {
		s := &sents[i]
		if len(s.Tokens) == 0 {
			continue
		}
		if fresh && id != "" {
			fmt.Fprintf(b, "# newdoc id = %s\n", id)
		}
		if fresh || s.Paragraph != sents[i-1].Paragraph {
			b.WriteString("# newpar\n")
		}
		fresh = false
		fmt.Fprintf(b, "# sent_id = %s\n# text = %s\n", sentenceID(id, i), s.line(text))
		next := len(text)
		if i+1 < len(sents) {
			next = sents[i+1].Start
		}
		s.writeWords(b, text, next)
		b.WriteByte('\n')
	}
	return b.Flush()
}

// sentenceID names sentence i of a document.
func sentenceID(id string, i int) string {
	if id == "" {
		return strconv.Itoa(i + 1)
	}
	return id + "-" + strconv.Itoa(i+1)
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
		if s.spaceAfter(i, text, next) {
			return "_"
		}
		return "SpaceAfter=No"
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

// spaceAfter tells whether something stands between word i and the next, which after the last word of the sentence stands
// at next, or whether the text ends.
func (s *Sentence) spaceAfter(i int, text string, next int) bool {
	if i+1 < len(s.Tokens) {
		next = s.Tokens[i+1].Start
	}
	return next > s.Tokens[i].End || next >= len(text)
}

// column is a value as CoNLL-U holds it.
func column(s string) string {
	if s == "" {
		return "_"
	}
	return s
}
