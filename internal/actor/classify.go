package actor

import (
	"strings"

	"dyad/internal/language"
)

// classify reads class, gender and number from the draft, the tables and the tag.
func (k *collector) classify(e *expression, s *language.Sentence) {
	t := &s.Tokens[e.head]
	if e.form.pronoun() || e.form == otherWord {
		switch e.form {
		case he, speaking, spokenTo:
			e.class = personClass
		case together:
			e.class = peopleClass
		}
		return
	}
	if e.number = singular; strings.HasSuffix(t.XPOS, "S") && strings.HasPrefix(t.XPOS, "NN") || strings.Contains(t.Feats, "Number=Plur") {
		e.number = plural
	}
	refs := k.c.dict.refs
	if f := e.draft; f != nil {
		k.drafted(e, f)
	}
	if e.form == name && e.class <= personClass && k.titled(e, s) {
		return
	}
	if n, ok := refs.nouns[fold(t.Lemma)]; ok && (e.form != name || t.UPOS == "NOUN") && (e.class == unknownClass || e.gender == "") {
		if e.class == unknownClass {
			e.class = n.class
		}
		e.gender = n.gender
	}
	if e.class != unknownClass {
		return
	}
	if e.form != name {
		e.class = thingClass
		return
	}
	k.unknownName(e, s)
}

// titled reads the nouns before a name: a title tells whether a person is a man or a woman, and another noun that the name is
// no person's ("the warship A."). done says that nothing is left to find out.
func (k *collector) titled(e *expression, s *language.Sentence) (done bool) {
	refs := k.c.dict.refs
	if k.impersonal(e, s) {
		e.class = thingClass
		return true
	}
	for i := e.first; i < e.end; i++ {
		t := &s.Tokens[i]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" || t.Rel == "nmod:poss" {
			continue
		}
		n, ok := refs.nouns[fold(t.Lemma)]
		switch {
		case ok && n.class == personClass:
			e.class = personClass
			if n.gender != "" && e.gender == "" {
				e.gender = n.gender
				if f := e.draft; f != nil && f.who != nil && f.who.root().gender == "" {
					f.who.root().gender = n.gender
				}
			}
		case ok && t.UPOS == "NOUN" && i == e.head, !ok && t.UPOS == "NOUN" && (i == e.head || t.Rel == "nmod:desc") && !capitalised(t.Form) && !k.personal(e.draft):
			e.class = thingClass
			if ok {
				e.class = n.class
			}
			return true
		}
	}
	return false
}

// impersonal says whether a single unknown name is none of a person: behind an article, or behind a noun for a thing.
func (k *collector) impersonal(e *expression, s *language.Sentence) bool {
	if f := e.draft; f == nil || f.who == nil || f.who.root().known || len(f.who.root().words) > 1 || len(f.roles) > 0 {
		return false
	}
	if e.first < e.head && s.Tokens[e.first].Lemma == "the" {
		return true // "the unarmed Impeccable"
	}
	h := s.Tokens[e.head].Head
	return h >= 0 && h == e.first-1 && s.Tokens[h].UPOS == "NOUN" && k.c.dict.refs.nouns[fold(s.Tokens[h].Lemma)].class == thingClass // "the warship Cheonan"
}

// personal says whether a mention has the role of a person.
func (k *collector) personal(f *draft) bool {
	if f == nil {
		return false
	}
	ro := k.c.dict.headRole(f)
	return ro != nil && (ro.kind == "person" || ro.kind == "honorific")
}

// unknownName guesses what a name that no table of parties knows is that of, by its words, the gazetteer and the preposition
// before it.
func (k *collector) unknownName(e *expression, s *language.Sentence) {
	d := k.c.dict
	if n, ok := d.refs.nouns[e.key]; ok && n.class != personClass {
		e.class = n.class // "Leeds University", "Monday"
		return
	}
	for _, w := range e.words[:max(0, len(e.words)-1)] {
		if g, ok := d.genders[w]; ok {
			e.class, e.gender = personClass, g
			return
		}
	}
	if g, ok := d.genders[e.key]; ok {
		e.class, e.gender = personClass, g
		return
	}
	if d.places.Famous(k.c.text[e.start:e.stop]) != "" {
		e.class = placeClass
		return
	}
	for i := e.first; i >= 0 && i >= e.first-1; i-- {
		if t := &s.Tokens[i]; t.Rel == "case" && t.Head == e.head && d.scenes[fold(t.Form)] {
			e.class = placeClass
		}
	}
}

// drafted takes what the tables know of a mention.
func (k *collector) drafted(e *expression, f *draft) {
	if f.who != nil {
		e.class, e.gender = personClass, f.who.root().gender
		return
	}
	ro := k.c.dict.headRole(f)
	switch {
	case ro != nil && ro.kind == "body":
		e.class = bodyClass
	case ro != nil && ro.kind == "group":
		if e.class = k.c.dict.refs.nouns[e.key].class; e.class != unknownClass {
			return
		}
		e.class = personClass
		if e.number == singular {
			e.class = peopleClass
		}
	case ro != nil:
		e.class = personClass
	case f.kind == State && f.has(demonym):
		e.class = personClass
	case f.kind == State, f.kind == Capital && f.city == "":
		e.class = stateClass
	case f.kind == Capital:
		e.class = placeClass
	case f.kind == Organisation:
		e.class = bodyClass
	}
}
