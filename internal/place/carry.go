package place

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/language"
)

// carried gives the places of the clauses that an act shares its place with:
//
//   - coordinated ones: "flew to Lima and signed", "fought near the palace, and dozens were arrested". Where the second has a
//     subject of its own, only deeds on the spot share the place: arrests, attacks, riots;
//   - the clause that a participle hangs by: "fired at unionists marching against the law";
//   - a participle, or a clause with "when", of the act's own: "Speaking in Rome, the envoy called on …", "When the king visited
//     Oslo, both states agreed to …";
//   - the second of two verbs that share an object: "bombed and wrecked a plant near Homs";
//   - the clause that announces a deal: "agreed on a truce, it was announced in Lusaka".
//
// What somebody said in a place has not happened there, and what a relative clause tells of a party may have happened anywhere.
func (r *reader) carried() []event.Location {
	at := r.clause
	for range climbs {
		if locs := r.below(at); len(locs) > 0 {
			return locs
		}
		t := &r.s.Tokens[at]
		if t.Head < 0 || !r.shares(at) {
			return nil
		}
		at = t.Head
		if locs := r.there(at); len(locs) > 0 {
			return locs
		}
	}
	return nil
}

// shares says whether a clause has its place in common with the one that it depends on.
func (r *reader) shares(clause int) bool {
	t := &r.s.Tokens[clause]
	switch t.Rel {
	case "acl:relcl", "advcl", "advcl:relcl":
		return r.cleft(t.Head) || t.Rel == "advcl" && r.purposeOfMotion()
	case "ccomp":
		return r.cleft(t.Head) || r.announced(t.Head)
	case "conj", "parataxis":
		return !r.child(clause, "nsubj") || onTheSpot(r.act.Event) || r.announced(t.Head)
	case "acl":
		return r.words == "deed"
	case "xcomp":
		return true
	}
	return false
}

// announced says whether a verb makes the act of words known.
func (r *reader) announced(verb int) bool {
	return r.words != "deed" && verb >= 0 && r.g.kind(&r.s.Tokens[verb]) == "announcement"
}

// cleft says whether a clause only says of what hangs by it where it was: "It was in Doha that they met".
func (r *reader) cleft(i int) bool {
	return i >= 0 && r.child(i, "cop") && slices.ContainsFunc(r.s.Tokens[max(0, i-clauseWords):i], func(t language.Token) bool {
		return t.Head == i && t.Lemma == "it" && (t.Rel == "nsubj" || t.Rel == "expl")
	})
}

// onTheSpot says whether acts of a type follow one another in one place, whoever does them.
func onTheSpot(event string) bool {
	return event == "ASSAULT" || event == "COERCE" || event == "PROTEST"
}

// below gives the places of the participles, when-clauses and announcements that hang by a clause.
func (r *reader) below(clause int) []event.Location {
	for i := range r.s.Tokens {
		t := &r.s.Tokens[i]
		if t.Head != clause || i == r.act.Head {
			continue
		}
		kind := r.g.kind(t)
		switch {
		case t.Rel == "advcl" && !r.child(i, "nsubj") && !r.child(i, "mark") && t.XPOS == "VBG",
			t.Rel == "advcl" && (r.words != "deed" || onTheSpot(r.act.Event)) && r.when(i),
			t.Rel == "conj" && i-clause == 2 && !r.child(clause, "obj") && !r.child(i, "nsubj") && r.child(i, "obj"),
			(t.Rel == "parataxis" || t.Rel == "ccomp") && r.words != "deed" && kind == "announcement":
			if locs := r.there(i); len(locs) > 0 {
				return locs
			}
		}
	}
	return nil
}

// there gives the places of another clause that the act may share.
func (r *reader) there(clause int) []event.Location {
	if r.cleft(clause) {
		for i := range r.sites {
			if p := &r.sites[i]; p.Head == clause && r.use(r.preps[clause]) == "place" {
				return []event.Location{p.Location}
			}
		}
	}
	return slices.DeleteFunc(r.bound(clause, r.words), func(l event.Location) bool { return l.Role == "origin" })
}

