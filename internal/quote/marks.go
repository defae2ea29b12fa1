package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// passage is a stretch between quotation marks, marks included.
type passage struct {
	start, end int
	inner      int  // where the words begin
	innerEnd   int  // where they end
	open       bool // it has no closing mark in its paragraph
	continues  bool // it goes on from the open passage before it
	depth      int  // 0 for an outermost one
}

// quoteMark is a kind of quotation mark: the closing ones that may answer it.
type quoteMark struct {
	open   string // as it stands in the text
	single bool
}

// passages finds the stretches between quotation marks, in the order of their beginnings. It reads the text once: an
// opening mark without its end reaches to the end of its paragraph and no further.
func passages(text string) []passage {
	var all []passage
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.Index(text[start:], "\n"); i >= 0 {
			end = start + i
		}
		all = append(all, paragraphPassages(text, start, end, all)...)
		start = end + 1
	}
	return all
}

// level is a mark that waits for its end.
type level struct {
	mark    quoteMark
	passage int // index in the list
}

// maxLevels bounds how deep marks may nest.
const maxLevels = 4

// paragraphPassages reads one paragraph; before are the passages of those before it.
func paragraphPassages(text string, start, end int, before []passage) []passage {
	var list []passage
	var stack []level
	for i := start; i < end; {
		m, n, ok := markAt(text[:end], i)
		if !ok {
			_, n = utf8.DecodeRuneInString(text[i:end])
			i += n
			continue
		}
		if j := answered(stack, m); j >= 0 && closes(text[start:end], i-start, n, m) {
			p := &list[stack[j].passage]
			p.end, p.innerEnd, p.open = i+n, i, false
			stack = stack[:j]
		} else if opens(text[start:end], i-start, n, m) && len(stack) < maxLevels {
			stack = append(stack, level{m, len(list)})
			list = append(list, passage{start: i, inner: i + n, end: end, innerEnd: end, open: true, depth: len(stack) - 1})
		}
		i += n
	}
	return settled(text, start, list, before)
}

// settled drops single marks that were never closed (they are apostrophes) and opening marks without an end that others
// follow, and says which passage goes on from the paragraph before.
func settled(text string, start int, list, before []passage) []passage {
	kept := list[:0]
	for i, p := range list {
		m, _, _ := markAt(text, p.start)
		if p.open && (m.single || i+1 < len(list) && !single(text, list[i+1].start)) {
			continue
		}
		kept = append(kept, p)
	}
	var ends []int
	for i := range kept {
		for len(ends) > 0 && ends[len(ends)-1] <= kept[i].start {
			ends = ends[:len(ends)-1]
		}
		kept[i].depth = len(ends)
		ends = append(ends, kept[i].end)
	}
	if len(kept) > 0 && len(before) > 0 && strings.TrimSpace(text[start:kept[0].start]) == "" {
		last := before[len(before)-1]
		kept[0].continues = last.open && strings.TrimSpace(text[last.end:start]) == ""
	}
	return kept
}

func single(text string, i int) bool {
	m, _, _ := markAt(text, i)
	return m.single
}

// markAt reads a quotation mark at byte i.
func markAt(text string, i int) (m quoteMark, n int, ok bool) {
	switch text[i] {
	case '"':
		return quoteMark{open: `"`}, 1, true
	case '\'':
		if strings.HasPrefix(text[i:], "''") {
			return quoteMark{open: `"`}, 2, true
		}
		return quoteMark{open: "'", single: true}, 1, true
	case '`':
		if strings.HasPrefix(text[i:], "``") {
			return quoteMark{open: `"`}, 2, true
		}
		return quoteMark{open: "'", single: true}, 1, true
	case 0xc2, 0xe2, 0xe3:
	default:
		return quoteMark{}, 0, false
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″', '「', '」', '『', '』':
		return quoteMark{open: string(r)}, n, true
	case '‘', '’', '‚', '‛', '‹', '›':
		return quoteMark{open: string(r), single: true}, n, true
	}
	return quoteMark{}, 0, false
}

// answers maps a closing mark to the opening ones it may close.
var answers = map[string]string{
	`"`: `"“„`, "“": "„“", "”": `“”„"`, "»": "«", "«": "»", "″": `″"“`,
	"'": "'‘‚", "’": "‘'‚’", "‘": "‚‘", "›": "‹", "‹": "›", "」": "「", "』": "『",
}

// answered gives the innermost waiting mark that this one may close, -1 if none.
func answered(stack []level, m quoteMark) int {
	for j := len(stack) - 1; j >= 0; j-- {
		if strings.Contains(answers[m.open], stack[j].mark.open) {
			return j
		}
	}
	return -1
}

// closes reports whether the mark of n bytes at i can end a passage: something stands before it.
func closes(p string, i, n int, m quoteMark) bool {
	prev, _ := utf8.DecodeLastRuneInString(p[:i])
	next, _ := utf8.DecodeRuneInString(p[i+n:])
	word := unicode.IsLetter(next) || unicode.IsDigit(next)
	switch {
	case m.open == "“" || m.open == "‘": // an opening mark that is typed for a closing one, or closes a low one
		return i > 0 && !word && (!unicode.IsSpace(prev) || i+n < len(p) && unicode.IsSpace(next))
	case m.single:
		if word || i == 0 || possessive(p, i, n) {
			return false
		}
		return !unicode.IsSpace(prev) || m.open == "’"
	case m.open == `"`:
		return i == 0 || !unicode.IsSpace(prev) || !word
	}
	return true
}

// maxAhead is how far a single mark is looked for that closes a quotation better than an apostrophe does.
const maxAhead = 400

// possessive reports whether a single mark at i is the apostrophe of a plural, "the farmers' bill": a word follows, and
// a mark behind punctuation closes the quotation later, before any other opens.
func possessive(p string, i, n int) bool {
	rest := p[i+n : min(len(p), i+n+maxAhead)]
	if p[i-1] != 's' || len(rest) < 2 || rest[0] != ' ' || rest[1] < 'a' || rest[1] > 'z' {
		return false
	}
	for j := 1; j < len(rest); {
		if rest[j] != '\'' && rest[j] != 0xe2 {
			j++
			continue
		}
		r, k := utf8.DecodeRuneInString(rest[j:])
		switch {
		case r == '‘', r == '\'' && rest[j-1] == ' ':
			return false
		case (r == '\'' || r == '’') && strings.IndexByte(",.?!", rest[j-1]) >= 0:
			return true
		}
		j += k
	}
	return false
}

// opens reports whether the mark can begin a passage: a word follows, and none stands before it.
func opens(p string, i, n int, m quoteMark) bool {
	next, _ := utf8.DecodeRuneInString(p[i+n:])
	if i+n >= len(p) || unicode.IsSpace(next) && m.open != "«" {
		return false
	}
	prev, _ := utf8.DecodeLastRuneInString(p[:i])
	if m.single {
		if m.open == "’" || m.open == "›" {
			return false
		}
		return i == 0 || !unicode.IsLetter(prev) && !unicode.IsDigit(prev) && prev != '.'
	}
	switch m.open {
	case "“", "„", "«", "「", "『":
		return true
	case "」", "』":
		return false
	case "”":
		return i == 0 // a wrong mark at the beginning of a paragraph
	}
	return i == 0 || !unicode.IsLetter(prev) && !unicode.IsDigit(prev)
}
