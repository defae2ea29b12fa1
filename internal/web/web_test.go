package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dyad/event"
	"dyad/internal/archive"
	"dyad/internal/archive/archivetest"
)

func get(t testing.TB, h http.Handler, path string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

// TestCrawl follows every link of every page: each answers, each page is well formed, each fragment exists, no label or
// alternative text is missing.
func TestCrawl(t *testing.T) {
	h := Handler(filled(t, 12), Options{Name: testName})
	seen := map[string]*page{}
	queue := []string{"/", "/reports", "/quotes", "/search?q=gas+OR", "/about", "/dyad/IRN-RUS?from=1980&to=1980", "/dyad/IRN-RUS?status=all&order=oldest", "/dyad/IRN-RUS?undated=1", "/nothing"}
	for len(queue) > 0 && len(seen) < 3000 {
		at := queue[0]
		queue = queue[1:]
		if seen[at] != nil {
			continue
		}
		w := get(t, h, at)
		for w.Code == http.StatusFound {
			at, _, _ = strings.Cut(w.Header().Get("Location"), "#")
			w = get(t, h, at)
		}
		if want := http.StatusOK; w.Code != want && at != "/nothing" {
			t.Errorf("%s answers %d", at, w.Code)
		}
		p := &page{ids: map[string]bool{}}
		seen[at] = p
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		if err := p.read(w.Body.String()); err != nil {
			t.Errorf("%s: %v", at, err)
		}
		for _, link := range p.links {
			u, err := url.Parse(link)
			if err != nil {
				t.Errorf("%s links to %q: %v", at, link, err)
			} else if u.Host == "" && !strings.HasPrefix(link, "#") {
				u.Fragment = ""
				queue = append(queue, u.String())
			}
		}
	}
	if len(seen) < 60 {
		t.Errorf("only %d pages were found", len(seen))
	}
	for at, p := range seen {
		for _, link := range p.links {
			target, fragment, ok := strings.Cut(link, "#")
			if target == "" {
				target = at
			}
			if to := seen[target]; ok && to != nil && !to.ids[fragment] {
				t.Errorf("%s links to %s, which holds no such id", at, link)
			}
		}
	}
}

// page is what a test looks at in a page.
type page struct {
	ids   map[string]bool
	links []string
}

var void = map[string]bool{"meta": true, "link": true, "input": true, "br": true, "img": true, "hr": true}

// read checks that every element is closed where it must be, and collects links and ids.
func (p *page) read(text string) error {
	z := html.NewTokenizer(strings.NewReader(text))
	var open []string
	labelled := map[string]bool{}
	var inputs []string
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				return z.Err()
			}
			for _, id := range inputs {
				if !labelled[id] {
					return errorf("the field %q has no label", id)
				}
			}
			if len(open) > 0 {
				return errorf("not closed: %v", open)
			}
			return nil
		case html.StartTagToken:
			token := z.Token()
			attributes := map[string]string{}
			for _, a := range token.Attr {
				attributes[a.Key] = a.Val
			}
			if err := p.element(token.Data, attributes, labelled, &inputs); err != nil {
				return err
			}
			if !void[token.Data] {
				if misplaced(open, token.Data) {
					return errorf("<%s> inside of %v", token.Data, open)
				}
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			token := z.Token()
			if len(open) == 0 || open[len(open)-1] != token.Data {
				return errorf("</%s> closes %v", token.Data, open)
			}
			open = open[:len(open)-1]
		}
	}
}

// misplaced says what a browser would silently move elsewhere.
func misplaced(open []string, name string) bool {
	inside := func(outer string) bool {
		for _, o := range open {
			if o == outer {
				return true
			}
		}
		return false
	}
	switch name {
	case "p", "div", "ul", "ol", "dl", "section", "figure", "blockquote", "h1", "h2", "h3", "table", "details":
		return inside("p") || inside("a") || inside("span")
	case "a":
		return inside("a")
	case "form":
		return inside("form")
	case "li":
		return !inside("ul") && !inside("ol")
	}
	return false
}

func (p *page) element(name string, a map[string]string, labelled map[string]bool, inputs *[]string) error {
	if id, ok := a["id"]; ok {
		if id == "" || p.ids[id] {
			return errorf("the id %q stands twice", id)
		}
		p.ids[id] = true
	}
	for _, attribute := range []string{"style", "onclick"} {
		if _, ok := a[attribute]; ok {
			return errorf("<%s %s> is against our own content security policy", name, attribute)
		}
	}
	switch name {
	case "script", "style", "iframe":
		return errorf("<%s> is against our own content security policy", name)
	case "a":
		if a["href"] == "" {
			return errorf("a link leads nowhere: %v", a)
		}
		p.links = append(p.links, a["href"])
	case "form":
		if a["method"] != "get" {
			return errorf("a form that does not GET: %v", a)
		}
	case "link":
		if !strings.HasPrefix(a["href"], "/assets/") {
			return errorf("loads %q", a["href"])
		}
		p.links = append(p.links, a["href"])
	case "label":
		labelled[a["for"]] = true
	case "input", "select":
		if a["type"] != "hidden" {
			*inputs = append(*inputs, a["id"])
		}
	case "svg":
		if a["aria-hidden"] == "" && a["aria-label"] == "" {
			return errorf("a picture without a name: %v", a)
		}
	case "html":
		if a["lang"] == "" {
			return errorf("the page has no language")
		}
	}
	return nil
}

