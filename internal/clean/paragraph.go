package clean

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wrapWidth returns the width at which the lines of the text were broken by a program, 0 if they were not. Such lines
// are full: the first word of the next line would not have fitted. It is measured once.
func (d *draft) wrapWidth() int {
	if d.width != 0 {
		return max(d.width, 0)
	}
	d.width = -1
	const narrow, wide = 40, 120
	longest, pairs := 0, 0
	for i := range d.lines {
		if l := &d.lines[i]; l.kind == "" && !l.block {
			longest = max(longest, utf8.RuneCountInString(d.of(l)))
		}
	}
	if longest < narrow || longest > wide {
		return 0
	}
	full := 0
	for i := 1; i < len(d.lines); i++ {
		a, b := &d.lines[i-1], &d.lines[i]
		if a.kind == "" && b.kind == "" && !b.gap && !a.block {
			pairs++
			if fills(d.of(a), d.of(b), longest) {
				full++
			}
		}
	}
	if pairs >= 3 && full*10 >= pairs*7 {
		d.width = longest
	}
	return max(d.width, 0)
}

// fills holds where the first word of line b would not have fitted behind line a.
func fills(a, b string, width int) bool {
	word, _, _ := strings.Cut(b, " ")
	return utf8.RuneCountInString(a)+1+utf8.RuneCountInString(word) > width-2
}

// runsOn says whether line b goes on the paragraph of line a, the line of text before it.
func (d *draft) runsOn(a, b *line) bool {
	if a.block || b.block {
		return false
	}
	x, y := d.of(a), d.of(b)
	ended := endsSentence(x)
	switch {
	case isBullet(y):
		return false
	case !ended && startsLower(y):
		return true // broken in the middle of a sentence, even with a blank line between
	case b.gap:
		return false
	case d.wrapWidth() > 0:
		return fills(x, y, d.wrapWidth())
	case ended || strings.HasSuffix(x, ":"):
		return false
	default:
		// An open line that is too long for a heading, before a capital: names are broken in two as words are.
		_, opens := d.datelineAt(y, true)
		return !opens && (wordCount(x, 9) > 8 || strings.HasSuffix(x, ",") || strings.HasSuffix(x, "-"))
	}
}

// segment is a sentence, or a part of one where the sentence was torn.
type segment struct {
	span
	fresh bool // a paragraph begins here
}

// segments divides the text that was not cut into sentences.
func (d *draft) segments() []segment {
	slices.SortStableFunc(d.cuts, func(a, b cut) int { return cmp.Compare(a.start, b.start) })
	var segs []segment
	next := 0 // the first cut that may lie in the piece
	for _, p := range d.pieces() {
		for next < len(d.cuts) && d.cuts[next].end <= p.start {
			next++
		}
		start, fresh := p.start, p.fresh
		for ; next < len(d.cuts) && d.cuts[next].start < p.end; next++ {
			c := d.cuts[next]
			n := len(segs)
			segs = d.divide(segs, start, c.start, fresh)
			start, fresh = c.end, c.kind == heading || fresh && len(segs) == n
		}
		segs = d.divide(segs, start, p.end, fresh)
	}
	return segs
}

// pieces joins the lines of text that go on one another. Where a dropped line stands between them, they stay two
// pieces of one paragraph.
func (d *draft) pieces() []segment {
	var list []segment
	var prev *line
	for _, l := range d.kept() {
		fresh := prev == nil || !d.runsOn(prev, l)
		if n := len(list); !fresh && d.untouched(list[n-1].end, l.start) {
			list[n-1].end = l.end
		} else {
			list = append(list, segment{l.span, fresh})
		}
		prev = l
	}
	return list
}

// untouched holds where only white space stands between two places.
func (d *draft) untouched(from, to int) bool {
	first, last := trim(d.text, from, to)
	return first == last
}

// divide appends the sentences of a stretch.
func (d *draft) divide(segs []segment, start, end int, fresh bool) []segment {
	start, end = trim(d.text, start, end)
	for start < end {
		stop := d.sentenceEnd(start, end)
		segs = append(segs, segment{span{start, stop}, fresh})
		fresh = false
		start, _ = trim(d.text, stop, end)
	}
	return segs
}

// sentenceEnd returns where the sentence that begins at start ends.
func (d *draft) sentenceEnd(start, end int) int {
	s := d.text[:end]
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if !strings.ContainsRune(".!?…", r) {
			continue
		}
		j := i
		for j < end {
			c, n := utf8.DecodeRuneInString(s[j:])
			if !strings.ContainsRune(closers+".!?…", c) {
				break
			}
			j += n
		}
		if j == end || d.endsAt(start, i, j, end, r) {
			return j
		}
		i = j
	}
	return end
}

// endsAt says whether the mark r that ends at i, with closers up to j, ends the sentence that began at start.
func (d *draft) endsAt(start, i, j, end int, r rune) bool {
	next, size := utf8.DecodeRuneInString(d.text[j:end])
	if !isBlank(next) {
		// A missing blank: "…today.The minister". Between capitals ("U.S.A") no sentence ends.
		before, _ := utf8.DecodeLastRuneInString(d.text[start : i-utf8.RuneLen(r)])
		return (unicode.IsLower(before) || j > i || strings.ContainsRune(closers, before)) && unicode.IsUpper(next)
	}
	first, _ := trim(d.text, j+size, end)
	if first < end && startsLower(d.text[first:end]) {
		return false
	}
	return r != '.' || j > i || !d.isAbbreviation(d.text[start:i-1])
}

// isAbbreviation holds where the last word of s, before a full stop, is shortened or an initial.
func (d *draft) isAbbreviation(s string) bool {
	s = s[max(0, len(s)-16):]
	word := strings.ToLower(s[strings.LastIndexAny(s, " \n\t(\"“\u00a0")+1:])
	first, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsLetter(first) || d.abbreviations[word]
}
