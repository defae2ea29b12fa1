package source

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"dyad/event"
)

// readWhole reads a file that holds one report: a text or a page.
func readWhole(r io.Reader, path string, limit int, html bool) (event.Document, error) {
	raw, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	switch {
	case err != nil:
		return event.Document{}, fmt.Errorf("%s: cannot be read to its end: %w", path, err)
	case len(raw) > limit:
		return event.Document{}, fmt.Errorf("%s: longer than %s, too long for one report; give many reports as JSON Lines, one a line", path, megabytes(limit))
	case len(bytes.TrimSpace(raw)) == 0:
		return event.Document{}, fmt.Errorf("%s: empty file; leave it out or fetch it again", path)
	}
	if what := binary(raw); what != "" {
		return event.Document{}, fmt.Errorf("%s: %s, not text; extract its text first", path, what)
	}
	return event.Document{Raw: raw, HTML: html, Path: path}, nil
}

func megabytes(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}

// magics are the first bytes of files that come in the place of reports.
var magics = []struct{ start, what string }{
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a zip archive or an office document"},
	{"\xd0\xcf\x11\xe0", "an office document"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
	{"{\\rtf", "a rich text document"},
	{"SQLite format 3\x00", "an SQLite file"},
	{"BZh", "a bzip2 file"},
	{"\xfd7zXZ", "an xz file"},
	{"PAR1", "a Parquet file"},
	{"\x7fELF", "a program"},
}

// binary says what the bytes are if they are no text: "" = they may be text. UTF-16 is text though every second byte
// of it may be zero.
func binary(raw []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(raw, []byte(m.start)) {
			return m.what
		}
	}
	if isUTF16(raw) {
		return ""
	}
	head := raw[:min(len(raw), 1<<20)]
	control := 0
	for _, b := range head {
		if b == 0 {
			return "a binary file"
		}
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' && b != 0x1b {
			control++
		}
	}
	// A few control characters are the dirt of old wire systems; many are no text. Valid UTF-8 may hold more of them.
	if limit := len(head) / 20; control > limit+4 && (!utf8.Valid(raw) || control > 4*limit) {
		return "a binary file"
	}
	return ""
}

// isUTF16 knows UTF-16 by its byte order mark, or by zeros that all stand at even or all at odd places.
func isUTF16(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte{0xff, 0xfe}) || bytes.HasPrefix(raw, []byte{0xfe, 0xff}) {
		return true
	}
	head := raw[:min(len(raw), 4<<10)]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	return half > 1 && (zeros[0] == 0 && zeros[1] > half*7/10 || zeros[1] == 0 && zeros[0] > half*7/10)
}
