package clean

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// blocks gathers the text of an article as lines, each found again in the source.
type blocks struct {
	*draft
	page    *scanned
	cursor  int // the token from which on the next text is looked for
	inside  int // the byte of page.text from which on, where the cursor's token is half read
	out     strings.Builder
	offsets offsets // out -> source
	lines   []line
	taken   []span // of page.text
	start   int    // of the line in hand, in out
	linked  int    // how many bytes of it stand in a link
	block   bool   // it begins a block
	tag     string // the block it stands in
	kind    string // what it is known to be
}

func newBlocks(d *draft, p *scanned) *blocks {
	return &blocks{draft: d, page: p, offsets: offsets{last: len(d.raw)}}
}

// walk reads an element of the article.
func (b *blocks) walk(n *html.Node, link bool) {
	switch n.Type {
	case html.TextNode:
		b.textNode(n.Data, link)
		return
	case html.ElementNode:
	default:
		b.children(n, link)
		return
	}
	if at, ok := place(n); ok {
		b.cursor = sort.Search(len(b.page.tokens), func(i int) bool { return b.page.tokens[i].at >= at })
		b.inside = 0
	}
	role := b.elements[n.Data]
	switch {
	case role == "hidden":
		return
	case n.Data == "br":
		b.flush()
		return
	case role == "":
		b.children(n, link || n.Data == "a")
		return
	}
	tag, kind := b.tag, b.kind
	b.flush()
	b.tag, b.block = n.Data, true
	switch role {
	case "caption":
		b.kind = boilerplate
	case "aside":
		b.kind = navigation
	}
	b.children(n, link)
	b.flush()
	b.tag, b.kind, b.block = tag, kind, true
}

func (b *blocks) children(n *html.Node, link bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.walk(c, link)
	}
}

func place(n *html.Node) (int, bool) {
	for _, a := range n.Attr {
		if a.Key == placeAttribute {
			at, err := strconv.Atoi(a.Val)
			return at, err == nil
		}
	}
	return 0, false
}

// textNode finds a text of the article in the source and appends it to the line in hand.
func (b *blocks) textNode(s string, link bool) {
	if strings.TrimFunc(s, func(r rune) bool { return isBlank(r) || isInvisible(r) }) == "" {
		b.blank()
		return
	}
	from, to, ok := b.find(s)
	if !ok {
		return // made by the picker: nothing that the outlet printed
	}
	b.taken = append(b.taken, span{from, to})
	if r, _ := utf8.DecodeRuneInString(s); isBlank(r) {
		b.blank()
	}
	if b.tag == "pre" {
		for line := range strings.SplitAfterSeq(b.page.text[from:to], "\n") {
			b.copy(from, from+len(line), link)
			from += len(line)
			if strings.HasSuffix(line, "\n") {
				b.flush()
			}
		}
	} else {
		b.copy(from, to, link)
	}
	if r, _ := utf8.DecodeLastRuneInString(s); isBlank(r) {
		b.blank()
	}
}

// maxTries bounds how many stretches of text are compared with one of the article.
const maxTries = 3000

// find looks for s in the text of the page, white space apart, from the cursor on, at the beginnings of stretches.
func (b *blocks) find(s string) (from, to int, ok bool) {
	tokens := b.page.tokens
	if b.inside > 0 && b.cursor < len(tokens) {
		if from, to, ok = equalText(b.page.text, b.inside, s); ok {
			b.advance(to)
			return from, to, true
		}
	}
	for i := b.cursor; i < len(tokens) && i < b.cursor+maxTries; i++ {
		if tokens[i].hidden {
			continue
		}
		if from, to, ok = equalText(b.page.text, tokens[i].start, s); ok {
			b.cursor = i
			b.advance(to)
			return from, to, true
		}
	}
	return 0, 0, false
}

// advance moves the cursor behind what was found.
func (b *blocks) advance(to int) {
	tokens := b.page.tokens
	for b.cursor < len(tokens) && tokens[b.cursor].end <= to {
		b.cursor++
	}
	b.inside = to
}

// equalText compares s with the text from at on, white space apart, and returns the stretch that is equal.
func equalText(text string, at int, s string) (from, to int, ok bool) {
	from = -1
	for i, j := at, 0; ; {
		j = skipBlanks(s, j)
		if j == len(s) {
			return from, to, from >= 0
		}
		i = skipBlanks(text, i)
		if i == len(text) {
			return 0, 0, false
		}
		x, n := utf8.DecodeRuneInString(text[i:])
		y, m := utf8.DecodeRuneInString(s[j:])
		if x != y {
			return 0, 0, false
		}
		if from < 0 {
			from = i
		}
		i, j = i+n, j+m
		to = i
	}
}

func skipBlanks(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isBlank(r) && !isInvisible(r) {
			break
		}
		i += size
	}
	return i
}

// copy appends a stretch of the page's text.
func (b *blocks) copy(from, to int, link bool) {
	runs := b.page.offsets.runs
	k := sort.Search(len(runs), func(k int) bool { return runs[k].at > from }) - 1
	for i := from; i < to && k >= 0; k++ {
		r := runs[k]
		stop := to
		if k+1 < len(runs) {
			stop = min(to, runs[k+1].at)
		}
		next := run{at: b.out.Len(), to: r.to + i - r.at}
		if r.fixed {
			next = run{at: b.out.Len(), to: r.to, fixed: true, width: r.width}
		}
		b.offsets.add(next)
		b.out.WriteString(b.page.text[i:stop])
		i = stop
	}
	if link {
		b.linked += to - from
	}
}

// blank appends white space that need not be shown to stand in the source.
func (b *blocks) blank() {
	if b.out.Len() > b.start {
		b.separate(" ")
	}
}

func (b *blocks) separate(s string) {
	to := 0
	if len(b.offsets.runs) > 0 {
		to = b.offsets.end(b.out.Len())
	}
	b.offsets.add(run{at: b.out.Len(), to: to, fixed: true})
	b.out.WriteString(s)
}

// flush ends the line in hand.
func (b *blocks) flush() {
	if b.out.Len() == b.start {
		return
	}
	text := b.out.String()
	first, last := trim(text, b.start, len(text))
	if first < last {
		b.lines = append(b.lines, line{
			span: span{first, last}, block: b.block || len(b.lines) == 0, tag: b.tag, kind: b.kind,
			link: b.linked*10 >= (last-first)*9,
		})
		b.block = false
	}
	b.separate("\n")
	b.start, b.linked = b.out.Len(), 0
}

// whole reads all text of the page but what is plainly beside it, for pages in which no article can be found.
func (b *blocks) whole() {
	for _, t := range b.page.tokens {
		if t.hidden {
			continue
		}
		if t.block {
			b.flush()
			b.block, b.tag, b.kind = true, t.tag, ""
			switch t.role {
			case "caption":
				b.kind = boilerplate
			case "aside":
				b.kind = navigation
			}
		}
		b.taken = append(b.taken, t.span)
		b.copy(t.start, t.end, t.link)
	}
	b.taken = slices.DeleteFunc(b.taken, func(s span) bool { return s.start == s.end })
}
