package archive

import (
	"context"
	"database/sql"
	"errors"
)

// statement is SQL that the writer runs for every report or event, and therefore prepares once.
type statement int

const (
	isKnown statement = iota
	currentAtURL
	markSuperseded
	insertReport
	insertText
	insertEvent
	insertParty
	insertPair
	insertQuote
	rollUpDyads
	rollUpMonths
	dropEmptyDyads
	dropEmptyMonths
	numStatements
)

func (q statement) sql() string {
	switch q {
	case isKnown:
		return "SELECT count(*) FROM report WHERE id = ?"
	case currentAtURL:
		return "SELECT seq, id FROM report WHERE url = ? AND url <> '' AND superseded_by = '' ORDER BY seq DESC LIMIT 1"
	case markSuperseded:
		return "UPDATE report SET superseded_by = ? WHERE seq = ?"
	case insertReport:
		return `INSERT INTO report (id, revises, url, path, title, opening, outlet, agency, language, genre,
			published, published_end, events, quotes, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	case insertText:
		return "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)"
	case insertEvent:
		return `INSERT INTO event (id, report, position, event, mode, context, aux, ongoing, date, enddate, date_basis,
			planned, quad, scale, confidence, event_text, start, stop, raw_start, raw_stop, sentence, sentence_start, sentence_text,
			event_loc, claimed_by, also_claimed_by, link, because)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	case insertParty:
		return `INSERT INTO party (event, role, position, code, sector, name, office, text, start, stop, tokens)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	case insertPair:
		return "INSERT INTO pair (a, b, event) VALUES (?, ?, ?)"
	case insertQuote:
		return `INSERT INTO quote (report, position, id, kind, start, stop, words, code, tokens, record)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	case rollUpDyads:
		return `INSERT INTO dyad_month (a, b, month, event, aux, quad, n, scale)
			SELECT p.a, p.b, ` + month + `, e.event, e.aux, e.quad, ?1 * count(*), ?1 * sum(CAST(round(e.scale * 1000) AS INTEGER))
			FROM event AS e JOIN pair AS p ON p.event = e.seq
			WHERE e.report = ?2
			GROUP BY 1, 2, 3, 4, 5, 6
			ON CONFLICT DO UPDATE SET n = n + excluded.n, scale = scale + excluded.scale`
	case rollUpMonths:
		return `INSERT INTO event_month (month, aux, n)
			SELECT ` + month + `, e.aux, ?1 * count(*) FROM event AS e WHERE report = ?2 GROUP BY 1, 2
			ON CONFLICT DO UPDATE SET n = n + excluded.n`
	case dropEmptyDyads:
		return `DELETE FROM dyad_month WHERE n = 0
			AND (a, b) IN (SELECT p.a, p.b FROM event AS e JOIN pair AS p ON p.event = e.seq WHERE e.report = ?)`
	case dropEmptyMonths:
		return "DELETE FROM event_month WHERE n = 0 AND month IN (SELECT " + month + " FROM event AS e WHERE report = ?)"
	}
	return ""
}

// statements are the prepared ones.
type statements [numStatements]*sql.Stmt

// prepared prepares the writer's statements when they are first needed.
func (a *Archive) prepared(ctx context.Context) (*statements, error) {
	a.prepare.Lock()
	defer a.prepare.Unlock()
	if a.statements != nil {
		return a.statements, nil
	}
	var all statements
	for q := range numStatements {
		var err error
		if all[q], err = a.write.PrepareContext(ctx, q.sql()); err != nil {
			all.close()
			return nil, err
		}
	}
	a.statements = &all
	return a.statements, nil
}

func (s *statements) close() error {
	var errs []error
	for _, stmt := range s {
		if stmt != nil {
			errs = append(errs, stmt.Close())
		}
	}
	return errors.Join(errs...)
}

// writer is a transaction that adds a report.
type writer struct {
	ctx context.Context
	tx  *sql.Tx
	*statements
}

// insert runs a statement and gives the number of the new row, where it makes one.
func (w *writer) insert(q statement, args ...any) (int64, error) {
	res, err := w.tx.StmtContext(w.ctx, w.statements[q]).ExecContext(w.ctx, args...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

func (w *writer) queryRow(q statement, args ...any) *sql.Row {
	return w.tx.StmtContext(w.ctx, w.statements[q]).QueryRowContext(w.ctx, args...)
}
