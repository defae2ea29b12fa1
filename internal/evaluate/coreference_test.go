package evaluate

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dyad/internal/actor"
	"dyad/internal/language"
)

const goldCoreference = "testdata/coreference.conllu"

func isState(name string) bool { return name == "Chile" }

func TestReadCoreference(t *testing.T) {
	docs, err := ReadCoreference(goldCoreference)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range docs {
		b.WriteString(d.ID + " " + d.Genre + "\n")
		for _, m := range d.Mentions {
			b.WriteString(m.Chain + " " + m.Type + " " + d.Text[m.Start:m.Stop] + " / " + strings.Fields(d.Text[m.Head:])[0] + " " + m.UPOS + " " + m.Identity + "\n")
		}
	}
	const want = `lima news
3 place Chile / Chile PROPN Chile
2 person The minister of Chile / minister NOUN 
4 person a clerk / clerk NOUN 
1 person The minister of Chile and a clerk / minister NOUN 
5 place Lima / Lima. PROPN Lima
1 person They / They PRON 
2 person his / his PRON 
6 person his wife / wife NOUN 
3 place the country / country NOUN 
2 person him / him. PRON 
storm bio
1 event A storm / storm NOUN 
1 event it / it PRON 
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// refs makes references of words of a text in order: "the words/head->antecedent", the head being the first word where none is
// named, the antecedent a number of the list.
func refs(text string, words ...string) []actor.Reference {
	var list []actor.Reference
	at := 0
	for _, w := range words {
		w, to, linked := strings.Cut(w, "->") // "The minister/minister->0"
		span, head, _ := strings.Cut(w, "/")
		start := at + strings.Index(text[at:], span)
		r := actor.Reference{Start: start, Stop: start + len(span), HeadStart: start, Referent: "person", Antecedent: -1}
		if head != "" {
			r.HeadStart = start + strings.Index(span, head)
		}
		if linked {
			r.Antecedent = int(to[0] - '0')
		}
		if span == "Chile" || span == "the country" {
			r.Referent = "state"
		}
		list = append(list, r)
		if head == "" {
			at = start
		}
	}
	return list
}

// TestScoreCoreference is worked out by hand. Gold chains that count: {minister and clerk, They}, {minister, his, him},
// {Chile, the country}; the storm and the chains of one mention do not.
func TestScoreCoreference(t *testing.T) {
	docs, err := ReadCoreference(goldCoreference)
	if err != nil {
		t.Fatal(err)
	}
	d := &docs[0]
	for _, c := range []struct {
		name       string
		refs       []actor.Reference
		right      map[string]int // of 4 pronouns and 1 role noun
		found      int
		b3p, b3r   float64
		muc        Score // links right, found, gold
		ceafShared float64
	}{
		{
			"all right",
			refs(d.Text, "The minister of Chile/minister", "The minister of Chile and a clerk/minister", "Chile", "They->1", "his->0", "the country/country->2", "him->4"),
			map[string]int{"pronouns": 3, "role nouns": 1, "he, she": 2, "they": 1, "all": 4, "place": 1},
			4, 1, 1,
			Score{4, 4, 4},
			3,
		},
		{
			// They stands for the minister alone: response {minister, They, his, him}, {Chile}; him by way of his
			"a set taken for its first member, the country not found",
			refs(d.Text, "The minister of Chile/minister", "Chile", "They->0", "his->2", "him->3"),
			map[string]int{"pronouns": 1, "role nouns": 0, "he, she": 1, "they": 0, "all": 1, "place": 0},
			3,
			(3*3. + 1) / 4 / 4, (3*3./3 + 1./2) / 7,
			Score{2, 3, 4},
			6. / 7,
		},
		{"nothing", nil, map[string]int{"all": 0}, 0, 0, 0, Score{0, 0, 4}, 0},
	} {
		s := ScoreCoreference(d, c.refs, isState, nil)
		for class, n := range c.right {
			if got := s.Antecedent[class].Right; got != n {
				t.Errorf("%s: %d right of %s, want %d", c.name, got, class, n)
			}
		}
		if a := s.Antecedent["all"]; a.Gold != 4 || a.Found != c.found {
			t.Errorf("%s: %d anaphors, %d resolved, want 4 and %d", c.name, a.Gold, a.Found, c.found)
		}
		if m := s.Chains.MUC; !near(m.RecallOver, float64(c.muc.Right)) || !near(m.PrecisionUnder, float64(c.muc.Found)) || !near(m.RecallUnder, float64(c.muc.Gold)) {
			t.Errorf("%s: MUC %+v, want %+v", c.name, m, c.muc)
		}
		if b := s.Chains.B3; !near(b.Precision(), c.b3p) || !near(b.Recall(), c.b3r) {
			t.Errorf("%s: B³ P %.4f R %.4f, want P %.4f R %.4f", c.name, b.Precision(), b.Recall(), c.b3p, c.b3r)
		}
		if s.Chains.CEAF.RecallOver != c.ceafShared {
			t.Errorf("%s: CEAF likeness %.4f, want %.4f", c.name, s.Chains.CEAF.RecallOver, c.ceafShared)
		}
	}
	if s := ScoreCoreference(&docs[1], nil, isState, nil); len(s.Antecedent) > 0 || s.Chains.MUC.RecallUnder > 0 {
		t.Errorf("a storm counts: %+v", s)
	}
}

// TestCoreferenceErrors holds what is said of a broken file.
func TestCoreferenceErrors(t *testing.T) {
	good, err := os.ReadFile(goldCoreference)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"a bracket that was not opened", "Entity=4)1)", "Entity=4)7)", "coreference.conllu:11: word 7: Entity=4)7): a bracket is closed that was not opened"},
		{"too few fields", "(5-place-new-x-cf1-1-sgl-Lima)", "(5-place)", "coreference.conllu:13: word 9: Entity=(5-place): expected at least six fields"},
		{"no tree", "\tnsubj\t_\tEntity=(1-person-giv", "", "coreference.conllu:"},
	} {
		file := filepath.Join(t.TempDir(), "coreference.conllu")
		if err := os.WriteFile(file, bytes.Replace(good, []byte(c.old), []byte(c.new), 1), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadCoreference(file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := ReadCoreference("testdata/none.conllu"); err == nil {
		t.Error("a file that is not there is read")
	}
}

func TestWriteCoreference(t *testing.T) {
	var b bytes.Buffer
	none := func(string) []actor.Reference { return nil }
	if err := WriteCoreference(&b, []string{goldCoreference}, CoreferenceOptions{Genres: []string{"news"}}, none, isState); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1 documents", "| **CoNLL** | | | **0.000** (0.000–0.000) |", "| all | 4 | 0 | 0 | 0.000 |", "| news | 1 | 0.000 | 4 |"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	if err := WriteCoreference(&b, []string{goldCoreference}, CoreferenceOptions{Genres: []string{"speech"}}, none, isState); err == nil {
		t.Error("a genre that the file has not is no error")
	}
}

// The floors are what the program reaches on GUM's documents of news, interview, speech and bio, rounded down.
func TestCoreferenceGUM(t *testing.T) {
	if testing.Short() {
		t.Skip("parses 30,000 words")
	}
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	d, err := actor.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file            string
		conll, accuracy float64
	}{{"gum-dev.conllu.gz", 0.60, 0.75}, {"gum-test.conllu.gz", 0.67, 0.78}} {
		docs, err := ReadCoreference("../../../shared/treebanks/" + c.file)
		if os.IsNotExist(err) || err != nil && strings.Contains(err.Error(), "no such file") {
			t.Skip("no treebanks: ", err)
		}
		if err != nil {
			t.Fatal(err)
		}
		var all CoreferenceScores
		for i := range docs {
			switch docs[i].Genre {
			case "news", "interview", "speech", "bio":
				refs := d.Find(docs[i].Text, m.Parse(docs[i].Text), actor.Context{}).References()
				all.Add(ScoreCoreference(&docs[i], refs, d.IsState, nil))
			}
		}
		t.Logf("%s: CoNLL F1 %.3f, accuracy %.3f", c.file, all.Chains.CoNLL(), all.Antecedent["all"].Recall())
		if got := all.Chains.CoNLL(); got < c.conll {
			t.Errorf("%s: CoNLL F1 %.3f, was %.2f or more", c.file, got, c.conll)
		}
		if got := all.Antecedent["all"].Recall(); got < c.accuracy {
			t.Errorf("%s: accuracy of antecedents %.3f, was %.2f or more", c.file, got, c.accuracy)
		}
	}
}

// FuzzReadCoreference reads any bytes: nothing may panic, and every mention lies in its text with its head inside.
func FuzzReadCoreference(f *testing.F) {
	good, err := os.ReadFile(goldCoreference)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte("1\tHe\the\tPRON\tPRP\t_\t0\troot\t_\tEntity=(1-person-new-x-cf1-9,0,-1-ana)(2)\n\n"))
	f.Add([]byte("1\tHe\the\tPRON\tPRP\t_\t0\troot\t_\tEntity=)(((\n\n"))
	f.Add([]byte("1\tHe\the\tPRON\tPRP\t_\t0\troot\t_\tEntity=(1-a-b-c-d-1\n\n1\tHe\the\tPRON\tPRP\t_\t0\troot\t_\tEntity=1)\n\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := readCoreference("fuzz.conllu", data)
		if err != nil {
			return
		}
		for i := range docs {
			for _, m := range docs[i].Mentions {
				if m.Start < 0 || m.Stop > len(docs[i].Text) || m.Head < m.Start || m.Head > m.Stop {
					t.Fatalf("%+v does not lie in %q", m, docs[i].Text)
				}
			}
			ScoreCoreference(&docs[i], nil, isState, nil)
		}
	})
}
