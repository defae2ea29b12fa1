package language

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Treebank is a CoNLL-U file: the text that its sentences make, and the sentences with offsets into it.
type Treebank struct {
	Name      string // of the file, for messages
	Text      string
	Sentences []Sentence
	Comments  [][]string // by sentence: its comment lines without "# "
	Lines     []int      // by sentence: the line of the file that its first word stands in
	Notes     []string   // what was not quite right with the file and was read all the same, with file and line
}

// maxConlluLine bounds a line of a CoNLL-U file.
const maxConlluLine = 4 << 20

// ReadConllu reads a CoNLL-U file; name is for messages. Multiword tokens become words that touch (Token.Joined); empty
// nodes, enhanced dependencies and MISC values but SpaceAfter are dropped. A sentence after "# newdoc" or "# newpar"
// begins a paragraph. What is not a tree, or not the text that "# text" promises, is an error that names the line; a byte
// order mark, lines that end in CRLF and a last sentence without an empty line behind it are put up with and noted.
func ReadConllu(name string, r io.Reader) (*Treebank, error) {
	rd := &conlluReader{tb: Treebank{Name: name}}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), maxConlluLine)
	sc.Split(keepCR)
	for sc.Scan() {
		rd.line++
		if err := rd.read(rd.tidy(sc.Text())); err != nil {
			return nil, rd.failure(err)
		}
	}
	switch err := sc.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("%s:%d: the line is longer than %d MB; is the file CoNLL-U?", name, rd.line+1, maxConlluLine>>20)
	case err != nil:
		return nil, fmt.Errorf("%s:%d: cannot be read further: %w", name, rd.line+1, err)
	}
	if len(rd.sent.Tokens) > 0 {
		rd.note("the last sentence has no empty line behind it")
	}
	if err := rd.finish(); err != nil {
		return nil, rd.failure(err)
	}
	rd.tb.Text = rd.text.String()
	return &rd.tb, nil
}

// ReadConlluFile reads a CoNLL-U file of the disk, as it is or compressed with gzip or Zstandard.
func ReadConlluFile(path string) (*Treebank, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening trees: %w", err)
	}
	defer f.Close()
	r := bufio.NewReader(f)
	magic, _ := r.Peek(4)
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("%s: broken gzip file: %w", path, err)
		}
		defer z.Close()
		return ReadConllu(path, z)
	case bytes.Equal(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(64<<20))
		if err != nil {
			return nil, fmt.Errorf("%s: broken zstd file: %w", path, err)
		}
		defer z.Close()
		return ReadConllu(path, z)
	}
	return ReadConllu(path, r)
}

// keepCR splits at line feeds and leaves a carriage return before them where it is.
func keepCR(data []byte, atEOF bool) (advance int, line []byte, err error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}

type conlluReader struct {
	line     int
	tb       Treebank
	text     strings.Builder
	comments []string
	textLine int   // the line of the comment "# text"; 0: there is none
	lines    []int // by word of the sentence
	sent     Sentence
	para     int
	newPara  bool
	space    string // what stands before the next token
	empties  int    // empty nodes since the last word
	crlf     bool   // a line has ended in CRLF

	multi            string // the written form of the multiword token that is open
	multiAt          int    // its offset in the text
	multiTo, multiID int    // its last word; its first
	multiSpace       bool
}

// lineError is an error that belongs to a line before the one that was read last.
type lineError struct {
	line int
	error
}

func (e lineError) Unwrap() error { return e.error }

// failure names file and line of an error.
func (r *conlluReader) failure(err error) error {
	line := r.line
	var at lineError
	if errors.As(err, &at) {
		line = at.line
	}
	return fmt.Errorf("%s:%d: %w", r.tb.Name, line, err)
}

func (r *conlluReader) note(what string) {
	r.tb.Notes = append(r.tb.Notes, fmt.Sprintf("%s:%d: %s; read all the same", r.tb.Name, r.line, what))
}

// tidy takes off a line what editors put there: a byte order mark and a carriage return.
func (r *conlluReader) tidy(line string) string {
	if rest, ok := strings.CutPrefix(line, "\ufeff"); ok && r.line == 1 {
		r.note("the file begins with a byte order mark")
		line = rest
	}
	rest, ok := strings.CutSuffix(line, "\r")
	if ok && !r.crlf {
		r.crlf = true
		r.note("the line ends in CRLF, not LF")
	}
	return rest
}

