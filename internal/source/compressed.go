package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// peekBytes is how much of the beginning is looked at to tell the form of a file.
const peekBytes = 4 << 10

// unpacked is a reader of the content of a file, decompressed where it was compressed.
type unpacked struct {
	*bufio.Reader
	close func()
}

func (u *unpacked) Close() { u.close() }

// Peeked returns the first bytes of the content without reading them.
func (u *unpacked) Peeked() []byte {
	first, _ := u.Peek(peekBytes)
	return first
}

// unpack tells compressed content by its first bytes, not its name: servers and crawlers get the names wrong.
func unpack(in io.Reader) (*unpacked, error) {
	raw := bufio.NewReaderSize(in, 64<<10)
	magic, _ := raw.Peek(4)
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(raw)
		if err != nil {
			return nil, fmt.Errorf("broken gzip file: %w; fetch it again", err)
		}
		return &unpacked{bufio.NewReaderSize(z, 64<<10), func() { z.Close() }}, nil
	case bytes.Equal(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		// A window of at most 64 MB and one goroutine: a small file must not be able to claim a large memory.
		z, err := zstd.NewReader(raw, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(64<<20))
		if err != nil {
			return nil, fmt.Errorf("broken zstd file: %w; fetch it again", err)
		}
		return &unpacked{bufio.NewReaderSize(z, 64<<10), z.Close}, nil
	default:
		return &unpacked{raw, func() {}}, nil
	}
}
