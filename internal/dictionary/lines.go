package dictionary

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
)

// maxLine bounds a line of a table or dictionary: a longer one is a mistake, not a row.
const maxLine = 1 << 20

// A lineReader reads lines in bounded memory: of a line longer than most it keeps only the beginning.
type lineReader struct {
	r    *bufio.Reader
	most int
	n    int    // number of the line that next gave
	buf  []byte // it, without its end; good until the next call
	long bool   // it was cut
	size int64  // bytes read so far
	mark bool   // the file begins with a byte order mark, which is no part of its first line
}

func newLines(r io.Reader, most int) *lineReader {
	return &lineReader{r: bufio.NewReaderSize(r, 64<<10), most: most}
}

// next reads a line; io.EOF says that there is none.
func (l *lineReader) next() error {
	l.buf, l.long = l.buf[:0], false
	read := false
	for {
		part, err := l.r.ReadSlice('\n')
		l.size += int64(len(part))
		read = read || len(part) > 0
		if room := l.most + 2 - len(l.buf); len(part) > room { // two more: the end of the line does not count
			part = part[:max(room, 0)]
		}
		l.buf = append(l.buf, part...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && (!errors.Is(err, io.EOF) || !read) {
			return err
		}
		break
	}
	l.n++
	l.trim()
	if l.n == 1 {
		l.buf, l.mark = bytes.CutPrefix(l.buf, []byte("\ufeff")) // as Windows writes it
	}
	if len(l.buf) > l.most {
		l.buf, l.long = l.buf[:l.most], true
	}
	return nil
}

// all goes through the lines of a file: nil for each, which stands in buf, and at the end an error, if one kept it from reading
// on.
func (l *lineReader) all(file string) iter.Seq[error] {
	return func(yield func(error) bool) {
		for {
			err := l.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(fmt.Errorf("%s:%d: %w", file, l.n+1, err))
				return
			}
			if !yield(nil) {
				return
			}
		}
	}
}

// trim cuts the end of the line off.
func (l *lineReader) trim() {
	if n := len(l.buf); n > 0 && l.buf[n-1] == '\n' {
		l.buf = l.buf[:n-1]
	}
	if n := len(l.buf); n > 0 && l.buf[n-1] == '\r' {
		l.buf = l.buf[:n-1]
	}
}
