package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxTitleWords   = 24
	maxTitleBytes   = 200
	maxHeadingWords = 12
	maxHeadingBytes = 110
	maxTailWords    = 9
	maxTagWords     = 6
	maxTagBytes     = 64
)

var bylineOnly = regexp.MustCompile(`^(?:By|BY|by)\s+((?:\p{Lu}[\pL.'’-]*|and|AND|&|de|van|von|al|bin|el)(?:(?:,? | & )(?:\p{Lu}[\pL.'’-]*|and|&|de|van|von|al|bin|el))*)(?:\s*[,|/–—-]\s*[^.]{2,60})?(?:\s+in\s+[\pL ]{2,30})?$`)

// judgeHead finds the title and the byline among the first lines. The copies of the title further down go with it.
func (d *draft) judgeHead() {
	for i := range d.lines {
		l := &d.lines[i]
		if l.kind == "" && l.end-l.start <= maxTitleBytes {
			if m := bylineOnly.FindStringSubmatch(squeezeBlanks(d.of(l))); m != nil && wordCount(m[1], 9) < 9 {
				d.setByline(m[1])
				d.drop(l, boilerplate)
			}
		}
	}
	list := d.kept()
	masthead := false
	for len(list) > 0 && d.readMasthead(list[0]) {
		list, masthead = list[1:], true
	}
	// Under a masthead stands its motto, so the last of several headlines is the report's.
	if masthead && len(list) > 2 && d.looksLikeTitle(list) && d.looksLikeTitle(list[1:]) {
		d.drop(list[0], boilerplate)
		list = list[1:]
	}
	if len(list) > 0 && (d.sameAsTitle(list[0]) || d.looksLikeTitle(list)) {
		title := squeezeBlanks(d.of(list[0]))
		d.drop(list[0], heading)
		d.dropCopies(fingerprint(title))
		if bare, outlet := d.splitTitle(title); outlet != "" {
			title = bare
			d.suggestOutlet(outlet, "page")
		}
		set(&d.source.Title, title)
		list = list[1:]
	}
	for len(list) > 0 && d.readMasthead(list[0]) { // some outlets set it under the title
		list = list[1:]
	}
	if d.source.Title != "" {
		d.dropCopies(fingerprint(d.source.Title))
	}
}

// setByline keeps the names of the writers, without what they are.
func (d *draft) setByline(s string) {
	s = strings.Trim(squeezeBlanks(s), " ,|")
	if i := strings.LastIndexAny(s, ",|"); i > 0 {
		words := strings.Fields(strings.ToLower(s[i+1:]))
		if len(words) > 0 && d.writerRoles[strings.TrimSuffix(words[len(words)-1], "s")] {
			s = strings.TrimSpace(s[:i])
		}
	}
	set(&d.source.Byline, s)
}

// dropCopies drops the lines that say the same as the title.
func (d *draft) dropCopies(title string) {
	if len(title) < 8 {
		return
	}
	for i := range d.lines {
		l := &d.lines[i]
		if l.kind == "" && l.end-l.start < 2*len(title)+80 && fingerprint(d.of(l)) == title {
			d.drop(l, heading)
		}
	}
}

func (d *draft) sameAsTitle(l *line) bool {
	return d.source.Title != "" && l.end-l.start <= maxTitleBytes && fingerprint(d.of(l)) == fingerprint(d.source.Title)
}

// looksLikeTitle judges the first line of text: short, not a sentence, followed by text.
func (d *draft) looksLikeTitle(list []*line) bool {
	l, next := list[0], at(list, 1)
	s := d.of(l)
	switch {
	case next == nil || l.block && !isHeadingTag(l.tag) || dialogue.MatchString(s):
		return false
	case len(s) > maxTitleBytes || wordCount(s, maxTitleWords+1) > maxTitleWords || !startsSentence(s) || isBullet(s):
		return false
	case isHeadingTag(l.tag):
		return true
	case d.endsInside(s):
		return false
	case strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "...") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";"):
		return false
	case strings.HasSuffix(s, ".”") || strings.HasSuffix(s, `."`):
		return false
	}
	if _, ok := d.datelineAt(s, true); ok {
		return false
	}
	if !d.anySentence(list[1:]) {
		return false
	}
	if _, opens := d.datelineAt(d.of(next), true); opens {
		return true
	}
	if d.runsOn(l, next) || startsLower(d.of(next)) {
		return false
	}
	return next.gap || next.end-next.start > len(s) || endsSentence(d.of(next)) || d.isHeading(nil, next, at(list, 2))
}

// anySentence holds where some line ends as a sentence does.
func (d *draft) anySentence(list []*line) bool {
	return slices.ContainsFunc(list, func(l *line) bool { return endsSentence(d.of(l)) })
}

func isHeadingTag(tag string) bool {
	return len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'
}

// judgeHeadings drops headings between the paragraphs.
func (d *draft) judgeHeadings() {
	list := d.kept()
	var prev *line
	for i, l := range list {
		if isHeadingTag(l.tag) && !d.isSentenceBlock(l) || d.isHeading(prev, l, at(list, i+1)) {
			d.drop(l, heading)
		} else {
			prev = l
		}
	}
}

// isSentenceBlock holds where a page sets running text as a heading.
func (d *draft) isSentenceBlock(l *line) bool {
	s := d.of(l)
	return strings.HasSuffix(s, ".") && wordCount(s, 16) > 15
}

