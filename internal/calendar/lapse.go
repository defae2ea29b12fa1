package calendar

// Lengths of time from which the day of a report is reckoned, and how exactly they are told.

// maxReckonings bounds those of one sentence.
const maxReckonings = 8

// lapse is a length of time: months, or days where it is told in weeks or less.
type lapse struct {
	months, days int
	less, more   int // by how many months it may be meant shorter or longer than told; days where there are no months
}

// length reads "three days", "a month and a day", "half a century", "almost two decades" at lexeme i.
func (p *parser) length(i int) (lapse, int, bool) {
	l, end, ok := p.oneLength(i)
	if ok && p.word(end) == "and" {
		if more, after, ok := p.oneLength(end + 1); ok { // the smaller unit says how exact it is
			l.months, l.days, end = l.months+more.months, l.days+more.days, after
			if l.less, l.more = more.less, more.more; more.months == 0 && l.months > 0 {
				l.less, l.more = 0, 0
			}
		}
	}
	return l, end, ok
}

func (p *parser) oneLength(i int) (lapse, int, bool) {
	q, ok := p.quantityAt(i)
	if !ok || q.vague || q.decimal != "" || q.n > 3000 || q.n == 0 && !q.half {
		return lapse{}, 0, false
	}
	if p.word(q.end) == "and" && q.n > 0 && q.n%100 == 0 {
		if small, ok := p.cardinal(q.end + 1); ok && small.n < 100 {
			q.n, q.end = q.n+small.n, small.end
		}
	}
	j := p.skipTight(q.end)
	for {
		if _, ok := p.is(j, "filler"); !ok {
			break
		}
		j++
	}
	n, ok := p.is(j, "units")
	if !ok {
		n, ok = p.is(j, "unit")
	}
	if !ok {
		return lapse{}, 0, false
	}
	half := 0
	if q.half {
		half = 1
	}
	var l lapse
	switch u, twice := unit(n), 2*q.n+half; u {
	case dayUnit:
		l.days, l.less, l.more = q.n, 1, 2
	case week, fortnight:
		l.days, l.less, l.more = 7*q.n*int(u-week+1), 3, 5
	case month:
		l.months, l.more = q.n, 1
	case year:
		l.months, l.less, l.more = 6*twice, 6, 12
	case decade:
		l.months, l.less, l.more = 60*twice, 24, 36
	case century:
		l.months, l.less, l.more = 600*twice, 48, 60
	default:
		return lapse{}, 0, false
	}
	if l.months == 0 {
		return l, j + 1, l.days > 0
	}
	switch q.mod {
	case modMoreThan, modEqualOrMore:
		l.less, l.more = 0, l.more+max(12, l.months/8)
	case modLessThan, modEqualOrLess:
		l.less += max(12, l.months/8)
	case modApprox:
		l.less, l.more = l.less+max(12, l.months/10), l.more+max(12, l.months/10)
	}
	return l, j + 1, true
}

// behind gives the days that lie the length behind some days; of what lasted longer, behind its beginning and its end.
func (l lapse) behind(d days) []days {
	if d.hi-d.lo > 400 || d.hi-d.lo > 31 && l.months == 0 {
		return append(l.behind(days{d.lo, d.lo}), l.behind(days{d.hi, d.hi})...)
	}
	if !d.lo.valid() || !d.hi.valid() {
		return nil
	}
	if l.months == 0 {
		return []days{{d.lo + day(l.days-l.less), d.hi + day(l.days+l.more)}}
	}
	lo, ok1 := d.lo.addMonths(l.months - l.less)
	hi, ok2 := d.hi.addMonths(l.months + l.more)
	if !ok1 || !ok2 {
		return nil
	}
	return []days{{lo + day(l.days) - 3, hi + day(l.days) + 3}}
}

// exactly gives the days around the one on which the length is just over; of a year, the year.
func (l lapse) exactly(d days) []days {
	lo, ok1 := d.lo.addMonths(l.months)
	hi, ok2 := d.hi.addMonths(l.months)
	if !ok1 || !ok2 {
		return nil
	}
	around := day(aroundAnniversary)
	if d.hi-d.lo > 31 {
		around = 0
	}
	return []days{{lo + day(l.days) - around, hi + day(l.days) + around}}
}

// dayAfter reads "the day", "the week", "the morning" before "after".
func (p *parser) dayAfter(i int) (lapse, int, bool) {
	if b, ok := p.is(i+2, "bound"); p.word(i) != "the" || !ok || bound(b) != after {
		return lapse{}, 0, false
	}
	if _, ok := p.is(i+1, "daypart"); ok {
		return lapse{days: 1, less: 1, more: 2}, i + 2, true
	}
	switch n, _ := p.is(i+1, "unit"); unit(n) {
	case dayUnit:
		return lapse{days: 1, less: 1, more: 2}, i + 2, true
	case week:
		return lapse{days: 7, less: 3, more: 7}, i + 2, true
	case month:
		return lapse{months: 1, less: 1, more: 1}, i + 2, true
	case year:
		return lapse{months: 12, less: 6, more: 12}, i + 2, true
	}
	return lapse{}, 0, false
}

// count reads an ordinal: 20th, twentieth, twenty-fifth.
func (p *parser) count(i int) (n, end int, ok bool) {
	if i < 0 || i >= len(p.ls) {
		return 0, 0, false
	}
	if l := &p.ls[i]; l.num > 0 {
		return l.num, i + 1, l.num < 1000 && l.plain && (l.suffix == "th" || l.suffix == "st" || l.suffix == "nd" || l.suffix == "rd")
	}
	if n, ok := p.is(i, "tens"); ok {
		one, ok := p.is(p.skip(i+1, "-"), "ordinal")
		return n + one, p.skip(i+1, "-") + 1, ok && one < 10
	}
	if n, ok := p.is(i, "ordinal"); ok {
		return n, i + 1, true
	}
	n, ok = happenings().ordinals[p.word(i)]
	return n, i + 1, ok
}
