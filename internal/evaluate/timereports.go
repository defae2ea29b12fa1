package evaluate

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"dyad/corpus"
	"dyad/event"
	"dyad/internal/calendar"
	"dyad/internal/language"
)

// TimeReportScores are the measures of time expressions on reports in which every one is marked (corpus/times).
type TimeReportScores struct {
	Reports int
	Strict  Score            // spans equal
	Relaxed Score            // spans that share a character, one to one
	Kind    Score            // kind equal, of those paired by Relaxed: Right of Gold
	Value   Score            // paired, with the same interval or duration
	Of      map[string]Score // Value of those paired, by gold kind: Right of Gold
}

// TimeReports measures time expressions on reports of ours. The day of publication is given. What is missed, too many or read
// otherwise is listed where misses is not nil.
func TimeReports(reports []corpus.TimedReport, parse func(string) []language.Sentence, misses io.Writer) TimeReportScores {
	s := TimeReportScores{Reports: len(reports), Of: map[string]Score{}}
	for i := range reports {
		r := &reports[i]
		sents := parse(r.Text)
		times := calendar.Find(r.Text, sents)
		given := []calendar.Evidence{{Earliest: r.Published, Latest: r.Published, Basis: "given"}}
		calendar.Resolve(times, calendar.Publish(given, nil, times, nil), sents)
		s.report(r, times, misses)
	}
	return s
}

// report compares the expressions of one report with those marked.
func (s *TimeReportScores) report(r *corpus.TimedReport, times []calendar.Time, misses io.Writer) {
	at := func(i, j int) (gold, found event.Span) {
		return event.Span(r.Times[i].Span), event.Span{Start: times[j].Start, End: times[j].Time.End}
	}
	equal := func(i, j int) bool { g, f := at(i, j); return g == f }
	touch := func(i, j int) bool { g, f := at(i, j); return g.Start < f.End && f.Start < g.End }
	s.Strict.Add(Score{len(match(len(r.Times), len(times), equal, equal)), len(times), len(r.Times)})
	pairs := match(len(r.Times), len(times), equal, touch)
	s.Relaxed.Add(Score{len(pairs), len(times), len(r.Times)})
	s.Value.Add(Score{0, len(times), len(r.Times)})
	missed, extra := make([]bool, len(r.Times)), make([]bool, len(times))
	for _, p := range pairs {
		g, f := &r.Times[p.gold], &times[p.found]
		missed[p.gold], extra[p.found] = true, true
		same := one(sameTime(g, f))
		s.Kind.Add(Score{one(g.Kind == f.Kind), 1, 1})
		s.Value.Right += same
		count(s.Of, g.Kind, Score{same, 1, 1})
		if misses != nil && (same == 0 || !equal(p.gold, p.found) || g.Kind != f.Kind) {
			fmt.Fprintf(misses, "%s  read    %q as %q: %s %s/%s %s, gold %s %s/%s %s\n", r.ID, r.Text[g.Start:g.End], f.Text,
				f.Kind, f.Earliest, f.Latest, f.Value, g.Kind, g.Earliest, g.Latest, g.Value)
		}
	}
	if misses == nil {
		return
	}
	for i, g := range r.Times {
		if !missed[i] {
			fmt.Fprintf(misses, "%s  missed  %q in %q\n", r.ID, r.Text[g.Start:g.End], neighbourhood(r.Text, g.Start, g.End))
		}
	}
	for j, f := range times {
		if !extra[j] {
			fmt.Fprintf(misses, "%s  extra   %q in %q\n", r.ID, f.Text, neighbourhood(r.Text, f.Start, f.Time.End))
		}
	}
}

// sameTime compares what an expression was read as with its mark: the interval of a date or period, the length of a duration;
// a set has no value.
func sameTime(g *corpus.MarkedTime, f *calendar.Time) bool {
	switch g.Kind {
	case "date", "period":
		return g.Earliest == f.Earliest && g.Latest == f.Latest
	case "duration":
		return f.Kind == g.Kind && (g.Value == "" || lengthOf(g.Value) == lengthOf(f.Value))
	}
	return f.Kind == g.Kind
}

// length is an ISO 8601 duration in units that do not change into each other: months, days and seconds.
type length struct{ months, days, seconds float64 }

// lengthOf reads a duration, so that P8Y6M and P102M are the same; what is none has the length -1.
func lengthOf(iso string) length {
	date, clock, _ := strings.Cut(strings.TrimPrefix(iso, "P"), "T")
	var l length
	add := func(s string, units map[byte]float64, to func(unit byte) *float64) bool {
		for s != "" {
			n := strings.IndexAny(s, "YMWDHS")
			if n <= 0 || units[s[n]] == 0 {
				return false
			}
			x, err := strconv.ParseFloat(s[:n], 64)
			if err != nil {
				return false
			}
			*to(s[n]) += float64(x * units[s[n]])
			s = s[n+1:]
		}
		return true
	}
	ok := add(date, map[byte]float64{'Y': 12, 'M': 1, 'W': 7, 'D': 1}, func(u byte) *float64 {
		if u == 'Y' || u == 'M' {
			return &l.months
		}
		return &l.days
	}) && add(clock, map[byte]float64{'H': 3600, 'M': 60, 'S': 1}, func(byte) *float64 { return &l.seconds })
	if !ok || iso == "" {
		return length{-1, -1, -1}
	}
	return l
}

// neighbourhood gives the words around a stretch of text, for a message.
func neighbourhood(text string, start, end int) string {
	const reach = 30
	from, to := max(start-reach, 0), min(end+reach, len(text))
	for from > 0 && text[from]&0xC0 == 0x80 {
		from--
	}
	for to < len(text) && text[to]&0xC0 == 0x80 {
		to++
	}
	return text[from:to]
}
