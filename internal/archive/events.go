package archive

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"strings"

	"dyad/event"
	"dyad/internal/calendar"
)

// Happened is the word for an event without aux, in a Filter and in what is shown: reported as having happened.
const Happened = "happened"

// Filter chooses events; its zero value asks for all of the current versions that are not historical. Conditions are
// joined by "and", the values of one of them by "or".
type Filter struct {
	Between          [2]string // two codes, in either order; with one of them only, every event in which it has a part
	Actor, Recipient string    // a code, or words of a name
	Type             []string  // PLOVER types
	Mode, Context    []string
	Quad             []int
	Aux              []string // happened, future, hypothetical, negation, historical
	Ongoing          bool     // only states and habits
	Since, Until     string   // day, month or year, included; rows without a date lie in no period
	Undated          bool     // only rows without a date, or of which the year is not known
	Outlet           string
	Report           string // id
	ID               string // of one event
	MinConfidence    float64

	IncludeHistorical bool // also what lies clearly before the reported news; Aux with "historical" asks for it too
	IncludeSuperseded bool // also rows of earlier versions of a report

	Newest        bool // the latest first; rows without a date stand at the end either way
	Limit, Offset int  // Limit 0 = all
}

// placed says that an event is dated to a year or closer. One that may have happened at any time of many years, because no
// more is known of its report's day, would stand in the wrong place in a chart, so it stands in none; month is the month
// that an event counts in, ” for such a one and for one without a date.
const (
	placed = "(e.date <> '' AND (e.enddate = '' OR julianday(e.enddate) - julianday(e.date) <= 366))"
	month  = "CASE WHEN " + placed + " THEN substr(e.date, 1, 7) ELSE '' END"
)

// Row is an event with the report it stands in.
type Row struct {
	event.Event
	Report        ReportInfo
	SentenceStart int    // code points of the report's text
	SentenceText  string // the sentence with the predicate
}

// Superseded says that the row belongs to an earlier version of its report.
func (r *Row) Superseded() bool { return r.Report.SupersededBy != "" }

// eventColumns are the columns that scanEvent reads.
const eventColumns = `e.id, e.event, e.mode, e.context, e.aux, e.ongoing, e.date, e.enddate, e.date_basis, e.planned, e.quad, e.scale, e.confidence,
	e.event_text, e.start, e.stop, e.raw_start, e.raw_stop, e.sentence, e.sentence_start, e.sentence_text,
	e.event_loc, e.claimed_by, e.also_claimed_by, e.link, e.because,
	(SELECT json_group_array(json_object('role', role, 'text', text, 'start', start, 'end', stop, 'name', name,
		'code', code, 'sectors', sector, 'office', office) ORDER BY role, position) FROM party WHERE party.event = e.seq), `

