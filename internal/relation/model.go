package relation

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"dyad/internal/relation/linear"
)

//go:generate go run ./train

// The models that the program carries, trained on corpus/events by internal/relation/train: texts as package linear describes,
// packed.
var (
	//go:embed model/ranker.zst
	ranker []byte
	//go:embed model/unknown.zst
	unknownVerbs []byte
	//go:embed model/pairs.zst
	pairs []byte
)

// DefaultPairs returns the model that labels pairs of parties with the 15-type variant.
var DefaultPairs = sync.OnceValues(func() (*linear.Model, error) { return unpack("pairs.zst", pairs, PairUse) })

// defaultRanker returns the model that judges the candidates of the rules.
var defaultRanker = sync.OnceValues(func() (*linear.Model, error) {
	return unpack("ranker.zst", ranker, RankerUse)
})

// defaultUnknown returns the model of verbs that the lexicon lacks.
var defaultUnknown = sync.OnceValues(func() (*linear.Model, error) {
	return unpack("unknown.zst", unknownVerbs, UnknownUse)
})

func unpack(name string, packed []byte, use string) (*linear.Model, error) {
	name = "internal/relation/model/" + name
	d, err := zstd.NewReader(bytes.NewReader(packed), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<28))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer d.Close()
	return linear.Read(name, d, use)
}
