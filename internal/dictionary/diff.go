package dictionary

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dyad/internal/actor"
)

// A Disagreement is a thing that two tables say differently of one name.
type Disagreement struct {
	Name string // as B prints it
	Of   string // code in B
	What string // code | sector | term
	A, B string
}

// A Comparison is what two tables have in common and where they disagree.
type Comparison struct {
	Disagreements []Disagreement
	Names         int             // names that both have
	Terms         int             // rows of A that were held against rows of B
	Hidden        int             // disagreements that were hidden as settled
	Settled       []int           // by which of the settled ones, row by row
	Open          int             // terms that one ends and the other leaves open: no disagreement
	OnlyA, OnlyB  map[string]int  // kind -> names that only one has
	Lone          []Disagreement  // these names
	seen          map[string]bool // told already
}

// Options of a comparison.
type Options struct {
	Days    int       // dates this many days apart agree
	Settled []Settled // what is not to be told
}

// Diff tells where two tables disagree about the same name: its code, its first sector, the dates of its terms. Dates agree if
// they may mean the same day: 2004 and 2004-05-10 do.
//
// Names are the same if one of the spellings of either is, after folding (small letters, no accents) or by the key of
// transliteration. A person whom A calls by less than the full name (REIGN has surnames) is the one of B with the same code who has
// all words of it, or two, or any and a term that begins with it, and whose term shares most days with the row. What one table has no sector for, it
// says nothing of; times that only one of them tells of are no disagreement.
func Diff(a, b []Row, o Options) (*Comparison, error) {
	c, err := diff(a, b, o)
	if err != nil {
		return nil, err
	}
	return &c.Comparison, nil
}

func diff(a, b []Row, o Options) (*comparison, error) {
	d, err := actor.Default()
	if err != nil {
		return nil, fmt.Errorf("the key of transliteration: %w", err)
	}
	c := &comparison{Comparison: Comparison{OnlyA: map[string]int{}, OnlyB: map[string]int{}, seen: map[string]bool{}}, Options: o, b: newNames(b, d), settler: newSettler(o.Settled)}
	for _, g := range grouped(a) {
		c.group(g)
	}
	c.settle()
	for _, g := range c.b.groups {
		if !g.matched {
			c.OnlyB[g.rows[0].Kind]++
			c.Lone = append(c.Lone, Disagreement{g.rows[0].Name, g.rows[0].Code, "only in B", "", readTerm(g.rows[0]).String()})
		}
	}
	slices.SortStableFunc(c.Disagreements, func(x, y Disagreement) int {
		return cmp.Or(strings.Compare(x.Of, y.Of), strings.Compare(x.Name, y.Name))
	})
	return c, nil
}

type comparison struct {
	Comparison
	Options
	b       *nameIndex
	settler *settler
	told    []*told
}

// A told disagreement, with the rows that it is between and, of terms, the terms of A and B.
type told struct {
	Disagreement
	theirs, ours *Row
	terms        [2]term
	settled      bool
}

// mostRows is how many rows of one name are held against each other: more than anybody has.
const mostRows = 300

// group holds the rows of a name against those of the same name in B.
func (c *comparison) group(g *group) {
	g.rows = g.rows[:min(len(g.rows), mostRows)]
	found := c.b.named(g)
	for _, m := range found {
		m.matched = true
	}
	matched := len(found) > 0
	for _, r := range g.rows {
		in := found
		if len(in) == 0 && g.class == "person" {
			if m := c.b.surnamed(r); m != nil {
				m.matched, matched = true, true
				in = []*group{m}
			}
		}
		if len(in) > 0 {
			c.row(r, g, in)
		}
	}
	if matched {
		c.Names++
		return
	}
	c.OnlyA[g.rows[0].Kind]++
	c.Lone = append(c.Lone, Disagreement{g.rows[0].Name, g.rows[0].Code, "only in A", readTerm(g.rows[0]).String(), ""})
}

// row holds a row against the rows of the same name.
func (c *comparison) row(r *Row, g *group, found []*group) {
	t := readTerm(r)
	others := atTheTime(t, found)
	if len(others) == 0 || r.Kind == "none" {
		return // a time of which B says nothing
	}
	c.Terms++
	same := keep(others, func(o *Row) bool {
		return (o.Code == r.Code || r.Kind == "role") && (first(o) == first(r) || first(o) == "" || first(r) == "")
	})
	if len(same) > 0 {
		if r.Kind == "person" {
			for _, o := range same {
				c.settler.hold(r, o)
			}
			c.terms(r, g, same)
		}
		return
	}
	if slices.ContainsFunc(g.rows, func(o *Row) bool { return o != r && tells(o, others) }) {
		return // another row of A says what B does; its dates are held against B's
	}
	if first(r) == former && (t.from.open() || t.to.open()) {
		return // "no office" before or behind terms that A does not know
	}
	o := slices.MaxFunc(others, func(x, y *Row) int { return t.shared(readTerm(x)) - t.shared(readTerm(y)) })
	const slight = 31 // days: a matter of the dates of terms
	switch {
	case t.shared(readTerm(o)) <= slight:
	case r.Kind != "role" && o.Code != r.Code:
		c.tell(r, o, "code", r.Code, o.Code, [2]term{})
	default:
		c.tell(r, o, "sector", strings.Join(r.Sectors, ";"), strings.Join(o.Sectors, ";"), [2]term{})
	}
}

