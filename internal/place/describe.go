package place

import (
	"slices"
	"strings"

	"dyad/event"
)

// How far back the place of a description is looked for, in sentences and in places.
const (
	near   = 2 // "the town": the one spoken of right now
	far    = 8 // "the island": the only one of its kind, as a rule
	recent = 40
)

// longDescription bounds the words of a description.
const longDescription = 6

// describe gives the places that a sentence names and those that it describes, in order: "here" is where the report was sent
// from; "there", "where" and "which" are the place before; "the island" is the last island named, "the town" the last
// city, "the Chinese capital" that of China, and "the capital" that of the state in whose places the report has been.
func (r *reader) describe(named []Place) []Place {
	sites := slices.Clone(named)
	for i := range r.s.Tokens {
		if p := r.described(i, named, sites); p != nil {
			sites = append(sites, *p)
		}
	}
	if len(sites) > len(named) {
		slices.SortStableFunc(sites, func(a, b Place) int { return a.Head - b.Head })
	}
	return sites
}

// described gives the place that a token stands for without naming it, nil if it stands for none.
func (r *reader) described(i int, named, sites []Place) *Place {
	t := &r.s.Tokens[i]
	switch {
	case t.UPOS == "ADV" && t.Lemma == "here":
		return r.entry(i, i, r.g.resolve(r.report.Dateline))
	case t.UPOS == "ADV" && t.Lemma == "there" && t.Rel == "advmod":
		return r.again(i, r.last(i, near, func(*Place) bool { return true }))
	case t.UPOS == "ADV" && t.Lemma == "where" && t.Rel == "advmod",
		t.UPOS == "PRON" && (t.Lemma == "which" || t.Lemma == "that") && (t.Rel == "obj" || t.Rel == "nsubj:pass"):
		return r.relative(i, sites)
	case t.UPOS == "NOUN" && len(r.g.fits[t.Lemma]) > 0 && !r.holds(i, named):
		return r.definite(i)
	}
	return nil
}

// again puts a place that was named before at a token; it keeps the words of the name.
func (r *reader) again(i int, p *Place) *Place {
	if p == nil {
		return nil
	}
	again := *p
	again.Sentence, again.First, again.End, again.Head, again.Explains, again.Role = r.act.Sentence, i, i+1, i, false, "place"
	return &again
}

// as puts a place that was named before at the description that ends with a token; its words are those of the description.
func (r *reader) as(first, i int, p *Place) *Place {
	as := r.again(i, p)
	if as == nil {
		return nil
	}
	var text []string
	for k := first; k <= i; k++ {
		text = append(text, r.s.Tokens[k].Form)
	}
	as.First, as.Text = first, strings.Join(text, " ")
	as.Location.Start, as.Location.End = r.s.Tokens[first].Start, r.s.Tokens[i].End
	return as
}

// entry puts a place of the tables at the description that ends with a token.
func (r *reader) entry(first, i, e int) *Place {
	if e < 0 {
		return nil
	}
	en := &r.g.entries[e]
	return r.as(first, i, &Place{Location: event.Location{Name: en.name, Code: en.state, Lat: en.lat, Lon: en.lon, Precision: en.precision}})
}

// relative gives the place that a relative clause hangs by: "Doha, where they met", "the north of Cyprus, which it occupied".
func (r *reader) relative(i int, sites []Place) *Place {
	verb := r.s.Tokens[i].Head
	if verb < 0 {
		return nil
	}
	if !strings.HasPrefix(r.s.Tokens[verb].Rel, "acl") {
		if k := len(sites) - 1; r.s.Tokens[i].UPOS == "ADV" { // the parse has missed what it belongs to
			for k >= 0 && sites[k].End > i {
				k--
			}
			if k >= 0 && i-sites[k].End <= 1 {
				return r.again(i, &sites[k])
			}
		}
		return nil
	}
	noun := r.s.Tokens[verb].Head
	for n, k := 0, len(sites)-1; k >= 0 && n < recent; k-- {
		if p := &sites[k]; p.End <= i {
			if n++; r.within(p.Head, noun) {
				return r.again(i, p)
			}
		}
	}
	return nil
}

