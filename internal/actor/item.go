package actor

import (
	"unicode"
	"unicode/utf8"

	"dyad/internal/language"
	"dyad/internal/place"
)

// itemKind is the part that a word plays in a name or noun phrase.
type itemKind uint8

const (
	other      itemKind = iota
	stateItem           // a state, city or seat, as name or adjective
	peopleItem          // Iranians
	orgItem
	roleItem
	nameItem // a name of a person, known or not
	notItem  // a name that is no party
	pronounItem
	setItem
	thingItem
	suffixItem
	eraItem
	determiner
	possessive
	hyphenItem
	comma
	conjunction
	preposition
	filler // adjectives, nouns, numbers that may stand inside a noun phrase
)

// An item is a stretch of a sentence with its part: a name of the tables, a name of a person, or a single word.
type item struct {
	kind       itemKind
	hit        hit
	first, end int    // pieces
	city       string // code of the state of a city that is no capital
}

// A reader reads one sentence.
type reader struct {
	d     *Dictionary
	text  string
	index int
	s     *language.Sentence
	ps    []piece
	items []item
	out   []*draft

	places []place.Place // of the sentence, those that are still to come
}

// scan cuts the sentence into items, the longest names first, and joins the names of persons.
func (r *reader) scan() {
	r.ps = pieces(r.s)
	raw := make([]item, 0, len(r.ps))
	for i := 0; i < len(r.ps); {
		h, ok := r.d.names.match(r.ps, i)
		if ok && h.has(notParty) && i+1 < h.end { // "the world" gives way to "World Court"
			if o, longer := r.d.names.match(r.ps, i+1); longer && o.end > h.end {
				h, ok = hit{}, false
			}
		}
		if end, state := r.town(i, &h); end > 0 {
			raw = append(raw, item{kind: stateItem, first: i, end: end, city: state})
			i = end
			continue
		}
		if !ok {
			raw = append(raw, item{kind: r.plainKind(i), first: i, end: i + 1})
			i++
			continue
		}
		it := item{kind: r.hitKind(&h), hit: h, first: i, end: h.end}
		if it.kind == other || it.kind == filler {
			it.kind = r.plainKind(i)
			it.end = i + 1
			it.hit = hit{}
		}
		raw = append(raw, it)
		i = it.end
	}
	r.items = r.joinNames(raw)
	for i := range r.items {
		it := &r.items[i]
		if it.kind == nameItem && r.d.unlikely(it.hit.readings, r.ps[it.first].key) {
			if it.city = r.d.places.Famous(r.text[r.ps[it.first].start:r.ps[it.end-1].end]); it.city != "" {
				it.kind = stateItem
			}
		}
	}
}

// town gives the end and the state of a place that begins at a piece and is not what the tables of this package make of the
// words: a longer name ("New Mexico"), or another place of the name ("Georgia" after "Atlanta").
func (r *reader) town(i int, h *hit) (end int, state string) {
	for len(r.places) > 0 && r.places[0].Start < r.ps[i].start {
		r.places = r.places[1:]
	}
	if len(r.places) == 0 || r.places[0].Start != r.ps[i].start || r.places[0].Precision == "country" || r.places[0].Code == "" {
		return 0, ""
	}
	p := &r.places[0]
	end = i + 1
	for end < len(r.ps) && r.ps[end].end <= p.Location.End {
		end++
	}
	if h.end > end || h.has(organisation) || h.has(notParty) {
		return 0, ""
	}
	if h.end == end {
		row := h.get(stateName)
		if row < 0 && r.told(end) {
			row = h.get(capitalCity)
		}
		if row < 0 || r.d.states[row].code == p.Code {
			return 0, ""
		}
		return end, p.Code
	}
	if end == i+1 && len(h.readings) == 0 {
		return 0, "" // a single word may be a name
	}
	return end, p.Code
}

// told says whether the words behind a place say where it is: "San Jose, California".
func (r *reader) told(end int) bool {
	return end+1 < len(r.ps) && r.ps[end].text == "," && len(r.places) > 1 && r.places[1].Start == r.ps[end+1].start
}

// unlikely says whether a name is no person's that the tables know, or only a surname that means one seldom alone: then
// it may be a city ("Lagos").
func (d *Dictionary) unlikely(readings []reading, key string) bool {
	for _, x := range readings {
		if x.sense != surname || !d.common[key] {
			return false
		}
	}
	return true
}

