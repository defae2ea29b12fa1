package actor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dyad/internal/calendar"
	"dyad/internal/language"
)

// TestAnyWordsAnyParse throws the words of the tables together with broken parses: whatever stands in a report, nothing
// may panic. The numbers are the same in every run.
func TestAnyWordsAnyParse(t *testing.T) {
	d := dictionary(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	var vocab []string
	for _, es := range d.names {
		for _, e := range es {
			w := make([]string, len(e.words))
			for i := range w {
				w[i] = e.words[i]
				if e.shapes[i] == initial {
					w[i] = strings.ToUpper(w[i][:1]) + w[i][1:]
				}
				if e.shapes[i] == capitals {
					w[i] = strings.ToUpper(w[i])
				}
			}
			vocab = append(vocab, strings.Join(w, " "))
		}
	}
	slices.Sort(vocab)
	vocab = append(vocab, strings.Fields(strings.Repeat("of the , - 's and for to in a both two his their Aleppo Kano Texas Foo Bar al said met ", 400))...)
	tags := []string{"NOUN", "PROPN", "ADJ", "VERB", "ADP", "DET", "PRON", "PUNCT", "CCONJ", "NUM", ""}
	rels := []string{"nsubj", "obj", "obl", "nmod", "nmod:poss", "amod", "compound", "conj", "xcomp", "flat", "appos", "root", "case"}
	fixed := map[string]string{"of": "ADP", "the": "DET", ",": "PUNCT", "-": "PUNCT", "'s": "PART", "and": "CCONJ", "for": "ADP", "to": "ADP", "in": "ADP"}
	for n := 0; n < 3000; n++ {
		var sents []language.Sentence
		var text strings.Builder
		for s := 0; s < 3; s++ {
			st := language.Sentence{Start: text.Len()}
			var ws []string
			for k := 0; k < 12; k++ {
				ws = append(ws, strings.Fields(vocab[rnd.IntN(len(vocab))])...)
			}
			for _, w := range ws {
				a := text.Len()
				text.WriteString(w)
				u := fixed[w]
				if u == "" {
					u = tags[rnd.IntN(len(tags))]
				}
				st.Tokens = append(st.Tokens, language.Token{Start: a, End: text.Len(), Form: w, Lemma: w, UPOS: u, Rel: rels[rnd.IntN(len(rels))], Head: rnd.IntN(len(ws)+1) - 1})
				text.WriteByte(' ')
			}
			st.End = text.Len()
			sents = append(sents, st)
		}
		func() {
			defer func() {
				if r := recover(); r != nil {
					t.Fatalf("%q: %v", text.String(), r)
				}
			}()
			c := d.Find(text.String(), sents, Context{Home: "FRA"})
			c.Terms()
			c.Settle(calendar.Interval{Earliest: "2001-01-01", Latest: "2001-01-01"})
		}()
	}
}
