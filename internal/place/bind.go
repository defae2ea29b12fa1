package place

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/language"
)

// A reader looks for the places of one act in its sentence.
type reader struct {
	g      *Gazetteer
	report Report
	act    Act
	s      *language.Sentence
	preps  []string // of each token, the preposition that it has; "" for none
	clause int      // the verb of the act's clause
	words  string   // content | deal | deed: how the places of the sentence belong to the act
	sites  []Place  // the places that the sentence names or describes, in order
}

func (g *Gazetteer) reader(report Report, act Act) *reader {
	s := &report.Sentences[act.Sentence]
	r := &reader{g: g, report: report, act: act, s: s, preps: g.prepositions(s), words: g.acts[act.Event]}
	if r.words == "" {
		r.words = "deed"
	}
	r.clause = r.clauseOf(act.Head)
	r.sites = r.describe(placesOf(report.Places, act.Sentence))
	return r
}

// placesOf gives the places of one sentence. Places are in the order of the text.
func placesOf(places []Place, sentence int) []Place {
	order := func(p Place, n int) int { return p.Sentence - n }
	first, _ := slices.BinarySearchFunc(places, sentence, order)
	end, _ := slices.BinarySearchFunc(places, sentence+1, order)
	return places[first:end]
}

// prepositions gives, for each token, the words of the preposition that hangs by it: "in", "out of", "in front of"; "near" where
// they follow a distance ("two miles from").
func (g *Gazetteer) prepositions(s *language.Sentence) []string {
	preps := make([]string, len(s.Tokens))
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel == "fixed" && t.Head >= 0 && s.Tokens[t.Head].Rel == "case" {
			t = &language.Token{Form: t.Form, Rel: "case", UPOS: "ADP", Head: s.Tokens[t.Head].Head}
		}
		if t.Rel == "case" && t.UPOS != "PART" && t.Head >= 0 && t.Head < len(preps) && len(preps[t.Head]) < longPreposition {
			preps[t.Head] = strings.TrimPrefix(preps[t.Head]+" "+strings.ToLower(t.Form), " ")
			if i > 0 && g.preps[preps[t.Head]] == "origin" && g.nouns[s.Tokens[i-1].Lemma] == "distance" {
				preps[t.Head] = "near"
			}
		}
	}
	return preps
}

// longPreposition bounds the bytes that the words of a preposition are gathered to.
const longPreposition = 30

// mostPlaces bounds the places of one act.
const mostPlaces = 50

// bound gives the places that hang by a predicate or by the verb of its clause, without what only says where they lie.
func (r *reader) bound(predicate int, words string) []event.Location {
	var locs []event.Location
	clause := r.clauseOf(predicate)
	before := false // the place before is one of the event's
	for i := 0; i < len(r.sites) && len(locs) < mostPlaces; i++ {
		p := &r.sites[i]
		role := r.role(p, predicate, clause, words)
		if role != "" && !(before && p.Explains) && !slices.ContainsFunc(locs, func(l event.Location) bool { return l.Name == p.Name && l.Code == p.Code }) {
			l := p.Location
			l.Role = role
			locs = append(locs, l)
		}
		before = role != "" || before && p.Explains
	}
	return finest(locs)
}

// finest leaves out a state where a place in it is given as well: "in Syria, where they shelled Aleppo".
func finest(locs []event.Location) []event.Location {
	all := slices.Clone(locs)
	return slices.DeleteFunc(locs, func(l event.Location) bool {
		return l.Precision == "country" && slices.ContainsFunc(all, func(o event.Location) bool {
			return o.Precision != "country" && o.Code == l.Code && (o.Role == l.Role || o.Role != "origin" && l.Role != "origin")
		})
	})
}

// A path leads from a place up to a predicate.
type path struct {
	prep   string // what binds the place, or the part or neighbourhood of it that is named
	nouns  []int  // the nouns between the place and the verb that are more than parts of the place
	of     bool   // it hangs by the first of them with "of"
	part   bool   // it is the whole that a part is named of
	stands bool   // one is on it, or it is under a measure
	wide   bool   // the place is a state or region
	word   bool   // it is an adverb: here, there, where
	top    int    // the noun or place that depends on the predicate
}

// climbs bounds how many nouns are climbed from a place to its predicate.
const climbs = 8

