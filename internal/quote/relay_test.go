package quote

import (
	"testing"

	"dyad/internal/language"
)

// Who is quoted speaks, not the medium that quotes him.
func TestRelayed(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"A Latvian minister was quoted by the Baltic Wire as saying that Estonia had rejected the plan.": "A Latvian minister",
		"The Baltic Wire quoted a Latvian minister as saying that Estonia had rejected the plan.":        "a Latvian minister",
		"State radio cited the minister as saying that Estonia had rejected the plan.":                   "the minister",
		"A minister said that Estonia had rejected the plan.":                                            "A minister",
		"The Baltic Wire reported that Estonia had rejected the plan.":                                   "The Baltic Wire",
	} {
		quotes := Find(text, model.Parse(text), nil)
		if len(quotes) != 1 || quotes[0].Speaker == nil || quotes[0].Speaker.Text != want {
			t.Errorf("%q: %+v, want one quote by %q", text, quotes, want)
		}
	}
}
