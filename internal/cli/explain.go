package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"dyad/coder"
	"dyad/event"
	"dyad/internal/language"
	"dyad/internal/source"
)

type explainCommand struct {
	codingTables
	Paths []string `arg:"" name:"path" help:"Reports, as for dyad code."`
}

// Run prints, for every sentence, the parse, what was found in it, and what became of every act considered.
func (c *explainCommand) Run(s *session) error {
	code, err := c.coder()
	if err != nil {
		return err
	}
	for doc, err := range datable(source.Open(s.ctx, c.Paths, source.Options{Stdin: s.stdin})) {
		if s.ctx.Err() != nil {
			break
		}
		if err != nil {
			s.warn(err)
			continue
		}
		x, err := code.Explain(s.ctx, doc)
		if err != nil {
			s.warn(fmt.Errorf("%s: %w", coder.Name(doc), err))
			continue
		}
		explainReport(s.out, coder.Name(doc), x)
	}
	return nil
}

func explainReport(w io.Writer, name string, x coder.Explanation) {
	r := x.Report
	fmt.Fprintf(w, "== %s  (report %s)\n", name, r.ID)
	field := func(label, value string) {
		if value != "" {
			fmt.Fprintf(w, "   %-10s %s\n", label, value)
		}
	}
	field("title", r.Source.Title)
	field("outlet", basis(r.Source.Outlet, r.Source.OutletBasis))
	field("agency", strings.Join(r.Source.Agency, ", "))
	if r.Dateline != nil {
		field("dateline", r.Dateline.Place)
	}
	field("published", basis(interval(r.Published.Earliest, r.Published.Latest), strings.Join(r.Published.Basis, ", ")))
	if n := len(r.Published.Candidates); n > 0 {
		field("candidates", strings.Join(r.Published.Candidates, ", "))
	}
	for _, n := range x.Recognised {
		field("known for", basis(interval(n.Earliest, n.Latest), n.Row))
	}
	for _, p := range r.Removed {
		field("removed", fmt.Sprintf("%s, characters %d to %d of the raw text", p.Kind, p.RawStart, p.RawEnd))
	}
	for i := range x.Sentences {
		explainSentence(w, i, x)
	}
	fmt.Fprintln(w)
}

func explainSentence(w io.Writer, i int, x coder.Explanation) {
	s := &x.Sentences[i]
	fmt.Fprintf(w, "\n-- %d  %s\n", i+1, x.Report.Text[s.Start:s.End])
	s.Draw(w)
	for _, m := range x.Mentions {
		if m.Sentence == i {
			fmt.Fprintf(w, "   who    %q %s\n", words(s, m.First, m.End), entities(m.Entities))
		}
	}
	for _, t := range x.Times {
		if t.Sentence == i {
			fmt.Fprintf(w, "   when   %q %s\n", t.Text, strings.Join(slices.DeleteFunc([]string{t.Kind, interval(t.Earliest, t.Latest), basis(t.Value, t.Calendar)}, func(s string) bool { return s == "" }), " "))
		}
	}
	for _, p := range x.Places {
		if p.Sentence == i {
			fmt.Fprintf(w, "   where  %q %s\n", p.Text, placeName(&p.Location))
		}
	}
	for _, q := range x.Quotes {
		if q.Sentence == i {
			explainQuote(w, x.Report.Text, q.Quote)
		}
	}
	for _, d := range x.Decisions {
		if d.Act.Sentence == i {
			explainDecision(w, s, d)
		}
	}
}

func explainQuote(w io.Writer, text string, q event.Quote) {
	speaker := "nobody named"
	if q.Speaker != nil {
		speaker = fmt.Sprintf("%q %s", q.Speaker.Text, entities([]event.Entity{*q.Speaker}))
	}
	cue := ""
	if q.Cue != nil {
		cue = fmt.Sprintf(", %q (%s)", q.Cue.Text, q.Cue.Force)
	}
	through := ""
	if len(q.Media) > 0 {
		through = ", through " + strings.Join(q.Media, ", ")
	}
	fmt.Fprintf(w, "   says   %s %q, by %s%s%s\n", q.Kind, text[q.Start:q.End], speaker, cue, through)
}