// role says what a place is to a predicate: place, origin or target; "" if it is not bound to it.
func (r *reader) role(p *Place, predicate, clause int, words string) string {
	at := path{prep: r.preps[p.Head], top: p.Head, wide: p.Precision != "city", stands: r.stands(p)}
	if s := r.act.Share; s != nil && p.Head >= s.From && p.Head < s.To {
		if p.Head < s.First || p.Head >= s.End {
			return "" // another act's
		}
		if s.For < s.First || s.For >= s.End {
			at.prep, at.top = r.preps[s.For], s.For
		}
	}
	for range climbs {
		t := &r.s.Tokens[at.top]
		rel, sub, _ := strings.Cut(t.Rel, ":")
		if at.prep == "on" && at.stands {
			at.prep = "in"
		}
		switch {
		case t.Head < 0:
			return ""
		case t.Head == predicate || t.Head == clause || r.use(at.prep) == "place" && r.ordered(t.Head, predicate):
			return r.allowed(&at, rel, sub, t.Head, words)
		case rel == "advmod" && !at.word:
			at.top, at.word, at.prep = t.Head, true, "in"
		case t.UPOS == "VERB":
			return ""
		case rel == "nmod" && sub != "poss" && r.use(at.prep) == "target" && words == "deed" && r.g.kind(&r.s.Tokens[t.Head]) == "attack":
			return "target" // "killed in a raid on Homs"
		case rel == "nmod" || rel == "compound" || rel == "obl" && r.noun(t.Head) == "part":
			if !r.climb(&at, sub == "poss" || rel == "compound", rel == "compound") {
				return ""
			}
		case rel == "appos" && len(at.nouns) > 0:
			return "" // "its founder, the richest man in Riga"
		case rel == "appos" || rel == "conj" || rel == "flat":
			at.top = t.Head
			if q := r.preps[at.top]; q != "" && (at.prep == "" || at.prep == "of" || rel != "flat") {
				at.prep = q
			} else if at.prep == "" {
				at.prep = q
			}
		default:
			return ""
		}
	}
	return ""
}

// stands says whether what happens in a place happens on it: an island, a peninsula, unless it is what talks are on; for
// measures against a people, any city or region, or state that is only described ("imposed a curfew on the whole country").
func (r *reader) stands(p *Place) bool {
	switch {
	case r.act.Event == "COERCE" && (r.s.Tokens[p.Head].UPOS == "NOUN" || p.Precision != "country"):
		return true
	case r.words != "deed" || r.act.Event == "CONSULT" || r.act.Event == "COOPERATE" || r.act.Event == "SANCTION":
		return false
	}
	return slices.ContainsFunc(r.g.kinds[p.Name], func(k string) bool { return r.g.ashore[k] })
}

// ordered says whether a verb tells what a measure orders: "told Togo to close its mission in Rome".
func (r *reader) ordered(verb, predicate int) bool {
	t := &r.s.Tokens[verb]
	return t.Rel == "xcomp" && t.Head == predicate && (r.act.Event == "SANCTION" || r.act.Event == "COERCE")
}

// climb goes from a place or noun to the noun that it belongs to; false if what is said of that noun says nothing of where
// the act is ("Colombia's ambassador"). Parts of a place, and distances from it, stand for the place.
func (r *reader) climb(at *path, owner, compound bool) bool {
	head := r.s.Tokens[at.top].Head
	q := r.preps[head]
	switch use := r.noun(head); {
	case use == "part" && (at.prep == "of" || owner || at.prep == ""):
		at.prep, at.part = q, true
	case use == "distance" && at.prep == "near":
	case use == "abstract":
		return false // "at the request of Qatar"
	case owner && !compound && r.noun(head) != "mission" && r.use(q) != "place":
		return false
	case at.prep == "" || at.prep == "of":
		at.of = len(at.nouns) == 0 && at.prep == "of"
		at.prep = q
		at.nouns = append(at.nouns, head)
	default:
		at.nouns = append(at.nouns, head)
	}
	at.top = head
	return true
}

// allowed gives the role of a place at the end of its path, "" if the act is not there.
func (r *reader) allowed(at *path, rel, sub string, head int, words string) string {
	if at.word {
		return "place"
	}
	if rel == "advcl" { // "after stops in Lima"
		if rel = "obl"; r.preps[at.top] == "" {
			return ""
		}
	}
	if len(at.nouns) == 0 && r.topic(at, rel, head, words) {
		return ""
	}
	if len(at.nouns) == 0 {
		return r.roleOf(at, rel, sub, r.g.kind(&r.s.Tokens[head]), words)
	}
	kind := r.g.kind(&r.s.Tokens[at.nouns[0]]) // "paid a visit to Peru", "an invasion of Kuwait"
	if kind == "" {
		kind = r.g.kind(&r.s.Tokens[head])
	}
	if kind == "attack" && at.of && words == "deed" {
		return "target"
	}
	occasion := slices.ContainsFunc(at.nouns, func(n int) bool { return r.noun(n) == "occasion" })
	switch top := r.use(r.preps[at.top]); {
	case words == "deed" && rel == "nsubj" && at.of && r.noun(at.nouns[0]) == "dweller" && r.g.kind(&r.s.Tokens[head]) == "":
		return "place" // "residents of Almaty demonstrated"
	case words != "deed" && r.noun(at.nouns[0]) == "dweller":
		return "" // "promised a hearing to students in Chad"
	case words == "content":
		if !occasion || rel != "obl" && r.use(at.prep) != "origin" {
			return ""
		}
		if r.use(at.prep) == "origin" {
			return "place" // "in a statement from Lusaka"
		}
	case words == "deal":
		carried := occasion || slices.ContainsFunc(at.nouns, func(n int) bool { return r.noun(n) == "paper" || r.noun(n) == "mission" })
		if !carried || rel == "nsubj" && sub == "" || rel == "obj" && r.g.kind(&r.s.Tokens[head]) == "judgement" {
			return "" // "welcomed the accord of Cairo"
		}
	case rel == "obl" && (top == "" || top == "topic" || top == "occasion" && (!occasion || r.preps[at.top] == "after")) && r.use(at.prep) != "goal":
		return "" // "marched against the war in Mali", "was received after talks in Rome"
	}
	return r.roleOf(at, rel, sub, kind, words)
}

