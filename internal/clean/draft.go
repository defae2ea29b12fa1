package clean

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/event"
)

// draft is a report while it is being cleaned.
type draft struct {
	*lexicon
	raw     string
	page    bool    // raw is an HTML page
	text    string  // what is worked on: raw itself, or the text of the page's article
	offsets offsets // text -> raw
	lines   []line
	cuts    []cut // what is taken out of text
	outside []Passage

	source   event.Source
	outlets  []outletEvidence
	agencies []string
	media    []Medium
	dateline *event.Dateline
	dates    []DateEvidence
	// addresses stand alone in their lines behind the text: of other reports, or, where there is but one, of this one
	addresses []string
	begun     bool   // a sentence has been seen
	width     int    // see wrapWidth; 0 = not measured, -1 = lines are not broken
	section   string // of a page: the part of the outlet it belongs to
}

// span is a stretch of draft.text, in bytes.
type span struct{ start, end int }

// cut is a stretch of draft.text that is not the report's.
type cut struct {
	span
	kind string
}

// line is a line of a text file, or a block of a page, without the white space around it.
type line struct {
	span
	gap   bool   // a blank line stands before it
	block bool   // it is a block of a page: the page says where it ends
	tag   string // the element of that block
	link  bool   // all of the block is one link
	kind  string // "" = text of the report, else what it is
}

// cut takes a stretch out of the text.
func (d *draft) cut(kind string, start, end int) {
	if start < end {
		d.cuts = append(d.cuts, cut{span{start, end}, kind})
	}
}

// drop takes a whole line out of the text.
func (d *draft) drop(l *line, kind string) {
	l.kind = kind
	d.cut(kind, l.start, l.end)
}

// of returns the characters of a line.
func (d *draft) of(l *line) string { return d.text[l.start:l.end] }

// splitLines makes the lines of a text file. Empty lines are not kept, but seen by the line behind them.
func (d *draft) splitLines() {
	gap := false
	for start := 0; start < len(d.text); {
		end, next := lineEnd(d.text, start)
		first, last := trim(d.text, start, end)
		if first == last {
			gap = true
		} else {
			d.lines = append(d.lines, line{span: span{first, last}, gap: gap})
			gap = false
		}
		gap = gap || strings.HasPrefix(d.text[end:], "\u2029")
		start = next
	}
}

// lineEnd finds the end of the line that begins at start, and the beginning of the next one.
func lineEnd(s string, start int) (end, next int) {
	for i := start; i < len(s); i++ {
		switch s[i] {
		case '\n', '\v', '\f':
			return i, i + 1
		case '\r':
			if strings.HasPrefix(s[i:], "\r\n") {
				return i, i + 2
			}
			return i, i + 1
		case 0xc2: // U+0085, next line
			if strings.HasPrefix(s[i:], "\u0085") {
				return i, i + 2
			}
		case 0xe2: // U+2028 and U+2029, line and paragraph separator
			if strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029") {
				return i, i + 3
			}
		}
	}
	return len(s), len(s)
}

// trim narrows a stretch to what is not white space or invisible at both ends.
func trim(s string, start, end int) (int, int) {
	for start < end {
		r, size := utf8.DecodeRuneInString(s[start:end])
		if !isBlank(r) && !isInvisible(r) {
			break
		}
		start += size
	}
	for start < end {
		r, size := utf8.DecodeLastRuneInString(s[start:end])
		if !isBlank(r) && !isInvisible(r) {
			break
		}
		end -= size
	}
	return start, end
}

// isBlank holds for every kind of white space, line breaks and no-break spaces included.
func isBlank(r rune) bool {
	return r == ' ' || r == '\n' || r != utf8.RuneError && unicode.IsSpace(r) || r == '\u2800' || r == '\u3164'
}

// isInvisible holds for characters that are dropped: controls, marks of byte order and of writing direction, soft
// hyphens, zero-width spaces, and the mark of a character that could not be decoded. The joiners that Persian and
// Indic scripts need are kept.
func isInvisible(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return !unicode.IsSpace(r)
	case r == '\u00ad', r == '\u200b', r == '\u2060', r == '\ufeff', r == utf8.RuneError:
		return true
	case r == '\u200e', r == '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return true
	}
	return false
}

// passages returns what was taken out, as stretches of raw, joined where only white space stands between two of a kind.
func (d *draft) passages() []Passage {
	out := slices.Clone(d.outside)
	slices.SortStableFunc(d.cuts, func(a, b cut) int { return cmp.Compare(a.start, b.start) })
	end := -1 // of the cut before, in text
	for i, c := range d.cuts {
		p := Passage{c.kind, d.offsets.at(c.start), d.offsets.end(c.end)}
		if p.Start >= p.End {
			continue
		}
		if n := len(out); i > 0 && n > 0 && out[n-1].Kind == c.kind && end <= c.start && strings.TrimSpace(d.text[end:c.start]) == "" && p.End > out[n-1].End {
			out[n-1].End = p.End
		} else {
			out = append(out, p)
		}
		end = c.end
	}
	slices.SortStableFunc(out, func(a, b Passage) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// around narrows passages to what lies between the stretches that were kept. On a broken page the text may stand in
// another order than in its source, so that a passage seems to span some of it.
func around(passages []Passage, kept []span, raw string) []Passage {
	var out []Passage
	for _, p := range passages {
		k, _ := slices.BinarySearchFunc(kept, p.Start, func(s span, at int) int { return cmp.Compare(s.end, at+1) })
		start := p.Start
		for ; k < len(kept) && kept[k].start < p.End; k++ {
			out = appendPassage(out, p.Kind, start, kept[k].start, raw)
			start = max(start, kept[k].end)
		}
		out = appendPassage(out, p.Kind, start, p.End, raw)
	}
	slices.SortStableFunc(out, func(a, b Passage) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// appendPassage appends a passage without the white space around it, unless nothing else is in it.
func appendPassage(list []Passage, kind string, start, end int, raw string) []Passage {
	if start >= end {
		return list
	}
	if start, end = trim(raw, start, end); start < end {
		list = append(list, Passage{kind, start, end})
	}
	return list
}
