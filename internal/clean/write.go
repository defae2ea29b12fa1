package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// write puts the sentences together to the text of the report, and the map from it to raw.
func (d *draft) write(segs []segment) (string, offsets) {
	w := writer{draft: d, offsets: offsets{last: len(d.raw)}}
	w.out.Grow(len(d.text))
	for i, s := range segs {
		switch {
		case i == 0:
		case s.fresh:
			w.between("\n\n")
		case segs[i-1].end != s.start: // else a blank is missing behind a full stop, and stays so
			w.between(" ")
		}
		w.segment(s.span)
	}
	w.offsets.add(run{at: w.out.Len(), to: w.last, fixed: true})
	return w.out.String(), w.offsets
}

type writer struct {
	*draft
	out     strings.Builder
	offsets offsets
	last    int // of raw: behind the character written last
}

// between writes white space that stands nowhere in raw.
func (w *writer) between(s string) {
	w.offsets.add(run{at: w.out.Len(), to: w.last, fixed: true})
	w.out.WriteString(s)
}

// segment writes a stretch of the draft with single blanks and without what is invisible.
func (w *writer) segment(s span) {
	for i := s.start; i < s.end; {
		r, size := utf8.DecodeRuneInString(w.text[i:s.end])
		switch {
		case isBlank(r):
			n, broken := blanks(w.text[i:s.end])
			if !broken || !w.closesUp(i, i+n, s.end) {
				w.character(' ', i, 1)
			}
			i += n
			continue
		case !isInvisible(r):
			w.character(r, i, size)
		}
		i += size
	}
}

// character writes one character that stands at i in the draft.
func (w *writer) character(r rune, i, size int) {
	from := w.draft.offsets.find(i)
	if from.fixed {
		w.offsets.add(run{at: w.out.Len(), to: from.to, fixed: true, width: from.width})
	} else {
		w.offsets.add(run{at: w.out.Len(), to: from.to + i - from.at})
	}
	w.out.WriteRune(r)
	w.last = w.draft.offsets.end(i + size)
}

// blanks measures white space, invisible characters in it included, and says whether a line ends in it.
func blanks(s string) (n int, broken bool) {
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !isBlank(r) && !isInvisible(r) {
			break
		}
		broken = broken || r != ' ' && r != '\t' && r != '\u00a0' && isBlank(r) && isLineEnd(r)
		n += size
	}
	return n, broken
}

func isLineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// closesUp says whether a line break stands inside a word or before a mark, so that no blank takes its place.
func (w *writer) closesUp(from, to, end int) bool {
	next, _ := utf8.DecodeRuneInString(w.text[to:end])
	if strings.ContainsRune(",;:.!?)]%’”»", next) {
		return true
	}
	if before := w.text[:from]; strings.HasSuffix(before, "-") {
		prev, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(before, "-"))
		return unicode.IsLetter(prev) && unicode.IsLetter(next)
	}
	return false
}
