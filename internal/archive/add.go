package archive

import (
	"context"
	"database/sql"
	"errors"

	"dyad/event"
)

// Add puts a coded report into the archive, in one transaction: all of it or nothing. It returns false and changes
// nothing where the archive holds the report already. A report at a URL that the archive knows with other bytes becomes
// its new version: the earlier one stays, superseded.
func (a *Archive) Add(ctx context.Context, r event.Report) (added bool, err error) {
	op := "add report " + r.ID
	if a.write == nil {
		return false, &Error{Op: op, Path: a.path, Err: errors.New("the archive was opened for reading only")}
	}
	if r.ID == "" {
		return false, &Error{Op: "add", Path: a.path, Hint: "code the report with dyad code first", Err: errors.New("a report without id")}
	}
	record, err := a.packer.pack(r)
	if err != nil {
		return false, &Error{Op: op, Path: a.path, Err: err}
	}
	write, err := a.prepared(ctx)
	if err != nil {
		return false, explain(op, a.path, err)
	}
	tx, err := a.write.BeginTx(ctx, nil)
	if err != nil {
		return false, explain(op, a.path, err)
	}
	defer tx.Rollback() // does nothing after a commit
	if added, err = (&writer{ctx, tx, write}).add(&r, record); err != nil {
		return false, explain(op, a.path, err)
	}
	if !added {
		return false, nil
	}
	if err := tx.Commit(); err != nil {
		return false, explain(op, a.path, err)
	}
	return true, nil
}

func (w *writer) add(r *event.Report, record []byte) (bool, error) {
	var known int
	if err := w.queryRow(isKnown, r.ID).Scan(&known); err != nil || known > 0 {
		return false, err
	}
	revises, err := w.supersede(r)
	if err != nil {
		return false, err
	}
	s := &r.Source
	seq, err := w.insert(insertReport, r.ID, revises, s.URL, s.Path, s.Title, opening(r.Text), s.Outlet, join(s.Agency), s.Language, s.Genre,
		r.Published.Earliest, r.Published.Latest, len(r.Events), len(r.Quotes), record)
	if err != nil {
		return false, err
	}
	text := []rune(r.Text)
	if err := w.events(seq, r, text); err != nil {
		return false, err
	}
	if err := w.quotes(seq, r, text); err != nil {
		return false, err
	}
	if _, err := w.insert(insertText, seq, s.Title, r.Text); err != nil {
		return false, err
	}
	return true, w.rollUp(seq, 1)
}

// supersede marks the current version at the report's URL as superseded and takes its events out of the counts.
func (w *writer) supersede(r *event.Report) (revises string, err error) {
	if r.Source.URL == "" {
		return r.Revises, nil
	}
	var seq int64
	err = w.queryRow(currentAtURL, r.Source.URL).Scan(&seq, &revises)
	if errors.Is(err, sql.ErrNoRows) {
		return r.Revises, nil
	}
	if err != nil {
		return "", err
	}
	if _, err := w.insert(markSuperseded, r.ID, seq); err != nil {
		return "", err
	}
	return revises, w.rollUp(seq, -1)
}

// rollUp adds the events of a report to the counts (sign 1), or takes them out (sign -1).
func (w *writer) rollUp(report int64, sign int) error {
	for _, q := range []statement{rollUpDyads, rollUpMonths} {
		if _, err := w.insert(q, sign, report); err != nil {
			return err
		}
	}
	if sign > 0 {
		return nil
	}
	for _, q := range []statement{dropEmptyDyads, dropEmptyMonths} {
		if _, err := w.insert(q, report); err != nil {
			return err
		}
	}
	return nil
}
