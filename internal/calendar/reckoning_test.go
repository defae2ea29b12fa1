package calendar

import (
	"strings"
	"testing"
	"time"

	"dyad/event"
	"dyad/internal/language"
)

// What a text alone tells of its day. The sentences have no parse, so that no model decides.
func TestClues(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Six years after the 1988 ceasefire the two armies shot at each other.", "1993-06-28..1996-01-03"},
		{"Twenty years after the treaty of 3 May 1972 was signed, nothing was left of it.", "1991-10-31..1993-05-06"},
		{"The islands were given back in 1972, forty years ago today.", "2012-01-01..2012-12-31"},
		{"It was signed at four in the morning in 1867, a hundred and fifty years ago today.", "2017-01-01..2017-12-31"},
		{"They met on the 20th anniversary of the treaty of 3 May 1972.", "1992-04-26..1992-05-10"},
		{"They prepare the tenth anniversary of the treaty of 3 May 1972.", "1981-04-30..1983-02-06"},
		{"Next year's tenth anniversary of the treaty of 1972 will be quiet.", "1979-12-29..1982-10-03"},
		{"The war that broke out in 1980 is now in its third year.", "1981-09-28..1984-07-03"},
		{"Half a century after the war of 1947 they met.", "1992-12-29..2003-01-03"},
		{"Nearly two decades after the truce of 1973 they met.", "1988-06-28..1997-01-03"},
		{"Three days after 3 May 1972 they met.", "1972-05-05..1972-05-08"},
		{"A month and a day after 3 May 1972 they met.", "1972-06-01..1972-06-07"},
		// and what says nothing
		{"A day after the minister had spoken of the resolution of July 1987 they met.", "1987-07-01.."},
		{"In 1989, forty years after the treaty of 1949, they met.", "1989-01-01.."},
		{"The accord of 1972 had been signed for many years.", "1972-01-01.."},
		{"He was forty years old in 1972.", "1972-01-01.."},
		{"They met after 1972 for ten years.", "1972-01-01.."},
	} {
		sents := language.Tokenize(c.text)
		times := Find(c.text, sents)
		p := Publish(nil, nil, times, nil, Clues(c.text, sents, times)...)
		if got := p.Earliest + ".." + p.Latest; got != c.want {
			t.Errorf("%s\ngot  %s %s\nwant %s", c.text, got, strings.Join(p.Basis, " "), c.want)
		}
	}
}

// A year from the report that is named besides tells the year of the report.
func TestYearTold(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"The harvest this year, 1997, was poor.", "1997-01-01..1997-12-31"},
		{"The harvest was poor this year (1997).", "1997-01-01..1997-12-31"},
		{"The vote will be held in 1998, next year.", "1997-01-01..1997-12-31"},
		{"Norway will send no team to next year's 2004 games.", "2003-01-01..2003-12-31"},
		{"Last year, 1996, was quiet.", "1997-01-01..1997-12-31"},
		{"Norway won three medals in this year’s 1992 games.", "1992-01-01..1992-12-31"},
		// and what does not
		{"The accord was signed in 1996. This year it was broken.", "1996-01-01.."},
		{"The harvest this year was poorer than in 1996.", "1996-01-01.."},
		{"“This year, 1997, is poor,” the king wrote.", ".."},
		{"This year, 1997 men fled.", ".."},
		{"The following year, 1997, was quiet.", ".."},
	} {
		if p := publishedFrom(model, c.text, nil, nil); p.Earliest+".."+p.Latest != c.want {
			t.Errorf("%s\ngot  %s..%s %s\nwant %s", c.text, p.Earliest, p.Latest, strings.Join(p.Basis, " "), c.want)
		}
	}
}

