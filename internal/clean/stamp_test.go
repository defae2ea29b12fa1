package clean

import (
	"slices"
	"testing"

	"dyad/event"
)

func TestStamps(t *testing.T) {
	body := "OSLO (Fjord Wire) - The two ministers met in Oslo and signed the accord on fishing rights.\n\nThey had talked for a week before, and a spokesman said that little had been left open.\n\n"
	for _, c := range []struct {
		name, tail string
		html       bool
		want       []DateEvidence
	}{
		{"wire stamp", "FW/AB  041530 DEC 08", false, []DateEvidence{{"2008-12-04", "2008-12-04", "page"}}},
		{"wire stamp of the last century", "FW/AB 211640 DEC 72", false, []DateEvidence{{"1972-12-21", "1972-12-21", "page"}}},
		{"no such hour", "FW/AB 212640 DEC 72", false, nil},
		{"no such day", "FW/AB 321640 DEC 72", false, nil},
		{"year of a notice", "© Fjord Wire 1989. Reproduction only with a link to the source.", false, []DateEvidence{{"1989-01-01", "1989-12-31", "copyright"}}},
		{"the last year of several", "© 1996-2008 Fjord Wire", false, []DateEvidence{{"", "2008-12-31", "copyright"}}},
		{"name before the year", "(c) Fjord Wire, 2001. All rights reserved.", false, []DateEvidence{{"2001-01-01", "2001-12-31", "copyright"}}},
		{"a day in the notice", "© Fjord Wire, 24.4.2023. Texts may be shared under CC BY-NC 4.0.", false, []DateEvidence{{"2023-04-24", "2023-04-24", "page"}}},
		{"a day that two readers read differently", "© Fjord Wire, 4.5.2023. Texts may be shared under CC BY-NC 4.0.", false, []DateEvidence{{"2023-04-05", "2023-05-04", "page"}}},
		{"the address behind the report", "https://www.example.org/2011/02/11/accord.html", false, []DateEvidence{{"2011-02-11", "2011-02-11", "url"}}},
		{"the same without a scheme", "example.org/2011/0211/accord.html", false, []DateEvidence{{"2011-02-11", "2011-02-11", "url"}}},
		{"a day that is asked for", "Source: https://www.example.org/show?date=2011-02-11&id=7", false, []DateEvidence{{"2011-02-11", "2011-02-11", "url"}}},
		{"day or month first", "https://www.example.org/11-02-2011/accord.html", false, []DateEvidence{{"2011-02-11", "2011-11-02", "url"}}},
		{"addresses of other reports", "https://www.example.org/2011/02/11/accord.html\n\nhttps://www.example.org/2011/02/12/talks.html", false, nil},
		{"no such day in the address", "https://www.example.org/2011/02/31/accord.html", false, []DateEvidence{{"2011-02-01", "2011-02-28", "url"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, err := Clean(event.Document{Raw: []byte(body + c.tail + "\n"), HTML: c.html})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(x.Dates, c.want) {
				t.Errorf("got %v, want %v", x.Dates, c.want)
			}
		})
	}
}
