package archive

import (
	"iter"

	"dyad/event"
)

// Rows yields the events of a report that comes straight from the coder in the shape in which an archive gives them.
func Rows(r *event.Report) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if len(r.Events) == 0 {
			return
		}
		text := []rune(r.Text)
		info := infoOf(r)
		for _, e := range r.Events {
			row := Row{Event: e, Report: info}
			if e.Sentence >= 0 && e.Sentence < len(r.Sentences) {
				s := r.Sentences[e.Sentence]
				row.SentenceStart, row.SentenceText = s.Start, words(text, s.Start, s.End)
			}
			if !yield(row) {
				return
			}
		}
	}
}

func infoOf(r *event.Report) ReportInfo {
	s := &r.Source
	return ReportInfo{
		ID: r.ID, Revises: r.Revises, URL: s.URL, Path: s.Path, Title: s.Title, Opening: opening(r.Text), Outlet: s.Outlet, Agency: s.Agency,
		Published: r.Published.Earliest, PublishedEnd: r.Published.Latest, Events: len(r.Events), Quotes: len(r.Quotes),
	}
}
