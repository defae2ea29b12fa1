package relation

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/language"
)

// fixture makes a sentence from lines "form lemma upos xpos head rel" with 1-based heads, 0 for the root, and a mention
// for every word marked with a country code at the end of its line: "Chad Chad PROPN NNP 2 nsubj TCD".
func fixture(lines string) (language.Sentence, []actor.Mention) {
	var s language.Sentence
	var mentions []actor.Mention
	at := 0
	for line := range strings.Lines(lines) {
		f := strings.Fields(line)
		if len(f) < 6 {
			continue
		}
		var head int
		fmt.Sscan(f[4], &head)
		i := len(s.Tokens)
		s.Tokens = append(s.Tokens, language.Token{Start: at, End: at + len(f[0]), Form: f[0], Lemma: f[1], UPOS: f[2], XPOS: f[3], Head: head - 1, Rel: f[5]})
		if len(f) > 6 {
			m := actor.Mention{First: i, End: i + 1, Head: i, Start: at, Stop: at + len(f[0]), Place: strings.HasSuffix(f[6], "!"), Antecedent: -1}
			code := strings.TrimSuffix(f[6], "!")
			code, sector, _ := strings.Cut(code, ":")
			if sector == "" {
				sector = "GOV"
			}
			m.Entities = []event.Entity{{Text: f[0], Code: &code, Sector: []string{sector}}}
			mentions = append(mentions, m)
		}
		at += len(f[0]) + 1
	}
	s.End = at
	return s, mentions
}

