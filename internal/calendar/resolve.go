package calendar

import (
	"dyad/event"
	"dyad/internal/language"
)

// Resolve fills Earliest, Latest and Value of the expressions, in place. A report that is dated by an interval gives intervals that
// hold every day the words can mean; an undated one leaves relative expressions empty.
func Resolve(times []Time, published event.Published, sents []language.Sentence) {
	pub, known := daysOf(Interval{published.Earliest, published.Latest})
	if !known {
		pub = days{beginning, endless}
	}
	told := narrative{pub: pub}
	quoted, quote := told, 0
	for i := range times {
		t := &times[i]
		t.Earliest, t.Latest, t.Value = "", "", t.text
		if t.value == nil {
			continue
		}
		if t.Value == "" {
			t.Value = unresolved(t.value)
		}
		n := &told
		if t.quote != 0 {
			if t.quote != quote { // somebody begins to speak: what was told so far is known to him
				quoted, quote = told, t.quote
			}
			n = &quoted
		}
		paragraph := 0
		if t.Sentence >= 0 && t.Sentence < len(sents) {
			paragraph = sents[t.Sentence].Paragraph
		}
		d, ok := resolve(t.value, pub, n.anchor(t, paragraph), t.dir)
		if !ok {
			continue
		}
		v := d.interval()
		t.Earliest, t.Latest = v.Earliest, v.Latest
		t.Value = valueOf(t, d, pub)
		n.add(t, d, paragraph)
	}
}

// valueOf gives the TIMEX3 value of an expression that was resolved to d. Where the day of the report is not known, the days are those
// that the words can mean, which is no value, unless the words name them in full.
func valueOf(t *Time, d, pub days) string {
	if t.text != "" {
		return t.text
	}
	if _, named := t.value.(fixed); !named && !pub.single() {
		return unresolved(t.value)
	}
	s := d.timex()
	if s != "" && d.single() {
		s += t.clock
	}
	return s
}

// resolve gives the days of a value for every day the report may be of: what it says on the first of them to what it
// says on the last.
func resolve(v value, pub, prev days, dir direction) (days, bool) {
	if f, ok := v.(fixed); ok {
		return days(f), true
	}
	if prev.lo == beginning && prev.hi == endless {
		prev = pub
	}
	lo, ok1 := at(v, pub.lo, prev, dir)
	if pub.single() {
		return lo, ok1
	}
	hi, ok2 := at(v, pub.hi, prev, dir)
	switch {
	case ok1 && ok2:
		return lo.hull(hi), true
	case ok1 && pub.hi == endless: // nothing is known of the latest day
		return days{lo.lo, endless}, lo.lo.valid()
	case ok2 && pub.lo == beginning:
		return days{beginning, hi.hi}, hi.hi.valid()
	}
	return days{}, false
}

// at resolves a value for one day of the report; prev is the report's own days where no date was named before.
func at(v value, ref day, prev days, dir direction) (days, bool) {
	if !ref.valid() {
		return days{}, false
	}
	if prev.lo == beginning || prev.hi == endless {
		prev = days{ref, ref}
	}
	return v.days(anchor{ref: ref, prev: prev, dir: dir})
}
