// Package perceptron is a multi-class averaged perceptron over hashed features with integer weights.
//
// A Learner is trained; Freeze makes of it a Weights: sparse, eight bits a weight, small on disk and quick to read. A
// feature is a 32-bit hash that its user makes (see Mix); features that were never part of a mistake have no weight and
// take no room. All arithmetic is on integers and nothing depends on map order, so the same data give the same bytes on
// every machine.
package perceptron

// Weights are frozen weights: for each feature a row of (class, weight) pairs. Safe for concurrent use.
type Weights struct {
	Classes int

	slots   []slot   // open addressing by the feature's high bits, so that sorted features fill it in order
	shift   uint     // 32 - log2 of the home slots
	entries []uint16 // sparse rows: the number of pairs, then pairs: class in the high byte, weight in the low byte
	dense   []uint64 // dense rows: four classes in a word, each weight plus bias in 16 bits
	width   uint32   // words of a dense row
}

// Rows that have weights for many of the classes are dense: one addition then adds four weights. With the bias every
// part of a word is positive and at most 2*bias, so that maxDense rows can be added without a carry between them.
const (
	denseBit = 1 << 31 // of slot.row
	bias     = 200
	maxDense = 65535 / (2 * bias)
	maxWidth = MaxClasses / 4
)

type slot struct{ key, row uint32 }

// MaxClasses is the largest number of classes that the frozen form holds.
const MaxClasses = 256

// Mix hashes two values to a feature. The seed tells feature templates apart.
func Mix(seed uint32, a, b uint32) uint32 {
	h := (uint64(a)<<32 | uint64(b)) ^ uint64(seed)*0x9E3779B97F4A7C15
	h *= 0xD6E8FEB86659FD93
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	k := uint32(h >> 32)
	if k == 0 || k == ^uint32(0) {
		return 1 // both mark empty slots
	}
	return k
}

// Score adds the weights of the features to scores, which must have Classes elements. rows is scratch space of at
// least len(features): finding all rows before reading any lets the processor overlap the cache misses.
func (w *Weights) Score(features, rows []uint32, scores []int32) {
	n := 0
	slots, shift := w.slots, w.shift
	for _, f := range features {
		i := f >> shift
		for slots[i].key < f {
			i++ // the table is sorted: keys before f come first, the end is a sentinel
		}
		if slots[i].key == f {
			rows[n] = slots[i].row
			n++
		}
	}
	var sum [maxWidth]uint64
	acc := sum[:w.width]
	count := int32(0)
	for _, r := range rows[:n] {
		if r >= denseBit {
			r -= denseBit
			row := w.dense[r : r+w.width]
			for i, x := range row[:len(acc)] {
				acc[i] += x
			}
			if count++; count == maxDense {
				w.flush(acc, count, scores)
				count = 0
			}
			continue
		}
		row := w.entries[r+1 : r+1+uint32(w.entries[r])]
		for _, e := range row {
			scores[e>>8] += int32(int8(e))
		}
	}
	w.flush(acc, count, scores)
}

// flush adds the sums of dense rows to the scores and empties them.
func (w *Weights) flush(acc []uint64, count int32, scores []int32) {
	if count == 0 {
		return
	}
	for i := range scores {
		scores[i] += int32(uint16(acc[i/4]>>(i%4*16))) - bias*count
	}
	clear(acc)
}

// Features returns how many features have weights.
func (w *Weights) Features() int {
	n := 0
	for _, s := range w.slots {
		if s.row != 0 {
			n++
		}
	}
	return n
}

// build lays out the table for sorted distinct keys, whose rows begin at the given indexes of entries.
func (w *Weights) build(keys, rows []uint32) {
	w.width = uint32(w.Classes+3) / 4
	for i, r := range rows {
		rows[i] = w.densify(r)
	}
	bits := uint(4)
	for 1<<bits < len(keys)*3/2 {
		bits++
	}
	w.shift = 32 - bits
	home := 1 << bits
	// A key stands at its home slot or, where that is taken, in the next free one; empty slots hold the highest key. So a
	// search that starts at its home slot passes smaller keys and stops at the first that is not smaller.
	w.slots = make([]slot, 0, home+len(keys)/8+16)
	for i, k := range keys {
		for uint32(len(w.slots)) < k>>w.shift {
			w.slots = append(w.slots, slot{key: ^uint32(0)})
		}
		w.slots = append(w.slots, slot{k, rows[i]})
	}
	for len(w.slots) <= home {
		w.slots = append(w.slots, slot{key: ^uint32(0)})
	}
	w.slots = append(w.slots, slot{key: ^uint32(0)})
}

// densify returns the row's place, after it has put rows that are worth it into dense form.
func (w *Weights) densify(r uint32) uint32 {
	pairs := w.entries[r+1 : r+1+uint32(w.entries[r])]
	if len(pairs) < w.Classes/6 {
		return r
	}
	var weights [MaxClasses]int
	for _, e := range pairs {
		weights[e>>8] += int(int8(e))
		if n := weights[e>>8]; n > bias || n < -bias {
			return r
		}
	}
	at := uint32(len(w.dense))
	for i := range w.width {
		word := uint64(0)
		for k := range uint32(4) {
			word |= uint64(weights[4*i+k]+bias) << (16 * k)
		}
		w.dense = append(w.dense, word)
	}
	return at | denseBit
}

// pairs returns a row in sparse form.
func (w *Weights) pairs(r uint32) []uint16 {
	if r < denseBit {
		return w.entries[r+1 : r+1+uint32(w.entries[r])]
	}
	r -= denseBit
	var pairs []uint16
	for class := range w.Classes {
		weight := int64(uint16(w.dense[int(r)+class/4]>>(class%4*16))) - bias
		pairs = appendPairs(pairs, class, weight)
	}
	return pairs
}

// appendPairs writes a weight as pairs; one that does not fit in eight bits becomes several.
func appendPairs(pairs []uint16, class int, weight int64) []uint16 {
	for weight != 0 {
		part := min(max(weight, -127), 127)
		weight -= part
		pairs = append(pairs, uint16(class)<<8|uint16(uint8(int8(part))))
	}
	return pairs
}

// Best returns the class with the highest score, the first of equals.
func Best[T int32 | float32](scores []T) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}
