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
	bySurname := map[string][]*individual{}
	for i, f := range c.drafts {
		f.index = i
		w := f.who
		if w == nil || len(w.words) < 2 || len(w.drafts) == 0 || w.drafts[0] != f {
			continue
		}
		last := w.words[len(w.words)-1]
		if k := slices.IndexFunc(bySurname[last], func(o *individual) bool { return same(o, w) }); k >= 0 {
			o := bySurname[last][k]
			w.fused = o.root()
			o.root().absorb(w)
			continue
		}
		bySurname[last] = append(bySurname[last], w)
		full = append(full, w)
	}
	c.namesakes(full)
	c.linkShort(bySurname, full)
}

// namesakes makes persons of single words that are names of states, where the report has named somebody so called: "Tom
// Holland …", then "Holland paid".
func (c *Candidates) namesakes(full []*individual) {
	called := map[string]int{} // given name or surname -> sentence of the full name
	for _, w := range full {
		for _, word := range []string{w.words[0], w.words[len(w.words)-1]} {
			if a := c.dict.ambiguous[word]; a.given || a.surname {
				called[word] = w.drafts[0].sentence
			}
		}
	}
	if len(called) == 0 {
		return
	}
	for _, f := range c.drafts {
		if f.who != nil || f.kind != State && f.kind != Capital || f.end != f.first+1 || f.modifier || len(f.readings) == 0 {
			continue
		}
		t := &c.sents[f.sentence].Tokens[f.first]
		key := fold(t.Form)
		if s, ok := called[key]; !ok || s >= f.sentence || !strings.HasPrefix(t.Rel, "nsubj") && t.Rel != "obj" && t.Rel != "nmod:poss" {
			continue
		}
		f.who = &individual{text: c.text[f.start:f.stop], words: []string{key}, known: true}
		f.who.add(f)
		f.kind, f.readings, f.place, f.city = Person, nil, false, ""
	}
}

// bearing finds, among the people of one surname, the one who fits a title: by what the report calls him, or by the tables.
func (c *Candidates) bearing(people []*individual, f *draft) *individual {
	if len(people) == 0 {
		return nil
	}
	ro := c.dict.headRole(f)
	if len(people) == 1 || ro == nil {
		return people[0]
	}
	for _, o := range people {
		for _, g := range o.drafts {
			if x := c.dict.headRole(g); x != nil && (x == ro || x.office != "" && x.office == ro.office) {
				return o
			}
		}
	}
	for _, o := range people {
		for _, p := range o.people {
			if slices.ContainsFunc(c.dict.people[p].terms, func(t office) bool { return ro.office != "" && t.key == ro.office }) {
				return o
			}
		}
	}
	return people[0]
}

// linkShort finds, for each name of a single word, the full name that it is short for.
func (c *Candidates) linkShort(bySurname map[string][]*individual, full []*individual) {
	byFirst, byPerson, single, within := map[string]*individual{}, map[int]*individual{}, map[string]*individual{}, map[string]*individual{}
	for _, o := range full {
		if byFirst[o.words[0]] == nil {
			byFirst[o.words[0]] = o
		}
		for _, word := range o.words[1 : len(o.words)-1] { // "Ruben Ayala Riquelme", then "Ayala"
			if within[word] == nil && len(word) > 3 {
				within[word] = o
			}
		}
		for _, p := range o.people {
			if byPerson[p] == nil {
				byPerson[p] = o
			}
		}
	}
	for _, f := range c.drafts {
		w := f.who
		if w == nil || len(w.words) != 1 || w.fused != nil {
			continue
		}
		word := w.words[0]
		o := c.bearing(bySurname[word], f)
		for _, p := range w.short { // "Xi", "Saddam"
			if o == nil {
				o = byPerson[p]
			}
		}
		if o == nil {
			o = within[word]
		}
		if o == nil && (c.dict.genders[word] == "" || len(f.roles) == 0) {
			o = byFirst[word] // names that begin with the surname, and people called by their given names
		}
		if o == nil && single[word] != w {
			if o = single[word]; o == nil {
				single[word] = w
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
