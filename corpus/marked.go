package corpus

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// A block is a text of a file of texts: its line "== ID | DAY | …", and its paragraphs with a blank line between.
type block struct {
	line   int
	fields []string // what stands in the head between bars
	text   string
}

// blocks reads the texts of corpus/times and corpus/dates. Lines with # before the first text explain the file.
func blocks(file string, r io.Reader, fields int) ([]block, error) {
	var list []block
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	seen := map[string]bool{}
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		head, isHead := strings.CutPrefix(line, "== ")
		switch {
		case isHead:
			b := block{line: n}
			for f := range strings.SplitSeq(head, "|") {
				b.fields = append(b.fields, strings.TrimSpace(f))
			}
			if len(b.fields) < fields {
				return nil, fmt.Errorf("%s:%d: the head of a text has %d fields, expected %d between bars", file, n, len(b.fields), fields)
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
			return nil, fmt.Errorf("%s:%d: text before the first \"== ID | DAY\"", file, n)
		case len(list) > 0:
			list[len(list)-1].text += line + "\n"
		}
	}
	for i := range list {
		list[i].text = strings.Trim(list[i].text, "\n") + "\n"
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
	list, err := blocks(file, r, 2)
	if err != nil {
		return nil, err
	}
	reports := make([]TimedReport, len(list))
	for i, b := range list {
		reports[i] = TimedReport{Where: fmt.Sprintf("%s:%d", file, b.line), ID: b.fields[0], Published: b.fields[1]}
		if err := reports[i].unmark(b.text); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", reports[i].Where, b.fields[0], err)
		}
	}
	return reports, nil
}

// unmark takes the marks "{words|kind|value}" out of a text and keeps what they say.
func (t *TimedReport) unmark(marked string) error {
	text, err := unmark(marked, "{words|kind|value}", func(at Span, parts []string) error {
		m := MarkedTime{Span: at, Kind: parts[1]}
		var err error
		switch m.Kind {
		case "date", "period":
			m.Earliest, m.Latest, err = interval(parts[2])
		case "duration":
			m.Value = parts[2]
		case "recurring":
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
func unmark(marked, form string, note func(at Span, parts []string) error) (string, error) {
	var text strings.Builder
	for {
		before, rest, found := strings.Cut(marked, "{")
		text.WriteString(before)
		if !found {
			return text.String(), nil
		}
		mark, after, closed := strings.Cut(rest, "}")
		parts := strings.Split(mark, "|")
		if !closed || len(parts) != strings.Count(form, "|")+1 || parts[0] == "" {
			return "", fmt.Errorf("{%.60s: a mark is written %s", rest, form)
		}
		if err := note(Span{text.Len(), text.Len() + len(parts[0])}, parts); err != nil {
			return "", fmt.Errorf("{%s}: %w", mark, err)
		}
		text.WriteString(parts[0])
		marked = after
	}
}

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

// ReadDates reads a file of corpus/dates.
func ReadDates(file string, r io.Reader) ([]DatedText, error) {
	list, err := blocks(file, r, 3)
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
	list, err := blocks(file, r, 2)
	if err != nil {
		return nil, err
	}
	reports := make([]DatedReport, len(list))
	for i, b := range list {
		t := DatedReport{Where: fmt.Sprintf("%s:%d", file, b.line), ID: b.fields[0], Published: b.fields[1]}
		t.Text, err = unmark(b.text, "{words|date|planned|places}", func(at Span, parts []string) error {
			d := DatedDeed{Span: at}
			var err1, err2 error
			d.Date, d.EndDate, err1 = interval(parts[1])
			d.Planned, d.PlannedEnd, err2 = interval(parts[2])
			if parts[3] != "" {
				d.Places = strings.Split(parts[3], ";")
			}
			t.Deeds = append(t.Deeds, d)
			return errors.Join(err1, err2)
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", t.Where, t.ID, err)
		}
		reports[i] = t
	}
	return reports, nil
}
