package evaluate

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"unicode/utf8"

	"dyad/event"
	"dyad/internal/calendar"
	"dyad/internal/language"
)

// TimesScores are the measures of time expressions on the gold data of ../shared/gold/times.
type TimesScores struct {
	Bare   Score // values of bare expressions: interval equal, of those that have one
	Spans  Score // dates marked in news articles: found (overlap); not all are marked there, so Found only counts gold ones
	Values Score // interval equal, of those found that have one
	Misses []TimesMiss
}

// TimesMiss is a gold expression that was not found or got another interval.
type TimesMiss struct {
	Path, Text string
	Gold, Got  calendar.Interval
	Found      bool
}

// timesDocument is a line of a gold file of time expressions; offsets are code points.
type timesDocument struct {
	Path      string `json:"path"`
	Published string `json:"published"`
	Text      string `json:"text"`
	Times     []struct {
		Start    int     `json:"start"`
		End      int     `json:"end"`
		Earliest *string `json:"earliest"`
		Latest   *string `json:"latest"`
	} `json:"times"`
}

// Times measures time expressions on the gold files of a folder (shared/gold/times). The function given parses a text.
func Times(dir string, parse func(string) []language.Sentence) (TimesScores, error) {
	var s TimesScores
	bare, err := readTimes(filepath.Join(dir, "timenorm_train.gold.jsonl"))
	if err != nil {
		return s, err
	}
	for _, d := range bare {
		s.document(d, parse, &Score{}, &s.Bare)
	}
	news, err := readTimes(filepath.Join(dir, "gum_news.gold.jsonl"))
	if err != nil {
		return s, err
	}
	for _, d := range news {
		s.document(d, parse, &s.Spans, &s.Values)
	}
	// A bare expression that is not found has no value: there, found and gold are the same measure's two sides.
	return s, nil
}

// document compares the expressions of one document: those marked in the gold with those found where they stand.
func (s *TimesScores) document(d timesDocument, parse func(string) []language.Sentence, spans, values *Score) {
	sents := parse(d.Text)
	times := calendar.Find(d.Text, sents)
	given := []calendar.Evidence{{Earliest: d.Published, Latest: d.Published, Basis: "given"}}
	calendar.Resolve(times, calendar.Publish(given, nil, times, nil), sents)
	bytes := byteOffsets(d.Text)
	for _, g := range d.Times {
		spans.Gold++
		span := event.Span{Start: bytes[g.Start], End: bytes[g.End]}
		got, found := covering(times, span)
		if found {
			spans.Right++
			spans.Found++
		}
		if g.Earliest == nil || g.Latest == nil {
			continue
		}
		want := calendar.Interval{Earliest: *g.Earliest, Latest: *g.Latest}
		values.Gold++
		if found {
			values.Found++
		}
		if found && got == want {
			values.Right++
			continue
		}
		s.Misses = append(s.Misses, TimesMiss{d.Path, d.Text[span.Start:span.End], want, got, found})
	}
}

// covering gives the interval of the expression that shares most bytes with a span.
func covering(times []calendar.Time, span event.Span) (calendar.Interval, bool) {
	best, most := -1, 0
	for i, t := range times {
		if n := min(t.Time.End, span.End) - max(t.Start, span.Start); n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return calendar.Interval{}, false
	}
	return calendar.Interval{Earliest: times[best].Earliest, Latest: times[best].Latest}, true
}

// byteOffsets gives the byte of each code point of a text, and the length at the end.
func byteOffsets(text string) []int {
	at := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

func readTimes(file string) ([]timesDocument, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []timesDocument
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		var d timesDocument
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		for _, t := range d.Times {
			if t.Start < 0 || t.End < t.Start || t.End > utf8.RuneCountInString(d.Text) {
				return nil, fmt.Errorf("%s:%d: the span %d–%d lies outside the text", file, n, t.Start, t.End)
			}
		}
		docs = append(docs, d)
	}
	return docs, lines.Err()
}
