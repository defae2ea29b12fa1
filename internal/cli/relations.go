package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dyad/corpus"
	"dyad/internal/evaluate"
	"dyad/internal/plover"
	"dyad/internal/relation"
	"dyad/internal/relation/learn"
	"dyad/internal/relation/linear"
)

// relationModel is the flag of the commands that label pairs.
type relationModel struct {
	RelationModel string `type:"path" help:"Label what parties do to each other with this model; dyad train relations makes one." placeholder:"FILE"`
}

// relations returns the model of the flag, nil without one.
func (r relationModel) relations() (*linear.Model, error) {
	if r.RelationModel == "" {
		return nil, nil
	}
	f, err := os.Open(r.RelationModel)
	if err != nil {
		return nil, fmt.Errorf("relation model: %w", err) // names the file
	}
	defer f.Close()
	m, err := linear.Read(r.RelationModel, f, relation.PairUse)
	if err != nil {
		return nil, fmt.Errorf("relation model: %w", err)
	}
	return m, nil
}

type evalRelationsCommand struct {
	tables
	relationModel
	Gold          string `arg:"" name:"table" help:"Table of sentences with two marked parties, tab-separated: uid, marked_sentence (<s>source</s>, <t>target</t>) or sentence, source, target; gold_root, half and fold if known."`
	Predictions   string `type:"path" help:"Write uid and root of every row to this file, tab-separated." placeholder:"OUT"`
	CrossValidate bool   `help:"Train on the rows of all other folds (column fold) and label the rows of each."`
}

// Run labels each pair and compares with the gold, where there is one.
func (c *evalRelationsCommand) Run(s *session) error {
	table, err := readPairs(s, c.Gold)
	if err != nil {
		return err
	}
	label, err := c.labeller(c.relationModel)
	if err != nil {
		return err
	}
	if c.RelationModel == "" && !c.CrossValidate {
		c.join(s, table)
	}
	if err := notRead(c.Predictions, c.Gold, c.RelationModel); err != nil {
		return err
	}
	given := make([]string, len(table.Rows))
	if c.CrossValidate {
		if c.RelationModel != "" {
			return errors.New("--cross-validate trains its own models: leave out --relation-model")
		}
		if given, err = learn.CrossValidate(s.ctx, label, table); err != nil {
			return fmt.Errorf("%s: %w", c.Gold, err)
		}
	} else {
		for i, r := range table.Rows {
			if s.ctx.Err() != nil {
				return s.ctx.Err()
			}
			given[i], _ = label.Label(r.Text, r.Pair)
		}
	}
	if c.Predictions != "" {
		if err := writePredictions(c.Predictions, table.Rows, given); err != nil {
			return err
		}
	}
	if !table.Labelled {
		if c.Predictions == "" {
			return printPredictions(s.out, table.Rows, given)
		}
		return nil
	}
	evaluate.WriteRelations(s.out, table.Rows, given)
	return nil
}

// join gives rows with PLOVER's CONCEDE and RETREAT the label that the program's own model has for both.
func (c *evalRelationsCommand) join(s *session, table *evaluate.PairTable) {
	known := 0
	for i := range table.Rows {
		r := &table.Rows[i]
		if l := plover.Root15(r.Label); l != "" && l != r.Label {
			r.Label = l
		}
		if plover.Quad(r.Label) > 0 {
			known++
		}
	}
	if table.Labelled && known == 0 {
		s.note("dyad: %s: none of its labels is one of the 15 that the program's own model gives; name yours with --relation-model", c.Gold)
	}
}

// writeRelations measures on the public table of pairs, where it is: out of the box, and trained on it fold by fold.
func (t tables) writeRelations(ctx context.Context, w io.Writer, shared string) error {
	path := filepath.Join(shared, "gold", "relations", "plv_train.tsv")
	f, err := os.Open(path)
	if shared == "" || errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("table of pairs: %w", err)
	}
	defer f.Close()
	table, err := evaluate.ReadPairs(path, f)
	if err != nil {
		return err
	}
	label, err := t.labeller(relationModel{})
	if err != nil {
		return err
	}
	given := make([]string, len(table.Rows))
	for i, r := range table.Rows {
		given[i], _ = label.Label(r.Text, r.Pair)
	}
	evaluate.WriteRelationsHead(w)
	fmt.Fprint(w, "### Out of the box\n\nAsked for on the measured half: macro-F1 0.76, on quad classes 0.87; the goal beyond is 0.82.\n\n")
	evaluate.WriteRelations(w, table.Rows, given)
	if given, err = learn.CrossValidate(ctx, label, table); err != nil {
		return err
	}
	fmt.Fprint(w, "### Trained on the table itself\n\n`dyad train relations`, five-fold by the column fold, over the whole file. Asked for: macro-F1 0.80, on quad classes 0.92; the goal beyond is 0.86.\n\n")
	whole := slices.Clone(table.Rows)
	for i := range whole {
		whole[i].Half = ""
	}
	evaluate.WriteRelations(w, whole, given)
	return nil
}

