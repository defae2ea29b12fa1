package archive

import "context"

// Counts says what an archive holds, of the current versions.
type Counts struct {
	Reports    int
	Superseded int            // earlier versions, kept but not counted elsewhere
	Events     map[string]int // by status: happened, future, hypothetical, negation, historical
	Undated    int            // of all of these
	Quotes     int
	Dyads      int    // pairs of two different codes
	First      string // year of the earliest dated event that happened
	Last       string
	Outlets    int
}

// Happened counts the events reported as having happened.
func (c Counts) Happened() int { return c.Events[Happened] }

// Open counts the events that are still to come, only possible, or denied.
func (c Counts) Open() int {
	return c.Events["future"] + c.Events["hypothetical"] + c.Events["negation"]
}

// Counts counts what the archive holds.
func (a *Archive) Counts(ctx context.Context) (Counts, error) {
	var c Counts
	err := a.read.QueryRowContext(ctx, `
		SELECT count(*) FILTER (WHERE superseded_by = ''), count(*) FILTER (WHERE superseded_by <> ''),
			ifnull(sum(quotes) FILTER (WHERE superseded_by = ''), 0),
			count(DISTINCT outlet) FILTER (WHERE superseded_by = '' AND outlet <> ''),
			(SELECT count(*) FROM (SELECT DISTINCT a, b FROM dyad_month WHERE a <> b))
		FROM report`).Scan(&c.Reports, &c.Superseded, &c.Quotes, &c.Outlets, &c.Dyads)
	if err != nil {
		return c, explain("count", a.path, err)
	}
	rows, err := a.read.QueryContext(ctx, `
		SELECT aux, sum(n), sum(iif(month = '', n, 0)), ifnull(min(nullif(substr(month, 1, 4), '')), ''), ifnull(max(substr(month, 1, 4)), '')
		FROM event_month GROUP BY aux`)
	if err != nil {
		return c, explain("count", a.path, err)
	}
	defer rows.Close()
	c.Events = map[string]int{}
	for rows.Next() {
		var aux, first, last string
		var n, undated int
		if err := rows.Scan(&aux, &n, &undated, &first, &last); err != nil {
			return c, explain("count", a.path, err)
		}
		c.Events[statusWord(aux)] += n
		c.Undated += undated
		if aux == "" {
			c.First, c.Last = first, last
		}
	}
	return c, explain("count", a.path, rows.Err())
}
