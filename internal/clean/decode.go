package clean

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// decode makes a string of the bytes of a report and says in which encoding they were.
//
// Valid UTF-8 beats every declaration, because declarations are often left over from an older system. What is not
// valid is read in the encoding that the page declares, else in windows-1252, but only where that makes sense: broken
// UTF-8 read as windows-1252 would silently give gibberish, so it is an error in a text file. In a page, as browsers
// do, its broken characters alone are lost.
func decode(raw []byte, html bool) (text, name string, err error) {
	if s, name, ok := decodeUTF16(raw); ok {
		return s, name, nil
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if utf8.Valid(raw) {
		return string(raw), "utf-8", nil
	}
	bad, multi, first := countUTF8(raw)
	if cut := truncated(raw); bad == len(raw)-cut && first == cut {
		return string(raw[:cut]), "utf-8", nil // cut off in the middle of its last character
	}
	if html {
		if multi >= bad {
			return strings.ToValidUTF8(string(raw), "\ufffd"), "utf-8", nil
		}
		if enc, name := declared(raw); enc != nil {
			if s, err := enc.NewDecoder().Bytes(raw); err == nil {
				return string(s), name, nil
			}
		}
	}
	if multi >= bad {
		return "", "", atLine(raw, first, "invalid UTF-8 (byte %#x): the file is damaged; fetch it again or repair it", raw[first])
	}
	if i := slices.IndexFunc(raw, undefined1252); !html && i >= 0 {
		return "", "", atLine(raw, i, "byte %#x is neither UTF-8 nor windows-1252; save the file as UTF-8", raw[i])
	}
	s, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil {
		return "", "", atLine(raw, first, "neither UTF-8 nor windows-1252 (%w); save the file as UTF-8", err)
	}
	return string(s), "windows-1252", nil
}

// undefined1252 holds for bytes that are no character in windows-1252.
func undefined1252(b byte) bool {
	return b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d || b == 0
}

// atLine says in which line of the report something is wrong. Whoever called names the report.
func atLine(raw []byte, at int, format string, args ...any) error {
	return fmt.Errorf("line %d: %w", 1+bytes.Count(raw[:at], []byte("\n")), fmt.Errorf(format, args...))
}

// countUTF8 counts bytes that are not UTF-8 and valid characters of several bytes, and finds the first bad byte.
func countUTF8(raw []byte) (bad, multi, first int) {
	first = -1
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			if bad++; first < 0 {
				first = i
			}
		case size > 1:
			multi++
		}
		i += size
	}
	return bad, multi, first
}

// truncated returns where a character begins that the end of raw cuts off, else len(raw).
func truncated(raw []byte) int {
	for i := len(raw) - 1; i >= 0 && i >= len(raw)-3; i-- {
		if utf8.RuneStart(raw[i]) {
			if raw[i] >= 0xc0 && !utf8.FullRune(raw[i:]) {
				return i
			}
			break
		}
	}
	return len(raw)
}

// decodeUTF16 reads UTF-16, known by its byte order mark or by every second byte being zero.
func decodeUTF16(raw []byte) (text, name string, ok bool) {
	var big bool
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		raw = raw[2:]
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		raw, big = raw[2:], true
	default:
		var zeros [2]int
		head := raw[:min(len(raw), 4<<10)]
		for i, b := range head {
			if b == 0 {
				zeros[i%2]++
			}
		}
		half := len(head) / 2
		little := zeros[0] == 0 && zeros[1] > half*7/10
		big = zeros[1] == 0 && zeros[0] > half*7/10
		if half < 2 || !little && !big {
			return "", "", false
		}
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		lo, hi := raw[2*i], raw[2*i+1]
		if big {
			lo, hi = hi, lo
		}
		units[i] = uint16(hi)<<8 | uint16(lo)
	}
	return string(utf16.Decode(units)), "utf-16", true
}

var declaration = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)`)

// declared returns the encoding that a page says it has, nil where it says none that is known.
func declared(raw []byte) (encoding.Encoding, string) {
	m := declaration.FindSubmatch(raw[:min(len(raw), 4<<10)])
	if m == nil {
		return nil, ""
	}
	enc, name := charset.Lookup(string(m[1]))
	if name == "utf-8" || strings.HasPrefix(name, "utf-16") || name == "replacement" {
		return nil, "" // it is not: that was tried
	}
	return enc, name
}
