package evaluate

import (
	"context"
	"testing"

	"dyad/coder"
	"dyad/corpus"
	"dyad/event"
	"dyad/internal/language"
)

// What the project asks of time expressions on our own reports.
func TestTimeReportsMeasured(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	f, err := corpus.Times().Open("measured.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reports, err := corpus.ReadTimes("measured.txt", f)
	if err != nil {
		t.Fatal(err)
	}
	s := TimeReports(reports, model.Parse, nil)
	t.Logf("strict F1 %.3f, relaxed %.3f, with value %.3f", s.Strict.F1(), s.Relaxed.F1(), s.Value.F1())
	if s.Strict.F1() < 0.85 || s.Relaxed.F1() < 0.93 {
		t.Errorf("strict F1 %.3f and relaxed %.3f, asked for 0.85 and 0.93", s.Strict.F1(), s.Relaxed.F1())
	}
}

// What the project asks of the day of reports without metadata: the true day inside, and no wrong day given.
func TestDatesMeasured(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := corpus.Dates().Open("measured.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	texts, err := corpus.ReadDates("measured.txt", f)
	if err != nil {
		t.Fatal(err)
	}
	kinds, _, err := Dates(texts, func(d event.Document) (event.Report, error) { return c.Code(context.Background(), d) }, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := total(kinds)
	if share(s.Inside, s.Texts) < 0.98 {
		t.Errorf("the true day is inside in %d of %d, asked for 0.98", s.Inside, s.Texts)
	}
	if s.WrongDays > 0 {
		t.Errorf("%d of %d days given are wrong", s.WrongDays, s.Days)
	}
}
