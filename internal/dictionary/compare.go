package dictionary

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"dyad/internal/actor"
)

// compare finds the faults that show only in several rows: duplicates, terms that overlap, a name with two meanings, names
// that are each other's.
func (c *checker) compare() {
	for _, r := range c.employers {
		if c.line = r.line; !c.vocabulary.organisations[r.code] && !c.organisations[r.code] && !c.ownStates[r.code] {
			c.fault("code", strconv.Quote(r.code)+" is neither a state's code nor the name of an organisation", "of an office: ISO 3166-1 alpha-3, or a name of dyad's organisations or of this file's")
		}
	}
	c.compareTerms()
	if c.schema.title != "" {
		c.compareNames()
	}
}

// compareTerms holds the rows that tell of the same against each other.
func (c *checker) compareTerms() {
	byKey := map[string][]int{}
	var keys []string
	for i, r := range c.checked {
		key := r.key
		if byKey[key] == nil {
			keys = append(keys, key)
		}
		byKey[key] = append(byKey[key], i)
	}
	for _, key := range keys {
		is := byKey[key]
		slices.SortStableFunc(is, func(a, b int) int { return cmp.Compare(c.checked[a].from, c.checked[b].from) })
		latest := -1 // the row that ends last so far
		for _, i := range is {
			if latest >= 0 {
				c.twoTerms(&c.checked[latest], &c.checked[i])
			}
			if latest < 0 || c.checked[i].to > c.checked[latest].to {
				latest = i
			}
		}
	}
}

func (c *checker) twoTerms(a, b *checkedRow) {
	first, second := min(a.line, b.line), max(a.line, b.line)
	c.line = second
	_, dates := c.at["from"]
	switch {
	case a.whole == b.whole:
		c.fault("", fmt.Sprintf("the row is that of line %d again", first), "")
	case !dates:
		c.fault(c.schema.identity[0], fmt.Sprintf("a duplicate: line %d tells of the same", first), "one row")
	case a.overlaps(b) || a.from == b.from && a.to == b.to:
		c.fault("from", fmt.Sprintf("the term overlaps that of line %d", first), "terms that share a day at most")
	}
}

// overlaps reports whether two terms certainly share more than a day: of dates to the month or year only the days count that
// they must have.
func (r *checkedRow) overlaps(o *checkedRow) bool {
	return min(r.ends, o.ends) > max(r.begun, o.begun)
}

// A naming is a name in a row.
type naming struct {
	row     int
	printed bool
	name    string
}

// maxMeanings bounds with how many others a name is compared: one that has more meanings has been reported by then.
const maxMeanings = 20

// compareNames finds names that mean two things at one time. Persons may be called alike.
func (c *checker) compareNames() {
	byName := map[string][]naming{}
	var order []string
	add := func(n naming) {
		key := actor.Folded(n.name)
		if c.checked[n.row].kind == "role" {
			key += "\trole" // nouns and names do not meet
		}
		if byName[key] == nil {
			order = append(order, key)
		}
		byName[key] = append(byName[key], n)
	}
	for i, r := range c.checked {
		if r.kind == "capital" {
			continue // names its state, to say what its capital was
		}
		add(naming{i, true, r.name})
		for _, n := range r.names {
			add(naming{i, false, n})
		}
	}
	told := map[[2]int]bool{}
	c.cycles(byName, told)
	for _, key := range order {
		ns := byName[key]
		for i, n := range ns {
			for _, o := range ns[:min(i, maxMeanings)] {
				c.twoMeanings(o, n, told)
			}
		}
	}
}

func (c *checker) twoMeanings(a, b naming, told map[[2]int]bool) {
	x, y := &c.checked[a.row], &c.checked[b.row]
	pair := [2]int{min(a.row, b.row), max(a.row, b.row)}
	if a.row == b.row || told[pair] || actor.Folded(x.name) == actor.Folded(y.name) && x.kind == y.kind || !x.overlaps(y) {
		return
	}
	first, second := x, y
	if second.line < first.line {
		first, second = y, x
	}
	c.line = second.line
	switch {
	case x.kind == y.kind && x.kind == "person", x.code == y.code && !(a.printed && b.printed):
		return // namesakes; rows of one party
	default:
		c.fault("names", fmt.Sprintf("%q means %s on line %d too", b.name, first.name, first.line), "one meaning of a name at a time")
	}
	told[pair] = true
}

// cycles finds names that are each other's: a is another name of b, b of a, perhaps by way of others.
func (c *checker) cycles(byName map[string][]naming, told map[[2]int]bool) {
	const open, done = 1, 2
	state := make([]byte, len(c.checked))
	type step struct{ row, name, next int } // where the search stands in the other names of a row, and their rows
	for start := range c.checked {
		stack := []step{{row: start}}
		for len(stack) > 0 {
			s := &stack[len(stack)-1]
			r := &c.checked[s.row]
			if state[s.row] == done || s.name >= len(r.names) {
				state[s.row] = done
				stack = stack[:len(stack)-1]
				continue
			}
			state[s.row] = open
			of := byName[actor.Folded(r.names[s.name])]
			if s.next >= min(len(of), maxMeanings) {
				s.name, s.next = s.name+1, 0
				continue
			}
			to := of[s.next]
			s.next++
			switch t := &c.checked[to.row]; {
			case !to.printed || t.key == r.key:
			case state[to.row] == 0:
				stack = append(stack, step{row: to.row})
			case state[to.row] == open:
				c.line = r.line
				c.fault("names", fmt.Sprintf("%q is another name of %q, which leads back to it from line %d: a cycle", r.names[s.name], r.name, t.line), "one printed name, which is nobody's other name")
				told[[2]int{min(s.row, to.row), max(s.row, to.row)}] = true
			}
		}
	}
}
