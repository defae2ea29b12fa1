package export

import (
	"strconv"
	"strings"

	"dyad/event"
	"dyad/internal/archive"
)

var eventTableHeader = []string{"DATE", "ACTOR", "TYPE", "RECIPIENT", "STATUS", "CLAIMANT", "ID"}

var eventHeader = []string{
	"event_id", "report_id", "date", "enddate", "date_basis", "planned_date", "planned_enddate",
	"event", "mode", "context", "aux", "ongoing", "quad_code", "event_scale", "confidence",
	"actor_code", "actor_sector", "actor_name", "actor_text", "recipient_code", "recipient_sector", "recipient_name", "recipient_text",
	"location_name", "location_code", "location_lat", "location_lon", "location_role",
	"event_text", "start", "end", "sentence", "sentence_text", "claimed_by", "also_claimed_by", "link", "rule",
	"outlet", "agency", "published", "published_end", "title", "url", "superseded_by",
}

func eventCells(row *archive.Row) []string {
	e := &row.Event
	planned := event.Planned{}
	if e.Planned != nil {
		planned = *e.Planned
	}
	also := make([]string, len(e.AlsoClaimedBy))
	for i, chain := range e.AlsoClaimedBy {
		also[i] = Claim(chain)
	}
	r := &row.Report
	return []string{
		e.ID, r.ID, e.Date, e.EndDate, e.DateBasis, planned.Date, planned.EndDate,
		e.Event, join(e.Mode), join(e.Context), deref(e.Aux), strconv.FormatBool(e.Ongoing),
		strconv.Itoa(e.QuadCode), number(e.EventScale), number(e.Confidence),
		each(e.Actor, codeOf), each(e.Actor, sectors), each(e.Actor, nameOf), each(e.Actor, textOf),
		each(e.Recipient, codeOf), each(e.Recipient, sectors), each(e.Recipient, nameOf), each(e.Recipient, textOf),
		each(e.EventLoc, func(l event.Location) string { return orText(l.Name, l.Text) }), each(e.EventLoc, func(l event.Location) string { return l.Code }),
		each(e.EventLoc, func(l event.Location) string { return degrees(l.Lat) }), each(e.EventLoc, func(l event.Location) string { return degrees(l.Lon) }),
		each(e.EventLoc, func(l event.Location) string { return l.Role }),
		e.EventText, strconv.Itoa(e.Start), strconv.Itoa(e.End), strconv.Itoa(e.Sentence), row.SentenceText,
		Claim(e.ClaimedBy), join(also), deref(e.Link), e.Because.Rule,
		r.Outlet, join(r.Agency), r.Published, r.PublishedEnd, r.Title, r.URL, r.SupersededBy,
	}
}

func eventTableCells(row *archive.Row) []string {
	e := &row.Event
	kind := e.Event
	if len(e.Mode) > 0 {
		kind += " (" + strings.Join(e.Mode, ", ") + ")"
	}
	return []string{
		orText(period(e.Date, e.EndDate), "undated"), Parties(e.Actor), kind, Parties(e.Recipient), Status(e), orText(Claim(e.ClaimedBy), "(outlet not known)"), short(e.ID),
	}
}

// period writes an interval as ISO 8601 has it, a single day as the day.
func period(date, end string) string {
	if end == "" || end == date {
		return date
	}
	return date + "/" + end
}

// openPeriod writes the days of a report, of which an end may be open, as ISO 8601-2 has it: "2019-05-08/..".
func openPeriod(from, to string) string {
	switch {
	case from != "" && to == "":
		return from + "/.."
	case from == "" && to != "":
		return "../" + to
	}
	return period(from, to)
}

// short gives the beginning of an id, enough to find it again in one archive.
func short(id string) string {
	const n = 12
	if len(id) <= n || strings.ContainsFunc(id, func(r rune) bool { return r >= 0x80 }) {
		return id
	}
	return id[:n]
}

// Status gives the status words of an event; see the package comment.
func Status(e *event.Event) string {
	var words []string
	if e.Aux != nil && *e.Aux != "" {
		words = append(words, *e.Aux)
	}
	if e.Ongoing {
		words = append(words, "ongoing")
	}
	return strings.Join(words, ", ")
}

// Parties writes parties as PLOVER's notation has them: IRN:GOV, ---:UAF.
func Parties(list []event.Entity) string {
	parts := make([]string, len(list))
	for i, p := range list {
		parts[i] = codeOf(p)
		if len(p.Sector) > 0 {
			parts[i] += ":" + sectors(p)
		}
	}
	return strings.Join(parts, ", ")
}

// Claim writes who says so, from the first speaker to the outlet, as a path: "a spokesman < Example Wire < Example Post".
func Claim(chain []event.Claimant) string {
	links := make([]string, len(chain))
	for i, c := range chain {
		switch {
		case c.Name != "" && c.Code != nil && *c.Code != "":
			links[i] = c.Name + " (" + *c.Code + ")"
		case c.Name != "":
			links[i] = c.Name
		case c.Outlet != "":
			links[i] = c.Outlet
		default:
			links[i] = orText(deref(c.Code), "?")
		}
	}
	return strings.ReplaceAll(strings.Join(links, " < "), ";", ",")
}

// eventObject is the JSON of a row: the event as report.md has it, with its report.
func eventObject(row archive.Row) any {
	e := row.Event
	e.Mode, e.Context, e.Actor, e.Recipient = some(e.Mode), some(e.Context), some(e.Actor), some(e.Recipient)
	e.EventLoc, e.ClaimedBy, e.AlsoClaimedBy = some(e.EventLoc), some(e.ClaimedBy), some(e.AlsoClaimedBy)
	return struct {
		event.Event
		SentenceText string             `json:"sentence_text"`
		Report       archive.ReportInfo `json:"report"`
	}{e, row.SentenceText, row.Report}
}

// some writes an empty list as [] rather than null.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// each joins a value of every member of a list, in order; ";" inside of a value becomes ",".
func each[T any](list []T, value func(T) string) string {
	values := make([]string, len(list))
	for i, v := range list {
		values[i] = value(v)
	}
	return join(values)
}

func join(values []string) string {
	clean := make([]string, len(values))
	for i, v := range values {
		clean[i] = strings.ReplaceAll(v, ";", ",")
	}
	return strings.Join(clean, ";")
}

func codeOf(p event.Entity) string  { return orText(deref(p.Code), "---") }
func sectors(p event.Entity) string { return strings.Join(p.Sector, ",") }
func nameOf(p event.Entity) string  { return orText(p.Name, p.Text) }
func textOf(p event.Entity) string  { return p.Text }

func orText(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func degrees(f *float64) string {
	if f == nil {
		return ""
	}
	return number(*f)
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
