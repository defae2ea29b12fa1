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
	Clauses    SpanScores // without these, and without acts and topics told in a phrase, which report.md holds for events
	Phrases    int        // how many of those there are
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
	s.Clauses.add(o.Clauses)
	s.Phrases += o.Phrases
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
	thoughts, err := table.Words(thoughtsFile, "internal/evaluate", "data/thoughts.tsv", "lemma")
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

// comparison holds the quotes of one article and its gold as sets of words.
type comparison struct {
	quotesDocument
	words
	gold    []attribution
	thought []bool        // of gold: a thought, which report.md does not ask for
	phrase  []bool        // of gold: neither a clause nor in marks
	got     []attribution // quotes with one and the same cue are one, as they are in this gold
	direct  []attribution // the direct quotes, each alone
}

// attribution is who says what.
type attribution struct {
	content, source wordSet
	kind, cue       string
	marked          bool // begins with a quotation mark: the turns of an interview are direct speech without any
}

func newComparison(d quotesDocument, found []quote.Quote, sents []language.Sentence, thoughts map[string]bool) *comparison {
	c := &comparison{quotesDocument: d, words: wordsOf(d.Text)}
	bytes := byteOffsets(d.Text)
	for _, g := range d.Quotes {
		content := c.spans(codePoints(bytes, g.Content)).withoutThat(c.words)
		c.gold = append(c.gold, attribution{content: content, source: c.spans(codePoints(bytes, g.Source)), kind: g.Kind, cue: g.CueText})
		c.thought = append(c.thought, thoughtCue(codePoints(bytes, g.Cue), sents, thoughts))
		c.phrase = append(c.phrase, g.Kind == "indirect" && !clause(codePoints(bytes, g.Content), sents))
	}
	at := map[int]int{}
	for _, q := range found {
		a := c.attribution(q)
		if q.Kind == "direct" {
			c.direct = append(c.direct, a)
		}
		if q.Cue == nil {
			c.got = append(c.got, a)
		} else if n, ok := at[q.Cue.Start]; ok {
			c.got[n].content = c.got[n].content.with(a.content)
		} else {
			at[q.Cue.Start] = len(c.got)
			c.got = append(c.got, a)
		}
	}
	return c
}

// attribution makes an attribution of a quote.
func (c *comparison) attribution(q quote.Quote) attribution {
	spans := q.Parts
	if len(spans) == 0 {
		spans = []event.Span{{Start: q.Start, End: q.End}}
	}
	first, _ := utf8.DecodeRuneInString(c.Text[q.Start:])
	a := attribution{content: c.spans(spans).withoutThat(c.words), source: c.speaker(q), kind: q.Kind, marked: !unicode.IsLetter(first) && !unicode.IsDigit(first)}
	if q.Cue != nil {
		a.cue = q.Cue.Text
	}
	return a
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

// clause reports whether a content begins with or is headed by a finite clause.
func clause(content []event.Span, sents []language.Sentence) bool {
	for _, s := range sents {
		for i := range s.Tokens {
			if t := &s.Tokens[i]; t.UPOS != "PUNCT" && within(t, content) && (t.Head < 0 || t.Head >= len(s.Tokens) || !within(&s.Tokens[t.Head], content)) && finite(&s, i) {
				return true
			}
		}
	}
	return false
}

func within(t *language.Token, spans []event.Span) bool {
	for _, s := range spans {
		if s.Start <= t.Start && t.End <= s.End {
			return true
		}
	}
	return false
}

// finite reports whether a token is a finite verb, or has an auxiliary or copula that is one.
func finite(s *language.Sentence, i int) bool {
	switch s.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head == i && t.UPOS == "AUX" && finite(s, j) {
			return true
		}
	}
	return false
}

// document adds one article.
func (s *QuotesScores) document(c *comparison) {
	for i := range c.gold {
		s.recalled(c, i)
		if c.gold[i].kind == "direct" {
			s.spoken(c.gold[i], c.direct)
		}
	}
	for _, a := range c.got {
		s.found(c, a)
	}
	for _, a := range c.direct {
		i, _ := best(a.content, c.gold)
		if i < 0 || c.gold[i].kind == "direct" || c.gold[i].kind == "indirect" && a.marked {
			s.Direct.Found++
		}
	}
}

// recalled adds what was found of one gold attribution.
func (s *QuotesScores) recalled(c *comparison, i int) {
	g := c.gold[i]
	one := SpanScores{Content: Soft{Gold: 1}, Exact: Score{Gold: 1}, Source: Soft{Gold: 1}}
	got := ""
	j, n := best(g.content, c.got)
	if j >= 0 {
		one.Content.Recalled = share(n, len(g.content))
		one.Source.Recalled = shared(g.source, c.got[j].source, len(g.source))
		got = c.text(c.got[j].content)
	}
	if j >= 0 && n == len(g.content) && n == len(c.got[j].content) {
		one.Exact.Right = 1
	} else {
		s.Misses = append(s.Misses, QuotesMiss{c.Path, g.kind, g.cue, c.text(g.content), got})
	}
	s.SpanScores.add(one)
	switch {
	case c.thought[i]:
		s.Thoughts++
		return
	case c.phrase[i]:
		s.Phrases++
	default:
		s.Clauses.add(one)
	}
	s.Said.add(one)
}

// spoken adds what was found of gold that stands in marks as a whole.
func (s *QuotesScores) spoken(g attribution, direct []attribution) {
	s.Direct.Gold++
	j, n := best(g.content, direct)
	if j < 0 || n != len(g.content) || n != len(direct[j].content) {
		return
	}
	s.Direct.Right++
	if len(g.source) > 0 {
		right := Score{Found: 1, Gold: 1}
		if g.source.shared(direct[j].source) > 0 {
			right.Right = 1
		}
		s.Speaker.Add(right)
	}
}

// found adds how right one attribution of ours is.
func (s *QuotesScores) found(c *comparison, a attribution) {
	one := SpanScores{Content: Soft{Found: 1}, Exact: Score{Found: 1}, Source: Soft{Found: 1}}
	i, n := best(a.content, c.gold)
	if i >= 0 {
		one.Content.Precise = share(n, len(a.content))
		one.Source.Precise = shared(c.gold[i].source, a.source, len(a.source))
	} else {
		s.Misses = append(s.Misses, QuotesMiss{c.Path, a.kind, a.cue, "", c.text(a.content)})
	}
	s.SpanScores.add(one)
	if i < 0 || !c.thought[i] {
		s.Said.add(one)
	}
	if i < 0 || !c.thought[i] && !c.phrase[i] {
		s.Clauses.add(one)
	}
}

// shared is the share of n words that two sets have in common; two empty sets agree.
func shared(a, b wordSet, n int) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	return share(a.shared(b), n)
}
