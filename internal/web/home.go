package web

import (
	"net/http"
	"strings"

	"dyad/internal/archive"
)

const dyadsAPage = 40

type homeData struct {
	Counts archive.Counts
	Code   party // the one whose dyads are listed; empty = all
	Dyads  []dyadLine
	First  int // years that all sparklines span
	Last   int
	Paging paging
}

type dyadLine struct {
	archive.Dyad
	A, B  party
	Href  string
	Spark spark
}

// home lists the dyads by activity, and says what the archive holds.
func (s *site) home(r *http.Request) (view, error) {
	counts, err := s.archive.Counts(r.Context())
	if err != nil {
		return view{}, err
	}
	code := strings.ToUpper(strings.TrimSpace(r.URL.Query().Get("with")))
	filter := archive.DyadFilter{Code: code, Limit: dyadsAPage, Offset: (pageNumber(r) - 1) * dyadsAPage}
	dyads, total, err := s.archive.Dyads(r.Context(), filter)
	if err != nil {
		return view{}, err
	}
	data := homeData{Counts: counts, First: year(counts.First), Last: year(counts.Last), Paging: newPaging(r, total, dyadsAPage)}
	if to := data.Paging.beyond(r); to != "" {
		return view{redirect: to}, nil
	}
	title := ""
	if code != "" {
		data.Code = s.named(code)
		title = "Dyads of " + s.label(code)
	}
	for _, d := range dyads {
		data.Dyads = append(data.Dyads, dyadLine{
			Dyad: d, A: s.named(d.A), B: s.named(d.B), Href: dyadPath(d.A, d.B), Spark: newSpark(d.Years, data.First, data.Last),
		})
	}
	return view{template: "home", title: title, section: "dyads", data: data}, nil
}

func (s *site) about(*http.Request) (view, error) {
	return view{template: "about", title: "How to read this archive", section: "about"}, nil
}

// Cooperation counts the events of the two classes of cooperation.
func (d dyadLine) Cooperation() int { return d.Quad[1] + d.Quad[2] }

// CooperationWidth is the part of them in all that happened, as a length.
func (d dyadLine) CooperationWidth() string {
	return percent(100 * float64(d.Cooperation()) / float64(max(1, d.Happened)))
}
