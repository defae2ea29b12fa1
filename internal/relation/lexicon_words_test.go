package relation

import (
	"slices"
	"strings"
	"testing"
)

// The predicates of words, help and giving way, in sentences of our own: what is expected is "TYPE mode aux | actors |
// recipients", by country.
func TestWordsHelpAndGivingWay(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ sentence, want string }{
		{"Iran said it would retaliate against Israel if its ships were seized.", "THREATEN violence | IRN | ISR"},
		{"Peru served notice on Ecuador that its patience was at an end.", "THREATEN | PER | ECU"},
		{"Germany threatened Serbia with isolation.", "THREATEN relations | DEU | SRB"},
		{"Iran threatened military action against Iraq.", "THREATEN violence | IRN | IRQ"},
		{"Poland threatened Belarus with expulsion of its diplomats.", "THREATEN expel | POL | BLR"},
		{"Morocco told Spanish trawlers to leave the bay or face arrest.", "THREATEN arrest | MAR | ESP"},
		{"Pyongyang said Japan would pay a heavy price.", "THREATEN | PRK | JPN"},
		{"A Rwandan militia threatened to behead the Belgian priest.", "THREATEN violence | RWA | BEL"},
		{"Ghana hinted at sanctions against Togo.", "THREATEN | GHA | TGO"},
		{"Nepal declared war on Bhutan.", "THREATEN violence | NPL | BTN"},

		{"France put pressure on Chad to free the hostages.", "REQUEST yield | FRA | TCD"},
		{"Mali came under pressure from Algeria to hold talks with the rebels.", "REQUEST meet | DZA | MLI"},
		{"Canada leaned on Haiti to hold elections.", "REQUEST change | CAN | HTI"},
		{"Norway urged Sudan against attacking the town.", "REQUEST change | NOR | SDN"},
		{"Cuba sought help from Mexico.", "REQUEST assist | CUB | MEX"},
		{"Brazil demanded an explanation from Paraguay.", "REQUEST change | BRA | PRY"},
		{"Spain said Morocco must withdraw its soldiers from the islet.", "REQUEST yield | ESP | MAR"},
		{"Denmark pressed Iceland for talks on fish quotas.", "REQUEST meet | DNK | ISL"},
		{"Uganda pleaded with Rwanda to open the border.", "REQUEST yield | UGA | RWA"},
		{"Washington advised Seoul to show flexibility.", "REQUEST yield | USA | KOR"},

		{"Russia vetoed Georgia's bid for membership.", "REJECT assist | RUS | GEO"},
		{"Morocco turned a deaf ear to Spanish appeals for the release of the crew.", "REJECT | MAR | ESP"},
		{"Kenya delivered a snub to Somalia.", "REJECT | KEN | SOM"},
		{"Togo said no to talks with Benin.", "REJECT | TGO | BEN"},
		{"Chile refused asylum to a Bolivian general.", "REJECT assist | CHL | BOL"},
		{"Poland is not prepared to recognise Kosovo.", "REJECT assist | POL | KOS"},
		{"Sudan blocked an aid convoy of the Red Cross.", "REJECT yield | SDN | NGO"},
		{"Nepal reneged on a promise to India.", "REJECT | NPL | IND"},
		{"Syria resisted pressure from Turkey to withdraw its troops.", "REJECT | SYR | TUR"},
		{"Lithuania stayed away from the summit in Minsk.", "REJECT meet | LTU | BLR"},

		{"Ireland was critical of Israel's settlement policy.", "ACCUSE disapprove | IRL | ISR"},
		{"Ministers in Ankara were furious with Greece.", "ACCUSE disapprove | TUR | GRC"},
		{"The Vatican spoke out against the Spanish abortion law.", "ACCUSE disapprove | VAT | ESP"},
		{"Burundi said Rwanda was responsible for the attack.", "ACCUSE allege | BDI | RWA"},
		{"Lebanon hauled Israel before the UN court.", "ACCUSE allege | LBN | ISR"},
		{"Kuwait issued a rebuke to Iraq.", "ACCUSE disapprove | KWT | IRQ"},
		{"Vietnam launched a scathing attack on China.", "ACCUSE disapprove | VNM | CHN"},
		{"The UN sent investigators to Burundi.", "ACCUSE investigate | UNO | BDI"},
		{"Niger complained that Libya had closed the border.", "ACCUSE disapprove | NER | LBY"},
		{"Serbia placed the blame on Kosovo for the clash.", "ACCUSE allege | SRB | KOS"},

		{"Norwegian planes airdropped food to Sudanese refugees.", "AID | NOR | SDN"},
		{"Japan set up a field hospital in Nepal.", "AID | JPN | NPL"},
		{"A shipment of Chinese rice arrived in North Korea on Monday.", "AID | CHN | PRK"},
		{"Swedish firefighters arrived in Greece to help fight the forest fires.", "AID | SWE | GRC"},
		{"Brazil threw Argentina a lifeline.", "AID | BRA | ARG"},
		{"Egypt mounted a relief operation in Libya.", "AID | EGY | LBY"},
		{"Libya supplied the Chadian rebels with rifles.", "AID | LBY | TCD"},
		{"India provided Sri Lanka with a credit line.", "AID | IND | LKA"},
		{"Rescue of the Dutch hostages by Yemeni troops ended the crisis.", "AID | YEM | NLD"},
		{"Qatar picked up the bill for Gaza's fuel.", "AID | QAT | PSE"},

		{"Syrian troops beat a hasty retreat from the Lebanese border.", "RETREAT withdraw | SYR | LBN"},
		{"Italy closed its air base in Libya.", "RETREAT withdraw | ITA | LBY"},
		{"North Korea handed back the body of a US soldier.", "RETREAT release | PRK | USA"},
		{"Sudan freed two Egyptian soldiers from prison.", "RETREAT release | SDN | EGY"},
		{"Iran released a British tanker.", "RETREAT release | IRN | GBR"},
		{"Hundreds of Colombian guerrillas turned themselves in.", "RETREAT disarm | COL |"},
		{"Russia scrapped a dozen nuclear warheads.", "RETREAT disarm | RUS |"},
		{"The Basque rebels called off their armed campaign.", "RETREAT ceasefire | ESP |"},
		{"Syria opened its nuclear sites to UN inspectors.", "RETREAT access | SYR | UNO"},
		{"The Peruvian premier threw in the towel.", "RETREAT resign | PER |"},

		{"Ministers urged caution.", ""},
		{"The Greek premier said his government must reform the pensions.", ""},
		{"Kenya demanded to know why the pump had failed.", ""},
		{"The Danish ministry declined comment.", ""},
	} {
		r := w.read(c.sentence)
		var got []string
		for _, x := range r.found {
			if x.Rejected == "" {
				row := r.row(x)
				what := strings.TrimSpace(strings.Join(append([]string{row.event}, row.mode...), " ") + " " + row.aux)
				got = append(got, strings.TrimSpace(what+" | "+countries(row.actor)+" | "+countries(row.recipient)))
			}
		}
		if c.want == "" && len(got) > 0 || c.want != "" && !slices.Contains(got, c.want) {
			t.Errorf("%s\ngot  %q\nwant %q", c.sentence, got, c.want)
		}
	}
}
