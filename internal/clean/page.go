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

// scanPage reads the tokens of a page.
func scanPage(source string, elements map[string]string) *scanned {
	s := &scanned{}
	var marked, text strings.Builder
	z := html.NewTokenizer(strings.NewReader(source))
	open := map[string]int{} // how many elements of a role are open
	tag, block, link, at := "", true, 0, 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		length := len(z.Raw())
		raw := source[at : at+length]
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			bytes, _ := z.TagName()
			name := string(bytes)
			role := elements[name]
			step := 1
			if kind == html.EndTagToken {
				step = -1
			}
			if kind != html.SelfClosingTagToken && role != "" && role != "block" {
				open[role] = max(0, open[role]+step)
			}
			if name == "a" && kind != html.SelfClosingTagToken {
				link = max(0, link+step)
			}
			if role != "" || name == "br" {
				block = true
				if step > 0 && role == "block" {
					tag = name
				}
			}
			if kind == html.EndTagToken {
				marked.WriteString(raw)
			} else {
				marked.WriteString(raw[:1+len(name)])
				marked.WriteString(" " + placeAttribute + `="` + strconv.Itoa(at) + `" `)
				// The picker takes what is of class "dateline" for a line about the writer, and drops it.
				marked.WriteString(dateClass.ReplaceAllString(raw[1+len(name):], "opening"))
			}
		case html.TextToken:
			marked.WriteString(raw)
			t := textToken{span: span{text.Len(), 0}, at: at, stop: at + length, tag: tag, block: block, link: link > 0, hidden: open["hidden"] > 0}
			switch {
			case open["caption"] > 0:
				t.role = "caption"
			case open["aside"] > 0:
				t.role = "aside"
			}
			if !t.hidden {
				decodeEntities(raw, at, &text, &s.offsets)
				block = false
			}
			t.end = text.Len()
			s.tokens = append(s.tokens, t)
		default:
			marked.WriteString(raw)
		}
		at += length
	}
	s.marked, s.text = marked.String(), text.String()
	s.offsets.last = len(source)
	return s
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
