package calendar

import (
	"dyad/event"
	"dyad/internal/language"
)

// Resolve fills Earliest and Latest of the expressions, in place. A report that is dated by an interval gives intervals
// that hold every day the words can mean; an undated one leaves relative expressions empty.
func Resolve(times []Time, published event.Published, sents []language.Sentence) {
	pub, known := daysOf(Interval{published.Earliest, published.Latest})
	if !known {
		pub = days{beginning, endless}
	}
	prev := pub
	for i := range times {
		t := &times[i]
		t.Earliest, t.Latest = "", ""
		if t.value == nil {
			continue
		}
		d, ok := resolve(t.value, pub, prev, t.dir)
		if !ok {
			continue
		}
		v := d.interval()
		t.Earliest, t.Latest = v.Earliest, v.Latest
		if t.Kind == kindDate && !background(t.value) {
			prev = d
		}
	}
}

// background reports whether a value is too wide to be what "the next day" goes on from.
func background(v value) bool {
	switch v := v.(type) {
	case shift:
		return v.unit == dayUnit && v.n == 0 && !v.chained || v.unit > year && v.unit < weekend
	case fixed:
		return v.hi-v.lo > 366
	}
	return false
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
