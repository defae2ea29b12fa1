package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"dyad/event"
)

// readLines yields the reports of a JSON Lines file. A broken line costs one error and the reading goes on behind it.
func readLines(r *unpacked, path string, limit int, hand yield) bool {
	empty := true
	for n := 1; ; n++ {
		line, err := readLine(r.Reader, limit)
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
			if overLines(line) {
				return hand(event.Document{}, fmt.Errorf("%s: JSON that runs over lines; give JSON Lines, one object a line, as jq -c makes them", path))
			}
		}
		if errors.Is(err, errLong) {
			empty = false
			if !hand(event.Document{}, fmt.Errorf("%s:%d: a line longer than %s, skipped; one line holds one report", path, n, megabytes(limit))) {
				return false
			}
			continue
		}
		if len(bytes.TrimSpace(line)) > 0 {
			empty = false
			doc, bad := parseLine(line, path, n)
			if !hand(doc, bad) {
				return false
			}
		} else if empty && errors.Is(err, io.EOF) {
			return hand(event.Document{}, fmt.Errorf("%s: empty file; leave it out or fetch it again", path))
		}
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			return hand(event.Document{}, fmt.Errorf("%s:%d: cannot be read further: %w", path, n, err))
		}
	}
}

// overLines knows by its first line a file that is one JSON value: an object or a list that goes on in the next lines,
// or a list of objects. It would make an error of each line, or a report of its brackets.
func overLines(first []byte) bool {
	switch s := bytes.TrimSpace(first); {
	case len(s) == 0:
		return false
	case s[0] == '[':
		s = bytes.TrimSpace(s[1:])
		return len(s) == 0 || s[0] == '{'
	default:
		return len(s) == 1 && s[0] == '{'
	}
}

var errLong = errors.New("line too long")

// readLine reads one line without its end. Of a line over the limit nothing is kept: the rest of it is read past, so
// that memory stays bounded and the next call reads the next line. The parts of a long line are joined only when it has
// ended, because a slice that grows with each part would leave several times its length behind.
func readLine(r *bufio.Reader, limit int) ([]byte, error) {
	var parts [][]byte
	length := 0
	for {
		part, err := r.ReadSlice('\n')
		length += len(part)
		if length > limit+1 {
			parts = nil
		} else {
			parts = append(parts, bytes.Clone(part))
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case length > limit+1 && (err == nil || errors.Is(err, io.EOF)):
			return nil, errLong // at the end of the file the next call returns io.EOF by itself
		case len(parts) == 1:
			return bytes.TrimRight(parts[0], "\r\n"), err
		default:
			return bytes.TrimRight(bytes.Join(parts, nil), "\r\n"), err
		}
	}
}

// parseLine reads one line: our fields into the document, all others into Extra as they stand.
func parseLine(line []byte, path string, n int) (event.Document, error) {
	fail := func(format string, args ...any) (event.Document, error) {
		return event.Document{}, fmt.Errorf("%s:%d: %w", path, n, fmt.Errorf(format, args...))
	}
	if i := invalidUTF8(line); i >= 0 {
		return fail("invalid UTF-8 (byte %#x at column %d); JSON must be saved as UTF-8", line[i], i+1)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		return fail("broken JSON (%s); each line must hold one JSON object", reason(err))
	}
	if fields == nil {
		return fail("the line is null; each line must hold one JSON object")
	}
	doc := event.Document{Path: path, Line: n}
	var body, html string
	for _, field := range []struct { // a list, not a map: of two faults the same one is always reported
		name string
		into *string
	}{
		{"text", &body},
		{"html", &html},
		{"path", &doc.Path},
		{"url", &doc.URL},
		{"title", &doc.Title},
		{"outlet", &doc.Outlet},
		{"published", &doc.Published},
		{"byline", &doc.Byline},
		{"language", &doc.Language},
		{"licence", &doc.Licence},
	} {
		value, given := fields[field.name]
		if !given {
			continue
		}
		delete(fields, field.name)
		if field.name == "published" && isNumber(value) { // 20161011
			doc.Published = string(value)
			continue
		}
		if err := json.Unmarshal(value, field.into); err != nil {
			return fail("%q must be a string, but is %s", field.name, abbreviate(value))
		}
	}
	if doc.Path == "" {
		doc.Path = path
	}
	switch {
	case body != "":
		doc.Raw = []byte(body)
		doc.HTML = looksLikePage(doc.Raw[:min(len(doc.Raw), peekBytes)])
	case html != "":
		doc.Raw, doc.HTML = []byte(html), true
	}
	if len(bytes.TrimSpace(doc.Raw)) == 0 {
		return fail(`no report in the line: neither "text" nor "html" holds anything`)
	}
	if what := binary(doc.Raw); what != "" {
		return fail("%s, not text; extract its text first", what)
	}
	if len(fields) > 0 {
		doc.Extra = fields
	}
	return doc, nil
}

// isNumber holds for a JSON number without sign, point or exponent.
func isNumber(value json.RawMessage) bool {
	return len(value) > 0 && !bytes.ContainsFunc(value, func(r rune) bool { return r < '0' || r > '9' })
}

// reason words a JSON error without repeating that it is one.
func reason(err error) string {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprintf("%v at column %d", syntax, syntax.Offset)
	case errors.As(err, &wrong):
		return "a JSON " + wrong.Value
	default:
		return err.Error()
	}
}

// abbreviate shows the beginning of a value in a message.
func abbreviate(value []byte) string {
	const most = 40
	if len(value) <= most {
		return string(value)
	}
	cut := most
	for cut > 0 && !utf8.RuneStart(value[cut]) {
		cut--
	}
	return string(value[:cut]) + "…"
}

// invalidUTF8 returns the place of the first byte that is not UTF-8, -1 if all are.
func invalidUTF8(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
