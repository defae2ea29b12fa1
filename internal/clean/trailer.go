package clean

import (
	"regexp"
	"strings"
)

// maxHints bounds how many places of one line are tried: no outlet states its rights so often.
const maxHints = 100

// cutLicences cuts the sentences that state a licence or rights, wherever they stand in a line: crawlers run them into
// the last paragraph.
func (d *draft) cutLicences(l *line) {
	if l.kind != "" {
		return
	}
	lower := strings.ToLower(d.of(l))
	if len(lower) != l.end-l.start { // letters whose small form is longer: compare as they stand
		lower = d.of(l)
	}
	base := l.start
	for from, tries := 0, 0; tries < maxHints; tries++ {
		at := d.licenceHint(lower[from:])
		if at < 0 {
			return
		}
		// The statement stands around the hint: no pattern reaches further than this.
		const reach = 200
		low := base + max(from, from+at-reach)
		high := min(l.end, base+from+at+2*reach)
		if low >= high {
			return
		}
		start, end := d.licenceIn(l, low, high)
		if start < 0 {
			from += at + 1
			continue
		}
		from = end - base
		d.readRepeatedMasthead(l, start)
		// What a copyright line says behind the name is a menu: "© Example Post · Reprints · Contact".
		if rest := (line{span: span{end, l.end}}); end < l.end && l.end-end < 100 && strings.Contains(d.text[start:end], "©") && d.isPhrase(&rest) {
			d.cut(boilerplate, end, l.end)
			end = l.end
		}
		if d.trimCut(l, start, end) || from >= len(lower) {
			return
		}
	}
}

// readRepeatedMasthead reads the name of the outlet from the line at the head of a report that stands again before its statement of
// rights, whatever the name is, and drops both.
func (d *draft) readRepeatedMasthead(l *line, statement int) {
	head := &d.lines[0]
	if head == l || head.kind != "" || statement <= l.start || statement-l.start > maxDateline {
		return
	}
	again := squeezeBlanks(strings.TrimRight(strings.TrimSpace(d.text[l.start:statement]), ".|·"))
	if again == "" || again != squeezeBlanks(d.of(head)) {
		return
	}
	name, _, _ := strings.Cut(again, " – ")
	d.suggestOutlet(name, licence)
	d.drop(head, boilerplate)
	d.cut(boilerplate, l.start, statement)
	l.start = statement
}

func (d *draft) licenceHint(s string) int {
	first := -1
	for _, hint := range d.licenceHints {
		if i := strings.Index(s, hint); i >= 0 && (first < 0 || i < first) {
			first = i
			s = s[:min(len(s), i+len(hint))]
		}
	}
	return first
}

// licenceIn finds a statement of licence or rights in a stretch of a line and cuts it.
func (d *draft) licenceIn(l *line, low, high int) (start, end int) {
	kind, start, end := d.readLicence(d.text[low:high])
	if kind == "" {
		return -1, -1
	}
	d.cut(kind, low+start, low+end)
	return low + start, low + end
}

// readLicence finds the first statement of licence or rights and keeps what it tells of licence and outlet.
func (d *draft) readLicence(s string) (kind string, start, end int) {
	var found []int
	var by *licencePattern
	for i := range d.licences {
		p := &d.licences[i]
		if m := p.re.FindStringSubmatchIndex(s); m != nil && m[0] < m[1] && (found == nil || m[0] < found[0]) {
			found, by = m, p
		}
	}
	if found == nil {
		return "", 0, 0
	}
	name := strings.TrimRight(squeezeBlanks(group(by.re, s, found, "outlet")), " 0123456789-–,")
	if startsSentence(name) {
		d.suggestOutlet(name, licence)
	}
	if by.rights {
		return boilerplate, found[0], found[1]
	}
	if by.spdx != "" {
		spdx := by.spdx + strings.ToUpper(group(by.re, s, found, "t"))
		if v := group(by.re, s, found, "v"); v != "" {
			spdx += "-" + v
		}
		set(&d.source.Licence, spdx)
	}
	return licence, found[0], found[1]
}

// licenceOfPage reads statements of licence and rights anywhere on a page: they stand at its foot.
func (d *draft) licenceOfPage(text string) {
	const reach = 200
	for n := 0; n < 8; n++ {
		at := d.licenceHint(strings.ToLower(text))
		if at < 0 || at >= len(text) {
			return
		}
		low, high := max(0, at-reach), min(len(text), at+2*reach)
		d.readLicence(strings.ToValidUTF8(text[low:high], ""))
		text = text[high:]
	}
}

// group returns what a named group of a pattern matched.
func group(re *regexp.Regexp, s string, m []int, name string) string {
	if i := re.SubexpIndex(name); i > 0 && m[2*i] >= 0 {
		return s[m[2*i]:m[2*i+1]]
	}
	return ""
}

