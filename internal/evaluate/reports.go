package evaluate

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"dyad/event"
)

// ReportScores are the measures of all that is read from some reports.
type ReportScores struct {
	Reports int
	Events  EventScores

	QuoteExact   map[string]Score // spans equal, by kind
	QuoteWords   Score            // words of quotations
	Speaker      Score            // of the quotations found: Right = speaker's code and primary sector right, Found = Gold = quotations compared
	DayRight     int              // published interval equal to the gold one
	DayInside    int              // gold interval inside the one found
	Title        int
	Outlet       int
	Agency       int
	Dateline     int
	Absent, Once Score // strings that must be gone, must stand once: Right of Gold
}

// ScoreReport compares one coded report with its gold.
func ScoreReport(g Gold, r event.Report) ReportScores {
	s := ReportScores{Reports: 1, Events: ScoreEvents(g, r), QuoteExact: map[string]Score{}}
	s.quotes(g, r)
	got := GoldInterval{r.Published.Earliest, r.Published.Latest}
	s.DayRight = one(got == g.Published)
	s.DayInside = one(inside(g.Published, got) && (got == g.Published || got != GoldInterval{}))
	s.Title = one(plain(r.Source.Title) == plain(g.Title))
	s.Outlet = one(plain(r.Source.Outlet) == plain(g.Outlet))
	s.Agency = one(slices.Equal(plainAll(g.Agency), plainAll(r.Source.Agency)))
	dateline := ""
	if r.Dateline != nil {
		dateline = r.Dateline.Place
	}
	s.Dateline = one(plain(dateline) == plain(g.Dateline))
	for _, a := range g.Absent {
		s.Absent.Add(Score{Right: one(!strings.Contains(r.Text, a)), Gold: 1})
	}
	for _, o := range g.Once {
		s.Once.Add(Score{Right: one(strings.Count(r.Text, o) == 1), Gold: 1})
	}
	return s
}

// Add adds the counts of another report.
func (s *ReportScores) Add(o ReportScores) {
	s.Reports += o.Reports
	s.Events.Add(o.Events)
	if s.QuoteExact == nil {
		s.QuoteExact = map[string]Score{}
	}
	for k, sc := range o.QuoteExact {
		count(s.QuoteExact, k, sc)
	}
	s.QuoteWords.Add(o.QuoteWords)
	s.Speaker.Add(o.Speaker)
	s.DayRight += o.DayRight
	s.DayInside += o.DayInside
	s.Title += o.Title
	s.Outlet += o.Outlet
	s.Agency += o.Agency
	s.Dateline += o.Dateline
	s.Absent.Add(o.Absent)
	s.Once.Add(o.Once)
}

// quotes compares spans, words and speakers of quotations.
func (s *ReportScores) quotes(g Gold, r event.Report) {
	var gold []event.Span
	for _, q := range g.Quotes {
		gold = append(gold, find(r.Text, q.Text))
		count(s.QuoteExact, q.Kind, Score{Gold: 1})
	}
	for _, q := range r.Quotes {
		count(s.QuoteExact, q.Kind, Score{Found: 1})
	}
	exact := match(len(gold), len(r.Quotes), func(int, int) bool { return true }, func(i, j int) bool {
		return gold[i] == event.Span{Start: r.Quotes[j].Start, End: r.Quotes[j].End} && g.Quotes[i].Kind == r.Quotes[j].Kind
	})
	for _, p := range exact {
		count(s.QuoteExact, g.Quotes[p.gold].Kind, Score{Right: 1})
	}
	touching := match(len(gold), len(r.Quotes), func(i, j int) bool { return g.Quotes[i].Kind == r.Quotes[j].Kind }, func(i, j int) bool {
		return r.Quotes[j].Start < gold[i].End && gold[i].Start < r.Quotes[j].End
	})
	for _, p := range touching {
		speaker := ""
		if e := r.Quotes[p.found].Speaker; e != nil && (e.Code != nil || len(e.Sector) > 0) { // of "many observers" nothing is known
			speaker = entitySectors([]event.Entity{*e})
		}
		want := ""
		if w := g.Quotes[p.gold].Speaker; w != "" {
			want = sectors([]string{w})
		}
		s.Speaker.Add(Score{one(speaker == want), 1, 1})
	}
	s.QuoteWords = wordOverlap(r, gold)
}

// wordOverlap counts the words that stand in quotations, found and gold.
func wordOverlap(r event.Report, gold []event.Span) Score {
	var s Score
	text := []rune(r.Text)
	in := func(spans []event.Span, i int) int {
		return one(slices.ContainsFunc(spans, func(p event.Span) bool { return p.Start <= i && i < p.End }))
	}
	var found []event.Span
	for _, q := range r.Quotes {
		if len(q.Parts) > 0 {
			found = append(found, q.Parts...)
		} else {
			found = append(found, event.Span{Start: q.Start, End: q.End})
		}
	}
	for i := range text {
		if text[i] == ' ' || i > 0 && text[i-1] != ' ' && text[i-1] != '\n' {
			continue
		}
		f, g := in(found, i), in(gold, i)
		s.Add(Score{f * g, f, g})
	}
	return s
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// inside reports whether an interval lies in another; an open end holds everything.
func inside(in, out GoldInterval) bool {
	return (out.Earliest == "" || in.Earliest != "" && in.Earliest >= out.Earliest) && (out.Latest == "" || in.Latest != "" && in.Latest <= out.Latest)
}

// plain is a name without case and outer punctuation, for comparison.
func plain(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(s, " .,:;–—-")), " "))
}

func plainAll(list []string) []string {
	var out []string
	for _, s := range list {
		out = append(out, plain(s))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Coder codes one document; coder.Coder.Code is one.
type Coder func(event.Document) (event.Report, error)

// Half is one half of the sample reports: Odd is for development, Even is only measured.
type Half struct {
	Name   string
	Scores ReportScores
}

// Samples codes the sample reports and scores both halves. There is one document for each gold, in the same order. The
// misses of the odd half are listed where misses is not nil.
func Samples(gold []Gold, docs []event.Document, code Coder, misses io.Writer) (odd, even Half, err error) {
	odd.Name, even.Name = "odd", "even"
	if len(gold) != len(docs) {
		return odd, even, fmt.Errorf("there are %d sample reports and gold for %d", len(docs), len(gold))
	}
	for i, g := range gold {
		r, err := code(docs[i])
		if err != nil {
			return odd, even, fmt.Errorf("sample %s: %w", g.Report, err)
		}
		half := &even
		if g.Number()%2 == 1 {
			half = &odd
			if misses != nil {
				WriteMisses(misses, g, r)
			}
		}
		half.Scores.Add(ScoreReport(g, r))
	}
	return odd, even, nil
}
