package calendar

import (
	"slices"
	"strings"

	"dyad/internal/language"
)

// published is the report's own date.
func (d *Dating) published() When {
	if !d.dated {
		return d.none
	}
	return When{Interval: d.pub.interval(), Basis: "published", Time: -1}
}

// recently dates an act by the news of the report: it is of the time between the day that the report first tells of and the
// report itself; of that day, where the sentence goes on with who acted then. Where the report first tells of its own day,
// an act is of that day until the report has gone back to earlier ones.
func (d *Dating) recently(sentence int) When {
	v, i := d.first(sentence)
	if i < 0 {
		if v, i = d.begin(); d.act.Answers && !d.act.Stands && i >= 0 && aspectOf(&d.sents[d.act.Sentence], d.clause) != ahead && v.lo < d.pub.hi { // the news is told behind what answers it
			return inferred(days{v.lo, d.pub.hi}, i)
		}
		return d.published()
	}
	if (v.hi < d.pub.hi || v.lo < d.pub.lo) && v != d.pub {
		if !d.continues(d.times[i].Sentence, sentence) && !d.occasion(sentence, d.clause) && !d.rightAfter(d.times[i].Sentence, sentence) {
			v.hi = d.until(sentence, v)
		}
		return inferred(v, i)
	}
	if w, j := d.earlier(sentence); j >= 0 && !d.act.Negated {
		return inferred(days{w.lo, d.until(sentence, w)}, j)
	}
	return d.published()
}

// rightAfter reports whether the main clause of a sentence tells of a deed right after the one that tells the news.
func (d *Dating) rightAfter(told, sentence int) bool {
	s := &d.sents[sentence]
	c := d.clause
	return sentence == told+1 && sentence == d.act.Sentence && !d.act.Answers && aspectOf(s, c) == simplePast && (c == s.Root() || s.Tokens[c].Rel == "conj" && s.Tokens[c].Head == s.Root())
}

// until gives the last day that an act after the days v can be of: that of the report, or of the next sentence, where the
// paragraph goes on with a later day.
func (d *Dating) until(sentence int, v days) day {
	if n := sentence + 1; n < len(d.sents) && d.sents[n].Paragraph == d.sents[sentence].Paragraph && !d.act.Answers {
		if w, i := d.main(n); i >= 0 && w.lo >= v.lo && w.hi < d.pub.hi && !d.aside(n) {
			return w.hi
		}
	}
	return d.pub.hi
}

// reported gives the days of the news that the report tells of, in the order of the text.
func (d *Dating) reported() []told {
	if d.read || !d.dated {
		return d.news
	}
	d.read = true
	var list []told
	for i := range d.times {
		t := &d.times[i]
		if t.Sentence >= lead {
			break
		}
		v, ok := d.day(i)
		if !ok {
			continue
		}
		n := told{days: v, time: i}
		w, j := d.main(t.Sentence)
		if j >= 0 && d.recent(w) && (j == i || d.reports(i, j)) {
			n.days, n.time = d.lasting(t.Sentence, d.sents[t.Sentence].Root(), w), j
		}
		if r := d.sents[t.Sentence].Root(); r >= 0 && j == i {
			n.main = aspectOf(&d.sents[t.Sentence], r) == simplePast
		}
		list = append(list, n)
	}
	d.news = list
	return d.news
}

// day reads expression i as a day of the news, false if it is none.
func (d *Dating) day(i int) (days, bool) {
	t := &d.times[i]
	v, ok := daysOf(Interval{t.Earliest, t.Latest})
	if _, hour := t.value.(timeOfDay); hour || t.Kind != kindDate && t.Kind != kindPeriod || t.bound == since {
		return v, false
	}
	return v, ok && t.dir != future && d.recent(v) && v.hi-v.lo <= 3
}

// first gives the first day of the news that is told before a sentence, and its expression, -1 if there is none.
func (d *Dating) first(sentence int) (days, int) {
	if n := d.reported(); len(n) > 0 && d.times[n[0].time].Sentence < sentence {
		return n[0].days, n[0].time
	}
	return days{}, -1
}