// atTheTime gives the rows of some names that share days with a term; of a name with more rows than anybody has, the first.
func atTheTime(t term, found []*group) []*Row {
	var list []*Row
	for _, g := range found {
		for _, o := range g.rows[:min(len(g.rows), mostRows)] {
			if t.shared(readTerm(o)) > 0 {
				list = append(list, o)
			}
		}
	}
	return list
}

// tells reports whether a row says the code and sector of one of others, at its time.
func tells(r *Row, others []*Row) bool {
	return slices.ContainsFunc(others, func(o *Row) bool {
		return o.Code == r.Code && first(o) == first(r) && readTerm(r).shared(readTerm(o)) > 0
	})
}

func first(r *Row) string {
	if len(r.Sectors) == 0 {
		return ""
	}
	return r.Sectors[0]
}

func keep(rows []*Row, fits func(*Row) bool) []*Row {
	return slices.DeleteFunc(slices.Clone(rows), func(r *Row) bool { return !fits(r) })
}

// former is the sector of those who hold an office no more, or not yet.
const former = "ELI"

// terms holds the term of a person against those of B, one by one and as far as they follow each other on either side: who was a
// minister and then president is in government all the time.
func (c *comparison) terms(r *Row, g *group, same []*Row) {
	mine := chains(keep(g.rows, func(o *Row) bool { return o.Code == r.Code && first(o) == first(r) }), r)
	theirs := chains(same, nil)
	for _, a := range mine {
		for _, b := range theirs {
			begins, ends := a.from.agrees(b.from, c.Days), a.to.agrees(b.to, c.Days)
			switch {
			case begins && ends:
				return
			case (begins || a.from.open() || b.from.open()) && (ends || a.to.open() || b.to.open()):
				c.Open++
				return
			}
		}
	}
	t := readTerm(r)
	best := slices.MaxFunc(theirs, func(x, y chain) int { return c.likeness(t, x.term) - c.likeness(t, y.term) })
	c.tell(r, best.row, "term", t.String(), best.String(), [2]term{t, best.term})
}

// likeness orders the terms that another may be meant to be: those that begin or end with it, then those that differ by the
// fewest days.
func (c *comparison) likeness(t, o term) int {
	n := 2*t.shared(o) - (o.to.last - o.from.first)
	if t.from.agrees(o.from, c.Days) || t.to.agrees(o.to, c.Days) {
		n += 1 << 20
	}
	return n
}

// A chain is a term, or several that follow each other, from the row where it begins.
type chain struct {
	term
	row *Row
}

// chains gives every chain of rows; if one is given only those that it is part of.
func chains(rows []*Row, with *Row) []chain {
	const most = 12 // terms of one person in a chain
	rows = slices.SortedStableFunc(slices.Values(rows), func(x, y *Row) int { return readTerm(x).from.first - readTerm(y).from.first })
	var list []chain
	for i, r := range rows {
		t, has := readTerm(r), false
		for j, o := range rows[i:min(i+most, len(rows))] {
			n := readTerm(o)
			if j > 0 && !n.follows(t) {
				break
			}
			if n.to.last > t.to.last {
				t.to = n.to
			}
			if has = has || with == nil || o == with; has {
				list = append(list, chain{t, r})
			}
		}
	}
	return list
}

func (c *comparison) tell(r, o *Row, what, a, b string, terms [2]term) {
	d := Disagreement{o.Name, o.Code, what, a, b}
	if o.Office != "" {
		d.B += " (" + o.Office + ")"
	}
	if key := strings.Join([]string{d.Name, d.Of, d.What, d.A, d.B}, "\t"); !c.seen[key] {
		c.seen[key] = true
		c.told = append(c.told, &told{Disagreement: d, theirs: r, ours: o, terms: terms})
	}
}

// settle parts what was told from what is settled, when all rows have been seen.
func (c *comparison) settle() {
	for _, d := range c.told {
		if d.settled = c.settler.settles(d); d.settled {
			c.Hidden++
		} else {
			c.Disagreements = append(c.Disagreements, d.Disagreement)
		}
	}
	c.Comparison.Settled = c.settler.hits
}

// Summary says in a line what came of a comparison.
func (c *Comparison) Summary(a, b string) string {
	s := fmt.Sprintf("%d names in both, %d terms held against each other, %d disagreements", c.Names, c.Terms, len(c.Disagreements))
	if c.Hidden > 0 {
		s += fmt.Sprintf(" beside %d that are settled", c.Hidden)
	}
	return s + fmt.Sprintf("; %d terms are open in one only; only in %s: %s; only in %s: %s", c.Open, a, counts(c.OnlyA), b, counts(c.OnlyB))
}

func counts(m map[string]int) string {
	var list []string
	for _, kind := range slices.Sorted(maps.Keys(m)) {
		list = append(list, fmt.Sprintf("%d %s", m[kind], kind))
	}
	if len(list) == 0 {
		return "nothing"
	}
	return strings.Join(list, ", ")
}
