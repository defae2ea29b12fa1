package relation

import (
	"slices"
	"strings"
	"testing"
)

// Ways of newswire to say that parties meet, agree, back one another, yield and work together.
func TestCooperativeActs(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ event, actor, recipient, sentence string }{
		{"CONSULT", "PAK", "CHN", "Pakistan's army chief paid a call on China's defence minister."},
		{"CONSULT", "KEN", "TZA", "Kenya's president kicked off a three-day state visit to Tanzania."},
		{"CONSULT", "TUR GRC", "", "Turkey's foreign minister had a working lunch with his Greek counterpart."},
		{"CONSULT", "IND PAK", "", "India and Pakistan returned to the negotiating table on Sunday."},
		{"CONSULT", "NGA GHA", "", "The leaders of Nigeria and Ghana put their heads together over the border crisis."},
		{"CONSULT", "LBY", "TUN", "The Libyan leader crossed into Tunisia on Saturday for an unannounced visit."},
		{"CONSULT", "SAU", "EGY", "The Saudi foreign minister flew into Cairo on Wednesday."},
		{"CONSULT", "DEU RUS", "", "The German chancellor raised the case with the Russian president."},
		{"CONSULT", "BOL CHL", "", "The foreign ministers of Bolivia and Chile dined together in Lima."},
		{"AGREE", "RUS", "CHN", "Russia's prime minister is due in Beijing on Sunday for talks."},
		{"AGREE", "IGO", "UKR", "NATO leaders committed themselves to training Ukraine's army."},
		{"AGREE", "CHN", "USA", "China gave the green light for a visit by the U.S. defence secretary."},
		{"AGREE", "THA LAO", "", "Thailand and Laos closed a deal on electricity."},
		{"AGREE", "SGP", "MYS", "Singapore took up Malaysia's offer of mediation."},
		{"AGREE", "TZA BDI", "", "Tanzania and Burundi agreed on a timetable for the return of refugees."},
		{"AGREE", "EUR", "GEO", "The European Union opened the door to Georgia's membership."},
		{"AGREE", "ARG CHL", "", "Argentina and Chile agreed in principle to end their border dispute."},
		{"SUPPORT", "NIC", "CHN", "Nicaragua switched recognition from Taiwan to China."},
		{"SUPPORT", "RUS CHN", "", "The rapprochement between Russia and China gathered pace."},
		{"SUPPORT", "GRC", "CYP", "Greece rallied to the side of Cyprus."},
		{"SUPPORT", "IGO", "MKD", "NATO gave a warm welcome to Macedonia's decision."},
		{"SUPPORT", "ITA LBY", "", "Italy and Libya concluded a fishing accord."},
		{"SUPPORT", "GBR", "JOR", "Britain's prime minister heaped praise on Jordan."},
		{"SUPPORT", "CAN", "ISR", "Canada voted with Israel."},
		{"SUPPORT", "KWT IRQ", "", "Kuwait and Iraq patched up their relations."},
		{"SUPPORT", "IGO", "FIN", "Finland was admitted to NATO."},
		{"CONCEDE", "KOR", "PRK", "South Korea softened its stance towards North Korea."},
		{"CONCEDE", "LBN", "", "Lebanon's prime minister offered to resign."},
		{"CONCEDE", "BOL", "", "Bolivian miners lifted their blockade."},
		{"CONCEDE", "GBR", "", "Britain made a U-turn on fuel tax."},
		{"COOPERATE", "ISR IND", "", "Israel and India are jointly developing a missile."},
		{"COOPERATE", "CUB", "CAN", "Cuba deported a fugitive to Canada to stand trial."},
		{"COOPERATE", "FIN SWE", "", "Finland and Sweden pooled intelligence on submarines."},
		{"COOPERATE", "NOR", "GBR", "Norway supplies Britain with gas."},
		{"COOPERATE", "FRA", "IND", "French fighter jets were sold to India."},
		{"COOPERATE", "ISR", "USA", "Israel shared intelligence on the bombers with the United States."},
		{"RETREAT", "PER", "", "Peru's minister gave in his notice."},
		{"", "", "", "The Kenyan runner met the qualifying standard in Paris."},
		{"", "", "", "Cuba set the date for its elections."},
		{"", "", "", "Brazil's minister launched a project in Bahia."},
		{"", "", "", "Mexico's president made a stop in Guadalajara."},
	} {
		r := w.read(c.sentence)
		var rows []row
		for _, x := range r.found {
			if x.Rejected == "" {
				rows = append(rows, r.row(x))
			}
		}
		fits := func(x row) bool {
			return x.event == c.event && sameCountries(x.actor, c.actor) && sameCountries(x.recipient, c.recipient)
		}
		if c.event == "" && len(rows) > 0 || c.event != "" && !slices.ContainsFunc(rows, fits) {
			t.Errorf("%s\n\tgot %v, want %s %s -> %s", c.sentence, rows, c.event, c.actor, c.recipient)
		}
	}
}

// sameCountries compares parties as CODE:SECTOR with codes divided by blanks, in any order.
func sameCountries(parties []string, codes string) bool {
	var have []string
	for _, p := range parties {
		code, _, _ := strings.Cut(p, ":")
		have = append(have, code)
	}
	want := strings.Fields(codes)
	slices.Sort(have)
	slices.Sort(want)
	return slices.Equal(slices.Compact(have), want)
}