// isHeading judges a line between two others (nil = none): short, no end of a sentence, and not in the middle of one.
func (d *draft) isHeading(prev, l, next *line) bool {
	if next == nil || l.end-l.start > maxHeadingBytes || l.tag == "li" || l.tag == "td" {
		return false
	}
	s := d.of(l)
	if wordCount(s, maxHeadingWords+1) > maxHeadingWords || !startsSentence(s) || isBullet(s) || !d.isPhrase(l) {
		return false
	}
	if !startsSentence(d.of(next)) || d.runsOn(l, next) || d.wrapWidth() > 0 && !next.gap {
		return false
	}
	return prev == nil || endsSentence(d.of(prev)) && !d.runsOn(prev, l)
}

// isPhrase holds for a line in which no sentence ends.
func (d *draft) isPhrase(l *line) bool {
	s := d.of(l)
	return endsOpen(s) && !d.endsInside(s)
}

// endsInside holds where a sentence ends within s, though what follows may begin with a small letter.
func (d *draft) endsInside(s string) bool {
	for _, m := range inSentence.FindAllStringIndex(s, -1) {
		if s[m[0]] != '.' || m[1]-m[0] > 2 || !d.isAbbreviation(s[:m[0]]) {
			return true
		}
	}
	return false
}

// inSentence matches where a sentence may end within a line.
var inSentence = regexp.MustCompile(`[.!?…]["'”’»)\]]*[\s\x{a0}]`)

// endsOpen holds where a line ends in a word: not with a mark of any kind but a closing quotation mark or bracket.
func endsOpen(s string) bool {
	if endsSentence(s) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(closers, r)
}

// judgeTags drops the key words that stand between or behind the copies of a text, one a line in small letters.
func (d *draft) judgeTags() {
	list := d.kept()
	var prev *line
	for i := 0; i < len(list); i++ {
		if !d.isTag(list[i]) {
			prev = list[i]
			continue
		}
		j := i
		for j < len(list) && d.isTag(list[j]) {
			j++
		}
		if (prev == nil || endsSentence(d.of(prev))) && (j == len(list) || !startsLower(d.of(list[j]))) {
			for _, l := range list[i:j] {
				d.drop(l, tag)
			}
		} else {
			prev = list[j-1]
		}
		i = j - 1
	}
}

func (d *draft) isTag(l *line) bool {
	if l.end-l.start > maxTagBytes {
		return false
	}
	s := d.of(l)
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) && endsOpen(s) && wordCount(s, maxTagWords+1) <= maxTagWords && !strings.ContainsAny(s, `,;"”`)
}

// judgeLists drops the headlines that follow "Related:" and the like.
func (d *draft) judgeLists() {
	open, begun := false, false
	for i := range d.lines {
		l := &d.lines[i]
		s := d.of(l)
		switch {
		case l.kind == navigation:
			_, content, _ := strings.Cut(s, ":")
			open = begun && wordCount(s, 5) < 5 && strings.TrimSpace(content) == "" && !isMenu(s)
		case l.kind != "":
		case open && wordCount(s, maxTitleWords+1) <= maxTitleWords && !startsLower(s) && d.isPhrase(l):
			d.drop(l, navigation)
		default:
			open = false
			begun = begun || endsSentence(s)
		}
		if l.kind == "" && l.link && l.block && d.isPhrase(l) && wordCount(s, maxTitleWords+1) <= maxTitleWords {
			d.drop(l, navigation)
		}
	}
}

// judgeTail drops short lines behind the last sentence: key words, names of writers and desks, headlines of other reports.
func (d *draft) judgeTail() {
	last := len(d.lines) - 1
	for ; last >= 0; last-- {
		if l := &d.lines[last]; l.kind == "" && endsSentence(d.of(l)) {
			break
		}
	}
	if last < 0 {
		return
	}
	var tail []*line
	for i := last + 1; i < len(d.lines); i++ {
		l := &d.lines[i]
		if l.kind != "" {
			continue
		}
		s := d.of(l)
		if !d.isPhrase(l) || !startsSentence(s) || wordCount(s, maxTailWords+1) > maxTailWords {
			return
		}
		tail = append(tail, l)
	}
	for _, l := range tail {
		switch {
		case wordCount(d.of(l), 5) > 4:
			d.drop(l, navigation)
		case len(tail) > 1:
			d.drop(l, tag)
		default:
			d.drop(l, signOff)
		}
	}
}

// cutInlinedHeadings cuts a heading that the crawler ran into a paragraph. What is left of its own line are the
// no-break or double blanks on both sides of it: behind the end of a sentence stands a stretch so marked off, short,
// without an end of its own, and behind it a sentence begins.
func (d *draft) cutInlinedHeadings(l *line) {
	if l.kind != "" || l.block && !strings.Contains(d.of(l), "\u00a0") {
		return
	}
	from, previous := -1, false // where the stretch between two gaps begins; whether a sentence ends before it
	for i := l.start; i < l.end; {
		n := wideGap(d.text[i:l.end])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(d.text[i:l.end])
			i += size
			continue
		}
		if from >= 0 && previous && i-from <= maxHeadingBytes {
			s := d.text[from:i]
			if words := wordCount(s, maxHeadingWords+1); words >= 2 && words <= maxHeadingWords && startsSentence(s) && endsOpen(s) && !strings.ContainsAny(s, ".!?") && startsSentence(d.text[i+n:l.end]) {
				d.cut(heading, from, i)
			}
		}
		// The 16 bytes before the gap hold the mark that ends a sentence and what may close behind it.
		previous = endsSentence(d.text[max(l.start, i-16):i])
		i += n
		from = i
	}
}

// wideGap returns the length of the white space at the beginning of s if it is more than one plain blank.
func wideGap(s string) int {
	n, wide, count := 0, false, 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !isBlank(r) {
			break
		}
		wide = wide || r == '\u00a0' || r == '\u2003' || r == '\u2002'
		n += size
		count++
	}
	if wide || count > 1 {
		return n
	}
	return 0
}
