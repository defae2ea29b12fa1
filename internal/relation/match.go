package relation

import (
	"slices"
	"strings"

	"dyad/internal/actor"
)

// act is a predicate that fits an entry, read in its clause.
type act struct {
	entry *entry
	frame *frame
	event string
	mode  []string
	class string // what it is as the content of an operator
	aux   string // given by the operator
	inner *act   // the content of an operator
	at    []int  // head words of the content
	none  string // why the reading yields no row
	weak  bool   // a mere content, which blocks nothing
}

// read returns the best reading of a word as a predicate, nil if the lexicon has none that fits.
func (r *reader) read(tok int) *act {
	if a, ok := r.acts[tok]; ok {
		return a
	}
	r.acts[tok] = nil // a broken parse may lead back here
	e, f := r.match(tok)
	if e == nil {
		return nil
	}
	a := &act{entry: e, frame: f, event: e.event, mode: e.mode, class: e.class}
	f.meeting = e.event == "CONSULT"
	if e.operator != "" {
		r.operate(a)
	} else {
		a.at = r.contentOf(f, e.content)
		for _, c := range a.at {
			if a.inner = r.contentAct(c); a.inner != nil {
				break
			}
		}
		r.classify(a)
	}
	a.weak = a.event == "" && e.operator == ""
	r.acts[tok] = a
	return a
}

// match finds the entry that asks for most among those that fit.
func (r *reader) match(tok int) (*entry, *frame) {
	t := r.t
	if t.is(tok, "aux", "cop", "case", "mark", "det", "fixed") {
		return nil, nil
	}
	frames := map[string]*frame{}
	var best *entry
	var frame *frame
	try := func(list []*entry) {
		for _, e := range list {
			if !r.fitsClass(tok, e) || best != nil && e.weight <= best.weight {
				continue
			}
			if frames[e.pos] == nil {
				frames[e.pos] = r.frame(tok, e.pos)
			}
			f := *frames[e.pos]
			f.particles = e.particles
			f.passive = f.passive || e.pos == "v" && e.recipient.names("O") && t.sharesPassive(tok)
			if r.fits(&f, e) {
				best, frame = e, &f
			}
		}
	}
	try(r.lex.entries[t.lemma(tok)])
	if f := t.form(tok); f != t.lemma(tok) {
		try(r.lex.entries[f])
	}
	if best == nil {
		return nil, nil
	}
	r.widen(frame, best)
	return best, frame
}

// fitsClass reports whether a word has the part of speech that an entry is for.
func (r *reader) fitsClass(tok int, e *entry) bool {
	t := r.t
	switch e.pos {
	case "v":
		return t.upos(tok) == "VERB" && !t.is(tok, "amod", "compound")
	case "n":
		return t.upos(tok) == "NOUN" || t.upos(tok) == "PROPN" || t.xpos(tok) == "VBG" && t.is(tok, "nsubj", "csubj") && t.child(tok, "obj") < 0
	}
	return t.upos(tok) == "ADJ" && !t.is(tok, "amod") || t.xpos(tok) == "VBN" && t.upos(tok) == "VERB" && t.passive(tok)
}

// widen lets prepositional phrases hang on the words that the entry asked for: "came under fire from".
func (r *reader) widen(f *frame, e *entry) {
	f.anchors = slices.Clone(f.anchors)
	for _, n := range e.needs {
		if n.not || n.slot == "S" || n.slot == "word" || n.slot == "poss" || n.words[0] == "*" || n.words[0] == "-" {
			continue
		}
		for _, tok := range r.slot(f, n.slot) {
			if !slices.Contains(f.anchors, tok) {
				f.anchors = append(f.anchors, tok)
			}
		}
	}
}

func (r *reader) fits(f *frame, e *entry) bool {
	for _, p := range e.particles {
		if !r.particle(f.head, p) {
			return false
		}
	}
	for _, n := range e.needs {
		if r.holds(f, n) == n.not {
			return false
		}
	}
	return true
}

// particle reports whether a word goes with a verb: as its particle, as the preposition of its complement, or next to it.
func (r *reader) particle(v int, p string) bool {
	t := r.t
	full := t.child(v, "obj") >= 0
	for _, k := range t.kids[v] {
		if t.is(k, "compound:prt", "advmod", "obl", "advcl", "xcomp", "case", "mark") && (t.form(k) == p || t.lemma(k) == p) && k > v {
			return true
		}
		if k > v && !(full && t.is(k, "obl")) && t.is(k, "obl", "nmod", "advcl", "obj", "xcomp", "ccomp") && t.preposition(k) == p {
			return true
		}
	}
	return v+1 < len(t.Tokens) && t.form(v+1) == p
}

