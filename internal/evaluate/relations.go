package evaluate

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/event"
	"dyad/internal/plover"
	"dyad/internal/relation"
)

// A PairRow is a row of a table of marked pairs: ../shared/gold/relations/README describes the format. Label, Half and Fold are empty
// where the table has no such column.
type PairRow struct {
	Line              int
	UID, Text         string
	Pair              relation.Pair
	Label, Half, Fold string
}

// labelColumns are the names under which a table may give its labels, the first that it has.
var labelColumns = []string{"gold_root", "label", "root"}

// A PairTable is what was read of a table of pairs.
type PairTable struct {
	Rows     []PairRow
	Labelled bool    // it has a column of labels
	Faults   []error // rows that could not be read; each names its line
}

// ReadPairs reads a table of marked pairs: tab-separated with the quoting of CSV, a header, and a column marked_sentence
// (<s>source</s>, <t>target</t>), or the columns sentence, source and target. A row that is wrong costs one fault; a quotation
// mark that opens a cell and is not closed takes the rows up to the next one with it.
func ReadPairs(name string, r io.Reader) (*PairTable, error) {
	in := csv.NewReader(r)
	in.Comma, in.FieldsPerRecord, in.ReuseRecord = '\t', -1, true
	head, err := in.Read()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: empty; expected a header and rows", name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	columns, err := pairColumnsOf(head)
	if err != nil {
		return nil, fmt.Errorf("%s:1: %w", name, err)
	}
	t := &PairTable{Labelled: columns.label >= 0}
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			t.Faults = append(t.Faults, fmt.Errorf("%s: %w", name, err))
			if errors.Is(err, csv.ErrQuote) || errors.Is(err, csv.ErrBareQuote) {
				continue
			}
			return t, nil // the reader cannot go on
		}
		line, _ := in.FieldPos(0)
		row, err := columns.row(record)
		if err != nil {
			t.Faults = append(t.Faults, fmt.Errorf("%s:%d: %w", name, line, err))
			continue
		}
		row.Line = line
		t.Rows = append(t.Rows, row)
	}
}

// pairColumns are the columns of a table of pairs by their names.
type pairColumns struct {
	at    map[string]int
	label int // -1: there is none
}

func pairColumnsOf(head []string) (pairColumns, error) {
	c := pairColumns{map[string]int{}, -1}
	for i, h := range head {
		c.at[strings.TrimSpace(strings.TrimPrefix(h, "\ufeff"))] = i
	}
	has := func(names ...string) bool {
		return !slices.ContainsFunc(names, func(n string) bool { _, ok := c.at[n]; return !ok })
	}
	if !has("marked_sentence") && !has("sentence", "source", "target") {
		return c, fmt.Errorf("expected a column marked_sentence, or sentence, source and target; the header has %s", strings.Join(head, ", "))
	}
	for _, name := range slices.Backward(labelColumns) {
		if i, ok := c.at[name]; ok {
			c.label = i
		}
	}
	return c, nil
}

// row reads a record.
func (c pairColumns) row(record []string) (row PairRow, err error) {
	get := func(name string) string {
		if i, ok := c.at[name]; ok && i < len(record) {
			return record[i]
		}
		return ""
	}
	row = PairRow{UID: get("uid"), Half: get("half"), Fold: get("fold")}
	if c.label >= 0 && c.label < len(record) {
		row.Label = strings.TrimSpace(record[c.label])
	}
	if get("marked_sentence") != "" {
		row.Text, row.Pair, err = unmark(get("marked_sentence"))
	} else {
		row.Text, row.Pair, err = spans(get("sentence"), get("source"), get("target"))
	}
	switch {
	case err != nil:
	case c.label >= 0 && row.Label == "":
		err = errors.New("no label")
	case strings.ContainsAny(row.Label+row.Text, "\t\n\r"):
		err = errors.New("a cell holds a tab or the end of a line: a quotation mark that opens a cell must be closed; inside one write it twice")
	}
	return row, err
}

