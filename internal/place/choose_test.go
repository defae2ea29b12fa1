package place

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dyad/internal/language"
)

// plain cuts a text of words, marks set apart by blanks, into sentences of nouns; the words stand in no relation.
func plain(text string) []language.Sentence {
	var sents []language.Sentence
	var s language.Sentence
	pos := 0
	for w := range strings.FieldsSeq(text) {
		k := strings.Index(text[pos:], w) + pos
		pos = k + len(w)
		tag := "NOUN"
		if w[0] >= 'A' && w[0] <= 'Z' {
			tag = "PROPN"
		}
		s.Tokens = append(s.Tokens, language.Token{Start: k, End: pos, Form: w, UPOS: tag, Rel: "dep", Head: -1})
		if w == "." {
			sents = append(sents, s)
			s = language.Sentence{}
		}
	}
	return append(sents, s)
}

func TestChoose(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		// what stands behind the name
		{"a fire in Paris , Texas , on Monday", "Paris USA;Texas USA"},
		{"a fire in Paris on Monday", "Paris FRA"},
		{"a plant in Lebanon , Pennsylvania .", "Lebanon USA;Pennsylvania USA"},
		{"the army of Lebanon said", "Lebanon LBN"},
		{"voters in Atlanta , Georgia , were", "Atlanta USA;Georgia USA"},
		{"voters in Tbilisi , Georgia , were", "Tbilisi GEO;Georgia GEO"},
		{"a lecture in Cambridge , Massachusetts , on", "Cambridge USA;Massachusetts USA"},
		{"a lecture in Cambridge on", "Cambridge GBR"},
		{"a court in San Jose , Costa Rica , ruled", "San Jose CRI;Costa Rica CRI"},
		{"a court in San Jose , California , ruled", "San Jose USA;California USA"},
		{"a mosque in Hyderabad , Pakistan , was", "Hyderabad PAK;Pakistan PAK"},
		{"a mosque in Hyderabad was", "Hyderabad IND"},
		{"shots in Tripoli in northern Lebanon", "Tripoli LBN;North Lebanon LBN"},
		{"shots in Tripoli , in the north of Lebanon", "Tripoli LBN;Lebanon LBN"},
		{"shots in Tripoli", "Tripoli LBY"},
		{"a base in Georgetown in Guyana", "Georgetown GUY;Guyana GUY"},
		{"police in Moscow , Idaho .", "Moscow USA;Idaho USA"},
		{"the port of Seattle , Washington .", "Seattle USA;Washington state USA"},
		// a town that no table has
		{"a strike in Warsaw , Indiana , ended", "Warsaw USA;Indiana USA"},
		{"a strike in Warsaw , Indiana and Ohio ended", "Warsaw POL;Indiana USA;Ohio USA"},
		{"visits to Lebanon , Pennsylvania , and Ohio", "Lebanon USA;Pennsylvania USA;Ohio USA"},
		{"fighting in Idlib , Aleppo and Homs", "Idlib SYR;Aleppo SYR;Homs SYR"},
		{"talks in Vienna , Geneva .", "Vienna AUT;Geneva CHE"},
		// what else the text names
		{"the port of Karachi . the mosque in Hyderabad", "Karachi PAK;Hyderabad PAK"},
		{"the port of Mumbai . the mosque in Hyderabad", "Mumbai IND;Hyderabad IND"},
		{"floods in Savannah . the governor of Georgia", "Savannah USA;Georgia USA"},
		{"the president of Georgia in Tbilisi . floods in Savannah", "Georgia GEO;Tbilisi GEO;Savannah USA"},
		{"troops from the United States in Georgia", "United States USA;Georgia GEO"},
		{"farmers in Punjab . a court in Lahore", "Punjab PAK;Lahore PAK"},
		{"farmers in Punjab . a court in Ludhiana", "Punjab IND;Ludhiana IND"},
		{"a hotel in Valencia . a march in Caracas", "Valencia VEN;Caracas VEN"},
		{"the White House and the Pentagon . talks in Moscow , Paris , Berlin", "White House USA;Pentagon USA;Moscow RUS;Paris FRA;Berlin DEU"},
		{"from Ottawa to London", "Ottawa CAN;London GBR"},
		{"a fire in Paris , Texas , on Monday . the mayor of Paris", "Paris USA;Texas USA;Paris USA"},
		{"the mayor of Lebanon . a fire in Lebanon , Pennsylvania .", "Lebanon USA;Lebanon USA;Pennsylvania USA"},
		{"the president of Georgia in Atlanta , Georgia . home to Tbilisi in Georgia", "Georgia GEO;Atlanta USA;Georgia USA;Tbilisi GEO;Georgia GEO"},
		// today's names and yesterday's
		{"from Astana to Nur-Sultan", "Astana KAZ;Astana KAZ"},
		{"from Kiev to Kyiv", "Kyiv UKR;Kyiv UKR"},
		{"from Saigon to Yalta", "Ho Chi Minh City VNM;Yalta UKR"},
		{"from Pristina to Sukhumi and Nuuk", "Pristina KOS;Sukhumi GEO;Nuuk DNK"},
	} {
		var got []string
		for _, p := range g.Find(c.text, plain(c.text)) {
			got = append(got, p.Name+" "+p.Code)
		}
		if !slices.Equal(got, strings.Split(c.want, ";")) {
			t.Errorf("%s: got %q, want %s", c.text, got, c.want)
		}
	}
}

