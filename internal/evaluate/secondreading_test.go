package evaluate

import (
	"strings"
	"testing"
	"testing/fstest"

	"dyad/corpus"
	"dyad/event"
)

// secondGold is the gold of two invented reports: one with two events, one with one of which nothing is known.
func secondGold() []Gold {
	return []Gold{
		{Report: "002.txt", Events: []GoldEvent{
			{Date: "2001-05-02", EndDate: "2001-05-02", Place: []string{"Peking:CHN", "Yellow Sea:"}, ClaimedBy: []string{"CHN:GOV;MIL", "TCD:GOV"}},
			{Date: "2001-05-01", EndDate: "2001-05-31", Planned: &event.Planned{Date: "2001-06-01", EndDate: "2001-06-30"}},
		}},
		{Report: "004.html", Events: []GoldEvent{{}}},
	}
}

func readSecond(rows string) ([]SecondAnswer, error) {
	table := "# a second reading\nreport\tevent\tdate\tenddate\tplanned\tplannedend\tplace\tclaimed_by\n" + rows
	return ReadSecond(fstest.MapFS{"second.tsv": {Data: []byte(table)}}, secondGold())
}

const (
	secondFirst  = "002.txt\t1\t2001-05-02\t2001-05-02\t\t\tYellow Sea:;Beijing:CHN\tCHN:GOV\n"
	secondSecond = "002.txt\t2\t2001-05-01\t2001-05-31\t2001-06-01\t2001-06-30\n"
	secondThird  = "004.html\t1\n"
)

