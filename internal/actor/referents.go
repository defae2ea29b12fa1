package actor

import (
	"strconv"
)

// referents are the tables by which coreference reads expressions and weighs antecedents. They are read-only.
type referents struct {
	nouns    map[string]referent
	pronouns map[string]pronounRow
	weights  Weights
}

// A referent is what a common noun refers to.
type referent struct {
	class  class
	gender string
}

// A pronounRow is a row of pronouns.tsv.
type pronounRow struct {
	use         form
	gender      string
	number      number
	owner, self bool
}

func (d *Dictionary) loadReferents() error {
	d.refs = &referents{nouns: map[string]referent{}, pronouns: map[string]pronounRow{}}
	for _, step := range []func() error{func() error { return d.refs.loadNouns(d) }, d.refs.loadPronouns, d.refs.loadWeights} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (r *referents) loadNouns(d *Dictionary) error {
	rs, err := rows("persons.tsv", "noun", "class", "gender")
	if err != nil {
		return err
	}
	d.addPersons(rs)
	for _, row := range rs {
		c, ok := classNames[row.Get("class")]
		if !ok {
			return row.Errorf("class", "%q is not known; expected person, people, organisation, state or place", row.Get("class"))
		}
		if _, twice := r.nouns[fold(row.Get("noun"))]; twice {
			return row.Errorf("noun", "%q stands here twice", row.Get("noun"))
		}
		r.nouns[fold(row.Get("noun"))] = referent{c, row.Get("gender")}
	}
	return nil
}

func (r *referents) loadPronouns() error {
	rs, err := rows("pronouns.tsv", "word", "use", "gender", "number", "case")
	if err != nil {
		return err
	}
	uses := map[string]form{}
	for i, n := range formNames {
		uses[n] = form(i)
	}
	numbers := map[string]number{"": anyNumber, "singular": singular, "plural": plural}
	for _, row := range rs {
		use, ok := uses[row.Get("use")]
		if !ok || !use.pronoun() && use != otherWord {
			return row.Errorf("use", "%q is not known; expected he, it, they, i, we, you, this or other", row.Get("use"))
		}
		n, ok := numbers[row.Get("number")]
		if !ok {
			return row.Errorf("number", "%q is not known; expected singular or plural", row.Get("number"))
		}
		r.pronouns[fold(row.Get("word"))] = pronounRow{use, row.Get("gender"), n, row.Get("case") == "owner", row.Get("case") == "self"}
	}
	return nil
}

// weightColumns are those of antecedents.tsv: a weight for each feature and form of the expression, in thousandths.
var weightColumns = append([]string{"feature"}, formNames[:forms]...)

func (r *referents) loadWeights() error {
	rs, err := rows("antecedents.tsv", weightColumns...)
	if err != nil {
		return err
	}
	known := map[string]feature{}
	for f := range feature(features) {
		known[f.String()] = f
	}
	for _, row := range rs {
		f, ok := known[row.Get("feature")]
		if !ok {
			return row.Errorf("feature", "%q is no feature of antecedent.go", row.Get("feature"))
		}
		for i := range forms {
			v := row.Get(formNames[i])
			if v == "" {
				continue
			}
			n, err := strconv.Atoi(v)
			if err != nil {
				return row.Errorf(formNames[i], "%w", err)
			}
			r.weights[f][i] = int32(n)
		}
	}
	return nil
}
