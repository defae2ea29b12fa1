package relation

import (
	"slices"
	"strings"
	"testing"
)

// Sentences of our own on the five types of material conflict: each must give a row of the type and modes beside it.
func TestLexiconConflict(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ text, want string }{
		{"Kenya put its aid to Burundi on hold.", "SANCTION discontinue"},
		{"Sweden ordered its ambassador home from Belarus.", "SANCTION withdraw"},
		{"Turkey doubled tariffs on American steel.", "SANCTION discontinue"},
		{"India slapped a ban on imports from Pakistan.", "SANCTION discontinue"},
		{"Fiji revoked its recognition of Taiwan.", "SANCTION discontinue"},
		{"Mali gave the French ambassador 72 hours to leave.", "SANCTION expel"},
		{"The president of Tunisia purged the judiciary.", "SANCTION expel"},
		{"A court in Cairo condemned three militants to death.", "SANCTION convict"},
		{"The rebels pulled out of the unity government in Sudan.", "SANCTION withdraw"},
		{"The trade war between China and Australia grew.", "SANCTION discontinue"},

		{"South Korea's army is on high alert.", "MOBILIZE troops"},
		{"India rushed paratroopers to the border with Pakistan.", "MOBILIZE troops"},
		{"Latvia reintroduced conscription.", "MOBILIZE troops"},
		{"Iran showed off its new missiles.", "MOBILIZE weapons"},
		{"China exploded a nuclear device.", "MOBILIZE weapons"},
		{"An American aircraft carrier arrived off Lebanon.", "MOBILIZE weapons"},
		{"Russian jets entered Finnish air space.", "MOBILIZE weapons"},
		{"Norwegian fighters intercepted two Russian bombers.", "MOBILIZE weapons"},
		{"Nigeria flooded Kano with police.", "MOBILIZE police"},
		{"A Somali warlord armed his followers.", "MOBILIZE militia"},

		{"Customs police in Chad combed the house of a lawyer.", "COERCE seize"},
		{"Serb forces laid siege to Tuzla.", "COERCE restrict"},
		{"Turkey imposed a news blackout on the trial.", "COERCE censor"},
		{"Haiti widened the curfew in the capital.", "COERCE curfew"},
		{"Poland invoked emergency powers.", "COERCE martial-law"},
		{"Sudan threw three activists into prison.", "COERCE arrest"},
		{"Mauritania gave a French journalist 24 hours to leave.", "COERCE deport"},
		{"Syrian soldiers starved the enclave.", "COERCE withhold"},
		{"Hackers from Iran crippled an Albanian ministry.", "COERCE cyber"},
		{"Burma crushed the uprising by monks.", "COERCE"},

		{"Ukraine repulsed Russian troops.", "ASSAULT"},
		{"Saudi Arabia put to death two Filipinos.", "ASSAULT targeted"},
		{"Iranian police flogged a student.", "ASSAULT beat primitive"},
		{"Sudan carpet-bombed a village in Darfur.", "ASSAULT aerial"},
		{"Rebels in Colombia took hostages.", "ASSAULT abduct"},
		{"Police in Lima dispersed teachers with tear gas.", "ASSAULT crowd-control"},
		{"Rockets fired from Lebanon slammed into an Israeli town.", "ASSAULT heavy-weapons"},
		{"The razing of Kurdish houses by Turkish soldiers continued.", "ASSAULT destroy"},
		{"Ethiopian and Eritrean troops fought a pitched battle.", "ASSAULT"},
		{"The assassination attempt on the Georgian president failed.", "ASSAULT targeted"},

		{"Hundreds of students gathered outside the Chinese embassy in Manila.", "PROTEST demo"},
		{"Opposition deputies walked out of parliament in Seoul.", "PROTEST demo"},
		{"A mob in Karachi ran amok.", "PROTEST riot"},
		{"Dockers in Chile joined a general strike.", "PROTEST strike"},
		{"Industrial action by Belgian railwaymen began on Monday.", "PROTEST strike"},
		{"The opposition in Togo stayed away from the polls.", "PROTEST boycott"},
		{"Farmers in Bolivia stopped trains.", "PROTEST obstruct"},
		{"Peasants in Paraguay seized an estate.", "PROTEST obstruct"},
		{"Demonstrators in Baghdad ripped up an American flag.", "PROTEST vandalize"},
		{"Protesters in Senegal burned tyres.", "PROTEST riot"},
	} {
		var got []string
		for _, x := range w.read(c.text).found {
			if x.Rejected == "" {
				got = append(got, strings.TrimSpace(x.Event+" "+strings.Join(x.Mode, " ")))
			}
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s\n\tgot %v, want %s", c.text, got, c.want)
		}
	}
}
