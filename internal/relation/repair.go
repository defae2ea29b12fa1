package relation

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// repair mends what a parser often gets wrong in newswire, where the tense of the first verb is ambiguous. It works on a
// copy and only where the reading it replaces is hardly possible in a whole sentence:
//
//   - "The ministry called in the envoy." read as one noun phrase, with "called" as a participle: the participle becomes
//     the main verb, if the sentence has no other and ends with a full stop;
//   - "Chad rules out talks." read as the noun "rules" with a particle: the noun becomes a verb;
//   - a noun or adjective with an object, or with a subject and no copula, is a verb ("undertook", "will free");
//   - a day at the beginning is parted from the subject that follows it;
//   - an object that hangs on a noun, which has none, moves to the verb above it.
func repair(s *language.Sentence, days map[string]bool) *language.Sentence {
	root := s.Root()
	c := *s
	c.Tokens = slices.Clone(s.Tokens)
	for i := range c.Tokens {
		liftObject(&c, i)
		actsAsVerb(&c, i)
		splitDay(&c, i, days)
	}
	if root < 0 || len(c.Tokens) == 0 || !strings.ContainsAny(c.Tokens[len(c.Tokens)-1].Form, ".\"”’'") {
		return &c
	}
	if t := &c.Tokens[root]; t.UPOS != "NOUN" && t.UPOS != "PROPN" || has(&c, root, "cop", "nsubj") {
		return &c
	}
	if rulesOut(&c, root) {
		return &c
	}
	for _, k := range c.Children(root) {
		t := c.Tokens[k]
		if k > root && (t.Rel == "acl" || t.Rel == "conj" && t.XPOS == "VBN") && t.XPOS == "VBN" && !byPhrase(&c, k) && !has(&c, k, "aux", "aux:pass", "nsubj") && strings.HasSuffix(t.Form, "ed") {
			promote(&c, root, k)
			break
		}
	}
	return &c
}

// actsAsVerb makes a verb of a noun or adjective that has an object, or a subject and no copula.
func actsAsVerb(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	if t.UPOS != "NOUN" && t.UPOS != "ADJ" || has(s, i, "cop", "det", "case", "amod", "nmod:poss") || !has(s, i, "obj", "mark") || !has(s, i, "obj", "nsubj", "aux") {
		return
	}
	t.UPOS = "VERB"
	switch {
	case has(s, i, "aux", "mark"):
		t.XPOS = "VB"
	default:
		t.XPOS = "VBD"
	}
}

// splitDay parts a day from the subject that follows it: "On Tuesday Chadian youths threw stones", where the parse takes
// "Tuesday" for a part of the subject's name or for its head.
func splitDay(s *language.Sentence, v int, days map[string]bool) {
	if s.Tokens[v].UPOS != "VERB" {
		return
	}
	for _, k := range s.Children(v) {
		rel := s.Tokens[k].Rel
		if k > v || rel != "obl" && !strings.HasPrefix(rel, "nsubj") {
			continue
		}
		if days[strings.ToLower(s.Tokens[k].Form)] && strings.HasPrefix(rel, "nsubj") {
			for _, f := range s.Children(k) { // the name hangs on the day
				if f > k && (s.Tokens[f].Rel == "flat" || s.Tokens[f].Rel == "appos") {
					hangAll(s, k, f, f)
					s.Tokens[f].Head, s.Tokens[f].Rel, s.Tokens[k].Rel = v, rel, "obl"
					return
				}
			}
			continue
		}
		if rel != "obl" || has(s, v, "nsubj", "nsubj:pass") {
			continue
		}
		for _, d := range s.Children(k) {
			if d < k && s.Tokens[d].Rel == "compound" && days[strings.ToLower(s.Tokens[d].Form)] { // the day hangs on the subject
				for _, c := range s.Children(k) {
					if c < d && s.Tokens[c].Rel == "case" {
						s.Tokens[c].Head = d
					}
				}
				s.Tokens[d].Head, s.Tokens[d].Rel, s.Tokens[k].Rel = v, "obl", "nsubj"
				return
			}
		}
	}
}

// hangAll moves the dependents of one word that stand after a place to another.
func hangAll(s *language.Sentence, from, after, to int) {
	for _, k := range s.Children(from) {
		if k > after {
			s.Tokens[k].Head = to
		}
	}
}

// liftObject moves the object of a noun to the verb that the noun itself is an object of.
func liftObject(s *language.Sentence, i int) {
	t := s.Tokens[i]
	if t.Rel != "obj" || t.Head < 0 || t.Head >= len(s.Tokens) {
		return
	}
	h := s.Tokens[t.Head]
	if h.UPOS == "NOUN" && h.Head >= 0 && h.Head < len(s.Tokens) && s.Tokens[h.Head].UPOS == "VERB" && h.Rel == "obj" {
		s.Tokens[i].Head = h.Head
	}
}

// rulesOut makes a verb of a root noun that has a particle.
func rulesOut(s *language.Sentence, root int) bool {
	if !has(s, root, "compound:prt") {
		return false
	}
	s.Tokens[root].UPOS, s.Tokens[root].XPOS = "VERB", "VBZ"
	for _, k := range s.Children(root) {
		t := &s.Tokens[k]
		switch {
		case t.Rel == "compound" && k < root:
			t.Rel = "nsubj"
		case t.Rel == "acl":
			t.Rel = "xcomp"
		}
	}
	return true
}

// promote makes the participle k of the root noun the main verb and the noun its subject.
func promote(s *language.Sentence, root, k int) {
	for _, j := range s.Children(root) {
		if j > k {
			s.Tokens[j].Head = k
		}
	}
	s.Tokens[k].Head, s.Tokens[k].Rel, s.Tokens[k].XPOS = -1, "root", "VBD"
	s.Tokens[root].Head, s.Tokens[root].Rel = k, "nsubj"
}

func has(s *language.Sentence, i int, rels ...string) bool {
	for _, k := range s.Children(i) {
		if slices.Contains(rels, s.Tokens[k].Rel) {
			return true
		}
	}
	return false
}

func byPhrase(s *language.Sentence, v int) bool {
	for _, k := range s.Children(v) {
		if s.Tokens[k].Rel == "obl:agent" {
			return true
		}
		for _, c := range s.Children(k) {
			if s.Tokens[c].Rel == "case" && s.Tokens[c].Form == "by" {
				return true
			}
		}
	}
	return false
}