// trimCut narrows a line to what a cut leaves of it at its ends; true = nothing is left.
func (d *draft) trimCut(l *line, start, end int) bool {
	if d.untouched(end, l.end) || !strings.ContainsFunc(d.text[end:l.end], isWordRune) {
		l.end = start
	} else if d.untouched(l.start, start) {
		l.start = end
	}
	l.start, l.end = trim(d.text, l.start, max(l.start, l.end))
	if l.start >= l.end {
		l.kind = d.cuts[len(d.cuts)-1].kind
		return true
	}
	return false
}

var (
	// Initials of writer and desk, or a desk and the number of a report.
	signOffTail = regexp.MustCompile(`(?:^|[.!?…"'”’»)\]]\s*|\s{2,})((?:[-–—]\s?)?(?:\p{Lu}{1,5}\d{0,3}(?:/\p{Lu}{1,5}\d{0,14}){1,3}|\p{Lu}{1,4}/\p{Ll}{1,4}|\d{4}\*{2}\d{4}|\(?ENDS?\)?|\((?:more|ends?)\)|-+ ?(?:30|END|ENDS|0) ?-+|#{2,3}))$`)
	signOffLine = regexp.MustCompile(`^\(?[\pL]{1,5}/[\pL]{1,5}(?:/[\pL]{1,5})?\d{0,14}\)?$|^\p{Lu}{2,5}[ -]\d{4,12}$`)
	creditTail  = regexp.MustCompile(`(?i)(?:^|[.!?…"'”’»)\]])\s*([(\[](?:additional |further )?(?:reporting|writing|compiled|edited|editing|written|translated|translation) by [^()\[\]]{2,300}[)\]]\.?)$`)
	credit      = regexp.MustCompile(`(?i)\b(?:reporting|writing|written) by ([^;()\[\]]{2,120}?)(?: in [\pL ]+)?(?:[;)\]]|$|, (?:editing|writing))`)
	agencyTail  = regexp.MustCompile(`(?:^|[.!?…"'”’»]\s*)([(\[]([\p{Lu}][\pL. -]{1,40})[)\]]|[-–—]{1,2} ?([\p{Lu}][\pL. -]{1,40}))$`)
	codeLetters = regexp.MustCompile(`\p{Lu}{2,5}`)
)

// cutSignOff cuts what closes a report behind its last sentence: initials, numbers, credits, the agency's name.
func (d *draft) cutSignOff(l *line) {
	for l.kind == "" && l.start < l.end && mayBeSigned(d.of(l)) {
		low := max(l.start, l.end-400)
		s := d.text[low:l.end]
		m := signOffTail.FindStringSubmatchIndex(s)
		if m == nil && l.end-l.start < 30 {
			if signOffLine.MatchString(s) && !d.looksLikeWord(s) {
				m = []int{0, len(s), 0, len(s)}
			}
		}
		if m == nil {
			if m = creditTail.FindStringSubmatchIndex(s); m != nil {
				d.creditLine(s[m[2]:m[3]])
			}
		}
		if m == nil {
			if m = agencyTail.FindStringSubmatchIndex(s); m != nil && d.agencyByName[strings.Trim(s[m[2]:m[3]], "()[]–—- ")] == nil {
				m = nil
			}
		}
		if m == nil || m[2] == 0 && low > l.start {
			return
		}
		mark := s[m[2]:m[3]]
		d.signedBy(mark)
		start := low + m[2]
		d.cut(signOff, start, l.end)
		d.trimCut(l, start, l.end)
	}
}

// mayBeSigned holds unless a line plainly ends as a sentence does. It spares most lines the patterns.
func mayBeSigned(s string) bool {
	bare := strings.TrimRight(s, ".!?…\"'”’»")
	return len(bare) == len(s) || strings.HasSuffix(bare, ")") || strings.HasSuffix(bare, "]") || len(s) < 30
}

// looksLikeWord tells "and/or" and "he/she" from initials.
func (d *draft) looksLikeWord(s string) bool {
	a, b, _ := strings.Cut(s, "/")
	return len(a)+len(b) < 3 || strings.ToLower(s) == s && len(a) > 2 && len(b) > 2
}

// signedBy reads from a sign-off whose copy the report is.
func (d *draft) signedBy(mark string) {
	if a := d.agencyByName[strings.Trim(mark, "()[]–—- ")]; a != nil {
		d.addAgency(a.name)
		return
	}
	for _, code := range codeLetters.FindAllString(mark, -1) {
		if a := d.agencyByCode[code]; a != nil {
			d.addAgency(a.name)
		}
	}
}

var contributed = regexp.MustCompile(`^([\pL .'’-]{3,60}?) contributed\b`)

// creditLine reads the writer from "(Reporting by …; editing by …)", and the agency that contributed.
func (d *draft) creditLine(s string) {
	if m := contributed.FindStringSubmatch(s); m != nil && (d.agencyByName[m[1]] != nil || d.nameKind(m[1]) != "") {
		d.addAgency(d.canonical(m[1]))
	}
	if m := credit.FindStringSubmatch(s); m != nil {
		d.setByline(m[1])
	}
}
