package coder_test

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"testing"

	"dyad/coder"
	"dyad/corpus"
	"dyad/event"
	"dyad/internal/source"
)

// documents are the odd-numbered sample reports.
func documents(t testing.TB) []event.Document {
	t.Helper()
	var docs []event.Document
	i := 0
	for doc, err := range source.OpenFS(context.Background(), corpus.Reports(), source.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if i++; i%2 == 1 {
			docs = append(docs, doc)
		}
	}
	return docs
}

func sequence(docs []event.Document) iter.Seq2[event.Document, error] {
	return func(yield func(event.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// TestSameBytes checks that order and number of workers change nothing, and that reports come in the order of documents.
func TestSameBytes(t *testing.T) {
	docs := documents(t)
	want := encoded(t, docs, 1)
	order := rand.New(rand.NewPCG(1, 2)).Perm(len(docs))
	shuffled := make([]event.Document, len(docs))
	for i, j := range order {
		shuffled[i] = docs[j]
	}
	got := encoded(t, shuffled, 7)
	for i, j := range order {
		if got[i] != want[j] {
			t.Errorf("%s: other bytes in another order with 7 workers", docs[j].Path)
		}
	}
}

func encoded(t *testing.T, docs []event.Document, workers int) []string {
	t.Helper()
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for r, err := range c.Stream(context.Background(), sequence(docs), workers) {
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, string(b))
	}
	if len(list) != len(docs) {
		t.Fatalf("%d reports of %d documents", len(list), len(docs))
	}
	return list
}

// TestRecord checks on every sample what must hold of any report.
func TestRecord(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{}
	for _, doc := range documents(t) {
		r, err := c.Code(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faults(r) {
			t.Errorf("%s: %s", doc.Path, fault)
		}
		for _, e := range r.Events {
			if other, ok := ids[e.ID]; ok {
				t.Errorf("%s: event id %s is also in %s", doc.Path, e.ID, other)
			}
			ids[e.ID] = doc.Path
		}
	}
	if len(ids) == 0 {
		t.Error("no events at all")
	}
}

// faults lists what is wrong with a report in itself.
func faults(r event.Report) []string {
	var list []string
	say := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	text := []rune(r.Text)
	stretch := func(start, end int) string {
		if start < 0 || end < start || end > len(text) {
			say("span %d–%d of %d characters", start, end, len(text))
			return ""
		}
		return string(text[start:end])
	}
	last := 0
	for _, s := range r.Sentences {
		if s.Start < last || s.RawEnd < s.RawStart {
			say("sentence at %d overlaps the one before or has no raw span", s.Start)
		}
		last = s.End
		stretch(s.Start, s.End)
	}
	for _, e := range r.Events {
		if got := stretch(e.Start, e.End); got != e.EventText {
			say("event text %q stands at %q", e.EventText, got)
		}
		if len(e.Actor) == 0 || e.QuadCode == 0 || e.Because.Rule == "" || e.Confidence <= 0 || e.Confidence > 1 {
			say("event %s is not complete: %+v", e.EventText, e)
		}
		for _, p := range slices.Concat(e.Actor, e.Recipient) {
			if got := stretch(p.Start, p.End); got != p.Text {
				say("party %q stands at %q", p.Text, got)
			}
		}
		if (e.Date == "" && e.EndDate == "") != (e.DateBasis == "none") {
			say("event %q has the date %q on the basis %q", e.EventText, e.Date, e.DateBasis)
		}
	}
	for _, t := range r.Times {
		if got := stretch(t.Start, t.End); got != t.Text {
			say("time %q stands at %q", t.Text, got)
		}
	}
	quotes := map[string]bool{}
	for _, q := range r.Quotes {
		if quotes[q.ID] {
			say("two quotes have the id %s", q.ID)
		}
		quotes[q.ID] = true
		stretch(q.Start, q.End)
		if q.Speaker != nil && stretch(q.Speaker.Start, q.Speaker.End) != q.Speaker.Text {
			say("speaker %q stands elsewhere", q.Speaker.Text)
		}
		if q.Cue != nil && stretch(q.Cue.Start, q.Cue.End) != q.Cue.Text {
			say("cue %q stands elsewhere", q.Cue.Text)
		}
	}
	return list
}

func FuzzCode(f *testing.F) {
	f.Add([]byte("PARIS, May 3 – France's minister met his Chilean colleague on Monday. “We will sign,” he said."), false)
	f.Add([]byte("<html><body><p>Chad expelled Libya\u2019s envoy.</p></body></html>"), true)
	f.Add([]byte("\xff\xfe\x00“““\n\n\n1\n2"), false)
	c, err := coder.New(coder.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte, html bool) {
		r, err := c.Code(context.Background(), event.Document{Raw: raw, HTML: html, Path: "fuzz"})
		if err != nil {
			return
		}
		for _, fault := range faults(r) {
			t.Error(fault)
		}
	})
}

func BenchmarkCode(b *testing.B) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		b.Fatal(err)
	}
	docs := documents(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			if _, err := c.Code(context.Background(), d); err != nil {
				b.Fatal(err)
			}
		}
	}
}
