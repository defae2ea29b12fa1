package actor

import (
	"strings"
	"testing"

	"dyad/event"
	"dyad/internal/calendar"
	"dyad/internal/language"
)

// mentioned reads a text with the program's own parser and gives what its mentions were resolved to.
func mentioned(t *testing.T, text string, context Context) []Mention {
	t.Helper()
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	on := calendar.Interval{Earliest: "2004-05-10", Latest: "2004-05-10"}
	return dictionary(t).Find(text, m.Parse(text), context).Settle(on)
}

// codes writes entities as CODE:SECTOR, "---" for an unknown country.
func codes(es []event.Entity) string {
	var list []string
	for _, e := range es {
		code := "---"
		if e.Code != nil {
			code = *e.Code
		}
		list = append(list, code+":"+strings.Join(e.Sector, ";"))
	}
	return strings.Join(list, ", ")
}

// last gives the last mention that has the words, "none" if no mention has.
func last(ms []Mention, text, words string) string {
	got := "none"
	for _, m := range ms {
		if text[m.Start:m.Stop] == words {
			got = codes(m.Entities)
		}
	}
	return got
}

func TestResolvedInContext(t *testing.T) {
	for _, c := range []struct{ home, text, words, want string }{
		// an adjective that is no name of a state tells whose he is, whatever the report is about
		{"CHL", "Chile and Argentina disagree on the islands. Chile accepted the offer, a papal spokesman said in Rome.", "a papal spokesman", "VAT:GOV"},
		{"CHL", "Chile and Argentina disagree on the islands. Chile accepted the papal offer.", "papal", "VAT:GOV"},
		{"CHL", "Chile and Argentina disagree on the islands. A papal envoy went to Santiago.", "A papal envoy", "VAT:GOV"},
		// the official of the state of the dateline, if the report is about it
		{"CHL", "Chile and Peru disagree on fishing. Peru closed a port and Chile protested. The rules were plain, a foreign ministry spokesman said.", "a foreign ministry spokesman", "CHL:GOV"},
		{"AUT", "Chile and Peru met again. Peru closed a port and Chile protested. Chile will not give in, a foreign ministry spokesman said.", "a foreign ministry spokesman", "CHL:GOV"},
		// no American ministries
		{"USA", "The United States and Peru met again. The United States complained and Peru did. Peru will wait, a foreign ministry spokesman said.", "a foreign ministry spokesman", "PER:GOV"},
		// a presidential aide is the president's
		{"PER", "The president of Chile flew to Lima. Peru was pleased and Peru said so. It was a good trip, a presidential aide said.", "a presidential aide", "CHL:GOV"},
		// where private persons live and work
		{"", "Prices will rise, a lecturer in modern history at a Lima college said.", "a lecturer", "PER:EDU"},
		{"", "Prices will rise, a strategist at a bank in Oslo said.", "a strategist", "NOR:BUS"},
		{"", "Prices will rise, a dealer in Oslo said.", "a dealer", "NOR:BUS"},
		// nouns for states of a kind
		{"", "Chile and Qatar signed a treaty, and Peru wrote to Chile. Chile thanked the emirate.", "the emirate", "QAT:GOV"},
		{"", "Chile wrote to Cyprus. Peru wrote to Chile. Chile thanked the island.", "the island", "CYP:GOV"},
		{"", "Chile wrote to Peru. Peru answered. Chile thanked the archipelago.", "the archipelago", ""},
		// several owners of a role in the plural
		{"", "The ambassadors of Chile, Peru and Bolivia left Oslo.", "The ambassadors of Chile, Peru and Bolivia", "CHL:GOV, PER:GOV, BOL:GOV"},
		{"", "The ambassadors of Chile and Peru left Oslo.", "The ambassadors of Chile and Peru", "CHL:GOV, PER:GOV"},
		// bodies that are usually one state's
		{"", "The United States and Chile met. The United States and Chile spoke. Congress must agree.", "Congress", "USA:LEG"},
		{"CHL", "Chile and the United States met. Chile and the United States spoke. Chile was pleased. Congress must agree.", "Congress", "CHL:LEG"},
		// soldiers at home
		{"CHL", "Chile was quiet. Peru and Chile were not at war, and Chile was glad. Soldiers closed the port.", "Soldiers", "CHL:MIL"},
		{"CHL", "Peru was quiet. Peru and Chile were not at war, and Peru was glad. Soldiers closed the port.", "Soldiers", "PER:MIL"},
		// a named official without a country
		{"CHL", "Chile and Peru spoke. Chile and Peru met again. Interior Minister Rosalba Quintuna left.", "Interior Minister Rosalba Quintuna", "CHL:GOV;COP"},
		// the pair that a report is about, not the pair of its background
		{"", "Chile and Peru signed a treaty. Chile and Peru disagreed before. Ghana and Benin signed one in May. The two governments will meet.", "The two governments", "CHL:GOV, PER:GOV"},
		{"", "Chile and Peru signed a treaty. Chile and Peru disagreed before. Ghana and Benin said the two countries will meet.", "the two countries", "GHA:GOV, BEN:GOV"},
		{"", "Prices will rise, a professor at a Lima business school said.", "a professor", "PER:EDU"},
		// a verb of speech has somebody for its object
		{"", "Chile helped Peru in May. Bolivia asked it for wheat.", "it", "CHL:GOV"},
		{"", "Chile helped Peru in May. Bolivia regretted it.", "it", ""},
		// a site belongs to somebody
		{"", "The website of the Peruvian parliament was knocked offline.", "The website of the Peruvian parliament", "PER:LEG"},
		// whom an official serves may be said in words that tell no country
		{"CHL", "Chile and Peru spoke. Chile and Peru met again. It will rain, a spokesman for the cooperative said.", "a spokesman", "---:GOV"},
		// courts of several states
		{"", "Chile sued Peru. A tribunal in The Hague will rule.", "A tribunal", "IGO:JUD"},
		{"", "Chile sued Peru. A court in Oslo will rule.", "A court", "NOR:JUD"},
		// states by a part of their name
		{"", "North Korea and South Korea met. The North was pleased.", "The North", "PRK:GOV"},
		{"", "South Korea and Chile met. Rain fell. Peru closed its ports. Bolivia spoke. It accused the South.", "the South", "KOR:GOV"},
		{"", "Chile and Peru met. The North was pleased.", "The North", ""},
		// parties of a parliament are no states
		{"", "Chile and Peru met. Lawmakers of both parties spoke.", "Lawmakers of both parties", "---:LEG"},
		{"", "Chile and Peru met. Lawmakers of both countries spoke.", "Lawmakers of both countries", "CHL:LEG, PER:LEG"},
		// strangers are of no country
		{"NOR", "Norway and Chad met. Norway and Chad spoke. Prices will rise, observers in Oslo said.", "observers", "---:"},
	} {
		if got := last(mentioned(t, c.text, Context{Home: c.home}), c.text, c.words); got != c.want {
			t.Errorf("%s [%s] = %s, want %s", c.text, c.words, got, c.want)
		}
	}
}