func TestHeadersAndMethods(t *testing.T) {
	h := Handler(filled(t, 3), Options{})
	for _, path := range []string{"/", "/reports", "/healthz", "/nothing", "/assets/style.css"} {
		w := get(t, h, path)
		for header, want := range map[string]string{
			"Content-Security-Policy": "default-src 'self'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		} {
			if got := w.Header().Get(header); !strings.Contains(got, want) {
				t.Errorf("%s: %s is %q", path, header, got)
			}
		}
		for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete} {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest(method, path, nil))
			if w.Code != http.StatusMethodNotAllowed {
				t.Errorf("%s %s answers %d", method, path, w.Code)
			}
		}
		head := httptest.NewRecorder()
		h.ServeHTTP(head, httptest.NewRequest(http.MethodHead, path, nil))
		if head.Code != w.Code {
			t.Errorf("HEAD %s answers %d, GET %d", path, head.Code, w.Code)
		}
	}
	if w := get(t, h, "/healthz"); w.Code != 200 || w.Body.String() != "ok\n" {
		t.Errorf("healthz: %d %q", w.Code, w.Body)
	}
}

func TestAssetsAreCached(t *testing.T) {
	h := Handler(filled(t, 1), Options{})
	address := regexp.MustCompile(`/assets/style\.css\?v=[0-9a-f]+`).FindString(get(t, h, "/").Body.String())
	w := get(t, h, address)
	if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/css") || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("%s: %d %v", address, w.Code, w.Header())
	}
	r := httptest.NewRequest(http.MethodGet, "/assets/style.css", nil)
	r.Header.Set("If-None-Match", w.Header().Get("ETag"))
	again := httptest.NewRecorder()
	h.ServeHTTP(again, r)
	if again.Code != http.StatusNotModified || strings.Contains(again.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("with its ETag: %d %v", again.Code, again.Header())
	}
}

func TestErrorPages(t *testing.T) {
	a := filled(t, 3)
	h := Handler(a, Options{})
	for path, want := range map[string]int{
		"/report/none": 404, "/event/none": 404, "/event/": 404, "/dyad/XXX-YYY": 404, "/dyad/IRN": 404, "/dyad/-": 404, "/x/y": 404,
		"/dyad/IRN-RUS?from=may": 400, "/dyad/IRN-RUS?quad=9": 400, "/dyad/IRN-RUS?status=true": 400, "/reports?from=2016-5": 400, "/quotes?to=x": 400,
		"/dyad/IRN-RUS?from=&to=&type=&page=x": 200, "/dyad/rus-irn?type=AID": 302, "/search?q=%22%00*": 200,
		"/dyad/IRN-RUS?type=FOO": 400, "/dyad/IRN-RUS?from=2016-99": 400, "/quotes?kind=loud": 400, "/?with=XXX": 200,
		"/reports?page=99": 302, "/?page=99": 302, "/quotes?page=99": 302, "/dyad/IRN-RUS?page=99": 302, "/search?q=the&page=99": 302, "/search?page=99&q=zzzz": 302,
	} {
		w := get(t, h, path)
		if w.Code != want {
			t.Errorf("%s answers %d, want %d", path, w.Code, want)
		}
		if want >= 400 && !strings.Contains(w.Body.String(), "<h1>") {
			t.Errorf("%s: no page: %s", path, w.Body)
		}
	}
	if got := get(t, h, "/dyad/rus-irn?type=AID").Header().Get("Location"); got != "/dyad/IRN-RUS?type=AID" {
		t.Errorf("the other order leads to %q", got)
	}
	if got := get(t, h, "/search?page=99&q=zzzz").Header().Get("Location"); got != "/search?page=1&q=zzzz" {
		t.Errorf("a page behind the last leads to %q", got)
	}
	if w := get(t, h, "/?with=XXX"); !strings.Contains(w.Body.String(), "No dyad of XXX") {
		t.Error("a state without dyads is shown as an empty page")
	}
	a.Close()
	w := get(t, h, "/")
	if w.Code != 500 || strings.Contains(w.Body.String(), ".db") {
		t.Errorf("a closed archive: %d %s", w.Code, w.Body)
	}
	if w := get(t, h, "/healthz"); w.Code != 503 {
		t.Errorf("healthz of a closed archive: %d", w.Code)
	}
}

