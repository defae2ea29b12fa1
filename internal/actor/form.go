package actor

import "strings"

// A form is the way in which an expression refers.
type form uint8

const (
	he form = iota // he and she
	it
	they
	speaking  // I
	together  // we
	spokenTo  // you
	pointing  // this, those, alone
	definite  // the minister
	pointed   // this minister
	owned     // his minister, Chile's minister
	plain     // a minister, ministers
	name      // Chile, A. B.
	otherWord // someone: refers back to nobody
	forms     = int(otherWord)
)

var formNames = [...]string{"he", "it", "they", "i", "we", "you", "this", "definite", "pointed", "owned", "plain", "name", "other"}

func (f form) pronoun() bool { return f <= pointing }

// A class is what kind of referent an expression has, as far as its words tell.
type class uint8

const (
	unknownClass class = iota
	personClass
	peopleClass // persons as one: a crew
	bodyClass   // organisations
	stateClass
	placeClass
	thingClass // a common noun that the tables do not know as one of these
)

var classNames = map[string]class{"person": personClass, "people": peopleClass, "organisation": bodyClass, "place": placeClass, "state": stateClass, "thing": thingClass}

type number uint8

const (
	anyNumber number = iota
	singular
	plural
)

// A relation is the syntactic place of an expression.
type relation uint8

const (
	elsewhere relation = iota
	subject
	object
	oblique
	nominal   // after a noun: "the head of the company"
	possessor // before a noun
	apposition
	conjunct
	rootNoun
	compound
	relations = int(compound) + 1
)

// relationOf reads the relation of a token.
func relationOf(rel string) relation {
	base, sub, _ := strings.Cut(rel, ":")
	switch base {
	case "nsubj", "csubj":
		return subject
	case "obj", "iobj":
		return object
	case "obl":
		return oblique
	case "nmod":
		if sub == "poss" {
			return possessor
		}
		return nominal
	case "appos":
		return apposition
	case "conj":
		return conjunct
	case "root":
		return rootNoun
	case "compound", "amod":
		return compound
	}
	return elsewhere
}
