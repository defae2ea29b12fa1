package web

import (
	"net/url"
	"strings"

	"dyad/event"
	"dyad/internal/archive"
)

// row is an event as the pages show it.
type row struct {
	ID, Number   string
	Href         string // of the words in the report
	Date         string
	ISO          string // of the time element
	Basis        string
	DateWords    string // the words that the date was read from; known on the report's own page
	Type         string
	Modes        []string
	Contexts     []string
	Places       []string
	Quad         int
	Actors       []participant
	Recipients   []participant
	Status       []status
	Planned      string
	Claims       [][]link
	Voices       [][]link // the same for a report's own page: who speaks, and the outlet only beside him; nil where all is its own voice
	Sentence     sentence
	Report       archive.ReportInfo
	Superseded   bool
	Confidence   int // per cent
	Score        float64
	Rule, Path   string
	FirstUndated bool // the first row of a list that has no date
}

// participant is a party of an event.
type participant struct {
	Name, Code, Words string
	Sectors           string
	Office            string
}

// status is a status word for people, with the word of the data.
type status struct{ Label, Word string }

// link is a step of a chain of claims.
type link struct {
	Before, Who, Code string
	Href              string // of the quote
}

// sentence is a sentence with its predicate.
type sentence struct{ Before, Predicate, After string }

func (s *site) row(r *archive.Row) row {
	e := &r.Event
	out := row{
		ID: e.ID, Href: "/report/" + url.PathEscape(r.Report.ID) + "#e-" + e.ID,
		Date: dateText(e.Date, e.EndDate), ISO: e.Date, Basis: basisText(e.DateBasis),
		Type: e.Event, Modes: e.Mode, Contexts: e.Context, Quad: e.QuadCode,
		Actors: s.participants(e.Actor), Recipients: s.participants(e.Recipient), Status: statusOf(e),
		Sentence: sentenceOf(r), Report: r.Report, Superseded: r.Superseded(),
		Confidence: int(e.Confidence*100 + 0.5), Score: e.EventScale, Rule: e.Because.Rule, Path: e.Because.Path,
	}
	spoken := false
	for _, chain := range append([][]event.Claimant{e.ClaimedBy}, e.AlsoClaimedBy...) {
		if len(chain) > 0 {
			links := claim(r.Report.ID, chain)
			out.Claims = append(out.Claims, links)
			speakers := 0
			for speakers < len(chain) && chain[speakers].Outlet == "" {
				speakers++
			}
			if speakers > 0 {
				links, spoken = links[:speakers], true
			}
			out.Voices = append(out.Voices, links)
		}
	}
	if !spoken {
		out.Voices = nil
	}
	for _, l := range e.EventLoc {
		out.Places = append(out.Places, placeText(&l))
	}
	if e.Planned != nil && e.Planned.Date != "" {
		out.Planned = dateText(e.Planned.Date, e.Planned.EndDate)
	}
	return out
}

func (s *site) participants(list []event.Entity) []participant {
	out := make([]participant, len(list))
	for i, e := range list {
		out[i] = participant{Name: e.Name, Words: e.Text, Sectors: strings.Join(e.Sector, " "), Office: e.Office}
		if e.Code != nil {
			out[i].Code = *e.Code
		}
		if out[i].Name == "" {
			out[i].Name = e.Text
		}
	}
	return out
}

// statusOf gives the words that say how far a row is reported as having happened; none where it simply is.
func statusOf(e *event.Event) []status {
	var list []status
	if e.Aux != nil {
		list = append(list, statusText(*e.Aux))
	}
	if e.Ongoing {
		list = append(list, status{"ongoing", "ongoing"})
	}
	return list
}

func statusText(word string) status {
	switch word {
	case "future":
		return status{"to come", word}
	case "hypothetical":
		return status{"only possible", word}
	case "negation":
		return status{"denied", word}
	case "historical":
		return status{"history", word}
	case archive.Happened:
		return status{"reported as having happened", word}
	}
	return status{word, word}
}

// basisText says what an event's date was read from.
func basisText(basis string) string {
	switch basis {
	case "expression":
		return "dated in the sentence"
	case "inherited":
		return "dated from the context"
	case "published":
		return "day of the report"
	}
	return ""
}

// placeText names a place: the name and state it was resolved to, and its part where it is not simply the place.
func placeText(l *event.Location) string {
	text := l.Name
	if text == "" {
		text = l.Text
	}
	if l.Code != "" {
		text += " (" + l.Code + ")"
	}
	if l.Role == "origin" || l.Role == "target" {
		text += " as " + l.Role
	}
	return text
}

func quadLabel(quad int) string {
	switch quad {
	case 1:
		return "verbal cooperation"
	case 2:
		return "material cooperation"
	case 3:
		return "verbal conflict"
	case 4:
		return "material conflict"
	}
	return "no class"
}

// claim writes a chain from the first speaker to the outlet: "says a spokesman, via Example Wire, in Example Post".
func claim(report string, chain []event.Claimant) []link {
	out := make([]link, len(chain))
	for i, c := range chain {
		l := link{Who: c.Name, Before: "says"}
		switch {
		case i > 0 && i == len(chain)-1 && c.Outlet != "":
			l.Before = "in"
		case i > 0:
			l.Before = "via"
		}
		if c.Code != nil {
			l.Code = *c.Code
		}
		if l.Who == "" {
			l.Who = c.Outlet
		}
		if l.Who == "" {
			l.Who, l.Code = l.Code, ""
		}
		if c.Quote != "" {
			l.Href = "/report/" + url.PathEscape(report) + "#q-" + c.Quote
		}
		out[i] = l
	}
	return out
}

// sentenceOf cuts a row's sentence around its predicate; where the offsets do not fit, the sentence stays whole.
func sentenceOf(r *archive.Row) sentence {
	text := []rune(r.SentenceText)
	from, to := r.Because.Predicate.Start-r.SentenceStart, r.Because.Predicate.End-r.SentenceStart
	if from < 0 || to > len(text) || from >= to {
		return sentence{Before: r.SentenceText}
	}
	return sentence{string(text[:from]), string(text[from:to]), string(text[to:])}
}
