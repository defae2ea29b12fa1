package export

import (
	"io"
	"strings"

	"github.com/rivo/uniseg"
)

// tableLines aligns columns. The first rows are held back to find out how wide the columns are; from then on a row goes
// out at once, and a longer value only pushes its own line.
type tableLines struct {
	w      io.Writer
	header []string
	held   [][]string
	widths []int
}

const (
	heldRows = 500
	maxWidth = 40 // of a column, in terminal cells
)

func (t *tableLines) object(any) error { return errWrongKind }

func (t *tableLines) cells(values []string) error {
	row := make([]string, len(values))
	for i, v := range values {
		row[i] = oneLine(v)
		if i < len(values)-1 {
			row[i] = clip(row[i], maxWidth)
		}
	}
	if t.widths != nil {
		return t.line(row)
	}
	t.held = append(t.held, row)
	if len(t.held) < heldRows {
		return nil
	}
	return t.flush()
}

// flush fixes the widths and writes what was held back. Without any row there is no header either.
func (t *tableLines) flush() error {
	rows := append([][]string{t.header}, t.held...)
	t.held = nil
	t.widths = make([]int, len(t.header))
	for _, row := range rows {
		for i, v := range row {
			t.widths[i] = max(t.widths[i], uniseg.StringWidth(v))
		}
	}
	for _, row := range rows {
		if err := t.line(row); err != nil {
			return err
		}
	}
	return nil
}

func (t *tableLines) line(row []string) error {
	var b strings.Builder
	for i, v := range row {
		b.WriteString(v)
		if i < len(row)-1 {
			b.WriteString(strings.Repeat(" ", max(0, t.widths[i]-uniseg.StringWidth(v))+2))
		}
	}
	_, err := io.WriteString(t.w, strings.TrimRight(b.String(), " ")+"\n")
	return err
}

func (t *tableLines) close() error {
	if t.widths != nil || len(t.held) == 0 {
		return nil
	}
	return t.flush()
}

// clip shortens a value to a number of terminal cells, at the end of a character as people see it.
func clip(s string, width int) string {
	if uniseg.StringWidth(s) <= width {
		return s
	}
	var b strings.Builder
	used := 0
	state := -1
	for s != "" {
		var cluster string
		var w int
		cluster, s, w, state = uniseg.FirstGraphemeClusterInString(s, state)
		if used+w > width-1 {
			break
		}
		b.WriteString(cluster)
		used += w
	}
	return b.String() + "…"
}
