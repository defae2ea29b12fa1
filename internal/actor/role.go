package actor

import (
	"slices"
	"strings"

	"dyad/internal/table"
)

// A role is a row of roles.tsv: a noun or title that tells what somebody is.
type role struct {
	word    string
	kind    string // person | group | body | honorific
	sectors []string
	office  string   // the office of offices.tsv that this noun names
	code    string   // the one state that has such
	single  bool     // the singular names one person: student, but not police
	flags   []string // title, private, takes, …
	at      origin
}

func (r *role) is(flag string) bool { return slices.Contains(r.flags, flag) }

func (d *Dictionary) loadRoles() error {
	rs, err := rows("roles.tsv", roleColumns...)
	if err != nil {
		return err
	}
	d.addRoles(rs)
	return nil
}

func (d *Dictionary) addRoles(rs []table.Row) {
	for _, r := range rs {
		i := len(d.roles)
		ro := role{word: r.Get("word"), kind: r.Get("kind"), sectors: r.List("sector"), office: r.Get("office"), flags: r.List("flags"), at: where(r), single: r.Get("plural") != "-"}
		for _, f := range ro.flags {
			if shapeOf(f) == capitals {
				ro.code = f
			}
		}
		d.roles = append(d.roles, ro)
		if _, ok := d.ranks[ro.office]; !ok {
			d.ranks[ro.office] = i
		}
		d.names.add(ro.word, reading{roleNoun, int32(i), ro.kind == "group"})
		for _, p := range plurals(ro.word, r.Get("plural")) {
			d.names.add(p, reading{roleNoun, int32(i), true})
		}
	}
}

// addPersons enters the nouns of persons.tsv that roles.tsv does not know as private persons of no trade: they count only where
// a nationality or a name stands with them ("a Peruvian waiter").
func (d *Dictionary) addPersons(rs []table.Row) {
	known := map[string]bool{}
	for i := range d.roles {
		known[fold(d.roles[i].word)] = true
	}
	for _, r := range rs {
		word := r.Get("noun")
		words, _ := cut(word)
		if r.Get("class") != "person" || len(words) != 1 || d.relational[words[0]] || slices.ContainsFunc(d.names[words[0]], func(e *lexEntry) bool {
			return len(e.words) == 1 && (e.shapes[0] == anyCase || e.shapes[0] == shapeOf(word))
		}) {
			continue
		}
		i := len(d.roles)
		d.roles = append(d.roles, role{word: word, kind: "person", sectors: []string{"CVL"}, flags: []string{"private", "weak"}, single: true, at: where(r)})
		d.names.add(word, reading{roleNoun, int32(i), false})
		for _, p := range plurals(word, "") {
			if known[fold(p)] {
				continue // "bakers" are a trade of their own, one baker is a private person
			}
			d.names.add(p, reading{roleNoun, int32(i), true})
		}
	}
}

// plurals gives the plural of a role: the one given, none for "-", else the regular one.
func plurals(word, given string) []string {
	switch {
	case given == "-":
		return nil
	case given != "":
		return strings.Split(given, ";")
	case strings.HasSuffix(word, "man"):
		return []string{word[:len(word)-2] + "en"}
	case strings.HasSuffix(word, "y") && len(word) > 2 && !strings.ContainsAny(word[len(word)-2:len(word)-1], "aeiou"):
		return []string{word[:len(word)-1] + "ies"}
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "x"):
		return []string{word + "es"}
	}
	return []string{word + "s"}
}
