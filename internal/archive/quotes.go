package archive

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"dyad/event"
)

// QuoteFilter chooses quotes; its zero value asks for all of the current versions.
type QuoteFilter struct {
	Speaker           string // a code, or words of a name or office: "IRN", "foreign minister"
	Kind              string // direct | indirect
	Since, Until      string // day, month or year of publication, included
	Outlet            string
	Report            string // id
	IncludeSuperseded bool
	Limit, Offset     int // Limit 0 = all
}

// QuoteRow is a quote with its words and the report it stands in.
type QuoteRow struct {
	event.Quote
	Words  string // without the cue that splits it
	Report ReportInfo
}

func (f *QuoteFilter) where() (*where, error) {
	w := &where{}
	if f.Speaker != "" {
		who, args := named("q.code", "q.tokens", f.Speaker)
		w.add(who, args...)
	}
	if f.Kind != "" {
		w.add("q.kind = ?", f.Kind)
	}
	if err := w.between("r.published", f.Since, f.Until); err != nil {
		return nil, err
	}
	if f.Outlet != "" {
		w.add("r.outlet = ? COLLATE NOCASE", f.Outlet)
	}
	if f.Report != "" {
		w.add("r.id = ?", f.Report)
	}
	if !f.IncludeSuperseded {
		w.add("r.superseded_by = ''")
	}
	return w, nil
}

// Quotes yields quotes by the day of their report, then report, then place in the text; a report whose day is not known
// comes last.
func (a *Archive) Quotes(ctx context.Context, f QuoteFilter) iter.Seq2[QuoteRow, error] {
	return func(yield func(QuoteRow, error) bool) {
		w, err := f.where()
		if err != nil {
			yield(QuoteRow{}, err)
			return
		}
		rows, err := a.read.QueryContext(ctx, "SELECT q.record, q.words, "+reportColumns+
			" FROM quote AS q JOIN report AS r ON r.seq = q.report"+w.String()+
			" ORDER BY r.published = '', r.published, r.id, q.position LIMIT ? OFFSET ?", append(w.args, limit(f.Limit), f.Offset)...)
		if err != nil {
			yield(QuoteRow{}, explain("read quotes", a.path, err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var q QuoteRow
			var record, agency string
			err := rows.Scan(append([]any{&record, &q.Words}, q.Report.into(&agency)...)...)
			if err == nil {
				err = json.Unmarshal([]byte(record), &q.Quote)
			}
			if err != nil {
				yield(q, explain("read quotes", a.path, fmt.Errorf("quote %s: %w", q.ID, err)))
				return
			}
			q.Report.Agency = split(agency)
			if !yield(q, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(QuoteRow{}, explain("read quotes", a.path, err))
		}
	}
}

// CountQuotes counts what Quotes would yield without Limit and Offset.
func (a *Archive) CountQuotes(ctx context.Context, f QuoteFilter) (int, error) {
	w, err := f.where()
	if err != nil {
		return 0, err
	}
	var n int
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM quote AS q JOIN report AS r ON r.seq = q.report"+w.String(), w.args...).Scan(&n)
	return n, explain("count quotes", a.path, err)
}
