package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dyad/event"
	"dyad/internal/archive"
)

type reportData struct {
	Info       archive.ReportInfo
	Source     event.Source
	Dateline   string
	Published  string
	Candidates []string
	Basis      []string
	Lang       string
	Paragraphs []paragraph
	Events     int
	Quotes     int
	Removed    []removed
	Lost       []row // rows whose words lie outside of the text
}

type removed struct {
	Kind     string
	N, Chars int
}

type quoteLine struct {
	ID, Kind, Words, Force, Cue string
	Media                       []string // through which it came
	Speaker                     *participant
	Href                        string
	Report                      archive.ReportInfo
	Date                        string
}

// report shows one report with what was read in it.
func (s *site) report(r *http.Request) (view, error) {
	id := r.PathValue("id")
	report, info, err := s.archive.Report(r.Context(), id)
	if err != nil {
		return view{}, err
	}
	data := reportData{
		Info: info, Source: report.Source, Published: publishedText(report.Published.Earliest, report.Published.Latest),
		Candidates: report.Published.Candidates, Basis: report.Published.Basis, Lang: report.Source.Language,
		Events: len(report.Events), Quotes: len(report.Quotes), Removed: removedByKind(report.Removed), Dateline: datelineText(report.Dateline),
	}
	if data.Lang == "" {
		data.Lang = "en"
	}
	var rows []row
	n, text := 0, []rune(report.Text)
	for e := range archive.Rows(&report) {
		n++
		line := s.row(&e)
		line.Number = strconv.Itoa(n)
		if t := e.Because.When; t != nil && t.Start >= 0 && t.Start < t.End && t.End <= len(text) {
			line.DateWords = string(text[t.Start:t.End])
		}
		rows = append(rows, line)
		if e.Start < 0 || e.Start >= len(text) {
			data.Lost = append(data.Lost, line)
		}
	}
	var quotes []quoteLine
	for i := range report.Quotes {
		quotes = append(quotes, s.quoteLine(&report.Quotes[i], info))
	}
	data.Paragraphs = s.paragraphs(&report, rows, quotes)
	title := report.Source.Title
	if title == "" {
		title = strings.TrimSpace("Report " + data.Published)
	}
	return view{template: "report", title: title, section: "reports", data: data}, nil
}

func (s *site) quoteLine(q *event.Quote, info archive.ReportInfo) quoteLine {
	line := quoteLine{ID: q.ID, Kind: q.Kind, Media: q.Media, Href: "/report/" + url.PathEscape(info.ID) + "#q-" + q.ID, Report: info, Date: publishedText(info.Published, info.PublishedEnd)}
	if q.Speaker != nil {
		line.Speaker = &s.participants([]event.Entity{*q.Speaker})[0]
	}
	if q.Cue != nil {
		line.Cue, line.Force = q.Cue.Text, q.Cue.Force
	}
	return line
}

func speakerName(q *event.Quote) string {
	switch {
	case q.Speaker == nil:
		return "a speaker who is not named"
	case q.Speaker.Name != "":
		return q.Speaker.Name
	}
	return q.Speaker.Text
}

// removedByKind sums the passages that are not in the text.
func removedByKind(list []event.Removed) []removed {
	var out []removed
	for _, r := range list {
		i := slices.IndexFunc(out, func(o removed) bool { return o.Kind == r.Kind })
		if i < 0 {
			i = len(out)
			out = append(out, removed{Kind: r.Kind})
		}
		out[i].N++
		out[i].Chars += max(0, r.RawEnd-r.RawStart)
	}
	return out
}

// knownFrom says what the day of a report was read from.
func knownFrom(basis []string) string {
	words := make([]string, len(basis))
	for i, b := range basis {
		switch b {
		case "given":
			words[i] = "what came with it"
		case "url":
			words[i] = "its address"
		case "office":
			words[i] = "an office held"
		case "reference":
			words[i] = "what it tells"
		default:
			words[i] = "the " + b
		}
	}
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

func datelineText(d *event.Dateline) string {
	if d == nil {
		return ""
	}
	parts := []string{d.Place}
	if d.Weekday != "" {
		parts = append(parts, d.Weekday)
	}
	if d.Month >= 1 && d.Month <= 12 {
		date := monthName(d.Month)
		if d.Day > 0 {
			date = strconv.Itoa(d.Day) + " " + date
		}
		if d.Year > 0 {
			date += " " + strconv.Itoa(d.Year)
		}
		parts = append(parts, date)
	}
	return strings.Trim(strings.Join(parts, ", "), ", ")
}

// event leads from an event's id to its words.
func (s *site) event(r *http.Request) (view, error) {
	row, err := s.archive.Event(r.Context(), r.PathValue("id"))
	if err != nil {
		return view{}, err
	}
	return view{redirect: "/report/" + url.PathEscape(row.Report.ID) + "#e-" + url.PathEscape(row.ID)}, nil
}
