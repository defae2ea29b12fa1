package coder

import (
	"time"

	"dyad/event"
	"dyad/internal/calendar"
	"dyad/internal/relation"
)

// newsWindow is how long before publication an act still belongs to the news (plover.md, section 4).
const newsWindow = 30 * 24 * time.Hour

// date says when the act took place. A coming act is dated when it was announced, and carries the time planned for it.
func (r *reading) date(row *event.Event, act *relation.Candidate) {
	if r.dating == nil {
		r.dating = calendar.NewDating(r.sentences, r.times, r.today())
	}
	aux := act.Aux
	if aux == "hypothetical" { // what is only possible has no day
		row.DateBasis, row.Aux = "none", &aux
		return
	}
	when := r.dating.Date(timed(act))
	r.ownDay(act, &when)
	row.Date, row.EndDate, row.DateBasis = when.Earliest, when.Latest, when.Basis
	if last := r.published.Latest; last != "" && aux != "future" { // what is reported lies before its report
		if row.EndDate > last {
			row.EndDate = last
		}
		if row.Date > last {
			row.Date, row.EndDate = "", ""
		}
	}
	if row.EndDate == "" || row.Date == "" && row.DateBasis == "expression" { // "since 1940" without an end would read as a day, and "in recent weeks" tells none
		row.Date, row.EndDate, row.DateBasis = "", "", "none"
	}
	if t := when.Time; t >= 0 && t < len(r.times) && (row.EndDate != "" || when.Planned != nil) {
		row.Because.When = &event.Span{Start: r.times[t].Start, End: r.times[t].Time.End}
	}
	if when.Planned != nil && aux == "" && r.inPresent(act) {
		aux = "future" // "the ministers meet on Friday"
	}
	commits := row.Event == "AGREE" || row.Event == "CONCEDE" || row.Event == "THREATEN"
	if p := when.Planned; p != nil && (aux == "future" || commits) {
		row.Planned = &event.Planned{Date: p.Earliest, EndDate: p.Latest}
	}
	if aux == "" && !row.Ongoing && before(row.EndDate, r.published.Earliest, newsWindow) {
		aux = "historical"
	}
	if aux != "" {
		row.Aux = &aux
	}
}

// ownDay gives a deed that shares its predicate with others the day that stands beside its own party or place.
func (r *reading) ownDay(act *relation.Candidate, when *calendar.When) {
	if act.Share == nil {
		return
	}
	tokens := r.sentences[act.Sentence].Tokens
	from, to := tokens[act.Share.First].Start, tokens[act.Share.End-1].End
	for i := range r.times {
		t := &r.times[i]
		if t.Start < from || t.Time.End > to || t.Kind != "date" || t.Earliest == "" {
			continue
		}
		own := calendar.Interval{Earliest: t.Earliest, Latest: t.Latest}
		when.Time = i
		if when.Planned != nil {
			when.Planned = &own
		} else {
			when.Interval, when.Basis = own, "expression"
		}
		return
	}
}

// today is the day that the text speaks of as its own: that of the dateline, where the report was printed a day or two later.
func (r *reading) today() event.Published {
	p := r.published
	dl := r.text.Dateline
	if dl == nil || dl.Month == 0 || dl.Day == 0 || p.Earliest == "" || p.Earliest != p.Latest {
		return p
	}
	printed, err := time.Parse(time.DateOnly, p.Earliest)
	if err != nil {
		return p
	}
	written := time.Date(printed.Year(), time.Month(dl.Month), dl.Day, 0, 0, 0, 0, time.UTC)
	if written.After(printed) {
		written = written.AddDate(-1, 0, 0)
	}
	if days := printed.Sub(written) / (24 * time.Hour); days > 0 && days <= delay {
		p.Earliest, p.Latest = written.Format(time.DateOnly), written.Format(time.DateOnly)
	}
	return p
}

// delay is how many days after its dateline a report may be printed.
const delay = 3

// inPresent reports whether an act is a deed told in the present tense: with a time to come it is a plan. Who asks or blames does it now.
func (r *reading) inPresent(act *relation.Candidate) bool {
	switch act.Event {
	case "ACCUSE", "REJECT", "SUPPORT", "REQUEST", "AGREE", "CONCEDE", "THREATEN":
		return false
	}
	t := &r.sentences[act.Sentence].Tokens[act.Head]
	return t.UPOS == "VERB" && (t.XPOS == "VBZ" || t.XPOS == "VBP")
}

// timed tells the calendar what it needs to know of an act.
func timed(act *relation.Candidate) calendar.Act {
	a := calendar.Act{Sentence: act.Sentence, Predicate: act.Head, Ongoing: act.Ongoing, Negated: act.Aux == "negation"}
	switch act.Event {
	case "ACCUSE", "REJECT", "SUPPORT", "REQUEST":
		a.Answers = true
	case "AGREE", "THREATEN":
		a.Answers, a.Stands = true, true
	}
	return a
}

// before reports whether the day lies more than a given time before another. Days that are not known do not.
func before(day, other string, by time.Duration) bool {
	a, err1 := time.Parse(time.DateOnly, day)
	b, err2 := time.Parse(time.DateOnly, other)
	return err1 == nil && err2 == nil && b.Sub(a) > by
}

// mergeDates adds what a second telling knows of the time: a date where there is none, one that is said in so many words
// instead of one that is inferred, the planned time.
func mergeDates(row, again *event.Event) {
	if again.Date != "" && (row.Date == "" || row.DateBasis != "expression" && again.DateBasis == "expression") {
		row.Date, row.EndDate, row.DateBasis = again.Date, again.EndDate, again.DateBasis
		row.Because.When = again.Because.When
	}
	if row.Planned == nil {
		row.Planned = again.Planned
	}
}
