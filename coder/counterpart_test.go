package coder_test

import (
	"context"
	"strings"
	"testing"

	"dyad/coder"
	"dyad/event"
)

// TestCounterpart holds which parties a row gets that its own sentence does not name.
func TestCounterpart(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ name, text, event, want string }{
		{"a deed by its name, past another", "Ghanaian troops invaded Benin on Monday. Chad expelled two envoys of Peru. Togo condemned the invasion.", "ACCUSE", "TGO -> GHA"},
		{"the same by a pronoun", "Ghanaian troops invaded Benin on Monday. Togo condemned the invasion. Mali regretted it.", "ACCUSE", "MLI -> GHA"},
		{"an organisation calls on all", "Ghana attacked Benin on Monday. The United Nations called for a ceasefire.", "REQUEST", "UNO -> "},
		{"several who strike nobody", "Chad expelled two envoys of Peru. Ghanaian and Togolese soldiers fought on Monday.", "ASSAULT", "GHA,TGO -> "},
		{"soldiers at home", "Soldiers overthrew the Beninese president on Monday.", "COERCE", "BEN -> BEN"},
	} {
		if got := ends(t, c, "PORTO-NOVO, May 3 - "+x.text, x.event); got != x.want {
			t.Errorf("%s: %s is %s, want %s", x.name, x.event, got, x.want)
		}
	}
}

// ends gives both ends of the last row of a type that a text yields: "CHL -> PER".
func ends(t *testing.T, c *coder.Coder, text, kind string) string {
	t.Helper()
	r, err := c.Code(context.Background(), event.Document{Path: "a.txt", Raw: []byte(text + "\n")})
	if err != nil {
		t.Fatal(err)
	}
	got := "no such row"
	for _, e := range r.Events {
		if e.Event == kind {
			got = list(e.Actor) + " -> " + list(e.Recipient)
		}
	}
	return got
}

// list writes the codes of parties.
func list(entities []event.Entity) string {
	var codes []string
	for _, e := range entities {
		if e.Code == nil {
			codes = append(codes, "---")
			continue
		}
		codes = append(codes, *e.Code)
	}
	return strings.Join(codes, ",")
}
