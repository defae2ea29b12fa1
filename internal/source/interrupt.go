package source

import (
	"context"
	"io"
)

// interruptible is a reader that gives up when ctx ends although nothing comes: a terminal or a pipe may wait for ever.
type interruptible struct {
	ctx context.Context
	in  io.Reader
	buf []byte // read into by a goroutine, never touched again once ctx has ended
}

func (r *interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if r.buf == nil {
		r.buf = make([]byte, 64<<10)
	}
	type chunk struct {
		n   int
		err error
	}
	done := make(chan chunk, 1)
	buf := r.buf[:min(len(p), len(r.buf))]
	go func() {
		n, err := r.in.Read(buf)
		done <- chunk{n, err}
	}()
	select {
	case c := <-done:
		return copy(p, buf[:c.n]), c.err
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	}
}
