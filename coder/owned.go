package coder

import (
	_ "embed"
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/language"
	"dyad/internal/plover"
	"dyad/internal/relation"
)

//go:embed owned.tsv
var ownedTable string

// owned gives the sector that a noun tells, by use and noun: what a state's name before it means. "-" is none.
var owned = readOwned(ownedTable)

func readOwned(table string) map[[2]string]string {
	m := map[[2]string]string{}
	for line := range strings.Lines(table) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 && !strings.HasPrefix(line, "#") {
			m[[2]string{f[0], f[1]}] = f[2]
		}
	}
	return m
}

// owners mends the sectors of recipients that are named only by what is theirs: forces move to "the Malian border", which is
// nobody; a "Chinese trawler" is its shipowner's, an "Israeli barracks" the army's.
func (r *reading) owners(act *relation.Candidate, row *event.Event) {
	for i := range row.Recipient {
		e := &row.Recipient[i]
		if e.Code == nil || plover.International(*e.Code) || !slices.Equal(e.Sector, []string{"GOV"}) {
			continue
		}
		if at := r.stateName(act, e); at >= 0 {
			switch s := thingOf(r.sentences[act.Sentence].Tokens, at); s {
			case "":
			case "-": // a closed border is the state's
				if row.Event == "MOBILIZE" || row.Event == "RETREAT" {
					e.Sector = nil
				}
			case "MIL": // the "position" that is backed is not the army's
				if row.Event == "MOBILIZE" || row.Event == "ASSAULT" || row.Event == "THREATEN" || row.Event == "COERCE" {
					e.Sector = []string{s}
				}
			default:
				e.Sector = []string{s}
			}
		}
	}
}

// stateName is the head of the mention by which a recipient is named, if that is a state's or capital's name; -1 if not.
func (r *reading) stateName(act *relation.Candidate, e *event.Entity) int {
	for _, m := range act.Recipient {
		x := &r.mentions[m]
		if x.Sentence == act.Sentence && x.Start == e.Start && x.Head >= 0 && (x.Kind == actor.State || x.Kind == actor.Capital) {
			return x.Head
		}
	}
	return -1
}

// thingOf is the sector told by the noun that a state's name belongs to, "" if that tells none.
func thingOf(ts []language.Token, at int) string {
	head := ts[at].Head
	if head < 0 || head >= len(ts) || ts[head].UPOS != "NOUN" && ts[head].UPOS != "PROPN" {
		return ""
	}
	word := strings.ToLower(ts[head].Lemma)
	before := head > 0 && head-1 != at
	switch ts[at].Rel {
	case "amod", "compound", "nmod:poss":
		if before {
			if s := owned[[2]string{"owner", strings.ToLower(ts[head-1].Lemma) + " " + word}]; s != "" {
				return s
			}
		}
		return owned[[2]string{"owner", word}]
	case "nmod":
		if s := owned[[2]string{"owner", word}]; s == "-" { // "the border with Mali"
			return s
		}
	}
	return ""
}

// jointly mends the sectors of states that train or patrol together, which they do by their forces.
func (r *reading) jointly(act *relation.Candidate, row *event.Event) {
	if row.Event != "COOPERATE" {
		return
	}
	ts := r.sentences[act.Sentence].Tokens
	for i := range ts {
		if !slices.Contains(act.Predicate, i) && ts[i].Head != act.Head && i != act.Head {
			continue
		}
		s := owned[[2]string{"deed", strings.ToLower(ts[i].Lemma)}]
		if s == "" || ts[i].UPOS != "NOUN" && i != act.Head {
			continue
		}
		for _, list := range [][]event.Entity{row.Actor, row.Recipient} {
			for k := range list {
				if e := &list[k]; e.Code != nil && !plover.International(*e.Code) && slices.Equal(e.Sector, []string{"GOV"}) && e.Office == "" {
					e.Sector = []string{s}
				}
			}
		}
		return
	}
}

// refuge makes refugees of a people that is taken in or cared for where its clause tells of flight.
func (r *reading) refuge(act *relation.Candidate, row *event.Event) {
	if row.Event != "AID" || !slices.ContainsFunc(r.sentences[act.Sentence].Tokens, func(t language.Token) bool {
		return owned[[2]string{"refuge", strings.ToLower(t.Lemma)}] != ""
	}) {
		return
	}
	for i := range row.Recipient {
		if e := &row.Recipient[i]; e.Text != "" && slices.Equal(e.Sector, []string{"CVL"}) {
			e.Sector = []string{"REF"}
		}
	}
}
