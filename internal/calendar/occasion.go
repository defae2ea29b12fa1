package calendar

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// occasion reports whether the words of a clause put it on the very day told before: a time of that day ("before noon",
// "in the evening", "within hours"), the same occasion ("at the same session").
func (d *Dating) occasion(sentence, clause int) bool {
	s := &d.sents[sentence]
	if clause < 0 || len(s.Tokens) > maxTokens {
		return false
	}
	from, to := d.in(sentence)
	for i := from; i < to; i++ {
		if _, ok := d.times[i].value.(timeOfDay); ok && under(s, d.times[i].First, clause) {
			return true
		}
	}
	for j := range s.Tokens {
		t := &s.Tokens[j]
		if t.UPOS == "NOUN" && strings.HasPrefix(t.Rel, "obl") && under(s, j, clause) && sameOccasion(s, j) {
			return true
		}
	}
	return false
}

// sameOccasion reports whether an adverbial noun goes back to the day that was told: "at the same session", "within the hour", "within minutes of the first shot".
func sameOccasion(s *language.Sentence, n int) bool {
	word := func(want string) bool {
		return slices.ContainsFunc(s.Children(n), func(j int) bool { return strings.EqualFold(s.Tokens[j].Form, want) })
	}
	lemma := s.Tokens[n].Lemma
	switch preposition(s, n) {
	case "at":
		return word("same") || meal(s, n)
	case "in":
		return word("same")
	case "within":
		return lemma == "hour" && word("the") || lemma == "minute"
	}
	return false
}

// meal reports whether "at" stands right before a noun without article: "at dinner".
func meal(s *language.Sentence, n int) bool {
	return n > 0 && strings.EqualFold(s.Tokens[n-1].Form, "at") && s.Tokens[n].XPOS == "NN"
}

// fromNoun dates a clause by its distance from what a noun means that the text told of before: "two days before the
// opening", "on the eve of the meeting", "the evening before the session".
func (d *Dating) fromNoun(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if len(s.Tokens) > maxTokens || aspectOf(s, clause) == ahead {
		return days{}, -1
	}
	if aspectOf(s, clause) != presentPerfect && firstDay(s, clause) {
		if v, i := d.begin(); i >= 0 {
			return days{v.hi, v.hi}, i
		}
	}
	for j := 1; j+1 < len(s.Tokens); j++ {
		gap, ok := d.distance(sentence, j)
		if !ok || !under(s, j-1, clause) {
			continue
		}
		n := objectOf(s, j)
		if n < 0 {
			continue
		}
		base, i := d.toldOf(sentence, n)
		if i >= 0 && base.lo+gap > d.pub.hi {
			base, i = d.begin()
		}
		if i >= 0 && base.lo != beginning && base.hi != endless {
			return days{base.lo + gap, base.lo + gap}, i
		}
	}
	return days{}, -1
}

// firstDay reports whether a clause says that it was done on the day on which the story began: "on the day itself", "on the
// very day", "on the first day".
func firstDay(s *language.Sentence, clause int) bool {
	for j := 2; j < len(s.Tokens); j++ {
		if s.Tokens[j].Lemma != "day" || !under(s, j, clause) || preposition(s, j) != "on" {
			continue
		}
		if j+1 < len(s.Tokens) && strings.EqualFold(s.Tokens[j+1].Form, "itself") {
			return true
		}
		if w := strings.ToLower(s.Tokens[j-1].Form); w == "very" || w == "first" {
			return j+1 >= len(s.Tokens) || !strings.EqualFold(s.Tokens[j+1].Form, "of")
		}
	}
	return false
}

// distance reads how many days the preposition at token j leads away from the noun behind it.
func (d *Dating) distance(sentence, j int) (day, bool) {
	s := &d.sents[sentence]
	unit := strings.ToLower(s.Tokens[j-1].Lemma)
	var sign day
	switch strings.ToLower(s.Tokens[j].Form) {
	case "before":
		sign = -1
	case "after":
		sign = 1
	case "of":
		if j > 1 && (unit == "minute" || unit == "hour" && s.Tokens[j-2].UPOS == "NUM") && withinAt(s, j-1) { // "within minutes of the first shot"
			return 0, true
		}
		return map[string]day{"eve": -1, "day": 0}[unit], unit == "eve" || unit == "day" && j > 2 && strings.EqualFold(s.Tokens[j-3].Form, "on")
	default:
		return 0, false
	}
	from, to := d.in(sentence)
	for i := from; i < to; i++ {
		if gap, ok := d.times[i].value.(length); ok && d.times[i].End == j && gap.unit == dayUnit {
			return sign * day(gap.n), true
		}
	}
	if j < 2 || !strings.EqualFold(s.Tokens[j-2].Form, "the") {
		return 0, false
	}
	return sign, unit == "day" || sign < 0 && (unit == "evening" || unit == "night" || unit == "morning")
}

