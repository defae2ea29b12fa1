package dictionary

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dyad/internal/actor"
)

// A claim says which record has a name.
type claim struct {
	r     *entry
	first bool // as its printed name
}

// An entry is a record on its way into the table.
type entry struct {
	*record
	kind  string
	names []string // as written in the table; the first is printed
}

// settle makes rows of the records. A name belongs to the record that has it first; a second record of the same printed
// name and kind adds terms and names to the first; any other second meaning is refused. Codes of a record hold in the order
// in which they stand, as in PETRARCH: the days that one has are not given to another, and a code without dates has the
// days that are left.
func (p *petrarch) settle() {
	actors, agents := map[string]claim{}, map[string]claim{}
	var entries []*entry
	for _, r := range p.records {
		p.file, p.line = r.file, r.line
		e := &entry{record: r, kind: "role"}
		taken := agents
		if !r.agent {
			e.kind, taken = p.kinds.of(r, p.governed), actors
			if e.kind == "person" && p.casing.nameless(r.phrases[0].text) {
				e.kind = "body"
			}
		}
		if into := p.claim(e, taken); into == e {
			entries = append(entries, e)
		}
	}
	for _, e := range entries {
		p.emit(e)
	}
	slices.SortStableFunc(p.Refused, func(a, b Refusal) int {
		return cmp.Or(p.order[a.File]-p.order[b.File], a.Line-b.Line)
	})
	p.Notes = append(p.Notes, fmt.Sprintf("%d phrases end in \"_\", which forbids endings: the table has no such mark, and adds none but the plurals of roles.", p.stemless))
}

// claim gives a record the names that no other has, and returns the entry that its codes belong to; nil if it is refused.
func (p *petrarch) claim(e *entry, taken map[string]claim) *entry {
	var texts []string
	for _, f := range e.phrases {
		texts = append(texts, f.text)
	}
	into := e
	written := p.write(texts, e.kind)
	if c, ok := taken[actor.Folded(written[0])]; ok && c.first && c.r.kind == e.kind && !e.agent {
		into = c.r
		into.codes = append(into.codes, e.codes...)
	}
	for i, name := range written {
		key := actor.Folded(name)
		c, ok := taken[key]
		p.line = e.phrases[i].line
		switch {
		case key == "":
			p.refuse(texts[i], "a name without a word", "")
		case !ok:
			taken[key] = claim{into, len(into.names) == 0}
			into.names = append(into.names, name)
		case c.r == into:
		case sameCodes(c.r.record, e.record):
			p.remark(p.line, texts[i], fmt.Sprintf("a second entry of what %s:%d says", c.r.file, c.r.line))
		default:
			p.refuse(texts[i], fmt.Sprintf("the name already means %s [%s] on %s:%d", c.r.names[0], c.r.codes[0].text, c.r.file, c.r.line), "one meaning of a name")
		}
	}
	if len(into.names) == 0 {
		return nil
	}
	return into
}

// write gives names in capitals the letters of a text.
func (p *petrarch) write(texts []string, kind string) []string {
	var initials map[string]bool
	if kind != "person" {
		initials = p.casing.initialsOf(texts)
	}
	var out []string
	for _, t := range texts {
		switch {
		case t != strings.ToUpper(t): // written with small letters: somebody thought of it
			out = append(out, t)
		case kind == "role":
			out = append(out, p.casing.role(t))
		default:
			out = append(out, p.casing.name(t, initials))
		}
	}
	return out
}

func sameCodes(a, b *record) bool {
	return slices.EqualFunc(a.codes, b.codes, func(a, b dated) bool { return a.same(b) && a.span == b.span })
}

func (d *dated) same(o dated) bool {
	return d.none == o.none && d.code == o.code && slices.Equal(d.sectors, o.sectors)
}

// A holding is a code and the days that it has in the end.
type holding struct {
	dated
	days span
}

// emit writes the rows of an entry.
func (p *petrarch) emit(e *entry) {
	names := p.variants(e)
	for _, h := range p.holdings(e) {
		row := Row{Name: e.names[0], Kind: e.kind, Code: h.code, Sectors: h.sectors, From: dayText(h.days.from), To: dayText(h.days.to)}
		if h.none {
			row.Kind = "none"
			if e.kind != "none" {
				continue // outside its dates it has no code, which is what no row says
			}
		}
		row.Names = names
		if e.kind == "person" {
			names = nil // those of the first row hold for the person
		}
		p.Rows = append(p.Rows, row)
	}
}

// variants gives the other names of an entry; a name that begins with a small particle (al-Nusra) is one, beside the name
// with a capital.
func (p *petrarch) variants(e *entry) []string {
	names := slices.Clone(e.names[1:])
	if e.kind == "role" {
		return names
	}
	seen := map[string]bool{}
	for _, n := range e.names {
		seen[n] = true
	}
	for _, n := range e.names {
		first, _, _ := strings.Cut(strings.ToLower(n), "-")
		if first, _, _ = strings.Cut(first, " "); p.casing.use[first] == "small" && len(first) < len(n) {
			if small := first + n[len(first):]; !seen[small] && first != "the" {
				seen[small] = true
				names = append(names, small)
			}
		}
	}
	return names
}

// maxTerms bounds the terms of one name.
const maxTerms = 500

// holdings gives each code of an entry the days that none before it has; codes without dates have what is left.
func (p *petrarch) holdings(e *entry) []holding {
	var held []holding
	var spans []span
	for _, open := range []bool{false, true} {
		for _, c := range e.codes {
			if (c.from <= always && c.to >= ever) != open {
				continue
			}
			p.file, p.line = c.file, c.line
			if len(spans) > maxTerms {
				p.refuse("["+c.text+"]", "too many terms of one name", fmt.Sprintf("at most %d", maxTerms))
				continue
			}
			left := c.without(spans)
			switch {
			case len(left) == 0 && slices.ContainsFunc(held, func(h holding) bool { return h.same(c) && h.from <= c.from && h.to >= c.to }):
				p.remark(c.line, "["+c.text+"]", "a second entry of what codes above say")
			case len(left) == 0:
				p.refuse("["+c.text+"]", "codes above have all of its days already", "one code for a day")
			case !open && (len(left) > 1 || left[0] != c.span):
				p.remark(c.line, "["+c.text+"]", "codes above have some of its days, which stay theirs")
			}
			for _, s := range left {
				held = append(held, holding{c, s})
			}
			spans = append(spans, left...)
		}
	}
	slices.SortStableFunc(held, func(a, b holding) int { return a.days.from - b.days.from })
	return joinHoldings(held)
}

// joinHoldings makes one of terms of the same code that follow each other without a gap.
func joinHoldings(held []holding) []holding {
	var out []holding
	for _, h := range held {
		if n := len(out) - 1; n >= 0 && out[n].same(h.dated) && h.days.from <= out[n].days.to+1 {
			out[n].days.to = max(out[n].days.to, h.days.to)
			continue
		}
		out = append(out, h)
	}
	return out
}
