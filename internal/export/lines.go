package export

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

var errWrongKind = errors.New("export: a row was given in a shape that its format does not have")

// csvLines writes RFC 4180, with line feeds alone at the ends of lines as every Unix tool expects.
type csvLines struct{ w *csv.Writer }

func newCSV(w io.Writer, header []string) (lines, error) {
	l := &csvLines{csv.NewWriter(w)}
	return l, l.cells(header)
}

func (l *csvLines) cells(values []string) error { return l.w.Write(values) }
func (l *csvLines) object(any) error            { return errWrongKind }
func (l *csvLines) close() error {
	l.w.Flush()
	return l.w.Error()
}

// tsvLines writes cells with tabs between them and no quoting: what would need some is replaced by a blank.
type tsvLines struct{ w *bufio.Writer }

func newTSV(w io.Writer, header []string) (lines, error) {
	l := &tsvLines{bufio.NewWriter(w)}
	return l, l.cells(header)
}

func (l *tsvLines) cells(values []string) error {
	for i, v := range values {
		if i > 0 {
			l.w.WriteByte('\t')
		}
		l.w.WriteString(oneLine(v))
	}
	return l.w.WriteByte('\n') // a bufio.Writer keeps its first error
}
func (l *tsvLines) object(any) error { return errWrongKind }
func (l *tsvLines) close() error     { return l.w.Flush() }

// oneLine replaces what would break a line or a cell.
func oneLine(s string) string {
	if !strings.ContainsFunc(s, breaks) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if breaks(r) {
			return ' '
		}
		return r
	}, s)
}

// breaks says whether a character ends a line or a cell, for some program at least, or is a control character that a
// terminal might obey.
func breaks(r rune) bool {
	return r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u2028' || r == '\u2029'
}

type jsonLines struct{ enc *json.Encoder }

func (l *jsonLines) cells([]string) error { return errWrongKind }
func (l *jsonLines) object(v any) error   { return l.enc.Encode(v) }
func (l *jsonLines) close() error         { return nil }
