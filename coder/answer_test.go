package coder

import (
	"context"
	"testing"

	"dyad/event"
)

// Each of two speakers claims what he tells himself, and a second telling adds its speaker to the first.
func TestTwoSpeakers(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, predicate, want string }{
		{"Iran said Iraq had \"used poison gas\", while Iraq said Iranian troops had shelled Basra on Monday.", "used", "Iran"},
		{"Iran said Iraq had \"used poison gas\", while Iraq said Iranian troops had shelled Basra on Monday.", "shelled", "Iraq"},
		{"Libya said France \"will not yield\", but Chad said French jets had bombed its troops on Monday.", "bombed", "Chad"},
		{"Russian troops crossed the Norwegian border, the Norwegian minister said. Sweden said that Russian troops had crossed the Norwegian border.", "crossed", "the Norwegian minister | Sweden"},
	} {
		r, err := c.Code(context.Background(), event.Document{Path: "t.txt", Published: "2011-05-14", Raw: []byte(test.text)})
		if err != nil {
			t.Fatal(err)
		}
		if s := chains(r.Events, test.predicate); s != test.want {
			t.Errorf("%q, %s: got %q, want %q", test.text, test.predicate, s, test.want)
		}
	}
}
