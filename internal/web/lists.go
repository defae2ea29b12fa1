package web

import (
	"net/http"
	"strings"

	"dyad/internal/archive"
)

const (
	reportsAPage = 50
	hitsAPage    = 20
	quotesAPage  = 40
)

type reportsData struct {
	Reports  []reportLine
	From, To string
	Paging   paging
}

type reportLine struct {
	archive.ReportInfo
	Date string
	Year string // where it differs from the line before
}

// reports lists the reports, the newest first.
func (s *site) reports(r *http.Request) (view, error) {
	q := r.URL.Query()
	f := archive.ReportFilter{Since: strings.TrimSpace(q.Get("from")), Until: strings.TrimSpace(q.Get("to"))}
	total, err := s.archive.CountReports(r.Context(), f)
	if err != nil {
		return view{}, err
	}
	data := reportsData{From: f.Since, To: f.Until, Paging: newPaging(r, total, reportsAPage)}
	if to := data.Paging.beyond(r); to != "" {
		return view{redirect: to}, nil
	}
	f.Limit, f.Offset = reportsAPage, (data.Paging.Page-1)*reportsAPage
	list, err := s.archive.Reports(r.Context(), f)
	if err != nil {
		return view{}, err
	}
	before := "none"
	for _, info := range list {
		line := reportLine{ReportInfo: info, Date: publishedText(info.Published, info.PublishedEnd)}
		group := "Without a date"
		if from, to := info.Published, info.PublishedEnd; len(from) >= 4 {
			if group = from[:4]; !strings.HasPrefix(to, group) {
				group = "From " + group + " on"
			}
		}
		if group != before {
			line.Year, before = group, group
		}
		data.Reports = append(data.Reports, line)
	}
	return view{template: "reports", title: "Reports", section: "reports", data: data}, nil
}

type searchData struct {
	Query  string
	Hits   []hitLine
	Paging paging
}

type hitLine struct {
	archive.Hit
	Date string
}

// search looks for words in texts and titles.
func (s *site) search(r *http.Request) (view, error) {
	query := strings.TrimSpace(r.URL.Query().Get("q"))
	hits, total, err := s.archive.Search(r.Context(), query, hitsAPage, (pageNumber(r)-1)*hitsAPage)
	if err != nil {
		return view{}, err
	}
	data := searchData{Query: query, Paging: newPaging(r, total, hitsAPage)}
	if to := data.Paging.beyond(r); to != "" {
		return view{redirect: to}, nil
	}
	for _, h := range hits {
		data.Hits = append(data.Hits, hitLine{h, publishedText(h.Report.Published, h.Report.PublishedEnd)})
	}
	title := "Search"
	if query != "" {
		title = "Search: " + query
	}
	return view{template: "search", title: title, section: "search", query: query, data: data}, nil
}

type quotesData struct {
	Speaker, Kind, From, To string
	Quotes                  []quoteLine
	Paging                  paging
}

// quotes lists quotes, of one speaker where the address names one.
func (s *site) quotes(r *http.Request) (view, error) {
	get := func(key string) string { return strings.TrimSpace(r.URL.Query().Get(key)) }
	f := archive.QuoteFilter{Speaker: get("speaker"), Kind: get("kind"), Since: get("from"), Until: get("to")}
	if f.Kind != "" && f.Kind != "direct" && f.Kind != "indirect" {
		return view{}, &archive.FilterError{Value: f.Kind, Hint: "is no kind of quote: use direct or indirect"}
	}
	total, err := s.archive.CountQuotes(r.Context(), f)
	if err != nil {
		return view{}, err
	}
	data := quotesData{Speaker: f.Speaker, Kind: f.Kind, From: f.Since, To: f.Until, Paging: newPaging(r, total, quotesAPage)}
	if to := data.Paging.beyond(r); to != "" {
		return view{redirect: to}, nil
	}
	f.Limit, f.Offset = quotesAPage, (data.Paging.Page-1)*quotesAPage
	for q, err := range s.archive.Quotes(r.Context(), f) {
		if err != nil {
			return view{}, err
		}
		line := s.quoteLine(&q.Quote, q.Report)
		line.Words = q.Words
		data.Quotes = append(data.Quotes, line)
	}
	title := "Quotes"
	if f.Speaker != "" {
		title = "Quotes: " + f.Speaker
	}
	return view{template: "quotes", title: title, section: "quotes", data: data}, nil
}
