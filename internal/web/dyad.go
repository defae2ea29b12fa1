package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dyad/internal/archive"
	"dyad/internal/plover"
)

const rowsAPage = 50

type dyadData struct {
	A, B       party
	Path       string
	Happened   int
	Open       []statusCount // with the historical ones
	Undated    int
	First      string
	Last       string
	Quad       [5]int
	Chart      *chart // by year
	Months     *chart // of the years chosen, where they are few
	Filter     dyadFilter
	Chosen     string // the period, in words
	UndatedURL string
	AllURL     string // without any filter
	Rows       []row
	Paging     paging
	Types      []option
	Quads      []option
	Statuses   []option
}

type statusCount struct {
	status
	N    int
	Href string
}

type option struct {
	Value, Label string
	Chosen       bool
}

// dyadFilter is what the address asks for.
type dyadFilter struct {
	From, To, Type, Quad, Status string
	Undated, Oldest              bool
}

func (f dyadFilter) any() bool {
	return f.From+f.To+f.Type+f.Quad+f.Status != "" || f.Undated
}

// Any says whether anything is filtered.
func (f dyadFilter) Any() bool { return f.any() }

func readFilter(q url.Values) dyadFilter {
	get := func(key string) string { return strings.TrimSpace(q.Get(key)) }
	return dyadFilter{
		From: get("from"), To: get("to"), Type: strings.ToUpper(get("type")), Quad: get("quad"), Status: get("status"),
		Undated: get("undated") != "", Oldest: get("order") == "oldest",
	}
}

// archive gives the same filter in the archive's terms.
func (f dyadFilter) archive(a, b string) (archive.Filter, error) {
	out := archive.Filter{Between: [2]string{a, b}, Since: f.From, Until: f.To, Undated: f.Undated, Newest: !f.Oldest}
	if f.Type != "" {
		if _, ok := plover.Lookup(f.Type); !ok {
			return out, &archive.FilterError{Value: f.Type, Hint: "is no type of event: choose one of the list"}
		}
		out.Type = []string{f.Type}
	}
	if f.Quad != "" {
		n, err := strconv.Atoi(f.Quad)
		if err != nil || n < 1 || n > 4 {
			return out, &archive.FilterError{Value: f.Quad, Hint: "is no quad class: use 1, 2, 3 or 4"}
		}
		out.Quad = []int{n}
	}
	switch f.Status {
	case "":
	case "all":
		out.IncludeHistorical = true
	default:
		out.Aux = []string{f.Status}
	}
	return out, nil
}

func dyadPath(a, b string) string {
	return "/dyad/" + url.PathEscape(min(a, b)) + "-" + url.PathEscape(max(a, b))
}

// dyad shows one dyad over time: a chart, and the rows behind it.
func (s *site) dyad(r *http.Request) (view, error) {
	x, y, ok := strings.Cut(r.PathValue("pair"), "-")
	a, b := strings.ToUpper(min(x, y)), strings.ToUpper(max(x, y))
	if !ok || a == "" || b == "" {
		return view{}, archive.ErrNotFound
	}
	a, b = min(a, b), max(a, b)
	if dyadPath(a, b) != "/dyad/"+url.PathEscape(x)+"-"+url.PathEscape(y) {
		to := url.URL{Path: dyadPath(a, b), RawQuery: r.URL.RawQuery}
		return view{redirect: to.String()}, nil
	}
	d := dyadData{A: s.named(a), B: s.named(b), Path: dyadPath(a, b), Filter: readFilter(r.URL.Query())}
	d.AllURL, d.UndatedURL = d.Path, d.Path+"?undated=1#rows"
	filter, err := d.Filter.archive(a, b)
	if err != nil {
		return view{}, err
	}
	if err := s.dyadSeries(r, &d, filter); err != nil {
		return view{}, err
	}
	if err := s.dyadRows(r, &d, filter); err != nil {
		return view{}, err
	}
	if to := d.Paging.beyond(r); to != "" {
		return view{redirect: to}, nil
	}
	d.options()
	return view{template: "dyad", title: s.label(a) + " – " + s.label(b), section: "dyads", data: d}, nil
}

