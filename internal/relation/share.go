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

// deeds gives a candidate for each of the deeds that one predicate tells of; none where it tells of one.
func (r *reader) deeds(c *Candidate) []Candidate {
	t := r.t
	segments := r.segments(c.Head)
	if len(segments) < 2 {
		return nil
	}
	from, to := segments[0][0], segments[len(segments)-1][1]
	shared := func(list []int, s [2]int) []int { // what stands in no other part
		return slices.DeleteFunc(slices.Clone(list), func(m int) bool {
			h := t.mentions[m].Head
			return t.mentions[m].Sentence == t.index && h >= from && h < to && (h < s[0] || h >= s[1])
		})
	}
	own := func(list []int, s [2]int) bool { return len(shared(list, [2]int{})) < len(shared(list, s)) }
	x := r.partyWord(segments[0])
	received, acted := own(c.Recipient, segments[0]), own(c.Actor, segments[0])
	if x < 0 || !received && !acted {
		return nil
	}
	var found []Candidate
	for n, s := range segments {
		d := *c
		d.Actor, d.Recipient = shared(c.Actor, s), shared(c.Recipient, s)
		d.Share = &Share{From: from, To: to, First: s[0], End: s[1], For: x}
		if n > 0 {
			y := r.partyWord(s)
			if p := t.preposition(y); p != "" && p != t.preposition(x) {
				return nil
			}
			list := slices.DeleteFunc(r.ownersOf(y, "O"), func(m int) bool { return t.mentions[m].Head < s[0] || t.mentions[m].Head >= s[1] })
			if len(list) == 0 && t.upos(y) != "PROPN" {
				return nil
			}
			to := &d.Actor
			if received {
				to = &d.Recipient
			}
			for _, m := range list {
				add(to, m)
			}
		}
		found = append(found, d)
	}
	return found
}

// segments cuts what follows a predicate at commas and conjunctions, as long as each piece has a day and something else of its
// own, and no verb.
func (r *reader) segments(head int) [][2]int {
	t := r.t
	var list [][2]int
	dated := slices.ContainsFunc(t.kids[head], func(k int) bool { return k < head && r.dayWord(k) })
	for first := head + 1; first < len(t.Tokens); {
		end := first
		for end < len(t.Tokens) && t.upos(end) != "CCONJ" && t.upos(end) != "PUNCT" {
			if t.verbal(end) || t.upos(end) == "SCONJ" || t.relative(end) {
				return list
			}
			end++
		}
		if end > first {
			s := [2]int{first, end}
			if r.partyWord(s) < 0 || !r.dayIn(s) && !(dated && len(list) == 0) {
				return list
			}
			list = append(list, s)
		}
		if end < len(t.Tokens) && t.upos(end) == "PUNCT" && t.form(end) != "," {
			return list
		}
		first = end + 1
	}
	return list
}

func (r *reader) dayWord(i int) bool {
	w := r.t.form(i)
	return r.cue("day", w) || r.cue("month", w) || r.t.upos(i) == "PROPN" && r.cue("month by name", w) || r.year(i)
}

func (r *reader) dayIn(s [2]int) bool {
	for i := s[0]; i < s[1]; i++ {
		if r.dayWord(i) {
			return true
		}
	}
	return false
}

// partyWord is the first noun of a stretch that hangs on nothing else in it and is no day, -1 if there is none. A noun after
// another hangs on the predicate too: "an accord with Chad", so that one with a mention goes before.
func (r *reader) partyWord(s [2]int) int {
	t := r.t
	best := -1
	for i := s[0]; i < s[1]; i++ {
		if !t.nominal(i) || r.dayWord(i) || t.upos(i) == "NUM" || t.is(i, "compound", "flat") {
			continue
		}
		party := t.mention(i) >= 0
		if best < 0 || party && t.mention(best) < 0 {
			best = i
		}
	}
	return best
}
