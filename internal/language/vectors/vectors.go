// Package vectors learns word vectors from running text.
//
// In go sentences of word numbers. Counted is which frequent words stand one and two places before and behind each word,
// every place for itself. The counts become positive pointwise mutual information with a smoothed distribution of the
// contexts (Levy, Goldberg and Dagan 2015), and the matrix is cut down to few dimensions by a truncated singular value
// decomposition (Halko, Martinsson and Tropp 2011). Words that are used alike come near each other.
//
// The same sentences give the same bytes on every machine, on any number of cores: every sum is made in an order of its
// own, products are rounded before they are added (no fused arithmetic), and roots are the only functions of the machine
// that are used.
package vectors

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// A Counter gathers running text, of fewer than two thousand million words.
type Counter struct {
	words    int
	contexts int
	stream   []uint32 // word numbers; edge before each sentence and behind the last
}

// edge in the stream is the boundary of a sentence.
const edge = ^uint32(0)

// places are where contexts stand, relative to the word.
var places = [...]int{-2, -1, 1, 2}

// NewCounter makes a counter for words numbered from 1 below words, of which the given number, the most frequent, are
// contexts.
func NewCounter(words, contexts int) *Counter {
	return &Counter{words: max(words, 1), contexts: max(contexts, 0), stream: []uint32{edge}}
}

// Add counts a sentence. Number 0, or one that is too great, is a word without a vector.
func (c *Counter) Add(sentence []uint32) {
	for _, w := range sentence {
		if int64(w) >= int64(c.words) {
			w = 0
		}
		c.stream = append(c.stream, w)
	}
	c.stream = append(c.stream, edge)
}

// Vectors returns a vector of length 1 and the given dimensions for each word, one behind the other. Words that have no
// contexts, word 0 among them, have vectors of zeros. The seed begins the search for the dimensions.
func (c *Counter) Vectors(dims int, seed uint64) []float32 {
	if dims <= 0 {
		return nil
	}
	return c.matrix().reduce(dims, seed)
}

// codes numbers the contexts: 0 the boundary, then the most frequent words, last all others. Element w is word w's.
func (c *Counter) codes(counts []int32) (codes []uint32, n int) {
	order := make([]uint32, 0, c.words)
	for w := 1; w < c.words; w++ {
		if counts[w] > 0 {
			order = append(order, uint32(w))
		}
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	order = order[:min(len(order), c.contexts)]
	codes = make([]uint32, c.words)
	for w := range codes {
		codes[w] = uint32(len(order)) + 1
	}
	for i, w := range order {
		codes[w] = uint32(i) + 1
	}
	return codes, len(order) + 2
}

// occurrences returns where in the stream each word stands: those of word w are at[begin[w]:begin[w+1]].
func (c *Counter) occurrences() (at []uint32, begin []int, counts []int32) {
	counts = make([]int32, c.words)
	for _, w := range c.stream {
		if w != edge {
			counts[w]++
		}
	}
	counts[0] = 0
	begin = make([]int, c.words+1)
	for w, n := range counts {
		begin[w+1] = begin[w] + int(n)
	}
	at = make([]uint32, begin[c.words])
	next := slices.Clone(begin)
	for i, w := range c.stream {
		if w != edge && w != 0 {
			at[next[w]] = uint32(i)
			next[w]++
		}
	}
	return at, begin, counts
}

// matrix counts the contexts of each word and weighs them.
func (c *Counter) matrix() *matrix {
	at, begin, counts := c.occurrences()
	codes, n := c.codes(counts)
	m := &matrix{rows: make([]row, c.words), columns: n * len(places)}
	const chunk = 64
	parallel((c.words+chunk-1)/chunk, func() func(i int) {
		dense := make([]int32, m.columns)
		return func(i int) {
			for w := i * chunk; w < min(i*chunk+chunk, c.words); w++ {
				m.rows[w] = c.row(at[begin[w]:begin[w+1]], codes, n, dense)
			}
		}
	})
	m.weigh(n)
	return m
}

// row counts the contexts of one word. dense is scratch space, all zero.
func (c *Counter) row(at []uint32, codes []uint32, n int, dense []int32) row {
	var columns []uint32
	for k, place := range places {
		for _, i := range at {
			column := uint32(k*n) + c.context(int(i), place, codes)
			if dense[column] == 0 {
				columns = append(columns, column)
			}
			dense[column]++
		}
	}
	slices.Sort(columns)
	r := row{columns: columns, values: make([]float32, len(columns))}
	for j, column := range columns {
		r.values[j] = float32(dense[column])
		dense[column] = 0
	}
	return r
}

// context returns the code of what stands at a place relative to place i of the stream.
func (c *Counter) context(i, place int, codes []uint32) uint32 {
	step := 1
	if place < 0 {
		step = -1
	}
	for place != 0 {
		i += step
		place -= step
		if c.stream[i] == edge {
			return 0
		}
	}
	return codes[c.stream[i]]
}

// parallel runs a job for 0..n-1 on all cores. Each worker begins with work(), which returns the job.
func parallel(n int, work func() func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			job := work()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				job(i)
			}
		})
	}
	wg.Wait()
}
