package coder_test

import (
	"context"
	"testing"

	"dyad/coder"
	"dyad/event"
)

// An office is that of the day of the event, not of the report.
func TestOfficesOfThePast(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ text, actor, office string }{
		{"The Russian president visited Norway on 12 November 2002.", "Vladimir Putin", "President of Russia"},
		{"The Russian president visited Norway in April 2010.", "Dmitry Medvedev", "President of Russia"},
		{"Former President Jimmy Carter visited China in August 1987.", "Jimmy Carter", ""},
		{"Former President Jimmy Carter visited Poland in December 1977.", "Jimmy Carter", "President of the United States"},
	} {
		report, err := c.Code(context.Background(), event.Document{Path: "past.txt", Raw: []byte("OSLO, March 3, 2015 (Example Wire) -- Norway and Russia met again. " + x.text + "\n")})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, e := range report.Events {
			for _, a := range e.Actor {
				if a.Name == x.actor {
					found = true
					if a.Office != x.office {
						t.Errorf("%s\ngot office %q on %s, want %q", x.text, a.Office, e.Date, x.office)
					}
				}
			}
		}
		if !found {
			t.Errorf("%s\ngot %+v, want the actor %s", x.text, report.Events, x.actor)
		}
	}
}