// The trees are drawn by hand after Universal Dependencies, so that the rules are tested apart from the parser.
func TestHandmadeTrees(t *testing.T) {
	l := lexicon(t)
	for _, c := range []struct{ name, tree, want string }{
		{"active", `
			Chad Chad PROPN NNP 2 nsubj TCD
			expelled expel VERB VBD 0 root
			Malta's Malta PROPN NNP 4 nmod:poss MLT
			envoy envoy NOUN NN 2 obj
			. . PUNCT . 2 punct`, "SANCTION expel [0] [1]"},
		{"passive with agent", `
			Malta Malta PROPN NNP 3 nsubj:pass MLT
			was be AUX VBD 3 aux:pass
			condemned condemn VERB VBN 0 root
			by by ADP IN 5 case
			Chad Chad PROPN NNP 3 obl:agent TCD
			. . PUNCT . 3 punct`, "ACCUSE disapprove [1] [0]"},
		{"operator and content", `
			Chad Chad PROPN NNP 2 nsubj TCD
			refused refuse VERB VBD 0 root
			to to PART TO 4 mark
			release release VERB VB 2 xcomp
			Malta's Malta PROPN NNP 6 nmod:poss MLT
			sailors sailor NOUN NNS 4 obj
			. . PUNCT . 2 punct`, "REJECT yield [0] [1]"},
		{"control", `
			Chad Chad PROPN NNP 2 nsubj TCD
			urged urge VERB VBD 0 root
			Malta Malta PROPN NNP 2 obj MLT
			to to PART TO 5 mark
			free free VERB VB 2 xcomp
			sailors sailor NOUN NNS 5 obj
			. . PUNCT . 2 punct`, "REQUEST yield [0] [1]"},
		{"light verb, symmetric", `
			Chad Chad PROPN NNP 2 nsubj TCD
			held hold VERB VBD 0 root
			talks talk NOUN NNS 2 obj
			with with ADP IN 5 case
			Malta Malta PROPN NNP 3 nmod MLT
			. . PUNCT . 2 punct`, "CONSULT  [0 1] []"},
		{"reversed light verb", `
			Malta Malta PROPN NNP 2 nsubj MLT
			drew draw VERB VBD 0 root
			criticism criticism NOUN NN 2 obj
			from from ADP IN 5 case
			Chad Chad PROPN NNP 3 nmod TCD
			. . PUNCT . 2 punct`, "ACCUSE disapprove [1] [0]"},
		{"shared subject", `
			Chad Chad PROPN NNP 2 nsubj TCD
			recalled recall VERB VBD 0 root
			its its PRON PRP$ 4 nmod:poss
			envoy envoy NOUN NN 2 obj
			and and CCONJ CC 6 cc
			condemned condemn VERB VBD 2 conj
			Malta Malta PROPN NNP 6 obj MLT
			. . PUNCT . 2 punct`, "SANCTION withdraw [0] []; ACCUSE disapprove [0] [1]"},
		{"relative clause", `
			The the DET DT 2 det
			accord accord NOUN NN 6 nsubj
			that that PRON WDT 5 obj
			Chad Chad PROPN NNP 5 nsubj TCD
			signed sign VERB VBD 2 acl:relcl
			lapsed lapse VERB VBD 0 root
			. . PUNCT . 6 punct`, "SUPPORT  [0] []"},
		{"future", `
			Chad Chad PROPN NNP 3 nsubj TCD
			will will AUX MD 3 aux
			recognise recognise VERB VB 0 root
			Malta Malta PROPN NNP 3 obj MLT
			. . PUNCT . 3 punct`, "AGREE future [0] [1]"},
		{"planned harm", `
			Chad Chad PROPN NNP 3 nsubj TCD
			will will AUX MD 3 aux
			attack attack VERB VB 0 root
			Malta Malta PROPN NNP 3 obj MLT
			. . PUNCT . 3 punct`, "THREATEN violence future [0] [1]"},
		{"negation", `
			Chad Chad PROPN NNP 4 nsubj TCD
			did do AUX VBD 4 aux
			not not PART RB 4 advmod
			attack attack VERB VB 0 root
			Malta Malta PROPN NNP 4 obj MLT
			. . PUNCT . 4 punct`, "ASSAULT negation [0] [1]"},
		{"declared refusal", `
			Chad Chad PROPN NNP 4 nsubj TCD
			will will AUX MD 4 aux
			not not PART RB 4 advmod
			help help VERB VB 0 root
			Malta Malta PROPN NNP 4 obj MLT
			. . PUNCT . 4 punct`, "REJECT assist [0] [1]"},
		{"garden path", `
			Chad's Chad PROPN NNP 2 nmod:poss TCD
			ministry ministry NOUN NN 0 root
			summoned summon VERB VBN 2 acl
			Malta's Malta PROPN NNP 5 nmod:poss MLT
			ambassador ambassador NOUN NN 3 obj
			. . PUNCT . 2 punct`, "ACCUSE disapprove [0] [1]"},
		{"purpose", `
			Chad Chad PROPN NNP 2 nsubj TCD
			voted vote VERB VBD 0 root
			to to PART TO 4 mark
			condemn condemn VERB VB 2 advcl
			Malta Malta PROPN NNP 4 obj MLT
			. . PUNCT . 2 punct`, ""},
		{"visit at home of one party", `
			Chad Chad PROPN NNP 2 nsubj TCD
			met meet VERB VBD 0 root
			Malta Malta PROPN NNP 2 obj MLT
			in in ADP IN 5 case
			Valletta Valletta PROPN NNP 2 obl MLT!
			. . PUNCT . 2 punct`, "CONSULT visit [0] [1]"},
		{"neutral ground", `
			Chad Chad PROPN NNP 2 nsubj TCD
			met meet VERB VBD 0 root
			Malta Malta PROPN NNP 2 obj MLT
			in in ADP IN 5 case
			Oslo Oslo PROPN NNP 2 obl NOR!
			. . PUNCT . 2 punct`, "CONSULT third-party [0 1] []"},
		{"nobody named", `
			The the DET DT 2 det
			mayor mayor NOUN NN 4 nsubj:pass MLT
			was be AUX VBD 4 aux:pass
			assassinated assassinate VERB VBN 0 root
			. . PUNCT . 4 punct`, "ASSAULT targeted [] [0] UNK"},
	} {
		s, m := fixture(c.tree)
		var got []string
		for _, x := range l.Find("", []language.Sentence{s}, m) {
			if x.Rejected == "" {
				got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %v %v %s", x.Event, strings.TrimSpace(strings.Join(x.Mode, ",")+" "+x.Aux), x.Actor, x.Recipient, x.Agent)))
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, strings.Join(got, "; "), c.want)
		}
	}
}

// Sentences that make no row, each for its own reason; all invented.
func TestNoEvents(t *testing.T) {
	w := open(t)
	for _, s := range []string{
		"Analysts expect Norway to recognise the island next year.",
		"The minister said that the economy of Chile had grown.",
		"Iceland refused to sanction Fiji.",
		"Kenya wants to join the customs union.",
		"Peru is able to attack Chile.",
		"The Iran nuclear deal is a long document.",
		"Demand for Kenyan tea rose in Malta.",
		"Togo must recognise Benin.",
		"Relations between Chile and Peru are tense.",
	} {
		for _, c := range w.read(s).found {
			if c.Rejected == "" {
				t.Errorf("%s: %v (%s)", s, c, c.Rule)
			}
		}
	}
}

