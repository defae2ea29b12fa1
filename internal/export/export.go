// Package export writes rows for other programs and for people: events and quotes go in one by one, a table for a
// terminal, CSV, TSV or JSON Lines comes out. A stream of any length takes constant memory.
//
// CSV and TSV begin with one header line, and every row has as many cells as the header has names. Values of a cell that
// holds several are joined with ";"; the cells of one list run in parallel (the second code belongs to the second name).
// A value that is not known is an empty cell; inside a list of codes it is "---", so that the list stays parallel.
//
// The status of a row (the columns aux and ongoing, one column in the table) is made of these words:
//
//	(empty)       reported as having happened
//	future        announced or expected, not yet done
//	hypothetical  only possible, feared or conditional
//	negation      denied, or said not to have happened
//	historical    lies clearly before the reported news
//	ongoing       a state or habit rather than one occurrence; may stand beside one of the others
package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dyad/event"
	"dyad/internal/archive"
)

// Format names a way of writing rows.
type Format string

const (
	Table Format = "table" // aligned columns for a terminal
	CSV   Format = "csv"   // RFC 4180
	TSV   Format = "tsv"   // tabs between cells; tabs and line breaks in a value become blanks
	JSONL Format = "jsonl" // one JSON object a line
)

// Formats lists the names of all formats.
func Formats() []Format { return []Format{Table, CSV, TSV, JSONL} }

// ParseFormat reads the name of a format.
func ParseFormat(name string) (Format, error) {
	names := make([]string, 0, len(Formats()))
	for _, f := range Formats() {
		if strings.EqualFold(name, string(f)) {
			return f, nil
		}
		names = append(names, string(f))
	}
	return "", fmt.Errorf("%q is no format: use %s", name, strings.Join(names, ", "))
}

// EventWriter writes events in one format. Close writes what is held back; it does not close the stream below.
type EventWriter interface {
	Write(row archive.Row) error
	WriteReport(r event.Report) error // the events of a report that comes straight from the coder
	Close() error
}

// QuoteWriter writes quotes in one format. Close writes what is held back; it does not close the stream below.
type QuoteWriter interface {
	Write(row archive.QuoteRow) error
	Close() error
}

// NewEventWriter makes a writer of events; it fails for a format that it does not know.
func NewEventWriter(w io.Writer, format Format) (EventWriter, error) {
	lines, err := newLines(w, format, eventHeader, eventTableHeader)
	if err != nil {
		return nil, err
	}
	return &eventWriter{lines: lines, format: format}, nil
}

// NewQuoteWriter makes a writer of quotes; it fails for a format that it does not know.
func NewQuoteWriter(w io.Writer, format Format) (QuoteWriter, error) {
	lines, err := newLines(w, format, quoteHeader, quoteTableHeader)
	if err != nil {
		return nil, err
	}
	return &quoteWriter{lines: lines, format: format}, nil
}

type eventWriter struct {
	lines  lines
	format Format
}

func (w *eventWriter) Write(row archive.Row) error {
	switch w.format {
	case JSONL:
		return w.lines.object(eventObject(row))
	case Table:
		return w.lines.cells(eventTableCells(&row))
	default:
		return w.lines.cells(eventCells(&row))
	}
}

func (w *eventWriter) WriteReport(r event.Report) error {
	for row := range archive.Rows(&r) {
		if err := w.Write(row); err != nil {
			return err
		}
	}
	return nil
}

func (w *eventWriter) Close() error { return w.lines.close() }

type quoteWriter struct {
	lines  lines
	format Format
}

func (w *quoteWriter) Write(row archive.QuoteRow) error {
	switch w.format {
	case JSONL:
		return w.lines.object(quoteObject(row))
	case Table:
		return w.lines.cells(quoteTableCells(&row))
	default:
		return w.lines.cells(quoteCells(&row))
	}
}

func (w *quoteWriter) Close() error { return w.lines.close() }

// lines writes rows of cells, or objects; each format is good at one of the two.
type lines interface {
	cells(values []string) error
	object(v any) error
	close() error
}

func newLines(w io.Writer, format Format, header, tableHeader []string) (lines, error) {
	switch format {
	case Table:
		return &tableLines{w: w, header: tableHeader}, nil
	case CSV:
		return newCSV(w, header)
	case TSV:
		return newTSV(w, header)
	case JSONL:
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return &jsonLines{enc}, nil
	}
	_, err := ParseFormat(string(format))
	return nil, err
}
