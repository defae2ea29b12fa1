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
func (d *dating) apart(sentence, predicate int) (When, bool) {
	s := &d.sents[sentence]
	from, to := d.in(sentence)
	for i := from; i < to; i++ {
		gap, ok := d.times[i].value.(length)
		mark := d.times[i].End
		if !ok || mark >= predicate || !verbless(s, mark+1, predicate) {
			continue
		}
		n := gap.n
		switch strings.ToLower(s.Tokens[mark].Form) {
		case "after":
			n = -n
		case "before":
		default:
			continue
		}
		base, at := d.own(sentence, s.Root(), s.Root())
		if i > from && d.times[i-1].Earliest != "" {
			base, _ = daysOf(Interval{d.times[i-1].Earliest, d.times[i-1].Latest})
		} else if at < 0 {
			return When{}, false
		}
		if base.lo == beginning || base.hi == endless {
			return When{}, false
		}
		v, ok := ago{unit: gap.unit, n: n, chained: true}.days(anchor{prev: base})
		return When{Interval: v.interval(), Basis: "expression", Time: i}, ok
	}
	return When{}, false
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
