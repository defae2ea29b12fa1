package coder_test

import (
	"context"
	"strings"
	"testing"

	"dyad/coder"
	"dyad/event"
)

// TestStanding holds the sectors that the deed decides against plover.md, 5.4, rule 1.
func TestStanding(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ text, event, want string }{
		{"Ghanaian troops invaded Benin on Monday.", "ASSAULT", "BEN:"},
		{"Ghanaian troops attacked Benin's soldiers on Monday.", "ASSAULT", "BEN:MIL"},
		{"Benin's warships shadowed a trawler on Monday. Ghana protested on Tuesday.", "ACCUSE", "BEN:GOV"},
		{"Ghana's army moved 600 soldiers to the Togolese border on Monday.", "MOBILIZE", "TGO:"},
		{"The Ghanaian navy seized a Chinese trawler on Monday.", "COERCE", "CHN:BUS"},
		{"Malta took in 40 Syrian families who had fled the war.", "AID", "SYR:REF"},
	} {
		r, err := c.Code(context.Background(), event.Document{Path: "a.txt", Raw: []byte("PORTO-NOVO, May 3 - " + x.text + "\n")})
		if err != nil {
			t.Fatal(err)
		}
		got := "no such row"
		for _, e := range r.Events {
			if e.Event == x.event && len(e.Recipient) == 1 && e.Recipient[0].Code != nil {
				got = *e.Recipient[0].Code + ":" + strings.Join(e.Recipient[0].Sector, ";")
			}
		}
		if got != x.want {
			t.Errorf("%s: recipient of %s is %s, want %s", x.text, x.event, got, x.want)
		}
	}
}
