package archive

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"dyad/event"
)

// ReportInfo is what lists show of a report.
type ReportInfo struct {
	ID           string   `json:"id"`
	Revises      string   `json:"revises,omitempty"`
	SupersededBy string   `json:"superseded_by,omitempty"` // empty for the current version
	URL          string   `json:"url,omitempty"`
	Path         string   `json:"path,omitempty"`
	Title        string   `json:"title,omitempty"`
	Opening      string   `json:"-"` // the first words of the text: what a list shows of a report without a title
	Outlet       string   `json:"outlet,omitempty"`
	Agency       []string `json:"agency,omitempty"`
	Published    string   `json:"published,omitempty"`     // earliest day
	PublishedEnd string   `json:"published_end,omitempty"` // latest day
	Events       int      `json:"-"`
	Quotes       int      `json:"-"`
}

// reportColumns are the columns of a table named r that reportInfo.into scans.
const reportColumns = "r.id, r.revises, r.superseded_by, r.url, r.path, r.title, r.opening, r.outlet, r.agency, r.published, r.published_end, r.events, r.quotes"

func (i *ReportInfo) into(agency *string) []any {
	return []any{
		&i.ID, &i.Revises, &i.SupersededBy, &i.URL, &i.Path, &i.Title, &i.Opening, &i.Outlet, agency,
		&i.Published, &i.PublishedEnd, &i.Events, &i.Quotes,
	}
}

// Report gives a whole report, with the id of the version it revises; ErrNotFound where there is none.
func (a *Archive) Report(ctx context.Context, id string) (event.Report, ReportInfo, error) {
	var info ReportInfo
	var agency string
	var record []byte
	row := a.read.QueryRowContext(ctx, "SELECT "+reportColumns+", r.record FROM report AS r WHERE r.id = ?", id)
	err := row.Scan(append(info.into(&agency), &record)...)
	if errors.Is(err, sql.ErrNoRows) {
		return event.Report{}, info, ErrNotFound
	}
	if err != nil {
		return event.Report{}, info, explain("read report "+id, a.path, err)
	}
	info.Agency = split(agency)
	r, err := a.packer.unpack(record)
	if err != nil {
		return r, info, &Error{Op: "read report " + id, Path: a.path, Hint: "the file is damaged: restore a copy", Err: err}
	}
	r.Revises = info.Revises
	return r, info, nil
}

// ReportFilter chooses reports for a list; its zero value asks for all current ones.
type ReportFilter struct {
	Since, Until      string // day, month or year of publication, included
	Outlet            string
	IncludeSuperseded bool
	Limit, Offset     int // Limit 0 = all
}

func (f *ReportFilter) where() (*where, error) {
	w := &where{}
	if !f.IncludeSuperseded {
		w.add("r.superseded_by = ''")
	}
	if f.Outlet != "" {
		w.add("r.outlet = ? COLLATE NOCASE", f.Outlet)
	}
	return w, w.between("r.published", f.Since, f.Until)
}

// CountReports counts what Reports would list without Limit and Offset.
func (a *Archive) CountReports(ctx context.Context, f ReportFilter) (int, error) {
	w, err := f.where()
	if err != nil {
		return 0, err
	}
	var n int
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM report AS r"+w.String(), w.args...).Scan(&n)
	return n, explain("count reports", a.path, err)
}

// Reports lists reports, the newest first; those whose day is not known stand at the end.
func (a *Archive) Reports(ctx context.Context, f ReportFilter) ([]ReportInfo, error) {
	w, err := f.where()
	if err != nil {
		return nil, err
	}
	rows, err := a.read.QueryContext(ctx, "SELECT "+reportColumns+" FROM report AS r"+w.String()+
		" ORDER BY r.published DESC, r.id LIMIT ? OFFSET ?", append(w.args, limit(f.Limit), f.Offset)...)
	if err != nil {
		return nil, explain("list reports", a.path, err)
	}
	defer rows.Close()
	var list []ReportInfo
	for rows.Next() {
		var info ReportInfo
		var agency string
		if err := rows.Scan(info.into(&agency)...); err != nil {
			return nil, explain("list reports", a.path, err)
		}
		info.Agency = split(agency)
		list = append(list, info)
	}
	return list, explain("list reports", a.path, rows.Err())
}

// limit gives SQLite's word for "all".
func limit(n int) int {
	if n <= 0 {
		return -1
	}
	return n
}

// opening gives the first words of a text.
func opening(text string) string {
	const most = 90
	text, _, _ = strings.Cut(text, "\n")
	letters, last := 0, 0
	for i, r := range text {
		if letters++; letters > most {
			if last == 0 {
				last = i
			}
			return text[:last] + " …"
		}
		if r == ' ' {
			last = i
		}
	}
	return text
}
