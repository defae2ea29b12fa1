package calendar

import (
	"cmp"
	"slices"
)

// A Clue speaks for some days as those of the report, with a weight. Clues are read from a text by Clues and weighed
// against each other by Publish: the report is of the days for which most speaks.
type Clue struct {
	spans  []days // in order, none touching another
	weight int
	basis  string // weekday | office | reference
}

// Weights of clues, by how seldom a text deceives in them. A report that names a day as past is not older, and its
// dateline is of its own day; a holder of an office may be named for the past, and a state that is no more as well.
const (
	datedWeight     = 5 // day and month of the dateline
	pastWeight      = 4 // a past date in full, a person whose term has begun
	countedWeight   = 3 // arithmetic from a known date, a coming date in full, a happening told as past
	delayWeight     = 2 // the weekday told is that of the dateline, or of the day before
	holdingWeight   = 2 // a term of office that has not ended, the beginning of a state, a date that may be past
	tentativeWeight = 0 // becomes that of what is supposed, where the others leave few years: what is told as news is like what happened on a day of the same weekday
	supposedWeight  = 1 // what only chooses between days that are as likely otherwise; the end of a state, of which news tells later too
)

// fewYears is how many days the other clues may leave for what is tentative to count.
const fewYears = 12 * 366

// firm lets the tentative clues count or leaves them out.
func firm(clues []Clue, within days) []Clue {
	tentative := func(c Clue) bool { return c.weight == tentativeWeight }
	if !slices.ContainsFunc(clues, tentative) {
		return clues
	}
	clues = slices.Clone(clues)
	left := day(0)
	for _, d := range likeliest(slices.DeleteFunc(slices.Clone(clues), tentative), within) {
		left += d.hi - d.lo + 1
	}
	if left > fewYears {
		return slices.DeleteFunc(clues, tentative)
	}
	for i := range clues {
		clues[i].weight = max(clues[i].weight, supposedWeight)
	}
	return clues
}

// from is the clue that the report is not older than a day.
func from(d day, weight int, basis string) Clue {
	return Clue{[]days{{d, endless}}, weight, basis}
}

// speaksFor says whether the clue holds on all the days.
func (c Clue) speaksFor(d days) bool {
	return slices.ContainsFunc(c.spans, func(s days) bool { return s.lo <= d.lo && d.hi <= s.hi })
}

// joined puts stretches in order and makes one of those that touch.
func joined(spans []days) []days {
	slices.SortFunc(spans, func(a, b days) int { return cmp.Compare(a.lo, b.lo) })
	var out []days
	for _, s := range spans {
		if n := len(out); n > 0 && s.lo <= out[n-1].hi+1 {
			out[n-1].hi = max(out[n-1].hi, s.hi)
			continue
		}
		if s.lo <= s.hi {
			out = append(out, s)
		}
	}
	return out
}

// likeliest gives the days within which the clues of the most weight agree, in order, none touching another.
func likeliest(clues []Clue, within days) []days {
	type step struct {
		at     day
		weight int
	}
	steps := []step{{within.lo, 0}}
	for _, c := range clues {
		for _, s := range c.spans {
			if m, ok := s.meet(within); ok {
				steps = append(steps, step{m.lo, c.weight})
				if m.hi < within.hi {
					steps = append(steps, step{m.hi + 1, -c.weight})
				}
			}
		}
	}
	slices.SortFunc(steps, func(a, b step) int { return cmp.Compare(a.at, b.at) })
	var best []days
	most, weight := -1, 0
	for i := 0; i < len(steps); {
		lo := steps[i].at
		for ; i < len(steps) && steps[i].at == lo; i++ {
			weight += steps[i].weight
		}
		hi := within.hi
		if i < len(steps) {
			hi = steps[i].at - 1
		}
		if weight > most {
			best, most = nil, weight
		}
		if weight == most {
			best = append(best, days{lo, hi})
		}
	}
	return joined(best)
}

// whole is the shortest stretch that holds all of several.
func whole(spans []days) days {
	d := spans[0]
	for _, s := range spans {
		d = d.hull(s)
	}
	return d
}