// labeller is the program's own, or with the model of a flag.
func (t tables) labeller(m relationModel) (*relation.Labeller, error) {
	o, err := t.options()
	if err != nil {
		return nil, err
	}
	l := &relation.Labeller{Language: o.Language, Dictionary: o.Dictionary, Lexicon: o.Lexicon}
	if l.Model, err = m.relations(); err != nil || l.Model != nil {
		return l, err
	}
	l.Model, err = relation.DefaultPairs()
	return l, err
}

// readPairs reads a table of marked pairs. Rows that are wrong are said, each in a line.
func readPairs(s *session, path string) (*evaluate.PairTable, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("table of pairs: %w", err) // names the file
	}
	defer f.Close()
	table, err := evaluate.ReadPairs(path, bufio.NewReader(f))
	if err != nil {
		return nil, err
	}
	for _, fault := range table.Faults {
		s.warn(fault)
	}
	if len(table.Rows) == 0 {
		return nil, fmt.Errorf("%s: no row that could be read", path)
	}
	return table, nil
}

// notRead refuses to write over a file that is read.
func notRead(out string, in ...string) error {
	a, err := os.Stat(out)
	if out == "" || err != nil {
		return nil // nothing there yet, as it should be
	}
	for _, name := range in {
		if b, err := os.Stat(name); name != "" && err == nil && os.SameFile(a, b) {
			return fmt.Errorf("%s: is read as well; name another file to write to", out)
		}
	}
	return nil
}

func writePredictions(path string, rows []evaluate.PairRow, given []string) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("predictions: %w", err)
	}
	if err := printPredictions(f, rows, given); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("predictions: %w", err)
	}
	return nil
}

func printPredictions(w io.Writer, rows []evaluate.PairRow, given []string) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, "uid\troot")
	for i, r := range rows {
		uid := r.UID
		if uid == "" {
			uid = fmt.Sprint(r.Line)
		}
		fmt.Fprintf(b, "%s\t%s\n", strings.Map(inCell, uid), strings.Map(inCell, given[i]))
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing the predictions: %w", err)
	}
	return nil
}

// inCell keeps what may stand in a cell of a table.
func inCell(r rune) rune {
	if r == '\t' || r == '\n' || r == '\r' {
		return ' '
	}
	return r
}

type trainRelationsCommand struct {
	tables
	Gold string `arg:"" name:"table" help:"Table of sentences with two marked parties and a label, as for dyad eval relations; PLOVER's labels or your own."`
	Out  string `short:"o" required:"" type:"path" help:"File to write the model to." placeholder:"MODEL"`
}

// Run trains a model of pairs on a user's table.
func (c *trainRelationsCommand) Run(s *session) error {
	table, err := readPairs(s, c.Gold)
	if err != nil {
		return err
	}
	if !table.Labelled {
		return fmt.Errorf("%s: no column of labels: gold_root, label or root", c.Gold)
	}
	if err := notRead(c.Out, c.Gold); err != nil {
		return err
	}
	label, err := c.labeller(relationModel{})
	if err != nil {
		return err
	}
	own, err := evaluate.ReadSentences("develop", "pairs")
	if err != nil {
		return err
	}
	out, err := temporary(c.Out)
	if err != nil {
		return err
	}
	defer os.Remove(out.Name())
	defer out.Close()
	model, notes, err := c.train(s, label, table, own)
	for _, n := range notes {
		s.note("dyad: %s: %s", c.Gold, n)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", c.Gold, err)
	}
	var text strings.Builder
	if err := model.Write(&text, relation.PairUse, slices.Concat([]string{fmt.Sprintf("trained by dyad %s on %d rows of %s", version, len(table.Rows), filepath.Base(c.Gold))}, notes)...); err != nil {
		return err
	}
	if err := finish(out, []byte(text.String()), c.Out); err != nil {
		return fmt.Errorf("writing the model: %w", err)
	}
	s.note("dyad: %s: %d features, %d labels; use it: dyad eval relations --relation-model %s TABLE, dyad code --relation-model %s PATH…", c.Out, model.Size(), len(model.Labels), c.Out, c.Out)
	return nil
}

// train trains beside the command, so that Ctrl-C ends it at once.
func (c *trainRelationsCommand) train(s *session, label *relation.Labeller, table *evaluate.PairTable, own []corpus.Sentence) (*linear.Model, []string, error) {
	type result struct {
		model *linear.Model
		notes []string
		err   error
	}
	done := make(chan result, 1)
	go func() {
		model, notes, err := learn.Pairs(label, learn.TrainingRows(table.Rows), own)
		done <- result{model, notes, err}
	}()
	select {
	case r := <-done:
		return r.model, r.notes, r.err
	case <-s.ctx.Done():
		s.failed = true
		return nil, nil, errors.New("interrupted; no model was written")
	}
}