// reports reports whether expression j dates the telling of what expression i dates: "was bombed on Sunday, the
// government announced on Monday". The world answers what it has heard.
func (d *Dating) reports(i, j int) bool {
	t := &d.times[i]
	s := &d.sents[t.Sentence]
	h := headOf(s, t.First, t.End)
	if h < 0 || j <= i {
		return false
	}
	c, _ := clauseOf(s, h)
	for _, up := range append([]int{c}, aboveAll(s, c)...) {
		if s.Tokens[up].Head == s.Root() {
			return s.Tokens[up].Rel == "ccomp" || s.Tokens[up].Rel == "parataxis"
		}
	}
	return false
}

// earlier gives the earliest day of the news that a main clause before the sentence tells of, and its expression; -1 if
// it is that of the report.
func (d *Dating) earlier(sentence int) (days, int) {
	best := told{time: -1}
	for _, n := range d.reported() {
		if d.times[n.time].Sentence >= sentence {
			break
		}
		if n.main && n.days.hi < d.pub.hi && (best.time < 0 || n.days.lo < best.days.lo) {
			best = n
		}
	}
	return best.days, best.time
}

// begin gives the day on which the story of the report began: the earliest day that its first dated sentence tells of;
// where that is only the report's own, the earliest day of the news that it tells of at all.
func (d *Dating) begin() (days, int) {
	if !d.begun.done {
		v, i := d.readBegin()
		d.begun = told{days: v, time: i, done: true}
	}
	return d.begun.days, d.begun.time
}

func (d *Dating) readBegin() (best days, at int) {
	at = -1
	opening := -1
	for i := range d.times {
		t := &d.times[i]
		if t.Sentence >= lead || !d.dated || at >= 0 && t.Sentence > opening && best.lo < d.pub.hi && d.times[at].Sentence == opening {
			break
		}
		v, ok := d.day(i)
		if s := &d.sents[t.Sentence]; !ok && s.Root() >= 0 && d.justPast(t, s, s.Root()) && aspectOf(s, s.Root()) == simplePast {
			w, j := d.main(t.Sentence)
			v, ok = w, j == i
		}
		if gap, far := t.value.(length); far && at >= 0 && t.Sentence == opening {
			v, ok = gapFrom(&d.sents[t.Sentence], t, gap, best)
		}
		if !ok || d.background(t) {
			continue
		}
		if opening < 0 {
			opening = t.Sentence
		}
		if at < 0 || v.lo < best.lo {
			best, at = v, i
		}
	}
	return best, at
}

// background reports whether an expression stands in a clause of the past perfect: what had happened before the story.
func (d *Dating) background(t *Time) bool {
	s := &d.sents[t.Sentence]
	h := headOf(s, t.First, t.End)
	if h < 0 || len(s.Tokens) > maxTokens {
		return false
	}
	c, _ := clauseOf(s, h)
	for _, up := range append([]int{c}, aboveAll(s, c)...) {
		if aspectOf(s, up) == pastPerfect {
			return true
		}
	}
	return false
}

// recent reports whether the days lie shortly before the report.
func (d *Dating) recent(v days) bool {
	return v.hi <= d.pub.hi && v.lo >= d.pub.lo-newsDays && v.lo != beginning
}

// lead is among how many sentences the day stands that a report tells its news of.
const lead = 64

// newsDays is how many days before the report the story that it tells may have begun.
const newsDays = 9

// main gives the days of the main clause of a sentence, where they are not ahead.
func (d *Dating) main(sentence int) (days, int) {
	m := &d.mains[sentence]
	switch {
	case m.busy: // a time that is asked for while it is read
		return days{}, -1
	case !m.done:
		m.busy = true
		v, i := d.readMain(sentence)
		*m = told{days: v, time: i, done: true}
	}
	return m.days, m.time
}

func (d *Dating) readMain(sentence int) (days, int) {
	s := &d.sents[sentence]
	r := s.Root()
	if r < 0 || len(s.Tokens) > maxTokens {
		return days{}, -1
	}
	if a := aspectOf(s, r); a == ahead || a == possible {
		return days{}, -1
	}
	v, i := d.own(sentence, r, r)
	if i >= 0 && (d.dated && v.lo > d.pub.hi || d.times[i].bound == since) {
		return v, -1
	}
	return v, i
}