// The whole way from a sentence; all invented.
func TestSentences(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ sentence, want string }{
		{"Norway expelled three Chadian diplomats on Monday.", "SANCTION expel  | NOR | TCD"},
		{"Kenya and Uganda signed a border treaty.", "SUPPORT   | KEN UGA | "},
		{"Chile will send doctors to Haiti.", "AGREE  future | CHL | HTI"},
		{"Fiji refused to extradite the banker to Tonga.", "REJECT assist  | FJI | TON"},
		{"Peru accused Chile of shelling a village.", "ACCUSE allege  | PER | CHL"},
		{"Ghana urged Togo to release the fishermen.", "REQUEST yield  | GHA | TGO"},
		{"Iceland lifted its embargo on Ireland.", "RETREAT   | ISL | IRL"},
		{"Mexico agreed to meet with Cuba.", "AGREE   | MEX | CUB"},
		{"Angola threatened to attack Zambia.", "THREATEN violence  | AGO | ZMB"},
		{"Kenya denied having attacked Tunisia.", "ASSAULT  negation | KEN | TUN"},
		{"Sweden severed diplomatic ties with Nepal.", "SANCTION discontinue  | SWE | NPL"},
		{"Jordan has been helping Yemen.", "AID   ongoing | JOR | YEM"},
		{"Laos might recognise Kosovo.", "SUPPORT  hypothetical | LAO | KOS"},
	} {
		r := w.read(c.sentence)
		var got []string
		for _, x := range r.found {
			if x.Rejected == "" {
				row := r.row(x)
				aux := row.aux
				if x.Ongoing {
					aux += " ongoing"
				}
				got = append(got, fmt.Sprintf("%s %s %s | %s | %s", row.event, strings.Join(row.mode, ","), aux, countries(row.actor), countries(row.recipient)))
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.sentence, strings.Join(got, "; "), c.want)
		}
	}
}

// Any heads and relations, with cycles and without a root: no panic, an end, the same answer twice.
func TestBrokenParses(t *testing.T) {
	l := lexicon(t)
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"attack VERB VBD", "refuse VERB VBD", "to PART TO", "sign VERB VBN", "treaty NOUN NN", "talk NOUN NNS", "with ADP IN", "Chad PROPN NNP", "by ADP IN", "hold VERB VBD", "visit NOUN NN", "which PRON WDT", "Tuesday PROPN NNP", ". PUNCT ."}
	rels := []string{"nsubj", "nsubj:pass", "obj", "obl", "xcomp", "ccomp", "conj", "acl", "acl:relcl", "advcl", "case", "mark", "compound", "flat", "root", "aux", "parataxis", "nmod", "appos"}
	for n := range 400 {
		size := 1 + random.IntN(30)
		if n == 0 {
			size = 4000
		}
		var s language.Sentence
		var mentions []actor.Mention
		for i := range size {
			f := strings.Fields(words[random.IntN(len(words))])
			s.Tokens = append(s.Tokens, language.Token{Form: f[0], Lemma: f[0], UPOS: f[1], XPOS: f[2], Head: random.IntN(size+2) - 1, Rel: rels[random.IntN(len(rels))]})
			if f[0] == "Chad" {
				code := "TCD"
				mentions = append(mentions, actor.Mention{First: max(0, i-1), End: i + 1, Head: i, Place: true, Antecedent: -1, Entities: []event.Entity{{Code: &code, Sector: []string{"GOV"}}}})
			}
		}
		start := time.Now()
		first := l.Find("", []language.Sentence{s}, mentions)
		if d := time.Since(start); d > 5*time.Second {
			t.Fatalf("%d words took %v", size, d)
		}
		if second := l.Find("", []language.Sentence{s}, mentions); !reflect.DeepEqual(first, second) {
			t.Fatal("the same sentence was read in two ways")
		}
		for _, c := range first {
			if len(c.Predicate) == 0 || c.Score < 0 || c.Score > 1 || c.Rejected == "" && c.Event == "" {
				t.Fatalf("not a candidate: %+v", c)
			}
		}
	}
	if got := l.Find("", []language.Sentence{{}}, nil); len(got) != 0 {
		t.Error("an empty sentence has candidates")
	}
}

// BenchmarkFind measures the reading of parsed sentences whose mentions are known, by the rules alone and with the models.
func BenchmarkFind(b *testing.B) {
	w := open(b)
	r := w.read(strings.Repeat("Norway expelled three Chadian diplomats on Monday after talks with Malta on fishing rights broke down. Fiji refused to extradite the banker, whom Tonga accuses of fraud. ", 20))
	whole, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	for name, l := range map[string]*Lexicon{"rules": w.lex, "models": whole} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				l.Find("", r.sents, r.mentions)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(len(r.sents)), "µs/sentence")
		})
	}
}
