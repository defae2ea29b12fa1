package calendar

import (
	"strings"

	"dyad/internal/language"
)

// apartFrom reports whether a clause tells of another time or is only reported: "after …", "that …".
func apartFrom(s *language.Sentence, c int) bool {
	m := opening(s, c, "mark")
	return m >= 0 && (s.Tokens[c].XPOS != "VBG" || s.Tokens[m].Lemma == "after" || s.Tokens[m].Lemma == "before" || s.Tokens[m].Lemma == "since")
}

// apart dates a predicate by its distance from what the sentence tells before: "…, three days after bombs fell".
func (d *Dating) apart(sentence, predicate int) (When, bool) {
	s := &d.sents[sentence]
	from, to := d.in(sentence)
	for i := from; i < to; i++ {
		t := &d.times[i]
		gap, ok := t.value.(length)
		if !ok || t.End >= predicate || !verbless(s, t.End+1, predicate) {
			continue
		}
		if k := &s.Tokens[t.End]; k.Rel == "case" && !hangsOn(s, predicate, k.Head) { // "three days after the raid they left"
			continue
		}
		base, ok := d.base(sentence, i)
		if !ok || base.lo == beginning || base.hi == endless {
			return When{}, false
		}
		if v, ok := gapFrom(s, t, gap, base); ok && (!d.dated || v.lo <= d.pub.hi) {
			return When{Interval: v.interval(), Basis: "expression", Time: i}, true
		}
	}
	return When{}, false
}

// after gives the day of a clause that lies a length of time behind what the sentence before it tells: "was arrested on Saturday. She
// was released after two days".
func (d *Dating) after(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if sentence == 0 || len(s.Tokens) > maxTokens || aspectOf(s, clause) != simplePast || d.sents[sentence-1].Paragraph != s.Paragraph {
		return days{}, -1
	}
	from, to := d.in(sentence)
	for i := from; i < to; i++ {
		t := &d.times[i]
		gap, ok := t.value.(length)
		if !ok || gap.unit != dayUnit && gap.unit != week || t.First < 1 || !strings.EqualFold(s.Tokens[t.First-1].Form, "after") || !under(s, t.First, clause) {
			continue
		}
		if t.End < len(s.Tokens) && s.Tokens[t.End].UPOS != "PUNCT" && s.Tokens[t.End].UPOS != "CCONJ" { // "after two days of talks"
			continue
		}
		base, at := d.last(sentence - 1)
		if at < 0 || !base.single() {
			return days{}, -1
		}
		v, ok := ago{unit: gap.unit, n: gap.n, chained: true}.days(anchor{prev: base})
		if ok && v.hi <= d.pub.hi {
			return v, i
		}
	}
	return days{}, -1
}

// hangsOn reports whether token i is token n, or stands in what hangs on it.
func hangsOn(s *language.Sentence, i, n int) bool {
	for range maxClimb {
		if i == n {
			return true
		}
		if i < 0 || i >= len(s.Tokens) {
			return false
		}
		i = s.Tokens[i].Head
	}
	return false
}

// base gives the days from which the distance of expression i counts: those of the expression before it, of the main
// clause, or of the sentence that it goes on from.
func (d *Dating) base(sentence, i int) (days, bool) {
	if i > 0 && d.times[i-1].Sentence == sentence && d.times[i-1].Earliest != "" {
		return daysOf(Interval{d.times[i-1].Earliest, d.times[i-1].Latest})
	}
	r := d.sents[sentence].Root()
	if r < 0 {
		return days{}, false
	}
	if v, at := d.own(sentence, r, r); at >= 0 {
		return v, true
	}
	if w := d.narrated(sentence, false); w.Basis == "inherited" || w.Basis == "published" {
		return daysOf(w.Interval)
	}
	return days{}, false
}

// gapFrom gives the days that lie a length of time from others: before them where the words go on with "after" ("three
// days after …" leads back), behind them with "before".
func gapFrom(s *language.Sentence, t *Time, gap length, base days) (days, bool) {
	if t.End >= len(s.Tokens) {
		return days{}, false
	}
	n := gap.n
	switch strings.ToLower(s.Tokens[t.End].Form) {
	case "after":
		n = -n
	case "before":
	default:
		return days{}, false
	}
	v, ok := ago{unit: gap.unit, n: n, chained: true}.days(anchor{prev: base})
	if gap.unit == week && ok { // a count of weeks does not tell the day
		v.lo -= day(v.lo.weekday() - 1)
		v.hi += day(7 - v.hi.weekday())
	}
	return v, ok
}

// verbless reports whether no verb stands in the tokens [from, to) but for auxiliaries of the last.
func verbless(s *language.Sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if k := &s.Tokens[i]; k.UPOS == "VERB" && k.XPOS != "VBN" && k.XPOS != "VBG" || k.UPOS == "PUNCT" && (k.Form == ";" || k.Form == ",") {
			return false
		}
	}
	return true
}
