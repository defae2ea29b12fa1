package actor

import (
	"slices"
	"strings"
)

// An individual is a person as one report knows him: all mentions of one name share it.
type individual struct {
	text   string   // the name as written
	words  []string // folded, without hyphens and initials
	people []int    // rows of Dictionary.people whose full name this is
	short  []int    // rows whose surname this is
	known  bool     // some word is a given name or surname of the tables
	gender string   // m | f
	drafts []*draft

	fused *individual // the fuller name of the same person, once link has found it

	settled bool
	verdict verdict
}

func (w *individual) add(f *draft) { w.drafts = append(w.drafts, f) }

// root follows fusions to the fullest name.
func (w *individual) root() *individual {
	for w.fused != nil {
		w = w.fused
	}
	return w
}

// individual reads a name item.
func (r *reader) individual(it *item) *individual {
	w := &individual{text: r.text[r.ps[it.first].start:r.ps[it.end-1].end]}
	for _, p := range r.ps[it.first:it.end] {
		if isHyphen(p.text) {
			continue
		}
		w.words = append(w.words, p.key)
		if g := r.d.genders[p.key]; g != "" {
			w.known = true
			if w.gender == "" {
				w.gender = g
			}
		}
	}
	for _, x := range it.hit.readings {
		switch x.sense {
		case personName:
			w.people = append(w.people, int(x.index))
		case surname:
			w.short = append(w.short, int(x.index))
			w.known = true
		}
	}
	return w
}

// link lets the mentions of one person share what is known of him: a surname stands for the full name of the report
// that ends with it.
func (c *Candidates) link() {
	surnames := map[string]bool{}
	for _, f := range c.drafts {
		if f.who != nil && len(f.who.words) > 1 {
			surnames[f.who.words[len(f.who.words)-1]] = true
		}
	}
	c.drafts = slices.DeleteFunc(c.drafts, func(f *draft) bool { return c.nobody(f, surnames) })
	var full []*individual
	bySurname := map[string]*individual{}
	for i, f := range c.drafts {
		f.index = i
		w := f.who
		if w == nil || len(w.words) < 2 || len(w.drafts) == 0 || w.drafts[0] != f {
			continue
		}
		last := w.words[len(w.words)-1]
		if o := bySurname[last]; o != nil && same(o, w) {
			w.fused = o.root()
			o.root().absorb(w)
			continue
		} else if o == nil {
			bySurname[last] = w
		}
		full = append(full, w)
	}
	single := map[string]*individual{}
	for _, f := range c.drafts {
		w := f.who
		if w == nil || len(w.words) != 1 || w.fused != nil {
			continue
		}
		o := bySurname[w.words[0]]
		if o == nil {
			o = c.byShort(full, w)
		}
		if o == nil && c.dict.genders[w.words[0]] == "" {
			o = byFirst(full, w.words[0]) // names that begin with the surname
		}
		if o == nil && single[w.words[0]] != w {
			if o = single[w.words[0]]; o == nil {
				single[w.words[0]] = w
			}
		}
		if o != nil && o.root() != w {
			w.fused = o.root()
			o.root().absorb(w)
		}
	}
}

// nobody says whether a single unknown word is more likely the name of a place or thing than of a person: it has no
// title, is no known name, is not met in a full name, and stands in a prepositional phrase.
func (c *Candidates) nobody(f *draft, surnames map[string]bool) bool {
	w := f.who
	if w == nil || len(w.words) != 1 || w.known || len(f.roles) > 0 || f.modifier {
		return false
	}
	t := &c.sents[f.sentence].Tokens[f.head]
	if rel, _, _ := strings.Cut(t.Rel, ":"); rel != "obl" && rel != "nmod" && rel != "compound" && rel != "conj" {
		return false
	}
	return !surnames[w.words[0]]
}

func (w *individual) absorb(o *individual) {
	w.drafts = append(w.drafts, o.drafts...)
	if w.gender == "" {
		w.gender = o.gender
	}
	w.known = w.known || o.known
}

// same says whether two full names with one surname are one person: the given names agree as far as both are written.
func same(a, b *individual) bool {
	if len(a.people) > 0 && len(b.people) > 0 {
		return slices.ContainsFunc(a.people, func(p int) bool { return slices.Contains(b.people, p) })
	}
	x, y := a.words[0], b.words[0]
	return x == y || strings.HasPrefix(x, y) && len(y) == 1 || strings.HasPrefix(y, x) && len(x) == 1 ||
		slices.Contains(a.words, y) || slices.Contains(b.words, x)
}

// byFirst finds a full name that begins with a word.
func byFirst(full []*individual, word string) *individual {
	for _, o := range full {
		if o.words[0] == word {
			return o
		}
	}
	return nil
}

// byShort finds the person of the report who is known by this short name ("Xi", "Saddam").
func (c *Candidates) byShort(full []*individual, w *individual) *individual {
	for _, o := range full {
		for _, p := range w.short {
			if slices.Contains(o.people, p) {
				return o
			}
		}
	}
	return nil
}