// Events yields the events that a filter chooses, by date, then report, then place in the report. An error ends them.
func (a *Archive) Events(ctx context.Context, f Filter) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		w, err := f.where()
		if err != nil {
			yield(Row{}, err)
			return
		}
		order := "e.date, e.enddate"
		if f.Newest {
			order = "e.date DESC, e.enddate DESC"
		}
		rows, err := a.read.QueryContext(ctx, "SELECT "+eventColumns+reportColumns+
			" FROM event AS e JOIN report AS r ON r.seq = e.report"+w.String()+
			" ORDER BY e.date = '', "+order+", r.id, e.position LIMIT ? OFFSET ?", append(w.args, limit(f.Limit), f.Offset)...)
		if err != nil {
			yield(Row{}, explain("read events", a.path, err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			row, err := scanEvent(rows)
			if err != nil {
				yield(row, explain("read events", a.path, err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(Row{}, explain("read events", a.path, err))
		}
	}
}

// Event gives one event of any version and status, by its id or by a beginning of it that only one event has (a table
// shows no more); ErrNotFound where there is none.
func (a *Archive) Event(ctx context.Context, id string) (Row, error) {
	const least = 6 // characters of a beginning
	if id == "" {
		return Row{}, ErrNotFound
	}
	found := []string{id}
	if len(id) >= least {
		var err error
		if found, err = a.eventIDs(ctx, id); err != nil {
			return Row{}, err
		}
	}
	if len(found) == 1 || len(found) > 1 && found[0] == id {
		for row, err := range a.Events(ctx, Filter{ID: found[0], IncludeHistorical: true, IncludeSuperseded: true}) {
			return row, err
		}
	}
	return Row{}, ErrNotFound
}

// eventIDs gives the first two ids that begin so, in order.
func (a *Archive) eventIDs(ctx context.Context, beginning string) ([]string, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT id FROM event WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", beginning, beginning+"\U0010ffff")
	if err != nil {
		return nil, explain("find event", a.path, err)
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, explain("find event", a.path, err)
		}
		ids = append(ids, id)
	}
	return ids, explain("find event", a.path, rows.Err())
}

// CountEvents counts what Events would yield without Limit and Offset, by status: Happened or the aux.
func (a *Archive) CountEvents(ctx context.Context, f Filter) (map[string]int, error) {
	w, err := f.where()
	if err != nil {
		return nil, err
	}
	rows, err := a.read.QueryContext(ctx, "SELECT e.aux, count(*) FROM event AS e JOIN report AS r ON r.seq = e.report"+w.String()+" GROUP BY 1", w.args...)
	if err != nil {
		return nil, explain("count events", a.path, err)
	}
	defer rows.Close()
	counts := map[string]int{}
	for rows.Next() {
		var aux string
		var n int
		if err := rows.Scan(&aux, &n); err != nil {
			return nil, explain("count events", a.path, err)
		}
		counts[statusWord(aux)] += n
	}
	return counts, explain("count events", a.path, rows.Err())
}

func statusWord(aux string) string {
	if aux == "" {
		return Happened
	}
	return aux
}

func (f *Filter) where() (*where, error) {
	w := &where{}
	f.parties(w)
	oneOf(w, "e.event", f.Type)
	w.listed("e.mode", f.Mode)
	w.listed("e.context", f.Context)
	oneOf(w, "e.quad", f.Quad)
	if err := f.status(w); err != nil {
		return nil, err
	}
	if err := w.between("e.date", f.Since, f.Until); err != nil {
		return nil, err
	}
	if f.Since != "" || f.Until != "" {
		w.add(placed)
	}
	if f.Undated {
		w.add("NOT " + placed)
	}
	if f.Ongoing {
		w.add("e.ongoing = 1")
	}
	if f.Outlet != "" {
		w.add("r.outlet = ? COLLATE NOCASE", f.Outlet)
	}
	if f.Report != "" {
		w.add("r.id = ?", f.Report)
	}
	if f.ID != "" {
		w.add("e.id = ?", f.ID)
	}
	if f.MinConfidence > 0 {
		w.add("e.confidence >= ?", f.MinConfidence)
	}
	if !f.IncludeSuperseded {
		w.add("r.superseded_by = ''")
	}
	return w, nil
}

// status demands the aux asked for.
func (f *Filter) status(w *where) error {
	if len(f.Aux) == 0 {
		if !f.IncludeHistorical {
			w.add("e.aux <> 'historical'")
		}
		return nil
	}
	var aux []string
	for _, word := range f.Aux {
		switch word {
		case Happened:
			aux = append(aux, "")
		case "future", "hypothetical", "negation", "historical":
			aux = append(aux, word)
		case "denied": // as the pages call it
			aux = append(aux, "negation")
		default:
			return &FilterError{word, "is no status: use happened, future, hypothetical, negation or historical"}
		}
	}
	if f.IncludeHistorical {
		aux = append(aux, "historical")
	}
	oneOf(w, "e.aux", aux)
	return nil
}

// parties demands who took part.
func (f *Filter) parties(w *where) {
	x, y := strings.ToUpper(strings.TrimSpace(f.Between[0])), strings.ToUpper(strings.TrimSpace(f.Between[1]))
	switch {
	case x != "" && y != "":
		w.add("e.seq IN (SELECT event FROM pair WHERE a = ? AND b = ?)", min(x, y), max(x, y))
	case x != "" || y != "":
		w.add("e.seq IN (SELECT event FROM party WHERE code = ?)", max(x, y))
	}
	for _, side := range [][2]string{{"actor", f.Actor}, {"recipient", f.Recipient}} {
		if side[1] == "" {
			continue
		}
		who, args := named("code", "tokens", side[1])
		w.add("e.seq IN (SELECT event FROM party WHERE role = ? AND "+who+")", append([]any{side[0]}, args...)...)
	}
}

var errBadColumn = errors.New("a column of an event is damaged")

func scanEvent(rows *sql.Rows) (Row, error) {
	var row Row
	var mode, context, aux, agency, loc, claims, also, because, parties string
	var planned *string
	e := &row.Event
	err := rows.Scan(append([]any{
		&e.ID, &e.Event, &mode, &context, &aux, &e.Ongoing, &e.Date, &e.EndDate, &e.DateBasis, &planned, &e.QuadCode, &e.EventScale, &e.Confidence,
		&e.EventText, &e.Start, &e.End, &e.RawStart, &e.RawEnd, &e.Sentence, &row.SentenceStart, &row.SentenceText,
		&loc, &claims, &also, &e.Link, &because, &parties,
	}, row.Report.into(&agency)...)...)
	if err != nil {
		return row, err
	}
	e.DatePrecision = calendar.Interval{Earliest: e.Date, Latest: e.EndDate}.Precision()
	e.Mode, e.Context, row.Report.Agency = split(mode), split(context), split(agency)
	if aux != "" {
		e.Aux = &aux
	}
	return row, row.unpack(planned, loc, claims, also, because, parties)
}