// within says whether a place is a noun, or stands for it, as its name or as the whole of which it is a part.
func (r *reader) within(place, noun int) bool {
	for range climbs {
		if place == noun {
			return true
		}
		t := &r.s.Tokens[place]
		if t.Head < 0 || t.Rel != "appos" && !(t.Rel == "nmod" && (r.noun(t.Head) == "part" && r.preps[place] == "of" || r.use(r.preps[place]) == "place")) {
			return false
		}
		place = t.Head
	}
	return false
}

// definite gives the place that a noun with a definite article means.
func (r *reader) definite(i int) *Place {
	t := &r.s.Tokens[i]
	first, definite, words := r.before(i)
	fits := r.g.fits[t.Lemma]
	if fits[0] == "capital" {
		if s, ok := r.governed(i, words); ok {
			return r.entry(first, i, r.capital(s))
		}
	}
	if !definite || r.owned(i) || words != "" && words != "same" && words != "whole" && words != "entire" {
		return nil
	}
	plural := strings.Contains(t.Feats, "Number=Plur")
	for _, fit := range fits {
		var p *Place
		switch fit {
		case "capital":
			if s, ok := r.g.seats[r.spoken(i)]; ok && !plural {
				p = r.entry(first, i, r.capital(s))
			}
		case "state":
			if e, ok := r.g.states[r.spoken(i)]; ok && !plural {
				p = r.entry(first, i, e)
			}
		case "city", "region", "country":
			if !plural {
				p = r.latest(first, i, near, func(p *Place) bool { return p.Precision == fit && !p.Explains })
			}
		default:
			p = r.latest(first, i, far, func(p *Place) bool { return slices.Contains(r.g.kinds[p.Name], fit) })
		}
		if p != nil {
			return p
		}
	}
	return nil
}

// latest puts the last place that fits at a description: one where something happened before others, and if none fits that of
// the dateline or its state.
func (r *reader) latest(first, i, sentences int, fits func(*Place) bool) *Place {
	p := r.last(i, sentences, func(p *Place) bool { return fits(p) && r.locative(p) })
	if p == nil {
		p = r.last(i, sentences, fits)
	}
	if p != nil {
		return r.as(first, i, p)
	}
	e := r.g.resolve(r.report.Dateline)
	if e < 0 {
		return nil
	}
	for _, e := range []int{e, r.g.states[r.g.entries[e].state]} {
		if p := r.entry(first, i, e); p != nil && fits(p) {
			return p
		}
	}
	return nil
}

// before reads the words of a noun phrase before its noun: where it begins, whether it has the definite article, and what else
// stands there.
func (r *reader) before(i int) (first int, definite bool, words string) {
	var list []string
	for k := i - 1; k >= 0 && i-k <= longDescription; k-- {
		t := &r.s.Tokens[k]
		word := strings.ToLower(t.Form)
		if t.UPOS == "DET" {
			return k, word == "the" || word == "this" || word == "that", strings.Join(list, " ")
		}
		if word == "'s" || word == "’s" {
			continue
		}
		if t.Rel == "case" || t.Head <= k || t.Head > i {
			return k + 1, false, strings.Join(list, " ")
		}
		list = slices.Insert(list, 0, t.Form)
	}
	return max(0, i-longDescription), false, strings.Join(list, " ")
}

// holds says whether a noun belongs to a name of a place: "the island of Malta", "the capital, Lima", "Gaza city".
func (r *reader) holds(i int, named []Place) bool {
	t := &r.s.Tokens[i]
	capital := r.g.fits[t.Lemma][0] == "capital"
	return slices.ContainsFunc(around(named, i), func(p Place) bool {
		h := &r.s.Tokens[p.Head]
		switch {
		case p.First <= i && i < p.End, p.First == i+1 && p.Precision == "city":
			return true
		case t.Head == p.Head:
			return t.Rel == "appos" || t.Rel == "compound"
		case h.Head != i:
			return false
		case h.Rel == "nmod":
			return r.preps[p.Head] == "of" && !capital
		}
		return h.Rel == "appos" || h.Rel == "flat" || h.Rel == "compound" && !capital
	})
}

// around gives the places that stand not far from a token of their sentence.
func around(places []Place, i int) []Place {
	order := func(p Place, token int) int { return p.First - token }
	from, _ := slices.BinarySearchFunc(places, i-2*longDescription, order)
	to, _ := slices.BinarySearchFunc(places, i+2*longDescription, order)
	return places[from:to]
}