// TestEscaping fills every field of a report with markup and looks for it, unescaped, on every page.
func TestEscaping(t *testing.T) {
	const bad = `<img src=x onerror=alert(1)>"'&`
	code := "IRN"
	party := event.Entity{Text: bad, Name: bad, Code: &code, Office: bad, Sector: []string{bad}, Start: 0, End: 5}
	other := party
	other.Code = new("RUS")
	r := event.Report{
		ID: "r1", Text: bad + " " + bad, Sentences: []event.Sentence{{Start: 0, End: 30}},
		Source:    event.Source{URL: "javascript:alert(1)", Path: bad, Title: bad, Outlet: bad, OutletBasis: bad, Agency: []string{bad}, Byline: bad, Language: bad, Licence: bad, Genre: bad},
		Dateline:  &event.Dateline{Place: bad, Month: 77},
		Published: event.Published{Earliest: bad, Latest: bad, Basis: []string{bad}, Candidates: []string{bad}},
		Removed:   []event.Removed{{Kind: bad}},
		Quotes:    []event.Quote{{ID: "q1", Kind: bad, Start: 2, End: 9, Speaker: &party, Cue: &event.Cue{Text: bad, Force: bad}}},
		Events: []event.Event{{
			ID: "e1", Event: bad, Mode: []string{bad}, Context: []string{bad}, Aux: new(bad), Date: bad, EndDate: bad, DateBasis: bad, Planned: &event.Planned{Date: bad},
			Actor: []event.Entity{party}, Recipient: []event.Entity{other}, EventText: bad, Start: 1, End: 8, QuadCode: 77,
			ClaimedBy: []event.Claimant{{Name: bad, Quote: bad}, {Outlet: bad}}, Because: event.Because{Rule: bad, Path: bad, Predicate: event.Span{Start: 1, End: 8}},
		}},
	}
	a := filled(t, 1)
	if _, err := a.Add(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	h := Handler(a, Options{})
	for _, path := range []string{"/", "/report/r1", "/reports", "/quotes", "/quotes?speaker=" + url.QueryEscape(bad), "/search?q=" + url.QueryEscape(bad), "/dyad/IRN-RUS", "/dyad/IRN-RUS?status=all", "/dyad/IRN-RUS?type=" + url.QueryEscape(bad), "/?with=" + url.QueryEscape(bad)} {
		w := get(t, h, path)
		body := w.Body.String()
		if strings.Contains(body, "<img") || strings.Contains(body, `="javascript:`) || w.Code != 200 && w.Code != 400 {
			t.Errorf("%s: %d, markup of a report reached the page", path, w.Code)
		}
		p := &page{ids: map[string]bool{}}
		if err := p.read(body); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestNobodySaysSo: a report of which not even the outlet is known still says who claims its rows.
func TestNobodySaysSo(t *testing.T) {
	a := filled(t, 1)
	code := "IRN"
	r := event.Report{
		ID: "r1", Text: "Iran left.", Sentences: []event.Sentence{{Start: 0, End: 10}},
		Events: []event.Event{{ID: "e1", Event: "RETREAT", Actor: []event.Entity{{Code: &code}}, Recipient: []event.Entity{{Code: &code}}, Start: 5, End: 9, QuadCode: 2}},
	}
	if _, err := a.Add(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	h := Handler(a, Options{})
	for _, path := range []string{"/report/r1", "/dyad/IRN-IRN"} {
		if body := get(t, h, path).Body.String(); !strings.Contains(body, "outlet is not known") {
			t.Errorf("%s does not say who claims the row", path)
		}
	}
}

func TestSupersededVersionSaysSo(t *testing.T) {
	a := filled(t, 1) // with a revision of its only report
	h := Handler(a, Options{})
	old := archivetest.Reports(1, 1)[0]
	body := get(t, h, "/report/"+old.ID).Body.String()
	if !strings.Contains(body, "earlier version") || !strings.Contains(body, "/report/"+archivetest.Revise(old).ID) {
		t.Error("the earlier version does not lead to the current one")
	}
	if list := get(t, h, "/reports").Body.String(); strings.Contains(list, old.ID) {
		t.Error("the list holds the earlier version")
	}
}

func TestEventLeadsToItsWords(t *testing.T) {
	a := filled(t, 5)
	h := Handler(a, Options{})
	for row, err := range a.Events(t.Context(), archive.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		want := "/report/" + row.Report.ID + "#e-" + row.ID
		if got := get(t, h, "/event/"+row.ID).Header().Get("Location"); got != want {
			t.Errorf("/event/%s leads to %q, want %q", row.ID, got, want)
		}
	}
}
