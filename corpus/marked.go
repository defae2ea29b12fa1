package corpus

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
)

// A block is a text of a file of texts: its line "== ID | DAY | …", and its paragraphs with a blank line between.
type block struct {
	line   int
	first  int      // the line on which its text begins
	fields []string // what stands in the head between bars
	text   string
}

// blocks reads the texts of corpus/times and corpus/dates. Lines with # before the first text explain the file.
func blocks(file string, r io.Reader, form string, fields int) ([]block, error) {
	var list []block
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	seen := map[string]bool{}
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		head, isHead := strings.CutPrefix(line, "== ")
		switch {
		case isHead:
			b := block{line: n}
			for f := range strings.SplitSeq(head, "|") {
				b.fields = append(b.fields, strings.TrimSpace(f))
			}
			if len(b.fields) < fields || len(b.fields) > strings.Count(form, "|")+1 || b.fields[0] == "" {
				return nil, fmt.Errorf("%s:%d: %q is no head of a text; write %s", file, n, line, form)
			}
			if _, err := time.Parse(time.DateOnly, b.fields[1]); err != nil {
				return nil, fmt.Errorf("%s:%d: %q is no day; write YYYY-MM-DD", file, n, b.fields[1])
			}
			if seen[b.fields[0]] {
				return nil, fmt.Errorf("%s:%d: there are two texts %s", file, n, b.fields[0])
			}
			seen[b.fields[0]] = true
			list = append(list, b)
		case len(list) == 0 && line != "" && line[0] != '#':
			return nil, fmt.Errorf("%s:%d: text before the first head; write %s", file, n, form)
		case len(list) > 0:
			list[len(list)-1].text += line + "\n"
		}
	}
	if len(list) == 0 && lines.Err() == nil {
		return nil, fmt.Errorf("%s: no text in it; the head of a text is written %s", file, form)
	}
	for i := range list {
		b := &list[i]
		body := strings.TrimLeft(b.text, "\n")
		b.first = b.line + 1 + len(b.text) - len(body)
		if b.text = strings.TrimRight(body, "\n") + "\n"; b.text == "\n" {
			return nil, fmt.Errorf("%s:%d: %s has no text", file, b.line, b.fields[0])
		}
	}
	return list, lines.Err()
}

// A TimedReport is a report of corpus/times, with every time expression in it.
type TimedReport struct {
	Where     string // file:line
	ID        string
	Published string // ISO day
	Text      string // without the marks
	Times     []MarkedTime
}

// A MarkedTime is a time expression as a careful reader marks it (corpus/times/README.md).
type MarkedTime struct {
	Span
	Kind             string // date | period | recurring | duration
	Earliest, Latest string // ISO days of the interval it names; both empty where none can be known
	Value            string // of a duration, ISO 8601; empty where its number is vague
}

// ReadTimes reads a file of corpus/times.
func ReadTimes(file string, r io.Reader) ([]TimedReport, error) {
	list, err := blocks(file, r, "== ID | DAY", 2)
	if err != nil {
		return nil, err
	}
	reports := make([]TimedReport, len(list))
	for i, b := range list {
		reports[i] = TimedReport{Where: fmt.Sprintf("%s:%d", file, b.line), ID: b.fields[0], Published: b.fields[1]}
		if err := reports[i].unmark(b); err != nil {
			return nil, fmt.Errorf("%s:%w", file, err)
		}
	}
	return reports, nil
}

// unmark takes the marks "{words|kind|value}" out of a text and keeps what they say.
func (t *TimedReport) unmark(b block) error {
	text, err := unmark(b, "{words|kind|value}", func(at Span, parts []string) error {
		m := MarkedTime{Span: at, Kind: parts[1]}
		var err error
		switch m.Kind {
		case "date", "period":
			m.Earliest, m.Latest, err = interval(parts[2])
		case "duration":
			if m.Value = parts[2]; m.Value != "" && !duration.MatchString(m.Value) {
				err = fmt.Errorf("%q is no duration; write P2D, P3W, PT4H, or nothing", m.Value)
			}
		case "recurring":
			if parts[2] != "" {
				err = errors.New("what recurs has no value")
			}
		default:
			err = fmt.Errorf("kind %q is none of date, period, recurring, duration", m.Kind)
		}
		t.Times = append(t.Times, m)
		return err
	})
	t.Text = text
	return err
}

// unmark takes marks out of a text; what each says is given to note, with the bytes where its words come to stand. The form shows how a mark
// is written.
func unmark(b block, form string, note func(at Span, parts []string) error) (string, error) {
	marked := b.text
	var text strings.Builder
	for {
		before, rest, found := strings.Cut(marked, "{")
		line := func() int {
			return b.first + strings.Count(b.text[:len(b.text)-len(marked)], "\n") + strings.Count(before, "\n")
		}
		if strings.Contains(before, "}") {
			return "", fmt.Errorf("%d: %s: a } that closes no mark", line(), b.fields[0])
		}
		text.WriteString(before)
		if !found {
			return text.String(), nil
		}
		mark, after, closed := strings.Cut(rest, "}")
		parts := strings.Split(mark, "|")
		if !closed || len(parts) != strings.Count(form, "|")+1 || parts[0] == "" || strings.ContainsAny(mark, "{\n") {
			return "", fmt.Errorf("%d: %s: {%.60s: a mark is written %s", line(), b.fields[0], firstLine(rest), form)
		}
		if err := note(Span{text.Len(), text.Len() + len(parts[0])}, parts); err != nil {
			return "", fmt.Errorf("%d: %s: {%s}: %w", line(), b.fields[0], mark, err)
		}
		text.WriteString(parts[0])
		marked = after
	}
}