// hitKind decides the part of a name of the tables; other if the words around speak against it.
func (r *reader) hitKind(h *hit) itemKind {
	t := &r.s.Tokens[r.ps[h.first].token]
	switch {
	case h.has(stateName), h.has(stateAdjective), h.has(capitalCity), h.has(seat):
		return stateItem
	case h.has(demonym):
		return peopleItem
	case h.has(organisation):
		return orgItem
	case h.has(notParty):
		return notItem
	case h.has(pronoun):
		return pronounItem
	case h.has(roleNoun):
		if h.has(givenName) && h.end == h.first+1 && capitalised(r.ps[h.first].text) && h.first > 0 && h.end < len(r.ps) && capitalised(r.ps[h.end].text) {
			return nameItem // "boxer Amir Khan"
		}
		if h.end == h.first+1 && !capitalised(r.ps[h.first].text) && !r.afterEra(h.first) {
			switch t.UPOS {
			case "VERB", "AUX", "ADP", "ADV", "PRON":
				return other // "they police the border"
			case "ADJ":
				if k := r.ps[h.first].token + 1; t.Rel == "amod" || k < len(r.s.Tokens) && (r.s.Tokens[k].UPOS == "NOUN" || r.s.Tokens[k].UPOS == "ADJ") {
					return filler // "major losses", "military aid"
				}
			}
		}
		return roleItem
	case h.has(setNoun):
		return setItem
	case h.has(personName), h.has(surname), h.has(givenName):
		return nameItem
	case h.has(eraWord):
		return eraItem
	case h.has(suffixNoun):
		return suffixItem
	case h.has(thingNoun):
		if t.UPOS == "VERB" {
			return other
		}
		return thingItem
	}
	return other
}

// afterEra says whether a piece is the role in "ex-general", which the tagger sees as one word.
func (r *reader) afterEra(i int) bool {
	if i < 2 || !isHyphen(r.ps[i-1].text) {
		return false
	}
	h, ok := r.d.names.match(r.ps, i-2)
	return ok && h.has(eraWord) && r.ps[i-2].token == r.ps[i].token
}

// plainKind gives the part of a word that no table knows.
func (r *reader) plainKind(i int) itemKind {
	p := &r.ps[i]
	t := &r.s.Tokens[p.token]
	switch {
	case isHyphen(p.text):
		return hyphenItem
	case p.text == ",":
		return comma
	case p.key == "'s" || p.key == "'" && t.UPOS != "PUNCT":
		return possessive
	case r.nameLike(i):
		return nameItem
	}
	switch t.UPOS {
	case "DET":
		return determiner
	case "CCONJ":
		return conjunction
	case "ADP":
		return preposition
	case "ADJ", "NOUN", "NUM", "PROPN", "X", "SYM":
		return filler
	case "VERB":
		if t.Rel == "amod" || t.Rel == "compound" {
			return filler
		}
	}
	return other
}

// nameLike says whether a word that no table knows may be part of a name: it begins with a capital that is not the
// sentence's, and is no abbreviation.
func (r *reader) nameLike(i int) bool {
	p := &r.ps[i]
	first, _ := utf8.DecodeRuneInString(p.text)
	if !unicode.IsUpper(first) {
		return false
	}
	t := &r.s.Tokens[p.token]
	if len(p.key) > 1 && shapeOf(p.text) == capitals {
		return false
	}
	switch t.UPOS {
	case "PROPN", "X", "":
		return true
	case "ADP", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "ADV", "INTJ", "VERB", "NUM":
		return false
	}
	return p.token > 0 && r.ps[i-1].text != "“" && r.ps[i-1].text != "\""
}

// joinNames joins the words of a person's name to one item: given names, initials, particles, surnames.
func (r *reader) joinNames(raw []item) []item {
	items := raw[:0:0]
	for i := 0; i < len(raw); {
		if !r.namePart(raw, i) {
			items = append(items, raw[i])
			i++
			continue
		}
		end := i + 1
		for end < len(raw) {
			n := r.nameContinues(raw, i, end)
			if n == 0 {
				break
			}
			end += n
		}
		it := item{kind: nameItem, first: raw[i].first, end: raw[end-1].end}
		for k := i; k < end; k++ {
			it.hit.readings = append(it.hit.readings, raw[k].hit.readings...)
		}
		items = append(items, it)
		i = end
	}
	return items
}

