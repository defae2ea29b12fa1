package evaluate

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"dyad/corpus"
)

// WriteTimeReports writes the part of doc/accuracy.md on our own reports with every time expression marked.
func WriteTimeReports(w io.Writer, develop, measured TimeReportScores) {
	fmt.Fprintf(w, `## Time expressions

Our own reports in which every expression is marked (corpus/times), the day of publication given: %d to develop on, and %d that were written and marked by somebody who had not seen the rules
and are only measured. Asked for on the latter: strict F1 0.85, relaxed 0.93. (HeidelTime on TempEval-3, other texts: strict 0.81, value F1 0.78.)

| measure | P develop | R develop | F1 develop | P measured | R measured | F1 measured |
|---|---|---|---|---|---|---|
`, develop.Reports, measured.Reports)
	for _, l := range []struct {
		name string
		a, b Score
	}{{"spans equal (strict)", develop.Strict, measured.Strict}, {"spans overlap (relaxed)", develop.Relaxed, measured.Relaxed}, {"overlap, and interval or duration equal", develop.Value, measured.Value}} {
		fmt.Fprintf(w, "| %s | %s | %s |\n", l.name, prf(l.a), prf(l.b))
	}
	fmt.Fprintf(w, "\nOf the expressions found: kind right %.2f and %.2f; interval or duration right, by kind:\n\n| kind | develop | measured |\n|---|---|---|\n", develop.Kind.Recall(), measured.Kind.Recall())
	for _, k := range []string{"date", "period", "duration", "recurring"} {
		a, b := develop.Of[k], measured.Of[k]
		fmt.Fprintf(w, "| %s | %s of %d | %s of %d |\n", k, percent(a.Right, a.Gold), a.Gold, percent(b.Right, b.Gold), b.Gold)
	}
	fmt.Fprintln(w)
}

// WriteDates writes the part of doc/accuracy.md on the day of publication of texts without metadata.
func WriteDates(w io.Writer, develop, measured, byBasis map[string]DateScore) {
	fmt.Fprintf(w, `## The day of a report without metadata

Texts whose day is known to their writer (corpus/dates), given as bare text: %d to develop on, and %d that were written by somebody who had not seen the rules and are only measured. Asked for: the
true day inside the interval in 0.98 of the latter. The width is the median number of days of the interval; "open" says that more than half of them have an open end. A wrong day is one day given that is not the true one.

| evidence that the text mainly offers | texts | inside | width | wrong days | measured texts | inside | width | one day given | wrong days | days listed: true one among them |
|---|---|---|---|---|---|---|---|---|---|---|
`, total(develop).Texts, total(measured).Texts)
	line := func(name string, a, b DateScore) {
		fmt.Fprintf(w, "| %s | %d | %s | %s | %d | %d | %s | %s | %d | %d | %s of %d |\n", name, a.Texts, percent(a.Inside, a.Texts), a.width(), a.WrongDays,
			b.Texts, percent(b.Inside, b.Texts), b.width(), b.Days, b.WrongDays, percent(b.Candidate, b.Candidates), b.Candidates)
	}
	for _, k := range corpus.DateKinds() {
		line(k, develop[k], measured[k])
	}
	line("**all**", total(develop), total(measured))
	all := total(measured)
	fmt.Fprintf(w, "\nAn interval with an open end holds the true day easily; of the %d measured texts for which both ends are given, the true day lies inside in %s.\n\nThe same measured texts by the basis that dyad names:\n\n| basis | texts | inside | width | wrong days |\n|---|---|---|---|---|\n", all.Closed, percent(all.ClosedIn, all.Closed))
	bases := slices.SortedFunc(maps.Keys(byBasis), func(a, b string) int {
		return cmp.Or(byBasis[b].Texts-byBasis[a].Texts, cmp.Compare(a, b))
	})
	for _, k := range bases {
		s := byBasis[k]
		fmt.Fprintf(w, "| %s | %d | %s | %s | %d |\n", cmp.Or(k, "none"), s.Texts, percent(s.Inside, s.Texts), s.width(), s.WrongDays)
	}
	fmt.Fprintln(w)
}

// WriteNews writes how well the days of reports are known whose dateline has no year.
func WriteNews(w io.Writer, news map[string]DateScore) {
	fmt.Fprintf(w, `Reports with day and month in the dateline, most with a weekday, and without a year (corpus/dates/news.txt), written by people who had seen neither rules nor tables, only measured: "news" on documented
happenings, most of them not famous, of which the chronicle may know the year; "local" on such as history does not know, where one day given is a guess, right or wrong.

| kind | texts | inside | width | one day given | wrong days | days listed: true one among them |
|---|---|---|---|---|---|---|
`)
	for _, k := range corpus.NewsKinds() {
		dateLine(w, k, news[k])
	}
	fmt.Fprintln(w)
}

func dateLine(w io.Writer, name string, s DateScore) {
	fmt.Fprintf(w, "| %s | %d | %s | %s | %d | %d | %s of %d |\n", name, s.Texts, percent(s.Inside, s.Texts), s.width(), s.Days, s.WrongDays, percent(s.Candidate, s.Candidates), s.Candidates)
}

// WriteDatesOf writes how well the days of the texts of one file are known, by the kind that the file gives them.
func WriteDatesOf(w io.Writer, file string, byKind map[string]DateScore) {
	fmt.Fprintf(w, "%s\n\n| kind | texts | inside | width | one day given | wrong days | days listed: true one among them |\n|---|---|---|---|---|---|---|\n", file)
	for _, k := range slices.Sorted(maps.Keys(byKind)) {
		dateLine(w, k, byKind[k])
	}
	dateLine(w, "**all**", total(byKind))
}

func total(of map[string]DateScore) (sum DateScore) {
	for _, k := range slices.Sorted(maps.Keys(of)) {
		sum.Add(of[k])
	}
	return sum
}

// width writes the median width as the page shows it.
func (s DateScore) width() string {
	n, open := s.Width()
	switch {
	case s.Texts == 0:
		return "–"
	case open:
		return "open"
	}
	return strconv.Itoa(n)
}
