package calendar

import (
	"embed"
	"io/fs"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dyad/event"
	"dyad/internal/language"
	"dyad/internal/table"
)

// The chronicle: what happened on a known day, and the marks by which a report of it is recognised, in whatever words it tells it
// (data/chronicle). A happening has a name that later reports use; a row of the chronicle is told as news.

//go:embed data/chronicle/*.tsv
var chronicleFiles embed.FS

// chronicled is one row.
type chronicled struct {
	days
	states []string
	marks  string // as the table writes them: read where the states fit, for few rows are ever asked
	file   string
	line   int
}

// mark is words in a row, in small letters.
type mark []markWord

type markWord struct {
	word string
	open bool // with any ending
}

// chronicle holds the rows by the first of their states ("" for those without one), and by the month of their first day; those that began
// in another month than they ended in stand in both.
type chronicle struct {
	byState map[string][]*chronicled
	byMonth [13][]*chronicled
}

var loadedChronicle = sync.OnceValues(func() (chronicle, error) { return loadChronicle(chronicleFiles) })

// chronicles gives the table. It is embedded, and its test reads it: an error cannot reach a user.
func chronicles() chronicle {
	c, err := loadedChronicle()
	if err != nil {
		return chronicle{}
	}
	return c
}

func loadChronicle(files fs.FS) (chronicle, error) {
	names, err := fs.Glob(files, "data/chronicle/*.tsv")
	if err != nil {
		return chronicle{}, err
	}
	c := chronicle{byState: map[string][]*chronicled{}}
	for _, name := range names {
		rows, err := table.ReadFile(files, "internal/calendar", name, "from", "to", "states", "words")
		if err != nil {
			return chronicle{}, err
		}
		for _, r := range rows {
			x, err := chronicleRow(r)
			if err != nil {
				return chronicle{}, err
			}
			c.enter(&x)
		}
	}
	return c, nil
}

func (c *chronicle) enter(x *chronicled) {
	first := ""
	if len(x.states) > 0 {
		first = x.states[0]
	}
	c.byState[first] = append(c.byState[first], x)
	_, from, _ := x.lo.date()
	_, to, _ := (x.hi + leadDays).date()
	for m := from; ; m = m%12 + 1 {
		c.byMonth[m] = append(c.byMonth[m], x)
		if m == to && x.hi-x.lo < 300 || m%12+1 == from {
			return
		}
	}
}

func chronicleRow(r table.Row) (chronicled, error) {
	x := chronicled{states: r.List("states"), marks: r.Get("words"), file: r.File, line: r.Line}
	var ok bool
	if x.lo, ok = parseDay(r.Get("from")); !ok {
		return x, r.Errorf("from", "%q is no day; write YYYY-MM-DD", r.Get("from"))
	}
	x.hi = x.lo
	if to := r.Get("to"); to != "" {
		if x.hi, ok = parseDay(to); !ok || x.hi < x.lo {
			return x, r.Errorf("to", "%q is no day after %s; write YYYY-MM-DD", to, r.Get("from"))
		}
	}
	return x, nil
}

// groups goes through the marks, each as its alternatives.
func (x *chronicled) groups() iter.Seq[string] { return strings.SplitSeq(x.marks, ";") }

func readMark(s string) mark {
	var m mark
	for w := range strings.FieldsSeq(s) {
		bare, open := strings.CutSuffix(w, "*")
		parts := plainWords(bare)
		for i, p := range parts {
			m = append(m, markWord{p, open && i == len(parts)-1})
		}
	}
	return m
}

