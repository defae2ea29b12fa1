package calendar

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dyad/event"
	"dyad/internal/language"
	"dyad/internal/table"
)

var yearsOf = regexp.MustCompile(`(\d{4})-(\d{4})\.tsv$`)

// The tables load, each file holds its own years in order, and nothing stands twice.
func TestChronicleHasNoFaults(t *testing.T) {
	if _, err := loadChronicle(chronicleFiles); err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(chronicleFiles, "data/chronicle/*.tsv")
	if err != nil || len(names) == 0 {
		t.Fatal("no files", err)
	}
	seen := map[string]string{}
	for _, name := range names {
		rows, err := table.ReadFile(chronicleFiles, "internal/calendar", name, "from", "to", "states", "words")
		if err != nil {
			t.Fatal(err)
		}
		years := yearsOf.FindStringSubmatch(name)
		if years == nil {
			t.Fatalf("%s: name the file by its years, as 1992-2000.tsv or africa-1945-2026.tsv", name)
		}
		first, last := years[1], years[2]
		before := ""
		for _, r := range rows {
			from := r.Get("from")
			if from < before {
				t.Errorf("%s: %s stands behind %s", r.Where(), from, before)
			}
			before = from
			if year := from[:4]; year < first || year > last {
				t.Errorf("%s: %s is not of the years of the file", r.Where(), from)
			}
			key := from + r.Get("states") + r.Get("words")
			if seen[key] != "" {
				t.Errorf("%s: stands in %s too", r.Where(), seen[key])
			}
			seen[key] = r.Where()
			for _, group := range r.List("words") {
				for either := range strings.SplitSeq(group, "/") {
					if len(readMark(either)) == 0 {
						t.Errorf("%s: an alternative of %q has no words", r.Where(), group)
					}
				}
			}
			if len(r.List("words")) == 0 {
				t.Errorf("%s: no words by which a report would be recognised", r.Where())
			}
			if len(r.List("states"))+len(r.List("words")) < 2 {
				t.Errorf("%s: one mark alone is in many reports", r.Where())
			}
		}
	}
}

func TestChronicleFaultsAreFound(t *testing.T) {
	for row, want := range map[string]string{
		"1998-02-30\t\tKEN\tbomb*":        "x.tsv:2: column from: \"1998-02-30\" is no day",
		"1998-08-07\t1998-08-06\tKEN\tb*": "x.tsv:2: column to: \"1998-08-06\" is no day after",
	} {
		files := fstest.MapFS{"data/chronicle/x.tsv": {Data: []byte("from\tto\tstates\twords\n" + row + "\n")}}
		if _, err := loadChronicle(files); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", row, err, want)
		}
	}
}

func TestMarks(t *testing.T) {
	h := newHead("The cease-fire at Évian, Mr. de Gaulle’s U.S. guest said, was bombed.", []language.Sentence{{End: 80}}, &event.Dateline{Place: "Bad Ischl"}, nil)
	for m, want := range map[string]bool{
		"cease-fire": true, "Ischl": true, "Evian": true, "de Gaulle": true, "bomb*": true, "bomb": false, "US": true, "guest bombed": false,
		"fire at": true, "Gaulle de": false, "was bomb*": true, "bombed was": false,
	} {
		if got := h.has(readMark(m)); got != want {
			t.Errorf("%s: got %v", m, got)
		}
	}
}

