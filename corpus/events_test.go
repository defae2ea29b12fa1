package corpus_test

import (
	"io/fs"
	"strings"
	"testing"

	"dyad/corpus"
	"dyad/internal/evaluate"
	"dyad/internal/plover"
)

const sentenceHead = "sentence\tevent\tmode\taux\tactor\trecipient\tpredicate\tlevel\tkind\troot15\n"

func TestReadSentences(t *testing.T) {
	list, err := corpus.ReadSentences("t.tsv", strings.NewReader(sentenceHead+
		"Chad met Chad's foe Togo and shelled Togo.\tCONSULT\t\t\tChad=TCD:GOV; Togo=TGO:GOV\t\tmet\t1\tmulti\t\n"+
		"^\tASSAULT\theavy-weapons\t\tChad=TCD:MIL,GOV\tTogo#2=TGO\tshelled\t2\tmulti\t\n"+
		"Rain fell in Lomé.\tNONE\t\t\t\t\t\t1\taccident\t\n"+
		"Chad is the largest donor of Togo.\tNONE\t\t\tChad=TCD:GOV\tTogo=TGO:GOV\tdonor\t1\tdescription\tAID\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 3 || len(list[0].Events) != 2 || len(list[1].Events) != 0 || len(list[2].Events) != 0 || len(list[2].Pairs) != 1 {
		t.Fatalf("%+v", list)
	}
	shelled := list[0].Events[1]
	if s := shelled.Recipient[0].Span; list[0].Text[s.Start:s.End] != "Togo" || s.Start < 20 {
		t.Errorf("the second Togo is at %v", s)
	}
	if shelled.Actor[0].Sector[0] != "MIL" || shelled.Root15 != "ASSAULT" || list[2].Pairs[0].Root15 != "AID" {
		t.Errorf("%+v", shelled)
	}
}

func TestReadSentencesRefuses(t *testing.T) {
	for row, want := range map[string]string{
		"^\tAID\t\t\tChad=TCD\t\tx\t1\tx":                      "there is no sentence before",
		"Chad left.\tFLIGHT\t\t\tChad=TCD\t\tleft\t1\tx":       "is no PLOVER type",
		"Chad left.\tRETREAT\tvisit\t\tChad=TCD\t\tleft\t1\tx": "is no mode of RETREAT",
		"Chad left.\tRETREAT\t\tmaybe\tChad=TCD\t\tleft\t1\tx": "is none of future",
		"Chad left.\tRETREAT\t\t\tTogo=TGO\t\tleft\t1\tx":      "does not stand in the sentence",
		"Chad left.\tRETREAT\t\t\tChad\t\tleft\t1\tx":          "is not words=CODE",
		"Chad left.\tRETREAT\t\t\t\t\tleft\t1\tx":              "expected one or more",
		"Chad left.\tRETREAT\t\t\tChad=TCD\t\tfled\t1\tx":      "does not stand in the sentence",
		"Chad left.\tRETREAT\t\t\tChad=TCD\t\tleft\tlow\tx":    "is none of 1, 2, 3",
	} {
		_, err := corpus.ReadSentences("t.tsv", strings.NewReader(sentenceHead+row+"\n"))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "t.tsv:2") {
			t.Errorf("%q: %v, want %q", row, err, want)
		}
	}
}

// TestSentences holds the corpus to what its README says of it: codes that exist, no sentence twice, the kept-out fifth.
func TestSentences(t *testing.T) {
	seen := map[string]string{}
	count := map[string]int{}
	for _, prefix := range []string{"develop", "pairs", "measured"} {
		list, err := evaluate.ReadSentences(prefix)
		if err != nil {
			t.Fatal(err)
		}
		count[prefix] = len(list)
		for _, s := range list {
			if o, ok := seen[s.Text]; ok {
				t.Errorf("%s: the sentence stands at %s too", s.Where, o)
			}
			seen[s.Text] = s.Where
			if s.Level < 1 || s.Level > 3 || s.Kind == "" {
				t.Errorf("%s: level %d, kind %q", s.Where, s.Level, s.Kind)
			}
			for _, e := range s.Events {
				for _, p := range append(append([]corpus.Party{}, e.Actor...), e.Recipient...) {
					checkCode(t, s.Where, p)
				}
			}
		}
	}
	if n := count["develop"] + count["pairs"] + count["measured"]; n < 6000 || count["measured"]*100 < n*15 {
		t.Errorf("%v sentences", count)
	}
}

func checkCode(t *testing.T, where string, p corpus.Party) {
	t.Helper()
	if len(p.Code) != 3 {
		t.Errorf("%s: code %q", where, p.Code)
	}
	for _, s := range p.Sector {
		if !plover.Sector(s) {
			t.Errorf("%s: %q is no sector", where, s)
		}
	}
}

func TestInventedStates(t *testing.T) {
	raw, err := fs.ReadFile(corpus.Events(), "states.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(raw), "\tstate\t"); n != 6 {
		t.Errorf("%d invented states, want 6", n)
	}
}

func FuzzReadSentences(f *testing.F) {
	f.Add(sentenceHead + "Chad left.\tRETREAT\t\t\tChad#2=TCD:GOV,MIL; -=TGO\t\tleft\t1\tx\n^\tNONE\t\t\t\t\t\t1\tx\tAID\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := corpus.ReadSentences("t", strings.NewReader(text))
		if err != nil {
			return
		}
		for _, s := range list {
			for _, e := range s.Events {
				if e.Predicate.End > len(s.Text) || e.Predicate.Start >= e.Predicate.End {
					t.Fatalf("%q: %v", s.Text, e.Predicate)
				}
			}
		}
	})
}
