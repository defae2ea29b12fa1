package place

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dyad/internal/language"
)

// sentence reads tokens "form|UPOS|relation|head" or "form|UPOS|relation|head|lemma", the head 1-based and 0 for the root.
func sentence(t testing.TB, line string) (string, []language.Sentence) {
	t.Helper()
	var text strings.Builder
	var s language.Sentence
	for _, w := range strings.Fields(line) {
		f := strings.Split(w, "|")
		if len(f) == 4 {
			f = append(f, strings.ToLower(f[0]))
		}
		if len(f) != 5 {
			t.Fatalf("token %q: expected form|UPOS|relation|head, and the lemma if it is another word", w)
		}
		var head int
		if _, err := fmt.Sscan(f[3], &head); err != nil {
			t.Fatal(err)
		}
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		start := text.Len()
		text.WriteString(f[0])
		s.Tokens = append(s.Tokens, language.Token{
			Start: start, End: text.Len(), Form: f[0], Lemma: f[4], UPOS: f[1], Rel: f[2], Head: head - 1,
		})
	}
	s.End = text.Len()
	return text.String(), []language.Sentence{s}
}

func TestLocate(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		parse     string
		predicate string
		want      []string
	}{
		{"Envoys|NOUN|nsubj|2 met|VERB|root|0 in|ADP|case|4 Oslo|PROPN|obl|2", "met", []string{"Oslo NOR place"}},
		{"Jets|NOUN|nsubj|2 shelled|VERB|root|0 Aleppo|PROPN|obj|2", "shelled", []string{"Aleppo SYR target"}},
		{
			"They|PRON|nsubj|2 marched|VERB|root|0 from|ADP|case|4 Kano|PROPN|obl|2 to|ADP|case|6 Abuja|PROPN|obl|2", "marched",
			[]string{"Kano NGA origin", "Abuja NGA place"},
		},
		{"Oslo|PROPN|nsubj|2 urged|VERB|root|0 Rome|PROPN|obj|2 to|PART|mark|5 help|VERB|xcomp|2 Malta|PROPN|obj|5", "urged", nil},
		{"They|PRON|nsubj|2 held|VERB|root|0 talks|NOUN|obj|2 in|ADP|case|5 Geneva|PROPN|obl|2", "talks", []string{"Geneva CHE place"}},
		{
			"He|PRON|nsubj:pass|3 was|AUX|aux:pass|3 killed|VERB|root|0 in|ADP|case|6 a|DET|det|6 raid|NOUN|obl|3 on|ADP|case|8 Homs|PROPN|nmod|6", "killed",
			[]string{"Homs SYR target"},
		},
		{"Police|NOUN|nsubj|4 in|ADP|case|3 Nairobi|PROPN|nmod|1 arrested|VERB|root|0 two|NUM|nummod|6 men|NOUN|obj|4", "arrested", []string{"Nairobi KEN place"}},
		{"It|PRON|nsubj|2 lay|VERB|root|0 in|ADP|case|5 the|DET|det|5 province|NOUN|obl|2 of|ADP|case|7 Hama|PROPN|nmod|5", "lay", []string{"Hama SYR place"}},
		{"They|PRON|nsubj|2 marched|VERB|root|0 through|ADP|case|4 Kano|PROPN|obl|2", "marched", []string{"Kano NGA place"}},
		// what only says where the place lies is not another place of the event
		{"Envoys|NOUN|nsubj|2 met|VERB|root|0 in|ADP|case|4 Paris|PROPN|obl|2 ,|PUNCT|punct|6 Texas|PROPN|appos|4", "met", []string{"Paris USA place"}},
		{"Envoys|NOUN|nsubj|2 met|VERB|root|0 in|ADP|case|4 Homs|PROPN|obl|2 in|ADP|case|6 Syria|PROPN|obl|2", "met", []string{"Homs SYR place"}},
		{"Envoys|NOUN|nsubj|2 met|VERB|root|0 in|ADP|case|4 Homs|PROPN|obl|2 ,|PUNCT|punct|6 Syria|PROPN|appos|4 and|CCONJ|cc|8 Oslo|PROPN|conj|4", "met", []string{"Homs SYR place", "Oslo NOR place"}},
		{"Sydney|PROPN|nsubj|3 Carton|PROPN|flat|1 left|VERB|root|0|leave Paris|PROPN|obj|3", "left", []string{"Paris FRA origin"}},
	} {
		text, sents := sentence(t, c.parse)
		places := g.Find(text, sents)
		i := slices.IndexFunc(sents[0].Tokens, func(k language.Token) bool { return k.Form == c.predicate })
		var got []string
		for _, l := range Locate(Report{Sentences: sents, Places: places}, Act{Head: i, Event: "CONSULT"}) {
			got = append(got, l.Name+" "+l.Code+" "+l.Role)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %s: got %q, want %q", text, c.predicate, got, c.want)
		}
	}
}

