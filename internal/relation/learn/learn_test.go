package learn_test

import (
	"context"
	"strings"
	"testing"

	"dyad/coder"
	"dyad/corpus"
	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/evaluate"
	"dyad/internal/language"
	"dyad/internal/relation"
	"dyad/internal/relation/learn"
)

func labeller(t testing.TB) *relation.Labeller {
	t.Helper()
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	dict, err := actor.Default()
	if err != nil {
		t.Fatal(err)
	}
	rules, err := relation.Rules()
	if err != nil {
		t.Fatal(err)
	}
	pairs, err := relation.DefaultPairs()
	if err != nil {
		t.Fatal(err)
	}
	return &relation.Labeller{Language: model, Dictionary: dict, Lexicon: rules, Model: pairs}
}

// row makes a row of a sentence whose parties stand in brackets.
func row(marked, label string) learn.Row {
	var spans []event.Span
	var text strings.Builder
	for _, part := range strings.SplitAfter(marked, "[") {
		if words, rest, ok := strings.Cut(part, "]"); ok {
			start := text.Len()
			text.WriteString(words)
			spans = append(spans, event.Span{Start: start, End: text.Len()})
			part = rest
		}
		text.WriteString(strings.TrimSuffix(part, "["))
	}
	r := learn.Row{Text: text.String(), Label: label}
	if len(spans) > 0 {
		r.Pair.Source = spans[0]
	}
	if len(spans) > 1 {
		r.Pair.Target = spans[1]
	}
	return r
}

// TestPairs: the program's own model labels plain pairs; marks at odd places and missing ones are no trouble.
func TestPairs(t *testing.T) {
	l := labeller(t)
	for _, r := range []learn.Row{
		row("[Sweden] condemned [Finland] over the raid on a customs post.", "ACCUSE"),
		row("[Police in Accra] arrested [a Togolese smuggler] on Monday, officials said.", "COERCE"),
		row("[Norway] gave [Mali] twenty ambulances after the floods.", "AID"),
		row("[Peru] will sell copper to [Chile], the ministry said.", "AGREE"),
		row("[The rebels] released [two nurses] near the border.", "YIELD"),
		row("[Chad] refused to extradite a banker to [Benin].", "REJECT"),
	} {
		if got, p := l.Label(r.Text, r.Pair); got != r.Label {
			t.Errorf("%s: %s (%.2f), want %s", r.Text, got, p, r.Label)
		}
	}
	for _, r := range []learn.Row{
		row("Rain fell.", ""), row("[Rain]", ""), row("", ""),
		{Text: "Chad met Togo.", Pair: relation.Pair{Source: event.Span{Start: 3, End: 400}, Target: event.Span{Start: 3, End: 5}}},
		{Text: "Chad met Togo.", Pair: relation.Pair{Source: event.Span{Start: 0, End: 14}, Target: event.Span{Start: 9, End: 13}}},
	} {
		if r.Pair.Source.End > len(r.Text) {
			r.Pair.Source.End = len(r.Text)
		}
		if got, _ := l.Label(r.Text, r.Pair); got == "" {
			t.Errorf("%q has no label", r.Text)
		}
	}
}

func TestTrainPairs(t *testing.T) {
	l := labeller(t)
	rows := []learn.Row{
		row("[Chad] praised [Togo].", "friend"), row("[Peru] praised [Chile] on Monday.", "friend"),
		row("[Chad] condemned [Togo].", "foe"), row("[Peru] condemned [Chile] on Monday.", "foe"), row("[Chad] ignored [Togo].", "once"),
	}
	m, notes, err := learn.Pairs(l, rows, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Labels) != 2 || len(notes) != 1 || !strings.Contains(notes[0], "once") {
		t.Errorf("labels %v, notes %v: want two labels and a word on the third", m.Labels, notes)
	}
	l.Model = m
	r := row("[Kenya] praised [Ghana] in a speech.", "")
	if got, _ := l.Label(r.Text, r.Pair); got != "friend" {
		t.Errorf("%s, want friend", got)
	}
	if _, _, err := learn.Pairs(l, rows[:2], nil); err == nil {
		t.Error("one label was enough")
	}
}

// TestActs: rows are told right from wrong by their gold.
func TestActs(t *testing.T) {
	rules, err := relation.Rules()
	if err != nil {
		t.Fatal(err)
	}
	c, err := coder.New(coder.Options{Lexicon: rules.WithRanker(nil)})
	if err != nil {
		t.Fatal(err)
	}
	const head = "sentence\tevent\tmode\taux\tactor\trecipient\tpredicate\tlevel\tkind\troot15\n"
	own, err := corpus.ReadSentences("t.tsv", strings.NewReader(head+
		"Ghana condemned Benin on Monday.\tACCUSE\tdisapprove\t\tGhana=GHA:GOV\tBenin=BEN:GOV\tcondemned\t1\tx\n"+
		"Ghana condemned Mali on Monday.\tACCUSE\tdisapprove\t\tGhana=GHA:GOV\tMali=NER:GOV\tcondemned\t1\tx\n"))
	if err != nil {
		t.Fatal(err)
	}
	acts, err := learn.Acts(context.Background(), c, own, true)
	if err != nil {
		t.Fatal(err)
	}
	if len(acts[0]) != 1 || acts[0][0].Label != relation.Right || len(acts[0][0].Features) == 0 {
		t.Errorf("the first: %+v", acts[0])
	}
	if len(acts[1]) != 1 || acts[1][0].Label != relation.Wrong {
		t.Errorf("the second, whose gold has another recipient: %+v", acts[1])
	}
}

// TestLabelsOfBothKinds: labels that PLOVER and the variant share are helped only by what both call the same.
func TestLabelsOfBothKinds(t *testing.T) {
	l := labeller(t)
	const head = "sentence\tevent\tmode\taux\tactor\trecipient\tpredicate\tlevel\tkind\troot15\n"
	own, err := corpus.ReadSentences("t.tsv", strings.NewReader(head+
		"Ghana hacked Benin on Monday.\tCOERCE\tcyber\t\tGhana=GHA:GOV\tBenin=BEN:GOV\thacked\t1\tx\tASSAULT\n"+
		"Ghana arrested two men of Mali on Monday.\tCOERCE\tarrest\t\tGhana=GHA:GOV\tmen of Mali=MLI:CVL\tarrested\t1\tx\n"))
	if err != nil {
		t.Fatal(err)
	}
	rows := []learn.Row{
		row("[Chad] shelled [Togo].", "ASSAULT"), row("[Peru] shelled [Chile].", "ASSAULT"), row("[Chad] detained [a man].", "COERCE"), row("[Peru] detained [a boy].", "COERCE"),
	}
	_, notes, err := learn.Pairs(l, rows, own)
	if err != nil {
		t.Fatal(err)
	}
	if len(notes) != 1 || !strings.HasPrefix(notes[0], "1 pairs") {
		t.Errorf("%v: want help from one pair", notes)
	}
}

func TestPairsOf(t *testing.T) {
	own, err := evaluate.ReadSentences("pairs")
	if err != nil {
		t.Fatal(err)
	}
	rows := learn.PairsOf(own[:200], learn.Root15)
	if len(rows) < 200 {
		t.Errorf("%d rows of 200 sentences", len(rows))
	}
	for _, r := range rows {
		if r.Label == "" || r.Pair.Source.End > len(r.Text) || r.Pair.Target.End > len(r.Text) {
			t.Fatalf("%+v", r)
		}
	}
}
