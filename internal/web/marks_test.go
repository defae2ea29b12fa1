package web

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dyad/event"
)

func flatten(nodes []*node) string {
	var b strings.Builder
	for _, n := range nodes {
		if n.Mark == nil {
			b.WriteString(n.Text)
			continue
		}
		id := n.Mark.ID
		if n.Continue {
			id += "+"
		}
		fmt.Fprintf(&b, "[%s %s]", id, flatten(n.Children))
	}
	return b.String()
}

func TestMarkUp(t *testing.T) {
	text := []rune("aæ中🚢efghij")
	ev := func(id string, start, end int) event.Event { return event.Event{ID: id, Start: start, End: end} }
	tests := []struct {
		name   string
		report event.Report
		want   string
	}{
		{"none", event.Report{}, "aæ中🚢efghij"},
		{"code points", event.Report{Events: []event.Event{ev("x", 1, 4)}}, "a[e-x æ中🚢]efghij"},
		{"nested", event.Report{Events: []event.Event{ev("in", 2, 3), ev("out", 1, 5)}}, "a[e-out æ[e-in 中]🚢e]fghij"},
		{"overlap", event.Report{Events: []event.Event{ev("x", 0, 4), ev("y", 2, 6)}}, "[e-x aæ[e-y 中🚢]][e-y+ ef]ghij"},
		{"same", event.Report{Events: []event.Event{ev("x", 0, 2), ev("y", 0, 2)}}, "[e-x [e-y aæ]]中🚢efghij"},
		{"touching", event.Report{Events: []event.Event{ev("x", 0, 2), ev("y", 2, 4)}}, "[e-x aæ][e-y 中🚢]efghij"},
		{"quote in parts", event.Report{
			Quotes: []event.Quote{{ID: "q", Start: 0, End: 9, Parts: []event.Span{{Start: 0, End: 3}, {Start: 5, End: 9}}}},
			Events: []event.Event{ev("x", 2, 7)},
		}, "[q-q aæ[e-x 中]][e-x+ 🚢e[ fg]][+ hi]j"},
		{"bad offsets", event.Report{Events: []event.Event{ev("x", -4, 2), ev("y", 5, 5), ev("z", 8, 99), ev("w", 50, 60)}}, "aæ中🚢efgh[e-z ij]"},
	}
	for _, test := range tests {
		if got := flatten(markUp(text, 0, len(text), marks(&test.report))); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestMarkUpKeepsTheText tries random spans: the words never change, and no id stands twice.
func TestMarkUpKeepsTheText(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		text := []rune(strings.Repeat("aé中", 4) + "\n\n" + strings.Repeat("🚢b ", 4))
		var r event.Report
		r.Text = string(text)
		for i := range random.IntN(6) {
			s := random.IntN(len(text))
			r.Events = append(r.Events, event.Event{ID: fmt.Sprint(i), Start: s, End: s + random.IntN(12)})
			r.Quotes = append(r.Quotes, event.Quote{ID: fmt.Sprint(i), Start: random.IntN(len(text)), End: random.IntN(len(text) + 3)})
		}
		var words strings.Builder
		ids := map[string]bool{}
		var walk func([]*node)
		walk = func(nodes []*node) {
			for _, n := range nodes {
				words.WriteString(n.Text)
				if n.Mark != nil && !n.Continue && n.Mark.ID != "" {
					if ids[n.Mark.ID] {
						t.Fatalf("%s stands twice", n.Mark.ID)
					}
					ids[n.Mark.ID] = true
				}
				walk(n.Children)
			}
		}
		for _, p := range new(site).paragraphs(&r, nil, nil) {
			walk(p.Nodes)
		}
		if want := strings.ReplaceAll(r.Text, "\n\n", ""); words.String() != want {
			t.Fatalf("%q became %q", want, words.String())
		}
	}
}
