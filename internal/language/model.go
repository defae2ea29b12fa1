package language

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"

	"dyad/internal/language/network"
	"dyad/internal/language/perceptron"
)

//go:generate go run ./train

//go:embed model/english.zst
var english []byte

// Model is a trained sentence splitter, tagger, lemmatizer and parser. It is never changed after it is made, so it is safe
// for concurrent use.
type Model struct {
	tags     []string // "VERB VBD"
	rels     []string // the most frequent first
	featSets []string // "Mood=Ind|Tense=Past|VerbForm=Fin"
	edits    []edit
	tagFeats [][]uint8                     // by tag: the feature sets seen with it
	rows     [wordTables]map[uint32]uint32 // of words in the tables of the network
	vectors  map[uint32]uint32             // word -> row of its vector
	lemmas   map[uint32]uint8              // word and tag -> edit

	splitter   splitter
	lemmatizer *perceptron.Weights
	net        *network.Network

	// made from the above
	upos, xpos []string // by tag
	tagPos     []uint8  // by tag: number of the universal part of speech
	rootRel    int
}

var loadDefault = sync.OnceValues(func() (*Model, error) {
	m, err := Load(english)
	if err != nil {
		return nil, fmt.Errorf("internal/language/model/english.zst: %w; run go generate ./internal/language", err)
	}
	return m, nil
})

// Default returns the embedded model. It is unpacked at the first call.
func Default() (*Model, error) { return loadDefault() }

// Load unpacks a model that Model.Save made.
func Load(packed []byte) (*Model, error) {
	raw, err := unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("unpacking the model: %w", err)
	}
	return decode(raw)
}

// Bounds of the inventories; what is rarer counts as the most frequent.
const (
	maxTags = 250
	maxRels = 250
)

// maxModel bounds what a model unpacks to.
const maxModel = 256 << 20

// Save packs the model.
func (m *Model) Save() ([]byte, error) { return pack(m.encode()) }

func pack(raw []byte) ([]byte, error) {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("packing the model: %w", err)
	}
	defer e.Close()
	return e.EncodeAll(raw, nil), nil
}

func unpack(packed []byte) ([]byte, error) {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxModel))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return d.DecodeAll(packed, nil)
}

// finish makes the parts of the model that follow from the others.
func (m *Model) finish() error {
	pos := map[string]uint8{}
	for _, t := range m.tags {
		upos, xpos, ok := strings.Cut(t, " ")
		if !ok {
			return fmt.Errorf("%w: tag %q", errModel, t)
		}
		if _, known := pos[upos]; !known {
			pos[upos] = uint8(len(pos))
		}
		m.upos, m.xpos, m.tagPos = append(m.upos, upos), append(m.xpos, xpos), append(m.tagPos, pos[upos])
	}
	m.rootRel = slices.Index(m.rels, "root")
	switch {
	case m.rootRel < 0, len(m.rels) < 2:
		return fmt.Errorf("%w: no relations", errModel)
	case len(m.tags) == 0 || len(m.tags) > maxTags, len(m.rels) > maxRels:
		return fmt.Errorf("%w: %d tags, %d relations", errModel, len(m.tags), len(m.rels))
	case len(m.edits) == 0 || len(m.edits) > perceptron.MaxClasses, len(m.featSets) == 0 || len(m.featSets) > perceptron.MaxClasses:
		return fmt.Errorf("%w: %d edits, %d feature sets", errModel, len(m.edits), len(m.featSets))
	}
	return nil
}
