package web

import (
	"cmp"
	"slices"

	"dyad/event"
)

// node is a piece of a marked text: words, or a mark with what stands in it.
type node struct {
	Text     string
	Mark     *mark
	Continue bool // a further piece of a mark that another one cuts: it must not carry the id again
	Children []*node
}

// mark is a stretch of text that means something: an event's words or somebody's speech.
type mark struct {
	start, end int // code points
	ID         string
	Number     int // of the event; 0 for a quote
	Quad       int
	Label      string
	Kind       string // event | quote
}

// paragraph is a paragraph of a report with its notes.
type paragraph struct {
	Nodes  []*node
	Events []row
	Quotes []quoteLine
}

// marks lists what is to be marked in a text, outermost first where two begin together.
func marks(r *event.Report) []*mark {
	var list []*mark
	for i := range r.Quotes {
		q := &r.Quotes[i]
		parts := q.Parts
		if len(parts) == 0 {
			parts = []event.Span{{Start: q.Start, End: q.End}}
		}
		for j, p := range parts {
			m := &mark{start: p.Start, end: p.End, Kind: "quote", Label: "words of " + speakerName(q)}
			if j == 0 {
				m.ID = "q-" + q.ID
			}
			list = append(list, m)
		}
	}
	for i := range r.Events {
		e := &r.Events[i]
		list = append(list, &mark{start: e.Start, end: e.End, Kind: "event", ID: "e-" + e.ID, Number: i + 1, Quad: e.QuadCode, Label: e.Event})
	}
	list = slices.DeleteFunc(list, func(m *mark) bool { return m.start < 0 || m.start >= m.end })
	slices.SortStableFunc(list, func(x, y *mark) int {
		return cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(y.end, x.end))
	})
	return list
}

// markUp cuts text[start:end) at the bounds of the marks and nests the pieces. Two marks that overlap without one lying
// in the other are cut: the inner one is closed with the outer one and goes on after it.
func markUp(text []rune, start, end int, all []*mark) []*node {
	end = min(end, len(text))
	root := &node{}
	open := []*node{root} // the marks that run at this point, outermost first
	begun := map[*mark]bool{}
	for at := start; at < end; {
		open = closeEnded(open, at)
		next := end
		for _, m := range all { // in order of their start
			if m.start > at {
				next = min(next, m.start)
				break
			}
			if m.end > at && !isOpen(open, m) {
				n := &node{Mark: m, Continue: begun[m] || m.start < start}
				begun[m] = true
				top := open[len(open)-1]
				top.Children = append(top.Children, n)
				open = append(open, n)
			}
		}
		for _, n := range open[1:] {
			next = min(next, n.Mark.end)
		}
		top := open[len(open)-1]
		top.Children = append(top.Children, &node{Text: string(text[at:next])})
		at = next
	}
	return root.Children
}

// closeEnded closes the marks that end here, with all that were opened inside of them.
func closeEnded(open []*node, at int) []*node {
	for i, n := range open {
		if i > 0 && n.Mark.end <= at {
			return open[:i]
		}
	}
	return open
}

func isOpen(open []*node, m *mark) bool {
	return slices.ContainsFunc(open[1:], func(n *node) bool { return n.Mark == m })
}

// paragraphs cuts a report's text at its blank lines; each gets the marks that begin in it.
func (s *site) paragraphs(r *event.Report, rows []row, quotes []quoteLine) []paragraph {
	text := []rune(r.Text)
	all := marks(r)
	var list []paragraph
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && !(text[end] == '\n' && end+1 < len(text) && text[end+1] == '\n') {
			end++
		}
		var here []*mark
		for _, m := range all {
			if m.start < end && m.end > start {
				here = append(here, m)
			}
		}
		p := paragraph{Nodes: markUp(text, start, end, here)}
		for i := range r.Events {
			if e := &r.Events[i]; e.Start >= start && e.Start < end+2 && i < len(rows) {
				p.Events = append(p.Events, rows[i])
			}
		}
		for i := range r.Quotes {
			if q := &r.Quotes[i]; q.Start >= start && q.Start < end+2 && i < len(quotes) {
				p.Quotes = append(p.Quotes, quotes[i])
			}
		}
		list = append(list, p)
		for start = end; start < len(text) && text[start] == '\n'; start++ {
		}
	}
	return list
}
