package archive

import (
	"context"
	"database/sql"
	"errors"
	"strings"

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
	tx, err := a.write.BeginTx(ctx, nil)
	if err != nil {
		return false, explain(op, a.path, err)
	}
	defer tx.Rollback() // does nothing after a commit
	if added, err = add(ctx, tx, &r, record); err != nil {
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

func add(ctx context.Context, tx *sql.Tx, r *event.Report, record []byte) (bool, error) {
	var known int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM report WHERE id = ?", r.ID).Scan(&known); err != nil || known > 0 {
		return false, err
	}
	revises, err := supersede(ctx, tx, r)
	if err != nil {
		return false, err
	}
	seq, err := insertReport(ctx, tx, r, revises, record)
	if err != nil {
		return false, err
	}
	text := []rune(r.Text)
	if err := insertEvents(ctx, tx, seq, r, text); err != nil {
		return false, err
	}
	if err := insertQuotes(ctx, tx, seq, r, text); err != nil {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", seq, r.Source.Title, r.Text); err != nil {
		return false, err
	}
	return true, rollUp(ctx, tx, seq, 1)
}

// supersede marks the current version at the report's URL as superseded and takes its events out of the counts.
func supersede(ctx context.Context, tx *sql.Tx, r *event.Report) (revises string, err error) {
	if r.Source.URL == "" {
		return r.Revises, nil
	}
	var seq int64
	err = tx.QueryRowContext(ctx, `SELECT seq, id FROM report WHERE url = ? AND url <> '' AND superseded_by = ''
		ORDER BY seq DESC LIMIT 1`, r.Source.URL).Scan(&seq, &revises)
	if errors.Is(err, sql.ErrNoRows) {
		return r.Revises, nil
	}
	if err != nil {
		return "", err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE report SET superseded_by = ? WHERE seq = ?", r.ID, seq); err != nil {
		return "", err
	}
	return revises, rollUp(ctx, tx, seq, -1)
}

func insertReport(ctx context.Context, tx *sql.Tx, r *event.Report, revises string, record []byte) (int64, error) {
	s := &r.Source
	res, err := tx.ExecContext(ctx, `INSERT INTO report (id, revises, url, path, title, outlet, agency, language, genre,
		published, published_end, events, quotes, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		r.ID, revises, s.URL, s.Path, s.Title, s.Outlet, strings.Join(s.Agency, ";"), s.Language, s.Genre,
		r.Published.Earliest, r.Published.Latest, len(r.Events), len(r.Quotes), record)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// rollUp adds the events of a report to the counts of their dyads (sign 1), or takes them out (sign -1).
func rollUp(ctx context.Context, tx *sql.Tx, report int64, sign int) error {
	_, err := tx.ExecContext(ctx, `
		INSERT INTO dyad_month (a, b, month, event, aux, quad, n, scale)
		SELECT p.a, p.b, substr(e.date, 1, 7), e.event, e.aux, e.quad, ?1 * count(*), ?1 * sum(CAST(round(e.scale * 1000) AS INTEGER))
		FROM event AS e JOIN pair AS p ON p.event = e.seq
		WHERE e.report = ?2
		GROUP BY 1, 2, 3, 4, 5, 6
		ON CONFLICT DO UPDATE SET n = n + excluded.n, scale = scale + excluded.scale`, sign, report)
	if err != nil || sign > 0 {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM dyad_month WHERE n = 0
		AND (a, b) IN (SELECT p.a, p.b FROM event AS e JOIN pair AS p ON p.event = e.seq WHERE e.report = ?)`, report)
	return err
}