// namePart says whether an item begins a person's name.
func (r *reader) namePart(raw []item, i int) bool {
	if raw[i].kind == nameItem {
		return true
	}
	if raw[i].kind == pronounItem && i > 0 && i+1 < len(raw) && capitalised(r.ps[raw[i].first].text) && raw[i-1].kind == roleItem {
		return raw[i+1].kind == nameItem // "Minister He Yafei"
	}
	if i+2 < len(raw) && raw[i+1].kind == hyphenItem && raw[i+2].kind == nameItem && r.tight(raw[i+1].first) &&
		r.d.particle(r.ps[raw[i].first].key) {
		return true // "al-Qusi"
	}
	if i+1 >= len(raw) || raw[i].end-raw[i].first != 1 || raw[i].kind != stateItem {
		return false
	}
	// "Chad Smith", "Jordan Peterson": a state's name that is also a given name, before a name; or a city's that the parse
	// reads as one.
	if raw[i+1].kind != nameItem {
		return false
	}
	t := &r.s.Tokens[r.ps[raw[i+1].first].token]
	return r.d.ambiguous[r.ps[raw[i].first].key].given ||
		!raw[i].hit.has(stateName) && raw[i].hit.has(capitalCity) && t.Rel == "flat" && t.Head == r.ps[raw[i].first].token
}

// nameContinues says how many items from i continue the name that begins with item from and ends before i.
func (r *reader) nameContinues(raw []item, from, i int) int {
	one := raw[i].end-raw[i].first == 1
	key := r.ps[raw[i].first].key
	prev := raw[i-1]
	switch {
	case raw[i].kind == nameItem:
		// Two full names in a row are two persons.
		if raw[i].hit.has(personName) && prev.hit.has(personName) {
			return 0
		}
		return 1
	case raw[i].kind == stateItem && one && prev.kind == nameItem && (r.d.ambiguous[key].surname && prev.hit.has(givenName) || r.flat(raw[i].first)):
		return 1
	case raw[i].kind == roleItem && one && capitalised(r.ps[raw[i].first].text) && prev.kind == nameItem &&
		!prev.hit.has(personName) && r.d.roleIsSurname(&raw[i]):
		return 1
	case raw[i].kind == roleItem && one && capitalised(r.ps[raw[i].first].text) && i+2 < len(raw) && raw[i+1].kind == hyphenItem && raw[i+2].kind == nameItem && r.tight(raw[i+1].first):
		return 3 // "Odette Saint-Vilus"
	case raw[i].kind == hyphenItem && i+1 < len(raw) && raw[i+1].kind == nameItem && r.tight(raw[i].first):
		if i-from < 2 && prev.hit.has(surname) && raw[i+1].hit.has(surname) {
			return 0 // "the Putin-Erdogan meeting"
		}
		return 2
	case raw[i].kind == hyphenItem && i+1 < len(raw) && r.tight(raw[i].first) && r.syllable(raw, i+1, i-from > 1):
		return 2 // "Hsiao-ping"
	case one && i+1 < len(raw) && !capitalised(r.ps[raw[i].first].text) && r.d.particle(key):
		// "Bashar al-Assad", "Jaap de Hoop"
		if raw[i+1].kind == nameItem {
			return 2
		}
		if raw[i+1].kind == hyphenItem && i+2 < len(raw) && (raw[i+2].kind == nameItem ||
			raw[i+2].end-raw[i+2].first == 1 && capitalised(r.ps[raw[i+2].first].text)) {
			return 3
		}
		if r.d.particle(r.ps[raw[i+1].first].key) && i+2 < len(raw) && raw[i+2].kind == nameItem {
			return 3
		}
	}
	return 0
}

// flat says whether the parse makes a word the continuation of the name before it: "Sidney Poland".
func (r *reader) flat(i int) bool {
	t := &r.s.Tokens[r.ps[i].token]
	return i > 0 && t.Rel == "flat" && t.Head == r.ps[i-1].token
}

// syllable says whether a small word after a hyphen is part of a name: "Hsiao-ping", not "Yeltsin-era". After a second word of
// the name it may be a word of the tables ("Park Ji-won").
func (r *reader) syllable(raw []item, i int, second bool) bool {
	p := &r.ps[raw[i].first]
	one := p.token == r.ps[raw[i].first-1].token && p.token == r.ps[raw[i].first-2].token
	if raw[i].end-raw[i].first != 1 || len(raw[i].hit.readings) > 0 && !(one && second && !raw[i].hit.has(roleNoun)) {
		return false
	}
	return one || r.s.Tokens[p.token].UPOS == "PROPN"
}

// tight says whether a hyphen touches the words on both sides.
func (r *reader) tight(i int) bool {
	return i > 0 && i+1 < len(r.ps) && r.ps[i-1].end == r.ps[i].start && r.ps[i].end == r.ps[i+1].start
}

// roleIsSurname says whether a role noun is a surname as well: "John Major".
func (d *Dictionary) roleIsSurname(it *item) bool { return it.hit.has(surname) }
