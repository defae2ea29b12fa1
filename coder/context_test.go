package coder_test

import (
	"context"
	"slices"
	"testing"

	"dyad/coder"
	"dyad/event"
)

// TestContexts: what a sentence is about, or else its paragraph, but not the one before.
func TestContexts(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const text = "Cholera broke out in the camps of Chad.\n\nParliament in Chad passed a bill on wheat exports. Togo condemned Chad on Monday.\n\nGhana condemned Benin on Monday.\n"
	r, err := c.Code(context.Background(), event.Document{Path: "a.txt", Raw: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Events) != 2 {
		t.Fatalf("%d rows, want 2", len(r.Events))
	}
	if got := r.Events[0].Context; !slices.Equal(got, []string{"legislative", "economic"}) {
		t.Errorf("Togo's contexts are %v, want those of its paragraph", got)
	}
	if got := r.Events[1].Context; len(got) != 0 {
		t.Errorf("Ghana's contexts are %v, want none", got)
	}
}
