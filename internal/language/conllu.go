package language

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Treebank is a CoNLL-U file: the text that its sentences make, and the sentences with offsets into it.
type Treebank struct {
	Text      string
	Sentences []Sentence
	Comments  [][]string // by sentence: its comment lines without "# "
}

// maxConlluLine bounds a line of a CoNLL-U file.
const maxConlluLine = 4 << 20

// ReadConllu reads a CoNLL-U file; name is for messages. Multiword tokens become words that touch (Token.Joined); empty
// nodes, enhanced dependencies and MISC values but SpaceAfter are dropped. A sentence after "# newdoc" or "# newpar"
// begins a paragraph. What is not a tree is an error that names the line.
func ReadConllu(name string, r io.Reader) (*Treebank, error) {
	rd := &conlluReader{name: name}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), maxConlluLine)
	for sc.Scan() {
		rd.line++
		if err := rd.read(strings.TrimSuffix(sc.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, rd.line, err)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w (a line may hold at most %d bytes)", name, rd.line+1, err, maxConlluLine)
	}
	if err := rd.finish(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, rd.line, err)
	}
	rd.tb.Text = rd.text.String()
	return &rd.tb, nil
}

type conlluReader struct {
	name     string
	line     int
	tb       Treebank
	text     strings.Builder
	comments []string
	sent     Sentence
	para     int
	newPara  bool
	space    string // what stands before the next token

	multi            string // the written form of the multiword token that is open
	multiAt          int    // its offset in the text
	multiTo, multiID int    // its last word; its first
	multiSpace       bool
}

func (r *conlluReader) read(line string) error {
	switch {
	case !utf8.ValidString(line):
		return fmt.Errorf("the line is not valid UTF-8")
	case line == "":
		return r.finish()
	case line[0] == '#':
		c := strings.TrimSpace(line[1:])
		r.comments = append(r.comments, c)
		if key, _, _ := strings.Cut(c, " "); key == "newdoc" || key == "newpar" {
			r.newPara = true
		}
		return nil
	}
	cols := strings.Split(line, "\t")
	if len(cols) != 10 {
		return fmt.Errorf("%d columns, expected 10 separated by tabs", len(cols))
	}
	if cols[1] == "" {
		return fmt.Errorf("the form (column 2) is empty")
	}
	if strings.Contains(cols[0], ".") {
		return nil // an empty node
	}
	if from, to, ok := strings.Cut(cols[0], "-"); ok {
		return r.multiword(from, to, cols)
	}
	return r.word(cols)
}

func (r *conlluReader) multiword(from, to string, cols []string) error {
	a, err1 := strconv.Atoi(from)
	b, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || a != len(r.sent.Tokens)+1 || b <= a || b-a > 100 || r.multiTo >= a {
		return fmt.Errorf("multiword token %s does not begin at word %d or overlaps another", cols[0], len(r.sent.Tokens)+1)
	}
	r.begin()
	r.multi, r.multiAt, r.multiID, r.multiTo = cols[1], r.text.Len(), a, b
	r.multiSpace = !spaceAfterNo(cols[9])
	r.text.WriteString(cols[1])
	return nil
}

func spaceAfterNo(misc string) bool {
	for v := range strings.SplitSeq(misc, "|") {
		if v == "SpaceAfter=No" {
			return true
		}
	}
	return false
}

// begin writes what stands between the token before and the one to come.
func (r *conlluReader) begin() {
	if len(r.sent.Tokens) == 0 {
		if r.newPara && r.text.Len() > 0 {
			r.space = "\n\n"
			r.para++
		}
		r.newPara = false
	}
	r.text.WriteString(r.space)
	r.space = " "
}

func (r *conlluReader) word(cols []string) error {
	n := len(r.sent.Tokens) + 1
	if id, err := strconv.Atoi(cols[0]); err != nil || id != n {
		return fmt.Errorf("word id %q, expected %d: the ids have a gap or are out of order", cols[0], n)
	}
	head, err := strconv.Atoi(cols[6])
	if err != nil || head < 0 {
		return fmt.Errorf("head %q of word %d is not a word id or 0", cols[6], n)
	}
	if head == n {
		return fmt.Errorf("word %d is its own head", n)
	}
	t := Token{
		Form: cols[1], Lemma: unknown(cols[2]), UPOS: unknown(cols[3]), XPOS: unknown(cols[4]), Feats: unknown(cols[5]),
		Head: head - 1, Rel: unknown(cols[7]),
	}
	if n <= r.multiTo {
		t.Joined = n > r.multiID
		t.Start, t.End = r.share(n, cols[1])
		if n == r.multiTo && !r.multiSpace {
			r.space = ""
		}
	} else {
		r.begin()
		t.Start = r.text.Len()
		r.text.WriteString(cols[1])
		t.End = r.text.Len()
		if spaceAfterNo(cols[9]) {
			r.space = ""
		}
	}
	r.sent.Tokens = append(r.sent.Tokens, t)
	return nil
}

// share gives word n of the open multiword token its characters: those of its form where the forms make the token, as
// they do in English; else what is left, cut so that each word has its part.
func (r *conlluReader) share(n int, form string) (start, end int) {
	start, stop := r.multiAt, r.multiAt+len(r.multi)
	if n > r.multiID {
		start = r.sent.Tokens[n-2].End
	}
	end = min(start+len(form), stop)
	if n == r.multiTo {
		end = stop
	}
	for end < stop && !utf8.RuneStart(r.multi[end-r.multiAt]) {
		end++
	}
	return start, end
}

func unknown(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

// finish ends a sentence: it checks that the heads form a tree.
func (r *conlluReader) finish() error {
	s := r.sent
	if len(s.Tokens) == 0 {
		return nil
	}
	if r.multiTo > len(s.Tokens) {
		return fmt.Errorf("the sentence ends inside the multiword token %d-%d", r.multiID, r.multiTo)
	}
	if err := checkTree(s.Tokens); err != nil {
		return fmt.Errorf("the sentence before this line: %w", err)
	}
	s.Start, s.End, s.Paragraph = s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End, r.para
	r.tb.Sentences = append(r.tb.Sentences, s)
	r.tb.Comments = append(r.tb.Comments, r.comments)
	r.sent, r.comments, r.multiTo = Sentence{}, nil, 0
	return nil
}

// checkTree says what is wrong where the heads do not form a tree with one root.
func checkTree(tokens []Token) error {
	root := -1
	for i, t := range tokens {
		switch {
		case t.Head >= len(tokens):
			return fmt.Errorf("word %d: head %d is outside the sentence of %d words", i+1, t.Head+1, len(tokens))
		case t.Head < 0 && root >= 0:
			return fmt.Errorf("words %d and %d are both roots", root+1, i+1)
		case t.Head < 0:
			root = i
		}
	}
	if root < 0 {
		return fmt.Errorf("no word is the root (head 0)")
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
			return fmt.Errorf("word %d is in a cycle of heads", j+1)
		}
		for k := i; state[k] == 1; k = tokens[k].Head {
			state[k] = 2
		}
	}
	return nil
}
