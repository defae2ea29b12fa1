package archive

import (
	"context"
	"strings"
)

// Unit is the length of the periods of a series, in characters of an ISO date.
type Unit int

const (
	Year  Unit = 4
	Month Unit = 7
)

// Period counts the events of a dyad in a year or month.
type Period struct {
	Key   string         // "2016" or "2016-05"; "" = not dated
	Quad  [5]int         // reported as having happened, by quad class 1–4
	Open  map[string]int // the others by their status: future, hypothetical, negation, historical
	Mean  float64        // mean score of what happened, -10 … +10; 0 where nothing did
	scale int
}

// Happened counts what is reported as having happened.
func (p *Period) Happened() int { return p.Quad[1] + p.Quad[2] + p.Quad[3] + p.Quad[4] }

// SeriesFilter narrows a series as the list beside it is narrowed.
type SeriesFilter struct {
	Type []string
	Quad []int
}

// Series gives the counts of a dyad by year or month, in order; periods without any event are left out, and the events
// without a date stand in a period of their own at the end.
func (a *Archive) Series(ctx context.Context, x, y string, unit Unit, f SeriesFilter) ([]Period, error) {
	x, y = strings.ToUpper(x), strings.ToUpper(y)
	var w where
	w.add("a = ? AND b = ?", min(x, y), max(x, y))
	oneOf(&w, "event", f.Type)
	oneOf(&w, "quad", f.Quad)
	rows, err := a.read.QueryContext(ctx, `SELECT substr(month, 1, ?) AS period, aux, quad, sum(n), sum(scale) FROM dyad_month`+w.String()+`
		GROUP BY period, aux, quad ORDER BY period = '', period, aux, quad`, append([]any{int(unit)}, w.args...)...)
	if err != nil {
		return nil, explain("read series", a.path, err)
	}
	defer rows.Close()
	var series []Period
	for rows.Next() {
		var key, aux string
		var quad, n, scale int
		if err := rows.Scan(&key, &aux, &quad, &n, &scale); err != nil {
			return nil, explain("read series", a.path, err)
		}
		if len(series) == 0 || series[len(series)-1].Key != key {
			series = append(series, Period{Key: key, Open: map[string]int{}})
		}
		series[len(series)-1].count(aux, quad, n, scale)
	}
	return series, explain("read series", a.path, rows.Err())
}

func (p *Period) count(aux string, quad, n, scale int) {
	if aux != "" {
		p.Open[aux] += n
		return
	}
	if quad >= 1 && quad <= 4 {
		p.Quad[quad] += n
		p.scale += scale
		p.Mean = float64(p.scale) / 1000 / float64(p.Happened())
	}
}
