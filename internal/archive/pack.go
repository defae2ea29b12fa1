package archive

import (
	"encoding/json"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"dyad/event"
)

// packer writes whole reports as compressed JSON and reads them back. It is safe for concurrent use.
type packer struct {
	encoder func() (*zstd.Encoder, error) // made when first needed: a reader of rows needs neither
	decoder func() (*zstd.Decoder, error)
}

// maxRecord bounds what one record may unpack to, so that a damaged file cannot take all memory.
const maxRecord = 1 << 30

func newPacker() *packer {
	return &packer{
		encoder: sync.OnceValues(func() (*zstd.Encoder, error) {
			return zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedDefault))
		}),
		decoder: sync.OnceValues(func() (*zstd.Decoder, error) {
			return zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxRecord))
		}),
	}
}

func (p *packer) pack(r event.Report) ([]byte, error) {
	data, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("report %s cannot be written as JSON: %w", r.ID, err)
	}
	enc, err := p.encoder()
	if err != nil {
		return nil, err
	}
	return enc.EncodeAll(data, nil), nil
}

func (p *packer) unpack(record []byte) (event.Report, error) {
	var r event.Report
	dec, err := p.decoder()
	if err != nil {
		return r, err
	}
	data, err := dec.DecodeAll(record, nil)
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(data, &r)
}
