package archive

import (
	"context"
	"strings"
)

// Dyad is a pair of codes with what the archive holds on it.
type Dyad struct {
	A, B       string // A < B; equal for what runs inside one country
	Happened   int    // reported as having happened
	Open       int    // future, hypothetical or denied
	Historical int
	Quad       [5]int // of what happened, by quad class 1–4
	First      string // year of the earliest dated event that happened; "" = none is dated
	Last       string
	Undated    int // of what happened
	Years      []YearCount
}

// YearCount counts what happened in a year of a dyad.
type YearCount struct {
	Year                  string
	Cooperation, Conflict int
}

// DyadFilter chooses dyads; its zero value asks for all pairs of two different codes.
type DyadFilter struct {
	Code          string // one of the two
	Inner         bool   // also pairs of a code with itself
	Limit, Offset int    // Limit 0 = all
}

// Dyads lists the pairs by activity: the number of events reported as having happened, then of the others, then by code.
// The total counts all pairs, whatever the limit.
func (a *Archive) Dyads(ctx context.Context, f DyadFilter) (list []Dyad, total int, err error) {
	var w where
	if !f.Inner {
		w.add("a <> b")
	}
	if f.Code != "" {
		code := strings.ToUpper(f.Code)
		w.add("(a = ? OR b = ?)", code, code)
	}
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT DISTINCT a, b FROM dyad_month"+w.String()+")", w.args...).Scan(&total)
	if err != nil {
		return nil, 0, explain("list dyads", a.path, err)
	}
	rows, err := a.read.QueryContext(ctx, `
		SELECT a, b, sum(iif(aux = '', n, 0)) AS happened, sum(iif(aux NOT IN ('', 'historical'), n, 0)) AS open, sum(iif(aux = 'historical', n, 0)),
			sum(iif(aux = '' AND quad = 1, n, 0)), sum(iif(aux = '' AND quad = 2, n, 0)),
			sum(iif(aux = '' AND quad = 3, n, 0)), sum(iif(aux = '' AND quad = 4, n, 0)),
			ifnull(min(iif(aux = '' AND month <> '', substr(month, 1, 4), NULL)), ''), ifnull(max(iif(aux = '', substr(month, 1, 4), NULL)), ''),
			sum(iif(aux = '' AND month = '', n, 0))
		FROM dyad_month`+w.String()+`
		GROUP BY a, b ORDER BY happened DESC, open DESC, a, b LIMIT ? OFFSET ?`, append(w.args, limit(f.Limit), f.Offset)...)
	if err != nil {
		return nil, 0, explain("list dyads", a.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		var d Dyad
		if err := rows.Scan(&d.A, &d.B, &d.Happened, &d.Open, &d.Historical, &d.Quad[1], &d.Quad[2], &d.Quad[3], &d.Quad[4],
			&d.First, &d.Last, &d.Undated); err != nil {
			return nil, 0, explain("list dyads", a.path, err)
		}
		list = append(list, d)
	}
	if err := rows.Err(); err != nil {
		return nil, 0, explain("list dyads", a.path, err)
	}
	for i := range list {
		if err := a.years(ctx, &list[i]); err != nil {
			return nil, 0, explain("list dyads", a.path, err)
		}
	}
	return list, total, nil
}

// years fills the counts by year, without the years in which nothing happened.
func (a *Archive) years(ctx context.Context, d *Dyad) error {
	rows, err := a.read.QueryContext(ctx, `
		SELECT substr(month, 1, 4), sum(iif(quad IN (1, 2), n, 0)), sum(iif(quad IN (3, 4), n, 0))
		FROM dyad_month WHERE a = ? AND b = ? AND aux = '' AND month <> '' GROUP BY 1 ORDER BY 1`, d.A, d.B)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var y YearCount
		if err := rows.Scan(&y.Year, &y.Cooperation, &y.Conflict); err != nil {
			return err
		}
		d.Years = append(d.Years, y)
	}
	return rows.Err()
}