// A date to come does not say that the report is of later.
func TestComing(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"See you on 1 January 2030.", ".."},
		{"See you on Tuesday, 1 January 2030.", ".."},
		{"Next stop: 1 January 2030.", ".."},
		{"The deadline is 31 March 2012.", ".."},
		{"The city will mark the 20th anniversary of the treaty of 3 May 1972 in 1992.", ".."},
		{"Morocco was chosen to host the 2030 World Cup.", ".."},
		{"Norway was a candidate for the 2030 games.", ".."},
		{"They set the target of no emissions in 2050.", ".."},
		{"The council agreed on a plan for 2030.", ".."},
		{"The games were postponed to 2031.", ".."},
		{"The 1998 budget was passed.", ".."},
		{"He was elected for a term ending in 2002.", ".."},
		{"Elections due in 2004 were put off.", ".."},
		{"The 2004 elections were put off.", ".."},
		{"In 1993 the two sides extended the truce until 31 January 1995.", "1993-01-01.."},
		{"In 1947 the council ordered them to leave by 15 May 1948.", "1947-01-01.."},
		{"Latvia won the 2010 election.", "2010-01-01.."},
		{"The council discussed the accord of 1972.", "1972-01-01.."},
		{"Norway paid for the raid of 3 May 1972.", "1972-05-03.."},
		{"The minister signed it on 3 May 1972.", "1972-05-03.."},
	} {
		if p := publishedFrom(model, c.text, nil, nil); p.Earliest+".."+p.Latest != c.want {
			t.Errorf("%s\ngot  %s..%s %s\nwant %s", c.text, p.Earliest, p.Latest, strings.Join(p.Basis, " "), c.want)
		}
	}
}

// Twice the text takes twice the time, however its sentences run.
func TestCluesLinear(t *testing.T) {
	for _, part := range []string{
		"Six years after the 1988 ceasefire they met on Saturday. ", "a year after a year after the fall of the Berlin Wall ", "in 1988, six years ago, ",
		"fall of the ", "the Korean War, ", "its third year since 1990 ", "on the 20th anniversary of ", "on Friday, March 3, ", "on 3 March, a Friday (Friday) ", "this year, 1997, ",
	} {
		took := func(n int) time.Duration {
			text := strings.Repeat(part, n/len(part))
			sents := language.Tokenize(text)
			times := Find(text, sents)
			start := time.Now()
			Publish(nil, &event.Dateline{Month: 8, Day: 4}, times, nil, Clues(text, sents, times)...)
			return time.Since(start)
		}
		took(1 << 16)
		small, large := took(1<<17), took(1<<20)
		if large > 40*small+200*time.Millisecond {
			t.Errorf("%q: %v for an eighth of a megabyte, %v for one", part, small, large)
		}
		t.Logf("%q: %v", part, large)
	}
}

// States and organisations that act bound the day of the report, unless dates say otherwise; a city has its name in a dateline.
func TestStanding(t *testing.T) {
	soviet, zaire, russia := []Interval{{"", "1991-12-25"}}, []Interval{{"1971-10-27", "1997-05-17"}}, []Interval{{"1991-12-26", ""}}
	for _, c := range []struct {
		name  string
		lives [][]Interval
		place string
		text  string
		want  string
	}{
		{name: "one that is no more", lives: [][]Interval{zaire}, want: "1971-10-27..1997-05-27"},
		{name: "the latest end counts", lives: [][]Interval{soviet, zaire}, want: "1971-10-27..1997-05-27"},
		{name: "a later beginning", lives: [][]Interval{soviet, russia}, want: "1991-12-26..1992-01-04"},
		{name: "a date of later", lives: [][]Interval{soviet}, text: "The treaty was signed in 1999.", want: "1999-01-01.."},
		{name: "a city's old name", place: "Leopoldville", want: "..1966-07-31"},
		{name: "a city's new name", place: "MUMBAI", want: "1995-03-01.."},
		{name: "a name that is new", text: "They wrote it on Facebook.", want: "2004-02-04.."},
		{name: "nothing", lives: [][]Interval{nil, {{"", ""}}}, place: "Oslo", want: ".."},
	} {
		sents := language.Tokenize(c.text)
		times := Find(c.text, sents)
		p := Publish(nil, &event.Dateline{Place: c.place}, times, nil, append(Clues(c.text, sents, times), Standing(c.lives)...)...)
		if got := p.Earliest + ".." + p.Latest; got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