// firstLine is a text up to the end of its line.
func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

var (
	duration  = regexp.MustCompile(`^P(?:[\d.]+[YMWD])*(?:T(?:[\d.]+[HMS])+)?$`)
	placeName = regexp.MustCompile(`^[^:;]+:[A-Z]{3}$`)
)

// interval reads a day, month or year, or two of them with ".." between, of which one may be missing.
func interval(s string) (earliest, latest string, err error) {
	if s == "" {
		return "", "", nil
	}
	lo, hi, two := strings.Cut(s, "..")
	if !two {
		hi = lo
	}
	if lo != "" {
		if earliest, _, err = bounds(lo); err != nil {
			return "", "", err
		}
	}
	if hi != "" {
		if _, latest, err = bounds(hi); err != nil {
			return "", "", err
		}
	}
	if earliest != "" && latest != "" && earliest > latest {
		return "", "", fmt.Errorf("%s ends before it begins", s)
	}
	return earliest, latest, nil
}

// bounds gives the first and the last day of a day, month or year.
func bounds(s string) (first, last string, err error) {
	for _, u := range []struct {
		layout        string
		years, months int
	}{{time.DateOnly, 0, 0}, {"2006-01", 0, 1}, {"2006", 1, 0}} {
		if t, err := time.Parse(u.layout, s); err == nil {
			if u.years+u.months == 0 {
				return s, s, nil
			}
			return t.Format(time.DateOnly), t.AddDate(u.years, u.months, -1).Format(time.DateOnly), nil
		}
	}
	return "", "", fmt.Errorf("%q is no day, month or year", s)
}

// A DatedText is a text of corpus/dates: a report without metadata whose day is known.
type DatedText struct {
	Where string // file:line
	ID    string
	Day   string // ISO
	Kind  string // the evidence it mainly offers (corpus/dates/README.md)
	Text  string
}

// DateKinds are the kinds of evidence of corpus/dates.
func DateKinds() []string {
	return []string{"dateline", "url", "weekday", "office", "reference", "arithmetic", "happening", "several", "none"}
}

// NewsKinds are the kinds of corpus/dates/news.txt: reports on documented happenings, and on such as history does not know.
func NewsKinds() []string { return []string{"news", "local"} }

// ReadDates reads a file of corpus/dates.
func ReadDates(file string, r io.Reader) ([]DatedText, error) {
	list, err := blocks(file, r, "== ID | DAY | KIND | NOTE", 3)
	if err != nil {
		return nil, err
	}
	texts := make([]DatedText, len(list))
	for i, b := range list {
		texts[i] = DatedText{fmt.Sprintf("%s:%d", file, b.line), b.fields[0], b.fields[1], b.fields[2], b.text}
	}
	return texts, nil
}

// A DatedReport is a report of corpus/when, with when and where the deeds in it took place.
type DatedReport struct {
	Where     string // file:line
	ID        string
	Published string // ISO day
	Text      string // without the marks
	Deeds     []DatedDeed
}

// A DatedDeed is a predicate with its date and places as a careful reader gives them (corpus/when/README.md).
type DatedDeed struct {
	Span
	Date, EndDate       string   // ISO days; both empty where a reader cannot know
	Planned, PlannedEnd string   // of a coming deed
	Places              []string // Name:STATE
}

// ReadDeeds reads a file of corpus/when.
func ReadDeeds(file string, r io.Reader) ([]DatedReport, error) {
	list, err := blocks(file, r, "== ID | DAY", 2)
	if err != nil {
		return nil, err
	}
	reports := make([]DatedReport, len(list))
	for i, b := range list {
		t := DatedReport{Where: fmt.Sprintf("%s:%d", file, b.line), ID: b.fields[0], Published: b.fields[1]}
		t.Text, err = unmark(b, "{words|date|planned|places}", func(at Span, parts []string) error {
			d := DatedDeed{Span: at}
			var err1, err2 error
			d.Date, d.EndDate, err1 = interval(parts[1])
			d.Planned, d.PlannedEnd, err2 = interval(parts[2])
			if parts[3] != "" {
				d.Places = strings.Split(parts[3], ";")
				for _, p := range d.Places {
					if !placeName.MatchString(p) {
						return fmt.Errorf("%q is no place; write Name:STATE, the state by its three capitals", p)
					}
				}
			}
			t.Deeds = append(t.Deeds, d)
			return errors.Join(err1, err2)
		})
		if err != nil {
			return nil, fmt.Errorf("%s:%w", file, err)
		}
		reports[i] = t
	}
	return reports, nil
}
