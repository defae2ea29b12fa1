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
	for _, c := range []struct{ text, verb, want string }{
		{"Russian bombers flew from Hamadan to strike in Syria on Monday.", "flew", "Hamadan origin, Syria target"},
		{"Russian bombers flew from Hamadan to bomb Aleppo.", "flew", "Hamadan origin, Aleppo target"},
		{"The council approved money to fight rebels in Chad.", "approved", ""},
		{"The minister flew from Oslo to meet the king in Riga.", "flew", "Oslo origin"},
	} {
		sents := model.Parse(c.text)
		head := -1
		for i, tok := range sents[0].Tokens {
			if tok.Form == c.verb {
				head = i
			}
		}
		var got []string
		for _, l := range Locate(Report{Sentences: sents, Places: g.Find(c.text, sents)}, Act{Head: head, Event: "MOBILIZE"}) {
			got = append(got, l.Name+" "+l.Role)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q: got %s, want %s", c.text, s, c.want)
		}
	}
}