func (r *conlluReader) read(line string) error {
	if err := checkCharacters(line); err != nil {
		return err
	}
	switch {
	case line == "":
		return r.finish()
	case line[0] == '#':
		return r.comment(line)
	}
	cols := strings.Split(line, "\t")
	if err := checkColumns(cols); err != nil {
		return err
	}
	if id, sub, ok := strings.Cut(cols[0], "."); ok {
		return r.emptyNode(id, sub, cols)
	}
	if from, to, ok := strings.Cut(cols[0], "-"); ok {
		return r.multiword(from, to, cols)
	}
	return r.word(cols)
}

func (r *conlluReader) comment(line string) error {
	if len(r.sent.Tokens) > 0 || r.multiTo > 0 {
		return fmt.Errorf("a comment inside a sentence; is the empty line missing that ends a sentence?")
	}
	c := strings.TrimSpace(line[1:])
	r.comments = append(r.comments, c)
	if key, _, _ := strings.Cut(c, " "); key == "newdoc" || key == "newpar" {
		r.newPara = true
	}
	if _, ok := value([]string{c}, "text"); ok {
		r.textLine = r.line
	}
	return nil
}

// emptyNode checks a node of the enhanced dependencies and drops it.
func (r *conlluReader) emptyNode(id, sub string, cols []string) error {
	n := len(r.sent.Tokens)
	a, err1 := strconv.Atoi(id)
	b, err2 := strconv.Atoi(sub)
	if err1 != nil || err2 != nil || a != n || b != r.empties+1 {
		return fmt.Errorf("empty node %s, expected %d.%d after word %d", short(cols[0]), n, r.empties+1, n)
	}
	r.empties++
	return nil
}

func (r *conlluReader) multiword(from, to string, cols []string) error {
	next := len(r.sent.Tokens) + 1
	a, err1 := strconv.Atoi(from)
	b, err2 := strconv.Atoi(to)
	switch {
	case err1 != nil || err2 != nil:
		return fmt.Errorf("%q is no word id and no range of them", short(cols[0]))
	case r.multiTo >= next:
		return fmt.Errorf("multiword token %s begins inside multiword token %d-%d", short(cols[0]), r.multiID, r.multiTo)
	case a != next:
		return fmt.Errorf("multiword token %s does not begin at the next word, which is %d", short(cols[0]), next)
	case b <= a:
		return fmt.Errorf("multiword token %s ends where it begins or before", short(cols[0]))
	case b-a > maxMultiword:
		return fmt.Errorf("multiword token %s has more than %d words", short(cols[0]), maxMultiword)
	}
	r.begin()
	r.multi, r.multiAt, r.multiID, r.multiTo = cols[1], r.text.Len(), a, b
	r.multiSpace = !spaceAfterNo(cols[9])
	r.text.WriteString(cols[1])
	return nil
}

// maxMultiword is how many words a written one may hold.
const maxMultiword = 100

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
	switch id, err := strconv.Atoi(cols[0]); {
	case err != nil:
		return fmt.Errorf("%q is no word id, expected %d", short(cols[0]), n)
	case id == 1 && n > 1:
		return fmt.Errorf("word id 1, expected %d; is the empty line missing that ends a sentence?", n)
	case id != n:
		return fmt.Errorf("word id %d, expected %d: the ids have a gap or are out of order", id, n)
	}
	head, err := strconv.Atoi(cols[6])
	if err != nil || head < 0 {
		return fmt.Errorf("head %q of word %d is not a word id or 0", short(cols[6]), n)
	}
	if head == n {
		return fmt.Errorf("word %d is its own head: a cycle", n)
	}
	r.empties = 0
	r.lines = append(r.lines, r.line)
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

// finish ends a sentence: it checks that the heads form a tree and the words the text.
func (r *conlluReader) finish() error {
	s := r.sent
	if r.multiTo > len(s.Tokens) {
		return fmt.Errorf("the sentence ends inside the multiword token %d-%d", r.multiID, r.multiTo)
	}
	if len(s.Tokens) == 0 {
		if r.empties > 0 {
			return fmt.Errorf("a sentence of empty nodes alone")
		}
		return nil
	}
	if err := checkTree(s.Tokens); err != nil {
		var at treeError
		errors.As(err, &at)
		return lineError{r.lines[at.word], err}
	}
	s.Start, s.End, s.Paragraph = s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End, r.para
	if err := checkText(r.comments, r.text.String()[s.Start:s.End]); err != nil {
		return lineError{r.textLine, err}
	}
	r.tb.Sentences = append(r.tb.Sentences, s)
	r.tb.Comments = append(r.tb.Comments, r.comments)
	r.tb.Lines = append(r.tb.Lines, r.lines[0])
	r.sent, r.comments, r.lines, r.textLine, r.empties, r.multiTo = Sentence{}, nil, nil, 0, 0, 0
	return nil
}
