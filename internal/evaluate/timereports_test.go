package evaluate

import (
	"strings"
	"testing"

	"dyad/corpus"
	"dyad/event"
	"dyad/internal/language"
)

func TestLengthOf(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"P8Y6M", "P102M", true},
		{"P1.5Y", "P18M", true},
		{"P2W", "P14D", true},
		{"PT1H30M", "PT90M", true},
		{"P1M", "PT1M", false},
		{"P1Y", "P365D", false},
		{"P2D", "", false},
		{"P2D", "2 days", false},
		{"P3D", "P4D", false},
	} {
		if got := lengthOf(c.a) == lengthOf(c.b); got != c.same {
			t.Errorf("%s and %s: same %v, want %v", c.a, c.b, got, c.same)
		}
	}
}

// What is found, missed, too many and read otherwise is counted and listed.
func TestTimeReports(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	reports, err := corpus.ReadTimes("f.txt", strings.NewReader("== a | 2016-08-16\n"+
		"The minister arrived on {Monday|date|2016-08-15} and left on {Tuesday|date|2016-08-17}. The {blue moon|recurring|} rose in 1990 as in {early 1991|date|1991}.\n"))
	if err != nil {
		t.Fatal(err)
	}
	var misses strings.Builder
	s := TimeReports(reports, model.Parse, &misses)
	if s.Strict != (Score{3, 4, 4}) || s.Relaxed != (Score{3, 4, 4}) || s.Value != (Score{2, 4, 4}) || s.Of["date"] != (Score{2, 3, 3}) {
		t.Errorf("strict %v, relaxed %v, value %v, dates %v", s.Strict, s.Relaxed, s.Value, s.Of["date"])
	}
	for _, want := range []string{`missed  "blue moon"`, `extra   "1990"`, `read    "Tuesday" as "Tuesday": date 2016-08-16/2016-08-16`} {
		if !strings.Contains(misses.String(), want) {
			t.Errorf("%q is not listed in:\n%s", want, misses.String())
		}
	}
}

func TestScoreDate(t *testing.T) {
	day := func(lo, hi string, candidates ...string) event.Published {
		return event.Published{Earliest: lo, Latest: hi, Candidates: candidates}
	}
	var sum DateScore
	for _, c := range []struct {
		p    event.Published
		want DateScore
	}{
		{day("2001-08-04", "2001-08-04"), DateScore{Texts: 1, Inside: 1, Days: 1, widths: []int{1}}},
		{day("2001-08-05", "2001-08-05"), DateScore{Texts: 1, Days: 1, WrongDays: 1, widths: []int{1}}},
		{day("1990-08-04", "2001-08-04", "1990-08-04", "2001-08-04"), DateScore{Texts: 1, Inside: 1, Candidate: 1, Candidates: 1, widths: []int{4019}}},
		{day("", ""), DateScore{Texts: 1, Inside: 1, widths: []int{open}}},
		{day("2002-01-01", ""), DateScore{Texts: 1, widths: []int{open}}},
	} {
		got := ScoreDate("2001-08-04", c.p)
		if got.Texts != c.want.Texts || got.Inside != c.want.Inside || got.Candidate != c.want.Candidate || got.Candidates != c.want.Candidates ||
			got.Days != c.want.Days || got.WrongDays != c.want.WrongDays || got.widths[0] != c.want.widths[0] {
			t.Errorf("%+v: got %+v, want %+v", c.p, got, c.want)
		}
		sum.Add(got)
	}
	if w, isOpen := sum.Width(); sum.Texts != 5 || w != 4019 || isOpen {
		t.Errorf("5 texts: %d, width %d, open %v", sum.Texts, w, isOpen)
	}
}
