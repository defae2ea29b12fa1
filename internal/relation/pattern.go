package relation

import (
	"fmt"
	"slices"
	"strings"
)

// slots names where a party stands: alternatives in order of preference, each a union: "S+with|poss" is the subject and
// the "with" phrase together, else the possessor.
type slots [][]string

// slotNames are the slots that are no prepositions. S and O are deep subject and object, whatever the voice; modal is the
// auxiliaries of the complement clause, clause all its words.
var slotNames = []string{"S", "O", "IO", "R", "comp", "that", "inf", "pred", "ctrl", "poss", "btw", "loc", "content", "adj", "word", "modal", "clause"}

// prepositions are the words that a slot or need may name (closed, and part of the notation rather than a word list).
var prepositions = []string{
	"with", "to", "on", "upon", "against", "from", "at", "over", "of", "for", "into", "in", "by", "about", "behind", "under", "off", "out", "through", "towards",
	"toward", "outside", "near", "around", "across", "among", "as", "inside", "between", "along", "after", "until", "onto", "within", "past", "before", "without", "via", "during", "alongside", "opposite", "beside",
}

func parseSlots(s string) (slots, error) {
	if s == "" || s == "-" || s == "–" {
		return nil, nil
	}
	var list slots
	for alternative := range strings.SplitSeq(s, "|") {
		var union []string
		for name := range strings.SplitSeq(alternative, "+") {
			name = strings.TrimSpace(name)
			if !slices.Contains(slotNames, name) && !slices.Contains(prepositions, name) {
				return nil, fmt.Errorf("%q is no slot: expected %s or a preposition", name, strings.Join(slotNames, ", "))
			}
			union = append(union, name)
		}
		list = append(list, union)
	}
	return list, nil
}

// names reports whether the slots mention a slot.
func (s slots) names(name string) bool {
	return slices.ContainsFunc(s, func(u []string) bool { return slices.Contains(u, name) })
}

// need is a condition of an entry on one slot: that it holds one of some words, a word of a class ({treaty}), a party
// (@party, @MIL/REB by sector, @place), anything (*), or nothing (-).
type need struct {
	slot  string
	not   bool
	words []string
	party []string // of words, the kinds of parties: "person", or sectors
}

func parseNeeds(s string) ([]need, error) {
	var list []need
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		slot, words, ok := strings.Cut(part, "=")
		if !ok {
			return nil, fmt.Errorf("%q is no need: expected slot=words, for example O={treaty}/deal", part)
		}
		n := need{slot: strings.TrimSpace(slot), words: strings.Split(strings.TrimSpace(words), "/")}
		n.slot, n.not = strings.CutSuffix(n.slot, "!")
		if !slices.Contains(slotNames, n.slot) && !slices.Contains(prepositions, n.slot) {
			return nil, fmt.Errorf("%q is no slot: expected %s or a preposition", n.slot, strings.Join(slotNames, ", "))
		}
		n.party = kinds(n.words)
		list = append(list, n)
	}
	return list, nil
}

// kinds picks the kinds of parties from the words of a need: "MIL", "REB" from "@MIL/REB/fighter" or "{troops}/@MIL/REB".
func kinds(words []string) []string {
	var list []string
	for _, w := range words {
		kind, ok := strings.CutPrefix(w, "@")
		if ok || len(list) > 0 && w == strings.ToUpper(w) {
			list = append(list, kind)
		}
	}
	return list
}

// weight says how much a need narrows the sense: a word more than a class, a class more than a party.
func (n need) weight() int {
	switch {
	case n.not:
		return 1
	case n.words[0] == "*", n.words[0] == "-":
		return 2
	case strings.HasPrefix(n.words[0], "@"):
		return 3
	case strings.HasPrefix(n.words[0], "{"):
		return 4
	}
	return 5
}
