package evaluate

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/event"
	"dyad/internal/quote"
)

// quotesDocument is a line of the gold file; offsets are code points.
type quotesDocument struct {
	Path   string `json:"path"`
	Text   string `json:"text"`
	Quotes []struct {
		Source  [][2]int `json:"source"`
		Cue     [][2]int `json:"cue"`
		Content [][2]int `json:"content"`
		Kind    string   `json:"kind"`
		CueText string   `json:"cue_text"`
	} `json:"quotes"`
}

// words are the words of a text in order, as byte spans without punctuation.
type words struct {
	of   string
	list []event.Span
}

func wordsOf(text string) words {
	w := words{of: text}
	start := -1
	for i, r := range text + " " {
		in := unicode.IsLetter(r) || unicode.IsDigit(r)
		if in && start < 0 {
			start = i
		} else if !in && start >= 0 {
			w.list = append(w.list, event.Span{Start: start, End: i})
			start = -1
		}
	}
	return w
}

// wordSet are numbers of words.
type wordSet map[int]bool

func (w words) spans(spans []event.Span) wordSet {
	set := wordSet{}
	for _, s := range spans {
		for i, o := range w.list {
			if o.Start >= s.Start && o.End <= s.End {
				set[i] = true
			}
		}
	}
	return set
}

// withoutThat leaves a "that" at the beginning out.
func (s wordSet) withoutThat(w words) wordSet {
	first := len(w.list)
	for i := range s {
		first = min(first, i)
	}
	if first < len(w.list) && w.of[w.list[first].Start:w.list[first].End] == "that" && len(s) > 1 {
		delete(s, first)
	}
	return s
}

// with gives the words of both sets.
func (s wordSet) with(o wordSet) wordSet {
	all := maps.Clone(s)
	maps.Copy(all, o)
	return all
}

func (s wordSet) shared(o wordSet) int {
	n := 0
	for i := range s {
		if o[i] {
			n++
		}
	}
	return n
}

func (w words) speaker(q quote.Quote) wordSet {
	if q.Speaker == nil {
		return nil
	}
	return w.spans([]event.Span{{Start: q.Speaker.Start, End: q.Speaker.End}})
}

// text writes a set of words for a message.
func (w words) text(s wordSet) string {
	var b strings.Builder
	for i, o := range w.list {
		if s[i] {
			b.WriteString(w.of[o.Start:o.End] + " ")
		}
	}
	return b.String()
}

// best gives the attribution whose content shares most of its words with s, measured by both sizes, and how many; -1 if none does.
func best(s wordSet, of []attribution) (int, int) {
	at, most, n := -1, 0.0, 0
	for i, o := range of {
		k := s.shared(o.content)
		if v := share(2*k, len(s)+len(o.content)); v > most {
			at, most, n = i, v, k
		}
	}
	return at, n
}

func codePoints(bytes []int, spans [][2]int) []event.Span {
	list := make([]event.Span, len(spans))
	for i, s := range spans {
		list[i] = event.Span{Start: bytes[s[0]], End: bytes[s[1]]}
	}
	return list
}

func readQuotes(dir string) ([]quotesDocument, error) {
	texts := map[string]string{}
	err := eachLine(filepath.Join(dir, "input.jsonl"), func(d quotesDocument) error {
		texts[d.Path] = d.Text
		return nil
	})
	if err != nil {
		return nil, err
	}
	var docs []quotesDocument
	err = eachLine(filepath.Join(dir, "gold.jsonl"), func(d quotesDocument) error {
		d.Text = texts[d.Path]
		n := utf8.RuneCountInString(d.Text)
		for _, q := range d.Quotes {
			for _, s := range slices.Concat(q.Content, q.Source, q.Cue) {
				if s[0] < 0 || s[1] < s[0] || s[1] > n {
					return fmt.Errorf("%s: the span %d–%d lies outside the text", d.Path, s[0], s[1])
				}
			}
		}
		d.doubled()
		docs = append(docs, d)
		return nil
	})
	return docs, err
}

// doubled repairs the kind of contents between two apostrophes on each side, which the gold's derivation by marks took for
// none: some newspapers type quotation marks so.
func (d *quotesDocument) doubled() {
	bytes := byteOffsets(d.Text)
	for i := range d.Quotes {
		q := &d.Quotes[i]
		all, any := true, false
		for _, s := range codePoints(bytes, q.Content) {
			t := d.Text[s.Start:s.End]
			all = all && strings.HasPrefix(t, "''") && strings.Index(t[1:], "''") == len(t)-3
			any = any || strings.Contains(t, "''")
		}
		switch {
		case q.Kind != "indirect" || !any:
		case all:
			q.Kind = "direct"
		default:
			q.Kind = "mixed"
		}
	}
}

// eachLine decodes the lines of a JSON Lines file.
func eachLine[T any](file string, do func(T) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
		if err := do(v); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
	}
	return lines.Err()
}