// unmark takes the marks out of a sentence.
func unmark(s string) (text string, p relation.Pair, err error) {
	for _, mark := range []string{"s", "t"} {
		if open, closed := strings.Count(s, "<"+mark+">"), strings.Count(s, "</"+mark+">"); open != closed {
			return "", p, fmt.Errorf("a mark <%s> is not opened and closed equally often", mark)
		}
	}
	var b strings.Builder
	marks := map[string]int{} // where each mark stood first
	for len(s) > 0 {
		mark := ""
		for _, m := range []string{"<s>", "</s>", "<t>", "</t>"} {
			if strings.HasPrefix(s, m) {
				mark = m
			}
		}
		if mark != "" {
			if _, again := marks[mark]; !again { // a party that is marked twice stands first where it is marked first
				marks[mark] = b.Len()
			}
			s = s[len(mark):]
			continue
		}
		i := strings.IndexByte(s[1:], '<') + 1
		if i == 0 {
			i = len(s)
		}
		b.WriteString(s[:i])
		s = s[i:]
	}
	p.Source = event.Span{Start: marks["<s>"], End: marks["</s>"]}
	p.Target = event.Span{Start: marks["<t>"], End: marks["</t>"]}
	if p.Source.End < p.Source.Start || p.Target.End < p.Target.Start {
		return "", p, errors.New("a mark is closed before it is opened")
	}
	if p.Source.End == p.Source.Start && p.Target.End == p.Target.Start {
		return "", p, errors.New("no party is marked, as <s>source</s> or <t>target</t>")
	}
	if strings.TrimSpace(b.String()) == "" {
		return "", p, errors.New("no sentence")
	}
	return b.String(), p, nil
}

// spans finds the parties in a sentence that is not marked; one that does not stand in it has no span.
func spans(text, source, target string) (string, relation.Pair, error) {
	var p relation.Pair
	if strings.TrimSpace(text) == "" {
		return "", p, errors.New("no sentence")
	}
	p.Source = wordsAt(text, source, event.Span{})
	p.Target = wordsAt(text, target, p.Source)
	if p.Source.End == 0 && p.Target.End == 0 {
		return "", p, errors.New("neither source nor target stands in the sentence")
	}
	return text, p, nil
}

// wordsAt finds whole words in a text, where they do not overlap another span if they stand elsewhere too.
func wordsAt(text, words string, other event.Span) (found event.Span) {
	if words == "" {
		return found
	}
	for from := 0; from+len(words) <= len(text); {
		i := strings.Index(text[from:], words)
		if i < 0 {
			break
		}
		s := event.Span{Start: from + i, End: from + i + len(words)}
		from = s.Start + 1
		before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
		after, _ := utf8.DecodeRuneInString(text[s.End:])
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			continue
		}
		if s.Start >= other.End || s.End <= other.Start {
			return s
		}
		if found.End == 0 {
			found = s
		}
	}
	return found
}

// RelationScores compares the labels that pairs were given with those they have.
type RelationScores struct {
	Rows     int
	Right    int
	ByLabel  map[string]Score
	Confused map[[2]string]int // label, label given → rows
	Quads    *RelationScores   // the same on quad classes; nil for labels of no known quad
	Low      float64           // bootstrap interval of MacroF1, 95 %
	High     float64
}

// ScoreRelations scores labels; given and gold are parallel.
func ScoreRelations(gold, given []string) *RelationScores {
	s := scoreLabels(gold, given)
	quads := func(labels []string) []string {
		list := make([]string, len(labels))
		for i, l := range labels {
			list[i] = quadName(l)
		}
		return list
	}
	if q := quads(gold); !slices.Contains(q, "") {
		s.Quads = scoreLabels(q, quads(given))
	}
	return s
}

func quadName(label string) string {
	switch plover.Quad(label) {
	case 1:
		return "1 verbal cooperation"
	case 2:
		return "2 material cooperation"
	case 3:
		return "3 verbal conflict"
	case 4:
		return "4 material conflict"
	}
	return ""
}

func scoreLabels(gold, given []string) *RelationScores {
	s := countLabels(gold, given)
	const draws = 1000
	random := rand.New(rand.NewPCG(1, 2))
	f := make([]float64, draws)
	a, b := make([]string, len(gold)), make([]string, len(gold))
	for n := range draws {
		for i := range gold {
			k := random.IntN(len(gold))
			a[i], b[i] = gold[k], given[k]
		}
		f[n] = countLabels(a, b).MacroF1()
	}
	slices.Sort(f)
	if len(gold) > 0 {
		s.Low, s.High = f[draws*25/1000], f[draws*975/1000]
	}
	return s
}

