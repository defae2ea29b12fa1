package actor

import (
	"cmp"
	"slices"

	"dyad/internal/language"
	"dyad/internal/place"
)

// longestPhrase bounds the items of one noun phrase, so that reading stays linear.
const longestPhrase = 14

// read gives the drafts of a sentence, in which the places given stand, in text order.
func (d *Dictionary) read(text string, sents []language.Sentence, i int, places []place.Place) []*draft {
	r := &reader{d: d, text: text, index: i, s: &sents[i], places: places}
	r.scan()
	for i := 0; i < len(r.items); {
		i = max(r.phrase(i), i+1)
	}
	slices.SortStableFunc(r.out, func(a, b *draft) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.stop, a.stop))
	})
	return r.out
}

// A phrase is a noun phrase while it is read from left to right.
type phrase struct {
	from     int // first item
	core     int // item after the last role or name, 0 while there is none
	parties  []*draft
	roles    []int
	who      *individual
	nameFrom int
	names    []*draft // states and organisations that have not yet found their noun
	loose    []*draft // made, but no party of the phrase: "US-led"
	era      string
	driven   bool
	anyone   bool // it begins with "a", "every", "some"
	alien    bool // who is meant is not of where he is: "foreign reporters"
	plural   bool
	definite bool
	bare     bool
	count    int
	noun     bool // the item before was a noun that is no role
	fillers  int  // words that qualify the noun
	thing    bool // the last noun names a thing: war, deal
}

// phrase reads a noun phrase from an item and returns the item after it.
func (r *reader) phrase(i int) int {
	switch r.items[i].kind {
	case pronounItem:
		return r.pronoun(i)
	case other, comma, conjunction, preposition, possessive, hyphenItem, notItem:
		return i + 1
	}
	p := &phrase{from: i, bare: true, nameFrom: -1}
	j := i
	if r.items[j].kind == determiner {
		p.bare = false
		p.definite = r.definite(j)
		p.anyone = !p.definite
		p.count = r.number(j)
		j++
	}
	j = r.walk(p, j)
	return r.finish(p, j)
}

// walk reads the items of the phrase; it stops before the first that cannot belong to it.
func (r *reader) walk(p *phrase, j int) int {
	for stop := false; !stop && j < len(r.items) && j-p.from < longestPhrase; {
		j, stop = r.item(p, j)
	}
	return j
}

// item reads item j of a phrase and gives the next one; stop says that the phrase ends before it.
func (r *reader) item(p *phrase, j int) (next int, stop bool) {
	it := &r.items[j]
	wasNoun := p.noun
	p.noun = false
	n := 1
	switch it.kind {
	case stateItem, orgItem:
		n, stop = r.party(p, j, wasNoun)
	case peopleItem:
		if len(p.roles) > 0 || p.who != nil {
			return j, true
		}
		p.names = append(p.names, r.leaf(j, State))
		stop = true
	case roleItem:
		n, stop = r.titleOrNoun(p, j, wasNoun)
	case nameItem:
		if p.count > 1 && p.core == 0 && len(it.hit.readings) == 0 && r.kindAt(j+1) == setItem {
			p.fillers++ // "the two Andean countries"
			break
		}
		n, stop = r.name(p, j)
	case eraItem:
		if p.core > 0 {
			return j, true // "the minister then left"
		}
		n = r.era(p, j)
	case notItem:
		if !r.attribute(p, j) {
			return j, true
		}
		p.fillers++
	case hyphenItem:
		if j+1 >= len(r.items) || !r.tight(it.first) {
			return j, true
		}
	case filler, thingItem, setItem, suffixItem:
		return r.common(p, j)
	default:
		return j, true
	}
	return j + n, stop
}

// attribute reports whether a name that is no party's goes before the noun of the phrase: "Iraqi Shi'ite militias", "the two
// West African states".
func (r *reader) attribute(p *phrase, j int) bool {
	it := &r.items[j]
	if len(p.names) > 0 && p.core == 0 && it.end-it.first == 1 && r.kindAt(j+1) == roleItem && r.token(it).UPOS != "NOUN" {
		return true
	}
	set := r.kindAt(j+1) == setItem || r.kindAt(j+1) == roleItem && p.count > 1
	return p.core == 0 && (set || r.endsInSet(p, it))
}

// common reads a common noun or a word that fills the phrase.
func (r *reader) common(p *phrase, j int) (next int, stop bool) {
	if it := &r.items[j]; it.hit.has(eraWord) && !(p.definite && r.ends(j+1)) { // "the former minister", but "the former left"
		return j + r.era(p, j), false
	}
	if p.who != nil {
		return j, true
	}
	end, stop := r.fill(p, j)
	if !stop {
		end++
	}
	return end, stop
}

