package coder_test

import (
	"testing"

	"dyad/coder"
)

// TestParties holds both ends of rows: where the clause puts its parties, and which of them the report leaves to be understood.
// The row asked for is the last one of its type; "no such row" asks that there be none.
func TestParties(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ name, text, event, want string }{
		{"a receiver before a number", "MALE, May 3 - Iceland offered Latvia two trawlers.", "AGREE", "ISL -> LVA"},
		{"a receiver in what is agreed to", "MALE, May 3 - Denmark agreed to sell Lithuania 20 armoured vehicles.", "AGREE", "DNK -> LTU"},
		{"an owner is no receiver", "MALE, May 3 - Denmark sold Lithuania's trucks to Latvia.", "COOPERATE", "DNK -> LVA"},
		{"whom the police of a state arrest", "MALE, May 3 - Nicaraguan police arrested a bishop on Monday.", "COERCE", "NIC -> NIC"},
		{"a foreigner whom the police arrest", "MALE, May 3 - Nicaraguan police arrested a Danish bishop on Monday.", "COERCE", "NIC -> DNK"},
		{"whom a court sentences", "MALE, May 3 - A Moroccan court sentenced a journalist to two years in prison.", "SANCTION", "MAR -> MAR"},
		{"police after a march", "MANILA, May 3 - Students marched in Manila on Thursday. Police fired tear gas.", "ASSAULT", "PHL -> PHL"},
		{"an attack on what stands abroad", "MALE, May 3 - Ethiopian jets bombed a depot near Khartoum on Monday.", "ASSAULT", "ETH -> SDN"},
		{"an attack on what stands at home", "MALE, May 3 - Ethiopian jets bombed a depot near Addis Ababa on Monday.", "ASSAULT", "ETH -> ETH"},
		{"together with", "MALE, May 3 - Ecuador's president, together with the leaders of Colombia and Panama, called on Venezuela to free them.", "REQUEST", "ECU,COL,PAN -> VEN"},
		{"along with, before the subject", "MALE, May 3 - Along with Chad, Mali condemned Togo.", "ACCUSE", "MLI,TCD -> TGO"},
		{"along with, after the object", "MALE, May 3 - Mali condemned Togo along with Chad.", "ACCUSE", "MLI -> TGO,TCD"},
		{"together with, of a relative clause", "MALE, May 3 - Ghanaian troops who invaded Togo on Tuesday, together with soldiers from Mali, left on Friday.", "ASSAULT", "GHA,MLI -> TGO"},
		{"joined by", "MALE, May 3 - Niger, joined by Mali, expelled a diplomat of Togo.", "SANCTION", "NER,MLI -> TGO"},
		{"backed by is no company", "MALE, May 3 - Niger, backed by Mali, expelled a diplomat of Togo.", "SANCTION", "NER -> TGO"},
		{"so did", "MALE, May 3 - Kenya condemned Togo on Monday, and so did Uganda.", "ACCUSE", "KEN,UGA -> TGO"},
		{"guest and host in one mention", "MALE, May 3 - The prime ministers of Bangladesh and Nepal met in Dhaka on Saturday.", "CONSULT", "NPL -> BGD"},
		{"in a city that is no capital", "MALE, May 3 - The prime ministers of Italy and Nepal met in Turin on Saturday.", "CONSULT", "NPL -> ITA"},
		{"on neutral ground", "MALE, May 3 - The prime ministers of Italy and Nepal met in Dhaka on Saturday.", "CONSULT", "ITA,NPL -> "},
		{"where the news comes from", "DHAKA, May 3 - Nepal's prime minister held talks with President Abdur Khan of Bangladesh on Saturday.", "CONSULT", "NPL -> BGD"},
		{"long before the news", "DHAKA, May 3, 2009 - Nepal's prime minister held talks with President Abdur Khan of Bangladesh in March 2001.", "CONSULT", "NPL,BGD -> "},
		{"a call has no host", "DHAKA, May 3 - Nepal's prime minister spoke by telephone with President Abdur Khan of Bangladesh.", "CONSULT", "NPL,BGD -> "},
		{"an accord stands for its parties", "MALE, May 3 - Finland and Estonia signed a pact on Monday. Chad expelled an envoy of Peru. Sweden welcomed the accord.", "SUPPORT", "SWE -> FIN,EST"},
		{"the accord made, not one to come", "MALE, May 3 - Finland and Estonia signed a pact on Monday. Chad and Peru will sign a treaty in June. Sweden criticised the accord.", "ACCUSE", "SWE -> FIN,EST"},
		{"an accord one has signed", "MALE, May 3 - Finland and Estonia signed a pact on Monday. Finland's president praised the pact.", "SUPPORT", "FIN -> EST"},
		{"an accord one's own government has signed", "MALE, May 3 - Finland and Estonia signed a pact on Monday. Finnish trade unions denounced the pact.", "ACCUSE", "FIN -> FIN,EST"},
		{"who made what is judged", "MALE, May 3 - Peru expelled a Bolivian envoy. Mali criticised the bargain that Chad had made.", "ACCUSE", "MLI -> TCD"},
		{"a step called by the same word", "MALE, May 3 - Chad announced the sale of trucks to Togo on Monday. Peru expelled a Bolivian envoy. Mali denounced the sale.", "ACCUSE", "MLI -> TCD"},
		{"a step of whoever the report is about", "MALE, May 3 - Chad freed two Togolese pilots on Monday. It rained. Peru rebuked Bolivia. Nobody was hurt. Night fell. Mali welcomed the step.", "SUPPORT", "MLI -> TCD"},
		{"forces sent to confront", "MALE, May 3 - Greece sent three frigates to shadow a Turkish drill ship.", "MOBILIZE", "GRC -> TUR"},
		{"troops on a border", "MALE, May 3 - Peru expelled Bolivia's envoy on Monday. Bolivia sent 2,000 soldiers to the border.", "MOBILIZE", "BOL -> PER"},
		{"troops at home", "MALE, May 3 - Peru expelled Bolivia's envoy on Monday. Bolivia called up 2,000 reservists.", "MOBILIZE", "BOL -> "},
		{"each other", "MALE, May 3 - Ghana and Togo accused each other of smuggling on Monday.", "ACCUSE", "GHA,TGO -> "},
		{"one another after a quarrel", "MALE, May 3 - Chad expelled Mali's envoy on Monday. Ghana and Togo blamed one another for the fire.", "ACCUSE", "GHA,TGO -> "},
		{"a body that is asked is no other", "MALE, May 3 - Chad expelled Mali's envoy on Monday. Mali urged the body to change its rules.", "REQUEST", "MLI -> "},
		{"who is promised help is named", "MALE, May 3 - Chad expelled Mali's envoy on Monday. Mali pledged two million dollars to help poor countries.", "AGREE", "MLI -> "},
		{"marchers against prices", "ACCRA, May 3 - The World Bank criticised Ghana's budget on Monday. Residents of Accra demonstrated against a doubling of bread prices.", "PROTEST", "GHA -> GHA"},
		{"nobody arrests an organisation", "MALE, May 3 - Chad asked the United Nations for help. Chadian police arrested them on Monday.", "COERCE", "TCD -> "},
		{"each side", "MALE, May 3 - Ghanaian soldiers clashed with Togolese troops on Monday. Each side accused the other of firing first.", "ACCUSE", "GHA,TGO -> "},
		{"agreed when asked", "MALE, May 3 - Moldova asked Romania for electricity on Wednesday. Bucharest agreed to supply 100 megawatts.", "AGREE", "ROU -> MDA"},
		{"agreed unasked", "MALE, May 3 - Moldova criticised Chad on Wednesday. Bucharest agreed to supply 100 megawatts.", "AGREE", "ROU -> "},
		{"who sends an envoy home", "MALE, May 3 - Peru's ambassador to Chad was told to leave within 48 hours.", "SANCTION", "TCD -> PER"},
		{"several who praise", "MALE, May 3 - Finland and Estonia signed a pact on Monday. Sweden and Norway welcomed the accord.", "SUPPORT", "SWE,NOR -> FIN,EST"},
		{"a deed of its kind", "MALE, May 3 - Ghanaian and Malian troops invaded Benin on Monday. The Beninese army captured two Togolese. Peru condemned the invasion.", "ACCUSE", "PER -> GHA,MLI"},
		{"a deed by its place", "MALE, May 3 - The United Nations condemned the coup in Honduras.", "ACCUSE", "UNO -> HND"},
		{"the frontier with somebody", "MALE, May 3 - Colombia's president ordered 3,000 soldiers to the frontier with Peru.", "MOBILIZE", "COL -> PER"},
		{"rebels against a government", "MALE, May 3 - Rebels attacked a convoy of Sudanese troops on Monday.", "ASSAULT", "SDN -> SDN"},
		{"rebels on another's ground", "MALE, May 3 - Sudanese troops attacked rebels near Bangui on Monday.", "ASSAULT", "SDN -> CAF"},
		{"rebels among other parties", "MALE, May 3 - Rebels kidnapped a Danish nurse and a Norwegian doctor on Monday.", "ASSAULT", "--- -> DNK,NOR"},
		{"rebels who answer", "MALE, May 3 - Sudanese government troops attacked a rebel camp on Monday. The rebels vowed revenge.", "THREATEN", "SDN -> SDN"},
		{"a deed told by its author's word", "MALE, May 3 - Iran and Armenia exchanged prisoners on Saturday. The Iranian ambassador praised Armenian officials. Chad criticised the exchange.", "ACCUSE", "TCD -> IRN,ARM"},
		{"the toll of a fight", "MALE, May 3 - Kyrgyz and Tajik border guards exchanged fire on Thursday. Two Kyrgyz soldiers were wounded.", "ASSAULT", "KGZ,TJK -> "},
		{"a thing told of with its owner", "MALE, May 3 - A Turkish freighter left Benghazi on Monday. It rained. Libya seized the freighter on Tuesday.", "COERCE", "LBY -> TUR"},
		{"another thing", "MALE, May 3 - A Turkish freighter left Benghazi on Monday. It rained. Libya seized a Danish trawler on Tuesday.", "COERCE", "LBY -> DNK"},
		{"an apposition before the subject", "MALE, May 3 - Backed by its allies, namely Chad and Mali, the Togolese government condemned Peru.", "ACCUSE", "TGO -> PER"},
		{"with somebody's collaboration", "MALE, May 3 - Togo, in collaboration with Mali, condemned Peru.", "ACCUSE", "TGO,MLI -> PER"},
		{"mediated by", "MALE, May 3 - Delegations from Eritrea and Djibouti held talks in Geneva, mediated by Switzerland.", "CONSULT", "ERI,DJI,CHE -> "},
		{"in the chair", "MALE, May 3 - The Eritrean and Djiboutian foreign ministers held talks in Cairo with Egypt's president in the chair.", "CONSULT", "ERI,DJI,EGY -> "},
		{"a chairman is a guest", "MALE, May 3 - The president of Djibouti met the chairman of Egypt's parliament in Cairo.", "CONSULT", "DJI -> EGY"},
		{"a quarrel inside a state", "BOGOTA, May 3 - Colombian rebels attacked an army post on Monday. The Colombian government vowed to retaliate.", "THREATEN", "COL -> COL"},
		{"a quarrel with another state goes on", "BOGOTA, May 3 - Colombian police arrested two Peruvian envoys on Monday. The Colombian government vowed to retaliate.", "THREATEN", "COL -> PER"},
		{"both, without the subject", "MALE, May 3 - Algeria and Morocco sent tents to Tunisia. Tunis thanked both countries.", "SUPPORT", "TUN -> DZA,MAR"},
		{"both, of two who speak", "MALE, May 3 - Colombia accused Venezuela of spying on Monday. Brazil and Chile urged restraint on both governments.", "REQUEST", "BRA,CHL -> COL,VEN"},
		{"met for talks", "MALE, May 3 - Egypt's foreign minister met his Sudanese colleague in Geneva for talks on a dam.", "CONSULT", "EGY,SDN -> "},
		{"aid for somebody", "MALE, May 3 - The Danish parliament approved 400 million dollars in aid for Jordan.", "AGREE", "DNK -> JOR"},
		{"a paper signed by both", "MALE, May 3 - Kazakhstan extradited two bankers to Lithuania on Monday under a treaty signed last year.", "SUPPORT", "KAZ,LTU -> "},
		{"a paper that one side ends", "MALE, May 3 - Peru cancelled a security agreement with Chad that had been signed in March.", "SUPPORT", "TCD,PER -> "},
		{"a measure that others back", "MALE, May 3 - Norway froze the assets of four Belarusian officials on Friday. Minsk vowed to retaliate. Sweden and Denmark backed the sanctions.", "SUPPORT", "SWE,DNK -> NOR"},
		{"they who met", "MALE, May 3 - Mexico's foreign minister flew to Havana on Tuesday and met President Julio Pardo. They signed an agreement on doctors.", "SUPPORT", "MEX,CUB -> "},
	} {
		if got := ends(t, c, x.text, x.event); got != x.want {
			t.Errorf("%s: %s is %s, want %s", x.name, x.event, got, x.want)
		}
	}
}
