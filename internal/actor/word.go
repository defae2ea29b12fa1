package actor

import (
	"strconv"
	"strings"
)

// A word is a row of words.tsv: a small word or noun that decides how the names around it are read.
type word struct{ text, use, value string }

var wordSenses = map[string]sense{
	"notparty": notParty, "pronoun": pronoun, "set": setNoun, "thing": thingNoun, "suffix": suffixNoun, "era": eraWord,
}

func (d *Dictionary) loadWords() error {
	rs, err := rows("words.tsv", "word", "use", "value")
	if err != nil {
		return err
	}
	for _, r := range rs {
		if set := d.wordSets()[r.Get("use")]; set != nil {
			set[fold(r.Get("word"))] = true
			continue
		}
		switch r.Get("use") {
		case "office":
			d.officeWords[fold(r.Get("word"))] = r.Get("value")
			continue
		case "usual":
			d.usual[r.Get("word")] = r.Get("value")
			continue
		case "courts":
			d.courts[fold(r.Get("word"))] = r.Get("value")
			continue
		case "kind":
			d.kinds[fold(r.Get("word"))] = strings.Fields(r.Get("value"))
			continue
		}
		if r.Get("use") == "number" {
			n, err := strconv.Atoi(r.Get("value"))
			if err != nil {
				return r.Errorf("value", "%w", err)
			}
			d.numbers[fold(r.Get("word"))] = n
			continue
		}
		s, ok := wordSenses[r.Get("use")]
		if !ok {
			return r.Errorf("use", "%q is not known; expected notparty, pronoun, set, thing, suffix, era, number, particle, prefix, reflexive, relational, indefinite, heads, scene, moves, setadjective, department, office, usual, courts, kind or addresses", r.Get("use"))
		}
		if r.Get("value") == "one organisation" {
			d.bodyNouns[fold(r.Get("word"))] = true
		}
		if r.Get("value") == "one alliance" {
			d.unions[fold(r.Get("word"))] = true
		}
		i := len(d.words)
		if r.Get("use") == "set" && r.Get("value") == "any" {
			d.anySet = i
		}
		d.words = append(d.words, word{r.Get("word"), r.Get("use"), r.Get("value")})
		d.names.add(r.Get("word"), reading{s, int32(i), false})
	}
	return nil
}

// wordSets are the uses whose words need no more than to be known.
func (d *Dictionary) wordSets() map[string]map[string]bool {
	return map[string]map[string]bool{"particle": d.particles, "descent": d.descents, "alien": d.aliens, "prefix": d.prefixes, "reflexive": d.reflexives, "relational": d.relational, "indefinite": d.indefinite, "heads": d.heads, "scene": d.scenes, "moves": d.moves, "setadjective": d.setAdjectives, "department": d.departments, "addresses": d.addresses}
}

// An ambiguity says what else the name of a state or city is: part of a person's name, a region of another state.
type ambiguity struct{ states, given, surname, region bool }

func (d *Dictionary) loadNames() error {
	rs, err := rows("givennames.tsv", "name", "gender")
	if err != nil {
		return err
	}
	for i, r := range rs {
		d.genders[fold(r.Get("name"))] = r.Get("gender")
		d.names.add(r.Get("name"), reading{givenName, int32(i), false})
	}
	if rs, err = rows("ambiguous.tsv", "name", "use"); err != nil {
		return err
	}
	for _, r := range rs {
		k := fold(r.Get("name"))
		a := d.ambiguous[k]
		for _, u := range r.List("use") {
			switch u {
			case "given":
				a.given = true
			case "surname":
				a.surname = true
			case "states":
				a.states = true
			case "region":
				a.region = true
			case "common":
				d.common[k] = true
			default:
				return r.Errorf("use", "%q is not known; expected states, given, surname, region or common", u)
			}
		}
		d.ambiguous[k] = a
	}
	return nil
}
