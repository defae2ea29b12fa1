package perceptron

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Append writes the weights behind b: columns of one kind together, because they compress better than rows do.
func (w *Weights) Append(b []byte) []byte {
	var keys, counts, classes, values []byte
	last, n := uint32(0), 0
	for _, s := range w.slots {
		if s.row == 0 {
			continue
		}
		n++
		keys = binary.AppendUvarint(keys, uint64(s.key-last))
		last = s.key
		pairs := w.pairs(s.row)
		counts = binary.AppendUvarint(counts, uint64(len(pairs)))
		for _, e := range pairs {
			classes = append(classes, byte(e>>8))
			values = append(values, byte(e))
		}
	}
	b = binary.AppendUvarint(b, uint64(w.Classes))
	b = binary.AppendUvarint(b, uint64(n))
	b = binary.AppendUvarint(b, uint64(len(keys)))
	b = binary.AppendUvarint(b, uint64(len(counts)))
	b = binary.AppendUvarint(b, uint64(len(classes)))
	b = append(b, keys...)
	b = append(b, counts...)
	b = append(b, classes...)
	return append(b, values...)
}

var errDamaged = errors.New("the weights are damaged")

// Decode reads weights that Append wrote and returns what follows them.
func Decode(b []byte) (*Weights, []byte, error) {
	var head [5]int
	for i := range head {
		v, n := binary.Uvarint(b)
		if n <= 0 || v > 1<<28 {
			return nil, nil, errDamaged
		}
		head[i], b = int(v), b[n:]
	}
	classes, n, pairs := head[0], head[1], head[4]
	column := func(size int) []byte {
		size = min(size, len(b))
		c := b[:size]
		b = b[size:]
		return c
	}
	if missing := head[2] + head[3] + 2*pairs - len(b); classes > MaxClasses || n > head[2] || missing > 0 {
		return nil, nil, fmt.Errorf("%w: %d bytes are missing", errDamaged, missing)
	}
	keyCol, counts, classCol, valueCol := column(head[2]), column(head[3]), column(pairs), column(pairs)
	w := &Weights{Classes: classes, entries: make([]uint16, 1, 1+n+pairs)}
	keys, rows := make([]uint32, n), make([]uint32, n)
	last, at := uint64(0), 0
	for i := range n {
		d, k := binary.Uvarint(keyCol)
		c, kc := binary.Uvarint(counts)
		last += d
		if k <= 0 || kc <= 0 || d == 0 || last >= 1<<32-1 || c > 1<<15 || at+int(c) > pairs {
			return nil, nil, errDamaged
		}
		size := int(c)
		keyCol, counts = keyCol[k:], counts[kc:]
		keys[i], rows[i] = uint32(last), uint32(len(w.entries))
		w.entries = append(w.entries, uint16(size))
		for j := at; j < at+size; j++ {
			if int(classCol[j]) >= classes {
				return nil, nil, errDamaged
			}
			w.entries = append(w.entries, uint16(classCol[j])<<8|uint16(valueCol[j]))
		}
		at += size
	}
	w.build(keys, rows)
	return w, b, nil
}