// holds reports whether a slot holds what a need names.
func (r *reader) holds(f *frame, n need) bool {
	toks := r.slot(f, n.slot)
	first := n.words[0]
	switch {
	case first == "-":
		return len(toks) == 0
	case first == "*":
		return len(toks) > 0
	case n.slot == "word" || n.slot == "clause" && first[0] != '@':
		for _, i := range toks {
			if r.named(i, n.words) {
				return true
			}
		}
		return false
	case len(n.party) > 0 && r.partyIs(toks, n.slot, n.party[0], n.party[1:]):
		return true
	}
	for _, tok := range toks {
		for _, c := range r.t.conjuncts(tok) {
			if r.named(c, n.words) || slices.ContainsFunc(r.t.titles(c), func(k int) bool { return r.named(k, n.words) }) {
				return true
			}
			if !r.lex.classes["partitive"][r.t.lemma(c)] {
				continue
			}
			for _, k := range r.t.complements(c, "of") {
				if r.named(k, n.words) {
					return true
				}
			}
		}
	}
	return false
}

// titles are the words that say what a name is: "Ambassador Carla Rossi", "Carla Rossi, the ambassador".
func (t *tree) titles(name int) []int {
	var list []int
	for _, k := range t.kids[name] {
		switch {
		case t.upos(name) != "PROPN":
		case t.is(k, "nmod:desc", "appos"):
			list = append(list, k)
		case t.is(k, "compound", "flat"): // the title may hang on the first name
			for _, d := range t.kids[k] {
				if t.is(d, "nmod:desc") {
					list = append(list, d)
				}
			}
		}
	}
	return list
}

// partyIs tests the mentions of a slot: @party any, @person one or several persons, @place a place, @several two or
// more parties or a plural that may stand for them, @two different parties that are named, else by sector (@MIL/REB).
func (r *reader) partyIs(toks []int, slot, what string, more []string) bool {
	var list []int
	for _, tok := range toks {
		if what == "several" && strings.Contains(r.t.Tokens[tok].Feats, "Number=Plur") && len(r.t.kids[tok]) >= 0 {
			return true
		}
		for _, c := range r.t.conjuncts(tok) {
			if slot == "S" && what != "party" && what != "person" && what != "place" { // "Ethiopian jets": the owner acts
				r.owner(c, slot, 0, &list)
			} else if m := r.t.mention(c); m >= 0 {
				add(&list, m)
			} else {
				for _, k := range r.t.modifiers(c) { // "the group Lashkar"
					if m := r.t.mention(k); m >= 0 {
						add(&list, m)
					}
				}
			}
		}
	}
	entities := 0
	for _, m := range list {
		x := r.t.mentions[m]
		entities += len(x.Entities)
		if what == "party" || what == "place" && x.Place || what == "person" && !x.Place || ofSector(x, what, more) {
			return true
		}
	}
	return what == "several" && entities > 1 || what == "two" && r.count(list) > 1
}

// ofSector reports whether a mention has one of the sectors (or is coded as one of the bodies, such as UNO).
func ofSector(m actor.Mention, what string, more []string) bool {
	for _, e := range m.Entities {
		for _, s := range append([]string{what}, more...) {
			if slices.Contains(e.Sector, s) || e.Code != nil && *e.Code == s {
				return true
			}
		}
	}
	return false
}

// named reports whether a word, alone or with a modifier, is among words and {classes}.
func (r *reader) named(tok int, words []string) bool {
	for _, w := range words {
		class, ok := strings.CutPrefix(w, "{")
		if !ok {
			if r.t.lemma(tok) == w || r.t.form(tok) == w || strings.Contains(w, " ") && r.t.phrase(tok, w) {
				return true
			}
			continue
		}
		if r.inClass(tok, strings.TrimSuffix(class, "}")) {
			return true
		}
	}
	return false
}

// phrase reports whether a word with one of its modifiers is the two words of w.
func (t *tree) phrase(tok int, w string) bool {
	for _, k := range t.kids[tok] {
		if t.is(k, "compound", "amod", "nmod") && t.lemma(k)+" "+t.lemma(tok) == w {
			return true
		}
	}
	return false
}

func (r *reader) inClass(tok int, name string) bool {
	class := r.lex.classes[name]
	t := r.t
	if class[t.lemma(tok)] {
		return true
	}
	for _, k := range t.kids[tok] {
		if t.is(k, "compound", "amod", "nmod") && class[t.lemma(k)+" "+t.lemma(tok)] {
			return true
		}
		if t.is(k, "nmod") && t.preposition(k) == "of" && class[t.lemma(tok)+" of "+t.lemma(k)] {
			return true
		}
	}
	return false
}
