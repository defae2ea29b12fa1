package linear

import (
	"bufio"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// The file of a model is a text of tab-separated cells:
//
//	dyad linear model	1	what it is for
//	note	what it was trained on, as often as there is something to say
//	label	AGREE	AID	…
//	a feature	its weight for each label, in units of 1/256
//	…
//	end	number of features	CRC-32 of all lines before
//
// The features stand in order of their names, so that two models can be compared line by line.

const (
	magic   = "dyad linear model"
	version = "1"
	longest = 1 << 20 // bytes of a line
)

// Write writes the model. use says what it is for: a model is read only for the same use.
func (m *Model) Write(w io.Writer, use string, notes ...string) error {
	sum := crc32.NewIEEE()
	b := bufio.NewWriter(io.MultiWriter(w, sum))
	line := func(cells ...string) {
		b.WriteString(strings.Join(cells, "\t"))
		b.WriteByte('\n')
	}
	for _, l := range m.Labels {
		if clean(l) != l {
			return fmt.Errorf("the label %q holds a tab or the end of a line", l)
		}
	}
	line(magic, version, use)
	for _, n := range notes {
		line("note", clean(n))
	}
	line(append([]string{"label"}, m.Labels...)...)
	for _, name := range slices.Sorted(maps.Keys(m.weights)) {
		cells := []string{name}
		for _, x := range m.weights[name] {
			cells = append(cells, strconv.Itoa(int(x)))
		}
		line(cells...)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing the model: %w", err)
	}
	if _, err := fmt.Fprintf(w, "end\t%d\t%08x\n", len(m.weights), sum.Sum32()); err != nil {
		return fmt.Errorf("writing the model: %w", err)
	}
	return nil
}

// clean takes what would break a line out of a cell.
func clean(s string) string { return strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(s) }

// ErrModel says that a file is no whole model that this program can use.
var ErrModel = errors.New("no model of this program")

// Read reads what Write wrote. Every error names the file and what is wrong with it; nothing of a damaged model is used.
func Read(name string, r io.Reader, use string) (*Model, error) {
	fail := func(format string, args ...any) (*Model, error) {
		return nil, fmt.Errorf("%s: %w: "+format, append([]any{name, ErrModel}, args...)...)
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), longest)
	sum := crc32.NewIEEE()
	m := &Model{weights: map[string][]int32{}}
	for n := 1; sc.Scan(); n++ {
		cells := strings.Split(sc.Text(), "\t")
		switch {
		case n == 1 && (len(cells) != 3 || cells[0] != magic):
			return fail("its first line is not %q; train it with \"dyad train relations\"", magic)
		case n == 1 && cells[1] != version:
			return fail("it has version %s, this program reads version %s; train it anew", cells[1], version)
		case n == 1 && cells[2] != use:
			return fail("it is a model for %q, not for %q", cells[2], use)
		case cells[0] == "end":
			if len(cells) != 3 || cells[1] != strconv.Itoa(len(m.weights)) || cells[2] != fmt.Sprintf("%08x", sum.Sum32()) || m.Labels == nil {
				return fail("it was changed or cut: line %d does not fit what stands before", n)
			}
			if sc.Scan() {
				return fail("line %d stands behind its end", n+1)
			}
			return m, sc.Err()
		case cells[0] == "note" || n == 1:
		case cells[0] == "label" && m.Labels == nil:
			m.Labels = cells[1:]
		default:
			row, err := weightsOf(cells[1:], len(m.Labels))
			if err != nil {
				return fail("line %d: %v; it was cut or changed: train it anew", n, err)
			}
			m.weights[cells[0]] = row
		}
		sum.Write(sc.Bytes())
		sum.Write([]byte{'\n'})
	}
	if errors.Is(sc.Err(), bufio.ErrTooLong) {
		return fail("a line has no end; train it with \"dyad train relations\"")
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: reading the model: %w", name, err)
	}
	return fail("it breaks off: there is no line \"end\"")
}

func weightsOf(cells []string, labels int) ([]int32, error) {
	if len(cells) != labels || labels == 0 {
		return nil, fmt.Errorf("%d weights, but %d labels", len(cells), labels)
	}
	row := make([]int32, labels)
	for i, c := range cells {
		x, err := strconv.ParseInt(c, 10, 32)
		if err != nil {
			return nil, fmt.Errorf("%q is no weight", c)
		}
		row[i] = int32(x)
	}
	return row, nil
}

// Size is the number of features.
func (m *Model) Size() int { return len(m.weights) }

// A Reason is a feature of a thing with its weight for a label, in units of the logarithm of the odds.
type Reason struct {
	Feature string
	Weight  float64
}

// Reasons gives the features that speak most for or against a label, as against the mean of all labels.
func (m *Model) Reasons(features []Feature, label string, most int) []Reason {
	k := slices.Index(m.Labels, label)
	if k < 0 {
		return nil
	}
	var list []Reason
	for _, f := range features {
		row := m.weights[f.Name]
		if row == nil || f.Name == "bias" {
			continue
		}
		mean := 0.0
		for _, w := range row {
			mean += float64(w)
		}
		mean /= float64(len(row))
		list = append(list, Reason{f.Name, (float64(row[k]) - mean) * float64(f.Value) / Scale})
	}
	slices.SortStableFunc(list, func(a, b Reason) int {
		x, y := max(a.Weight, -a.Weight), max(b.Weight, -b.Weight)
		switch {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return strings.Compare(a.Feature, b.Feature)
	})
	return list[:min(most, len(list))]
}