// Every case is a second reading of three events that says the same as the gold but for what the name of the case says.
func TestCompareSecond(t *testing.T) {
	all := SecondReading{2, 3, SecondShare{3, 2, 2}, SecondShare{3, 1, 1}, SecondShare{3, 1, 1}, SecondShare{3, 1, 1}}
	but := func(change func(*SecondReading)) SecondReading { s := all; change(&s); return s }
	for _, c := range []struct {
		name, old, new string
		want           SecondReading
	}{
		{"nothing", "", "", all},
		{"sector behind the first", "CHN:GOV", "CHN:GOV;SPY, TGO:REB", all},
		{"name with accents and case", "Beijing:CHN", "BÉIJING:CHN", all},
		{"first day", "\t2001-05-02\t2001-05-02", "\t2001-05-01\t2001-05-02", but(func(s *SecondReading) { s.Date = SecondShare{2, 2, 1} })},
		{"last day", "\t2001-05-31", "\t2001-05-30", but(func(s *SecondReading) { s.Date = SecondShare{2, 2, 1} })},
		{"a day where none is known", "004.html\t1", "004.html\t1\t2001-05-01\t2001-05-01", but(func(s *SecondReading) { s.Date = SecondShare{2, 3, 2} })},
		{"planned day", "\t2001-06-30", "\t2001-06-29", but(func(s *SecondReading) { s.Planned = SecondShare{2, 1, 0} })},
		{"no planned time", "\t2001-06-01\t2001-06-30", "", but(func(s *SecondReading) { s.Planned = SecondShare{2, 1, 0} })},
		{"state", "Beijing:CHN", "Beijing:TWN", but(func(s *SecondReading) { s.Place = SecondShare{2, 1, 0} })},
		{"a place too few", ";Beijing:CHN", "", but(func(s *SecondReading) { s.Place = SecondShare{2, 1, 0} })},
		{"a place too many", "Beijing:CHN", "Beijing:CHN;Shanghai:CHN", but(func(s *SecondReading) { s.Place = SecondShare{2, 1, 0} })},
		{"a part for the whole", "Beijing:CHN", "China:CHN", but(func(s *SecondReading) { s.Place = SecondShare{2, 1, 0} })},
		{"a place where none is told", "2001-06-30\n", "2001-06-30\tTogo:TGO\n", but(func(s *SecondReading) { s.Place = SecondShare{2, 2, 1} })},
		{"claimant's state", "CHN:GOV", "TCD:GOV", but(func(s *SecondReading) { s.Claimant = SecondShare{2, 1, 0} })},
		{"claimant's sector", "CHN:GOV", "CHN:MIL;GOV", but(func(s *SecondReading) { s.Claimant = SecondShare{2, 1, 0} })},
		{"no claimant", "\tCHN:GOV", "", but(func(s *SecondReading) { s.Claimant = SecondShare{2, 1, 0} })},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := secondFirst + secondSecond + secondThird
			if !strings.Contains(rows, c.old) {
				t.Fatalf("%q is not in the rows", c.old)
			}
			list, err := readSecond(strings.Replace(rows, c.old, c.new, 1))
			if err != nil {
				t.Fatal(err)
			}
			if got := CompareSecond(list); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

func TestReadSecondFaults(t *testing.T) {
	const file = "corpus/reports/second.tsv:3: column "
	for _, c := range []struct{ name, rows, want string }{
		{"report without gold", "003.txt\t1\n", file + `report: no gold of a report "003.txt"`},
		{"no number", "002.txt\tone\n", file + `event: "one" is no event of 002.txt; give a number from 1 to 2`},
		{"event before the first", "002.txt\t0\n", file + `event: "0" is no event`},
		{"event behind the last", "004.html\t2\n", file + `event: "2" is no event of 004.html; give a number from 1 to 1`},
		{"event twice", secondThird + secondThird, "corpus/reports/second.tsv:4: column event: event 1 of 004.html stands already in corpus/reports/second.tsv:3"},
		{"event left out", secondFirst + secondThird, file + "event: 1 of the 2 events of 002.txt are answered"},
		{"no day", "004.html\t1\t2001-02-30\t2001-03-01\n", file + `date: "2001-02-30" is no day`},
		{"one end only", "004.html\t1\t2001-02-03\n", file + `enddate: "" is no day`},
		{"end before the beginning", "004.html\t1\t2001-02-03\t2001-02-02\n", file + "enddate: 2001-02-02 lies before 2001-02-03"},
		{"planned without first day", "004.html\t1\t\t\t\t2001-02-02\n", file + `planned: "" is no day`},
		{"planned end", "004.html\t1\t\t\t2001-02-02\tsoon\n", file + `plannedend: "soon" is no day`},
		{"place without state", "004.html\t1\t\t\t\t\tLomé\n", file + `place: "Lomé" is no Name:STATE`},
		{"place without name", "004.html\t1\t\t\t\t\t:TGO\n", file + `place: ":TGO" is no Name:STATE`},
		{"claimant", "004.html\t1\t\t\t\t\t\tTGO:GOV,\n", file + `claimed_by: "" is no CODE:SECTOR`},
		{"columns", "004.html\t1\t\t\t\t\t\t\t\n", "corpus/reports/second.tsv:3: 9 cells"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := readSecond(c.rows); err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("error %v, want %q…", err, c.want)
			}
		})
	}
	if _, err := ReadSecond(fstest.MapFS{}, nil); err == nil || !strings.Contains(err.Error(), "corpus/reports") {
		t.Errorf("error %v, want one that names the folder", err)
	}
}

// The second reading that the program carries fits its gold, and is of reports that are only measured.
func TestCorpusSecond(t *testing.T) {
	gold, err := ReadGold(corpus.Reports())
	if err != nil {
		t.Fatal(err)
	}
	list, err := ReadSecond(corpus.Reports(), gold)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range list {
		if (Gold{Report: a.Report}).Number()%2 != 0 {
			t.Errorf("%s is of the half that rules are developed on", a.Report)
		}
	}
	if s := CompareSecond(list); s.Reports != 14 || s.Events != 151 {
		t.Errorf("%d events of %d reports, want 151 of 14", s.Events, s.Reports)
	}
}

func TestWriteSecond(t *testing.T) {
	var b strings.Builder
	writeSecond(&b, SecondReading{2, 4, SecondShare{3, 4, 3}, SecondShare{4, 1, 1}, SecondShare{2, 3, 1}, SecondShare{4, 0, 0}})
	for _, want := range []string{"4 events of 2 reports", "date 0.75, place 0.50, claimant 1.00, planned time 1.00;", "place 0.33 of 3, claimant – of 0, planned time 1.00 of 1.\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in %q", want, b.String())
		}
	}
}
