package relation

import (
	"fmt"
	"strings"
	"testing"
)

// Sentences that need a repair of the parse, a reference to what was told before, or an entry that asks for several
// slots; all invented. The text may hold several sentences; the rows of all of them count.
func TestReadings(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ name, text, want string }{
		{"past tense unknown to the tagger", "The generals deposed the president of Honduras.", "COERCE seize "},
		{"subject swallowed by its verb", "The Kenyan foreign minister flew to Kampala on Sunday.", "CONSULT visit "},
		{"word with a hyphen", "Kenya and Uganda agreed to carry out the pull-back on Monday.", "CONCEDE  "},
		{"neither", "Neither Ankara nor Budapest has recognised Kosovo.", "SUPPORT  negation"},
		{"agreed that it will", "Chad and Sudan agreed that neither side will arm the rebels of the other.", "AGREE  "},
		{"an ordinal tells a fact", "Bulgaria became the first country to recognise Macedonia.", "SUPPORT  "},
		{"nothing to say", "The envoy of Chad declined to comment.", ""},
		{"paper without an author", "Norway and Chad held talks on Monday. No communique was issued.", "CONSULT  ; SUPPORT  negation"},
		{"signature without an author", "Togo and Benin met on Monday. A fisheries pact was signed.", "CONSULT  ; SUPPORT  "},
		{"object in the plural of -y", "Russia cut off gas supplies to Ukraine.", "SANCTION discontinue "},
		{"on a visit", "The Cuban leader was on a visit to Angola.", "CONSULT visit "},
		{"the sides of what is severed", "Relations between Iran and Britain were severed in 1989.", "SANCTION discontinue historical"},
		{"each other", "Peru and Chile have accused each other of spying.", "ACCUSE allege "},
		{"answered with duties", "Canada answered with duties on Chilean wine.", "SANCTION discontinue "},
		{"called illegal", "Peru called the Chilean decree illegal.", "ACCUSE disapprove "},
		{"an embargo is no verb", "The European Union lifted its arms embargo on Yugoslavia.", "RETREAT  "},
		{"leaving a body is no threat", "Fiji is to leave the United Nations.", "SANCTION withdraw future"},
		{"ordered abroad", "Ghana ordered five patrol boats from China.", "COOPERATE  "},
		{"soldiers asked in", "Kenyan soldiers landed in Somalia on Monday to guard the airport.", "AID  "},
		{"told to go", "Congo told the Belgian consul to go.", "SANCTION expel "},
		{"rapped is no form of rape", "Brazil rapped Bolivia on Tuesday.", "ACCUSE disapprove "},
		{"raped is none of rap", "Soldiers raped a Malian nurse.", "ASSAULT sexual "},
		{"a habit", "We deploy troops where we like, Chad said.", ""},
	} {
		var got []string
		for _, x := range w.read(c.text).found {
			if x.Rejected == "" {
				got = append(got, fmt.Sprintf("%s %s %s", x.Event, strings.Join(x.Mode, ","), x.Aux))
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %s: got %q, want %q", c.name, c.text, strings.Join(got, "; "), c.want)
		}
	}
}
