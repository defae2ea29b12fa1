package coder_test

import (
	"fmt"
	"strings"
	"testing"

	"dyad/event"
)

// One predicate may tell of several deeds, each with a party, a place and a day of its own.
func TestDeedsThatShareAPredicate(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"The French president visited Tokyo on Friday and Beijing on Saturday.", "FRA>JPN 2013-08-09 Tokyo; FRA>CHN 2013-08-10 Beijing"},
		{"The French president visited Oslo on Friday, Tokyo on Saturday and Beijing on Sunday.", "FRA>NOR 2013-08-09 Oslo; FRA>JPN 2013-08-10 Tokyo; FRA>CHN 2013-08-11 Beijing"},
		{"The French president visited Tokyo in May and Beijing in June.", "FRA>JPN 2013-05-01 Tokyo; FRA>CHN 2013-06-01 Beijing"},
		{"The Turkish minister met the French minister on Monday and the German chancellor on Tuesday.", "TUR+FRA> 2013-08-12 ; TUR+DEU> 2013-08-13 "},
		{"France signed an accord with Italy on Monday and with Spain on Tuesday.", "FRA+ITA> 2013-08-12 ; FRA+ESP> 2013-08-13 "},
		{"The French president visited Japan and China on Friday.", "FRA>JPN+CHN 2013-08-09 Japan,China"},
		{"The French president visited Japan on Friday and Saturday.", "FRA>JPN 2013-08-09 Japan"},
	} {
		r := code(t, event.Document{Path: "share.txt", Raw: []byte("LIMA, August 14, 2013 (Example Wire) -- " + x.text + "\n")})
		var got []string
		for _, e := range r.Events {
			var where []string
			for _, l := range e.EventLoc {
				where = append(where, l.Name)
			}
			got = append(got, fmt.Sprintf("%s>%s %s %s", codes(e.Actor), codes(e.Recipient), e.Date, strings.Join(where, ",")))
		}
		if strings.Join(got, "; ") != x.want {
			t.Errorf("%s\ngot  %s\nwant %s", x.text, strings.Join(got, "; "), x.want)
		}
	}
}

// codes joins the codes of parties.
func codes(parties []event.Entity) string {
	var list []string
	for _, p := range parties {
		c := "---"
		if p.Code != nil {
			c = *p.Code
		}
		list = append(list, c)
	}
	return strings.Join(list, "+")
}