// governed gives the capitals of the state or region that a capital is said to be of: "the Chinese capital", "Kenya's
// capital", "the capital of Kenya".
func (r *reader) governed(i int, words string) (seat, bool) {
	for words != "" {
		if s, ok := r.g.seats[words]; ok {
			return s, true
		}
		_, words, _ = strings.Cut(words, " ")
	}
	for _, p := range around(placesOf(r.report.Places, r.act.Sentence), i) {
		if r.s.Tokens[p.Head].Head == i && r.preps[p.Head] == "of" {
			s, ok := r.g.seats[p.Name]
			return s, ok
		}
	}
	return seat{}, false
}

// owned says whether a noun has an owner behind it: "the capital of the other".
func (r *reader) owned(i int) bool {
	for k := i + 1; k < min(len(r.s.Tokens), i+longDescription); k++ {
		if t := &r.s.Tokens[k]; t.Head == i && t.Rel == "nmod" && r.preps[k] == "of" {
			return true
		}
	}
	return false
}

// capital chooses among the capitals of a state the one that the report names, else the first.
func (r *reader) capital(s seat) int {
	if k := slices.IndexFunc(s.capitals, r.names); k >= 0 {
		return s.capitals[k]
	}
	return s.capitals[0]
}

// last gives the last place before a token that fits, in this sentence or some before; nil if there is none.
func (r *reader) last(i, sentences int, fits func(*Place) bool) *Place {
	list := r.report.Places
	k, _ := slices.BinarySearchFunc(list, r.s.Tokens[i].Start, func(p Place, pos int) int { return p.Start - pos })
	for n := 0; n < recent && k > 0 && list[k-1].Sentence >= r.act.Sentence-sentences; n++ {
		k--
		if fits(&list[k]) {
			return &list[k]
		}
	}
	return nil
}

// spoken gives the code of the state that the report speaks of before a token: the one in whose places things have happened
// most often; among equals that of the dateline, then the last; else the only one that is named. "" where nothing tells.
func (r *reader) spoken(i int) string {
	var states, named []string // in whose places things happened, the last first; all
	r.last(i, far, func(p *Place) bool {
		if p.Code != "" && r.locative(p) {
			states = append(states, p.Code)
		}
		if p.Code != "" && !slices.Contains(named, p.Code) {
			named = append(named, p.Code)
		}
		return false
	})
	if len(states) == 0 && len(named) == 1 {
		states = named
	}
	home := ""
	if e := r.g.resolve(r.report.Dateline); e >= 0 {
		home = r.g.entries[e].state
	}
	best, most := home, 0
	for _, code := range append(states, home) {
		n := 0
		for _, c := range states {
			if c == code {
				n++
			}
		}
		if n > most || n == most && code == home {
			best, most = code, n
		}
	}
	return best
}

// locative says whether the words put something into a place.
func (r *reader) locative(p *Place) bool {
	s := &r.report.Sentences[p.Sentence]
	if p.Head >= len(s.Tokens) {
		return false
	}
	t, prep := &s.Tokens[p.Head], ""
	for k := max(0, p.Head-longDescription); k < p.Head; k++ {
		if c := &s.Tokens[k]; c.Head == p.Head && c.Rel == "case" {
			prep = strings.ToLower(c.Form)
		}
	}
	switch {
	case t.Head < 0:
		return false
	case prep == "":
		kind := r.g.kind(&s.Tokens[t.Head])
		return t.Rel == "obj" && (kind == "attack" || kind == "entry" || kind == "departure")
	case prep == "of":
		return t.Rel == "nmod" && r.g.nouns[s.Tokens[t.Head].Lemma] == "part"
	}
	use := r.use(prep)
	return use == "place" || use == "target" || use == "goal"
}

// resolve gives the first place of a name, whatever its case; -1 if the tables have none.
func (g *Gazetteer) resolve(name string) int {
	if name == "" {
		return -1
	}
	if n := g.named(name); n != nil {
		return n.entries[0]
	}
	if list := g.folded()[foldName(name)]; len(list) > 0 {
		return list[0]
	}
	return -1
}