func explainDecision(w io.Writer, s *language.Sentence, d coder.Decision) {
	var predicate []string
	for _, t := range d.Act.Predicate {
		predicate = append(predicate, s.Tokens[t].Form)
	}
	fmt.Fprintf(w, "   act    %q %s %s\n", strings.Join(predicate, " "), d.Act.Event, strings.Join(d.Act.Mode, ","))
	rule := d.Act.Rule
	if d.Row != nil && d.Why == "" {
		rule = d.Row.Because.Rule
	}
	if rule != "" {
		fmt.Fprintf(w, "          rule %s\n", rule)
	}
	if d.Act.Path != "" {
		fmt.Fprintf(w, "          path %s\n", d.Act.Path)
	}
	if len(d.Reasons) > 0 {
		var list []string
		for _, r := range d.Reasons {
			list = append(list, fmt.Sprintf("%+.2f %s", r.Weight, strings.TrimSpace(r.Feature)))
		}
		fmt.Fprintf(w, "          ranker %s\n", strings.Join(list, "; "))
	}
	if d.Row == nil {
		fmt.Fprintf(w, "          no row: %s\n", d.Why)
		return
	}
	if d.Why != "" {
		fmt.Fprintf(w, "          %s\n", d.Why)
	}
	e := d.Row
	status := ""
	if e.Aux != nil {
		status = " " + *e.Aux
	}
	if e.Ongoing {
		status += " ongoing"
	}
	fmt.Fprintf(w, "          row %s: %s -> %s%s, %s, confidence %.2f\n", e.ID, entities(e.Actor), entities(e.Recipient), status,
		cmp.Or(basis(interval(e.Date, e.EndDate), e.DateBasis), "undated"), e.Confidence)
	if e.Planned != nil {
		fmt.Fprintf(w, "          planned for %s\n", interval(e.Planned.Date, e.Planned.EndDate))
	}
	for _, l := range e.EventLoc {
		fmt.Fprintf(w, "          %s %q %s\n", cmp.Or(l.Role, "place"), l.Text, placeName(&l))
	}
	for _, chain := range append([][]event.Claimant{e.ClaimedBy}, e.AlsoClaimedBy...) {
		var names []string
		for _, c := range chain {
			names = append(names, cmp.Or(c.Name, c.Outlet))
		}
		if len(names) > 0 {
			fmt.Fprintf(w, "          claimed by %s\n", strings.Join(names, " < "))
		}
	}
}

// placeName writes what a place was resolved to.
func placeName(l *event.Location) string {
	s := cmp.Or(l.Name, "not known")
	if l.Code != "" {
		s += ", " + l.Code
	}
	if l.Precision != "" {
		s += " (" + l.Precision + ")"
	}
	return s
}

// entities writes parties as their codes and sectors, with names where there are any.
func entities(list []event.Entity) string {
	if len(list) == 0 {
		return "-"
	}
	var parts []string
	for _, e := range list {
		code := "---"
		if e.Code != nil {
			code = *e.Code
		}
		if len(e.Sector) > 0 {
			code += ":" + strings.Join(e.Sector, ";")
		}
		if e.Name != "" {
			code += " (" + e.Name + ")"
		}
		parts = append(parts, code)
	}
	return strings.Join(parts, ", ")
}

func interval(earliest, latest string) string {
	switch {
	case earliest == latest:
		return earliest
	default:
		return earliest + " … " + latest
	}
}

func basis(value, from string) string {
	if value == "" || from == "" {
		return value
	}
	return value + " (" + from + ")"
}

func words(s *language.Sentence, first, end int) string {
	var list []string
	for _, t := range s.Tokens[first:end] {
		list = append(list, t.Form)
	}
	return strings.Join(list, " ")
}
