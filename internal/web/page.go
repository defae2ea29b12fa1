package web

import (
	"bytes"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// pages holds a template for each page, all of them inside the same layout.
type pages map[string]*template.Template

// frame is what the layout shows around a page.
type frame struct {
	Title, Section, Query string
	Find                  bool // the search box of the head; a page with a search of its own goes without
	Data                  any
}

// parse reads the embedded templates. A mistake in one of them is a mistake in our code and shows in the first test.
func (s *site) parse() pages {
	funcs := template.FuncMap{
		"asset": s.assets.url, "name": s.name, "count": count, "plural": plural, "date": dateText, "quad": quadLabel,
		"mode": strings.ToLower, "web": webURL, "known": knownFrom, "score": score, "share": share, "join": func(list []string) string { return strings.Join(list, ", ") },
	}
	shared := template.Must(template.New("layout.html").Funcs(funcs).ParseFS(files, "templates/layout.html", "templates/parts/*.html"))
	all := pages{}
	names, _ := fs.Glob(files, "templates/*.html")
	for _, name := range names {
		if base := strings.TrimSuffix(path.Base(name), ".html"); base != "layout" {
			all[base] = template.Must(template.Must(shared.Clone()).ParseFS(files, name))
		}
	}
	return all
}

// render writes a page whole or not at all: a template that fails leaves no half page behind.
func (s *site) render(w http.ResponseWriter, v view) {
	var page bytes.Buffer
	if err := s.pages[v.template].ExecuteTemplate(&page, "layout.html", frame{v.title, v.section, v.query, v.template != "home" && v.template != "search", v.data}); err != nil {
		s.log.Error("template failed", "template", v.template, "error", err)
		http.Error(w, "Something went wrong: the page could not be made. The server's log says why.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(page.Len()))
	w.Header().Set("Cache-Control", "no-cache") // an archive grows
	if v.status != 0 {
		w.WriteHeader(v.status)
	}
	page.WriteTo(w)
}

// count writes a number with thin spaces between thousands.
func count(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && len(s) > 4; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// plural writes a number with its noun: "1 report", "2 reports".
func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return count(n) + " " + noun
}

// share writes a part in per cent.
func share(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return strconv.Itoa((part*100+whole/2)/whole) + "\u202f%"
}

// webURL passes an address of the web and nothing else.
func webURL(url string) string {
	if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
		return url
	}
	return ""
}