// topic says whether a place that the parse hangs by a predicate of words stands right behind another of its nouns, and tells
// where that is: "promised help to students in Chad", "condemned the coup in Niger". A city may be where a deal is made.
func (r *reader) topic(at *path, rel string, head int, words string) bool {
	if rel != "obl" || at.top < head {
		return false
	}
	k := at.top
	for k > head && (r.s.Tokens[k].Head == at.top || k == at.top) { // to the word before the preposition
		k--
	}
	before := &r.s.Tokens[k]
	if k <= head || before.UPOS != "NOUN" {
		return false
	}
	switch use := r.noun(k); {
	case words == "deed":
		return at.wide && before.Head == head && r.preps[k] == "against" // "marched against the war in Mali"
	case use == "occasion":
		return false
	case words == "content" || r.g.kind(&r.s.Tokens[head]) == "judgement":
		return true
	case use == "paper" || use == "mission" || r.g.kind(&r.s.Tokens[head]) != "":
		return false
	}
	return at.wide
}

// roleOf decides the role of a place whose phrase depends on the predicate.
func (r *reader) roleOf(at *path, rel, sub, kind, words string) string {
	prep := at.prep
	if prep == "" {
		return r.object(at, rel, sub, kind, words)
	}
	use := r.use(prep)
	if rel == "nsubj" && use != "place" {
		return "" // but "police in Kano arrested"
	}
	switch use {
	case "place":
		return "place"
	case "path":
		if kind == "motion" {
			return "place"
		}
	case "target":
		if kind == "attack" && words == "deed" {
			return "target"
		}
		if prep == "at" {
			return "place"
		}
	case "origin":
		if kind != "" && words == "deed" {
			return "origin"
		}
	case "goal":
		if kind == "motion" || kind == "departure" || kind == "entry" {
			return "place"
		}
	}
	return ""
}

// object gives the role of a place that no preposition binds: the object of a verb that needs one, or an adverb.
func (r *reader) object(at *path, rel, sub, kind, words string) string {
	object := rel == "obj" || rel == "nsubj" && sub == "pass"
	switch {
	case rel == "advmod":
		return "place" // here, there
	case kind == "attack" && object:
		return "target"
	case r.act.Event == "COERCE" && rel == "obj" && at.stands:
		return "place" // "put the island under a curfew"
	case at.part && len(at.nouns) == 0 && rel == "obj" && words == "deed" && (onTheSpot(r.act.Event) || r.act.Event == "MOBILIZE"):
		return "place" // "blocked the streets of Lima"
	case object && (kind == "entry" || kind == "closing" && words == "deed"):
		return "place"
	case kind == "departure" && rel == "obj":
		return "origin"
	}
	return ""
}

// use is what a preposition says; of several words the whole, else the last or the first says it.
func (r *reader) use(prep string) string {
	if u := r.g.preps[prep]; u != "" {
		return u
	}
	first, rest, _ := strings.Cut(prep, " ")
	if u := r.g.preps[rest[strings.LastIndexByte(rest, ' ')+1:]]; u != "" {
		return u
	}
	return r.g.preps[first]
}

// noun is the use of a noun that may stand between a place and a predicate.
func (r *reader) noun(i int) string { return r.g.nouns[strings.ToLower(r.s.Tokens[i].Lemma)] }

// kind says whether a word attacks or moves. Lemmas of rare verbs may be wrong, so that the form is tried as well.
func (g *Gazetteer) kind(t *language.Token) string {
	if k := g.verbs[t.Lemma]; k != "" {
		return k
	}
	form := strings.ToLower(t.Form)
	for _, ending := range []string{"ed", "d", "ing", "s"} {
		if stem, ok := strings.CutSuffix(form, ending); ok && g.verbs[stem] != "" {
			return g.verbs[stem]
		}
	}
	return ""
}
