package clean

import (
	"slices"
	"strings"
	"unicode"
)

const (
	enoughWords = 5 // so many words are not said twice by chance
	gramWords   = 5
	maxOrigins  = 8 // how many places with the same beginning are compared
)

// copies finds the sentences of a report that stand in it more than once.
//
// Sentences are compared by their words alone, as hashes, so that marks, blanks, capitals and line breaks do not
// matter. A sentence is a copy where its words stood before from the beginning of a sentence to the end of one: the
// two printings may be divided differently. A torn sentence, without beginning or end, is a copy where it stands whole
// anywhere inside a sentence. A short sentence may be said twice ("He refused."): it is a copy only in the middle of
// other copies.
type copies struct {
	segs   []segment
	words  []uint64
	first  []int   // of each segment: its first word; one more entry for the end
	origin []match // of each segment: what it is a copy of
	torn   []bool  // of each segment: it has no beginning or no end
}

// match is the segments first to last, of which another one is the copy. first = -1: none.
type match struct{ first, last int }

// order keeps one of each repeated sentence, in the order that loses nothing: what stands in a later copy only is put
// where that copy has it. Copies often differ in breaks between paragraphs; a break in one of them is a break.
func (d *draft) order(segs []segment) []segment {
	c := d.compare(segs)
	breaks := map[[2]int]bool{}
	for i := 1; i < len(segs); i++ {
		if segs[i].fresh {
			breaks[[2]int{c.root(i - 1).last, c.root(i).first}] = true
		}
	}
	out := make([]segment, 0, len(segs))
	next := c.arrange()
	for i, prev := next[len(segs)], -1; i >= 0; i, prev = next[i], i {
		s := segs[i]
		if prev >= 0 {
			s.fresh = breaks[[2]int{prev, i}] || i != prev+1 && (s.fresh || prev+1 < len(segs) && segs[prev+1].fresh)
		}
		out = append(out, s)
	}
	return out
}

// root returns the kept segments of which segment i is a copy; itself if it is none.
func (c *copies) root(i int) match {
	m := match{i, i}
	for range len(c.segs) { // a torn copy may be a copy of what is torn itself, in something longer
		first, last := c.origin[m.first], c.origin[m.last]
		if first.first < 0 && last.first < 0 {
			break
		}
		if first.first >= 0 {
			m.first = first.first
		}
		if last.first >= 0 {
			m.last = last.last
		}
	}
	return m
}

// arrange links the segments that are kept in their order: the entry of each is the next one, the last entry of the
// list the first one; -1 ends.
func (c *copies) arrange() []int {
	n := len(c.segs)
	next := make([]int, n+1)
	head, tail := n, n // next[n] is the first segment
	next[head] = -1
	at, run := head, 0 // where the reading stands; how many copies came one after another
	for i := range c.segs {
		if c.origin[i].first >= 0 {
			if last := c.root(i).last; last < i { // else it is torn, and whole only further on
				at, run = last, run+1
			}
			continue
		}
		if run > 0 && !(run >= 2 || i+1 < n && c.origin[i+1].first >= 0) {
			at = tail // one copy alone, a caption or a quotation set out, does not say where we are
		}
		run = 0
		next[i] = next[at]
		next[at] = i
		if at == tail {
			tail = i
		}
		at = i
	}
	return next
}

// compare finds the copies and cuts them.
func (d *draft) compare(segs []segment) *copies {
	c := &copies{segs: segs, first: make([]int, 0, len(segs)+1), origin: make([]match, len(segs)), torn: make([]bool, len(segs))}
	for i, s := range segs {
		c.first = append(c.first, len(c.words))
		c.words = appendWords(c.words, d.text[s.start:s.end])
		c.origin[i] = match{-1, -1}
		c.torn[i] = d.isTorn(s)
	}
	c.first = append(c.first, len(c.words))
	c.findWhole()
	c.findTorn()
	c.findShort()
	for i, m := range c.origin {
		if m.first >= 0 {
			d.cut(repetition, segs[i].start, segs[i].end)
		}
	}
	return c
}

// isTorn holds for a stretch that begins or ends in the middle of a sentence.
func (d *draft) isTorn(s segment) bool {
	text := d.text[s.start:s.end]
	return startsLower(text) || !endsSentence(text) || strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…")
}

