package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// classify judges the lines: what is no text of the report is cut. The order matters. First comes what a line shows by
// itself; then what can only be told from its neighbours, which must know by then which of those are text.
func (d *draft) classify() {
	for i := range d.lines {
		l := &d.lines[i]
		if l.kind == "" {
			d.judgeAlone(l)
			d.begun = d.begun || l.kind == "" && endsSentence(d.of(l))
		}
	}
	for i := range d.lines {
		d.cutLicences(&d.lines[i])
	}
	for i := range d.lines {
		d.cutSignOff(&d.lines[i])
	}
	d.judgeHead()
	d.judgeLists()
	d.judgeTags()
	d.judgeHeadings()
	d.judgeTail()
	d.cutDatelines()
	for i := range d.lines {
		d.cutInlinedHeadings(&d.lines[i])
	}
}

// maxFurniture is the length in bytes over which a line is not compared with the patterns of lines.tsv.
const maxFurniture = 400

var (
	urlOnly     = regexp.MustCompile(`^(?i)((?:url|link|permalink|address|web|online|source|original|via|from)\s*[:=]\s*|(?:posted|published|available)(?: online)? (?:at|on)\s*:?\s*)?<?((?:https?://|www\.)[^\s<>]+|(?:[\w-]+\.)+[a-z]{2,6}/[^\s<>]*\d{4}[^\s<>]*)>?$`)
	numberOnly  = regexp.MustCompile(`^\d{1,3}(?:[,. ]?\d{3})*(?:\.\d)?\s?[kKmM]?$`)
	following   = regexp.MustCompile(`(?i)^follow ([\pL .'’-]{4,60}?) (?:on|for) `)
	material    = regexp.MustCompile(`^(?:By|From) .*(?:from|with|by) ((?:\p{Lu}[\pL'’-]+ ?){2,5})$`)
	changed     = regexp.MustCompile(`(?i)^(?:last )?(?:updated|modified)\b[^:]{0,12}:(.*)$`)
	publication = regexp.MustCompile(`(?i)^(?:published|posted|publish date|date|issued|created)\b[^:]{0,12}:(.*)$`)
)

// judgeAlone judges a line by what it says.
func (d *draft) judgeAlone(l *line) {
	if l.end-l.start > maxFurniture {
		return
	}
	s := squeezeBlanks(d.of(l))
	if m := urlOnly.FindStringSubmatch(s); m != nil {
		// Behind the text stand the addresses of other reports, unless the line says what it is.
		if m[1] != "" || !d.begun {
			set(&d.source.URL, m[2])
		} else {
			d.addresses = append(d.addresses, m[2])
		}
		d.drop(l, urlLine)
		return
	}
	if numberOnly.MatchString(s) {
		d.drop(l, counter)
		return
	}
	if p := d.linePatternOf(s); p != nil {
		d.readFurniture(s, p.kind)
		d.drop(l, p.kind)
		return
	}
	if isMenu(d.of(l)) {
		d.drop(l, navigation)
		return
	}
	if len(s) <= 60 && !endsSentence(s) && d.isDateLine(s) {
		d.addDate(s, "page")
		d.drop(l, boilerplate)
	}
}

// linePatternOf returns the first pattern that a line matches, nil where none does.
func (d *draft) linePatternOf(s string) *linePattern {
	lower := strings.ToLower(s)
	plain := d.anyLine.MatchString(s)
	for i := range d.linePatterns {
		p := &d.linePatterns[i]
		if len(p.needs) == 0 && !plain || !hasOne(lower, p.needs) {
			continue
		}
		if p.re.MatchString(s) {
			return p
		}
	}
	return nil
}

// readFurniture reads from a line that is no text what it tells of the report.
func (d *draft) readFurniture(s, kind string) {
	if m := publication.FindStringSubmatch(s); m != nil {
		d.addDate(m[1], "page")
	}
	if m := changed.FindStringSubmatch(s); m != nil {
		d.addBound(m[1])
	}
	if m := following.FindStringSubmatch(s); m != nil && d.nameKind(m[1]) != "" {
		d.suggestOutlet(m[1], "tag")
	}
	switch kind {
	case signOff:
		d.creditLine(s)
	case boilerplate:
		if m := material.FindStringSubmatch(s); m != nil && d.nameKind(m[1]) == "agency" {
			d.addAgency(d.canonical(m[1]))
		}
	}
}

var menuGap = regexp.MustCompile(`\s{2,}|\s[|·•›»]\s`)

// isMenu holds for a line of three or more short items set apart, or two in capitals: "WORLD   SPORT   ENERGY".
func isMenu(s string) bool {
	if !endsOpen(s) {
		return false
	}
	items := menuGap.Split(s, -1)
	for _, item := range items {
		if wordCount(item, 5) > 4 || !endsOpen(item) {
			return false
		}
	}
	return len(items) >= 3 || len(items) == 2 && isCapitals(s)
}

// squeezeBlanks makes every run of white space one blank and leaves out invisible characters.
func squeezeBlanks(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		switch {
		case isInvisible(r):
		case isBlank(r):
			blank = b.Len() > 0
		default:
			if blank {
				b.WriteByte(' ')
				blank = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// wordCount counts the words of a line, up to most.
func wordCount(s string, most int) int {
	n := 0
	for range strings.FieldsSeq(s) {
		if n++; n >= most {
			break
		}
	}
	return n
}

// closers stand behind the mark that ends a sentence.
const closers = `"'”’»)]›`

// endsSentence holds where the last character, but for closing marks, ends a sentence.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return strings.ContainsRune(closers, r) || isBlank(r) || isInvisible(r) })
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…", r)
}

// startsLower holds where a stretch goes on a sentence that began before: with a small letter or with a mark that
// stands behind a word.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || strings.ContainsRune(",;:.!?)]%", r) && !strings.HasPrefix(s, "..")
}

// startsSentence holds where a sentence may begin: with a capital, a digit or an opening mark, or in a script without
// capitals.
func startsSentence(s string) bool {
	s = strings.TrimLeft(s, `"'“‘«([‹¿¡`)
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsTitle(r) || unicode.Is(unicode.Lo, r)
}

// isBullet holds where a line is an item of a list.
func isBullet(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	return strings.ContainsRune("•▪‣●○◦■", r) || strings.ContainsRune("·*–—-", r) && isBlank(next)
}

// fingerprint reduces a line to its letters and digits, so that two printings of one line are equal.
func fingerprint(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// kept returns the lines that are text so far. A pass over them that drops lines only as it reaches them knows by this
// list its neighbours without searching.
func (d *draft) kept() []*line {
	var list []*line
	for i := range d.lines {
		if l := &d.lines[i]; l.kind == "" && l.start < l.end {
			list = append(list, l)
		}
	}
	return list
}

// at returns list[i], nil where there is none.
func at(list []*line, i int) *line {
	if i < 0 || i >= len(list) {
		return nil
	}
	return list[i]
}
