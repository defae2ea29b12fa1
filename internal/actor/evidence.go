package actor

import (
	"slices"

	"dyad/internal/language"
)

// features appends what is true of expression i and its candidate k.
func (r *resolver) features(fs []feature, i, k int) []feature {
	e, a, c := &r.list[i], &r.list[r.cands[k].by], r.cands[k].chain
	paragraphs := e.paragraph - a.paragraph
	fs = append(fs, bucket(e.sentence-a.sentence, distance0, 0, 1, 2, 3, 5, 8), bucket(k+1, near1, 1, 2, 3, 6),
		bucket(paragraphs, paragraphSame, 0, 1, 2), formHe+feature(a.form), classUnknown+feature(c.class),
		relElsewhere+feature(a.rel), bucket(c.size, sizeOne, 1, 3, 7))
	fs = r.salient(fs, e, a, c)
	fs = agreeing(fs, e, c, a)
	fs = r.places(fs, e, a)
	fs = r.quoting(fs, e, a)
	switch {
	case e.tells && a.tells:
		fs = append(fs, tellsBoth)
	case e.tells:
		fs = append(fs, tellsOne)
	}
	if c.named {
		fs = append(fs, chainNamed)
	}
	if c.heads {
		fs = append(fs, chainFirst)
	}
	if e.form.pronoun() {
		return turns(fs, e, a, c)
	}
	return r.wording(fs, e, a, c)
}

// turns appends whether the chain has the same pronoun, and who may be speaking: in an interview paragraphs that ask and
// paragraphs that answer follow each other.
func turns(fs []feature, e, a *expression, c *chain) []feature {
	if c.forms&(1<<e.form) != 0 {
		fs = append(fs, chainForm)
	}
	if e.paragraph == a.paragraph {
		return fs
	}
	turn := turnSame
	if a.form != e.form {
		turn = crossSame
	}
	if e.asks != a.asks {
		turn++
	}
	return append(fs, turn)
}

// agreeing appends what class, gender and number say.
func agreeing(fs []feature, e *expression, c *chain, a *expression) []feature {
	switch {
	case e.class == unknownClass || c.class == unknownClass:
	case e.class == c.class:
		fs = append(fs, classSame)
	default:
		fs = append(fs, classOther)
	}
	switch {
	case e.gender != "" && e.gender == c.gender:
		fs = append(fs, genderSame)
	case e.gender != "":
		fs = append(fs, genderOpen)
	}
	switch {
	case e.number == anyNumber || c.number == anyNumber:
	case e.number == c.number:
		fs = append(fs, numberSame)
	default:
		fs = append(fs, numberOther)
	}
	if a.joined {
		fs = append(fs, joinedParties)
	}
	return fs
}

// places appends what the syntactic places of both say.
func (r *resolver) places(fs []feature, e, a *expression) []feature {
	switch {
	case e.rel != a.rel:
	case e.rel == subject:
		fs = append(fs, subjects)
	case e.rel == object:
		fs = append(fs, objects)
	default:
		fs = append(fs, parallel)
	}
	ts, us := r.c.sents[e.sentence].Tokens, r.c.sents[a.sentence].Tokens
	g, h := ts[e.head].Head, us[a.head].Head
	if g < 0 || h < 0 {
		return fs
	}
	if e.sentence != a.sentence {
		if ts[g].Lemma == us[h].Lemma {
			fs = append(fs, governorSame)
		}
		return fs
	}
	switch {
	case g == h && e.self:
		fs = append(fs, clauseSelf)
	case g == h:
		fs = append(fs, sameClause)
	case e.owner && clause(ts, g) == h && a.rel != subject:
		fs = append(fs, clauseOwner)
	case a.rel == subject && !e.owner && above(ts, g, h) || a.rel == subject && e.owner && above(ts, clause(ts, g), h):
		fs = append(fs, subjectAbove)
	case e.owner && a.rel == subject && clause(ts, g) == h:
		fs = append(fs, subjectOf)
	}
	if a.head >= e.first && a.head < e.end {
		fs = append(fs, inside)
	}
	return fs
}

// clause gives the verb of the clause that a word stands in.
func clause(ts []language.Token, w int) int {
	for n := 0; n < 6 && w >= 0; n++ {
		if ts[w].UPOS == "VERB" || ts[w].UPOS == "AUX" {
			return w
		}
		w = ts[w].Head
	}
	return w
}

// above says whether verb h governs the clause of verb g.
func above(ts []language.Token, g, h int) bool {
	for n := 0; n < 8 && g >= 0; n++ {
		if g = ts[g].Head; g == h {
			return true
		}
	}
	return false
}