// dyadSeries counts the dyad and draws its charts. The counts are of the whole dyad, the charts follow the filters of
// type and class.
func (s *site) dyadSeries(r *http.Request, d *dyadData, filter archive.Filter) error {
	series, err := s.archive.Series(r.Context(), d.A.Code, d.B.Code, archive.Year, archive.SeriesFilter{})
	if err != nil {
		return err
	}
	if len(series) == 0 {
		return archive.ErrNotFound
	}
	d.count(series)
	narrow := archive.SeriesFilter{Type: filter.Type, Quad: filter.Quad}
	if len(narrow.Type)+len(narrow.Quad) > 0 {
		if series, err = s.archive.Series(r.Context(), d.A.Code, d.B.Code, archive.Year, narrow); err != nil {
			return err
		}
	}
	choose := func(key string) string { return with(r.URL, "from", key, "to", key, "undated", "") + "#rows" }
	first, last := year(d.First), year(d.Last)
	if last-first < 400 { // a wrong date must not make an endless chart
		d.Chart = newChart(years(first, last), series, "Events by year", choose, d.Filter.From, d.Filter.To)
	}
	from, to := year(d.Filter.From), year(d.Filter.To)
	if from == 0 || to < from || to-from > 2 {
		return nil
	}
	monthly, err := s.archive.Series(r.Context(), d.A.Code, d.B.Code, archive.Month, narrow)
	if err != nil {
		return err
	}
	monthly = slices.DeleteFunc(monthly, func(p archive.Period) bool { return year(p.Key) < from || year(p.Key) > to })
	if len(monthly) > 0 {
		since, until := d.Filter.From, d.Filter.To
		if len(since) == 4 && len(until) == 4 { // whole years: all that the chart shows is chosen
			since, until = "", ""
		}
		d.Months = newChart(months(from, to), monthly, "Events by month", choose, since, until)
	}
	return nil
}

// count sums a series of years.
func (d *dyadData) count(series []archive.Period) {
	open := map[string]int{}
	for _, p := range series {
		for i := range p.Quad {
			d.Quad[i] += p.Quad[i]
		}
		for word, n := range p.Open {
			open[word] += n
		}
		if p.Key == "" {
			d.Undated = p.Happened()
			continue
		}
		if p.Happened() > 0 {
			d.Last = p.Key
			if d.First == "" {
				d.First = p.Key
			}
		}
		d.Happened += p.Happened()
	}
	d.Happened += d.Undated
	for _, word := range []string{"future", "hypothetical", "negation", "historical"} {
		if open[word] > 0 {
			d.Open = append(d.Open, statusCount{statusText(word), open[word], d.Path + "?status=" + word + "#rows"})
		}
	}
}

func (s *site) dyadRows(r *http.Request, d *dyadData, filter archive.Filter) error {
	counts, err := s.archive.CountEvents(r.Context(), filter)
	if err != nil {
		return err
	}
	total := 0
	for _, n := range counts {
		total += n
	}
	d.Chosen = periodText(d.Filter.From, d.Filter.To)
	d.Paging = newPaging(r, total, rowsAPage)
	filter.Limit, filter.Offset = rowsAPage, (d.Paging.Page-1)*rowsAPage
	undated := false
	for e, err := range s.archive.Events(r.Context(), filter) {
		if err != nil {
			return err
		}
		line := s.row(&e)
		line.FirstUndated = e.Date == "" && !undated
		undated = undated || e.Date == ""
		d.Rows = append(d.Rows, line)
	}
	return nil
}

// options fills the choices of the filter form.
func (d *dyadData) options() {
	for _, t := range plover.Types() {
		d.Types = append(d.Types, option{t.Name, t.Name, d.Filter.Type == t.Name})
	}
	for quad := 1; quad <= 4; quad++ {
		n := strconv.Itoa(quad)
		d.Quads = append(d.Quads, option{n, quadLabel(quad), d.Filter.Quad == n})
	}
	for _, word := range []string{archive.Happened, "future", "hypothetical", "negation", "historical"} {
		d.Statuses = append(d.Statuses, option{word, statusText(word).Label, d.Filter.Status == word})
	}
	d.Statuses = append(d.Statuses, option{"all", "all of these", d.Filter.Status == "all"})
}
