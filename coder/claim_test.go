package coder

import (
	"context"
	"strings"
	"testing"

	"dyad/event"
)

// Who says so, from the speaker over the medium that he spoke to and the agency whose copy it is to the outlet.
func TestClaimants(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, text, predicate, want string }{
		{"the report's own voice", "Norway expelled two Latvian diplomats on Friday.", "expelled", "Harbour Wire, Coast Gazette"},
		{"a speaker", "Norway has expelled two Latvian diplomats, a Norwegian official said.", "expelled", "a Norwegian official, Harbour Wire, Coast Gazette"},
		{"an agency spoken to", "A Norwegian official told Reuters that Norway had expelled two Latvian diplomats.", "expelled", "A Norwegian official, Reuters, Harbour Wire, Coast Gazette"},
		{"an outlet spoken to", "In an interview with the Example Post, a Norwegian official said that Norway had expelled two Latvian diplomats.", "expelled", "a Norwegian official, Example Post, Harbour Wire, Coast Gazette"},
		{"a medium without a name", "Norway has expelled two Latvian diplomats, a Norwegian official said in remarks carried by state radio.", "expelled", "a Norwegian official, state radio, Harbour Wire, Coast Gazette"},
		{"the same speaker goes on", "A Norwegian official told Reuters that the talks had failed. He added that Norway had expelled two Latvian diplomats.", "expelled", "A Norwegian official, Reuters, Harbour Wire, Coast Gazette"},
		{"another speaker", "A Norwegian official told Reuters that the talks had failed. A Latvian official said that Norway had expelled two Latvian diplomats.", "expelled", "A Latvian official, Harbour Wire, Coast Gazette"},
		{"a medium that speaks", "Latvian state television reported that Norway had expelled two Latvian diplomats.", "expelled", "Latvian state television, Harbour Wire, Coast Gazette"},
		{"quoted by a medium", "A Norwegian official was quoted by Reuters as saying that Norway had expelled two Latvian diplomats.", "expelled", "A Norwegian official, Reuters, Harbour Wire, Coast Gazette"},
		{"a medium quotes", "Reuters quoted a Norwegian official as saying that Norway had expelled two Latvian diplomats.", "expelled", "a Norwegian official, Reuters, Harbour Wire, Coast Gazette"},
		{"reporters are no medium", "Norway has expelled two Latvian diplomats, a Norwegian official told reporters.", "expelled", "a Norwegian official, Harbour Wire, Coast Gazette"},
		{"a medium that speaks and is spoken to", "Norway has expelled two Latvian diplomats, a Norwegian official said, according to the TASS news agency.", "expelled", "a Norwegian official, TASS, Harbour Wire, Coast Gazette"},
		{"announced by nobody", "Norway has expelled two Latvian diplomats, it was announced on Monday.", "expelled", "Harbour Wire, Coast Gazette"},
		{"a denial with a gerund", "Norway denied having shelled Latvia on Sunday.", "denied", "Norway, Harbour Wire, Coast Gazette"},
		{"a denial by calling it untrue", "Norway called it a lie that Norwegian jets had bombed Latvia.", "bombed", "Norway, Harbour Wire, Coast Gazette"},
		{"a report dismissed", "Norway dismissed reports that Norwegian jets had bombed Latvia.", "bombed", "Norway, Harbour Wire, Coast Gazette"},
		{"said to be untrue", "It is untrue that Norwegian jets bombed Latvia, the Norwegian ministry said.", "bombed", "the Norwegian ministry, Harbour Wire, Coast Gazette"},
		{"said by nobody named", "Norway was reported to have expelled two Latvian diplomats.", "expelled", "Harbour Wire, Coast Gazette"},
		{"a medium told, by way of another", "According to Reuters, a Norwegian official told state radio that Norway had expelled two Latvian diplomats.", "expelled", "a Norwegian official, state radio, Reuters, Harbour Wire, Coast Gazette"},
		{"the outlet itself learned it", "Norway has expelled two Latvian diplomats, the Coast Gazette has learned.", "expelled", "Coast Gazette, Harbour Wire"},
		{"nobody said it", "No Norwegian official said that Norway had expelled two Latvian diplomats.", "expelled", ""},
		{"somebody did not say it", "A Norwegian official did not say that Norway had expelled two Latvian diplomats.", "expelled", ""},
		{"a medium elsewhere in the report", "A Norwegian official told Reuters that the talks had failed.\n\nNorway expelled two Latvian diplomats on Friday.", "expelled", "Harbour Wire, Coast Gazette"},
		{"two together", "Oslo and Riga said that Turkey had invited them to talks.", "invited", "Norway, Harbour Wire, Coast Gazette | Latvia, Harbour Wire, Coast Gazette"},
		{"told by two", "Norway expelled two Latvian diplomats on Friday. Norway expelled two Latvian diplomats on Friday, a Latvian official said.", "expelled", "Harbour Wire, Coast Gazette | a Latvian official, Harbour Wire, Coast Gazette"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := event.Document{Path: "t.txt", Outlet: "Coast Gazette", Published: "2011-05-14", Raw: []byte("OSLO, May 14 (Harbour Wire) - " + test.text)}
			r, err := c.Code(context.Background(), doc)
			if err != nil {
				t.Fatal(err)
			}
			if s := chains(r.Events, test.predicate); s != test.want {
				t.Errorf("%q:\n got %s\nwant %s", test.text, s, test.want)
			}
		})
	}
}

// chains writes who claims the events of a predicate: the names of a chain, and the chains apart.
func chains(events []event.Event, predicate string) string {
	var list []string
	for _, e := range events {
		if !strings.Contains(e.EventText, predicate) {
			continue
		}
		for _, chain := range append([][]event.Claimant{e.ClaimedBy}, e.AlsoClaimedBy...) {
			var names []string
			for _, c := range chain {
				names = append(names, c.Name+c.Outlet)
			}
			list = append(list, strings.Join(names, ", "))
		}
	}
	return strings.Join(list, " | ")
}
