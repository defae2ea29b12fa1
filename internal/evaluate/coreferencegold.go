package evaluate

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"

	"dyad/internal/language"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Coreference gold is a CoNLL-U file whose last column has "Entity=": mentions in nested brackets, a chain of mentions under
// one number, as the Georgetown University Multilayer corpus (GUM) writes them. An opening bracket holds the number of the
// chain, the type (person, place, organization …), the status of information, salience, centering, the minimal span, the kind
// of link and the title of a Wikipedia article, with hyphens between ("# global.Entity" names the fields).

// A CoreferenceDocument is one document with the chains of its gold.
type CoreferenceDocument struct {
	ID, Genre string
	Text      string
	Mentions  []ChainMention // in the order in which they end
}

// A ChainMention is an expression of a gold document. Offsets are bytes of the text.
type ChainMention struct {
	Chain       string // the same for all mentions of one referent in a document
	Type        string // person, organization, place …
	Identity    string // title of a Wikipedia article, "" where none is given
	Start, Stop int
	Head        int    // where the head word starts
	UPOS        string // of the head word
}

// ReadCoreference reads the documents of a gold file (CoNLL-U, also .gz, .zst).
func ReadCoreference(path string) ([]CoreferenceDocument, error) {
	data, err := unpacked(path)
	if err != nil {
		return nil, err
	}
	return readCoreference(path, data)
}