// objectOf gives the noun that the preposition at token j governs, -1 where a clause follows.
func objectOf(s *language.Sentence, j int) int {
	for n := j + 1; n < len(s.Tokens) && n < j+6; n++ {
		switch t := &s.Tokens[n]; t.UPOS {
		case "DET", "ADJ", "NUM", "PROPN", "PRON", "PART":
		case "NOUN":
			if n+1 < len(s.Tokens) && (s.Tokens[n+1].UPOS == "NOUN" || s.Tokens[n+1].UPOS == "PART") {
				continue
			}
			if s.Tokens[j].UPOS == "SCONJ" && strings.HasPrefix(t.Rel, "nsubj") {
				return -1
			}
			return n
		default:
			return -1
		}
	}
	return -1
}

// toldOf gives the days that the text has told for what a noun means: those of the last sentence that has the word, of the
// one before where the noun is somebody's ("her departure"), of the beginning of the story for what is called the first, else
// of the news.
func (d *Dating) toldOf(sentence, n int) (days, int) {
	s := &d.sents[sentence]
	for k := sentence - 1; k >= max(0, sentence-memory); k-- {
		mine := k == sentence-1 && slices.ContainsFunc(s.Children(n), func(j int) bool { return s.Tokens[j].UPOS == "PRON" && s.Tokens[j].Rel == "nmod:poss" })
		if !mine && !slices.ContainsFunc(d.sents[k].Tokens, func(t language.Token) bool { return t.Form == s.Tokens[n].Form }) {
			continue
		}
		if v, i := d.dayOf(k, s.Tokens[n].Form); i >= 0 {
			return v, i
		}
		if v, i := d.main(k); i >= 0 && v.lo == v.hi {
			return v, i
		}
	}
	if slices.ContainsFunc(s.Children(n), func(j int) bool { return strings.EqualFold(s.Tokens[j].Form, "first") }) {
		v, i := d.begin()
		for _, n := range d.reported() {
			if d.times[n.time].Sentence < sentence && i >= 0 && n.days.single() && n.days.lo < v.lo {
				v, i = n.days, n.time
			}
		}
		return v, i
	}
	if v, i := d.first(sentence); i >= 0 && v.lo == v.hi {
		return v, i
	}
	return days{}, -1
}

// simultaneous gives the days of what somebody was doing when a deed befell him: "killed people who were waiting for bread on
// Monday".
func (d *Dating) simultaneous(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if len(s.Tokens) > maxTokens || aspectOf(s, clause) != simplePast {
		return days{}, -1
	}
	for _, n := range s.Children(clause) {
		if s.Tokens[n].Rel != "obj" {
			continue
		}
		for _, c := range s.Children(n) {
			if t := &s.Tokens[c]; t.Rel == "acl:relcl" && t.XPOS == "VBG" && aspectOf(s, c) == simplePast {
				if v, i := d.own(sentence, c, c); i >= 0 {
					return v, i
				}
			}
		}
	}
	return days{}, -1
}

// dayOf gives the day that stands behind a noun of a sentence itself: "at a meeting in Riga on Monday".
func (d *Dating) dayOf(sentence int, noun string) (days, int) {
	s := &d.sents[sentence]
	from, to := d.in(sentence)
	for n := range s.Tokens {
		if s.Tokens[n].Form != noun || s.Tokens[n].UPOS != "NOUN" || len(s.Tokens) > maxTokens {
			continue
		}
		i := d.behind(s, n, from-1, to)
		if i < from {
			return days{}, -1
		}
		if v, ok := daysOf(Interval{d.times[i].Earliest, d.times[i].Latest}); ok && v.single() && v.hi <= d.pub.hi {
			return v, i
		}
		return days{}, -1
	}
	return days{}, -1
}
