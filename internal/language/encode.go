package language

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"dyad/internal/language/network"
	"dyad/internal/language/perceptron"
)

var errModel = errors.New("the model is damaged")

// modelHeader begins every unpacked model; the number is the version of the format and of the features.
const modelHeader = "dyad language model 3\n"

func (m *Model) encode() []byte {
	b := []byte(modelHeader)
	edits := make([]string, len(m.edits))
	for i, e := range m.edits {
		edits[i] = fmt.Sprintf("%c %d %s", e.letters, e.cut, e.add)
	}
	for _, list := range [][]string{m.tags, m.rels, m.featSets, edits} {
		b = binary.AppendUvarint(b, uint64(len(list)))
		for _, s := range list {
			b = binary.AppendUvarint(b, uint64(len(s)))
			b = append(b, s...)
		}
	}
	for _, list := range m.tagFeats {
		b = binary.AppendUvarint(b, uint64(len(list)))
		b = append(b, list...)
	}
	for _, rows := range m.rows {
		b = appendTable(b, rows)
	}
	b = appendTable(b, m.vectors)
	b = appendTable(b, m.lemmas)
	sp := m.splitter.encode()
	b = binary.AppendUvarint(b, uint64(len(sp)))
	b = append(b, sp...)
	b = m.lemmatizer.Append(b)
	return m.net.Append(b)
}

// appendTable writes a map in the order of its keys.
func appendTable[V uint8 | uint32](b []byte, t map[uint32]V) []byte {
	b = binary.AppendUvarint(b, uint64(len(t)))
	last := uint32(0)
	for _, k := range slices.Sorted(maps.Keys(t)) {
		b = binary.AppendUvarint(b, uint64(k-last))
		b = binary.AppendUvarint(b, uint64(t[k]))
		last = k
	}
	return b
}

// decoder reads what encode wrote; after an error it gives zeros.
type decoder struct {
	b   []byte
	err error
}

func (d *decoder) uvarint(limit uint64) uint64 {
	v, n := binary.Uvarint(d.b)
	if n <= 0 || v > limit {
		d.err = errModel
		d.b = nil
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) bytes() []byte {
	n := d.uvarint(uint64(len(d.b)))
	if n > uint64(len(d.b)) {
		d.err = errModel
		return nil
	}
	s := d.b[:n]
	d.b = d.b[n:]
	return s
}

func (d *decoder) strings() []string {
	list := make([]string, d.uvarint(1<<12))
	for i := range list {
		list[i] = string(d.bytes())
	}
	return list
}

func decodeTable[V uint8 | uint32](d *decoder) map[uint32]V {
	n := int(d.uvarint(1 << 22))
	if n > len(d.b)/2 {
		d.err = errModel
		return nil
	}
	t := make(map[uint32]V, n)
	last := uint32(0)
	for range n {
		last += uint32(d.uvarint(1<<32 - 1))
		t[last] = V(d.uvarint(1<<32 - 1))
	}
	return t
}

func decode(raw []byte) (*Model, error) {
	body, ok := strings.CutPrefix(string(raw[:min(len(raw), len(modelHeader))]), modelHeader)
	if !ok || body != "" {
		return nil, fmt.Errorf("%w or of another version: it does not begin with %q", errModel, modelHeader)
	}
	d := &decoder{b: raw[len(modelHeader):]}
	m := &Model{tags: d.strings(), rels: d.strings(), featSets: d.strings()}
	for _, s := range d.strings() {
		parts := strings.SplitN(s, " ", 3)
		if len(parts) != 3 || len(parts[0]) != 1 {
			return nil, fmt.Errorf("%w: edit %q", errModel, s)
		}
		cut, err := strconv.Atoi(parts[1])
		if err != nil || cut < 0 {
			return nil, fmt.Errorf("%w: edit %q", errModel, s)
		}
		m.edits = append(m.edits, edit{parts[0][0], cut, parts[2]})
	}
	for range m.tags {
		list := slices.Clone(d.bytes())
		if len(list) == 0 || int(slices.Max(list)) >= len(m.featSets) {
			return nil, fmt.Errorf("%w: feature sets", errModel)
		}
		m.tagFeats = append(m.tagFeats, list)
	}
	for t := range m.rows {
		m.rows[t] = decodeTable[uint32](d)
	}
	m.vectors, m.lemmas = decodeTable[uint32](d), decodeTable[uint8](d)
	sp, err := decodeSplitter(d.bytes())
	if d.err != nil {
		return nil, d.err
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errModel, err)
	}
	m.splitter = *sp
	for _, e := range m.lemmas {
		if int(e) >= len(m.edits) {
			return nil, fmt.Errorf("%w: lemmas", errModel)
		}
	}
	if err := m.finish(); err != nil {
		return nil, err
	}
	return m, m.decodeWeights(d.b)
}

func (m *Model) decodeWeights(b []byte) error {
	w, b, err := perceptron.Decode(b)
	if err != nil {
		return fmt.Errorf("%w: lemmatizer: %w", errModel, err)
	}
	if w.Classes != len(m.edits) {
		return fmt.Errorf("%w: lemmatizer: %d classes, expected %d", errModel, w.Classes, len(m.edits))
	}
	m.lemmatizer = w
	net, rest, err := network.Decode(b)
	if err != nil {
		return fmt.Errorf("%w: %w", errModel, err)
	}
	m.net = net
	if len(rest) > 0 || !m.fits() {
		return fmt.Errorf("%w: its tables and its network do not fit", errModel)
	}
	return nil
}

// fits tells whether the network has what the tables point at.
func (m *Model) fits() bool {
	n := m.net
	if len(n.Tables) != wordTables || n.Tags != len(m.tags) || n.Feats != len(m.featSets) || n.Rels != len(m.rels) {
		return false
	}
	for t, rows := range m.rows {
		for _, r := range rows {
			if int(r) >= n.Tables[t].Rows {
				return false
			}
		}
	}
	for _, r := range m.vectors {
		if int(r) >= n.VectorRows() {
			return false
		}
	}
	return n.VectorRows() > 0 || n.VectorDim == 0
}
