package evaluate

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/event"
	"dyad/internal/language"
	"dyad/internal/quote"
	"dyad/internal/table"
)

//go:embed data/thoughts.tsv
var thoughtsFile embed.FS

// QuotesHalves are the measures of quotes on the gold data of ../shared/gold/quotes: the articles at odd places of the file
// may be looked at, those at even places are only measured.
type QuotesHalves struct {
	Odd, Even QuotesScores
}

// All are the measures of both halves together.
func (h QuotesHalves) All() QuotesScores {
	s := h.Odd
	s.add(h.Even)
	return s
}

// QuotesScores are the measures of quotes. Spans are compared as sets of words; a leading "that", which this gold counts in
// and report.md does not, is left out on both sides.
type QuotesScores struct {
	SpanScores            // of all that the gold counts as attribution
	Said       SpanScores // without what it counts and report.md does not: thoughts, wishes, plans
	Thoughts   int        // how many of those there are
	Direct     Score      // gold that stands in marks as a whole: the same words, found as a direct quote
	Speaker    Score      // the speaker shares a word, of direct gold with the same words and a speaker
	Misses     []QuotesMiss
}

// SpanScores compare the contents and speakers of quotes with those of the gold.
type SpanScores struct {
	Content Soft  // words of the content shared with the best partner, averaged
	Exact   Score // the same words
	Source  Soft  // words of the speaker shared, of quotes whose contents are partners
}

// Soft sums shares between 0 and 1 instead of counting right and wrong.
type Soft struct {
	Precise, Recalled float64
	Found, Gold       int
}

// Precision is the mean share of what was found that the gold has too.
func (s Soft) Precision() float64 { return s.Precise / float64(max(s.Found, 1)) }

// Recall is the mean share of the gold that was found.
func (s Soft) Recall() float64 { return s.Recalled / float64(max(s.Gold, 1)) }

