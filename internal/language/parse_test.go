package language

import (
	"reflect"
	"strings"
	"sync"
	"testing"
)

// Several goroutines get what one gets.
func TestParseIsSafeForConcurrentUse(t *testing.T) {
	m := defaultModel(t)
	texts := []string{newsText, strings.ToUpper(newsText), badTexts["commas"][:200], "One. Two. Three."}
	var want [][]Sentence
	for _, text := range texts {
		want = append(want, m.Parse(text))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 5 {
				for i, text := range texts {
					if got := m.Parse(text); !reflect.DeepEqual(got, want[i]) {
						t.Errorf("text %d: another parse", i)
					}
				}
			}
		})
	}
	wg.Wait()
}

// What the later rooms lean on most, on plain sentences of ours.
func TestParsePlainNews(t *testing.T) {
	m := defaultModel(t)
	for _, c := range []struct{ text, word, upos, lemma, rel, head, feats string }{
		{"Norland rejected the plan on Tuesday.", "Norland", "PROPN", "Norland", "nsubj", "rejected", "Number=Sing"},
		{"Norland rejected the plan on Tuesday.", "rejected", "VERB", "reject", "root", "", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"},
		{"Norland rejected the plan on Tuesday.", "Tuesday", "PROPN", "Tuesday", "obl", "rejected", "Number=Sing"},
		{"The rebels were arrested by the police.", "rebels", "NOUN", "rebel", "nsubj:pass", "arrested", "Number=Plur"},
		{"The rebels were arrested by the police.", "arrested", "VERB", "arrest", "root", "", "Tense=Past|VerbForm=Part|Voice=Pass"},
		{"The rebels were arrested by the police.", "police", "NOUN", "police", "obl:agent", "arrested", ""},
		{"He said the troops would not leave.", "leave", "VERB", "leave", "ccomp", "said", "VerbForm=Inf"},
		{"He said the troops would not leave.", "not", "PART", "not", "advmod", "leave", "Polarity=Neg"},
		{"Foreign Minister Ida Brandt met the envoys.", "Ida", "PROPN", "Ida", "nsubj", "met", "Number=Sing"},
		{"Foreign Minister Ida Brandt met the envoys.", "envoys", "NOUN", "envoy", "obj", "met", "Number=Plur"},
		{"Ida Brandt, the foreign minister, met the envoys.", "minister", "NOUN", "minister", "appos", "Ida", "Number=Sing"},
		{"Norland rejects cease-fire offer", "offer", "NOUN", "offer", "obj", "rejects", "Number=Sing"},
	} {
		sents := m.Parse(c.text)
		found := false
		for _, tok := range sents[0].Tokens {
			if tok.Form != c.word {
				continue
			}
			found = true
			head := ""
			if tok.Head >= 0 {
				head = sents[0].Tokens[tok.Head].Form
			}
			if tok.UPOS != c.upos || tok.Lemma != c.lemma || tok.Rel != c.rel || head != c.head || c.feats != "" && tok.Feats != c.feats {
				t.Errorf("%q: %s is %s %s %s of %q, %s", c.text, c.word, tok.UPOS, tok.Lemma, tok.Rel, head, tok.Feats)
			}
		}
		if !found {
			t.Errorf("%q: no word %q", c.text, c.word)
		}
	}
}

// An empty text has no sentences; a model must not change what it is given beside the tokens.
func TestParseNothing(t *testing.T) {
	m := defaultModel(t)
	for _, text := range []string{"", " ", "\n\n", "\u200b"} {
		if sents := m.Parse(text); len(sents) != 0 {
			t.Errorf("%q: %d sentences", text, len(sents))
		}
	}
	m.Annotate([]Sentence{{}})
}

// What a sentence gets does not depend on the sentences that go through the network with it.
func TestAnnotateAlone(t *testing.T) {
	m := defaultModel(t)
	sents := m.Parse(strings.Repeat(newsText+"\n\nHe left. \"No,\" the envoy said.\n\n", 6))
	for i, want := range sents {
		alone := Bare(sents[i : i+1])
		m.Annotate(alone)
		if !reflect.DeepEqual(alone[0], want) {
			t.Fatalf("sentence %d alone: %+v, among others: %+v", i, alone[0], want)
		}
	}
}
