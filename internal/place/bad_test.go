package place

import (
	"strings"
	"testing"
	"time"

	"dyad/internal/language"
)

// chain makes one sentence of words that all hang by its second one, or each by the next, with relations taken in turn.
func chain(words []string, rels []string, flat bool) language.Sentence {
	var s language.Sentence
	pos := 0
	for i, w := range words {
		head := i + 1
		if flat {
			head = 1
		}
		if i == 1 && flat || head >= len(words) {
			head = -1
		}
		tag := "PROPN"
		if w[0] >= 'a' && w[0] <= 'z' {
			tag = "NOUN"
		}
		s.Tokens = append(s.Tokens, language.Token{Start: pos, End: pos + len(w), Form: w, Lemma: w, UPOS: tag, Rel: rels[i%len(rels)], Head: head})
		pos += len(w) + 1
	}
	s.End = pos
	return s
}

// TestLocateLinear asks for the place of an act in one sentence of names and descriptions, and in one sixteen times as long.
func TestLocateLinear(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []string{"Kano Lima Oslo Cyprus", "the island where the capital which Cyprus", "here there when the city of Kano"} {
		for _, flat := range []bool{true, false} {
			took := func(n int) time.Duration {
				words := strings.Fields(strings.Repeat(unit+" ", n))
				text := strings.Join(words, " ")
				sents := []language.Sentence{chain(words, []string{"obl", "nmod", "advcl", "conj", "obj", "acl:relcl"}, flat)}
				report := Report{Sentences: sents, Places: g.Find(text, sents), Dateline: "Kano"}
				best := time.Hour
				for range 3 {
					start := time.Now()
					for _, event := range []string{"ASSAULT", "AGREE", "ACCUSE"} {
						Locate(report, Act{Head: 0, Event: event})
						Locate(report, Act{Head: 1, Event: event})
					}
					best = min(best, time.Since(start))
				}
				return best
			}
			if short, long := took(150), took(2400); long > 80*short+50*time.Millisecond {
				t.Errorf("%s: sixteen times the sentence took %v, not %v: Locate is not linear", unit, long, short)
			}
		}
	}
}

// TestBad reads what is no report: names without end, a name of three hundred words, no parse.
func TestBad(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"names":   strings.Repeat("Kano ", 10000),
		"long":    "in " + strings.Repeat("Santa Maria de la ", 75) + "Paz",
		"hyphens": "in " + strings.Repeat("New York-", 3000),
		"the":     strings.Repeat("the ", 3000) + "Golan",
		"empty":   "",
	} {
		sents := plain(text)
		for i := range sents {
			for k := range sents[i].Tokens {
				sents[i].Tokens[k].UPOS, sents[i].Tokens[k].Rel = "", ""
			}
		}
		report := Report{Sentences: sents, Places: g.Find(text, sents), Dateline: strings.Repeat("x", 5000)}
		for _, act := range []Act{{0, 0, "ASSAULT", "", nil}, {0, -1, "", "", nil}, {5, 3, "CONSULT", "", nil}, {-1, 0, "AGREE", "future", nil}, {0, 1 << 30, "COERCE", "", nil}, {0, 0, "AGREE", "", &Share{-5, 1 << 30, 1 << 30, -3, 1 << 30}}} {
			if locs := Locate(report, act); len(locs) > 0 {
				t.Errorf("%s: %v is placed without a parse: %+v", name, act, locs)
			}
		}
	}
}

// FuzzSame compares any two names: nothing may panic, the order is of no account, and a name is the same as itself.
func FuzzSame(f *testing.F) {
	f.Add("Peking:CHN", "Beijing:CHN")
	f.Add("Chinese capital:CHN", "Beijing")
	f.Add("St George's:GRD", "St. George’s:GRD")
	g, err := Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if g.Same(a, b) != g.Same(b, a) || !g.Same(a, a) {
			t.Fatalf("%q, %q", a, b)
		}
	})
}

func TestSame(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Peking:CHN", "Beijing:CHN", true},
		{"Kiev:UKR", "Kyiv:UKR", true},
		{"St George's:GRD", "St. George's:GRD", true},
		{"San José:CRI", "San Jose:CRI", true},
		{"Chinese capital:CHN", "Beijing:CHN", true},
		{"Aouzou strip:TCD", "Aouzou:TCD", true},
		{"East Germany:DDR", "German Democratic Republic:DDR", true},
		{"White House:USA", "Washington:USA", false},
		{"Paris:FRA", "Paris:USA", false},
		{"Chinese capital:CHN", "Shanghai:CHN", false},
		{"Nowhere:ZMB", "nowhere:ZMB", true},
		{"Nowhere:ZMB", "Elsewhere:ZMB", false},
		{"Georgia:GEO", "Georgia:USA", false},
	} {
		if got := g.Same(c.a, c.b); got != c.want {
			t.Errorf("Same(%s, %s) = %v", c.a, c.b, got)
		}
	}
}