func TestFindNames(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Camp David": "USA", "Panmunjom": "KOR", "Bushehr": "IRN", "Deir ez-Zor": "SYR", "Crimea": "UKR", "São Paulo": "BRA",
		"Donetsk": "UKR", "Saint Petersburg": "RUS", "Mumbai": "IND", "Kashmir": "IND", "Nowhere-on-Sea": "",
	} {
		if got := g.State(name); got != want {
			t.Errorf("State(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestTables(t *testing.T) {
	start := time.Now()
	g, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("the gazetteer took %v to load; it should take well under 100 ms on a free machine", took)
	}
	for _, e := range g.entries {
		if !slices.Contains([]string{"country", "region", "city"}, e.precision) {
			t.Errorf("%s: precision %q is not known", e.name, e.precision)
		}
		if e.state != "" && len(e.state) != 3 {
			t.Errorf("%s: state %q has not three letters", e.name, e.state)
		}
		if (e.lat == nil) != (e.lon == nil) {
			t.Errorf("%s: half a coordinate", e.name)
		}
	}
}

// FuzzFind reads any words with any parse: nothing may panic, and every place must lie inside its sentence.
func FuzzFind(f *testing.F) {
	f.Add("Troops left Kano for New York , Tripoli , Lebanon and al - Bab", []byte{4, 2, 9})
	f.Add("Lebanon , Pennsylvania , Tripoli in northern Lebanon , Georgia , Texas and Ohio", []byte{0, 7, 1})
	f.Add("Paris , Texas", []byte{})
	f.Add("the island here where the capital of Kenya which troops invaded from Kano", []byte{3, 0, 5, 9, 11, 13})
	g, err := Default()
	if err != nil {
		f.Fatal(err)
	}
	rels := []string{"nsubj", "obj", "obl", "nmod", "case", "compound", "flat", "conj", "root", "advmod", "acl:relcl", "advcl", "xcomp", "mark", "appos", "nmod:poss", "cop"}
	tags := []string{"PROPN", "VERB", "ADP", "NOUN", "", "ADV", "PRON", "DET"}
	f.Fuzz(func(t *testing.T, line string, parse []byte) {
		var s language.Sentence
		pos := 0
		words := strings.Fields(line)
		for i, w := range words {
			b := 0
			if len(parse) > 0 {
				b = int(parse[i%len(parse)])
			}
			k := strings.Index(line[pos:], w) + pos
			pos = k + len(w)
			s.Tokens = append(s.Tokens, language.Token{
				Start: k, End: pos, Form: w, Lemma: strings.ToLower(w), UPOS: tags[b%len(tags)], Rel: rels[b%len(rels)], Head: b%(len(words)+1) - 1,
			})
		}
		places := g.Find(line, []language.Sentence{s})
		for _, p := range places {
			if p.First < 0 || p.End > len(s.Tokens) || p.First >= p.End || p.Head < p.First || p.Head >= p.End || line[p.Start:p.Location.End] != p.Text {
				t.Fatalf("%+v", p)
			}
		}
		report := Report{Sentences: []language.Sentence{s}, Places: places, Dateline: "Kano"}
		for i := range s.Tokens {
			for _, event := range []string{"AGREE", "ASSAULT", "ACCUSE", "SANCTION"} {
				for _, l := range Locate(report, Act{Head: i, Event: event}) {
					if l.Start < 0 || l.End > len(line) || l.Start > l.End || l.Role == "" {
						t.Fatalf("%+v", l)
					}
				}
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load(); err != nil {
			b.Fatal(err)
		}
	}
}

// No table of a user's makes the gazetteer panic.
func FuzzUserTable(f *testing.F) {
	f.Add("name\tstate\tlat\tlon\tregion\tnames\tprecision\nQaltown\tDNK\t12.5\t30.1\t\tQal;Q-town\tcity\n")
	f.Add("name\tstate\tlat\tlon\tregion\tnames\tprecision\nX\tDNK\t112\t30.1\t\t\tcity\n")
	f.Add("\t\n")
	f.Fuzz(func(t *testing.T, table string) {
		g, err := With(File{"mine.tsv", strings.NewReader(table)})
		if err != nil {
			return
		}
		text, s := sentence(t, "Qaltown|PROPN|root|0")
		g.Find(text, s)
	})
}
