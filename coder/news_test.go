package coder_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dyad/coder"
	"dyad/event"
)

// news codes one of the five real reports beside the project; the test is skipped where they are not.
func news(t *testing.T, prefix string) event.Report {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join("..", "..", "shared", "news", prefix+"_*.txt"))
	if len(files) != 1 {
		t.Skip("../shared/news is not here")
	}
	raw, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return code(t, event.Document{Raw: raw, Path: files[0]})
}

func code(t *testing.T, doc event.Document) event.Report {
	t.Helper()
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Code(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// sentence is the text of the sentence an event stands in.
func sentence(r event.Report, e event.Event) string {
	s := r.Sentences[e.Sentence]
	return string([]rune(r.Text)[s.Start:s.End])
}

func sentences(r event.Report) []string {
	var list []string
	for _, s := range r.Sentences {
		list = append(list, string([]rune(r.Text)[s.Start:s.End]))
	}
	return list
}

func aux(e event.Event) string {
	if e.Aux == nil {
		return ""
	}
	return *e.Aux
}

func wantOnce(t *testing.T, r event.Report, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if n := strings.Count(r.Text, p); n != 1 {
			t.Errorf("%q stands %d times in the text, want once", p, n)
		}
	}
}

func wantGone(t *testing.T, r event.Report, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if strings.Contains(r.Text, p) {
			t.Errorf("%q is still in the text", p)
		}
	}
}

func TestNewsRepeatedPassages(t *testing.T) {
	r := news(t, "001")
	wantOnce(t, r, "trip to Russia indicated", "Although Washington has often raised objections", "The revelation points",
		"during his meeting with Kharrazi yesterday", "restoration of peace in Tajikistan", "legal regime of the Caspian Sea in 1921 and 1940",
		"strongly opposed U.S. unilateralism", "'unfounded charges'")
	list := sentences(r)
	slices.Sort(list)
	if n := len(list); len(slices.Compact(list)) != n {
		t.Error("a sentence stands twice")
	}
	if r.Source.Outlet != "Mehr News Agency" || r.Source.Licence != "CC-BY-4.0" {
		t.Errorf("outlet %q, licence %q", r.Source.Outlet, r.Source.Licence)
	}
	if !slices.ContainsFunc(r.Removed, func(p event.Removed) bool { return p.Kind == "repetition" }) {
		t.Error("no passage was removed as a repetition")
	}
	for _, e := range r.Events {
		if strings.Contains(sentence(r, e), "1921") && aux(e) == "" && !e.Ongoing && e.DateBasis == "published" && strings.Contains(e.EventText, "agree") {
			t.Errorf("the agreements of 1921 are dated as news: %+v", e)
		}
	}
}

func TestNewsBodyGivenTwice(t *testing.T) {
	r := news(t, "004")
	wantOnce(t, r, "We aim at implementing the entire range", "high dynamics of the meetings", "arrived in Tehran on Tuesday for talks",
		"The Russian minister also expressed readiness", "is developing especially intensively today", "the Russian Defense Ministry said")
	wantGone(t, r, "(Sputnik)", "\nrussia", "\ntehran")
	if !strings.Contains(r.Source.Title, "Reaching New Level") {
		t.Errorf("title %q", r.Source.Title)
	}
	if !slices.Contains(r.Source.Agency, "Sputnik") && r.Source.Outlet != "Sputnik" {
		t.Errorf("the agency of the dateline is lost: %+v", r.Source)
	}
	visits, there := 0, 0
	for _, e := range r.Events {
		if e.Event == "CONSULT" && slices.Contains(e.Mode, "visit") && *e.Actor[0].Code == "RUS" {
			visits++
			if strings.Contains(sentence(r, e), "arrived in Tehran on Tuesday") {
				there++
			}
		}
	}
	if visits == 0 || there > 1 {
		t.Errorf("%d Russian visits are coded, %d of them where the delegation arrives; want one at least, and the arrival once", visits, there)
	}
}

func TestNewsCounterLines(t *testing.T) {
	r := news(t, "003")
	wantGone(t, r, "http://", "488594", "60\n", "\n6\n")
	if !strings.HasPrefix(r.Text, "A senior advisor") {
		t.Errorf("the text begins %q", r.Text[:min(40, len(r.Text))])
	}
	if p := r.Published; p.Earliest != "2016-10-11" || p.Latest != "2016-10-11" || !slices.Contains(p.Basis, "url") {
		t.Errorf("published %+v", p)
	}
	for _, e := range r.Events {
		if strings.Contains(sentence(r, e), "On Sunday") && e.Date != "2016-10-09" {
			t.Errorf("what happened on Sunday is dated %s", e.Date)
		}
	}
}

func TestNewsVisitAndItsPast(t *testing.T) {
	r := news(t, "002")
	wantGone(t, r, "All Content by", "NA/AK")
	if r.Source.Outlet != "Mehr News Agency" || r.Source.Licence != "CC-BY-4.0" {
		t.Errorf("outlet %q, licence %q", r.Source.Outlet, r.Source.Licence)
	}
	for _, s := range sentences(r) {
		if strings.Contains(s, "a successful political era") && len(s) > 60 {
			t.Errorf("the heading joins a sentence: %q", s)
		}
	}
	for _, e := range r.Events {
		text := sentence(r, e)
		past := strings.Contains(text, "in 2007") || strings.Contains(text, "2010") || strings.Contains(text, "2015") || strings.Contains(text, "Last August")
		if past && e.DateBasis == "published" {
			t.Errorf("%s %q is dated as the day of the visit: %s in %q", e.Event, e.EventText, e.Date, text)
		}
	}
	planned := slices.IndexFunc(r.Events, func(e event.Event) bool {
		return e.Event == "AGREE" && aux(e) == "future" && strings.Contains(sentence(r, e), "is scheduled to officially welcome")
	})
	if planned < 0 {
		t.Error("the planned welcome is no AGREE future")
	}
}

func TestNewsCommentator(t *testing.T) {
	r := news(t, "000")
	agencies := strings.Join(r.Source.Agency, " ") + " " + r.Source.Outlet
	if !strings.Contains(agencies, "IRNA") || !strings.Contains(agencies, "Mehr") && !strings.Contains(agencies, "MNA") {
		t.Errorf("agency %q, outlet %q: want Mehr and IRNA", r.Source.Agency, r.Source.Outlet)
	}
	direct := 0
	for _, q := range r.Quotes {
		if q.Kind != "direct" {
			continue
		}
		direct++
		if q.Speaker == nil || !strings.Contains(q.Speaker.Name, "Mikheyev") {
			t.Errorf("the quotation at %d has the speaker %+v", q.Start, q.Speaker)
		}
	}
	if direct != 5 { // six opening marks: one quotation is reopened in the next paragraph
		t.Errorf("%d direct quotations, want 5", direct)
	}
	for _, e := range r.Events {
		if aux(e) == "future" {
			t.Errorf("a forecast makes a row: %s %q", e.Event, sentence(r, e))
		}
		last := strings.Contains(sentence(r, e), "Over the past few months") || strings.Contains(sentence(r, e), "has stepped up its gains")
		if !last {
			continue
		}
		if !e.Ongoing {
			t.Errorf("%s %q is not ongoing", e.Event, e.EventText)
		}
		for _, c := range e.ClaimedBy {
			if c.Outlet == "" {
				t.Errorf("%s %q is claimed by %s, want the outlet alone", e.Event, e.EventText, c.Name)
			}
		}
	}
}
