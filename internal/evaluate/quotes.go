package evaluate

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/event"
	"dyad/internal/language"
	"dyad/internal/quote"
)

// QuotesScores are the measures of quotes on the gold data of ../shared/gold/quotes. Spans are compared as sets of words;
// a leading "that", which this gold counts in and report.md does not, is left out on both sides.
type QuotesScores struct {
	Content Soft  // words of the content shared with the best partner, averaged
	Exact   Score // the same words
	Source  Soft  // words of the speaker shared, of quotes whose contents are partners
	Direct  Score // gold that stands in marks as a whole: the same words, of direct quotes found in such places
	Speaker Score // speaker shares a word, of direct gold with the same words and a speaker
	Misses  []QuotesMiss
}

// Soft sums shares between 0 and 1 instead of counting right and wrong.
type Soft struct {
	Precise, Recalled float64
	Found, Gold       int
}

// F1 is the harmonic mean of mean precision and mean recall.
func (s Soft) F1() float64 {
	p, r := s.Precise/float64(max(s.Found, 1)), s.Recalled/float64(max(s.Gold, 1))
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// QuotesMiss is a gold attribution without a partner that has the same words, or a quote without one.
type QuotesMiss struct {
	Path, Kind, Cue, Gold, Got string
}

// quotesDocument is a line of the gold file; offsets are code points.
type quotesDocument struct {
	Path   string `json:"path"`
	Text   string `json:"text"`
	Quotes []struct {
		Source  [][2]int `json:"source"`
		Content [][2]int `json:"content"`
		Kind    string   `json:"kind"`
		CueText string   `json:"cue_text"`
	} `json:"quotes"`
}

// Quotes measures quotes on the gold files of a folder (shared/gold/quotes). The function given parses a text. Mentions are
// left out: speakers are compared as words, before coreference.
func Quotes(dir string, parse func(string) []language.Sentence) (QuotesScores, error) {
	var s QuotesScores
	docs, err := readQuotes(dir)
	if err != nil {
		return s, err
	}
	for _, d := range docs {
		s.document(d, quote.Find(d.Text, parse(d.Text), nil))
	}
	return s, nil
}

// document compares the quotes of one article with its gold.
func (s *QuotesScores) document(d quotesDocument, found []quote.Quote) {
	w := wordsOf(d.Text)
	bytes := byteOffsets(d.Text)
	gold := make([]wordSet, len(d.Quotes))
	for i, g := range d.Quotes {
		gold[i] = w.spans(codePoints(bytes, g.Content)).withoutThat(w)
	}
	got := make([]wordSet, len(found))
	for i, q := range found {
		spans := q.Parts
		if len(spans) == 0 {
			spans = []event.Span{{Start: q.Start, End: q.End}}
		}
		got[i] = w.spans(spans).withoutThat(w)
	}
	s.Content.Gold += len(gold)
	s.Content.Found += len(got)
	s.Source.Gold += len(gold)
	s.Source.Found += len(got)
	s.Exact.Add(Score{Found: len(got), Gold: len(gold)})
	for i, g := range gold {
		j, n := best(g, got)
		if j < 0 {
			s.miss(d, w, i, g, nil)
			continue
		}
		s.Content.Recalled += share(n, len(g))
		src := w.spans(codePoints(bytes, d.Quotes[i].Source))
		spk := w.speaker(found[j])
		s.Source.Recalled += shared(src, spk, len(src))
		if same := n == len(g) && n == len(got[j]); same {
			s.Exact.Right++
		} else {
			s.miss(d, w, i, g, got[j])
		}
		if d.Quotes[i].Kind == "direct" && n == len(g) && n == len(got[j]) {
			s.Direct.Right++
			if len(src) > 0 {
				s.Speaker.Gold++
				if src.shared(spk) > 0 {
					s.Speaker.Right++
				}
			}
		}
	}
	for j, f := range got {
		i, n := best(f, gold)
		if found[j].Kind == "direct" {
			if i < 0 || d.Quotes[i].Kind == "direct" {
				s.Direct.Found++
			}
		}
		if i < 0 {
			s.Misses = append(s.Misses, QuotesMiss{d.Path, found[j].Kind, cueOf(found[j]), "", w.text(f)})
			continue
		}
		s.Content.Precise += share(n, len(f))
		spk := w.speaker(found[j])
		s.Source.Precise += shared(w.spans(codePoints(bytes, d.Quotes[i].Source)), spk, len(spk))
	}
	for _, g := range d.Quotes {
		if g.Kind == "direct" {
			s.Direct.Gold++
		}
	}
}

func (s *QuotesScores) miss(d quotesDocument, w words, i int, gold, got wordSet) {
	s.Misses = append(s.Misses, QuotesMiss{d.Path, d.Quotes[i].Kind, d.Quotes[i].CueText, w.text(gold), w.text(got)})
}

// shared is the share of n words that two sets have in common; two empty sets agree.
func shared(a, b wordSet, n int) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	return share(a.shared(b), n)
}

func cueOf(q quote.Quote) string {
	if q.Cue == nil {
		return ""
	}
	return q.Cue.Text
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

// best gives the set that shares most of its words with s, measured by both sizes, and how many; -1 if none does.
func best(s wordSet, of []wordSet) (int, int) {
	at, most, n := -1, 0.0, 0
	for i, o := range of {
		k := s.shared(o)
		if v := share(2*k, len(s)+len(o)); v > most {
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
			for _, s := range append(q.Content, q.Source...) {
				if s[0] < 0 || s[1] < s[0] || s[1] > n {
					return fmt.Errorf("%s: the span %d–%d lies outside the text", d.Path, s[0], s[1])
				}
			}
		}
		docs = append(docs, d)
		return nil
	})
	return docs, err
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
