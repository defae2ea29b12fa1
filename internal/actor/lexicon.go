package actor

import (
	"slices"
	"strings"
)

// A sense is what kind of thing a name of the tables names.
type sense uint8

const (
	stateName sense = iota
	stateAdjective
	demonym     // Iranian, Iranians as a noun
	capitalCity // Tehran
	seat        // the Kremlin
	organisation
	personName // a full name
	surname    // the part of a name that stands alone
	givenName
	roleNoun
	notParty
	pronoun
	setNoun   // countries, sides: after "the two", "both"
	thingNoun // war, deal: what stands before it is part of its name
	suffixNoun
	eraWord // former, ex, then, acting
)

// A reading is one thing that a name may mean: a sense, and the row of that sense's table.
type reading struct {
	sense  sense
	index  int32
	plural bool
}

type lexEntry struct {
	words    []string
	shapes   []shape
	readings []reading
}

// lexicon finds names by their first word, the longest first.
type lexicon map[string][]*lexEntry

// add enters a name. The same words with another meaning become a further reading, if they ask for the same capitals.
func (l lexicon) add(name string, r reading) {
	words, shapes := cut(name)
	if len(words) == 0 {
		return
	}
	for _, e := range l[words[0]] {
		if len(e.words) == len(words) && e.words[len(words)-1] == words[len(words)-1] && slices.Equal(e.words, words) && slices.Equal(e.shapes, shapes) {
			if !slices.Contains(e.readings, r) {
				e.readings = append(e.readings, r)
			}
			return
		}
	}
	l[words[0]] = append(l[words[0]], &lexEntry{words, shapes, []reading{r}})
}

// sort puts the longest names first, and among equals those that ask for more capitals.
func (l lexicon) sort() {
	for _, es := range l {
		if len(es) < 2 {
			continue
		}
		slices.SortStableFunc(es, func(a, b *lexEntry) int {
			if c := len(b.words) - len(a.words); c != 0 {
				return c
			}
			return strings.Compare(string(shapesKey(b.shapes)), string(shapesKey(a.shapes)))
		})
	}
}

func shapesKey(ss []shape) []byte {
	b := make([]byte, len(ss))
	for i, s := range ss {
		b[i] = byte(s)
	}
	return b
}

// cut splits a name of a table into folded words and the capitals they ask for, at blanks and hyphens, as pieces does.
// A possessive is a word of its own, as it is a token.
func cut(name string) (words []string, shapes []shape) {
	if simple(name) {
		return cutSimple(name)
	}
	return cutAny(name)
}

func cutAny(name string) (words []string, shapes []shape) {
	for _, w := range strings.FieldsFunc(name, func(r rune) bool {
		return r == ' ' || r == '-' || r == '–' || r == '/'
	}) {
		tail := ""
		if b, ok := strings.CutSuffix(strings.ReplaceAll(w, "’", "'"), "'s"); ok && b != "" {
			w, tail = b, "'s"
		}
		if b, ok := strings.CutSuffix(strings.ReplaceAll(w, "’", "'"), "'"); ok && b != "" { // "Workers' Party"
			w, tail = b, "'"
		}
		if b, ok := strings.CutSuffix(w, ","); ok {
			w, tail = b, ","
		}
		words, shapes = append(words, fold(w)), append(shapes, shapeOf(w))
		if tail != "" {
			words, shapes = append(words, tail), append(shapes, anyCase)
		}
	}
	return words, shapes
}

// simple says whether a name is of letters without marks, digits, blanks and hyphens alone, as most are.
func simple(name string) bool {
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == ' ', c == '-', c == '/':
		default:
			return false
		}
	}
	return true
}

// cutSimple is cutAny for simple names; there are tens of thousands of them, and the program waits for the tables.
func cutSimple(name string) (words []string, shapes []shape) {
	lower := strings.ToLower(name)
	n := 1
	for i := range len(name) {
		if separates(name[i]) {
			n++
		}
	}
	words, shapes = make([]string, 0, n), make([]shape, 0, n)
	for i := 0; i < len(name); i++ {
		from := i
		for i < len(name) && !separates(name[i]) {
			i++
		}
		if i > from {
			words, shapes = append(words, lower[from:i]), append(shapes, shapeOf(name[from:i]))
		}
	}
	return words, shapes
}

func separates(c byte) bool { return c == ' ' || c == '-' || c == '/' }

// A hit is a name found in a sentence.
type hit struct {
	first, end int // pieces
	readings   []reading
}

func (h *hit) has(s sense) bool {
	for _, r := range h.readings {
		if r.sense == s {
			return true
		}
	}
	return false
}

// get returns the row of the first reading of that sense, -1 if there is none.
func (h *hit) get(s sense) int {
	for _, r := range h.readings {
		if r.sense == s {
			return int(r.index)
		}
	}
	return -1
}

// match finds the longest name that begins at a piece; several shapes of the same words join their readings.
func (l lexicon) match(ps []piece, at int) (hit, bool) {
	var h hit
	long := 0
	for _, e := range l[ps[at].key] {
		if long > 0 && len(e.words) < long {
			break
		}
		end, ok := e.fits(ps, at)
		if !ok {
			continue
		}
		if long == 0 {
			long, h = len(e.words), hit{at, end, e.readings}
			continue
		}
		h.readings = append(slices.Clip(h.readings), e.readings...)
	}
	return h, long > 0
}

// fits says whether the entry stands at a piece, and where it ends. A hyphen between two words is skipped.
func (e *lexEntry) fits(ps []piece, at int) (end int, ok bool) {
	j := at
	for k, w := range e.words {
		if k > 0 && j < len(ps) && isHyphen(ps[j].text) {
			j++
		}
		if j >= len(ps) || ps[j].key != w || !e.shapes[k].fits(ps[j].text) {
			return 0, false
		}
		j++
	}
	return j, true
}
