package place

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/language"
)

// A Report is the text that an act is told in.
type Report struct {
	Sentences []language.Sentence
	Places    []Place // those of Find
	Dateline  string  // the place it was sent from, which "here" means; "" if it does not say
}

// An Act is an event whose places are asked for.
type Act struct {
	Sentence int    // index of its sentence
	Head     int    // the token of its predicate
	Event    string // its PLOVER type
	Aux      string // future | negation | hypothetical …; "" if it has happened
	Share    *Share // what is its own where its predicate tells of several acts; nil where it tells of one
}

// A Share is an act's own part of a clause that tells of several: "visited Oslo on Friday and Riga on Saturday". The tokens
// [From, To) are told of one or the other, [First, End) of this one, and For is the token that its place stands for.
type Share struct{ From, To, First, End, For int }

// Locate says which places an event took place in:
//
//   - those that its predicate, or a noun that depends on it, binds by a preposition of place, or, under a verb that needs a
//     place, as its object ("shelled Aleppo", "visited Oslo"). Places that only tell what an act of words is about are not
//     its places ("condemned the coup in Niger");
//
//   - where a blow was launched from, and what it was aimed at: "flew from Hamadan to strike in Syria";
//
//   - else those of the clause it is told with, where the one carries the other: "flew to Lima and signed a treaty".
//
//   - else those of an occasion that the clause recalls: "at the ceremony";
//
//   - else, for protests, attacks and arrests at a palace, parliament or embassy, the capital that these stand in, if the report
//     was sent from there or names it.
//
// A place may be described ("the island", "here", "where"); it then is the one of the report that the description fits. The
// place that a report was sent from is never taken for that of an event without such a word.
func Locate(report Report, act Act) []event.Location {
	g, err := Default()
	if err != nil || act.Sentence < 0 || act.Sentence >= len(report.Sentences) || act.Head < 0 || act.Head >= len(report.Sentences[act.Sentence].Tokens) {
		return nil
	}
	r := g.reader(report, act)
	locs := r.bound(act.Head, r.words)
	if len(locs) == 0 {
		locs = r.carried()
	}
	if len(locs) == 0 && act.Aux == "" {
		locs = r.recalled()
	}
	if len(locs) == 0 && onTheSpot(act.Event) {
		locs = r.seated()
	}
	return slices.Concat(r.launched(), locs, r.aimed(act.Head))
}

// Here gives the place that a report was sent from as that of an event; none where the tables do not have it.
func Here(report Report) []event.Location {
	g, err := Default()
	if err != nil {
		return []event.Location{}
	}
	e := g.resolve(report.Dateline)
	if e < 0 {
		return []event.Location{}
	}
	return g.implied(e, report.Dateline)
}

// Nationwide gives a state as the place of a measure of its own that its sentence ties to no other place in it; none where the
// tables do not have it.
func Nationwide(report Report, sentence int, code string) []event.Location {
	g, err := Default()
	if err != nil || sentence < 0 || sentence >= len(report.Sentences) {
		return []event.Location{}
	}
	e, ok := g.states[code]
	narrower := slices.ContainsFunc(placesOf(report.Places, sentence), func(p Place) bool { return p.Precision != "country" }) ||
		slices.ContainsFunc(report.Sentences[sentence].Tokens, func(t language.Token) bool {
			fits := g.fits[t.Lemma]
			return slices.Contains(fits, "city") || slices.Contains(fits, "region") || slices.Contains(fits, "capital")
		})
	if !ok || narrower {
		return []event.Location{}
	}
	return g.implied(e, g.entries[e].name)
}

// implied makes a location of an entry that no words at the event name.
func (g *Gazetteer) implied(e int, text string) []event.Location {
	en := &g.entries[e]
	return []event.Location{{Text: text, Name: en.name, Code: en.state, Lat: en.lat, Lon: en.lon, Precision: en.precision, Role: "place"}}
}

// clauseOf gives the verb that a nominal predicate belongs to ("held talks", "arrived for talks": held, arrived), or the
// predicate itself. What a noun only tells the reason or time of happened elsewhere ("met after the attack", "was condemned for
// the raid").
func (r *reader) clauseOf(i int) int {
	s := r.s
	for n := 0; n < 6 && s.Tokens[i].UPOS != "VERB" && s.Tokens[i].Head >= 0; n++ {
		rel, _, _ := strings.Cut(s.Tokens[i].Rel, ":")
		if rel != "obj" && rel != "obl" && rel != "nmod" && rel != "nsubj" && rel != "conj" && rel != "xcomp" {
			break
		}
		if use := r.use(r.preps[i]); r.preps[i] != "" && rel == "obl" && r.preps[i] != "during" && (use == "" || use == "topic" || use == "occasion") && r.preps[i] != "with" && r.preps[i] != "by" {
			break
		}
		i = s.Tokens[i].Head
	}
	return i
}
