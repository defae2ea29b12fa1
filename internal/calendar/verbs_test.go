package calendar

import "testing"

func TestVerbs(t *testing.T) {
	v, err := loadVerbs()
	if err != nil {
		t.Fatal(err)
	}
	for lemma, in := range map[string]map[string]bool{"deny": v.deny, "end": v.end, "invite": v.invite, "cut": v.same} {
		if !in[lemma] {
			t.Errorf("%q has lost its class", lemma)
		}
	}
	if v.same["sign"] || v.deny["say"] {
		t.Error("a verb is of a class that is not its own")
	}
}
