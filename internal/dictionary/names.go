package dictionary

import (
	"slices"
	"strings"

	"dyad/internal/actor"
)

// A group is the rows of one name.
type group struct {
	class   string // person | role | other
	rows    []*Row
	words   map[string]bool // keys of the words of a person's names
	matched bool
}

func class(kind string) string {
	if kind == "person" || kind == "role" {
		return kind
	}
	return "other"
}

func grouped(rows []Row) []*group {
	byName := map[string]*group{}
	var list []*group
	for i := range rows {
		r := &rows[i]
		key := class(r.Kind) + "\t" + actor.Folded(r.Name)
		g := byName[key]
		if g == nil {
			g = &group{class: class(r.Kind)}
			byName[key] = g
			list = append(list, g)
		}
		g.rows = append(g.rows, r)
	}
	return list
}

// names gives every name of a group.
func (g *group) names() []string {
	var list []string
	for _, r := range g.rows {
		list = append(append(list, r.Name), r.Names...)
	}
	return list
}

// nameIndex finds the groups of a table by their names.
type nameIndex struct {
	*actor.Dictionary // for the key of transliteration

	groups []*group
	byName map[string][]*group // class and key of a name
	byWord map[string][]*group // code and key of a word of a person's name
}

// maxNamesakes bounds how many of one name are compared.
const maxNamesakes = 200

// newNames makes an index of rows.
func newNames(rows []Row, d *actor.Dictionary) *nameIndex {
	x := &nameIndex{d, grouped(rows), map[string][]*group{}, map[string][]*group{}}
	enter := func(m map[string][]*group, key string, g *group) {
		if n := len(m[key]); n < maxNamesakes && (n == 0 || m[key][n-1] != g) { // the names of a group come one after the other
			m[key] = append(m[key], g)
		}
	}
	for _, g := range x.groups {
		g.words = map[string]bool{}
		for _, n := range g.names() {
			if g.class != "person" || strings.Contains(n, " ") {
				for _, key := range x.keys(n) {
					enter(x.byName, g.class+"\t"+key, g)
				}
			}
			if g.class != "person" {
				continue
			}
			for _, w := range x.nameWords(n) {
				g.words[w] = true
				for _, r := range g.rows {
					enter(x.byWord, r.Code+"\t"+w, g)
				}
			}
		}
	}
	return x
}

// keys are the forms by which a name is looked up: folded, and its key of transliteration.
func (x *nameIndex) keys(name string) []string {
	folded, key := actor.Folded(name), x.Key(name)
	if key == folded {
		return []string{folded}
	}
	return []string{folded, key}
}

// nameWords gives the keys of the words of a name.
func (x *nameIndex) nameWords(name string) []string {
	var list []string
	for _, w := range strings.Fields(actor.Folded(name)) {
		if k := x.Key(w); len(k) > 1 {
			list = append(list, k)
		}
	}
	return list
}

// named gives the groups that have one of the names of a group.
func (x *nameIndex) named(g *group) []*group {
	var found []*group
	for i, n := range g.names() {
		if g.class == "person" && !strings.Contains(n, " ") {
			continue // a surname alone is not enough
		}
		for _, key := range x.keys(n) {
			for _, m := range x.byName[g.class+"\t"+key] {
				if !slices.Contains(found, m) {
					found = append(found, m)
				}
			}
		}
		if i == 0 && len(found) > 0 {
			break // the printed name decides
		}
	}
	return found
}

// surnamed gives the person whose names have all words of a row's name, or two, or any and whose term begins with it: two people
// of one surname are not one if the given names tell them apart. Of several it is the one with the most words, and whose terms
// share most days with it.
func (x *nameIndex) surnamed(r *Row) *group {
	words := x.nameWords(r.Name)
	if len(words) == 0 {
		return nil
	}
	const particle = 2 // letters of the longest: al, de, el
	var best *group
	most := [2]int{0, 0} // twice the words and one for the same beginning; days
	for _, w := range words {
		for _, g := range x.byWord[r.Code+"\t"+w] {
			n, telling, days, begins := 0, 0, 0, false
			for _, v := range words {
				if g.words[v] {
					n++
					if len(v) > particle {
						telling++
					}
				}
			}
			for _, t := range g.rows {
				if t.Code == r.Code {
					days = max(days, readTerm(r).shared(readTerm(t)))
					begins = begins || readTerm(r).from.agrees(readTerm(t).from, 31)
				}
			}
			score := 2 * n
			if begins {
				score++
			}
			if days > 0 && (n == len(words) || telling > 1 || begins) && (score > most[0] || score == most[0] && days > most[1]) {
				best, most = g, [2]int{score, days}
			}
		}
	}
	return best
}