// clauseWords bounds the distance of a word from the verb of its clause.
const clauseWords = 60

// child says whether a token has a dependent of a relation, not far from it.
func (r *reader) child(i int, rel string) bool {
	for k := max(0, i-clauseWords); k < min(len(r.s.Tokens), i+clauseWords); k++ {
		if t := &r.s.Tokens[k]; t.Head == i && (t.Rel == rel || strings.HasPrefix(t.Rel, rel+":")) {
			return true
		}
	}
	return false
}

// when says whether a clause begins with "when" or "while".
func (r *reader) when(i int) bool {
	for k := max(0, i-clauseWords); k < i; k++ {
		if t := &r.s.Tokens[k]; t.Head == i && (t.Lemma == "when" || t.Lemma == "while") {
			return true
		}
	}
	return false
}

// launched gives the origins of the motion that an act is the purpose of: "took off from Hamadan to strike".
func (r *reader) launched() []event.Location {
	t := &r.s.Tokens[r.clause]
	next := t.Head >= 0 && t.Rel == "conj" && r.moves(t.Head) && r.g.kind(t) == "attack" && !r.child(r.clause, "nsubj") // "took off from Hamadan and struck"
	if !next && !r.purposeOfMotion() {
		return nil
	}
	return slices.DeleteFunc(r.bound(t.Head, r.words), func(l event.Location) bool { return l.Role != "origin" })
}

// purposeOfMotion says whether the act is what somebody moved for.
func (r *reader) purposeOfMotion() bool {
	t := &r.s.Tokens[r.clause]
	return t.Head >= 0 && (t.Rel == "xcomp" || t.Rel == "advcl") && r.words == "deed" && r.child(r.clause, "mark") && !r.child(r.clause, "nsubj") && r.moves(t.Head)
}

// moves says whether a verb tells a motion.
func (r *reader) moves(verb int) bool {
	switch r.g.kind(&r.s.Tokens[verb]) {
	case "motion", "departure", "entry":
		return true
	}
	return false
}

// seated gives the capital that the palaces, parliaments and embassies stand in at which an act takes place: that of the state
// which the report speaks of, if the report was sent from it or names it.
func (r *reader) seated() []event.Location {
	for i := range r.s.Tokens {
		if r.s.Tokens[i].UPOS != "NOUN" || r.noun(i) != "mission" && r.noun(i) != "seat" {
			continue
		}
		s, ok := r.g.seats[r.spoken(i)]
		if !ok {
			continue
		}
		e := r.capital(s)
		if e != r.g.resolve(r.report.Dateline) && !r.names(e) {
			continue
		}
		p := r.entry(i, i, e)
		role := r.role(p, r.act.Head, r.clause, r.words)
		if role == "" && r.s.Tokens[i].Rel == "obj" && r.s.Tokens[i].Head == r.clause {
			role = "place"
		}
		if role != "" {
			p.Role = role
			return []event.Location{p.Location}
		}
	}
	return nil
}

// names says whether a place of the tables is among the first that the report names.
func (r *reader) names(e int) bool {
	en := &r.g.entries[e]
	return slices.ContainsFunc(r.report.Places[:min(len(r.report.Places), recent)], func(p Place) bool { return p.Name == en.name && p.Code == en.state })
}

// recalled gives the place of an occasion that a clause only recalls: "At the ceremony the two states signed", "during the
// visit", "in the talks" were where the report last was. A new occasion ("at a ceremony") may be anywhere.
func (r *reader) recalled() []event.Location {
	for i := range r.s.Tokens {
		t := &r.s.Tokens[i]
		if t.Head != r.clause || t.Rel != "obl" || r.noun(i) != "occasion" || r.preps[i] != "at" && r.preps[i] != "in" && r.preps[i] != "during" {
			continue
		}
		if _, definite, words := r.before(i); !definite || words != "" || r.owned(i) {
			continue
		}
		p := r.last(i, far/2, func(p *Place) bool {
			return p.Precision == "city" && p.Sentence < r.act.Sentence && !p.Explains && r.locative(p)
		})
		if p != nil {
			return []event.Location{p.Location}
		}
	}
	return nil
}
