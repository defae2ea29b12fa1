package evaluate

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"dyad/internal/plover"
)

// WriteSamples writes the part of doc/accuracy.md on the sample reports: both halves side by side, never added up, and how far two
// readers of some of the even half agree.
func WriteSamples(w io.Writer, odd, even Half, second SecondReading) {
	fmt.Fprintf(w, `## Sample reports

%d reports with odd numbers, which rules may be developed on, and %d with even numbers, which are only measured. The figures of the even half are the honest ones: nobody
who wrote a rule read those reports (but for 040, seen once on a page), though their totals were printed beside the others while rules were written. The rules fit the odd half; the difference says how much.

`, odd.Scores.Reports, even.Scores.Reports)
	writeOverall(w, odd, even)
	writeTypes(w, "### Event rows by type", "A row is right when its type, the codes of all its actors and recipients, and its `aux` are.",
		odd.Scores.Events.ByType, even.Scores.Events.ByType, odd.Scores.Events.Row, even.Scores.Events.Row)
	writeTypes(w, "### Acts by type", "An act is right when its type is and its predicate stands in the gold passage, whatever its parties.",
		odd.Scores.Events.Acts, even.Scores.Events.Acts, odd.Scores.Events.Type, even.Scores.Events.Type)
	writeDetails(w, odd, even)
	writeSecond(w, second)
	writeQuotes(w, odd, even)
	writeFacts(w, odd, even)
}

func writeOverall(w io.Writer, odd, even Half) {
	fmt.Fprint(w, "### Events overall\n\n| measure | | P odd | R odd | F1 odd | P even | R even | F1 even |\n|---|---|---|---|---|---|---|---|\n")
	line := func(name, what string, a, b Score) {
		fmt.Fprintf(w, "| %s | %s | %s | %s |\n", name, what, prf(a), prf(b))
	}
	o, e := odd.Scores.Events, even.Scores.Events
	line("act", "type, in the right passage", o.Type, e.Type)
	line("parties", "type, actors, recipients", o.Parties, e.Parties)
	line("row", "type, actors, recipients, aux", o.Row, e.Row)
	fmt.Fprintf(w, "\nPassages that must yield no row and yield one: %d of %d odd, %d of %d even.\n\n", o.Spurious, o.Nothing, e.Spurious, e.Nothing)
}

func writeTypes(w io.Writer, title, what string, odd, even map[string]Score, allOdd, allEven Score) {
	fmt.Fprintf(w, "%s\n\n%s\n\n| type | gold odd | P | R | F1 | gold even | P | R | F1 |\n|---|---|---|---|---|---|---|---|---|\n", title, what)
	line := func(name string, a, b Score) {
		fmt.Fprintf(w, "| %s | %d | %s | %d | %s |\n", name, a.Gold, prf(a), b.Gold, prf(b))
	}
	for _, t := range plover.Types() {
		line(t.Name, odd[t.Name], even[t.Name])
	}
	line("**all**", allOdd, allEven)
	fmt.Fprintln(w)
}

func writeDetails(w io.Writer, odd, even Half) {
	o, e := odd.Scores.Events, even.Scores.Events
	fmt.Fprint(w, "### What else is right about right rows\n\nAsked for on the even half: date 0.85, place 0.80, claimant 0.90.\n\n| | odd | even |\n|---|---|---|\n")
	line := func(name string, a, b int) {
		fmt.Fprintf(w, "| %s | %s | %s |\n", name, percent(a, o.Matched), percent(b, e.Matched))
	}
	fmt.Fprintf(w, "| rows | %d | %d |\n", o.Matched, e.Matched)
	line("modes equal", o.Mode, e.Mode)
	line("primary sectors equal", o.Sector, e.Sector)
	line("date interval equal", o.Date, e.Date)
	line("gold date inside the interval given", o.DateInside, e.DateInside)
	fmt.Fprintf(w, "| date interval equal, where the day of publication is read as in the gold | %s of %d | %s of %d |\n",
		percent(o.DayKnown.Right, o.DayKnown.Gold), o.DayKnown.Gold, percent(e.DayKnown.Right, e.DayKnown.Gold), e.DayKnown.Gold)
	for _, basis := range []string{"expression", "inherited", "published", "none"} {
		a, b := o.DateBy[basis], e.DateBy[basis]
		fmt.Fprintf(w, "| date interval equal, of those whose basis is %s | %s of %d | %s of %d |\n", basis, percent(a.Right, a.Gold), a.Gold, percent(b.Right, b.Gold), b.Gold)
	}
	line("places equal", o.Place, e.Place)
	line("claimant right", o.Claimant, e.Claimant)
	given := func(name string, a, b Score) {
		fmt.Fprintf(w, "| %s | %s of %d | %s of %d |\n", name, percent(a.Right, a.Gold), a.Gold, percent(b.Right, b.Gold), b.Gold)
	}
	given("places equal, of the rows for which the gold or dyad gives one", o.PlaceGiven, e.PlaceGiven)
	given("claimant right, likewise", o.ClaimantGiven, e.ClaimantGiven)
	fmt.Fprintf(w, "| planned time, F1 | %.2f | %.2f |\n\n", o.Planned.F1(), e.Planned.F1())
}

func writeQuotes(w io.Writer, odd, even Half) {
	fmt.Fprint(w, "### Quotations\n\n| | P odd | R odd | F1 odd | P even | R even | F1 even |\n|---|---|---|---|---|---|---|\n")
	kinds := slices.Sorted(maps.Keys(odd.Scores.QuoteExact))
	for _, k := range kinds {
		fmt.Fprintf(w, "| %s, span equal | %s | %s |\n", k, prf(odd.Scores.QuoteExact[k]), prf(even.Scores.QuoteExact[k]))
	}
	fmt.Fprintf(w, "| words inside quotations | %s | %s |\n", prf(odd.Scores.QuoteWords), prf(even.Scores.QuoteWords))
	fmt.Fprintf(w, "\nSpeaker's code and sector right, of the quotations found: %.2f odd, %.2f even.\n\n", odd.Scores.Speaker.Recall(), even.Scores.Speaker.Recall())
}

func writeFacts(w io.Writer, odd, even Half) {
	o, e := odd.Scores, even.Scores
	fmt.Fprint(w, "### What is known of the report, and cleaning\n\n| share of reports right | odd | even |\n|---|---|---|\n")
	line := func(name string, a, b int) {
		fmt.Fprintf(w, "| %s | %s | %s |\n", name, percent(a, o.Reports), percent(b, e.Reports))
	}
	line("publication interval equal", o.DayRight, e.DayRight)
	line("publication day inside the interval", o.DayInside, e.DayInside)
	line("title", o.Title, e.Title)
	line("outlet", o.Outlet, e.Outlet)
	line("agencies", o.Agency, e.Agency)
	line("dateline", o.Dateline, e.Dateline)
	fmt.Fprintf(w, "| dirt removed, of the strings that must go | %.2f | %.2f |\n", o.Absent.Recall(), e.Absent.Recall())
	fmt.Fprintf(w, "| kept exactly once, of the strings that must stay | %.2f | %.2f |\n\n", o.Once.Recall(), e.Once.Recall())
}

func prf(s Score) string {
	return fmt.Sprintf("%s | %s | %s", percent(s.Right, s.Found), percent(s.Right, s.Gold), percent(2*s.Right, s.Found+s.Gold))
}
