package actor

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
	nounOfPerson // a noun of a class, and a chain with a name of the same class: "the country" and "Chile"
	nounOfBody
	nounOfState
	sameWords  // the same words in the same order
	samePerson // the tables say: one person
	sameParty  // one state or organisation
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
	"same noun", "noun of chain", "noun in name", "words contained", "no word shared", "further words", "same last word", "noun and named person", "noun and named body", "noun and named state", "same words",
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
