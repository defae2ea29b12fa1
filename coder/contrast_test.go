package coder_test

import (
	"strings"
	"testing"

	"dyad/event"
)

// Who is denied or excepted beside a party did the contrary, or nothing; what was all but done was not done.
func TestContrast(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"Britain but not France condemned Iran.", "GBR>IRN"},
		{"Iran condemned Britain but not France.", "IRN>GBR"},
		{"Iran condemned Britain, not France.", "IRN>GBR"},
		{"Iran condemned not Britain but France.", "IRN>FRA"},
		{"Iran condemned not only Britain but France.", "IRN>GBR+FRA"},
		{"Iran condemned Britain and France.", "IRN>GBR+FRA"},
		{"Turkey bombed Syria but not Iraq.", "TUR>SYR"},
		{"Not Israel but Syria shelled Turkey.", "SYR>TUR"},
		{"Nobody but Iran condemned Israel.", "IRN>ISR"},
		{"No state but Iran condemned Israel.", "IRN>ISR"},
		{"Nobody, not even Iran, condemned Israel.", "negation"},
		{"Turkey all but broke off relations with Israel.", "TUR>ISR negation"},
		{"Turkey virtually invaded Syria.", "TUR>SYR negation"},
		{"Turkey practically occupied Cyprus.", "TUR>CYP negation"},
		{"Turkey practically destroyed a Syrian town.", "TUR>SYR"},
	} {
		r := code(t, event.Document{Path: "contrast.txt", Raw: []byte("LIMA, August 14, 2013 (Example Wire) -- " + x.text + "\n")})
		var got []string
		for _, e := range r.Events {
			s := codes(e.Actor) + ">" + codes(e.Recipient)
			if e.Aux != nil {
				s += " " + *e.Aux
			}
			got = append(got, s)
		}
		s := strings.Join(got, "; ")
		if x.want == "negation" {
			for _, g := range got {
				if !strings.HasSuffix(g, "negation") {
					t.Errorf("%s\ngot  %s\nwant nothing that was done", x.text, s)
				}
			}
		} else if s != x.want {
			t.Errorf("%s\ngot  %s\nwant %s", x.text, s, x.want)
		}
	}
}