// F1 is the harmonic mean of mean precision and mean recall.
func (s Soft) F1() float64 {
	p, r := s.Precision(), s.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (s *Soft) add(o Soft) {
	s.Precise += o.Precise
	s.Recalled += o.Recalled
	s.Found += o.Found
	s.Gold += o.Gold
}

func (s *SpanScores) add(o SpanScores) {
	s.Content.add(o.Content)
	s.Exact.Add(o.Exact)
	s.Source.add(o.Source)
}

func (s *QuotesScores) add(o QuotesScores) {
	s.SpanScores.add(o.SpanScores)
	s.Said.add(o.Said)
	s.Thoughts += o.Thoughts
	s.Direct.Add(o.Direct)
	s.Speaker.Add(o.Speaker)
	s.Misses = append(append([]QuotesMiss(nil), s.Misses...), o.Misses...)
}

// QuotesMiss is a gold attribution without a partner that has the same words, or a quote without one.
type QuotesMiss struct {
	Path, Kind, Cue, Gold, Got string
}

// Quotes measures quotes on the gold files of a folder (shared/gold/quotes). The function given parses a text. Mentions are
// left out: speakers are compared as words, before coreference.
func Quotes(dir string, parse func(string) []language.Sentence) (QuotesHalves, error) {
	var h QuotesHalves
	docs, err := readQuotes(dir)
	if err != nil {
		return h, err
	}
	thoughts, err := lemmaTable(thoughtsFile, "data/thoughts.tsv")
	if err != nil {
		return h, err
	}
	for i, d := range docs {
		half := &h.Odd
		if i%2 == 1 {
			half = &h.Even
		}
		sents := parse(d.Text)
		half.document(newComparison(d, quote.Find(d.Text, sents, nil), sents, thoughts))
	}
	return h, nil
}

// lemmaTable reads a table of one column.
func lemmaTable(files embed.FS, file string) (map[string]bool, error) {
	rows, err := table.ReadFile(files, "internal/evaluate", file, "lemma")
	if err != nil {
		return nil, err
	}
	set := map[string]bool{}
	for _, r := range rows {
		set[r.Get("lemma")] = true
	}
	return set, nil
}

// comparison holds the quotes of one article and its gold as sets of words.
type comparison struct {
	quotesDocument
	words
	found     []quote.Quote
	gold, got []wordSet
	src, spk  []wordSet
	thought   []bool // of gold: a thought, which report.md does not ask for
	partner   []int  // of what was found: the best gold, -1
	inMixed   []bool // of what was found: a quotation inside an indirect quote that one mixed gold answers to
}

func newComparison(d quotesDocument, found []quote.Quote, sents []language.Sentence, thoughts map[string]bool) *comparison {
	c := &comparison{quotesDocument: d, words: wordsOf(d.Text), found: found}
	bytes := byteOffsets(d.Text)
	for _, g := range d.Quotes {
		c.gold = append(c.gold, c.spans(codePoints(bytes, g.Content)).withoutThat(c.words))
		c.src = append(c.src, c.spans(codePoints(bytes, g.Source)))
		c.thought = append(c.thought, thoughtCue(codePoints(bytes, g.Cue), sents, thoughts))
	}
	for _, q := range found {
		spans := q.Parts
		if len(spans) == 0 {
			spans = []event.Span{{Start: q.Start, End: q.End}}
		}
		c.got = append(c.got, c.spans(spans).withoutThat(c.words))
		c.spk = append(c.spk, c.speaker(q))
	}
	for j := range found {
		i, _ := best(c.got[j], c.gold)
		c.partner = append(c.partner, i)
		c.inMixed = append(c.inMixed, i >= 0 && d.Quotes[i].Kind == "mixed" && c.nested(j))
	}
	return c
}

// thoughtCue reports whether a word of a cue tells of a thought or wish, and none of speech.
func thoughtCue(cue []event.Span, sents []language.Sentence, thoughts map[string]bool) bool {
	is := false
	for _, s := range sents {
		for _, span := range cue {
			for i := range s.Tokens {
				if t := &s.Tokens[i]; t.Start >= span.Start && t.End <= span.End && t.UPOS != "AUX" {
					lemma := strings.ToLower(t.Lemma)
					if quote.Said(lemma) {
						return false
					}
					is = is || thoughts[lemma]
				}
			}
		}
	}
	return is
}

// nested reports whether a direct quote stands inside an indirect one.
func (c *comparison) nested(j int) bool {
	if c.found[j].Kind != "direct" {
		return false
	}
	for k := range c.found {
		if c.found[k].Kind == "indirect" && c.got[j].shared(c.got[k]) == len(c.got[j]) {
			return true
		}
	}
	return false
}

// marked reports whether a quote begins with a quotation mark: the turns of an interview, which are direct speech without
// any, count as indirect in this gold.
func (c *comparison) marked(j int) bool {
	first, _ := utf8.DecodeRuneInString(c.Text[c.found[j].Start:])
	return !unicode.IsLetter(first) && !unicode.IsDigit(first)
}

// document adds one article.
func (s *QuotesScores) document(c *comparison) {
	for i := range c.gold {
		s.recalled(c, i)
	}
	for j := range c.found {
		s.found(c, j)
	}
}

// recalled adds what was found of one gold attribution.
func (s *QuotesScores) recalled(c *comparison, i int) {
	g, kind := c.gold[i], c.Quotes[i].Kind
	one := SpanScores{Content: Soft{Gold: 1}, Exact: Score{Gold: 1}, Source: Soft{Gold: 1}}
	j, n := best(g, c.got)
	same := j >= 0 && n == len(g) && n == len(c.got[j])
	if j >= 0 {
		one.Content.Recalled = share(n, len(g))
		one.Source.Recalled = shared(c.src[i], c.spk[j], len(c.src[i]))
	}
	if same {
		one.Exact.Right = 1
	} else {
		m := QuotesMiss{c.Path, kind, c.Quotes[i].CueText, c.text(g), ""}
		if j >= 0 {
			m.Got = c.text(c.got[j])
		}
		s.Misses = append(s.Misses, m)
	}
	s.SpanScores.add(one)
	if c.thought[i] {
		s.Thoughts++
	} else {
		s.Said.add(one)
	}
	if kind != "direct" {
		return
	}
	s.Direct.Gold++
	if same && c.found[j].Kind == kind {
		s.Direct.Right++
		if len(c.src[i]) > 0 {
			right := 0
			if c.src[i].shared(c.spk[j]) > 0 {
				right = 1
			}
			s.Speaker.Add(Score{Right: right, Found: 1, Gold: 1})
		}
	}
}

// found adds how right one quote is. A quotation inside an indirect quote, which report.md wants beside it, is neither right
// nor wrong where the gold has one mixed attribution.
func (s *QuotesScores) found(c *comparison, j int) {
	i := c.partner[j]
	if c.found[j].Kind == "direct" && (i < 0 || c.Quotes[i].Kind == "direct" || c.Quotes[i].Kind == "indirect" && c.marked(j)) {
		s.Direct.Found++
	}
	if c.inMixed[j] {
		return
	}
	one := SpanScores{Content: Soft{Found: 1}, Exact: Score{Found: 1}, Source: Soft{Found: 1}}
	if i >= 0 {
		one.Content.Precise = share(c.got[j].shared(c.gold[i]), len(c.got[j]))
		one.Source.Precise = shared(c.src[i], c.spk[j], len(c.spk[j]))
	} else {
		s.Misses = append(s.Misses, QuotesMiss{c.Path, c.found[j].Kind, cueOf(c.found[j]), "", c.text(c.got[j])})
	}
	s.SpanScores.add(one)
	if i < 0 || !c.thought[i] {
		s.Said.add(one)
	}
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