func TestRecognise(t *testing.T) {
	files := fstest.MapFS{"data/chronicle/x.tsv": {Data: []byte(strings.Join([]string{
		"from\tto\tstates\twords",
		"1931-03-03\t1931-03-05\tAAA;BBB\tvisit*;minister",
		"1956-12-30\t\tAAA\tLima;bridge;collaps*/fall*/fell",
		"1974-05-06\t\tBBB\tbridge;collaps*",
		"1975-05-06\t\tBBB\troad;block*",
		"1978-05-09\t\tBBB\troad;block*",
		"1964-06-03\t\tAAA;BBB\tferry;harbour;seize*;crew/sailors",
		"1967-07-05\t\tAAA\ttram;strike;driver*;mayor",
		"",
	}, "\n"))}}
	rows, err := loadChronicle(files)
	if err != nil {
		t.Fatal(err)
	}
	both := []string{"AAA", "BBB"}
	for _, c := range []struct {
		name, text string
		dl         *event.Dateline
		states     []string
		want       string
	}{
		{"the day of the dateline", "The minister visited them.", &event.Dateline{Month: 3, Day: 4}, both, "1931-03-04..1931-03-04 1"},
		{"news is printed later", "The minister visited them.", &event.Dateline{Month: 3, Day: 8}, both, "1931-03-08..1931-03-08 1"},
		{"another day of the year", "The minister visited them.", &event.Dateline{Month: 3, Day: 9}, both, ""},
		{"over New Year", "The bridge fell in Lima on the way to the market.", &event.Dateline{Month: 1, Day: 1}, both, "1957-01-01..1957-01-01 1"},
		{"a state is missing", "The minister visited them.", &event.Dateline{Month: 3, Day: 4}, both[:1], ""},
		{"a mark is missing", "The minister met them.", &event.Dateline{Month: 3, Day: 4}, both, ""},
		{"the year is known", "The minister visited them.", &event.Dateline{Year: 1999, Month: 3, Day: 4}, both, ""},
		{"a date in the head", "The minister visited them on 3 March.", nil, both, "1931-03-03..1931-05-03 1"},
		{"the weekday told", "The bridge collapsed on Monday.", nil, both, "1974-05-06..1974-05-09 0"},
		{"one word of six is missing", "They seized the ferry and its crew on Wednesday.", &event.Dateline{Month: 6, Day: 4}, both, "1964-06-04..1964-06-04 1"},
		{"two words of six are missing", "They seized the ferry on Wednesday.", &event.Dateline{Month: 6, Day: 4}, both, ""},
		{"one word is missing, and no weekday is told", "They seized the ferry and its crew.", &event.Dateline{Month: 6, Day: 4}, both, ""},
		{"one word of five is missing", "Drivers of the tram went on strike on Wednesday.", &event.Dateline{Month: 7, Day: 5}, both, "1967-07-05..1967-07-05 0"},
		{"another weekday than that of the date", "The minister visited them on Saturday.", &event.Dateline{Month: 3, Day: 4}, both, ""},
		{"twice on such a weekday", "They blocked the road on Tuesday.", nil, both, ""},
		{"twice, and a date", "They blocked the road on Tuesday.", &event.Dateline{Month: 5, Day: 10}, both, "1978-05-10..1978-05-10 1"},
		{"another weekday", "The bridge collapsed on Thursday.", nil, both, ""},
		{"nothing of the day", "The bridge collapsed.", nil, both, ""},
		{"an anniversary", "On the anniversary of the day when the bridge fell they met.", &event.Dateline{Month: 12, Day: 30}, both, ""},
		{"a commemoration", "A commemoration was held for those who died where the bridge fell.", &event.Dateline{Month: 12, Day: 30}, both, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			sents := language.Tokenize(c.text)
			_, clues := rows.recognise(c.text, sents, Find(c.text, sents), c.dl, func(int) []string { return c.states })
			got := ""
			for _, k := range clues {
				for _, s := range k.spans {
					got += s.lo.String() + ".." + s.hi.String() + " " + string(rune('0'+k.weight))
				}
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A report on one of the days that the chronicle knows is dated by its day and month.
func TestChronicleDates(t *testing.T) {
	text := "Rescuers dug through the night in Gujarat, where an earthquake on Friday brought down whole streets."
	sents := language.Tokenize(text)
	times := Find(text, sents)
	dl := &event.Dateline{Place: "Ahmedabad", Month: 1, Day: 27}
	known, clues := Recognise(text, sents, times, dl, func(int) []string { return []string{"IND"} })
	if len(known) == 0 || !strings.Contains(known[0].Row, "chronicle/2001-2010.tsv:") {
		t.Errorf("recognised: %v", known)
	}
	if p := Publish(nil, dl, times, nil, clues...); p.Earliest != "2001-01-27" || p.Latest != "2001-01-27" || !slices.Contains(p.Basis, "reference") {
		t.Errorf("got %+v", p)
	}
}
