package evaluate

import (
	"strings"
	"testing"

	"dyad/corpus"
)

func TestAgree(t *testing.T) {
	read := func(rows string) []corpus.Sentence {
		list, err := corpus.ReadSentences("t.tsv", strings.NewReader("sentence\tevent\tmode\taux\tactor\trecipient\tpredicate\tlevel\tkind\troot15\n"+rows))
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	first := read("Chad met Togo and shelled it.\tCONSULT\t\t\tChad=TCD:GOV; Togo=TGO:GOV\t\tmet\t1\tx\n^\tASSAULT\t\t\tChad=TCD:MIL\tTogo=TGO\tshelled\t1\tx\nRain fell.\tNONE\t\t\t\t\t\t1\tx\n")
	second := read("Chad met Togo and shelled it.\tCONSULT\t\t\tTogo=TGO:GOV; Chad=TCD:GOV\t\tmet\t1\tx\n^\tASSAULT\t\tfuture\tChad=TCD:GOV\tTogo=TGO\tshelled\t1\tx\nElsewhere.\tNONE\t\t\t\t\t\t1\tx\n")
	a := Agree(first, second)
	if a.Sentences != 1 || a.Type != (Score{2, 2, 2}) || a.Parties != (Score{2, 2, 2}) || a.Row != (Score{1, 2, 2}) || a.Sector != (Score{1, 2, 2}) {
		t.Errorf("%+v", a)
	}
}
