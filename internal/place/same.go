package place

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Same says whether two places, each written Name:STATE, are one: their states are equal, and the names are equal but for
// case, accents and marks, or the tables have them as two names of one place ("Peking:CHN", "Beijing:CHN"). "Chinese
// capital" is a name of what the tables have as the capital of China.
func (g *Gazetteer) Same(a, b string) bool {
	nameA, stateA := cutState(a)
	nameB, stateB := cutState(b)
	if stateA != stateB {
		return false
	}
	if foldName(nameA) == foldName(nameB) {
		return true
	}
	these := g.meant(nameA, stateA)
	return slices.ContainsFunc(g.meant(nameB, stateB), func(e int) bool { return slices.Contains(these, e) })
}

// cutState parts a name from the code behind its last colon.
func cutState(place string) (name, state string) {
	i := strings.LastIndexByte(place, ':')
	if i < 0 {
		return place, ""
	}
	return place[:i], place[i+1:]
}

// meant gives the places of a state that a name may mean, whatever its case, accents and marks.
func (g *Gazetteer) meant(name, state string) []int {
	if of, ok := strings.CutSuffix(name, " capital"); ok {
		if s, ok := g.seats[of]; ok && s.state == state {
			return s.capitals
		}
	}
	list := slices.Clone(g.folded()[foldName(name)])
	return slices.DeleteFunc(list, func(e int) bool { return g.entries[e].state != state })
}

// fold gives the places of each name in its folded form.
func (g *Gazetteer) fold() map[string][]int {
	m := make(map[string][]int, len(g.entries))
	for _, ns := range g.byWord {
		for _, n := range ns {
			key := foldName(strings.ReplaceAll(strings.Join(n.words, " "), " 's", "'s"))
			m[key] = append(m[key], n.entries...)
		}
	}
	for _, list := range m {
		slices.Sort(list) // names that fold alike come in no order
	}
	return m
}

// foldName writes a name in small letters without accents and marks, its words apart by one blank.
func foldName(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '.':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return b.String()
}
