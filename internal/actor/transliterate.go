package actor

import (
	"slices"
	"strings"
	"sync"
)

// A spelling is a row of spellings.tsv: letters that stand for others in the key of a name.
type spelling struct {
	from, to   string
	first, end bool // only at the beginning, only at the end of a word
	letters    uint32
}

// letters gives the set of the small letters of a word.
func letters(s string) uint32 {
	set := uint32(0)
	for i := range len(s) {
		if c := s[i] - 'a'; c < 26 {
			set |= 1 << c
		}
	}
	return set
}

func (d *Dictionary) loadSpellings() error {
	rs, err := rows("spellings.tsv", "from", "to")
	if err != nil {
		return err
	}
	for _, r := range rs {
		from, first := strings.CutPrefix(r.Get("from"), "^")
		from, end := strings.CutSuffix(from, "$")
		if r.Get("to") == "-" {
			d.nameArticles = append(d.nameArticles, from)
			continue
		}
		if from == "" {
			return r.Errorf("from", "%q holds no letters", r.Get("from"))
		}
		d.spellings = append(d.spellings, spelling{from, r.Get("to"), first, end, letters(from)})
	}
	return nil
}

// Key gives the transliteration key of a name (data/spellings.tsv): names that different romanisations write differently
// have one key. It is no proof that two names are one: the title, the country and the day must agree.
func (d *Dictionary) Key(name string) string {
	words, _ := cut(name)
	return d.key(words)
}

func (d *Dictionary) key(words []string) string {
	var b strings.Builder
	for i, w := range words {
		if i+1 < len(words) && slices.Contains(d.nameArticles, w) {
			continue // "al-Assad"
		}
		b.WriteString(d.keyOf(w))
	}
	return b.String()
}

// keyOf gives the key of one folded word.
func (d *Dictionary) keyOf(w string) string {
	w = strings.ReplaceAll(w, "'", "")
	has := letters(w)
	for i := range d.spellings {
		s := &d.spellings[i]
		if s.letters&^has != 0 {
			continue
		}
		before := w
		switch {
		case s.first && s.end:
			if w == s.from {
				w = s.to
			}
		case s.first:
			if t, ok := strings.CutPrefix(w, s.from); ok {
				w = s.to + t
			}
		case s.end:
			if t, ok := strings.CutSuffix(w, s.from); ok {
				w = t + s.to
			}
		default:
			w = strings.ReplaceAll(w, s.from, s.to)
		}
		if w != before {
			has = letters(w)
		}
	}
	return string(slices.Compact([]rune(w)))
}

// spell notes a name of a person for the index of keys.
func (d *Dictionary) spell(person int, name string) {
	d.spelt.names = append(d.spelt.names, spelt{person, name})
}

// A spelt is a name of a person.
type spelt struct {
	person int
	name   string
}

// A speltIndex finds people by the key of their full name, or of their surname with a blank before it. It is made when it is
// first asked: most names of most reports are those of the tables.
type speltIndex struct {
	once  sync.Once
	names []spelt
	keys  keyIndex
}

// spelled gives the people whose name has a key.
func (d *Dictionary) spelled(key string) []int {
	d.spelt.once.Do(func() {
		d.spelt.keys = keyIndex{}
		for _, n := range d.spelt.names {
			words, _ := cut(n.name)
			if len(words) > 1 {
				d.spelt.keys.add(d.key(words), n.person)
				d.spelt.keys.add(" "+d.keyOf(words[len(words)-1]), n.person)
			}
		}
	})
	return d.spelt.keys[key]
}

type keyIndex map[string][]int

func (k keyIndex) add(key string, person int) {
	if !slices.Contains(k[key], person) {
		k[key] = append(k[key], person)
	}
}