// readCoreference reads the bytes of a gold file.
func readCoreference(path string, data []byte) ([]CoreferenceDocument, error) {
	bank, err := language.ReadConllu(path, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	notes, err := entityNotes(path, data)
	if err != nil {
		return nil, err
	}
	if len(notes) != len(bank.Sentences) {
		return nil, fmt.Errorf("%s: %d sentences and %d blocks of words; is the file CoNLL-U?", path, len(bank.Sentences), len(notes))
	}
	var docs []CoreferenceDocument
	for _, d := range bank.Documents() {
		doc := CoreferenceDocument{ID: d.ID, Genre: d.Genre, Text: bank.Pick([]language.Document{d}).Text}
		if err := doc.read(bank, notes, d); err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	return docs, nil
}

// unpacked reads a file as it is or compressed with gzip or Zstandard.
func unpacked(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("opening gold: %w", err)
	}
	var out bytes.Buffer
	switch {
	case bytes.HasPrefix(data, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: broken gzip file: %w", path, err)
		}
		if _, err := out.ReadFrom(z); err != nil {
			return nil, fmt.Errorf("%s: broken gzip file: %w", path, err)
		}
		return out.Bytes(), nil
	case bytes.HasPrefix(data, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: broken zstd file: %w", path, err)
		}
		defer z.Close()
		if _, err := out.ReadFrom(z); err != nil {
			return nil, fmt.Errorf("%s: broken zstd file: %w", path, err)
		}
		return out.Bytes(), nil
	}
	return data, nil
}

// entityNotes gives the value of "Entity=" of every word of every sentence, "" where there is none.
func entityNotes(path string, data []byte) ([][]string, error) {
	var sents [][]string
	var words []string
	sc := bufio.NewScanner(bytes.NewReader(data))
	sc.Buffer(nil, 4<<20)
	for sc.Scan() {
		line := strings.TrimRight(sc.Text(), "\r")
		switch {
		case line == "":
			if len(words) > 0 {
				sents, words = append(sents, words), nil
			}
			continue
		case strings.HasPrefix(line, "#"):
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) < 10 || strings.ContainsAny(cols[0], "-.") {
			continue
		}
		note := ""
		for f := range strings.SplitSeq(cols[9], "|") {
			if v, ok := strings.CutPrefix(f, "Entity="); ok {
				note = v
			}
		}
		words = append(words, note)
	}
	if len(words) > 0 {
		sents = append(sents, words)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return sents, nil
}

// An openMention is a bracket that has not been closed yet.
type openMention struct {
	chain, kind, span, identity string
	sentence, first             int
}

// read fills the mentions of a document from the brackets of its sentences.
func (doc *CoreferenceDocument) read(bank *language.Treebank, notes [][]string, d language.Document) error {
	var open []openMention
	shift := bank.Sentences[d.First].Start
	for s := d.First; s < d.End; s++ {
		sent := &bank.Sentences[s]
		if len(notes[s]) != len(sent.Tokens) {
			return fmt.Errorf("%s:%d: %d words in the tree and %d in the lines", bank.Name, bank.Lines[s], len(sent.Tokens), len(notes[s]))
		}
		for w, note := range notes[s] {
			for _, b := range brackets(note) {
				fail := func(format string, args ...any) error {
					return fmt.Errorf("%s:%d: word %d: Entity=%s: %w", bank.Name, bank.Lines[s]+w, w+1, note, fmt.Errorf(format, args...))
				}
				if b.opens {
					m, ok := opened(b.text)
					if !ok {
						return fail("expected at least six fields with hyphens between, as # global.Entity of GUM names them")
					}
					m.sentence, m.first = s, w
					open = append(open, m)
				}
				if !b.closes {
					continue
				}
				i := lastOpen(open, b)
				if i < 0 {
					return fail("a bracket is closed that was not opened")
				}
				m := open[i]
				open = append(open[:i], open[i+1:]...)
				if m.sentence != s {
					continue // a mention over sentences: not to be had from a tree
				}
				doc.Mentions = append(doc.Mentions, m.mention(sent, w+1, shift))
			}
		}
	}
	return nil
}

// A bracket opens a mention, closes one, or both.
type bracket struct {
	text          string
	opens, closes bool
}

// brackets cuts the value of "Entity=": "(1-person-…(2-place-…)1)" are three.
func brackets(note string) []bracket {
	var list []bracket
	for note != "" {
		b := bracket{opens: note[0] == '('}
		if b.opens {
			note = note[1:]
		}
		n := strings.IndexAny(note, "()")
		if n < 0 {
			n = len(note)
		}
		b.text = note[:n]
		note = note[n:]
		if strings.HasPrefix(note, ")") {
			b.closes, note = true, note[1:]
		}
		list = append(list, b)
	}
	return list
}

// opened reads the fields of an opening bracket.
func opened(text string) (openMention, bool) {
	f := strings.SplitN(text, "-", 8)
	if len(f) < 6 {
		return openMention{}, false
	}
	m := openMention{chain: f[0], kind: f[1], span: f[5]}
	if len(f) == 8 {
		m.identity = f[7]
	}
	return m, true
}

// lastOpen finds the bracket that one closes, -1 if there is none.
func lastOpen(open []openMention, b bracket) int {
	for i := len(open) - 1; i >= 0; i-- {
		if b.opens || open[i].chain == b.text {
			return i
		}
	}
	return -1
}

// mention makes the gold mention of a bracket that ends before word end.
func (m openMention) mention(s *language.Sentence, end, shift int) ChainMention {
	head := m.head(s, end)
	return ChainMention{
		Chain: m.chain, Type: m.kind, Identity: m.identity,
		Start: s.Tokens[m.first].Start - shift, Stop: s.Tokens[end-1].End - shift,
		Head: s.Tokens[head].Start - shift, UPOS: s.Tokens[head].UPOS,
	}
}

// head is the word of the minimal span by which the mention hangs: the first whose own head lies outside the mention.
func (m openMention) head(s *language.Sentence, end int) int {
	first := -1
	for n := range strings.SplitSeq(m.span, ",") {
		k, err := strconv.Atoi(n)
		if err != nil || k < 1 || m.first+k-1 >= end {
			continue
		}
		w := m.first + k - 1
		if h := s.Tokens[w].Head; h < m.first || h >= end {
			return w
		}
		if first < 0 {
			first = w
		}
	}
	if first < 0 {
		return m.first
	}
	return first
}
