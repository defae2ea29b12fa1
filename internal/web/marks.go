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

// markUp cuts text[start:end) at the bounds of the marks, which come in order of their start, and nests the pieces. Two
// marks that overlap without one lying in the other are cut: the inner one is closed with the outer one and goes on
// after it.
func markUp(text []rune, start, end int, all []*mark) []*node {
	end = min(end, len(text))
	root := &node{}
	open := []*node{root} // the marks that run at this point, outermost first
	begin := func(m *mark, again bool) {
		n, top := &node{Mark: m, Continue: again}, open[len(open)-1]
		top.Children = append(top.Children, n)
		open = append(open, n)
	}
	for at := start; at < end; {
		var cut []*mark
		open, cut = closeEnded(open, at)
		for _, m := range cut {
			begin(m, true)
		}
		for len(all) > 0 && all[0].start <= at {
			if all[0].end > at {
				begin(all[0], all[0].start < start)
			}
			all = all[1:]
		}
		next := end
		if len(all) > 0 {
			next = min(next, all[0].start)
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

// closeEnded closes the marks that end here, with all that were opened inside of them; those of the latter that run on
// are given back.
func closeEnded(open []*node, at int) (still []*node, cut []*mark) {
	for i, n := range open {
		if i == 0 || n.Mark.end > at {
			continue
		}
		for _, inner := range open[i+1:] {
			if inner.Mark.end > at {
				cut = append(cut, inner.Mark)
			}
		}
		return open[:i], cut
	}
	return open, nil
}

// paragraphs cuts a report's text at its blank lines; each gets the marks that lie in it, and the notes of those that
// begin in it.
func (s *site) paragraphs(r *event.Report, rows []row, quotes []quoteLine) []paragraph {
	text := []rune(r.Text)
	spans := blocks(text)
	if len(spans) == 0 {
		return nil
	}
	list, here := make([]paragraph, len(spans)), make([][]*mark, len(spans))
	// at finds the paragraph of an offset; what stands between two belongs to the first of them.
	at := func(offset int) int {
		i, found := slices.BinarySearchFunc(spans, offset, func(s event.Span, offset int) int { return cmp.Compare(s.Start, offset) })
		if !found {
			i--
		}
		return max(i, 0)
	}
	for _, m := range marks(r) {
		for i := at(m.start); i < len(spans) && spans[i].Start < m.end; i++ {
			here[i] = append(here[i], m)
		}
	}
	for i := range min(len(rows), len(r.Events)) {
		if start := r.Events[i].Start; start >= 0 && start < len(text) {
			p := &list[at(start)]
			p.Events = append(p.Events, rows[i])
		}
	}
	for i := range min(len(quotes), len(r.Quotes)) {
		p := &list[at(r.Quotes[i].Start)]
		p.Quotes = append(p.Quotes, quotes[i])
	}
	for i, span := range spans {
		list[i].Nodes = markUp(text, span.Start, span.End, here[i])
	}
	return list
}

// blocks gives the paragraphs of a text: what stands between blank lines.
func blocks(text []rune) []event.Span {
	var spans []event.Span
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && !(text[end] == '\n' && end+1 < len(text) && text[end+1] == '\n') {
			end++
		}
		if end > start {
			spans = append(spans, event.Span{Start: start, End: end})
		}
		for start = end; start < len(text) && text[start] == '\n'; start++ {
		}
	}
	return spans
}
