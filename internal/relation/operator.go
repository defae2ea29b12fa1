package relation

import "strings"

// This file reads operators: acts whose complement is only their content. "Refused to free", "called for talks", "promised
// aid": what counts of the complement is its class (meet, support, coop, help, yield, change, harm, words), and the
// table operator.tsv makes type and mode of operator and class (plover.md 2.3).

// contentOf is the head words of a content: those of the first slot that holds any.
func (r *reader) contentOf(f *frame, s slots) []int {
	for _, union := range s {
		var list []int
		for _, name := range union {
			for _, tok := range r.slot(f, name) {
				if tok != f.head {
					list = append(list, r.t.conjuncts(tok)...)
				}
			}
		}
		if len(list) > 0 {
			return list
		}
	}
	return nil
}

// operate settles an operator's type and mode by the class of its content.
func (r *reader) operate(a *act) {
	class := r.contents(a)
	o, ok := r.lex.operators[[2]string{a.entry.operator, class}]
	if !ok { // "other" need not be told from none
		o = r.lex.operators[[2]string{a.entry.operator, "none"}]
	}
	a.event, a.aux = o.event, o.aux
	switch o.event {
	case "":
		a.none = "to " + a.entry.lemma + " such a thing is no event"
	case "=":
		if a.inner == nil || a.inner.event == "" {
			a.event, a.none = "", "the content of "+a.entry.lemma+" is no act"
			break
		}
		a.event, a.mode = a.inner.event, a.inner.mode
	case "stopped":
		a.event, a.mode = "CONCEDE", nil
		if a.inner != nil {
			c := r.content(a.inner)
			a.event, a.mode = c.stoppedEvent, list(c.stoppedMode)
		}
	}
	switch o.mode {
	case "":
	case "=":
		if a.inner != nil && o.event == "REJECT" && a.inner.event == "REQUEST" { // a refused request: what was asked is refused
			a.mode = a.inner.mode
		}
	case "threat":
		if a.inner != nil {
			a.mode = list(r.threat(a.inner))
		}
	default:
		a.mode = list(o.mode)
	}
	a.class = o.class
	if o.class == "=" {
		a.class = class
	}
}

// contents reads the slots of the content until one holds a known act, and gives its class; "other" for a clause that
// names no known act, "none" for nothing.
func (r *reader) contents(a *act) string {
	class := "none"
	for _, union := range a.entry.content {
		at := r.contentOf(a.frame, slots{union})
		if len(a.at) == 0 {
			a.at = at
		}
		for _, tok := range at {
			if c := r.contentAct(tok); c != nil && c.class != "" && c.class != "none" {
				a.inner, a.at = c, at
				return c.class
			}
			if r.t.verbal(tok) {
				class = "other"
			}
		}
	}
	return class
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// contentAct reads the word of a content. A light verb stands for its noun ("to hold talks"), a word that only leads on
// for its own complement ("to begin to withdraw").
func (r *reader) contentAct(tok int) *act { return r.contentAt(tok, 0) }

func (r *reader) contentAt(tok, depth int) *act {
	if depth > 5 {
		return nil
	}
	t := r.t
	bare := func(a *act) bool { return a.event == "" && (a.class == "" || a.class == "none" && t.nominal(tok)) } // "a proposal"
	if a := r.read(tok); a != nil && !bare(a) {
		return a
	}
	if t.verbal(tok) {
		direct, _ := t.objects(tok)
		if t.passive(tok) {
			direct = t.subject(tok)
		}
		next := append(some(direct), some(t.complement(tok))...)
		for _, k := range t.kids[tok] {
			if _, ok := r.lex.light[r.verbWords(tok)+" "+t.preposition(k)]; ok && t.is(k, "obl") {
				next = append(next, k)
			}
		}
		for _, n := range next {
			if a := r.contentAt(n, depth+1); a != nil && n != tok {
				return a
			}
		}
		return nil
	}
	for _, k := range t.kids[tok] { // "a round of talks", "the issue of access", "a ceasefire proposal"
		if t.is(k, "nmod") && t.preposition(k) == "of" || t.is(k, "compound") {
			if a := r.contentAt(k, depth+1); a != nil {
				return a
			}
		}
	}
	return nil
}

// classify sets the class that an act of its own has as a content, where the entry does not say.
func (r *reader) classify(a *act) {
	if a.class == "" {
		a.class = r.content(a).class
	}
}

// content is what the tables say of an act as a content: by type and mode, else by type.
func (r *reader) content(a *act) content {
	for _, m := range a.mode {
		if c, ok := r.lex.contents[[2]string{a.event, m}]; ok {
			return c
		}
	}
	return r.lex.contents[[2]string{a.event, ""}]
}

// threat is the mode of THREATEN that an act has when it is threatened. An act that stops something good threatens
// relations, which its entry says by its content.
func (r *reader) threat(a *act) string {
	return r.content(a).threat
}

// block marks what is only content, so that no predicate there becomes a row. Relative clauses and clauses after "after",
// "since", "because" tell facts of their own and are left open.
func (r *reader) block(a *act) {
	why := "the content of " + r.t.form(a.frame.head)
	top := a.at
	if a.entry.operator == "" && a.frame.pos == "v" {
		top = append(top, r.objectNouns(a)...)
		for _, n := range a.entry.needs { // "the talks broke down"
			if n.slot == "S" && !n.not && strings.HasPrefix(n.words[0], "{") {
				top = append(top, r.slot(a.frame, "S")...)
			}
		}
	}
	for _, c := range top {
		if c != a.frame.head {
			r.blockBelow(c, why)
		}
	}
}

// blockBelow marks the words of a phrase or clause, without what it tells as facts of their own.
func (r *reader) blockBelow(c int, why string) {
	t := r.t
	t.subtree(c, func(i int) bool {
		if i != c && (t.is(i, "acl:relcl") && !r.bare(i) || t.is(i, "parataxis") || t.is(i, "conj") && t.verbal(i) && t.nominal(c) || t.is(i, "advcl") && r.tells(i) || t.is(i, "nmod", "obl") && r.cue("telling", t.preposition(i))) {
			return false
		}
		if r.blocked[i] == "" {
			r.blocked[i] = why
		}
		return true
	})
}

// bare reports whether a clause on a noun like "chance" or "possibility" has no relative pronoun: it says what may be.
func (r *reader) bare(i int) bool {
	h := r.t.head(i)
	if h < 0 || r.governor(h) == "" {
		return false
	}
	for _, k := range r.t.kids[i] {
		if r.t.relative(k) {
			return false
		}
	}
	return true
}

// tells reports whether an adverbial clause tells a fact of its own: "after", "whereas", but not "if" or "to".
func (r *reader) tells(i int) bool {
	p := r.t.preposition(i)
	return r.cue("telling", p) || r.t.child(i, "nsubj") >= 0 && !r.cue("if", p) && !r.t.infinitive(i)
}

// objectNouns are the event nouns in a verb's object and complements: in "condemned the raid" or "halted its campaign
// against them" the noun is part of the act.
func (r *reader) objectNouns(a *act) []int {
	var list []int
	for _, name := range []string{"O", "IO"} {
		list = append(list, r.slot(a.frame, name)...)
	}
	for _, p := range []string{"for", "over", "about", "of", "against", "to", "on", "with", "from"} {
		list = append(list, r.complements(a.frame, p)...)
	}
	return list
}