// salient appends how much the chain stands out, by how near it was told of and how.
func (r *resolver) salient(fs []feature, e, a *expression, c *chain) []feature {
	near := min(e.sentence-a.sentence, 2)
	kind := 3
	switch {
	case a.form == e.form:
		kind = 0
	case a.form.pronoun():
		kind = 1
	case a.form == name:
		kind = 2
	}
	place := 2
	switch a.rel {
	case subject:
		place = 0
	case object:
		place = 1
	}
	fs = append(fs, near0Same+feature(4*near+kind), near0Subject+feature(3*near+place))
	switch {
	case c.subject == e.sentence:
		fs = append(fs, subjectHere)
	case c.subject == e.sentence-1:
		fs = append(fs, subjectPrev)
	}
	if c.size > 1 && e.sentence-c.before <= 1 {
		fs = append(fs, recent)
	}
	if c.size > 1 && r.longest[c.class] <= c.size {
		fs = append(fs, topmost)
	}
	return fs
}

// quoting appends how the two stand to quotations.
func (r *resolver) quoting(fs []feature, e, a *expression) []feature {
	switch {
	case e.quote == a.quote:
		if e.quote > 0 {
			fs = append(fs, quoteSame)
		}
	case a.quote == 0:
		fs = append(fs, quoteInto)
		if a.rel == subject && e.paragraph == a.paragraph && e.sentence-a.sentence <= 1 {
			fs = append(fs, quoteSpeaker)
		}
	case e.quote == 0:
		fs = append(fs, quoteOut)
	default:
		fs = append(fs, quoteBetween)
	}
	return fs
}

// wording appends what the words of a name or noun phrase have in common with those of the chain.
func (r *resolver) wording(fs []feature, e, a *expression, c *chain) []feature {
	switch {
	case e.key == "":
	case e.key == a.key:
		fs = append(fs, headSame)
	case slices.Contains(c.keys, e.key):
		fs = append(fs, headChain)
	case slices.Contains(c.words, e.key):
		fs = append(fs, headInName)
	}
	shared := 0
	for _, w := range e.words {
		if slices.Contains(a.words, w) || slices.Contains(c.words, w) || slices.Contains(c.keys, w) {
			shared++
		}
	}
	switch {
	case shared == 0:
		fs = append(fs, wordsNone)
	case shared == len(e.words):
		fs = append(fs, wordsSame)
	default:
		fs = append(fs, wordsExtra)
	}
	if slices.Equal(e.words, a.words) && len(e.words) > 0 {
		fs = append(fs, sameWords)
	}
	if e.form != name && c.named && e.class == c.class {
		switch e.class {
		case personClass:
			fs = append(fs, nounOfPerson)
		case bodyClass:
			fs = append(fs, nounOfBody)
		case stateClass:
			fs = append(fs, nounOfState)
		}
	}
	if e.form == name && a.form == name && e.key == a.key {
		fs = append(fs, lastWordSame)
	}
	if r.apposed(e, a) {
		fs = append(fs, isApposition)
	}
	if r.predicate(e, a) {
		fs = append(fs, isPredicate)
	}
	return r.known(fs, e, a)
}

// known appends what the tables of parties say.
func (r *resolver) known(fs []feature, e, a *expression) []feature {
	f, g := e.draft, a.draft
	if f == nil || g == nil {
		return fs
	}
	switch {
	case f.who != nil && g.who != nil && f.who.root() == g.who.root():
		fs = append(fs, samePerson)
	case len(f.readings) > 0 && len(g.readings) > 0 && sameReading(f, g):
		fs = append(fs, sameParty)
	}
	ro, x := r.c.dict.headRole(f), r.c.dict.headRole(g)
	if ro != nil && x != nil && f.who == nil && (ro == x || refers(ro.word, x.word) || x.office != "" && x.office == ro.office) {
		fs = append(fs, roleFits)
	}
	return fs
}

// sameReading says whether two names mean one row of the tables.
func sameReading(f, g *draft) bool {
	for _, x := range f.readings {
		for _, y := range g.readings {
			if x.index == y.index && (x.sense <= seat && y.sense <= seat || x.sense == organisation && y.sense == organisation) {
				return true
			}
		}
	}
	return false
}

// none appends what speaks for an expression that has no antecedent.
func (r *resolver) none(i int, fs []feature) []feature {
	e := &r.list[i]
	fs = append(fs, noneBias)
	if e.paragraph == 0 {
		fs = append(fs, noneFirst)
	}
	if e.form.pronoun() {
		return fs
	}
	if e.after {
		fs = append(fs, noneAfter)
	}
	if len(e.words) > 1 {
		fs = append(fs, noneWords)
	}
	switch e.class {
	case personClass:
		fs = append(fs, nonePerson)
	case peopleClass:
		fs = append(fs, nonePeople)
	case bodyClass:
		fs = append(fs, noneBody)
	case placeClass, stateClass:
		fs = append(fs, nonePlace)
	case thingClass:
		fs = append(fs, noneThing)
	}
	if len(r.cands) > 5 {
		fs = append(fs, noneCandidates)
	}
	if e.key != "" && len(r.words[e.key]) > 0 {
		fs = append(fs, noneKnownNoun)
	}
	return fs
}
