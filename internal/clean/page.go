package clean

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// readPage reads an HTML page: what it says of itself, and the text of its article as lines, one a block.
//
// The article is picked on the parsed page, which no longer knows where its text stood. So each element is given the
// place of its tag in the source as an attribute before the page is parsed, and the text of the article is then found
// again in the source, from the place of the element before it on.
func (d *draft) readPage() {
	p := scanPage(d.raw, d.elements)
	d.describe(p)
	d.text = ""
	b := newBlocks(d, p)
	if article := pickArticle(p.marked); article != nil {
		b.walk(article, false)
	}
	if len(strings.TrimSpace(b.out.String())) == 0 {
		b = newBlocks(d, p)
		b.whole()
	}
	b.flush()
	d.text, d.lines = b.out.String(), b.lines
	d.offsets = b.offsets
	for i := range d.lines {
		if l := &d.lines[i]; l.kind != "" {
			d.cut(l.kind, l.start, l.end)
		}
	}
	d.leaveOutside(b)
}

// placeAttribute holds the offset of an element's tag in the source.
const placeAttribute = "data-dyad-at"

// scanned is a page as its tokens: the shown text decoded, with the way back to the source, and the source with each
// element's place written into it.
type scanned struct {
	marked  string  // the source with places
	text    string  // the text of all tokens, one after another
	offsets offsets // text -> source
	tokens  []textToken
}

// textToken is a stretch of text between two tags.
type textToken struct {
	span            // in scanned.text
	at, stop int    // in the source
	role     string // aside, caption, or "" by the elements around it
	tag      string // the nearest block around it
	block    bool   // a block begins or ends before it
	link     bool   // it stands in a link
	hidden   bool   // its text is not shown
}

var dateClass = regexp.MustCompile(`(?i)dateline`)

// scanner reads the tokens of a page one after another.
type scanner struct {
	*scanned
	elements map[string]string
	source   string
	at       int             // where the token in hand begins in the source
	marking  strings.Builder // becomes scanned.marked
	showing  strings.Builder // becomes scanned.text
	open     map[string]int  // how many elements of a role are open
	links    int             // how many links are open
	tag      string          // the nearest block
	block    bool            // a block began or ended since the last text
}

// scanPage reads the tokens of a page.
func scanPage(source string, elements map[string]string) *scanned {
	s := &scanner{scanned: &scanned{}, elements: elements, source: source, open: map[string]int{}, block: true}
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := source[s.at : s.at+len(z.Raw())]
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, _ := z.TagName()
			s.readTag(kind, string(name), raw)
		case html.TextToken:
			s.marking.WriteString(raw)
			s.readText(raw)
		default:
			s.marking.WriteString(raw)
		}
		s.at += len(raw)
	}
	s.marked, s.text = s.marking.String(), s.showing.String()
	s.offsets.last = len(source)
	return s.scanned
}

// readTag keeps account of the elements that are open and writes the tag with its place.
func (s *scanner) readTag(kind html.TokenType, name, raw string) {
	role := s.elements[name]
	step := 1
	if kind == html.EndTagToken {
		step = -1
	}
	if kind != html.SelfClosingTagToken {
		if role != "" && role != "block" {
			s.open[role] = max(0, s.open[role]+step)
		}
		if name == "a" {
			s.links = max(0, s.links+step)
		}
	}
	if role != "" || name == "br" {
		s.block = true
		if step > 0 && role == "block" {
			s.tag = name
		}
	}
	if kind == html.EndTagToken {
		s.marking.WriteString(raw)
		return
	}
	named := strings.IndexAny(raw, " \t\n\r\f/>") // the name as it stands may be shorter or longer than as it is read
	if named < 0 {
		named = len(raw)
	}
	s.marking.WriteString(raw[:named])
	s.marking.WriteString(" " + placeAttribute + `="` + strconv.Itoa(s.at) + `" `)
	// The picker takes what is of class "dateline" for a line about the writer, and drops it.
	s.marking.WriteString(dateClass.ReplaceAllString(raw[named:], "opening"))
}

// readText keeps a stretch of text.
func (s *scanner) readText(raw string) {
	t := textToken{span: span{start: s.showing.Len()}, at: s.at, stop: s.at + len(raw), tag: s.tag, block: s.block, link: s.links > 0, hidden: s.open["hidden"] > 0}
	switch {
	case s.open["caption"] > 0:
		t.role = "caption"
	case s.open["aside"] > 0:
		t.role = "aside"
	}
	if !t.hidden {
		decodeEntities(raw, s.at, &s.showing, &s.offsets)
		s.block = false
	}
	t.end = s.showing.Len()
	s.tokens = append(s.tokens, t)
}

// decodeEntities appends the characters that a stretch of source at offset at stands for.
func decodeEntities(raw string, at int, out *strings.Builder, to *offsets) {
	for i := 0; i < len(raw); {
		amp := strings.IndexByte(raw[i:], '&')
		if amp < 0 {
			amp = len(raw) - i
		}
		if amp > 0 {
			to.add(run{at: out.Len(), to: at + i})
			out.WriteString(raw[i : i+amp])
			i += amp
			continue
		}
		n := entityLength(raw[i:])
		if plain := html.UnescapeString(raw[i : i+n]); plain != raw[i:i+n] {
			to.add(run{at: out.Len(), to: at + i, fixed: true, width: n})
			out.WriteString(plain)
		} else {
			to.add(run{at: out.Len(), to: at + i})
			out.WriteString(plain)
		}
		i += n
	}
}

// entityLength measures what may be an entity at the beginning of s, which is an ampersand.
func entityLength(s string) int {
	const longest = 34
	n := 1
	for n < len(s) && n < longest && (s[n] == '#' || s[n] >= '0' && s[n] <= '9' || s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	return n
}

// leaveOutside notes the shown text of the page that is not in the article.
func (d *draft) leaveOutside(b *blocks) {
	slices.SortFunc(b.taken, func(x, y span) int { return x.start - y.start })
	title := fingerprint(d.source.Title)
	k := 0
	joined := false // to the passage before
	for _, t := range b.page.tokens {
		if t.hidden || t.start == t.end {
			continue
		}
		for k < len(b.taken) && b.taken[k].end <= t.start {
			k++
			joined = false
		}
		first, last := trim(b.page.text, t.start, t.end)
		if first == last {
			continue
		}
		if k < len(b.taken) && b.taken[k].start < t.end {
			joined = false
			continue
		}
		kind := navigation
		if text := b.page.text[first:last]; len(text) < maxTitleBytes && title != "" && fingerprint(text) == title {
			kind = heading
		}
		p := Passage{kind, b.page.offsets.at(first), b.page.offsets.end(last)}
		if n := len(d.outside); joined && d.outside[n-1].Kind == kind {
			d.outside[n-1].End = p.End
		} else {
			d.outside = append(d.outside, p)
		}
		joined = true
	}
}
