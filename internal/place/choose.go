package place

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/internal/language"
)

// A find is a name of a place in the text, before it is known which of the places of that name it means.
type find struct {
	sentence int
	pieces   []piece // of its sentence
	at, end  int     // pieces [at, end)
	name     *name
	entry    int // the place that it means
	within   int // the region that a town of no table lies in ("Lebanon, Pennsylvania"); -1 if it means the entry
	sure     bool
	explains bool // it says where the place before it lies
}

// choose decides which place each name means: the one that the words behind it tell ("Paris, Texas", "Tripoli in northern
// Lebanon") there or elsewhere in the text, else the one in the state that the text names most, else the first in the tables.
func (g *Gazetteer) choose(sents []language.Sentence, finds []find) {
	for i := range finds {
		if i+1 < len(finds) && finds[i+1].sentence == finds[i].sentence {
			g.explained(&sents[finds[i].sentence], &finds[i], &finds[i+1])
		}
	}
	told := map[*name]*find{}
	states, cities := map[string]int{}, map[string]bool{}
	for i := range finds {
		f := &finds[i]
		if f.sure && told[f.name] == nil {
			told[f.name] = f
		}
		if f.within < 0 && (f.sure || len(f.name.entries) == 1) {
			e := &g.entries[f.entry]
			states[e.state]++
			cities[e.state+e.region] = cities[e.state+e.region] || e.precision == "city"
		}
	}
	for i := range finds {
		f := &finds[i]
		if f.sure {
			continue
		}
		first := &g.entries[f.name.entries[0]]
		if t := told[f.name]; t != nil && (first.precision != "country" || states[first.state] == 0) {
			f.entry, f.within = t.entry, t.within
		} else {
			f.entry = g.likeliest(f.name, states, cities)
		}
	}
}

// likeliest chooses by the other places of a text: how often it names each state, and the regions whose cities it names. The
// name of a country means the country, unless the text names a city in the region of that name ("Savannah" for Georgia) and
// nothing of the country.
func (g *Gazetteer) likeliest(n *name, states map[string]int, cities map[string]bool) int {
	best := n.entries[0]
	first := &g.entries[best]
	for _, e := range n.entries[1:] {
		o := &g.entries[e]
		switch {
		case o.lesser:
		case first.precision != "country":
			if states[o.state] > states[g.entries[best].state] {
				best = e
			}
		case states[first.state] == 0 && o.precision == "region" && cities[o.state+o.name]:
			return e
		}
	}
	return best
}

// explained settles a name whose next name says where it is, and that name with it ("Atlanta, Georgia").
func (g *Gazetteer) explained(s *language.Sentence, f, next *find) {
	between := f.pieces[f.end:next.at]
	comma := len(between) == 1 && between[0].text == ","
	if !comma && !g.inside(between) {
		return
	}
	if e, x, ok := g.pair(f.name, next.name); ok {
		f.entry, f.sure = e, true
		next.entry, next.sure, next.explains = x, true, true
	} else if comma && g.town(s, f, next) {
		f.within, f.sure = next.entry, true
		next.explains = true
	}
}

// pair gives the first place of a name that lies in a place of another name.
func (g *Gazetteer) pair(n, outer *name) (e, x int, ok bool) {
	for _, e := range n.entries {
		for _, x := range outer.entries {
			if g.lies(&g.entries[e], &g.entries[x]) {
				return e, x, true
			}
		}
	}
	return 0, 0, false
}

// lies says whether a city or region lies in a region or country.
func (g *Gazetteer) lies(e, in *entry) bool {
	return e.precision != "country" && e.state == in.state && (in.precision == "country" || in.precision == "region" && e.region == in.name)
}

// inside says whether the words between two names put the first into the second: "in", "of", "in northern", ", in the south of".
func (g *Gazetteer) inside(between []piece) bool {
	if len(between) > 0 && between[0].text == "," {
		between = between[1:]
	}
	if len(between) == 1 && between[0].text == "of" {
		return true
	}
	if len(between) == 0 || len(between) > 5 || between[0].text != "in" {
		return false
	}
	for _, p := range between[1:] {
		r, _ := utf8.DecodeRuneInString(p.text)
		if !unicode.IsLower(r) && p.text != "-" || p.text != "of" && g.preps[p.text] != "" {
			return false
		}
	}
	return true
}

// town says whether a name before a comma and a region of another state is that of a town there, which the tables do not
// have: the two are no parts of a list, and the region is closed by a mark or hangs by the town.
func (g *Gazetteer) town(s *language.Sentence, f, next *find) bool {
	region := &g.entries[next.entry]
	if region.precision != "region" || region.state == "" || g.entries[f.entry].state == region.state {
		return false
	}
	last := &s.Tokens[next.pieces[next.end-1].token]
	if strings.HasPrefix(last.Rel, "conj") {
		return false
	}
	first, end := f.pieces[f.at].token, f.pieces[f.end-1].token
	hangs := last.Head >= first && last.Head <= end
	if next.end == len(next.pieces) {
		return true
	}
	after := next.pieces[next.end].text
	r, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsPunct(r) {
		return hangs
	}
	if after != "," {
		return true
	}
	// A comma and another name make a list of it.
	return next.end+1 >= len(next.pieces) || !g.begins(next.pieces, next.end+1) && s.Tokens[next.pieces[next.end+1].token].UPOS != "CCONJ"
}

// Within gives the state of a place whose name is followed by that of a region or country ("Lebanon", "Pennsylvania":
// USA), and whether that is told: a name that no table has is taken for a town there.
func (g *Gazetteer) Within(place, region string) (state string, ok bool) {
	outer := g.named(region)
	if outer == nil {
		return "", false
	}
	n := g.named(place)
	if n != nil {
		if e, _, ok := g.pair(n, outer); ok {
			return g.entries[e].state, true
		}
	}
	in := &g.entries[outer.entries[0]]
	if in.precision == "city" || in.precision == "country" && n != nil && g.entries[n.entries[0]].precision == "country" {
		return "", false
	}
	return in.state, in.state != ""
}

// named gives the name of the tables that is written so, nil if there is none.
func (g *Gazetteer) named(text string) *name { return g.of(words(text)) }

// of gives the name of some words.
func (g *Gazetteer) of(ws []string) *name {
	if len(ws) == 0 {
		return nil
	}
	ns := g.byWord[ws[0]]
	if i := slices.IndexFunc(ns, func(n name) bool { return slices.Equal(n.words, ws) }); i >= 0 {
		return &ns[i]
	}
	return nil
}
