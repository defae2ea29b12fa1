package actor

import (
	"slices"

	"dyad/internal/language"
)

// A feature is something that is true of an expression and a candidate for its antecedent, or of an expression alone.
type feature uint8

// The features in groups; in a group at most one is true, but in the last.
const (
	distance0 feature = iota // sentences between
	distance1
	distance2
	distance3
	distance5
	distance8
	distanceFar
	near1 // which candidate, counted from the nearest
	near2
	near3
	near6
	nearFar
	paragraphSame
	paragraphNext
	paragraphSecond
	paragraphFar
	formHe // how the antecedent refers
	formIt
	formThey
	formI
	formWe
	formYou
	formThis
	formDefinite
	formPointed
	formOwned
	formPlain
	formName
	formOther
	classUnknown // of the chain
	classPerson
	classPeople
	classBody
	classState
	classPlace
	classThing
	classSame
	classOther
	genderSame
	genderOpen
	numberSame
	numberOther
	relElsewhere // place of the antecedent in its sentence
	relSubject
	relObject
	relOblique
	relNominal
	relPossessor
	relApposition
	relConjunct
	relRoot
	relCompound
	subjects // both are subjects
	objects
	parallel     // another place that both have
	quoteSame    // the same quotation
	quoteInto    // the antecedent outside a quotation, the expression in it
	quoteOut     // the other way round
	quoteBetween // each in another
	quoteSpeaker // the antecedent is the subject that says the quotation
	sizeOne      // of the chain
	sizeThree
	sizeSeven
	sizeMany
	chainNamed
	chainFirst // told of in the first paragraph
	chainForm  // the chain has the same pronoun
	sameClause // both hang by one verb
	clauseSelf // the same, of a reflexive pronoun
	clauseOwner
	subjectAbove // the antecedent is the subject of a clause above: she says that she …
	subjectHere  // some expression of the chain is a subject in the same sentence
	subjectPrev  // in the sentence before
	recent       // the chain was told of twice in the last two sentences
	topmost      // no chain of its class is longer
	near0Same    // distance and form of the antecedent: here, before, farther; the same pronoun, another, a name, a noun
	near0Pronoun
	near0Name
	near0Noun
	near1Same
	near1Pronoun
	near1Name
	near1Noun
	near2Same
	near2Pronoun
	near2Name
	near2Noun
	near0Subject // distance and place of the antecedent
	near0Object
	near0Rest
	near1Subject
	near1Object
	near1Rest
	near2Subject
	near2Object
	near2Rest
	passedHere // a nearer candidate is a subject in the same sentence
	passedPrev // in the sentence before, and this one stands farther back
	tellsBoth  // both are subjects of verbs of saying
	tellsOne   // the expression is, the antecedent is not
	turnSame   // the same pronoun, in paragraphs that both ask or both do not
	turnOther  // one asks, the other does not
	crossSame  // another pronoun or a name
	crossOther
	subjectOf    // the antecedent is the subject of the clause of a possessive
	governorSame // hang by the same word in two sentences: he said … he said
	headSame     // the noun is the antecedent's noun
	headChain    // the chain was called by that noun
	headInName   // the noun is a word of the chain's name: the council, Security Council
	wordsSame    // all words of the one are in the other
	wordsNone    // no word in common
	wordsExtra   // the expression has words that the chain has not
	lastWordSame // of two names
	sameWords    // the same words in the same order
	samePerson   // the tables say: one person
	sameParty    // one state or organisation
	isApposition
	isPredicate
	roleFits // the role of a person named before
	joinedParties
	inside // the antecedent ends inside the expression's phrase
	noneBias
	noneFirst // the expression stands in the first paragraph
	noneAfter // what follows tells which is meant
	noneWords // several words
	nonePerson
	nonePeople
	noneBody
	nonePlace
	noneThing
	noneCandidates // there are many
	noneKnownNoun  // the noun was used before
	features       = int(iota)
)

var featureNames = [features]string{
	"distance 0", "distance 1", "distance 2", "distance 3", "distance 4-5", "distance 6-8", "distance 9+",
	"nearest", "second", "third", "fourth to sixth", "seventh or later",
	"same paragraph", "next paragraph", "second paragraph", "later paragraph",
	"after he", "after it", "after they", "after i", "after we", "after you", "after this", "after definite", "after pointed", "after owned", "after plain", "after name", "after other",
	"unknown class", "person", "people", "body", "state", "place", "thing", "same class", "other class",
	"same gender", "open gender", "same number", "other number",
	"elsewhere", "subject", "object", "oblique", "nominal", "possessor", "apposition", "conjunct", "root", "compound",
	"both subjects", "both objects", "same relation",
	"same quotation", "into quotation", "out of quotation", "between quotations", "speaker of quotation",
	"chain of 1", "chain of 2-3", "chain of 4-7", "chain of 8+", "chain named", "chain in first paragraph", "chain has pronoun",
	"same clause", "same clause, reflexive", "same clause, possessive", "subject above", "subject here", "subject before", "recent", "longest chain",
	"here, same pronoun", "here, pronoun", "here, name", "here, noun", "before, same pronoun", "before, pronoun", "before, name", "before, noun", "farther, same pronoun", "farther, pronoun", "farther, name", "farther, noun",
	"here, subject", "here, object", "here, rest", "before, subject", "before, object", "before, rest", "farther, subject", "farther, object", "farther, rest", "past a subject here", "past a subject before", "both say", "says", "same turn", "other turn", "same turn, another form", "other turn, another form", "subject of clause", "same governor",
	"same noun", "noun of chain", "noun in name", "words contained", "no word shared", "further words", "same last word", "same words",
	"same person", "same party", "is apposition", "is predicate", "role fits", "joined parties", "inside",
	"none", "none, first paragraph", "none, told by what follows", "none, several words", "none, person", "none, people", "none, body", "none, place", "none, thing", "none, many candidates", "none, noun known",
}

func (f feature) String() string { return featureNames[f] }

// bucket gives the feature for a count: the first whose limit is not exceeded.
func bucket(n int, first feature, limits ...int) feature {
	for i, l := range limits {
		if n <= l {
			return first + feature(i)
		}
	}
	return first + feature(len(limits))
}

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
		if c.forms&(1<<e.form) != 0 {
			fs = append(fs, chainForm)
		}
		if e.paragraph != a.paragraph {
			turn := turnSame
			if a.form != e.form {
				turn = crossSame
			}
			if e.asks != a.asks {
				turn++
			}
			fs = append(fs, turn)
		}
		return fs
	}
	return r.wording(fs, e, a, c)
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
