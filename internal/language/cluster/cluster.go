// Package cluster sorts words into classes by the words that stand next to them.
//
// It is the exchange algorithm of Martin, Liermann and Ney (1998): each word in turn moves to the class that makes the
// text most likely under a class bigram model. In goes running text as word numbers, out comes a class for each word.
// Words of one class are used alike ("Monday", "Tuesday"; "urged", "called"), so that a tagger and a parser know
// something of words that their treebank does not have. All arithmetic is on integers: the same text gives the same
// classes on every machine.
package cluster

import (
	"cmp"
	"math/bits"
	"slices"
)

// A Counter counts pairs of neighbouring words.
type Counter struct {
	pairs map[uint64]int32
	words []int32
}

// NewCounter makes a counter for words numbered from 0; word 0 is the boundary of sentences.
func NewCounter(words int) *Counter {
	return &Counter{pairs: map[uint64]int32{}, words: make([]int32, words)}
}

// Add counts that word b follows word a.
func (c *Counter) Add(a, b uint32) {
	c.pairs[uint64(a)<<32|uint64(b)]++
	c.words[b]++
}

// neighbour is a word next to another and how often it is.
type neighbour struct{ word, count int32 }

// model is the class bigram model as it changes.
type model struct {
	n           int // classes
	class       []int32
	left, right [][]neighbour // by word: what stands before it and behind it
	total       []int32       // by word
	pairs       []int32       // by class and class
	sums        []int32       // by class
	logs        []int64       // n*log2(n) of small n
}

// Run sorts the words into n classes in the given number of rounds. Class 0 is word 0's own.
func Run(c *Counter, n, rounds int, log func(round, moved int)) []int32 {
	m := newModel(c, n)
	order := make([]int32, 0, len(m.total))
	for w := 1; w < len(m.total); w++ {
		order = append(order, int32(w))
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(m.total[b], m.total[a]), cmp.Compare(a, b)) })
	before, after := make([]int32, n), make([]int32, n)
	for round := range rounds {
		moved := 0
		for _, w := range order {
			if m.improve(w, before, after) {
				moved++
			}
		}
		log(round+1, moved)
	}
	return m.class
}

func newModel(c *Counter, n int) *model {
	v := len(c.words)
	m := &model{
		n: n, class: make([]int32, v), left: make([][]neighbour, v), right: make([][]neighbour, v),
		total: c.words, pairs: make([]int32, n*n), sums: make([]int32, n), logs: make([]int64, 1<<16),
	}
	for i := range m.logs {
		m.logs[i] = entropy(int64(i))
	}
	// Words begin in classes by their rank: the most frequent words one each, the others in turn.
	rank := make([]int32, v)
	for i := range rank {
		rank[i] = int32(i)
	}
	slices.SortFunc(rank[1:], func(a, b int32) int { return cmp.Or(cmp.Compare(c.words[b], c.words[a]), cmp.Compare(a, b)) })
	for i, w := range rank[1:] {
		m.class[w] = 1 + int32(i%(n-1))
	}
	for key, count := range c.pairs { // sorted below, so the order of the map does not matter
		a, b := int32(key>>32), int32(uint32(key))
		m.right[a] = append(m.right[a], neighbour{b, count})
		m.left[b] = append(m.left[b], neighbour{a, count})
		m.pairs[int(m.class[a])*n+int(m.class[b])] += count
	}
	for w := range v {
		for _, list := range [][]neighbour{m.left[w], m.right[w]} {
			slices.SortFunc(list, func(a, b neighbour) int { return cmp.Compare(a.word, b.word) })
		}
		m.sums[m.class[w]] += m.total[w]
	}
	return m
}

// entropy is n*log2(n) in units of 1/1024, made of integers alone.
func entropy(n int64) int64 {
	if n < 2 {
		return 0
	}
	// log2(n) = k + log2(f), 1 <= f < 2, with ten bits found by squaring f
	k := bits.Len64(uint64(n)) - 1
	f := uint64(n) << (31 - min(k, 31)) >> max(k-31, 0)
	log := int64(k)
	for range 10 {
		f = f * f >> 31
		log <<= 1
		if f >= 1<<32 {
			f >>= 1
			log |= 1
		}
	}
	return n * log
}

func (m *model) f(n int32) int64 {
	if int(n) < len(m.logs) {
		return m.logs[n]
	}
	return entropy(int64(n))
}

// improve moves a word to its best class and tells whether that is another one. before and after are scratch space of
// one element a class, all zero.
func (m *model) improve(w int32, before, after []int32) bool {
	var classes []int32 // that stand next to the word
	self := int32(0)
	count := func(list []neighbour, into []int32) {
		for _, x := range list {
			if x.word == w {
				self = x.count
				continue
			}
			c := m.class[x.word]
			if before[c] == 0 && after[c] == 0 {
				classes = append(classes, c)
			}
			into[c] += x.count
		}
	}
	count(m.left[w], before)
	count(m.right[w], after)
	old := m.class[w]
	m.shift(old, classes, before, after, self, m.total[w], -1)
	best, gain := old, int64(-1<<62)
	for k := int32(1); k < int32(m.n); k++ {
		g := m.gain(k, classes, before, after, self, m.total[w])
		if g > gain || g == gain && k == old {
			best, gain = k, g
		}
	}
	m.shift(best, classes, before, after, self, m.total[w], 1)
	m.class[w] = best
	for _, c := range classes {
		before[c], after[c] = 0, 0
	}
	return best != old
}

// shift puts the word's counts into class k, or takes them out.
func (m *model) shift(k int32, classes, before, after []int32, self, total, sign int32) {
	n := int32(m.n)
	for _, c := range classes {
		m.pairs[c*n+k] += sign * before[c]
		m.pairs[k*n+c] += sign * after[c]
	}
	m.pairs[k*n+k] += sign * self
	m.sums[k] += sign * total
}

// gain is what the likelihood of the text wins when the word, which is in no class, comes into class k.
func (m *model) gain(k int32, classes, before, after []int32, self, total int32) int64 {
	n := int32(m.n)
	gain := int64(0)
	row := m.pairs[k*n : k*n+n]
	same := self
	for _, c := range classes {
		if c == k {
			same += before[c] + after[c]
			continue
		}
		if b := before[c]; b > 0 {
			x := m.pairs[c*n+k]
			gain += m.f(x+b) - m.f(x)
		}
		if a := after[c]; a > 0 {
			gain += m.f(row[c]+a) - m.f(row[c])
		}
	}
	gain += m.f(row[k]+same) - m.f(row[k])
	return gain - 2*(m.f(m.sums[k]+total)-m.f(m.sums[k]))
}
