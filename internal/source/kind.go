package source

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
)

// kind is the form a file has.
type kind int

const (
	text kind = iota
	page
	jsonLines
)

// extensions are the names that a walk through a folder takes, and what they say of the form.
var extensions = map[string]kind{
	".txt": text, ".text": text,
	".html": page, ".htm": page, ".xhtml": page,
	".jsonl": jsonLines, ".ndjson": jsonLines,
}

// walked are the extensions that a walk through a folder takes.
var walked = []string{".txt", ".text", ".html", ".htm", ".jsonl", ".ndjson"}

// extension returns the extension of a name in lower case, without that of the compression.
func extension(name string) string {
	ext := strings.ToLower(filepath.Ext(name))
	if ext == ".gz" || ext == ".zst" {
		ext = strings.ToLower(filepath.Ext(strings.TrimSuffix(name, filepath.Ext(name))))
	}
	return ext
}

// wanted says whether a walk through a folder takes a file of this name.
func wanted(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	gold := strings.Contains(strings.ToLower(name), ".gold.")
	return slices.Contains(walked, extension(name)) && !gold && !strings.EqualFold(base, "readme")
}

// isLines says whether a name promises JSON Lines.
func isLines(path string) bool { return extensions[extension(path)] == jsonLines }

// kindOf tells the form of a file from its name and first bytes. The bytes of a page win over .txt, because crawlers
// name pages so; a name of JSON Lines wins over all bytes, so that a broken first line is reported as such.
func kindOf(path string, first []byte) kind {
	named, known := extensions[extension(path)]
	switch {
	case known && named != text:
		return named
	case looksLikePage(first):
		return page
	case !known && looksLikeLines(first):
		return jsonLines
	default:
		return text
	}
}

// pageStarts are how a page begins, apart from white space and comments.
var pageStarts = []string{"<!doctype html", "<html", "<head", "<body", "<meta ", "<title", "<article", "<div", "<p>", "<h1", "<script", "<?xml"}

func looksLikePage(first []byte) bool {
	s := trimStart(first)
	for bytes.HasPrefix(s, []byte("<!--")) {
		_, rest, found := bytes.Cut(s, []byte("-->"))
		if !found {
			return true
		}
		s = trimStart(rest)
	}
	head := strings.ToLower(string(s[:min(len(s), 1024)]))
	for _, start := range pageStarts {
		if strings.HasPrefix(head, start) {
			return start != "<?xml" || strings.Contains(head, "<html") || strings.Contains(head, "doctype html")
		}
	}
	return false
}

func looksLikeLines(first []byte) bool {
	s := trimStart(first)
	if len(s) > 0 && s[0] == '[' { // a list of objects: read as lines, so that it is refused with a word of what to do
		if s = bytes.TrimLeft(s[1:], " \t\r\n"); len(s) == 0 {
			return false
		}
	}
	if len(s) == 0 || s[0] != '{' {
		return false
	}
	s = bytes.TrimLeft(s[1:], " \t\r\n")
	return len(s) > 0 && (s[0] == '"' || s[0] == '}')
}

func trimStart(b []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), " \t\r\n")
}