// titleOrNoun reads a role noun: of the phrase, or the noun of a set. It returns how many items it took, 0 if the noun begins
// another phrase; stop says that the phrase ends with it.
func (r *reader) titleOrNoun(p *phrase, j int, afterNoun bool) (n int, stop bool) {
	it := &r.items[j]
	if p.who != nil || afterNoun && capitalised(r.ps[it.first].text) && !capitalised(r.ps[it.first-1].text) {
		return 0, true // "in the afternoon President A. B."
	}
	var f *draft
	if it.hit.has(setNoun) && p.core == 0 && (p.count > 1 || isPlural(&it.hit) && p.definite && r.kindAt(j+1) != preposition) {
		f = r.set(p, j)
	}
	if f == nil {
		f = r.counted(p, j)
	}
	if f != nil {
		p.loose = append(p.loose, f)
		return 1, true
	}
	r.role(p, j)
	return 1 + r.possessed(p, j+1), false
}

// era reads "former", "then", "acting" and a hyphen behind it, and returns how many items it took.
func (r *reader) era(p *phrase, j int) int {
	if p.era != "former" { // "a former interim president"
		p.era = r.d.words[r.items[j].hit.get(eraWord)].value
	}
	if p.era == "driven" {
		p.era, p.driven = "former", true
	}
	if r.kindAt(j+1) == hyphenItem {
		return 2
	}
	return 1
}

// endsInSet turns a name that is no party into the noun of a set that ends it, where a number stands before: "the three
// Western powers".
func (r *reader) endsInSet(p *phrase, it *item) bool {
	h, ok := r.d.names.match(r.ps, it.end-1)
	if p.count < 2 || !ok || !h.has(setNoun) {
		return false
	}
	it.kind, it.hit = setItem, h
	return true
}

// ends says whether no noun follows that the words before could belong to.
func (r *reader) ends(j int) bool {
	switch r.kindAt(j) {
	case roleItem, nameItem, stateItem, orgItem, peopleItem, hyphenItem, setItem, thingItem:
		return false
	case filler:
		return r.token(&r.items[j]).UPOS == "VERB"
	case eraItem:
		return r.token(&r.items[j]).UPOS == "ADV" // "the two then left"
	}
	return true
}

// fill reads a word that is no name and no role: an adjective, a number, a noun, the noun of a set. It returns the item
// it ended with; stop says that the phrase ends before that item.
func (r *reader) fill(p *phrase, j int) (end int, stop bool) {
	it := &r.items[j]
	p.alien = p.alien || r.d.aliens[r.ps[it.first].key]
	if n := r.number(j); n > 0 && p.core == 0 {
		p.count = n
	} else if it.kind == filler && !r.d.setAdjectives[r.ps[it.first].key] {
		p.fillers++
	}
	p.noun = r.token(it).UPOS != "ADJ" && r.token(it).UPOS != "NUM"
	p.thing = it.kind == thingItem
	if f := r.counted(p, j); f != nil {
		p.loose, p.parties = append(p.loose, f), nil
		return j + 1, true
	}
	if it.kind != setItem || p.core > 0 {
		return j, false
	}
	f := r.set(p, j)
	if f == nil {
		return j, false
	}
	p.loose = append(p.loose, f)
	if r.kindAt(j+1) != possessive {
		p.parties = nil
		return j + 1, true
	}
	p.parties, p.bare = []*draft{f}, false
	return j + 1, false
}

// party reads the name of a state or organisation and what binds it to the phrase. It returns how many items it took, 0
// if the name begins another phrase; stop says that the phrase ends with it.
func (r *reader) party(p *phrase, j int, afterNoun bool) (n int, stop bool) {
	it := &r.items[j]
	next := r.kindAt(j + 1)
	adjective := it.hit.has(stateAdjective) && r.token(it).UPOS != "PROPN"
	loose := next == hyphenItem && !r.tight(r.items[j+1].first) // "TEHRAN - Iranian"
	binds := adjective || next == roleItem || next == possessive || next == eraItem || r.compound(it)
	if p.who != nil || len(p.roles) > 0 || afterNoun && (adjective || !binds) {
		return 0, true
	}
	f := r.leaf(j, r.kindOf(it))
	if p.count > 1 && next == setItem && p.core == 0 { // "the two NATO allies"
		f.modifier, f.stance = true, true
		p.loose = append(p.loose, f)
		p.fillers++
		return 1, false
	}
	if r.prefixed(j) || j > 0 && r.d.descents[r.ps[r.items[j-1].first].key] {
		f.modifier, f.stance = true, true // "anti-Russian protest", "ethnic Greek farmers"
		p.loose = append(p.loose, f)
		return 1, false
	}
	switch {
	case next == hyphenItem && r.kindAt(j+2) == suffixItem:
		f.modifier = true
		if r.d.words[r.items[j+2].hit.get(suffixNoun)].value == "party" {
			p.parties = append(p.parties, f)
		} else {
			f.stance = true
		}
		p.loose = append(p.loose, f)
		return 3, false
	case next == possessive:
		p.bare, p.definite = false, true
		p.parties = append(p.parties, append(r.flush(p), f)...)
		p.loose = append(p.loose, f)
		return 2, false
	}
	p.names = append(p.names, f)
	if (next == hyphenItem && r.tight(r.items[j+1].first) || next == conjunction || next == comma && r.alike(j, j+2)) && r.joins(j+2, next) {
		return 2, false
	}
	return 1, !binds || loose
}