// plainWords gives the words of a text in small letters, apart at hyphens, without accents, dots and the possessive.
func plainWords(s string) []string {
	var b strings.Builder
	for _, r := range norm.NFD.String(plainSigns.Replace(s)) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '.':
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '$':
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	for i, w := range words {
		words[i] = strings.Trim(strings.TrimSuffix(w, "'s"), "'")
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// head is what a report is recognised by.
type head struct {
	words  []string // in order
	sorted []string
	states []string // codes of all that its words may mean
	asked  map[string]bool
}

// headTokens is how many tokens of a report are its head, in which stands what it has to tell, and leadTokens those of its first
// sentences. Sentences are taken whole.
const headTokens, leadTokens = 130, 35

// sentencesOf gives how many sentences hold the first tokens.
func sentencesOf(sents []language.Sentence, tokens int) int {
	n := 0
	for i := range sents {
		if n += len(sents[i].Tokens); n >= tokens {
			return i + 1
		}
	}
	return len(sents)
}

func newHead(text string, sents []language.Sentence, dl *event.Dateline, states []string) head {
	h := head{states: states, asked: map[string]bool{}}
	if dl != nil {
		h.words = plainWords(dl.Place)
	}
	for i := range sents {
		at := sents[i].Start
		for _, gone := range formerly(&sents[i]) {
			h.words = append(h.words, plainWords(text[at:gone.lo])...)
			at = gone.hi
		}
		h.words = append(h.words, plainWords(text[at:min(sents[i].End, len(text))])...)
	}
	h.sorted = slices.Sorted(slices.Values(h.words))
	return h
}

// formerly gives the bytes of those whom a sentence names for what they have been: "former presidents Bush and Clinton".
func formerly(s *language.Sentence) (gone []struct{ lo, hi int }) {
	for i := 0; i < len(s.Tokens); i++ {
		if w := s.Tokens[i].Lemma; w != "former" && w != "ex" {
			continue
		}
		j := i + 1
		for j < len(s.Tokens) && (s.Tokens[j].UPOS == "PROPN" || s.Tokens[j].UPOS == "NOUN" || s.Tokens[j].UPOS == "PUNCT" || s.Tokens[j].UPOS == "CCONJ") {
			j++
		}
		gone = append(gone, struct{ lo, hi int }{s.Tokens[i].Start, s.Tokens[j-1].End})
		i = j - 1
	}
	return gone
}

// tells says how much of a row stands in the head; false where a state or more than one of the words is missing.
func (h *head) tells(x *chronicled) (telling, bool) {
	for _, s := range x.states {
		if !slices.Contains(h.states, s) {
			return telling{}, false
		}
	}
	t := telling{chronicled: x, there: len(x.states)}
	for group := range x.groups() {
		if h.hasOne(group) {
			t.there++
			t.named = t.named || group != "" && unicode.IsUpper(rune(group[0]))
		} else if t.missing++; t.missing > 1 {
			return telling{}, false
		}
	}
	return t, true
}

// hasOne says whether one of the alternatives stands in the head.
func (h *head) hasOne(group string) bool {
	for either := range strings.SplitSeq(group, "/") {
		has, asked := h.asked[either]
		if !asked {
			has = h.has(readMark(either))
			h.asked[either] = has
		}
		if has {
			return true
		}
	}
	return false
}

func (h *head) has(m mark) bool {
	if len(m) == 0 || !h.hasWord(m[0]) {
		return false
	}
	if len(m) == 1 {
		return true
	}
	for i := range h.words {
		if fits := func(k int) bool { return m[k].fits(h.words[i+k]) }; i+len(m) <= len(h.words) && all(len(m), fits) {
			return true
		}
	}
	return false
}

func (h *head) hasWord(w markWord) bool {
	i := sort.SearchStrings(h.sorted, w.word)
	return i < len(h.sorted) && w.fits(h.sorted[i])
}

func (w markWord) fits(word string) bool {
	return word == w.word || w.open && strings.HasPrefix(word, w.word)
}

func all(n int, f func(int) bool) bool {
	for i := range n {
		if !f(i) {
			return false
		}
	}
	return true
}

// A telling is a row and how much of it stands in the head.
type telling struct {
	*chronicled
	there, missing int
	named          bool // one of the words there is a name, beside those of the states
}

// find gives the rows that the head tells, but for one word at most, of those that may be looked at, in a month if it is known.
func (c chronicle) find(h head, month int, may func(*chronicled) bool) []telling {
	var found []telling
	look := func(list []*chronicled) {
		for _, x := range list {
			if !may(x) {
				continue
			}
			if t, ok := h.tells(x); ok {
				found = append(found, t)
			}
		}
	}
	if month != 0 {
		look(c.byMonth[month])
		return found
	}
	for _, s := range append([]string{""}, h.states...) {
		look(c.byState[s])
	}
	return found
}