// appendWords appends the hashes of the words of s: letters and digits, in small letters, without apostrophes.
func appendWords(words []uint64, s string) []uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h, inside := uint64(offset), false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			h, inside = (h^uint64(unicode.ToLower(r)))*prime, true
		case r == '\'' || r == '’' || isInvisible(r):
		case inside:
			words = append(words, h)
			h, inside = offset, false
		}
	}
	if inside {
		words = append(words, h)
	}
	return words
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// of returns the words of segment i.
func (c *copies) of(i int) []uint64 { return c.words[c.first[i]:c.first[i+1]] }

// gram hashes the first words of a list.
func gram(words []uint64) uint64 {
	h := uint64(len(words[:min(len(words), gramWords)]))
	for _, w := range words[:min(len(words), gramWords)] {
		h = h*0x9e3779b97f4a7c15 ^ w
	}
	return h
}

// findWhole finds segments whose words stood before, from the beginning of a segment to the end of one.
func (c *copies) findWhole() {
	starts := map[uint64][]int{} // the kept segments by their first words
	for i := range c.segs {
		w := c.of(i)
		if len(w) < enoughWords {
			continue
		}
		key := gram(w)
		for _, j := range starts[key] {
			if last := c.spans(j, w, i); last >= 0 {
				c.origin[i] = match{j, last}
				break
			}
		}
		if c.origin[i].first < 0 && len(starts[key]) < maxOrigins {
			starts[key] = append(starts[key], i)
		}
	}
}

// spans returns the segment before limit that ends where the words w end if they are read from the beginning of
// segment j on, -1 if they are not there or end inside a segment.
func (c *copies) spans(j int, w []uint64, limit int) int {
	from := c.first[j]
	if from+len(w) > c.first[limit] || !slices.Equal(c.words[from:from+len(w)], w) {
		return -1
	}
	for last := j; last < limit; last++ {
		if c.origin[last].first >= 0 {
			return -1 // what is there is itself a copy
		}
		if end := c.first[last+1]; end >= from+len(w) {
			if end == from+len(w) {
				return last
			}
			return -1
		}
	}
	return -1
}

// findTorn finds torn segments that stand whole inside a longer segment, before or behind them.
func (c *copies) findTorn() {
	wanted := map[uint64][]int{}
	for i := range c.segs {
		if w := c.of(i); c.torn[i] && c.origin[i].first < 0 && len(w) >= enoughWords && len(wanted[gram(w)]) < maxOrigins {
			wanted[gram(w)] = append(wanted[gram(w)], i)
		}
	}
	if len(wanted) == 0 {
		return
	}
	for j := range c.segs {
		if c.origin[j].first >= 0 {
			continue
		}
		w := c.of(j)
		for at := 0; at+gramWords <= len(w); at++ {
			for _, i := range wanted[gram(w[at:])] {
				if t := c.of(i); i != j && c.origin[i].first < 0 && len(t) < len(w) && at+len(t) <= len(w) && slices.Equal(w[at:at+len(t)], t) {
					c.origin[i] = match{j, j}
				}
			}
		}
	}
}

// findShort finds short segments that go on a run of copies, forwards and backwards.
func (c *copies) findShort() {
	follow := func(i, neighbour, step int) {
		if neighbour < 0 || neighbour >= len(c.segs) || c.origin[i].first >= 0 || len(c.of(i)) >= enoughWords {
			return
		}
		m := c.origin[neighbour]
		if m.first < 0 {
			return
		}
		j := m.last + 1
		if step < 0 {
			j = m.first - 1
		}
		if j < 0 || j >= len(c.segs) || j == i || j == neighbour {
			return
		}
		if o := c.origin[j]; o.first >= 0 {
			j = o.first
		}
		if c.origin[j].first < 0 && j < i && len(c.of(i)) > 0 && slices.Equal(c.of(i), c.of(j)) {
			c.origin[i] = match{j, j}
		}
	}
	for i := range c.segs {
		follow(i, i-1, 1)
	}
	for i := len(c.segs) - 1; i >= 0; i-- {
		follow(i, i+1, -1)
	}
}
