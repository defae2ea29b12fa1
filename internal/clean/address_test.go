package clean

import (
	"testing"

	"dyad/event"
)

// The day in an address is that of the report only where it is no word of the headline and a day that exists.
func TestDayInPath(t *testing.T) {
	for path, want := range map[string]string{
		"/news/2015/02/03/talks":             "2015-02-03",
		"/news/talks-2015-02-03":             "2015-02-03",
		"/2015-02-03-talks":                  "2015-02-03",
		"/anniversary-1945-08-06-hiroshima":  "",
		"/anniversary_19450806_of-hiroshima": "",
		"/news/2015/02/31/talks":             "2015-02-01", // the month at least
		"/news/2015/02/talks":                "2015-02-01",
	} {
		day, ok := dayInPath(path)
		if day.earliest != want || ok != (want != "") {
			t.Errorf("%s: %q, %v, want %q", path, day.earliest, ok, want)
		}
	}
}

// A page that says 1970-01-01 knows its day not.
func TestEpoch(t *testing.T) {
	const page = `<html><head><title>Talks</title><meta property="article:published_time" content="1970-01-01T00:00:00Z"></head><body><article><p>OSLO, May 3, 2015 - The ministers met in Oslo on Sunday and talked about fish, oil and the northern seas for two hours.</p></article></body></html>`
	got, err := Clean(event.Document{Path: "a.html", HTML: true, Raw: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range got.Dates {
		if e.Latest == epoch {
			t.Errorf("the day of the page is given as %+v", e)
		}
	}
}
