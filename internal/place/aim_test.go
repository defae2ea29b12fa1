package place

import (
	"strings"
	"testing"

	"dyad/internal/language"
)

// What a flight was for has its place beside where it began; what is only spoken of has none.
func TestAimed(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, verb, event, want string }{
		{"Russian bombers flew from Hamadan to strike in Syria on Monday.", "flew", "MOBILIZE", "Hamadan origin, Syria target"},
		{"Russian bombers flew from Hamadan to bomb Aleppo.", "flew", "MOBILIZE", "Hamadan origin, Aleppo target"},
		{"The council approved money to fight rebels in Chad.", "approved", "MOBILIZE", ""},
		{"Russian bombers took off from Hamadan and struck targets in Syria.", "struck", "ASSAULT", "Hamadan origin, Syria place"},
		{"Two gunmen slipped into Oslo to kill the envoy.", "kill", "ASSAULT", "Oslo place"},
		{"The minister flew from Oslo to meet the king in Riga.", "flew", "MOBILIZE", "Oslo origin"},
	} {
		sents := model.Parse(c.text)
		head := -1
		for i, tok := range sents[0].Tokens {
			if tok.Form == c.verb {
				head = i
			}
		}
		var got []string
		for _, l := range Locate(Report{Sentences: sents, Places: g.Find(c.text, sents)}, Act{Head: head, Event: c.event}) {
			got = append(got, l.Name+" "+l.Role)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q: got %s, want %s", c.text, s, c.want)
		}
	}
}