// TestUser checks that a name of the user's table means the user's place, whatever the text names.
func TestUser(t *testing.T) {
	g, err := With(File{"mine.tsv", strings.NewReader("name\tstate\tlat\tlon\tregion\tnames\tprecision\nHyderabad\tBRA\t-10\t-50\t\t\tcity\n")})
	if err != nil {
		t.Fatal(err)
	}
	text := "a mosque in Hyderabad , Pakistan , was"
	if got := g.Find(text, plain(text)); len(got) != 2 || got[0].Code != "BRA" {
		t.Errorf("%+v", got)
	}
}

func TestWithin(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		place, region, want string
		ok                  bool
	}{
		{"Lebanon", "Pennsylvania", "USA", true},
		{"Georgia", "Russia", "", false}, // two states of a list
		{"Hyderabad", "Pakistan", "PAK", true},
		{"Nowhere", "Zambia", "ZMB", true},
		{"Nowhere", "Nowhere", "", false},
		{"Tripoli", "Mediterranean", "", false},
		{"Atlanta", "Georgia", "USA", true},
		{"Jordan", "Montana", "USA", true},
	} {
		if got, ok := g.Within(c.place, c.region); got != c.want || ok != c.ok {
			t.Errorf("Within(%s, %s) = %q, %v; want %q, %v", c.place, c.region, got, ok, c.want, c.ok)
		}
	}
	for place, want := range map[string]string{"Hyderabad, Pakistan": "PAK", "Hyderabad": "IND", "Georgia": "", "Lebanon, Pennsylvania": "USA", "Tripoli, Lebanon": "LBN"} {
		if got := g.State(place); got != want {
			t.Errorf("State(%s) = %q, want %q", place, got, want)
		}
	}
}

// TestFindLinear reads a text full of ambiguous names and one sixteen times as long: the time may grow about as
// much (it would grow by 256 if it were quadratic).
func TestFindLinear(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	took := func(n int) time.Duration {
		text := strings.Repeat("Tripoli , Georgia in San - Jose , New York , ", n)
		sents := plain(text)
		best := time.Hour
		for range 3 {
			start := time.Now()
			g.Find(text, sents)
			best = min(best, time.Since(start))
		}
		return best
	}
	if short, long := took(2000), took(32000); long > 70*short {
		t.Errorf("sixteen times the text took %v, not %v: Find is not linear", long, short)
	}
}

// FuzzWithin asks for any name in any region: nothing may panic, and a state that is told has a code.
func FuzzWithin(f *testing.F) {
	f.Add("Lebanon", "Pennsylvania")
	f.Add("Congo-", "'s,")
	g, err := Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, place, region string) {
		if state, ok := g.Within(place, region); ok != (len(state) == 3) {
			t.Fatalf("%q, %v", state, ok)
		}
		g.State(place + "," + region)
	})
}