func countLabels(gold, given []string) *RelationScores {
	s := &RelationScores{Rows: len(gold), ByLabel: map[string]Score{}, Confused: map[[2]string]int{}}
	for i, g := range gold {
		if g == given[i] {
			s.Right++
			count(s.ByLabel, g, Score{Right: 1})
		} else {
			s.Confused[[2]string{g, given[i]}]++
		}
		count(s.ByLabel, g, Score{Gold: 1})
		count(s.ByLabel, given[i], Score{Found: 1})
	}
	return s
}

// Accuracy is the share of rows with the right label.
func (s *RelationScores) Accuracy() float64 { return share(s.Right, s.Rows) }

// MacroF1 is the mean of F1 over the labels that the gold has.
func (s *RelationScores) MacroF1() float64 {
	sum, n := 0.0, 0
	for _, l := range slices.Sorted(maps.Keys(s.ByLabel)) { // in one order, so that the sum has the same last bit
		if x := s.ByLabel[l]; x.Gold > 0 {
			sum += x.F1()
			n++
		}
	}
	return sum / float64(max(n, 1))
}

// Write prints the scores: overall, by label, and what is taken for what.
func (s *RelationScores) Write(w io.Writer, title string) {
	fmt.Fprintf(w, "%s: %d pairs, accuracy %.3f, macro-F1 %.3f (95 %% interval %.3f to %.3f)", title, s.Rows, s.Accuracy(), s.MacroF1(), s.Low, s.High)
	if s.Quads != nil {
		fmt.Fprintf(w, "; quad classes: accuracy %.3f, macro-F1 %.3f (%.3f to %.3f)", s.Quads.Accuracy(), s.Quads.MacroF1(), s.Quads.Low, s.Quads.High)
	}
	fmt.Fprint(w, "\n\n| label | rows | P | R | F1 | taken for |\n|---|---|---|---|---|---|\n")
	s.rows(w)
	if s.Quads != nil {
		s.Quads.rows(w)
	}
	fmt.Fprintln(w)
}

func (s *RelationScores) rows(w io.Writer) {
	for _, l := range s.labels() {
		x := s.ByLabel[l]
		fmt.Fprintf(w, "| %s | %d | %s | %s |\n", l, x.Gold, prf(x), s.takenFor(l))
	}
}

// labels are in the order of the ontology, others in that of the alphabet behind.
func (s *RelationScores) labels() []string {
	order := map[string]int{}
	for i, t := range plover.Types() {
		order[t.Name] = i - 100
	}
	order["YIELD"] = order["RETREAT"]
	list := make([]string, 0, len(s.ByLabel))
	for l := range s.ByLabel {
		list = append(list, l)
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(order[a], order[b]), cmp.Compare(a, b)) })
	return list
}

// takenFor lists what rows of a label were taken for, the most frequent first.
func (s *RelationScores) takenFor(label string) string {
	type other struct {
		name string
		n    int
	}
	var list []other
	for k, n := range s.Confused {
		if k[0] == label {
			list = append(list, other{k[1], n})
		}
	}
	slices.SortFunc(list, func(a, b other) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.name, b.name)) })
	var parts []string
	for _, o := range list {
		parts = append(parts, fmt.Sprintf("%s %d", o.name, o.n))
	}
	return strings.Join(parts, ", ")
}

// A CurvePoint is a point of a learning curve: F1 by label after training on so many pairs.
type CurvePoint struct {
	Pairs  int
	Macro  float64
	Labels []string
	F1     []float64
}

// NewCurvePoint scores the labels that a model of so many pairs gave.
func NewCurvePoint(pairs int, gold, given []string) CurvePoint {
	s := countLabels(gold, given)
	p := CurvePoint{Pairs: pairs, Macro: s.MacroF1()}
	for _, l := range s.labels() {
		if s.ByLabel[l].Gold > 0 {
			p.Labels = append(p.Labels, l)
			p.F1 = append(p.F1, s.ByLabel[l].F1())
		}
	}
	return p
}
