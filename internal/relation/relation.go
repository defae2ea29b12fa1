// Package relation finds what happened: predicates in the parsed sentences, the parties in their slots, and the PLOVER
// type, mode and auxiliary status of the act.
//
// In go sentences with their parse and the mentions of parties; out come candidates, those that make a row and those
// that were considered and rejected, each with the reason. The method, on "Chad refused on Monday to free two sailors":
//
//  1. Every word is looked up in the lexicon (data/*.tsv). "refuse" is an operator: an act whose complement is only its
//     content. "free" is an act of its own: RETREAT release, the actor in the slot S (deep subject), the recipient in O.
//  2. The slots are read from the parse (frame.go): passives are turned, subjects are shared over conjuncts, control and
//     relative clauses, an event noun takes the subject of its light verb ("hold talks").
//  3. Words are visited from the root down, so "refuse" is met first. Its complement "free" is read too, but only for
//     its class of content, here yield; the table operator.tsv says that to refuse to yield is REJECT yield
//     (operator.go). What stands inside a content is no row of its own.
//  4. The status of the act (status.go) comes from auxiliaries, negation, governing words ("plans to", "failed to") and
//     the kind of clause: future, negation, hypothetical, historical, ongoing; or no row at all (purpose, forecast).
//  5. The type is settled: a coming act becomes AGREE, CONCEDE or THREATEN, a symmetric act has all parties as actors, a
//     meeting at home of one party is a visit, the weapon decides the mode of an attack (settle.go, meeting.go, means.go).
//  6. A recipient that is left out is understood from the acts before: "welcomed the step" (refer.go).
//  7. A verb that the lexicon lacks may be read like those of a type (unknown.go).
//  8. Of two readings of one act the more specific stays (prefer.go).
//  9. A learned ranker says how probable it is that the row is right; what is improbable makes none (ranker.go).
//
// Nothing here knows words: verbs, nouns, classes of objects, operators, weapons, modals are tables in data/.
package relation

import (
	"slices"
	"strings"

	"dyad/internal/actor"
	"dyad/internal/language"
	"dyad/internal/relation/linear"
)

// Candidate is an act that the text may report: a row, or what was considered and rejected.
type Candidate struct {
	Sentence         int
	Head             int   // head token of the predicate
	Predicate        []int // its tokens, in order: verb group and particle, or light verb and noun
	Event            string
	Mode             []string
	Aux              string // "" | future | hypothetical | negation | historical
	Ongoing          bool
	Meeting          bool             // the parties meet or are to meet, so that the place decides who is whose guest
	Actor, Recipient []int            // indexes of mentions
	Denier           []int            // indexes of the mentions of those who deny the act, where their verb is known
	Agent            string           // where Actor is empty: sector of the actor that such an act presupposes (plover.md 1.5); its state is that of the place
	Patient          string           // where Recipient is empty: sector of the people of the actor's state that such an act falls on (a curfew: CVL)
	About            string           // where praise or blame names no party: what it is of: treaty, step (a decision, a move), deed (another thing known)
	Aimed            bool             // no recipient is named, but a thing or a border that forces are moved to or watch
	Named            bool             // the recipient is named, but by words that are no party known: "urged the body", "help poor countries"
	Mutual           bool             // the parties do it to each other
	Symmetric        bool             // such an act has all parties as actors
	Share            *Share           // what is its own where one predicate tells of several deeds
	Rule, Path       string           // lexicon file:line and pattern; the slots that the parties stand in
	Score            float64          // 0..1: how probable it is that the row is right
	Features         []linear.Feature // what the ranker judged it by
	Rejected         string           // why no row was made; "" = a row
}

// Find returns the candidates of a text, in text order.
func (l *Lexicon) Find(text string, sents []language.Sentence, mentions []actor.Mention) []Candidate {
	var found []Candidate
	l.each(sents, mentions, func(r *reader) {
		list := r.unknown(r.rules())
		r.prefer(list)
		slices.SortStableFunc(list, func(a, b Candidate) int { return a.Predicate[0] - b.Predicate[0] })
		r.remember()
		r.refer(list, found)
		r.judge(list)
		found = append(found, r.parted(list)...)
	})
	return found
}

// each makes a reader for each sentence.
func (l *Lexicon) each(sents []language.Sentence, mentions []actor.Mention, do func(r *reader)) {
	next := 0
	things := map[string]thing{}
	for i := range sents {
		first := next
		for next < len(mentions) && mentions[next].Sentence <= i {
			next++
		}
		r := l.newReader(newTree(l, &sents[i], i, mentions, first, next))
		r.things = things
		do(r)
	}
}

// reader reads one sentence.
type reader struct {
	lex     *Lexicon
	t       *tree
	blocked map[int]string // token → why a predicate there is no row of its own
	acts    map[int]*act   // memory of read
	things  map[string]thing
}

func (l *Lexicon) newReader(t *tree) *reader {
	return &reader{lex: l, t: t, blocked: map[int]string{}, acts: map[int]*act{}}
}

// undoes reports whether a candidate ends or refuses something: even if its parties are not named, what it undoes did
// not happen.
func (r *reader) undoes(c *Candidate) bool {
	return c.Event == "SANCTION" || c.Event == "REJECT" || c.Event == "CONCEDE" || c.Event == "RETREAT"
}

// rules reads the predicates from the root down, so that an operator is met before its content.
func (r *reader) rules() []Candidate {
	var found []Candidate
	for _, tok := range r.t.downward() {
		if len(r.lex.entries[r.t.lemma(tok)]) == 0 && len(r.lex.entries[r.t.form(tok)]) == 0 {
			continue
		}
		a := r.read(tok)
		if a == nil {
			continue
		}
		c := r.settle(a)
		if r.foretells(a) {
			c.Rejected = "warns of what another may do"
			found = append(found, c)
			continue
		}
		if c.Rejected == "" || a.entry.operator != "" && a.entry.pos == "v" || a.none != "" || r.undoes(&c) {
			r.block(a)
		}
		found = append(found, c)
		if event, mode, ok := strings.Cut(a.entry.also, " "); ok && c.Rejected == "" && c.Aux != "future" {
			c.Event, c.Mode = event, []string{mode}
			found = append(found, c)
		}
	}
	return found
}
