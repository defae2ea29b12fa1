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
		{"The French president visited Tokyo on Friday and, on Saturday, Beijing.", "FRA>JPN 2013-08-09 Tokyo; FRA>CHN 2013-08-10 Beijing"},
		{"Turkey bombed a village in Syria on Monday and a town in Iraq on Tuesday.", "TUR>SYR 2013-08-12 Syria; TUR>IRQ 2013-08-13 Iraq"},
		{"Turkey recalled its ambassador from Israel on Friday and its consul from Egypt on Saturday.", "TUR>ISR 2013-08-09 ; TUR>EGY 2013-08-10 "},
		{"India shelled a Pakistani post on Monday, a Chinese post on Tuesday and an Afghan one on Wednesday.", "IND>PAK 2013-08-12 ; IND>CHN 2013-08-13 ; IND>AFG 2013-08-14 "},
		// each with an actor of its own
		{"India shelled a Pakistani post on Monday and Pakistan an Indian one on Tuesday.", "IND>PAK 2013-08-12 ; PAK>IND 2013-08-13 "},
		{"Iran seized a British tanker on Friday and Britain an Iranian one in May.", "IRN>GBR 2013-08-09 ; GBR>IRN 2013-05-01 "},
		{"Iran freed a French sailor on Monday and Iraq on Tuesday a German one.", "IRN>FRA 2013-08-12 ; IRQ>DEU 2013-08-13 "},
		{"Greece signed an accord with Italy on Monday and Spain a treaty with Portugal on Tuesday.", "GRC+ITA> 2013-08-12 ; ESP+PRT> 2013-08-13 "},
		// one deed
		{"Turkey bombed Syria on Monday, a reply to Iran's attack on Sunday.", "TUR>SYR 2013-08-12 Syria"},
		{"Turkey bombed Syria on Monday, revenge for Iran's attack on Sunday.", "TUR>SYR 2013-08-12 Syria"},
		{"Turkey bombed Syria on Monday, a bloody reply to Iran's attack on Sunday and Israel's raid on Saturday.", "TUR>SYR 2013-08-12 Syria"},
		{"Turkey invaded Cyprus on Monday, the anniversary of the Iraqi attack of May 1990.", "TUR>CYP 2013-08-12 Cyprus"},
		{"Kenya condemned Uganda on Monday, a day after Sudan and Chad on Sunday.", "KEN>UGA 2013-08-12 "},
		{"Kenya freed two Ugandan pilots on Monday and Uganda on Friday.", "KEN>UGA 2013-08-12 "},
		{"The French president visited Tokyo on Friday but not Beijing on Saturday.", "FRA>JPN 2013-08-09 Tokyo"},
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
