package relation

import "strings"

// This file goes from the words in the slots to the parties they name.

// parties are the mentions in the first alternative of the slots that holds any, with the name of that alternative.
// Mentions that stand for the same party as an excepted one do not count.
func (r *reader) parties(f *frame, s slots, except ...int) ([]int, string) {
	for _, union := range s {
		var list []int
		for _, name := range union {
			for _, tok := range r.slot(f, name) {
				if name == "poss" && len(list) > 0 && f.host >= 0 && r.t.upos(tok) == "PRON" {
					continue // "during his meeting with X, Y said": he is Y
				}
				r.party(tok, name, &list)
			}
		}
		list = r.without(list, except)
		if len(list) > 0 {
			return list, strings.Join(union, "+")
		}
	}
	return nil, ""
}

// party adds the mentions that a slot's head word and its conjuncts stand for.
func (r *reader) party(tok int, slot string, list *[]int) {
	for _, c := range r.t.conjuncts(tok) {
		r.owner(c, slot, 0, list)
	}
}

// owner adds the mention at a word; where the word names none, the mention it belongs to: "the offices of a weekly",
// "Kenya's bid", "Ethiopian jets", "drones launched by the rebels".
func (r *reader) owner(tok int, slot string, depth int, list *[]int) bool {
	t := r.t
	if m := t.mention(tok); m >= 0 {
		add(list, m)
		return true
	}
	if depth > 3 || t.upos(tok) == "PRON" {
		return false
	}
	if r.lex.classes["partitive"][t.lemma(tok)] && r.below(tok, slot, depth, list, "of") {
		return true
	}
	found := false
	for _, near := range [][]int{t.modifiers(tok), r.owners(tok)} {
		for _, k := range near {
			for _, c := range t.conjuncts(k) {
				found = r.owner(c, slot, depth+1, list) || found
			}
		}
		if found {
			return true
		}
	}
	for _, k := range t.kids[tok] {
		if t.is(k, "acl") && t.agent(k) >= 0 {
			if n := len(*list); slot != "S" || r.lex.cues["instrument"][r.verbWords(k)] {
				r.party(t.agent(k), slot, list)
				return len(*list) > n
			}
		}
	}
	if r.below(tok, slot, depth, list, "by", "of", "from") {
		return true
	}
	return r.below(tok, slot, depth, list, "with", "between", "to", "in", "at", "near")
}

// below looks for a party in the prepositional phrases of a word.
func (r *reader) below(tok int, slot string, depth int, list *[]int, prepositions ...string) bool {
	for _, p := range prepositions {
		n := len(*list)
		for _, k := range r.t.complements(tok, p) {
			for _, c := range r.t.conjuncts(k) {
				r.owner(c, slot, depth+1, list)
			}
		}
		if g := r.t.head(tok); len(*list) == n && p == "by" && g >= 0 && r.t.verbal(g) && !r.t.passive(g) && slot != "S" {
			if a := r.t.agent(g); a > tok { // "looks into killings by the police", hung on the verb
				r.owner(a, slot, depth+1, list)
			}
		}
		if len(*list) > n {
			return true
		}
	}
	return false
}

// modifiers are the appositions and names that hang on a word.
func (t *tree) modifiers(tok int) []int {
	var list []int
	for _, k := range t.kids[tok] {
		if t.is(k, "appos", "flat") && (t.byHead[k] >= 0 || t.cover[k] >= 0) {
			list = append(list, k)
		}
	}
	return list
}

func add(list *[]int, m int) {
	for _, o := range *list {
		if o == m {
			return
		}
	}
	*list = append(*list, m)
}
