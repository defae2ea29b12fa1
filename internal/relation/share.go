package relation

import "slices"

// Share is what belongs to one deed alone where one predicate tells of several: "visited Oslo on Friday and Riga on Saturday".
// The tokens [From, To) hold what they do not share, [First, End) is this deed's part of it, and For is the word that its party
// or place stands for in the first part.
type Share struct{ From, To, First, End, For int }

// parted makes several candidates of those whose predicate tells of several deeds, each with parties and a day of its own.
func (r *reader) parted(list []Candidate) []Candidate {
	for i := 0; i < len(list); i++ {
		if c := &list[i]; c.Rejected == "" && c.Share == nil {
			if several := r.deeds(c); len(several) > 1 {
				list = slices.Replace(list, i, i+1, several...)
				i += len(several) - 1
			}
		}
	}
	return list
}

// A part tells of one deed in what follows a predicate: the tokens [first, end), and whether an "and" goes before.
type part struct {
	first, end int
	and        bool
}

func (p part) holds(i int) bool { return i >= p.first && i < p.end }

// deeds gives a candidate for each of the deeds that one predicate tells of; none where it tells of one. What only a comma
// divides is a list if its last part has an "and"; else it may be an apposition, "bombed Chad on Monday, a reply to …".
func (r *reader) deeds(c *Candidate) []Candidate {
	parts := r.parts(c.Head)
	if len(parts) < 2 {
		return nil
	}
	x := r.bearer(c, parts[0])
	if x < 0 {
		return nil
	}
	whole := part{first: parts[0].first, end: parts[len(parts)-1].end}
	list, last := []Candidate{*c}, 0
	for n, p := range parts {
		d := *c
		d.Actor, d.Recipient = r.shared(c.Actor, whole, p), r.shared(c.Recipient, whole, p)
		d.Share = &Share{From: whole.first, To: whole.end, First: p.first, End: p.end, For: x}
		if n == 0 {
			list[0] = d
			continue
		}
		if !r.another(&d, c, x, parts[0], p) {
			break
		}
		if list = append(list, d); p.and {
			last = n
		}
	}
	if last == 0 {
		return nil
	}
	return list[:last+1]
}

// shared are the mentions of a list that stand in no part but one.
func (r *reader) shared(list []int, whole, one part) []int {
	return slices.DeleteFunc(slices.Clone(list), func(m int) bool {
		h := r.t.mentions[m].Head
		return r.t.mentions[m].Sentence == r.t.index && whole.holds(h) && !one.holds(h)
	})
}

// bearer is the noun in the first part of the deeds that is or has a party which stands in that part, -1 if there is none.
func (r *reader) bearer(c *Candidate, p part) int {
	t := r.t
	for _, m := range append(slices.Clone(c.Recipient), c.Actor...) {
		if x := t.mentions[m].Head; t.mentions[m].Sentence == t.index && p.holds(x) {
			for steps := 0; steps < maxDepth && t.is(x, "compound", "flat", "amod", "nmod:poss") && p.holds(t.head(x)); steps++ {
				x = t.head(x)
			}
			return x
		}
	}
	return -1
}

// another gives a further deed the party of its own part, which stands there as the bearer x does in the first. It has an actor
// of its own where it names one more: "shelled a Chadian post on Monday and Chad a Libyan one on Tuesday".
func (r *reader) another(d, c *Candidate, x int, first, p part) bool {
	t := r.t
	model, bare := r.bareNouns(first), r.bareNouns(p)
	if len(bare) > len(model) && (len(model) > 0 || r.beside(p, t.preposition(x)) >= 0) {
		if len(bare) != len(model)+1 || !r.doerOf(d, c, bare[0], first, p) {
			return false
		}
		p.first, bare = bare[0]+1, bare[1:]
		if d.Share.First = p.first; !r.dayIn(p) {
			return false
		}
	}
	y := r.beside(p, t.preposition(x))
	if y < 0 && len(bare) > 0 {
		y = bare[0]
	}
	if y < 0 || len(bare) > 0 && t.form(p.first-1) == "," && !r.like(model, bare[0]) || t.upos(x) == "NOUN" && r.lone(y) {
		return false // "freed a Chadian pilot on Monday and Chad on Friday" does not say whether Chad freed or was freed
	}
	list := slices.DeleteFunc(r.ownersOf(y, "O"), func(m int) bool {
		return !p.holds(t.mentions[m].Head) || slices.ContainsFunc(d.Actor, func(o int) bool { return o != m && r.alike(m, o) })
	})
	to := &d.Recipient
	if !slices.ContainsFunc(c.Recipient, func(m int) bool { return first.holds(t.mentions[m].Head) }) {
		to = &d.Actor
	}
	for _, m := range list {
		add(to, m)
	}
	return len(list) > 0 || t.upos(y) == "PROPN" && t.mention(y) < 0
}