// continues reports whether a sentence goes on with those named in an earlier one: its subject is a pronoun, stands
// there too, or sums them up ("the two governments", "both sides").
func (d *Dating) continues(earlier, sentence int) bool { return d.continuing(earlier, sentence, 0) }

// maxChain bounds how many sentences a pronoun is followed back.
const maxChain = 8

func (d *Dating) continuing(earlier, sentence, deep int) bool {
	s := &d.sents[sentence]
	c := s.Root()
	if sentence == d.act.Sentence {
		c = d.clause
	}
	for n := 0; n < maxClauses && c >= 0; n++ { // a clause without a subject has that of the one it is joined to
		found := false
		for _, j := range s.Children(c) {
			t := &s.Tokens[j]
			if !strings.HasPrefix(t.Rel, "nsubj") {
				continue
			}
			found = true
			if t.UPOS == "PRON" && (sentence-earlier < 2 || deep > maxChain) {
				return true
			}
			if t.UPOS == "PRON" && d.continuing(earlier, sentence-1, deep+1) || sumsUp(s, j) || slices.ContainsFunc(d.sents[earlier].Tokens, func(o language.Token) bool {
				return o.Form == t.Form && d.sameParty(sentence, j, earlier, o)
			}) {
				return true
			}
		}
		if s.Tokens[c].Rel == "ccomp" || found && (s.Tokens[c].Rel != "conj" || aspectOf(s, c) != ahead) {
			return false
		}
		c = s.Tokens[c].Head
	}
	return false
}

// sameParty reports whether the subject j of a sentence can be whom an earlier sentence calls by the same word o: it is
// nobody else's ("Norway's minister", "Latvia's minister"). An answer is not by the one whom the deed was done to, nor a plan.
func (d *Dating) sameParty(sentence, j, earlier int, o language.Token) bool {
	s, e := &d.sents[sentence], &d.sents[earlier]
	t := &s.Tokens[j]
	if t.UPOS != "PROPN" && t.UPOS != "NOUN" || partOfName(e, o) {
		return false
	}
	if owner(s, *t) != owner(e, o) && owner(s, *t) != "" {
		return false
	}
	if a := aspectOf(&d.sents[d.act.Sentence], d.clause); (a == ahead || a == present) && !subjectWord(e, o) {
		return false
	}
	return t.UPOS == "NOUN" || !d.act.Answers || subjectWord(e, o)
}

// owner gives the name of the state or person that a noun is called after: "Norway's minister".
func owner(s *language.Sentence, t language.Token) string {
	for i := range s.Tokens {
		if k := &s.Tokens[i]; k.UPOS == "PROPN" && strings.HasPrefix(k.Rel, "nmod") && k.Head >= 0 && k.Head < len(s.Tokens) && s.Tokens[k.Head].Form == t.Form && s.Tokens[k.Head].Head == t.Head {
			return k.Form
		}
	}
	return ""
}

// subjectWord reports whether a token stands in the subject of a clause, or is named with others there.
func subjectWord(s *language.Sentence, t language.Token) bool {
	for n := 0; n < maxClauses; n++ {
		if strings.HasPrefix(t.Rel, "nsubj") {
			return true
		}
		switch rel, _, _ := strings.Cut(t.Rel, ":"); rel {
		case "conj", "flat", "compound", "appos":
		default:
			return false
		}
		if t.Head < 0 || t.Head >= len(s.Tokens) {
			return false
		}
		t = s.Tokens[t.Head]
	}
	return false
}

// partOfName reports whether a token only describes another: "China's claims", "the South China Sea".
func partOfName(s *language.Sentence, t language.Token) bool {
	return t.Rel == "nmod:poss" || t.Rel == "compound" && t.Head >= 0 && t.Head < len(s.Tokens) && s.Tokens[t.Head].UPOS == "PROPN"
}

// sumsUp reports whether a noun stands for parties named before: "both governments", "the two armies", "the two".
func sumsUp(s *language.Sentence, n int) bool {
	if t := &s.Tokens[n]; t.UPOS == "NUM" && definite(s, n) || t.Lemma == "both" {
		return true
	}
	return slices.ContainsFunc(s.Children(n), func(j int) bool {
		t := &s.Tokens[j]
		return t.Lemma == "both" || t.UPOS == "NUM" && t.Rel == "nummod" && definite(s, n)
	})
}
