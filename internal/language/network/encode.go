package network

import (
	"encoding/binary"
	"errors"
	"math"

	"dyad/internal/language/matrix"
)

var errDamaged = errors.New("the network is damaged")

// Append writes the network behind b: its shape, then the vectors and the parameters. Matrices are kept as integers of
// eight bits with a scale for each column, single rows as they are.
func (n *Network) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(n.Tables)))
	for _, t := range n.Tables {
		b = binary.AppendUvarint(b, uint64(t.Rows))
		b = binary.AppendUvarint(b, uint64(t.Dim))
	}
	rows := n.VectorRows()
	b = binary.AppendUvarint(b, uint64(rows))
	for _, v := range n.sizes() {
		b = binary.AppendUvarint(b, uint64(*v))
	}
	b = appendParam(b, &param{rows: rows, cols: n.VectorDim, w: n.Vectors})
	for _, p := range n.params() {
		b = appendParam(b, p)
	}
	return b
}

// VectorRows is the number of word vectors, with that of zeros for words without one.
func (n *Network) VectorRows() int {
	if n.VectorDim == 0 {
		return 0
	}
	return len(n.Vectors) / n.VectorDim
}

// sizes are the numbers of the shape in the order of the file.
func (s *Shape) sizes() []*int {
	return []*int{&s.VectorDim, &s.Hidden, &s.Layers, &s.TagLayer, &s.TagHidden, &s.Tags, &s.Feats, &s.ArcDim, &s.RelDim, &s.Rels}
}

func appendParam(b []byte, p *param) []byte {
	if p.rows == 1 {
		for _, w := range p.w {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(w))
		}
		return b
	}
	scales := make([]float32, p.cols)
	for i, w := range p.w {
		scales[i%p.cols] = max(scales[i%p.cols], w/127, -w/127)
	}
	for _, s := range scales {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(s))
	}
	for i, w := range p.w {
		q := 0.0
		if s := scales[i%p.cols]; s > 0 {
			q = math.Round(float64(w) / float64(s))
		}
		b = append(b, byte(int8(q)))
	}
	return b
}

// most bounds the parameters of a network that is read.
const most = 1 << 28

// Decode reads what Append wrote and returns the bytes behind it.
func Decode(b []byte) (*Network, []byte, error) {
	d := decoder{b: b}
	n := &Network{}
	for range d.number(64) {
		n.Tables = append(n.Tables, Table{d.number(1 << 22), d.number(1 << 12)})
	}
	rows := d.number(1 << 22)
	for _, v := range n.sizes() {
		*v = d.number(1 << 14)
	}
	if d.err != nil || !n.sound() || n.size()+rows*n.VectorDim > min(most, len(d.b)) {
		return nil, nil, errDamaged
	}
	vectors := param{rows: rows, cols: n.VectorDim, w: make([]float32, rows*n.VectorDim)}
	d.param(&vectors)
	n.Vectors = vectors.w
	for i, p := range n.build() {
		d.param(p)
		if i >= len(n.tables) && p.rows > 1 {
			p.packed = matrix.Pack(matrix.Of(p.w, p.cols), p.rows, p.cols)
		}
	}
	return n, d.b, d.err
}

// sound tells whether the sizes can be.
func (s *Shape) sound() bool {
	for _, t := range s.Tables {
		if t.Rows < 1 || t.Dim < 1 {
			return false
		}
	}
	return s.Layers >= 1 && s.Layers <= 16 && s.TagLayer >= 1 && s.TagLayer <= s.Layers && s.Hidden > 0 && s.TagHidden > 0 && s.Tags > 0 &&
		s.Feats > 0 && s.ArcDim > 0 && s.RelDim > 0 && s.Rels > 0
}

// size is how many elements the large matrices of a shape have: a file of fewer bytes is too short, and memory for what it
// pretends to hold is not taken.
func (s *Shape) size() int {
	h2 := 2 * s.Hidden
	size := s.In()*4*h2 + (s.Layers-1)*h2*3*h2 + h2*(s.TagHidden+2*s.ArcDim+2*s.RelDim) + s.TagHidden*(s.Tags+s.Feats) +
		s.ArcDim*s.ArcDim + 3*s.RelDim*s.Rels
	for _, t := range s.Tables {
		if size += t.Rows * t.Dim; size > most {
			break
		}
	}
	return size
}

// decoder takes a file apart; after an error it gives zeros.
type decoder struct {
	b   []byte
	err error
}

func (d *decoder) number(limit uint64) int {
	v, n := binary.Uvarint(d.b)
	if n <= 0 || v > limit {
		d.err, d.b = errDamaged, nil
		return 0
	}
	d.b = d.b[n:]
	return int(v)
}

func (d *decoder) take(n int) []byte {
	if n > len(d.b) {
		d.err, d.b = errDamaged, nil
		return nil
	}
	s := d.b[:n]
	d.b = d.b[n:]
	return s
}

func (d *decoder) floats(to []float32) {
	b := d.take(4 * len(to))
	for i := range len(b) / 4 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		if v != v || v > 1e6 || v < -1e6 {
			d.err = errDamaged
			return
		}
		to[i] = v
	}
}

func (d *decoder) param(p *param) {
	if p.rows == 1 {
		d.floats(p.w)
		return
	}
	scales := make([]float32, p.cols)
	d.floats(scales)
	b := d.take(len(p.w))
	for r := range len(b) / max(p.cols, 1) {
		row := p.w[r*p.cols : (r+1)*p.cols]
		for j, q := range b[r*p.cols : (r+1)*p.cols] {
			row[j] = float32(int8(q)) * scales[j]
		}
	}
}
