package clean

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// Remains of a page in a text file: entities, and tags of the elements that text is made of.
var markup = regexp.MustCompile(`(?i)&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});|</?(p|br|div|li|ul|ol|h[1-6]|tr|td|table|b|i|u|em|strong|span|a|font|img|blockquote)(?:\s[^<>\n]{0,400})?/?>`)

// readText makes the lines of a text file. Entities that a crawler left in it stand for their characters, tags for
// nothing or for the end of a line.
func (d *draft) readText() {
	d.text, d.offsets = d.raw, identity(len(d.raw))
	if strings.Contains(d.raw, "&") || strings.Contains(d.raw, "</") || strings.Contains(d.raw, "/>") || strings.Contains(d.raw, "<br") {
		d.readMarkup()
	}
	d.splitLines()
}

func (d *draft) readMarkup() {
	found := markup.FindAllStringSubmatchIndex(d.raw, -1)
	if len(found) == 0 {
		return
	}
	var out strings.Builder
	o := offsets{last: len(d.raw)}
	at := 0
	for _, m := range found {
		start, end := m[0], m[1]
		o.add(run{at: out.Len(), to: at})
		out.WriteString(d.raw[at:start])
		switch plain := html.UnescapeString(d.raw[start:end]); {
		case m[2] >= 0:
			d.outside = append(d.outside, Passage{boilerplate, start, end})
			if d.elements[strings.ToLower(d.raw[m[2]:m[3]])] == "block" || strings.EqualFold(d.raw[m[2]:m[3]], "br") {
				o.add(run{at: out.Len(), to: start, fixed: true})
				out.WriteString("\n")
			}
		case plain != d.raw[start:end]:
			o.add(run{at: out.Len(), to: start, fixed: true, width: end - start})
			out.WriteString(plain)
		default:
			o.add(run{at: out.Len(), to: start})
			out.WriteString(plain)
		}
		at = end
	}
	o.add(run{at: out.Len(), to: at})
	out.WriteString(d.raw[at:])
	d.text, d.offsets = out.String(), o
}
