package actor

import (
	"strings"
	"testing"
)

// Somebody whose trade or title contradicts an office is not its holder, nor is one whose surname stands alone where nothing is
// of politics.
func TestContradictions(t *testing.T) {
	for text, want := range map[string]string{
		"Footballer Tony Blair criticised the league.":                     "---:CVL Tony Blair",
		"Judge Chirac adjourned the trial.":                                "---:JUD Chirac",
		"Governor Bush criticised the court of Florida.":                   "---:GOV Bush",
		"Colonel Blair was killed.":                                        "---:MIL Blair",
		"Fischer won the 100 metres in Doha.":                              "---: Fischer",
		"Frattini won the 100 metres in Doha.":                             "---: Frattini",
		"Prime Minister Berlusconi left Doha.":                             "ITA:GOV Silvio Berlusconi",
		"Berlusconi won the vote. The Italian parliament sits until noon.": "ITA:GOV Silvio Berlusconi",
		"Berlusconi and Chirac met in Doha.":                               "ITA:GOV Silvio Berlusconi",
		"Colonel Gaddafi left Doha.":                                       "LBY:GOV Muammar Gaddafi",
		"Boxer Amir Khan left Doha.":                                       "---:CVL Amir Khan",
		"Nurse Odette Saint-Vilus left Doha.":                              "---:MED Odette Saint-Vilus",
	} {
		found := who(t, text)
		var got []string
		ok := false
		for _, g := range found {
			got = append(got, g)
			ok = ok || g == want
		}
		if !ok {
			t.Errorf("%s got %s, want %s", text, strings.Join(got, " | "), want)
		}
	}
}
