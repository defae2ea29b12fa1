package perceptron

import (
	"cmp"
	"slices"
)

// A Learner holds the weights of a perceptron in training.
type Learner struct {
	classes int
	slots   []learnSlot
	used    int
	rows    []learnRow
	least   int32 // updates that a feature needs before it counts
	now     int64 // decisions so far: the clock of the average
}

type learnRow struct {
	updates int32
	cells   []cell
}

type learnSlot struct{ key, row uint32 }

// A cell is one class's weight in one row. Its total is the sum of the weight over time, as far as since.
type cell struct {
	class, weight int32
	total, since  int64
}

// NewLearner makes a perceptron without weights. A feature counts only after it was part of at least the given number
// of updates (Goldberg and Elhadad 2011): the many features that were seen once or twice in a mistake make the model
// large and no better.
func NewLearner(classes, updates int) *Learner {
	return &Learner{classes: classes, slots: make([]learnSlot, 1<<16), least: int32(updates)}
}

// Score adds the present weights of the features to scores.
func (l *Learner) Score(features []uint32, scores []int32) {
	for _, f := range features {
		if s := &l.slots[l.find(f)]; s.key == f {
			row := &l.rows[s.row]
			if row.updates < l.least {
				continue
			}
			for _, c := range row.cells {
				scores[c.class] += c.weight
			}
		}
	}
}

func (l *Learner) find(key uint32) uint32 {
	mask := uint32(len(l.slots) - 1)
	i := key * 0x9E3779B1 & mask
	for l.slots[i].key != key && l.slots[i].key != 0 {
		i = (i + 1) & mask
	}
	return i
}

// Tick moves the clock of the average. Call it once for every decision.
func (l *Learner) Tick() { l.now++ }

// Update adds delta to the weight of the class for every feature.
func (l *Learner) Update(features []uint32, class int, delta int32) {
	for _, f := range features {
		if f == 0 {
			continue
		}
		i := l.find(f)
		if l.slots[i].key == 0 {
			if l.used*2 > len(l.slots) {
				l.grow()
				i = l.find(f)
			}
			l.slots[i] = learnSlot{f, uint32(len(l.rows))}
			l.rows = append(l.rows, learnRow{})
			l.used++
		}
		row := &l.rows[l.slots[i].row]
		if delta > 0 {
			row.updates++ // a mistake makes two updates, one of them positive
		}
		k := slices.IndexFunc(row.cells, func(c cell) bool { return c.class == int32(class) })
		if k < 0 {
			k = len(row.cells)
			row.cells = append(row.cells, cell{class: int32(class), since: l.now})
		}
		c := &row.cells[k]
		c.total += int64(c.weight) * (l.now - c.since)
		c.since = l.now
		c.weight += delta
	}
}

func (l *Learner) grow() {
	old := l.slots
	l.slots = make([]learnSlot, 2*len(old))
	for _, s := range old {
		if s.key != 0 {
			l.slots[l.find(s.key)] = s
		}
	}
}

// Freeze averages the weights over time and over the learners, which were trained on the same task in different orders:
// their mean errs less than each of them. It quantises to multiples of 1/scale; weights smaller than prune of these
// units are dropped, the few that do not fit in eight bits become several pairs of one class.
func Freeze(learners []*Learner, scale, prune int) *Weights {
	type feature struct{ key, learner, row uint32 }
	var feats []feature
	for n, l := range learners {
		for _, s := range l.slots {
			if s.key != 0 && l.rows[s.row].updates >= l.least {
				feats = append(feats, feature{s.key, uint32(n), s.row})
			}
		}
	}
	slices.SortFunc(feats, func(a, b feature) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.learner, b.learner))
	})
	w := &Weights{Classes: learners[0].classes, entries: make([]uint16, 1)} // row 0 means none
	var keys, rows []uint32
	sums := make([]int64, w.Classes) // in units of 1/1024 of the scale's
	for i := 0; i < len(feats); {
		clear(sums)
		key := feats[i].key
		for ; i < len(feats) && feats[i].key == key; i++ {
			l := learners[feats[i].learner]
			now := max(l.now, 1)
			for _, c := range l.rows[feats[i].row].cells {
				total := c.total + int64(c.weight)*(now-c.since)
				sums[c.class] += divide(total*int64(scale)*1024, now)
			}
		}
		begin := len(w.entries)
		w.entries = append(w.entries, 0)
		for class, sum := range sums {
			q := divide(sum, int64(len(learners))*1024)
			if q >= int64(prune) || q <= -int64(prune) {
				w.entries = appendPairs(w.entries, class, q)
			}
		}
		if n := len(w.entries) - begin - 1; n > 0 {
			w.entries[begin] = uint16(n)
			keys = append(keys, key)
			rows = append(rows, uint32(begin))
		} else {
			w.entries = w.entries[:begin]
		}
	}
	w.build(keys, rows)
	return w
}

// Freeze makes the frozen form of one learner's weights.
func (l *Learner) Freeze(scale, prune int) *Weights { return Freeze([]*Learner{l}, scale, prune) }

// divide divides and rounds to the nearest, halves away from zero.
func divide(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}
