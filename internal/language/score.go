package language

import (
	"fmt"
	"strings"
)

// Measure is one line of a score: how many units gold and system have and how many are right.
type Measure struct {
	Gold, System, Correct int
}

// Add adds the counts of another text.
func (m *Measure) Add(o Measure) {
	m.Gold += o.Gold
	m.System += o.System
	m.Correct += o.Correct
}

// Precision is the share of what the system has that is right, 0 to 1; 0 where it has nothing.
func (m Measure) Precision() float64 { return float64(m.Correct) / float64(max(m.System, 1)) }

// Recall is the share of gold that the system has right, 0 to 1; 0 where gold has nothing.
func (m Measure) Recall() float64 { return float64(m.Correct) / float64(max(m.Gold, 1)) }

// F1 is the harmonic mean of precision and recall, 0 to 1.
func (m Measure) F1() float64 {
	if m.Gold+m.System == 0 {
		return 0
	}
	return 2 * float64(m.Correct) / float64(m.Gold+m.System)
}

// Scores are the measures of the CoNLL 2018 shared task.
type Scores struct {
	Tokens, Sentences, Words, UPOS, XPOS, Feats, Lemmas, UAS, LAS, CLAS Measure
	Relations                                                           map[string]Measure // LAS by gold or system relation
}

// Add adds the counts of another text: the figures are then those of both texts together.
func (sc *Scores) Add(o Scores) {
	for _, m := range []struct {
		to   *Measure
		from Measure
	}{
		{&sc.Tokens, o.Tokens},
		{&sc.Sentences, o.Sentences},
		{&sc.Words, o.Words},
		{&sc.UPOS, o.UPOS},
		{&sc.XPOS, o.XPOS},
		{&sc.Feats, o.Feats},
		{&sc.Lemmas, o.Lemmas},
		{&sc.UAS, o.UAS},
		{&sc.LAS, o.LAS},
		{&sc.CLAS, o.CLAS},
	} {
		m.to.Add(m.from)
	}
	if sc.Relations == nil {
		sc.Relations = map[string]Measure{}
	}
	for rel, from := range o.Relations {
		to := sc.Relations[rel]
		to.Add(from)
		sc.Relations[rel] = to
	}
}

// span is a range of characters that are not white space, counted from the beginning of the text.
type span struct{ start, end int }

// view is a list of sentences as the scorer sees it.
type view struct {
	chars     int
	sentences []span
	tokens    []span
	words     []viewWord
}

type viewWord struct {
	span
	*Token
	head span // of its head, {-1, -1} for the root
}

func newView(sents []Sentence) *view {
	v := &view{}
	for i := range sents {
		s := &sents[i]
		begin, first := v.chars, len(v.words)
		for k := range s.Tokens {
			t := &s.Tokens[k]
			at := v.chars
			v.chars += characters(t.Form)
			sp := span{at, v.chars}
			v.words = append(v.words, viewWord{span: sp, Token: t})
			if t.Joined && len(v.tokens) > 0 {
				v.tokens[len(v.tokens)-1].end = sp.end
			} else {
				v.tokens = append(v.tokens, sp)
			}
		}
		for k := range s.Tokens {
			w := &v.words[first+k]
			w.head = span{-1, -1}
			if h := w.Head; h >= 0 {
				w.head = v.words[first+h].span
			}
		}
		v.sentences = append(v.sentences, span{begin, v.chars})
	}
	return v
}

func characters(form string) int {
	n := 0
	for _, r := range form {
		if !isBlank(r) {
			n++
		}
	}
	return n
}

// Score compares sentences of the same text, aligned on characters as in the CoNLL 2018 shared task: relations count
// without subtypes, CLAS leaves out function words and punctuation. A lemma that gold leaves empty counts as right.
func Score(gold, system []Sentence) (Scores, error) {
	g, s := newView(gold), newView(system)
	if g.chars != s.chars {
		return Scores{}, fmt.Errorf("the texts differ: gold has %d characters without blanks, the system %d", g.chars, s.chars)
	}
	sc := Scores{
		Tokens: compareSpans(g.tokens, s.tokens), Sentences: compareSpans(g.sentences, s.sentences),
		Relations: map[string]Measure{},
	}
	total := Measure{Gold: len(g.words), System: len(s.words)}
	for _, m := range []*Measure{&sc.Words, &sc.UPOS, &sc.XPOS, &sc.Feats, &sc.Lemmas, &sc.UAS, &sc.LAS} {
		*m = total
	}
	count := func(words []viewWord, add func(m *Measure)) {
		for _, w := range words {
			rel := universal(w.Rel)
			m := sc.Relations[rel]
			add(&m)
			sc.Relations[rel] = m
			if !functional(rel) {
				add(&sc.CLAS)
			}
		}
	}
	count(g.words, func(m *Measure) { m.Gold++ })
	count(s.words, func(m *Measure) { m.System++ })
	i, j := 0, 0
	for i < len(g.words) && j < len(s.words) {
		a, b := &g.words[i], &s.words[j]
		switch {
		case a.span == b.span:
			sc.word(a, b)
			i++
			j++
		case a.end < b.end || a.end == b.end && a.start >= b.start:
			i++
		default:
			j++
		}
	}
	return sc, nil
}

// word counts a word that gold and system have in common.
func (sc *Scores) word(g, s *viewWord) {
	count := func(m *Measure, right bool) {
		if right {
			m.Correct++
		}
	}
	count(&sc.Words, true)
	count(&sc.UPOS, g.UPOS == s.UPOS)
	count(&sc.XPOS, g.XPOS == s.XPOS)
	count(&sc.Feats, keepFeats(g.Feats) == keepFeats(s.Feats))
	count(&sc.Lemmas, g.Lemma == s.Lemma || g.Lemma == "")
	count(&sc.UAS, g.head == s.head)
	rel := universal(g.Rel)
	right := g.head == s.head && rel == universal(s.Rel)
	count(&sc.LAS, right)
	if !functional(rel) {
		count(&sc.CLAS, right)
	}
	m := sc.Relations[rel]
	count(&m, right)
	sc.Relations[rel] = m
}

func compareSpans(gold, system []span) Measure {
	m := Measure{Gold: len(gold), System: len(system)}
	i, j := 0, 0
	for i < len(gold) && j < len(system) {
		switch a, b := gold[i], system[j]; {
		case a == b:
			m.Correct++
			i++
			j++
		case a.end < b.end || a.end == b.end && a.start >= b.start:
			i++
		default:
			j++
		}
	}
	return m
}

func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// functional tells the relations that CLAS leaves out.
func functional(rel string) bool {
	switch rel {
	case "aux", "case", "cc", "clf", "cop", "det", "mark", "punct":
		return true
	}
	return false
}

// keepFeats drops the features that dyad does not use.
func keepFeats(feats string) string {
	var kept []string
	for f := range strings.SplitSeq(feats, "|") {
		if name, _, _ := strings.Cut(f, "="); featNames[name] {
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, "|")
}
