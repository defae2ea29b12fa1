package actor

import "strings"

// pronoun reads a pronoun and, after a possessive one, the phrase that it opens: "his foreign minister".
func (r *reader) pronoun(i int) int {
	f := r.leaf(i, Pronoun)
	f.word = r.items[i].hit.get(pronoun)
	f.plural = strings.Contains(r.d.words[f.word].value, "plural")
	p := &phrase{from: i, loose: []*draft{f}, parties: []*draft{f}, definite: true, nameFrom: -1}
	t := r.token(&r.items[i])
	if t.XPOS != "PRP$" && t.Rel != "nmod:poss" && !strings.Contains(t.Feats, "Poss=Yes") {
		r.out = append(r.out, f)
		return i + 1
	}
	return r.finish(p, r.walk(p, i+1))
}

// set reads a noun that stands for parties named before: "the two countries", "both sides", "the country". It says
// whether the phrase is one.
func (r *reader) set(p *phrase, j int) *draft {
	w := r.items[j].hit.get(setNoun)
	short := strings.HasPrefix(r.d.words[w].value, "short ")
	single := short || strings.HasPrefix(r.d.words[w].value, "one ") && p.count < 2
	owned := single && len(p.parties) == 1 && p.parties[0].kind == Pronoun // "their country"
	if r.d.words[w].value == "counted" && p.count < 2 {
		return nil
	}
	pointing := p.count > 1 || r.d.words[w].value == "sides" && p.definite // "the two Andean countries", "the quarrelling neighbours"
	if p.fillers > 0 && !pointing || len(p.names) > 0 || len(p.parties) > 0 && !owned ||
		!p.definite && p.count < 2 && !strings.HasPrefix(r.d.words[w].value, "fixed ") || short && r.region(j) {
		return nil
	}
	if n := r.number(j); n > 0 && r.items[j].end == r.items[j].first+1 { // "the two then left", "both returned"
		t := r.token(&r.items[j])
		both := r.ps[r.items[j].first].key == "both"
		if t.UPOS != "NOUN" && (!p.definite && !both || !r.ends(j+1) || !argument(t.Rel) && !(both && t.Rel == "cc:preconj")) {
			return nil
		}
	}
	f := r.span(p.from, j+1)
	f.word, f.kind, f.count, f.definite = w, Set, p.count, true
	f.parties = p.parties
	for _, m := range f.parties {
		m.modifier = true
	}
	if single {
		f.kind = State
		if strings.HasSuffix(r.d.words[w].value, "organisation") {
			f.kind = Organisation
		}
	}
	return f
}

// counted reads a number of people or bodies of any kind as a set: "the two litigants". The noun is one of persons.tsv.
func (r *reader) counted(p *phrase, j int) *draft {
	it := &r.items[j]
	t := r.token(it)
	if it.kind != filler && !(it.kind == roleItem && r.d.roles[it.hit.get(roleNoun)].is("weak")) || p.count < 2 || !p.definite || p.core > 0 || len(p.names) > 0 || len(p.parties) > 0 || t.XPOS != "NNS" || !r.ends(j+1) || r.kindAt(j+1) == possessive {
		return nil
	}
	switch r.d.refs.nouns[fold(t.Lemma)].class {
	case personClass, peopleClass, bodyClass, stateClass:
	default:
		return nil
	}
	f := r.span(p.from, j+1)
	f.word, f.kind, f.count, f.definite = r.d.anySet, Set, p.count, true
	return f
}

// argument says whether a word of that relation is one of those that a verb or noun is told of.
func argument(rel string) bool {
	switch rel {
	case "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "conj", "obl:agent":
		return true
	}
	return false
}

// region says whether a point of the compass names a part of something: "the North of Chile", "the North Sea".
func (r *reader) region(j int) bool {
	next := j + 1
	if next >= len(r.items) {
		return false
	}
	first := &r.ps[r.items[next].first]
	return capitalised(first.text) || first.key == "of" && (r.kindAt(next+1) == stateItem || r.kindAt(next+1) == determiner)
}

// number gives the count that a word names, 0 if it names none: two, both, three.
func (r *reader) number(j int) int { return r.d.numbers[r.ps[r.items[j].first].key] }

// particle says whether a small word may stand inside a name: al, bin, van.
func (d *Dictionary) particle(key string) bool { return d.particles[key] }