// doerOf gives a deed the actor that its part begins with, if the first has one that stands before all parts.
func (r *reader) doerOf(d, c *Candidate, i int, first, p part) bool {
	d.Actor = slices.DeleteFunc(r.ownersOf(i, "S"), func(m int) bool {
		return !p.holds(r.t.mentions[m].Head) || r.t.mentions[m].Head > i
	})
	return len(d.Actor) > 0 && slices.ContainsFunc(c.Actor, func(m int) bool { return r.t.mentions[m].Head < first.first })
}

// lone reports whether a word is the name of a place that stands for a party, with nothing before it.
func (r *reader) lone(i int) bool {
	m := r.t.mention(i)
	return r.t.upos(i) == "PROPN" && (m < 0 || r.t.mentions[m].Place) && r.t.preposition(i) == ""
}

// like reports whether a noun behind a comma goes on with a list, and is no apposition to the part before it: it names a party,
// or is the noun of the first part again.
func (r *reader) like(model []int, i int) bool {
	return r.t.mention(i) >= 0 || r.t.upos(i) == "PROPN" || r.t.lemma(i) == "one" || len(model) > 0 && r.t.lemma(i) == r.t.lemma(model[0])
}

// beside is the first noun of a part that has the preposition, -1 if there is none or the preposition is none.
func (r *reader) beside(p part, preposition string) int {
	for i := p.first; i < p.end && preposition != ""; i++ {
		if r.t.nominal(i) && !r.dayWord(i) && r.t.preposition(i) == preposition {
			return i
		}
	}
	return -1
}

// bareNouns lists the heads of the noun phrases of a part that no preposition goes before. It goes by the order of the words, since
// the parse of a clause without its verb is seldom right.
func (r *reader) bareNouns(p part) []int {
	t := r.t
	var list []int
	head, preposition := -1, false
	end := func(next bool) {
		if head >= 0 && !preposition {
			list = append(list, head)
		}
		head, preposition = -1, next
	}
	for i := p.first; i < p.end; i++ {
		switch number := t.upos(i) == "NUM" && t.is(i, "nummod", "compound"); {
		case r.dayWord(i) || t.upos(i) == "PUNCT":
			end(false)
		case t.upos(i) == "ADP":
			end(true)
		case t.form(i) == "'s" || t.form(i) == "’s" || t.form(i) == "'" || t.form(i) == "’":
			head = -1
		case number || t.upos(i) == "DET" || t.upos(i) == "ADJ" || t.xpos(i) == "PRP$":
			if head >= 0 {
				end(false)
			}
		case t.nominal(i):
			if head == i-1 && head >= 0 && t.upos(i) == "PROPN" && t.cover[i] >= 0 && t.cover[head] >= 0 && t.cover[i] != t.cover[head] {
				end(false) // two names side by side
			}
			head = i
		}
	}
	end(false)
	return list
}

// parts cuts what follows a predicate at commas and conjunctions, as long as each piece has a day and something else of its own,
// no verb and no negation. A piece that is only a day belongs to the next: "and, on Saturday, Oslo".
func (r *reader) parts(head int) []part {
	t := r.t
	var list []part
	dated := slices.ContainsFunc(t.kids[head], func(k int) bool { return k < head && r.dayWord(k) })
	for p := (part{first: head + 1}); p.first < len(t.Tokens); {
		if p.end = r.pieceEnd(p.first); p.end > p.first && !r.names(p) && r.dayIn(p) && p.end+1 < len(t.Tokens) && t.form(p.end) == "," {
			p.end = r.pieceEnd(p.end + 1)
		}
		if p.end < 0 {
			return list
		}
		if p.end > p.first {
			if !r.names(p) || !r.dayIn(p) && !(dated && len(list) == 0) {
				return list
			}
			list, p.and = append(list, p), false
		}
		if p.end < len(t.Tokens) && t.form(p.end) != "," && t.lemma(p.end) != "and" {
			return list
		}
		p.and = p.and || p.end < len(t.Tokens) && t.lemma(p.end) == "and"
		p.first = p.end + 1
	}
	return list
}

// pieceEnd is where the piece that begins at a token ends, before a conjunction or a mark; -1 if it has a verb or a negation.
func (r *reader) pieceEnd(i int) int {
	t := r.t
	for ; i < len(t.Tokens) && t.upos(i) != "CCONJ" && t.upos(i) != "PUNCT"; i++ {
		if t.verbal(i) || t.upos(i) == "SCONJ" || t.relative(i) || r.cue("negation", t.form(i)) {
			return -1
		}
	}
	return i
}

// names reports whether a part has a noun that is no day.
func (r *reader) names(p part) bool {
	for i := p.first; i < p.end; i++ {
		if r.t.nominal(i) && r.t.upos(i) != "NUM" && !r.dayWord(i) {
			return true
		}
	}
	return false
}

func (r *reader) dayWord(i int) bool {
	w := r.t.form(i)
	return r.cue("day", w) || r.cue("month", w) || r.t.upos(i) == "PROPN" && r.cue("month by name", w) || r.year(i)
}

func (r *reader) dayIn(p part) bool {
	for i := p.first; i < p.end; i++ {
		if r.dayWord(i) {
			return true
		}
	}
	return false
}
