// Package web shows an archive as pages: in goes an open archive, out comes an http.Handler.
//
// The pages are made on the server from templates, charts included, and work without a line of JavaScript. They only
// read: every path answers GET and HEAD alone, nothing is loaded from elsewhere, and the security headers say so to the
// browser. What a page shows of a report is text, never markup: html/template escapes it.
//
// A page takes no side. It shows each row as a claim, with who makes it, the words it was read from, and its status;
// what is denied, possible or still to come is counted apart from what is reported as having happened.
package web

import (
	"errors"
	"log/slog"
	"net/http"

	"dyad/internal/archive"
)

// Options adjust the pages; the zero value is what dyad serve uses.
type Options struct {
	Name func(code string) string // English name of a state or organisation; "" = not known, the code is shown
	Log  *slog.Logger             // of failures; nil = slog.Default()
}

// site holds what all pages share.
type site struct {
	archive *archive.Archive
	name    func(code string) string
	log     *slog.Logger
	pages   pages
	assets  *assets
}

// Handler serves the pages of an archive.
func Handler(a *archive.Archive, opts Options) http.Handler {
	s := &site{archive: a, name: opts.Name, log: opts.Log, assets: newAssets()}
	if s.name == nil {
		s.name = nameOf
	}
	if s.log == nil {
		s.log = slog.Default()
	}
	s.pages = s.parse()
	mux := http.NewServeMux()
	for pattern, page := range map[string]func(*http.Request) (view, error){
		"GET /{$}":         s.home,
		"GET /dyad/{pair}": s.dyad,
		"GET /report/{id}": s.report,
		"GET /reports":     s.reports,
		"GET /search":      s.search,
		"GET /quotes":      s.quotes,
		"GET /event/{id}":  s.event,
		"GET /about":       s.about,
		"GET /":            func(*http.Request) (view, error) { return view{}, archive.ErrNotFound },
	} {
		mux.HandleFunc(pattern, s.serve(page))
	}
	mux.HandleFunc("GET /healthz", s.health)
	mux.Handle("GET /assets/{name}", s.assets)
	return secure(mux)
}

// view is what a page is made of: a template with its data, or another address.
type view struct {
	template string
	title    string // of the page, without the name of the site
	section  string // of the navigation
	query    string // of the search box
	status   int    // 0 = 200
	data     any
	redirect string
}

// serve answers with the page that a function makes, or with the page of its error.
func (s *site) serve(page func(*http.Request) (view, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := page(r)
		var filter *archive.FilterError
		switch {
		case errors.Is(err, archive.ErrNotFound):
			v = view{template: "error", title: "Not found", status: http.StatusNotFound, data: errorData{"Not found", "There is nothing at this address in this archive."}}
		case errors.As(err, &filter):
			v = view{template: "error", title: "Bad request", status: http.StatusBadRequest, data: errorData{"That filter cannot be read", filter.Error() + "."}}
		case err != nil && r.Context().Err() != nil:
			return // the reader went away
		case err != nil:
			s.log.Error("page failed", "path", r.URL.Path, "error", err)
			v = view{template: "error", title: "Error", status: http.StatusInternalServerError, data: errorData{"Something went wrong", "The archive could not be read. The server's log says why."}}
		}
		if v.redirect != "" {
			http.Redirect(w, r, v.redirect, http.StatusFound)
			return
		}
		s.render(w, v)
	}
}

type errorData struct{ Heading, Message string }

// health says whether the archive can be read.
func (s *site) health(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if _, err := s.archive.Reports(r.Context(), archive.ReportFilter{Limit: 1}); err != nil {
		s.log.Error("health check failed", "error", err)
		http.Error(w, "the archive cannot be read", http.StatusServiceUnavailable)
		return
	}
	w.Write([]byte("ok\n"))
}

// secure sets the headers that keep a browser from running or loading anything that is not ours.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}
