package actor

import (
	"slices"
	"strings"
)

// A spelling is a row of spellings.tsv: letters that stand for others in the key of a name.
type spelling struct {
	from, to   string
	first, end bool // only at the beginning, only at the end of a word
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
		d.spellings = append(d.spellings, spelling{from, r.Get("to"), first, end})
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
	for _, s := range d.spellings {
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
	}
	return string(slices.Compact([]rune(w)))
}

// spell enters a name of a person under its key, and the surname under its own.
func (d *Dictionary) spell(person int, name string) {
	words, _ := cut(name)
	if len(words) < 2 {
		return
	}
	d.spelt.add(d.key(words), person)
	d.spelt.add(" "+d.keyOf(words[len(words)-1]), person)
}

// A keyIndex finds people by the key of their full name, or of their surname with a blank before it.
type keyIndex map[string][]int

func (k keyIndex) add(key string, person int) {
	if !slices.Contains(k[key], person) {
		k[key] = append(k[key], person)
	}
}
