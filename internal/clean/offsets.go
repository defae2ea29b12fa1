package clean

import (
	"cmp"
	"slices"
	"sort"
)

// offsets maps the bytes of one string to bytes of the one it was made from, as runs in which both count alike.
type offsets struct {
	runs []run
	last int // where the end of the string maps to
}

// run says that byte at maps to byte to, and at+i to to+i up to the next run. In a fixed run all bytes stand for the
// width bytes from to on: for an entity, or for nothing.
type run struct {
	at, to int
	fixed  bool
	width  int
}

func identity(n int) offsets { return offsets{runs: []run{{}}, last: n} }

// add extends the map by r. A run that goes on as the one before it is not written down.
func (o *offsets) add(r run) {
	if n := len(o.runs); n > 0 {
		p := o.runs[n-1]
		if !r.fixed && !p.fixed && r.to-p.to == r.at-p.at {
			return
		}
		if p.at == r.at {
			o.runs[n-1] = r
			return
		}
	}
	o.runs = append(o.runs, r)
}

// find returns the run that holds byte i.
func (o *offsets) find(i int) run {
	k := sort.Search(len(o.runs), func(k int) bool { return o.runs[k].at > i }) - 1
	if k < 0 {
		return run{}
	}
	return o.runs[k]
}

// at maps a byte.
func (o *offsets) at(i int) int {
	r := o.find(i)
	if r.fixed {
		return r.to
	}
	return min(r.to+i-r.at, o.last)
}

// end maps the end of a stretch: behind the character before it, not to the character that follows, which may have
// been taken from elsewhere.
func (o *offsets) end(i int) int {
	if i == 0 {
		return o.at(0)
	}
	r := o.find(i - 1)
	if r.fixed {
		return r.to + r.width
	}
	return min(r.to+i-r.at, o.last)
}

// targets returns the stretches that the first n bytes map to, in order and joined where they touch.
func (o *offsets) targets(n int) []span {
	var list []span
	for k, r := range o.runs {
		end := n
		if k+1 < len(o.runs) {
			end = o.runs[k+1].at
		}
		width := end - r.at
		if r.fixed {
			width = r.width
		}
		if width > 0 {
			list = append(list, span{r.to, r.to + width})
		}
	}
	slices.SortFunc(list, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var joined []span
	for _, s := range list {
		if n := len(joined); n > 0 && s.start <= joined[n-1].end {
			joined[n-1].end = max(joined[n-1].end, s.end)
		} else {
			joined = append(joined, s)
		}
	}
	return joined
}