// prefixed says whether a prefix stands before a name that makes of it a stance and no party: anti-, pro-.
func (r *reader) prefixed(j int) bool {
	return j > 1 && r.items[j-1].kind == hyphenItem && r.tight(r.items[j-1].first) && r.d.prefixes[r.ps[r.items[j-2].first].key]
}

// flush hands over the names that wait for a noun.
func (r *reader) flush(p *phrase) []*draft {
	names := p.names
	p.names = nil
	p.loose = append(p.loose, names...)
	return names
}

// joins says whether the names on both sides of a hyphen or conjunction modify one noun in the plural: "the Greek and
// Cypriot presidents", "Iran-Russia officials".
func (r *reader) joins(j int, by itemKind) bool {
	if r.kindAt(j) != stateItem && r.kindAt(j) != orgItem {
		return false
	}
	if by == hyphenItem {
		return true
	}
	for k := j + 1; k < len(r.items) && k < j+8; k++ {
		switch r.items[k].kind {
		case roleItem:
			return isPlural(&r.items[k].hit)
		case stateItem, orgItem, filler, conjunction, comma, possessive, eraItem:
		default:
			return false
		}
	}
	return false
}

// alike says whether two names are both adjectives or both none: "Hodeida, Egyptian officers" is no list.
func (r *reader) alike(j, k int) bool {
	return k < len(r.items) && r.items[j].hit.has(stateAdjective) == r.items[k].hit.has(stateAdjective)
}

func isPlural(h *hit) bool {
	for _, x := range h.readings {
		if x.sense == roleNoun && x.plural {
			return true
		}
	}
	return false
}

// compound says whether the parse lets a name modify a noun to its right.
func (r *reader) compound(it *item) bool {
	t := r.token(it)
	switch t.Rel {
	case "compound", "amod", "nmod", "nmod:poss", "flat", "nmod:unmarked", "nmod:desc", "":
		return t.Head > r.last(it)
	}
	return false
}

// role adds a role noun to the phrase.
func (r *reader) role(p *phrase, j int) {
	it := &r.items[j]
	p.parties = append(p.parties, r.flush(p)...)
	p.roles = append(p.roles, it.hit.get(roleNoun))
	p.plural = isPlural(&it.hit) || p.count > 1 // "neither army"
	p.core = j + 1
}

// possessed turns what was read into the owner of what follows: "the Russian president's envoy".
func (r *reader) possessed(p *phrase, j int) int {
	if r.kindAt(j) != possessive || p.core != j {
		return 0
	}
	f := r.draft(p, j)
	*p = phrase{from: p.from, parties: []*draft{f}, loose: append(p.loose, f), definite: true, nameFrom: -1}
	return 1
}

// name reads the name of a person, or of a city or body that no table of ours knows. stop says that the phrase ends.
func (r *reader) name(p *phrase, j int) (n int, stop bool) {
	it := &r.items[j]
	next := r.kindAt(j + 1)
	body := next == roleItem && r.bodyName(j+1)
	if body && p.core == 0 {
		return 1, false // "Tehran University": the name belongs to the body
	}
	if len(p.roles) > 0 && !r.titleBefore(p, j) {
		return 0, true
	}
	p.parties = append(p.parties, r.flush(p)...)
	p.who, p.nameFrom, p.core = r.individual(it), j, j+1
	if next == possessive || next == roleItem && !capitalised(r.ps[r.items[j+1].first].text) {
		f, of := r.draft(p, j+1), []*draft(nil)
		if next != possessive {
			of = p.parties // "Russian Tupolev bombers" are Russian
		}
		*p = phrase{from: p.from, parties: append(of, f), loose: append(p.loose, f), definite: true, nameFrom: -1}
		if next == possessive {
			return 2, false
		}
		return 1, false
	}
	return 1, true
}

// titleBefore says whether the role before a name may be its title: it touches the name and is no mere noun ("government
// Putin").
func (r *reader) titleBefore(p *phrase, j int) bool {
	ro := &r.d.roles[p.roles[len(p.roles)-1]]
	if p.core != j {
		return false
	}
	it := &r.items[j-1]
	return ro.kind == "person" || ro.kind == "honorific" || ro.kind == "group" && ro.single && r.fullName(&r.items[j]) && r.ps[it.end-1].key == lastKey(ro.word)
}

// lastKey gives the last word of a name of the tables, folded.
func lastKey(name string) string {
	words, _ := cut(name)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// bodyName says whether a role is written with a capital and names a body: "University", "Council".
func (r *reader) bodyName(j int) bool {
	it := &r.items[j]
	return r.d.roles[it.hit.get(roleNoun)].kind == "body" && capitalised(r.ps[it.first].text)
}

func (r *reader) kindAt(j int) itemKind {
	if j < 0 || j >= len(r.items) {
		return other
	}
	return r.items[j].kind
}

// token gives the last token of an item: the noun of a name.
func (r *reader) token(it *item) *language.Token { return &r.s.Tokens[r.last(it)] }
func (r *reader) last(it *item) int              { return r.ps[it.end-1].token }
